/** The one search box (Ctrl+K): projects, problems, tasks and leads by their words; Enter opens the ledger on what was found. */
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { ledgers, type LedgerCode } from '../main/domain/ledgers/index.ts';
import type { Row } from '../preload/contract/records.ts';
import { useCall } from './bridge.ts';
import { go, type Params } from './stores/navigation.ts';

/** Where a found record opens, and what tells it apart beside its name. */
interface Place {
  readonly ledger: LedgerCode;
  readonly page: string;
  readonly params: Params;
  readonly beside: string;
}
const PLACES = [
  { ledger: 'project', page: 'projects', params: {}, beside: 'company' },
  { ledger: 'rectification', page: 'rectification', params: {}, beside: 'place' },
  { ledger: 'task', page: 'tasks', params: {}, beside: 'lead_unit' },
  { ledger: 'lead', page: 'ledgers', params: { ledger: 'lead' }, beside: 'person' },
] as const satisfies readonly Place[];

const labelOf = ({ ledger, beside }: Place, row: Row): string => [ledgers[ledger].nameField, beside].flatMap((field) => (typeof row[field] === 'string' ? [row[field]] : [])).join('　');

/** The ledgers that hold the text, each with its first records. */
function useFound(text: string): readonly { readonly place: Place; readonly rows: readonly Row[] }[] {
  const input = (ledger: LedgerCode) => (text === '' ? null : { query: { ledger, search: text }, offset: 0, limit: 6 });
  const [projects, problems, tasks, leads] = [useCall('records.page', input('project'), ['project']), useCall('records.page', input('rectification'), ['rectification']), useCall('records.page', input('task'), ['task']), useCall('records.page', input('lead'), ['lead'])];
  return [projects, problems, tasks, leads].flatMap(({ value }, at) => (value === null || value.length === 0 || PLACES[at] === undefined ? [] : [{ place: PLACES[at], rows: value }]));
}

export function Search(): ReactElement {
  const box = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const found = useFound(text.trim());
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.code !== 'KeyK') return;
      event.preventDefault();
      box.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const open = (key: string): void => {
    const [ledger = '', id = ''] = key.split(' ');
    const place = PLACES.find((one) => one.ledger === ledger);
    setText('');
    if (place !== undefined) go(place.page, { ...place.params, id });
  };
  const options = found.map(({ place, rows }) => ({ label: ledgers[place.ledger].label, options: rows.map((row) => ({ value: `${place.ledger} ${row.id}`, label: labelOf(place, row) })) }));
  return (
    <AutoComplete className="top-search" value={text} options={options} onChange={setText} onSelect={open} defaultActiveFirstOption>
      <Input ref={box} aria-label="查项目" placeholder="查项目、问题、任务、线索" suffix={<kbd>Ctrl+K</kbd>} />
    </AutoComplete>
  );
}
