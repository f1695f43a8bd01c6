/**
 * One answer for all problems of a kind, in this file or in all: shown where there are two or more
 * of it.
 */
import { Button } from 'antd';
import type { ImportAnswer } from '../../../../preload/contract/answers.ts';
import { answerProblem } from '../draft/actions.ts';
import { focusNextAnswer } from '../draft/focus.ts';
import { acceptAll, emptyAll, recordsAll, skipAll, type Kind } from '../draft/kinds.ts';
import { newKindOf } from './unit-question.tsx';

interface Choice {
  readonly word: string;
  readonly answers: readonly ImportAnswer[];
}

function unitChoices(kind: Kind): readonly Choice[] {
  const units = kind.problems.flatMap((one) => one.unit ?? []);
  const [fresh, alike] = [
    units.filter((one) => one.like === null),
    units.filter((one) => one.like !== null),
  ];
  return [
    {
      word: `全部新建${fresh.length}个`,
      answers:
        fresh.length < 2
          ? []
          : fresh.map((unit) => ({
              kind: 'unit',
              name: unit.name,
              as: { is: 'new', unitKind: newKindOf(unit.name) },
            })),
    },
    {
      word: `相近的${alike.length}个都是`,
      answers:
        alike.length < 2
          ? []
          : alike.map((unit) => ({
              kind: 'unit',
              name: unit.name,
              as: { is: 'known', unit: unit.like ?? '' },
            })),
    },
  ];
}

/** Several columns of money without a measure: most sheets have one for all. */
function measureChoices(kind: Kind): readonly Choice[] {
  const money = kind.problems.filter(
    (one) => one.row === 0 && one.column !== null && one.measures.includes('万元'),
  );
  const [first] = money;
  if (first === undefined || money.length < 2) return [];
  return first.measures.map((measure) => ({
    word: `都是${measure}`,
    answers: money.map(({ file, sheet, table, column }) => ({
      kind: 'measure',
      file,
      sheet,
      table,
      column,
      measure,
    })),
  }));
}

function choicesOf(kind: Kind): readonly Choice[] {
  if (kind.code === 'unit.unknown') return unitChoices(kind);
  if (kind.code === 'measure.unknown') return measureChoices(kind);
  if (kind.code === 'record.near')
    return [
      { word: '都是同一个', answers: recordsAll(kind, 'same') },
      { word: '都另建', answers: recordsAll(kind, 'another') },
      { word: '都跳过', answers: skipAll(kind) },
    ];
  return [
    {
      word:
        kind.code === 'record.duplicate'
          ? '均导入'
          : kind.code === 'share.unclear'
            ? '都是百分数'
            : '均按此处理',
      answers: acceptAll(kind),
    },
    { word: '都留空', answers: emptyAll(kind) },
    { word: '都跳过', answers: kind.level === 'warning' ? [] : skipAll(kind) },
  ];
}

export function KindBar({ kind, all }: { readonly kind: Kind; readonly all: boolean }) {
  const [first, second] = kind.problems;
  if (first === undefined || second === undefined) return null;
  const choices = choicesOf(kind).filter(({ answers }) => answers.length > 0);
  return (
    <li className={`imp-kind is-${kind.level}`} data-kind={kind.code}>
      <span>
        <b>{kind.name}</b>　{all ? '全部文件' : '本文件'}
        {kind.problems.length}处
      </span>
      {choices.length > 0 && (
        <span className="imp-answers" role="group" aria-label={`${kind.name}一起答`}>
          {choices.map(({ word, answers }) => (
            <Button
              key={word}
              size="small"
              onClick={() => void answerProblem(first, answers).then(focusNextAnswer)}
            >
              {word}
            </Button>
          ))}
        </span>
      )}
    </li>
  );
}
