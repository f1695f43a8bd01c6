/** The handbook as data: what F1 says of every page, with its picture, chapter by chapter. */
import { HELP_PAGES } from '../../domain/help/pages.ts';
import { DIAGNOSIS, HELP_KEYS, QUICK_START } from '../../domain/help/general.ts';

/** One chapter: a page's, or one of those beside them. */
export interface HandbookChapter {
  readonly title: string;
  readonly what: string | null;
  readonly steps: readonly string[];
  readonly picture: Uint8Array | null;
}
/** of a page; null where none was taken */
type PictureOf = (page: string) => Uint8Array | null;

export function handbookChapters(pictureOf: PictureOf): readonly HandbookChapter[] {
  const beside = (title: string, steps: readonly string[]): HandbookChapter => ({
    title,
    what: null,
    steps,
    picture: null,
  });
  return [
    beside('快速上手', QUICK_START),
    ...Object.entries(HELP_PAGES).map(([page, { title, what, steps }]) => ({
      title,
      what,
      steps,
      picture: pictureOf(page),
    })),
    beside(
      '按键',
      HELP_KEYS.map(([key, what]) => `${key}：${what}`),
    ),
    beside('诊断', DIAGNOSIS),
  ];
}
