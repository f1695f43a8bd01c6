"""Makes random target tables and monthly matrices as offices keep them, and the truth about every figure in them."""
import json
import os
import random
import sys

import openpyxl
from openpyxl.utils import get_column_letter as letter

TOWNS = ['虢镇', '县功镇', '阳平镇', '千河镇', '周原镇', '慕仪镇', '天王镇', '磻溪镇']
INDICATORS = [('合同引资', ['亿元', '万元']), ('到位资金', ['亿元', '万元']), ('固定资产投资', ['亿元', '万元']), ('财政收入', ['万元']), ('实际利用外资', ['万美元']), ('新增规上企业', ['户', '家']), ('工业总产值', ['亿元', '万元'])]
# header words of each part, and whether its figures are shares
PARTS = {
    'annual': (['年目标', '全年任务', '年度目标', '年计划'], False), 'month': (['本月', '当月', '本月完成'], False), 'cumulative': (['累计', '累计完成', '1-9月累计', '本年累计'], False),
    'lastYear': (['上年同期', '去年同期'], False), 'yoy': (['同比（%）', '同比±%', '同比增长（%）'], True), 'completion': (['完成率（%）', '占年计划%', '完成率'], True), 'rank': (['位次', '排名'], False),
    'assured': (['确保', '确保数'], False), 'stretch': (['力争', '奋斗目标'], False), 'base': (['上年实际', '上年完成'], False),
}
MONTHLY = ['annual', 'month', 'cumulative', 'lastYear', 'yoy', 'completion', 'rank']
EMPTY = [None, '—', '/', '-', '…']


def figure(rng, part, measure):
    """A cell, its number format, and its value in the measure: None where nothing stands there, '?' where a question is due."""
    if part == 'rank':
        rank = rng.randint(1, 20)
        return rng.choice([rank, str(rank), f'第{rank}名']), None, str(rank)
    tenths = rng.randint(101, 9999)
    whole, rest = divmod(tenths, 10)
    text = f'{whole}.{rest}' if rest else str(whole)
    if PARTS[part][1]:
        down = rng.random() < 0.3
        sign = '-' if down else ''
        return rng.choice([
            (float(sign + text), None, sign + text), (sign + text, None, sign + text), (f'{sign}{text}%', None, sign + text), (float(sign + text) / 100, '0.0%', sign + text),
            (f'{"下降" if down else "增长"}{text}%', None, sign + text), (f'{"↓" if down else "↑"}{text}', None, sign + text), (None, None, None), ('△' + text, None, '?'), (f'{whole}-{whole + 5}%', None, '?'),
        ])
    money = measure is not None and measure.endswith('元')
    count = measure in ('户', '家')
    makers = [(float(text), None, text)] * 4 + [(text, None, text), (''.join(chr(ord(c) + 0xfee0) if c != '.' else '．' for c in text), None, text), (rng.choice(EMPTY), None, None), (f'约{text}', None, text), ('待定', None, '?'), (f'=SUM({whole},{rest})', None, str(whole + rest)), (f'=VLOOKUP({whole},A1:B2,2)', None, '?')]
    # of the year's target a range sets 确保 and 力争
    if part != 'annual':
        makers += [(f'{whole}～{whole + 7}', None, '?')]
    if measure is not None and not count:
        makers += [(text + measure, None, text)]
    if money and measure == '亿元':
        makers += [(f'{whole}000万元', None, f'{whole / 10:g}'), (f'{text}亿', None, text)]
    if money and measure == '万元':
        makers += [(round(float(text) * 10000), '0!.0,"万"', text), (int(whole), '#,##0,,', '?')]
    return rng.choice(makers)


