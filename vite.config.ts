/** One build for everything: the page, the main process, and the two preload scripts. */
import { execFileSync } from 'node:child_process';
import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import compat from 'core-js-compat';
import { defineConfig, type Plugin } from 'vite';
import { OLDEST_CHROMIUM } from './main/shell/chromium/oldest.ts';

const entries = {
  ...Object.fromEntries(
    ['chromium', 'electron', 'start', 'core-worker', 'cli'].map((name) => [
      name,
      `main/${name}.ts`,
    ]),
  ),
  'backup-worker': 'main/maintenance/backup-worker.ts',
  'sheetjs-worker': 'main/importing/readers/sheetjs-worker.ts',
};
const FLOOR = `chrome${OLDEST_CHROMIUM}`;

/**
 * "1a2b3c4", with a mark where the tree holds more than that commit; nothing outside a repository.
 */
function builtFrom(): string {
  try {
    const told = ['describe', '--always', '--dirty=-changed', '--abbrev=7', '--exclude=*'];
    return execFileSync('git', told, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

/**
 * what the language has gained since then and the page's code may say; a byte array's or a JSON
 * text's new ways are used nowhere
 */
const GAINED =
  /^es\.(?:array\.(?:to-|with|from-async)|iterator\.|(?:map|object)\.group-by|promise\.|set\.|string\.)/;

/**
 * `virtual:gained`: what the floor lacks of it, so that no code need know which browser it meets.
 */
const gained: Plugin = {
  name: 'gained',
  resolveId: (id) => (id === 'virtual:gained' ? '\0virtual:gained' : undefined),
  load: (id) =>
    id === '\0virtual:gained'
      ? compat({ targets: `chrome ${OLDEST_CHROMIUM}`, modules: 'core-js/es' })
          .list.filter((name) => GAINED.test(name))
          .map((name) => `import 'core-js/modules/${name}.js';`)
          .join('\n')
      : undefined,
};

const installed = ['better-sqlite3', 'electron', 'playwright-core'];

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [gained, react()],
  html: { cspNonce: '%NONCE%' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: FLOOR,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // the loader of lazy parts goes with what is loaded first, or it would drag pdfjs into
            // the start
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]|vite[\\/]preload-helper/,
              priority: 3,
            },
            { name: 'pdfjs', test: /node_modules[\\/]pdfjs-dist[\\/]/, priority: 2 },
            {
              name: 'antd',
              test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[^\\/]+)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  environments: {
    main: {
      consumer: 'server',
      define: { BUILT_FROM: JSON.stringify(builtFrom()) },
      resolve: { noExternal: true, external: installed },
      build: {
        outDir: '../out/main',
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node24',
        ssr: true,
        minify: false,
        rolldownOptions: {
          external: [...builtinModules, /^node:/, ...installed],
          input: entries,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'client',
      build: {
        outDir: '../out/preload',
        emptyOutDir: true,
        copyPublicDir: false,
        target: FLOOR,
        rolldownOptions: {
          input: { chromium: 'preload/chromium.ts' },
          output: { format: 'iife', entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    },
    preloadElectron: {
      consumer: 'client',
      build: {
        outDir: '../out/preload',
        emptyOutDir: false,
        copyPublicDir: false,
        target: FLOOR,
        rolldownOptions: {
          external: ['electron'],
          input: { electron: 'preload/electron.ts' },
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload', 'preloadElectron']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
});
