/**
 * Resolves the names of units in a sheet to the county's tree, with what the user has answered
 * about them.
 */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import type { UnitKind } from '../../domain/ledgers/unit.ts';
import { matchUnit, mistypedUnit, type NamedUnit } from '../../domain/read/unit-name.ts';
import { squeezeWords } from '../sheet/words.ts';

export type Resolved =
  | { readonly is: 'known'; readonly name: string }
  | { readonly is: 'empty' }
  | { readonly is: 'unknown'; readonly like: string | null };

export interface UnitNames {
  resolve(name: string): Resolved;
  /** units that the answers ask to be made */
  readonly made: readonly { readonly name: string; readonly kind: UnitKind }[];
}

/** `isNamed`: whether the file itself names a unit. */
export function unitNames(
  units: readonly NamedUnit[],
  county: string,
  answers: readonly ImportAnswer[],
  isNamed: (unit: string) => boolean = () => false,
): UnitNames {
  const known = new Map<string, Resolved>();
  const made: { name: string; kind: UnitKind }[] = [];
  for (const answer of answers) {
    if (answer.kind !== 'unit') continue;
    if (answer.as.is === 'empty') known.set(squeezeWords(answer.name), { is: 'empty' });
    else if (answer.as.is === 'known')
      known.set(squeezeWords(answer.name), { is: 'known', name: answer.as.unit });
    else {
      if (
        !units.some((unit) => unit.name === answer.name) &&
        !made.some((unit) => unit.name === answer.name)
      )
        made.push({ name: answer.name, kind: answer.as.unitKind });
      known.set(squeezeWords(answer.name), { is: 'known', name: answer.name });
    }
  }
  // a unit just made may be what another name means: 县功镇, 县功镇人民政府
  const all = [
    ...units,
    ...made.map((unit, at) => ({ id: -1 - at, name: unit.name, aliases: [] })),
  ];
  const byId = new Map(all.map((unit) => [unit.id, unit.name]));
  const resolve = (name: string): Resolved => {
    const direct = known.get(name);
    if (direct !== undefined) return direct;
    const key = squeezeWords(name);
    const resolved = known.get(key) ?? match(name);
    known.set(key, resolved);
    known.set(name, resolved);
    return resolved;
  };
  const match = (name: string): Resolved => {
    const found = matchUnit(name, all, county);
    if (found.kind === 'exact') return { is: 'known', name: byId.get(found.id) ?? name };
    if (found.kind === 'near') return { is: 'unknown', like: found.name };
    // a unit that the file names itself is no other one's true name
    const meant = mistypedUnit(name, units)?.name ?? null;
    return { is: 'unknown', like: meant === null || isNamed(meant) ? null : meant };
  };
  return { resolve, made };
}
