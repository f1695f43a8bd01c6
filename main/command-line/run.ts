/** Runs one command of the command line: words in, what is to be printed and the exit code out. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultText } from '../../renderer/format/fault.ts';
import { meaningOf } from '../data/sound-file.ts';
import { Fault, type FaultData } from '../domain/fault.ts';
import { createLog } from '../maintenance/log.ts';
import { PROGRAM_VERSION } from '../process/version.ts';
import { BOOK_FILE } from '../services/book/save-file.ts';
import type { Answered } from './answer.ts';
import { attachmentCommand } from './attachment.ts';
import { chartCommand, chartList } from './chart.ts';
import { readArguments, USAGE, UsageError, type CommandOptions } from './arguments.ts';
import { demoCommand } from './demo.ts';
import { importFiles, inspectFile, templateCommand, undoImportCommand } from './import.ts';
import {
  backupCommand,
  backupsCommand,
  exportCommand,
  checkCommand,
  restoreCommand,
  salvageCommand,
} from './keeping.ts';
import { ledgerCommand } from './ledger.ts';
import {
  arrivalsCommand,
  initCommand,
  recordsCommand,
  tableCommand,
  tableList,
} from './records.ts';
import { indicator, month, operator, unitCommand, version } from './office.ts';
import { packageCommand } from './package.ts';
import { sourceCommand } from './source.ts';
import { schemeCommand } from './scheme.ts';
import { indicatorsCommand, targetsCommand } from './year.ts';

interface Command {
  readonly run: (operands: readonly string[], options: CommandOptions) => Promise<Answered>;
  /** how many words may stand behind its name */
  readonly words: number;
}
const ANY = Number.POSITIVE_INFINITY;
const command = (run: Command['run'], words = 1): Command => ({ run, words });

const COMMANDS: Readonly<Record<string, Command>> = {
  init: command((_, options) => initCommand(options)),
  inspect: command(inspectFile),
  import: command(importFiles, ANY),
  template: command(templateCommand),
  undo: command(undoImportCommand),
  records: command(([ledger], options) => recordsCommand(ledger, options)),
  arrivals: command((_, options) => arrivalsCommand(options), 0),
  indicators: command((_, options) => indicatorsCommand(options)),
  targets: command((_, options) => targetsCommand(options)),
  scheme: command(schemeCommand, 2),
  operator: command(operator),
  month: command(month),
  version: command(version),
  indicator: command(indicator, 2),
  unit: command(unitCommand, 2),
  ledger: command(ledgerCommand, 2),
  tables: command((_, options) => tableList(options)),
  table: command(([name], options) => tableCommand(name, options)),
  source: command(sourceCommand, 3),
  charts: command((_, options) => chartList(options), 0),
  chart: command(([name], options) => chartCommand(name, options)),
  attachment: command(attachmentCommand, ANY),
  backup: command((_, options) => backupCommand(options), 0),
  backups: command(([name], options) => backupsCommand(name, options)),
  export: command((_, options) => exportCommand(options), 0),
  restore: command(([file], options) => restoreCommand(file, options)),
  check: command((_, options) => checkCommand(options), 0),
  salvage: command(([file], options) => salvageCommand(file, options)),
  package: command(packageCommand, ANY),
  demo: command((_, options) => demoCommand(options)),
};

export interface Ran {
  /** 0 done, 1 refused with a sentence, 2 wrong usage */
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
}

export async function runCommand(words: readonly string[]): Promise<Ran> {
  try {
    const { command, operands, options } = readArguments(words);
    const chosen = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (chosen === undefined || operands.length > chosen.words)
      throw new UsageError(
        command === '' ? '要做什么？' : `不认识“${[command, ...operands].join(' ')}”`,
      );
    const answered = await chosen.run(operands, options);
    const out = `${options.json ? JSON.stringify(answered.json) : answered.text}\n`;
    return { code: answered.refused === true ? 1 : 0, out, err: '' };
  } catch (error) {
    if (error instanceof UsageError)
      return { code: 2, out: '', err: `${error.message}\n${USAGE}\n` };
    const meant = meaningOf(error, BOOK_FILE);
    const fault = meant instanceof Fault ? dataOf(meant) : unforeseen(error);
    return { code: 1, out: '', err: `${faultText(fault)}\n` };
  }
}

const dataOf = (fault: Fault): FaultData =>
  ({ code: fault.code, params: fault.params }) as FaultData;

/**
 * Nobody expected it: the stack goes to the log in the system's folder for temporary files, the
 * user reads a sentence.
 */
function unforeseen(error: unknown): FaultData {
  const log = createLog(join(tmpdir(), 'county-planner'), PROGRAM_VERSION, () => new Date());
  return {
    code: 'unexpected',
    params: { detail: String(error), number: log.fault('command line', error) },
  };
}
