/**
 * Where a record stands: the status field, the moves that are allowed between its choices, what
 * counts as done; and the deadline that is reminded of.
 */
import type { ReactElement } from 'react';
import { fieldOptions, OneOf, Tick } from './boxes.tsx';
import { designState, useDesign } from './store.ts';

export function StatusForm(): ReactElement {
  const { draft } = useDesign();
  const { status, reminder, fields } = draft;
  const choices = fields.find((field) => field.key === status?.field)?.choices ?? [];
  const setField = (key: string): void =>
    designState({ ...draft, status: key === '' ? null : { field: key, moves: {}, closed: [] } });
  const orNull = (key: string): string | null => (key === '' ? null : key);
  return (
    <div className="ld-form">
      <OneOf
        label="状态字段"
        wide
        value={status?.field ?? ''}
        options={fieldOptions(fields, ['choice'], '没有状态')}
        onChoose={setField}
      />
      {status === null ? null : choices.length === 0 ? (
        <p className="wide muted">
          这个字段尚无选项。请先在“字段”中填写，如未整治、整治中、已取缔。
        </p>
      ) : (
        <Moves choices={choices} />
      )}
      <OneOf
        label="到期提醒所依据的日期"
        value={reminder?.deadline ?? ''}
        options={fieldOptions(fields, ['date', 'month'], '不提醒')}
        onChoose={(key) =>
          designState({
            ...draft,
            reminder: key === '' ? null : { unit: null, person: null, ...reminder, deadline: key },
          })
        }
      />
      {reminder === null ? null : (
        <>
          <OneOf
            label="提醒哪个单位"
            value={reminder.unit ?? ''}
            options={fieldOptions(fields, ['unit'], '不写单位')}
            onChoose={(key) =>
              designState({ ...draft, reminder: { ...reminder, unit: orNull(key) } })
            }
          />
          <OneOf
            label="提醒谁"
            value={reminder.person ?? ''}
            options={fieldOptions(fields, ['person', 'text'], '不写人')}
            onChoose={(key) =>
              designState({ ...draft, reminder: { ...reminder, person: orNull(key) } })
            }
          />
        </>
      )}
    </div>
  );
}

/** A choice without any tick may go to every other one. */
function Moves({ choices }: { readonly choices: readonly string[] }): ReactElement | null {
  const { draft } = useDesign();
  const { status } = draft;
  if (status === null) return null;
  const allow = (from: string, to: string, on: boolean): void => {
    const allowed = on
      ? [...(status.moves[from] ?? []), to]
      : (status.moves[from] ?? []).filter((one) => one !== to);
    const others = Object.fromEntries(
      Object.entries(status.moves).filter(([choice]) => choice !== from),
    );
    designState({
      ...draft,
      status: { ...status, moves: allowed.length === 0 ? others : { ...others, [from]: allowed } },
    });
  };
  const close = (choice: string, on: boolean): void =>
    designState({
      ...draft,
      status: {
        ...status,
        closed: on ? [...status.closed, choice] : status.closed.filter((one) => one !== choice),
      },
    });
  return (
    <table className="wide ld-moves">
      <thead>
        <tr>
          <th>现在是</th>
          <th>可以改成（均不勾选即不限）</th>
          <th>已办结</th>
        </tr>
      </thead>
      <tbody>
        {choices.map((from) => (
          <tr key={from}>
            <td>{from}</td>
            <td>
              {choices
                .filter((to) => to !== from)
                .map((to) => (
                  <label key={to} className="tick">
                    <input
                      type="checkbox"
                      aria-label={`${from}可以改成${to}`}
                      checked={status.moves[from]?.includes(to) === true}
                      onChange={(event) => allow(from, to, event.target.checked)}
                    />
                    {to}
                  </label>
                ))}
            </td>
            <td>
              <Tick
                label={`${from}视为办结`}
                checked={status.closed.includes(from)}
                onTick={(on) => close(from, on)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
