/** Choices, units and whole fields as people type them. */
import { describe, expect, test } from 'vitest';
import { fieldOf, type Field } from '../../main/domain/ledgers/field.ts';
import { project } from '../../main/domain/ledgers/project.ts';
import { measureOf } from '../../main/domain/exact/measure.ts';
import { readChoice } from '../../main/domain/read/choice.ts';
import { matchUnit, readShares, splitUnits } from '../../main/domain/read/unit-name.ts';
import { readValue } from '../../main/domain/read/value.ts';
import { STAGES } from '../../main/domain/ledgers/stage.ts';

const field = (code: string): Field => fieldOf(project, code);

describe('a stage', () => {
  test.each([
    ['在建', 'building'],
    ['building', 'building'],
    ['在 建', 'building'],
    ['在建项目', 'building'],
    ['二、在建项目（5个）', 'building'],
    ['已投产和试生产项目', 'producing'],
    ['一、已投产和试生产项目（3个）', 'producing'],
    ['已签约待开工项目', 'signed'],
    ['三、已签约待开工项目（5个）', 'signed'],
    ['（二）续建项目', 'building'],
    ['已开工', 'started'],
    ['已达产', 'full_output'],
    ['洽谈阶段', 'negotiating'],
    ['签约', 'signed'],
    ['竣工', 'completed'],
  ])('%s → %s', (text, value) => {
    expect(readChoice(text, STAGES)).toEqual({ kind: 'value', value });
  });
  test.each(['未开工', '不知道', '工'])(
    '%s is unreadable, and the answer lists the labels',
    (text) => {
      expect(readChoice(text, STAGES)).toMatchObject({
        kind: 'unreadable',
        seen: text,
        want: expect.stringContaining('签约、立项、开工') as string,
      });
    },
  );
  test('a mark is empty', () => {
    expect([readChoice('', STAGES), readChoice('/', STAGES), readChoice('无', STAGES)]).toEqual([
      { kind: 'empty' },
      { kind: 'empty' },
      { kind: 'empty' },
    ]);
  });
});

describe('a unit', () => {
  const units = [
    '东关街道',
    '西关街道',
    '县功镇',
    '虢镇',
    '阳平镇',
    '科技工业园区',
    '区工信局',
    '招商局',
    '区住房和城乡建设局',
    '城关镇',
    '新城街道',
    '市场监管局',
  ].map((name, index) => ({ id: index + 1, name, aliases: name === '虢镇' ? ['老虢镇街'] : [] }));
  const named = (name: string): unknown => {
    const match = matchUnit(name, units, '陈仓区');
    return match.kind === 'none'
      ? 'none'
      : [match.kind, units.find((unit) => unit.id === match.id)?.name];
  };
  test.each([
    ['东关街道', 'exact', '东关街道'],
    ['东关街道党工委', 'exact', '东关街道'],
    ['东关办事处', 'exact', '东关街道'],
    ['中共县功镇委员会', 'exact', '县功镇'],
    ['（4）县功镇', 'exact', '县功镇'],
    ['3、阳平镇', 'exact', '阳平镇'],
    ['1阳平镇', 'exact', '阳平镇'],
    ['阳平镇：', 'exact', '阳平镇'],
    ['其中：阳平镇', 'exact', '阳平镇'],
    ['阳平镇（原阳平乡）', 'exact', '阳平镇'],
    ['阳平鎮', 'exact', '阳平镇'],
    ['东关街道办', 'exact', '东关街道'],
    ['东关街道办事处', 'exact', '东关街道'],
    ['县功镇人民政府', 'exact', '县功镇'],
    ['陈仓区县功镇', 'exact', '县功镇'],
    ['老虢镇街', 'exact', '虢镇'],
    ['区招商局', 'exact', '招商局'],
    ['工信局', 'exact', '区工信局'],
    ['县工信局', 'exact', '区工信局'],
    ['区市场监管局', 'exact', '市场监管局'],
    ['市场监督管理局', 'near', '市场监管局'],
    ['科技工业园区管委会', 'exact', '科技工业园区'],
    ['城关', 'exact', '城关镇'],
    ['科技园区管委会', 'near', '科技工业园区'],
    ['科技园区', 'near', '科技工业园区'],
    ['区住建局', 'near', '区住房和城乡建设局'],
    ['住房与城乡建设局', 'near', '区住房和城乡建设局'],
  ])('%s is %s %s', (name, kind, unit) => {
    expect(named(name)).toEqual([kind, unit]);
  });
  test.each(['镇政府', '功镇', '南关街道', '区财政局', '关', '', '工商局', '天王镇'])(
    '“%s” is none of them',
    (name) => {
      expect(named(name)).toBe('none');
    },
  );

  test.each([
    ['区招商局、区工信局', ['区招商局', '区工信局']],
    ['环保分局、镇政府', ['环保分局', '镇政府']],
    ['区招商局和区工信局', ['区招商局', '区工信局']],
    ['区招商局，区工信局；虢镇', ['区招商局', '区工信局', '虢镇']],
    ['区招商局/区工信局', ['区招商局', '区工信局']],
    ['住房和城乡建设局', ['住房和城乡建设局']],
    ['工业和信息化局与发展和改革委员会', ['工业和信息化局', '发展和改革委员会']],
    ['人力资源和社会保障局', ['人力资源和社会保障局']],
    ['和平街道', ['和平街道']],
    ['', []],
  ])('splits %s', (text, parts) => {
    expect(splitUnits(text)).toEqual(parts);
  });

  test.each<[string, number, string[] | null]>([
    ['共同引进，各占50%', 2, ['50', '50']],
    ['各占50％', 2, ['50', '50']],
    ['5:5', 2, ['50.00', '50.00']],
    ['按7：3分成', 2, ['70.00', '30.00']],
    ['六四开', 2, ['60', '40']],
    ['三七开', 2, ['30', '70']],
    ['五五开', 2, ['50.00', '50.00']],
    ['招商局60%、工信局40%', 2, ['60', '40']],
    ['平均分配', 3, ['33.33', '33.33', '33.34']],
    ['各占50%', 3, null],
    ['60%、30%', 2, null],
    ['已完成80%', 2, null],
    ['10:30开会', 2, null],
    ['一期标准化厂房', 2, null],
    ['', 2, null],
  ])('shares of “%s” among %d', (remark, n, shares) => {
    const read = readShares(remark, n);
    expect(read?.map(Number) ?? null).toEqual(shares?.map(Number) ?? null);
    if (read)
      expect(read.reduce((total, share) => total + Math.round(Number(share) * 100), 0)).toBe(
        10_000,
      );
  });
});

