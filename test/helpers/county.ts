/**
 * A county of a real size in a book of its own: units, a year of figures, projects with their
 * dates, money and moves, problems, tasks, leads, scores and rewards; every printed table has rows.
 */
import type { Scheme } from '../../main/domain/scoring/scheme.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { saveArrival } from '../../main/services/projects/arrivals.ts';
import { saveProjectMilestones } from '../../main/services/projects/milestones.ts';
import { setStage } from '../../main/services/projects/project-edit.ts';
import { saveProblem } from '../../main/services/projects/project-problems.ts';
import { editFigures } from '../../main/services/progress/figure-edit.ts';
import { saveRivals } from '../../main/services/progress/rivals.ts';
import { saveRules } from '../../main/services/rewards/reward-rules.ts';
import { proposeRewards } from '../../main/services/rewards/reward-proposals.ts';
import { adoptRewardBook, publiciseReward } from '../../main/services/rewards/rewards.ts';
import { saveScheme } from '../../main/services/scoring/schemes.ts';
import { saveIndicator } from '../../main/services/targets/indicators.ts';
import { editTargets } from '../../main/services/targets/target-edit.ts';
import { saveMeeting } from '../../main/services/tasks/meetings.ts';
import { setState } from '../../main/services/tasks/states.ts';
import { listUnits } from '../../main/services/units/units.ts';
import { testBook, type TestBook } from './book.ts';

export interface CountySize {
  readonly townships: number;
  readonly departments: number;
  readonly projects: number;
  readonly indicators: number;
}
/** 39 units, 300 projects, 10 indicators of 25 townships over the months. */
export const FULL: CountySize = { townships: 25, departments: 14, projects: 300, indicators: 10 };
/** The same kinds of rows at a twelfth of the size. */
export const SMALL: CountySize = { townships: 5, departments: 3, projects: 26, indicators: 4 };

const YEAR = 2012;
/** The clock of test books stands in October. */
const NEWEST_MONTH = 9;

const SYLLABLES = [...'东西南北河山龙泉石桥青云永安新兴太平长乐金沙白马双凤高岭'];
/** Numbers without a pattern of the tables' own, the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const at = <T>(list: readonly T[], place: number): T => list[place % list.length] as T;

/** `begun`: with the units' names, where it is no test's own book */
export function countyBook(
  size: CountySize,
  begun: (units: readonly string[]) => TestBook = testBook,
): TestBook {
  const roll = dice(7);
  const township = (place: number): string =>
    `${at(SYLLABLES, place)}${at(SYLLABLES, place * 3 + 1)}${place % 4 === 0 ? '乡' : '镇'}`;
  const townships = [
    ...new Set(Array.from({ length: size.townships * 2 }, (_, place) => township(place))),
  ].slice(0, size.townships);
  const departments = Array.from(
    { length: size.departments },
    (_, place) =>
      `县${at(['发改', '招商', '住建', '水利', '交通', '农业', '工信', '商务', '教育', '卫生', '文旅', '环保', '财政', '统计'], place)}局`,
  );
  const book = begun([...townships, ...departments]);
  const units = listUnits(book).filter((one) => one.kind !== 'county');
  const of = (names: readonly string[]) => units.filter((one) => names.includes(one.name));
  figuresOf(
    book,
    of(townships).map((one) => one.id),
    size,
    roll,
  );
  projectsOf(book, [...townships, ...departments], size.projects, roll);
  deedsOf(book, [...townships, ...departments], roll);
  judgedOf(book);
  return book;
}

const MEASURES = ['亿元', '万元', '个', '人', '亩'];
function figuresOf(
  book: TestBook,
  units: readonly number[],
  { indicators }: CountySize,
  roll: (below: number) => number,
): void {
  const ids = Array.from(
    { length: indicators },
    (_, place) =>
      saveIndicator(book, {
        id: null,
        indicator: {
          name: at(
            [
              '固定资产投资',
              '规上工业增加值',
              '合同引资额',
              '到位资金',
              '新开工项目',
              '城镇新增就业',
              '造林面积',
              '社会消费品零售总额',
              '安全生产事故',
              '在库企业',
            ],
            place,
          ),
          category: null,
          measure: place === 8 ? '起' : at(MEASURES, place),
          places: place === 0 ? 4 : place < 4 ? 2 : 0,
          direction: place === 8 ? 'down' : 'up',
          kind: place === 9 ? 'stock' : 'flow',
          rollup: 'sum',
          numerator: null,
          denominator: null,
          factor: '1',
          parent: null,
          counted: null,
          retired: false,
          remark: null,
        },
      }).id,
  );
  const whole = (below: number, places: number): string =>
    places === 0
      ? String(1 + roll(below))
      : `${roll(below)}.${String(roll(10 ** places)).padStart(places, '0')}`;
  for (const year of [YEAR - 1, YEAR]) {
    editTargets(
      book,
      year,
      ids.flatMap((indicator, place) =>
        units.flatMap((unit) => {
          const figure = 20 + roll(80);
          return [
            { indicator, unit, part: 'base' as const, text: String(figure - 3) },
            { indicator, unit, part: 'assured' as const, text: String(figure) },
            {
              indicator,
              unit,
              part: 'stretch' as const,
              text: String(place === 8 ? figure - 1 : figure + 7),
            },
          ];
        }),
      ),
    );
    for (let month = 1; month <= (year === YEAR ? NEWEST_MONTH : 12); month += 1)
      editFigures(book, {
        year,
        month,
        edits: ids.flatMap((indicator, place) =>
          units
            // one unit is late with its returns of each month
            .filter((_, at_) => (at_ + month) % units.length !== 0)
            .map((unit) => ({
              indicator,
              unit,
              part: place === 9 ? ('cumulative' as const) : ('month' as const),
              text: whole(7, place === 0 ? 4 : place < 4 ? 2 : 0),
              keep: null,
            })),
        ),
      });
  }
  // a sum that does not agree with its months was kept: the consistency report has lines
  editFigures(book, {
    year: YEAR,
    month: 2,
    edits: [
      {
        indicator: ids[0] ?? 0,
        unit: units[1] ?? 0,
        part: 'cumulative',
        text: '200',
        keep: '市局口径',
      },
    ],
  });
  for (const month of [NEWEST_MONTH - 1, NEWEST_MONTH])
    for (const indicator of ids.slice(0, 2))
      saveRivals(book, {
        year: YEAR,
        month,
        indicator,
        rivals: ['邻县', '友县', '强县'].map((name) => ({
          name,
          cumulative: `${100 + roll(900)}.${roll(9)}${month}`,
          growth: `${roll(20)}.5`,
        })),
      });
}

