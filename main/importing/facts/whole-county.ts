/** Names that mean the whole county: 全县, its own name, 全县目标, 市下达任务. */
import { squeezeWords } from '../sheet/words.ts';

export const COUNTY = /^(?:全[县区市省]|本[县区市])$/;

/** 全区, 本县 or the county's own name: figures of the whole. */
export const isCounty = (name: string, county: string): boolean =>
  COUNTY.test(squeezeWords(name)) || (county !== '' && squeezeWords(name) === squeezeWords(county));

const OWN_TARGET =
  /^(?:全[县区市省]|本[县区市]|[县区市]本级|[县区市]级?)(?:年度?|全年|总)?(?:的)?(?:目标|任务|计划|指标|确保|考核)(?:目标|任务|数|值|总数|合计)*$/;
const UPPER_TARGET =
  /^(?:[省市州]|省市|上级|[省市](?:委|政府)+|[省市](?:对|给)[县区市])[里级]?(?:政府)?(?:下达|分解|考核|安排|核定|交办|要求|确定|定|给|对[县区市])*(?:我?[县区市])?(?:的)?(?:年度?|全年)?(?:目标|任务|计划|指标|数)(?:目标|任务|数|值)*$/;

/**
 * What a row of a target table says that is of no unit: 全县目标 is the county's own, 市下达任务
 * what is asked of it from above.
 */
export function wholeTarget(name: string, county: string): 'own' | 'upper' | null {
  const said = squeezeWords(name).replace(/[:：]$/, '');
  const bare =
    county !== '' && said.startsWith(squeezeWords(county))
      ? `全县${said.slice(squeezeWords(county).length)}`
      : said;
  if (COUNTY.test(bare) || OWN_TARGET.test(bare)) return 'own';
  return UPPER_TARGET.test(said) ? 'upper' : null;
}
