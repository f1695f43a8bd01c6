/**
 * What help says beside the pages: the first day, the keys, and what whoever maintains the PC looks
 * at.
 */

/** 快速上手: the first day on one page. */
export const QUICK_START: readonly string[] = [
  '填县名（或乡镇名）和年份，点“开始使用”；想先试一试，点“先看看示例”，用完一键清除。',
  '把手头的Excel、WPS表格拖进窗口，或在“项目”“进度”“目标”页点“导入”。列名、单位、日期由程序识别，拿不准的逐条问，答完再写入。',
  '导入有误，按Ctrl+Z整批撤销；原表不会被改动。',
  '在“目标”页填全年任务，分到各单位，核对合计后点“下达”。',
  '每月在“进度”页填当月数或累计数，另一项自动算出；各单位报齐后点“关账”。',
  '在“报表”页选一张表，右边就是打印的样子，可打印，可导出PDF、Excel、Word。',
  '和上下级往来：在“收发”页下发任务、收上报，一个文件放进U盘即可，不用联网。',
  '随时按F1看本页的帮助，按Ctrl+K查找记录、页面和操作。',
];

export const HELP_KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl+K', '查找记录、页面和操作'],
  ['Ctrl+1…0', '左边十个页面'],
  ['F6 / Shift+F6', '在页面、按钮、表、右边栏之间走'],
  ['Alt+←', '回到前一页'],
  ['Ctrl+N', '新增'],
  ['Enter / Tab', '下一行 / 下一格'],
  ['行号旁的▸，或Ctrl+Enter', '打开该条记录；选中行号后按Enter亦可'],
  ['最后的空行', '输入文字即新增一条，Enter保存；从Excel粘贴多出的行也新增'],
  ['F2', '在格内修改'],
  ['Ctrl+C / Ctrl+V', '和Excel、WPS互相复制'],
  ['Ctrl+D', '向下填充'],
  ['选一块，打字，Ctrl+Enter', '一起填'],
  ['F4', '这一格的数据来源'],
  ['Ctrl+Z / Ctrl+Y', '撤销 / 重做'],
  ['F8', '导入时跳到下一个问题'],
  ['Ctrl+P', '打印'],
  ['Esc', '关闭最上层'],
];

/** 诊断: where things lie and what to do when something is wrong. */
export const DIAGNOSIS: readonly string[] = [
  '账在一个文件夹里，位置写在“设置”页；复制整个文件夹（先关闭程序）就是搬家。',
  '每天第一次打开、关闭前、大批导入或删除前、收每个包之前自动备份，连同附件，在数据文件夹的backups里；程序开着时不要复制文件夹当备份；“设置”页可以恢复任何一份。',
  '打不开账时，程序会说明原因，并给出恢复备份、抢救数据两条路，原文件不会被改动。',
  '“设置”页的“检查”逐项查账本是否完好；命令行 check 做同样的事。',
  '程序不联网，也不在后台做任何事；杀毒软件误报时，核对发行文件的SHA-256。',
  '更新：把新版文件和SHA256SUMS放进U盘，运行程序文件夹里的update.sh；不合适可以退回上一版。',
  '报告问题时请写明“设置”页上的版本号、做了哪几步、屏幕上的那句话。',
];
