/**
 * 经办人: who sits at this PC. A matter of the PC, as the year in view is, and no audited change;
 * what is changed afterwards carries the name.
 */
import { transaction, type Reader } from '../../data/open.ts';
import { setting, setSetting } from '../../data/settings.ts';
import type { Book } from './book.ts';

/** What the audit says until somebody has given a name. */
const UNNAMED = '本机';
/** As many names as colleagues share a PC. */
const KEPT = 8;

/** Who sat at this PC, who does now first; empty until somebody has given a name. */
export const operatorsOf = (db: Reader): readonly string[] =>
  (setting(db, 'operators') ?? '').split('\n').filter((name) => name !== '');

/** The name that the audit gets. */
export const operatorOf = (db: Reader): string => operatorsOf(db)[0] ?? UNNAMED;

/** @param name in one line, not empty */
export function setOperator(book: Book, name: string): void {
  const earlier = operatorsOf(book.db).filter((one) => one !== name);
  transaction(book.db, (tx) =>
    setSetting(tx, 'operators', [name, ...earlier].slice(0, KEPT).join('\n')),
  );
  book.changed(['session']);
}
