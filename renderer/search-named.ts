/**
 * What Ctrl+K finds beside records and commands: indicators, reports, the panels of 设置; by their
 * words, pinyin and initials.
 */
import { useMemo } from 'react';
import { call, useCall } from './bridge/bridge.ts';
import { go } from './stores/navigation.ts';
import { SETTINGS_PANELS } from './stores/pages.ts';

export interface Named {
  readonly kind: '指标' | '报表' | '设置';
  readonly label: string;
  run(): void;
}

const FEW = 8;

/** All that can be found so. */
export function useNamed(): readonly Named[] {
  const { value: indicators } = useCall('indicators.list', {}, ['indicator']);
  const { value: tables } = useCall('tables.list', {}, ['ledgers']);
  return useMemo(
    () => [
      ...(indicators ?? []).map(({ id, name }): Named => ({
        kind: '指标',
        label: name,
        run: () => go('progress', { indicator: id }),
      })),
      ...(tables ?? []).map(({ name, title }): Named => ({
        kind: '报表',
        label: title,
        run: () => go('reports', { table: name }),
      })),
      ...SETTINGS_PANELS.map((panel): Named => ({
        kind: '设置',
        label: panel,
        run: () => go('settings', { panel }),
      })),
    ],
    [indicators, tables],
  );
}

const among = (all: readonly Named[], places: readonly number[]): readonly Named[] =>
  places.flatMap((at) => all[at] ?? []).slice(0, FEW);

const namesOf = (all: readonly Named[]): string[] => all.map((one) => one.label);

/** Those that the text means, as it is typed. */
export function useFoundNamed(all: readonly Named[], text: string): readonly Named[] {
  const { value, answers } = useCall(
    'search.named',
    text === '' ? null : { text, names: namesOf(all) },
  );
  return text === '' || answers?.text !== text ? [] : among(all, value ?? []);
}

/** The same for a text that Enter was pressed on before the list was there. */
export const findNamed = async (all: readonly Named[], text: string): Promise<readonly Named[]> =>
  text === '' ? [] : among(all, await call('search.named', { text, names: namesOf(all) }));
