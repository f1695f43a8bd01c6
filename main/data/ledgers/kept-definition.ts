/**
 * The definition of a users' ledger as the book keeps it: the units that its views filter by stand
 * there by id.
 */
import { z } from 'zod';
import { definitionSchema as shape } from '../../../preload/contract/own-ledgers.ts';
import { fieldOfOwn } from '../../domain/ledgers/own.ts';
import type { OwnDefinition } from '../../domain/ledgers/own-definition.ts';
import { keptText, parsed, readKept, type KeptKind } from '../kept/document.ts';
import { named, referencesInFilters, referredIn } from '../kept/references.ts';
import type { Reader } from '../open.ts';
import { askValues } from '../rows.ts';

const KIND: KeptKind<OwnDefinition> = { version: 1, shape };

/** @throws Fault kept.damaged, kept.newer */
export const definitionIn = (db: Reader, text: string, code: string): OwnDefinition =>
  readKept(text, KIND, `台账“${labelIn(text) ?? code}”`, (content) => named(db, content));

export const definitionText = (db: Reader, definition: OwnDefinition): string => {
  const fields = definition.fields.map(fieldOfOwn);
  return keptText(KIND, {
    ...definition,
    views: definition.views.map((view) => ({
      ...view,
      filters: referencesInFilters(db, fields, view.filters),
    })),
  });
};

/**
 * The units that a definition names, as they are called now: with its text they tell whether it
 * reads as before.
 */
export function namesInDefinition(db: Reader, text: string): readonly string[] {
  if (!text.includes('"ref"')) return [];
  const units = referredIn(parsed(text, '台账'), 'unit');
  const sql = 'SELECT name FROM unit WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id';
  return askValues(db, 'text', sql, JSON.stringify(units));
}

const labelled = z.object({ content: z.object({ label: z.string() }) });
/** What a definition calls its ledger, whatever else is in it; null where it says nothing. */
export function labelIn(text: string): string | null {
  try {
    return labelled.safeParse(JSON.parse(text)).data?.content.label ?? null;
  } catch {
    return null;
  }
}
