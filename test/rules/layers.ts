/** Who may import whom, as a table; anything absent is forbidden. */

/**
 * What one part may import. A target is a path from the root, "node:fs", or "npm:" with the
 * package.
 */
export interface Layer {
  readonly of: RegExp;
  readonly may: readonly RegExp[];
  /** with `import type` only */
  readonly types?: readonly RegExp[];
  readonly instead: string;
}
/** What only some files may import, whatever their layer allows. */
export interface Guard {
  readonly what: RegExp;
  readonly onlyIn: RegExp;
  readonly instead: string;
}

const DOMAIN = /^main\/domain\//;
const CONTRACT = /^preload\/contract\//;
const DATA = /^main\/data\//;
const SERVICES = /^main\/services\//;
const SHELL_INTERFACE = /^main\/shell\/shell\.ts$/;
const NODE = /^node:/;
const FORMATS =
  /^npm:(exceljs|docx|@e965\/xlsx|fflate|echarts(\/(core|charts|components|renderers))?)$/;
const VIEW =
  /^npm:(virtual:gained|react|react-dom|pdfjs-dist|antd|@ant-design\/icons|dayjs|zustand|@tanstack\/react-virtual|echarts(\/(core|charts|components|renderers))?)$/;
/** keeps the answers of the core: pages ask through the bridge's hook */
const ANSWERS = /^npm:@tanstack\/react-query$/;
const [BRIDGE, UI, FORMAT, STORES] = [
  /^renderer\/bridge\//,
  /^renderer\/ui\//,
  /^renderer\/format\//,
  /^renderer\/stores\//,
];

/** One layer per area of the window: its own files, and what all areas share. */
const feature = (area: string): Layer => ({
  of: new RegExp(`^renderer/features/${area}/`),
  may: [new RegExp(`^renderer/features/${area}/`), UI, FORMAT, STORES, BRIDGE, DOMAIN, VIEW],
  types: [CONTRACT],
  instead:
    'move what two areas need to renderer/ui or renderer/format; reach the core through renderer/bridge/; take contract files with `import type` (zod stays out of the window)',
});

