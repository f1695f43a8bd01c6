/** The one search box (Ctrl+K): projects by name, number or company; Enter opens the ledger on what was found. */
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useCall } from './bridge.ts';
import { go } from './stores/navigation.ts';

export function Search(): ReactElement {
  const box = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const { value: rows } = useCall('records.page', text.trim() === '' ? null : { query: { ledger: 'project', search: text.trim() }, offset: 0, limit: 12 }, ['project']);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.code !== 'KeyK') return;
      event.preventDefault();
      box.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const open = (id: string): void => {
    setText('');
    go('projects', { id });
  };
  const options = (rows ?? []).map((row) => ({ value: String(row.id), label: `${String(row['name'] ?? '')}　${String(row['company'] ?? '')}` }));
  return (
    <AutoComplete className="top-search" value={text} options={options} onChange={setText} onSelect={open} defaultActiveFirstOption>
      <Input ref={box} aria-label="查项目" placeholder="查项目、编号、企业" suffix={<kbd>Ctrl+K</kbd>} />
    </AutoComplete>
  );
}
