/**
 * 目标责任书 (Word): what one unit undertakes this year, in words with its targets as the annex;
 * without a unit, one letter for each.
 */
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import type { Indicator, TargetCell, TargetSheet } from '../../../../preload/contract/targets.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import { changeWords, growthOf } from '../../../domain/targets/target.ts';
import { BLANK_WORD, wholeOfCounty } from '../../../domain/progress/words.ts';
import { printedFigureText } from '../../model/figures.ts';
import { heading, paragraph, type OfficeDocument } from '../../model/document.ts';
import type { PrintTable } from '../../model/table.ts';
import { unitTargets } from './unit-targets.ts';
import { ownTargets, unitsWithTargets } from './listed-targets.ts';
import {
  chosenIndicators,
  reportYearOf,
  type YearReport,
  type YearSource,
} from '../shared/year.ts';
import { issued } from '../shared/issued.ts';

const info = {
  ...unitTargets.info,
  name: 'responsibility-letter',
  title: '目标责任书',
  about: '每个单位一份责任书，目标写成条文，附目标一览；在Word里改定',
  document: true,
} as const satisfies TableInfo;

export const responsibilityLetter: YearReport = {
  info,
  read(source, options) {
    const named = (table: PrintTable): PrintTable => ({
      ...table,
      name: info.name,
      fileName: table.fileName.replace(unitTargets.info.title, info.title),
      signatures: [],
    });
    const table = named(unitTargets.read(source, options));
    if (table.rows.length === 0) return table;
    const sheet = source.targets(
      reportYearOf(source, options),
      options.version ?? null,
      options.indicators ?? [],
    );
    const chosen = chosenIndicators(sheet, options);
    const own = ownTargets(sheet, chosen, options, source.context.county);
    const listed = unitsWithTargets(sheet, chosen, options);
    const units = listed.length === 0 && own !== null ? [own] : listed;
    const letters = units.map((unit): PrintTable => ({
      ...named(unitTargets.read(source, { ...options, unit: unit.name })),
      letter: letterOf(source, options, unit, chosen),
    }));
    const [only] = letters;
    return letters.length === 1 && only !== undefined ? only : { ...table, parts: letters };
  },
};

function letterOf(
  source: YearSource,
  options: ParsedTableOptions,
  unit: TargetSheet['rows'][number],
  chosen: readonly Indicator[],
): OfficeDocument {
  const { county } = source.context;
  const isOwn = unit.kind === 'county';
  // what the office answers for itself it signs with those above it, whom nobody named
  const party = isOwn ? BLANK_WORD : issued(source).signer;
  const year = reportYearOf(source, options);
  const name = isOwn ? county : unit.name;
  const tasks = chosen.flatMap((one) => {
    const cell = unit.cells[one.id];
    return cell === undefined ? [] : [taskText(one, cell)];
  });
  const body = (text: string) => paragraph('body', [text]);
  return {
    mark: null,
    number: null,
    title: `${year}年${name}\n目标责任书`,
    to: [],
    copies: [],
    sealed: false,
    paragraphs: [
      body(
        `为完成${isOwn ? '' : wholeOfCounty(county)}${year}年各项目标任务，落实工作责任，${party}与${name}签订本责任书。`,
      ),
      heading('first', '目标任务'),
      ...tasks.map((text, at) =>
        body(`${numeral(at + 1)}是${text}${at === tasks.length - 1 ? '。' : '；'}`),
      ),
      heading('first', '考核奖惩'),
      body(BLANK_WORD),
      heading('first', '其他'),
      body('本责任书一式两份，双方各执一份，自签订之日起生效。目标调整的，以正式下达的文件为准。'),
    ],
    annexes: [`${year}年${name}目标一览`],
    signer: `${party}（签章）　　　　${name}（签章）`,
    date: '　　　　年　　月　　日',
  };
}

/** 合同引资确保6.90亿元，比上年增长15.0%，力争7.50亿元，责任人张三: a figure that nobody gave is a blank. */
function taskText(one: Indicator, { base, assured, stretch, leader, owner }: TargetCell): string {
  const told = (value: string | null): string =>
    (value === null ? BLANK_WORD : printedFigureText(value, one.places)) + one.measure;
  const growth = growthOf(base, assured, one.measure, 1);
  return [
    one.direction === 'up'
      ? `${one.name}确保${told(assured)}`
      : `${one.name}控制在${told(assured)}以内`,
    ...(growth === null ? [] : [`比上年${changeWords(growth, one.measure)}`]),
    ...(stretch === null
      ? []
      : [one.direction === 'up' ? `力争${told(stretch)}` : `力争不超过${told(stretch)}`]),
    ...(leader === null ? [] : [`责任领导${leader}`]),
    ...(owner === null ? [] : [`责任人${owner}`]),
  ].join('，');
}
