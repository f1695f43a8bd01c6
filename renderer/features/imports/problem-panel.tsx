/** 要您看的: every question, warning and note of the draft, each with its cell and its answers as buttons. */
import { ExclamationCircleOutlined, InfoCircleOutlined, QuestionCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useEffect, useRef } from 'react';
import type { SheetReport } from '../../../preload/contract/imports.ts';
import type { Answer, Draft } from './one-file.ts';
import type { Unit } from '../../../preload/contract/units.ts';
import { focusNextAnswer } from './focus.ts';
import { isFigures } from './layout.ts';
import { cellName, LEVEL_HEADS, type Level, type Problem } from './problems.ts';
import { answerProblem, send, showProblem, toggleSkip, useImport } from './store.ts';
import { newKindOf, UnitQuestion, useUnits } from './unit-question.tsx';

const ICONS: Readonly<Record<Level, typeof WarningOutlined>> = { question: QuestionCircleOutlined, error: ExclamationCircleOutlined, warning: WarningOutlined, info: InfoCircleOutlined };
/** more than this is not read in a list; F8 still reaches them */
const SHOWN = 200;

/** What changing the cell is called: a figure is 改数, anything else 改. */
function changeWord(draft: Draft, { sheet, table, column }: Problem): string {
  const found = draft.report.sheets.find((one) => one.name === sheet)?.tables[table];
  return isFigures(found?.columns.find((one) => one.column === column), found?.ledger ?? null) ? '改数' : '改这一格';
}

interface ProblemProps {
  readonly draft: Draft;
  readonly problem: Problem;
  readonly units: readonly Unit[];
}

function Answers({ draft, problem, units }: ProblemProps) {
  const { sheet, table, row, column, level } = problem;
  const give = (answer: Answer): void => void answerProblem(problem, [answer]).then(focusNextAnswer);
  if (problem.unit !== null) return <UnitQuestion unit={problem.unit} units={units} onAnswer={give} />;
  if (problem.ask === 'measure') {
    return <div className="imp-answers">{problem.measures.map((measure) => <Button key={measure} size="small" onClick={() => give({ kind: 'measure', sheet, table, column, measure })}>{measure}</Button>)}</div>;
  }
  if (problem.ask === 'year') {
    const last = new Date().getFullYear();
    const years = Array.from({ length: last - 1999 }, (_, at) => ({ value: last - at, label: `${last - at}年` }));
    return <div className="imp-answers"><Select size="small" aria-label="哪一年" placeholder="选年份" popupMatchSelectWidth={false} options={years} onChange={(year: number) => give({ kind: 'period', year, month: null })} /></div>;
  }
  if (problem.ask !== 'figure' || column === null) return null;
  if (level === 'warning') return null;
  return (
    <div className="imp-answers">
      <Button size="small" onClick={() => showProblem(problem, true)}>{changeWord(draft, problem)}</Button>
      {level === 'question' && <Button size="small" onClick={() => give({ kind: 'accept', sheet, row, column })}>就按这个</Button>}
      <Button size="small" onClick={() => give({ kind: 'skip', sheet, row, skip: true })}>跳过本行</Button>
    </div>
  );
}

function ProblemItem({ draft, problem, current, units }: ProblemProps & { readonly current: boolean }) {
  const item = useRef<HTMLLIElement>(null);
  const Icon = ICONS[problem.level];
  const correctable = problem.level === 'warning' && problem.ask === 'figure';
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li ref={item} className={`imp-problem is-${problem.level}${current ? ' is-current' : ''}`} data-problem={cellName(problem.row, problem.column)}>
      <Icon className="imp-problem-icon" />
      <div>
        <button type="button" className="imp-problem-head" onClick={() => showProblem(problem)}>
          <b>{problem.head}</b>
          <span className="imp-problem-cell">{cellName(problem.row, problem.column)}</span>
        </button>
        {(problem.rest !== '' || correctable) && <p>{problem.rest}{correctable && <button type="button" className="imp-link" onClick={() => showProblem(problem, true)}>{changeWord(draft, problem)}</button>}</p>}
        <Answers draft={draft} problem={problem} units={units} />
      </div>
    </li>
  );
}

