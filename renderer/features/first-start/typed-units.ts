/** The units that somebody typed or pasted at the first start. */
import { kindOfName } from '../../../main/domain/ledgers/unit.ts';
import type { ProposedUnit } from '../../../preload/contract/units.ts';

const HEADINGS = new Set(['单位', '单位名称', '名称', '乡镇', '序号', '合计']);

/**
 * One name a line; of a block pasted from Excel the first column that is no 序号, without its
 * heads. Each once.
 */
export function typedUnits(text: string): ProposedUnit[] {
  const first = (line: string): string =>
    line
      .split('\t')
      .map((cell) => cell.trim())
      .find((cell) => cell !== '' && !/^[\d.]+$/.test(cell)) ?? '';
  const names = [
    ...new Set(
      text
        .split(/[\n、，,；;]+/)
        .map(first)
        .filter((name) => name !== '' && !HEADINGS.has(name)),
    ),
  ];
  return names.map((name) => {
    const kind = kindOfName(name);
    return { name, kind: kind === 'county' ? 'department' : kind, aliases: [] };
  });
}
