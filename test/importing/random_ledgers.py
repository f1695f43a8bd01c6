"""Makes random project ledgers as offices keep them, and the truth about every figure in them. Fields come on stdin as JSON."""
import json
import os
import random
import sys

import openpyxl
from openpyxl.utils import get_column_letter as letter

from random_figures import AREA, ASK, HARMLESS, MONEY, SCALING, Column, figure, shown

EXTRA = ['占比（%）', '完成率', '其中：银行贷款（万元）', '上年完成投资（万元）', '2014年计划投资（万元）', '固定资产投资（亿元）', '截至上年底累计完成投资（万元）', '剩余投资', '其中：到位外资（亿元）', '亩均投资（万元/亩）', '本月完成投资（万元）', '投资强度（万元/亩）', '下年计划投资（万元）']
SURNAMES, PLACES = '王李张刘陈杨赵黄周吴', ['虢镇', '千河', '阳平', '周原', '县功', '慕仪', '坪头']
KINDS = ['机械加工', '食品产业园', '物流中心', '总部大厦', '污水处理厂', '统计大数据中心', '设计院搬迁', '道路改造', '光伏电站', '计量检测基地']


def measures_for(field):
    if field['measure'] == '人':
        return ['人']
    if field['kind'] == 'decimal':
        return ['亩', '㎡', '公顷', '平方米', '万㎡', '万平方米']
    return {'USD': ['万美元', '美元'], 'CNY': ['万元', '亿元', '元', '千万元'], 'any': ['万元', '亿元', '元', '万美元']}[field['currency']]


def with_measure(rng, header, measure):
    if measure == '人':
        return rng.choice(['{}（人）', '{}(人)', '{}/人', '{}：人']).format(header)
    return rng.choice(['{}（{}）', '{}({})', '{}\n（{}）', '{}/{}', '{}（单位：{}）', '{} （ {} ）', '{}【{}】', '{}{}', '{} {}', '{}：{}', '{}[{}]', '{}（{}，含税）', '{}（含税）（{}）']).format(header, measure)


def choose_columns(rng, fields, notes):
    """Figure columns by group, each measured by its header, its parent, the sheet's note or nothing."""
    groups = {}
    for field in rng.sample(fields, rng.randint(3, min(9, len(fields)))):
        groups.setdefault(field['group'].split('›')[0], []).append(field)
    blocks = []
    for group, members in groups.items():
        rng.shuffle(members)
        parent = group if len(members) > 1 and rng.random() < 0.6 else None
        shared = rng.choice(measures_for(members[0])) if parent and rng.random() < 0.5 else None
        block, brackets = [], rng.choice(['（{}）', '({})'])
        for field in members:
            names = [field['label']] + [name for name in field['synonyms'] if '›' not in name and '亩' not in name]
            header, possible = rng.choice(names), measures_for(field)
            said = [note for note in notes if note in possible]
            others = [note for note in notes if note in MONEY or note in AREA]
            if shared in possible and rng.random() < 0.8:
                column = Column(field, header, shared, 'parent')
            elif rng.random() < 0.08 and field['kind'] == 'money' and field['currency'] != 'any':
                column = Column(field, header, '万元' if field['currency'] == 'USD' else '万美元', 'header')
            elif rng.random() < 0.55:
                column = Column(field, header, rng.choice(possible), 'header')
            elif shared is not None:
                column = Column(field, header, shared if shared in possible else possible[0], 'parent' if shared in possible else 'header')
            elif field['measure'] == '人' or (len(said) == 1 and (field['kind'] == 'money' or len([note for note in others if note in AREA]) == 1)):
                column = Column(field, header, said[0] if said else '人', 'note')
            elif said:
                continue
            else:
                column = Column(field, header, None, 'nowhere')
            column.parent = parent and parent + (brackets.format(shared) if shared else '')
            if column.where == 'header':
                column.header = with_measure(rng, column.header, column.measure)
            block.append(column)
        if len(block) == 1 and block[0].where != 'parent' and rng.random() < 0.7:
            block[0].parent = None
        done = [column for column in block if column.field['code'] in ('invested_this_year', 'invested_total')]
        if len(done) == 2 and parent and rng.random() < 0.7:
            block = [column for column in block if column not in done] + done
            for column, word in zip(done, ('本年', '累计') if done[0].field['code'] == 'invested_this_year' else ('累计', '本年')):
                column.middle, column.header = '完成投资', word if column.where != 'header' else with_measure(rng, word, column.measure)
        blocks.append(block)
    rng.shuffle(blocks)
    return blocks


