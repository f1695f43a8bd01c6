/**
 * What a form of a rule is put together from: where its figures come from, a line of boxes, lines
 * that are added, parts with a source each.
 */
import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import type { ScorePart, ScoreRule, ScoreSource } from '../../../../main/domain/scoring/scheme.ts';
import { RuleFigure } from '../shared/figure.tsx';
import { Boxes, BoxLines, type SentenceBox } from '../shared/sentence.tsx';
import { SourceForm } from './source-form.tsx';

export type RuleOfKind<K extends ScoreRule['kind']> = Extract<ScoreRule, { kind: K }>;

/** One part of a rule's form. */
export interface RulePart<R> {
  draw(rule: R, onChange: (rule: R) => void): ReactElement;
}

export const sourceOfRule = <R extends { readonly source: ScoreSource }>(
  only?: readonly 'ledger'[],
): RulePart<R> => ({
  draw: (rule, onChange) => (
    <SourceForm
      source={rule.source}
      {...(only === undefined ? {} : { only })}
      onChange={(next) => onChange({ ...rule, source: next })}
    />
  ),
});

export const lineOfBoxes = <R,>(...boxes: readonly SentenceBox<R>[]): RulePart<R> => ({
  draw: (rule, onChange) => (
    <div className="sc-line">
      <Boxes boxes={boxes} of={rule} put={onChange} />
    </div>
  ),
});

export const lines = <K extends string, I, R extends Readonly<Record<K, readonly I[]>>>(
  key: K,
  label: string,
  fresh: I,
  boxesOf: (rule: R) => readonly SentenceBox<I>[],
): RulePart<R> => ({
  draw: (rule, onChange) => (
    <BoxLines
      label={label}
      list={rule[key]}
      boxes={boxesOf(rule)}
      least={1}
      more="加一行"
      less={(at) => `去掉第${at + 1}行`}
      next={() => fresh}
      onChange={(list) => onChange({ ...rule, [key]: list })}
    />
  ),
});

export const partsOfRule = <R extends { readonly parts: readonly ScorePart[] }>(
  word: string,
  unit: string,
  fresh: ScorePart,
): RulePart<R> => ({
  draw: (rule, onChange) => (
    <Parts
      parts={rule.parts}
      word={word}
      unit={unit}
      fresh={fresh}
      onChange={(next) => onChange({ ...rule, parts: next })}
    />
  ),
});

export const note = <R,>(text: string): RulePart<R> => ({
  draw: () => <p className="muted">{text}</p>,
});

function Parts({
  parts: list,
  word,
  unit,
  fresh,
  onChange,
}: {
  readonly parts: readonly ScorePart[];
  readonly word: string;
  readonly unit: string;
  readonly fresh: ScorePart;
  readonly onChange: (parts: ScorePart[]) => void;
}): ReactElement {
  return (
    <>
      {list.map((part, at) => (
        <div key={at} className="sc-part">
          <div className="sc-line">
            <Input
              aria-label="本部分名称"
              value={part.label}
              onChange={(event) => onChange(list.with(at, { ...part, label: event.target.value }))}
            />
            {word}
            <RuleFigure
              label={word}
              value={part.weight}
              onChange={(weight) => onChange(list.with(at, { ...part, weight: weight ?? '0' }))}
            />
            {unit}
            {list.length < 2 ? null : (
              <Button
                size="small"
                aria-label={`去掉${part.label}`}
                onClick={() => onChange(list.toSpliced(at, 1))}
              >
                ✕
              </Button>
            )}
          </div>
          <SourceForm
            source={part.source}
            onChange={(next) => onChange(list.with(at, { ...part, source: next }))}
          />
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...list, fresh])}>
        加一部分
      </Button>
    </>
  );
}
