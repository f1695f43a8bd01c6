/**
 * Kept JSON gets its version, and what it names by name it names by id from here on; awards say
 * whom they are for. Written as the book was then: nothing here follows later code.
 */
import type Database from 'better-sqlite3';
import type { Migration } from './migration.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonMap = { readonly [key: string]: Json };
/** Fields of the built-in ledgers that name units. */
const UNIT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  project: ['introducer', 'responsible_unit'],
  person: ['unit'],
  lead: ['unit'],
  rectification: ['unit'],
  task: ['lead_unit'],
};
/** The kept columns, by table. */
const COLUMNS = {
  scheme: 'content',
  score_publication: 'content',
  reward_book: 'content',
  indicator: 'counted',
  own_ledger: 'definition',
  gate: 'thresholds',
} as const;
type Kept = keyof typeof COLUMNS | 'profile';

interface Names {
  readonly indicator: ReadonlyMap<string, number>;
  readonly unit: ReadonlyMap<string, number>;
  /** by own ledger: its fields that name units */
  readonly own: ReadonlyMap<string, readonly string[]>;
}

const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function reference(names: Names, ref: 'indicator' | 'unit', name: string): Json {
  const id = names[ref].get(name);
  return id === undefined ? name : { ref, id, name };
}

/** =城关镇, 含城关镇, 城关镇, and two of them with 且 between. */
function filterText(names: Names, text: string): Json {
  const joined = text.split(/([ \u3000]+且[ \u3000]+)/).flatMap((part): readonly Json[] => {
    const [, before = '', sign = '', word = '', after = ''] =
      /^(\s*)([=＝]\s*(?=\S)|含\s*(?=\S))?(.*?)(\s*)$/su.exec(part) ?? [];
    const unit = reference(names, 'unit', word);
    const isOnly = [...names.unit.keys()].filter((name) => name.includes(word)).length === 1;
    if (!isMap(unit) || !(/^[=＝]/.test(sign) || isOnly)) return [part];
    return /^[=＝]/.test(sign)
      ? [`${before}${sign}`, unit, after]
      : [before, { ...unit, typed: `${sign}${word}` }, after];
  });
  return joined.every((part) => typeof part === 'string')
    ? text
    : { joined: joined.filter((part) => part !== '') };
}

const filters = (names: Names, units: readonly string[], list: Json | undefined): Json =>
  isList(list)
    ? list.map((one) =>
        isMap(one) && units.includes(textOf(one['field']))
          ? { ...one, text: filterText(names, textOf(one['text'])) }
          : one,
      )
    : [];

const unitFields = (names: Names, ledger: Json | undefined): readonly string[] =>
  UNIT_FIELDS[textOf(ledger)] ?? names.own.get(textOf(ledger)) ?? [];

/** What reads a ledger, or an indicator. */
function source(names: Names, from: JsonMap): JsonMap {
  if (typeof from['indicator'] === 'string')
    return { ...from, indicator: reference(names, 'indicator', from['indicator']) };
  return from['filters'] === undefined
    ? from
    : { ...from, filters: filters(names, unitFields(names, from['ledger']), from['filters']) };
}

function rule(names: Names, of: JsonMap): JsonMap {
  const { source: from, parts, tiers } = of;
  const ledger = isMap(from) ? from['ledger'] : undefined;
  return {
    ...of,
    ...(isMap(from) ? { source: source(names, from) } : {}),
    ...(isList(parts)
      ? {
          parts: parts.map((part) =>
            isMap(part) && isMap(part['source'])
              ? { ...part, source: source(names, part['source']) }
              : part,
          ),
        }
      : {}),
    ...(isList(tiers) && ledger !== undefined
      ? {
          tiers: tiers.map((tier) =>
            isMap(tier)
              ? { ...tier, only: filters(names, unitFields(names, ledger), tier['only']) }
              : tier,
          ),
        }
      : {}),
  };
}

const each = (list: Json | undefined, work: (one: JsonMap) => Json): Json =>
  isList(list) ? list.map((one) => (isMap(one) ? work(one) : one)) : (list ?? null);

const SHAPES: Readonly<Record<Kept, (names: Names, content: Json) => Json>> = {
  scheme: (names, content) =>
    isMap(content)
      ? {
          ...content,
          groups: each(content['groups'], (group) => ({
            ...group,
            units: isList(group['units'])
              ? group['units'].map((name) => reference(names, 'unit', textOf(name)))
              : [],
          })),
          items: each(content['items'], (item) =>
            isMap(item['rule']) ? { ...item, rule: rule(names, item['rule']) } : item,
          ),
        }
      : content,
  reward_book: (names, content) =>
    isMap(content)
      ? {
          ...content,
          rules: each(content['rules'], (one) => ({
            ...one,
            filters: filters(names, unitFields(names, 'project'), one['filters']),
            beyond:
              typeof one['beyond'] === 'string'
                ? reference(names, 'indicator', one['beyond'])
                : null,
          })),
        }
      : content,
  indicator: (names, content) => (isMap(content) ? source(names, content) : content),
  own_ledger: (names, content) =>
    isMap(content)
      ? {
          ...content,
          views: each(content['views'], (view) => ({
            ...view,
            filters: filters(names, unitFieldsOf(content), view['filters']),
          })),
        }
      : content,
  score_publication: (_names, content) => content,
  gate: (_names, content) => content,
  profile: (names, content) =>
    each(content, (answer) =>
      answer['kind'] === 'unit' && isMap(answer['as']) && typeof answer['as']['unit'] === 'string'
        ? {
            ...answer,
            as: { ...answer['as'], unit: reference(names, 'unit', answer['as']['unit']) },
          }
        : answer,
    ),
};

