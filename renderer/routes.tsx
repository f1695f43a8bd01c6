/** The pages, as data: what the navigation shows and what each place opens. */
import { lazy, type ComponentType, type ReactElement } from 'react';
import { useOwnLedgers } from './stores/ledgers.ts';
import type { Page, PageParams } from './stores/pages.ts';
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

interface Route<P extends Page> {
  readonly label: string;
  readonly view: ComponentType<{ readonly params: PageParams[P] }>;
  /** absent from the navigation where false */
  readonly listed: boolean;
}

/** 台账: all of them, or the one that was opened from there. */
function OneOfAll({ params }: { readonly params: PageParams['ledgers'] }): ReactElement {
  const own = useOwnLedgers(
    ({ own: known }) => known?.find((one) => one.code === params.ledger)?.code,
  );
  const code = SHOWN_CODES.find((one) => one === params.ledger) ?? own;
  if (params.ledger === 'unit') return <UnitsPage />;
  return code === undefined ? (
    <AllLedgers />
  ) : (
    <LedgerPage key={code} ledger={code} params={params} />
  );
}

export const ROUTES: { readonly [P in Page]: Route<P> } = {
  overview: { label: '总览', listed: true, view: () => <OverviewPage /> },
  targets: {
    label: '目标',
    listed: true,
    view: ({ params }) => <TargetsPage params={params} />,
  },
  progress: {
    label: '进度',
    listed: true,
    view: ({ params }) => <ProgressPage params={params} />,
  },
  findings: { label: '数据校核', listed: false, view: () => <FindingsPage /> },
  projects: {
    label: '项目',
    listed: true,
    view: ({ params }) => (
      <ProjectsPage
        params={params}
        ledger={(view) => <LedgerPage key="project" ledger="project" params={params} view={view} />}
      />
    ),
  },
  rectification: {
    label: '整改',
    listed: true,
    view: ({ params }) => <LedgerPage key="rectification" ledger="rectification" params={params} />,
  },
  tasks: {
    label: '督办',
    listed: true,
    view: ({ params }) => <LedgerPage key="task" ledger="task" params={params} />,
  },
  scores: { label: '考核', listed: true, view: () => <ScoringPage /> },
  ledgers: {
    label: '台账',
    listed: true,
    view: ({ params }) => <OneOfAll params={params} />,
  },
  reports: {
    label: '报表',
    listed: true,
    view: ({ params }) => <ReportsPage key={params.table ?? ''} params={params} />,
  },
  exchange: { label: '收发', listed: true, view: () => <ExchangePage /> },
  settings: {
    label: '设置',
    listed: true,
    view: ({ params }) => <SettingsPage params={params} />,
  },
  meetings: { label: '联席会议', listed: false, view: () => <MeetingsPage /> },
  'ledger-designer': {
    label: '设计台账',
    listed: false,
    view: ({ params }) => <DesignerPage params={params} />,
  },
  imports: { label: '导入', listed: false, view: () => <ImportWizard /> },
};
/** As the navigation lists them. */
export const PAGES_IN_ORDER = Object.keys(ROUTES) as Page[];
