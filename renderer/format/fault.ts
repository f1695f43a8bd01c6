/** The sentence for every expected failure: what happened, then what to do. The command line uses the same ones. */
import type { FaultCode, FaultData, Faults } from '../../main/domain/fault.ts';

type Wording = { readonly [C in FaultCode]: (params: Faults[C]) => string };

const WORDING: Wording = {
  'input.invalid': ({ path }) => `这一步的输入不完整（${path}）。重填后再试。`,
  'county.missing': () => '还没有建账。先填县名和年份，点“开始使用”。',
  'county.exists': ({ county }) => `这里已经是${county}的账。要另建一本，换一个文件夹。`,
  'ledger.unknown': ({ ledger }) => `没有叫“${ledger}”的台账。`,
  'field.unknown': ({ field }) => `台账里没有“${field}”这一列，或不能这样用。换一列再试。`,
  'table.unknown': ({ table }) => `没有叫“${table}”的报表。`,
  'record.missing': () => '这条记录已经不在了。刷新后再看。',
  'value.unreadable': ({ field, seen, want }) => `“${seen}”看不懂。${field}要填${want}。`,
  'value.required': ({ field }) => `${field}不能空。填上再保存。`,
  'value.computed': ({ field }) => `${field}由明细合计，不能直接填。去改明细。`,
  'filter.unreadable': ({ field, seen }) => `${field}的筛选“${seen}”看不懂。写成 含…、>1亿、2010-05..、空。`,
  'stage.backwards': ({ stage, date, after }) => `${stage}${date}早于${after}。改日期，或先改前面的阶段。`,
  'state.closed': ({ record }) => `“${record}”已经结了，不能延期。要延期先重新打开。`,
  'lead.promoted': ({ project }) => `这条线索已经转为项目“${project}”。去项目台账里看。`,
  'deadline.earlier': ({ deadline, before }) => `新时限${deadline}不晚于原时限${before}。延期要填更晚的日期。`,
  'unit.unknown': ({ name }) => `不认识单位“${name}”。先在“设置”里新建，或记作别名。`,
  'unit.exists': ({ name }) => `已经有单位叫“${name}”。换个名字，或改原来那个。`,
  'unit.inUse': ({ name, records }) => `“${name}”还有${records}条记录在用，不能删。先把记录改到别的单位。`,
  'file.missing': ({ file }) => `找不到文件“${file}”。看看是不是移走了，再选一次。`,
  'file.busy': ({ file }) => `“${file}”正被Excel或WPS打开。先保存关闭，再点“重试”。`,
  'file.unwritable': ({ file }) => `“${file}”写不进去。换个文件夹再存。`,
  'file.handle': () => '选的文件已失效。请再选一次。',
  'import.encrypted': ({ file }) => `“${file}”有密码。在Excel里去掉密码另存后再导入。`,
  'import.damaged': ({ file }) => `“${file}”已损坏，打不开。用Excel或WPS修复另存后再导入。`,
  'import.notWorkbook': ({ file }) => `“${file}”不是表格文件，只是改了扩展名。请找到原来的表。`,
  'import.tooLarge': ({ file, megabytes }) => `“${file}”解开有${megabytes}MB，太大。删掉没用的工作表，另存后再导入。`,
  'import.lockFile': ({ file }) => `“${file}”是表格开着时留下的临时文件，里面没有表。请选同名的表格。`,
  'import.nothing': ({ file }) => `“${file}”里没有认出台账。看看表头是不是在，或用模板填。`,
  'import.measure': ({ columns }) => `${columns}没写金额单位。选元、万元或亿元后再导入。`,
  'import.waiting': ({ file, rows }) => `“${file}”还有${rows}行在等回答。先答完，或只导入没有问题的行。`,
  'import.cancelled': () => '已取消，什么也没导入。',
  'profile.missing': () => '这条记住的对应已经不在了。刷新后再看。',
  'import.missing': ({ id }) => `没有编号${id}的导入。`,
  'import.stale': ({ file }) => `看过“${file}”之后，台账又改过。请再看一遍，再点“导入”。`,
  'import.undone': ({ id }) => `第${id}次导入已经撤销过了。`,
  'import.changedLater': ({ records }) => `导入后又改过：${records}。先撤销这些修改，再撤销导入。`,
  'undo.nothing': () => '没有可撤销的了。',
  'undo.changedLater': ({ record }) => `“${record}”后来又改过。先撤销后来的修改。`,
  'database.newer': () => '这本账是更新版本的县计建的。请用新版打开，数据没有动。',
  'database.locked': () => '账正被另一个县计打开。先关掉那一个，再重开。',
  'folder.unwritable': ({ folder }) => `文件夹“${folder}”写不进去。换一个文件夹，或请管理员放开权限。`,
  'print.noBrowser': () => '没有找到能出PDF的浏览器。装上Chromium或Edge后再打印。',
  'shell.cannot': ({ what }) => `这台电脑上做不了：${what}。`,
  'core.stopped': () => '后台停了，数据没有丢。关掉县计再打开。',
  unexpected: () => '出了没料到的问题，已记下来，数据没有丢。再试一次，不行就重开县计。',
};

export function faultText(fault: FaultData): string {
  const say = WORDING[fault.code] as (params: FaultData['params']) => string;
  return say(fault.params);
}
