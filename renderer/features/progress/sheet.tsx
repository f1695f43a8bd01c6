/** One month of one indicator: head, sheet, the question under it, where a figure came from. */
import { Button, Dropdown, Select } from 'antd';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { sum } from '../../../main/domain/exact/decimal.ts';
import { isBehindPace } from '../../../main/domain/progress/words.ts';
import type {
  Denominator,
  Disagreement,
  ProgressRow,
  ProgressSheet,
} from '../../../preload/contract/progress.ts';
import { shownFigureText, selectionFacts, signedFigureText } from '../../format/figure.ts';
import { go } from '../../stores/navigation.ts';
import { showIndicator } from '../../stores/period.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say, showFacts } from '../../stores/status.ts';
import { redoLast, undoLast } from '../../stores/take-back.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import {
  type GridColumn,
  type GridEdit,
  type GridRow,
  type GridSort,
  type GridSource,
} from '../../ui/grid/model.ts';
import { LampMark } from '../../ui/lamp.tsx';
import { CloseDialog } from './close.tsx';
import {
  progressColumnsOf,
  entryOf,
  growthPlacesOf,
  lineOf,
  sortedProgressRows,
  type EntryPart,
} from './columns.ts';
import { CorrectDialog, CorrectionsDialog, type Correcting } from './correct.tsx';
import { CurveDialog } from './curve.tsx';
import { Dock } from './dock.tsx';
import { answerFigure, saveEdits } from './edit.ts';
import { From, openFigureRecords } from './from.tsx';
import type { ProgressGroup } from './group.ts';
import { ReturnsDialog } from './returns.tsx';
import { RivalsDialog } from './rivals.tsx';
import { DENOMINATOR_CHOICES, RulesDialog } from './rules-dialog.tsx';
import { ProgressSidePanel } from './side-panel.tsx';

type Dialog = 'close' | 'curve' | 'rivals' | 'rules' | 'corrections' | 'returns' | null;
const CHECK = 'check';
const MORE = [
  { key: 'curve', label: '走势与年底预计' },
  { key: 'rivals', label: '对标' },
  { key: CHECK, label: '数据校核' },
  { key: 'corrections', label: '更正记录' },
  { key: 'rules', label: '亮灯办法' },
];
const GROUPS = [
  { value: 'all', label: '全部单位' },
  { value: 'township', label: '乡镇组' },
  { value: 'department', label: '部门组' },
  { value: 'park', label: '园区组' },
  { value: 'village', label: '村组' },
];

export interface MonthSheetProps {
  readonly year: number;
  readonly sheet: ProgressSheet;
  readonly unit: number | null;
  /** the one that scores, where nobody chose another */
  readonly denominator: Denominator;
  readonly group: ProgressGroup;
  readonly onDenominator: (denominator: Denominator) => void;
  readonly onGroup: (group: ProgressGroup) => void;
  readonly months: ReactElement;
  readonly tabs: ReactElement;
}

interface At {
  readonly unit: number;
  readonly part: EntryPart | null;
}

