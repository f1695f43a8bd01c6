/**
 * The head of the check: the file and sheet, the steps, where it goes and for which period; under
 * it what the tints mean.
 */
import { Select } from 'antd';
import { IMPORTABLE_CODES } from '../../../../main/domain/ledgers/identity.ts';
import { knownLedgerOf, useOwnLedgers } from '../../../stores/ledgers.ts';
import type { ImportDraft, DraftFile, SheetReport } from '../../../../preload/contract/imports.ts';
import { readAs, sendAnswers } from '../draft/actions.ts';
import { FACTS_TITLE } from '../draft/changes.ts';
import { ROLE_NAMES } from '../draft/layout.ts';
import { thisYear } from '../../../format/today.ts';

const STEPS = ['选文件', '核对', '完成'] as const;
const MONTHS = Array.from({ length: 12 }, (_, at) => ({ value: at + 1, label: `${at + 1}月` }));
const AUTO = '';

/** The ledgers that a file may be: the built-in ones, and those that users define and still use. */
export function useKinds(): readonly { readonly value: string; readonly label: string }[] {
  const own = useOwnLedgers((state) => state.own) ?? [];
  const builtIn = IMPORTABLE_CODES.map((code) => ({
    value: code as string,
    label: knownLedgerOf(code)?.label ?? code,
  }));
  return [
    ...builtIn,
    ...own
      .filter((one) => !one.definition.retired)
      .map((one) => ({ value: one.code as string, label: one.definition.label })),
  ];
}

export function Steps({ at }: { readonly at: 1 | 2 | 3 }) {
  return (
    <ol className="imp-steps">
      {STEPS.map((name, index) => (
        <li
          key={name}
          className={index + 1 === at ? 'is-on' : index + 1 < at ? 'is-done' : ''}
          aria-current={index + 1 === at ? 'step' : undefined}
        >
          <b>{index + 1}</b>
          {name}
        </li>
      ))}
    </ol>
  );
}

function Period({ file, report }: { readonly file: string; readonly report: SheetReport }) {
  const now = thisYear();
  const year = report.period?.year ?? null;
  const month = report.period?.month ?? null;
  const newest = Math.max(now, year ?? 0) + 1;
  const years = Array.from({ length: newest - 1999 }, (_, at) => ({
    value: newest - at,
    label: `${newest - at}年`,
  }));
  const answer = (nextYear: number | null, nextMonth: number | null): void => {
    if (nextYear !== null)
      void sendAnswers([{ kind: 'period', file, year: nextYear, month: nextMonth }]);
  };
  return (
    <>
      <Select
        aria-label="哪一年的表"
        placeholder="哪一年"
        popupMatchSelectWidth={false}
        value={year}
        options={years}
        onChange={(value: number) => answer(value, month)}
      />
      <Select
        aria-label="哪一月的表"
        placeholder="不分月"
        popupMatchSelectWidth={false}
        value={month ?? 0}
        options={[{ value: 0, label: '不分月' }, ...MONTHS]}
        onChange={(value: number) => answer(year ?? now, value === 0 ? null : value)}
      />
    </>
  );
}

/** What the files are taken for; another choice reads them again. */
function Target({ draft }: { readonly draft: ImportDraft }) {
  const told = draft.ledger ?? AUTO;
  const kinds = useKinds();
  const none =
    draft.facts > 0 ||
    draft.files.some((one) =>
      one.report?.sheets.some((sheet) =>
        sheet.tables.some((table) => table.kind === 'matrix' || table.kind === 'targets'),
      ),
    )
      ? FACTS_TITLE
      : '尚未识别';
  return (
    <Select
      className="imp-to"
      aria-label="导入到"
      prefix={<em>导入到</em>}
      popupMatchSelectWidth={false}
      value={told}
      onChange={(value: string) => void readAs(value === AUTO ? null : value)}
      options={
        draft.ledger === null
          ? [{ value: AUTO, label: none }, ...kinds]
          : [...kinds, { value: AUTO, label: '由程序识别' }]
      }
    />
  );
}

interface HeadProps {
  readonly draft: ImportDraft;
  readonly file: DraftFile;
  readonly report: SheetReport | undefined;
}

export function CheckHead({ draft, file, report }: HeadProps) {
  const name = report === undefined ? file.file : `${file.file} › ${report.name}`;
  return (
    <>
      <header className="imp-head">
        <h1>导入核对</h1>
        <span className="imp-file" title={name}>
          {name}
        </span>
        <span className="imp-push" />
        <Steps at={2} />
        <Target draft={draft} />
        {report !== undefined && <Period file={file.file} report={report} />}
      </header>
      <div className="imp-key">
        {ROLE_NAMES.map(([role, label]) => (
          <span key={role}>
            <i className={`is-${role}`} />
            {label}
          </span>
        ))}
        <span className="imp-push">
          {file.remembered
            ? '列的对应是上次确认过的；点列上方的名称可改'
            : '列上方为识别出的字段及可信度（满分100），点开可改'}
        </span>
      </div>
    </>
  );
}
