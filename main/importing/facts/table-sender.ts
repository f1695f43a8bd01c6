/**
 * Whose figures a table without units holds: the unit that its sheet is called after, or that its
 * title or 填报单位 names.
 */
import { kindOfName } from '../../domain/ledgers/unit.ts';
import { askUnit } from '../cells/parts.ts';
import { statedSender } from '../sheet/sender-words.ts';
import { squeezeWords } from '../sheet/words.ts';
import type { FactLayout } from './fact-columns.ts';
import type { FactScene, FactsInput } from './fact-scene.ts';
import type { FactTableInput } from './told-of-table.ts';

const YEAR = /^(?:19|20)\d{2}年?度?/;
const OWN_TITLE =
  /^(.{2,8}?(?:镇|乡|街道|园区|管委会))(?=(?:19|20)\d{2}年|主要|各项|经济|目标|任务|指标|历年|各年|分月|各月|逐月)/;
const OWN_TOWNSHIP =
  /^(.{2,8}?(?:镇|乡|街道))(?=(?:19|20)\d{2}年|主要|各项|经济|目标|任务|指标|历年|各年|分月|各月|逐月)/;
/** What stands within a township and is not it: its school, its clinic, a firm there. */
const INSTITUTION =
  /(?:学校|[中小]学|幼儿园|医院|卫生院|卫生室|敬老院|公司|厂|矿|合作社|[站所]|中心|办公室?|委员会)$/;

/** A sheet called 各乡镇, 街道 or 2024年乡镇 is nobody's own. */
const MANY = /乡镇|镇街|街镇|镇办|各|全|分|重点|中心镇|示范|试点|特色|\d|^.{0,2}$/;

/** An office may report for the whole county, a township never does. */
const isTownship = (name: string): boolean => kindOfName(name) !== 'department';

/** A title without the county's name and the year before what it says. */
function bareTitle(title: string, county: string): string {
  const dated = title.replace(YEAR, '');
  return county !== '' && dated.startsWith(county)
    ? dated.slice(county.length).replace(YEAR, '')
    : dated;
}

/**
 * The unit's name as the county's tree has it, or as the sheet writes one that the tree has not;
 * null: the county's own figures.
 */
export function senderNamed(input: FactTableInput, { columns }: FactLayout): string | null {
  const { sheet, titles, units, said, county } = input;
  if (said?.isSaid === true) return said.unit;
  const bySheet = units.resolve(sheet.name);
  if (bySheet.is === 'known') return bySheet.name;
  for (const whole of titles.map(squeezeWords)) {
    // 城厢镇 alone over a table of its indicators
    const alone = units.resolve(whole);
    if (alone.is === 'known' && isTownship(alone.name)) return alone.name;
    const title = bareTitle(whole, county);
    const stated = statedSender(title) ?? OWN_TITLE.exec(title)?.[1];
    const found = stated === undefined || stated === '' ? null : units.resolve(stated);
    if (found?.is === 'known' && isTownship(found.name)) return found.name;
  }
  // heads that are units leave nothing to the sender
  const isWhole = columns.every(({ unit }) => unit === undefined);
  return said?.unit ?? (isWhole ? strangeSender(input) : null);
}

/**
 * Who sent it, in the sheet's words, where that is a township or stands in one and the county's
 * tree has no such unit.
 */
function strangeSender({ sheet, titles, units, county }: FactTableInput): string | null {
  const isStrange = (name: string): boolean =>
    isTownship(name) &&
    !MANY.test(name) &&
    name.length <= 20 &&
    (county === '' || !name.endsWith(county)) &&
    units.resolve(name).is === 'unknown';
  if (isStrange(sheet.name)) return sheet.name;
  for (const whole of titles.map(squeezeWords)) {
    const title = bareTitle(whole, county);
    const stated = statedSender(title) ?? OWN_TOWNSHIP.exec(title)?.[1] ?? '';
    if (stated !== '' && isStrange(stated)) return stated;
    const within = [...title.matchAll(/镇|乡|街道|园区|开发区|高新区/g)].some(
      ({ 0: end, index }) => units.resolve(title.slice(0, index + end.length)).is === 'known',
    );
    if (
      within &&
      title.length <= 20 &&
      INSTITUTION.test(title) &&
      units.resolve(title).is === 'unknown'
    )
      return title;
  }
  return null;
}

/** One question about a sender that nobody knows, for all rows, which wait. */
export function askSender(
  { sender, units, region }: Pick<FactsInput, 'sender' | 'units' | 'region'>,
  scene: FactScene,
): void {
  const known = sender === null ? null : units.resolve(sender);
  if (sender === null || known?.is !== 'unknown') return;
  for (const row of region.dataRows) askUnit(scene, row, region.left, sender, known.like);
}
