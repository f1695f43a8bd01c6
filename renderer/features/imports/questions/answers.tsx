/** The answers that a problem takes, as buttons and choices; each has its number for Alt+1…9. */
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ImportAnswer } from '../../../../preload/contract/answers.ts';
import type { ImportDraft } from '../../../../preload/contract/imports.ts';
import { likeNames } from '../../../../main/domain/targets/near-indicator.ts';
import type { Unit } from '../../../../preload/contract/units.ts';
import { answerProblem } from '../draft/actions.ts';
import { focusNextAnswer } from '../draft/focus.ts';
import { acceptOf, emptyOf, tableOf } from '../draft/kinds.ts';
import { isFigures } from '../draft/layout.ts';
import type { ImportProblem } from '../draft/problems.ts';
import { showProblem } from '../draft/store.ts';
import { ColumnQuestion } from './column-question.tsx';
import { UnitQuestion } from './unit-question.tsx';
import { thisYear } from '../../../format/today.ts';

/** Several files or tables, which may all be of one time. */
const isOneOfMany = ({ files }: ImportDraft): boolean =>
  files.length > 1 || (files[0]?.report?.sheets ?? []).flatMap(({ tables }) => tables).length > 1;

/** What changing the cell is called: a figure is 改数, anything else 改. */
export function changeWord(draft: ImportDraft, problem: ImportProblem): string {
  const table = tableOf(draft, problem);
  return isFigures(
    table?.columns.find((one) => one.column === problem.column),
    table?.ledger ?? null,
  )
    ? '改数'
    : '改这一格';
}

interface AnswersProps {
  readonly draft: ImportDraft;
  readonly problem: ImportProblem;
  readonly units: readonly Unit[];
}
type Give = (...answers: readonly ImportAnswer[]) => void;

export function Answers({ draft, problem, units }: AnswersProps) {
  const { file, sheet, table, row, column } = problem;
  const give: Give = (...answers) => void answerProblem(problem, answers).then(focusNextAnswer);
  const skip = (
    <Button size="small" onClick={() => give({ kind: 'skip', file, sheet, row, skip: true })}>
      跳过本行
    </Button>
  );
  const measures = problem.measures.map((measure) => (
    <Button
      key={measure}
      size="small"
      onClick={() => give({ kind: 'measure', file, sheet, table, column, measure })}
    >
      {measure}
    </Button>
  ));
  switch (problem.ask) {
    case 'unit':
      return problem.unit === null ? null : (
        <UnitQuestion unit={problem.unit} units={units} onAnswer={give} />
      );
    case 'measure':
      return <div className="imp-answers">{measures}</div>;
    case 'period':
      return (
        <PeriodQuestion
          many={isOneOfMany(draft)}
          onAnswer={(year, month, all) =>
            give({ kind: 'period', ...(all ? {} : { file, sheet, table }), year, month })
          }
        />
      );
    case 'part':
      return (
        <div className="imp-answers">
          {PARTS.map(({ part, label }) => (
            <Button
              key={part}
              size="small"
              onClick={() => give({ kind: 'part', file, sheet, table, part })}
            >
              {label}
            </Button>
          ))}
        </div>
      );
    case 'indicator':
      return (
        <IndicatorQuestion
          onAnswer={(name) => give({ kind: 'indicator', file, sheet, table, name })}
        />
      );
    case 'likeness':
      return (
        <LikenessQuestion
          problem={problem}
          onAnswer={(of, name) => give({ kind: 'indicator', file, sheet, table, of, name })}
        />
      );
    case 'record':
      return <RecordQuestion problem={problem} give={give} skip={skip} />;
    case 'duplicate':
      return (
        <div className="imp-answers">
          {skip}
          <Button size="small" onClick={() => give(acceptOf(problem))}>
            均导入
          </Button>
        </div>
      );
    case 'share':
    case 'headless':
      return (
        <div className="imp-answers">
          <Button size="small" onClick={() => give(acceptOf(problem))}>
            {problem.ask === 'share' ? '即为百分数' : '按该表头读取'}
          </Button>
        </div>
      );
    case 'sender':
      return (
        <div className="imp-answers">
          <Select
            size="small"
            className="imp-unit-choice"
            showSearch
            aria-label={`“${file}”的填报单位`}
            placeholder="选单位"
            popupMatchSelectWidth={false}
            value={null}
            options={units.map((one) => ({ value: one.name, label: one.name }))}
            onChange={(unit: string | null) => unit !== null && give({ kind: 'from', file, unit })}
          />
          <Button size="small" onClick={() => give({ kind: 'from', file, unit: null })}>
            是全县的数
          </Button>
        </div>
      );
    case 'column':
      return (
        <ColumnQuestion
          problem={problem}
          ledger={tableOf(draft, problem)?.ledger ?? null}
          onAnswer={give}
        />
      );
    case 'whole':
      return (
        <div className="imp-answers">
          {measures}
          <Button size="small" onClick={() => give(acceptOf(problem))}>
            按此处理
          </Button>
        </div>
      );
    case 'figure':
      if (problem.level === 'warning') return null;
      return (
        <div className="imp-answers">
          <Button size="small" onClick={() => showProblem(problem, true)}>
            {changeWord(draft, problem)}
          </Button>
          {problem.accepts && (
            <Button size="small" onClick={() => give(acceptOf(problem))}>
              按此处理
            </Button>
          )}
          {problem.empties && (
            <Button size="small" onClick={() => give(emptyOf(problem))}>
              留空
            </Button>
          )}
          {skip}
        </div>
      );
    case 'none':
      return null;
  }
}

