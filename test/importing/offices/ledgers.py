"""Lists of projects in every layout: plain, in groups with sums, parts, forms of one project, on their side."""
import heads
from world import COUNTY, plain, typed, SCALE


class Projects:
    def __init__(self, page, projects, month):
        self.page, self.rng, self.office = page, page.rng, page.office
        self.county, self.year, self.month, self.projects = self.office.county, self.office.county.year, month, projects
        rng = self.rng
        self.codes = ['total_investment'] + [code for code in heads.FIELDS[1:] if rng.random() < .5]
        if 'invested_this_year' not in self.codes and rng.random() < .5: self.codes.append('invested_this_year')
        if rng.random() < .35: self.codes.append(rng.choice(heads.TRAPS))
        self.codes = list(dict.fromkeys(self.codes))
        head = self.codes[1:]
        rng.shuffle(head)
        self.codes = ['total_investment', *head]
        self.words = {code: heads.of_projects(rng, code, self.year, month) for code in self.codes}
        self.measure = rng.choice(['万元', '万元', '亿元'])
        self.style = 'text' if rng.random() < .12 else 'number'

    def amount(self, project, code):
        m = self.month
        return {'total_investment': lambda: project.total, 'planned_this_year': lambda: project.plan, 'invested_this_year': lambda: project.this_year(m), 'invested_total': lambda: project.since(m),
                'before': lambda: project.past, 'month': lambda: project.months[m - 1], 'decade': lambda: project.months[m - 1] // 3, 'plan to date': lambda: project.plan * m // 12,
                'next': lambda: project.plan * 2, 'other total': lambda: project.total // 2, 'planned arrival': lambda: project.plan // 2, 'last output': lambda: project.past // 4,
                'jobs': lambda: project.total // 100 + 5, 'land_mu': lambda: project.total // 200 + 3}[code]()

    def is_money(self, code): return code not in ('jobs', 'land_mu')
    def shown(self, amount, code): return amount / 10000 if self.is_money(code) and self.measure == '亿元' else amount

    def cell(self, at, project, code):
        value = self.amount(project, code)
        said = typed(self.rng, self.shown(value, code), '', self.style)
        if code in heads.TRAPS: return self.page.field(at, said, project.name, None, None)
        self.page.field(at, said, project.name, code, plain(value * SCALE['万元']) if self.is_money(code) else plain(value))

    def title(self, columns, note=True, extra=''):
        rng, y, m = self.rng, self.year, self.month
        span = f'1-{m}月' if m > 1 else '1月'
        self.where = rng.choice(['note', 'head', 'title'])
        text = rng.choice([f'{COUNTY}{y}年{span}重点项目进展情况表', f'{y}年重点建设项目{span}完成情况表', f'{COUNTY}{y}年{m}月重点项目台账', f'{y}年招商引资项目台账（截至{m}月底）']) + extra
        if self.where == 'title': text += f'（单位：{self.measure}）'
        self.page.title(text, columns)
        if self.where == 'note':
            self.page.put(rng.choice([0, columns - 1]), f'单位：{self.measure}')
            self.page.row += 1

    def head_of(self, code): return self.words[code] + (f'（{self.measure}）' if self.is_money(code) and self.where == 'head' else '')

    def columns(self):
        """序号, name, unit before the figures, or unit after."""
        rng = self.rng
        self.numbered, self.with_unit, self.with_stage = rng.random() < .7, rng.random() < .8, rng.random() < .4
        front = (['序号'] if self.numbered else []) + [rng.choice(['项目名称', '项目名称', '建设项目名称'])] + (['责任单位'] if self.with_unit else []) + (['项目阶段'] if self.with_stage else [])
        return front

    def plain_head(self, front):
        """One row, or two where some figures stand under a parent with only its first cell written or merged."""
        page, rng = self.page, self.rng
        inside = [code for code in self.codes if code in ('planned_this_year', 'invested_this_year', 'invested_total', 'before', 'month')]
        if rng.random() < .4 and len(inside) > 1:
            self.codes = [code for code in self.codes if code not in inside] + inside
            merged, start = rng.random() < .5, len(front) + len(self.codes) - len(inside)
            for at, word in enumerate([*front, *[self.head_of(code) for code in self.codes if code not in inside]]):
                page.put(at, word)
                if merged: page.merge(page.row, at, page.row + 1, at)
            page.put(start, rng.choice(['投资情况', '投资完成情况']))
            if merged: page.merge(page.row, start, page.row, start + len(inside) - 1)
            for at, code in enumerate(inside): page.put(start + at, self.head_of(code), row=page.row + 1)
            page.row += 2
        else: page.line(*front, *[self.head_of(code) for code in self.codes])

    def row(self, front, number, project, hide_unit=False):
        page, at = self.page, 0
        if self.numbered: page.put(at, number); at += 1
        page.put(at, project.name); at += 1
        if self.with_unit:
            page.put(at, None if hide_unit else project.unit); at += 1
        if self.with_stage: page.put(at, project.stage); at += 1
        for k, code in enumerate(self.codes): self.cell(at + k, project, code)
        page.row += 1

    def sums(self, front, word, projects, in_number=False, blank_figures=False):
        page = self.page
        at = 0 if in_number or not self.numbered else 1
        page.put(at, word)
        page.office.say('notRecords', {'sheet': page.ws.title, 'row': page.row, 'name': word})
        for k, code in enumerate(self.codes):
            if blank_figures: break
            amount = self.shown(sum(self.amount(project, code) for project in projects), code)
            page.put(len(front) + k, typed(self.rng, amount, '', self.style))
        page.row += 1

    def table(self, extra=''):
        rng, page = self.rng, self.page
        front = self.columns()
        self.title(len(front) + len(self.codes), extra=extra)
        self.plain_head(front)
        if rng.random() < .1: page.line(*range(1, len(front) + len(self.codes) + 1))
        n = len(self.projects)
        kind = rng.choice(['none', 'before', 'after', 'after', 'groups', 'groups sums', 'by unit', 'counted'])
        if kind == 'before': self.sums(front, rng.choice(['合计', '总计', '全县合计', f'共{n}个项目', COUNTY]), self.projects, rng.random() < .5)
        if kind in ('groups', 'groups sums', 'counted') and n >= 4:
            half = n // 2
            number = 1
            for k, part in enumerate((self.projects[:half], self.projects[half:])):
                label = [['一、', '（一）', ''][rng.randint(0, 2)], ['二、', '（二）', ''][rng.randint(0, 2)]][k] + rng.choice([['续建项目', '工业项目', '农林水利'], ['新开工项目', '农业项目', '城市建设']][k])
                if kind == 'counted': label += f'（{len(part)}个）'
                if kind == 'groups' and label[0] not in '一二（': label = '一二'[k] + '、' + label
                self.sums(front, label, part, rng.random() < .5, kind == 'groups')
                for project in part:
                    self.row(front, number, project)
                    number += 1
            if rng.random() < .5: self.sums(front, rng.choice(['合计', '总计']), self.projects, True)
        elif kind == 'by unit' and not self.with_unit:
            for unit in dict.fromkeys(project.unit for project in self.projects):
                mine = [project for project in self.projects if project.unit == unit]
                self.sums(front, unit, mine, rng.random() < .5)
                for number, project in enumerate(mine): self.row(front, number + 1, project)
        else:
            for number, project in enumerate(self.projects): self.row(front, number + 1, project)
            if kind == 'after': self.sums(front, rng.choice(['合计', '总计', '全县合计', f'共{n}个项目', '合  计']), self.projects, rng.random() < .5)

    def card(self):
        """登记表: one project, name left of value."""
        rng, page = self.rng, self.page
        for project in self.projects:
            page.title(f'{self.year}年{rng.choice(["重点项目", "招商引资项目"])}登记表', 4)
            self.where = 'head'
            page.put(0, '项目名称'); page.put(1, project.name)
            page.row += 1
            page.put(0, '责任单位'); page.put(1, project.unit)
            pairs = [(code, self.head_of(code)) for code in self.codes if code not in heads.TRAPS]
            page.put(2, pairs[0][1]); self.cell(3, project, pairs[0][0])
            page.row += 1
            for at in range(1, len(pairs), 2):
                for k, (code, word) in enumerate(pairs[at:at + 2]):
                    page.put(k * 2, word); self.cell(k * 2 + 1, project, code)
                page.row += 1
            page.row += 1

    def on_its_side(self):
        """Fields down, projects across."""
        page = self.page
        self.title(len(self.projects) + 1)
        self.codes = [code for code in self.codes if code not in heads.TRAPS]
        page.line('项目名称', *[project.name for project in self.projects])
        page.line('责任单位', *[project.unit for project in self.projects])
        for code in self.codes:
            page.put(0, self.head_of(code))
            for at, project in enumerate(self.projects): self.cell(at + 1, project, code)
            page.row += 1
