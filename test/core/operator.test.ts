/**
 * 经办人: several colleagues share a PC, and each change carries the name of the one who sat there.
 */
import { expect, test } from 'vitest';
import { testSession } from '../helpers/session.ts';

test('a change carries the name that was given before it, until another is given', async () => {
  const { ask } = await testSession();
  const add = (name: string): Promise<unknown> =>
    ask('records.create', { ledger: 'rectification', records: [{ problem: name }] });
  const namesOfChanges = async (): Promise<readonly string[]> =>
    (await ask('changes.list', { before: 0, limit: 50, text: '' })).map(({ who }) => who).reverse();

  await ask('session.setOperator', { name: '王敏' });
  await add('一号问题');
  await ask('session.setOperator', { name: ' 李强 ' });
  await add('二号问题');
  expect((await ask('session.setOperator', { name: '王敏' })).operators).toEqual(['王敏', '李强']);
  await add('三号问题');

  // the first change is the book's own beginning, before anybody gave a name
  expect(await namesOfChanges()).toEqual(['本机', '王敏', '李强', '王敏']);
});

test.each(['', '  ', '长'.repeat(21), '王敏\n李强'])('%j is no name', async (name) => {
  const { ask } = await testSession();
  await expect(ask('session.setOperator', { name })).rejects.toMatchObject({
    code: 'input.invalid',
  });
  expect((await ask('session.get', {})).operators).toEqual([]);
});
