"""Three workbooks as offices have them, made with another tool: an enterprise list, a training register, a check sheet of service points. Argument: the folder."""
import datetime, sys
from openpyxl import Workbook
from openpyxl.styles import Font

folder = sys.argv[1]
TOWNS = ["城关镇", "固关镇", "东风镇", "八渡镇"]


def book(title, width):
    workbook = Workbook()
    sheet = workbook.active
    sheet.cell(1, 1, title).font = Font(size=16, bold=True)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    return workbook, sheet


def enterprises():
    workbook, sheet = book("示例县2012年规模以上工业企业名录", 11)
    sheet.cell(2, 1, "填报单位：工信局")
    sheet.cell(2, 10, "单位：万元")
    heads = ["序号", "企业名称", "所在镇", "行业", "职工人数", "经营情况", None, "投产时间", "联系电话", "用地面积（亩）", "备注"]
    for at, head in enumerate(heads):
        sheet.cell(3, at + 1, head)
        if head != "经营情况" and head is not None:
            sheet.merge_cells(start_row=3, start_column=at + 1, end_row=4, end_column=at + 1)
    sheet.merge_cells("F3:G3")
    sheet["F4"], sheet["G4"] = "总产值", "入库税金"
    founded = ["2009.5", "2010年3月", datetime.date(2008, 6, 18), "2011-09-01"]
    for n in range(24):
        row = [n + 1, f"示例{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地'[n]}机械有限公司", TOWNS[n // 6] if n % 6 == 0 else None, ["机械", "建材", "食品"][n % 3], 40 + 3 * n, 1200.5 + 100 * n, 36.25 + n, founded[n % 4], 13900000000 + n, 12.5 + n, None]
        for at, value in enumerate(row):
            sheet.cell(5 + n, at + 1, value)
    for town in range(4):
        sheet.merge_cells(start_row=5 + 6 * town, start_column=3, end_row=10 + 6 * town, end_column=3)
    sheet.cell(29, 1, "合计")
    for column, letter in ((5, "E"), (6, "F"), (7, "G"), (10, "J")):
        sheet.cell(29, column, sum(sheet.cell(5 + n, column).value for n in range(24)))
    sheet.cell(30, 1, "填表人：张三")
    workbook.save(f"{folder}/企业名录.xlsx")


def trainings():
    workbook, sheet = book("2012年农民工培训登记表", 10)
    for at, head in enumerate(["序号", "培训班名称", "培训类别", "主办单位", "开班时间", "天数", "参训人数", "结业率", "培训经费（元）", "身份证号"]):
        sheet.cell(2, at + 1, head)
    for n in range(18):
        row = [n + 1, f"第{n % 6 + 1}期{['电焊', '月嫂', '电商'][n // 6]}培训班", ["职业技能", "家政", "电商"][n // 6], ["人社局", "妇联", "商务局"][n // 6], datetime.date(2012, 1 + n // 2, 5 + n), 3 + n % 4, 30 + n, 0.9 + n / 1000, 12000.5 + 10 * n, f"61032719750{n % 9 + 1}0{n % 9 + 1}00{n:02d}"]
        for at, value in enumerate(row):
            cell = sheet.cell(3 + n, at + 1, value)
            if at == 4:
                cell.number_format = "yyyy-mm-dd"
            if at == 7:
                cell.number_format = "0.0%"
    workbook.save(f"{folder}/培训登记.xlsx")


def points():
    workbook, sheet = book("示例县农村电商服务站点“十个一”检查表", 18)
    checks = ["门头", "办公桌", "椅子", "电脑", "电视机", "POS机", "系统软件", "打印机", "储物柜", "展示架"]
    heads = ["序号", "站点名称", "所在镇", "负责人", "检查日期"]
    for at, head in enumerate(heads):
        sheet.cell(2, at + 1, head)
        sheet.merge_cells(start_row=2, start_column=at + 1, end_row=3, end_column=at + 1)
    sheet.cell(2, 6, "十个一")
    sheet.merge_cells("F2:O2")
    for at, check in enumerate(checks):
        sheet.cell(3, 6 + at, check)
    for at, head in enumerate(["是否达标", "网销额（万元）", "整改时限"]):
        sheet.cell(2, 16 + at, head)
        sheet.merge_cells(start_row=2, start_column=16 + at, end_row=3, end_column=16 + at)
    for n in range(15):
        row = [n + 1, f"{'东南西北中上下前后左右新老大小'[n]}村服务站", TOWNS[n % 4], f"王{'一二三四五六七八九十甲乙丙丁戊'[n]}", f"2012年{n % 9 + 1}月{n + 1}日"]
        lacking = n % 5
        row += ["×" if at < lacking else "√" for at in range(10)]
        row += ["是" if lacking == 0 else "否", 1.25 + n, None if lacking == 0 else "2012年10月12日" if n % 2 == 0 else "2012年9月20日"]
        for at, value in enumerate(row):
            sheet.cell(4 + n, at + 1, value)
    workbook.save(f"{folder}/站点检查表.xlsx")


enterprises()
trainings()
points()