function projectsOf(
  book: TestBook,
  units: readonly string[],
  count: number,
  roll: (below: number) => number,
): void {
  const words = '年产精密铸件与装备制造配套厂房及附属设施，分两期建设，含污水处理和仓储物流';
  const stages = ['签约', '开工', '在建', '竣工', '投产', '洽谈', '线索'];
  const { ids } = createRecord(
    book,
    'project',
    Array.from({ length: count }, (_, place) => {
      const stage = at(stages, place);
      const month = 1 + (place % 9);
      const begun = place % 3 === 0 ? YEAR - 1 : YEAR;
      return {
        name: `${at(SYLLABLES, place)}${at(SYLLABLES, place * 5 + 2)}${at(['装备制造', '农产品深加工', '新能源', '商贸物流'], place)}项目${place + 1}`,
        stage,
        company: `${at(SYLLABLES, place * 7)}达实业有限公司`,
        nature: at(['新建', '扩建', '技改'], place),
        industry: at(['装备制造', '食品', '新能源', '物流'], place),
        category: at(['招商引资', '基础设施', '民生实事'], place),
        location: at(['高新区', '城南工业园', '物流园'], place),
        content: words.slice(0, 8 + roll(words.length - 8)),
        total_investment: String(800 + roll(90_000)),
        planned_this_year: String(300 + roll(20_000)),
        invested_this_year: String(100 + roll(9_000)),
        land_mu: String(10 + roll(300)),
        expected_output: String(1000 + roll(90_000)),
        expected_tax: String(50 + roll(4_000)),
        introducer: at(units, place),
        responsible_unit: at(units, place + 3),
        sponsor: '张县长',
        owner: at(['李四', '王五', '赵六'], place),
        phone: '0917-1234567',
        progress: words.slice(0, 6 + roll(24)),
        problem: place % 5 === 0 ? '征地拆迁进度滞后，供电容量不足' : null,
        ...(stage === '线索' || stage === '洽谈' ? {} : { signed_date: `${begun}-0${month}-12` }),
        ...(['开工', '在建', '竣工', '投产'].includes(stage)
          ? { started_date: `${begun}-0${Math.min(9, month + 1)}-15` }
          : {}),
        ...(['投产'].includes(stage)
          ? { producing_date: `${YEAR}-0${Math.min(9, month + 1)}-28` }
          : {}),
      };
    }),
  );
  ids.forEach((project, place) => {
    if (place % 3 === 0)
      for (const month of [2])
        saveArrival(book, {
          project,
          id: null,
          date: `${YEAR}-0${month + (place % 3)}-08`,
          amount: `${100 + roll(5000)}.${roll(10)}${roll(10)}`,
          currency: 'CNY',
          source: null,
          evidence: null,
          remark: null,
          cuts: place % 2 === 0 ? [] : null,
          anyway: true,
        });
    if (place % 14 === 2)
      setStage(book, {
        id: project,
        stage: 'completed',
        date: `${YEAR}-09-20`,
        who: null,
        note: null,
      });
    if (place % 7 === 2)
      saveProjectMilestones(book, {
        id: project,
        kind: 'building',
        milestones: [3, 8, 11].map((month) => ({
          id: null,
          name: at(['进场', '主体封顶', '设备安装'], month),
          deadline: `${YEAR}-${String(month).padStart(2, '0')}-20`,
          done: month === 3 ? `${YEAR}-03-18` : null,
          person: '王五',
          note: null,
        })),
      });
    if (place % 9 === 4)
      saveProblem(book, {
        id: null,
        project,
        problem: '供电容量不足，影响设备调试',
        raised: `${YEAR}-08-01`,
        raisedBy: '企业',
        unit: at(units, place + 1),
        leader: '张县长',
        deadline: `${YEAR}-09-30`,
        state: 'open',
        result: null,
        solved: null,
        meeting: null,
      });
  });
}

