/** Views that come with the ledger: as the first it opens, unless that one leaves records out. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { OwnKind, OwnView } from '../../../main/domain/ledgers/own-definition.ts';
import { fieldOptions, OneOf, Text, Tick } from './boxes.tsx';
import { designState, useDesign } from './store.ts';

const GROUPING: readonly OwnKind[] = ['text', 'person', 'choice', 'yes-no', 'unit'];
const NEW_VIEW: OwnView = { name: '默认视图', columns: [], filters: [], sort: [], group: [] };

export function ViewForm(): ReactElement {
  const { draft } = useDesign();
  const { views } = draft;
  const set = (at: number, part: Partial<OwnView>): void =>
    designState({
      ...draft,
      views: views.map((view, place) => (place === at ? { ...view, ...part } : view)),
    });
  return (
    <div className="ld-views">
      {views.map((view, at) => (
        <One
          key={at}
          view={view}
          at={at}
          onSet={(part) => set(at, part)}
          onDrop={() => designState({ ...draft, views: views.toSpliced(at, 1) })}
        />
      ))}
      <Button
        size="small"
        onClick={() =>
          designState({
            ...draft,
            views: [
              ...views,
              { ...NEW_VIEW, name: views.length === 0 ? NEW_VIEW.name : `视图${views.length + 1}` },
            ],
          })
        }
      >
        {views.length === 0 ? '设默认视图' : '增加一个视图'}
      </Button>
    </div>
  );
}

function One({
  view,
  at,
  onSet,
  onDrop,
}: {
  readonly view: OwnView;
  readonly at: number;
  onSet(part: Partial<OwnView>): void;
  onDrop(): void;
}): ReactElement {
  const { draft } = useDesign();
  const shown = draft.fields.filter((field) => !field.hidden);
  const [sort] = view.sort;
  const [filter] = view.filters;
  const choose = (key: string, on: boolean): void => {
    const now = view.columns.length === 0 ? shown.map((field) => field.key) : view.columns;
    const next = shown
      .map((field) => field.key)
      .filter((one) => (one === key ? on : now.includes(one)));
    onSet({ columns: next.length === shown.length ? [] : next });
  };
  return (
    <fieldset className="ld-form">
      <legend>{at === 0 && view.filters.length === 0 ? '打开台账时' : '视图'}</legend>
      <Text label="视图名称" value={view.name} onType={(name) => onSet({ name })} />
      <OneOf
        label="分组"
        value={view.group[0] ?? ''}
        options={fieldOptions(draft.fields, GROUPING, '不分组')}
        onChoose={(key) => onSet({ group: key === '' ? [] : [key] })}
      />
      <OneOf
        label="排序字段"
        value={sort?.field ?? ''}
        options={fieldOptions(draft.fields, null, '录入顺序')}
        onChoose={(key) =>
          onSet({ sort: key === '' ? [] : [{ field: key, descending: sort?.descending ?? false }] })
        }
      />
      <OneOf
        label="顺序"
        value={sort?.descending === true ? 'down' : 'up'}
        options={[
          { value: 'up', label: '从小到大' },
          { value: 'down', label: '从大到小' },
        ]}
        onChoose={(way) =>
          onSet({ sort: view.sort.map((one) => ({ ...one, descending: way === 'down' })) })
        }
      />
      <OneOf
        label="只看"
        value={filter?.field ?? ''}
        options={fieldOptions(draft.fields, null, '全部')}
        onChoose={(key) =>
          onSet({ filters: key === '' ? [] : [{ field: key, text: filter?.text ?? '' }] })
        }
      />
      {filter === undefined ? (
        <span />
      ) : (
        <Text
          label="写法同筛选行"
          value={filter.text}
          placeholder="如 否、>100、空"
          onType={(text) => onSet({ filters: [{ field: filter.field, text }] })}
        />
      )}
      <div className="wide ticks">
        {shown.map((field) => (
          <Tick
            key={field.key}
            label={field.label}
            checked={view.columns.length === 0 || view.columns.includes(field.key)}
            onTick={(on) => choose(field.key, on)}
          />
        ))}
      </div>
      <div className="wide">
        <Button size="small" onClick={onDrop}>
          去掉这个视图
        </Button>
      </div>
    </fieldset>
  );
}
