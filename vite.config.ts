/** One build for everything: the page, the main process, and the two preload scripts. */
import { execFileSync } from 'node:child_process';
import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const entries = {
  ...Object.fromEntries(
    ['chromium', 'electron', 'start', 'core-worker', 'cli'].map((name) => [
      name,
      `main/${name}.ts`,
    ]),
  ),
  'sheetjs-worker': 'main/importing/readers/sheetjs-worker.ts',
};
/** the oldest Chromium that the page is built for: the last on Windows 7, and near what UOS and Kylin bring */
const FLOOR = 'chrome109';

/** "1a2b3c4", with a mark where the tree holds more than that commit; nothing outside a repository. */
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

const installed = ['better-sqlite3', 'electron', 'playwright-core'];

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
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
            // the loader of lazy parts goes with what is loaded first, or it would drag pdfjs into the start
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
