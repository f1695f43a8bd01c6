/**
 * F1: what the open page is for, with its picture; 快速上手, all pages searched, 诊断, what
 * changed, and the handbook as a file.
 */
import { Button, Drawer, Input, Tabs } from 'antd';
import { useState, type ReactElement } from 'react';
import { DIAGNOSIS, HELP_KEYS, QUICK_START } from '../main/domain/help/general.ts';
import { HELP_PAGES, type HelpPage } from '../main/domain/help/pages.ts';
import { call, useCall } from './bridge/bridge.ts';
import { sentenceOf } from './stores/sentence.ts';
import type { Page } from './stores/pages.ts';
import { say } from './stores/status.ts';

/** without a page's help this does not compile */
const HELP: Readonly<Record<Page, HelpPage>> = HELP_PAGES;

export interface HelpProps {
  readonly page: Page;
  readonly label: string;
  readonly open: boolean;
  onClose(): void;
}

export function Help({ page, label, open, onClose }: HelpProps): ReactElement {
  const [sought, setSought] = useState('');
  const items = [
    { key: 'page', label: '本页', children: <OfPage page={page} /> },
    { key: 'quick', label: '快速上手', children: <Steps steps={QUICK_START} /> },
    { key: 'keys', label: '按键', children: <Keys /> },
    { key: 'diagnosis', label: '诊断', children: <Steps steps={DIAGNOSIS} /> },
    { key: 'changes', label: '更新说明', children: <Changes /> },
  ];
  return (
    <Drawer title={`帮助：${label}`} open={open} onClose={onClose} size={480} extra={<Handbook />}>
      <Input.Search
        aria-label="查帮助"
        placeholder="查全部帮助，如：关账、别名、U盘"
        allowClear
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {sought.trim() === '' ? <Tabs items={items} /> : <Found words={sought.trim()} />}
    </Drawer>
  );
}

function OfPage({ page }: { readonly page: Page }): ReactElement {
  const { what, steps, title } = HELP[page];
  const { value: picture } = useCall('help.picture', { page }, []);
  return (
    <>
      <p>{what}</p>
      {picture === null ? null : <img className="help-picture" src={picture} alt={title} />}
      <Steps steps={steps} />
      <Keys />
    </>
  );
}

const Steps = ({ steps }: { readonly steps: readonly string[] }): ReactElement => (
  <ol className="help-steps">
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
);

const Keys = (): ReactElement => (
  <>
    <h2 className="help-head">按键</h2>
    <dl className="keys">
      {HELP_KEYS.map(([key, what]) => [
        <dt key={key}>
          <kbd>{key}</kbd>
        </dt>,
        <dd key={what}>{what}</dd>,
      ])}
    </dl>
  </>
);

/** Everything that help says, as lines under the title that they stand under. */
const LINES: readonly (readonly [string, string])[] = [
  ...Object.values(HELP).flatMap(({ title, what, steps }) =>
    [what, ...steps].map((line) => [title, line] as const),
  ),
  ...QUICK_START.map((line) => ['快速上手', line] as const),
  ...HELP_KEYS.map(([key, what]) => ['按键', `${key}：${what}`] as const),
  ...DIAGNOSIS.map((line) => ['诊断', line] as const),
];

function Found({ words }: { readonly words: string }): ReactElement {
  const parts = words.toLowerCase().split(/\s+/u);
  const found = LINES.filter(([title, line]) => {
    const text = `${title}${line}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
  if (found.length === 0) return <p role="status">没有找到“{words}”。请换个说法，或少写几个字。</p>;
  return (
    <>
      <p role="status">找到{found.length}条。</p>
      <ul className="help-steps" aria-label="查到的帮助">
        {found.map(([title, line]) => (
          <li key={`${title} ${line}`}>
            <b>{title}</b>　{line}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The change log as its file stands: headings, and lines under them. */
function Changes(): ReactElement | null {
  const { value: text } = useCall('help.changes', {}, []);
  if (text === null) return null;
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('# '));
  return (
    <div className="help-changes">
      {lines.map((line, at) => {
        if (line.startsWith('## ')) return <h2 key={at}>{line.slice(3)}</h2>;
        const words = line.replace(/^- /, '').replaceAll('**', '').replaceAll('`', '');
        return line.startsWith('**') ? <h3 key={at}>{words}</h3> : <p key={at}>{words}</p>;
      })}
    </div>
  );
}

function Handbook(): ReactElement {
  const save = async (format: 'pdf' | 'docx'): Promise<void> => {
    try {
      const to = await call('shell.saveAs', { name: '县计使用手册', extension: format });
      if (to === null) return;
      const { file } = await call('help.handbook', { format, to: to.handle });
      say(`使用手册已存为“${file}”。`);
    } catch (error) {
      say(sentenceOf(error));
    }
  };
  return (
    <>
      <Button size="small" onClick={() => void save('pdf')}>
        手册存PDF
      </Button>{' '}
      <Button size="small" onClick={() => void save('docx')}>
        手册存Word
      </Button>
    </>
  );
}
