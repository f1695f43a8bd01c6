/** 督办事项进展表: tasks with their deadlines, extensions and progress. */
import type { TableInfo } from '../../../preload/contract/tables.ts';
import { rateNote, standing } from './deadlines.ts';
import { listReport } from './ledger-list.ts';

const PRINTED = ['title', 'lead_unit', 'support_units', 'leader', 'deadline', 'original_deadline', 'progress', 'problem', 'state', 'closed_date'];
const info: TableInfo = { name: 'tasks', title: '督办事项进展表', about: '逐项列出任务、时限、延期和进展，注明超期', ledger: 'task', paper: 'A3', landscape: true, choices: ['columns'], columns: PRINTED, group: { field: null, none: '不分组' } };

export const taskList = listReport(info, { told: [standing], notes: (rows, day) => rateNote(rows, day, { noun: '项', closed: '办结' }) });
