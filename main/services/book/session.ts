/** The book's own facts: county, year, whether it is the sample; and the first start. */
import type { Session } from '../../../preload/contract/session.ts';
import { transaction, type Reader } from '../../data/open.ts';
import { changesAfter } from '../../data/records/changes.ts';
import { lastChange } from '../../data/records/history.ts';
import { setting, setSetting } from '../../data/settings.ts';
import { addUnit } from '../../data/units/units.ts';
import { Fault } from '../../domain/fault.ts';
import type { UnitKind } from '../../domain/ledgers/unit.ts';
import { aliasesText } from '../../domain/read/aliases.ts';
import { command, type Book } from './book.ts';
import { operatorsOf } from './operator.ts';

export type SessionFacts = Omit<Session, 'dataFolder' | 'version'>;

export function sessionFacts(book: Book): SessionFacts {
  const year = setting(book.db, 'year');
  return {
    county: setting(book.db, 'county'),
    year: year === null ? book.clock().getFullYear() : Number(year),
    sample: setting(book.db, 'sample') === 'yes',
    ownChanges: ownChangesOf(book.db),
    operators: operatorsOf(book.db),
  };
}

/** Changes in force that the user made in the sample book; 0 in any other. */
function ownChangesOf(db: Reader): number {
  const made = setting(db, 'sampleMade');
  return made === null ? 0 : changesAfter(db, Number(made));
}

export function noteSampleMade(book: Book): void {
  transaction(book.db, (tx) => setSetting(tx, 'sampleMade', String(lastChange(tx))));
}

/** The county's name. @throws Fault county.missing before the first start */
export function countyOf(book: Book): string {
  const county = setting(book.db, 'county');
  if (county === null) throw new Fault('county.missing', {});
  return county;
}

export function beginBook(
  book: Book,
  input: {
    readonly county: string;
    readonly year: number;
    readonly units: readonly {
      readonly name: string;
      readonly kind: UnitKind;
      readonly aliases?: readonly string[];
    }[];
    readonly sample: boolean;
  },
): void {
  const present = setting(book.db, 'county');
  if (present !== null) throw new Fault('county.exists', { county: present });
  command(book, '开始使用', ['session', 'unit'], (writing) => {
    setSetting(writing.db, 'county', input.county);
    setSetting(writing.db, 'year', String(input.year));
    setSetting(writing.db, 'sample', input.sample ? 'yes' : 'no');
    addUnit(writing, { name: input.county, kind: 'county' });
    const seen = new Set([input.county]);
    for (const unit of input.units) {
      if (seen.has(unit.name)) continue;
      seen.add(unit.name);
      addUnit(writing, {
        name: unit.name,
        kind: unit.kind,
        aliases: aliasesText(unit.aliases ?? []),
      });
    }
  });
}

/**
 * The year in view is a setting of the window, not a change of the office's data: it leaves no
 * audit.
 */
export function setYear(book: Book, year: number): void {
  transaction(book.db, (tx) => setSetting(tx, 'year', String(year)));
  book.changed(['session']);
}
