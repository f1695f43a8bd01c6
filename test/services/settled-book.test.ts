/**
 * One book's year settled in the February after it: scores corrected after objections, rewards by
 * place and by money that arrived, part paid, cut and topped up, in any order of events; due, paid,
 * owed and budget are what a count by hand says after every step. `SETTLEMENTS=300` for as many
 * orders, `SETTLEMENT_SEED` for others.
 */
import { expect, test } from 'vitest';
import { seededDice } from '../helpers/bulletin-county.ts';
import { testSession, type TestSession } from '../helpers/session.ts';

const ORDERS = Number(process.env['SETTLEMENTS'] ?? '4');
const FROM = Number(process.env['SETTLEMENT_SEED'] ?? '1');
const UNITS = ['虢镇', '千河镇', '县功镇', '香泉镇'];
const SUMS = [100_000, 60_000, 30_000];
const BUDGET = 400_000;
const FEBRUARY = '2013-02-18T02:00:00Z';

async function prepared(): Promise<TestSession> {
  const session = await testSession(UNITS, undefined, FEBRUARY);
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
            parts: [{ label: '迟报', weight: '0.1', source: { from: 'events' } }],
          },
        },
      ],
    },
  });
  const shared = {
    document: '县政发〔2012〕3号',
    from: '2012-01-01',
    until: '2012-12-31',
    review: { by: '市场监管局', date: '2012-01-05' },
    to: 'units' as const,
    currency: 'CNY' as const,
    filters: [],
    within: 'year' as const,
    beyond: null,
    mostPerAward: null,
    mostPerReceiver: null,
    mostInAll: null,
    once: false,
    best: null,
  };
  await session.ask('rewards.saveRules', {
    book: {
      name: '奖励办法',
      year: 2012,
      budget: String(BUDGET),
      rules: [
        {
          ...shared,
          code: '考核奖',
          name: '考核前三名',
          what: {
            kind: 'graded',
            group: '镇街',
            sums: SUMS.map((amount, at) => ({
              grade: null,
              toPlace: at + 1,
              amount: String(amount),
            })),
          },
          instalments: [],
        },
        {
          ...shared,
          code: '到位奖',
          name: '到位资金奖',
          what: {
            kind: 'share',
            base: 'arrived',
            per: '‰',
            mode: 'whole',
            tiers: [{ from: '0', rate: '3' }],
          },
          instalments: ['60', '40'].map((percent) => ({ percent, stage: null })),
        },
      ],
    },
  });
  return session;
}

/** What one reward comes to by the model. */
interface Award {
  readonly id: number;
  readonly subject: string;
  due: number;
  paid: number;
  /** parts of which nobody is paid yet */
  open: number[];
}

class Settlement {
  readonly events: { readonly id: number; readonly unit: string; readonly times: number }[] = [];
  readonly arrivals: number[] = [];
  awards: Award[] = [];
  board: ReadonlyMap<string, number> = new Map();
  publication = 0;
  project = 0;
  readonly session: TestSession;
  readonly roll: (sides: number) => number;
  constructor(session: TestSession, roll: (sides: number) => number) {
    this.session = session;
    this.roll = roll;
  }

  /** 1, 2, 2, 4 by the points that are left */
  places(): ReadonlyMap<string, number> {
    const lost = UNITS.map((unit) =>
      this.events.reduce((sum, one) => sum + (one.unit === unit ? one.times : 0), 0),
    );
    return new Map(
      UNITS.map((unit, at) => [unit, 1 + lost.filter((other) => other < (lost[at] ?? 0)).length]),
    );
  }
  /** What a reward would be by what is known today; null: none at all. */
  today(subject: string): number | null {
    if (subject === '水泥厂') return 30 * this.arrivals.reduce((sum, one) => sum + one, 0);
    return SUMS[(this.board.get(subject) ?? 9) - 1] ?? null;
  }
  due(): number {
    return this.awards.reduce((sum, one) => sum + one.due, 0);
  }

