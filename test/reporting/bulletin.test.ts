/**
 * 月通报 of a county: two pages and an annex, words that equal the annex, none of the sentences
 * that no office would send; and the page of GB/T 9704. More months: MONTHS=500 vitest run
 * test/reporting/bulletin.test.ts.
 */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  numberedParagraphs,
  paragraph,
  paragraphText,
  type OfficeDocument,
} from '../../main/reporting/model/document.ts';
import { closingIndents } from '../../main/reporting/model/document-layout.ts';
import { toJson } from '../../main/reporting/model/json.ts';
import type { PrintTable } from '../../main/reporting/model/table.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { writers } from '../../main/reporting/writers/index.ts';
import {
  bulletinForm,
  setBulletinForm,
  setDocumentHead,
} from '../../main/services/documents/documents.ts';
import { countyBook, FULL } from '../helpers/county.ts';
import { addProjects, bulletinCounty, type BulletinCounty } from '../helpers/bulletin-county.ts';
import { faultOf } from '../helpers/book.ts';
import { convert, openBrowser, pagesOf, printsWith, put, scratch, wordsOf } from './paper.ts';

const MONTHS = Number(process.env['MONTHS'] ?? '5');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const made = ({ book, month }: BulletinCounty): PrintTable =>
  makeTable(book, 'bulletin', { year: 2012, month, filters: [] }).table;
const linesOf = (table: PrintTable): readonly string[] =>
  numberedParagraphs(table.letter?.paragraphs ?? []).map(paragraphText);
const save = async (
  table: PrintTable,
  format: 'pdf' | 'docx',
  name = 'bulletin',
): Promise<string> =>
  put(scratch(), `${name}.${format}`, await writers[format](table, printsWith(browser)));
const part = (file: string, name: string): string =>
  strFromU8(unzipSync(new Uint8Array(readFileSync(file)))[name] ?? new Uint8Array());

/** The county's row of the annex, by the heads over it: {合同引资: {累计: 49.23, …}}. */
function annexOf(table: PrintTable): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const { header, totals } = toJson(table);
  const told: Record<string, Record<string, string>> = {};
  (header[0] ?? []).forEach((head, at) => {
    const leaf = header[1]?.[at] ?? '';
    const name = /^(?:其中)?(.+)（[^（）]+）$/u.exec(head)?.[1];
    if (name !== undefined)
      (told[name] ??= {})[leaf.replace(/^.*(?=累计|当月)/u, '')] = (totals[0]?.[at] ?? '')
        .replaceAll(',', '')
        .replace('−', '-');
  });
  return told;
}

const NAMES = {
  固定资产投资: '亿元',
  一般公共预算收入: '万元',
  合同引资: '亿元',
  到位资金: '亿元',
  省际到位资金: '亿元',
  亿元以上项目: '个',
  发生生产安全事故: '起',
  事故死亡: '人',
  规模以上工业企业达到: '家',
  城镇污水处理率为: '%',
} as const;
const annexName = (told: string): string =>
  told.replace(/^发生|达到$|为$/gu, '').replace(/死亡$/u, '死亡人数');

/**
 * What the sentence of the county says after a name: its figure, growth, share and gap, with signs
 * put back.
 */
