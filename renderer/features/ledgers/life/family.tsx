/**
 * 上下级: the project that this one is part of, its own parts, and splitting it into parts whose
 * amounts make it exactly.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { STAGES } from '../../../../main/domain/ledgers/stage.ts';
import type { Life, ProjectName } from '../../../../preload/contract/project-life.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { saidMoney } from '../../../format/money.ts';
import { go } from '../../../stores/navigation.ts';
import { wireValue } from '../shared/display.ts';
import { faultCodeOf, saveDone } from '../shared/parts.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { DetailProps } from '../shared/special.ts';
import { formKeys } from './form-keys.ts';
import { useLife } from './life.ts';
import { SplitForm } from './split.tsx';

export function ProjectFamily({ detail }: DetailProps): ReactElement | null {
  const life = useLife(detail.row.id);
  const [form, setForm] = useState<'parent' | 'split' | null>(null);
  const { id } = detail.row;
  if (life === null) return null;
  const loosen = (): void =>
    void call('projects.setParent', { id, parent: null }).then(
      () => saveDone('已取消上级项目。'),
      (fault: unknown) => saveDone(sentenceOf(fault)),
    );
  return (
    <div className="lg-parts">
      <Standing life={life} />
      {form === null ? (
        <div className="lg-moves">
          <Button size="small" onClick={() => setForm('parent')}>
            {life.parent === null ? '归到上级项目' : '换上级项目'}
          </Button>
          {life.parent === null ? null : (
            <Button size="small" onClick={loosen}>
              取消上级项目
            </Button>
          )}
          {life.children.length > 0 ? null : (
            <Button size="small" onClick={() => setForm('split')}>
              拆分项目
            </Button>
          )}
        </div>
      ) : null}
      {form === 'parent' ? <ParentForm id={id} onDone={() => setForm(null)} /> : null}
      {form === 'split' ? (
        <SplitForm
          id={id}
          name={wireValue(detail.row, 'name') ?? ''}
          introducer={wireValue(detail.row, 'introducer')}
          onDone={() => setForm(null)}
        />
      ) : null}
    </div>
  );
}

function Standing({ life }: { readonly life: Life }): ReactElement {
  return (
    <>
      <p className="lg-empty">
        上级项目：{life.parent === null ? '没有。' : <Named project={life.parent} />}
      </p>
      {life.unlinked === null ? null : <p className="lg-due late">▲ {life.unlinked}</p>}
      {life.children.length === 0 ? (
        <p className="lg-empty">没有子项目。</p>
      ) : (
        <table className="lg-table">
          <thead>
            <tr>
              <th>子项目</th>
              <th>阶段</th>
              <th>总投资</th>
            </tr>
          </thead>
          <tbody>
            {life.children.map((child) => (
              <tr key={child.id}>
                <td>
                  <Named project={child} />
                </td>
                <td>{STAGES.find((stage) => stage.value === child.stage)?.label}</td>
                <td className="figure">{saidMoney(child.total, child.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {life.counted ? null : <p className="lg-due">● 有子项目，合计只计子项目，这一条不再计。</p>}
      {life.leads.map((lead) => (
        <p key={lead.id} className="lg-empty">
          来自线索：{lead.content}
          {lead.person === null ? '' : `，${lead.person}提供`}
        </p>
      ))}
    </>
  );
}

const Named = ({ project }: { readonly project: ProjectName }): ReactElement => (
  <button
    type="button"
    className="link"
    onClick={() => go('projects', { id: project.id, tab: '上下级' })}
  >
    {project.name}
  </button>
);

function ParentForm({ id, onDone }: { readonly id: number; onDone(): void }): ReactElement {
  const [text, setText] = useState('');
  const [takes, setTakes] = useState(false);
  const [fault, setFault] = useState({ code: '', sentence: '' });
  const { value } = useCall(
    'search.all',
    text.trim() === '' ? null : { text: text.trim(), limit: 20 },
  );
  const found = (value?.hits ?? []).filter((hit) => hit.ledger === 'project' && hit.id !== id);
  const chosen = found.find((hit) => hit.name === text.trim());
  const save = (): void => {
    if (chosen === undefined)
      return setFault({
        code: '',
        sentence: '没有找到这个项目。输入名称、拼音首字母，从列出的里面选。',
      });
    call('projects.setParent', { id, parent: chosen.id, takeArrivals: takes }).then(
      () => {
        onDone();
        saveDone(`已归到“${chosen.name}”。`);
      },
      (thrown: unknown) => setFault({ code: faultCodeOf(thrown), sentence: sentenceOf(thrown) }),
    );
  };
  return (
    <div
      className="lg-stage-form"
      role="dialog"
      aria-label="上级项目"
      onKeyDown={formKeys(save, onDone)}
    >
      <label className="wide">
        <span className="label">
          上级项目<b> *</b>
        </span>
        <span className="box">
          <input
            autoFocus
            aria-label="上级项目"
            value={text}
            placeholder="名称、拼音首字母"
            onChange={(event) => setText(event.target.value)}
          />
        </span>
      </label>
      {chosen !== undefined ? null : (
        <div className="wide lg-moves">
          {found.map((hit) => (
            <Button key={hit.id} size="small" onClick={() => setText(hit.name)}>
              {hit.name}
            </Button>
          ))}
        </div>
      )}
      {fault.code === 'project.parent' || takes ? (
        <label className="wide">
          <span>
            <input
              type="checkbox"
              checked={takes}
              onChange={(event) => setTakes(event.target.checked)}
            />{' '}
            到位资金转到子项目
          </span>
        </label>
      ) : null}
      {fault.sentence === '' ? null : (
        <span className="fault" role="alert">
          {fault.sentence}
        </span>
      )}
      <div className="buttons">
        <Button onClick={onDone}>取消</Button>
        <Button type="primary" onClick={save}>
          归入其下
        </Button>
      </div>
    </div>
  );
}
