/**
 * A ledger that users define beside the built-in one with the same fields and the same 100,000
 * rows: page, groups and search.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, openDatabase, type Reader } from '../../main/data/open.ts';
import { rectification } from '../../main/domain/ledgers/rectification.ts';
import type { Field } from '../../main/domain/ledgers/field.ts';
import type { OwnCode } from '../../main/domain/ledgers/own-code.ts';
import { recordRules } from '../../main/services/rules.ts';
import type { Book } from '../../main/services/book/book.ts';
import { createLedger } from '../../main/services/own-ledgers/own-ledgers.ts';
import { recordPage, recordSummary } from '../../main/services/records/query.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { definitionSchema, type DefinitionInput } from '../../preload/contract/own-ledgers.ts';
import { interleaved, ratio, type Measured } from './measure.ts';

/** The built-in list of problems as a user would define it. */
const FIELDS: readonly Field[] = rectification.fields;
function likeBuiltIn(): DefinitionInput {
  const fields = FIELDS.map((field): DefinitionInput['fields'][number] => {
    const { label } = field;
    if (field.kind === 'choice')
      return { label, kind: 'choice', choices: field.choices.map((choice) => choice.label) };
    if (field.kind === 'money') return { label, kind: 'money', measure: '万元' };
    return {
      label,
      kind: field.kind === 'day' ? 'date' : field.kind === 'decimal' ? 'text' : field.kind,
    };
  });
  return {
    label: '自建整改台账',
    noun: '个问题',
    fields,
    nameField: '存在问题',
    codeField: '问题编号',
    identity: ['所在位置', '问题来源', '发现时间'],
  };
}

export async function benchOwnLedgers(count = 100_000): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  const db = openDatabase(join(folder, 'county.db'));
  try {
    const book: Book = {
      db,
      clock: () => new Date(),
      who: '',
      changed: () => undefined,
      rules: recordRules,
      undoFloor: 0,
    };
    beginBook(book, {
      county: '示例县',
      year: 2012,
      units: Array.from({ length: 30 }, (_, at) => ({
        name: `单位${at}`,
        kind: 'township' as const,
      })),
      sample: false,
    });
    const made = createLedger(book, definitionSchema.parse(likeBuiltIn()));
    fill(db, count, made.code);
    return await measured(
      book,
      made.code,
      new Map(FIELDS.map((field, at) => [field.code, made.definition.fields[at]?.code ?? ''])),
    );
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(db: Reader, count: number, code: OwnCode): void {
  const insert = db.prepare(
    'INSERT INTO rectification (code, problem, state, source, aspect, level, place, unit, leader, owner, measures, found_date, deadline, progress, funds) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)',
  );
  db.transaction(() => {
    for (let at = 0; at < count; at++) {
      const mixed = (at * 7919) % count;
      insert.run(
        `WT${at}`,
        `第${mixed}号问题：卫生死角没有清理`,
        'found',
        `检查${mixed % 40}`,
        `方面${mixed % 12}`,
        mixed % 9 === 0 ? '重大' : '一般',
        `第${mixed % 700}号点位`,
        2 + (mixed % 30),
        '县长',
        `责任人${mixed % 900}`,
        '立即清理，建立长效机制',
        `2012-0${1 + (mixed % 9)}`,
        `2012-0${1 + (mixed % 9)}-1${mixed % 9}`,
        '正在清理',
        mixed * 100,
      );
    }
    const columns = FIELDS.map((field) => field.code);
    db.exec(`INSERT INTO ${code} SELECT id, ${columns.join(', ')}, NULL, NULL FROM rectification`);
    db.exec('ANALYZE');
  })();
}

async function measured(
  book: Book,
  code: OwnCode,
  own: ReadonlyMap<string, string>,
): Promise<readonly Measured[]> {
  const same = (field: string): string => own.get(field) ?? '';
  const pages = [
    ['rectification', (field: string) => field],
    [code, same],
  ].map(([ledger, of]) => ({ ledger: ledger as OwnCode, of: of as (field: string) => string }));
  const asked = pages.map(({ ledger, of }) => ({
    page: () =>
      recordPage(
        book,
        {
          ledger,
          filters: [{ field: of('funds'), text: '>1万' }],
          search: '',
          sort: [{ field: of('deadline'), descending: true }],
          group: [],
        },
        5000,
        200,
      ),
    groups: () =>
      recordSummary(book, {
        ledger,
        filters: [],
        search: '',
        sort: [],
        group: [of('unit'), of('aspect')],
      }),
    search: () =>
      recordPage(book, { ledger, filters: [], search: '第99', sort: [], group: [] }, 0, 200),
  }));
  const [builtIn, mine] = asked;
  if (builtIn === undefined || mine === undefined) throw new Error('two ledgers are compared');
  const names = { page: '筛选＋排序的一页', groups: '分组小计与合计', search: '查找' } as const;
  const results: Measured[] = [];
  for (const what of ['page', 'groups', 'search'] as const) {
    if (JSON.stringify(shapeOf(mine[what]())) !== JSON.stringify(shapeOf(builtIn[what]())))
      throw new Error(`${what}: the two ledgers answer differently`);
    const [ours, theirs] = await interleaved(9, [mine[what], builtIn[what]]);
    results.push(
      ratio(
        `自建台账的${names[what]}（10万条）÷ 同样内容的内置台账`,
        ours ?? NaN,
        theirs ?? NaN,
        1.2,
      ),
    );
  }
  return results;
}

/** The records of a page, the counts of groups: the same in both. */
const shapeOf = (
  answer: ReturnType<typeof recordPage> | ReturnType<typeof recordSummary>,
): unknown =>
  'groups' in answer
    ? answer.groups.map((group) => [group.key, group.count])
    : answer.map((row) => row.id);
