/**
 * The scheme of the samples' year typed in through the window, tried, published, objected to and
 * printed; window, xlsx, PDF and the snapshot say the same as another tool computes from the
 * sample.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import type { SubjectScore } from '../../main/domain/scoring/score.ts';
import { samplePath } from '../../main/core/sample.ts';
import { openTestWindow, type TestWindow } from '../helpers/window.ts';
import { story } from '../helpers/story.ts';

const PARK = '科技工业园区';
const ITEMS = [
  { name: '合同引资', points: '25' },
  { name: '到位资金', points: '25' },
  { name: '固定资产投资', points: '15' },
  { name: '财政收入', points: '15' },
] as const;
/**
 * beside the indicators: signed projects by their size, less an overdue task; the last four are
 * held to nothing else
 */
const MORE = {
  [PARK]: '9',
  县功镇: '15',
  西关街道: '3',
  区住建局: '15.00',
  区文旅局: '4.00',
  区招商局: '0.00',
  镇政府: '0.00',
};
let opened: TestWindow;
let page: Page;
let projectId = 0;

/**
 * Points by the sample's own cells in exact fractions, half up: points × done ÷ target, capped,
 * nothing under the floor. `more`: what other items give a unit.
 */
const ORACLE = `import openpyxl,sys,json
from fractions import Fraction as F
from decimal import Decimal,ROUND_HALF_UP
path,cap,floor,more=sys.argv[1],F(sys.argv[2])/100,F(sys.argv[3])/100,json.loads(sys.argv[4])
two=lambda f: (Decimal(f.numerator)/Decimal(f.denominator)).quantize(Decimal('0.01'),ROUND_HALF_UP)
s=openpyxl.load_workbook(path,data_only=True).active
out={}
for r in range(5,17):
  name=s.cell(r,1).value
  got=[]
  for c,points in ((2,25),(6,25),(10,15),(14,15)):
    done=F(str(s.cell(r,c+2).value))/F(str(s.cell(r,c).value))
    got.append(two(F(0) if done<floor else min(done,cap)*points))
  out[name]={'items':[str(g) for g in got],'total':str(sum(got)+Decimal(more.get(name,'0')))}
for name in more:
  out.setdefault(name,{'items':[],'total':more[name]})
print(json.dumps(out))`;
type Expected = Readonly<
  Record<string, { readonly items: readonly string[]; readonly total: string }>
>;
const expected = (
  cap: string,
  floor: string,
  more: Readonly<Record<string, string>> = {},
): Expected =>
  JSON.parse(
    execFileSync(
      '/usr/bin/python3',
      ['-c', ORACLE, samplePath('04'), cap, floor, JSON.stringify(more)],
      { encoding: 'utf8' },
    ),
  ) as Expected;

/** Every line of a workbook's first sheet, cells as they stand. */
const READ = `import openpyxl,sys,json
s=openpyxl.load_workbook(sys.argv[1],data_only=True).active
print(json.dumps([['' if c is None else str(c) for c in row] for row in s.iter_rows(values_only=True)]))`;
const workbook = (path: string): readonly (readonly string[])[] =>
  JSON.parse(
    execFileSync('/usr/bin/python3', ['-c', READ, path], { encoding: 'utf8' }),
  ) as string[][];

beforeAll(async () => {
  opened = await openTestWindow('陈仓区');
  page = opened.page;
  await ask('session.setYear', { year: 2012 });
  for (const number of ['04', '03']) await opened.importBook(samplePath(number));
  await ask('records.create', {
    ledger: 'task',
    records: [{ title: '完成创业基地一期设计评审', lead_unit: PARK, deadline: '2012-04-30' }],
  });
  const projects = await ask('records.page', {
    query: { ledger: 'project' },
    offset: 0,
    limit: 200,
  });
  const idOf = (name: string): number => projects.find((row) => row['name'] === name)?.id ?? 0;
  projectId = idOf('延长中立20万吨甲醇汽油调制项目');
  await ask('records.edit', {
    ledger: 'project',
    edits: [
      { id: projectId, field: 'responsible_unit', value: PARK },
      { id: idOf('长乐钢铁35万吨热轧钢生产项目'), field: 'responsible_unit', value: '县功镇' },
    ],
  });
}, 120_000);
afterAll(() => opened.close());

