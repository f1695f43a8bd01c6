/**
 * Keeps what Node has compiled for the next start: a command or the core's thread is up in a third
 * of the time.
 */
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Must be called before the modules that it is to help are imported, and in each thread of its own.
 * It lies with its user: code that
 * everybody may write is nobody's to run. Where that folder cannot be written, or Node is older
 * than 22.1, every start compiles as before.
 */
export function keepCompiled(): void {
  const { enableCompileCache } = module as Partial<typeof module>;
  enableCompileCache?.(process.env['NODE_COMPILE_CACHE'] ?? join(cacheFolder(), 'compiled'));
}

/** the platform's place for what may be thrown away at any time */
function cacheFolder(): string {
  const local = process.env['LOCALAPPDATA'];
  if (process.platform === 'win32' && local !== undefined) return join(local, 'county-planner');
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'county-planner');
}
