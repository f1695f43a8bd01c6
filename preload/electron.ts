/** Runs before the page's scripts in Electron: the bridge over IPC, in its own world. */
import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE, createBridge } from './bridge.ts';

contextBridge.exposeInMainWorld(
  BRIDGE,
  createBridge({
    post: (text) => ipcRenderer.invoke('call', text) as Promise<string>,
    onMessage: (listener) => ipcRenderer.on('event', (_, text: string) => listener(text)),
  }),
);