export function MonthSheet(props: MonthSheetProps): ReactElement {
  const { year, sheet, months, tabs } = props;
  const { month } = sheet;
  const [dialog, setDialog] = useState<Dialog>(null);
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const [asked, setAsked] = useState<readonly Disagreement[]>([]);
  const [at, setAt] = useState<At | null>(
    props.unit === null ? null : { unit: props.unit, part: null },
  );
  const columns = useMemo(() => progressColumnsOf(sheet, asked), [sheet, asked]);
  const [sort, setSort] = useState<readonly GridSort[]>([]);
  const [source, redraw] = useSource(sheet, columns, sort);
  useEffect(() => {
    return () => showFacts([], '');
  }, []);
  const chosen = sheet.rows.find((row) => row.unit === at?.unit) ?? null;
  const first = asked[0];
  const onEdit = async (edits: readonly GridEdit[]): Promise<void> => {
    if (month.closed !== null) return refuse(edits, sheet, setCorrecting, redraw);
    setAsked(await saveEdits(year, sheet, edits));
  };
  const settle = (given: Parameters<typeof answerFigure>[3] | 'back'): void => {
    if (first === undefined) return;
    const rest = (): void => {
      setAsked((now) => now.slice(1));
      redraw();
      focusSheet();
    };
    if (given === 'back') rest();
    else
      answerFigure(year, month.month, first, given).then(rest, (fault: unknown) =>
        say(sentenceOf(fault)),
      );
  };
  const closeDialog = (): void => {
    setDialog(null);
    setCorrecting(null);
    redraw();
  };
  return (
    <>
      <Head {...props} onDialog={setDialog} />
      {months}
      <div className="sp-row">
        <div className="sp-main">
          <Grid
            plain
            label="月度进度"
            columns={columns}
            source={source}
            sort={sort}
            filters={NO_FILTERS}
            current={at?.part == null ? (at?.unit ?? null) : null}
            onSort={setSort}
            onFilter={ignore}
            onEdit={onEdit}
            onUndo={undoLast}
            onRedo={redoLast}
            onCell={(row: GridRow, column: GridColumn) =>
              setAt({ unit: row.id, part: entryOf(column.code) })
            }
            onAsk={(row: GridRow) => {
              const asking = sheet.rows.find((one) => one.unit === row.id);
              if (asking !== undefined) openFigureRecords(year, sheet, asking);
            }}
            onTotals={(totals) =>
              showFacts(
                totals.cells < 2 ? [] : selectionFacts(totals),
                `${sheet.rows.length}个单位`,
              )
            }
            onMessage={say}
          />
          <Dock
            asked={asked}
            name={sheet.rows.find((row) => row.unit === first?.unit)?.name ?? ''}
            onAnswer={settle}
          />
          {chosen === null ? null : (
            <From
              year={year}
              sheet={sheet}
              row={chosen}
              part={at?.part ?? null}
              onCorrect={(part) => setCorrecting({ row: chosen, part, typed: chosen[part] ?? '' })}
            />
          )}
          {tabs}
        </div>
        <ProgressSidePanel
          year={year}
          sheet={sheet}
          unit={at?.unit ?? null}
          onIndicator={showIndicator}
        />
      </div>
      {correcting === null ? null : (
        <CorrectDialog year={year} sheet={sheet} correcting={correcting} onClose={closeDialog} />
      )}
      {dialog === 'close' ? <CloseDialog year={year} month={month} onClose={closeDialog} /> : null}
      {dialog === 'curve' ? (
        <CurveDialog year={year} sheet={sheet} unit={at?.unit ?? null} onClose={closeDialog} />
      ) : null}
      {dialog === 'rivals' ? (
        <RivalsDialog year={year} sheet={sheet} onClose={closeDialog} />
      ) : null}
      {dialog === 'rules' ? <RulesDialog onClose={closeDialog} /> : null}
      {dialog === 'returns' ? (
        <ReturnsDialog year={year} month={month} onClose={closeDialog} />
      ) : null}
      {dialog === 'corrections' ? <CorrectionsDialog year={year} onClose={closeDialog} /> : null}
    </>
  );
}

function Head({
  sheet,
  denominator,
  group,
  onDenominator,
  onGroup,
  onDialog,
}: MonthSheetProps & { readonly onDialog: (dialog: Dialog) => void }): ReactElement {
  const { month, indicator } = sheet;
  const how =
    month.closed !== null
      ? `${month.name}已关账，修改请办理“更正”`
      : indicator.counted !== null
        ? '由台账统计，无需填写'
        : '黄底填当月或累计，另一列自动计算';
  return (
    <div className="sp-head">
      <h1>月度进度</h1>
      <span className="sub">
        {indicator.name}，{indicator.measure}
        {indicator.direction === 'down' ? '，越少越好' : ''}；{how}
      </span>
      <span className="push" />
      <Select
        aria-label="单位组"
        value={group}
        options={GROUPS}
        popupMatchSelectWidth={false}
        onChange={onGroup}
      />
      <Select
        aria-label="口径"
        prefix={<em>完成率按</em>}
        value={denominator}
        options={[...DENOMINATOR_CHOICES]}
        popupMatchSelectWidth={false}
        onChange={onDenominator}
      />
      <Dropdown
        trigger={['click']}
        menu={{
          items: MORE,
          onClick: ({ key }) => {
            if (key === CHECK) go('findings');
            else onDialog(key as Dialog);
          },
        }}
      >
        <Button>更多</Button>
      </Dropdown>
      <Button onClick={() => onDialog('returns')}>报数情况</Button>
      <Button onClick={() => go('imports')}>从表格导入</Button>
      {month.closed === null ? (
        <Button type="primary" onClick={() => onDialog('close')}>
          {month.name}关账
        </Button>
      ) : (
        <span className="badge lock">已关账</span>
      )}
    </div>
  );
}

