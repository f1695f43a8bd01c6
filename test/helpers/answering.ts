/**
 * The command line asked line by line: each line of standard input is the words of a command as
 * JSON, each line of output its answer.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { runCommand } from '../../main/command-line/run.ts';

const words = z.array(z.string());
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await runCommand(words.parse(JSON.parse(line))))}\n`);