const ask: TestWindow['ask'] = (name, input) => opened.ask(name, input);

const open = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();
const part = (name: string): Promise<void> =>
  page.getByLabel('内容').getByText(name, { exact: true }).click();

/** A choice made with the keyboard alone: typing is not needed where the list is short. */
async function choose(where: Locator | Page, label: string, option: string): Promise<void> {
  await where.getByRole('combobox', { name: label, exact: true }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click();
}
const editor = (): Locator => page.locator('.sc-editor');
const says = (): Promise<string> => page.getByLabel('本项计分说明').innerText();
async function add(kind: string): Promise<void> {
  await page.getByRole('button', { name: '＋ 加考核项' }).click();
  await page
    .locator('.ant-dropdown:not(.ant-dropdown-hidden)')
    .getByText(kind, { exact: true })
    .click();
}
const rowOf = (name: string): Locator =>
  page.getByRole('grid', { name: '名次' }).locator('tr[aria-selected]').filter({ hasText: name });
/** Name, total and what else the list shows, by unit. */
const listed = async (): Promise<Readonly<Record<string, readonly string[]>>> =>
  Object.fromEntries(
    (
      await page
        .getByRole('grid', { name: '名次' })
        .locator('tr[aria-selected]')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())),
        )
    ).map((cells) => [cells[1] ?? '', cells]),
  );
const totalsOf = (all: Expected): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, one.total]));

const step = story('a year of scores');

step('without a scheme the page offers ways to one', async () => {
  await open('考核');
  await expect.poll(() => page.getByRole('main').innerText()).toContain('尚无2012年的考核办法');
  await page.getByRole('button', { name: '编2012年的办法' }).click();
  const dialog = page.getByRole('dialog', { name: '编2012年的考核办法' });
  await expect.poll(() => dialog.locator('li').count()).toBeGreaterThan(2);
  await dialog.getByRole('button', { name: '从空白编制' }).click();
  await dialog.waitFor({ state: 'detached' });
});

step(
  'the samples’ year as forms: four indicators, signed projects, overdue tasks, a veto; each says what it does',
  async () => {
    await editor().getByLabel('文号，可不填').fill('陈发〔2012〕5号');
    const group = editor().getByRole('group', { name: '分组乡镇组' });
    await group.getByLabel('组名').fill('全区');
    for (const kind of ['部门', '园区'])
      await editor().getByRole('checkbox', { name: kind }).check();
    for (const { name, points } of ITEMS) {
      await add('按完成率');
      await editor().getByLabel('考核项', { exact: true }).fill(name);
      await editor().getByLabel('分值', { exact: true }).fill(points);
      await editor().getByLabel('不得分下限').fill('50');
      await choose(editor(), '指标', name);
      expect(await says()).toBe(
        `${points}分，按“${name}”完成数÷确保数计，封顶120%，低于50%不得分。`,
      );
    }
    await add('按项目规模分档');
    await editor().getByLabel('考核项', { exact: true }).fill('签约项目');
    await choose(editor(), '归属单位', '责任单位');
    await choose(editor(), '依据日期', '不看日期');
    expect(await says()).toBe(
      '项目台账的总投资每个按规模：0万元起2分、3000万元起3分、10000万元起4分、30000万元起5分、50000万元起10分、100000万元起15分，不封顶。',
    );
    await add('扣分');
    await editor().getByLabel('考核项', { exact: true }).fill('督办扣分');
    expect(await says()).toBe('督办逾期每件扣1分。');
    await add('一票否决');
    const names = (): Promise<string[]> =>
      page
        .getByRole('navigation', { name: '考核项' })
        .locator('button:not(.ant-btn) > span')
        .allInnerTexts();
    expect((await names()).slice(-3)).toEqual(['签约项目', '督办扣分', '一票否决']);
    await page.getByRole('button', { name: '上移' }).click();
    await expect.poll(async () => (await names()).slice(-2)).toEqual(['一票否决', '督办扣分']);
    await page.getByRole('button', { name: '下移' }).click();
  },
);

