/**
 * Any figure under its heading is the amount that was typed, whatever the measure it was typed in,
 * is kept in and is printed in: ledgers, their sums on paper and in the window, indicators of a
 * month and of targets. `MEASURES=100` for as many random books.
 */
import { expect, test } from 'vitest';
import { typedIndicator } from '../helpers/indicator.ts';
import { listedTable, testSession } from '../helpers/session.ts';

const BOOKS = Number(process.env['MEASURES'] ?? '3');
const FROM = Number(process.env['MEASURES_SEED'] ?? '1');

/**
 * How many of the family's smallest are one, as a fraction: said by hand, from no table of the
 * program.
 */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, readonly [bigint, bigint]>>>> = {
  money: { 元: [1n, 1n], 万元: [10_000n, 1n], 亿元: [100_000_000n, 1n] },
  dollars: { 美元: [1n, 1n], 万美元: [10_000n, 1n] },
  area: { '㎡': [1n, 1n], 亩: [2000n, 3n], 公顷: [10_000n, 1n] },
  mass: { 吨: [1n, 1n], 万吨: [10_000n, 1n] },
  share: { '%': [1n, 1n] },
};
const familyOf = (measure: string): string =>
  Object.keys(FAMILIES).find((family) => FAMILIES[family]?.[measure] !== undefined) ?? '';
const factorOf = (measure: string): readonly [bigint, bigint] => {
  const factor = FAMILIES[familyOf(measure)]?.[measure];
  if (factor === undefined) throw new RangeError(`a heading in “${measure}”`);
  return factor;
};

/** An exact amount: millionths of the family's smallest, times three. */
const UNIT = 3_000_000n;
function amountOf(figure: string, measure: string): bigint {
  const [whole = '0', parts = ''] = figure.replace(/[,+]/g, '').replace('−', '-').split('.');
  const [over, under] = factorOf(measure);
  const scale = 10n ** BigInt(parts.length);
  return (BigInt(whole + parts) * over * UNIT) / (under * scale);
}
/**
 * Half of the last place that is printed, and what storing each part to its own last place may have
 * cost.
 */
function within(figure: string, measure: string, kept: bigint): bigint {
  const places = figure.split('.')[1]?.length ?? 0;
  const [over, under] = factorOf(measure);
  return (over * UNIT) / (under * 10n ** BigInt(places) * 2n) + kept + 1n;
}
function agrees(figure: string, measure: string, amount: bigint, kept: bigint, where: string) {
  const off = amountOf(figure, measure) - amount;
  const message = `${where}: ${figure} ${measure}`;
  expect((off < 0n ? -off : off) <= within(figure, measure, kept), message).toBe(true);
}

function draws(seed: number): (below: number) => number {
  let state = seed * 104_729;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}
/** 1234.56亩, typed in any measure of the family, with as many places as keep a 分 whole. */
function typed(draw: (below: number) => number, family: string) {
  const words = Object.keys(FAMILIES[family] ?? {});
  const measure = words[draw(words.length)] ?? '';
  const places = draw(3);
  const digits = String(1 + draw(90_000)).padStart(places + 1, '0');
  const cut = digits.length - places;
  const figure = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return { text: `${figure}${measure}`, amount: amountOf(figure, measure) };
}
const inHeading = (heading: string | undefined): string =>
  /（([^（）]+)）$/.exec(heading ?? '')?.[1] ?? '';
const LEDGER_MEASURES = ['元', '万元', '亿元', '亩', '㎡', '公顷', '吨', '万吨'] as const;
const isMoney = (measure: string): boolean => familyOf(measure) === 'money';

