/**
 * 月通报 (Word): the month on one or two pages in words made from its figures, with the whole table
 * of 通报 as its annex.
 */
import type { BulletinSection } from '../../../../preload/contract/documents.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { dayText } from '../../../domain/days/day.ts';
import { briefParts } from '../../../domain/progress/bulletin.ts';
import { endsParts } from '../../../domain/progress/bulletin-ends.ts';
import { joined, type Sentence } from '../../../domain/progress/sentence.ts';
import { isLevel, partName } from '../../../domain/progress/verbs.ts';
import { balancedTable } from '../../model/balance.ts';
import { printedFigureText, textUnits } from '../../model/figures.ts';
import {
  heading,
  numberedParagraphs,
  paragraph,
  type DocumentParagraph,
  type OfficeDocument,
} from '../../model/document.ts';
import { DOCUMENT_PAGE, linesOf } from '../../model/document-layout.ts';
import { monthlyBulletin } from '../progress/monthly-bulletin.ts';
import { correctionNotes, CORRECTED } from '../progress/bulletin-notes.ts';
import { withFigures } from '../progress/month-sheets.ts';
import { issued } from '../shared/issued.ts';
import type { YearReport } from '../shared/year.ts';
import {
  asPrinted,
  bulletinFacts,
  type BulletinFacts,
  type BulletinField,
} from './bulletin-facts.ts';
import { demandParagraphs, problemParagraphs } from './bulletin-problems.ts';
import { projectParagraphs } from './bulletin-projects.ts';

const info = {
  ...monthlyBulletin.info,
  name: 'bulletin',
  title: '月通报',
  about: '一到两页的通报文字，由数写成，附完成情况表；写哪些指标、点名几个单位在“通报设置”里定',
  clock: 'month',
  document: true,
} as const satisfies TableInfo;

export const bulletin: YearReport = {
  info,
  read(source, options) {
    // a bulletin is of all units
    const all = { ...options };
    delete all.unit;
    const facts = bulletinFacts(source, all);
    const ids = facts.sheets.map(({ indicator }) => indicator.id);
    const table = monthlyBulletin.read(source, { ...all, indicators: ids });
    const annex = options.balance === false ? table : balancedTable(table);
    const fileName = table.fileName.replace(monthlyBulletin.info.title, info.title);
    return withFigures(facts.sheets, all).length === 0
      ? { ...table, name: info.name, fileName }
      : {
          ...table,
          name: info.name,
          fileName,
          signatures: [],
          letter: documentOf(asPrinted(facts, annex)),
        };
  },
};

function documentOf(facts: BulletinFacts): OfficeDocument {
  const { source, year, period, fields } = facts;
  const what = fields.length === 1 ? (fields[0]?.one.name ?? '') : '主要指标';
  const document: OfficeDocument = {
    ...issued(source),
    // the break where the sense has one
    title: titleOf(`关于${year}年${period.span}`, `${what}完成情况的通报`),
    paragraphs: [],
    annexes: [`${year}年${period.span}${what}完成情况通报表`],
    date: dayText(source.context.today),
  };
  return { ...document, paragraphs: paragraphsOf(facts, spareLines(document)) };
}

/** 2号 signs that one line of the page holds */
const TITLE_LINE = 18;
const titleOf = (head: string, rest: string): string =>
  head + (textUnits(head + rest) > TITLE_LINE ? '\n' : '') + rest;

/** What opening, annex, signer and date leave of two pages, with two lines for what fonts round. */
function spareLines({ title, to, mark }: OfficeDocument): number {
  const [head, foot, slack] = [title.split('\n').length + 1, 5, 2];
  return (
    2 * DOCUMENT_PAGE.lines -
    head -
    foot -
    slack -
    (to.length === 0 ? 0 : 1) -
    (mark === null ? 0 : 8)
  );
}

const HEADS: Readonly<Record<BulletinSection, string>> = {
  indicators: '主要指标完成情况',
  units: '各单位完成情况',
  projects: '项目建设',
  problems: '督办整改和存在的问题',
  demands: '下步要求',
};

/**
 * Every section but the units' is as long as it is; units are named for as many fields as two pages
 * then hold. Where they hold too few the rest is told in fewer words.
 */
function paragraphsOf(facts: BulletinFacts, lines: number): readonly DocumentParagraph[] {
  const full = written(facts, lines);
  if (full.named >= Math.min(FEWEST_NAMED, full.nameable)) return full.paragraphs;
  const short = written({ ...facts, isShort: true }, lines);
  if (facts.isChosen || short.lines <= lines) return short.paragraphs;
  // what two pages do not hold stands in the annex alone
  for (let count = facts.fields.length - 1; count >= FEWEST_FIELDS; count -= 1) {
    const untold = facts.untold + facts.fields.length - count;
    const told = facts.fields.slice(0, count);
    const fewer = written({ ...facts, isShort: true, told, untold }, lines);
    if (fewer.lines <= lines) return fewer.paragraphs;
  }
  return short.paragraphs;
}
/** Fewer are no bulletin. */
const FEWEST_FIELDS = 3;
/** So many fields name their units before anything is told at length. */
const FEWEST_NAMED = 3;

