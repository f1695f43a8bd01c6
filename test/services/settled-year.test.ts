/**
 * A year settled after its rules have ended: an event counts under its part alone, what arrived
 * counts by its own day and rate, and due, paid, owed and budget agree after every step whatever
 * the order (`SETTLEMENTS=300` for as many orders).
 */
import { expect, test } from 'vitest';
import type { Input } from '../../preload/contract/index.ts';
import { testSession, type TestSession } from '../helpers/session.ts';

type RuleInput = Input<'rewards.saveRules'>['book']['rules'][number];
const rule = (more: Partial<RuleInput> = {}): RuleInput => ({
  code: '到位奖',
  name: '到位资金奖',
  document: '县政发〔2012〕3号',
  from: '2012-01-01',
  until: '2012-06-30',
  review: { by: '市场监管局', date: '2012-01-05' },
  to: 'units',
  currency: 'CNY',
  what: {
    kind: 'share',
    base: 'arrived',
    per: '‰',
    mode: 'whole',
    tiers: [{ from: '0', rate: '3' }],
  },
  filters: [],
  within: 'year',
  beyond: null,
  mostPerAward: null,
  mostPerReceiver: null,
  mostInAll: null,
  once: false,
  best: null,
  instalments: [],
  ...more,
});
const save = (session: TestSession, rules: readonly RuleInput[], budget: string | null) =>
  session.ask('rewards.saveRules', {
    book: { name: '奖励办法', year: 2012, budget, rules: [...rules] },
  });
const project = async (session: TestSession, name: string): Promise<number> =>
  (
    await session.ask('records.create', {
      ledger: 'project',
      records: [{ name, introducer: '虢镇' }],
    })
  ).ids[0] ?? 0;
const arrive = (session: TestSession, id: number, date: string, amount: string, currency = 'CNY') =>
  session.ask('projects.saveArrival', {
    id: null,
    project: id,
    date,
    amount,
    currency,
    source: null,
    evidence: null,
    remark: null,
    cuts: null,
    anyway: true,
  });

test('an event counts under the part that it says, and nothing under the others', async () => {
  const session = await testSession(['虢镇', '千河镇']);
  const part = (label: string, weight: string) =>
    ({ label, weight, source: { from: 'events' } }) as const;
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
          points: '0.5',
          most: null,
          least: null,
          rule: { kind: 'deduction', parts: [part('迟报', '0.1'), part('造假', '0.2')] },
        },
      ],
    },
  });
  const event = {
    year: 2012,
    item: '报送',
    unit: '虢镇',
    date: '2012-03-05',
    value: '1',
    reason: '2月月报晚了3天',
  };
  await expect(session.ask('scores.addEvent', event)).rejects.toMatchObject({
    code: 'scheme.wrong',
    params: { problem: '“数据报送”分迟报、造假，请选这件事算哪一种' },
  });
  await session.ask('scores.addEvent', { ...event, part: '迟报' });
  const { groups } = await session.ask('scores.sheet', { year: 2012, month: 3 });
  expect(groups[0]?.scores.map((one) => [one.name, one.total, one.items[0]?.reason])).toEqual([
    ['虢镇', '0.40', '基本分0.5；迟报1 × 0.1＝−0.1；造假0 × 0.2＝0'],
    ['千河镇', '0.50', '基本分0.5；迟报0 × 0.1＝0；造假0 × 0.2＝0'],
  ]);
});

test('what arrived counts by its own day and at the office’s rate; what is left out is named', async () => {
  const session = await testSession(['虢镇']);
  await save(session, [rule()], null);
  const [plant, mill, port] = [
    await project(session, '水泥厂'),
    await project(session, '纺织厂'),
    await project(session, '外资港'),
  ];
  // the rules ended in June and it is October: May's money is theirs, July's is not
  await arrive(session, plant, '2012-05-01', '1000');
  await arrive(session, plant, '2012-07-01', '500');
  await arrive(session, mill, '2012-07-02', '300');
  await arrive(session, port, '2012-04-01', '50', 'USD');
  const proposed = async () =>
    (await session.ask('rewards.propose', { year: 2012 })).map((one) => [
      one.subject,
      one.amount,
      one.words,
      one.refused,
    ]);
  const ended = '县政发〔2012〕3号的有效期（2012-01-01至2012-06-30）内';
  expect(await proposed()).toEqual([
    ['水泥厂', '30000', `申报到位资金1000万×3‰＝3万元；另有1笔不在${ended}，不计`, null],
    ['纺织厂', '0', expect.any(String), `到位资金不在${ended}`],
    ['外资港', '0', expect.any(String), '到位资金是外币，没有汇率，请补汇率'],
  ]);
  await session.ask('projects.saveRates', {
    rule: 'fixed',
    list: [{ currency: 'USD', year: 2012, date: null, rate: '6.3' }],
  });
  expect((await proposed()).find(([name]) => name === '外资港')).toEqual([
    '外资港',
    '9450',
    '申报到位资金315万×3‰＝9450元；其中50万美元×6.3＝315万元',
    null,
  ]);
});

