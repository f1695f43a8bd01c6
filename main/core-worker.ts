/** Entry of the thread that holds the database; what it loads is compiled once for all starts. */
import { keepCompiled } from './process/compiled.ts';

keepCompiled();
await import('./core-thread.ts');
