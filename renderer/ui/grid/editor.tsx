/**
 * The one textarea: invisible over the active cell until something is typed, and the list of a
 * choice cell.
 */
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import { clearBlock, copiedBlock, pasteBlock } from './clipboard.ts';
import { choicesShown, commitGridEdit, openTyped } from './editing.ts';
import type { GridFrame } from './frame.ts';
import { pressGridKey } from './keys.ts';
import type { GridSheet } from './sheet.ts';

export interface EditorProps {
  readonly sheet: GridSheet;
  readonly frame: GridFrame;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
}

export function Editor({ sheet, frame, input, label }: EditorProps): ReactElement {
  const { editing, selected } = useSyncExternalStore(sheet.subscribe, sheet.state);
  const composing = useRef(false);
  useLayoutEffect(() => {
    sheet.view?.cover(selected.anchor);
  }, [sheet, selected.anchor, editing, frame]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { nativeEvent } = event;
    if (sheet.state().editing === null) sheet.view?.cover(sheet.active);
    if (composing.current || !pressGridKey(sheet, nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onInput = (): void => {
    const text = input.current?.value ?? '';
    const now = sheet.state().editing;
    sheet.typed();
    if (now === null) {
      if (text !== '') openTyped(sheet);
    } else if (sheet.columns[now.place.column]?.choices !== undefined)
      sheet.set({ editing: { ...now, filter: text, choice: null } });
  };
  const onCopy = (event: ClipboardEvent, cut: boolean): void => {
    if (sheet.state().editing !== null) return;
    event.preventDefault();
    const clip = copiedBlock(sheet);
    if (clip === null) return;
    event.clipboardData.setData('text/plain', clip.text);
    event.clipboardData.setData('text/html', clip.html);
    if (cut) run(sheet, clearBlock(sheet));
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (sheet.state().editing !== null) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    run(sheet, pasteBlock(sheet, text, sheet.takePasteHow()));
  };
  const align = editing === null ? 'left' : (sheet.columns[editing.place.column]?.align ?? 'left');
  return (
    <div className="overlay">
      <textarea
        ref={input}
        className={editing === null ? 'idle' : `editing ${align}`}
        aria-label={`${label}，当前格`}
        spellCheck={false}
        autoComplete="off"
        rows={1}
        onKeyDown={onKeyDown}
        onInput={onInput}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
          onInput();
        }}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
        onBlur={() => {
          if (sheet.state().editing !== null) commitGridEdit(sheet);
        }}
      />
      <ChoiceList sheet={sheet} input={input} />
    </div>
  );
}

function run(sheet: GridSheet, work: Promise<void>): void {
  work.catch((fault: unknown) => sheet.say(fault instanceof Error ? fault.message : String(fault)));
}

/** Below the cell, or above it where there is more room. */
function putUnder(box: HTMLElement, list: HTMLElement): void {
  const below = box.offsetTop + box.offsetHeight;
  const room = (list.parentElement?.clientHeight ?? 0) - below;
  list.style.left = `${box.offsetLeft}px`;
  list.style.minWidth = `${box.offsetWidth}px`;
  list.style.top =
    room < list.offsetHeight && box.offsetTop > room
      ? `${box.offsetTop - list.offsetHeight}px`
      : `${below}px`;
}

function ChoiceList({
  sheet,
  input,
}: {
  readonly sheet: GridSheet;
  readonly input: RefObject<HTMLTextAreaElement | null>;
}): ReactElement | null {
  const { editing } = useSyncExternalStore(sheet.subscribe, sheet.state);
  const marked = useRef<HTMLLIElement>(null);
  const shown = choicesShown(sheet);
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (input.current !== null && list.current !== null) putUnder(input.current, list.current);
  }, [input, shown.length, editing?.place]);
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' });
  }, [editing?.choice]);
  if (editing === null || shown.length === 0) return null;
  const chosen = editing.choice ?? (editing.filter === null || editing.filter === '' ? -1 : 0);
  return (
    <ul
      ref={list}
      className="choices"
      role="listbox"
      onMouseDown={(event) => event.preventDefault()}
    >
      {shown.map((choice, index) => (
        <li
          key={choice.value}
          ref={index === chosen ? marked : null}
          role="option"
          aria-selected={index === chosen}
          onClick={() => commitGridEdit(sheet, choice)}
        >
          {choice.label}
        </li>
      ))}
    </ul>
  );
}
