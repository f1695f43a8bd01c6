/**
 * Holds every import of the program against the table of layers, and says what to do about a
 * breach.
 */
import { expect, test } from 'vitest';
import { GUARDS, layers } from './layers.ts';
import { importsOf } from './import-graph.ts';
import { sourcesOf, type Source } from './sources.ts';

function breachesOf(sources: readonly Source[]): readonly string[] {
  const areas = new Set(
    sources.flatMap(({ path }) => /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? []),
  );
  const table = layers([...areas]);
  return sources.flatMap((source) => {
    const layer = table.find(({ of }) => of.test(source.path));
    if (layer === undefined)
      return [
        `${source.path} stands in no layer: put it into a folder of the architecture, or add its layer to test/rules/layers.ts`,
      ];
    return importsOf(source).flatMap(({ target, typeOnly }) => {
      const guard = GUARDS.find(
        ({ what, onlyIn }) => what.test(target) && !onlyIn.test(source.path),
      );
      if (guard && !typeOnly) return [`${source.path} imports ${target}: ${guard.instead}`];
      const allowed = [...layer.may, ...(typeOnly ? (layer.types ?? []) : [])].some((may) =>
        may.test(target),
      );
      return allowed
        ? []
        : [`${source.path} imports ${target}${typeOnly ? ' (types)' : ''}: ${layer.instead}`];
    });
  });
}

const program = sourcesOf('main', 'preload', 'renderer');

test('every import is one that its layer may have', () => {
  expect(breachesOf(program).join('\n')).toBe('');
});

test('all parts were looked at', () => {
  const looked = new Set(program.map(({ path }) => path.split('/').slice(0, 2).join('/')));
  expect([...looked]).toEqual(
    expect.arrayContaining([
      'main/domain',
      'main/data',
      'main/services',
      'main/core',
      'preload/contract',
      'renderer/features',
    ]),
  );
  expect(program.flatMap(importsOf).length).toBeGreaterThan(100);
});

test.each([
  ['main/domain/x.ts', "import { readFileSync } from 'node:fs';", 'the domain is pure rules'],
  ['main/domain/x.ts', "import type { Row } from '../data/open.ts';", 'the domain is pure rules'],
  ['main/domain/x.ts', "export * from '../services/edit.ts';", 'the domain is pure rules'],
  ['main/domain/x.ts', "const fs = await import('node:fs');", 'the domain is pure rules'],
  ['preload/contract/x.ts', "import { join } from 'node:path';", 'the contract is schemas'],
  ['main/data/x.ts', "import { edit } from '../services/edit.ts';", 'main/data holds SQL'],
  [
    'main/services/x.ts',
    "import { records } from '../../preload/contract/records.ts';",
    'import type',
  ],
  ['main/services/x.ts', "import Database from 'better-sqlite3';", 'call a function of main/data'],
  [
    'main/services/x.ts',
    "import { read } from '../importing/files.ts';",
    'through main/core/handlers.ts',
  ],
  ['main/importing/x.ts', "import * as xlsx from '@e965/xlsx';", 'readers/index.ts'],
  ['main/reporting/x.ts', "import Excel from 'exceljs';", 'let the xlsx writer'],
  ['main/core/core.ts', "import { app } from 'electron';", 'main/shell/shell.ts'],
  [
    'main/core/core.ts',
    "import { faultText } from '../../renderer/format/fault.ts';",
    'stays in renderer',
  ],
  ['renderer/features/a/x.tsx', "import { B } from '../b/page.tsx';", 'move what two areas need'],
  [
    'renderer/features/a/x.tsx',
    "import { records } from '../../../preload/contract/records.ts';",
    'zod stays out of the window',
  ],
  ['renderer/features/a/x.tsx', "import { z, type Z } from 'zod';", 'zod stays out of the window'],
  ['renderer/ui/x.tsx', "import { readFileSync } from 'node:fs';", 'as props'],
  ['renderer/app.tsx', "import '../test/helpers/book.ts';", 'renderer/bridge/'],
  ['helpers/x.ts', 'export {};', 'stands in no layer'],
])('a breach in %s is found: %s', (path, text, remedy) => {
  const breaches = breachesOf([{ path, text }]);
  expect(breaches).toHaveLength(1);
  expect(breaches[0]).toContain(remedy);
});

test.each([
  ['main/domain/x.ts', "import Big from 'big.js';\nimport { add } from './decimal.ts';"],
  ['main/services/x.ts', "import type { Row } from '../../preload/contract/records.ts';"],
  ['main/shell/electron/x.ts', "import { app } from 'electron';"],
  ['main/cli.ts', "import { faultText } from '../renderer/format/fault.ts';"],
  [
    'renderer/features/a/x.tsx',
    "import { Button } from 'antd';\nimport type { Row } from '../../../preload/contract/records.ts';\nimport { Grid } from '../../ui/grid/grid.tsx';\nimport './x.css';",
  ],
])('what %s may import is let pass', (path, text) => {
  expect(breachesOf([{ path, text }])).toEqual([]);
});
