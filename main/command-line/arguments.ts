/**
 * The command line's words: which commands there are, their options, and how wrong usage is told.
 */
import { parseArgs } from 'node:util';

export const USAGE = `县计命令行
  init    --data 目录 --county 名称 --year 年 [--units 文件] [--sample]
  inspect 文件 [--data 目录]
  import  文件… --data 目录 [--as 台账] [--year 年] [--month 月] [--measure 单位] [--answers 文件] [--create-units] [--only-valid] [--rejects 文件或文件夹] [--dry-run]
  template 台账|figures --out 文件 [--filled --data 目录] [--year 年 --month 月]
  undo    编号 --data 目录
  records 台账 --data 目录 [--where 字段=条件]… [--origin]
  arrivals --data 目录 [--year 年] [--by unit|stage|month[,unit|stage|month]]
  indicators --data 目录
  targets --data 目录 --year 年
  operator [姓名] --data 目录
  month   close|reopen --data 目录 --year 年 --month 月 [--note 说明] [--reason 原因]
  version issue --data 目录 --year 年 --date 日期 [--document 文号] [--reason 理由]
  indicator add 指标 --measure 计量单位 --data 目录 [与 indicator set 相同的选项]
  indicator set 指标 --data 目录 [--kind flow|stock|ratio] [--direction up|down] [--places 位数] [--numerator 分子指标 --denominator 分母指标 [--factor 倍数]]
  unit    set 单位 --data 目录 [--from 年] [--to 年] [--successor 并入单位]
  scheme  get --data 目录 --year 年 [--out 文件]
  scheme  set 文件 --data 目录 [--year 年]
  ledger  list --data 目录
  ledger  make 文件 --data 目录 [--measure 元|万元|亿元]
  ledger  add 名称 --data 目录
  ledger  get 台账 --data 目录 [--out 文件]
  ledger  set 文件 --data 目录
  tables  [--data 目录]
  table   名称 --data 目录 [--year 年] [--month 月] [--unit 单位] [--where 字段=条件]… [--group 字段] [--ledger 台账] [--by 字段[,字段]] [--across 字段] [--measure 元|万元|亿元] [--paper A4|A3] [--page-sums] [--chart] [--unbalanced] [--setup 版式] [--record 编号] --format json|xlsx|pdf|docx --out 文件
  attachment list 台账 记录编号 --data 目录
  attachment add 台账 记录编号 文件… --data 目录
  attachment copy 附件编号 --out 文件夹 --data 目录
  attachment remove 附件编号 --data 目录
  backup  --data 目录 [--to 文件夹]
  backups [备份名称] --data 目录
  export  --data 目录 --out 文件夹 [--format csv]
  restore 备份文件 --data 目录
  check   --data 目录 [--full]
  salvage [坏了的文件] --data 目录
  package task --data 目录 --year 年 --month 月 --out 文件夹 [--unit 单位] [--indicators 指标、指标] [--ledgers 台账,台账] [--date 报送期限] [--note 说明]
  package check|report --data 目录 --year 年 --month 月 [--out 文件夹] [--explain 说明]
  package return --data 目录 --unit 单位 --year 年 --month 月 --reason 原因 [--indicators 指标、指标] --out 文件夹
  package begin 文件 --data 目录
  package read|accept 文件或文件夹… --data 目录 [--decide ours|theirs|文件] [--new-key]
  package state|partners --data 目录 [--year 年 --month 月]
  source  报表 --data 目录 --row 行 --column 列 [报表的各项选择] [--format xlsx|pdf|docx --out 文件]
  source  台账 编号 字段 --data 目录 [--format xlsx|pdf|docx --out 文件]
  charts
  chart   名称 --data 目录 [--year 年] [--month 月] [--unit 单位] [--by 字段[,字段]] [--measure 元|万元|亿元] --format svg|png --out 文件
  demo    --out 目录
都可以加 --json。退出码：0 做完，1 不能做（说明原因），2 用法不对。`;

export class UsageError extends Error {}

