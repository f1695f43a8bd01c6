/** Answers of the calls about help: what lies beside the program, and the handbook made of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Output, Parsed } from '../../preload/contract/index.ts';
import { handbookChapters } from '../reporting/model/handbook.ts';
import { handbookDocx } from '../reporting/writers/docx-handbook.ts';
import { handbookHtml } from '../reporting/writers/html-handbook.ts';
import { saveFile } from '../services/book/save-file.ts';
import type { Scene } from './scene.ts';

/** seen from main/core/ and from out/main/ alike */
const RESOURCES = fileURLToPath(new URL('../../resources/', import.meta.url));

const A4 = { width: 210, height: 297 };

/** `npm run pictures` takes it from the real window. */
function pictureOf(page: string): Uint8Array | null {
  const file = join(RESOURCES, 'help', `${page}.jpg`);
  return existsSync(file) ? readFileSync(file) : null;
}

export function helpPicture(page: string): Output<'help.picture'> {
  const picture = pictureOf(page);
  return picture === null
    ? null
    : `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`;
}

export const helpChanges = (): string => readFileSync(join(RESOURCES, 'CHANGELOG.md'), 'utf8');

export async function saveHandbook(
  { host }: Scene,
  { format, to }: Parsed<'help.handbook'>,
): Promise<Output<'help.handbook'>> {
  const path = await host.pathOf(to);
  const chapters = handbookChapters(pictureOf);
  const bytes = await (format === 'pdf'
    ? host.toPdf(handbookHtml(chapters), A4)
    : handbookDocx(chapters));
  return { file: await saveFile(path, bytes) };
}
