/** The pages, as data: what the navigation shows and what each place opens. */
import { lazy, type ComponentType, type ReactElement } from 'react';
import { useOwnLedgers } from './stores/ledgers.ts';
import type { Params } from './stores/navigation.ts';
import { SHOWN_CODES } from './features/ledgers/shared/spec.ts';

const LedgerPage = lazy(() =>
  import('./features/ledgers/page.tsx').then((module) => ({ default: module.LedgerPage })),
);
const ProjectsPage = lazy(() =>
  import('./features/projects/page.tsx').then((module) => ({ default: module.ProjectsPage })),
);
const AllLedgers = lazy(() =>
  import('./features/ledgers/all.tsx').then((module) => ({ default: module.AllLedgers })),
);
const DesignerPage = lazy(() =>
  import('./features/ledger-designer/page.tsx').then((module) => ({
    default: module.DesignerPage,
  })),
);
const MeetingsPage = lazy(() =>
  import('./features/meetings/page.tsx').then((module) => ({ default: module.MeetingsPage })),
);
const ImportWizard = lazy(() =>
  import('./features/imports/wizard.tsx').then((module) => ({ default: module.ImportWizard })),
);
const ReportsPage = lazy(() =>
  import('./features/reports/page.tsx').then((module) => ({ default: module.ReportsPage })),
);
const SettingsPage = lazy(() =>
  import('./features/settings/page.tsx').then((module) => ({ default: module.SettingsPage })),
);
const UnitsPage = lazy(() =>
  import('./features/units/page.tsx').then((module) => ({ default: module.UnitsPage })),
);
const OverviewPage = lazy(() =>
  import('./features/overview/page.tsx').then((module) => ({ default: module.OverviewPage })),
);
const TargetsPage = lazy(() =>
  import('./features/targets/page.tsx').then((module) => ({ default: module.TargetsPage })),
);
const ProgressPage = lazy(() =>
  import('./features/progress/page.tsx').then((module) => ({ default: module.ProgressPage })),
);
const ScoringPage = lazy(() =>
  import('./features/scoring/page.tsx').then((module) => ({ default: module.ScoringPage })),
);
const ExchangePage = lazy(() =>
  import('./features/exchange/page.tsx').then((module) => ({ default: module.ExchangePage })),
);
const FindingsPage = lazy(() =>
  import('./features/progress/findings.tsx').then((module) => ({ default: module.FindingsPage })),
);

export interface Route {
  readonly page: string;
  readonly label: string;
  readonly view: ComponentType<{ readonly params: Params }>;
  /** absent from the navigation where false */
  readonly listed: boolean;
}

/** 台账: all of them, or the one that was opened from there. */
function OneOfAll({ params }: { readonly params: Params }): ReactElement {
  const own = useOwnLedgers(
    ({ own: known }) => known?.find((one) => one.code === params['ledger'])?.code,
  );
  const code = SHOWN_CODES.find((one) => one === params['ledger']) ?? own;
  if (params['ledger'] === 'unit') return <UnitsPage />;
  return code === undefined ? (
    <AllLedgers />
  ) : (
    <LedgerPage key={code} ledger={code} params={params} />
  );
}

export const ROUTES: readonly Route[] = [
  { page: 'overview', label: '总览', listed: true, view: () => <OverviewPage /> },
  {
    page: 'targets',
    label: '目标',
    listed: true,
    view: ({ params }) => <TargetsPage params={params} />,
  },
  {
    page: 'progress',
    label: '进度',
    listed: true,
    view: ({ params }) => <ProgressPage params={params} />,
  },
  { page: 'findings', label: '数据校核', listed: false, view: () => <FindingsPage /> },
  {
    page: 'projects',
    label: '项目',
    listed: true,
    view: ({ params }) => (
      <ProjectsPage
        params={params}
        ledger={(view) => <LedgerPage key="project" ledger="project" params={params} view={view} />}
      />
    ),
  },
  {
    page: 'rectification',
    label: '整改',
    listed: true,
    view: ({ params }) => <LedgerPage key="rectification" ledger="rectification" params={params} />,
  },
  {
    page: 'tasks',
    label: '督办',
    listed: true,
    view: ({ params }) => <LedgerPage key="task" ledger="task" params={params} />,
  },
  { page: 'scores', label: '考核', listed: true, view: () => <ScoringPage /> },
  {
    page: 'ledgers',
    label: '台账',
    listed: true,
    view: ({ params }) => <OneOfAll params={params} />,
  },
  {
    page: 'reports',
    label: '报表',
    listed: true,
    view: ({ params }) => <ReportsPage key={params['table'] ?? ''} params={params} />,
  },
  { page: 'exchange', label: '收发', listed: true, view: () => <ExchangePage /> },
  {
    page: 'settings',
    label: '设置',
    listed: true,
    view: ({ params }) => <SettingsPage params={params} />,
  },
  { page: 'meetings', label: '联席会议', listed: false, view: () => <MeetingsPage /> },
  {
    page: 'ledger-designer',
    label: '设计台账',
    listed: false,
    view: ({ params }) => <DesignerPage params={params} />,
  },
  { page: 'imports', label: '导入', listed: false, view: () => <ImportWizard /> },
];
