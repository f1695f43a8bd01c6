/**
 * What a ledger's page was opened for, taken once, and the record beside its sheet: both outlive a
 * page that is drawn anew.
 */
import { useCallback, useEffect } from 'react';
import type { LedgerParams } from '../../../stores/pages.ts';
import type { OpenedRecord } from './ledger-view.ts';
import type { LedgerSpec } from './spec.ts';
import { beginRecordWith, NEW, storeOf, useLedgerView } from './view.ts';

type Show = (record: OpenedRecord | null) => void;

/** The record that the parameters ask for. */
function askedFor(spec: LedgerSpec, params: LedgerParams): OpenedRecord | null {
  const { draft, id, tab } = params;
  if (draft !== undefined) return spec.canAdd ? { id: NEW, index: -1 } : null;
  return id === undefined ? null : { id, index: -1, tab };
}

/** Filters and a begun record that the page was opened with. */
function takeParams(spec: LedgerSpec, params: LedgerParams): void {
  const { filters, credited = null, draft } = params;
  if (filters !== undefined) storeOf(spec).setState({ filters, credited });
  if (draft !== undefined && Object.keys(draft).length > 0) beginRecordWith(spec, draft);
}

export function useOpened(
  spec: LedgerSpec,
  params: LedgerParams,
): readonly [OpenedRecord | null, Show] {
  const { opened } = useLedgerView(spec);
  const show = useCallback<Show>(
    (record) => storeOf(spec).setState({ opened: { asked: params, record } }),
    [spec, params],
  );
  useEffect(() => {
    if (storeOf(spec).getState().opened?.asked === params) return;
    takeParams(spec, params);
    show(askedFor(spec, params));
  }, [spec, params, show]);
  return [opened?.asked === params ? opened.record : askedFor(spec, params), show];
}
