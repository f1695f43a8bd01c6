/** Runs before the page in Electron, isolated from it: exposes the bridge and nothing of ipcRenderer. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { BRIDGE, createBridge } from './bridge.ts';

contextBridge.exposeInMainWorld(
  BRIDGE,
  createBridge({
    hand: async (files) =>
      void (await ipcRenderer.invoke(
        'dropped',
        files.map((file) => webUtils.getPathForFile(file)),
      )),
    post: (text) => ipcRenderer.invoke('call', text) as Promise<string>,
    onMessage: (listener) => ipcRenderer.on('message', (_event, text: string) => listener(text)),
  }),
);
