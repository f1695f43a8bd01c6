/** A list in memory that answers like the core: sorted, filtered and grouped pages, edits, undo. */
import { add, round } from '../../../main/domain/exact/decimal.ts';
import type {
  GridColumn,
  GridEdit,
  GridGroup,
  GridRow,
  GridSort,
} from '../../../renderer/ui/grid/model.ts';

const STAGES = ['签约', '在建', '投产'] as const;
const NATURES = ['新建', '扩建', '搬迁'] as const;

const text = (row: GridRow, code: string): string =>
  typeof row[code] === 'string' ? row[code] : '';
const comma = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

function column(
  code: string,
  path: readonly string[],
  width: number,
  rest: Partial<GridColumn> = {},
): GridColumn {
  const show = (row: GridRow): string => text(row, code);
  return {
    code,
    path,
    width,
    align: 'left',
    frozen: false,
    editable: true,
    text: show,
    editText: show,
    figure: () => null,
    ...rest,
  };
}

function figures(code: string, path: readonly string[]): GridColumn {
  return column(code, path, 80, {
    align: 'right',
    measure: '万元',
    text: (row) => comma(text(row, code)),
    figure: (row) => (/^-?[\d.]+$/.test(text(row, code)) ? text(row, code) : null),
  });
}

export const columns: readonly GridColumn[] = [
  column('name', ['项目名称'], 200, { frozen: true }),
  column('company', ['投资方'], 138),
  column('nature', ['性质'], 62, {
    align: 'center',
    choices: NATURES.map((label) => ({ value: label, label })),
  }),
  figures('total', ['投资情况（万元）', '总投资']),
  figures('planned', ['投资情况（万元）', '年度计划']),
  figures('year', ['投资情况（万元）', '完成投资', '本年']),
  figures('sofar', ['投资情况（万元）', '完成投资', '累计']),
  column('arrived', ['投资情况（万元）', '到位资金'], 80, {
    align: 'right',
    editable: false,
    text: (row) => text(row, 'arrived'),
  }),
  ...Array.from({ length: 32 }, (_, index) => column(`f${index}`, [`备用${index + 1}`], 90)),
];

function rowOf(index: number): Record<string, unknown> & { id: number } {
  const row: Record<string, unknown> & { id: number } = {
    id: index + 1,
    name: `项目${index + 1}`,
    company: `公司${index % 97}`,
    nature: NATURES[index % 3],
    stage: STAGES[index % 3],
  };
  row['total'] = String(10_000 + index);
  for (const code of ['planned', 'year', 'sofar', 'arrived'])
    row[code] = String((index * 7) % 5000);
  for (let field = 0; field < 32; field += 1) row[`f${field}`] = `${field}-${index}`;
  return row;
}

export interface Query {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: readonly GridSort[];
  readonly grouped: boolean;
}

export class Memory {
  #rows: (Record<string, unknown> & { id: number })[];
  #undo: GridEdit[][] = [];
  #redo: GridEdit[][] = [];
  /** every batch that the grid sent */
  readonly batches: (readonly GridEdit[])[] = [];

  constructor(count: number) {
    this.#rows = Array.from({ length: count }, (_, index) => rowOf(index));
  }

  select({ filters, sort, grouped }: Query): GridRow[] {
    const wanted = Object.entries(filters).filter(([, typed]) => typed !== '');
    const rows =
      wanted.length === 0
        ? [...this.#rows]
        : this.#rows.filter((row) =>
            wanted.every(([code, typed]) => text(row, code).includes(typed)),
          );
    const [by] = sort;
    if (by !== undefined)
      rows.sort(
        (a, b) =>
          text(a, by.field).localeCompare(text(b, by.field), 'zh', { numeric: true }) *
          (by.descending ? -1 : 1),
      );
    return grouped ? STAGES.flatMap((stage) => rows.filter((row) => row['stage'] === stage)) : rows;
  }

  groups(rows: readonly GridRow[]): GridGroup[] {
    return STAGES.map((stage) => {
      const inside = rows.filter((row) => row['stage'] === stage);
      return {
        id: stage,
        label: stage,
        count: inside.length,
        figures: { total: comma(totalOf(inside, 'total')) },
      };
    });
  }

  edit(edits: readonly GridEdit[]): void {
    this.batches.push(edits);
    const bad = edits.find(
      (edit) => edit.field === 'total' && edit.value !== null && !/^[\d,.]+$/.test(edit.value),
    );
    if (bad !== undefined) throw new Error(`“${bad.value ?? ''}”不是一个数。`);
    this.#undo.push(this.#apply(edits));
    this.#redo = [];
  }

  undo(): void {
    const last = this.#undo.pop();
    if (last !== undefined) this.#redo.push(this.#apply(last));
  }

  redo(): void {
    const last = this.#redo.pop();
    if (last !== undefined) this.#undo.push(this.#apply(last));
  }

  value(id: number, field: string): unknown {
    return this.#rows[id - 1]?.[field];
  }

  /** answers the edits that would take these back */
  #apply(edits: readonly GridEdit[]): GridEdit[] {
    return edits.map(({ id, field, value }) => {
      const row = this.#rows[id - 1];
      const before = row?.[field];
      if (row !== undefined)
        this.#rows[id - 1] = { ...row, [field]: value?.replaceAll(',', '') ?? null };
      return { id, field, value: typeof before === 'string' ? before : null };
    });
  }
}

export function totalOf(rows: readonly GridRow[], code: string): string {
  return round(
    rows.reduce((sum, row) => add(sum, text(row, code) || '0'), '0'),
    0,
  );
}
