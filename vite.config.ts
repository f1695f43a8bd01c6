/** Builds the window, the processes and the preloads in one `vite build`. */
import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const processes = { electron: 'main/electron.ts', chromium: 'main/chromium.ts', start: 'main/start.ts', 'core-worker': 'main/core-worker.ts', cli: 'main/cli.ts' };
const native = [...builtinModules, /^node:/, 'electron', 'better-sqlite3', /^playwright-core/];

export default defineConfig(({ command }) => ({
  root: 'renderer',
  base: './',
  plugins: [react()],
  html: { cspNonce: '%NONCE%' },
  build: {
    outDir: '../out/renderer', emptyOutDir: true, target: 'chrome130', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000, reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|zustand)[\\/]/, priority: 3 }, { name: 'pdf', test: /node_modules[\\/]pdfjs-dist/, priority: 2 }, { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-|dayjs)/, priority: 1 }] } } },
  },
  environments: command !== 'build' ? {} : {
    main: { consumer: 'server', resolve: { noExternal: true, external: ['better-sqlite3', 'electron', 'playwright-core'] }, build: { outDir: '../out/main', emptyOutDir: true, ssr: true, target: 'node24', minify: false, copyPublicDir: false, rolldownOptions: { external: native, input: processes, output: { format: 'es', entryFileNames: '[name].js' } } } },
    preload: { consumer: 'client', build: { outDir: '../out/preload', emptyOutDir: true, target: 'chrome130', copyPublicDir: false, rolldownOptions: { input: { chromium: 'preload/chromium.ts' }, output: { format: 'iife', entryFileNames: '[name].js' } } } },
    preloadElectron: { consumer: 'client', build: { outDir: '../out/preload', emptyOutDir: false, copyPublicDir: false, rolldownOptions: { external: ['electron'], input: { electron: 'preload/electron.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } } } },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload', 'preloadElectron']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
}));
