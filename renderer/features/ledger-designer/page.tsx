/**
 * 设计台账: the fields on the left, what is being designed on the right, below what saving changes;
 * nothing is saved unsaid.
 */
import { Button } from 'antd';
import { useEffect, useState, type KeyboardEvent, type ReactElement } from 'react';
import { call } from '../../bridge/bridge.ts';
import { goBack, go } from '../../stores/navigation.ts';
import type { PageParams } from '../../stores/pages.ts';
import { handOver } from '../../stores/handed-files.ts';
import { offerUndo, say } from '../../stores/status.ts';
import { useOwnLedgers } from '../../stores/ledgers.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { undoLast } from '../../stores/take-back.ts';
import { changesOfDesign } from './changes.ts';
import { Choose } from './choose.tsx';
import { FieldForm } from './field-form.tsx';
import { Fields } from './fields.tsx';
import { LedgerForm } from './ledger-form.tsx';
import { ledgerInputOf, quotedName } from './draft.ts';
import { PrintForm } from './print-form.tsx';
import { StatusForm } from './status-form.tsx';
import { beginLedger, forgetDesign, keepDesign, useDesign } from './store.ts';
import { ViewForm } from './view-form.tsx';
import './designer.css';
import './designer-forms.css';

const PARTS = [
  { name: '字段', Form: FieldForm },
  { name: '台账', Form: LedgerForm },
  { name: '状态和提醒', Form: StatusForm },
  { name: '视图', Form: ViewForm },
  { name: '打印', Form: PrintForm },
] as const;

/**
 * `params.code`: the ledger to change; `params.design`: the new one in hand; else how to begin one
 * is asked.
 */
export function DesignerPage({
  params,
}: {
  readonly params: PageParams['ledger-designer'];
}): ReactElement | null {
  const wanted = params.code;
  const code = useDesign((design) => design.code);
  const [ready, setReady] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === undefined) return undefined;
    let isLate = false;
    call('ledgers.list', {}).then(
      (all) => {
        const own = all.find((one) => one.code === wanted);
        if (isLate || own === undefined) return;
        beginLedger(own);
        setReady(wanted);
      },
      (fault: unknown) => say(sentenceOf(fault)),
    );
    return () => {
      isLate = true;
    };
  }, [wanted]);
  if (wanted === undefined) return params.design === undefined ? <Choose /> : <Designer />;
  return ready === wanted && code === wanted ? <Designer /> : null;
}

function Designer(): ReactElement {
  const { code, before, draft, records, problems, source } = useDesign();
  const [part, setPart] = useState<(typeof PARTS)[number]['name']>(code === null ? '台账' : '字段');
  const [fault, setFault] = useState('');
  const changes = changesOfDesign(before, draft, records);
  useProblems();
  useEffect(() => {
    return keepDesign();
  }, []);
  const Form = PARTS.find((one) => one.name === part)?.Form ?? FieldForm;
  const save = (): void =>
    void saved().then(
      () => setFault(''),
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return;
    event.preventDefault();
    save();
  };
  return (
    <section className="ld-page" aria-label="设计台账" onKeyDown={onKeyDown}>
      <div className="ld-head">
        <h1>{code === null ? '新建台账' : `设计${quotedName(before?.label ?? '')}`}</h1>
        {source === null ? null : (
          <span className="muted">
            用“{source.file.name}”的“{source.sheet}”，{source.rows}行
          </span>
        )}
        <span className="push" />
        <Button onClick={goBack}>取消</Button>
        <Button
          type="primary"
          disabled={changes.length === 0 || problems.length > 0}
          onClick={save}
        >
          {code === null ? (source === null ? '建立台账' : '建立并导入') : '保存'} <em>Ctrl+S</em>
        </Button>
      </div>
      <div className="ld-body">
        <Fields />
        <div className="ld-side">
          <div className="ld-tabs" role="tablist">
            {PARTS.map(({ name }) => (
              <button
                key={name}
                type="button"
                role="tab"
                aria-selected={name === part}
                onClick={() => setPart(name)}
              >
                {name}
              </button>
            ))}
          </div>
          <div className="ld-inside">
            <Form />
          </div>
        </div>
      </div>
      <div className="ld-foot">
        {problems.length > 0 || fault !== '' ? (
          <ul className="problems" role="alert" aria-label="要改的">
            {fault === '' ? null : <li>{fault}</li>}
            {problems.slice(0, 4).map((one) => (
              <li key={one.message}>▲ {one.message}。</li>
            ))}
            {problems.length > 4 ? <li>还有{problems.length - 4}处。</li> : null}
          </ul>
        ) : null}
        <p aria-label="保存后的变化">{changes.length === 0 ? '没有改动。' : changes.join('')}</p>
      </div>
    </section>
  );
}

/** Asks what is wrong with the design as it changes; a late answer is dropped. */
function useProblems(): void {
  const { code, draft } = useDesign();
  useEffect(() => {
    let isLate = false;
    call('ledgers.check', { code, definition: checkable(ledgerInputOf(draft)) }).then(
      (problems) => {
        if (!isLate) useDesign.setState({ problems: withUnnamed(draft, problems) });
      },
      () => undefined,
    );
    return () => {
      isLate = true;
    };
  }, [code, draft]);
}

type Problems = ReturnType<typeof useDesign.getState>['problems'];

/** What has no name yet, before what the core found. */
const withUnnamed = (
  { label, fields }: ReturnType<typeof useDesign.getState>['draft'],
  problems: Problems,
): Problems => [
  ...(label.trim() === '' ? [{ field: null, message: '台账尚无名称，请填写' }] : []),
  ...fields.flatMap((field, at) =>
    field.label.trim() === '' ? [{ field: at, message: `第${at + 1}个字段没有名称，请填写` }] : [],
  ),
  ...problems,
];

/** The contract wants names; what has none yet is said by the page itself. */
const checkable = (input: ReturnType<typeof ledgerInputOf>): ReturnType<typeof ledgerInputOf> => ({
  ...input,
  label: input.label.trim() === '' ? '（没有名称）' : input.label,
  fields: input.fields.map((field, at) =>
    field.label.trim() === '' ? { ...field, label: `（第${at + 1}个）` } : field,
  ),
});

async function saved(): Promise<void> {
  const { code, draft, source } = useDesign.getState();
  const definition = ledgerInputOf(draft);
  const done =
    code === null
      ? await call('ledgers.create', { definition })
      : await call('ledgers.save', { code, definition });
  if (code === null) forgetDesign();
  useOwnLedgers.setState({ own: await call('ledgers.list', {}) });
  if (code === null && source !== null) {
    handOver([source.file], done.code);
    go('imports');
  } else go('ledgers', { ledger: done.code });
  offerUndo(
    code === null
      ? `已建立台账${quotedName(done.definition.label)}。`
      : `已保存${quotedName(done.definition.label)}的设计，数据没有动。`,
    undoLast,
  );
}
