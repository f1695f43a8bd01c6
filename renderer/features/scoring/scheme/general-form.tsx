/** The head of a scheme: its name and document, sheets folded by percent, groups, grades. */
import { Button, Checkbox, Input, InputNumber, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import type { RankGroup, Scheme } from '../../../../main/domain/scoring/scheme.ts';
import { UNIT_KINDS } from '../../../../main/domain/ledgers/unit.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { draftScheme } from '../shared/store.ts';
import { newGroup, renamedSheet } from './draft.ts';
import { RuleFigure } from '../shared/figure.tsx';

export function GeneralForm({ scheme }: { readonly scheme: Scheme }): ReactElement {
  const set = (part: Partial<Scheme>): void => draftScheme({ ...scheme, ...part });
  return (
    <div className="sc-form">
      <div className="form-grid">
        <label htmlFor="scheme-name">办法名称</label>
        <Input
          id="scheme-name"
          value={scheme.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <label htmlFor="scheme-document">文号，可不填</label>
        <Input
          id="scheme-document"
          value={scheme.document ?? ''}
          placeholder={`如县委发〔${scheme.year}〕5号`}
          onChange={(event) =>
            set({ document: event.target.value === '' ? null : event.target.value })
          }
        />
        <label htmlFor="scheme-places">得分保留几位</label>
        <InputNumber
          id="scheme-places"
          min={0}
          max={6}
          value={scheme.places}
          onChange={(value) => set({ places: value ?? 2 })}
        />
        <label>总分封顶</label>
        <RuleFigure
          label="总分封顶"
          value={scheme.most}
          onChange={(most) => set({ most })}
          empty="不封顶"
        />
      </div>
      <h3 className="sc-h3">考核表，按占比合成总分</h3>
      {scheme.sheets.map((sheet, at) => (
        <div key={at} className="sc-line">
          <Input
            aria-label="考核表名称"
            value={sheet.name}
            onChange={(event) => draftScheme(renamedSheet(scheme, at, event.target.value))}
          />
          占
          <RuleFigure
            label="占比"
            value={sheet.percent}
            onChange={(percent) =>
              set({ sheets: scheme.sheets.with(at, { ...sheet, percent: percent ?? '0' }) })
            }
          />
          % ，最多
          <RuleFigure
            label="这张表最多"
            value={sheet.most}
            onChange={(most) => set({ sheets: scheme.sheets.with(at, { ...sheet, most }) })}
            empty="不封顶"
          />
          分
          {scheme.sheets.length < 2 ? null : (
            <Button
              size="small"
              aria-label={`去掉${sheet.name}`}
              onClick={() => set({ sheets: scheme.sheets.toSpliced(at, 1) })}
            >
              ✕
            </Button>
          )}
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          set({
            sheets: [
              ...scheme.sheets,
              { name: `第${scheme.sheets.length + 1}张表`, percent: '0', most: null },
            ],
          })
        }
      >
        加一张表
      </Button>
      <h3 className="sc-h3">分组，组内排名</h3>
      {scheme.groups.map((group, at) => (
        <GroupForm
          key={at}
          scheme={scheme}
          group={group}
          onChange={(next) =>
            set({
              groups: next === null ? scheme.groups.toSpliced(at, 1) : scheme.groups.with(at, next),
            })
          }
        />
      ))}
      <Button size="small" onClick={() => set({ groups: [...scheme.groups, newGroup(scheme)] })}>
        加一组
      </Button>
      <Grades scheme={scheme} set={set} />
    </div>
  );
}

function GroupForm({
  scheme,
  group,
  onChange,
}: {
  readonly scheme: Scheme;
  readonly group: RankGroup;
  readonly onChange: (group: RankGroup | null) => void;
}): ReactElement {
  const { value: units } = useCall('units.list', {});
  return (
    <fieldset className="sc-group" aria-label={`分组${group.name}`}>
      <div className="sc-line">
        <Input
          aria-label="组名"
          value={group.name}
          onChange={(event) => onChange({ ...group, name: event.target.value })}
        />
        <Segmented<RankGroup['of']>
          aria-label="考核对象"
          value={group.of}
          options={[
            { value: 'units', label: '单位' },
            { value: 'people', label: '个人' },
          ]}
          onChange={(of) => onChange({ ...group, of })}
        />
        <Checkbox.Group
          aria-label="单位类别"
          value={[...group.kinds]}
          options={UNIT_KINDS.map((kind) => ({ value: kind.value, label: kind.label }))}
          onChange={(kinds) => onChange({ ...group, kinds })}
        />
        {scheme.groups.length < 2 ? null : (
          <Button size="small" aria-label={`去掉${group.name}`} onClick={() => onChange(null)}>
            ✕
          </Button>
        )}
      </div>
      <div className="form-grid">
        <label>只考核</label>
        <Select
          mode="multiple"
          aria-label="只考核这些单位"
          allowClear
          maxTagCount={6}
          placeholder="这类单位全部"
          value={[...group.units]}
          options={(units ?? []).map((unit) => ({ value: unit.name, label: unit.name }))}
          onChange={(names) => onChange({ ...group, units: names })}
        />
        <label>考核项</label>
        <Select
          mode="multiple"
          aria-label="考核哪些项"
          maxTagCount={8}
          placeholder="尚未选择"
          value={[...group.items]}
          options={scheme.items.map((item) => ({ value: item.code, label: item.name }))}
          onChange={(items) =>
            onChange({
              ...group,
              items: scheme.items.map((item) => item.code).filter((code) => items.includes(code)),
            })
          }
        />
      </div>
    </fieldset>
  );
}

function Grades({
  scheme,
  set,
}: {
  readonly scheme: Scheme;
  readonly set: (part: Partial<Scheme>) => void;
}): ReactElement {
  const { grades } = scheme;
  return (
    <>
      <h3 className="sc-h3">等次，从好到差，后一个接前一个剩下的</h3>
      {grades.map((grade, at) => {
        const by = grade.from !== null ? 'from' : grade.share !== null ? 'share' : 'rest';
        return (
          <div key={at} className="sc-line">
            <Input
              aria-label="等次名称"
              value={grade.name}
              onChange={(event) =>
                set({ grades: grades.with(at, { ...grade, name: event.target.value }) })
              }
            />
            <Select
              aria-label={`${grade.name}确定方式`}
              value={by}
              popupMatchSelectWidth={false}
              options={[
                { value: 'from', label: '得分达到' },
                { value: 'share', label: '排在前' },
                { value: 'rest', label: '其余' },
              ]}
              onChange={(next) =>
                set({
                  grades: grades.with(at, {
                    ...grade,
                    from: next === 'from' ? '60' : null,
                    share: next === 'share' ? '30' : null,
                  }),
                })
              }
            />
            {by === 'rest' ? null : (
              <>
                <RuleFigure
                  label={`${grade.name}界限`}
                  value={grade.from ?? grade.share}
                  onChange={(value) =>
                    set({ grades: grades.with(at, { ...grade, [by]: value ?? '0' }) })
                  }
                />
                {by === 'from' ? '分' : '%'}
              </>
            )}
            <Button
              size="small"
              aria-label={`去掉${grade.name}`}
              onClick={() => set({ grades: grades.toSpliced(at, 1) })}
            >
              ✕
            </Button>
          </div>
        );
      })}
      <div className="sc-line">
        <Button
          size="small"
          onClick={() => set({ grades: [...grades, { name: '等次', from: null, share: null }] })}
        >
          加一等
        </Button>
        一票否决定为
        <Input
          aria-label="一票否决定为"
          value={scheme.vetoGrade}
          onChange={(event) => set({ vetoGrade: event.target.value })}
        />
      </div>
    </>
  );
}
