/**
 * The head of the printed list while it is designed: which columns, under which heads, how wide in
 * mm, on how many sheets. Pure.
 */
import { fieldOfOwn } from '../../../main/domain/ledgers/own.ts';
import type { OwnField } from '../../../main/domain/ledgers/own-definition.ts';
import { isNumeric } from '../../../main/domain/ledgers/field.ts';
import type { LedgerDraft, DraftField } from './draft.ts';

export interface HeadColumn {
  readonly key: string;
  readonly group: string | null;
  readonly label: string;
  readonly mm: number;
}
const NUMBER_MM = 10;
/** A4 and A3 across, less the margins on both sides. */
const PAPER_MM = { A4: { long: 297, short: 210 }, A3: { long: 420, short: 297 } } as const;
const MARGINS_MM = 26;

export const paperWidth = ({ print }: LedgerDraft): number =>
  PAPER_MM[print.paper][print.landscape ? 'long' : 'short'] - MARGINS_MM;
export const paperRatio = ({ print }: LedgerDraft): number =>
  print.landscape
    ? PAPER_MM[print.paper].short / PAPER_MM[print.paper].long
    : PAPER_MM[print.paper].long / PAPER_MM[print.paper].short;

/**
 * The fields that are printed, in the order chosen, else in their own; the group's own column is
 * said by its lines.
 */
export function printedFields({ fields, print }: LedgerDraft): readonly DraftField[] {
  const shown = fields.filter((field) => !field.hidden);
  const chosen =
    print.columns.length === 0
      ? shown
      : print.columns.flatMap((key) => shown.find((field) => field.key === key) ?? []);
  return chosen;
}

/** px of the grid (14 px text) as mm of 10 pt paper, as the printed list has them. */
function mmOf({ key, ...field }: DraftField): number {
  const known = fieldOfOwn({ ...field, code: key } satisfies OwnField);
  if (isNumeric(known)) return 16;
  return known.kind === 'day' ? 21 : Math.round(known.width * 0.24);
}

export function headOf(draft: LedgerDraft): {
  readonly columns: readonly HeadColumn[];
  readonly wide: number;
  readonly over: number;
} {
  const columns = printedFields(draft).map((field): HeadColumn => ({
    key: field.key,
    group: field.group,
    label: measured(field),
    mm: mmOf(field),
  }));
  const room = paperWidth(draft);
  let wide = NUMBER_MM;
  let over = 0;
  for (const { mm } of columns) {
    wide += mm;
    if (wide > room) over += 1;
  }
  return { columns, wide, over };
}

const measured = ({ label, measure, kind }: DraftField): string =>
  kind === 'number' && measure !== null ? `${label}（${measure}）` : label;

/** Neighbours under the same head are one cell over them. */
export function spansOf(
  columns: readonly HeadColumn[],
): readonly { readonly group: string | null; readonly columns: readonly HeadColumn[] }[] {
  const spans: { group: string | null; columns: HeadColumn[] }[] = [];
  for (const column of columns) {
    const last = spans.at(-1);
    if (last !== undefined && column.group !== null && last.group === column.group)
      last.columns.push(column);
    else spans.push({ group: column.group, columns: [column] });
  }
  return spans;
}
