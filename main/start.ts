/** `npm start`: Electron where its binary is, else the Chromium shell; says which. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startChromium } from './chromium.ts';

/** The path of Electron's own binary, or null where only its types are installed. */
function electronBinary(): string | null {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

const words = process.argv.slice(2);
const electron = electronBinary();
if (electron === null) {
  process.stdout.write('没有Electron程序，用Chromium外壳。\n');
  process.exitCode = await startChromium(words);
} else {
  process.stdout.write('用Electron外壳。\n');
  const child = spawn(electron, ['.', ...words], { stdio: 'inherit' });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}
