/**
 * 将变更的记录: one record at a time, what stands in the ledger and what would stand there, with
 * the cell it comes from.
 */
import { Button } from 'antd';
import { useState } from 'react';
import type { ImportDraft, DraftRowName } from '../../../../preload/contract/imports.ts';
import { changeLabel, valueText } from '../draft/changes.ts';
import { placeText } from '../draft/places.ts';
import { goTo } from '../draft/store.ts';

function goToCell(place: Pick<DraftRowName, 'file' | 'sheet'>, cell: string): void {
  const [, column, row] = /^([A-Z]+)(\d+)/.exec(cell) ?? [];
  if (column !== undefined && row !== undefined) goTo({ ...place, row: Number(row) }, column);
}

export function ChangeDock({ draft }: { readonly draft: ImportDraft }) {
  const [wanted, setWanted] = useState(0);
  const { changes, ledger } = draft;
  const at = Math.min(wanted, changes.length - 1);
  const change = changes[at];
  if (change === undefined) return null;
  return (
    <section className="imp-dock" aria-label="将变更的记录">
      <div className="imp-side-head">
        <b>将变更的记录</b>
        <small>
          {at + 1} / {changes.length}　{change.record}　{placeText(draft, change)}
        </small>
        <span className="imp-push" />
        <Button type="link" size="small" disabled={at === 0} onClick={() => setWanted(at - 1)}>
          上一条
        </Button>
        <Button
          type="link"
          size="small"
          disabled={at === changes.length - 1}
          onClick={() => setWanted(at + 1)}
        >
          下一条
        </Button>
      </div>
      <div className="imp-dock-rows">
        <table>
          <tbody>
            {change.fields.map((one) => (
              <tr key={`${one.field}${one.cell}`}>
                <th scope="row">{changeLabel(draft, change, one)}</th>
                <td className="is-before">{valueText(ledger, one.field, one.before)}</td>
                <td className="is-arrow">→</td>
                <td className="is-after">{valueText(ledger, one.field, one.after)}</td>
                <td className="is-cell">
                  <button type="button" onClick={() => goToCell(change, one.cell)}>
                    {one.cell}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
