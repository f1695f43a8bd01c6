/**
 * A heading and the figure under it come from one truth: an own ledger's amounts in 元, 万元 and
 * 亿元, listed and summed, in every measure that a reader may choose.
 */
import { expect, test } from 'vitest';
import { testSession } from '../helpers/session.ts';

const MEASURES = ['元', '万元', '亿元'] as const;
const FEN: Readonly<Record<string, bigint>> = {
  元: 100n,
  万元: 1_000_000n,
  亿元: 10_000_000_000n,
};
/** "1,234.50" under （万元） in 分: what the paper says the amount is. */
function fen(figure: string, measure: string): bigint {
  const [whole = '0', parts = ''] = figure.replace(/,/g, '').split('.');
  const scaled = BigInt(whole + parts.padEnd(10, '0')) * (FEN[measure] ?? 0n);
  return scaled / 10n ** 10n;
}
const said = (heading: string | undefined): string =>
  /（([^（）]+)）$/.exec(heading ?? '')?.[1] ?? '';

test.each([undefined, ...MEASURES])(
  'sums and amounts under their headings, chosen: %s',
  async (measure) => {
    const session = await testSession(['甲镇', '乙镇']);
    const made = await session.ask('ledgers.create', {
      definition: {
        label: '贷款台账',
        noun: '笔贷款',
        fields: [
          { label: '借款人', kind: 'text' },
          { label: '所在镇', kind: 'unit' },
          ...MEASURES.map((one) => ({
            label: `贷款${one}`,
            kind: 'money' as const,
            measure: one,
            places: 2,
          })),
        ],
        identity: ['借款人'],
      },
    });
    // 11.86 and 6.54 亿元, each written down in three fields
    const [first, second] = ['1186000000', '654000000'];
    const amounts = (yuan: string) => ({ f3: `${yuan}元`, f4: `${yuan}元`, f5: `${yuan}元` });
    await session.ask('records.create', {
      ledger: made.code,
      records: [
        { f1: '张三', f2: '甲镇', ...amounts(first) },
        { f1: '李四', f2: '乙镇', ...amounts(second) },
      ],
    });
    const options = { ledger: made.code, ...(measure === undefined ? {} : { measure }) };
    const sums = await session.ask('tables.get', {
      name: 'ledger-rollup',
      options: { ...options, dimensions: ['f2'] },
    });
    const heads = sums.header.at(-1)?.slice(3) ?? [];
    expect(heads).toHaveLength(3);
    if (measure === undefined) expect(heads.map(said)).toEqual([...MEASURES]);
    else expect(heads.map(said)).toEqual([measure, measure, measure]);
    const read = (row: readonly string[] | undefined): readonly bigint[] =>
      (row ?? []).slice(3).map((figure, at) => fen(figure, said(heads[at])));
    const [a, b] = [BigInt(first) * 100n, BigInt(second) * 100n];
    expect(sums.rows.map(read)).toEqual([
      [a, a, a],
      [b, b, b],
    ]);
    expect(read(sums.totals[0])).toEqual([a + b, a + b, a + b]);
  },
);
