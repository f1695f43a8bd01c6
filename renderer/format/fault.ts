/** The sentence for every expected failure: what happened, then what to do. The command line uses the same ones. */
import type { FaultCode, FaultData, Faults } from '../../main/domain/fault.ts';

type Wording = { readonly [C in FaultCode]: (params: Faults[C]) => string };

const WORDING: Wording = {
  'input.invalid': ({ path }) => `这一步的输入不完整（${path}）。重填后再试。`,
  'county.missing': () => '还没有建账。先填县名和年份，点“开始使用”。',
  'county.exists': ({ county }) => `这里已经是${county}的账。要另建一本，换一个文件夹。`,
  'ledger.unknown': ({ ledger }) => `没有叫“${ledger}”的台账。`,
  'ledger.wrong': ({ problem }) => `${problem}。`,
  'value.refused': ({ problem }) => `${problem}。`,
  'block.refused': ({ cells, first }) =>
    `${cells}格填不进去，这一块一格都没有改。${first.map(({ record, fault }) => `“${record}”：${faultText(fault)}`).join('')}${cells > first.length ? `还有${cells - first.length}格也是这样。` : ''}`,
  'field.unknown': ({ field }) => `台账里没有“${field}”这一列，或不能这样用。换一列再试。`,
  'chart.unknown': ({ chart }) => `没有叫“${chart}”的图。`,
  'chart.empty': ({ chart }) => `本期没有数，画不出“${chart}”。先填报或导入再画。`,
  'table.unknown': ({ table }) => `没有叫“${table}”的报表。`,
  'record.missing': () => '这条记录已经不在了。刷新后再看。',
  'value.unreadable': ({ field, seen, want }) => `“${seen}”看不懂。${field}要填${want}。`,
  'value.required': ({ field }) => `${field}不能空。填上再保存。`,
  'value.computed': ({ field }) => `${field}由明细合计，不能直接填。去改明细。`,
  'filter.unreadable': ({ field, seen }) =>
    `${field}的筛选“${seen}”看不懂。写成 含…、>1亿、2010-05..、空。`,
  'stage.backwards': ({ stage, date, after }) =>
    `${stage}${date}早于${after}。改日期，或先改前面的阶段。`,
  'stage.reason': ({ stage, what }) => `改为“${stage}”要写明${what}。写在“说明”里再保存。`,
  'arrival.overContract': ({ over, contract }) =>
    `到位资金合计比合同引资${contract}多${over}。核对金额；确实如此，在项目的“到位资金”里点“仍然登记”。`,
  'arrival.cut': ({ problem }) => `${problem}。改好再保存。`,
  'credit.shares': ({ problem }) => `${problem}。改好再保存。`,
  'gate.threshold': ({ problem }) => `${problem}。改好再保存。`,
  'carry.done': ({ year }) => `${year}年已经接转过了。要重来，先撤销那一次。`,
  'project.parent': ({ problem }) => `${problem}。`,
  'project.split': ({ problem }) => `${problem}。改好再拆分。`,
  'merge.arrivals': ({ kept, others }) =>
    `两条都有到位资金（${kept}笔和${others}笔），可能是同一笔钱。选“两边都计”或“只留保留的那条”，再合并。`,
  'merge.cannot': ({ problem }) => `${problem}。不能合并。`,
  'state.closed': ({ record }) => `“${record}”已经结了，不能延期。要延期先重新打开。`,
  'lead.promoted': ({ project }) => `这条线索已经转为项目“${project}”。去项目台账里看。`,
  'deadline.earlier': ({ deadline, before }) =>
    `新时限${deadline}不晚于原时限${before}。延期要填更晚的日期。`,
  'unit.unknown': ({ name }) => `不认识单位“${name}”。先在“设置”里新建，或记作别名。`,
  'unit.exists': ({ name }) => `已经有单位叫“${name}”。换个名字，或改原来那个。`,
  'unit.inUse': ({ name, where }) => `“${name}”在用：${where.join('、')}，不能删。先改到别的单位。`,
  'indicator.none': () => '还没有要填报的指标。先在“指标”里添加，再导出月报表。',
  'indicator.exists': ({ name }) => `已经有指标叫“${name}”。换个名字，或改原来那个。`,
  'indicator.inUse': ({ name, where }) =>
    `“${name}”在用：${where.join('、')}，不能删。可改为停用，旧数都留着。`,
  'indicator.measured': ({ name, figures }) =>
    `“${name}”已有${figures}个数，不能改计量单位。另建一个指标。`,
  'indicator.definition': ({ why }) => `${why}。改好再试算。`,
  'target.issued': ({ version }) => `${version}已下达，不能直接改。先点“调整”。`,
  'target.issueNeeds': ({ what }) => `下达要写${what}。填上再点“下达”。`,
  'target.plan': ({ problem }) => problem,
  'target.spread': ({ problem }) => problem,
  'figure.counted': ({ indicator }) => `“${indicator}”由台账统计，不能直接填。去改台账。`,
  'month.closed': ({ month }) => `${month}已关账。要改，请走“更正”，写明原因，新旧两个数都留着。`,
  'month.open': ({ month }) => `${month}还没关账，不用更正。直接改就行。`,
  'scheme.missing': ({ year }) => `还没有${year}年的考核办法。先编一份，或复制上年的。`,
  'scheme.wrong': ({ problem }) => `${problem}。改好再保存。`,
  'score.vetoNeeds': ({ what }) => `一票否决要写${what}。填上再保存。`,
  'score.period': ({ month }) =>
    `第${month}个月不是这种期间的最后一个月。季度选3、6、9、12，半年选6、12，全年选12。`,
  'score.correction': ({ problem }) => `${problem}。写好再公布。`,
  'post.earlier': ({ post, person, since }) =>
    `${post}${since}已由${person}接任。到任日期要晚于这一天。`,
  'reward.noRules': ({ year }) => `还没有${year}年的奖励办法。先编一份，或复制上年的。`,
  'reward.wrong': ({ problem }) => `${problem}。改好再保存。`,
  'reward.cannot': ({ problem }) => `${problem}。`,
  'map.wrong': ({ file, why }) => `“${file}”${why}。换一个文件再试。`,
  'file.missing': ({ file }) => `找不到文件“${file}”。看看是不是移走了，再选一次。`,
  'file.busy': ({ file }) => `“${file}”正被Excel或WPS打开。先保存关闭，再点“重试”。`,
  'file.unwritable': ({ file }) => `“${file}”写不进去。换个文件夹再存。`,
  'file.kept': ({ file }) => `“${file}”是县计自己的账，不能当作输出。换个文件名再存。`,
  'file.input': ({ file }) => `“${file}”正是要读的文件，不能写在它上面。换个文件名再存。`,
  'file.otherKind': ({ file }) => `“${file}”已经是另一种文件，没有覆盖。换个文件名再存。`,
  'file.full': ({ file }) => `磁盘满了，“${file}”没有写成。腾出空间或换个磁盘再存。`,
  'file.handle': () => '选的文件已失效。请再选一次。',
  'import.encrypted': ({ file }) => `“${file}”有密码。在Excel里去掉密码另存后再导入。`,
  'import.damaged': ({ file }) => `“${file}”已损坏，打不开。用Excel或WPS修复另存后再导入。`,
  'import.notWorkbook': ({ file }) => `“${file}”不是表格文件，只是改了扩展名。请找到原来的表。`,
  'import.tooLarge': ({ file, megabytes }) =>
    `“${file}”解开有${megabytes}MB，太大。删掉没用的工作表，另存后再导入。`,
  'import.lockFile': ({ file }) =>
    `“${file}”是表格开着时留下的临时文件，里面没有表。请选同名的表格。`,
  'import.nothing': ({ file }) => `“${file}”里没有认出台账。看看表头是不是在，或用模板填。`,
  'import.measure': ({ columns }) => `${columns}没写金额单位。选元、万元或亿元后再导入。`,
  'import.waiting': ({ file, rows, cells }) =>
    `“${file}”还有${rows}行${cells > 0 ? `、${cells}格` : ''}在等回答。先答完，或只导入没有问题的。`,
  'import.cancelled': () => '已取消，什么也没导入。',
  'profile.missing': () => '这条记住的对应已经不在了。刷新后再看。',
  'import.missing': ({ id }) => `没有编号${id}的导入。`,
  'import.stale': ({ file }) => `看过“${file}”之后，台账又改过。请再看一遍，再点“导入”。`,
  'import.undone': ({ id }) => `第${id}次导入已经撤销过了。`,
  'import.changedLater': ({ records }) => `导入后又改过：${records}。先撤销这些修改，再撤销导入。`,
  'undo.nothing': () => '没有可撤销的了。',
  'undo.changedLater': ({ record }) => `“${record}”后来又改过。先撤销后来的修改。`,
  'database.newer': () => '这本账是更新版本的县计建的。请用新版打开，数据没有动。',
  'window.open': () => '县计已经打开，窗口已到最前面。',
  'database.mixed': ({ file }) =>
    `“${file}”是后来放回的旧文件，旁边还留着没写完的日志，合在一起会错，没有打开。从备份恢复，或抢救。`,
  'database.locked': () => '账正被另一个县计打开。先关掉那一个，再重开。',
  'kept.damaged': ({ what }) => `${what}的内容坏了，读不出来。请重新保存一份，或从备份里恢复。`,
  'kept.newer': ({ what }) => `${what}是更新版本的县计存的。请用新版打开，数据没有动。`,
  'book.notCopied': ({ file, why }) =>
    `账的副本“${file}”没有做成（${why}），数据没有动。请腾出磁盘空间或放开文件夹权限，再重开。`,
  'folder.unwritable': ({ folder }) =>
    `文件夹“${folder}”写不进去。换一个文件夹，或请管理员放开权限。`,
  'window.oldBrowser': ({ version, oldest }) =>
    `这台电脑的浏览器是${version}版，县计需要Chromium ${oldest}或更新的版本。升级浏览器后再打开，账没有动过。`,
  'print.noBrowser': () => '没有找到能出PDF的浏览器。装上Chromium或Edge后再打印。',
  'shell.cannot': ({ what }) => `这台电脑上做不了：${what}。`,
  'core.stopped': () => '后台停了，最后一步可能没有存。关掉县计再打开，看一眼再接着做。',
  unexpected: ({ number }) =>
    typeof number === 'string'
      ? `出了没料到的问题（编号 ${number}），已记下来。这一步没有做完，再试一次，不行就重开县计。`
      : '出了没料到的问题，这一步没有做完。再试一次，不行就重开县计。',
  'database.damaged': ({ file }) =>
    `账的文件“${file}”坏了，没有再往里写。从备份恢复，或抢救还读得出的记录。`,
  'database.empty': ({ file }) =>
    `账的文件“${file}”是空的，不是县计写成这样的。没有动它，请从备份恢复。`,
  'database.foreign': ({ file }) => `“${file}”不是县计的账。没有动它，请换个目录，或把它移开。`,
  'database.readonly': ({ file }) =>
    `“${file}”所在的文件夹不能写。改成可写，或把整个文件夹复制到能写的地方再打开。`,
  'database.unreadable': ({ file }) =>
    `“${file}”读不出来，可能是磁盘或U盘松了。接好后重开县计，还不行就从备份恢复。`,
  'sample.making': () => '示例还在准备。等它备好再清掉。',
  'sample.own': ({ changes }) => `示例里有您自己改过的${changes}处。确认清掉后，只能从备份里找回。`,
  'backup.otherCounty': ({ county, here }) =>
    `这份备份是“${county}”的，这里是“${here}”的账，没有恢复。请选本单位的备份。`,
  'package.damaged': ({ file }) =>
    `“${file}”不是完整的包，或在路上被改过，没有收。请对方重新导出一份，核对单子上的校验码。`,
  'package.newer': ({ file }) => `“${file}”是更新版的县计做的，这里读不了。先升级县计，再收。`,
  'package.foreign': ({ file, from }) =>
    `“${file}”是${from}的，不是给这本账的，没有收。核对是不是拿错了包。`,
  'package.open': ({ file, questions }) => `“${file}”还有${questions}处要定，逐处选好再收。`,
  'package.key': ({ from }) =>
    `${from}的签名和以前不一样。先打电话核对校验码，确认换了电脑，再选“认新签名”。`,
  'package.changed': ({ file }) => `“${file}”看过以后又变了。重新选一次，看清楚再收。`,
  'package.cannot': ({ problem }) => `${problem}。`,
  'book.lost': () => '这个文件里已经读不出记录，没有可抢救的。请从备份恢复。',
  'disk.full': () => '磁盘满了，这一步没有存。腾出空间后再做一次。',
  'undo.ownButton': ({ label, where }) =>
    `上一步是“${label}”，撤销键不退回它。要退回，请到${where}。`,
};

export function faultText(fault: FaultData): string {
  const say = WORDING[fault.code] as (params: FaultData['params']) => string;
  return say(fault.params);
}
