/**
 * What one column of one row was, change by change: who wrote it, by which import, and what stood
 * there before.
 */
import { imageIn } from '../kept/texts.ts';
import type { AuditedTable } from '../audited-tables.ts';
import type { Reader } from '../open.ts';
import { askRows, oneOf, shape } from '../rows.ts';
import { LONGEST_RUN } from '../write.ts';

export interface PastValue {
  readonly change: number;
  readonly at: string;
  readonly who: string;
  /** what the change was called: 填报, 更正, 导入… */
  readonly label: string;
  readonly import: number | null;
  readonly file: string | null;
  readonly isUndo: boolean;
  /** as stored */
  readonly before: string | null;
  readonly after: string | null;
}

const STEP = shape({
  change: 'integer',
  at: 'text',
  who: 'text',
  label: 'text',
  import: 'integer?',
  file: 'text?',
  undoes: 'integer?',
  operation: oneOf(['created', 'changed', 'removed']),
  before: 'text?',
  after: 'text?',
});

/** Oldest first; `now`: what stands there. Steps that left the column as it was are none. */
export function pastOf(
  db: Reader,
  table: AuditedTable,
  id: number,
  column: string,
  now: string | null,
): readonly PastValue[] {
  const steps = askRows(
    db,
    STEP,
    `WITH mine AS (
       SELECT id FROM audit WHERE "table" = :table AND row_id = :id
       UNION ALL SELECT id FROM audit WHERE "table" = :table AND last_id > row_id AND row_id BETWEEN :id - ${LONGEST_RUN - 1} AND :id - 1 AND last_id >= :id)
     SELECT change.id AS change, change.at, change.who, change.label, import.id AS import, import.file, change.undoes, operation, before, after
     FROM mine JOIN audit ON audit.id = mine.id JOIN change ON change.id = audit.change_id
     LEFT JOIN import ON import.change_id = change.id ORDER BY audit.id`,
    { table, id },
  );
  const written = steps.map((step) => ({
    ...step,
    held: imageIn(step.before, '修改记录'),
    put: imageIn(step.after, '修改记录'),
  }));
  // a row that is made leaves no image: what it held is what the next step found
  const foundAfter = (at: number): string | null => {
    const next = written.slice(at + 1).find(({ held }) => column in held);
    return next === undefined ? now : (next.held[column] ?? null);
  };
  return written.flatMap(({ operation, held, put, undoes, ...step }, at): PastValue[] => {
    if (operation === 'changed' && !(column in put)) return [];
    const before = operation === 'created' ? null : (held[column] ?? null);
    const after =
      operation === 'created'
        ? foundAfter(at)
        : operation === 'removed'
          ? null
          : (put[column] ?? null);
    return before === after ? [] : [{ ...step, isUndo: undoes !== null, before, after }];
  });
}

const WHY = shape({ change: 'integer', reason: 'text', document: 'text?' });
/** Why a closed month's figure was corrected, by the change that did it. */
export function correctionReasons(
  db: Reader,
  at: {
    readonly year: number;
    readonly month: number;
    readonly indicator: number;
    readonly unit: number;
  },
): ReadonlyMap<number, string> {
  const rows = askRows(
    db,
    WHY,
    `SELECT audit.change_id AS change, correction.reason, correction.document FROM correction
     JOIN audit ON audit."table" = 'correction' AND audit.operation = 'created' AND correction.id BETWEEN audit.row_id AND audit.last_id
     WHERE year = :year AND month = :month AND indicator_id = :indicator AND unit_id = :unit`,
    { ...at },
  );
  return new Map(
    rows.map(({ change, reason, document }) => [
      change,
      document === null ? reason : `${reason}（${document}）`,
    ]),
  );
}
