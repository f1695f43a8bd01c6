/** The words of a group's heading without what only counts it: 一、城关镇（5个） is 城关镇. */
import { squeezeWords } from './words.ts';

export const plainGroupLabel = (label: string): string =>
  squeezeWords(label)
    .replace(/^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?(?=\D)|[A-Z][、.．])/, '')
    .replace(/[:：]$/, '')
    .replace(/[(（]?共?计?\d+[个项家件条处户宗](?:项目|问题|单位|企业|任务)?[)）]?$/, '')
    .replace(/[:：,，]$/, '');
