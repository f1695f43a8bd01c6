/** Attachments of records: files copied beside the book, opened by the desktop, pictures shown. */
import { z } from 'zod';
import type { AttachmentLine, PictureType } from '../../main/domain/keeping/attachment.ts';
import { asks, does } from './call.ts';
import { ledgerCode } from './ledger-code.ts';
import type { Saved } from './records.ts';

const record = z.strictObject({ ledger: ledgerCode, id: z.int() });
const one = z.strictObject({ id: z.int() });

export const attachmentCalls = {
  'attachments.list': asks<readonly AttachmentLine[]>()(record),
  /** `files`: handles of files that the user picked; one change for all */
  'attachments.add': does<Saved>()(
    record.extend({ files: z.array(z.string().max(4000)).min(1).max(50) }),
  ),
  'attachments.remove': does<Saved>()(one),
  /** has the desktop open a copy that cannot be written to */
  'attachments.open': asks<null>()(one),
  'attachments.picture': asks<{
    readonly name: string;
    readonly type: PictureType;
    /** base64 */
    readonly data: string;
  }>()(one),
  /** `to`: a folder's handle; answers the file's path */
  'attachments.copy': asks<{ readonly path: string }>()(one.extend({ to: z.string().max(4000) })),
};
