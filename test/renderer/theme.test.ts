/** The antd theme says the same as tokens.css, in every text size and in high contrast. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { themeFor } from '../../renderer/theme.ts';

const css = readFileSync(
  fileURLToPath(new URL('../../renderer/ui/tokens.css', import.meta.url)),
  'utf8',
).replace(/\/\*[\s\S]*?\*\//g, '');

/** The values of one rule of tokens.css: { '--cp-primary': '#17607a' }. */
function rule(selector: string): Record<string, string> {
  const body = css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return Object.fromEntries(
    body
      .split(';')
      .map((line) => line.split(':').map((part) => part.trim()))
      .filter((parts) => parts.length === 2),
  ) as Record<string, string>;
}

const PAIRS = {
  colorPrimary: 'primary',
  colorText: 'text',
  colorTextSecondary: 'text-2',
  colorTextTertiary: 'text-3',
  colorBgLayout: 'bg-layout',
  colorBorder: 'line-control',
  colorBorderSecondary: 'line',
} as const;
const MORE = {
  colorSuccess: 'ok',
  colorWarning: 'warn',
  colorError: 'error',
  colorBgContainer: 'bg',
} as const;
const SIZES = {
  fontSize: 'font-size',
  fontSizeSM: 'font-size-sm',
  fontSizeLG: 'font-size-lg',
  controlHeight: 'control-h',
} as const;
const hex = (value: unknown): string => String(value).replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');

test('colours', () => {
  const token = themeFor('standard', false).token as Record<string, unknown>;
  for (const [key, name] of Object.entries({ ...PAIRS, ...MORE }))
    expect([key, hex(token[key])]).toEqual([key, hex(rule(':root')[`--cp-${name}`])]);
});

test('colours in high contrast', () => {
  const [token, high] = [
    themeFor('standard', true).token as Record<string, unknown>,
    rule(":root[data-contrast='high']"),
  ];
  for (const [key, name] of Object.entries(PAIRS))
    expect([key, hex(token[key])]).toEqual([key, hex(high[`--cp-${name}`])]);
});

test.each([
  ['standard', ':root'],
  ['large', ":root[data-text='large']"],
  ['xlarge', ":root[data-text='xlarge']"],
] as const)('sizes of %s text', (size, selector) => {
  const token = themeFor(size, false).token as Record<string, unknown>;
  for (const [key, name] of Object.entries(SIZES))
    expect([key, `${String(token[key])}px`]).toEqual([key, rule(selector)[`--cp-${name}`]]);
});
