/**
 * The county's map as the book keeps it: its areas' outlines, and the units that they are, by id.
 */
import { z } from 'zod';
import type { MapArea } from '../../domain/projects/map-areas.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';
import type { Reader } from '../open.ts';
import { decideSetting, setting } from '../settings.ts';
import type { Writing } from '../write.ts';

/** An area that is no unit of ours has `unit` null; one that was never asked has none. */
export interface KeptArea extends MapArea {
  readonly unit?: number | null | undefined;
}
export interface KeptMap {
  readonly file: string;
  readonly areas: readonly KeptArea[];
}
const shape: z.ZodType<KeptMap> = z.strictObject({
  file: z.string(),
  areas: z.array(
    z.strictObject({
      name: z.string(),
      rings: z.array(z.array(z.tuple([z.number(), z.number()]))),
      unit: z.int().nullable().optional(),
    }),
  ),
});
const KIND: KeptKind<KeptMap> = { version: 1, shape };

/** Null where no map was taken in. @throws Fault kept.damaged, kept.newer */
export function keptMap(db: Reader): KeptMap | null {
  const text = setting(db, 'map');
  return text === null ? null : readKept(text, KIND, '全县地图');
}

export const keepMap = (writing: Writing, map: KeptMap): void =>
  decideSetting(writing, 'map', keptText(KIND, map));
