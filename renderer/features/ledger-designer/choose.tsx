/** 新建台账: of a sheet that there is, of a shipped definition, from a definition's file, or blank. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ShippedLedger } from '../../../preload/contract/own-ledgers.ts';
import type { PickedFile } from '../../../preload/contract/shell.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { go } from '../../stores/navigation.ts';
import { offerUndo, say } from '../../stores/status.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { useOwnLedgers } from '../../stores/ledgers.ts';
import { undoLast } from '../../stores/take-back.ts';
import { quotedName } from './draft.ts';
import { beginBlank, beginLeft, beginProposed, beginDesignWith, leftDesign } from './store.ts';
import { OWN_KIND_LABELS } from '../../../main/domain/ledgers/own-definition.ts';

const design = (): void => go('ledger-designer', { design: 'new' });
const failed = (fault: unknown): void => say(sentenceOf(fault));

export function Choose(): ReactElement {
  const { value: shipped } = useCall('ledgers.shipped', {}, ['ledgers']);
  const [file, setFile] = useState<{
    readonly file: PickedFile;
    readonly sheets: readonly string[];
  } | null>(null);
  const left = leftDesign();
  const propose = async (picked: PickedFile, sheet?: string): Promise<void> => {
    const proposal = await call('ledgers.propose', {
      file: picked.handle,
      ...(sheet === undefined ? {} : { sheet }),
    });
    if (sheet === undefined && proposal.sheets.length > 1)
      return setFile({ file: picked, sheets: proposal.sheets });
    beginProposed(picked, proposal);
    if (proposal.fits !== null) say('这张表与已有台账相符，也可直接导入该台账。');
    design();
  };
  const pick = (): void =>
    void call('shell.pickWorkbooks', { many: false })
      .then(async ([picked]) => {
        if (picked !== undefined) await propose(picked);
      })
      .catch(failed);
  const read = (): void =>
    void call('shell.pickFile', { kind: 'definition' })
      .then(async (picked) => {
        if (picked === null) return;
        beginDesignWith(await call('ledgers.read', { file: picked.handle }));
        design();
      })
      .catch(failed);
  return (
    <section className="ld-page" aria-label="新建台账">
      <div className="ld-head">
        <h1>新建台账</h1>
        <span className="push" />
        <Button onClick={() => go('ledgers')}>取消</Button>
      </div>
      <div className="ld-choose">
        {left === null ? null : (
          <p className="left">
            上次的{quotedName(left.label === '' ? '新台账' : left.label)}尚未建完，
            {left.fields.length}
            个字段。
            <Button
              size="small"
              onClick={() => {
                beginLeft(left);
                design();
              }}
            >
              继续设计
            </Button>
          </p>
        )}
        <div className="ways">
          <button type="button" onClick={pick}>
            <b>用这张表建台账</b>
            <span>
              选择一个Excel或WPS表格，程序按表提取字段、类型、单位，修改确认后建立，数据一并导入。
            </span>
          </button>
          <button
            type="button"
            onClick={() => {
              beginBlank();
              design();
            }}
          >
            <b>从空白开始</b>
            <span>自行添加字段。</span>
          </button>
          <button type="button" onClick={read}>
            <b>从台账定义文件</b>
            <span>别的县导出的台账定义，不带数据。</span>
          </button>
        </div>
        {file === null ? null : (
          <div className="sheets" role="group" aria-label="选择工作表">
            <b>
              “{file.file.name}”里有{file.sheets.length}张表，请选择。
            </b>
            {file.sheets.map((name) => (
              <Button key={name} onClick={() => void propose(file.file, name).catch(failed)}>
                {name}
              </Button>
            ))}
          </div>
        )}
        <h2>现成的台账</h2>
        <div className="shipped">
          {(shipped ?? []).map((one) => (
            <Shipped key={one.code} one={one} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Shipped({ one }: { readonly one: ShippedLedger }): ReactElement {
  const add = async (): Promise<void> => {
    const made = await call('ledgers.addShipped', { code: one.code });
    useOwnLedgers.setState({ own: await call('ledgers.list', {}) });
    go('ledgers', { ledger: made.code });
    offerUndo(`已建立台账${quotedName(one.label)}。`, undoLast);
  };
  const shown = one.definition.fields.filter((field) => !field.hidden);
  return (
    <article aria-label={one.label}>
      <b>{one.label}</b>
      <p>{one.about}</p>
      <p
        className="muted"
        title={shown.map((field) => `${field.label}（${OWN_KIND_LABELS[field.kind]}）`).join('、')}
      >
        {shown.length}个字段：{shown.map((field) => field.label).join('、')}
      </p>
      {one.present ? (
        <Button size="small" onClick={() => go('ledgers', { ledger: one.code })}>
          打开
        </Button>
      ) : (
        <Button size="small" type="primary" onClick={() => void add().catch(failed)}>
          建立此台账
        </Button>
      )}
    </article>
  );
}
