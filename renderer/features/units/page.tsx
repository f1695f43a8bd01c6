/** 单位: the county's units with their aliases; a name that a workbook uses is written here once. */
import { Button, Form, Input, Select, Table } from 'antd';
import { useState, type ReactElement } from 'react';
import { UNIT_KINDS } from '../../../main/domain/ledgers/unit.ts';
import type { Unit } from '../../../preload/contract/units.ts';
import { call, faultOf, useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { offerUndo, say } from '../../stores/status.ts';
import { Dialog } from '../../ui/dialog.tsx';

type Kind = Exclude<Unit['kind'], 'county'>;
interface Draft {
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: string;
  readonly leader: string;
  readonly from: string;
  readonly to: string;
  readonly successor: number | null;
}
const KINDS = UNIT_KINDS.filter((kind) => kind.value !== 'county').map((kind) => ({
  value: kind.value,
  label: kind.label,
}));
const labelOf = (kind: Unit['kind']): string =>
  UNIT_KINDS.find((one) => one.value === kind)?.label ?? kind;
const refused = (error: unknown): void => say(faultText(faultOf(error)));

export function UnitsPage(): ReactElement {
  const { value: units } = useCall('units.list', {}, ['unit']);
  const [open, setOpen] = useState<Unit | 'new' | null>(null);
  const remove = (unit: Unit): void => {
    call('units.remove', { id: unit.id }).then(
      () =>
        offerUndo(
          `已删除“${unit.name}”。`,
          () => void call('changes.undo', {}).then(() => say('已撤销。'), refused),
        ),
      refused,
    );
  };
  return (
    <section className="page">
      <header className="page-head">
        <h1>单位</h1>
        <span className="sub">{units?.length ?? 0}个，别名供导入时识别</span>
        <span className="push" />
        <Button type="primary" onClick={() => setOpen('new')}>
          新增单位
        </Button>
      </header>
      <Table<Unit>
        size="small"
        bordered
        pagination={false}
        rowKey="id"
        dataSource={[...(units ?? [])]}
        locale={{ emptyText: '尚无单位。点“新增单位”，或导入报表时再建。' }}
        columns={[
          { title: '单位', dataIndex: 'name' },
          { title: '类别', dataIndex: 'kind', width: 140, render: labelOf },
          {
            title: '别名',
            dataIndex: 'aliases',
            render: (aliases: readonly string[]) => aliases.join('、'),
          },
          { title: '负责人', dataIndex: 'leader', width: 140 },
          {
            title: '启停',
            width: 170,
            render: (_, unit) => lifeText(unit, units ?? []),
          },
          {
            title: '',
            width: 150,
            render: (_, unit) =>
              unit.kind === 'county' ? null : (
                <>
                  <Button size="small" onClick={() => setOpen(unit)}>
                    修改
                  </Button>{' '}
                  <Button size="small" onClick={() => remove(unit)}>
                    删除
                  </Button>
                </>
              ),
          },
        ]}
      />
      {open === null ? null : (
        <UnitForm
          unit={open === 'new' ? null : open}
          units={units ?? []}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** 2022年起, 至2021年，并入柳河镇 */
function lifeText({ from, to, successor }: Unit, units: readonly Unit[]): string {
  const into = units.find((one) => one.id === successor)?.name;
  return [
    from === null ? '' : `${from}起`,
    to === null ? '' : `至${to}`,
    into === undefined ? '' : `并入${into}`,
  ]
    .filter((part) => part !== '')
    .join('，');
}

function UnitForm({
  unit,
  units,
  onClose,
}: {
  readonly unit: Unit | null;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}): ReactElement {
  const [form] = Form.useForm<Draft>();
  const [refusal, setRefusal] = useState('');
  const save = (draft: Draft): void => {
    const input = {
      name: draft.name,
      kind: draft.kind,
      aliases: draft.aliases.split(/[、，,；;\s]+/).filter((alias) => alias !== ''),
      leader: draft.leader.trim() === '' ? null : draft.leader,
    };
    (unit === null
      ? call('units.create', input)
      : call('units.update', {
          id: unit.id,
          ...input,
          from: draft.from.trim() === '' ? null : draft.from,
          to: draft.to.trim() === '' ? null : draft.to,
          successor: draft.successor ?? null,
        })
    ).then(onClose, (error: unknown) => setRefusal(faultText(faultOf(error))));
  };
  const initial: Draft = {
    name: unit?.name ?? '',
    kind: unit === null || unit.kind === 'county' ? 'township' : unit.kind,
    aliases: unit?.aliases.join('、') ?? '',
    leader: unit?.leader ?? '',
    from: unit?.from ?? '',
    to: unit?.to ?? '',
    successor: unit?.successor ?? null,
  };
  return (
    <Dialog
      open
      title={unit === null ? '新增单位' : '修改单位'}
      okText="保存"
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={initial} onFinish={save}>
        <Form.Item
          name="name"
          label="单位名称"
          rules={[{ required: true, whitespace: true, message: '名称不能空。' }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="kind" label="类别">
          <Select options={KINDS} />
        </Form.Item>
        <Form.Item name="aliases" label="别名">
          <Input placeholder="用顿号隔开" />
        </Form.Item>
        <Form.Item name="leader" label="负责人">
          <Input maxLength={60} />
        </Form.Item>
        {unit === null ? null : <LifeFields unit={unit} units={units} />}
      </Form>
      <p className="refused" role="alert">
        {refusal}
      </p>
    </Dialog>
  );
}

/**
 * From when and until when the unit exists, and which took it over: later years follow it, earlier
 * prints stay.
 */
function LifeFields({
  unit,
  units,
}: {
  readonly unit: Unit;
  readonly units: readonly Unit[];
}): ReactElement {
  return (
    <>
      <Form.Item name="from" label="启用年份">
        <Input placeholder="始终存续的不填，如2022" maxLength={20} />
      </Form.Item>
      <Form.Item name="to" label="停用年份（最后一年）">
        <Input placeholder="未撤并的不填，如2021" maxLength={20} />
      </Form.Item>
      <Form.Item name="successor" label="并入单位">
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          options={units
            .filter((one) => one.id !== unit.id && one.kind !== 'county')
            .map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
    </>
  );
}
