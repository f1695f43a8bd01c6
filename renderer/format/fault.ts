/**
 * The sentence for every expected failure: what happened, then what to do. The command line uses
 * the same ones.
 */
import type { OtherFile } from '../../main/domain/other-file.ts';
import type { FaultCode, FaultData, Faults } from '../../main/domain/fault.ts';

type Wording = { readonly [C in FaultCode]: (params: Faults[C]) => string };

const WORDING: Wording = {
  'input.invalid': ({ path }) => `本次操作的输入不完整（${path}）。请重新填写。`,
  'county.missing': () => '尚未建账。请先填写县名和年份，点“开始使用”。',
  'county.exists': ({ county }) => `这里已经是${county}的账。如需另建，请更换文件夹。`,
  'ledger.unknown': ({ ledger }) => `没有名为“${ledger}”的台账。`,
  'ledger.wrong': ({ problem }) => `${problem}。`,
  'value.refused': ({ problem }) => `${problem}。`,
  'block.refused': ({ cells, first }) =>
    `${cells}格不能填入，所选区域均未修改。${first.map(({ record, fault }) => `“${record}”：${faultText(fault)}`).join('')}${cells > first.length ? `还有${cells - first.length}格情况相同。` : ''}`,
  'field.unknown': ({ field }) => `台账里没有“${field}”这一列，或不能这样用。换一列再试。`,
  'setup.unknown': ({ setup }) => `这张表没有名为“${setup}”的版式。`,
  'chart.unknown': ({ chart }) => `没有名为“${chart}”的图。`,
  'chart.empty': ({ chart }) => `本期没有数，画不出“${chart}”。先填报或导入再画。`,
  'table.unknown': ({ table }) => `没有名为“${table}”的报表。`,
  'table.place': ({ what, name }) => `报表里没有名为“${name}”的${what}，请照表上的字写。`,
  'record.missing': () => '这条记录已不存在，请刷新后查看。',
  'value.unreadable': ({ field, seen, want }) => `“${seen}”无法识别。${field}应填写${want}。`,
  'value.required': ({ field }) => `${field}不能为空，请填写后保存。`,
  'value.formula': ({ field }) => `${field}按公式算，不能直接填写，请修改公式里的数。`,
  'value.computed': ({ field }) => `${field}由明细合计，不能直接填写，请修改明细。`,
  'filter.unreadable': ({ field, seen }) =>
    `${field}的筛选“${seen}”无法识别。写成 含…、>1亿、2010-05..、空。`,
  'stage.backwards': ({ stage, date, after }) =>
    `${stage}${date}早于${after}。请修改日期，或先修改前面的阶段。`,
  'stage.reason': ({ stage, what }) => `改为“${stage}”要写明${what}。写在“说明”里再保存。`,
  'arrival.overContract': ({ over, contract }) =>
    `到位资金合计比合同引资${contract}多${over}。核对金额；确实如此，在项目的“到位资金”里点“仍然登记”。`,
  'arrival.cut': ({ problem }) => `${problem}。请修改后保存。`,
  'credit.shares': ({ problem }) => `${problem}。请修改后保存。`,
  'gate.threshold': ({ problem }) => `${problem}。请修改后保存。`,
  'carry.done': ({ year }) => `${year}年已办理接转。如需重新办理，请先撤销该次接转。`,
  'project.parent': ({ problem }) => `${problem}。`,
  'project.split': ({ problem }) => `${problem}。请修改后拆分。`,
  'merge.arrivals': ({ kept, others }) =>
    `两条都有到位资金（${kept}笔和${others}笔），可能是同一笔钱。选“两边都计”或“只留保留的那条”，再合并。`,
  'merge.cannot': ({ problem }) => `${problem}。不能合并。`,
  'state.closed': ({ record }) => `“${record}”已办结，不能延期。如需延期，请先重新打开。`,
  'lead.promoted': ({ project }) => `这条线索已经转为项目“${project}”。请在项目台账中查看。`,
  'deadline.earlier': ({ deadline, before }) =>
    `新时限${deadline}不晚于原时限${before}。延期应填写更晚的日期。`,
  'unit.unknown': ({ name }) => `不认识单位“${name}”。先在“设置”里新建，或记作别名。`,
  'unit.exists': ({ name }) => `已有单位名为“${name}”。请更换名称，或修改原有的。`,
  'unit.inUse': ({ name, where }) =>
    `“${name}”正在使用：${where.join('、')}，不能删除。请先改到其他单位。`,
  'indicator.none': () => '尚无需要填报的指标。请先在“指标”中添加，再导出月报表。',
  'indicator.exists': ({ name }) => `已有指标名为“${name}”。请更换名称，或修改原有的。`,
  'indicator.inUse': ({ name, where }) =>
    `“${name}”正在使用：${where.join('、')}，不能删除。可改为停用，旧数均予保留。`,
  'indicator.measured': ({ name, figures }) =>
    `“${name}”已有${figures}个数，不能改计量单位。另建一个指标。`,
  'indicator.definition': ({ why }) => `${why}。请修改后试算。`,
  'target.issued': ({ version }) => `${version}已下达，不能直接改。请先点“调整”。`,
  'target.issueNeeds': ({ what }) => `下达须填写${what}。请填写后再点“下达”。`,
  'target.plan': ({ problem }) => problem,
  'target.spread': ({ problem }) => problem,
  'figure.counted': ({ indicator }) => `“${indicator}”由台账统计，不能直接填写，请修改台账。`,
  'month.closed': ({ month }) =>
    `${month}已关账。如需修改，请办理“更正”并注明原因，原数和新数均予保留。`,
  'month.open': ({ month }) => `${month}尚未关账，无需更正，请直接修改。`,
  'scheme.missing': ({ year }) => `尚无${year}年的考核办法。请先编制，或复制上年的。`,
  'scheme.wrong': ({ problem }) => `${problem}。请修改后保存。`,
  'score.vetoNeeds': ({ what }) => `一票否决须填写${what}。请填写后保存。`,
  'score.period': ({ month }) =>
    `第${month}个月不是这种期间的最后一个月。季度选3、6、9、12，半年选6、12，全年选12。`,
  'score.correction': ({ problem }) => `${problem}。请填写后公布。`,
  'post.earlier': ({ post, person, since }) =>
    `${post}${since}已由${person}接任。到任日期要晚于这一天。`,
  'reward.noRules': ({ year }) => `尚无${year}年的奖励办法。请先编制，或复制上年的。`,
  'reward.wrong': ({ problem }) => `${problem}。请修改后保存。`,
  'reward.cannot': ({ problem }) => `${problem}。`,
  'map.wrong': ({ file, why }) => `“${file}”${why}。请更换文件重试。`,
  'file.missing': ({ file }) => `找不到文件“${file}”。请确认文件是否已移动，然后重新选择。`,
  'file.busy': ({ file }) => `“${file}”正被Excel或WPS打开。先保存关闭，再点“重试”。`,
  'file.unwritable': ({ file }) => `“${file}”无法写入。请更换文件夹保存。`,
  'file.kept': ({ file }) => `“${file}”是县计自己的账，不能当作输出。请更换文件名保存。`,
  'file.input': ({ file }) => `“${file}”正是要读的文件，不能覆盖。请更换文件名保存。`,
  'file.otherKind': ({ file }) => `“${file}”是另一种文件，未予覆盖。请更换文件名保存。`,
  'file.full': ({ file }) => `磁盘已满，“${file}”未能写入。请腾出空间或更换磁盘保存。`,
  'attachment.program': ({ file }) =>
    `“${file}”是程序，不能作为附件。请换成文档、表格、图片或压缩文件。`,
  'attachment.tooLarge': ({ file, megabytes }) =>
    `“${file}”超过${megabytes}MB，文件过大。请压缩或分开后添加。`,
  'attachment.twice': ({ file }) => `这条记录已有附件“${file}”，内容相同，不必再添加。`,
  'attachment.lost': ({ file }) =>
    `附件“${file}”的文件不在了，或已被改动。请在设置的“备份”里点“检查账”，可从备份补回。`,
  'attachment.noPicture': ({ file }) => `“${file}”不能在此显示。请点“打开”查看。`,
  'attachment.notOpened': ({ file }) =>
    `本机没有能打开“${file}”的程序。请安装后重试，或另存到其他电脑查看。`,
  'file.handle': () => '所选文件已失效，请重新选择。',
  'import.encrypted': ({ file }) => `“${file}”有密码。请在Excel中取消密码，另存后导入。`,
  'import.damaged': ({ file }) => `“${file}”已损坏，无法打开。请用Excel或WPS修复并另存后导入。`,
  'import.notWorkbook': ({ file, what }) =>
    `“${file}”${what === undefined ? '不是表格文件，只是改了扩展名。请找到原来的表。' : OTHER_FILES[what]}`,
  'import.tooLarge': ({ file, megabytes }) =>
    `“${file}”解开有${megabytes}MB，文件过大。请删除不用的工作表，另存后导入。`,
  'import.lockFile': ({ file }) =>
    `“${file}”是表格开着时留下的临时文件，里面没有表。请选同名的表格。`,
  'import.derived': ({ file, title, source }) =>
    `“${file}”是打印出来的“${title}”，里面的数是由${source}算出的，不能倒着导入。请导入${source}。`,
  'import.nothing': ({ file }) => `“${file}”中未能识别出台账。请检查表头是否完整，或使用模板填写。`,
  'import.measure': ({ columns }) => `${columns}没写金额单位。选元、万元或亿元后再导入。`,
  'import.waiting': ({ file, rows, cells }) =>
    `“${file}”还有${rows}行${cells > 0 ? `、${cells}格` : ''}等待回答。请先回答，或只导入没有问题的部分。`,
  'import.cancelled': () => '已取消，未导入任何内容。',
  'profile.missing': () => '这条对应关系已不存在，请刷新后查看。',
  'import.missing': ({ id }) => `没有编号${id}的导入。`,
  'import.stale': ({ file }) => `核对“${file}”之后，台账又有修改。请重新核对，再点“导入”。`,
  'import.undone': ({ id }) => `第${id}次导入已经撤销过了。`,
  'import.changedLater': ({ records }) =>
    `导入后又有修改：${records}。先撤销这些修改，再撤销导入。`,
  'undo.nothing': () => '没有可撤销的操作。',
  'undo.changedLater': ({ record }) => `“${record}”之后又有修改。请先撤销之后的修改。`,
  'database.newer': () => '这本账是更新版本的县计建的。请用新版打开，数据未作改动。',
  'window.open': () => '县计已经打开，窗口已到最前面。',
  'database.mixed': ({ file }) =>
    `“${file}”是后来放回的旧文件，旁边还留着没写完的日志，合在一起会错，没有打开。从备份恢复，或抢救。`,
  'database.locked': () => '账正被另一个县计窗口打开。请先关闭该窗口，再重新打开。',
  'kept.damaged': ({ what }) => `${what}的内容已损坏，无法读取。请重新保存，或从备份恢复。`,
  'kept.newer': ({ what }) => `${what}是更新版本的县计存的。请用新版打开，数据未作改动。`,
  'book.notCopied': ({ file, why }) =>
    `账的副本“${file}”未能生成（${why}），数据未作改动。请腾出磁盘空间或开放文件夹权限后重新打开。`,
  'folder.unwritable': ({ folder }) =>
    `文件夹“${folder}”无法写入。请更换文件夹，或请管理员开放权限。`,
  'window.oldBrowser': ({ version, oldest }) =>
    `这台电脑的浏览器是${version}版，县计需要Chromium ${oldest}或更新的版本。升级浏览器后再打开，账没有动过。`,
  'print.noBrowser': () => '没有找到能出PDF的浏览器。请安装Chromium或Edge后打印。',
  'shell.cannot': ({ what }) => `本机不能完成：${what}。`,
  'core.stopped': () => '后台程序已停止，最后一步可能未保存。请关闭县计后重新打开，核对后继续。',
  unexpected: ({ number }) =>
    typeof number === 'string'
      ? `发生意外问题（编号 ${number}），已记入日志，本次操作未完成。请重试；仍不成功的，请重新打开县计。`
      : '发生意外问题，本次操作未完成。请重试；仍不成功的，请重新打开县计。',
  'database.damaged': ({ file }) =>
    `账的文件“${file}”已损坏，已停止写入。请从备份恢复，或抢救尚可读取的记录。`,
  'database.empty': ({ file }) =>
    `账的文件“${file}”是空文件，并非县计写成。未作任何改动，请从备份恢复。`,
  'database.foreign': ({ file }) => `“${file}”不是县计的账。未作任何改动，请更换目录，或将其移走。`,
  'database.readonly': ({ file }) =>
    `“${file}”所在的文件夹不可写。请改为可写，或将整个文件夹复制到可写的位置后打开。`,
  'database.unreadable': ({ file }) =>
    `“${file}”无法读取，可能是磁盘或U盘接触不良。请接好后重新打开县计，仍不成功的，请从备份恢复。`,
  'sample.making': () => '示例数据正在准备，请在准备完成后清除。',
  'sample.own': ({ changes }) => `示例中有${changes}处修改由您所作。确认清除后，只能从备份恢复。`,
  'backup.otherCounty': ({ county, here }) =>
    `这份备份是“${county}”的，这里是“${here}”的账，没有恢复。请选本单位的备份。`,
  'package.damaged': ({ file }) =>
    `“${file}”不是完整的包，或在传递中被改动，未予接收。请对方重新导出一份，核对单子上的校验码。`,
  'package.newer': ({ file }) =>
    `“${file}”是更新版的县计做的，此处无法读取。请先升级县计，再接收。`,
  'package.foreign': ({ file, from }) =>
    `“${file}”是${from}的，接收方不是本账，未予接收。请核对是否拿错了包。`,
  'package.open': ({ file, questions }) => `“${file}”还有${questions}处须确定，请逐处选择后接收。`,
  'package.key': ({ from }) =>
    `${from}的签名和以前不一样。先打电话核对校验码，确认换了电脑，再选“认新签名”。`,
  'package.changed': ({ file }) => `“${file}”核对之后又有变化。请重新选择，核对后接收。`,
  'package.cannot': ({ problem }) => `${problem}。`,
  'book.lost': () => '此文件中已读不出记录，无可抢救的内容。请从备份恢复。',
  'disk.full': () => '磁盘已满，本次操作未保存。请腾出空间后重试。',
  'undo.ownButton': ({ label, where }) =>
    `上一步是“${label}”，不能用撤销键退回。如需退回，请到${where}。`,
};

/** What somebody does who took another file for the table. */
const OTHER_FILES: Readonly<Record<OtherFile, string>> = {
  empty: '是空的，没有内容。请重新拷贝一份。',
  document: '是Word、WPS文字或演示文稿，不是表格。请把里面的表复制到Excel，或要原来的表。',
  pdf: '是PDF，不是表格。请要原来的Excel表。',
  picture: '是图片，不是表格。请要原来的Excel表。',
  ods: '是ODS表格，没能读出。请用WPS或Excel另存为xlsx，再导入。',
  archive: '是压缩包。请先解压，再导入里面的表。',
};

export function faultText(fault: FaultData): string {
  const say = WORDING[fault.code] as (params: FaultData['params']) => string;
  return say(fault.params);
}
