/** What a table's title says: whether of plans or of results, and which indicator it is about. */
import { withoutAsides } from './fact-words.ts';

/** 规划局 and what came of a 规划 are none. */
const PLAN_TITLE =
  /目标|任务|计划|指标分解|分解表|预期|规划(?:期|主要|约束性|各项)*(?:指标|表)|五年规划$|[一二三四]五[”’"」』]?规划$/;
/** 计划生育 and 目标考核得分 are things that were done. */
const NO_PLAN = /计划生育|目标考核(?:得分|结果|成绩)/g;
/** Whether a title speaks of what is to be done, not of what was done. */
export const speaksOfPlans = (title: string): boolean =>
  PLAN_TITLE.test(title.replace(NO_PLAN, '')) &&
  !/完成情况|完成统计|完成进度|进展情况|月报|快报|运行情况/.test(title);
/** Whether a title speaks of what was done. */
export const speaksOfResults = (title: string): boolean =>
  /完成|进度|进展|月报|快报|运行|统计|情况/.test(title);

/** 附件1：, 表三：, 关于下达…的通知, 《…》 */
const FRONT =
  /^(?:附?[件表]+\s*(?:\d{1,2}(?=(?:19|20)\d{2}年)|[\d一二三四五六七八九十]*(?:[-—.]\d+)?)[:：.、—-]*(?=.{3})|《|关于(?:更正|订正|修正|下达|印发|分解|公布|报送|上报|调整|做好)?)/;
const BACK = /(?:的)?(?:说明|通报|通知|函|公报|简报)?》?$/;
/** 统计局：…, 县人民政府办公室关于… */
const ISSUER = /^[\u4e00-\u9fff]{2,20}(?:[:：](?=.{4})|(?=关于.{4}))/;
/** 东城街道2024年, 桐安县1-9月 */
const SENDER =
  /^(?:[\u4e00-\u9fff]{2,6}?(?:街道|苏木)(?:办事处)?(?=(?:19|20)\d{2}年?|主要|各项)|[\u4e00-\u9fff]{2,4}?[县市区旗州](?=(?:19|20)\d{2}年?|\d{1,2}[-—–~～至到月]|前[一二三两\d])|[\u4e00-\u9fff]{1,4}?[县市区旗州][\u4e00-\u9fff]{2,6}?[局委办](?=(?:19|20)\d{2}年))/;
const YEARS =
  /(?:截[至止])?(?:(?:19|20)\d{2}(?:[.．-]\d{1,2}(?![\d月]))?年?度?(?:[-—–~～至、和与]|到(?!位))?)+|[一二][〇○零九][〇○零一二三四五六七八九十]{2}年度?/g;
const TIMES =
  /(?:截[至止])?1?月?[-—–~～至到]?\d{1,2}月份?(?:底|末)?(?:\d{1,2}日)?(?:止|前)?|(?:十[一二]?|[一二三四五六七八九])月份?|前[一二三四五六七八九十\d]{1,2}个?月|前[一二三两]个?季度|第?[一二三四1-4]季度[末底]?|上半年|下半年|全年|年度|今年以来|年初以来/g;
const LOOSE_TIMES =
  /^(?:[-—–~～、和与及]|近[一二两三四五六七八九十\d]{1,2}年来?|[分按](?:季度?|月度?|旬|年度?)|当月|本月|当年|本年|累计|同期|历年|各月|逐月|各村的?)+/;
/** Names of counties and what they are of; 城区, 园区 and the like are none. */
const COUNTIES =
  /^(?:全[市县区省州旗盟]|各(?:(?:县|市|区|旗|州|乡|镇|街道?|苏木|单位|部门|园区)、?)+|(?!城[市区]|[园社景小库矿山林牧灾郊地]区)(?:(?![镇乡])[\u4e00-\u9fff]){2,4}?(?:市(?![场政民容值级直辖花])|县(?!域|级|乡|内|外|直|城(?![镇乡市]))|(?<![园社景小库矿山林牧灾郊地城])区(?![域间块位]))|(?!红旗)[\u4e00-\u9fff]{2,4}旗(?![渠袍镇乡村]))+/;
const TOWNSHIPS =
  /^(?:各(?:乡?镇街?道?|单位|部门|县区)|(?![\u4e00-\u9fff]{0,2}(?:城镇|乡镇|集镇|村镇|城乡))[\u4e00-\u9fff]{1,6}?(?:镇|乡(?!镇))(?![村居])|主要|重点)+/;
/** 部分单位, 有关乡镇: whose, not what */
const SOME = /^(?:部分|有关|相关|全部|所有)(?:单位|乡镇街道|乡镇|镇街|街道|部门|园区|县区)的?/;
/** 县直部门和乡镇: whose, not what */
const OFFICES =
  /^[县区市]直(?:机关)?(?:单位|部门)(?:[和与及、]各?(?:乡镇街道|乡镇|镇街|街道|园区)+)?/;
/** What titles end in beside their subject. */
const ENDS =
  /(?:目标|任务|计划|指标|分解|调整|(?:更正|订正|修正|修订|勘误|重报|补报)[后件稿]?|(?<=[值额入资款出])总量|完成|情况|进度|进展|统计|一览|汇总|安排|分配|对比|通报|排名|排序|入库|累计|分月|历年|[日周旬月季年]报|快报|报|明细|表|分(?:季度?|月度?|旬|乡镇街?道?|镇街|县区|单位|部门|行业|村)|预期|责任|考核|工作|办理|调度|登记|台账|清单|位次|名次|数据|报送|公示|晾晒|考核得分依据|月度|当月数?|各季度末?|[周月旬]汇总|周调度|[-—–]|基本|的|[及和与暨、])+$/;
/** Words that gather indicators and are none. */
const GATHERS = /^(?:主要|各项|重点|经济|社会|运行|国民|发展|事业|指标|形势|[和与])+$/;

/** 一、粮食产量（吨）, （二）财政收入: a part of the sheet with its number. */
const NUMBERED =
  /^\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d))\s*(?=\D)/;
const PART =
  /^\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])\s*\D{2,30}$/;
export const isPartTitle = (title: string): boolean => PART.test(title);
/** The lines that say what a table is about: that of its own part of the sheet, else its titles. */
export const subjectTitles = (titles: readonly string[]): readonly string[] =>
  titles.some(isPartTitle) ? titles.filter(isPartTitle) : titles;

/**
 * What a table's title says that it is about: 2012年全市工业投入目标任务分解表 → 工业投入; null
 * where nothing is left.
 */
export function subjectOf(title: string): string | null {
  if (/^附?[件表]\s*[\d一二三四五六七八九十]*[:：]?$/.test(title.trim())) return null;
  const plain = withoutAsides(title.trim().replace(NUMBERED, '').replace(FRONT, ''))
    .replace(/单位[:：].*$/, '')
    .replace(ISSUER, '')
    .replace(FRONT, '')
    .replace(BACK, '')
    .replace(SENDER, '')
    .replace(YEARS, '')
    .replace(TIMES, '')
    .replace(LOOSE_TIMES, '')
    .replace(OFFICES, '')
    .replace(COUNTIES, '')
    .replace(OFFICES, '')
    .replace(TOWNSHIPS, '')
    .replace(SOME, '')
    .replace(LOOSE_TIMES, '')
    .replace(ENDS, '');
  return plain.length >= 2 && !GATHERS.test(plain) ? plain : null;
}
