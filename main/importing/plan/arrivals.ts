/**
 * Places rows of a register of arrived funds: each belongs to a project of the ledger, is new or
 * known already, and waits where it can hardly be.
 */
import type { NearRecord, PlannedChange } from '../../../preload/contract/imports.ts';
import { fenOfYuan } from '../../domain/exact/money.ts';
import { ledgers } from '../../domain/ledgers/index.ts';
import type { DatedAmount } from '../../domain/projects/arrival-doubts.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { Known } from '../../services/imports/known.ts';
import { compareWith } from './compare.ts';

export interface ArrivalDoubtHere {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}
export type PlacedArrival =
  | { readonly is: 'new'; readonly record: PlannedRecord }
  | { readonly is: 'unchanged' }
  | {
      readonly is: 'changed';
      readonly id: number;
      readonly record: PlannedRecord;
      readonly fields: PlannedChange['fields'];
    }
  | { readonly is: 'near'; readonly name: string; readonly like: NearRecord['like'] }
  | { readonly is: 'doubt'; readonly doubts: readonly ArrivalDoubtHere[] };

/** Fields of an entry that say something of its project. */
const SAID_OF_PROJECTS: ReadonlySet<string> = new Set(['introducer', 'shares']);

/** The entries that the files have brought so far, by project. */
export type ReadArrivals = Map<number, DatedAmount[]>;

/**
 * @param said the project that the user chose for the row; null: none of the proposed; undefined:
 * not asked
 * @param accepted whether a doubt at a field was answered with “it is right”
 */
export function placedArrival(
  known: Known,
  record: PlannedRecord,
  said: number | null | undefined,
  accepted: (field: string) => boolean,
  read: ReadArrivals,
  cells: ReadonlyMap<string, string>,
): PlacedArrival {
  const name = record.values.get('project');
  if (name === null) return doubt('arrival.project', '没有项目名称。补上，或跳过这一行。');
  const project = said ?? known.projectOf(record.values.with({ name }));
  if (project === null) {
    const like =
      said === undefined ? known.alike(ledgers.project, record.values.with({ name })) : null;
    return like === null
      ? doubt(
          'arrival.project',
          `项目台账里没有“${name}”。先导入或新建这个项目，或把名称改成台账里的。`,
        )
      : { is: 'near', name, like };
  }
  const before = read.get(project) ?? [];
  const { same, doubts, introducer } = known.arrival(project, record.values, before);
  const told = record.values.get('introducer');
  const values = record.values.without(SAID_OF_PROJECTS);
  const credits = record.credits ?? null;
  const stranger = isStranger(told, introducer, credits);
  const open = [
    ...doubts.map((one) => ({ ...one, message: `${one.message}。核对后确认，或跳过这一行。` })),
    ...(stranger ? [strangerDoubt(told, introducer)] : []),
  ].filter((one) => !accepted(one.field));
  if (open.length > 0) return { is: 'doubt', doubts: open };
  const { extra, ...rest } = record;
  const planned: PlannedRecord = {
    ...rest,
    extra: {},
    under: project,
    credits: stranger ? null : credits,
    values: values.with({
      remark: remarkOf(values.get('remark'), extra),
      ...(introducer === null && told !== null ? { introducer: told } : {}),
    }),
  };
  if (same === null) {
    before.push({
      date: values.get('date'),
      amount: fenOfYuan(values.get('amount') ?? '0'),
      currency: values.get('currency') ?? 'CNY',
    });
    read.set(project, before);
    return { is: 'new', record: planned };
  }
  const change = compareWith(ledgers.arrival, same, planned, cells);
  return change.fields.length === 0
    ? { is: 'unchanged' }
    : { is: 'changed', id: same.id, record: change.record, fields: change.fields };
}

/** Whether a row names another introducer than the ledger has, and not among those that share. */
const isStranger = (
  told: string | null,
  introducer: string | null,
  credits: PlannedRecord['credits'],
): boolean =>
  told !== null &&
  introducer !== null &&
  told !== introducer &&
  credits?.some((one) => one.unit === introducer) !== true;

const strangerDoubt = (told: string | null, introducer: string | null): ArrivalDoubtHere => ({
  code: 'arrival.introducer',
  field: 'introducer',
  message: `引进单位写的是“${told ?? ''}”，项目台账里是“${introducer ?? ''}”。确认则按台账计，要改请先改项目。`,
});

const doubt = (code: string, message: string): PlacedArrival => ({
  is: 'doubt',
  doubts: [{ code, field: 'project', message }],
});

/** What no field takes stays readable with the entry. */
function remarkOf(remark: string | null, extra: PlannedRecord['extra']): string | null {
  const words = [
    ...(remark === null ? [] : [remark]),
    ...Object.entries(extra).map(([head, text]) => `${head}：${text}`),
  ];
  return words.length === 0 ? null : words.join('；');
}
