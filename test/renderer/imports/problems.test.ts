/**
 * What the check asks for: the order of problems, F8, which answers a problem takes, and the
 * footer's counts.
 */
import { describe, expect, it } from 'vitest';
import type { ImportDraft, Issue } from '../../../preload/contract/imports.ts';
import {
  previewCellName,
  nextProblem,
  problemsByCell,
  problemsOfDraft,
  splitMessage,
} from '../../../renderer/features/imports/draft/problems.ts';
import { fileState, importTakes, tallyOf } from '../../../renderer/features/imports/draft/tally.ts';
import { placeText } from '../../../renderer/features/imports/draft/places.ts';
import { at as place, draftOf, FILE, fileOf } from './draft.ts';

const issue = (
  row: number,
  column: string | null,
  level: Issue['level'],
  code: string,
  message: string,
): Issue => ({ row, column, level, code, message });
const total = issue(
  14,
  'S',
  'warning',
  'total.differs',
  '表中合计24.75，明细相加24.45，差0.30。导入按明细，合计不改。',
);
const about = issue(
  12,
  'G',
  'warning',
  'value.approximate',
  '“约2.5亿元”按2.5亿元导入，标为约数。',
);
const own = issue(5, 'G', 'info', 'value.ownMeasure', '“9.8亿”自带单位，按9.8亿元导入。');
const range = issue(
  11,
  'G',
  'question',
  'value.range',
  '“5000-6000万”是一个范围。总投资填哪一个？',
);
const wrong = issue(
  10,
  'T',
  'error',
  'value.unreadable',
  '“在谈判”读不成项目阶段。请填其中一个，或留空。',
);
const measure = issue(
  0,
  null,
  'question',
  'measure.missing',
  '这张表没写金额单位。是万元，还是亿元？',
);
const unitIssue = issue(
  7,
  'V',
  'question',
  'unit.unknown',
  '“镇政府”是哪个单位？选一个，或先留空。',
);
const town = { name: '镇政府', rows: [place(7), place(9)], like: null };
const heads = (draft: ImportDraft): readonly string[] =>
  problemsOfDraft(draft).map(
    (one) => `${one.level} ${previewCellName(one.row, one.column)} ${one.ask}`,
  );

describe('a file of the list', () => {
  it('says that a table of another kind was understood, and is not taken now', () => {
    const draft = draftOf([], { ledger: 'rectification' });
    expect(fileState(draft, fileOf([]), [])).toEqual({ is: 'unknown', word: '另一类表' });
    expect(
      fileState(
        draft,
        fileOf([], {
          report: { file: FILE, sheets: [{ name: '续表', period: null, tables: [] }] },
        }),
        [],
      ),
    ).toEqual({ is: 'unknown', word: '未识别' });
  });
});

