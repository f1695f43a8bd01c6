/** What the core needs of the process around it, and what every handler is given. */
import { type EventName, type Events } from '../../preload/contract/index.ts';
import { type Drafts } from '../importing/plan/drafts.ts';
import type { BackupLine, BackupReason } from '../domain/keeping/backup.ts';
import type { Log } from '../maintenance/log.ts';
import type { Watch } from '../importing/sheet/watch.ts';
import type { Book } from '../services/book/book.ts';
import type { Paper } from '../shell/shell.ts';

/** What the core needs of the process around it. */
export interface CoreHost {
  toPdf(html: string, paper: Paper): Promise<Uint8Array>;
  toPng(svg: string, size: Paper, scale: number): Promise<Uint8Array>;
  /** the path behind a handle that a dialog gave out. @throws Fault file.handle */
  pathOf(handle: string): Promise<string>;
  /**
   * has the desktop open a file by the program that it has for it; without a desktop there is none.
   * @throws Fault attachment.notOpened
   */
  openFile?(path: string): Promise<void>;
}
export interface CoreOptions {
  readonly dataFolder: string;
  /** where log and attachments lie, if not with the book: who reads a copy has the book's own */
  readonly logFolder?: string;
  readonly clock: () => Date;
  readonly log: (line: string) => void;
  readonly host: CoreHost;
  /**
   * makes the day's first backup once opened, and one at closing where something changed; a command
   * does not
   */
  readonly keepsBackups?: boolean;
  readonly emit: <E extends EventName>(event: E, data: Events[E]) => void;
}
/** What every handler is given. */
export interface Scene extends CoreOptions {
  readonly faults: Log;
  readonly book: Book;
  readonly drafts: Drafts;
  /** a backup beside the work, while the book goes on answering */
  readonly backUp: (reason: BackupReason, to?: string) => Promise<BackupLine>;
  /** throws the whole book away and opens an empty one */
  readonly startOver: () => void;
  /** closes the book, has its file replaced, and opens what lies there then */
  readonly replaceBook: <T>(work: () => T) => T;
  /**
   * of the call at hand: tells the window of its progress under the job's name, and knows whether
   * it is to stop
   */
  readonly watch: (job: string) => Watch;
}
