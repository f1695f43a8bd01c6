"""One sheet as it is written, and the truth about its cells."""
from openpyxl.utils import get_column_letter as letter


class Page:
    def __init__(self, office, ws):
        self.office, self.rng, self.ws, self.row, self.left = office, office.rng, ws, 1, 0

    def put(self, at, value, style=None, row=None):
        if value is None: return
        cell = self.ws.cell(row or self.row, self.left + at + 1)
        cell.value = value
        if style: cell.number_format = style

    def merge(self, top, a, bottom, b):
        if (top, a) != (bottom, b): self.ws.merge_cells(start_row=top, start_column=self.left + a + 1, end_row=bottom, end_column=self.left + b + 1)

    def line(self, *values):
        for at, value in enumerate(values): self.put(at, value)
        self.row += 1

    def title(self, text, columns=1):
        self.put(0, text)
        if self.rng.random() < .5 and columns > 1: self.merge(self.row, 0, self.row, columns - 1)
        self.row += 1

    def place(self, at): return {'sheet': self.ws.title, 'row': self.row, 'column': letter(self.left + at + 1)}

    def figure(self, at, cell, style, unit, indicator, part, year, month, value, measure):
        """value None: must be in the book nowhere, and somebody must have said so."""
        self.put(at, cell, style)
        self.office.say('figures', {**self.place(at), 'cell': str(cell), 'unit': unit, 'indicator': indicator, 'part': part, 'year': year, 'month': month, 'value': value, 'measure': measure})

    def field(self, at, cell, name, code, value):
        self.put(at, cell)
        self.office.say('fields', {**self.place(at), 'cell': str(cell), 'name': name, 'field': code, 'value': value})

    def feet(self):
        """What stands under tables: notes, who filled it in."""
        if self.rng.random() < .3: self.line(self.rng.choice(['注：以上数据为快报数。', '说明：按属地统计。', '数据来源：县统计局', '备注：数字以年报为准。']))
        if self.rng.random() < .3: self.line(self.rng.choice(['填表人：王某', '审核人：李某　　填表人：张某', f'填报日期：{self.office.county.year}年{self.rng.randint(1, 12)}月{self.rng.randint(1, 28)}日']))
