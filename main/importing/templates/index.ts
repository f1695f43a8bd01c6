/**
 * Templates: an empty workbook of a ledger or of a month's figures, or one with what is at hand,
 * that is filled in and comes back without a question.
 */
import { basename } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import type { AnyCode } from '../../domain/ledgers/index.ts';
import type { Book } from '../../services/book/book.ts';
import { ledgerNamed, allRows, fieldValues } from '../../services/records/query.ts';
import { sessionFacts } from '../../services/book/session.ts';
import { saveFile } from '../../services/book/save-file.ts';
import { listUnits } from '../../services/units/units.ts';
import type { ImportScene } from '../plan/import-scene.ts';
import { templateCellOf, templateColumnsOf } from './columns.ts';
import { monthTemplate } from './month.ts';
import { monthBytes } from './month-workbook.ts';
import { templateBytes } from './workbook.ts';

export interface TemplateInput {
  /** `figures`: the form of a month's figures */
  readonly ledger: AnyCode | 'figures';
  readonly to: string;
  readonly filled: boolean;
  /** of a month's form: the assessment year and the place (1…12) in it */
  readonly year?: number | undefined;
  readonly month?: number | undefined;
}

/**
 * @throws Fault indicator.none for a month's form before there is an indicator; input.invalid for
 * one without its month
 */
export async function writeTemplate(
  { book, host }: ImportScene,
  { ledger, to, filled, year, month }: TemplateInput,
): Promise<{ file: string }> {
  const path = await host.pathOf(to);
  if (ledger === 'figures' && (year === undefined || month === undefined))
    throw new Fault('input.invalid', { path: year === undefined ? 'year' : 'month' });
  const bytes =
    ledger === 'figures'
      ? await monthBytes(monthTemplate(book, { year: year ?? 0, month: month ?? 0, filled }))
      : await ledgerBytes(book, ledger, filled);
  return { file: basename(await saveFile(path, bytes)) };
}

function ledgerBytes(book: Book, code: AnyCode, filled: boolean): Promise<Uint8Array> {
  const ledger = ledgerNamed(code, book.db);
  const units = listUnits(book)
    .filter((unit) => unit.kind !== 'county')
    .map((unit) => unit.name);
  const columns = templateColumnsOf(ledger, { units, people: fieldValues(book, 'person', 'name') });
  const rows = filled
    ? allRows(book, { ledger: code, filters: [], search: '', sort: [], group: [] }).map((row) =>
        columns.map((column) => templateCellOf(column, row)),
      )
    : [];
  return templateBytes({ ledger, county: sessionFacts(book).county ?? '', columns, rows });
}