describe('a field', () => {
  const read = (code: string, text: string, measure: string | null = '万元') =>
    readValue(field(code), text, {
      year: 2012,
      measure: measure === null ? null : measureOf(measure),
      currency: 'CNY',
    });
  test.each([
    ['total_investment', '9.8亿', '980000000.00'],
    ['total_investment', '86000', '860000000.00'],
    ['started_date', '2010年4月', '2010-04'],
    ['started_date', '6月底', '2012-06-30'],
    ['stage', '已投产', 'producing'],
    ['name', '  会展宾馆项目 ', '会展宾馆项目'],
    ['problem', '无', '无'],
    ['progress', '主体\r\n完工', '主体\n完工'],
    ['phone', '13900000003', '13900000003'],
    ['phone', '0917-3456701', '0917-3456701'],
    ['introducer', ' 区招商局、区工信局', '区招商局、区工信局'],
  ])('%s: %s', (code, text, value) => {
    expect(read(code, text)).toMatchObject({ kind: 'value', value });
  });
  test.each([
    ['name', '—'],
    ['remark', '/'],
    ['phone', '无'],
    ['stage', ''],
    ['total_investment', '—'],
  ])('%s: %s is empty', (code, text) => {
    expect(read(code, text)).toEqual({ kind: 'empty' });
  });
  test('land, jobs and lost phone digits', () => {
    expect(read('land_mu', '2公顷', '亩')).toEqual({
      kind: 'value',
      value: '30.000000',
      note: 'measure',
    });
    expect(read('jobs', '1200', '人')).toEqual({ kind: 'value', value: '1200' });
    expect(read('phone', '1.39E+10')).toMatchObject({ kind: 'unreadable' });
    expect(read('phone', '见附件')).toMatchObject({ kind: 'unreadable' });
  });
  test('an amount in another currency is refused, not relabelled', () => {
    expect(read('planned_this_year', '120万美元')).toEqual({
      kind: 'unreadable',
      seen: '120万美元',
      want: '人民币金额',
    });
    expect(read('foreign_contract', '120', '万美元')).toEqual({
      kind: 'value',
      value: '1200000.00',
    });
    expect(read('foreign_contract', '120万', '万美元')).toMatchObject({
      kind: 'value',
      value: '1200000.00',
    });
    expect(read('foreign_contract', '120万元', '万美元')).toMatchObject({
      kind: 'unreadable',
      want: '美元金额',
    });
  });
});
