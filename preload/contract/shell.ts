/**
 * What the window's own process answers: dialogs, printing, quitting. Paths never come from the
 * page; handles do.
 */
import { z } from 'zod';
import { asks } from './call.ts';

export interface PickedFile {
  /** opaque; only the shell knows the path */
  readonly handle: string;
  readonly name: string;
}

export const shell = {
  'shell.pickWorkbooks': asks<readonly PickedFile[]>()(
    z.strictObject({ many: z.boolean().default(false) }),
  ),
  /**
   * a map of areas, or a definition that this program wrote (考核办法、台账), or a package; null
   * where the user gave up
   */
  'shell.pickFile': asks<PickedFile | null>()(
    z.strictObject({ kind: z.enum(['map', 'definition', 'package']) }),
  ),
  /** files of any kind, for attachments */
  'shell.pickAnyFiles': asks<readonly PickedFile[]>()(z.strictObject({})),
  'shell.pickFolder': asks<PickedFile | null>()(z.strictObject({})),
  /** what `Bridge.drop` handed over: files, and folders as they are */
  'shell.dropped': asks<readonly PickedFile[]>()(z.strictObject({})),
  /** what the desktop gave the program to open since it was last asked: packages and workbooks */
  'shell.opened': asks<readonly PickedFile[]>()(z.strictObject({})),
  /** asks where to save; null where the user gave up */
  'shell.saveAs': asks<PickedFile | null>()(
    z.strictObject({
      name: z.string(),
      extension: z.enum(['xlsx', 'pdf', 'docx', 'json', 'png', 'svg']),
    }),
  ),
  /** the system's print dialog for a PDF (base64) */
  'shell.print': asks<null>()(z.strictObject({ pdf: z.string(), title: z.string() })),
  'shell.quit': asks<null>()(z.strictObject({})),
  /** the page has kept its drafts: the answer to the event `closing` */
  'shell.leave': asks<null>()(z.strictObject({})),
};