describe('problems of a draft', () => {
  it('puts questions first, then errors, warnings and notes', () => {
    expect(heads(draftOf([own, total, wrong, range]))).toEqual([
      'question G11 figure',
      'error T10 figure',
      'warning S14 none',
      'info G5 none',
    ]);
  });

  it('asks once for an unknown unit, at its first cell, however many rows name it', () => {
    const [first, ...others] = problemsOfDraft(
      draftOf([unitIssue, { ...unitIssue, row: 9 }], { unknownUnits: [town] }),
    );
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      row: 7,
      column: 'V',
      ask: 'unit',
      head: '“镇政府”是哪个单位？',
      rest: '共2行。选一个、新建，或先留空。',
    });
  });

  it('proposes the nearest name as a yes or no', () => {
    const [first] = problemsOfDraft(
      draftOf([], { unknownUnits: [{ name: '科技园区', rows: [place(8)], like: '科技工业园区' }] }),
    );
    expect(first?.head).toBe('“科技园区”是科技工业园区吗？');
  });

  it('takes a missing measure as a question of measures', () => {
    expect(heads(draftOf([measure]))).toEqual(['question 整张表 measure']);
  });

  it('takes a column that nobody can tell as a question of fields, words and sizes of one as to be let stand', () => {
    const asked = [
      issue(0, 'G', 'question', 'column.unclear', '“一期总投资”是不是总投资，看不出来。'),
      issue(0, 'G', 'question', 'choice.unread', '“前期”不是项目阶段里的词。'),
      issue(0, 'G', 'question', 'value.magnitude', '“3500元”太小，不像投资。'),
      issue(5, 'G', 'question', 'value.magnitude', '“3万亿元”与这一列别的数差得太远。'),
    ];
    const found = problemsOfDraft(draftOf(asked));
    expect(found.map(({ ask, accepts }) => [ask, accepts])).toEqual([
      ['column', false],
      ['whole', true],
      ['whole', true],
      ['figure', true],
    ]);
    expect(found.map(({ measures }) => measures.length > 0)).toEqual([false, false, true, false]);
  });

  it('offers the measures that the column can have', () => {
    const [question] = problemsOfDraft(
      draftOf([
        issue(0, 'G', 'question', 'measure.unknown', '“总投资”没写金额单位。是万元，还是亿元？'),
      ]),
    );
    expect(question).toMatchObject({
      ask: 'measure',
      column: 'G',
      measures: ['元', '万元', '亿元'],
    });
  });

  it('asks for the year once, however many months lack it', () => {
    const year = (column: string) =>
      issue(0, column, 'question', 'period.unknown', '“1月”是哪一年的？表里没写。');
    expect(heads(draftOf([year('J'), year('K')]))).toEqual(['question J列 period']);
  });

  it('leaves a warning on a cell beside the question of its unit', () => {
    const several = issue(
      7,
      'V',
      'warning',
      'unit.several',
      '“镇政府、区招商局”是2个单位，责任单位先记第一个。',
    );
    expect(heads(draftOf([unitIssue, several], { unknownUnits: [town] }))).toEqual([
      'question V7 unit',
      'warning V7 figure',
    ]);
  });

  it('gives two problems on one cell keys of their own', () => {
    const keys = problemsOfDraft(draftOf([about, about])).map((one) => one.key);
    expect(new Set(keys).size).toBe(2);
  });

  it('marks every cell that an unknown unit stands in, and the gravest problem where two meet', () => {
    const marks = problemsByCell(
      problemsOfDraft(draftOf([unitIssue, about, { ...own, row: 12 }], { unknownUnits: [town] })),
      FILE,
      '招商引资',
    );
    expect([
      marks.get('V7')?.level,
      marks.get('V9')?.level,
      marks.get('G12')?.level,
      marks.get('A1'),
    ]).toEqual(['question', 'question', 'warning', undefined]);
  });
});

it('what stands in a skipped row is no problem any more', () => {
  expect(
    heads(
      draftOf([range, total, wrong, unitIssue], {
        unknownUnits: [town],
        skippedRows: [11, 10, 7].map((row) => place(row)),
      }),
    ),
  ).toEqual(['question 第9行 unit', 'warning S14 none']);
});

describe('F8', () => {
  const problems = problemsOfDraft(draftOf([own, total, range]));
  const at = (from: number | null, step: 1 | -1) =>
    nextProblem(problems, from === null ? null : (problems[from]?.key ?? null), step)?.column;
  it('walks questions and warnings, passes over notes and goes round', () => {
    expect([at(null, 1), at(0, 1), at(1, 1)]).toEqual(['G', 'S', 'G']);
  });
  it('walks back with shift', () => {
    expect([at(null, -1), at(0, -1), at(1, -1)]).toEqual(['S', 'S', 'G']);
  });
  it('has nowhere to go where nothing is asked', () => {
    expect(nextProblem(problemsOfDraft(draftOf([own])), null, 1)).toBeNull();
  });
});

describe('the footer', () => {
  const draft = draftOf([range, wrong, unitIssue], {
    counts: { new: 1, changed: 5, unchanged: 0, rejected: 4, skipped: 0 },
    rejectedRows: [7, 9, 10, 11].map((row) => place(row)),
    unknownUnits: [town],
  });
  it('counts rows that wait for an answer apart from rows that are wrong', () => {
    expect(tallyOf(draft)).toEqual({
      new: 1,
      changed: 5,
      unchanged: 0,
      checked: 0,
      waiting: 3,
      rejected: 1,
      cells: 0,
      skipped: 0,
    });
  });
  it('counts every row as waiting where the whole table lacks its measure', () => {
    expect(
      tallyOf(
        draftOf([measure], {
          counts: { new: 0, changed: 0, unchanged: 0, rejected: 3, skipped: 0 },
          rejectedRows: [5, 6, 7].map((row) => place(row)),
        }),
      ),
    ).toMatchObject({ waiting: 3, rejected: 0 });
  });
  it('takes the whole rows, or all where none may stay behind', () => {
    expect(
      tallyOf(
        draftOf([], {
          ledger: null,
          facts: 36,
          counts: { new: 20, changed: 4, unchanged: 3, rejected: 0, skipped: 0 },
        }),
      ),
    ).toMatchObject({ checked: 9 });
    expect([importTakes(tallyOf(draft), true), importTakes(tallyOf(draft), false)]).toEqual([
      6, 10,
    ]);
  });
});

