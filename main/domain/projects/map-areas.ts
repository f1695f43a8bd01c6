/**
 * Areas of a map from a GeoJSON file (乡镇界线): names with their outlines, in degrees as the file
 * has them.
 */

export type Point = readonly [number, number];
export interface MapArea {
  /** what the file calls it */
  readonly name: string;
  /** outer and inner edges of all its parts; inner ones are holes by the even-odd rule */
  readonly rings: readonly (readonly Point[])[];
}
/** A file that gives no map says why: 里面没有面状的区域. */
export type MapRead =
  | { readonly is: 'map'; readonly areas: readonly MapArea[] }
  | { readonly is: 'none'; readonly why: string };

/** What surveyors and web maps call the name of an area, the likelier first. */
const NAME_KEYS = [
  'name',
  'NAME',
  'Name',
  '名称',
  '乡镇',
  '乡镇名称',
  'XZQMC',
  'xzqmc',
  'TOWNNAME',
  'TOWN',
  '单位',
];
/** half a metre */
const PLACES = 1e5;

export function readMap(text: string): MapRead {
  const file = parsed(text);
  const features =
    isObject(file) && Array.isArray(file['features'])
      ? (file['features'] as readonly unknown[])
      : isObject(file) && file['type'] === 'Feature'
        ? [file]
        : null;
  if (features === null) return { is: 'none', why: '不是GeoJSON地图文件' };
  const areas = new Map<string, (readonly Point[])[]>();
  for (const feature of features) {
    if (!isObject(feature)) continue;
    const rings = ringsOf(feature['geometry']);
    const name = nameOf(feature['properties']);
    if (rings.length > 0 && name !== null) areas.set(name, [...(areas.get(name) ?? []), ...rings]);
  }
  if (areas.size === 0) return { is: 'none', why: '里面没有带名称的区域' };
  const list = [...areas].map(([name, rings]) => ({ name, rings }));
  const inDegrees = list.every((area) =>
    area.rings.every((ring) => ring.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)),
  );
  return inDegrees
    ? { is: 'map', areas: list }
    : { is: 'none', why: '坐标不是经纬度，请另存为WGS84经纬度' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^﻿/, ''));
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function nameOf(properties: unknown): string | null {
  if (!isObject(properties)) return null;
  const texts = NAME_KEYS.map((key) => properties[key]).filter(
    (value) => typeof value === 'string' && value.trim() !== '',
  );
  const [first] =
    texts.length > 0
      ? texts
      : Object.values(properties).filter(
          (value) => typeof value === 'string' && /\p{Script=Han}/u.test(value),
        );
  return typeof first === 'string' ? first.trim() : null;
}

function ringsOf(geometry: unknown): (readonly Point[])[] {
  if (!isObject(geometry)) return [];
  if (geometry['type'] === 'GeometryCollection' && Array.isArray(geometry['geometries']))
    return geometry['geometries'].flatMap(ringsOf);
  const { coordinates } = geometry as { readonly coordinates?: unknown };
  if (!Array.isArray(coordinates)) return [];
  const polygons: readonly unknown[] =
    geometry['type'] === 'Polygon'
      ? [coordinates]
      : geometry['type'] === 'MultiPolygon'
        ? (coordinates as readonly unknown[])
        : [];
  return polygons.flatMap((polygon) =>
    Array.isArray(polygon)
      ? (polygon as readonly unknown[]).map(ringOf).filter((ring) => ring.length >= 3)
      : [],
  );
}

/** Points rounded, repeated ones left out. */
function ringOf(ring: unknown): readonly Point[] {
  if (!Array.isArray(ring)) return [];
  const points: Point[] = [];
  for (const point of ring as readonly unknown[]) {
    const [x, y] = Array.isArray(point) ? (point as readonly unknown[]) : [];
    if (
      typeof x !== 'number' ||
      typeof y !== 'number' ||
      !Number.isFinite(x) ||
      !Number.isFinite(y)
    )
      return [];
    const rounded: Point = [Math.round(x * PLACES) / PLACES, Math.round(y * PLACES) / PLACES];
    const last = points.at(-1);
    if (last?.[0] !== rounded[0] || last[1] !== rounded[1]) points.push(rounded);
  }
  return points;
}
