/** Rows of 通报表 and 序时进度对照表 as they must be printed of a random county, by the model. */
import { fixed, minus, placesNeeded, type Maybe } from './fractions.ts';
import { activeIn, KINDS, type Kind, type Life } from './life.ts';
import { pageOf, type Line, type Page } from './model.ts';
import { doneBy, type Lamp } from './standing.ts';

/** 1,234.50; −3 */
function print(value: Maybe, places: number, none = '', signed = false): string {
  if (value === null) return none;
  const text = fixed(value, places);
  const [units = '', parts] = text.replace('-', '').split('.');
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, ',') + (parts === undefined ? '' : `.${parts}`);
  const isZero = !/[1-9]/.test(text);
  if (isZero) return grouped;
  return (text.startsWith('-') ? '−' : signed ? '+' : '') + grouped;
}

const pagesOf = (life: Life, year: number, month: number): readonly (readonly [Kind, Page])[] =>
  KINDS.map((one) => [one, pageOf(life, year, one, month)] as const);
const isTold = (line: Line): boolean => line.month !== null || line.cumulative !== null;

function growthPlaces({ lines, whole }: Page): number {
  const all = [...lines, whole].flatMap(({ growth }) => (growth === null ? [] : [growth]));
  return Math.max(1, ...all.map((one) => placesNeeded(one, 2)));
}

export function printedBulletin(life: Life, year: number, month: number): readonly string[][] {
  const pages = pagesOf(life, year, month);
  const mark = (one: Kind, name: string, part: 'month' | 'cumulative'): string => {
    if (month !== life.closed) return '';
    const [then, now] = [
      doneBy(life, year, one, name, month, true)[part],
      doneBy(life, year, one, name, month)[part],
    ];
    // what is blank now carries no mark: the note says what was published
    if (now === null) return '';
    const isOther = then === null || fixed(then, 6) !== fixed(now, 6);
    return isOther ? '＊' : '';
  };
  const figures = (one: Kind, page: Page, line: Line, isWhole: boolean): string[] => {
    const { places } = one;
    const isShare = one.measure === '%';
    const width = isShare ? 5 : 4;
    return [
      print(line.target, places),
      print(one.kind === 'flow' ? line.month : null, places) +
        (isWhole ? '' : mark(one, line.name, 'month')),
      print(line.cumulative, places) + (isWhole ? '' : mark(one, line.name, 'cumulative')),
      ...(isWhole || isTold(line)
        ? [
            print(line.growth, isShare ? places : growthPlaces(page), '—'),
            print(line.completion, 2, '—'),
            ...(isShare
              ? [
                  print(
                    line.cumulative === null || line.target === null
                      ? null
                      : minus(line.cumulative, line.target),
                    places,
                    '—',
                    true,
                  ),
                ]
              : []),
            print(line.gap, 2, '—', true),
            line.place === null ? '—' : String(line.place),
          ]
        : Array.from({ length: width }, () => '')),
    ];
  };
  const shownUnits = activeIn(life, year).filter((_, at) =>
    pages.some(([, { lines }]) => {
      const line = lines[at];
      return line !== undefined && (isTold(line) || line.target !== null);
    }),
  );
  const rows = shownUnits.map((name, at) => [
    String(at + 1),
    name,
    ...pages.flatMap(([one, page]) => {
      const line = page.lines.find((own) => own.name === name);
      return line === undefined ? [] : figures(one, page, line, false);
    }),
  ]);
  const whole = [
    '',
    '全县合计',
    ...pages.flatMap(([one, page]) => figures(one, page, page.whole, true)),
  ];
  return [...rows, whole];
}

const LAMP_WORDS: Readonly<Record<Lamp, string>> = {
  gold: '★金',
  blue: '◆蓝',
  green: '●绿',
  yellow: '▲黄',
  red: '■红',
  none: '—',
};
export function printedPace(life: Life, year: number, month: number): readonly string[][] {
  const pages = pagesOf(life, year, month).filter(([, { lines, whole }]) =>
    [...lines, whole].some(({ target }) => target !== null),
  );
  const figures = ({ places }: Kind, line: Line): string[] => [
    print(line.target, places),
    print(line.due, places),
    print(line.cumulative, places),
    print(
      line.due === null || line.cumulative === null ? null : minus(line.cumulative, line.due),
      places,
      '',
      true,
    ),
    print(line.completion, 2, '—'),
    print(line.gap, 2, '—', true),
    LAMP_WORDS[line.lamp],
  ];
  const named = activeIn(life, year).filter((name) =>
    pages.some(([, { lines }]) => lines.some((line) => line.name === name && line.target !== null)),
  );
  return [
    ...named.map((name, at) => [
      String(at + 1),
      name,
      ...pages.flatMap(([one, { lines }]) => {
        const line = lines.find((own) => own.name === name);
        return line === undefined || line.target === null
          ? Array.from({ length: 7 }, () => '')
          : figures(one, line);
      }),
    ]),
    ['', '全县合计', ...pages.flatMap(([one, { whole }]) => figures(one, whole))],
  ];
}
