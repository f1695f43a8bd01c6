/**
 * What was answered for a shape of header, as the book keeps it for the next file: the units that
 * names mean, by id.
 */
import { z } from 'zod';
import { importAnswer, type ImportAnswer } from '../../../preload/contract/answers.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';
import { named, referenceTo } from '../kept/references.ts';
import type { Reader } from '../open.ts';

export type KeptAnswer = ImportAnswer;
const KIND: KeptKind<readonly ImportAnswer[]> = { version: 1, shape: z.array(importAnswer) };

/** @throws Fault kept.damaged, kept.newer */
export const answersIn = (db: Reader, text: string, profile: string): readonly ImportAnswer[] =>
  readKept(text, KIND, `导入习惯“${profile}”`, (content) => named(db, content));

export const answersText = (db: Reader, answers: readonly ImportAnswer[]): string =>
  keptText(
    KIND,
    answers.map((one) =>
      one.kind === 'unit' && one.as.is === 'known'
        ? { ...one, as: { ...one.as, unit: referenceTo(db, 'unit', one.as.unit) } }
        : one,
    ),
  );
