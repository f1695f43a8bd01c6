/** 各项一览: everyone of each group by place, all items side by side; a figure opens its reason. */
import type { ReactElement } from 'react';
import type { ScoreSheet } from '../../../../preload/contract/scoring.ts';
import { chooseWho, showView } from '../shared/store.ts';

const byPlace = (
  a: { readonly place: number | null },
  b: { readonly place: number | null },
): number => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY);

export function ScoreMatrix({ sheet }: { readonly sheet: ScoreSheet }): ReactElement {
  const open = (key: string): void => {
    chooseWho(key);
    showView('one');
  };
  return (
    <div className="sc-matrix" role="region" aria-label="各项一览">
      {sheet.groups.map((group) => (
        <table key={group.name} className="plain" aria-label={group.name}>
          <thead>
            <tr>
              <th>名次</th>
              <th className="who">{group.name}</th>
              {(group.scores[0]?.items ?? []).map((item) => (
                <th key={item.item} className="n">
                  {item.name}
                </th>
              ))}
              <th className="n">合计</th>
              <th>等次</th>
            </tr>
          </thead>
          <tbody>
            {[...group.scores].sort(byPlace).map((score) => (
              <tr key={score.key}>
                <td className="c strong">{score.place ?? '—'}</td>
                <td className="who">
                  <button type="button" className="link" onClick={() => open(score.key)}>
                    {score.name}
                  </button>
                </td>
                {score.items.map((item) => (
                  <td
                    key={item.item}
                    className={`n ${item.points?.startsWith('-') === true ? 'neg' : ''}`}
                  >
                    <button
                      type="button"
                      className="link plain-text"
                      aria-label={`${score.name}${item.name}${item.points ?? '没有得分'}：${item.reason}`}
                      title={item.reason}
                      onClick={() => open(score.key)}
                    >
                      {item.points?.replace('-', '−') ?? '—'}
                    </button>
                  </td>
                ))}
                <td className="n strong">{score.total.replace('-', '−')}</td>
                <td className={score.veto === null ? '' : 'neg'}>
                  {score.veto === null ? score.grade : '否决'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
