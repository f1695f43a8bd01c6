/** Builds the harness page (the grid alone) into out/grid-harness. */
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../../out/grid-harness', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome120',
  },
});
