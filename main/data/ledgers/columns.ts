/**
 * How a ledger's fields lie in its table: expressions to select, sort and filter, and rows to wire
 * values.
 */
import { fromScaled, smallScaled, toScaled } from '../../domain/exact/decimal.ts';
import type { Field, Ledger, Value } from '../../domain/ledgers/field.ts';
import { fenOfYuan, yuanText } from '../../domain/exact/money.ts';
import { TIERS } from '../../domain/ledgers/size-tier.ts';
import type { SqlValue } from '../rows.ts';

/** Fields that are read from elsewhere than a column of their own name. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'arrival.project': '(SELECT name FROM project WHERE id = arrival.project_id)',
  'arrival.introducer': '(SELECT introducer FROM project WHERE id = arrival.project_id)',
  'arrival.shares':
    "(SELECT CASE WHEN count(*) > 1 THEN group_concat(unit.name || printf('%g', share / 100.0) || '%', '、' ORDER BY credit.id) END FROM credit JOIN unit ON unit.id = unit_id WHERE project_id = arrival.project_id)",
  'arrival.cut': '(arrival.amount - arrival.recognised)',
  'arrival.cut_reason':
    "(SELECT group_concat(reason, '、' ORDER BY id) FROM arrival_cut WHERE arrival_id = arrival.id)",
  'unit.parent': '(SELECT upper.name FROM unit AS upper WHERE upper.id = unit.parent_id)',
  'project.tier': `CASE WHEN project.total_investment IS NULL OR project.currency <> 'CNY' THEN NULL ${TIERS.toReversed()
    .map((tier) =>
      tier.from === 0n
        ? `ELSE '${tier.value}'`
        : `WHEN project.total_investment >= ${tier.from} THEN '${tier.value}'`,
    )
    .join(' ')} END`,
};

/** The field's stored value as SQL: a column, or a look-up. */
export function storedCell(ledger: Ledger, field: Field): string {
  return ELSEWHERE[`${ledger.code}.${field.code}`] ?? `${ledger.code}.${field.code}`;
}

/**
 * The first and the last day that a stored day may be, as SQL: a day that is only a year or month
 * spans all of it.
 */
export const daySpan = (column: string): readonly [first: string, last: string] => [
  `substr(${column} || '-01-01', 1, 10)`,
  `CASE length(${column}) WHEN 10 THEN ${column} WHEN 7 THEN date(${column} || '-01', '+1 month', '-1 day') ELSE ${column} || '-12-31' END`,
];

/** Columns of a page, in field order; units as their names. */
export function selectedColumns(ledger: Ledger): string {
  const one = (field: Field): string =>
    field.kind === 'unit'
      ? `(SELECT name FROM unit WHERE id = ${storedCell(ledger, field)}) AS ${field.code}`
      : `${storedCell(ledger, field)} AS ${field.code}`;
  return [`${ledger.code}.id`, ...ledger.fields.map(one)].join(', ');
}

/** What a field sorts and groups by: choices and units in their own order, not by their letters. */
export function sortKey(ledger: Ledger, field: Field): string {
  const column = storedCell(ledger, field);
  if (field.kind === 'unit') return `(SELECT place FROM unit WHERE id = ${column})`;
  if (field.kind !== 'choice') return column;
  return `CASE ${column} ${field.choices.map((choice, place) => `WHEN '${choice.value.replaceAll("'", "''")}' THEN ${place}`).join(' ')} END`;
}

/** A stored value as it travels; integers must have been read as bigint. */
export function wireOf(field: Field, value: SqlValue): Value {
  if (value === null) return null;
  if (field.kind === 'money') return yuanText(BigInt(value));
  if (field.kind === 'decimal') return plain(fromScaled(BigInt(value), field.scale));
  return String(value);
}

/** A travelling value as it is stored; a unit's name must have been resolved to its id before. */
export function storedOf(field: Field, value: Value): SqlValue {
  if (value === null) return null;
  if (field.kind === 'money') return smallScaled(value, 2) ?? fenOfYuan(value);
  if (field.kind === 'decimal')
    return smallScaled(value, field.scale) ?? toScaled(value, field.scale).scaled;
  if (field.kind === 'unit') return Number(value);
  return value;
}

const plain = (value: string): string =>
  value.includes('.') ? value.replace(/\.?0+$/, '') : value;