describe('several files', () => {
  const other = '虢镇.xlsx';
  const files = [
    fileOf([range]),
    fileOf([wrong, own], { file: other }),
    fileOf([], { file: '坪头镇.xlsx' }),
    fileOf([], {
      file: '坏.xlsx',
      report: null,
      fault: { code: 'import.damaged', params: { file: '坏.xlsx' } },
    }),
  ];
  const draft = draftOf([], {
    files,
    unknownUnits: [{ name: '镇政府', rows: [place(7), place(5, other)], like: null }],
  });
  const problems = problemsOfDraft(draft);
  it('keep each problem with its file, and ask once for a name that stands in two', () => {
    expect(
      problems.map((one) => `${one.file} ${one.code} ${previewCellName(one.row, one.column)}`),
    ).toEqual([
      `${FILE} unit.unknown 第7行`,
      `${FILE} value.range G11`,
      `${other} value.unreadable T10`,
      `${other} value.ownMeasure G5`,
    ]);
  });
  it('say in one word how each was read', () => {
    expect(files.map((file) => fileState(draft, file, problems).word)).toEqual([
      '提问2',
      '提问2',
      '已识别',
      '无法打开',
    ]);
  });
  it('are named with every place, the sheet only where its file has several', () => {
    const [first] = files;
    const sheets = first?.report?.sheets ?? [];
    const two = draftOf([], {
      files: [
        fileOf([], {
          report: {
            file: FILE,
            sheets: [...sheets, ...sheets.map((sheet) => ({ ...sheet, name: '9月' }))],
          },
        }),
      ],
    });
    expect([
      placeText(draft, place(7)),
      placeText(two, place(7)),
      placeText(draftOf([]), place(7)),
    ]).toEqual(['招商引资项目统计2012', '招商引资', '']);
  });
  it('mark the cells of the file in view only', () => {
    expect([
      problemsByCell(problems, other, '招商引资').has('T10'),
      problemsByCell(problems, FILE, '招商引资').has('T10'),
    ]).toEqual([true, false]);
  });
});

describe('questions of the ledger and of other files', () => {
  it('offer the record that a row resembles', () => {
    const near = {
      ...place(6),
      name: '物流园二期',
      like: { id: 12, name: '物流园', about: '虢镇' },
    };
    const [first] = problemsOfDraft(
      draftOf(
        [
          issue(
            6,
            'B',
            'question',
            'record.near',
            '“物流园二期”与台账里的“物流园”名称相近。是同一个项目吗？',
          ),
        ],
        { nearRecords: [near] },
      ),
    );
    expect([first?.ask, first?.near]).toEqual(['record', near]);
  });
  it('ask once for the sender of a file, however many rows lack it', () => {
    const nobody = (row: number) =>
      issue(
        row,
        null,
        'question',
        'sender.unknown',
        '没写是哪个单位的数。指定这份表是谁报的，或指定为全县。',
      );
    const matrix = {
      ...fileOf([]),
      report: {
        file: FILE,
        sheets: [
          {
            name: '9月',
            period: null,
            tables: [
              {
                kind: 'matrix' as const,
                ledger: null,
                titleRows: [],
                headerRows: [1, 1] as const,
                dataRows: [2, 3],
                groupRows: [],
                totalRows: [],
                noteRows: [],
                columns: [],
                issues: [nobody(2), nobody(3)],
                totals: [],
                facts: 0,
                records: 0,
              },
            ],
          },
        ],
      },
    };
    expect(
      problemsOfDraft(draftOf([], { ledger: null, files: [matrix] })).map((one) => one.ask),
    ).toEqual(['sender']);
  });
  it('leave out what stands in tables of another kind', () => {
    expect(problemsOfDraft(draftOf([range], { ledger: 'unit' }))).toEqual([]);
  });
});

it('splits a sentence into what is so and what to do', () => {
  expect([
    splitMessage('差0.30。导入按明细。'),
    splitMessage('是哪一年？'),
    splitMessage('没有句号'),
  ]).toEqual([
    ['差0.30', '导入按明细。'],
    ['是哪一年？', ''],
    ['没有句号', ''],
  ]);
});
