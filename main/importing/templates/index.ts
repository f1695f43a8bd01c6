/** Templates: an empty workbook of a ledger, or one with its present records, that is filled in and comes back without a question. */
import { basename } from 'node:path';
import type { LedgerCode } from '../../domain/ledgers/index.ts';
import { ledgerNamed, allRows, values } from '../../services/query.ts';
import { facts } from '../../services/session.ts';
import { saveFile } from '../../services/save-file.ts';
import { listUnits } from '../../services/units.ts';
import type { ImportScene } from '../files.ts';
import { cellOf, columnsOf } from './columns.ts';
import { templateBytes } from './workbook.ts';

export async function writeTemplate({ book, host }: ImportScene, input: { readonly ledger: LedgerCode; readonly to: string; readonly filled: boolean }): Promise<{ file: string }> {
  const ledger = ledgerNamed(input.ledger);
  const units = listUnits(book).filter((unit) => unit.kind !== 'county').map((unit) => unit.name);
  const columns = columnsOf(ledger, { units, people: values(book, 'person', 'name') });
  const query = { ledger: input.ledger, filters: [], search: '', sort: [], group: [] };
  const rows = input.filled ? allRows(book, query).map((row) => columns.map((column) => cellOf(column, row))) : [];
  const path = await host.pathOf(input.to);
  await saveFile(path, await templateBytes({ ledger, county: facts(book).county ?? '', columns, rows }));
  return { file: basename(path) };
}
