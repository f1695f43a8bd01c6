/**
 * 试算改动了哪些得分: every figure that the tried scheme moves, unit by unit and item by item, the
 * largest first.
 */
import type { ReactElement } from 'react';
import { compare, subtract } from '../../../../main/domain/exact/decimal.ts';
import type { Contender } from './lineup.ts';
import { signedScoreText } from './signed.ts';
import { chooseWho } from '../shared/store.ts';

export function Changes({ people }: { readonly people: readonly Contender[] }): ReactElement {
  const size = (difference: string): string => difference.replace('-', '');
  const lines = people
    .flatMap((one) =>
      (one.tried?.items ?? []).map((item) => ({
        one,
        ...item,
        difference: subtract(item.after ?? '0', item.before ?? '0'),
      })),
    )
    .sort((a, b) => compare(size(b.difference), size(a.difference)));
  const moved = people.filter(
    (one) => one.place !== null && one.tried !== null && one.place !== one.tried.place,
  ).length;
  return (
    <section className="sc-changes" aria-label="试算改动了哪些得分">
      <h3>
        试算改动了哪些得分{' '}
        <small>
          {lines.length === 0 ? '没有改动' : `${lines.length}项，按增减排；名次有变的${moved}个`}
        </small>
      </h3>
      {lines.length === 0 ? null : (
        <table className="plain">
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.one.key} ${line.name}`}>
                <td>
                  <button type="button" className="link" onClick={() => chooseWho(line.one.key)}>
                    {line.one.name}
                  </button>
                </td>
                <td>{line.name}</td>
                <td className="n">{line.before?.replace('-', '−') ?? '—'}</td>
                <td className="n">{line.after?.replace('-', '−') ?? '—'}</td>
                <td className={`n ${line.difference.startsWith('-') ? 'neg' : 'pos'}`}>
                  {signedScoreText(line.difference)}
                </td>
                <td>{line.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
