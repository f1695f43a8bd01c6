/**
 * The environment of the programs that the shell starts: on a desktop without a locale they take
 * Chinese for broken bytes.
 */

/**
 * Where no locale is set Chromium takes file names for ASCII, and a file 台账.xlsx let go over the
 * window is nowhere; a dialog refuses its own words.
 */
export function localeInUtf8(env: NodeJS.ProcessEnv): Record<string, string> {
  const set = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || 'C';
  return ['C', 'POSIX'].includes(locale) ? { ...set, LC_ALL: 'C.UTF-8' } : set;
}