const NO_FILTERS = {};
const ignore = (): void => undefined;
const focusSheet = (): void =>
  document.querySelector<HTMLElement>('.cp-grid textarea')?.focus({ preventScroll: true });

/** Typing in a closed month offers 更正 for the cell; what is typed is kept in the form. */
function refuse(
  edits: readonly GridEdit[],
  sheet: ProgressSheet,
  open: (correcting: Correcting) => void,
  redraw: () => void,
): void {
  redraw();
  const [edit] = edits;
  const row: ProgressRow | undefined = sheet.rows.find((one) => one.unit === edit?.id);
  const part = edit === undefined ? null : entryOf(edit.field);
  if (
    edit === undefined ||
    row === undefined ||
    part === null ||
    part === 'yoy' ||
    part === 'estimate' ||
    edits.length > 1
  )
    say(`${sheet.month.name}已关账。如需修改，请逐格办理“更正”并注明原因。`);
  else open({ row, part, typed: edit.value ?? '' });
}

/**
 * The whole sheet is in hand; `redraw` shows the stored figures again in place of what was typed
 * and not taken.
 */
function useSource(
  sheet: ProgressSheet,
  columns: readonly GridColumn[],
  sort: readonly GridSort[],
): readonly [GridSource, () => void] {
  const [turn, setTurn] = useState(0);
  const source = useMemo((): GridSource => {
    // who has something to do comes first; a unit without target or figure may still be typed in
    // below
    const takesPart = (row: ProgressRow): boolean => row.target !== null || row.cumulative !== null;
    const lines = sortedProgressRows(
      [...sheet.rows.filter(takesPart), ...sheet.rows.filter((row) => !takesPart(row))].map(lineOf),
      columns,
      sort,
    );
    return {
      key: 'month',
      revision: { sheet, columns, sort, turn },
      total: lines.length,
      groups: [],
      totals: totalsOf(sheet),
      totalLabel: sheet.total.name,
      loadPage: (offset, limit) => Promise.resolve(lines.slice(offset, offset + limit)),
    };
  }, [sheet, columns, sort, turn]);
  return [source, () => setTurn((now) => now + 1)];
}

/** What the units expect together, once every unit with a target has said so. */
function estimatesOf({ rows, indicator }: ProgressSheet): string {
  const owed = rows.filter((row) => row.target !== null);
  const told = owed.flatMap((row) => row.estimate ?? []);
  return told.length === 0 || told.length < owed.length || indicator.rollup !== 'sum'
    ? ''
    : shownFigureText(sum(told), indicator.places);
}

function totalsOf(sheet: ProgressSheet): GridSource['totals'] {
  const { total, indicator } = sheet;
  const figure = (value: string | null): string => shownFigureText(value, indicator.places);
  return {
    target: figure(total.target),
    previous: figure(total.previous),
    month: figure(total.month),
    cumulative: figure(total.cumulative),
    lastYear: figure(total.lastYear),
    yoy: total.yoy === null ? '—' : shownFigureText(total.yoy, growthPlacesOf(sheet)),
    completion: shownFigureText(total.completion, 2),
    pace: shownFigureText(total.pace, 2),
    gap: (
      <span className={isBehindPace(indicator.direction, total.gap) ? 'neg' : 'pos'}>
        {signedFigureText(total.gap, 2)}
      </span>
    ),
    lamp: <LampMark lamp={total.lamp} direction={indicator.direction} />,
    place: '—',
    estimate: estimatesOf(sheet),
  };
}
