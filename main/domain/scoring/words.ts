/**
 * What a rule does, in one sentence as a 考核办法 would say it; the editor shows it while the rule
 * is written.
 */
import { compare, type Decimal } from '../exact/decimal.ts';
import { shownPoints } from './reading.ts';
import type { Item, ScorePart, ScoreRule, ScoreSource } from './scheme.ts';

const AGAINST = {
  assured: '确保数',
  stretch: '力争数',
  upper: '上级任务',
  base: '上年数',
  pace: '序时目标',
} as const;

/** `fieldLabel`: how a ledger calls a field. */
export type Labels = (ledger: string, field: string | null) => string;

function sourceWords(source: ScoreSource, labels: Labels): string {
  switch (source.from) {
    case 'indicator':
      return `“${source.indicator}”${source.against === null ? '的数' : `完成数÷${AGAINST[source.against]}`}`;
    case 'ledger':
      return `${labels(source.ledger, null)}${source.filters.length === 0 ? '' : `（${source.filters.map((one) => `${labels(source.ledger, one.field)}${one.text}`).join('、')}）`}${source.sum === null ? '的条数' : `的${labels(source.ledger, source.sum)}`}`;
    case 'overdue':
      return `${labels(source.ledger, null)}里到期未办结的`;
    case 'events':
      return '登记的事项';
  }
}

/** 25分，按“合同引资”完成数÷确保数计，封顶120%，低于50%不得分 */
export function ruleWords({ points, most, least, rule }: Item, labels: Labels): string {
  const bounds = `${most === null ? (rule.kind === 'tiered' || rule.kind === 'bonus' ? '，不封顶' : '') : `，最多${shownPoints(most)}分`}${least === null ? '' : `，最少${shownPoints(least)}分`}`;
  return bodyOf(rule, points, labels) + bounds;
}

function bodyOf(rule: ScoreRule, points: Decimal, labels: Labels): string {
  const of = (source: ScoreSource): string => sourceWords(source, labels);
  switch (rule.kind) {
    case 'completion':
      return `${shownPoints(points)}分，按${partsWords(rule.parts, labels)}计${rule.cap === null ? '，不封顶' : `，封顶${shownPoints(rule.cap)}%`}${rule.floor === null ? '' : `，低于${shownPoints(rule.floor)}%不得分`}`;
    case 'steps':
      return `${shownPoints(points)}分，${of(rule.source)}${rule.steps.map((step) => `达${shownPoints(step.from)}%得${shownPoints(step.percent)}%`).join('、')}，再低不得分`;
    case 'over':
      return `${of(rule.source)}达100%得${shownPoints(points)}分，每超${shownPoints(rule.every)}%加${shownPoints(rule.add)}分，${rule.under.by === 'share' ? '未达到按比例得分' : `每欠${shownPoints(rule.under.every)}%扣${shownPoints(rule.under.take)}分`}`;
    case 'tiered':
      return `${of(rule.source)}每个按规模：${rule.tiers.map((tier) => `${shownPoints(tier.from)}${measureOf(rule.source)}起${shownPoints(tier.points)}分`).join('、')}`;
    case 'quota':
      return `${of(rule.source)}${rule.quotas.map((one) => `${one.rank}${shownPoints(one.count)}个`).join('、')}${rule.quotas.length === 0 ? '每人' : '，其他'}${shownPoints(rule.others)}个，完成定额得${shownPoints(rule.met)}分，每多一个加${shownPoints(rule.further)}分`;
    case 'average':
      return `${of(rule.source)}达本组平均得${shownPoints(points)}分，${rule.bands.map((band) => `高出${band.to === null ? '更多' : `${shownPoints(band.to)}%以内`}每1%加${shownPoints(band.each)}分`).join('、')}，每低1%扣${shownPoints(rule.under)}分`;
    case 'places':
      return `${of(rule.source)}按名次：${rule.places.map((place) => `前${place.to}名${shownPoints(place.points)}分`).join('、')}，其余不得分`;
    case 'bonus':
      return rule.parts
        .map((part) => `${part.label}每${unitOf(part.source)}加${shownPoints(part.weight)}分`)
        .join('，');
    case 'deduction':
      return `${compare(points, '0') === 0 ? '' : `基本分${shownPoints(points)}，`}${rule.parts.map((part) => `${part.label}每${unitOf(part.source)}扣${shownPoints(part.weight)}分`).join('，')}`;
    case 'manual':
      return `${rule.panels.map((panel) => `${panel.name}打分占${shownPoints(panel.percent)}%`).join('、')}`;
    case 'veto':
      return '出现一次就一票否决，不排名；提请单位、批准人、文号要写全';
  }
}

const partsWords = (parts: readonly ScorePart[], labels: Labels): string =>
  parts
    .map(
      (part) =>
        sourceWords(part.source, labels) +
        (parts.length === 1 ? '' : `占${shownPoints(part.weight)}%`),
    )
    .join('、');
const measureOf = (source: ScoreSource): string => (source.from === 'ledger' ? source.measure : '');
const unitOf = (source: ScoreSource): string =>
  source.from === 'events' ? '次' : source.from === 'indicator' ? '1' : '件';
