/**
 * Fonts of an office by role: the name that goes into files first, then what stands in for it where
 * a computer lacks it (Windows, WPS, UOS, Kylin), the nearest first.
 */
export const PAPER_FONTS = {
  title: [
    '方正小标宋简体',
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05S',
    'CESI小标宋-GB2312',
    '华文中宋',
    'STZhongsong',
    'Noto Serif CJK SC',
  ],
  heads: ['黑体', 'SimHei', 'CESI黑体-GB2312', 'Noto Sans CJK SC'],
  body: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '方正仿宋_GBK',
    '仿宋',
    'FangSong',
    'CESI仿宋-GB2312',
    '华文仿宋',
    'STFangsong',
    'Noto Serif CJK SC',
  ],
  kai: [
    '楷体_GB2312',
    'KaiTi_GB2312',
    '方正楷体_GBK',
    '楷体',
    'KaiTi',
    'CESI楷体-GB2312',
    '华文楷体',
    'Noto Serif CJK SC',
  ],
  foot: ['宋体', 'SimSun', 'Noto Serif CJK SC'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
export type FontRole = keyof typeof PAPER_FONTS;

/** The office's own name before those of the house. */
export const fontsFor = (role: FontRole, own: string | undefined): readonly string[] => [
  ...new Set([...(own === undefined ? [] : [own]), ...PAPER_FONTS[role]]),
];
