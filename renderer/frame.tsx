/**
 * The frame of every page: navigation, top bar, the page, the status line, and the keys that work
 * everywhere.
 */
import { App, Button, Segmented, Select } from 'antd';
import { Suspense, useEffect, useState, type ReactElement } from 'react';
import type { Session } from '../preload/contract/session.ts';
import { call, faultOf } from './bridge/bridge.ts';
import { faultText } from './format/fault.ts';
import { Help } from './help.tsx';
import { followOpenedFiles } from './opened-files.ts';
import { walkWindowRegions } from './regions.ts';
import { PAGES_IN_ORDER, ROUTES } from './routes.tsx';
import { Search } from './search.tsx';
import { setText, TEXT_SIZES, useLayout, type TextSize } from './stores/layout.ts';
import { forgetDrafts } from './stores/drafts.ts';
import { goBack, go, useNavigation } from './stores/navigation.ts';
import type { Page, PageParams } from './stores/pages.ts';
import { overdueAmong, useReminders } from './stores/reminders.ts';
import type { Reminder } from '../preload/contract/records.ts';
import { showYear } from './stores/session.ts';
import { forgetStatus, say, takeOffer, useStatus } from './stores/status.ts';
import { redoLast, undoLast } from './stores/take-back.ts';
import { FaultBoundary } from './ui/fault-boundary.tsx';
import { isFocusFree } from './ui/focus.ts';
import { Icon } from './ui/icons.tsx';
import { Operator } from './operator.tsx';
import { LedgerLinks } from './ledger-links.tsx';
import { WorkLine } from './work-line.tsx';
import { thisYear } from './format/today.ts';

const LISTED = PAGES_IN_ORDER.filter((page) => ROUTES[page].listed);

function Opened<P extends Page>({
  page,
  params,
}: {
  readonly page: P;
  readonly params: PageParams[P];
}): ReactElement {
  const View = ROUTES[page].view;
  return <View params={params} />;
}

export function WindowFrame({
  session,
  county,
}: {
  readonly session: Session;
  readonly county: string;
}): ReactElement {
  const [help, setHelp] = useState(false);
  const { place } = useNavigation();
  const { page } = place;
  const reminders = useReminders();
  useKeys(() => setHelp(true));
  useEffect(() => {
    forgetStatus();
  }, [page]);
  useEffect(() => {
    return keepFocus();
  }, []);
  useEffect(() => {
    return followOpenedFiles();
  }, []);
  return (
    <div className="app">
      <header className="top">
        <span className="brand">
          <Icon name="brand" />
          县计
        </span>
        <span className="where">{county}</span>
        <Year year={session.year} />
        <Search />
        <Button onClick={() => setHelp(true)}>
          帮助 <kbd>F1</kbd>
        </Button>
      </header>
      <nav className="nav" aria-label="页面">
        {LISTED.map((one) => (
          <a
            key={one}
            href={`#${one}`}
            aria-current={one === page ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              go(one);
            }}
          >
            <Icon name={one} />
            {ROUTES[one].label}
            <Overdue count={overdueOn(one, reminders)} />
          </a>
        )).flatMap((link, at) =>
          LISTED[at] === 'ledgers' ? [link, <LedgerLinks key="own" place={place} />] : [link],
        )}
      </nav>
      <main className="main" tabIndex={-1}>
        {session.sample ? <SampleStrip /> : null}
        <FaultBoundary key={page} what="这一页">
          <Suspense fallback={<p className="empty-page">正在打开…</p>}>
            <Opened {...place} />
          </Suspense>
        </FaultBoundary>
      </main>
      <StatusLine operators={session.operators} />
      <Help page={page} label={ROUTES[page].label} open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

/**
 * What was pressed may go with its page: the keyboard then goes on from the page that is there,
 * unless a part of that takes the focus itself.
 */
function keepFocus(): () => void {
  const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget === null)
      requestAnimationFrame(() => {
        if (isFocusFree()) document.querySelector<HTMLElement>('main')?.focus();
      });
  };
  document.addEventListener('focusout', onFocusOut);
  return () => document.removeEventListener('focusout', onFocusOut);
}

