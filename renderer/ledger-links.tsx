/**
 * Under 台账 in the navigation: the ledgers that users define and those without a line of their
 * own, with how many records each holds.
 */
import { useEffect, useRef, type ReactElement } from 'react';
import {
  ledgers,
  LEDGER_CODES,
  type AnyCode,
  type LedgerCode,
} from '../main/domain/ledgers/index.ts';
import { useCall } from './bridge/bridge.ts';
import { useOwnLedgers } from './stores/ledgers.ts';
import { goLedger } from './stores/navigation.ts';
import { hasOwnPage, type OpenPlace } from './stores/pages.ts';

const BUILT_IN = LEDGER_CODES.filter((code) => !hasOwnPage(code));
const NO_OWN = [] as const;

/** The built-in ones only while 台账 is open: the others have their own line, and room is short. */
export function LedgerLinks({
  place: { page, params },
}: {
  readonly place: OpenPlace;
}): ReactElement | null {
  const codes = (useOwnLedgers(({ own }) => own) ?? NO_OWN).map((one) => one.code);
  // asked for its counts, which the store does not keep up to date
  const { value } = useCall('ledgers.list', {}, ['ledgers', ...codes]);
  const own = (value ?? NO_OWN).filter((one) => !one.definition.retired);
  const isOpen = page === 'ledgers' || page === 'ledger-designer';
  const at = page === 'ledgers' ? params.ledger : undefined;
  const isAt = (code: AnyCode): boolean => at === code;
  if (own.length === 0 && !isOpen) return null;
  return (
    <div className="nav-ledgers" role="group" aria-label="各本台账">
      {own.map(({ code, definition, records }) => (
        <LedgerLink
          key={code}
          code={code}
          label={definition.label}
          count={records}
          isCurrent={isAt(code)}
        />
      ))}
      {isOpen
        ? BUILT_IN.map((code) => <BuiltIn key={code} code={code} isCurrent={isAt(code)} />)
        : null}
    </div>
  );
}

function BuiltIn({
  code,
  isCurrent,
}: {
  readonly code: LedgerCode;
  readonly isCurrent: boolean;
}): ReactElement {
  const { value: summary } = useCall('records.summary', { ledger: code }, [code]);
  return (
    <LedgerLink
      code={code}
      label={ledgers[code].label}
      count={summary?.all ?? 0}
      isCurrent={isCurrent}
    />
  );
}

function LedgerLink({
  code,
  label,
  count,
  isCurrent,
}: {
  readonly code: AnyCode;
  readonly label: string;
  readonly count: number;
  readonly isCurrent: boolean;
}): ReactElement {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <a
      ref={link}
      href={`#ledgers-${code}`}
      title={label}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        goLedger(code);
      }}
    >
      <span>{label}</span>
      <small>{count === 0 ? '' : count}</small>
    </a>
  );
}
