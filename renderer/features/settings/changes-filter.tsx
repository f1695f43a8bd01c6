/** What is picked out of 修改记录: by whom, about what, between which days, with which words. */
import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import {
  CHANGE_KIND_NAMES,
  CHANGE_KINDS,
  type ChangesWanted,
} from '../../../main/domain/change-line.ts';
import { useSession } from '../../stores/session.ts';

/** who a change is by where nobody had said their name */
const NOBODY = '本机';

export function ChangesFilter({
  wanted,
  onWant,
}: {
  readonly wanted: ChangesWanted;
  readonly onWant: (wanted: ChangesWanted) => void;
}): ReactElement {
  const operators = useSession(({ session }) => session?.operators) ?? [];
  const day = (label: string, at: 'from' | 'to'): ReactElement => (
    <Input
      type="date"
      prefix={label.slice(0, 1)}
      aria-label={label}
      value={wanted[at] ?? ''}
      onChange={(event) => onWant({ ...wanted, [at]: event.target.value || undefined })}
    />
  );
  return (
    <div className="body changes-filter">
      <Select
        allowClear
        aria-label="谁改的"
        placeholder="谁改的"
        value={wanted.who ?? null}
        onChange={(who: string | null | undefined) => onWant({ ...wanted, who: who ?? undefined })}
        options={[...new Set([...operators, NOBODY])].map((value) => ({ value, label: value }))}
      />
      <Select
        allowClear
        aria-label="改的是什么"
        placeholder="改的是什么"
        value={wanted.kind ?? null}
        onChange={(kind: ChangesWanted['kind'] | null) =>
          onWant({ ...wanted, kind: kind ?? undefined })
        }
        options={CHANGE_KINDS.map((value) => ({ value, label: CHANGE_KIND_NAMES[value] }))}
      />
      {day('从哪天', 'from')}
      {day('到哪天', 'to')}
      <Input
        allowClear
        aria-label="查找修改"
        placeholder="按修改内容查找"
        value={wanted.text}
        onChange={(event) => onWant({ ...wanted, text: event.target.value })}
      />
    </div>
  );
}