step('what does not fit is said, and cannot be saved', async () => {
  await page.getByRole('button', { name: '总则、分组、等次' }).click();
  await editor().getByLabel('占比', { exact: true }).fill('90');
  await expect
    .poll(() => editor().getByRole('alert').innerText())
    .toContain('各表占比合计90%，不是100%');
  await expect.poll(() => page.getByRole('button', { name: '保存办法' }).isDisabled()).toBe(true);
  await editor().getByLabel('占比', { exact: true }).fill('100');
  await editor().getByRole('alert').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '保存办法' }).click();
  await expect.poll(() => page.locator('.status').innerText()).toContain('办法已保存为第1版');
});

step(
  'scores of January to September are those of the sample, and every point says why',
  async () => {
    await part('得分');
    await choose(page, '期间', '1—9月');
    const all = expected('120', '50', MORE);
    await expect
      .poll(async () =>
        Object.fromEntries(Object.entries(await listed()).map(([name, cells]) => [name, cells[2]])),
      )
      .toEqual(totalsOf(all));
    await page.getByLabel('显示方式').getByText('各项一览').click();
    const matrix = page.getByRole('table', { name: '全区' });
    await expect
      .poll(() =>
        matrix
          .getByRole('row', { name: /慕仪镇/ })
          .locator('td')
          .allInnerTexts(),
      )
      .toEqual([
        '2',
        '慕仪镇',
        ...(all['慕仪镇']?.items ?? []),
        '0.00',
        '0.00',
        '0.00',
        '71.10',
        '优秀',
      ]);
    await page.getByRole('button', { name: /^慕仪镇合同引资/ }).click();
    await page.getByRole('region', { name: '慕仪镇的得分' }).waitFor();
    await page.getByLabel('显示方式').getByText('逐个看').click();
    await rowOf(PARK).click();
    const sheet = page.getByRole('region', { name: `${PARK}的得分` });
    await expect
      .poll(() => sheet.getByRole('row', { name: /^合同引资/ }).innerText())
      .toContain('25 × 102.63%（3.9 ÷ 3.8）');
    await page.getByLabel('图表').getByText('各项比全组').click();
    await page
      .getByRole('img', { name: new RegExp(`^${PARK}各项得分：合同引资25.66，到位资金23.19`) })
      .waitFor();
    await page.getByLabel('图表').getByText('各月名次').click();
    await page.getByRole('img', { name: new RegExp(`^${PARK}各月名次：.*9月第1名`) }).waitFor();
    await page.getByLabel('图表').getByText('排名').click();
    await sheet.getByRole('button', { name: /延长中立/ }).click();
    await sheet
      .getByRole('button', { name: /^延长中立.* 62000万元/ })
      .last()
      .click();
    await expect.poll(() => page.getByRole('main').innerText()).toContain('延长中立新能源公司');
    await page.keyboard.press('Escape');
    await open('考核');
  },
);

