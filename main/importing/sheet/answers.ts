/**
 * The wizard's answers: which of them concern a file, applied to what was read without touching it,
 * kept for the next file.
 */
import { kindOfName } from '../../domain/ledgers/unit.ts';
import { columnNumber } from '../../domain/read/sheet-address.ts';
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import { kindOfCell } from './cell-kinds.ts';
import type { CellValue, SourceSheet } from './sheet.ts';

/** A file's headers as one text, and the sheets that have them, in order. */
export interface FileForm {
  readonly shape: string | null;
  readonly sheets: readonly string[];
}

/** The sheet with the cells that the user retyped; of answers that speak of this sheet's file. */
export function withCells(sheet: SourceSheet, answers: readonly ImportAnswer[]): SourceSheet {
  const typed = answers.filter((answer) => answer.kind === 'cell' && answer.sheet === sheet.name);
  if (typed.length === 0) return sheet;
  const rows: (readonly CellValue[])[] = sheet.rows.slice();
  let { merges } = sheet;
  for (const answer of typed) {
    if (answer.kind !== 'cell' || answer.row < 1 || answer.row > rows.length) continue;
    const row = (rows[answer.row - 1] ?? []).slice();
    const column = columnNumber(answer.column);
    while (row.length <= column) row.push(null);
    // a figure retyped is this row's: whatever it was merged with has none any more
    if (kindOfCell(row[column]) === 'figure')
      merges = merges.filter((one) => one.top !== answer.row - 1 || one.left !== column);
    row[column] = answer.text.trim() === '' ? null : answer.text;
    rows[answer.row - 1] = row;
  }
  return { ...sheet, rows, merges };
}

/**
 * The answers that concern one file: its own, those about no file, and what was said of the columns
 * of another file with the same headers.
 */
export function answersFor(
  file: string,
  answers: readonly ImportAnswer[],
  formOf: (file: string) => FileForm | null,
): readonly ImportAnswer[] {
  return answers.flatMap((answer): readonly ImportAnswer[] => {
    if (!('file' in answer) || answer.file === undefined || answer.file === file) return [answer];
    if (answer.kind !== 'field' && answer.kind !== 'measure') return [];
    const [own, other] = [formOf(file), formOf(answer.file)];
    const sheet =
      own?.shape != null && own.shape === other?.shape
        ? own.sheets[other.sheets.indexOf(answer.sheet)]
        : undefined;
    return sheet === undefined ? [] : [{ ...answer, file, sheet }];
  });
}

/** A table of a workbook by its sheet, its place there, and its head as one text. */
export interface HeadedPlace {
  readonly sheet: string;
  readonly table: number;
  readonly words: string;
}

/**
 * What is said of a column holds for the tables with the same head on the other sheets, where
 * nothing else is said of theirs.
 */
export function overSheets(
  answers: readonly ImportAnswer[],
  places: readonly HeadedPlace[],
): readonly ImportAnswer[] {
  const spread = answers.flatMap((answer): readonly ImportAnswer[] => {
    if (answer.kind !== 'field' && answer.kind !== 'measure' && answer.kind !== 'part') return [];
    const words = places.find(
      ({ sheet, table }) => sheet === answer.sheet && table === answer.table,
    )?.words;
    return words === undefined
      ? []
      : places.flatMap(({ sheet, table, words: other }) =>
          other === words && (sheet !== answer.sheet || table !== answer.table)
            ? [{ ...answer, sheet, table }]
            : [],
        );
  });
  return spread.length === 0 ? answers : [...spread, ...answers];
}

/**
 * What is worth remembering for the next file of the same shape: what columns and names mean, not
 * what single cells hold. Sheets by their place.
 */
export function lastingAnswers(
  answers: readonly ImportAnswer[],
  sheets: readonly string[],
): readonly ImportAnswer[] | null {
  const kept = answers.flatMap((answer): readonly ImportAnswer[] => {
    if (answer.kind === 'unit') return answer.as.is === 'known' ? [answer] : [];
    return answer.kind === 'field' || answer.kind === 'measure' || answer.kind === 'part'
      ? [{ ...answer, file: '', sheet: String(sheets.indexOf(answer.sheet)) }]
      : [];
  });
  return kept.length === 0 ? null : kept;
}

/** What `lasting` kept, for a file whose sheets are called otherwise. */
export const recalledAnswers = (
  kept: readonly ImportAnswer[],
  sheets: readonly string[],
): readonly ImportAnswer[] =>
  kept.map((answer) =>
    'sheet' in answer && answer.sheet !== undefined
      ? { ...answer, sheet: sheets[Number(answer.sheet)] ?? '' }
      : answer,
  );

/** The answer that makes an unknown name a unit of the kind that the name itself tells. */
export function asNewUnit(name: string): ImportAnswer {
  const kind = kindOfName(name);
  return {
    kind: 'unit',
    name,
    as: { is: 'new', unitKind: kind === 'county' ? 'department' : kind },
  };
}
