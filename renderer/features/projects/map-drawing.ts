/** Areas in degrees as paths of a picture: north up, distances true in the middle of the county. */
import type { Point } from '../../../main/domain/projects/map-areas.ts';
import type { UnitArea } from '../../../preload/contract/maps.ts';

export interface DrawnArea {
  readonly name: string;
  readonly unit: string | null;
  readonly path: string;
  /** where its name stands */
  readonly middle: Point;
}
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** the height of a line of text */
  readonly line: number;
  readonly areas: readonly DrawnArea[];
}
const [WIDTH, HEIGHT, EDGE] = [1000, 640, 16];
export const SHADES = 5;

export function drawnMap(areas: readonly UnitArea[]): Picture {
  const points = areas.flatMap((area) => area.rings.flat());
  const box = boxOf(points);
  const squeeze = Math.cos((((box.top + box.bottom) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (WIDTH - 2 * EDGE) / Math.max((box.right - box.left) * squeeze, 1e-9),
    (HEIGHT - 2 * EDGE) / Math.max(box.top - box.bottom, 1e-9),
  );
  const aside = (WIDTH - (box.right - box.left) * squeeze * scale) / 2;
  const place = ([x, y]: Point): Point => [
    round(aside + (x - box.left) * squeeze * scale),
    round(EDGE + (box.top - y) * scale),
  ];
  return {
    width: WIDTH,
    height: HEIGHT,
    line: 20,
    areas: areas.map(({ name, unit, rings }) => {
      const placed = rings.map((ring) => ring.map(place));
      return {
        name,
        unit,
        path: placed.map((ring) => `M${ring.map((point) => point.join(' ')).join('L')}Z`).join(''),
        middle: middleOf(placed),
      };
    }),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function boxOf(points: readonly Point[]): {
  left: number;
  right: number;
  top: number;
  bottom: number;
} {
  const box = { left: Infinity, right: -Infinity, top: -Infinity, bottom: Infinity };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.max(box.top, y);
    box.bottom = Math.min(box.bottom, y);
  }
  return box;
}

/** The middle of the largest ring's box: near enough for a name. */
function middleOf(rings: readonly (readonly Point[])[]): Point {
  const boxes = rings.map(boxOf);
  const size = (box: ReturnType<typeof boxOf>): number =>
    (box.right - box.left) * (box.top - box.bottom);
  const largest = boxes.reduce(
    (best, box) => (size(box) > size(best) ? box : best),
    boxes[0] ?? boxOf([[0, 0]]),
  );
  return [round((largest.left + largest.right) / 2), round((largest.top + largest.bottom) / 2)];
}

/** A figure's shade, 0 (none) to 4 (most), by its share of the largest. */
export function shadesOf(figures: readonly number[]): (figure: number) => number {
  const most = Math.max(...figures, 0);
  return (figure) =>
    figure <= 0 || most === 0 ? 0 : Math.min(SHADES - 1, Math.ceil((figure / most) * (SHADES - 1)));
}
