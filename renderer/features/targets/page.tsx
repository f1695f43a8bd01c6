/** 目标: the decomposition workbench, units × indicators, typed and pasted like a spreadsheet. */
import { Button, Select } from 'antd';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { TargetSheet } from '../../../preload/contract/targets.ts';
import type { TargetVersion } from '../../../main/domain/targets/target.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { selectionFacts } from '../../format/figure.ts';
import { faultText } from '../../format/fault.ts';
import { go } from '../../stores/navigation.ts';
import type { PageParams } from '../../stores/pages.ts';
import { printTable } from '../../stores/print.ts';
import { orSentence, tell } from '../../stores/sentence.ts';
import { showYear, useYear, useWhole } from '../../stores/session.ts';
import { say, showFacts } from '../../stores/status.ts';
import { redoLast, undoLast } from '../../stores/take-back.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { type GridEdit, type GridSource } from '../../ui/grid/model.ts';
import { NoTargets } from '../../ui/no-targets.tsx';
import '../../ui/sheet-page.css';
import '../../ui/side.css';
import { CatalogueDialog } from './catalogue.tsx';
import { cellAt, chosenIn, type CellAt } from './chosen.ts';
import { targetColumnsOf } from './columns.ts';
import { CompareDialog } from './compare.tsx';
import { IssueDialog, SpreadDialog } from './dialogs.tsx';
import { Formula } from './formula.tsx';
import { LastYearDialog } from './last-year.tsx';
import { PlanDialog } from './plan.tsx';
import { editOf, targetLinesOf, PINNED } from './rows.ts';
import { Shortfall } from './shortfall.tsx';
import { TargetSidePanel } from './side-panel.tsx';
import './targets.css';
import { useStateFrom } from '../../ui/state-from.ts';

type Dialog = 'last-year' | 'issue' | 'spread' | 'plan' | 'compare' | 'catalogue' | null;
const AREAS = ['target', 'indicator', 'unit', 'session'] as const;

