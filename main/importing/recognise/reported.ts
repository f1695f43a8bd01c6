/** A recognised table as the public report tells it: rows 1-based, columns by letter. */
import type { Table } from '../../../preload/contract/imports.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { MappedTable } from '../sheet/mapped.ts';

export function reportedTable(table: MappedTable): Table {
  const { region } = table;
  const plus = (row: number): number => row + 1;
  return {
    kind: table.kind,
    ledger: table.ledger?.code ?? null,
    titleRows: region.titleRows.map(plus),
    headerRows: [region.headerRows[0] + 1, region.headerRows[1] + 1],
    dataRows: [...new Set([...region.dataRows, ...region.parts.map((part) => part.row)])]
      .sort((a, b) => a - b)
      .map(plus),
    groupRows: region.groupRows.map((group) => group.row + 1),
    totalRows: region.totalRows.map((total) => total.row + 1),
    noteRows: region.noteRows.map(plus),
    columns: table.columns.map((one) => ({
      column: columnName(one.index),
      path: one.path,
      field: one.field?.code ?? null,
      month: one.month?.startsWith('?') === true ? null : one.month,
      measure: one.measure?.name ?? null,
      confidence: Math.round(one.confidence * 100) / 100,
      reason: one.reason,
      use: one.use,
      ...(one.role === undefined ? {} : { role: one.role }),
      ...(one.indicator === undefined ? {} : { indicator: one.indicator }),
      ...(one.part === undefined ? {} : { part: one.part }),
    })),
    issues: table.issues,
    totals: table.totals,
    records: table.records.length,
    facts: table.facts.length,
  };
}