step(
  'a trial with another cap and floor stands beside the scheme in force, unit by unit and item by item, and writes nothing',
  async () => {
    await part('办法');
    for (const { name } of ITEMS) {
      await page
        .getByRole('navigation', { name: '考核项' })
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .click();
      await editor().getByLabel('完成率封顶').fill('100');
      await editor().getByLabel('不得分下限').fill('60');
    }
    await page.getByRole('button', { name: '试算', exact: true }).click();
    const [before, after] = [expected('120', '50', MORE), expected('100', '60', MORE)];
    await expect
      .poll(async () =>
        Object.fromEntries(
          Object.entries(await listed()).map(([name, cells]) => [name, [cells[2], cells[4]]]),
        ),
      )
      .toEqual(
        Object.fromEntries(
          Object.entries(before).map(([name, one]) => [name, [one.total, after[name]?.total]]),
        ),
      );
    const changes = page.getByRole('region', { name: '试算改动了哪些得分' });
    await expect.poll(() => changes.getByRole('heading').innerText()).toContain('15项，按增减排');
    await expect
      .poll(() =>
        changes
          .getByRole('row')
          .first()
          .locator('td')
          .allInnerTexts()
          .then((cells) => cells.slice(0, 5)),
      )
      .toEqual(['县功镇', '到位资金', '13.66', '0.00', '−13.66']);
    await rowOf('县功镇').click();
    await expect
      .poll(() =>
        page
          .getByRole('region', { name: '县功镇的得分' })
          .getByRole('row', { name: /^合同引资/ })
          .innerText(),
      )
      .toMatch(/13\.52\s+0\.00\s+−13\.52/);
    expect((await ask('schemes.get', { year: 2012 }))?.number).toBe(1);
    await part('办法');
    await page.getByRole('button', { name: '放弃修改' }).click();
    await page
      .getByRole('dialog', { name: '改动尚未保存，是否放弃？' })
      .getByRole('button', { name: '放弃修改' })
      .click();
  },
);

const snapshot = async (): Promise<readonly SubjectScore[]> => {
  const [newest] = await ask('scores.publications', { year: 2012 });
  return (await ask('scores.published', { id: newest?.id ?? 0 })).sheet.groups.flatMap(
    (group) => group.scores,
  );
};

step(
  'published scores are frozen: a project that changes moves the score and its reason, not the snapshot',
  async () => {
    await part('得分');
    await page.getByRole('button', { name: '公布得分' }).click();
    await page
      .getByRole('dialog', { name: '公布2012年9月得分' })
      .getByRole('button', { name: '公布', exact: true })
      .click();
    await expect.poll(() => page.locator('.status').innerText()).toContain('得分已公布');
    const all = totalsOf(expected('120', '50', MORE));
    expect(Object.fromEntries((await snapshot()).map((one) => [one.name, one.total]))).toEqual(all);
    const frozen = await snapshot();
    await rowOf(PARK).click();
    const line = page
      .getByRole('region', { name: `${PARK}的得分` })
      .getByRole('row', { name: /^签约项目/ });
    await expect
      .poll(() => line.innerText())
      .toContain('延长中立20万吨甲醇汽油调制项目 62000万元 → 50000—100000万元档 +10');
    await ask('records.edit', {
      ledger: 'project',
      edits: [{ id: projectId, field: 'total_investment', value: '2亿' }],
    });
    await expect
      .poll(() => line.innerText())
      .toContain('延长中立20万吨甲醇汽油调制项目 20000万元 → 10000—30000万元档 +4');
    await expect.poll(async () => (await listed())[PARK]?.[2]).toBe('75.42');
    expect(await snapshot()).toEqual(frozen);
    await part('公布与申诉');
    await expect
      .poll(() =>
        page
          .getByRole('region', { name: '公布的得分' })
          .getByRole('row', { name: new RegExp(PARK) })
          .innerText(),
      )
      .toMatch(/81\.42.*75\.42/s);
    await ask('changes.undo', {});
    await part('得分');
    await expect.poll(async () => (await listed())[PARK]?.[2]).toBe('81.42');
  },
);

/** The open report as a file of a kind. */
async function exported(format: 'Excel' | 'PDF', path: string): Promise<void> {
  opened.save = path;
  await page.getByRole('button', { name: `导出 ${format}` }).click();
  await expect.poll(() => existsSync(path)).toBe(true);
}
const pdfText = (path: string): string =>
  execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s/g, '');

