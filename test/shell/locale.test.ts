/** What programs are started with on a desktop that has no locale. */
import { expect, test } from 'vitest';
import { localeInUtf8 } from '../../main/shell/chromium/locale.ts';

test.each([
  [{}, 'C.UTF-8'],
  [{ LANG: 'C' }, 'C.UTF-8'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'POSIX' }, 'C.UTF-8'],
  [{ LANG: '', LC_CTYPE: '' }, 'C.UTF-8'],
  [{ LANG: 'zh_CN.UTF-8' }, undefined],
  [{ LANG: 'C', LC_CTYPE: 'zh_CN.GB18030' }, undefined],
  [{ LC_ALL: 'zh_CN.UTF-8' }, 'zh_CN.UTF-8'],
])('%o', (env: Readonly<Record<string, string>>, all) => {
  expect(localeInUtf8({ ...env, HOME: '/h', GONE: undefined })).toEqual({
    ...env,
    HOME: '/h',
    ...(all === undefined ? {} : { LC_ALL: all }),
  });
});
