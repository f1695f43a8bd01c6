/**
 * Whom a project counts for: shares by preset or certificate, with its introducer always among
 * them.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import type { ProjectParts } from '../../../preload/contract/projects.ts';
import { creditsOf, introducerOf, setCredits } from '../../data/projects/projects.ts';
import { creditBasis } from '../../data/projects/project-parts.ts';
import type { Reader } from '../../data/open.ts';
import { unitByName } from '../../data/units/units.ts';
import {
  creditShareProblem,
  SPLITS,
  splitOf,
  type Share,
  type Split,
} from '../../domain/projects/credit.ts';
import { isDecimal, toScaled } from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import { command, type Book } from '../book/book.ts';
import { ledgerNamed, storedRow } from '../records/query.ts';

/** @throws Fault credit.shares, unit.unknown, record.missing */
export function setCredit(
  book: Book,
  input: {
    readonly id: number;
    readonly split: Split;
    readonly shares: readonly Share[];
    readonly certificate: string | null;
  },
): Saved {
  return command(book, '修改分成', ['project', 'arrival'], (writing) => {
    const { db } = writing;
    storedRow(db, ledgerNamed('project'), input.id);
    const unreadable = input.shares.find((one) => !isDecimal(one.percent));
    const problem =
      unreadable === undefined
        ? creditShareProblem(
            introducerOf(db, input.id),
            input.shares,
            input.split,
            input.certificate,
          )
        : `比例“${unreadable.percent}”无法识别，要填一个数`;
    if (problem !== null) throw new Fault('credit.shares', { problem });
    const credits = input.shares.map(({ unit, percent }) => {
      const found = unitByName(db, unit);
      if (found === null) throw new Fault('unit.unknown', { name: unit });
      return { unit: found.id, share: Number(toScaled(percent, 2).scaled) };
    });
    const certificate = input.split === 'certificate' ? (input.certificate ?? '').trim() : null;
    setCredits(writing, input.id, credits, { basis: input.split, certificate });
    return { change: writing.change, ids: [input.id] };
  });
}

export function creditOf(db: Reader, project: number): ProjectParts['credit'] {
  const shares = creditsOf(db, project);
  const { basis, certificate } = creditBasis(db, project);
  return {
    introducer: introducerOf(db, project),
    shares,
    split: splitOf(basis ?? '')?.value ?? splitLike(shares),
    certificate,
  };
}

/** The preset that imported shares are like; any other shares stand as the office's papers say. */
function splitLike(shares: readonly Share[]): Split {
  if (shares.length < 2) return 'alone';
  return (
    SPLITS.find(
      (one) =>
        one.shares !== null &&
        one.shares.length === shares.length &&
        one.shares.every((percent, at) => percent === shares[at]?.percent),
    )?.value ?? 'certificate'
  );
}