step(
  'the printed tables, as xlsx and as PDF, and the snapshot agree to the last figure and reason',
  async () => {
    await page.getByRole('button', { name: '得分表', exact: true }).click();
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/\d+页/);
    const [xlsx, pdf] = [join(opened.folder, '得分.xlsx'), join(opened.folder, '得分.pdf')];
    await exported('Excel', xlsx);
    await exported('PDF', pdf);
    const scores = await snapshot();
    const placed = scores.filter((one) => one.place !== null);
    const inBook = Object.fromEntries(
      workbook(xlsx)
        .filter((row) => /^\d+$/.test(row[0] ?? ''))
        .map((row) => [row[1], [row[0], Number(row[2]).toFixed(2), row[3]]]),
    );
    expect(inBook).toEqual(
      Object.fromEntries(
        placed.map((one) => [one.name, [String(one.place), one.total, one.grade]]),
      ),
    );
    // who has nothing to be judged by is named, but has neither place nor grade
    const unplaced = scores.filter((one) => one.place === null);
    expect(unplaced.map((one) => one.grade)).toEqual(unplaced.map(() => null));
    const named = workbook(xlsx).map((row) => row[1]);
    for (const one of unplaced) expect(named).toContain(one.name);
    const printed = pdfText(pdf);
    for (const one of placed)
      expect(printed).toContain(`${one.place ?? ''}${one.name}${one.total}${one.grade ?? ''}`);
    await page.getByRole('button', { name: /^返回/ }).click();

    await page.getByRole('button', { name: '明细表', exact: true }).click();
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/\d+页/);
    const [detailBook, detailPdf] = [
      join(opened.folder, '明细.xlsx'),
      join(opened.folder, '明细.pdf'),
    ];
    await exported('Excel', detailBook);
    await exported('PDF', detailPdf);
    const lines = workbook(detailBook)
      .filter((row) => /^\d+$/.test(row[0] ?? ''))
      .map((row) => [row[1], row[2] === '—' ? null : Number(row[2]).toFixed(2), row[3]]);
    const byPlace = [...scores].sort((a, b) => (a.place ?? 99) - (b.place ?? 99));
    expect(lines).toEqual(
      byPlace.flatMap((one) => one.items.map((item) => [item.name, item.points, item.reason])),
    );
    const details = pdfText(detailPdf);
    for (const item of byPlace.flatMap((one) => one.items))
      expect(details).toContain(item.reason.replace(/\s/g, ''));
    await page.getByRole('button', { name: /^返回/ }).click();
  },
);

step('an objection and its answer stand beside the published scores', async () => {
  await part('公布与申诉');
  await page.getByRole('button', { name: '登记申诉' }).click();
  const dialog = page.getByRole('dialog', { name: '登记申诉' });
  await choose(dialog, '申诉人', '磻溪镇');
  await dialog.getByLabel('申诉内容').fill('到位资金漏报1笔');
  await dialog.getByLabel('日期').fill('2012年10月9日');
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('button', { name: '答复', exact: true }).click();
  const answer = page.getByRole('dialog', { name: '答复磻溪镇' });
  await answer.getByLabel('结果').fill('核实后不属实，维持');
  await answer.getByLabel('答复人').fill('考核办');
  await answer.getByLabel('日期').fill('2012年10月12日');
  await answer.getByRole('button', { name: '答复', exact: true }).click();
  await expect
    .poll(() => page.getByRole('region', { name: '公布的得分' }).innerText())
    .toContain('核实后不属实，维持（考核办 2012-10-12）');
});

step('a post is handed on, and whoever held it leaves the day before', async () => {
  const terms = page.getByRole('region', { name: '岗位任职' });
  for (const [person, since] of [
    ['张三', '2012年1月1日'],
    ['李四', '2012年6月1日'],
  ] as const) {
    await terms.getByRole('button', { name: '登记任职' }).click();
    const dialog = page.getByRole('dialog', { name: '登记任职' });
    await choose(dialog, '单位', '磻溪镇');
    await dialog.getByLabel('岗位').fill('招商办主任');
    await dialog.getByLabel('姓名').fill(person);
    await dialog.getByLabel('到任日期').fill(since);
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await expect.poll(() => terms.getByRole('cell', { name: person }).count()).toBe(1);
  }
  await expect
    .poll(() => terms.getByRole('row', { name: /张三/ }).innerText())
    .toMatch(/磻溪镇\s*招商办主任\s*张三\s*2012-01-01\s*2012-05-31/);
});

