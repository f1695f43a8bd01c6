/** 台账: every ledger with how many records it holds; one click opens it. */
import type { ReactElement } from 'react';
import { ledgers, LEDGER_CODES, type LedgerCode } from '../../../main/domain/ledgers/index.ts';
import { useCall } from '../../bridge.ts';
import { go, type Params } from '../../stores/navigation.ts';
import './ledgers.css';

const PAGES: Partial<Record<LedgerCode, string>> = { project: 'projects', rectification: 'rectification', task: 'tasks' };
const ABOUT: Record<LedgerCode, string> = {
  project: '招商和重点项目：投资、用地、阶段、责任人',
  arrival: '项目到位的资金，一笔一行',
  rectification: '巡察、创城、安全检查等发现的问题，到销号为止',
  task: '文件和会议定下的任务，到办结为止',
  lead: '干部提供的招商信息，是否有价值',
  unit: '县里的乡镇、部门、园区',
  person: '干部和招商人员，按单位',
};

/** `go` to it: a ledger with a page of its own opens there. */
const placeOf = (code: LedgerCode): readonly [string, Params] => [PAGES[code] ?? 'ledgers', PAGES[code] === undefined ? { ledger: code } : {}];

export function AllLedgers(): ReactElement {
  return (
    <section className="lg-page" aria-label="台账">
      <div className="lg-head"><h1>台账</h1></div>
      <div className="lg-all">{LEDGER_CODES.map((code) => <Card key={code} code={code} />)}</div>
    </section>
  );
}

function Card({ code }: { readonly code: LedgerCode }): ReactElement {
  const { value: summary } = useCall('records.summary', { ledger: code }, [code]);
  const { label, noun } = ledgers[code];
  return (
    <button type="button" onClick={() => go(...placeOf(code))}>
      <b>{label}</b>
      <span className="count">{summary === null ? '' : summary.all === 0 ? '还没有' : `${summary.all}${noun}`}</span>
      <small>{ABOUT[code]}</small>
    </button>
  );
}
