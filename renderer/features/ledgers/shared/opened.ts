/** What a ledger's page was opened for, taken once, and the record beside its sheet: both outlive a page that is drawn anew. */
import { useCallback, useEffect } from 'react';
import type { Params } from '../../../stores/navigation.ts';
import type { OpenedRecord } from './ledger-view.ts';
import type { LedgerSpec } from './spec.ts';
import { beginRecordWith, NEW, storeOf, useLedgerView } from './view.ts';

type Show = (record: OpenedRecord | null) => void;

/** The record that the parameters ask for. */
function askedFor(spec: LedgerSpec, params: Params): OpenedRecord | null {
  if (params['new'] !== undefined) return spec.canAdd ? { id: NEW, index: -1 } : null;
  const { id, tab } = params;
  return id === undefined ? null : { id: Number(id), index: -1, tab };
}

/** Filters and a begun record that the page was opened with. */
function takeParams(spec: LedgerSpec, params: Params): void {
  if (params['filters'] !== undefined)
    storeOf(spec).setState({
      filters: JSON.parse(params['filters']) as Record<string, string>,
      credited: params['credited'] ?? null,
    });
  if (params['new'] !== undefined && params['draft'] !== undefined)
    beginRecordWith(spec, JSON.parse(params['draft']) as Record<string, string>);
}

export function useOpened(spec: LedgerSpec, params: Params): readonly [OpenedRecord | null, Show] {
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
