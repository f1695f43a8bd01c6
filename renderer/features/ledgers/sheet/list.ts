/** The list behind the sheet: what is asked of the core, and the answer as the grid takes it. */
import { useEffect, useMemo } from 'react';
import type { Query, Row, Sums, Summary } from '../../../../preload/contract/records.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { faultText } from '../../../format/fault.ts';
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

export function useRecordList(spec: LedgerSpec): RecordList {
  const { filters, credited, sort, group } = useLedgerView(spec);
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
  const { value: summary, answers, revision, fault } = useCall('records.summary', query, 'records');
  useEffect(() => {
    if (fault !== null) say(faultText(fault));
  }, [fault]);
  const source = useMemo(
    () =>
      summary === null || answers === null
        ? null
        : sourceOf(spec, { query: answers, summary, revision }),
    [spec, summary, answers, revision],
  );
  return { source, summary, query };
}

interface Answer {
  readonly query: Query;
  readonly summary: Summary;
  readonly revision: number;
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

const gridRow = (row: Row): GridRow => row;

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
