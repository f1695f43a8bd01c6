/** One field: its name, kind, measure, choices, head and checks. */
import { textOrNull } from '../../../main/domain/read/text.ts';
import { useState, type ReactElement } from 'react';
import { MEASURES_OFFERED } from '../../../main/domain/ledgers/own-draft.ts';
import {
  OWN_KIND_LABELS,
  OWN_KINDS,
  OWN_PATTERN_LABELS,
  OWN_PATTERNS,
  type OwnKind,
  type OwnPattern,
} from '../../../main/domain/ledgers/own-definition.ts';
import { listText, OneOf, Text, Tick, wordsOfBox } from './boxes.tsx';
import { withFieldChanged, type DraftField } from './draft.ts';
import { NAME_BOX } from './fields.tsx';
import { designState, useDesign } from './store.ts';

const KINDS = OWN_KINDS.map((value) => ({ value, label: OWN_KIND_LABELS[value] }));
const MONEY = ['元', '万元', '亿元'].map((value) => ({ value, label: value }));
const PLACES = ['0', '1', '2', '3', '4'].map((value) => ({ value, label: `${value}位` }));
const PATTERNS = [
  { value: '', label: '不查' },
  ...OWN_PATTERNS.map((value) => ({ value, label: OWN_PATTERN_LABELS[value] })),
];
const RANGED: readonly OwnKind[] = ['number', 'money', 'percent', 'date', 'month'];
const FIGURES: readonly OwnKind[] = ['number', 'money', 'percent'];

export function FieldForm(): ReactElement | null {
  const { draft, field: current, source } = useDesign();
  const field = draft.fields.find((one) => one.key === current);
  if (field === undefined) return null;
  const set = (part: Partial<DraftField>): void =>
    designState(withFieldChanged(draft, current, part));
  const seen = source?.seen.get(current);
  const groups = [...new Set(draft.fields.flatMap((one) => one.group ?? []))];
  return (
    <div className="ld-form" key={field.key}>
      <Text id={NAME_BOX} label="字段名称" value={field.label} onType={(label) => set({ label })} />
      <OneOf
        label="类型"
        value={field.kind}
        options={KINDS}
        onChoose={(kind) => set(asKind(field, kind as OwnKind))}
      />
      {field.kind === 'money' ? (
        <OneOf
          label="金额单位"
          value={field.measure ?? ''}
          options={[{ value: '', label: '没有选' }, ...MONEY]}
          onChoose={(measure) => set({ measure: textOrNull(measure) })}
        />
      ) : null}
      {field.kind === 'number' ? (
        <Text
          label="计量单位"
          value={field.measure ?? ''}
          list="ld-measures"
          placeholder="如人、亩、台"
          onType={(measure) => set({ measure: textOrNull(measure) })}
        />
      ) : null}
      {FIGURES.includes(field.kind) ? (
        <OneOf
          label="小数"
          value={String(
            field.places ?? (field.kind === 'money' ? 2 : field.kind === 'percent' ? 1 : 0),
          )}
          options={PLACES}
          onChoose={(places) => set({ places: Number(places) })}
        />
      ) : null}
      {FIGURES.includes(field.kind) ? (
        <Text
          label="公式（不填报，由程序算）"
          value={field.formula ?? ''}
          placeholder="如人数×天数×5"
          onType={(formula) => set({ formula: textOrNull(formula) })}
        />
      ) : null}
      {field.kind === 'choice' ? (
        <Words label="选项" words={field.choices} onWords={(choices) => set({ choices })} />
      ) : null}
      {field.kind === 'phone' ? (
        <OneOf
          label="检查"
          value={field.pattern ?? ''}
          options={PATTERNS}
          onChoose={(pattern) => set({ pattern: pattern === '' ? null : (pattern as OwnPattern) })}
        />
      ) : null}
      {RANGED.includes(field.kind) ? (
        <>
          <Text
            label="不小于（不早于）"
            value={field.min ?? ''}
            placeholder="不限"
            onType={(min) => set({ min: textOrNull(min) })}
          />
          <Text
            label="不大于（不晚于）"
            value={field.max ?? ''}
            placeholder="不限"
            onType={(max) => set({ max: textOrNull(max) })}
          />
        </>
      ) : null}
      <Text
        label="归在哪个表头下"
        value={field.group ?? ''}
        list="ld-groups"
        placeholder="不归"
        onType={(group) => set({ group: textOrNull(group) })}
      />
      <Words
        label="导入时也认的列名"
        words={field.synonyms}
        onWords={(synonyms) => set({ synonyms })}
      />
      <div className="wide ticks">
        <Tick label="必填" checked={field.required} onTick={(required) => set({ required })} />
        <Tick label="不能重复" checked={field.unique} onTick={(unique) => set({ unique })} />
        <Tick label="隐藏，保留数据" checked={field.hidden} onTick={(hidden) => set({ hidden })} />
      </div>
      {seen === undefined ? null : (
        <p className="wide seen">
          表里是“{seen.column}列　{seen.path.join('›')}”：{seen.reason}
          {seen.samples.length === 0 ? '' : `，如${seen.samples.slice(0, 3).join('、')}`}。
        </p>
      )}
      <datalist id="ld-measures">
        {MEASURES_OFFERED.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id="ld-groups">
        {groups.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}

/** What another kind does not have falls away; money begins in 万元. */
const asKind = (field: DraftField, kind: OwnKind): Partial<DraftField> => ({
  kind,
  measure:
    kind === 'money' ? '万元' : kind === 'number' && field.kind !== 'money' ? field.measure : null,
  min: null,
  max: null,
  pattern: null,
  formula: FIGURES.includes(kind) ? field.formula : null,
});

/** Words as they are typed; taken apart when the box is left, so that a 、 being typed stays. */
function Words({
  label,
  words,
  onWords,
}: {
  readonly label: string;
  readonly words: readonly string[];
  onWords(words: readonly string[]): void;
}): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Text
      label={label}
      wide
      value={typed ?? listText(words)}
      placeholder="用顿号隔开"
      onType={(text) => {
        setTyped(text);
        onWords(wordsOfBox(text));
      }}
    />
  );
}
