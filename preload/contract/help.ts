/**
 * Help: the pictures of the pages, what changed from version to version, and the handbook as a
 * file.
 */
import { z } from 'zod';
import { asks } from './call.ts';

export const helpCalls = {
  /** a picture of the page as a data URL; null where there is none */
  'help.picture': asks<string | null>()(z.strictObject({ page: z.string().regex(/^[a-z-]+$/) })),
  /** 更新说明, as its file stands */
  'help.changes': asks<string>()(z.strictObject({})),
  'help.handbook': asks<{ readonly file: string }>()(
    z.strictObject({ format: z.enum(['pdf', 'docx']), to: z.string() }),
  ),
};
