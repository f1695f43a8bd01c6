/** What is looked for when projects are followed up (跟踪提醒): each kind with its words. */
export const NOTICES = [
  { value: 'milestone', label: '节点超期' },
  { value: 'problem', label: '问题超期' },
  { value: 'answer', label: '答复超期' },
  { value: 'planned', label: '未按计划推进' },
  { value: 'money', label: '到位资金欠进度' },
  { value: 'silent', label: '本月没有进展' },
] as const;
export type NoticeCode = (typeof NOTICES)[number]['value'];
export const NOTICE_CODES = NOTICES.map((one) => one.value) as [NoticeCode, ...NoticeCode[]];
