/**
 * Runs before the page in Electron, isolated from it: exposes the bridge and nothing of
 * ipcRenderer.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { BRIDGE, createBridge } from './bridge.ts';

contextBridge.exposeInMainWorld(
  BRIDGE,
  createBridge({
    hand: async (files) => void (await ipcRenderer.invoke('dropped', files.map(pathOf))),
    post: (text) => ipcRenderer.invoke('call', text) as Promise<string>,
    onMessage: (listener) => ipcRenderer.on('message', (_event, text: string) => listener(text)),
  }),
);

/** what only looks like a file has no path, as one that the page made itself */
function pathOf(file: File): string {
  try {
    return webUtils.getPathForFile(file);
  } catch {
    return '';
  }
}
