/**
 * What one file would create, judged with every unit of it new: the records as the core sends them,
 * and what is said of the table.
 */
import { judgedOne } from './judged.ts';
import { wiredOf } from './planned.ts';

export async function createdRecords(
  file: string,
  bytes: Uint8Array,
  ledger: Parameters<typeof judgedOne>[2],
) {
  const { judged, tables } = await judgedOne(file, bytes, ledger, (shown) =>
    shown.unknownUnits.map(({ name }) => ({
      kind: 'unit' as const,
      name,
      as: { is: 'new' as const, unitKind: 'township' as const },
    })),
  );
  return {
    facts: judged.facts.length,
    records: judged.plan.creates.map((one): Readonly<Record<string, unknown>> => ({
      extra: one.extra,
      ...wiredOf(tables[0]?.ledger, one),
    })),
    said: tables
      .flatMap((table) => table.issues)
      .filter(({ level }) => level !== 'info')
      .map(({ column, row, code }) => `${column ?? ''}${row} ${code}`),
  };
}
