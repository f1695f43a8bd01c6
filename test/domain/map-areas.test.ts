/**
 * GeoJSON as offices have it: areas with names, in parts, with holes; and files that are no map.
 */
import { expect, test } from 'vitest';
import { readMap } from '../../main/domain/projects/map-areas.ts';

const ring = [
  [108, 34],
  [108.1, 34],
  [108.1, 34.1],
  [108, 34.1],
  [108, 34],
];
const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const read = (features: readonly unknown[]) =>
  readMap(JSON.stringify({ type: 'FeatureCollection', features }));

test('areas by their names; parts of one name are one area', () => {
  const found = read([
    feature({ name: '甲镇' }, 'Polygon', [ring]),
    feature({ XZQMC: ' 乙乡 ', code: 1 }, 'MultiPolygon', [[ring], [ring, ring]]),
    feature({ name: '甲镇' }, 'Polygon', [ring]),
    feature({ id: 7 }, 'Polygon', [ring]),
    feature({ name: '河流' }, 'LineString', ring),
  ]);
  expect(
    found.is === 'map' ? found.areas.map((area) => [area.name, area.rings.length]) : found,
  ).toEqual([
    ['甲镇', 2],
    ['乙乡', 3],
  ]);
});

test('coordinates are rounded to half a metre, repeated points left out', () => {
  const found = read([
    feature({ name: '甲镇' }, 'Polygon', [
      [
        [108.0000001, 34],
        [108, 34],
        [108.1, 34],
        [108.1, 34.123456789],
      ],
    ]),
  ]);
  expect(found.is === 'map' ? found.areas[0]?.rings[0] : found).toEqual([
    [108, 34],
    [108.1, 34],
    [108.1, 34.12346],
  ]);
});

test.each([
  ['not JSON', '乡镇', '不是GeoJSON地图文件'],
  ['another JSON', '{"a":1}', '不是GeoJSON地图文件'],
  ['no areas', JSON.stringify({ type: 'FeatureCollection', features: [] }), '里面没有带名称的区域'],
  [
    'projected metres',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature({ name: '甲镇' }, 'Polygon', [
          [
            [36500000, 3800000],
            [36500001, 3800000],
            [36500001, 3800001],
          ],
        ]),
      ],
    }),
    '坐标不是经纬度，请另存为WGS84经纬度',
  ],
])('%s is refused with the reason', (_name, text, why) => {
  expect(readMap(text)).toEqual({ is: 'none', why });
});
