/** Ctrl+Z and Ctrl+Y of every sheet: the core's own undo, told in the status line. */
import { call } from '../bridge/bridge.ts';
import { tell } from './sentence.ts';

export const undoLast = (): void =>
  void tell(call('changes.undo', {}), ({ label }) => `已撤销：${label}。`);
export const redoLast = (): void =>
  void tell(call('changes.redo', {}), ({ label }) => `已重做：${label}。`);
