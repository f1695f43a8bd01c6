/** Keeping the book: backups, restore, trial, salvage. */
import { z } from 'zod';
import type {
  BackupInside,
  BackupLine,
  BookCheck,
  Exported,
  Salvaged,
  SecondPlace,
} from '../../main/domain/keeping/backup.ts';
import { asks, does } from './call.ts';

export interface KeepingState {
  /** newest first */
  readonly backups: readonly BackupLine[];
  /** the folder that each backup is copied to as well; null where none was chosen */
  readonly secondPlace: string | null;
  /** ISO time of the newest copy there; null where the place is not there now, or holds none */
  readonly secondCopyAt: string | null;
  /** the disk has no room for one more backup: the oldest go first */
  readonly isDiskFull: boolean;
}

export const keeping = {
  'keeping.state': asks<KeepingState>()(z.strictObject({})),
  /** `to`: a folder's handle, for one copy by hand beside the program's own */
  'keeping.backup': does<BackupLine>()(z.strictObject({ to: z.string().optional() })),
  /** a backup of the list by its name, read and left as it is */
  'keeping.inside': asks<BackupInside>()(z.strictObject({ name: z.string().min(1).max(200) })),
  /** a backup of the list by its name; the present book becomes a backup first */
  'keeping.restore': does<{ readonly before: string | null; readonly aside: string | null }>()(
    z.strictObject({ name: z.string().min(1).max(200) }),
  ),
  'keeping.check': does<BookCheck>()(z.strictObject({ full: z.boolean() })),
  /** of a book that cannot be opened: what can still be read becomes the book */
  'keeping.salvage': does<Salvaged>()(z.strictObject({})),
  /** the whole book in open files; `to`: a folder's handle */
  'keeping.export': asks<Exported>()(z.strictObject({ to: z.string().min(1) })),
  /** null: no second place any more */
  'keeping.setSecondPlace': does<KeepingState>()(z.strictObject({ folder: z.string().nullable() })),
  /** null where none was chosen */
  'keeping.second': asks<SecondPlace | null>()(z.strictObject({})),
  /** after so many days without a copy in the second place 总览 says so */
  'keeping.setSecondDays': does<null>()(z.strictObject({ days: z.int().min(1).max(365) })),
};
