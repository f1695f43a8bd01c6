/** The one search box (Ctrl+K): records of every ledger by their words, pinyin, initials or numbers, and commands; with the keyboard alone. */
import { AutoComplete, Input, type InputRef } from 'antd';
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent as Pressed,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { Hit } from '../preload/contract/project-life.ts';
import { useCall } from './bridge/bridge.ts';
import { commandsFor } from './commands.ts';
import { goRecord } from './stores/navigation.ts';

const [MOST, FEW] = [40, 6];
const COMMAND = 'command';

type Options = {
  readonly label: string;
  readonly options: { readonly value: string; readonly label: ReactNode }[];
}[];

export function Search(): ReactElement {
  const box = useRef<InputRef>(null);
  /** where the keyboard was, and goes back to at Esc */
  const before = useRef<Element | null>(null);
  const [text, setText] = useState('');
  const wanted = text.trim();
  const { value, fresh } = useCall(
    'search.all',
    wanted === '' ? null : { text: wanted, limit: MOST },
  );
  const commands = commandsFor(wanted).slice(0, FEW);
  /** the words are a command's own: then it is what is wanted */
  const isNamed = commands.some(
    (one) => one.label === wanted || one.keys.includes(wanted.toLowerCase()),
  );
  const hits = wanted === '' ? [] : (value?.hits ?? []);
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyK') return;
      event.preventDefault();
      if (
        !(
          document.activeElement instanceof HTMLInputElement &&
          document.activeElement === box.current?.input
        )
      )
        before.current = document.activeElement;
      box.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const open = (key: string): void => {
    const [kind, rest = ''] = key.split(/ (.*)/);
    setText('');
    box.current?.blur();
    if (kind === COMMAND) commands.find((one) => one.label === rest)?.run();
    else {
      const hit = hits.find((one) => one.ledger === kind && one.id === Number(rest));
      if (hit !== undefined) goRecord(hit.ledger, hit.id);
    }
  };
  const ledgers = [...Map.groupBy(hits, (hit) => hit.ledgerLabel)].map(([label, found]) => ({
    label,
    options: found.map((hit) => ({
      value: `${hit.ledger} ${hit.id}`,
      label: <HitLine hit={hit} />,
    })),
  }));
  const actions = {
    label: '去哪里、做什么',
    options: commands.map((one) => ({ value: `${COMMAND} ${one.label}`, label: one.label })),
  };
  const options: Options =
    commands.length === 0 ? ledgers : isNamed ? [actions, ...ledgers] : [...ledgers, actions];
  const first = options[0]?.options[0]?.value;
  useEffect(() => {
    if (!waiting || !fresh) return;
    setWaiting(false);
    if (first !== undefined) open(first);
  });
  /** Enter before the answer is there waits for it: what stands in the list belongs to fewer letters. */
  const onKey = (event: Pressed): void => {
    if (event.key === 'Escape') {
      setText('');
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      else box.current?.blur();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || fresh) return;
    event.preventDefault();
    event.stopPropagation();
    setWaiting(true);
  };
  return (
    <div className="top-search" onKeyDownCapture={onKey}>
      <AutoComplete
        style={{ width: '100%' }}
        value={text}
        options={options}
        onChange={(typed) => {
          setText(typed);
          setWaiting(false);
        }}
        onSelect={open}
        defaultActiveFirstOption
        listHeight={420}
        notFoundContent={
          wanted !== '' && fresh ? `没有找到“${wanted}”。换几个字，或用拼音首字母。` : null
        }
      >
        <Input
          ref={box}
          aria-label="查找"
          placeholder="查项目、单位、线索，或写要做的事"
          suffix={<kbd>Ctrl+K</kbd>}
        />
      </AutoComplete>
    </div>
  );
}

function HitLine({ hit }: { readonly hit: Hit }): ReactElement {
  return (
    <>
      {hit.name}
      {hit.about === null ? null : <small className="hint">　{hit.about}</small>}
    </>
  );
}