/** 是同一个项目吗？ What the ledger holds is told beside the answers. */
function RecordQuestion({
  problem,
  give,
  skip,
}: {
  readonly problem: ImportProblem;
  readonly give: Give;
  readonly skip: ReactNode;
}) {
  const { near, file, sheet, row } = problem;
  if (near === null) return null;
  return (
    <div className="imp-answers">
      <Button
        size="small"
        type="primary"
        onClick={() =>
          give({ kind: 'record', file, sheet, row, as: { is: 'same', record: near.like.id } })
        }
      >
        是同一个
      </Button>
      <Button
        size="small"
        onClick={() => give({ kind: 'record', file, sheet, row, as: { is: 'another' } })}
      >
        不是，另建
      </Button>
      {skip}
    </div>
  );
}

const PARTS = [
  { part: 'month', label: '当月数' },
  { part: 'cumulative', label: '累计数' },
  { part: 'annual', label: '年目标' },
] as const;

/** Which indicator a table's figures are of, typed. */
/** 是不是已有的那个指标？ */
function LikenessQuestion({
  problem,
  onAnswer,
}: {
  readonly problem: ImportProblem;
  readonly onAnswer: (of: string, name: string) => void;
}) {
  const names = likeNames(`${problem.head}${problem.rest}`);
  return names === null ? null : (
    <div className="imp-answers">
      <Button size="small" onClick={() => onAnswer(names.of, names.like)}>
        同一个
      </Button>
      <Button size="small" onClick={() => onAnswer(names.of, names.of)}>
        另一个
      </Button>
    </div>
  );
}

function IndicatorQuestion({ onAnswer }: { readonly onAnswer: (name: string) => void }) {
  const [name, setName] = useState('');
  const said = name.trim();
  return (
    <div className="imp-answers">
      <Input
        size="small"
        aria-label="指标名称"
        placeholder="指标名称"
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={() => said !== '' && onAnswer(said)}
      />
      <Button size="small" disabled={said === ''} onClick={() => onAnswer(said)}>
        即此指标
      </Button>
    </div>
  );
}

const MONTHS = [
  { value: 0, label: '不分月' },
  ...Array.from({ length: 12 }, (_, at) => ({ value: at + 1, label: `${at + 1}月` })),
];

function PeriodQuestion({
  many,
  onAnswer,
}: {
  readonly many: boolean;
  readonly onAnswer: (year: number, month: number | null, all: boolean) => void;
}) {
  const [year, setYear] = useState<number | null>(null);
  const [month, setMonth] = useState(0);
  const last = thisYear() + 1;
  const years = Array.from({ length: last - 1999 }, (_, at) => ({
    value: last - at,
    label: `${last - at}年`,
  }));
  const answer = (all: boolean): void => {
    if (year !== null) onAnswer(year, month === 0 ? null : month, all);
  };
  return (
    <div className="imp-answers">
      <Select
        size="small"
        aria-label="哪一年"
        placeholder="选年份"
        popupMatchSelectWidth={false}
        value={year}
        options={years}
        onChange={(next: number) => setYear(next)}
      />
      <Select
        size="small"
        aria-label="哪一月"
        popupMatchSelectWidth={false}
        value={month}
        options={MONTHS}
        onChange={(next: number) => setMonth(next)}
      />
      <Button size="small" disabled={year === null} onClick={() => answer(false)}>
        {many ? '这张表是' : '即此年份'}
      </Button>
      {many && (
        <Button size="small" disabled={year === null} onClick={() => answer(true)}>
          所有表都是
        </Button>
      )}
    </div>
  );
}
