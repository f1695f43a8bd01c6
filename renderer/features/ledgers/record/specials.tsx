/**
 * What only one ledger has in its drawer: the way of its records, tabs of its own, moves with a
 * form.
 */
import { leadSpecial } from '../leads/lead.tsx';
import type { OwnCode } from '../../../../main/domain/ledgers/own-code.ts';
import { printTable } from '../../../stores/print.ts';
import { ownSpecial } from '../own/own-special.tsx';
import { projectSpecial } from '../projects/project.tsx';
import type { LedgerSpec, ShownCode } from '../shared/spec.ts';
import { statedSpecial } from '../tasks/states.tsx';
import type { Special } from '../shared/special.ts';

const PLAIN: Special = { tabs: [], movesOf: () => [] };
const SPECIALS: Partial<Record<ShownCode, Special>> = {
  project: projectSpecial,
  rectification: statedSpecial('rectification'),
  task: {
    ...statedSpecial('task'),
    paper: {
      label: '打印督办单',
      print: (detail) =>
        printTable('supervision-slip', {
          filters: [{ field: 'title', text: `=${String(detail.row['title'])}` }],
        }),
    },
  },
  lead: leadSpecial,
};

/** Of one spec always the same: its parts keep their state. */
const ofOwn = new WeakMap<LedgerSpec, Special>();

export function specialOf(spec: LedgerSpec): Special {
  if (spec.own === null) return SPECIALS[spec.code as ShownCode] ?? PLAIN;
  const known = ofOwn.get(spec) ?? ownSpecial(spec.code as OwnCode, spec.own);
  ofOwn.set(spec, known);
  return known;
}
