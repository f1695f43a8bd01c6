/**
 * The one search box (Ctrl+K): records of every ledger by their words, pinyin, initials or numbers,
 * and commands; with the keyboard alone.
 */
import { AutoComplete, Input, type InputRef } from 'antd';
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent as Pressed,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { Hit } from '../preload/contract/search.ts';
import { call, useCall } from './bridge/bridge.ts';
import { commandsFor } from './commands.ts';
import { findNamed, useFoundNamed, useNamed, type Named } from './search-named.ts';
import { goRecord } from './stores/navigation.ts';

const [MOST, FEW] = [40, 6];
const COMMAND = 'command';
const NAMED = 'named';

type Options = {
  readonly label: string;
  readonly options: { readonly value: string; readonly label: ReactNode }[];
}[];

const commandsOf = (wanted: string): ReturnType<typeof commandsFor> =>
  commandsFor(wanted).slice(0, FEW);

const keyOf = ({ kind, label }: Named): string => `${NAMED} ${kind} ${label}`;

/**
 * The list under the box: commands first where the words are a command's own, for then it is what
 * is wanted.
 */
function optionsOf(wanted: string, hits: readonly Hit[], named: readonly Named[]): Options {
  const commands = commandsOf(wanted);
  const isNamed = commands.some(
    (one) => one.label === wanted || one.keys.includes(wanted.toLowerCase()),
  );
  const ledgers = [...Map.groupBy(hits, (hit) => hit.ledgerLabel)].map(([label, found]) => ({
    label,
    options: found.map((hit) => ({
      value: `${hit.ledger} ${hit.id}`,
      label: <HitLine hit={hit} />,
    })),
  }));
  const actions = {
    label: '页面和操作',
    options: commands.map((one) => ({ value: `${COMMAND} ${one.label}`, label: one.label })),
  };
  const others = [...Map.groupBy(named, (one) => one.kind)].map(([kind, found]) => ({
    label: kind,
    options: found.map((one) => ({ value: keyOf(one), label: one.label })),
  }));
  const isCalledSo = named.some((one) => one.label === wanted);
  const found = isCalledSo ? [...others, ...ledgers] : [...ledgers, ...others];
  if (commands.length === 0) return found;
  return isNamed ? [actions, ...found] : [...found, actions];
}

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
  const hits = wanted === '' ? [] : (value?.hits ?? []);
  const all = useNamed();
  const named = useFoundNamed(all, wanted);
  /** what stands in the box now, for an answer that comes late */
  const newest = useRef('');
  const put = (typed: string): void => {
    newest.current = typed.trim();
    setText(typed);
  };
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
  const open = (key: string, among: readonly Hit[]): void => {
    const [kind, rest = ''] = key.split(/ (.*)/);
    put('');
    box.current?.blur();
    if (kind === COMMAND)
      commandsOf(wanted)
        .find((one) => one.label === rest)
        ?.run();
    else if (kind === NAMED) all.find((one) => keyOf(one) === key)?.run();
    else {
      const hit = among.find((one) => one.ledger === kind && one.id === Number(rest));
      if (hit !== undefined) goRecord(hit.ledger, hit.id);
    }
  };
  const openFirst = async (): Promise<void> => {
    const [answer, found] = await Promise.all([
      wanted === '' ? null : call('search.all', { text: wanted, limit: MOST }),
      findNamed(all, wanted),
    ]);
    const first = optionsOf(wanted, answer?.hits ?? [], found)[0]?.options[0]?.value;
    if (first !== undefined && newest.current === wanted) open(first, answer?.hits ?? []);
  };
  /**
   * Enter before the answer is there waits for it: what stands in the list belongs to fewer
   * letters.
   */
  const onKey = (event: Pressed): void => {
    if (event.key === 'Escape') {
      put('');
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      else box.current?.blur();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || fresh) return;
    event.preventDefault();
    event.stopPropagation();
    openFirst().catch(() => undefined);
  };
  return (
    <div className="top-search" onKeyDownCapture={onKey}>
      <AutoComplete
        style={{ width: '100%' }}
        value={text}
        options={optionsOf(wanted, hits, named)}
        onChange={put}
        onSelect={(key) => open(key, hits)}
        defaultActiveFirstOption
        listHeight={420}
        notFoundContent={
          wanted !== '' && fresh ? `没有找到“${wanted}”。请更换关键字，或使用拼音首字母。` : null
        }
      >
        <Input
          ref={box}
          aria-label="查找"
          placeholder="查项目、单位、指标、报表，或输入操作"
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
