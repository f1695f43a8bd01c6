/**
 * A ledger's saved views as the book keeps them: the units that they filter by stand there by id.
 */
import { keptViewSchema, type KeptView, type NamedView } from '../../../preload/contract/views.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';
import { named, referencesInFilters } from '../kept/references.ts';
import type { Reader } from '../open.ts';
import { askRows, askValue, shape } from '../rows.ts';
import type { Writing } from '../write.ts';

const KIND: KeptKind<KeptView> = { version: 1, shape: keptViewSchema };
const SAVED = shape({ name: 'text!', content: 'text!' });

/** By name. @throws Fault kept.damaged, kept.newer */
export const savedViews = (db: Reader, ledger: string): readonly NamedView[] =>
  askRows(
    db,
    SAVED,
    'SELECT name, content FROM saved_view WHERE ledger = ? ORDER BY name',
    ledger,
  ).map(({ name, content }) => ({
    name,
    ...readKept(content, KIND, `视图“${name}”`, (view) => named(db, view)),
  }));

export const savedViewId = (db: Reader, ledger: string, name: string): number | null =>
  askValue(db, 'integer', 'SELECT id FROM saved_view WHERE ledger = ? AND name = ?', ledger, name);

/** One of the same name is replaced. */
export function keepView(
  writing: Writing,
  { code, fields }: Ledger,
  name: string,
  view: KeptView,
): void {
  const content = keptText(KIND, {
    ...view,
    filters: referencesInFilters(writing.db, fields, view.filters),
  });
  const id = savedViewId(writing.db, code, name);
  if (id === null) writing.insert('saved_view', { ledger: code, name, content });
  else writing.update('saved_view', id, { content });
}