const unitFieldsOf = (definition: JsonMap): readonly string[] =>
  isList(definition['fields'])
    ? definition['fields'].flatMap((field) =>
        isMap(field) && field['kind'] === 'unit' ? [textOf(field['code'])] : [],
      )
    : [];

/** What is no JSON stays as it is: to read it says that it is damaged. */
function versioned(names: Names, kept: Kept, text: string): string {
  const content = parsed(text);
  return content === undefined
    ? text
    : JSON.stringify({ version: 1, content: SHAPES[kept](names, content) });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function namesOf(db: Database.Database): Names {
  const ids = (table: string): ReadonlyMap<string, number> =>
    new Map(
      (
        db.prepare(`SELECT id, name FROM ${table}`).all() as readonly {
          id: number;
          name: string;
        }[]
      ).map((row) => [row.name, row.id]),
    );
  const own = db.prepare('SELECT code, definition FROM own_ledger').all() as readonly {
    code: string;
    definition: string;
  }[];
  return {
    indicator: ids('indicator'),
    unit: ids('unit'),
    own: new Map(
      own.map((row) => {
        const definition = parsed(row.definition);
        return [row.code, isMap(definition) ? unitFieldsOf(definition) : []];
      }),
    ),
  };
}

function rewrite(db: Database.Database): void {
  const names = namesOf(db);
  for (const [table, column] of Object.entries(COLUMNS) as [keyof typeof COLUMNS, string][]) {
    const rows = db
      .prepare(`SELECT id, ${column} AS text FROM ${table} WHERE ${column} IS NOT NULL`)
      .all() as readonly { id: number; text: string }[];
    const write = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`);
    for (const { id, text } of rows) write.run(versioned(names, table, text), id);
    rewriteAudit(db, names, table, column);
  }
  const profiles = db.prepare('SELECT shape, import_id, answers FROM profile').all() as readonly {
    shape: string;
    import_id: number;
    answers: string;
  }[];
  const profile = db.prepare('UPDATE profile SET answers = ? WHERE shape = ? AND import_id = ?');
  for (const one of profiles)
    profile.run(versioned(names, 'profile', one.answers), one.shape, one.import_id);
  const setting = db.prepare('UPDATE setting SET value = ? WHERE key = ?');
  for (const { key, value } of db
    .prepare("SELECT key, value FROM setting WHERE key IN ('map', 'lampRule')")
    .all() as readonly { key: string; value: string }[]) {
    const content = parsed(value);
    if (content !== undefined) setting.run(JSON.stringify({ version: 1, content }), key);
  }
}

/** What an undo brings back must be of the new form too. */
function rewriteAudit(
  db: Database.Database,
  names: Names,
  table: keyof typeof COLUMNS,
  column: string,
): void {
  const rows = db
    .prepare('SELECT id, before, after FROM audit WHERE "table" = ?')
    .all(table) as readonly { id: number; before: string | null; after: string | null }[];
  const image = (text: string | null): string | null => {
    const values = text === null ? undefined : parsed(text);
    const kept = isMap(values) ? values[column] : undefined;
    return isMap(values) && typeof kept === 'string'
      ? JSON.stringify({ ...values, [column]: versioned(names, table, kept) })
      : text;
  };
  const write = db.prepare('UPDATE audit SET before = ?, after = ? WHERE id = ?');
  for (const { id, before, after } of rows) write.run(image(before), image(after), id);
}

export const references: Migration = {
  version: 12,
  sql: `
-- u with a unit's id, p with a person's: whom an award that is for no project is for, whatever they are called later
ALTER TABLE reward ADD COLUMN subject_key TEXT;
UPDATE reward SET subject_key = coalesce(
  (SELECT 'u' || min(unit_id) FROM reward_share WHERE reward_id = reward.id HAVING count(*) = 1 AND count(unit_id) = 1 AND count(person) = 0),
  (SELECT 'u' || id FROM unit WHERE name = subject),
  (SELECT 'p' || min(id) FROM person WHERE name = subject HAVING count(*) = 1)
) WHERE project_id IS NULL;
`,
  rewrite,
};