async function ledgers(seed: number): Promise<void> {
  const draw = draws(seed);
  const session = await testSession(['甲镇', '乙镇']);
  const fields = Array.from({ length: 6 }, (_, at) => ({
    label: `数${at}`,
    measure: LEDGER_MEASURES[draw(LEDGER_MEASURES.length)] ?? '元',
    places: draw(5),
  }));
  const { code } = await session.ask('ledgers.create', {
    definition: {
      label: '台账',
      noun: '条记录',
      fields: [
        { label: '名称', kind: 'text' },
        { label: '所在镇', kind: 'unit' },
        ...fields.map((field) => ({
          ...field,
          kind: isMoney(field.measure) ? ('money' as const) : ('number' as const),
        })),
      ],
    },
  });
  const values = Array.from({ length: 7 }, () =>
    fields.map((field) => typed(draw, familyOf(field.measure))),
  );
  await session.ask('records.create', {
    ledger: code,
    records: values.map((row, at) => ({
      f1: `第${at}条`,
      f2: at % 2 === 0 ? '甲镇' : '乙镇',
      ...Object.fromEntries(row.map(({ text }, column) => [`f${column + 3}`, text])),
    })),
  });
  const totals = fields.map((_, column) =>
    values.reduce((sum, row) => sum + (row[column]?.amount ?? 0n), 0n),
  );
  // a 分, or the fourth place of the field's own measure, for each record
  const kept = (measure: string): bigint => {
    const [over, under] = isMoney(measure) ? [1n, 100n] : factorOf(measure);
    return ((isMoney(measure) ? over * UNIT : (over * UNIT) / 10_000n) / under) * 7n;
  };
  for (const chosen of [undefined, '元', '万元', '亿元'] as const) {
    const options = { ledger: code, ...(chosen === undefined ? {} : { measure: chosen }) };
    const rollup = await session.ask('tables.get', {
      name: 'ledger-rollup',
      options: { ...options, dimensions: ['f2'] },
    });
    const list = await session.ask('tables.get', { name: code, options });
    for (const [column, field] of fields.entries())
      for (const [table, at] of [
        [rollup, column + 3],
        [list, column + 3],
      ] as const) {
        const heading = table.header.at(-1)?.[at];
        // a list says one measure of all amounts above itself, or each in its heading
        const measure = inHeading(heading) || field.measure;
        const shown = isMoney(field.measure) ? (chosen ?? field.measure) : field.measure;
        const where = `seed ${seed}, ${chosen ?? 'as kept'}, ${heading ?? ''}`;
        if (inHeading(heading) !== '') expect(measure, where).toBe(shown);
        const total = table.totals.at(-1)?.[at] ?? '';
        agrees(
          total,
          inHeading(heading) || shown,
          totals[column] ?? 0n,
          kept(field.measure),
          where,
        );
      }
  }
  const sums = await session.ask('records.summary', { ledger: code });
  for (const [column, field] of fields.entries()) {
    const value = sums.sums[`f${column + 3}`]?.value ?? '';
    const measure = isMoney(field.measure) ? '元' : field.measure;
    agrees(value, measure, totals[column] ?? 0n, kept(field.measure), `seed ${seed}, window`);
  }
}

const INDICATOR_MEASURES = ['元', '万元', '亿元', '万美元', '亩', '公顷', '吨', '%'] as const;

async function indicators(seed: number): Promise<void> {
  const draw = draws(seed + 500);
  const session = await testSession(['甲镇', '乙镇']);
  const units = new Map((await session.ask('units.list', {})).map((one) => [one.name, one.id]));
  for (const [at, measure] of INDICATOR_MEASURES.entries()) {
    const family = familyOf(measure);
    const { id } = await session.ask('indicators.save', {
      id: null,
      indicator: typedIndicator(`指标${at}`, { measure, places: draw(4) }),
    });
    // an indicator keeps six places of its own measure, and takes nothing that it would have to
    // round
    const fits = ({ amount }: { readonly amount: bigint }): boolean =>
      amount % ((factorOf(measure)[0] * UNIT) / (factorOf(measure)[1] * 1_000_000n)) === 0n;
    const some = () => {
      for (;;) {
        const one = typed(draw, family);
        if (fits(one)) return one;
      }
    };
    const figures = ['甲镇', '乙镇'].map((town) => ({ town, ...some() }));
    const targets = ['甲镇', '乙镇'].map((town) => ({ town, ...some() }));
    await session.ask('targets.edit', {
      year: 2012,
      edits: targets.map(({ town, text }) => ({
        indicator: id,
        unit: units.get(town) ?? 0,
        part: 'assured' as const,
        text,
      })),
    });
    await session.ask('progress.edit', {
      year: 2012,
      month: 3,
      edits: figures.map(({ town, text }) => ({
        indicator: id,
        unit: units.get(town) ?? 0,
        part: 'cumulative' as const,
        text,
      })),
    });
    for (const [turn, { town, amount }] of figures.entries()) {
      const { rows } = await session.ask('tables.get', {
        name: await listedTable(session, 'unit-report'),
        options: { year: 2012, month: 3, unit: town, indicators: [id] },
      });
      const [row] = rows;
      const where = `seed ${seed}, ${town} ${measure}`;
      expect(row?.[2], where).toBe(measure);
      const slack = (factorOf(measure)[0] * UNIT) / (factorOf(measure)[1] * 1_000_000n);
      agrees(row?.[5] ?? '', row?.[2] ?? '', amount, slack, `${where} 累计`);
      agrees(row?.[3] ?? '', row?.[2] ?? '', targets[turn]?.amount ?? 0n, slack, `${where} 目标`);
    }
  }
}

test(`${BOOKS} books from seed ${FROM}: ledgers`, async () => {
  for (let seed = FROM; seed < FROM + BOOKS; seed += 1) await ledgers(seed);
});
test(`${BOOKS} books from seed ${FROM}: indicators`, async () => {
  for (let seed = FROM; seed < FROM + BOOKS; seed += 1) await indicators(seed);
});
