/**
 * Everything that a user does to a book, one at a time and by chance: for runs in which anything
 * may come after anything.
 */
import { Fault } from '../../main/domain/fault.ts';
import { keepMap } from '../../main/data/projects/kept-map.ts';
import { command, type Book } from '../../main/services/book/book.ts';
import {
  setBulletinForm,
  setDocumentHead,
  bulletinForm,
  documentHead,
} from '../../main/services/documents/documents.ts';
import { commitImport } from '../../main/services/imports/imports.ts';
import {
  listProfiles,
  removeProfile,
  renameProfile,
} from '../../main/services/imports/profiles.ts';
import { addShipped } from '../../main/services/own-ledgers/own-ledgers.ts';
import { closeMonth, correctFigure } from '../../main/services/progress/closing.ts';
import { editFigures } from '../../main/services/progress/figure-edit.ts';
import { rulesOf, setRules } from '../../main/services/progress/progress-rules.ts';
import { reopenMonth } from '../../main/services/progress/reopening.ts';
import { saveRivals } from '../../main/services/progress/rivals.ts';
import { saveArrival } from '../../main/services/projects/arrivals.ts';
import { removeGate, saveGate } from '../../main/services/projects/gates.ts';
import { tieArea } from '../../main/services/projects/maps.ts';
import { setStage } from '../../main/services/projects/project-edit.ts';
import { saveMonth } from '../../main/services/projects/project-months.ts';
import { saveProblem } from '../../main/services/projects/project-problems.ts';
import { savePromotion, saveTalk } from '../../main/services/projects/project-talks.ts';
import { createRecord, editRecords, removeRecords } from '../../main/services/records/edit.ts';
import { saveRates } from '../../main/services/records/rates.ts';
import { publishScores } from '../../main/services/scoring/scores.ts';
import { copyScheme, saveScheme } from '../../main/services/scoring/schemes.ts';
import {
  listIndicators,
  orderIndicators,
  removeIndicator,
  saveIndicator,
} from '../../main/services/targets/indicators.ts';
import { editTargets } from '../../main/services/targets/target-edit.ts';
import {
  adjustTargets,
  dropDraft,
  issueTargets,
  listVersions,
} from '../../main/services/targets/versions.ts';
import { addChases, saveNote } from '../../main/services/tasks/tasks.ts';
import { setState } from '../../main/services/tasks/states.ts';
import { createUnit, listUnits, removeUnit } from '../../main/services/units/units.ts';
import { typedIndicator } from './indicator.ts';

/** What an operation draws from. */
interface Chance {
  readonly book: Book;
  /** counts up: names and figures of their own */
  readonly at: number;
  below(most: number): number;
  one<T>(list: readonly T[]): T;
  /** an id of the table; a fault where it has none */
  id(table: string): number;
}
const YEAR = 2012;
const NONE = { who: null, note: null } as const;

