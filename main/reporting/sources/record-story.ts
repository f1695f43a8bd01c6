/** Where a record's figure comes from, and the records behind one that was counted or added. */
import type { StoryPart, FigureStory } from '../../../preload/contract/sources.ts';
import type { ParsedTableOptions } from '../../../preload/contract/tables.ts';
import type { PrintedSource } from '../../domain/sources/printed-source.ts';
import type { Row } from '../../../preload/contract/records.ts';
import { wireOf } from '../../data/ledgers/columns.ts';
import { sum, trim } from '../../domain/exact/decimal.ts';
import { isNumeric, type Field, type Ledger } from '../../domain/ledgers/field.ts';
import type { AnyCode } from '../../domain/ledgers/index.ts';
import type { Book } from '../../services/book/book.ts';
import { allRows, fieldNamed, ledgerNamed, recordDetail } from '../../services/records/query.ts';
import { wholeRow } from '../../data/records/records.ts';
import { printedCellText } from '../model/figures.ts';
import { printedMeasure, rowValueOf, tableCellOf } from '../tables/shared/values.ts';
import { figureEntriesOf } from './entries.ts';

type Measure = ParsedTableOptions['measure'];
type FieldSource = Extract<PrintedSource, { kind: 'field' }>;
type RecordsSource = Extract<PrintedSource, { kind: 'records' }>;

export function fieldStory(book: Book, asked: FieldSource, measure: Measure): FigureStory {
  const ledger = ledgerNamed(asked.ledger, book.db);
  const field = fieldNamed(ledger, asked.field);
  const { row, arrivals } = recordDetail(book, asked.ledger, asked.id);
  const parts =
    ledger.code === 'project' && field.code === 'arrived_total'
      ? arrivals.map(({ id, date, basis, amount, currency }) => {
          const of = ledgerNamed('arrival');
          const money = fieldNamed(of, 'amount');
          return partOf(
            book,
            of,
            { id, amount, currency },
            money,
            measure,
            `${date ?? '未填日期'}　${basis}`,
          );
        })
      : [];
  const entries = pastOfField(book, ledger, asked.id, field, measure);
  return {
    name: `${rowValueOf(row, ledger.nameField) ?? `第${asked.id}条`}　${field.label}`,
    text: textIn(field, row, measure),
    how:
      parts.length > 0
        ? `${ledger.label}中的数，到位资金有${parts.length}笔登记。`
        : entries.length > 0
          ? `${ledger.label}中的数。`
          : `由程序按${ledger.label}的其他字段算出。`,
    entries,
    parts,
  };
}

/** The text of a field's value, amounts with their measure. */
function textIn(field: Field, row: Row, measure: Measure): string {
  const printed = printedMeasure(field, measure);
  const cell = tableCellOf(row, field, measure);
  const isFigure = cell !== null && typeof cell === 'object' && 'figure' in cell;
  // what was given is told with all its places, also where the table prints fewer
  const given = isFigure ? (trim(cell.figure).split('.')[1] ?? '').length : 0;
  const text = printedCellText(
    cell,
    printed === null ? {} : { places: Math.max(printed.places, given) },
  );
  return text === '' ? '空' : text + (isFigure ? (printed?.name ?? '') : '');
}

function pastOfField(
  book: Book,
  ledger: Ledger,
  id: number,
  field: Field,
  measure: Measure,
): FigureStory['entries'] {
  const stored = wholeRow(book.db, ledger, id)?.[field.code];
  if (stored === undefined) return [];
  const currency =
    field.kind === 'money' && typeof field.currency !== 'string'
      ? { [field.currency.field]: wholeRow(book.db, ledger, id)?.[field.currency.field] ?? null }
      : {};
  return figureEntriesOf(book.db, {
    table: ledger.code as AnyCode,
    id,
    column: field.code,
    now: stored === null ? null : String(stored),
    text: (text) =>
      textIn(
        field,
        {
          id,
          ...Object.fromEntries(
            Object.entries(currency).map(([code, value]) => [
              code,
              value === null ? null : String(value),
            ]),
          ),
          [field.code]: wireOf(field, text),
        },
        measure,
      ),
    cells: ({ columns, row }) =>
      columns[field.code] === undefined ? [] : [`${columns[field.code]}${row}`],
  });
}

function partOf(
  book: Book,
  ledger: Ledger,
  row: Row,
  field: Field,
  measure: Measure,
  name = rowValueOf(row, ledger.nameField),
): StoryPart {
  return {
    name: name ?? `第${row.id}条`,
    text: textIn(field, row, measure),
    source: { kind: 'field', ledger: ledger.code as AnyCode, id: row.id, field: field.code },
    entered: pastOfField(book, ledger, row.id, field, measure)[0] ?? null,
  };
}

/** Counted records, or those whose figures were added. */
export function recordsStory(book: Book, asked: RecordsSource, measure: Measure): FigureStory {
  const ledger = ledgerNamed(asked.ledger, book.db);
  const field = asked.field === null ? null : fieldNamed(ledger, asked.field);
  const wanted = new Set(asked.ids);
  const rows = allRows(book, {
    ledger: asked.ledger,
    filters: [],
    search: '',
    sort: [],
    group: [],
  }).filter(({ id }) => wanted.has(id));
  const told = field === null ? rows : rows.filter((row) => rowValueOf(row, field.code) !== null);
  const parts = told.map((row): StoryPart =>
    partOf(book, ledger, row, field ?? fieldNamed(ledger, ledger.nameField), measure),
  );
  const figures = field === null ? [] : told.flatMap((row) => rowValueOf(row, field.code) ?? []);
  const [like] = told;
  return {
    name: `${ledger.label}${field === null ? '' : `　${field.label}`}`,
    text:
      field === null || !isNumeric(field) || like === undefined
        ? `${rows.length}${ledger.noun}`
        : textIn(field, { ...like, [field.code]: sum(figures) }, measure),
    how:
      field === null
        ? `${rows.length}${ledger.noun}，逐个计数。`
        : `${rows.length}${ledger.noun}中${told.length}${ledger.noun.slice(0, 1)}填了${field.label}，相加而得。`,
    entries: [],
    parts,
  };
}
