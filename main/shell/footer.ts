/**
 * Page numbers where the browser has no margin boxes (Chromium before 131): what the document's own
 * @page rule says, as the footer that every Chromium can print.
 */

const FIRST_WITH_MARGIN_BOXES = 131;
const ruleOf = (box: string): RegExp =>
  new RegExp(`@bottom-${box}\\s*\\{\\s*content:\\s*([^;]+);(?:\\s*font:\\s*([^;]+);)?`);
/**
 * a letter counts on the outer side of its pages, and its annexes with it: no footer knows left
 * pages from right ones
 */
const RULES = [ruleOf('right'), ruleOf('center')];
const PART = /"((?:[^"\\]|\\.)*)"|counter\((page|pages)\)/g;

export interface PrintedFooter {
  readonly displayHeaderFooter: true;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
}

/**
 * `version` is the browser's own, as "130.0.6723.91"; null where it prints the rule itself, or the
 * document has none.
 */
export function footerFor(html: string, version: string): PrintedFooter | null {
  if (Number.parseInt(version, 10) >= FIRST_WITH_MARGIN_BOXES) return null;
  const [, content, font] = RULES.map((rule) => rule.exec(html)).find((one) => one !== null) ?? [];
  if (content === undefined) return null;
  const words = [...content.matchAll(PART)].map(([, text, counter]) =>
    counter === undefined
      ? escaped(text ?? '')
      : `<span class="${counter === 'page' ? 'pageNumber' : 'totalPages'}"></span>`,
  );
  return {
    displayHeaderFooter: true,
    // or Chromium prints the date and the document's address
    headerTemplate: '<span></span>',
    footerTemplate: `<div style='width:100%;text-align:center;font:${escaped(font ?? '10pt serif')}'>${words.join('')}</div>`,
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;');
