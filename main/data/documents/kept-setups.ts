/** The page set-ups of printed tables as the book keeps them. */
import { z } from 'zod';
import {
  tableSetupSchema,
  type NamedSetup,
  type TableSetup,
} from '../../../preload/contract/setups.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';
import type { Reader } from '../open.ts';
import { decideSetting, setting } from '../settings.ts';
import type { Writing } from '../write.ts';

/** by table, then by name */
const setupsSchema = z.record(z.string(), z.record(z.string(), tableSetupSchema));
type Setups = z.output<typeof setupsSchema>;
const KIND: KeptKind<Setups> = { version: 1, shape: setupsSchema };

/** @throws Fault kept.damaged, kept.newer */
function allSetups(db: Reader): Setups {
  const text = setting(db, 'tableSetups');
  return text === null ? {} : readKept(text, KIND, '版式');
}

/** Of one table, by name. @throws Fault kept.damaged, kept.newer */
export const setupsOf = (db: Reader, table: string): readonly NamedSetup[] =>
  Object.entries(allSetups(db)[table] ?? {}).map(([name, setup]) => ({ name, ...setup }));

/** One of the same name is replaced; null takes it away. */
export function keepSetup(
  writing: Writing,
  table: string,
  name: string,
  setup: TableSetup | null,
): void {
  const all = allSetups(writing.db);
  const { [name]: _before, ...others } = all[table] ?? {};
  const own = setup === null ? others : { ...others, [name]: setup };
  decideSetting(writing, 'tableSetups', keptText(KIND, { ...all, [table]: own }));
}
