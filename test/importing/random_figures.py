"""Random figures as people type them into a column, each with the exact value it has or a mark that a question is due."""
from fractions import Fraction

MONEY = {'元': 1, '万元': 10**4, '百万元': 10**6, '千万元': 10**7, '亿元': 10**8, '美元': 1, '万美元': 10**4}
AREA = {'㎡': Fraction(1), '平方米': Fraction(1), '亩': Fraction(2000, 3), '公顷': Fraction(10**4), '万㎡': Fraction(10**4), '万平方米': Fraction(10**4)}
ASK = '?'
NOTHING = ['—', '/', '无', '…', '×××', '-', '——', ' ', '暂无']
UNREADABLE = ['待定', '面议', '详见合同', '#REF', '300 500', '一期3000、二期5000', '1.2.3', '5000/6000', '12..5', '若干', '1,23', '约', '三五千', '以合同为准']
HARMLESS, SCALING = ['0.00', '#,##0', '#,##0.00_);(#,##0.00)', '0_ ', '#,##0.00;[Red]-#,##0.00', '@', '0.0000'], ['0!.0,"万"', '0!.0000,', '0%', '0.00"百万元"', '#,##0,,', '0.00%']


def rounded(value, places):
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    text = str(whole).rjust(places + 1, '0')
    text = f'{text[:-places]}.{text[-places:]}' if places else text
    return ('-' if value < 0 and whole else '') + text


def plain(value):
    text = rounded(value, 8)
    return text.rstrip('0').rstrip('.') if '.' in text else text


def full_width(text):
    return ''.join(chr(ord(sign) + 0xfee0) if '!' <= sign <= '~' else sign for sign in text)


def grouped(value):
    whole, _, rest = plain(value).partition('.')
    return f'{int(whole):,}' + (f'.{rest}' if rest else '')


def numeral(n):
    """Chinese numerals of a whole number below ten thousand."""
    out, gap = '', False
    for place, word in ((1000, '千'), (100, '百'), (10, '十'), (1, '')):
        digit = n // place % 10
        if digit:
            out += ('零' if gap and out else '') + '零一二三四五六七八九'[digit] + word
        gap = digit == 0 if out else False
    return out


class Column:
    """A column with the measure that its figures are in, where anything says it."""
    def __init__(self, field, header, measure, where):
        self.field, self.header, self.measure, self.where = field, header, measure, where
        self.parent = self.middle = None

    def path(self):
        return [word for word in (self.parent, self.middle, self.header) if word]

    def truth(self, value, measure):
        if measure is None:
            return {'value': ASK} if value else {'value': '0.00' if self.field['kind'] == 'money' else '0'}
        if self.field['kind'] == 'money':
            currency = 'USD' if '美' in measure else 'CNY'
            if value and self.field['currency'] not in (currency, 'any'):
                return {'value': ASK}
            return {'value': rounded(value * MONEY[measure], 2), 'currency': currency}
        if self.field['measure'] == '人':
            return {'value': plain(value) if value.denominator == 1 else ASK}
        target, scale = AREA[self.field['measure']], self.field['scale']
        return {'value': plain(Fraction(rounded(value * AREA[measure] / target, scale)))}


def amount(rng, column):
    if column.field['measure'] == '人':
        return Fraction(rng.randint(5, 3000))
    most, places = {'元': (9 * 10**8, 2), '美元': (10**8, 2), '亿元': (60, 4), '千万元': (500, 3), '㎡': (400000, 2), '平方米': (400000, 1), '公顷': (90, 3), '万㎡': (40, 2), '万平方米': (40, 2)}.get(column.measure, (90000, 4))
    places = rng.choice([0, 0, 1, 2, places])
    return Fraction(rng.randint(1, most * 10**places), 10**places)


def own_measure(rng, column, value):
    """The figure with a measure of its own, and that measure."""
    if column.field['measure'] == '人':
        return '人', '人'
    if column.field['kind'] == 'decimal':
        unit = rng.choice(list(AREA))
        return unit, unit
    foreign = column.field['currency'] == 'USD' or (column.measure or '').endswith('美元')
    unit = rng.choice(['万美元', '美元'] if foreign else ['元', '万元', '亿元', '万', '亿', '千万元'])
    if rng.random() < 0.06:
        unit = rng.choice(['万美元', '万元'])
    return unit, {'万': '万元', '亿': '亿元'}.get(unit, unit)


