/**
 * 地图: the units' areas, darker where there is more; each opens its projects. The outlines come
 * from a file of the office's.
 */
import { Button, Segmented, Select } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import type { CountyMap, UnitArea } from '../../../preload/contract/maps.ts';
import type { ProjectSumRow } from '../../../preload/contract/project-views.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { saidMoney } from '../../format/money.ts';
import { tell } from '../../stores/sentence.ts';
import type { ViewProps } from '../../ui/other-view.ts';
import { drawnMap, shadesOf, SHADES, type DrawnArea } from './map-drawing.ts';
import { openProjectRecords } from './records.ts';

const MEASURES = [
  { value: 'count', label: '个数' },
  { value: 'total', label: '总投资' },
  { value: 'arrived', label: '到位资金' },
] as const;
type Measured = (typeof MEASURES)[number]['value'];

export function MapView({ filters }: ViewProps): ReactElement | null {
  const { value: map, fresh } = useCall('maps.get', {}, ['unit']);
  const { value: sums } = useCall('projects.sums', { filters: [...filters], by: 'unit' }, [
    'project',
    'arrival',
    'unit',
  ]);
  const [measured, setMeasured] = useState<Measured>('count');
  if (sums === null || (map === null && !fresh)) return null;
  if (map === null) return <NoMap />;
  const asking = map.areas.find((area) => area.asks);
  return (
    <div className="pj-view">
      <div className="pj-bar">
        <Segmented<Measured>
          aria-label="颜色深浅的含义"
          size="small"
          value={measured}
          options={[...MEASURES]}
          onChange={setMeasured}
        />
        <span className="hint">按引进单位；到位资金按分成比例。</span>
        <span className="push" />
        <span className="hint">{map.file}</span>
        <Button size="small" onClick={pickMap}>
          换地图
        </Button>
      </div>
      {asking === undefined ? null : (
        <Question
          key={asking.name}
          area={asking}
          left={map.areas.filter((area) => area.asks).length}
        />
      )}
      <Drawing
        map={map}
        sums={sums}
        measured={measured}
        onPick={(unit) => openProjectRecords(filters, 'introducer', unit)}
      />
    </div>
  );
}

function pickMap(): void {
  void tell(
    call('shell.pickFile', { kind: 'map' }).then((file) =>
      file === null ? null : call('maps.take', { file: file.handle }),
    ),
    (map) =>
      map === null
        ? ''
        : `已导入地图，${map.areas.length}个区域，${map.areas.filter((area) => area.asks).length}个待确认。`,
  );
}

function NoMap(): ReactElement {
  return (
    <div className="pj-view">
      <div className="pj-empty">
        <p>尚无地图。乡镇界线数据可向自然资源或民政部门索取（GeoJSON文件，经纬度）。</p>
        <Button type="primary" onClick={pickMap}>
          导入地图
        </Button>
      </div>
    </div>
  );
}

/** An area whose name is no unit's: asked one by one. */
function Question({
  area,
  left,
}: {
  readonly area: UnitArea;
  readonly left: number;
}): ReactElement {
  const units = useCall('units.list', {}, ['unit']).value ?? [];
  const [unit, setUnit] = useState<string | null>(null);
  const tie = (name: string | null): void =>
    void tell(
      call('maps.tie', { area: area.name, unit: name }),
      name === null ? `“${area.name}”不算本县单位。` : `“${area.name}”就是“${name}”。`,
    );
  return (
    <div className="pj-question" role="group" aria-label="区域是哪个单位">
      地图上的“{area.name}”是哪个单位？
      <Select
        showSearch
        aria-label="是哪个单位"
        value={unit}
        placeholder="选单位"
        style={{ minWidth: 160 }}
        popupMatchSelectWidth={false}
        options={units
          .filter((one) => one.kind !== 'county')
          .map((one) => ({ value: one.name, label: one.name }))}
        onChange={setUnit}
      />
      <Button type="primary" disabled={unit === null} onClick={() => tie(unit)}>
        就是它
      </Button>
      <Button onClick={() => tie(null)}>非本县单位</Button>
      {left === 1 ? null : <span className="hint">还有{left - 1}个</span>}
    </div>
  );
}

interface DrawingProps {
  readonly map: CountyMap;
  readonly sums: readonly ProjectSumRow[];
  readonly measured: Measured;
  onPick(unit: string): void;
}

function Drawing({ map, sums, measured, onPick }: DrawingProps): ReactElement {
  const picture = useMemo(() => drawnMap(map.areas), [map]);
  const byUnit = new Map(sums.map((row) => [row.key, row]));
  const figureOf = (unit: string | null): number =>
    Number((unit === null ? null : byUnit.get(unit)?.[measured]) ?? 0);
  const shades = shadesOf(map.areas.map((area) => figureOf(area.unit)));
  const words = (area: DrawnArea): string => {
    const row = area.unit === null ? undefined : byUnit.get(area.unit);
    return row === undefined
      ? '没有项目'
      : measured === 'count'
        ? `${row.count}个`
        : saidMoney(row[measured]) || '没有数';
  };
  return (
    <svg
      className="pj-map"
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      role="group"
      aria-label="项目地图"
    >
      {picture.areas.map((area) => {
        const unit = area.unit;
        const shade = unit === null ? 'none' : `shade-${shades(figureOf(unit))}`;
        const press =
          unit === null
            ? {}
            : {
                role: 'button',
                tabIndex: 0,
                onClick: () => onPick(unit),
                onKeyDown: (event: { key: string }) => {
                  if (event.key === 'Enter') onPick(unit);
                },
              };
        return (
          <g
            key={area.name}
            className={`area ${shade}`}
            aria-label={`${unit ?? area.name}：${words(area)}`}
            {...press}
          >
            <path d={area.path} fillRule="evenodd" />
            <text x={area.middle[0]} y={area.middle[1]}>
              {unit ?? area.name}
            </text>
            <text className="figure" x={area.middle[0]} y={area.middle[1] + picture.line}>
              {unit === null ? '' : words(area)}
            </text>
          </g>
        );
      })}
      <g className="legend" aria-hidden="true">
        {Array.from({ length: SHADES }, (_, at) => (
          <rect
            key={at}
            className={`shade-${at}`}
            x={10 + at * 26}
            y={picture.height - 22}
            width={24}
            height={12}
          />
        ))}
        <text x={10} y={picture.height - 28}>
          少 → 多
        </text>
      </g>
    </svg>
  );
}
