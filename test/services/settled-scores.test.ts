/**
 * A year's scores settled in any order: events under two parts entered and taken back,
 * publications, their corrections and objections; after every step each month's points and places,
 * and everything published, are what a count of the events by hand says. `SETTLEMENTS=300` for as
 * many orders.
 */
import { expect, test } from 'vitest';
import { testSession, type TestSession } from '../helpers/session.ts';

const UNITS = ['虢镇', '千河镇', '县功镇', '香泉镇'];
const PARTS = [
  ['迟报', 10],
  ['造假', 20],
] as const;
const ORDERS = Number(process.env['SETTLEMENTS'] ?? '4');
const FROM = Number(process.env['SETTLEMENT_SEED'] ?? '1');

/** Numbers in no order, the same for one seed. */
function draws(seed: number): (below: number) => number {
  let state = seed * 7919;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

interface Told {
  readonly id: number;
  readonly unit: string;
  readonly part: number;
  readonly month: number;
  readonly times: number;
}
type Board = Readonly<Record<string, readonly [total: string, place: number | null]>>;

/**
 * 100 points less 0.10 or 0.20 an event up to the month's end, in hundredths; equal totals share a
 * place.
 */
function boardOf(events: readonly Told[], month: number): Board {
  const totals = UNITS.map((unit) =>
    events
      .filter((one) => one.unit === unit && one.month <= month)
      .reduce((left, one) => left - one.times * (PARTS[one.part]?.[1] ?? 0), 10_000),
  );
  return Object.fromEntries(
    UNITS.map((unit, at) => {
      const own = totals[at] ?? 0;
      const text = `${Math.floor(own / 100)}.${String(own % 100).padStart(2, '0')}`;
      return [unit, [text, 1 + totals.filter((one) => one > own).length]];
    }),
  );
}

async function scored(): Promise<TestSession> {
  const session = await testSession(UNITS);
  await session.ask('schemes.save', {
    scheme: {
      name: '考核办法',
      year: 2012,
      document: null,
      places: 2,
      sheets: [{ name: '总', percent: '100', most: null }],
      most: null,
      grades: [],
      vetoGrade: '不合格',
      groups: [{ name: '镇街', of: 'units', kinds: ['township'], units: [], items: ['报送'] }],
      items: [
        {
          code: '报送',
          name: '数据报送',
          sheet: '总',
          points: '100',
          most: null,
          least: null,
          rule: {
            kind: 'deduction',
            parts: PARTS.map(([label, hundredths]) => ({
              label,
              weight: `0.${hundredths}`,
              source: { from: 'events' as const },
            })),
          },
        },
      ],
    },
  });
  return session;
}

const boardIn = (groups: readonly { readonly scores: readonly Scored[] }[]): Board =>
  Object.fromEntries(
    groups.flatMap((group) => group.scores.map((one) => [one.name, [one.total, one.place]])),
  );
interface Scored {
  readonly name: string;
  readonly total: string;
  readonly place: number | null;
}

async function live(seed: number): Promise<void> {
  const [draw, session] = [draws(seed), await scored()];
  let events: readonly Told[] = [];
  const published: { readonly id: number; readonly board: Board; objections: number[] }[] = [];
  const undecided: number[] = [];
  for (let step = 0; step < 25; step += 1) {
    const act = draw(6);
    const newest = published.at(-1);
    if (act <= 1) {
      const [unit = '', part, month, times] = [
        UNITS[draw(UNITS.length)],
        draw(PARTS.length),
        1 + draw(10),
        1 + draw(3),
      ];
      const { ids } = await session.ask('scores.addEvent', {
        year: 2012,
        item: '报送',
        part: PARTS[part]?.[0] ?? null,
        unit,
        date: `2012-${String(month).padStart(2, '0')}-0${1 + draw(7)}`,
        value: String(times),
        reason: `第${step}步`,
      });
      events = [...events, { id: ids[0] ?? 0, unit, part, month, times }];
    } else if (act === 2) {
      const gone = events[draw(events.length)];
      if (gone === undefined) continue;
      await session.ask('scores.dropEvent', { id: gone.id, reason: '记错了' });
      events = events.filter((one) => one !== gone);
    } else if (act === 3) {
      const corrects = newest === undefined || draw(3) === 0 ? null : newest.id;
      const asked = session.ask('scores.publish', {
        year: 2012,
        month: 10,
        corrects,
        note: corrects === null ? null : '申诉属实',
      });
      if (newest !== undefined && corrects === null) {
        await expect(asked).rejects.toMatchObject({ code: 'score.correction' });
        continue;
      }
      published.push({ id: (await asked).id, board: boardOf(events, 10), objections: [] });
    } else if (act === 4 && newest !== undefined) {
      const { ids } = await session.ask('scores.object', {
        publication: newest.id,
        subject: UNITS[draw(UNITS.length)] ?? '',
        item: '报送',
        objection: '没有迟报',
        date: '2012-10-08',
      });
      newest.objections.push(ids[0] ?? 0);
      undecided.push(ids[0] ?? 0);
    } else if (act === 5) {
      const objection = undecided.shift();
      if (objection === undefined) continue;
      await session.ask('scores.decide', {
        objection,
        outcome: '属实',
        date: '2012-10-08',
        by: '考核办',
      });
    }
    const month = 1 + draw(9);
    const { groups } = await session.ask('scores.sheet', { year: 2012, month });
    expect(boardIn(groups), `seed ${seed}, step ${step}, month ${month}`).toEqual(
      boardOf(events, month),
    );
    for (const one of published) {
      const { sheet, objections } = await session.ask('scores.published', { id: one.id });
      expect(boardIn(sheet.groups), `seed ${seed}, step ${step}, published`).toEqual(one.board);
      expect(objections.map(({ id }) => id)).toEqual(one.objections);
      expect(objections.filter(({ outcome }) => outcome === null).map(({ id }) => id)).toEqual(
        one.objections.filter((id) => undecided.includes(id)),
      );
    }
  }
}

test(`${ORDERS} orders of events, publications, corrections and objections from seed ${FROM}`, async () => {
  for (let seed = FROM; seed < FROM + ORDERS; seed += 1) await live(seed);
});
