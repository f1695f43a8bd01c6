/** 项目台账: the projects themselves, in the layout of a park's ledger. */
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { PRINTED_FIRST } from '../../../domain/ledgers/project.ts';
import { listReport } from '../ledgers/ledger-list.ts';

const info: TableInfo = {
  name: 'project-ledger',
  title: '项目台账',
  about: '逐个列出项目，可选列、排序、分组小计',
  clock: 'now',
  paper: 'A3',
  landscape: true,
  choices: ['columns', 'pageSums'],
  columns: PRINTED_FIRST,
  group: { field: 'stage', none: '不分组' },
};

export const projectLedger = listReport(info, {
  isAdded: (row, { projects }) => projects.isCounted('project', row.id),
  groupLabel: (field, label) => (field.code === 'stage' ? `${label}项目` : label),
});
