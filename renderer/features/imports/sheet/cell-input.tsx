/**
 * The one input of the sheet: it takes the keys while cells are selected and becomes the editor
 * when something is typed (Chinese too).
 */
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';

interface CellInputProps {
  readonly label: string;
  /** the selected cell's text as the sheet shows it */
  readonly text: string;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly inner: CSSProperties;
  readonly focus: { readonly turn: number; readonly edit: boolean };
  /** a key pressed while nothing is being typed */
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onEdited: (text: string, then: 'down' | 'right' | 'stay') => void;
}

const composing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229;

export function CellInput({
  label,
  text,
  top,
  width,
  height,
  inner,
  focus,
  onKey,
  onEdited,
}: CellInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  }, [text]);
  useEffect(() => {
    if (focus.turn === 0) return;
    input.current?.focus({ preventScroll: true });
    setTyped(focus.edit ? latest.current : null);
  }, [focus]);

  const finish = (then: 'down' | 'right' | 'stay'): void => {
    if (typed === null) return;
    setTyped(null);
    if (typed !== text) onEdited(typed, then);
    else if (then !== 'stay') onEdited(text, then);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (composing(event)) return;
    if (typed === null) {
      if (event.key === 'F2' || (event.key === 'Enter' && !event.ctrlKey)) {
        event.preventDefault();
        setTyped(text);
      } else onKey(event);
      return;
    }
    if (event.key === 'Escape') setTyped(null);
    else if (event.key === 'Enter' && !event.ctrlKey) finish('down');
    else if (event.key === 'Tab') finish('right');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="imp-editor-layer" style={{ top, width, height }}>
      <input
        ref={input}
        aria-label={label}
        className={`imp-editor${typed === null ? '' : ' is-editing'}`}
        style={{ ...inner, height }}
        value={typed ?? ''}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setTyped((now) => now ?? '')}
        onKeyDown={onKeyDown}
        onBlur={() => finish('stay')}
      />
    </div>
  );
}
