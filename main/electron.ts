/** Starts the program in Electron. */
import { app } from 'electron';
import { ASSETS, dataFolder, preloadOf } from './places.ts';
import { createElectronShell, registerScheme } from './shell/electron/shell.ts';
import { runWindow } from './window.ts';

// 1. one window per machine
if (!app.requestSingleInstanceLock()) app.exit(0);
// 2. before the app is ready: the private origin, and nothing looked up outside
registerScheme();
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('disable-quic');
await app.whenReady();
// 3. the window with its core
const shell = createElectronShell({ assets: ASSETS, preload: preloadOf('electron') });
const { done } = await runWindow(shell, dataFolder(process.argv.slice(1)), (line) => process.stderr.write(`${line}\n`));
// 4. until it is closed
await done;
app.quit();
