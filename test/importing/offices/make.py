"""Makes the workbooks of random offices, month after month, and the truth about every figure in them. Usage: make.py FOLDER BOOKS SEED

Written from what offices do (design/import.md, design/domain.md) and from the titles of known cases, by somebody who had not read the importer.
Prints JSON: [{seed, year, units, steps: [{files: [...]}], …}]; each office has a seed of its own, so that one can be made again: make.py FOLDER 0 SEED."""
import json
import os
import random
import sys

import openpyxl

from figures import Figures, MONTHLY, ODD
from ledgers import Projects
from page import Page
from world import County, OFFICES, TOWNS


class Office:
    def __init__(self, folder, seed):
        self.folder, self.seed, self.rng = folder, seed, random.Random(seed)
        self.county = County(self.rng)
        self.steps, self.file = [], None

    def say(self, kind, truth): self.file[kind].append(truth)
    def allow(self, total): self.file['totals'].append(total)

    def book(self, name, layout, fill):
        """One workbook: `fill` writes its sheets."""
        wb = openpyxl.Workbook()
        wb.remove(wb.active)
        path = os.path.join(self.folder, f'{self.seed}-{len(self.steps)}-{name}.xlsx')
        self.file = {'path': path, 'layout': layout, 'figures': [], 'fields': [], 'notRecords': [], 'totals': []}
        fill(wb)
        wb.save(path)
        self.steps[-1]['files'].append(self.file)

    def sheet(self, wb, name=None):
        return Page(self, wb.create_sheet(name or self.rng.choice(['Sheet1', '汇总表', '1'])))

    # ── figures ──
    def some_names(self, most=5):
        names = list(self.county.indicators)
        return self.rng.sample(names, min(len(names), self.rng.randint(1, most)))

    def some_parts(self, odd=True):
        rng = self.rng
        if rng.random() < .2: return [part for part in ('base', 'assured', 'stretch') if part != 'base' or rng.random() < .6]
        parts = [part for part in MONTHLY if rng.random() < .45]
        if not {'cumulative', 'month'} & set(parts): parts = ['cumulative', *parts]
        parts = sorted(set(parts), key=MONTHLY.index)
        if odd and rng.random() < .12: parts.append(rng.choice(ODD))
        return parts

    def figures_table(self, page, layout, month, unit=None):
        names = self.some_names()
        table = Figures(page, names, self.some_parts(), month, [u for u in TOWNS if u in self.county.units])
        if layout in ('indicators down', 'key value', 'text targets'):
            {'indicators down': table.indicators_down, 'key value': table.key_value, 'text targets': table.text_targets}[layout](unit)
        else:
            {'one indicator': table.one_indicator, 'one part': table.one_part, 'two rows': table.two_rows, 'units across': table.units_across, 'months across': table.months_across}[layout]()
        page.feet()

    COUNTY_WIDE = ['one indicator', 'one indicator', 'one part', 'two rows', 'two rows', 'units across', 'months across']
    OF_ONE = ['indicators down', 'indicators down', 'key value', 'text targets']

    def step(self): self.steps.append({'files': []})

    def one_table(self):
        self.step()
        layout, month = self.rng.choice(self.COUNTY_WIDE), self.rng.randint(2, 12)
        self.book('报表', layout, lambda wb: self.figures_table(self.sheet(wb), layout, month))

    def several_tables(self):
        """Two tables on a sheet: under each other with a blank row or none, or side by side."""
        self.step()
        month, how = self.rng.randint(2, 12), self.rng.choice(['blank row', 'no blank row', 'beside'])
        first, second = self.rng.choice(['one indicator', 'one part']), self.rng.choice(['one indicator', 'two rows'])
        def fill(wb):
            page = self.sheet(wb)
            names = self.rng.sample(list(self.county.indicators), 3)
            units = [u for u in TOWNS if u in self.county.units]
            a = Figures(page, names[:1], self.some_parts(False), month, units)
            {'one indicator': a.one_indicator, 'one part': a.one_part}[first]()
            if how == 'blank row': page.row += 1
            if how == 'beside': page.left, page.row = 12, 1
            b = Figures(page, names[1:2] if second == 'one indicator' else names[1:], self.some_parts(False), month, units)
            {'one indicator': b.one_indicator, 'two rows': b.two_rows}[second]()
        self.book('报表', f'{first} + {second}, {how}', fill)

    def month_sheets(self):
        self.step()
        last, layout = self.rng.randint(2, 5), self.rng.choice(['one indicator', 'two rows', 'one part'])
        names, parts, seed = self.some_names(3), [part for part in self.some_parts(False) if part not in ('base',)], self.rng.random()
        def fill(wb):
            for month in range(1, last + 1):
                page = self.sheet(wb, f'{month}月')
                table = Figures(page, names, list(parts), month, [u for u in TOWNS if u in self.county.units])
                {'one indicator': table.one_indicator, 'two rows': table.two_rows, 'one part': table.one_part}[layout]()
        self.book('月报', f'month sheets, {layout}', fill)

    def senders(self):
        """Several units send their form, month after month."""
        rng = self.rng
        first, months, layout = rng.randint(2, 8), rng.randint(1, 3), rng.choice(self.OF_ONE)
        units = rng.sample(self.county.units, 2)
        if rng.random() < .25: units[0] = rng.choice(OFFICES)
        for month in range(first, first + (1 if layout == 'text targets' else months)):
            self.step()
            for unit in units:
                self.book(unit if rng.random() < .7 else f'报表{unit[0]}', layout, lambda wb: self.figures_table(self.sheet(wb, rng.choice(['Sheet1', f'{month}月', '报表'])), layout, month, unit))

    def county_months(self):
        """The county's own table, month after month: the same layout, the next figures."""
        rng = self.rng
        first, layout = rng.randint(2, 9), rng.choice(['one indicator', 'two rows', 'one part'])
        names, parts = self.some_names(3), self.some_parts(False)
        for month in range(first, first + rng.randint(2, 3)):
            self.step()
            def fill(wb):
                table = Figures(self.sheet(wb), names, list(parts), month, [u for u in TOWNS if u in self.county.units])
                {'one indicator': table.one_indicator, 'two rows': table.two_rows, 'one part': table.one_part}[layout]()
                table.page.feet()
            self.book(f'{month}月', f'months, {layout}', fill)

    # ── ledgers ──
    def one_ledger(self):
        self.step()
        rng, month = self.rng, self.rng.randint(2, 12)
        how = rng.choice(['table', 'table', 'table', 'table', 'card', 'side', 'two tables'])
        projects = rng.sample(self.county.projects, rng.randint(3, 9))
        def fill(wb):
            page = self.sheet(wb)
            if how == 'card': Projects(page, projects[:2], month).card()
            elif how == 'side': Projects(page, projects[:4], month).on_its_side()
            elif how == 'two tables':
                Projects(page, projects[:3], month).table('（续建）')
                if rng.random() < .7: page.row += 1
                Projects(page, projects[3:] or self.county.projects[-2:], month).table('（新开工）')
            else:
                Projects(page, projects, month).table()
                page.feet()
        self.book('台账', f'ledger, {how}', fill)

    def ledger_sheets(self):
        """A sheet per town."""
        self.step()
        month = self.rng.randint(2, 12)
        def fill(wb):
            for unit in self.county.units:
                mine = [project for project in self.county.projects if project.unit == unit]
                if mine: Projects(self.sheet(wb, unit), mine, month).table()
        self.book('分镇台账', 'ledger, town sheets', fill)

    def ledger_months(self):
        """Senders with their own projects over months."""
        rng = self.rng
        first, units = rng.randint(2, 9), rng.sample(self.county.units, 2)
        for month in range(first, first + rng.randint(2, 3)):
            self.step()
            for unit in units:
                mine = [project for project in self.county.projects if project.unit == unit]
                if mine: self.book(unit, 'ledger, months', lambda wb: Projects(self.sheet(wb), mine, month).table())
            if not self.steps[-1]['files']: self.steps.pop()

    def fill(self):
        self.rng.choice([self.one_table, self.one_table, self.several_tables, self.month_sheets, self.senders, self.senders, self.county_months, self.one_ledger, self.one_ledger, self.one_ledger, self.ledger_sheets, self.ledger_months])()
        return {'seed': self.seed, 'year': self.county.year, 'units': [*TOWNS, *OFFICES], 'steps': self.steps}


def main():
    folder, books, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    made, offices = 0, []
    while True:
        office = Office(folder, seed).fill()
        offices.append(office)
        made += sum(len(step['files']) for step in office['steps'])
        seed += 1
        if made >= books: break
    print(json.dumps(offices, ensure_ascii=False))


main()