class Book:
    def __init__(self, rng):
        self.rng, self.book = rng, openpyxl.Workbook()
        self.ws, self.row, self.left = self.book.active, 1, rng.choice([0, 0, 1])
        self.plan = rng.random() < 0.3
        self.year, self.month = rng.randint(2009, 2014), 9
        self.indicators = [(name, rng.choice(measures)) for name, measures in rng.sample(INDICATORS, rng.randint(1, 3))]
        pool = ['base', 'assured', 'stretch'] if self.plan else MONTHLY
        self.parts = [part for part in pool if rng.random() < 0.6] or pool[:2]
        if len(self.parts) == 1:
            self.parts = pool[1:3]
        self.units = rng.sample(TOWNS, rng.randint(2, 6))
        self.truth, self.merged = [], rng.random() < 0.7

    def put(self, at, value, row=None, style=None):
        cell = self.ws.cell(row or self.row, self.left + at + 1)
        cell.value = value
        if style:
            cell.number_format = style

    def merge(self, top, a, bottom, b):
        if self.merged and (top, a) != (bottom, b):
            self.ws.merge_cells(start_row=top, start_column=self.left + a + 1, end_row=bottom, end_column=self.left + b + 1)

    def title(self, subject):
        kind = f'{self.year}年{subject}目标任务分解表' if self.plan else self.rng.choice([f'{self.year}年1—{self.month}月{subject}完成情况表', f'{self.year}年{self.month}月{subject}完成情况'])
        self.put(0, kind)
        self.row += 1

    def fact(self, at, unit, indicator, part, measure, said=True):
        """Writes a figure and notes its truth; without a stated measure nothing but shares and ranks can be read."""
        cell, style, value = figure(self.rng, part, measure)
        # a cell that names its measure needs no head that does
        while not said and isinstance(cell, str) and cell[-1] in '元亿':
            cell, style, value = figure(self.rng, part, measure)
        self.put(at, cell, style=style)
        if not said and style == '0!.0,"万"':
            measure, value = '元', f'{cell:.0f}'
        elif value not in (None, '?') and not said and not PARTS[part][1] and part != 'rank':
            value = '?'
        shown = '%' if PARTS[part][1] else None if part == 'rank' else measure
        self.truth.append({'row': self.row, 'column': letter(self.left + at + 1), 'unit': unit, 'indicator': indicator, 'part': part, 'cell': f'{cell} as {style}', 'value': value, 'measure': shown})

    def units_down(self):
        """Indicators over their parts, or one indicator from the title."""
        rng = self.rng
        single = len(self.indicators) == 1 and rng.random() < 0.5
        name, measure = self.indicators[0]
        said = rng.random() < 0.9
        self.title(name if single else '主要指标')
        if single and said:
            self.put(1, f'单位：{measure}')
            self.row += 1
        heads = {part: rng.choice(PARTS[part][0]) for part in self.parts}
        flip = not single and rng.random() < 0.3
        columns = [(one, part) for one in self.indicators for part in self.parts] if not flip else [(one, part) for part in self.parts for one in self.indicators]
        words = [(f'{one[0]}（{one[1]}）' if said and not single else one[0], heads[part]) for one, part in columns]
        self.put(0, rng.choice(['单位', '镇街', '乡 镇']))
        if single:
            for at, (_, head) in enumerate(words):
                self.put(at + 1, head)
        else:
            for at, (over, under) in enumerate(words):
                top, below = (under, over) if flip else (over, under)
                if at == 0 or top != (words[at - 1][1] if flip else words[at - 1][0]):
                    self.put(at + 1, top)
                    start = at
                self.put(at + 1, below, self.row + 1)
                last = at + 1 == len(words) or (words[at + 1][1] if flip else words[at + 1][0]) != top
                if last:
                    self.merge(self.row, start + 1, self.row, at + 1)
            self.merge(self.row, 0, self.row + 1, 0)
            self.row += 1
        self.row += 1
        total = rng.choice([None, '合计', '全县合计', '总计'])
        if total and rng.random() < 0.3:
            self.total(total, len(columns))
            total = None
        for unit in self.units:
            self.put(0, unit)
            for at, ((indicator, measure), part) in enumerate(columns):
                self.fact(at + 1, unit, indicator, part, measure, said)
            self.row += 1
        if total:
            self.total(total, len(columns))

    def total(self, word, columns):
        self.put(0, word)
        for at in range(columns):
            self.put(at + 1, self.rng.randint(10, 900))
        self.row += 1

    def units_across(self):
        """Indicators down, each unit over its parts."""
        rng = self.rng
        self.title('主要指标')
        stated = rng.choice(['column', 'name'])
        keys = ['指标名称'] + (['计量单位'] if stated == 'column' else [])
        heads = {part: rng.choice(PARTS[part][0]) for part in self.parts}
        for at, key in enumerate(keys):
            self.put(at, key)
            self.merge(self.row, at, self.row + 1, at)
        for place, unit in enumerate(self.units):
            start = len(keys) + place * len(self.parts)
            self.put(start, unit)
            for at, part in enumerate(self.parts):
                self.put(start + at, heads[part], self.row + 1)
            self.merge(self.row, start, self.row, start + len(self.parts) - 1)
        self.row += 2
        for number, (indicator, measure) in enumerate(self.indicators):
            prefix = rng.choice(['', '一二三'[number] + '、', f'{number + 1}.'])
            self.put(0, prefix + indicator + (f'（{measure}）' if stated == 'name' else ''))
            if stated == 'column':
                self.put(1, measure)
            for place, unit in enumerate(self.units):
                for at, part in enumerate(self.parts):
                    self.fact(len(keys) + place * len(self.parts) + at, unit, indicator, part, measure)
            self.row += 1

    def save(self, path):
        (self.units_down if self.rng.random() < 0.65 else self.units_across)()
        if self.rng.random() < 0.3:
            self.put(0, self.rng.choice(['注：数据截至月底。', '填表人：张某', '说明：同比按可比口径计算']))
        self.book.save(path)
        return {'file': os.path.basename(path), 'year': self.year, 'facts': self.truth}


def main():
    folder, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    books = [Book(random.Random(f'm{seed}-{n}')).save(os.path.join(folder, f'm{n:04}.xlsx')) for n in range(count)]
    with open(os.path.join(folder, 'matrices.json'), 'w', encoding='utf-8') as out:
        json.dump({'units': TOWNS, 'books': books}, out, ensure_ascii=False)


main()
