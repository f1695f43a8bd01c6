/**
 * 考核: the year's scheme, what it gives each unit and person with the reason of every point, a
 * trial beside it, publication and rewards.
 */
import { Button, Segmented, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { monthShown, showMonth, usePeriod } from '../../stores/period.ts';
import { printTable } from '../../stores/print.ts';
import { useYear } from '../../stores/session.ts';
import '../../ui/sheet-page.css';
import '../../ui/side.css';
import { BeginDialog } from './scheme/begin.tsx';
import { EventDialog } from './scores/event-dialog.tsx';
import { lastOf, periodChoices, scorePeriodOf } from './scores/periods.ts';
import { PublishDialog } from './scores/publish.tsx';
import { Published } from './scores/published.tsx';
import { RewardsPart } from './rewards/part.tsx';
import { SchemeEditor } from './scheme/editor.tsx';
import { Scores } from './scores/scores.tsx';
import {
  choosePeriodKind,
  draftScheme,
  openPart,
  PARTS,
  showView,
  useScoring,
  type ScoresView,
} from './shared/store.ts';
import './scoring.css';

const AREAS = ['score', 'figure', 'target', 'indicator', 'unit', 'session'] as const;
type Dialog = 'event' | 'publish' | null;

export function ScoringPage(): ReactElement | null {
  const year = useYear();
  const { part, kind, draft, view } = useScoring();
  const [dialog, setDialog] = useState<Dialog>(null);
  const chosen = usePeriod(({ months }) => months[year]);
  const { value: months } = useCall('progress.months', { year }, AREAS);
  const { value: rules } = useCall('progress.rules', {}, AREAS);
  const { value: saved, fault, fresh } = useCall('schemes.get', { year }, AREAS);
  if (fault !== null)
    return (
      <p className="empty-page" role="alert">
        {faultText(fault)}
      </p>
    );
  if (months === null || rules === null || (saved === null && !fresh)) return null;
  const period = { year, kind, month: lastOf(kind, monthShown(chosen, months)) };
  const tried = draft?.year === year ? draft : null;
  const pick = (value: string): void => {
    const { kind: next, month } = scorePeriodOf(value);
    choosePeriodKind(next);
    showMonth(year, month);
  };
  return (
    <section className="sp sc" aria-label="考核">
      <div className="sp-head">
        <h1>考核</h1>
        <Segmented aria-label="内容" value={part} options={[...PARTS]} onChange={openPart} />
        {part === 'scores' ? (
          <Select
            aria-label="期间"
            value={`${kind}-${period.month}`}
            options={periodChoices(year, rules.firstMonth).map((one) => ({
              label: one.label,
              options: [...one.options],
            }))}
            popupMatchSelectWidth={false}
            onChange={pick}
          />
        ) : null}
        {part === 'scores' && saved !== null && tried === null ? (
          <Segmented<ScoresView>
            aria-label="显示方式"
            value={view}
            options={[
              { value: 'one', label: '逐个看' },
              { value: 'all', label: '各项一览' },
            ]}
            onChange={showView}
          />
        ) : null}
        {tried === null ? (
          <span className="sub">
            {saved === null ? '' : `${saved.scheme.name}，第${saved.number}版`}
          </span>
        ) : (
          <span className="badge warn">
            {part === 'scores' ? '试算中，办法没有保存' : '办法改了，没有保存'}
          </span>
        )}
        <span className="push" />
        {part === 'scores' && saved !== null ? (
          <>
            <Button onClick={() => setDialog('event')}>登记事项</Button>
            <Button
              onClick={() => printTable('scores', { year, month: period.month, period: kind })}
            >
              得分表
            </Button>
            <Button
              onClick={() =>
                printTable('score-details', { year, month: period.month, period: kind })
              }
            >
              明细表
            </Button>
            <Button type="primary" disabled={tried !== null} onClick={() => setDialog('publish')}>
              公布得分
            </Button>
          </>
        ) : null}
      </div>
      {part === 'rewards' ? (
        <RewardsPart year={year} />
      ) : saved === null && tried === null ? (
        <Nothing year={year} />
      ) : part === 'published' ? (
        <Published year={year} />
      ) : part === 'scheme' ? (
        <SchemeEditor year={year} saved={saved} />
      ) : (
        <Scores period={period} saved={saved?.scheme ?? null} tried={tried} />
      )}
      {dialog === 'event' && saved !== null ? (
        <EventDialog scheme={saved.scheme} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'publish' ? (
        <PublishDialog period={period} onClose={() => setDialog(null)} />
      ) : null}
    </section>
  );
}

/** No scheme yet: three ways to one. */
function Nothing({ year }: { readonly year: number }): ReactElement {
  const [begin, setBegin] = useState(false);
  return (
    <section className="empty-page" aria-label="尚无办法">
      <p>尚无{year}年的考核办法。请选用现成的办法修改，或复制上年的，或从空白编制。</p>
      <div className="buttons">
        <Button type="primary" onClick={() => setBegin(true)}>
          编{year}年的办法
        </Button>
      </div>
      {begin ? (
        <BeginDialog
          year={year}
          onClose={() => setBegin(false)}
          onChosen={(scheme) => {
            draftScheme(scheme);
            openPart('scheme');
            setBegin(false);
          }}
        />
      ) : null}
    </section>
  );
}