/** `params`: indicator and unit, as a finding asks for them. */
export function TargetsPage({
  params,
}: {
  readonly params: PageParams['targets'];
}): ReactElement | null {
  const year = useYear();
  const [chosen, setVersion] = useStateFrom<number | null>([year, params], () => null);
  const [indicators, setIndicators] = useStateFrom<readonly number[]>([year, params], () =>
    params.indicator === undefined ? [] : [params.indicator],
  );
  const [dialog, setDialog] = useState<Dialog>(null);
  const { value: versions } = useCall('targets.versions', { year }, AREAS);
  // the version looked at may be gone: a dropped draft, an undone adjustment
  const version = versions === null || versions.some((one) => one.id === chosen) ? chosen : null;
  const { value: sheet, fault } = useCall(
    'targets.sheet',
    { year, version, indicators: [...indicators] },
    AREAS,
  );
  const { value: all } = useCall('indicators.list', {}, AREAS);
  if (sheet === null || all === null)
    return fault === null ? null : (
      <p className="empty-page" role="alert">
        {faultText(fault)}
      </p>
    );
  // one place for the dialog: the page under it changes when the first indicator is made
  return (
    <>
      {all.length === 0 ? (
        <Nothing year={year} onCreate={() => setDialog('catalogue')} />
      ) : (
        <Workbench
          key={year}
          unit={params.unit ?? null}
          year={year}
          sheet={sheet}
          versions={versions ?? []}
          dialog={dialog}
          onDialog={setDialog}
          onVersion={setVersion}
        >
          <Select
            mode="multiple"
            aria-label="指标"
            allowClear
            maxTagCount={0}
            maxTagPlaceholder={(chosen) => `指标 ${chosen.length}/${all.length}个`}
            placeholder={`指标 全部${all.length}个`}
            value={[...indicators]}
            popupMatchSelectWidth={false}
            style={{ minWidth: '10.5em' }}
            onChange={setIndicators}
            options={all.map((one) => ({ value: one.id, label: one.name }))}
          />
        </Workbench>
      )}
      {dialog === 'catalogue' ? (
        <CatalogueDialog year={year} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

function Nothing({
  year,
  onCreate,
}: {
  readonly year: number;
  readonly onCreate: () => void;
}): ReactElement {
  const { value: years } = useCall('targets.years', {}, ['target', 'figure']);
  return (
    <NoTargets
      page="目标"
      year={year}
      others={years ?? []}
      onYear={showYear}
      onImport={() => go('imports')}
      onCreate={onCreate}
    />
  );
}

interface WorkbenchProps {
  /** whose row is marked at first */
  readonly unit: number | null;
  readonly year: number;
  readonly sheet: TargetSheet;
  readonly versions: readonly TargetVersion[];
  readonly dialog: Dialog;
  readonly onDialog: (dialog: Dialog) => void;
  readonly onVersion: (version: number | null) => void;
  readonly children: ReactElement;
}

function Workbench({
  unit,
  year,
  sheet,
  versions,
  dialog,
  onDialog,
  onVersion,
  children,
}: WorkbenchProps): ReactElement {
  const [at, setAt] = useState<CellAt | null>(unit === null ? null : { id: unit, code: '' });
  const [spread, setSpread] = useState<number | null>(null);
  const { version } = sheet;
  const newest = versions.at(-1) ?? null;
  const canEdit = version === null || (version.issuedOn === null && version.id === newest?.id);
  const columns = useMemo(() => targetColumnsOf(sheet, canEdit), [sheet, canEdit]);
  const whole = useWhole();
  const source = useSource(sheet, year, whole);
  const chosen = chosenIn(sheet, at, whole);
  useEffect(() => {
    return () => showFacts([], '');
  }, []);
  const adjust = (): void =>
    void tell(
      call('targets.adjust', { year }),
      ({ name }) => `已开“${name}”草稿，改完点“下达”。`,
    ).then((done) => {
      if (done) onVersion(null);
    });
  const first = spread ?? chosen?.indicator.id ?? sheet.indicators[0]?.id ?? null;
  const close = (): void => {
    onDialog(null);
    setSpread(null);
  };
  return (
    <section className="sp" aria-label="目标分解">
      <div className="sp-head">
        <h1>目标分解</h1>
        <State version={version} newest={newest} />
        <span className="push" />
        {children}
        {version === null ? (
          <Button onClick={() => onDialog('last-year')}>照上年建目标</Button>
        ) : null}
        <Button onClick={() => onDialog('catalogue')}>指标目录</Button>
        <Button disabled={!canEdit || first === null} onClick={() => onDialog('spread')}>
          按比例分解
        </Button>
        <Button
          onClick={() =>
            printTable('target-breakdown', {
              year,
              ...(version === null ? {} : { version: version.id }),
            })
          }
        >
          打印
        </Button>
        {version === null ? null : canEdit ? (
          <Button type="primary" onClick={() => onDialog('issue')}>
            下达
          </Button>
        ) : (
          <Button
            type="primary"
            onClick={newest?.issuedOn === null ? () => onVersion(null) : adjust}
          >
            {newest?.issuedOn === null ? '看草稿' : '调整'}
          </Button>
        )}
      </div>
      <Shortfall
        sheet={sheet}
        year={year}
        canEdit={canEdit}
        onSpread={(indicator) => {
          setSpread(indicator);
          onDialog('spread');
        }}
      />
      <div className="sp-row">
        <div className="sp-main">
          <Formula sheet={sheet} chosen={chosen} />
          <Grid
            plain
            label="目标分解"
            fixedOrder
            columns={columns}
            source={source}
            sort={NO_SORT}
            filters={NO_FILTERS}
            current={at?.code === '' ? at.id : null}
            onSort={ignore}
            onFilter={ignore}
            onEdit={(edits) => save(year, edits)}
            onUndo={undoLast}
            onRedo={redoLast}
            onCell={(row, column) => setAt(cellAt(row, column))}
            onTotals={(totals) =>
              showFacts(
                totals.cells < 2 ? [] : selectionFacts(totals),
                `${sheet.rows.length}个单位`,
              )
            }
            onMessage={say}
          />
        </div>
        <TargetSidePanel
          year={year}
          chosen={chosen}
          versions={versions}
          shown={version?.id ?? null}
          canEdit={canEdit}
          onPlan={() => onDialog('plan')}
          onCompare={() => onDialog('compare')}
          onVersion={(id) => onVersion(id === newest?.id ? null : id)}
        />
      </div>
      {dialog === 'issue' && version !== null ? (
        <IssueDialog version={version} onClose={close} />
      ) : null}
      {dialog === 'last-year' ? <LastYearDialog year={year} onClose={close} /> : null}
      {dialog === 'spread' && first !== null ? (
        <SpreadDialog sheet={sheet} whole={whole} year={year} indicator={first} onClose={close} />
      ) : null}
      {dialog === 'plan' && chosen !== null ? (
        <PlanDialog year={year} chosen={chosen} onClose={close} />
      ) : null}
      {dialog === 'compare' ? (
        <CompareDialog sheet={sheet} whole={whole} versions={versions} onClose={close} />
      ) : null}
    </section>
  );
}

function State({
  version,
  newest,
}: {
  readonly version: TargetVersion | null;
  readonly newest: TargetVersion | null;
}): ReactElement {
  if (version === null) return <span className="sub">尚无目标，可直接填写，或从Excel粘贴</span>;
  if (version.issuedOn === null)
    return (
      <>
        <span className="badge warn">
          {version.name} 草稿 第{version.number}版
        </span>
        <span className="sub">未下达，只有本科室看得到</span>
      </>
    );
  return (
    <>
      <span className="badge ok">第{version.number}版 已下达</span>
      <span className="sub">
        {version.issuedOn}
        {version.document === null ? '' : `　${version.document}`}
        {version.id === newest?.id ? '' : '　旧版，仅供查看'}
      </span>
    </>
  );
}

const NO_SORT = [] as const;
const NO_FILTERS = {};
const ignore = (): void => undefined;

/** The whole sheet is in hand: a page is a part of it. */
function useSource(sheet: TargetSheet, year: number, whole: string): GridSource {
  return useMemo(() => {
    const lines = targetLinesOf(sheet, whole);
    return {
      key: String(year),
      revision: sheet,
      total: lines.length,
      groups: [],
      totals: {},
      totalLabel: null,
      pinned: PINNED,
      loadPage: (offset, limit) => Promise.resolve(lines.slice(offset, offset + limit)),
    };
  }, [sheet, year, whole]);
}

async function save(year: number, edits: readonly GridEdit[]): Promise<void> {
  const sent = edits.flatMap(({ id, field, value }) => {
    const edit = editOf(field, value);
    return edit === null ? [] : [{ ...edit, unit: id === 0 ? null : id }];
  });
  await orSentence(call('targets.edit', { year, edits: sent }));
  if (edits.length === 1) say('');
}
