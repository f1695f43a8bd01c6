/** The moves that a problem or task may make from where it stands, in the office's words. */
import type { StatedCode } from '../../../../main/domain/tasks/states.ts';

export interface StateMove {
  /** the state it leads to; `extend` puts a later deadline instead, `recheck` looks again */
  readonly to: string;
  readonly label: string;
}

const EXTEND: StateMove = { to: 'extend', label: '延期' };
const MOVES: Record<StatedCode, Readonly<Record<string, readonly StateMove[]>>> = {
  rectification: {
    found: [
      { to: 'rectifying', label: '转整改中' },
      { to: 'awaiting', label: '待验收' },
      { to: 'closed', label: '销号' },
      EXTEND,
    ],
    rectifying: [{ to: 'awaiting', label: '待验收' }, { to: 'closed', label: '销号' }, EXTEND],
    awaiting: [{ to: 'closed', label: '销号' }, { to: 'rectifying', label: '退回整改' }, EXTEND],
    closed: [
      { to: 'recheck', label: '复查' },
      { to: 'rectifying', label: '重新打开' },
    ],
  },
  task: {
    not_started: [
      { to: 'doing', label: '启动' },
      { to: 'awaiting', label: '待验收' },
      { to: 'closed', label: '办结' },
      EXTEND,
    ],
    doing: [{ to: 'awaiting', label: '待验收' }, { to: 'closed', label: '办结' }, EXTEND],
    extended: [{ to: 'awaiting', label: '待验收' }, { to: 'closed', label: '办结' }, EXTEND],
    awaiting: [{ to: 'closed', label: '验收办结' }, { to: 'doing', label: '退回办理' }, EXTEND],
    closed: [{ to: 'doing', label: '重新打开' }],
  },
};

/** What many records may be moved to at once. */
const TOGETHER: Record<StatedCode, readonly StateMove[]> = {
  rectification: [
    { to: 'rectifying', label: '转整改中' },
    { to: 'awaiting', label: '待验收' },
    { to: 'closed', label: '销号' },
  ],
  task: [
    { to: 'doing', label: '启动' },
    { to: 'awaiting', label: '待验收' },
    { to: 'closed', label: '办结' },
  ],
};

export const movesTogether = (ledger: StatedCode): readonly StateMove[] => TOGETHER[ledger];

export const movesFrom = (ledger: StatedCode, state: string): readonly StateMove[] =>
  MOVES[ledger][state] ?? [];