function deedsOf(book: TestBook, units: readonly string[], roll: (below: number) => number): void {
  const count = units.length;
  const { ids } = createRecord(
    book,
    'rectification',
    Array.from({ length: count * 2 }, (_, place) => ({
      problem: `${at(['绿化带修剪不及时', '消防通道堵塞', '垃圾清运不及时'], place)}（${place + 1}）`,
      source: at(['市委巡察', '安全检查', '创城自查'], place),
      unit: at(units, place),
      level: at(['一般', '重大'], place),
      found_date: `${YEAR}-0${1 + (place % 9)}-03`,
      deadline: `${YEAR}-${String(2 + (place % 9)).padStart(2, '0')}-20`,
    })),
  );
  setState(book, {
    ledger: 'rectification',
    ids: ids.filter((_, place) => place % 3 === 0),
    state: 'closed',
    date: `${YEAR}-09-25`,
    who: null,
    note: null,
  });
  createRecord(
    book,
    'task',
    Array.from({ length: count }, (_, place) => ({
      title: `${at(['推进污水厂建设', '落实土地指标', '完成管网改造'], place)}（${place + 1}）`,
      lead_unit: at(units, place),
      leader: '张县长',
      owner: '李四',
      assigned_date: `${YEAR}-0${1 + (place % 9)}-06`,
      deadline: `${YEAR}-${String(3 + (place % 9)).padStart(2, '0')}-28`,
      progress: '正在推进',
    })),
  );
  createRecord(
    book,
    'person',
    Array.from({ length: count }, (_, place) => ({
      name: `干部${place + 1}`,
      unit: at(units, place),
      rank_class: at(['副乡级', '机关干部'], place),
    })),
  );
  createRecord(
    book,
    'lead',
    Array.from({ length: count * 2 }, (_, place) => ({
      content: `企业外迁意向${place + 1}`,
      person: `干部${1 + (place % count)}`,
      unit: at(units, place),
      date: `${YEAR}-0${1 + roll(9)}-11`,
      judged: at(['有效', '无效'], place),
    })),
  );
  saveMeeting(book, {
    id: null,
    name: '第九次联席会议',
    date: `${YEAR}-09-18`,
    place: '二楼会议室',
    host: '张县长',
    attendees: '发改局、住建局',
    items: [
      {
        id: null,
        topic: '供电保障',
        raisedBy: '企业',
        decision: '月底前增容',
        unit: units[0] ?? null,
        support: null,
        deadline: `${YEAR}-10-30`,
      },
    ],
  });
}

function judgedOf(book: TestBook): void {
  const item: Scheme['items'][number] = {
    code: '签约',
    name: '签约项目',
    sheet: '总',
    points: '0',
    most: null,
    least: null,
    rule: {
      kind: 'tiered',
      source: {
        from: 'ledger',
        ledger: 'project',
        filters: [],
        sum: 'total_investment',
        measure: '万元',
        by: 'credit',
        date: 'signed_date',
      },
      tiers: [
        { from: '0', points: '2.25', only: [] },
        { from: '10000', points: '5', only: [] },
        { from: '90000', points: '8.5', only: [] },
      ],
    },
  };
  for (const year of [YEAR - 1, YEAR]) {
    saveScheme(book, {
      name: `${year}年考核办法`,
      year,
      document: null,
      places: 2,
      sheets: [{ name: '总', percent: '100', most: null }],
      most: null,
      grades: [
        { name: '优秀', from: '5', share: null },
        { name: '合格', from: null, share: null },
      ],
      vetoGrade: '不合格',
      groups: [{ name: '单位组', of: 'units', kinds: ['department'], units: [], items: ['签约'] }],
      items: [item],
    });
  }
  saveRules(book, {
    name: '奖励办法',
    year: YEAR,
    budget: null,
    rules: [
      {
        code: '引荐',
        name: '引荐奖',
        document: '县政发〔2012〕3号',
        from: null,
        until: null,
        review: { by: '市场监管局', date: `${YEAR}-01-05` },
        to: 'units',
        filters: [],
        within: 'ever',
        beyond: null,
        mostPerAward: null,
        mostPerReceiver: null,
        mostInAll: null,
        once: true,
        best: null,
        instalments: [],
        currency: 'CNY',
        what: {
          kind: 'share',
          base: 'recognised',
          per: '‰',
          mode: 'marginal',
          tiers: [{ from: '0', rate: '3' }],
        },
      },
    ],
  });
  const keys = proposeRewards(book, YEAR).map((one) => one.key);
  const { ids } = adoptRewardBook(book, { year: YEAR, keys: keys.slice(0, 24), receivers: null });
  publiciseReward(book, { ids, from: `${YEAR}-09-01`, until: `${YEAR}-09-08`, note: null });
}
