/**
 * Milestones as lines that are typed in, of a project or a task: lamp, boxes, and a way to take a
 * line out.
 */
import type { ReactElement } from 'react';
import type { MilestoneLamp } from '../../../../main/domain/projects/milestones.ts';
import { MILESTONE_LAMPS } from '../../../format/milestone.ts';

type TypedLine<Part extends string> = {
  readonly id: number | null;
  readonly lamp: MilestoneLamp;
} & { readonly [P in Part]: string };

/** `parts`: what is typed of a line, each with its head. */
export function MilestoneLines<Part extends string, Line extends TypedLine<Part>>({
  parts,
  lines,
  onLines,
}: {
  readonly parts: readonly (readonly [Part, string])[];
  readonly lines: readonly Line[];
  readonly onLines: (lines: readonly Line[]) => void;
}): ReactElement {
  return (
    <table className="lg-table lg-lines">
      <thead>
        <tr>
          <th aria-label="状态" />
          {parts.map(([part, label]) => (
            <th key={part}>{label}</th>
          ))}
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={line.id ?? `new ${at}`}>
            <td
              className={`lamp ${line.lamp}`}
              title={MILESTONE_LAMPS[line.lamp].word}
              aria-label={MILESTONE_LAMPS[line.lamp].word}
            >
              {MILESTONE_LAMPS[line.lamp].shape}
            </td>
            {parts.map(([part, label]) => (
              <td key={part}>
                <input
                  aria-label={`${label}${at + 1}`}
                  value={line[part]}
                  onChange={(event) =>
                    onLines(lines.with(at, { ...line, [part]: event.target.value }))
                  }
                />
              </td>
            ))}
            <td className="acts">
              <button
                type="button"
                aria-label={`去掉节点${at + 1}`}
                onClick={() => onLines(lines.toSpliced(at, 1))}
              >
                ✕
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