step('a later version says what it changed, and the earlier stays', async () => {
  await part('办法');
  await page
    .getByRole('navigation', { name: '考核项' })
    .getByRole('button', { name: /^合同引资/ })
    .click();
  await editor().getByLabel('分值', { exact: true }).fill('30');
  await page.getByRole('button', { name: '保存办法' }).click();
  await expect.poll(() => page.locator('.status').innerText()).toContain('办法已保存为第2版');
  await page.getByRole('button', { name: '各版和文件' }).click();
  const dialog = page.getByRole('dialog', { name: '各版办法' });
  await dialog.getByRole('button', { name: '修改内容' }).click();
  await expect
    .poll(() =>
      dialog.getByRole('region', { name: '第2版比第1版' }).getByRole('listitem').allInnerTexts(),
    )
    .toEqual([
      '“合同引资”：25分，按“合同引资”完成数÷确保数计，封顶120%，低于50%不得分 → 30分，按“合同引资”完成数÷确保数计，封顶120%，低于50%不得分',
    ]);
  await page.keyboard.press('Escape');
  await ask('changes.undo', {});
  await expect.poll(async () => (await ask('schemes.get', { year: 2012 }))?.number).toBe(1);
});

step(
  'a veto is entered with its papers, strikes out of the ranking, and is taken back',
  async () => {
    await part('得分');
    await page.getByRole('button', { name: '登记事项' }).click();
    const dialog = page.getByRole('dialog', { name: '登记事项' });
    await choose(dialog, '考核项', '一票否决');
    await choose(dialog, '单位', '磻溪镇');
    await dialog.getByLabel('日期').fill('2012年8月1日');
    await dialog.getByLabel('事由').fill('较大事故');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await expect
      .poll(() => dialog.getByRole('alert').innerText())
      .toContain('提请单位、批准人、文号');
    await dialog.getByLabel('提请单位').fill('区应急局');
    await dialog.getByLabel('批准人').fill('区考核委');
    await dialog.getByLabel('文号').fill('陈考〔2012〕7号');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await expect
      .poll(async () => (await listed())['磻溪镇'])
      .toEqual(['—', '磻溪镇', '38.81', '否决']);
    await rowOf('磻溪镇').click();
    await expect
      .poll(() => page.getByRole('region', { name: '磻溪镇的得分' }).getByRole('note').innerText())
      .toContain('提请：区应急局，批准：区考核委，陈考〔2012〕7号');
    await ask('changes.undo', {});
    await expect.poll(async () => (await listed())['磻溪镇']?.[0]).toBe('12');
  },
);

