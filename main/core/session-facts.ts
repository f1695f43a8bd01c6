/** What the window is told of the open book, its place and the program. */
import type { Output, Parsed } from '../../preload/contract/index.ts';
import { PROGRAM_VERSION } from '../process/version.ts';
import { beginBook, sessionFacts } from '../services/book/session.ts';
import type { Scene } from './scene.ts';

export const session = (scene: Scene): Output<'session.get'> => ({
  ...sessionFacts(scene.book),
  dataFolder: scene.dataFolder,
  version: PROGRAM_VERSION,
});

export function beginSession(
  scene: Scene,
  input: Parsed<'session.begin'>,
): Output<'session.begin'> {
  beginBook(scene.book, { ...input, sample: false });
  return session(scene);
}
