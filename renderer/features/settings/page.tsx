/** 设置: a list of subjects, and the one that is chosen beside it. */
import { Button, Segmented, Switch } from 'antd';
import { useState, type ComponentType, type KeyboardEvent, type ReactElement } from 'react';
import { setContrast, setText, TEXT_SIZES, useLayout, type TextSize } from '../../stores/layout.ts';
import { go } from '../../stores/navigation.ts';
import { SETTINGS_PANELS, type PageParams, type SettingsPanel } from '../../stores/pages.ts';
import { useSession } from '../../stores/session.ts';
import { BackupsPanel } from './backups.tsx';
import { ChangesPanel } from './changes.tsx';
import { GatesPanel } from './gates.tsx';
import { PastImportsPanel } from './past-imports-panel.tsx';
import { RatesPanel } from './rates.tsx';
import { YearTurnPanel } from './year-turn.tsx';
import './settings.css';

const VIEWS: Readonly<Record<SettingsPanel, ComponentType>> = {
  显示: LookPanel,
  数据: DataPanel,
  备份: BackupsPanel,
  修改记录: ChangesPanel,
  准入条件: GatesPanel,
  汇率: RatesPanel,
  项目接转: YearTurnPanel,
  导入过的表: PastImportsPanel,
};
/** the subject that was shown last, while the program runs */
let shownLast: SettingsPanel = '显示';

/** `params.panel`: the subject that Ctrl+K found. */
export function SettingsPage({
  params,
}: {
  readonly params: PageParams['settings'];
}): ReactElement {
  const [chosen, setChosen] = useState<{
    readonly of: PageParams['settings'];
    readonly panel: SettingsPanel;
  }>({ of: params, panel: params.panel ?? shownLast });
  // opened once more by a name, the page shows that one
  const panel = chosen.of === params ? chosen.panel : (params.panel ?? chosen.panel);
  const show = (next: SettingsPanel): void => {
    shownLast = next;
    setChosen({ of: params, panel: next });
  };
  const View = VIEWS[panel];
  return (
    <section className="page st">
      <header className="page-head">
        <h1>设置</h1>
      </header>
      <div className="st-page">
        <div
          className="st-subjects"
          role="tablist"
          aria-label="设置的项目"
          aria-orientation="vertical"
          onKeyDown={(event) => byArrows(event, panel, show)}
        >
          {SETTINGS_PANELS.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={one === panel}
              tabIndex={one === panel ? 0 : -1}
              onClick={() => show(one)}
            >
              {one}
            </button>
          ))}
        </div>
        <div className="st-subject" role="tabpanel" aria-label={panel}>
          <View />
        </div>
      </div>
    </section>
  );
}

function byArrows(
  event: KeyboardEvent<HTMLElement>,
  panel: SettingsPanel,
  show: (next: SettingsPanel) => void,
): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const at = SETTINGS_PANELS.indexOf(panel) + step;
  const next = SETTINGS_PANELS[at];
  if (next === undefined) return;
  show(next);
  const tab = event.currentTarget.children[at];
  if (tab instanceof HTMLElement) tab.focus();
}

function LookPanel(): ReactElement {
  const { text, highContrast } = useLayout();
  return (
    <div className="panel">
      <h2>显示</h2>
      <div className="body st-rows">
        <div>
          <b>字号</b>
          <Segmented
            aria-label="显示字号"
            value={text}
            options={[...TEXT_SIZES]}
            onChange={(size) => setText(size as TextSize)}
          />
        </div>
        <div>
          <b>高对比</b>
          <Switch aria-label="高对比" checked={highContrast} onChange={setContrast} />
        </div>
      </div>
    </div>
  );
}

function DataPanel(): ReactElement {
  const session = useSession((state) => state.session);
  return (
    <div className="panel">
      <h2>数据</h2>
      <div className="body st-rows">
        <div>
          <b>账放在</b>
          <span>{session?.dataFolder}</span>
        </div>
        <div>
          <b>程序版本</b>
          <span>{session?.version}</span>
        </div>
        <div>
          <b>单位</b>
          <Button onClick={() => go('ledgers', { ledger: 'unit' })}>管理单位</Button>
        </div>
      </div>
    </div>
  );
}
