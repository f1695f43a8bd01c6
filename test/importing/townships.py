"""Thirty township returns of one month, as thirty offices send them: one layout, each its own name and mistakes. Usage: townships.py FOLDER"""
import json, os, sys
import openpyxl

folder = sys.argv[1]
TOWNS = ['城关镇', '东关街道', '西关街道', '凤阁岭镇', '坪头镇', '拓石镇', '赤沙镇', '县功镇', '香泉镇', '新街镇', '天王镇', '周原镇', '慕仪镇', '阳平镇', '千渭镇',
         '虢镇', '磻溪镇', '钓渭镇', '贾村镇', '桥镇', '上河镇', '下河镇', '石坝镇', '柳林镇', '槐树镇', '白杨镇', '青山镇', '红石镇', '黑水镇', '黄土镇', '清泉镇', '龙泉镇']
SENT = TOWNS[:30]
HEAD = ['序号', '项目名称', '建设内容及规模', '总投资（万元）', '本年计划投资（万元）', '责任单位', '开工时间']
truth = {'units': TOWNS, 'missing': TOWNS[30:], 'sent': {}, 'projects': 0, 'total': 0}
for at, town in enumerate(SENT):
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = 'Sheet1'
    rows = [[n + 1, f'{town}{what}', '新建', 100 * (at + 1) + n, 50, town, '2012-03'] for n, what in enumerate(['道路硬化工程', '标准厂房项目', '文化广场'])]
    where = at % 3
    name = f'{town}.xlsx' if where == 0 else f'报表{at + 1}.xlsx'
    if where == 1:
        ws.title = town
    ws.append(['重点项目建设进展情况表'])
    ws.append([f'填报单位：{town}人民政府（盖章）' if where == 2 else '', None, None, None, None, None, '2012年9月'])
    ws.append(HEAD)
    if at == 3:
        rows[1][3] = '待定个亿'
    if at == 10:
        rows[0][5] = '天王镇平安合作社'
    if at == 20:
        rows[2][1] = None
    for row in rows:
        ws.append(row)
    bad = {3: 1, 10: 1, 20: 1}.get(at, 0)
    truth['projects'] += len(rows) - bad
    truth['total'] += sum(row[3] for n, row in enumerate(rows) if not (at == 3 and n == 1) and not (at == 10 and n == 0) and not (at == 20 and n == 2))
    truth['sent'][town] = name
    wb.save(os.path.join(folder, name))
print(json.dumps(truth, ensure_ascii=False))