  async late(): Promise<void> {
    const [unit = '', times] = [UNITS[this.roll(UNITS.length)], 1 + this.roll(3)];
    const { ids } = await this.session.ask('scores.addEvent', {
      year: 2012,
      item: '报送',
      part: '迟报',
      unit,
      date: `2012-0${1 + this.roll(9)}-05`,
      value: String(times),
      reason: `第${this.events.length + 1}件`,
    });
    this.events.push({ id: ids[0] ?? 0, unit, times });
  }
  async takenBack(): Promise<void> {
    const [gone] = this.events.splice(this.roll(Math.max(1, this.events.length)), 1);
    if (gone !== undefined)
      await this.session.ask('scores.dropEvent', { id: gone.id, reason: '申诉属实' });
  }
  async objectAndPublish(): Promise<void> {
    if (this.publication > 0) {
      const { ids } = await this.session.ask('scores.object', {
        publication: this.publication,
        subject: UNITS[this.roll(UNITS.length)] ?? '',
        item: '报送',
        objection: '没有迟报',
        date: '2013-02-10',
      });
      await this.session.ask('scores.decide', {
        objection: ids[0] ?? 0,
        outcome: '已复核',
        date: '2013-02-12',
        by: '考核办',
      });
    }
    const { id } = await this.session.ask('scores.publish', {
      year: 2012,
      kind: 'year',
      month: 12,
      ...(this.publication === 0 ? {} : { corrects: this.publication, note: '复核' }),
    });
    this.publication = id;
    this.board = this.places();
  }
  async arrive(): Promise<void> {
    const amount = 100 + this.roll(900);
    await this.session.ask('projects.saveArrival', {
      id: null,
      project: this.project,
      date: `2012-05-${String(this.arrivals.length + 1).padStart(2, '0')}`,
      amount: String(amount),
      currency: 'CNY',
      source: null,
      evidence: null,
      remark: null,
      cuts: null,
      anyway: true,
    });
    this.arrivals.push(amount);
  }
  async cut(): Promise<void> {
    const at = this.roll(this.arrivals.length);
    const { arrivals } = await this.session.ask('projects.parts', { id: this.project });
    const [amount, stored] = [this.arrivals[at] ?? 0, arrivals[at]];
    if (stored === undefined || amount < 2) return;
    this.arrivals[at] = Math.floor(amount / 2);
    await this.session.ask('projects.saveArrival', {
      id: stored.id,
      project: this.project,
      date: stored.date,
      amount: String(this.arrivals[at]),
      currency: 'CNY',
      source: null,
      evidence: null,
      remark: null,
      cuts: null,
      anyway: true,
    });
  }
  async adjust(): Promise<void> {
    const award = this.awards[this.roll(this.awards.length)];
    if (award === undefined) return;
    const now = this.today(award.subject);
    const asked = this.session.ask('rewards.adjust', { id: award.id, reason: '按现在的数' });
    const change = (now ?? 0) - award.due;
    const isPast = change > 0 && this.due() + change > BUDGET;
    if (now === null || change === 0 || isPast) {
      await expect(asked).rejects.toMatchObject({ code: 'reward.cannot' });
      return;
    }
    await asked;
    award.due += change;
    award.open.push(change);
  }
  async pay(): Promise<void> {
    const award = this.awards[this.roll(this.awards.length)];
    const part = award?.open[this.roll(Math.max(1, award.open.length))];
    if (award === undefined || part === undefined) return;
    const { rewards } = await this.session.ask('rewards.list', { year: 2012 });
    const stored = rewards
      .find((one) => one.id === award.id)
      ?.instalments.find((one) => one.paidOn === null && Number(one.amount) === part);
    const asked = this.session.ask('rewards.pay', {
      instalments: [stored?.id ?? 0],
      date: '2013-02-16',
    });
    if (part > 0 && award.paid + part > award.due) {
      await expect(asked).rejects.toMatchObject({ code: 'reward.cannot' });
      return;
    }
    await asked;
    award.paid += part;
    award.open = award.open.toSpliced(award.open.indexOf(part), 1);
  }

  async judge(where: string): Promise<void> {
    const { rewards, sums } = await this.session.ask('rewards.list', { year: 2012 });
    const paid = this.awards.reduce((sum, one) => sum + one.paid, 0);
    expect(
      {
        rewards: rewards.map((one) => [one.id, Number(one.amount), Number(one.difference ?? '0')]),
        paid: Number(sums.paid),
        owed: Number(sums.owed),
        left: Number(sums.left),
      },
      where,
    ).toEqual({
      rewards: this.awards.map((one) => {
        const now = this.today(one.subject);
        return [one.id, one.due, now === null ? 0 : now - one.due];
      }),
      paid,
      owed: this.due() - paid,
      left: BUDGET - this.due(),
    });
    const { groups } = await this.session.ask('scores.sheet', { year: 2012, month: 12 });
    const now = this.places();
    for (const one of groups.flatMap(({ scores }) => scores))
      expect([where, one.name, one.place]).toEqual([where, one.name, now.get(one.name)]);
  }
}

async function live(seed: number): Promise<void> {
  const life = new Settlement(await prepared(), seededDice(seed));
  const { session, roll } = life;
  life.project =
    (
      await session.ask('records.create', {
        ledger: 'project',
        records: [{ name: '水泥厂', introducer: UNITS[0] ?? '' }],
      })
    ).ids[0] ?? 0;
  await life.arrive();
  for (let at = 0; at < 4; at += 1) await life.late();
  await life.objectAndPublish();
  const found = await session.ask('rewards.propose', { year: 2012 });
  const { ids } = await session.ask('rewards.adopt', {
    year: 2012,
    keys: found.map(({ key }) => key),
  });
  await session.ask('rewards.publicise', {
    ids: [...ids],
    from: '2013-02-01',
    until: '2013-02-07',
  });
  const { rewards } = await session.ask('rewards.list', { year: 2012 });
  life.awards = rewards.map(({ id, subject, instalments }) => {
    const due = life.today(subject) ?? 0;
    const parts = subject === '水泥厂' ? [(due * 60) / 100, (due * 40) / 100] : [due];
    expect(instalments.map((one) => Number(one.amount))).toEqual(parts);
    return { id, subject, due, paid: 0, open: parts };
  });
  const acts = [
    'late',
    'takenBack',
    'objectAndPublish',
    'arrive',
    'cut',
    'adjust',
    'adjust',
    'pay',
    'pay',
  ] as const;
  for (let step = 0; step < 20; step += 1) {
    const act = acts[roll(acts.length)] ?? 'pay';
    await life[act]();
    await life.judge(`seed ${seed}, step ${step}, ${act}`);
  }
}

test(
  `${ORDERS} years settled from seed ${FROM}`,
  { timeout: 30_000 + ORDERS * 20_000 },
  async () => {
    for (let seed = FROM; seed < FROM + ORDERS; seed += 1) await live(seed);
  },
);
