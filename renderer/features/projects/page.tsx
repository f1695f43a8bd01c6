/** 项目: the ledger's sheet, and the other ways to see the same projects, one of them at a time. */
import type { NamedTable } from '../../../main/domain/table-name.ts';
import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { go } from '../../stores/navigation.ts';
import type { LedgerParams, ProjectViewName } from '../../stores/pages.ts';
import type { OtherView, ViewProps } from '../../ui/other-view.ts';
import { Board } from './board.tsx';
import { FollowUpView } from './follow-up.tsx';
import { FunnelView } from './funnel.tsx';
import { GanttView } from './gantt.tsx';
import { MapView } from './map.tsx';
import { ProjectSumsView } from './sums.tsx';
import '../../ui/sheet-page.css';
import '../../ui/side.css';
import './projects.css';
import './timeline-and-map.css';

const SHEET = 'sheet';
type ViewName = typeof SHEET | ProjectViewName;
const VIEWS: readonly {
  readonly value: ViewName;
  readonly label: string;
  readonly View: ((props: ViewProps) => ReactElement | null) | null;
  readonly paper: NamedTable | null;
}[] = [
  { value: SHEET, label: '台账', View: null, paper: null },
  { value: 'board', label: '看板', View: Board, paper: null },
  { value: 'gantt', label: '甘特', View: GanttView, paper: 'war-sheet' },
  { value: 'funnel', label: '漏斗', View: FunnelView, paper: null },
  { value: 'sums', label: '分布', View: ProjectSumsView, paper: 'project-rollup' },
  { value: 'map', label: '地图', View: MapView, paper: 'project-rollup' },
  { value: 'follow', label: '跟踪', View: FollowUpView, paper: 'follow-up' },
];

/** `params.view`: which one; `ledger` draws the page that all of them stand on. */
export function ProjectsPage({
  params,
  ledger,
}: {
  readonly params: LedgerParams;
  ledger(view: OtherView): ReactElement;
}): ReactElement {
  const { value, View, paper } = VIEWS.find((one) => one.value === params.view) ?? {
    value: SHEET,
    View: null,
    paper: null,
  };
  const switcher = (
    <Segmented<ViewName>
      aria-label="视图"
      value={value}
      options={VIEWS.map((one) => ({ value: one.value, label: one.label }))}
      onChange={(view) => go('projects', view === SHEET ? {} : { view })}
    />
  );
  return ledger({
    switcher,
    isWhole: value === 'follow',
    paper,
    draw: View === null ? null : (props) => <View {...props} />,
  });
}
