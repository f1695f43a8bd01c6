/** Notes as they stand under a table: 注： before the first, numbered where there are several. */
export function noteTexts(notes: readonly string[]): string[] {
  return notes.map(
    (note, index) =>
      (index === 0 ? '注：' : '') + (notes.length === 1 ? '' : `${index + 1}.`) + note,
  );
}
