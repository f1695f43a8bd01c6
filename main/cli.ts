/** The command line: the same core without a window. Exit 0 done, 1 refused with a sentence, 2 wrong usage. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultText } from '../renderer/format/fault.ts';
import type { Answered } from './command-line/answer.ts';
import { readArguments, USAGE, UsageError, type Options } from './command-line/arguments.ts';
import { demo } from './command-line/demo.ts';
import { importFiles, inspect, template, undoImport } from './command-line/import.ts';
import { ledger } from './command-line/ledger.ts';
import { init, records, table, tableList } from './command-line/records.ts';
import { indicators, targets } from './command-line/year.ts';
import { scheme } from './command-line/scheme.ts';
import { meaningOf } from './data/sound-file.ts';
import { Fault, type FaultData } from './domain/fault.ts';
import { createLog } from './maintenance/log.ts';
import { VERSION } from './process/version.ts';
import { BOOK_FILE } from './services/book/save-file.ts';

type Command = (operands: readonly string[], options: Options) => Promise<Answered>;

const commands: Readonly<Record<string, Command>> = {
  init: (_, options) => init(options),
  inspect,
  import: importFiles,
  template,
  undo: undoImport,
  records: ([ledger], options) => records(ledger, options),
  indicators: (_, options) => indicators(options),
  targets: (_, options) => targets(options),
  scheme,
  ledger,
  tables: (_, options) => tableList(options),
  table: ([name], options) => table(name, options),
  demo: (_, options) => demo(options),
};

const dataOf = (fault: Fault): FaultData =>
  ({ code: fault.code, params: fault.params }) as FaultData;

/** Nobody expected it: the stack goes to the log in the system's folder for temporary files, the user reads a sentence. */
function unforeseen(error: unknown): FaultData {
  const log = createLog(join(tmpdir(), 'county-planner'), VERSION, () => new Date());
  return {
    code: 'unexpected',
    params: { detail: String(error), number: log.fault('command line', error) },
  };
}

async function run(words: readonly string[]): Promise<number> {
  try {
    const { command, operands, options } = readArguments(words);
    const chosen = Object.hasOwn(commands, command) ? commands[command] : undefined;
    if (
      chosen === undefined ||
      (operands.length > 1 &&
        command !== 'import' &&
        !((command === 'scheme' || command === 'ledger') && operands.length === 2))
    )
      throw new UsageError(
        command === '' ? '要做什么？' : `不认识“${[command, ...operands].join(' ')}”`,
      );
    const answered = await chosen(operands, options);
    process.stdout.write(`${options.json ? JSON.stringify(answered.json) : answered.text}\n`);
    return answered.refused === true ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n${USAGE}\n`);
      return 2;
    }
    const meant = meaningOf(error, BOOK_FILE);
    process.stderr.write(
      `${faultText(meant instanceof Fault ? dataOf(meant) : unforeseen(error))}\n`,
    );
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