step(
  'a reward goes from its rule over 拟奖 and 公示 to 已兑现, with what is owed and a slip for whoever signs',
  async () => {
    await part('奖励');
    await page.getByRole('button', { name: '编2012年的奖励办法' }).click();
    await page
      .getByRole('dialog', { name: '编2012年的奖励办法' })
      .getByRole('button', { name: '从空白编制' })
      .click();
    const rewards = page.locator('.sc-rewards');
    await rewards.getByRole('button', { name: '加一条', exact: true }).click();
    await rewards.getByLabel('预算', { exact: true }).fill('1000000');
    await rewards.getByLabel('名称', { exact: true }).fill('引荐人奖励');
    await rewards.getByLabel('文号', { exact: true }).fill('陈政发〔2012〕9号');
    await rewards.getByLabel('审查单位').fill('区市场监管局');
    await rewards.getByLabel('审查日期').fill('2012-01-05');
    await choose(rewards, '依据的数', '总投资');
    for (const [from, rate] of [
      ['1000', '4'],
      ['10000', '5'],
    ] as const) {
      await rewards.getByRole('button', { name: '加一档' }).click();
      await rewards.getByLabel('档次下限').last().fill(from);
      await rewards.getByLabel('比例', { exact: true }).last().fill(rate);
    }
    await rewards.getByRole('button', { name: '分期兑现' }).click();
    await rewards.getByRole('button', { name: '去掉这一期' }).last().click();
    for (const at of [0, 1])
      await rewards
        .getByRole('combobox', { name: '兑现节点' })
        .nth(at)
        .click()
        .then(() =>
          page
            .locator(
              '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option',
            )
            .filter({ hasText: '公示期满即兑现' })
            .click(),
        );
    await expect
      .poll(() => rewards.getByRole('alert').innerText())
      .toContain('各期合计70%，要等于100%');
    await rewards.getByLabel('这一期', { exact: true }).first().fill('60');
    await rewards.getByLabel('这一期', { exact: true }).last().fill('40');
    await rewards.getByRole('button', { name: '保存办法' }).click();
    await expect.poll(() => page.locator('.status').innerText()).toContain('奖励办法已保存为第1版');

    await page.getByLabel('奖励内容').getByText('测算').click();
    const found = page.getByRole('region', { name: '奖励测算' });
    const line = found.getByRole('row', { name: /西秦酒厂/ });
    await expect.poll(() => line.innerText()).toContain('330,000');
    await line.getByRole('checkbox').check();
    await found.getByRole('button', { name: '列入拟奖' }).click();
    const share = page.getByRole('dialog', { name: /奖励对象/ });
    await share.getByLabel('得奖人').fill('张三');
    await share.getByLabel('得奖比例').fill('75');
    await share.getByRole('button', { name: '加一个' }).click();
    await share.getByLabel('得奖人').last().fill('李四');
    await share.getByLabel('得奖比例').last().fill('25');
    await share.getByRole('button', { name: '确定分配' }).click();
    await share.waitFor({ state: 'detached' });

    await page.getByLabel('奖励内容').getByText('名单和兑现').click();
    const list = page.getByRole('region', { name: '奖励名单' });
    const award = list.getByRole('row', { name: /西秦酒厂/ });
    await expect
      .poll(() => award.innerText())
      .toContain('张三（75%） 247,500.00；李四（25%） 82,500.00');
    await expect.poll(() => award.innerText()).toContain('叁拾叁万元整');
    await award.getByRole('checkbox').check();
    await list.getByRole('button', { name: '公示', exact: true }).click();
    const publicity = page.getByRole('dialog', { name: '公示1笔奖励' });
    await publicity.getByLabel('起始日').fill('2012年10月8日');
    await publicity.getByLabel('截止日').fill('2012年10月14日');
    await publicity.getByRole('button', { name: '公示', exact: true }).click();
    await publicity.waitFor({ state: 'detached' });
    const pay = async (date: string): Promise<void> => {
      await award.getByRole('button', { name: '兑现' }).first().click();
      const dialog = page.getByRole('dialog', { name: /^兑现/ });
      await dialog.getByLabel('兑现日期').fill(date);
      await dialog.getByRole('button', { name: '兑现', exact: true }).click();
    };
    await pay('2012年10月14日');
    const early = page.getByRole('dialog', { name: /^兑现/ });
    await expect
      .poll(() => early.getByRole('alert').innerText())
      .toContain('公示到2012-10-14，之后才能兑现');
    await early.getByLabel('兑现日期').fill('2012年10月15日');
    await early.getByRole('button', { name: '兑现', exact: true }).click();
    await early.waitFor({ state: 'detached' });
    await expect.poll(() => award.innerText()).toContain('兑现中');
    await expect
      .poll(() => rewards.getByRole('group', { name: '奖励合计' }).innerText())
      .toMatch(
        /已公示\s*330,000\.00元.*已兑现\s*198,000\.00元.*尚欠\s*132,000\.00元.*预算还剩\s*670,000\.00元/s,
      );
    await pay('2012年10月20日');
    await expect.poll(() => award.innerText()).toContain('已兑现');

    await rewards.getByRole('button', { name: '发放单' }).click();
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/\d+页/);
    const slips = join(opened.folder, '发放单.pdf');
    await exported('PDF', slips);
    const printed = pdfText(slips);
    for (const words of [
      '张三',
      '李四',
      '148,500.00元',
      '49,500.00元',
      '壹拾肆万捌仟伍佰元整',
      '陈政发〔2012〕9号',
    ])
      expect(printed).toContain(words);
  },
);
