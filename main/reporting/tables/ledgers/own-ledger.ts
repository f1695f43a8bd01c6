/**
 * The table of a ledger that users define: a list as its definition lays it out; named by the
 * ledger's code.
 */
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { isGroupable } from '../../../domain/ledgers/field.ts';
import type { OwnLedger } from '../../../domain/ledgers/own.ts';
import { listReport } from './ledger-list.ts';
import type { PrintReport } from '../shared/report.ts';

export function infoOf({ code, definition, ledger }: OwnLedger): TableInfo {
  const { print } = definition;
  const all = ledger.fields.map((field) => field.code);
  return {
    name: code,
    title: print.title,
    about: definition.about === '' ? `逐条列出${definition.label}` : definition.about,
    clock: 'now',
    ledger: code,
    paper: print.paper,
    landscape: print.landscape,
    choices: ['columns'],
    columns: print.columns.length === 0 ? all : print.columns,
    ...(ledger.fields.some(isGroupable) ? { group: { field: print.group, none: '不分组' } } : {}),
  };
}

export const ownList = (own: OwnLedger): PrintReport =>
  listReport({ ...infoOf(own), of: own.ledger });
