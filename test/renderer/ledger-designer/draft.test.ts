/**
 * A design in hand: sent as it was kept, fields moved and dropped without losing what names them,
 * changes said in sentences, the head of the paper.
 */
import { expect, test } from 'vitest';
import { SHIPPED } from '../../../main/domain/ledgers/shipped/index.ts';
import { definitionSchema, type DefinitionInput } from '../../../preload/contract/own-ledgers.ts';
import { changesOfDesign } from '../../../renderer/features/ledger-designer/changes.ts';
import {
  withFieldAdded,
  BLANK_LEDGER_DRAFT,
  withFieldChanged,
  ledgerDraftOf,
  withFieldDropped,
  ledgerInputOf,
  movedField,
  type LedgerDraft,
} from '../../../renderer/features/ledger-designer/draft.ts';
import { headOf, spansOf } from '../../../renderer/features/ledger-designer/paper.ts';

const asDraft = (at: number): LedgerDraft =>
  ledgerDraftOf(SHIPPED[at]?.definition as DefinitionInput);

test.each(SHIPPED.map((one) => [one.definition.label, one.definition] as const))(
  '%s is sent as it is kept',
  (_label, kept) => {
    expect(definitionSchema.parse(ledgerInputOf(ledgerDraftOf(kept as DefinitionInput)))).toEqual(
      kept,
    );
  },
);

test('a new field is named by its label where it is sent, also where it names records, states and print', () => {
  const { draft, key } = withFieldAdded(BLANK_LEDGER_DRAFT, '+1');
  const designed: LedgerDraft = {
    ...withFieldChanged(
      withFieldChanged(draft, key, { label: '进度', kind: 'choice', choices: ['未办', '已办'] }),
      '+1',
      { label: '事项' },
    ),
    status: { field: key, moves: {}, closed: ['已办'] },
    print: { ...draft.print, columns: [key, '+1'] },
  };
  expect(ledgerInputOf(designed)).toMatchObject({
    nameField: '事项',
    status: { field: '进度' },
    print: { columns: ['进度', '事项'] },
    fields: [
      { code: '', label: '事项' },
      { code: '', label: '进度' },
    ],
  });
});

test('what is proposed with labels for names is held by keys', () => {
  const draft = ledgerDraftOf({
    label: '站点',
    fields: [
      { label: '名称', kind: 'text' },
      { label: '镇', kind: 'unit' },
    ],
    nameField: '名称',
    identity: ['镇'],
    views: [{ name: '按镇', group: ['镇'] }],
  });
  expect([draft.nameField, draft.identity, draft.views[0]?.group]).toEqual(['+1', ['+2'], ['+2']]);
  expect(ledgerInputOf(withFieldChanged(draft, '+2', { label: '所在镇' })).views).toMatchObject([
    { group: ['所在镇'] },
  ]);
});

test('a field moves within the list and no further; a known one is hidden, a new one goes with all that names it', () => {
  const draft = asDraft(0);
  const [first, second] = draft.fields;
  expect(movedField(draft, first?.key ?? '', 1).fields.slice(0, 2)).toEqual([second, first]);
  expect(movedField(draft, first?.key ?? '', -1)).toBe(draft);
  expect(withFieldDropped(draft, second?.key ?? '').fields[1]?.hidden).toBe(true);
  const { draft: more, key } = withFieldAdded(draft, null);
  const named: LedgerDraft = {
    ...more,
    identity: [key],
    print: { ...more.print, columns: [key], group: key },
    views: [
      {
        name: '视图',
        columns: [key],
        filters: [{ field: key, text: '空' }],
        sort: [],
        group: [key],
      },
    ],
  };
  // nobody named it yet: nothing stands in for its name, on screen or on paper
  expect(more.fields.find((field) => field.key === key)?.label).toBe('');
  expect(ledgerInputOf(withFieldDropped(named, key)).fields).toHaveLength(draft.fields.length);
  expect(withFieldDropped(named, key)).toMatchObject({
    identity: [],
    print: { columns: [], group: null },
    views: [{ columns: [], filters: [], group: [] }],
  });
});

test('what changes is said; nothing changed is nothing said', () => {
  const before = asDraft(0);
  expect(changesOfDesign(before, before, 10)).toEqual([]);
  expect(changesOfDesign(null, { ...BLANK_LEDGER_DRAFT, label: '散乱污' }, 0)).toEqual([
    '新建台账“散乱污”，1个字段。',
  ]);
  const person = before.fields.find((field) => field.label === '负责人')?.key ?? '';
  const level = before.fields.find((field) => field.label === '站点级别')?.key ?? '';
  const after = withFieldChanged(
    withFieldChanged(withFieldChanged(before, person, { label: '站长', required: true }), level, {
      choices: ['县级中心', '镇级站', '村级点', '合作点'],
    }),
    'parcels',
    { kind: 'text', measure: null },
  );
  expect(changesOfDesign(before, after, 10)).toEqual([
    '“站点级别”多了选项“合作点”。',
    '“负责人”改名为“站长”，数据不变。',
    '“站长”以后必填。',
    '“快递进出件”由数，件改为文字，原有的值逐个换算，有不能换算的则不作修改。',
  ]);
  expect(changesOfDesign(before, movedField(before, person, 0), 10)).toEqual([
    '字段顺序变了，数据不变。',
  ]);
});

test('the head of the paper: neighbours share their head, and too many columns are said', () => {
  const draft = asDraft(0);
  expect(
    spansOf(headOf(draft).columns).find((span) => span.group === '十个一')?.columns,
  ).toHaveLength(10);
  const all: LedgerDraft = { ...draft, print: { ...draft.print, columns: [], paper: 'A4' } };
  expect(headOf(all)).toMatchObject({
    columns: { length: 22 },
    over: expect.any(Number) as number,
  });
  expect(headOf(all).over).toBeGreaterThan(0);
  expect(headOf({ ...all, print: { ...all.print, columns: ['name', 'village'] } }).over).toBe(0);
});
