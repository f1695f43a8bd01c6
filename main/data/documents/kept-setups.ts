/**
 * The page set-ups of printed tables as the book keeps them: indicators, units and the users' own
 * fields that head a column stand there by what does not change with their names.
 */
import { z } from 'zod';
import {
  tableSetupSchema,
  type NamedSetup,
  type TableSetup,
} from '../../../preload/contract/setups.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';
import { named, referenceTo } from '../kept/references.ts';
import { ownLedger } from '../ledgers/own-ledgers.ts';
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
  if (text === null) return {};
  return readKept(text, KIND, '版式', (content) => named(db, withLabels(db, content)));
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
  const { db } = writing;
  const all = allSetups(db);
  const { [name]: _before, ...others } = all[table] ?? {};
  const now: Setups = { ...all, [table]: setup === null ? others : { ...others, [name]: setup } };
  const kept = Object.entries(now).map(([of, list]) => [
    of,
    Object.fromEntries(
      Object.entries(list).map(([called, one]) => [called, withReferences(db, of, one)]),
    ),
  ]);
  decideSetting(writing, 'tableSetups', keptText(KIND, Object.fromEntries(kept)));
}

function withReferences(db: Reader, table: string, { options, layout }: TableSetup): unknown {
  const fields = ownLedger(db, table)?.ledger.fields ?? [];
  const kept = (key: string): unknown => keyWithReferences(db, table, fields, key);
  const { columns, sort } = layout;
  return {
    options,
    layout: {
      ...layout,
      ...(columns === undefined ? {} : { columns: columns.map(kept) }),
      ...(sort === undefined ? {} : { sort: { ...sort, column: kept(sort.column) } }),
    },
  };
}

type Labelled = readonly { readonly code: string; readonly label: string }[];

/** A column's key is its heads, one over the other: 到位资金（万元）/确保. */
function keyWithReferences(db: Reader, table: string, fields: Labelled, key: string): unknown {
  const joined = key
    .split('/')
    .flatMap((head, at) => [...(at === 0 ? [] : ['/']), ...headParts(db, table, fields, head)]);
  return joined.every((part) => typeof part === 'string') ? key : { joined };
}

/** What a head names, and the words behind it: its measure, or which of two alike it is. */
function headParts(db: Reader, table: string, fields: Labelled, head: string): unknown[] {
  const ends = [head.length, ...[...head.matchAll(/[（#]/gu)].map(({ index }) => index)];
  for (const end of ends.toSorted((a, b) => b - a)) {
    const [name, rest] = [head.slice(0, end), head.slice(end)];
    const field = fields.find(({ label }) => label === name);
    const meant =
      field === undefined
        ? [referenceTo(db, 'indicator', name), referenceTo(db, 'unit', name)].find(
            (one) => typeof one === 'object',
          )
        : { own: table, field: field.code, label: name };
    if (meant !== undefined) return rest === '' ? [meant] : [meant, rest];
  }
  return [head];
}

const ownField = z.strictObject({ own: z.string(), field: z.string(), label: z.string() });

/** With the labels that the users' own fields have now. */
function withLabels(db: Reader, content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return content;
  if (Array.isArray(content)) return content.map((one: unknown) => withLabels(db, one));
  const read = ownField.safeParse(content);
  if (!read.success)
    return Object.fromEntries(
      Object.entries(content).map(([key, value]: [string, unknown]) => [
        key,
        withLabels(db, value),
      ]),
    );
  const { own, field, label } = read.data;
  return ownLedger(db, own)?.ledger.fields.find(({ code }) => code === field)?.label ?? label;
}
