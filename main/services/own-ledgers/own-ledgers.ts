/**
 * Ledgers that users define: list, create, change without losing a value, take from the shipped
 * ones.
 */
import type {
  DefinitionDraft,
  OwnLedgerInfo,
  SavedLedger,
  ShippedLedger,
} from '../../../preload/contract/own-ledgers.ts';
import {
  columnsOfTable,
  layTable,
  ownLedger,
  ownLedgerId,
  ownLedgers,
} from '../../data/ledgers/own-ledgers.ts';
import { definitionText } from '../../data/ledgers/kept-definition.ts';
import type { Reader } from '../../data/open.ts';
import { countAll } from '../../data/records/records.ts';
import type { Writing } from '../../data/write.ts';
import { Fault } from '../../domain/fault.ts';
import type { OwnCode } from '../../domain/ledgers/own-code.ts';
import { LEDGER_CODES, ledgers } from '../../domain/ledgers/index.ts';
import type { OwnLedger } from '../../domain/ledgers/own.ts';
import type { OwnDefinition } from '../../domain/ledgers/own-definition.ts';
import {
  settleDefinition,
  type DefinitionProblem,
  type SettledDefinition,
} from '../../domain/ledgers/own-draft.ts';
import { SHIPPED } from '../../domain/ledgers/shipped/index.ts';
import { command, type Book } from '../book/book.ts';
import { changeKinds, recompute } from './own-kinds.ts';
import { refuseBroken, refuseFieldsInUse, usesThatWork } from './own-uses.ts';

const infoOf = (db: Reader, own: OwnLedger): OwnLedgerInfo => ({
  ...own,
  records: countAll(db, own.ledger),
});

export const listLedgers = ({ db }: Book): readonly OwnLedgerInfo[] =>
  ownLedgers(db).map((own) => infoOf(db, own));

/** @throws Fault ledger.unknown */
export function ownLedgerNamed(db: Reader, code: string): OwnLedger {
  const own = ownLedger(db, code);
  if (own === null) throw new Fault('ledger.unknown', { ledger: code });
  return own;
}

export function checkDefinition(
  { db }: Book,
  code: OwnCode | null,
  draft: DefinitionDraft,
): readonly DefinitionProblem[] {
  return settledFor(db, code, draft).problems;
}

export function createLedger(book: Book, draft: DefinitionDraft): SavedLedger {
  return create(book, sound(settledFor(book.db, null, draft)), null);
}

/**
 * Replaces the definition. A field whose kind is stored otherwise goes on under a new code with its
 * values converted. @throws Fault ledger.wrong
 */
export function saveLedger(book: Book, code: OwnCode, draft: DefinitionDraft): SavedLedger {
  const before = ownLedgerNamed(book.db, code);
  const definition = sound(settledFor(book.db, code, draft));
  refuseFieldsInUse(book.db, before, definition);
  const uses = usesThatWork(book, code);
  const change = command(book, `修改台账“${definition.label}”`, ['ledgers', code], (writing) => {
    store(writing, code, before.version + 1, changeKinds(writing, before, definition));
    recompute(writing, ownLedgerNamed(book.db, code).ledger);
    refuseBroken(book, uses);
    return writing.change;
  });
  return { ...infoOf(book.db, ownLedgerNamed(book.db, code)), change };
}

export function listShipped({ db }: Book): readonly ShippedLedger[] {
  return SHIPPED.map(({ code, definition }) => ({
    code,
    label: definition.label,
    about: definition.about,
    definition,
    present: ownLedger(db, code) !== null,
  }));
}

/** @throws Fault ledger.unknown, ledger.wrong where the book has it already */
export function addShipped(book: Book, code: OwnCode): SavedLedger {
  const shipped = SHIPPED.find((one) => one.code === code);
  if (shipped === undefined) throw new Fault('ledger.unknown', { ledger: code });
  if (ownLedger(book.db, code) !== null)
    throw new Fault('ledger.wrong', {
      problem: `“${shipped.definition.label}”已经建过了，直接打开用`,
    });
  return create(book, sound(settleDefinition(shipped.definition, null, true)), code);
}

function create(book: Book, definition: OwnDefinition, given: OwnCode | null): SavedLedger {
  const made = command(book, `新建台账“${definition.label}”`, ['ledgers'], (writing) => ({
    code: insert(writing, definition, given),
    change: writing.change,
  }));
  return { ...infoOf(book.db, ownLedgerNamed(book.db, made.code)), change: made.change };
}

/** With its table; a ledger that is not shipped is called by its number. */
function insert(writing: Writing, definition: OwnDefinition, given: OwnCode | null): OwnCode {
  const id = writing.insert('own_ledger', {
    code: given ?? 'own_new',
    version: 1,
    definition: definitionText(writing.db, definition),
  });
  const code = given ?? (`own_${id}` as const);
  if (given === null) writing.update('own_ledger', id, { code });
  layTable(writing.db, code, definition);
  return code;
}

/** Makes a shipped ledger where the book has it not yet. */
export function ensureShipped(writing: Writing, code: OwnCode): void {
  const shipped = SHIPPED.find((one) => one.code === code);
  if (shipped !== undefined && ownLedger(writing.db, code) === null)
    insert(writing, sound(settleDefinition(shipped.definition, null, true)), code);
}

function store(writing: Writing, code: OwnCode, version: number, definition: OwnDefinition): void {
  layTable(writing.db, code, definition);
  const id = ownLedgerId(writing.db, code);
  if (id === null) throw new Fault('ledger.unknown', { ledger: code });
  writing.update('own_ledger', id, {
    version,
    definition: definitionText(writing.db, definition),
  });
}

function settledFor(db: Reader, code: OwnCode | null, draft: DefinitionDraft): SettledDefinition {
  const standing =
    code === null
      ? null
      : { definition: ownLedgerNamed(db, code).definition, columns: columnsOfTable(db, code) };
  const settled = settleDefinition(draft, standing);
  const others = [
    ...LEDGER_CODES.map((one) => ledgers[one].label as string),
    ...ownLedgers(db)
      .filter((own) => own.code !== code)
      .map((own) => own.definition.label),
  ];
  return others.includes(draft.label)
    ? {
        ...settled,
        problems: [
          { field: null, message: `已经有一本“${draft.label}”，换个名称` },
          ...settled.problems,
        ],
      }
    : settled;
}

/** @throws Fault ledger.wrong with the first problem */
function sound({ definition, problems: [first] }: SettledDefinition): OwnDefinition {
  if (first !== undefined) throw new Fault('ledger.wrong', { problem: first.message });
  return definition;
}
