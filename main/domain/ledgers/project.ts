/**
 * The project ledger (项目台账): all its fields, once, by subject in the files beside it. A new
 * field is one line there and one migration.
 */
import type { Field, BuiltInLedger } from './field.ts';
import { PROJECT_ABOUT } from './project-about.ts';
import { PROJECT_COURSE } from './project-course.ts';
import { PROJECT_MONEY } from './project-money.ts';
import { PROJECT_PEOPLE } from './project-people.ts';

const fields = [
  ...PROJECT_ABOUT,
  ...PROJECT_MONEY,
  ...PROJECT_COURSE,
  ...PROJECT_PEOPLE,
] as const satisfies readonly Field[];

export type ProjectField = (typeof fields)[number]['code'];

/** What is printed where nobody chose columns: the layout of a park's ledger (sample 02). */
export const PRINTED_FIRST: readonly ProjectField[] = [
  'name',
  'company',
  'nature',
  'content',
  'total_investment',
  'planned_this_year',
  'invested_this_year',
  'invested_total',
  'arrived_total',
  'land_mu',
  'floor_area',
  'footprint_area',
  'started_date',
  'planned_completed_date',
  'progress',
  'sponsor',
];
export const project = {
  code: 'project',
  label: '项目台账',
  noun: '个项目',
  fields,
  nameField: 'name',
  codeField: 'code',
  searched: ['name', 'code', 'company', 'location', 'remark'],
  identity: ['name', 'introducer', 'responsible_unit'],
  about: '招商和重点项目：投资、用地、阶段、责任人',
  shown: {
    first: ['stage', ...PRINTED_FIRST],
    groupFirst: 'stage',
    moved: 'stage',
    movedAtFirst: true,
    sections: [
      { label: '项目概况', fields: PROJECT_ABOUT.map(({ code }) => code) },
      { label: '投资与资金', fields: PROJECT_MONEY.map(({ code }) => code) },
      { label: '建设与进展', fields: PROJECT_COURSE.map(({ code }) => code) },
      { label: '单位与责任人', fields: PROJECT_PEOPLE.map(({ code }) => code) },
    ],
    printed: { table: 'project-ledger' },
  },
} as const satisfies BuiltInLedger;
