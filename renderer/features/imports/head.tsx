/** The head of the check: the file and sheet, the steps, where it goes and for which period; under it what the tints mean. */
import { Select } from 'antd';
import { ledgerOf } from '../../../main/domain/ledgers/index.ts';
import type { SheetReport } from '../../../preload/contract/imports.ts';
import type { Draft } from './one-file.ts';
import { ROLE_NAMES } from './layout.ts';
import { send } from './store.ts';

const STEPS = ['选文件', '核对', '完成'] as const;
const MONTHS = Array.from({ length: 12 }, (_, at) => ({ value: at + 1, label: `${at + 1}月` }));

export function Steps({ at }: { readonly at: 1 | 2 | 3 }) {
  return (
    <ol className="imp-steps">
      {STEPS.map((name, index) => (
        <li key={name} className={index + 1 === at ? 'is-on' : index + 1 < at ? 'is-done' : ''} aria-current={index + 1 === at ? 'step' : undefined}><b>{index + 1}</b>{name}</li>
      ))}
    </ol>
  );
}

function Period({ report }: { readonly report: SheetReport }) {
  const now = new Date().getFullYear();
  const year = report.period?.year ?? null;
  const month = report.period?.month ?? null;
  const newest = Math.max(now, year ?? 0) + 1;
  const years = Array.from({ length: newest - 1999 }, (_, at) => ({ value: newest - at, label: `${newest - at}年` }));
  const answer = (nextYear: number | null, nextMonth: number | null): void => {
    if (nextYear !== null) void send([{ kind: 'period', year: nextYear, month: nextMonth }]);
  };
  return (
    <>
      <Select aria-label="年份" placeholder="哪一年" popupMatchSelectWidth={false} value={year} options={years} onChange={(value: number) => answer(value, month)} />
      <Select aria-label="月份" placeholder="不分月" popupMatchSelectWidth={false} value={month ?? 0} options={[{ value: 0, label: '不分月' }, ...MONTHS]} onChange={(value: number) => answer(year ?? now, value === 0 ? null : value)} />
    </>
  );
}

export function CheckHead({ draft, report }: { readonly draft: Draft; readonly report: SheetReport }) {
  const ledger = ledgerOf(draft.ledger ?? '');
  return (
    <>
      <header className="imp-head">
        <h1>导入核对</h1>
        <span className="imp-file" title={`${draft.file} › ${report.name}`}>{draft.file} › {report.name}</span>
        <span className="imp-push" />
        <Steps at={2} />
        <span className="imp-to"><em>导入到</em> {ledger?.label ?? '还没认出'}</span>
        <Period report={report} />
      </header>
      <div className="imp-key">
        {ROLE_NAMES.map(([role, label]) => <span key={role}><i className={`is-${role}`} />{label}</span>)}
        <span className="imp-push">{draft.remembered ? '列的对应是上次确认过的；点列上方的名称可改' : '列上方是认出的字段和把握（满分100），点开可改'}</span>
      </div>
    </>
  );
}
