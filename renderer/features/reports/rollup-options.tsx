/**
 * Of the roll-up of any ledger: which ledger, by what its records are told apart, and which figures
 * are summed.
 */
import { Checkbox, Select } from 'antd';
import type { ReactElement } from 'react';
import { addsUp, isGroupable, type Field } from '../../../main/domain/ledgers/field.ts';
import type { AnyCode } from '../../../main/domain/ledgers/index.ts';
import type { TableOptions } from '../../../preload/contract/tables.ts';
import { allLedgers, useLedger, useOwnLedgers } from '../../stores/ledgers.ts';
import { OptionLine } from './line.tsx';
import { withoutOption } from './year-options.tsx';

const choiceOf = ({ code, label }: Field) => ({ value: code, label });
const none = (label: string) => ({ value: '', label });

export function RollupOptions({
  options,
  onChange,
}: {
  readonly options: TableOptions;
  readonly onChange: (options: TableOptions) => void;
}): ReactElement {
  const ledgers = allLedgers(useOwnLedgers(({ own }) => own));
  const code = options.ledger ?? 'project';
  const fields = useLedger(code)?.fields ?? [];
  const groups = fields.filter(isGroupable).map(choiceOf);
  const sums = fields.filter(addsUp).map(choiceOf);
  const [first = groups[0]?.value ?? '', second = ''] = options.dimensions ?? [];
  // what was chosen of one ledger says nothing about another
  const turn = (ledger: AnyCode): void =>
    onChange({
      ...withoutOption(withoutOption(withoutOption(options, 'dimensions'), 'across'), 'columns'),
      ledger,
      filters: [],
    });
  const put = (dimensions: readonly string[]): void =>
    onChange({ ...options, dimensions: dimensions.filter((one) => one !== '') });
  return (
    <>
      <OptionLine label="台账">
        <Select<AnyCode>
          aria-label="哪本台账"
          value={code}
          options={ledgers.map((one) => ({ value: one.code, label: one.ledger.label }))}
          onChange={turn}
        />
      </OptionLine>
      <OptionLine label="按行">
        <Select
          aria-label="按行"
          value={first}
          options={groups}
          onChange={(next: string) => put([next, second === next ? '' : second])}
        />
      </OptionLine>
      <OptionLine label="再按">
        <Select
          aria-label="再按"
          value={second}
          options={[none('不再分'), ...groups.filter((one) => one.value !== first)]}
          onChange={(next: string) => put([first, next])}
        />
      </OptionLine>
      <OptionLine label="按列">
        <Select
          aria-label="按列"
          value={options.across ?? ''}
          options={[none('不横排'), ...groups]}
          onChange={(next: string) =>
            onChange(next === '' ? withoutOption(options, 'across') : { ...options, across: next })
          }
        />
      </OptionLine>
      {sums.length === 0 ? null : (
        <>
          <h2>合计哪些</h2>
          <Checkbox.Group
            className="rp-columns"
            aria-label="合计哪些"
            value={[...(options.columns ?? sums.map((one) => one.value))]}
            options={sums}
            onChange={(chosen: string[]) =>
              onChange({
                ...options,
                columns: sums.map((one) => one.value).filter((one) => chosen.includes(one)),
              })
            }
          />
        </>
      )}
    </>
  );
}