/** The pages whose records have deadlines: how many are overdue. */
function overdueOn(page: Page, reminders: readonly Reminder[]): number {
  if (page === 'overview') return overdueAmong(reminders);
  if (page === 'projects') return overdueAmong(reminders, 'project');
  if (page === 'rectification') return overdueAmong(reminders, 'rectification');
  return page === 'tasks' ? overdueAmong(reminders, 'task') : 0;
}

/** Beside the page's name, which stays what readers and keys know it by. */
function Overdue({ count }: { readonly count: number }): ReactElement | null {
  return count === 0 ? null : (
    <span className="nav-overdue" title={`超期${count}项`} aria-hidden>
      {count > 99 ? '99+' : count}
    </span>
  );
}

function Year({ year }: { readonly year: number }): ReactElement {
  const years = Array.from({ length: 31 }, (_, at) => thisYear() + 1 - at);
  const options = [...new Set([year, ...years])]
    .sort((a, b) => b - a)
    .map((one) => ({ value: one, label: `${one}年` }));
  return <Select aria-label="年份" value={year} options={options} onChange={showYear} />;
}

/** Nothing that the window still remembers may touch the next book. */
function startAfresh(): void {
  forgetDrafts();
  location.reload();
}

function SampleStrip(): ReactElement {
  const { modal } = App.useApp();
  const drop = (own: boolean): void =>
    void call('session.dropSample', { own }).then(startAfresh, (error: unknown) => {
      const fault = faultOf(error);
      if (fault.code !== 'sample.own') return say(faultText(fault));
      return void modal.confirm({
        title: '清除示例？',
        content: faultText(fault),
        okText: '清除',
        cancelText: '取消',
        onOk: () => drop(true),
      });
    });
  return (
    <div className="sample-strip" role="note">
      <b>示例</b>这是示例数据，可任意修改，不影响正式账目。
      <Button size="small" onClick={() => drop(false)}>
        清除示例
      </Button>
    </div>
  );
}

function StatusLine({ operators }: { readonly operators: Session['operators'] }): ReactElement {
  const { facts, extent, sentence, offer } = useStatus();
  const text = useLayout((layout) => layout.text);
  return (
    <footer className="status">
      {facts.map(({ label, figure, measure }) => (
        <span key={label} className="fact">
          {label} <b>{figure}</b> {measure}
        </span>
      ))}
      <span className="sentence" role="status">
        {sentence}
      </span>
      {offer === null ? null : (
        <Button size="small" type="link" onClick={takeOffer}>
          撤销
        </Button>
      )}
      <span className="push">{extent}</span>
      <WorkLine />
      <Operator operators={operators} />
      <span className="size">
        字号
        <Segmented
          aria-label="字号"
          size="small"
          value={text}
          options={[...TEXT_SIZES]}
          onChange={(size) => setText(size as TextSize)}
        />
      </span>
    </footer>
  );
}

/** In a box Ctrl+Z is the box's own; a sheet's box says itself that nothing is typed in it. */
const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select') ?? false;

/**
 * F1, F6, Alt+←, Ctrl+1…0, Ctrl+Z and Ctrl+Y: wherever the focus is; a page that answers one of
 * them itself has prevented it before.
 */
function useKeys(openHelp: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const digit = /^Digit(\d)$/.exec(event.code)?.[1];
      if (event.key === 'F1') openHelp();
      else if (event.key === 'F6') walkWindowRegions(event.shiftKey ? -1 : 1);
      else if (event.altKey && event.key === 'ArrowLeft') goBack();
      else if (event.ctrlKey && (event.code === 'KeyZ' || event.code === 'KeyY') && !isTyping())
        (event.code === 'KeyY' || event.shiftKey ? redoLast : undoLast)();
      else if (event.ctrlKey && digit !== undefined)
        go(LISTED[(Number(digit) + 9) % 10] ?? 'projects');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