/** The first layer that fits a file is its layer. */
export function layers(areas: readonly string[]): readonly Layer[] {
  return [
    {
      of: DOMAIN,
      may: [DOMAIN, /^npm:big\.js$/],
      instead:
        'the domain is pure rules: take the fact as an argument and let a service or an entry fetch it',
    },
    {
      of: CONTRACT,
      may: [CONTRACT, DOMAIN, /^npm:zod$/],
      instead: 'the contract is schemas and types; put behaviour in main/services',
    },
    {
      // what is kept as JSON is what a call handed in: one schema says of both what they must be
      of: /^main\/data\/(kept\/.+|.+\/kept-[^/]+)\.ts$/,
      may: [DATA, DOMAIN, CONTRACT, /^npm:zod$/],
      instead: 'a kept document is read and written here, and rows are asked for beside it',
    },
    {
      of: DATA,
      may: [DATA, DOMAIN, NODE, /^npm:(better-sqlite3|pinyin-pro)$/],
      instead:
        'main/data holds SQL and nothing else; decide in main/services, word in the contract',
    },
    {
      of: SERVICES,
      may: [SERVICES, DATA, DOMAIN, NODE],
      types: [CONTRACT],
      instead:
        'a service reads, decides and writes; take contract files with `import type`, get files and paper from main/importing or main/reporting through main/core/handlers.ts',
    },
    ...['importing', 'reporting', 'maintenance', 'exchange'].map((folder): Layer => ({
      of: new RegExp(`^main/${folder}/`),
      may: [new RegExp(`^main/${folder}/`), SERVICES, DATA, DOMAIN, NODE, FORMATS],
      types: [CONTRACT, SHELL_INTERFACE],
      instead:
        'use main/services; take the contract and the Shell interface with `import type`; join two of these folders in main/core/handlers.ts',
    })),
    {
      of: /^main\/shell\//,
      may: [/^main\/shell\//, DOMAIN, NODE, /^npm:(electron|playwright-core)$/],
      types: [CONTRACT],
      instead: 'a shell knows windows and files, not the core: let an entry hand it a function',
    },
    {
      of: /^main\/process\//,
      may: [/^main\/process\//, DOMAIN, NODE],
      instead: 'main/process knows this process and its folders, not the core: hand the fact in',
    },
    {
      of: /^main\/core\//,
      may: [/^main\/(?!shell\/)/, CONTRACT, NODE, /^npm:zod$/],
      types: [SHELL_INTERFACE],
      instead:
        'the core knows no shell (ask in main/core/scene.ts), and what the window shows stays in renderer',
    },
    {
      of: /^main\/(cli|start|electron|command-line\/(import|package|run))\.ts$/,
      may: [/^main\//, CONTRACT, NODE, /^npm:(zod|electron)$/, /^renderer\/format\/fault\.ts$/],
      instead: 'of the window, the command line shares the wording of faults only',
    },
    {
      of: /^main\/(command-line\/)?[^/]+\.ts$/,
      may: [/^main\//, CONTRACT, NODE, /^npm:(zod|electron|playwright-core)$/],
      types: [/^npm:/],
      instead: 'entries join the parts of main; what the window shows stays in renderer',
    },
    {
      of: /^preload\/[^/]+\.ts$/,
      may: [/^preload\/[^/]+\.ts$/, /^npm:electron$/],
      types: [CONTRACT, DOMAIN, SHELL_INTERFACE],
      instead: 'the preload script is sandboxed and small: types only, and electron',
    },
    ...areas.map(feature),
    {
      of: BRIDGE,
      may: [BRIDGE, DOMAIN, VIEW, ANSWERS],
      types: [CONTRACT],
      instead:
        'the bridge asks the core and hears of changes; what is done with it stands in stores',
    },
    {
      of: UI,
      may: [UI, FORMAT, DOMAIN, VIEW],
      types: [CONTRACT],
      instead: 'a shared part gets its data and its actions as props',
    },
    {
      of: FORMAT,
      may: [FORMAT, DOMAIN],
      types: [CONTRACT],
      instead: 'formats turn values into words; they know neither React nor the bridge',
    },
    {
      of: STORES,
      may: [STORES, FORMAT, BRIDGE, DOMAIN, VIEW],
      types: [CONTRACT],
      instead:
        'a store holds what the user is doing; parts of the screen import it, not the other way',
    },
    {
      of: /^renderer\/[^/]+\.tsx?$/,
      may: [/^renderer\//, DOMAIN, VIEW],
      types: [CONTRACT, SHELL_INTERFACE],
      instead: 'reach the core through renderer/bridge/; take contract files with `import type`',
    },
  ];
}

export const GUARDS: readonly Guard[] = [
  {
    what: /^npm:electron$/,
    onlyIn: /^(main\/shell\/electron\/.+|main\/electron|preload\/electron)\.ts$/,
    instead: 'ask for what you need in main/shell/shell.ts; both shells give it',
  },
  {
    what: /^npm:playwright-core$/,
    onlyIn: /^main\/(shell\/chromium\/.+|chromium)\.ts$/,
    instead: 'ask for what you need in main/shell/shell.ts; both shells give it',
  },
  {
    what: /^npm:@e965\/xlsx$/,
    onlyIn: /^main\/importing\/readers\/sheetjs\.ts$/,
    instead: 'read through main/importing/readers/index.ts, which yields sheets of typed cells',
  },
  {
    what: /^npm:pdfjs-dist$/,
    onlyIn: /^renderer\/features\/reports\/pdf\.ts$/,
    instead: 'draw pages through renderer/features/reports/pdf.ts',
  },
  {
    what: /^npm:exceljs$/,
    onlyIn:
      /^main\/(reporting\/writers\/xlsx(-.+)?|importing\/rejects\/copy|importing\/templates\/.+)\.ts$/,
    instead: 'describe a table in main/reporting/model/table.ts and let the xlsx writer write it',
  },
  {
    what: /^npm:docx$/,
    onlyIn: /^main\/reporting\/writers\/docx(-.+)?\.ts$/,
    instead: 'describe a table in main/reporting/model/table.ts and let the docx writer write it',
  },
  {
    what: /^npm:echarts/,
    onlyIn: /^(main\/reporting\/charts\/(draw|chart)|renderer\/.+)\.tsx?$/,
    instead: 'describe a chart in main/reporting/charts/ and let draw.ts draw it',
  },
  {
    what: /^npm:fflate$/,
    onlyIn:
      /^main\/(importing\/(rejects\/parts|readers\/.+)|exchange\/format|reporting\/writers\/(xlsx-pages|xlsx-long|packed-archive))\.ts$/,
    instead:
      'read through main/importing/readers/index.ts; change a workbook in place through main/importing/rejects/',
  },
  {
    what: /^npm:pinyin-pro$/,
    onlyIn: /^main\/data\/records\/sound\.ts$/,
    instead: 'ask soundsOf in main/data/records/sound.ts',
  },
  {
    what: /^npm:better-sqlite3$/,
    onlyIn: /^main\/data\//,
    instead: 'call a function of main/data',
  },
];
