/**
 * What a template asks of each field: its header, how it is filled in, and the list it is chosen
 * from.
 */
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import { isNumeric, isToldByFiles } from '../../domain/ledgers/field.ts';
import { measureOf } from '../../domain/exact/measure.ts';
import { inMeasure, fenOfYuan } from '../../domain/exact/money.ts';
import type { Row } from '../../../preload/contract/records.ts';

export interface TemplateColumn {
  readonly field: Field;
  /** with its measure: 总投资（万元） */
  readonly header: string;
  readonly measure: string | null;
  /** 填表说明 */
  readonly how: string;
  /** what is offered; other words are refused where `isClosed` */
  readonly choices: readonly string[];
  readonly isClosed: boolean;
}
export interface Lists {
  readonly units: readonly string[];
  readonly people: readonly string[];
}

const PEOPLE: ReadonlySet<string> = new Set(['sponsor', 'owner', 'leader', 'person']);

/** Every field that a person fills in; sums and what else the program keeps are left out. */
export function templateColumnsOf(ledger: Ledger, lists: Lists): readonly TemplateColumn[] {
  return ledger.fields.filter(isToldByFiles).map((field: Field): TemplateColumn => {
    const measure = isNumeric(field) ? field.measure : null;
    const choices =
      field.kind === 'choice'
        ? field.choices.map((one) => one.label)
        : field.kind === 'unit'
          ? lists.units
          : PEOPLE.has(field.code)
            ? lists.people
            : [];
    return {
      field,
      header: measure === null ? field.label : `${field.label}（${measure}）`,
      measure,
      how: howOf(field),
      choices,
      isClosed: field.kind === 'choice',
    };
  });
}

function howOf(field: Field): string {
  switch (field.kind) {
    case 'text':
      return '一行字';
    case 'long':
      return '文字，可分行';
    case 'phone':
      return '号码，按文本填';
    case 'money':
      return `数，以${field.measure}为单位，不用写单位`;
    case 'decimal':
      return `数，以${field.measure}为单位，不用写单位`;
    case 'day':
      return '年月日，知道多少写多少：2012-05-03、2012-05、2012';
    case 'choice':
      return `从下拉里选：${field.choices.map((one) => one.label).join('、')}`;
    case 'unit':
      return '从下拉里选单位；没有的先在县计里新建';
  }
}

/** A record's value as it stands in the template; figures beyond a double's digits stay text. */
export function templateCellOf(column: TemplateColumn, row: Row): string | number | null {
  const value = row[column.field.code] ?? null;
  if (value === null || typeof value === 'number') return value;
  if (typeof value !== 'string') return value.join('、');
  const { field } = column;
  if (field.kind === 'choice')
    return field.choices.find((one) => one.value === value)?.label ?? value;
  if (!isNumeric(field)) return value;
  const measure = measureOf(field.measure);
  const stated =
    field.kind === 'money' && measure !== null ? inMeasure(fenOfYuan(value), measure) : value;
  return stated.replace(/[-.]/g, '').length <= 15 ? Number(stated) : stated;
}
