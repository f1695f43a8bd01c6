/** Ctrl+Z and Ctrl+Y of every sheet: the core's own undo, told in the status line. */
import { call } from '../bridge/bridge.ts';
import { tell } from './sentence.ts';

export const undo = (): void =>
  void tell(call('changes.undo', {}), ({ label }) => `已撤销：${label}。`);
export const redo = (): void =>
  void tell(call('changes.redo', {}), ({ label }) => `已重做：${label}。`);
