"""An invented county: its units, indicators with their months, projects; and cells as people type them. Nothing here knows the importer."""
from decimal import Decimal as D, ROUND_HALF_UP

COUNTY = '示例县'
TOWNS = ['城关镇', '柳河镇', '石桥镇', '白水镇', '青山乡', '龙泉乡', '东坪镇', '黄土乡', '桃源镇', '北街街道']
OFFICES = ['县发改局', '县财政局', '县统计局', '县工信局', '县招商局']
SENDING = ['城关镇', '柳河镇', '石桥镇', '县工信局']
# name, measures, places, lowest and highest month, ratio?
INDICATORS = [
    ('财政收入', ['万元'], 1, 80, 900), ('一般公共预算收入', ['万元'], 0, 80, 900), ('固定资产投资', ['亿元', '万元'], 2, 1, 9),
    ('规模以上工业增加值', ['亿元', '万元'], 2, 1, 6), ('社会消费品零售总额', ['亿元', '万元'], 2, 1, 9), ('招商引资到位资金', ['亿元', '万元'], 2, 1, 5),
    ('实际利用外资', ['万美元'], 0, 20, 300), ('新增规上工业企业', ['户', '家'], 0, 1, 6), ('城镇新增就业', ['人'], 0, 20, 400),
    ('粮食总产量', ['吨', '万吨'], 1, 100, 900), ('工业用电量', ['万千瓦时'], 1, 50, 700), ('税收收入', ['万元'], 1, 50, 600), ('危房改造', ['户'], 0, 5, 60),
    ('造林面积', ['亩'], 0, 50, 900), ('接待游客', ['万人次'], 1, 1, 30), ('旅游综合收入', ['万元'], 0, 50, 900), ('新签约项目', ['个'], 0, 1, 6), ('生猪出栏', ['头'], 0, 100, 900),
]
ROOTS = ['东山', '西河', '北塔', '南桥', '云峰', '青松', '白石', '新华', '龙泉', '金穗', '宏达', '丰源', '瑞熙', '恒通', '天泽', '绿野', '鸿雁', '兴隆', '明珠', '锦绣', '长乐', '永安', '广济', '华盛', '玉带', '飞虹']
WORKS = ['物流园', '食品加工厂', '汽配产业园', '污水处理厂', '光伏电站', '养老中心', '建材生产线', '道路改造工程', '标准厂房', '冷链仓储基地', '中药材加工', '水厂扩建']
SCALE = {'元': D(1), '万元': D(10) ** 4, '亿元': D(10) ** 8, '千元': D(1000)}


def rounded(value, places):
    return value.quantize(D(1).scaleb(-places), ROUND_HALF_UP)


def plain(value):
    text = f'{value:f}'
    return text.rstrip('0').rstrip('.') if '.' in text else text


def growth(now, before):
    return rounded((now - before) / before * 100, 1)


class Series:
    """An indicator's months of two years at one unit: this year's add up, last year's too."""
    def __init__(self, rng, places, low, high):
        self.places = places
        def one(): return rounded(D(rng.randint(low * 100, high * 100)) / 100, places) or D(1)
        self.now, self.before = [one() for _ in range(12)], [one() for _ in range(12)]
        self.target = rounded(sum(self.now) * D(rng.randint(101, 140)) / 100, places)
        self.stretch = rounded(self.target * D(rng.randint(105, 130)) / 100, places)

    def month(self, m): return self.now[m - 1]
    def cumulative(self, m): return sum(self.now[:m])
    def last(self, m): return sum(self.before[:m])
    def base(self): return sum(self.before)


class County:
    def __init__(self, rng):
        self.rng, self.year = rng, rng.choice([2010, 2011, 2012, 2012, 2012])
        self.units = rng.sample(TOWNS, rng.randint(3, 7))
        self.indicators = {}
        for name, measures, places, low, high in rng.sample(INDICATORS, rng.randint(3, 7)):
            measure = rng.choice(measures)
            if measure == '万元' and '亿元' in measures: low, high, places = low * 1000, high * 1000, 0
            self.indicators[name] = (measure, {unit: Series(rng, places, low, high) for unit in [*TOWNS, *OFFICES]})
        roots = rng.sample(ROOTS, 20)
        self.projects = [Project(rng, root + rng.choice(WORKS), rng.choice(self.units)) for root in roots]


class Project:
    def __init__(self, rng, name, unit):
        self.name, self.unit = name, unit
        self.total = D(rng.randint(800, 60000))
        self.plan = rounded(self.total * D(rng.randint(20, 60)) / 100, 0)
        self.past = rounded(self.total * D(rng.randint(5, 30)) / 100, 0)
        self.months = [rounded(self.plan * D(rng.randint(3, 9)) / 100, 0) for _ in range(12)]
        self.stage, self.code = rng.choice(['在建', '开工', '签约', '竣工']), f'XM{rng.randint(1000, 9999)}'

    def this_year(self, m): return sum(self.months[:m])
    def since(self, m): return self.past + self.this_year(m)


def typed(rng, value, measure, style):
    """How a figure stands in its cell: a number, or words that mean it."""
    if style == 'text' or rng.random() < 0.06:
        text = plain(value)
        whole = f'{value:,f}' if value == value.to_integral() else text
        return rng.choice([text, text, whole, text.translate({ord(a): chr(ord(a) + 0xfee0) for a in '0123456789'}), text + (measure if measure and '%' not in measure and rng.random() < 0.5 else '')])
    return float(value) if value != value.to_integral() else int(value)


def typed_growth(rng, value, in_percent, style):
    """A growth rate, its format: 12.5, 12.5%, 0.125 shown as 12.5%, 增长12.5%."""
    text, size = plain(value), plain(abs(value))
    if style == 'words': return ('持平' if value == 0 else f'{"增长" if value > 0 else "下降"}{size}{"" if in_percent and rng.random() < .4 else "%"}'), None
    if style == 'percent': return text + '%', None
    if style == 'format': return float(value / 100), '0.0%'
    return float(value), None
