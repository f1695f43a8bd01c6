/** Arrived funds (到位资金): what came in for a project, when, and on what evidence. */
import type { Field, Ledger } from './field.ts';

const words = (...labels: string[]) => labels.map((label) => ({ value: label, label }));

const fields = [
  { code: 'project', label: '项目名称', synonyms: ['项目'], kind: 'text', width: 200, required: true, computed: true },
  { code: 'date', label: '到位日期', synonyms: ['到位时间', '日期', '进账日期'], kind: 'day', width: 98 },
  { code: 'amount', label: '申报金额', synonyms: ['到位金额', '到位资金', '金额'], kind: 'money', measure: '万元', places: 0, currency: { field: 'currency' }, width: 90, required: true },
  { code: 'recognised', label: '认定金额', synonyms: [], kind: 'money', measure: '万元', places: 0, currency: { field: 'currency' }, width: 90, computed: true, derived: true },
  { code: 'cut', label: '核减金额', synonyms: [], kind: 'money', measure: '万元', places: 0, currency: { field: 'currency' }, width: 90, computed: true, derived: true },
  { code: 'cut_reason', label: '核减原因', synonyms: [], kind: 'long', width: 150, computed: true, derived: true },
  { code: 'currency', label: '币种', synonyms: [], kind: 'choice', choices: [{ value: 'CNY', label: '人民币' }, { value: 'USD', label: '美元' }, { value: 'HKD', label: '港元' }, { value: 'EUR', label: '欧元' }, { value: 'JPY', label: '日元' }], width: 64, required: true },
  { code: 'basis', label: '口径', synonyms: [], kind: 'choice', choices: [{ value: 'entry', label: '逐笔' }, { value: 'month', label: '当月合计' }, { value: 'balance', label: '累计数，未分月' }], width: 124, groupable: true, required: true },
  { code: 'source', label: '资金来源', synonyms: ['来源'], kind: 'text', width: 90, groupable: true },
  { code: 'evidence', label: '凭证', synonyms: ['凭证种类', '到资凭证'], kind: 'choice', choices: words('验资报告', '进账单', '设备发票', '土地出让收据', '其他'), width: 90, groupable: true },
  { code: 'remark', label: '备注', synonyms: [], kind: 'long', width: 140 },
] as const satisfies readonly Field[];

export const arrival = { code: 'arrival', label: '到位资金', noun: '笔到位资金', fields, nameField: 'project', searched: ['remark'], identity: [] } as const satisfies Ledger;
