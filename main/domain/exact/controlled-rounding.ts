/**
 * Rounds figures that add up down and across so that the rounded ones add up too: each becomes one
 * of its two neighbours, as few as possible other than the nearer.
 */

/**
 * An amount in whole units: `floor`, and the thousandths above it that are left; 0 where it is
 * whole already.
 */
export interface UnitFraction {
  readonly floor: number;
  readonly rest: number;
}
/**
 * A figure between two places where figures meet: what goes into a meeting place comes out of it.
 */
export interface RoundedEdge {
  readonly from: number;
  readonly to: number;
  readonly value: UnitFraction;
  /** never other than the nearer neighbour */
  readonly fixed?: true;
}

export const PARTS_OF_UNIT = 1000;
export const nearer = ({ floor, rest }: UnitFraction): number =>
  floor + (rest * 2 >= PARTS_OF_UNIT ? 1 : 0);

/**
 * The parts of `whole`, which is the floor or ceiling of their sum: those with the largest
 * remainders go up, the earlier first.
 * Null where the parts do not make it.
 */
export function partsOfWhole(
  whole: number,
  parts: readonly UnitFraction[],
): readonly number[] | null {
  const left = whole - parts.reduce((sum, { floor }) => sum + floor, 0);
  const open = parts.flatMap(({ rest }, at) => (rest > 0 ? [at] : []));
  if (left < 0 || left > open.length) return null;
  const raised = new Set(
    open.toSorted((a, b) => (parts[b]?.rest ?? 0) - (parts[a]?.rest ?? 0) || a - b).slice(0, left),
  );
  return parts.map(({ floor }, at) => floor + (raised.has(at) ? 1 : 0));
}

/**
 * The edges' rounded figures, so that at each of the `places` meeting places but the first as much
 * comes out as goes in; null where that cannot be.
 */
export function roundedFlow(
  edges: readonly RoundedEdge[],
  places: number,
): readonly number[] | null {
  const values = edges.map((edge) => nearer(edge.value));
  const excess = new Array<number>(places).fill(0);
  edges.forEach(({ from, to }, at) => {
    excess[to] = (excess[to] ?? 0) + (values[at] ?? 0);
    excess[from] = (excess[from] ?? 0) - (values[at] ?? 0);
  });
  const around = Array.from({ length: places }, (): number[] => []);
  edges.forEach(({ from, to, value, fixed }, at) => {
    if (value.rest === 0 || fixed === true) return;
    around[from]?.push(at);
    around[to]?.push(at);
  });
  for (let start = 1; start < places; start += 1)
    while ((excess[start] ?? 0) !== 0) {
      const way = cheapestWay(edges, values, around, excess, start);
      if (way === null) return null;
      for (const at of way.turned) {
        const { floor } = edges[at]?.value ?? { floor: 0 };
        values[at] = values[at] === floor ? floor + 1 : floor;
      }
      const sign = Math.sign(excess[start] ?? 0);
      excess[start] = (excess[start] ?? 0) - sign;
      excess[way.end] = (excess[way.end] ?? 0) + sign;
    }
  return values;
}

/**
 * From a place where too much (or too little) meets, over edges that are turned to their other
 * neighbour, to one where it is wanted, or to the first place, which takes all.
 */
function cheapestWay(
  edges: readonly RoundedEdge[],
  values: readonly number[],
  around: readonly (readonly number[])[],
  excess: readonly number[],
  start: number,
): { readonly turned: readonly number[]; readonly end: number } | null {
  const sign = Math.sign(excess[start] ?? 0);
  const cost = new Map<number, number>([[start, 0]]);
  const came = new Map<number, { readonly edge: number; readonly from: number }>();
  const queue = [start];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const at of around[next] ?? []) {
      const edge = edges[at];
      if (edge === undefined) continue;
      const up = values[at] === edge.value.floor;
      // too much leaves by an outgoing edge that goes up or an incoming one that goes down
      const leaves = edge.from === next;
      if (sign > 0 !== (leaves === up)) continue;
      const other = leaves ? edge.to : edge.from;
      const reached = (cost.get(next) ?? 0) + costOf(edge.value, up);
      if (reached >= (cost.get(other) ?? Infinity)) continue;
      cost.set(other, reached);
      came.set(other, { edge: at, from: next });
      queue.push(other);
    }
  }
  let end: number | null = null;
  for (const [place, spent] of cost)
    if (
      place !== start &&
      (place === 0 || Math.sign(excess[place] ?? 0) === -sign) &&
      (end === null || spent < (cost.get(end) ?? Infinity))
    )
      end = place;
  if (end === null) return null;
  const turned: number[] = [];
  for (let place = end; place !== start;) {
    const step = came.get(place);
    if (step === undefined) return null;
    turned.push(step.edge);
    place = step.from;
  }
  return { turned, end };
}

/**
 * How much further from the exact figure the other neighbour lies; below zero where a figure turned
 * before comes back.
 */
const costOf = ({ rest }: UnitFraction, up: boolean): number =>
  up ? PARTS_OF_UNIT - 2 * rest : 2 * rest - PARTS_OF_UNIT;
