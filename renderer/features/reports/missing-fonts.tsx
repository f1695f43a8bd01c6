/** Fonts of the page that this computer lacks, each with what stands in for it here. */
import type { ReactElement } from 'react';
import { fontsFor } from '../../../main/domain/paper-fonts.ts';
import type { PageLayout } from '../../../preload/contract/layout.ts';

const ROLES = [
  ['title', '标题'],
  ['heads', '表头'],
  ['body', '正文'],
] as const;
const PROBE = '0123456789abcdefgmw%.,';

const known = new Map<string, boolean>();
/** A font that is there is as wide whatever would stand in for it. */
function isThere(font: string): boolean {
  const before = known.get(font);
  if (before !== undefined) return before;
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return true;
  const width = (instead: string): number => {
    context.font = `72px "${font.replace(/["\\]/gu, '')}", ${instead}`;
    return context.measureText(PROBE).width;
  };
  const there = width('monospace') === width('serif');
  known.set(font, there);
  return there;
}

export function MissingFonts({ layout }: { readonly layout: PageLayout }): ReactElement | null {
  const missing = ROLES.flatMap(([role, label]) => {
    const [first = '', ...others] = fontsFor(role, layout.fonts?.[role]);
    return isThere(first) ? [] : [{ role, label, first, instead: others.find(isThere) }];
  });
  if (missing.length === 0) return null;
  return (
    <ul className="rp-fonts" aria-label="本机缺少的字体">
      {missing.map(({ role, label, first, instead }) => (
        <li key={role}>
          {label}：本机没有“{first}”，以{instead === undefined ? '相近字体' : `“${instead}”`}
          代替；导出的Excel、Word仍记原字体名。
        </li>
      ))}
    </ul>
  );
}
