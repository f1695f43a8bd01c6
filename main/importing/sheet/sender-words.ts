/** The line of a sheet that says who sent it: 填报单位（盖章）：凤阁岭镇. */

const STATED =
  /(?:填报|上报|报送|报表|编制|填表|制表)(?:单位|部门|乡镇)\s*(?:[（(](?:盖章|公章|签章|章)[）)])?\s*[:：]?\s*(.*)$/;
const END =
  /[\s,，;；。(（]|(?:填报|上报|报送)?(?:日期|时间)|金额?单位|单位[:：]|(?:19|20)\d{2}(?:年|[.\-/])/;

/** The name on such a line, "" where it stands in another cell; null for any other line. */
export function statedSender(line: string): string | null {
  const found = STATED.exec(line);
  return found === null ? null : ((found[1] ?? '').trim().split(END)[0] ?? '');
}