/** Why nothing can be taken from the sheet. */
function unreadSentence(report: SheetReport | undefined): string {
  const kind = report?.tables.find((table) => table.kind !== 'unknown')?.kind;
  if (kind === 'targets' || kind === 'matrix') return `这是${kind === 'targets' ? '目标分解表' : '指标进度表'}，不是台账。这里只导入台账。`;
  return '没认出这是哪本台账。看看表头是不是在，或用模板填。';
}

/** Many names at once: a first import into an empty county. */
function NewUnits({ draft }: { readonly draft: Draft }) {
  const fresh = draft.unknownUnits.filter((unit) => unit.like === null);
  if (fresh.length < 2) return null;
  return (
    <li className="imp-problem is-question">
      <div>
        <p>有{fresh.length}个单位不在单位表里。</p>
        <div className="imp-answers">
          <Button size="small" onClick={() => void send(fresh.map((unit) => ({ kind: 'unit', name: unit.name, as: { is: 'new', unitKind: newKindOf(unit.name) } }))).then(focusNextAnswer)}>全部新建{fresh.length}个</Button>
        </div>
      </div>
    </li>
  );
}

/** Several columns of money without a measure: most sheets have one for all. */
function OneMeasure({ problems }: { readonly problems: readonly Problem[] }) {
  const money = problems.filter((one) => one.ask === 'measure' && one.row === 0 && one.column !== null && one.measures.includes('万元'));
  const [first] = money;
  if (first === undefined || money.length < 2) return null;
  return (
    <li className="imp-problem is-question">
      <div>
        <p>有{money.length}列没写金额单位。</p>
        <div className="imp-answers">
          {first.measures.map((measure) => <Button key={measure} size="small" onClick={() => void answerProblem(first, [{ kind: 'measure', sheet: first.sheet, table: first.table, column: null, measure }]).then(focusNextAnswer)}>都是{measure}</Button>)}
        </div>
      </div>
    </li>
  );
}

export function ProblemPanel({ draft }: { readonly draft: Draft }) {
  const { problems, problem, cell, sheet } = useImport();
  const units = useUnits();
  const count = (...levels: Level[]): number => problems.filter((one) => levels.includes(one.level)).length;
  const report = draft.report.sheets.find((one) => one.name === sheet);
  const isData = report?.tables.some((table) => table.dataRows.includes(cell.row)) === true;
  const skipped = draft.skippedRows.includes(cell.row);
  const groups = (Object.keys(LEVEL_HEADS) as Level[]).map((level) => [level, problems.filter((one) => one.level === level)] as const).filter(([, found]) => found.length > 0);
  return (
    <aside className="imp-side" aria-label="要您看的" tabIndex={-1}>
      <div className="imp-side-head">
        <b>要您看的</b>
        <small>提问{count('question', 'error')}　提醒{count('warning')}　说明{count('info')}</small>
      </div>
      <ul className="imp-problems">
        {draft.ledger === null && <li className="imp-clear">{unreadSentence(report)}</li>}
        {draft.ledger !== null && problems.length === 0 && <li className="imp-clear">看懂了，没有要问的</li>}
        {groups.map(([level, found]) => [
          <li key={level} className="imp-level">{LEVEL_HEADS[level]}</li>,
          level === 'question' ? <OneMeasure key="one-measure" problems={found} /> : null,
          level === 'question' ? <NewUnits key="new-units" draft={draft} /> : null,
          ...found.slice(0, SHOWN).map((one) => <ProblemItem key={one.key} draft={draft} problem={one} current={one.key === problem} units={units} />),
          found.length > SHOWN ? <li key={`${level}:more`} className="imp-clear">还有{found.length - SHOWN}处，按F8逐处看</li> : null,
        ])}
      </ul>
      <div className="imp-side-foot">
        <Button size="small" disabled={!isData} onClick={() => void toggleSkip(cell.row)}>{skipped ? `第${cell.row}行还是要导` : '跳过本行'}</Button>
        <span>{isData ? `第${cell.row}行　Ctrl+-` : ''}</span>
      </div>
    </aside>
  );
}
