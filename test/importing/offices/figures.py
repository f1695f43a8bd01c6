"""Tables of figures: targets, months, matrices, forms of one unit; in every layout."""
import heads
from world import COUNTY, growth, plain, rounded, typed, typed_growth

MONTHLY = ['annual', 'month', 'cumulative', 'lastYear', 'yoy', 'completion', 'rank']
ODD = ['next', 'decade', 'before']
UNIT_HEADS = ['单位', '镇街', '乡镇', '镇（街道）', '单位名称', '责任单位', '乡 镇']


def value_of(series, part, m):
    return {'annual': lambda: series.target, 'month': lambda: series.month(m), 'cumulative': lambda: series.cumulative(m), 'lastYear': lambda: series.last(m),
            'yoy': lambda: growth(series.cumulative(m), series.last(m)), 'completion': lambda: rounded(series.cumulative(m) / series.target * 100, 1),
            'assured': lambda: series.target, 'stretch': lambda: series.stretch, 'base': series.base, 'next': lambda: series.stretch,
            'decade': lambda: rounded(series.month(m) / 3, series.places), 'before': series.base}[part]()


class Figures:
    """One table at the page's place. `names` and `parts` are what it shows, of `month`."""
    def __init__(self, page, names, parts, month, units):
        self.page, self.rng, self.office = page, page.rng, page.office
        self.county, self.year, self.month = self.office.county, self.office.county.year, month
        self.names, self.parts, self.units = names, parts, units
        self.growth_style = self.rng.choice(['number', 'number', 'percent', 'format', 'words'])
        self.style = 'text' if self.rng.random() < .12 else 'number'
        self.words = {part: heads.of_figures(self.rng, part, self.year, month) for part in parts}

    def measure(self, name): return self.county.indicators[name][0]
    def series(self, name, unit): return self.county.indicators[name][1][unit]

    def head(self, name, part):
        """Its own words, with the measure where the head of the indicator does not say it."""
        return self.words[part]

    def cell(self, at, unit, name, part, rank=None):
        rng = self.rng
        if part == 'rank':
            self.page.put(at, rank)
            return
        series, measure, style = self.series(name, unit), self.measure(name), None
        value = value_of(series, part, self.month)
        if part in ('yoy', 'completion'):
            said, style = typed_growth(rng, value, True, self.growth_style if part == 'yoy' else rng.choice(['number', 'format'] if self.growth_style == 'format' else ['number']))
            measure = '%'
        elif rng.random() < .04:
            self.page.put(at, rng.choice(['—', '/', None, '-']))
            return
        else: said = typed(rng, value, measure, self.style)
        year = self.year + 1 if part == 'next' else self.year
        stored = None if part in ODD and not (part == 'next' and '预计' not in self.words[part]) else plain(value)
        month = None if part in ('annual', 'assured', 'stretch', 'base', 'next', 'before') else self.month
        if part == 'completion': return self.page.put(at, said, style)
        self.page.figure(at, said, style, unit, name, 'annual' if part == 'next' else part, year, month, stored, measure)

    # ── titles ──
    def title(self, subject, columns, say_measure=None):
        rng, y, m = self.rng, self.year, self.month
        plan = set(self.parts) <= {'assured', 'stretch', 'base', 'annual', 'next'}
        county = rng.choice(['', COUNTY, '全县'])
        span = f'1{rng.choice(["-", "—"])}{m}月' if m > 1 else '1月'
        if plan: text = rng.choice([f'{county}{y}年{subject}目标任务分解表', f'{county}{y}年度{subject}目标任务', f'{y}年{county}{subject}计划表'])
        else:
            only_month = set(self.parts) & {'month', 'cumulative'} == {'month'}
            span = f'{m}月当月' if only_month else rng.choice([span, span, f'{m}月份', f'截至{m}月底'])
            text = rng.choice([f'{county}{y}年{span}{subject}完成情况表', f'{county}{y}年{span}{subject}完成情况通报', f'{y}年{span}{county}{subject}完成情况', f'附件{rng.randint(1, 4)}：{county}{y}年{span}{subject}完成情况统计表', f'{county}{y}年{span}{subject}排名表'])
        if say_measure == 'title': text += f'（{self.measure(self.names[0])}）'
        self.page.title(text, columns)
        if say_measure == 'note':
            self.page.put(rng.choice([0, max(columns - 1, 1)]), f'单位：{self.measure(self.names[0])}')
            self.page.row += 1
        elif rng.random() < .2:
            self.page.put(max(columns - 1, 1), f'填报日期：{y}年{min(m + 1, 12)}月{rng.randint(1, 28)}日')
            self.page.row += 1

    # ── rows ──
    def ranks(self, name):
        order = sorted(self.units, key=lambda unit: -value_of(self.series(name, unit), 'cumulative', self.month))
        return {unit: at + 1 for at, unit in enumerate(order)}

    def total(self, columns, units, word=None):
        """What the rows add up to, under any name or none."""
        word = word if word is not None else self.rng.choice(['合计', '全县', '总计', '全县合计', COUNTY, '合 计', f'共{len(units)}个单位', '小计'])
        self.page.put(0, word)
        for at, (name, part) in enumerate(columns):
            if part in ('yoy', 'completion', 'rank'): continue
            if part is None: continue
            amount = sum(value_of(self.series(name, unit), part, self.month) for unit in units)
            self.page.put(at + 1, typed(self.rng, amount, '', self.style))
            self.office.allow({'unit': COUNTY, 'indicator': name, 'part': part, 'value': plain(amount), 'measure': self.measure(name)})
        self.page.row += 1

    def unit_rows(self, columns):
        """`columns`: (indicator, part) each. Units plain, in groups with or without sums; totals before, after, or none."""
        rng = self.rng
        ranks = {name: self.ranks(name) for name, _ in columns}
        whole = len(self.units) > 1
        kind = rng.choice(['none', 'before', 'after', 'after', 'groups', 'sums', 'average']) if whole else 'none'
        def row(unit):
            self.page.put(0, unit)
            for at, (name, part) in enumerate(columns): self.cell(at + 1, unit, name, part, ranks[name].get(unit))
            self.page.row += 1
        if kind == 'before': self.total(columns, self.units)
        if kind in ('groups', 'sums') and len(self.units) >= 4:
            half = len(self.units) // 2
            for label, units in ((rng.choice(['一、平川片区', '（一）城区', '第一组']), self.units[:half]), (rng.choice(['二、山区片区', '（二）农村', '第二组']), self.units[half:])):
                if kind == 'sums': self.total(columns, units, label)
                else: self.page.line(label)
                for unit in units: row(unit)
            if rng.random() < .5: self.total(columns, self.units)
            return
        for unit in self.units: row(unit)
        if kind == 'after': self.total(columns, self.units)
        if kind == 'average':
            self.page.put(0, rng.choice(['平均', '全县平均', '平均值']))
            for at, (name, part) in enumerate(columns):
                if part in ('yoy', 'completion', 'rank'): continue
                amount = rounded(sum(value_of(self.series(name, unit), part, self.month) for unit in self.units) / len(self.units), 1)
                self.page.put(at + 1, float(amount))
                self.office.allow({'unit': COUNTY, 'indicator': name, 'part': part, 'value': 'never', 'measure': ''})
            self.page.row += 1

    # ── layouts ──
    def one_indicator(self):
        """单位 | parts; the indicator is the title's."""
        self.names = self.names[:1]
        where = self.rng.choice(['title', 'note', 'head'])
        columns = [(self.names[0], part) for part in self.parts]
        self.title(self.names[0], len(columns) + 1, where)
        self.page.put(0, self.rng.choice(UNIT_HEADS))
        for at, (name, part) in enumerate(columns):
            money = part not in ('yoy', 'completion', 'rank')
            self.page.put(at + 1, self.head(name, part) + (f'（{self.measure(name)}）' if where == 'head' and money else ''))
        self.page.row += 1
        self.unit_rows(columns)

    def one_part(self):
        """单位 | indicators, each with its measure, some with their growth; the month is the title's."""
        part = self.rng.choice([p for p in self.parts if p in ('cumulative', 'month', 'annual')] or ['cumulative'])
        self.parts = [part]
        self.words.setdefault(part, '')
        with_growth = part == 'cumulative' and self.rng.random() < .5
        columns, words = [], []
        for name in self.names:
            columns.append((name, part)); words.append(f'{name}（{self.measure(name)}）')
            if with_growth: columns.append((name, 'yoy')); words.append(self.rng.choice(['同比（%）', '同比增长（%）', '增幅（%）']))
        if part == 'annual': self.parts = ['annual']
        self.title(self.rng.choice(['主要指标', '主要经济指标']), len(columns) + 1)
        self.page.line(self.rng.choice(UNIT_HEADS), *words)
        self.unit_rows(columns)

    def two_rows(self):
        """Indicators over parts, or parts over indicators; merged, or only the first cell of each written."""
        rng, page = self.rng, self.page
        flip, merged = rng.random() < .3, rng.random() < .5
        columns = [(n, p) for n in self.names for p in self.parts] if not flip else [(n, p) for p in self.parts for n in self.names]
        self.title('主要经济指标', len(columns) + 1)
        page.put(0, rng.choice(UNIT_HEADS))
        if merged: page.merge(page.row, 0, page.row + 1, 0)
        full = {n: f'{n}（{self.measure(n)}）' for n in self.names}
        start = 0
        for at, (name, part) in enumerate(columns):
            top, below = (self.head(name, part), full[name]) if flip else (full[name], self.head(name, part))
            page.put(at + 1, below, row=page.row + 1)
            key = part if flip else name
            if at == 0 or key != (columns[at - 1][1] if flip else columns[at - 1][0]):
                page.put(at + 1, top)
                start = at
            if merged and (at + 1 == len(columns) or key != (columns[at + 1][1] if flip else columns[at + 1][0])): page.merge(page.row, start + 1, page.row, at + 1)
        page.row += 2
        self.unit_rows(columns)

    def indicators_down(self, unit):
        """指标 | 计量单位 | parts: one unit's form."""
        rng, page, y, m = self.rng, self.page, self.year, self.month
        self.parts = [part for part in self.parts if part != 'rank']
        plan = set(self.parts) <= {'assured', 'stretch', 'base', 'annual', 'next'}
        form = rng.choice(['title', 'line', 'line'])
        span = f'1-{m}月' if m > 1 else '1月'
        page.title(f'{unit if form == "title" else ""}{y}年{"" if plan else rng.choice([span, f"{m}月"])}主要{rng.choice(["经济", ""])}指标{"目标任务表" if plan else "完成情况表"}', 4)
        if form == 'line': page.line(rng.choice([f'填报单位：{unit}', f'填报单位：{unit}（盖章）', f'单位名称：{unit}']))
        numbered = rng.random() < .4
        first = ['序号'] if numbered else []
        apart = rng.random() < .6
        page.line(*first, rng.choice(['指标名称', '指标', '考核指标']), *(['计量单位'] if apart else []), *[self.words[p] for p in self.parts])
        for number, name in enumerate(self.names):
            words = [number + 1] if numbered else []
            words += [name, self.measure(name)] if apart else [f'{name}（{self.measure(name)}）']
            for at, word in enumerate(words): page.put(at, word)
            for at, part in enumerate(self.parts): self.cell(len(words) + at, unit, name, part)
            page.row += 1

    def units_across(self):
        """Indicators down, units across; one part, the title's."""
        part = 'cumulative'
        self.parts, self.words[part] = [part], ''
        self.title('主要经济指标', len(self.units) + 2)
        self.page.line('指标', '计量单位', *self.units)
        for name in self.names:
            self.page.put(0, name); self.page.put(1, self.measure(name))
            for at, unit in enumerate(self.units): self.cell(at + 2, unit, name, part)
            self.page.row += 1

    def months_across(self):
        """One indicator: 单位 | 1月 | 2月 | …"""
        name, rng, page = self.names[0], self.rng, self.page
        self.parts = ['month']
        page.title(f'{self.year}年{name}分月完成情况表（{self.measure(name)}）', self.month + 1)
        page.line(rng.choice(UNIT_HEADS), *[f'{k}月' for k in range(1, self.month + 1)])
        for unit in self.units:
            page.put(0, unit)
            for k in range(1, self.month + 1):
                value = self.series(name, unit).month(k)
                page.figure(k, typed(rng, value, '', self.style), None, unit, name, 'month', self.year, k, plain(value), self.measure(name))
            page.row += 1

    def key_value(self, unit):
        """A laid-out form of one unit: 名：值 in pairs."""
        rng, page, m = self.rng, self.page, self.month
        page.title(rng.choice([f'{unit}{self.year}年1-{m}月主要经济指标报表' if m > 1 else f'{unit}{self.year}年1月主要经济指标报表']), 4)
        pairs = rng.choice([1, 2])
        for at, name in enumerate(self.names):
            k = at % pairs * 2
            page.put(k, f'{name}（{self.measure(name)}）' + rng.choice(['', '：']))
            value = self.series(name, unit).cumulative(m)
            page.figure(k + 1, typed(rng, value, '', 'number'), None, unit, name, 'cumulative', self.year, m, plain(value), self.measure(name))
            if k == pairs * 2 - 2 or at + 1 == len(self.names): page.row += 1

    def text_targets(self, unit):
        """Targets as words: 确保…力争…, ranges, floors, growth."""
        rng, page = self.rng, self.page
        whole = rng.random() < .5
        page.title(f'{unit}{self.year}年主要目标任务' + ('表' if rng.random() < .5 else ''), 3)
        page.line(*([] if whole else ['序号']), '指标名称', '计量单位', rng.choice(['年度目标', f'{self.year}年目标', '目标值']))
        shift = 0 if whole else 1
        for number, name in enumerate(self.names):
            series, measure = self.series(name, unit), self.measure(name)
            if not whole: page.put(0, number + 1)
            page.put(shift, name); page.put(shift + 1, measure)
            a, b = plain(series.target), plain(series.stretch)
            kind = rng.choice(['value', 'both', 'above', 'range', 'growth', 'least', 'strive'])
            cell, meant = {
                'value': (typed(rng, series.target, measure, 'number'), [('assured', a, measure)]),
                'both': (rng.choice([f'确保{a}{measure}，力争{b}{measure}', f'确保{a}，力争{b}', f'确保{a}{measure}、力争{b}{measure}']), [('assured', a, measure), ('stretch', b, measure)]),
                'above': (f'{a}{measure if rng.random() < .5 else ""}以上', [('assured', a, measure)]),
                'range': (rng.choice([f'{a}-{b}', f'{a}—{b}{measure}', f'{a}~{b}']), [('assured', a, measure), ('stretch', b, measure)]),
                'growth': (rng.choice(['增长19%', '增长19%以上']), [('growth', '19', '%')]),
                'least': (rng.choice([f'≥{a}', f'不低于{a}{measure}', f'不少于{a}']), [('assured', a, measure)]),
                'strive': (f'力争{a}{measure}', [('assured', a, measure)]),
            }[kind]
            for part, value, said in meant: page.figure(shift + 2, cell, None, unit, name, part, self.year, None, value, said)
            page.row += 1
