/** Problems of projects (项目问题) and how far their coordination is. */
export const PROBLEM_STATES = [
  { value: 'open', label: '待协调' },
  { value: 'working', label: '协调中' },
  { value: 'solved', label: '已解决' },
  { value: 'given_up', label: '不再协调' },
] as const;
export type ProblemState = (typeof PROBLEM_STATES)[number]['value'];

export const isOpenProblem = (state: string): boolean => state === 'open' || state === 'working';
