/**
 * What Ctrl+K can do beside finding records: open pages and views, start something new, undo. Found
 * by its words or its pinyin initials.
 */
import { go } from './stores/navigation.ts';
import type { Page, PageParams } from './stores/pages.ts';
import { setContrast, setText, useLayout } from './stores/layout.ts';
import { redoLast, undoLast } from './stores/take-back.ts';

export interface Command {
  readonly label: string;
  /** pinyin initials of the label, and other words for it */
  readonly keys: readonly string[];
  run(): void;
}

const open = <P extends Page>(
  label: string,
  initials: string,
  page: P,
  params?: PageParams[P],
  also: readonly string[] = [],
): Command => ({ label, keys: [initials, ...also], run: () => go(page, params) });

const COMMANDS: readonly Command[] = [
  open('总览', 'zl', 'overview'),
  open('目标', 'mb', 'targets'),
  open('进度', 'jd', 'progress'),
  open('项目台账', 'xmtz', 'projects', {}, ['xm']),
  open('项目看板', 'xmkb', 'projects', { view: 'board' }, ['kb']),
  open('项目甘特图', 'xmgtt', 'projects', { view: 'gantt' }, ['gtt']),
  open('项目漏斗', 'xmld', 'projects', { view: 'funnel' }, ['ld']),
  open('项目分布', 'xmfb', 'projects', { view: 'sums' }, ['fb']),
  open('项目地图', 'xmdt', 'projects', { view: 'map' }, ['dt']),
  open('项目跟踪', 'xmgz', 'projects', { view: 'follow' }, ['gz', '提醒']),
  open('整改台账', 'zgtz', 'rectification', {}, ['zg']),
  open('督办台账', 'dbtz', 'tasks', {}, ['db']),
  open('考核', 'kh', 'scores'),
  open('全部台账', 'qbtz', 'ledgers', {}, ['tz']),
  open('线索台账', 'xstz', 'ledgers', { ledger: 'lead' }, ['xs']),
  open('线索任务完成', 'xsrw', 'ledgers', { ledger: 'lead', view: 'quota' }),
  open('推介活动', 'tjhd', 'ledgers', { ledger: 'lead', view: 'events' }),
  open('单位', 'dw', 'ledgers', { ledger: 'unit' }),
  open('报表', 'bb', 'reports', {}, ['打印', 'dy']),
  open('设置', 'sz', 'settings'),
  open('从表格导入', 'cbgdr', 'imports', {}, ['dr', '导入']),
  open('新增项目', 'xzxm', 'projects', { draft: {} }, ['xjxm', '新建项目']),
  open('新增线索', 'xzxs', 'ledgers', { ledger: 'lead', draft: {} }, ['xjxs', '新建线索']),
  open('新增督办任务', 'xzdbrw', 'tasks', { draft: {} }, ['xzrw']),
  open('新增整改问题', 'xzzgwt', 'rectification', { draft: {} }, ['xzwt']),
  { label: '撤销', keys: ['cx'], run: undoLast },
  { label: '重做', keys: ['cz', '恢复'], run: redoLast },
  { label: '字号：标准', keys: ['zhbz'], run: () => setText('standard') },
  { label: '字号：大', keys: ['zhd'], run: () => setText('large') },
  { label: '字号：特大', keys: ['zhtd'], run: () => setText('xlarge') },
  { label: '高对比度', keys: ['gdbd'], run: () => setContrast(!useLayout.getState().highContrast) },
];

/** Those whose words hold the text, or whose initials begin with it; the closest first. */
export function commandsFor(text: string): readonly Command[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const rank = ({ label, keys }: Command): number =>
    label === wanted || keys.includes(wanted)
      ? 0
      : label.startsWith(wanted)
        ? 1
        : keys.some((key) => key.startsWith(wanted))
          ? 2
          : label.includes(wanted)
            ? 3
            : 4;
  return COMMANDS.map((command) => ({ command, rank: rank(command) }))
    .filter((one) => one.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.command);
}