class Book:
    """One sheet being written from the top."""
    def __init__(self, rng, fields, odd):
        self.rng, self.odd, self.book = rng, odd, openpyxl.Workbook()
        self.ws, self.row, self.left = self.book.active, 1, rng.choice([0, 0, 0, 1, 2])
        self.notes = rng.choice([[], [], ['万元'], ['亿元'], ['万元', '亩'], ['元'], ['万元', '万美元'], ['亿元', '公顷'], ['万元', '㎡']])
        self.texts = [{'label': rng.choice(['投资方', '企业名称', '建设单位'])}, {'label': rng.choice(['建设内容', '主要建设内容'])}, {'label': rng.choice(['建设地点', '落户园区'])}, {'label': '备注'}, {'label': rng.choice(['联系电话', '电话'])}]
        blocks = choose_columns(rng, fields, self.notes)
        texts = [[Column(field, field['label'], None, 'text')] for field in rng.sample(self.texts, rng.randint(1, 4))]
        for block in texts:
            blocks.insert(rng.randint(0, len(blocks)), block)
        self.title = rng.choice(['2013年{}重点项目一览表', '{}招商引资项目台账', '{}项目建设进展情况表（2013年9月）', '']).format(rng.choice(PLACES))
        for header in rng.sample([one for one in EXTRA if '2013' in self.title or '201' not in one], rng.choice([0, 0, 1, 2])):
            blocks.insert(rng.randint(0, len(blocks)), [Column({'label': 'extra'}, header, None, 'extra')])
        name = Column({'label': 'name'}, rng.choice(['项目名称', '项 目 名 称', '项目', '重点项目名称', '项目（企业）名称']), None, 'name')
        self.ordinal = rng.random() < 0.75
        first = [Column({'label': 'ordinal'}, rng.choice(['序号', '序\n号']), None, 'ordinal')] if self.ordinal else []
        self.columns = first + [name] + [column for block in blocks for column in block]
        if not self.ordinal and rng.random() < 0.15:
            self.columns.insert(rng.randint(1, 2), self.columns.pop(0))
        self.figures = [column for column in self.columns if 'kind' in column.field]
        self.truth, self.used = [], 0

    def put(self, at, value, row=None):
        if value is not None:
            self.ws.cell(row or self.row, self.left + at + 1, value)

    def merge(self, top, a, bottom, b):
        if (top, a) != (bottom, b):
            self.ws.merge_cells(start_row=top, start_column=self.left + a + 1, end_row=bottom, end_column=self.left + b + 1)

    def place(self, kind):
        return next(at for at, column in enumerate(self.columns) if column.where == kind)

    def head(self):
        rng, last = self.rng, len(self.columns) - 1
        noted = '、'.join(self.notes)
        if self.title:
            title = self.title
            if self.notes and rng.random() < 0.2:
                title, noted = f'{title}（单位：{noted}）', ''
            self.put(0, title)
            if rng.random() < 0.6:
                self.merge(self.row, 0, self.row, last)
            self.row += rng.choice([1, 1, 2])
        if noted:
            self.put(rng.choice([0, last]), rng.choice(['单位：{}', '金额单位：{}', '（单位：{}）', '计量单位: {}', '单位:{}  统计时间：2013年9月']).format(noted))
            self.row += 1
        if rng.random() < 0.3:
            self.row = min(self.row + rng.randint(1, 3), 8)
        self.paths = [column.path() for column in self.columns]
        self.header_rows(self.paths, last, rng.random() < 0.8)
        if rng.random() < 0.25:
            for at in range(last + 1):
                self.put(at, at + 1)
            self.row += 1

    def header_rows(self, paths, last, merged):
        """Parents merged over their columns, or standing over the first of them only."""
        deep = max(len(path) for path in paths)
        for level in range(deep):
            at = 0
            while at <= last:
                to, path = at, paths[at]
                while level < len(path) - 1 and to < last and len(paths[to + 1]) > level + 1 and paths[to + 1][:level + 1] == path[:level + 1]:
                    to += 1
                if level < len(path):
                    row = self.row + level
                    self.put(at, path[level], row)
                    if merged or to == at:
                        self.merge(row, at, self.row + deep - 1 if level == len(path) - 1 and merged else row, to)
                at = to + 1
        self.row += deep

    def data(self):
        rng, sheet_row = self.rng, self.row
        self.used += 1
        figures = {}
        for at, column in enumerate(self.columns):
            if column.where == 'ordinal':
                value = self.used
            elif column.where == 'name':
                value = f'{rng.choice(PLACES)}{rng.choice(KINDS)}{rng.choice(["", "项目", "（一期）", "建设项目"])}{self.used}号' if rng.random() < 0.9 else f'{rng.choice(PLACES)}第{self.used}个{rng.choice(["统计中心", "合计划生育站", "汇总站"])}'
            elif column.where == 'extra':
                value = rng.choice([rng.randint(1, 9000), round(rng.random() * 100, 2), None])
            elif column.where == 'text':
                value = {'备注': rng.choice([None, '无', '一期2000万元', '合计3000亩']), '电话': '0917-345' + str(rng.randint(1000, 9999)), '联系电话': '139' + str(rng.randint(10**7, 10**8 - 1))}.get(column.header, rng.choice(['占地200亩，总投资3亿元', '某公司', None, '高新区', f'{rng.choice(SURNAMES)}氏集团有限公司']))
            else:
                value, truth = figure(rng, column)
                figures[column.field['code']] = {'column': letter(self.left + at + 1), 'cell': str(value), 'measure': f'{column.where} {column.header} {column.measure}', **truth}
            self.put(at, value)
            if 'kind' in column.field and isinstance(value, (int, float)) and value and rng.random() < 0.1:
                style = rng.choice(HARMLESS + SCALING)
                self.ws.cell(sheet_row, self.left + at + 1).number_format = style
                if style in SCALING:
                    figures[column.field['code']].update(shown(column, value, style), cell=f'{value} as {style}')
        self.truth.append({'row': sheet_row, 'figures': figures})
        self.row += 1

    def total(self, word):
        self.put(0 if self.rng.random() < 0.6 else self.place('name'), word)
        for at, column in enumerate(self.columns):
            if 'kind' in column.field and self.rng.random() < 0.8:
                self.put(at, self.rng.randint(10, 99999))
        self.row += 1

    def group(self, number):
        rng, label = self.rng, self.rng.choice(['在建项目', '签约项目', '储备项目', '工业项目', '基础设施类', '千河镇'])
        style = rng.choice(['一、{}', '（一）{}', '一、{}（5个）', '{}（5个）'])
        label = style.replace('一', '一二三四五'[number]).format(label)
        self.put(0, label)
        if rng.random() < 0.5:
            self.merge(self.row, 0, self.row, len(self.columns) - 1)
        elif self.ordinal and '一、' in style and rng.random() < 0.4:
            for at, column in enumerate(self.columns):
                if 'kind' in column.field:
                    self.put(at, rng.randint(10, 99999))
        self.row += 1

    def foot(self):
        rng = self.rng
        for text in rng.sample(['注：1.数据截至9月底；2.不含续建项目。', '备注：本表一式三份', '说明：总投资含土地费用', '填表人：张某    审核人：李某', '制表：王某', '单位负责人：赵某   填表日期：2013年9月30日', '联系人：李某  电话：0917-3456789', '主管领导（签字）：', '共12个项目，总投资3.5亿元。', '共12个项目，总投资3.5亿元', '2.本表数据来源于各镇街。', '（此表由发改局填报）', '单位（盖章）：'], rng.choice([0, 0, 1, 2])):
            self.put(0, text)
            if rng.random() < 0.3:
                self.merge(self.row, 0, self.row, len(self.columns) - 1)
            self.row += 1

    def body(self):
        rng = self.rng
        total = rng.choice(['合计', '合 计', '总计', '全区合计', '合计（12个）', '总  计', '合计：', '合计12个', '共计12个项目', '全县总计', '合计数', '总数', '计', '总计：共12个项目', '项目合计'])
        where = rng.choice(['none', 'before', 'after', 'after'])
        if where == 'before':
            self.total(total)
        groups = rng.choice([1, 1, 2, 3])
        for number in range(groups):
            if groups > 1:
                self.group(number)
            sub = rng.choice([None, None, 'before', 'after']) if groups > 1 else None
            if sub == 'before':
                self.total('小计')
            for at in range(rng.randint(2, 9)):
                if at and self.odd.random() < 0.03:
                    self.header_rows(self.paths, len(self.paths) - 1, self.odd.random() < 0.8)
                self.data()
            if sub == 'after':
                self.total(rng.choice(['小计', '小 计', '本类小计']))
        if where == 'after':
            self.total(total)

    def save(self, path):
        self.head()
        self.body()
        self.foot()
        for at in range(len(self.columns)):
            if self.odd.random() < 0.05:
                self.ws.column_dimensions[letter(self.left + at + 1)].hidden = True
        self.book.save(path)
        return {'file': os.path.basename(path), 'rows': self.truth}


def main():
    folder, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    fields = json.load(sys.stdin)
    books = [Book(random.Random(f'{seed}-{n}'), fields, random.Random(f'odd-{seed}-{n}')).save(os.path.join(folder, f'{n:04}.xlsx')) for n in range(count)]
    with open(os.path.join(folder, 'truth.json'), 'w', encoding='utf-8') as out:
        json.dump(books, out, ensure_ascii=False)


main()
