/** Taking back what the office decided, and what stands in the way of taking back. */
import { expect, test } from 'vitest';
import { lastChange } from '../../main/data/records/history.ts';
import { closeMonth } from '../../main/services/progress/closing.ts';
import { rulesOf, setRules } from '../../main/services/progress/progress-rules.ts';
import { reopenMonth } from '../../main/services/progress/reopening.ts';
import { bookRates, saveRates } from '../../main/services/records/rates.ts';
import { redoChange, takeBackListed, undoChange } from '../../main/services/records/undo.ts';
import { contentOf, testBook } from '../helpers/book.ts';

test('what the office decides is taken back and done again like any row, and named', () => {
  const book = testBook(['招商局']);
  const before = bookRates(book);
  saveRates(book, {
    rule: 'day',
    list: [{ currency: 'USD', year: 2012, date: null, rate: '6.48' }],
  });
  expect(undoChange(book).label).toBe('修改汇率');
  expect(bookRates(book)).toEqual(before);
  redoChange(book);
  expect(bookRates(book).rule).toBe('day');
  const rules = rulesOf(book.db);
  setRules(book, { ...rules, denominator: 'stretch' });
  const strict = lastChange(book.db);
  setRules(book, { ...rules, denominator: 'upper' });
  // the rule was set once more since: the older decision cannot go alone
  expect(() => takeBackListed(book, strict)).toThrow(
    expect.objectContaining({ code: 'undo.changedLater', params: { record: '考核口径' } }),
  );
  undoChange(book);
  undoChange(book);
  expect(rulesOf(book.db)).toEqual(rules);
});

test('a month that was reopened and closed anew: the reopening cannot be taken back, in one sentence', () => {
  const book = testBook(['招商局']);
  closeMonth(book, { year: 2012, month: 3, note: null });
  reopenMonth(book, { year: 2012, month: 3, reason: '漏报' });
  const reopened = lastChange(book.db);
  closeMonth(book, { year: 2012, month: 3, note: null });
  const here = contentOf(book.db);
  expect(() => takeBackListed(book, reopened)).toThrow(
    expect.objectContaining({ code: 'undo.changedLater', params: { record: '关账' } }),
  );
  expect(contentOf(book.db)).toEqual(here);
});
