/** Under 台账 in the navigation: the ledgers without a line of their own and those that users define, with how many records each holds. */
import { useEffect, useRef, type ReactElement } from 'react';
import { ledgers, type AnyCode } from '../main/domain/ledgers/index.ts';
import { useCall } from './bridge.ts';
import { useOwnLedgers } from './stores/ledgers.ts';
import { goLedger, type Params } from './stores/navigation.ts';

const BUILT_IN = (['lead', 'arrival', 'person', 'unit'] as const).map((code) => ({ code, label: ledgers[code].label as string }));

/** The built-in ones only while 台账 is open: the others have their own line, and room is short. */
export function LedgerLinks({ page, params }: { readonly page: string; readonly params: Params }): ReactElement | null {
  const own = useOwnLedgers(({ own: known }) => known)?.filter((one) => !one.definition.retired) ?? [];
  const isOpen = page === 'ledgers' || page === 'ledger-designer';
  const shown: readonly { readonly code: AnyCode; readonly label: string }[] = [...own.map(({ code, definition }) => ({ code, label: definition.label })), ...(isOpen ? BUILT_IN : [])];
  if (shown.length === 0) return null;
  return <div className="nav-ledgers" role="group" aria-label="各本台账">{shown.map(({ code, label }) => <LedgerLink key={code} code={code} label={label} isCurrent={page === 'ledgers' && params['ledger'] === code} />)}</div>;
}

function LedgerLink({ code, label, isCurrent }: { readonly code: AnyCode; readonly label: string; readonly isCurrent: boolean }): ReactElement {
  const { value: summary } = useCall('records.summary', { ledger: code }, [code]);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => { if (isCurrent) link.current?.scrollIntoView({ block: 'nearest' }); }, [isCurrent]);
  return <a ref={link} href={`#ledgers-${code}`} title={label} aria-current={isCurrent ? 'page' : undefined} onClick={(event) => { event.preventDefault(); goLedger(code); }}><span>{label}</span><small>{summary === null || summary.all === 0 ? '' : summary.all}</small></a>;
}
