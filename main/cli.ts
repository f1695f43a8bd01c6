/**
 * The command line: the same core without a window. Exit 0 done, 1 refused with a sentence, 2 wrong
 * usage.
 */
import { keepCompiled } from './process/compiled.ts';

keepCompiled();
const { runCommand } = await import('./command-line/run.ts');
const { code, out, err } = await runCommand(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
