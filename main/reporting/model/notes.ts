/** Notes as they stand under a table: 注： before the first, numbered where there are several. */
// a space behind the number: a note may begin with a figure (1. 22个项目没有填日期)
export function noteTexts(notes: readonly string[]): string[] {
  return notes.map(
    (note, index) =>
      (index === 0 ? '注：' : '') + (notes.length === 1 ? '' : `${index + 1}. `) + note,
  );
}