def shown(column, value, style):
    """The truth about a number whose format shows another one: 0!.0,"万" shows 万元 of 元; other formats leave it open."""
    stored = None
    if column.field['kind'] == 'money' and column.field['currency'] != 'USD':
        if style == '0!.0,"万"' and column.measure in (None, '元', '万元'):
            stored = '元'
        elif style == '0!.0000,' and column.measure == '千万元':
            stored = '元'
        elif style == '0.00"百万元"' and column.measure is None:
            stored = '百万元'
    return {'value': ASK} if stored is None else column.truth(Fraction('%.15g' % value), stored)


def figure(rng, column):
    """A cell and its truth."""
    value = amount(rng, column)
    if rng.random() < 0.04:
        value = Fraction(0)
    text, here = plain(value), column.truth(value, column.measure)
    unit, named = own_measure(rng, column, value)
    own = column.truth(value, named)
    sign = column.truth(-value, column.measure)
    small = Fraction(rng.randint(1, 9999))
    approximate = rng.choice(['约{}', '{}左右', '近{}', '超过{}', '{}以上', '大约{}', '预计{}'])
    a, b = sorted(rng.sample(range(2, 9000), 2))
    makers = [
        (30, lambda: (float(value) if value.denominator > 1 else int(value), here)),
        (3, lambda: (float(value) * 1.0000000000000002, here)),
        (6, lambda: (text, here)),
        (4, lambda: (grouped(value), here)),
        (3, lambda: (full_width(rng.choice([text, grouped(value)])), here)),
        (2, lambda: (f' {text}\n', here)),
        (7, lambda: (text + unit, own)),
        (2, lambda: (grouped(value) + unit, own)),
        (2, lambda: (full_width(text) + ' ' + unit, own)),
        (2, lambda: (f'{text}（{unit}）', own)),
        (4, lambda: (approximate.format(text + rng.choice(['', ''])), here)),
        (4, lambda: (approximate.format(text + unit), own)),
        (2, lambda: (f'{int(small)}余{unit}', column.truth(small, named))),
        (3, lambda: (f'{a}{rng.choice("-—~～－至")}{b}{rng.choice(["", unit])}', {'value': ASK})),
        (2, lambda: (rng.choice(['({})', '（{}）']).format(text), sign if value else here)),
        (2, lambda: (rng.choice(['-', '－', '−', '负']) + text, sign if value else here)),
        (2, lambda: (-float(value), sign if value else here)),
        (3, lambda: (numeral(int(small)) + unit, column.truth(small, named))),
        (1, lambda: (numeral(int(small)), column.truth(small, column.measure))),
        (2, lambda: (f'{rng.randint(1, 99)}%', {'value': ASK})),
        (5, lambda: (rng.choice(NOTHING), {'value': None})),
        (8, lambda: (None, {'value': None})),
        (3, lambda: (f'={a}+{b}*2', column.truth(Fraction(a + 2 * b), column.measure))),
        (2, lambda: (f'=ROUND(SUM({a},{b})/4,1)', column.truth(Fraction(rounded(Fraction(a + b, 4), 1)), column.measure))),
        (2, lambda: (f'=IF(1>0,{a},{b})', {'value': ASK})),
        (3, lambda: (rng.choice(UNREADABLE), {'value': ASK})),
        (2, lambda: (f'{a % 9 + 1}千', {'value': ASK} if (column.measure or '万')[0] in '万千亿' else column.truth(Fraction(a % 9 + 1) * 1000, column.measure))),
        (1, lambda: (f'{text}{unit}（含设备{a}{unit}）', {'value': ASK})),
    ]
    if column.field['kind'] == 'money' and column.field['currency'] != 'USD':
        makers += [(2, lambda: (rng.choice(['人民币', '￥', 'RMB']) + text + '万元', column.truth(value, '万元'))), (2, lambda: (f'{a % 9 + 1}亿{b}万元', column.truth(Fraction((a % 9 + 1) * 10**4 + b), '万元')))]
    cell, truth = rng.choices([make for _, make in makers], [weight for weight, _ in makers])[0]()
    whole = column.field['measure'] == '人'
    return cell, column.truth(Fraction(truth['value']), '人') if whole and truth['value'] not in (None, ASK) else truth
