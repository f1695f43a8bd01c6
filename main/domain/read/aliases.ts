/** Aliases are kept as people write them: 城关、城关镇人民政府. */
export const aliasesOf = (text: string | null): readonly string[] =>
  (text ?? '').split(/[、，,;；\s]+/).filter((alias) => alias !== '');
export const aliasesText = (aliases: readonly string[]): string | null =>
  aliases.join('、') || null;