export interface CommandOptions {
  readonly data?: string;
  readonly county?: string;
  readonly year?: number;
  readonly month?: number;
  readonly units?: string;
  readonly sample: boolean;
  readonly as?: string;
  readonly measure?: string;
  readonly rejects?: string;
  readonly filled: boolean;
  readonly createUnits: boolean;
  readonly answers?: string;
  readonly onlyValid: boolean;
  readonly dryRun: boolean;
  readonly where: readonly { readonly field: string; readonly text: string }[];
  readonly origin: boolean;
  readonly unit?: string;
  readonly group?: string;
  readonly paper?: string;
  readonly record?: number;
  readonly pageSums?: boolean;
  readonly chart?: boolean;
  readonly unbalanced?: boolean;
  readonly setup?: string;
  readonly by?: readonly string[];
  readonly ledger?: string;
  readonly across?: string;
  readonly row?: string;
  readonly column?: string;
  readonly format?: string;
  readonly out?: string;
  readonly full: boolean;
  readonly note?: string;
  readonly reason?: string;
  readonly date?: string;
  readonly document?: string;
  readonly kind?: string;
  readonly direction?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly factor?: string;
  readonly from?: string;
  readonly to?: string;
  readonly successor?: string;
  readonly places?: number;
  readonly indicators?: string;
  readonly ledgers?: string;
  readonly decide?: string;
  readonly explain?: string;
  readonly newKey: boolean;
  readonly json: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  data: text,
  county: text,
  year: text,
  month: text,
  units: text,
  as: text,
  measure: text,
  setup: text,
  unit: text,
  group: text,
  by: text,
  ledger: text,
  across: text,
  row: text,
  column: text,
  format: text,
  out: text,
  rejects: text,
  answers: text,
  paper: text,
  record: text,
  note: text,
  reason: text,
  date: text,
  document: text,
  kind: text,
  direction: text,
  numerator: text,
  denominator: text,
  factor: text,
  from: text,
  to: text,
  successor: text,
  places: text,
  indicators: text,
  ledgers: text,
  decide: text,
  explain: text,
  where: { type: 'string', multiple: true },
  sample: flag,
  filled: flag,
  'create-units': flag,
  'only-valid': flag,
  'dry-run': flag,
  origin: flag,
  full: flag,
  json: flag,
  'page-sums': flag,
  chart: flag,
  unbalanced: flag,
  'new-key': flag,
} as const;

/** @throws UsageError with the sentence to print */
export function readArguments(words: readonly string[]): {
  command: string;
  operands: readonly string[];
  options: CommandOptions;
} {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const [command = '', ...operands] = parsed.positionals;
  return { command, operands, options: optionsOf(parsed.values) };
}

const NUMBERS = ['year', 'month', 'record', 'places'] as const;
/** Options whose word is taken as it is. */
const WORDS = (Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]).filter(
  (key) => OPTIONS[key] === text && key !== 'by' && !(NUMBERS as readonly string[]).includes(key),
);

type Values = Partial<Record<keyof typeof OPTIONS, string | boolean | string[]>>;

function optionsOf(values: Values): CommandOptions {
  const word = (key: keyof typeof OPTIONS): string | undefined =>
    typeof values[key] === 'string' ? values[key] : undefined;
  const number = (key: (typeof NUMBERS)[number]): number | undefined => {
    const given = word(key);
    if (given === undefined) return undefined;
    if (key === 'record' ? !/^\d{1,9}$/.test(given) : !/^\d{1,4}$/.test(given))
      throw new UsageError(`--${key} 要一个数，给的是“${given}”`);
    if (key === 'month' && (Number(given) < 1 || Number(given) > 12))
      throw new UsageError(`--month 要在1到12之间，给的是${given}`);
    return Number(given);
  };
  const by = word('by')?.split(',');
  if (by !== undefined && (by.length > 2 || by.includes('')))
    throw new UsageError('--by 要一个或两个字段，用逗号隔开，如 --by stage,industry');
  const given = {
    ...Object.fromEntries(WORDS.map((key) => [key, word(key)])),
    ...Object.fromEntries(NUMBERS.map((key) => [key, number(key)])),
    by,
  };
  const present = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<CommandOptions>;
  return {
    ...present,
    pageSums: values['page-sums'] === true,
    chart: values.chart === true,
    unbalanced: values.unbalanced === true,
    sample: values.sample === true,
    filled: values.filled === true,
    createUnits: values['create-units'] === true,
    onlyValid: values['only-valid'] === true,
    dryRun: values['dry-run'] === true,
    origin: values.origin === true,
    full: values.full === true,
    newKey: values['new-key'] === true,
    json: values.json === true,
    where: ((values.where as string[] | undefined) ?? []).map(condition),
  };
}

function condition(given: string): { field: string; text: string } {
  const at = given.indexOf('=');
  if (at < 1)
    throw new UsageError(
      `--where 写成 字段=条件，如 --where "total_investment=>1亿"，给的是“${given}”`,
    );
  return { field: given.slice(0, at), text: given.slice(at + 1) };
}

export function requiredOption<T>(value: T | undefined, what: string): T {
  if (value === undefined || value === '') throw new UsageError(`少了${what}`);
  return value;
}