function toldOf(text: string, name: string, measure: string): Readonly<Record<string, string>> {
  const clause = new RegExp(
    `(?:^|[，；。、（]|完成|其中|全县)${name}(-?[\\d.]+|（　　）)${measure}([^；。]*)`,
    'u',
  ).exec(text);
  // of a part only its figure is told
  const rest = (name.startsWith('省际') ? '' : (clause?.[2] ?? '')).replace(/^（其中[^）]*）/u, '');
  const of = (sign: RegExp): string | undefined => sign.exec(rest)?.[1];
  const growth = /(?:同比|上年同期)(增长|上升|下降)([\d.]+)/u.exec(rest);
  const gap = /(超序时进度|超控制进度|欠序时进度|低于控制进度)([\d.]+)/u.exec(rest);
  return Object.fromEntries(
    Object.entries({
      累计: clause?.[1],
      同比:
        growth === null
          ? /(?:同比|上年同期)持平/u.test(rest)
            ? '0'
            : undefined
          : `${growth[1] === '下降' ? '-' : ''}${growth[2]}`,
      完成率: of(/占(?:年度目标|全年控制数)的([\d.]+)%/u),
      超欠: gap === null ? undefined : `${/欠|低于/u.test(gap[1] ?? '') ? '-' : ''}${gap[2]}`,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function expectEqualsAnnex(table: PrintTable): number {
  const [text, annex] = [linesOf(table).join('\n'), annexOf(table)];
  let compared = 0;
  for (const [name, measure] of Object.entries(NAMES)) {
    const row = annex[annexName(name)];
    if (row === undefined) continue;
    const told = toldOf(text, name, measure);
    expect([name, told['累计']]).toEqual([name, expect.any(String)]);
    const find = (head: string): string | undefined =>
      Object.entries(row).find(([leaf]) => leaf.startsWith(head))?.[1];
    for (const [key, head] of [
      ['累计', '累计'],
      ['同比', '同比'],
      ['完成率', name.startsWith('发生') ? '占控制数' : '完成率'],
      ['超欠', '超'],
    ] as const) {
      const value = told[key];
      if (value === undefined || value === '（　　）') continue;
      expect([name, key, Number(value)]).toEqual([name, key, Number(find(head))]);
      compared += 1;
    }
  }
  return compared;
}

/** What no office would send. */
const FORBIDDEN: readonly RegExp[] = [
  /居前的是[^；。]*起）/u,
  /(?:生产安全事故|死亡)[^；。]*居前/u,
  /完成其中|完成[^，；。]*(?:人均|率为|事故)/u,
  /完成过半的0个|居前的是。|靠后的是。/u,
  /undefined|null|NaN|Infinity|−|--/u,
  /\d\.\d{3,}/u,
  /[，；、]{2}|。。|，。|；。/u,
  /(?:家|起|个|人)数?\d+\.\d/u,
  /\d+\.\d+(?:家|起|人|个(?!百分点))/u,
];
function expectSendable(table: PrintTable): void {
  const lines = linesOf(table);
  for (const line of lines)
    for (const sign of FORBIDDEN)
      expect([String(sign), line.match(sign)?.[0]]).toEqual([String(sign), undefined]);
  const text = lines.join('\n');
  expect(text).toContain('农民人均纯收入为（　　）元');
  expect(text).not.toMatch(/农民人均纯收入为0/u);
  // a share keeps the one place of its indicator
  for (const [, places] of text.matchAll(/城镇污水处理率为\d+\.(\d+)%/gu))
    expect(places).toHaveLength(1);
}

const LEAVES_OUT = [0, 0, 3, 8, 14];
test.each(Array.from({ length: MONTHS }, (_, at) => at + 1))(
  'month %i of a random county: sendable, and every figure as in the annex',
  (seed) => {
    const county = bulletinCounty(seed, { units: 6, gaps: LEAVES_OUT[seed % 5] ?? 0 });
    if (seed % 3 === 0) addProjects(county, seed);
    setBulletinForm(county.book, {
      ...bulletinForm(county.book),
      by: seed % 2 === 0 ? 'lists' : 'ends',
      names: 1 + (seed % 5),
    });
    const table = made(county);
    expectSendable(table);
    expect(expectEqualsAnnex(table)).toBeGreaterThan(seed % 5 === 4 ? 0 : 7);
  },
);

test('25 townships and 10 indicators are two pages and an annex, in PDF and as LibreOffice lays the Word file out', async () => {
  const county = bulletinCounty(7);
  addProjects(county, 3);
  setDocumentHead(county.book, {
    organ: '示例县人民政府办公室',
    marked: false,
    number: '',
    to: ['各乡镇人民政府', '县政府各部门'],
    copies: ['县委办公室'],
    sealed: false,
  });
  const table = made(county);
  expectSendable(table);
  expect(expectEqualsAnnex(table)).toBeGreaterThan(20);
  const text = linesOf(table).join('\n');
  for (const words of [
    '完成率居前的是',
    '靠后的是',
    '新签约项目60个',
    '最大的是',
    '超期未办结',
    '超期未销号',
  ])
    expect(text).toContain(words);
  const pages = pagesOf(await save(table, 'pdf'));
  expect(pages.findIndex((page) => /^\s*附件\s*$/mu.test(page))).toBe(2);
  expect(pages[0]).toContain('各乡镇人民政府，县政府各部门：');
  expect(pages[1]).toMatch(/示例县人民政府办公室\n\s+2012年10月8日/u);
  expect(pages.at(-1)).toContain('抄送：县委办公室。');
  const file = await save(table, 'docx');
  const laid = pagesOf(convert(file, 'pdf', scratch()));
  const annex = laid.findIndex((page) => /^\s*附件\s*$/mu.test(page));
  // the annex has a page of its own; what stands in for 仿宋 and Times New Roman may be wide enough
  // for a third page of words
  expect(annex).toBeGreaterThanOrEqual(2);
  expect(annex).toBeLessThanOrEqual(3);
}, 120_000);

test('what the form says is told, in its order: fields, who is named, sections, demands', () => {
  const county = bulletinCounty(7, { units: 6 });
  const {
    合同引资: funds = 0,
    固定资产投资: assets = 0,
    到位资金: arrived = 0,
  } = county.indicators;
  setBulletinForm(county.book, {
    ...bulletinForm(county.book),
    indicators: [funds, assets, arrived],
    named: [arrived],
    names: 1,
    sections: ['units', 'indicators', 'demands'],
    demands: ['各单位要对照全年任务，倒排工期。'],
  });
  const lines = linesOf(made(county));
  expect(lines.filter((line) => /^[一二三四五]、/u.test(line))).toEqual([
    '一、各单位完成情况',
    '二、主要指标完成情况',
    '三、下步要求',
  ]);
  expect(lines[2]).toMatch(/^（一）到位资金。完成率居前的是[^、]+；靠后的是[^、]+。$/u);
  expect(lines.slice(4, 6).join('')).toMatch(/完成合同引资.*到位资金.*完成固定资产投资/u);
  expect(lines.at(-1)).toBe('各单位要对照全年任务，倒排工期。');
  county.book.db
    .prepare(
      'UPDATE setting SET value = \'{"version":1,"content":{"names":"three"}}\' WHERE key = \'bulletinForm\'',
    )
    .run();
  expect(faultOf(() => made(county))).toBe('kept.damaged');
});

const LETTER: OfficeDocument = {
  mark: null,
  number: null,
  title: '关于印发工作要点的通知',
  to: ['各乡镇人民政府'],
  paragraphs: [paragraph('body', ['正'.repeat(28 * 60)])],
  annexes: ['工作要点', '责任分工'],
  signer: '示例县人民政府办公室',
  date: '2012年10月8日',
  sealed: false,
  copies: [],
};

test('the page holds 22 lines of 28 characters, numbered on the outer side', async () => {
  const { table } = { table: made(bulletinCounty(1, { units: 2 })) };
  const pdf = await save({ ...table, letter: LETTER }, 'pdf');
  const words = wordsOf(pdf);
  const second = words.filter((word) => word.page === 2 && /^正+$/u.test(word.text));
  expect(second).toHaveLength(22);
  expect(second.map((word) => word.text.length)).toEqual(Array.from({ length: 22 }, () => 28));
  // mm from the page's edges: 28 on the left, 26 on the right
  const mm = (points: number): number => (points / 72) * 25.4;
  expect(mm(Math.min(...second.map((word) => word.left)))).toBeCloseTo(28, 0);
  expect(mm(Math.max(...second.map((word) => word.right)))).toBeCloseTo(210 - 26, 0);
  const numbers = [1, 2].map((page) =>
    words.find((word) => word.page === page && word.text === String(page)),
  );
  expect((numbers[0]?.left ?? 0) > 400 && (numbers[1]?.left ?? 999) < 150).toBe(true);
}, 60_000);

test('Word has the margins, the grid and a named style for each part', async () => {
  const { table } = { table: made(bulletinCounty(1, { units: 2 })) };
  const file = await save(
    {
      ...table,
      letter: {
        ...LETTER,
        mark: '示例县人民政府办公室文件',
        number: '示政办发〔2012〕9号',
        copies: ['县委办公室'],
      },
    },
    'docx',
  );
  const [document, styles] = [part(file, 'word/document.xml'), part(file, 'word/styles.xml')];
  // twips: 37, 26, 35 and 28 mm
  expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
  expect(document).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"\/>/u);
  for (const name of [
    '公文标题',
    '主送机关',
    '公文正文',
    '一级标题',
    '二级标题',
    '附件说明',
    '发文机关署名',
    '成文日期',
    '版记',
  ])
    expect(styles).toContain(`<w:name w:val="${name}"/>`);
  for (const style of [
    'Documentmark',
    'Documentnumber',
    'Documenttitle',
    'Documentto',
    'Documentannex',
    'Documentsigner',
    'Documentdate',
    'DocumentannexMark',
    'Documentcopies',
  ])
    expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
  expect(document.replace(/<[^>]+>/gu, '')).toContain('附件：1.工作要点2.责任分工');
});

test.each([
  // the signer is longer: two in, and the date begins two behind the signer's first character
  ['示例县人民政府办公室', '2012年10月8日', false, 2, 10 - 6.5],
  // a date that is longer stands two in, the signer so much further
  ['县政府', '2012年10月8日', false, 2 + 6.5 + 2 - 3, 2],
  // under a seal the date stands four in, the signer centred over it
  ['县政府', '2012年10月8日', true, 4 + (6.5 - 3) / 2, 4],
])('%s over %s, sealed %s, stands %d and %d characters in', (signer, date, sealed, who, when) => {
  expect(closingIndents({ ...LETTER, signer, date, sealed })).toEqual({ signer: who, date: when });
});

test('levels count under the one above them', () => {
  const at = (
    level: 'first' | 'second' | 'third' | 'fourth',
  ): Parameters<typeof numberedParagraphs>[0][number] => paragraph(level, [], '题');
  expect(
    numberedParagraphs([
      at('first'),
      at('second'),
      at('third'),
      at('fourth'),
      at('third'),
      at('second'),
      at('first'),
      at('second'),
    ]).map(paragraphText),
  ).toEqual(['一、题', '（一）题', '1.题', '（1）题', '2.题', '（二）题', '二、题', '（一）题']);
});

test('where a county’s projects, problems and tasks are many, two pages still hold the words: what they do not tell is in the annex', async () => {
  const book = countyBook(FULL);
  const { table } = makeTable(book, 'bulletin', { filters: [] });
  const pages = pagesOf(await save(table, 'pdf'));
  expect(pages.findIndex((page) => /^\s*附件\s*$/mu.test(page))).toBe(2);
  const words = pages.slice(0, 2).join('').replace(/\s/gu, '');
  expect(words).toMatch(/其余\d+项指标见附件/u);
  // who is behind is counted over all fields, also those that are not told
  expect(words).toContain('河安乡（8项没有达到进度）');
});
