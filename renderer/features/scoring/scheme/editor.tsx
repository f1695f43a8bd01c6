/**
 * 办法: the scheme as forms. Items at left, the open one at right with a sentence that says what it
 * does; nothing is saved until 保存办法.
 */
import { Button, Dropdown } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { Scheme } from '../../../../main/domain/scoring/scheme.ts';
import { problemsOfScheme } from '../../../../main/domain/scoring/check.ts';
import type { SchemeVersion } from '../../../../preload/contract/scoring.ts';
import { call } from '../../../bridge/bridge.ts';
import { tell } from '../../../stores/sentence.ts';
import { SchemeAsk } from './ask.tsx';
import { BeginDialog } from './begin.tsx';
import { draftScheme, openItem, openPart, useScoring } from '../shared/store.ts';
import { movedItem, RULE_KINDS, withCopy, withItem, withoutItem } from './draft.ts';
import { GeneralForm } from './general-form.tsx';
import { ItemForm } from './item-form.tsx';
import { VersionsDialog } from './versions.tsx';

export function SchemeEditor({
  year,
  saved,
}: {
  readonly year: number;
  readonly saved: SchemeVersion | null;
}): ReactElement | null {
  const { draft, item: open } = useScoring();
  const [dialog, setDialog] = useState<'begin' | 'versions' | 'drop' | null>(null);
  const scheme = draft?.year === year ? draft : (saved?.scheme ?? null);
  useEffect(() => {
    if (scheme !== null && open !== '' && !scheme.items.some((item) => item.code === open))
      openItem('');
  }, [scheme, open]);
  if (scheme === null) return null;
  const item = scheme.items.find((one) => one.code === open);
  const changed = draft?.year === year;
  const problems = problemsOfScheme(scheme);
  const put = (done: { readonly scheme: Scheme; readonly code: string }): void => {
    draftScheme(done.scheme);
    openItem(done.code);
  };
  const save = (): void =>
    void tell(
      call('schemes.save', { scheme: wireOf(scheme) }),
      ({ number }) => `办法已保存为第${number}版，旧版都留着。`,
    ).then((done) => {
      if (done) draftScheme(null);
    });
  return (
    <div className="sp-row">
      <nav className="sc-items" aria-label="考核项">
        <button type="button" aria-current={item === undefined} onClick={() => openItem('')}>
          总则、分组、等次
        </button>
        {scheme.items.map((one) => (
          <button
            key={one.code}
            type="button"
            aria-current={one.code === open}
            onClick={() => openItem(one.code)}
            onKeyDown={(event) => {
              if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
                event.preventDefault();
                draftScheme(movedItem(scheme, one.code, event.key === 'ArrowUp' ? -1 : 1));
              }
            }}
          >
            <span>{one.name}</span>
            <small>
              {RULE_KINDS.find((kind) => kind.value === one.rule.kind)?.label}
              {/^0*(\.0*)?$/.test(one.points) ? '' : `　${one.points}分`}
            </small>
          </button>
        ))}
        <Dropdown
          trigger={['click']}
          menu={{
            items: RULE_KINDS.map((kind) => ({
              key: kind.value,
              label: kind.label,
              onClick: () => put(withItem(scheme, kind.value)),
            })),
          }}
        >
          <Button>＋ 加考核项</Button>
        </Dropdown>
      </nav>
      <div className="sp-main sc-editor">
        <div className="sc-tools">
          <Button onClick={() => setDialog('begin')}>换一份编</Button>
          <Button onClick={() => setDialog('versions')}>各版和文件</Button>
          {item === undefined ? null : (
            <>
              <Button onClick={() => draftScheme(movedItem(scheme, item.code, -1))}>上移</Button>
              <Button onClick={() => draftScheme(movedItem(scheme, item.code, 1))}>下移</Button>
              <Button onClick={() => put(withCopy(scheme, item.code))}>复制这项</Button>
              <Button
                onClick={() => {
                  draftScheme(withoutItem(scheme, item.code));
                  openItem('');
                }}
              >
                删除这项
              </Button>
            </>
          )}
          <span className="push" />
          {changed ? <Button onClick={() => setDialog('drop')}>放弃修改</Button> : null}
          <Button
            disabled={problems.length > 0}
            onClick={() => {
              draftScheme(scheme);
              openPart('scores');
            }}
          >
            试算
          </Button>
          <Button type="primary" disabled={!changed || problems.length > 0} onClick={save}>
            保存办法
          </Button>
        </div>
        {problems.length === 0 ? null : (
          <div className="alert-bar" role="alert">
            <p>
              {problems[0]}
              {problems.length > 1 ? `（还有${problems.length - 1}处）` : ''}
              。修改后才能试算、保存。
            </p>
          </div>
        )}
        {item === undefined ? (
          <GeneralForm scheme={scheme} />
        ) : (
          <ItemForm key={item.code} scheme={scheme} item={item} />
        )}
      </div>
      {dialog === 'begin' ? (
        <BeginDialog
          year={year}
          onClose={() => setDialog(null)}
          onChosen={(chosen) => {
            draftScheme(chosen);
            openItem('');
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'versions' ? (
        <VersionsDialog year={year} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'drop' ? (
        <SchemeAsk
          title="改动尚未保存，是否放弃？"
          yes="放弃修改"
          no="继续修改"
          onYes={() => {
            draftScheme(null);
            setDialog(null);
          }}
          onNo={() => setDialog(null)}
        >
          办法的改动尚未保存，放弃后不能恢复。
        </SchemeAsk>
      ) : null}
    </div>
  );
}

/** Lists that a saved scheme gives read-only go out as they are. */
const wireOf = (scheme: Scheme): Parameters<typeof call<'schemes.save'>>[1]['scheme'] =>
  structuredClone(scheme) as Parameters<typeof call<'schemes.save'>>[1]['scheme'];
