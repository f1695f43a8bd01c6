/**
 * The list of a Word document's fonts: by which other names Word finds one that a computer has not
 * got under the first.
 */
import { fontsFor, PAPER_FONTS, type FontRole } from '../../domain/paper-fonts.ts';
import type { TableFonts } from '../model/table.ts';

const ROLES = Object.keys(PAPER_FONTS) as FontRole[];
const own = (role: FontRole, fonts: TableFonts): string | undefined =>
  role === 'title' || role === 'heads' || role === 'body' ? fonts[role] : undefined;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function fontTableXml(fonts: TableFonts): string {
  const named = new Map(
    ROLES.map((role) => {
      const [name = '', ...others] = fontsFor(role, own(role, fonts));
      return [name, others] as const;
    }),
  );
  const entries = [...named].map(
    ([name, others]) =>
      `<w:font w:name="${escaped(name)}"><w:altName w:val="${escaped(others.join(','))}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
