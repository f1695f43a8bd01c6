/** The list behind the sheet: asked again when the question or the records change, late answers dropped. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Query, Row, Sums, Summary } from '../../../../preload/contract/records.ts';
import { call, onCoreEvent } from '../../../bridge/bridge.ts';
import { say } from '../../../stores/status.ts';
import type { GridGroup, GridRow, GridSource } from '../../../ui/grid/model.ts';
import { sumText } from '../shared/display.ts';
import { groupsOf } from './groups.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { LedgerSpec } from '../shared/spec.ts';
import { useLedgerView } from '../shared/view.ts';

export interface RecordList {
  /** null until the first answer */
  readonly source: GridSource | null;
  readonly summary: Summary | null;
  readonly query: Query;
}

interface Answer {
  readonly query: Query;
  readonly summary: Summary;
  readonly revision: number;
}

export function useRecordList(spec: LedgerSpec): RecordList {
  const { filters, credited, sort, group } = useLedgerView(spec);
  const [revision, setRevision] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const query = useMemo(
    (): Query => ({
      ledger: spec.code,
      filters: Object.entries(filters).map(([field, text]) => ({ field, text })),
      sort: [...sort],
      group: [...group],
      ...(credited === null ? {} : { credited }),
    }),
    [spec, filters, credited, sort, group],
  );
  const again = useCallback(() => setRevision((old) => old + 1), []);
  useEffect(() => {
    return onCoreEvent('changed', ({ areas }) => {
      if (areas.some((area) => area !== 'imports')) again();
    });
  }, [again]);
  useEffect(() => {
    let isLate = false;
    call('records.summary', query).then(
      (summary) => {
        if (!isLate) setAnswer({ query, summary, revision });
      },
      (fault: unknown) => {
        if (!isLate) say(sentenceOf(fault));
      },
    );
    return () => {
      isLate = true;
    };
  }, [query, revision]);
  const source = useMemo(() => (answer === null ? null : sourceOf(spec, answer)), [spec, answer]);
  return { source, summary: answer?.summary ?? null, query };
}

function sourceOf(spec: LedgerSpec, { query, summary, revision }: Answer): GridSource {
  return {
    key: JSON.stringify(query),
    revision,
    total: summary.count,
    groups: groupsOf(spec, query.group ?? [], summary.groups).map(({ sums, ...group }) => ({
      ...group,
      figures: figuresOf(spec, { count: group.count, sums }),
    })),
    totals: figuresOf(spec, summary),
    totalLabel: `总计　${summary.count}${spec.counter}`,
    loadPage: async (offset, limit) => {
      try {
        return (await call('records.page', { query, offset, limit })).map(gridRow);
      } catch (fault) {
        throw new Error(sentenceOf(fault), { cause: fault });
      }
    },
  };
}

export const gridRow = (row: Row): GridRow => row;

function figuresOf({ fields }: LedgerSpec, { sums }: Sums): GridGroup['figures'] {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const sum = sums[field.code];
      return sum === undefined || sum.value === null
        ? []
        : [[field.code, sumText(field, sum.value)]];
    }),
  );
}
