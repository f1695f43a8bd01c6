/**
 * 需要核对的: every question, warning and note, by kind, each with its place and its answers as
 * buttons; a whole kind can be settled at once.
 */
import {
  ExclamationCircleOutlined,
  InfoCircleOutlined,
  QuestionCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import type { ImportDraft } from '../../../../preload/contract/imports.ts';
import type { Unit } from '../../../../preload/contract/units.ts';
import { giveBack, toggleSkip } from '../draft/actions.ts';
import { Answers, changeWord } from './answers.tsx';
import { KindBar } from './kind-bar.tsx';
import { kindsOf, type Kind } from '../draft/kinds.ts';
import { placeText } from '../draft/places.ts';
import {
  previewCellName,
  LEVEL_HEADS,
  rowKey,
  type Level,
  type ImportProblem,
} from '../draft/problems.ts';
import { fileOf, setScope, showProblem, useImport } from '../draft/store.ts';
import { isOfOtherKind } from '../draft/tally.ts';
import { useUnits } from './unit-question.tsx';

const ICONS: Readonly<Record<Level, typeof WarningOutlined>> = {
  question: QuestionCircleOutlined,
  error: ExclamationCircleOutlined,
  warning: WarningOutlined,
  info: InfoCircleOutlined,
};
const LEVELS = Object.keys(LEVEL_HEADS) as readonly Level[];
/** of one kind, more than this is not read in a list; F8 still reaches them */
const SHOWN = 30;

interface ProblemProps {
  readonly draft: ImportDraft;
  readonly problem: ImportProblem;
  readonly units: readonly Unit[];
  readonly current: boolean;
}

function ProblemItem({ draft, problem, current, units }: ProblemProps) {
  const item = useRef<HTMLLIElement>(null);
  const Icon = ICONS[problem.level];
  const correctable = problem.level === 'warning' && problem.ask === 'figure';
  const place = placeText(draft, problem);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li
      ref={item}
      className={`imp-problem is-${problem.level}${current ? ' is-current' : ''}`}
      data-problem={previewCellName(problem.row, problem.column)}
      data-file={problem.file}
    >
      <Icon className="imp-problem-icon" />
      <div>
        <button type="button" className="imp-problem-head" onClick={() => showProblem(problem)}>
          <b>{problem.head}</b>
          <span className="imp-problem-cell">{previewCellName(problem.row, problem.column)}</span>
        </button>
        {place !== '' && <p className="imp-problem-place">{place}</p>}
        {(problem.rest !== '' || correctable) && (
          <p>
            {problem.rest}
            {correctable && (
              <button type="button" className="imp-link" onClick={() => showProblem(problem, true)}>
                {changeWord(draft, problem)}
              </button>
            )}
          </p>
        )}
        <Answers draft={draft} problem={problem} units={units} />
      </div>
    </li>
  );
}

/** The first of a kind, and the one in hand wherever it stands. */
function shownOf(kind: Kind, current: string | null): readonly ImportProblem[] {
  const first = kind.problems.slice(0, SHOWN);
  const held = kind.problems.slice(SHOWN).find((one) => one.key === current);
  return held === undefined ? first : [...first, held];
}

/** Why nothing is asked, or nothing can be taken. */
function clearSentence(draft: ImportDraft, file: string): string | null {
  const held = fileOf(draft, file);
  if (held !== undefined && isOfOtherKind(draft, held))
    return '此表属于另一类，本次不导入。本批导入完成后，请另行选择。';
  const known =
    held?.report?.sheets.some((sheet) => sheet.tables.some((table) => table.kind !== 'unknown')) ===
    true;
  if (held?.report === null) return '此文件无法读取，其他文件照常导入。';
  return known
    ? '识别完成，没有需要回答的问题'
    : '未能识别这张表。请检查表头是否完整，或在上方“导入到”中选择台账，或使用模板填写。';
}

function SkipRow({ draft }: { readonly draft: ImportDraft }) {
  const { cell, file, sheet } = useImport();
  const report = fileOf(draft, file)?.report?.sheets.find((one) => one.name === sheet);
  const isData = report?.tables.some((table) => table.dataRows.includes(cell.row)) === true;
  const here = rowKey({ file, sheet, row: cell.row });
  const skipped = draft.skippedRows.some((one) => rowKey(one) === here);
  return (
    <div className="imp-side-foot">
      <Button size="small" disabled={!isData} onClick={() => void toggleSkip(cell.row)}>
        {skipped ? `第${cell.row}行仍然导入` : isData ? `跳过第${cell.row}行` : '跳过本行'}
      </Button>
      <span>{isData ? 'Ctrl+-' : ''}</span>
      <span className="imp-push" />
      {draft.rejectedRows.some((one) => one.file === file) && (
        <Button size="small" onClick={() => void giveBack([file], false)}>
          退回这个表
        </Button>
      )}
    </div>
  );
}

export function ProblemPanel({ draft }: { readonly draft: ImportDraft }) {
  const { problems: all, problem, file, scope } = useImport();
  const units = useUnits();
  const many = draft.files.length > 1;
  const problems = useMemo(
    () =>
      many && scope === 'file'
        ? all.filter(
            (one) => one.file === file || one.unit?.rows.some((row) => row.file === file) === true,
          )
        : all,
    [all, many, scope, file],
  );
  const kinds = useMemo(() => kindsOf(problems), [problems]);
  const count = (...levels: Level[]): number =>
    problems.filter((one) => levels.includes(one.level)).length;
  return (
    <aside className="imp-side" aria-label="需要核对的" tabIndex={-1}>
      <div className="imp-side-head">
        <b>需要核对的</b>
        <small>
          提问{count('question', 'error')}　提醒{count('warning')}　说明{count('info')}
        </small>
      </div>
      {many && (
        <Segmented
          block
          size="small"
          className="imp-scope"
          aria-label="筛选"
          value={scope}
          options={[
            { value: 'all', label: '全部文件' },
            { value: 'file', label: '本文件' },
          ]}
          onChange={(value) => setScope(value as 'file' | 'all')}
        />
      )}
      <ul className="imp-problems">
        {problems.length === 0 && <li className="imp-clear">{clearSentence(draft, file)}</li>}
        {LEVELS.map((level) => {
          const own = kinds.filter((kind) => kind.level === level);
          return own.length === 0
            ? null
            : [
                <li key={level} className="imp-level">
                  {LEVEL_HEADS[level]}
                </li>,
                ...own.flatMap((kind) => {
                  const shown = shownOf(kind, problem);
                  return [
                    <KindBar key={kind.key} kind={kind} all={many && scope === 'all'} />,
                    ...shown.map((one) => (
                      <ProblemItem
                        key={one.key}
                        draft={draft}
                        problem={one}
                        current={one.key === problem}
                        units={units}
                      />
                    )),
                    kind.problems.length > shown.length ? (
                      <li key={`${kind.key}:more`} className="imp-clear">
                        还有{kind.problems.length - shown.length}处，按F8逐处看
                      </li>
                    ) : null,
                  ];
                }),
              ];
        })}
        {draft.notes.length > 0 && <li className="imp-level">导入时一起做</li>}
        {draft.notes.map((note) => (
          <li key={note} className="imp-problem is-info" data-note>
            <InfoCircleOutlined className="imp-problem-icon" />
            <div>
              <p>{note}</p>
            </div>
          </li>
        ))}
      </ul>
      <SkipRow draft={draft} />
    </aside>
  );
}
