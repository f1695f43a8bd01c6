/** The county's map, from a GeoJSON file of the office's: its areas, and the units they are. */
import { z } from 'zod';
import type { MapArea } from '../../main/domain/projects/map-areas.ts';
import { asks, does } from './call.ts';

export interface UnitArea extends MapArea {
  /** the unit's name; null: none, or not known yet */
  readonly unit: string | null;
  /** nobody has said yet which unit it is */
  readonly asks: boolean;
}
export interface CountyMap {
  readonly file: string;
  readonly areas: readonly UnitArea[];
}

export const mapCalls = {
  'maps.get': asks<CountyMap | null>()(z.strictObject({})),
  /** takes in a picked GeoJSON file in place of the map there was */
  'maps.take': does<CountyMap | null>()(z.strictObject({ file: z.string() })),
  'maps.tie': does<CountyMap | null>()(
    z.strictObject({ area: z.string(), unit: z.string().nullable() }),
  ),
};
