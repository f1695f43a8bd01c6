/**
 * A lead (线索) becomes a project with one action and stays linked to it by the project's name; and
 * what each person owes and gave.
 */
import type { QuotaRow } from '../../../preload/contract/project-life.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import { leadsByPerson } from '../../data/projects/lead-counts.ts';
import { newestScheme } from '../../data/scoring/scoring.ts';
import { Fault } from '../../domain/fault.ts';
import { LEAD_QUOTAS, quotaOf, type LeadQuotas } from '../../domain/projects/lead-quota.ts';
import { command, type Book } from '../book/book.ts';
import { ledgerNamed, storedRow } from '../records/query.ts';
import { insertRecord } from '../records/write-record.ts';

/**
 * What a project takes over from its lead: the project's field, and the lead's. Whom the project
 * counts for is not known yet.
 */
const TAKEN = {
  company: 'company',
  industry: 'industry',
  content: 'content',
  total_investment: 'expected_investment',
  contact: 'contact',
  phone: 'phone',
  origin_place: 'origin',
} as const;

/** Answers the new project's id. @throws Fault lead.promoted, value.required */
export function promoteLead(
  book: Book,
  input: { readonly id: number; readonly name: string },
): Saved {
  const name = input.name.trim();
  if (name === '') throw new Fault('value.required', { field: '项目名称' });
  return command(book, `线索转为项目“${name}”`, ['lead', 'project'], (writing) => {
    const lead = storedRow(writing.db, ledgerNamed('lead'), input.id);
    if (lead['project'] !== null)
      throw new Fault('lead.promoted', { project: String(lead['project']) });
    const taken = Object.fromEntries(
      Object.entries(TAKEN).map(([field, from]) => [field, lead[from] ?? null]),
    );
    const id = insertRecord(book.rules, writing, ledgerNamed('project'), {
      name,
      stage: 'lead',
      ...taken,
    });
    writing.update('lead', input.id, { project: name, judged: '有效' });
    return { change: writing.change, ids: [id] };
  });
}

/**
 * Each person's quota of the year and what was given: by the quota rule of the year's scheme over
 * leads, else by the usual numbers.
 */
export function leadQuota(book: Book, year: number): readonly QuotaRow[] {
  const quotas = quotasOf(book, year);
  return leadsByPerson(book.db, year).map((row) => {
    const quota = quotaOf(quotas, row.rank);
    return { ...row, quota, met: row.valuable >= quota };
  });
}

export function quotaPage(
  book: Book,
  {
    year,
    unit,
    offset,
    limit,
  }: {
    readonly year: number;
    readonly unit: string | null;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly rows: readonly QuotaRow[]; readonly all: number; readonly met: number } {
  const rows = leadQuota(book, year).filter((row) => unit === null || row.unit === unit);
  return {
    rows: rows.slice(offset, offset + limit),
    all: rows.length,
    met: rows.filter((row) => row.met).length,
  };
}

function quotasOf(book: Book, year: number): LeadQuotas {
  const scheme = newestScheme(book.db, year);
  const rules = scheme === null ? [] : scheme.scheme.items.map((item) => item.rule);
  const rule = rules.find(
    (one) => one.kind === 'quota' && one.source.from === 'ledger' && one.source.ledger === 'lead',
  );
  return rule?.kind === 'quota'
    ? {
        quotas: rule.quotas.map(({ rank, count }) => ({ rank, count: Number(count) })),
        others: Number(rule.others),
      }
    : LEAD_QUOTAS;
}