/** Numbers in no order, the same for one seed. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

const ORDERS = Number(process.env['SETTLEMENTS'] ?? '8');
const SEEDS = Array.from({ length: ORDERS }, (_, at) => at + 1);
test.each(SEEDS)(
  'arrivals, cuts, adjustments and payments in the order of seed %i: due, paid, owed, budget',
  async (seed) => {
    const [draw, BUDGET] = [draws(seed), 200_000];
    const session = await testSession(['虢镇', '千河镇', '县功镇']);
    await save(
      session,
      [
        rule({
          until: null,
          instalments: ['40', '30', '30'].map((percent) => ({ percent, stage: null })),
        }),
      ],
      String(BUDGET),
    );
    const id = await project(session, '水泥厂');
    await arrive(session, id, '2012-05-01', '1000');
    const entries = [{ day: 1, amount: 1000 }];
    const [{ key } = { key: '' }] = await session.ask('rewards.propose', { year: 2012 });
    const { ids } = await session.ask('rewards.adopt', {
      year: 2012,
      keys: [key],
      receivers: ['虢镇', '千河镇', '县功镇'].map((unit) => ({
        unit,
        person: null,
        percent: '1/3',
      })),
    });
    await session.ask('rewards.publicise', {
      ids: [...ids],
      from: '2012-09-01',
      until: '2012-09-07',
    });
    // the model: 3‰ of 万 are 30元 each; parts are what may be paid, of whom nobody is paid yet
    let [due, paid] = [30_000, 0];
    let open = [12_000, 9_000, 9_000];
    const total = (): number => 30 * entries.reduce((sum, one) => sum + one.amount, 0);
    for (let step = 0; step < 14; step++) {
      const act = draw(4);
      if (act === 0) {
        const amount = 1 + draw(400);
        const day = entries.length + 1;
        await arrive(session, id, `2012-05-${String(day).padStart(2, '0')}`, String(amount));
        entries.push({ day, amount });
      } else if (act === 1) {
        const parts = await session.ask('projects.parts', { id });
        const at = draw(entries.length);
        const [entry, stored] = [entries[at], parts.arrivals[at]];
        if (entry === undefined || stored === undefined || entry.amount < 2) continue;
        entry.amount = Math.floor(entry.amount / 2);
        await session.ask('projects.saveArrival', {
          id: stored.id,
          project: id,
          date: stored.date,
          amount: String(entry.amount),
          currency: 'CNY',
          source: null,
          evidence: null,
          remark: null,
          cuts: null,
          anyway: true,
        });
      } else if (act === 2) {
        const change = total() - due;
        const asked = session.ask('rewards.adjust', { id: ids[0] ?? 0, reason: '按现在的数' });
        if (change === 0 || total() > BUDGET) {
          await expect(asked).rejects.toMatchObject({ code: 'reward.cannot' });
          continue;
        }
        await asked;
        due += change;
        open.push(change);
      } else {
        const part = open[draw(open.length)];
        if (part === undefined) continue;
        const [reward] = (await session.ask('rewards.list', { year: 2012 })).rewards;
        const stored = reward?.instalments.find(
          (one) => one.paidOn === null && Number(one.amount) === part,
        );
        const asked = session.ask('rewards.pay', {
          instalments: [stored?.id ?? 0],
          date: '2012-10-01',
        });
        if (part > 0 && paid + part > due) {
          await expect(asked).rejects.toMatchObject({ code: 'reward.cannot' });
          continue;
        }
        await asked;
        paid += part;
        open = open.toSpliced(open.indexOf(part), 1);
      }
      const { rewards, sums } = await session.ask('rewards.list', { year: 2012 });
      const [reward] = rewards;
      expect({
        due: Number(reward?.amount),
        paid: Number(sums.paid),
        owed: Number(sums.owed),
        left: Number(sums.left),
        difference: Number(reward?.difference ?? '0'),
        shares: reward?.shares.reduce((sum, one) => sum + Number(one.amount), 0),
        apart:
          Math.max(...(reward?.shares ?? []).map((one) => Math.abs(Number(one.amount) - due / 3))) <
          1,
      }).toEqual({
        due,
        paid,
        owed: due - paid,
        left: BUDGET - due,
        difference: total() - due,
        shares: due,
        apart: true,
      });
      expect(paid <= due || open.some((part) => part < 0)).toBe(true);
    }
  },
);
