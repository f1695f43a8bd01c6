/** The record in the drawer: read, drafted, saved, with each fault beside its field. */
import { useState } from 'react';
import type { FaultData } from '../../../../main/domain/fault.ts';
import type { RecordDetail } from '../../../../preload/contract/records.ts';
import { BridgeFault, call, useCall } from '../../../bridge/bridge.ts';
import { faultText } from '../../../format/fault.ts';
import type { Values } from '../shared/display.ts';
import { editsOf, sentOf } from './draft.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { formFieldsOf, type LedgerSpec } from '../shared/spec.ts';
import { NEW, storeOf, useLedgerView } from '../shared/view.ts';
import type { RecordDraft, TypedText } from '../shared/ledger-view.ts';

export interface OpenRecord {
  /** null for a new record and until the first answer */
  readonly detail: RecordDetail | null;
  readonly draft: RecordDraft;
  readonly faults: Readonly<Record<string, string>>;
  /** a fault that belongs to no field */
  readonly sentence: string;
  type(field: string, typed: TypedText): void;
  save(): void;
  remove(): void;
}

const NOTHING: RecordDraft = {};

export function useRecord(
  spec: LedgerSpec,
  id: number,
  onSaved: (id: number, sentence: string) => void,
  onRemoved: () => void,
): OpenRecord {
  const draft = useLedgerView(spec).drafts[id] ?? NOTHING;
  const { draft: keep, dropDraft } = storeOf(spec).getState();
  const [refused, setRefused] = useState<{
    id: number;
    field: string | null;
    sentence: string;
  } | null>(null);
  const { value, answers, fault } = useCall(
    'records.get',
    id === NEW ? null : { ledger: spec.code, id },
    'records',
  );
  // the last record stays in hand until the next is there, and is not that one
  const detail = answers?.id === id ? value : null;
  const mine = refused?.id === id ? refused : null;
  const refuse = (fault: unknown): void =>
    setRefused({ id, field: fieldOfFault(spec, fault), sentence: sentenceOf(fault) });
  return {
    detail,
    draft,
    faults: mine === null || mine.field === null ? {} : { [mine.field]: mine.sentence },
    sentence:
      mine !== null && mine.field === null ? mine.sentence : fault === null ? '' : faultText(fault),
    type: (field, typed) => {
      keep(id, { ...draft, [field]: typed });
      if (mine?.field === field) setRefused(null);
    },
    save: () => {
      setRefused(null);
      saved(spec, id, detail?.row ?? {}, draft).then((ids) => {
        dropDraft(id);
        onSaved(ids[0] ?? id, id === NEW ? `已新增1${spec.ledger.noun}。` : '已保存。');
      }, refuse);
    },
    remove: () => {
      call('records.remove', { ledger: spec.code, ids: [id] }).then(onRemoved, refuse);
    },
  };
}

async function saved(
  spec: LedgerSpec,
  id: number,
  values: Values,
  draft: RecordDraft,
): Promise<readonly number[]> {
  if (id !== NEW) {
    const edits = editsOf(spec, id, values, draft);
    return edits.length === 0
      ? [id]
      : (await call('records.edit', { ledger: spec.code, edits })).ids;
  }
  const record = Object.fromEntries(
    formFieldsOf(spec, true).flatMap((field) => {
      const typed = draft[field.code];
      return typed === undefined ? [] : [[field.code, sentOf(field, typed)] as const];
    }),
  );
  return (await call('records.create', { ledger: spec.code, records: [record] })).ids;
}

/** The field that a fault speaks of, by its label; null where it speaks of none. */
function fieldOfFault({ fields }: LedgerSpec, thrown: unknown): string | null {
  if (!(thrown instanceof BridgeFault)) return null;
  const fault: FaultData = thrown.fault;
  const label = 'field' in fault.params ? fault.params.field : null;
  return fields.find((field) => field.label === label)?.code ?? null;
}
