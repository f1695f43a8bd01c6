/** 回到这一刻: whatever was done, undone and done again, the book is what it was at the moment; and going back can itself be taken back. */
import { expect, test } from 'vitest';
import type { Book } from '../../main/services/book/book.ts';
import { lastChange } from '../../main/data/records/history.ts';
import { createRecord, editRecords, removeRecords } from '../../main/services/records/edit.ts';
import {
  goBackTo,
  redoChange,
  takeBackListed,
  undoChange,
} from '../../main/services/records/undo.ts';
import { Fault } from '../../main/domain/fault.ts';
import { contentOf, testBook } from '../helpers/book.ts';

const RUNS = 6;
const OPERATIONS = 40;

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One thing that a user does; an undo that is refused does nothing. */
function operate(book: Book, next: () => number, at: number): void {
  const ids = book.db.prepare('SELECT id FROM project ORDER BY id').pluck().all() as number[];
  const id = ids[Math.floor(next() * ids.length)];
  const kind = next();
  try {
    if (id === undefined || kind < 0.3)
      createRecord(book, 'project', [{ name: `项目${at}`, introducer: '招商局' }]);
    else if (kind < 0.6)
      editRecords(book, 'project', [{ id, field: 'total_investment', value: `${at}万元` }]);
    else if (kind < 0.7) removeRecords(book, 'project', [id]);
    else if (kind < 0.88) undoChange(book);
    else redoChange(book);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}

test(`${RUNS} runs of ${OPERATIONS} operations: each moment can be gone back to, and come back from`, () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const next = random(seed);
    const book = testBook(['招商局']);
    const moments = new Map([[lastChange(book.db), contentOf(book.db)]]);
    for (let at = 1; at <= OPERATIONS; at += 1) {
      operate(book, next, at);
      moments.set(lastChange(book.db), contentOf(book.db));
    }
    for (let back = 0; back < 4; back += 1) {
      const here = contentOf(book.db);
      const earlier = [...moments.keys()].filter((one) => one !== lastChange(book.db));
      const moment = earlier[Math.floor(next() * earlier.length)] ?? 0;
      goBackTo(book, moment);
      expect([seed, moment, contentOf(book.db)]).toEqual([seed, moment, moments.get(moment)]);
      if (next() < 0.5) {
        takeBackListed(book, lastChange(book.db));
        expect([seed, moment, contentOf(book.db)]).toEqual([seed, moment, here]);
      }
      moments.set(lastChange(book.db), contentOf(book.db));
    }
  }
});