function written(
  facts: BulletinFacts,
  lines: number,
): {
  readonly paragraphs: readonly DocumentParagraph[];
  readonly lines: number;
  readonly named: number;
  readonly nameable: number;
} {
  const { form, year, period } = facts;
  const opening = paragraph('body', [
    `现将${year}年${period.span}主要指标完成情况通报如下。${paceWords(facts)}`,
  ]);
  const sections = form.sections.map((code) => ({
    code,
    paragraphs: code === 'units' ? [] : SECTIONS[code](facts),
  }));
  const corrected = correctionParagraphs(facts);
  const without = [
    opening,
    ...sections.flatMap(({ code, paragraphs }) => section(code, paragraphs)),
    ...corrected,
  ];
  const spare = lines - without.reduce((sum, one) => sum + lineCount(one), 0);
  const all = form.sections.includes('units') ? unitParagraphs(facts) : [];
  const named = form.named.length > 0 ? all : heldIn(spare - 1, all, facts.isShort);
  const paragraphs = [
    opening,
    ...sections.flatMap((one) => section(one.code, one.code === 'units' ? named : one.paragraphs)),
    ...corrected,
  ];
  return {
    paragraphs,
    lines: paragraphs.reduce((sum, one) => sum + lineCount(one), 0),
    named: named.length,
    nameable: all.length,
  };
}

/** Those that stand on so many lines, in their order; in few words they share a paragraph. */
function heldIn(
  lines: number,
  all: readonly DocumentParagraph[],
  isShort: boolean,
): readonly DocumentParagraph[] {
  const laid = (list: readonly DocumentParagraph[]): readonly DocumentParagraph[] =>
    isShort ? [inOneRow(list)] : list;
  let held: readonly DocumentParagraph[] = [];
  for (const one of all) {
    const more = [...held, one];
    if (laid(more).reduce((sum, each) => sum + lineCount(each), 0) <= lines) held = more;
  }
  return held.length === 0 ? [] : laid(held);
}
const inOneRow = (list: readonly DocumentParagraph[]): DocumentParagraph =>
  paragraph(
    'body',
    list.flatMap(({ head = '', parts }) => [head.replace(/。$/, ''), ...parts]),
  );
const SECTIONS: Readonly<
  Record<Exclude<BulletinSection, 'units'>, (facts: BulletinFacts) => readonly DocumentParagraph[]>
> = {
  indicators: indicatorParagraphs,
  projects: projectParagraphs,
  problems: problemParagraphs,
  demands: demandParagraphs,
};

const section = (
  code: BulletinSection,
  paragraphs: readonly DocumentParagraph[],
): readonly DocumentParagraph[] =>
  paragraphs.length === 0 ? [] : [heading('first', HEADS[code]), ...paragraphs];

const lineCount = (one: DocumentParagraph): number =>
  numberedParagraphs([one]).reduce((sum, numbered) => sum + linesOf(numbered), 0);

/** One pace where all have the same: plans that differ have none that could be told for all. */
function paceWords({ fields, period }: BulletinFacts): string {
  const paces = new Set(fields.flatMap(({ sheet }) => sheet.total.pace ?? []));
  const [pace] = paces;
  return paces.size === 1 && pace !== undefined
    ? `截至${period.month}底，序时进度为${printedFigureText(pace, 2)}%。`
    : '';
}

/** By category where there are several, in the order of their first field. */
function indicatorParagraphs(facts: BulletinFacts): readonly DocumentParagraph[] {
  const groups = Map.groupBy(facts.told, ({ sheet }) =>
    facts.isShort ? null : sheet.indicator.category,
  );
  const rest = facts.untold === 0 ? '' : `其余${facts.untold}项指标见附件。`;
  if (groups.size < 2) return [paragraph('body', [...fieldSentences(facts, facts.told), rest])];
  const told = [...groups].map(([category, fields]) =>
    paragraph('second', fieldSentences(facts, fields), `${category ?? '其他指标'}。`),
  );
  return rest === '' ? told : [...told, paragraph('body', [rest])];
}

/** 1—9月，全县完成…；完成…。截至9月底，…为…；…达到…。 */
function fieldSentences({ period }: BulletinFacts, fields: readonly BulletinField[]): Sentence {
  const { span, month, whole, against } = period;
  const told = (level: boolean, head: string): Sentence => {
    const list = fields.filter(({ one }) => isLevel(one) === level);
    if (list.length === 0) return [];
    const sentences = list.map(({ one, parts }) => briefParts(one, against, parts));
    return [`${head}，${whole}`, ...joined(sentences, '；'), '。'];
  };
  return [...told(false, span), ...told(true, `截至${month}底`)];
}

/**
 * The fields whose units are named: those of the form, else those with targets before the others.
 */
function unitParagraphs({ fields, form, isShort }: BulletinFacts): readonly DocumentParagraph[] {
  const chosen = form.named.flatMap((id) => fields.find(({ one }) => one.id === id) ?? []);
  const order =
    form.named.length > 0
      ? chosen
      : fields.toSorted((a, b) => Number(isTargeted(b)) - Number(isTargeted(a)));
  return order.flatMap(({ one }) => {
    const ends = endsParts(one, { ...form, isShort });
    return ends.length === 0
      ? []
      : [paragraph('second', [...ends, '。'], `${partName(one.name)}。`)];
  });
}

const isTargeted = ({ one }: BulletinField): boolean =>
  one.units.some((unit) => unit.completion !== null);

/** What was corrected since the month was closed stands at the end. */
function correctionParagraphs({
  source,
  options,
  sheets,
}: BulletinFacts): readonly DocumentParagraph[] {
  const notes = correctionNotes(source, options, sheets).map((note) => note.replace(CORRECTED, ''));
  return notes.length === 0
    ? []
    : [heading('first', '数据更正'), ...notes.map((note) => paragraph('body', [note]))];
}