export const OPERATIONS: Readonly<Record<string, (chance: Chance) => unknown>> = {
  project: ({ book, at, one }) =>
    createRecord(book, 'project', [
      { name: `项目${at}`, total_investment: `${at}`, introducer: one(unitNames(book)) },
    ]),
  editProject: ({ book, at, id, one }) =>
    editRecords(book, 'project', [
      {
        id: id('project'),
        field: one(['total_investment', 'remark', 'invested_this_year']),
        value: `${at}`,
      },
    ]),
  removeProject: ({ book, id }) => removeRecords(book, 'project', [id('project')]),
  stage: ({ book, id, one }) =>
    setStage(book, {
      id: id('project'),
      stage: one(['started', 'completed']),
      date: `${YEAR}-09-20`,
      ...NONE,
    }),
  arrival: ({ book, at, id, one }) =>
    saveArrival(book, {
      project: id('project'),
      id: null,
      date: `${YEAR}-0${1 + (at % 9)}-08`,
      amount: `${at}.5`,
      currency: one(['CNY', 'CNY', 'USD']),
      source: null,
      evidence: null,
      remark: null,
      cuts: at % 3 === 0 ? [{ amount: '1', reason: '借款' }] : null,
      anyway: true,
    }),
  month: ({ book, at, id }) =>
    saveMonth(book, {
      id: id('project'),
      month: `${YEAR}-0${1 + (at % 9)}`,
      planned: null,
      invested: `${at}`,
      note: `做到${at}层`,
      who: null,
      counts: 'add',
    }),
  problem: ({ book, at, id, one }) =>
    saveProblem(book, {
      id: null,
      project: id('project'),
      problem: `问题${at}`,
      raised: `${YEAR}-08-01`,
      raisedBy: null,
      unit: one(unitNames(book)),
      leader: null,
      deadline: null,
      state: 'open',
      result: null,
      solved: null,
      meeting: null,
    }),
  talk: ({ book, at, id }) =>
    saveTalk(book, {
      id: null,
      lead: null,
      project: id('project'),
      date: `${YEAR}-07-01`,
      place: null,
      who: null,
      partner: null,
      content: `洽谈${at}`,
      nextStep: null,
      answerBy: null,
      answered: null,
    }),
  promotion: ({ book, at }) =>
    savePromotion(book, {
      id: null,
      name: `推介会${at}`,
      planned: null,
      held: `${YEAR}-05-01`,
      place: null,
      unit: null,
      leader: null,
      guests: null,
      result: null,
      remark: null,
    }),
  lead: ({ book, at, one }) =>
    createRecord(book, 'lead', [{ content: `线索${at}`, unit: one(unitNames(book)) }]),
  removeLead: ({ book, id }) => removeRecords(book, 'lead', [id('lead')]),
  state: ({ book, id }) =>
    setState(book, {
      ledger: 'rectification',
      ids: [id('rectification')],
      state: 'closed',
      date: `${YEAR}-09-25`,
      ...NONE,
    }),
  chase: ({ book, at, id }) =>
    addChases(book, {
      ledger: 'task',
      ids: [id('task')],
      date: `${YEAR}-09-01`,
      whom: `乡镇${at}`,
      how: null,
      who: null,
      demand: null,
    }),
  note: ({ book, at, id }) =>
    saveNote(book, {
      id: id('task'),
      month: `${YEAR}-0${1 + (at % 9)}`,
      note: `进展${at}`,
      who: null,
    }),
  removeTask: ({ book, id }) => removeRecords(book, 'task', [id('task')]),
  unit: ({ book, at }) =>
    createUnit(book, { name: `新设${at}镇`, kind: 'township', aliases: [], leader: null }),
  removeUnit: ({ book, id }) => removeUnit(book, id('unit')),
  figure: ({ book, at, id, below }) =>
    editFigures(book, {
      year: YEAR,
      month: 1 + below(9),
      edits: [
        { unit: id('unit'), indicator: id('indicator'), part: 'month', text: `${at}`, keep: null },
      ],
    }),
  close: ({ book, below }) => closeMonth(book, { year: YEAR, month: 1 + below(9), note: null }),
  correct: ({ book, at, id, below }) =>
    correctFigure(book, {
      year: YEAR,
      month: 1 + below(9),
      indicator: id('indicator'),
      unit: id('unit'),
      part: 'month',
      text: `${at}`,
      reason: '漏报',
      document: null,
    }),
  reopen: ({ book, below }) =>
    reopenMonth(book, { year: YEAR, month: 1 + below(9), reason: '有误' }),
  rivals: ({ book, at, id }) =>
    saveRivals(book, {
      year: YEAR,
      month: 9,
      indicator: id('indicator'),
      rivals: [{ name: `邻县${at % 4}`, cumulative: `${at}`, growth: null }],
    }),
  indicator: ({ book, at }) =>
    saveIndicator(book, {
      id: null,
      indicator: typedIndicator(`指标${at}`, { measure: '万元' }),
    }),
  removeIndicator: ({ book, id }) => removeIndicator(book, id('indicator')),
  order: ({ book }) =>
    orderIndicators(
      book,
      listIndicators(book)
        .map((one) => one.id)
        .toReversed(),
    ),
  target: ({ book, at, id }) =>
    editTargets(book, YEAR, [
      { indicator: id('indicator'), unit: id('unit'), part: 'assured', text: `${at}` },
    ]),
  issue: ({ book }) =>
    issueTargets(book, {
      version: listVersions(book, YEAR).find((one) => one.issuedOn === null)?.id ?? 0,
      date: `${YEAR}-02-01`,
      document: null,
      reason: '市里调整',
    }),
  adjust: ({ book }) => adjustTargets(book, YEAR),
  dropDraft: ({ book }) =>
    dropDraft(book, listVersions(book, YEAR).find((one) => one.issuedOn === null)?.id ?? 0),
  scheme: ({ book, at }) =>
    saveScheme(book, { ...copyScheme(book, YEAR, YEAR), name: `考核办法${at}` }),
  publish: ({ book, below }) =>
    publishScores(book, {
      year: YEAR,
      kind: 'month',
      month: 1 + below(9),
      note: null,
      corrects: null,
    }),
  rates: ({ book, at, one }) =>
    saveRates(book, {
      rule: one(['fixed', 'day'] as const),
      list: [{ currency: 'USD', year: YEAR, date: null, rate: `6.${at}` }],
    }),
  rules: ({ book, at, one }) =>
    setRules(book, {
      ...rulesOf(book.db),
      lamp: { by: 'difference', yellow: `${1 + (at % 9)}`, red: '20' },
      denominator: one(['assured', 'stretch']),
      stockPace: one(['end', 'path']),
    }),
  gate: ({ book, at }) => saveGate(book, { park: `园区${at % 3}`, thresholds: [] }),
  removeGate: ({ book, at }) => removeGate(book, { park: `园区${at % 3}` }),
  map: ({ book, at }) =>
    command(book, '载入地图', ['unit'], (writing) =>
      keepMap(writing, {
        file: `${at}.json`,
        areas: [
          {
            name: '城关',
            rings: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
              ],
            ],
          },
        ],
      }),
    ),
  tie: ({ book, one }) => tieArea(book, { area: '城关', unit: one(unitNames(book)) }),
  head: ({ book, at }) => setDocumentHead(book, { ...documentHead(book), organ: `第${at}办公室` }),
  bulletin: ({ book, at }) => setBulletinForm(book, { ...bulletinForm(book), names: 1 + (at % 5) }),
  import: ({ book, at, one }) =>
    commitImport(book, {
      file: `表${at}.xlsx`,
      ledger: 'project',
      tables: [
        { file: `表${at}.xlsx`, sheet: '表', columns: {}, year: one([null, YEAR, YEAR + 1]) },
      ],
      units: [{ name: `随表${at}镇`, kind: 'township' }],
      creates: [],
      changes: [],
      unchanged: 0,
      rejected: 0,
      told: null,
      profiles: [{ shape: `列${at % 5}`, name: `表${at}`, answers: [] }],
    }),
  renameProfile: ({ book, at, one }) =>
    renameProfile(book, one(listProfiles(book)).shape, `改名${at}`),
  removeProfile: ({ book, one }) => removeProfile(book, one(listProfiles(book)).shape),
  ledger: ({ book }) => addShipped(book, 'own_trainings'),
};

const unitNames = (book: Book): readonly string[] =>
  listUnits(book)
    .filter((one) => one.kind !== 'county')
    .map((one) => one.name);

class NothingThere extends Error {}

/**
 * Does one of them; answers which, and whether it was done: one that is refused, or has nothing to
 * be done to, does nothing.
 */
export function operate(
  book: Book,
  next: () => number,
  at: number,
): { readonly name: string; readonly done: boolean } {
  const below = (most: number): number => Math.floor(next() * most);
  const one = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new NothingThere();
    return list[below(list.length)] as T;
  };
  const id = (table: string): number =>
    one(book.db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as readonly number[]);
  const [name, work] = one(Object.entries(OPERATIONS));
  try {
    work({ book, at, below, one, id });
    return { name, done: true };
  } catch (error) {
    if (error instanceof Fault || error instanceof NothingThere) return { name, done: false };
    throw error;
  }
}
