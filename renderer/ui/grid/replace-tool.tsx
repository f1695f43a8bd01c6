/**
 * Find and replace: how many cells are found is said while it is typed, with what would stand in
 * the first of them.
 */
import { Button, Checkbox, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import { isSingle, placeAt } from './block.ts';
import {
  findGridCells,
  replaceable,
  replaceAll,
  replaced,
  type FoundCell,
  type WantedText,
} from './replace.ts';
import type { GridSheet } from './sheet.ts';

/** typing pauses that long before the sheet is looked through */
const REST_MS = 200;
const SHOWN = 5;

interface Answer {
  readonly found: readonly FoundCell[];
  readonly fault: string | null;
}
const NOTHING: Answer = { found: [], fault: null };

/** Looked through again whenever what is wanted, or a row, has changed. */
function useFound(sheet: GridSheet, wanted: WantedText, version: number): Answer {
  const [answer, setAnswer] = useState(NOTHING);
  const { text, whole, inside } = wanted;
  useEffect(() => {
    let isLate = false;
    const timer = setTimeout(() => {
      findGridCells(sheet, { text, whole, inside }).then(
        (found) => {
          if (!isLate) setAnswer({ found, fault: null });
        },
        (fault: unknown) => {
          if (!isLate)
            setAnswer({ found: [], fault: fault instanceof Error ? fault.message : String(fault) });
        },
      );
    }, REST_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [sheet, text, whole, inside, version]);
  return answer;
}

export function ReplaceTool({ sheet }: { readonly sheet: GridSheet }): ReactElement {
  const [wanted, setWanted] = useState<WantedText>(() => ({
    text: '',
    whole: false,
    inside: !isSingle(sheet.block),
  }));
  const [by, setBy] = useState('');
  const version = useSyncExternalStore(sheet.pages.subscribe, sheet.pages.version);
  const [next, setNext] = useState(0);
  const { found, fault } = useFound(sheet, wanted, version);
  const taken = replaceable(found);
  const box = useRef<InputRef>(null);
  const set = (part: Partial<WantedText>): void => {
    setWanted({ ...wanted, ...part });
    setNext(0);
  };
  const showNext = (): void => {
    const cell = found[next % Math.max(found.length, 1)];
    if (cell === undefined) return;
    sheet.select(placeAt(sheet.layout.lineOf(cell.index), cell.at));
    setNext(next + 1);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        showNext();
      }}
    >
      <label>
        查找
        <Input
          ref={box}
          autoFocus
          value={wanted.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      </label>
      <label>
        替换为
        <Input value={by} onChange={(event) => setBy(event.target.value)} />
      </label>
      <div className="grid-tool-line">
        <Checkbox checked={wanted.whole} onChange={(event) => set({ whole: event.target.checked })}>
          整格相同
        </Checkbox>
        <Checkbox
          checked={wanted.inside}
          onChange={(event) => set({ inside: event.target.checked })}
        >
          仅在选中区域
        </Checkbox>
      </div>
      <p role="status">{fault ?? foundSentence(wanted, found, taken)}</p>
      <ul>
        {taken.slice(0, SHOWN).map((cell) => (
          <li key={`${cell.index} ${cell.column.code}`}>
            第{cell.index + 1}行　{cell.column.path.at(-1)}：<s>{cell.text}</s> →{' '}
            {replaced(cell.text, wanted, by) || '空'}
          </li>
        ))}
        {taken.length > SHOWN ? <li>……</li> : null}
      </ul>
      <div className="grid-tool-line">
        <Button htmlType="submit" disabled={found.length === 0}>
          查找下一处
        </Button>
        <Button
          type="primary"
          disabled={taken.length === 0}
          onClick={() => {
            replaceAll(sheet, found, wanted, by);
            // nothing is left to replace: the button that had the focus is no longer one
            box.current?.focus();
          }}
        >
          全部替换（{taken.length}格）
        </Button>
      </div>
    </form>
  );
}

function foundSentence(
  wanted: WantedText,
  found: readonly FoundCell[],
  taken: readonly FoundCell[],
): string {
  if (wanted.text === '') return '请输入要查找的内容。';
  if (found.length === 0) return '没有找到。';
  const rows = new Set(found.map((cell) => cell.index)).size;
  const locked = found.length - taken.length;
  return `找到${found.length}格，在${rows}行${locked === 0 ? '' : `；其中${locked}格由程序计算，不替换`}。`;
}
