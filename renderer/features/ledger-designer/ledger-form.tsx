/**
 * The ledger as a whole: what it is called, which field names its records, what tells two of one
 * name apart.
 */
import type { ReactElement } from 'react';
import type { OwnKind } from '../../../main/domain/ledgers/own-definition.ts';
import { fieldOptions, OneOf, Text, Tick } from './boxes.tsx';
import { designState, useDesign } from './store.ts';

const NAMING: readonly OwnKind[] = ['text', 'person', 'phone', 'long'];

export function LedgerForm(): ReactElement {
  const { draft, code } = useDesign();
  const others = draft.fields.filter((field) => !field.hidden && field.key !== draft.nameField);
  const tell = (key: string, on: boolean): void =>
    designState({
      ...draft,
      identity: on ? [...draft.identity, key] : draft.identity.filter((one) => one !== key),
    });
  return (
    <div className="ld-form">
      <Text
        label="台账名称"
        value={draft.label}
        placeholder="如散乱污企业"
        onType={(label) =>
          designState({
            ...draft,
            label,
            print: {
              ...draft.print,
              title: draft.print.title === draft.label ? label : draft.print.title,
            },
          })
        }
      />
      <Text
        label="单条记录的名称"
        value={draft.noun}
        placeholder="如家企业"
        hint="带量词，状态栏里说“3家企业”"
        onType={(noun) => designState({ ...draft, noun })}
      />
      <Text
        label="说明"
        wide
        value={draft.about}
        onType={(about) => designState({ ...draft, about })}
      />
      <OneOf
        label="名称字段"
        value={draft.nameField}
        options={fieldOptions(draft.fields, NAMING, null)}
        onChoose={(nameField) => designState({ ...draft, nameField })}
      />
      <OneOf
        label="编号字段"
        value={draft.codeField ?? ''}
        options={fieldOptions(draft.fields, ['text', 'phone'], '没有编号')}
        onChoose={(key) => designState({ ...draft, codeField: key === '' ? null : key })}
      />
      <fieldset className="wide ticks">
        <legend>同名记录的区分字段</legend>
        {others.map((field) => (
          <Tick
            key={field.key}
            label={field.label}
            checked={draft.identity.includes(field.key)}
            onTick={(on) => tell(field.key, on)}
          />
        ))}
        <small>再导入时，名称和这些都相同的算同一条。</small>
      </fieldset>
      {code === null ? null : (
        <div className="wide ticks">
          <Tick
            label="停用这本台账，记录均保留"
            checked={draft.retired}
            onTick={(retired) => designState({ ...draft, retired })}
          />
        </div>
      )}
    </div>
  );
}
