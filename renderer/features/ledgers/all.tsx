/**
 * 台账: every ledger, built-in or the users' own, with how many records it holds; one click opens
 * it; here a new one is begun.
 */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { ledgers, LEDGER_CODES, type AnyCode } from '../../../main/domain/ledgers/index.ts';
import { useCall } from '../../bridge/bridge.ts';
import { useOwnLedgers } from '../../stores/ledgers.ts';
import { go, goLedger } from '../../stores/navigation.ts';
import './ledgers.css';
import './record.css';
import './attachments.css';
import './ledger-parts.css';

export function AllLedgers(): ReactElement {
  const own = useOwnLedgers(({ own: known }) => known) ?? [];
  const [used, retired] = [
    own.filter((one) => !one.definition.retired),
    own.filter((one) => one.definition.retired),
  ];
  return (
    <section className="lg-page" aria-label="台账">
      <div className="lg-head">
        <h1>台账</h1>
        <span className="push" />
        <Button type="primary" onClick={() => go('ledger-designer')}>
          新建台账
        </Button>
      </div>
      <div className="lg-all">
        {LEDGER_CODES.map((code) => (
          <Card
            key={code}
            code={code}
            label={ledgers[code].label}
            noun={ledgers[code].noun}
            about={ledgers[code].about}
          />
        ))}
        {used.map(({ code, definition }) => (
          <Card
            key={code}
            code={code}
            label={definition.label}
            noun={definition.noun}
            about={definition.about || '自建台账'}
          />
        ))}
        {retired.map(({ code, definition }) => (
          <Card
            key={code}
            code={code}
            label={definition.label}
            noun={definition.noun}
            about="已停用，记录均保留"
          />
        ))}
      </div>
    </section>
  );
}

function Card({
  code,
  label,
  noun,
  about,
}: {
  readonly code: AnyCode;
  readonly label: string;
  readonly noun: string;
  readonly about: string;
}): ReactElement {
  const { value: summary } = useCall('records.summary', { ledger: code }, [code]);
  return (
    <button type="button" onClick={() => goLedger(code)}>
      <b>{label}</b>
      <span className="count">
        {summary === null ? '' : summary.all === 0 ? '尚无' : `${summary.all}${noun}`}
      </span>
      <small>{about}</small>
    </button>
  );
}
