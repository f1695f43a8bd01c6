"""An invented county, 芦阳县, that lives in two years (2023, 2024): the workbooks its offices send, and what must then be true, in exact fractions.
make.py OUT SEED [MONTHS,MONTHS]: writes life.json and the workbooks into OUT; the seed rolls sizes, figures and layouts. Written by somebody who had not read the program; shares no code with it."""
import json, os, random, sys, datetime, csv
from fractions import Fraction as F
import openpyxl, xlwt
OUT, SEED = sys.argv[1], int(sys.argv[2])
M1, M2 = map(int, (sys.argv[3] if len(sys.argv) > 3 else '4,2').split(','))
R = random.Random(SEED); os.makedirs(OUT, exist_ok=True)
Y1, Y2 = 2023, 2024
COUNTY = '芦阳县'
TOWNS = ['龙门镇', '塔山镇', '梅岭乡', '石塘镇', '白鹤镇', '沙溪乡', '东湖街道', '西港镇', '南坪镇'][:R.randint(5, 9)]
PARKS = ['芦阳高新技术产业开发区', '东部物流园']
NEWPARK = '湖滨文旅度假区'
DEPS = ['县发展和改革委员会', '县商务局', '县住房和城乡建设局', '县生态环境局']
ALIAS = {'龙门镇': ['龙门'], '塔山镇': ['塔山'], '东湖街道': ['东湖街道办事处'], '芦阳高新技术产业开发区': ['高新区', '县高新区'], '东部物流园': ['物流园'], '县发展和改革委员会': ['县发改委'], '县住房和城乡建设局': ['县住建局']}
ALIAS = {u: a for u, a in ALIAS.items() if u in TOWNS + PARKS + DEPS}
MERGED, INTO = '梅岭乡', '塔山镇'
U1 = TOWNS + PARKS; U2 = [u for u in U1 if u != MERGED] + [NEWPARK]
units_of = lambda y: U1 if y == Y1 else U2
# key, name, measure, places, kind, direction, mean of a year
IND = [('inv', '固定资产投资', '万元', 0, 'flow', 'up', 90000), ('fdi', '实际利用外资', '万美元', 0, 'flow', 'up', 800), ('tax', '税收收入', '万元', 2, 'flow', 'up', 9000),
       ('prj', '新开工项目', '个', 0, 'flow', 'up', 18), ('big', '其中：5000万元以上项目', '个', 0, 'flow', 'up', 6), ('srv', '规上服务业企业', '家', 0, 'stock', 'up', 25),
       ('rcv', '受理信访事项', '件', 0, 'flow', 'up', 60), ('cls', '办结信访事项', '件', 0, 'flow', 'up', 55), ('rat', '信访事项办结率', '%', 2, 'ratio', 'up', 92),
       ('acd', '道路交通事故死亡人数', '人', 0, 'flow', 'down', 2), ('land', '收储土地', '亩', 1, 'flow', 'up', 300), ('job', '城镇新增就业', '人', 0, 'flow', 'up', 900)]
I = {i[0]: i for i in IND}
NO_TARGET = {'rcv', 'cls'}
q = lambda x, p: F(int(x * 10 ** p + F(1, 2)), 10 ** p) if x >= 0 else -F(int(-x * 10 ** p + F(1, 2)), 10 ** p)
def txt(x, p=None):
    x = F(x); 
    s = f'{float(q(x, 6)):.6f}'.rstrip('0').rstrip('.') if p is None else f'{q(x, p).numerator * 10 ** p // q(x, p).denominator / 10 ** p:.{p}f}'
    return s
num = lambda x: int(x) if F(x).denominator == 1 else float(F(x))
# ---------------------------------------------------------------- the life
size = {u: F(R.randint(60, 160), 100) for u in U1 + [NEWPARK]}
target, base, month = {}, {}, {}
for y in (Y1, Y2):
    for k, name, m, p, kind, d, mean in IND:
        for u in units_of(y):
            grow = F(R.randint(95, 125), 100) if y == Y2 else 1
            if k == 'rat': target[y, k, u] = (F(90), F(95)); base[y, k, u] = q(F(R.randint(8500, 9600), 100), 2)
            elif k == 'acd': a = R.randint(0, 3); target[y, k, u] = (F(a), F(0)); base[y, k, u] = F(a + R.randint(0, 1))
            elif k not in NO_TARGET:
                a = q(mean * size[u] * grow * F(R.randint(80, 120), 100), p); target[y, k, u] = (a, q(a * F(108 + R.randint(0, 5), 100), p) + (1 if k in ('big',) else 0)); base[y, k, u] = q(a * F(R.randint(80, 97), 100), p)
            for mo in range(1, 13):
                if k == 'rat': continue
                if kind == 'stock': month[y, k, u, mo] = F(max(1, int(mean * size[u] * grow) - 3 + mo // 3 + R.randint(-1, 1))); continue
                x = q(mean * size[u] * grow / 12 * F(R.randint(40, 160), 100), p)
                if k == 'acd': x = F(1 if R.randint(0, 9) == 0 else 0)
                if k == 'prj': x = F(R.randint(0, 3))
                if k == 'big': x = F(R.randint(0, int(min(1, month[y, 'prj', u, mo]))))
                if k == 'cls': x = F(int(month[y, 'rcv', u, mo] * F(R.randint(80, 100), 100)))
                month[y, k, u, mo] = x
def cum(y, k, u, mo):
    if (y, k, u, 1) not in month and k != 'rat': return None
    if k == 'rat':
        a, b = cum(y, 'cls', u, mo), cum(y, 'rcv', u, mo)
        return None if not b else q(a / b * 100, 2)
    if I[k][4] == 'stock': return month[y, k, u, mo]
    return sum(month[y, k, u, j] for j in range(1, mo + 1))
last = {}                                                # last year's cumulatives that the first year's sheets tell
for k, name, m, p, kind, d, mean in IND:
    if kind == 'flow' and k in ('inv', 'tax', 'fdi'):
        for u in U1:
            g = F(R.randint(85, 118), 100)
            for mo in range(1, 13): last[k, u, mo] = q(cum(Y1, k, u, mo) / g, p)
# ---------------------------------------------------------------- books
timeline, checks = [], []
def keep(path, sheets):
    """sheets: {name: (rows, merges)}; a row's None is empty."""
    full = os.path.join(OUT, path); os.makedirs(os.path.dirname(full), exist_ok=True)
    if path.endswith('.csv'):
        rows = next(iter(sheets.values()))[0]
        with open(full, 'w', encoding='gb18030', newline='') as f: csv.writer(f).writerows([['' if c is None else c for c in r] for r in rows])
        return path
    if path.endswith('.xls'):
        b = xlwt.Workbook()
        for s, (rows, merges) in sheets.items():
            w = b.add_sheet(s)
            held = {(a, c): (a, b_, c, d) for a, c, b_, d in merges}
            for i, r in enumerate(rows):
                for j, c in enumerate(r):
                    if (i, j) in held: a, b_, c0, d = held[i, j]; w.write_merge(a, b_, c0, d, c if not isinstance(c, datetime.date) else str(c))
                    elif c is not None and not any(a <= i <= b_ and c0 <= j <= d for a, c0, b_, d in merges): w.write(i, j, c if not isinstance(c, datetime.date) else str(c))
        b.save(full); return path
    b = openpyxl.Workbook(); b.remove(b.active)
    for s, (rows, merges) in sheets.items():
        w = b.create_sheet(s)
        for i, r in enumerate(rows):
            for j, c in enumerate(r):
                if c is not None: w.cell(i + 1, j + 1, c)
        for a, c, b_, d in merges: w.merge_cells(start_row=a + 1, start_column=c + 1, end_row=b_ + 1, end_column=d + 1)
    b.save(full); return path
def event(when, what, files, **more):
    e = {'id': len(timeline), 'when': when, 'what': what, 'files': files, **more}; timeline.append(e); return e['id']
kind_of = lambda u: '开发区' if u in PARKS + [NEWPARK] else '县直部门' if u in DEPS else '乡镇街道'
code_of = lambda u: 'park' if u in PARKS + [NEWPARK] else 'department' if u in DEPS else 'township'
rows = [['芦阳县各乡镇（街道）、园区、部门一览表'], ['单位全称', '单位简称', '单位性质', '联系电话']] + [[u, '；'.join(ALIAS.get(u, [])) or None, kind_of(u), f'0558-{6600100 + i}'] for i, u in enumerate(U1 + DEPS)]
e = event('2023-01-03', 'init', [keep('01/单位一览.xls', {'Sheet1': (rows, [(0, 0, 0, 3)])})])
checks.append({'after': e, 'kind': 'units', 'names': U1 + DEPS, 'kinds': {u: code_of(u) for u in U1 + DEPS}, 'aliases': ALIAS})
# targets: one sheet an indicator (2023), a long list (2024)
UNITS_IN = {'inv': ('亿元', 10000), 'fdi': ('万美元', 1)}
county_target = {}
def sum_target(y, k): return sum(target[y, k, u][0] for u in units_of(y))
for y in (Y1, Y2):
    for k in I:
        if k in NO_TARGET: continue
        s = sum_target(y, k)
        county_target[y, k] = (F(90), F(88)) if k == 'rat' else (s, s + 1) if k == 'acd' else (q(s * F(97, 100), I[k][3]), q(s * F(93, 100), I[k][3]))
def bare(n): return n.replace('其中：', '')
def targets_sheets(y):
    sheets = {}
    for k, name, m, p, kind, d, mean in IND:
        if k in NO_TARGET: continue
        ms, per = UNITS_IN.get(k, (m, 1))
        rows = [[f'{y}年{bare(name)}目标任务分解表', None, None, None, None], [f'计量单位：{ms}', None, None, None, None], ['单位', f'{y - 1}年完成数', f'{y}年目标数', '奋斗目标', '比上年增长（%）']]
        tot = [None, F(0), F(0), F(0)]
        for u in units_of(y):
            b, (a, s) = base[y, k, u], target[y, k, u]
            rows.append([u, num(b / per), num(a / per), num(s / per), num(q((a / b - 1) * 100, 1)) if b and k not in ('rat', 'acd') else None])
        if k != 'rat': rows.append(['合  计', num(sum(base[y, k, u] for u in units_of(y)) / per), num(sum_target(y, k) / per), num(sum(target[y, k, u][1] for u in units_of(y)) / per), None])
        sheets[bare(name)] = (rows, [(0, 0, 0, 4)])
    return keep('01/2023年目标任务分解.xlsx', sheets)
def targets_list():
    y, rows = Y2, [['芦阳县2024年度主要指标任务下达表'], ['指标名称', '计量单位', '责任单位', '2023年实绩', '2024年目标', None], [None, None, None, None, '保底', '争取']]
    merges = [(0, 0, 0, 5), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3), (1, 4, 1, 5)]
    for k, name, m, p, kind, d, mean in IND:
        if k in NO_TARGET: continue
        ms, per = UNITS_IN.get(k, (m, 1)); at = len(rows)
        rows.append([name, ms, '全县', None, num(county_target[y, k][0] / per), None])
        for u in units_of(y): rows.append([None, None, u, num(base[y, k, u] / per), num(target[y, k, u][0] / per), num(target[y, k, u][1] / per)])
        merges += [(at, 0, len(rows) - 1, 0), (at, 1, len(rows) - 1, 1)]
    return keep('13/2024年度任务下达表.xlsx', {'任务': (rows, merges)})
plan = {}
def targets_down(y):
    rows = [[f'芦阳县{y}年目标任务表'], ['指标', '单位', '类别', *units_of(y), '合计']]
    for k, name, m, p, kind, d, mean in IND:
        if k in NO_TARGET: continue
        for c, f in ((f'{y - 1}年完成', lambda u: base[y, k, u]), ('确保', lambda u: target[y, k, u][0]), ('力争', lambda u: target[y, k, u][1])):
            rows.append([name if '完成' in c else None, m if '完成' in c else None, c, *[num(f(u)) for u in units_of(y)], None if k == 'rat' else num(sum(f(u) for u in units_of(y)))])
    merges = [(0, 0, 0, len(rows[1]) - 1)]
    for i in range(2, len(rows), 3): merges += [(i, 0, i + 2, 0), (i, 1, i + 2, 1)]
    return keep('01/2023年目标任务表.xlsx', {'任务': (rows, merges)})
def truth_targets(y, after, keys=None, **more):
    inds = []
    for k, name, m, p, kind, d, mean in IND:
        if k in NO_TARGET or (keys and k not in keys): continue
        whole = {'assured': [str(county_target[y, k][0])] if y == Y2 else ['*'], 'upper': ['*']}
        inds.append({'key': k, 'name': name.replace('：', ''), 'measure': m, 'county': whole, 'rows': {u: {'base': [str(base[y, k, u])], 'assured': [str(target[y, k, u][0])], 'stretch': [str(target[y, k, u][1])], 'plan': [str(x) for x in plan[y, k, u]] if (y, k, u) in plan else None} for u in units_of(y)}})
    checks.append({'after': after, 'kind': 'targets', 'year': y, 'indicators': inds, **more})
e = event('2023-01-16', 'targets', [R.choice([targets_sheets, targets_down])(Y1)]); truth_targets(Y1, e); checks.append({'after': e, 'kind': 'again'})
def plan_file(y, k, path, cumulative):
    name, m = I[k][1], I[k][2]
    rows = [[f'{y}年{name}分季度任务表', None, None, None, None, None], ['单位名称', f'全年任务（{m}）', *(['一季度末', '二季度末', '三季度末', '四季度末'] if cumulative else ['第一季度', '第二季度', '第三季度', '第四季度'])]]
    for u in units_of(y):
        a = target[y, k, u][0]; x1, x2, x3 = q(a * F(R.choice([10, 15, 20]), 100), I[k][3]), q(a * F(25, 100), I[k][3]), q(a * F(30, 100), I[k][3])
        plan[y, k, u] = [x1, x2, x3, a - x1 - x2 - x3]; ps = plan[y, k, u]
        rows.append([u, num(a), *[num(sum(ps[:j + 1])) if cumulative else num(ps[j]) for j in range(4)]])
    return keep(path, {'分季度': (rows, [])})
e = event('2023-01-18', 'plan', [plan_file(Y1, 'tax', '01/2023年税收分季度任务.xlsx', R.randint(0, 1) == 1)]); truth_targets(Y1, e, ['tax'], again='分季度后')
# ---------------------------------------------------------------- monthly layouts
SAY = {'inv': ('万元', 1), 'fdi': ('万美元', 1)}
def yoy_of(y, k, u, mo):
    """What growth may be shown, from what the sheets tell."""
    if y == Y1: 
        if (k, u, mo) not in last: return None
        return (cum(y, k, u, mo) / last[k, u, mo] - 1) * 100
    return None
reported = {}                                            # (y, mo) → {k → units}; what has come in until now
tells_yoy = {}
ks = [i[0] for i in IND]
def matrix(y, mo, units, title, keys, parts, total='last', groups=False, dates=None):
    """Two-level head: indicator over parts."""
    head1, head2 = ['单位'], [None]; merges = [(0, 0, 0, 0)]
    for k in keys:
        use = [p for p in parts if not (p == 'm' and I[k][4] != 'flow') and not (p == 'l' and (k, U1[0], 1) not in last) and not (p in 'tc' and k in NO_TARGET)]
        for j, p in enumerate(use):
            head1.append(f'{I[k][1]}（{I[k][2]}）' if j == 0 else None); head2.append({'m': '当月', 'c': '年初累计', 'l': '去年同期', 't': '年度任务', 'r': '完成率'}[p if p != 'c' else 'c'])
    cols = [(k, p) for k in keys for p in parts if not (p == 'm' and I[k][4] != 'flow') and not (p == 'l' and (k, U1[0], 1) not in last) and not (p in 't' and k in NO_TARGET)]
    head1, head2 = ['单位'], [None]; prev = None
    for k, p in cols: head1.append(f'{I[k][1]}（{I[k][2]}）' if k != prev else None); head2.append({'m': '当月', 'c': '年初累计', 'l': '去年同期', 't': '年度任务'}[p]); prev = k
    def line(us, name): 
        out = [name]
        for k, p in cols:
            if k == 'rat' and len(us) > 1: out.append(None); continue
            ex = [cum(Y1, k, MERGED, mo)] if p == 'l' and y == Y2 and len(us) > 5 else []; v = ex + [month[y, k, u, mo] if p == 'm' else cum(y, k, u, mo) if p == 'c' else last[k, u, mo] if p == 'l' and y == Y1 else (cum(Y1, k, u, mo) if u in U1 else None) if p == 'l' else target[y, k, u][0] for u in us]
            v = [x for x in v if x is not None]
            out.append(num(sum(v)) if v else None)
        return out
    rows = [[title], head1, head2]; w = len(head1)
    j = 1; merges = [(0, 0, 0, w - 1), (1, 0, 2, 0)]
    while j < w:
        e2 = j
        while e2 + 1 < w and head1[e2 + 1] is None: e2 += 1
        if e2 > j: merges.append((1, j, 1, e2))
        j = e2 + 1
    body = []
    if groups:
        for g, us in (('乡镇街道', [u for u in units if code_of(u) == 'township']), ('开发园区', [u for u in units if code_of(u) == 'park'])):
            body += [line([u], u) for u in us] + [line(us, '小计')]
    else: body = [line([u], u) for u in units]
    t = line(units, '全县')
    rows += [t] + body if total == 'first' else body + [[*['总计'], *t[1:]]] if total else body
    return rows, merges
def across(y, mo, units, keys):
    """Indicators down, units over columns."""
    rows = [[f'{y}年1-{mo}月各单位主要指标完成情况'], ['指标', '计量单位', None, *units, '合计']]
    for k in keys:
        for p in ('本月', '累计'):
            if p == '本月' and I[k][4] != 'flow': continue
            v = [month[y, k, u, mo] if p == '本月' else cum(y, k, u, mo) for u in units]
            rows.append([I[k][1] if p == '本月' or I[k][4] != 'flow' else None, I[k][2] if p == '本月' or I[k][4] != 'flow' else None, p, *map(lambda x: None if x is None else num(x), v), None if k == 'rat' else num(sum(v))])
    merges = [(0, 0, 0, len(units) + 3)]
    for i, r in enumerate(rows):
        if i > 1 and r[0] is None: merges += [(i - 1, 0, i, 0), (i - 1, 1, i, 1)]
    return rows, merges
def long(y, mo, units, keys):
    rows = [[f'{y}年{mo}月指标填报明细'], ['填报单位', '指标名称', '单位', '本月实绩', '本月止累计', '上年同期累计']]
    for u in units:
        for k in keys:
            l = last.get((k, u, mo)) if y == Y1 else None
            rows.append([u, I[k][1], I[k][2], num(month[y, k, u, mo]) if I[k][4] == 'flow' else None, num(cum(y, k, u, mo)), num(l) if l is not None else None])
    return rows, [(0, 0, 0, 5)]
def flat(y, mo, units, keys):
    """One head line, as a csv."""
    cols = [(k, p) for k in keys for p in ('本月', '累计') if not (p == '本月' and I[k][4] != 'flow')]
    rows = [['序号', '单位名称'] + [f'{bare(I[k][1]) if k != "big" else "其中5000万元以上项目"}{p}（{I[k][2]}）' for k, p in cols]]
    for i, u in enumerate(units): rows.append([i + 1, u] + [num(month[y, k, u, mo] if p == '本月' else cum(y, k, u, mo)) for k, p in cols])
    return rows, []
def form(y, mo, u, keys):
    rows = [['月度目标完成情况报表', None, None, None, None, None], [f'报送单位：{u}', None, None, f'报告期：{y}年{mo}月', None, None], ['项目', '计量单位', '年度目标', '1—%d月完成' % mo, '其中：%d月' % mo, '占年度目标%']]
    for k in keys:
        t = target.get((y, k, u)); c = cum(y, k, u, mo)
        rows.append([I[k][1], I[k][2], num(t[0]) if t else None, num(c), num(month[y, k, u, mo]) if I[k][4] == 'flow' else None, num(q(c / t[0] * 100, 2)) if t and t[0] else None])
    rows.append(['单位负责人：        填表人：        联系电话：'])
    return rows, [(0, 0, 0, 5)]
def course(y, mo, units, k):
    """Months over columns, filled until now."""
    rows = [[f'{y}年{bare(I[k][1])}分月完成情况表', *[None] * 13], [f'单位：{I[k][2]}', *[None] * 13], ['单位', *[f'{j}月' for j in range(1, 13)], '累计']]
    for u in units: rows.append([u, *[num(month[y, k, u, j]) if j <= mo else None for j in range(1, 13)], num(cum(y, k, u, mo))])
    rows.append(['合计', *[num(sum(month[y, k, u, j] for u in units)) if j <= mo else None for j in range(1, 13)], num(sum(cum(y, k, u, mo) for u in units))])
    return rows, [(0, 0, 0, 13)]
def single(y, mo, units, k):
    rows = [[f'{y}年1-{mo}月{bare(I[k][1])}完成情况', None, None, None, None], ['单位', f'年任务数（{I[k][2]}）', f'{mo}月完成数', f'1-{mo}月完成数', '完成年任务%', '去年同期', '增幅%']]
    if k in NO_TARGET: rows[1] = ['单位', f'{mo}月完成数（{I[k][2]}）', f'1-{mo}月完成数（{I[k][2]}）']
    for u in units:
        c = cum(y, k, u, mo); t = target.get((y, k, u), (None,))[0]
        m_ = num(month[y, k, u, mo]) if I[k][4] == 'flow' else None
        if k in NO_TARGET: rows.append([u, m_, num(c)]); continue
        l = last.get((k, u, mo)) if y == Y1 else cum(Y1, k, u, mo) if u in U1 and k in ('inv', 'tax', 'fdi') else None
        rows.append([u, num(t), m_, num(c), num(q(c / t * 100, 1)) if t else None, num(l) if l is not None else None, num(q((c / l - 1) * 100, 1)) if l else None])
    return rows, [(0, 0, 0, len(rows[1]) - 1)]
CN = '一二三四五六七八九十'
cn = lambda n: CN[n - 1] if n <= 10 else '十' + CN[n - 11]
def unitbook(y, mo, units, keys):
    out = {}
    for u in units:
        rows = [[f'{u}{y}年{mo}月主要指标完成情况'], ['指标名称', '单位', '年度目标', '当月实绩', '1—%d月实绩' % mo, '完成年度目标（%）']]
        for k in keys:
            t = target.get((y, k, u)); c = cum(y, k, u, mo)
            rows.append([I[k][1], I[k][2], num(t[0]) if t else None, num(month[y, k, u, mo]) if I[k][4] == 'flow' else None, num(c), num(q(c / t[0] * 100, 1)) if t and t[0] else None])
        out[u] = (rows, [(0, 0, 0, 5)])
    return out
def long2(y, mo, units, keys):
    rows = [['单位', '指标', '计量单位', '口径', f'{y}年{mo}月']]
    for u in units:
        for k in keys:
            if I[k][4] == 'flow': rows.append([u, I[k][1], I[k][2], '本月', num(month[y, k, u, mo])])
            rows.append([u, I[k][1], I[k][2], '累计', num(cum(y, k, u, mo))])
    return rows, []
def measured(y, mo, units, keys):
    # the measure in a row of its own under the names, places and shares beside, text figures with separators
    cols = []
    for k in keys:
        if I[k][4] == 'flow': cols.append((k, 'm'))
        cols.append((k, 'c'))
        if k not in NO_TARGET: cols += [(k, 'r'), (k, 'p')]
    head, ms, parts, prev = ['序号', '单位名称'], [None, None], [None, None], None
    for k, p in cols: head.append(bare(I[k][1]) if k != prev and k != 'big' else I[k][1] if k != prev else None); ms.append(f'（{I[k][2]}）' if k != prev else None); parts.append({'m': '本月完成', 'c': '累计完成', 'r': '完成年度任务%', 'p': '排名'}[p]); prev = k
    rows = [[f'{COUNTY}{y}年{cn(mo)}月份主要指标完成情况通报'], head, ms, parts]; merges = [(0, 0, 0, len(head) - 1), (1, 0, 3, 0), (1, 1, 3, 1)]
    j = 2
    while j < len(head):
        e2 = j
        while e2 + 1 < len(head) and head[e2 + 1] is None: e2 += 1
        if e2 > j: merges += [(1, j, 1, e2), (2, j, 2, e2)]
        j = e2 + 1
    comp = {k: {u: (cum(y, k, u, mo) / target[y, k, u][0] if target[y, k, u][0] else None) for u in units} for k in keys if k not in NO_TARGET}
    for i, u in enumerate(units):
        r = [i + 1, u]
        for k, p in cols:
            c = cum(y, k, u, mo); x = comp.get(k, {}).get(u)
            r.append(f'{num(month[y, k, u, mo]):,}' if p == 'm' else f'{num(c):,}' if p == 'c' else None if x is None else num(q(x * 100, 2)) if p == 'r' else 1 + sum(1 for z in comp[k].values() if z is not None and ((z < x) if I[k][5] == 'down' else (z > x))))
        rows.append(r)
    return rows, merges
def upright(y, mo, units, k):
    # one indicator, the county's line first, then by kinds with subtotals
    rows = [[f'{COUNTY}1-{mo}月份{bare(I[k][1])}完成情况表'], [None, None, None, None, f'{y}年{mo}月　单位：{I[k][2]}'], ['排序', '单位', f'{mo}月份', f'1-{mo}月份', '任务数' if k not in NO_TARGET else None]]
    if k in NO_TARGET: rows[2] = rows[2][:4]
    def line(name, us, n=None):
        if k == 'rat' and len(us) > 1: return None
        return [n, name, num(sum(month[y, k, u, mo] for u in us)) if I[k][4] == 'flow' else None, num(sum(cum(y, k, u, mo) for u in us))] + ([num(sum(target[y, k, u][0] for u in us))] if k not in NO_TARGET else [])
    if k != 'rat': rows.append(line('全县合计', units))
    for g, us in (('乡镇小计', [u for u in units if code_of(u) == 'township']), ('园区小计', [u for u in units if code_of(u) == 'park'])):
        if k != 'rat': rows.append(line(g, us))
        rows += [line(u, [u], i + 1) for i, u in enumerate(us)]
    return rows, [(0, 0, 0, 4)]
def had(y, mo):
    return reported.setdefault((y, mo), {k: set() for k in ks})
def truth_bulletin(y, mo, after, again=None):
    inds = []; got = had(y, mo)
    us = units_of(y)
    for k, name, m, p, kind, d, mean in IND:
        rows = {}; miss = []
        for u in us:
            t = target.get((y, k, u)); here = u in got[k]
            if not here and t: miss.append(u)
            if not here: rows[u] = {'target': [str(t[0])] if t else [''], 'month': [''], 'cum': [''], 'yoy': ['', '0'] if False else [''], 'completion': [''], 'gap': [''], 'place': ['']}; continue
            c = cum(y, k, u, mo); r = {'target': [str(t[0])] if t else [''], 'month': ['*'] if kind != 'flow' else [str(month[y, k, u, mo])], 'cum': [str(c)]}
            before = (last.get((k, u, mo)) if y == Y1 else cum(Y1, k, u, mo) if u in U1 and kind == 'flow' else None)
            if y == Y1: r['yoy'] = [str((c / before - 1) * 100), ''] if before and k in tells_yoy.get((y, mo), ()) else ['*'] if before else ['']
            elif kind != 'flow' or k not in ('inv', 'tax', 'fdi'): r['yoy'] = ['*']
            else:
                r['yoy'] = [str((c / before - 1) * 100)] if before else ['']
                if u == INTO: r['yoy'].append(str((c / (before + cum(Y1, k, MERGED, mo)) - 1) * 100))
            if not t or t[0] == 0: r.update(completion=[''], gap=[''], place=[''])
            else:
                comp = c / t[0] * 100; ps = plan.get((y, k, u))
                pace = F(mo, 12) * 100 if ps is None else (sum(ps[:(mo - 1) // 3]) + ps[(mo - 1) // 3] * F((mo - 1) % 3 + 1, 3)) / sum(ps) * 100
                gaps = [q(comp, 2) - q(pace, 2), comp - pace]
                if kind != 'flow': gaps = [q(comp, 2) - 100, comp - 100, c - t[0], '']
                r.update(completion=[str(comp)], gap=[str(g) for g in gaps], place=['?'])
            rows[u] = r
        ranked = sorted((F(r['completion'][0]), u) for u, r in rows.items() if r['place'] == ['?'])
        for u, r in rows.items():
            if r['place'] == ['?']:
                me = F(r['completion'][0]); r['place'] = [str(1 + sum((x < me) if d == 'down' else (x > me) for x, _ in ranked))]
        here = [u for u in us if u in got[k]]
        ct = [str(sum_target(y, k))] + ([str(county_target[y, k][0])] if y == Y2 else []) if k not in NO_TARGET else ['']
        if k == 'rat':
            a, b = (sum(cum(y, x, u, mo) for u in here) for x in ('cls', 'rcv')) if here else (0, 0)
            c = F(a) / b * 100 if b else None
            total = {'target': ['90', ''], 'month': ['*'], 'cum': [str(c)] if c is not None else [''], 'yoy': ['*'], 'completion': ([str(c / 90 * 100)] if c is not None else []) + ['']}
        else:
            c = sum(cum(y, k, u, mo) for u in here) if here else None; soft = [''] if miss else []
            total = {'target': ct, 'cum': ([str(c)] if c is not None else []) + soft or [''], 'month': ['*'] if kind != 'flow' else ([str(sum(month[y, k, u, mo] for u in here))] if here else []) + soft or [''], 'yoy': ['*'],
                     'completion': [''] if ct == [''] or c is None else [str(c / F(t) * 100) for t in ct if F(t)] + soft or ['']}
            if y == Y2 and kind == 'flow' and k in ('inv', 'tax', 'fdi') and not miss and c is not None:
                b = sum(cum(Y1, k, u, mo) for u in U1); total['yoy'] = [str((c / b - 1) * 100), '']
        inds.append({'key': k, 'name': name.replace('：', ''), 'measure': m, 'kind': kind, 'direction': d, 'rows': rows, 'total': total, 'missing': miss})
    checks.append({'after': after, 'kind': 'bulletin', 'year': y, 'month': mo, 'gone': [MERGED] if y == Y2 else [], 'indicators': inds, **({'again': again} if again else {})})
def monthly(y, mo, layout, late=()):
    units = [u for u in units_of(y) if u not in late]; d = f'{(y - Y1) * 12 + mo:02d}'; title = f'芦阳县{y}年{mo}月份主要指标进度表' if layout != 'quiet' else '主要指标进度表'
    when = f'{y}-{mo:02d}-28'; yo = ()
    if layout == 'matrix': files = [keep(f'{d}/{y}年{mo}月进度表.xlsx', {'进度': matrix(y, mo, units, title, ks, 'mcl', 'first')})]; yo = ('inv', 'tax', 'fdi')
    elif layout == 'groups': files = [keep(f'{d}/{mo}月主要指标（分乡镇园区）.xlsx', {'Sheet1': matrix(y, mo, units, title, ks, 'tmc', 'last', True)})]
    elif layout == 'across': files = [keep(f'{d}/{y}年{mo}月指标横表.xlsx', {'横表': across(y, mo, units, ks)})]
    elif layout == 'long': files = [keep(f'{d}/{y}年{mo}月填报明细.xls', {'明细': long(y, mo, units, ks)})]; yo = ('inv', 'tax', 'fdi') if y == Y1 else ()
    elif layout == 'flat': files = [keep(f'{d}/{y}年{mo}月指标数据.csv', {'csv': flat(y, mo, units, ks)})]
    elif layout == 'forms': files = [keep(f'{d}/{u}{y}年{mo}月报表.xlsx', {'报表': form(y, mo, u, ks)}) for u in units]
    elif layout == 'course': files = [keep(f'{d}/{y}年{mo}月分月完成情况.xlsx', {bare(I[k][1]): course(y, mo, units, k) for k in ks if I[k][4] == 'flow'} | {'企业和办结率': matrix(y, mo, units, f'芦阳县{y}年1—{mo}月规上服务业企业、信访事项办结率', ['srv', 'rat'], 'c', None)})]
    elif layout == 'single': files = [keep(f'{d}/{y}年1-{mo}月各项指标完成情况.xls', {bare(I[k][1])[:20]: single(y, mo, units, k) for k in ks})]; yo = ('inv', 'tax', 'fdi')
    elif layout == 'cum': files = [keep(f'{d}/芦阳县1—{mo}月指标累计.xlsx', {f'{y}年': matrix(y, mo, units, f'芦阳县{y}年1—{mo}月主要指标累计完成情况', ks, 'c', 'last')})]
    elif layout == 'unitbook': files = [keep(f'{d}/{y}年{mo}月各单位.xlsx', unitbook(y, mo, units, ks))]
    elif layout == 'long2': files = [keep(f'{d}/{y}年{mo}月指标库导出.xlsx', {'导出': long2(y, mo, units, ks)})]
    elif layout == 'measured': files = [keep(f'{d}/{y}年{cn(mo)}月通报.xlsx', {'通报': measured(y, mo, units, ks)})]
    elif layout == 'upright': files = [keep(f'{d}/{y}年{mo}月分指标.xlsx', {bare(I[k][1]): upright(y, mo, units, k) for k in ks})]
    g = had(y, mo)
    for k in ks: g[k] |= set(units)
    tells_yoy[y, mo] = yo
    must = []
    e = event(when, f'{mo}月月报（{layout}）', files, must=must, year=y, month=mo, monthly=True); truth_bulletin(y, mo, e); return e
def late(y, mo, u):
    e = event(f'{y}-{mo + 1:02d}-06', f'{u}补报{mo}月', [keep(f'{(y - Y1) * 12 + mo + 1:02d}/{u}补报{mo}月.xlsx', {'报表': form(y, mo, u, ks)})], year=y, month=mo, monthly=True)
    for k in ks: had(y, mo)[k].add(u)
    truth_bulletin(y, mo, e, '补报后')
LAYOUTS = ['matrix', 'groups', 'across', 'long', 'flat', 'forms', 'course', 'single', 'cum', 'unitbook', 'long2', 'measured', 'upright']
order = R.sample(LAYOUTS, M1) if M1 <= 13 else None
def raise_targets():
    rows = [['关于调整2023年部分单位税收收入目标任务的通知（附表）'], ['单位：万元'], ['单位', '原任务', '调整后任务', '增减额']]
    for u in U1[::2]:
        a = target[Y1, 'tax', u][0]; n = q(a * F(110, 100), 2); pass
        rows.append([u, num(a), num(n), num(n - a)]); target[Y1, 'tax', u] = (n, max(n, target[Y1, 'tax', u][1]))
    s = sum_target(Y1, 'tax'); 
    return keep('04/税收任务调整.xlsx', {'附表': (rows, [(0, 0, 0, 3)])})
P = []
INDUSTRY = ['装备制造', '新材料', '现代农业', '文化旅游', '商贸物流']
HEADS = ['远航', '金穗', '华塑', '绿源', '星河', '恒泰', '瑞丰', '安捷', '云帆', '德润', '凯旋', '宏图', '百川', '天成', '和顺', '明德', '启航', '长青']
TAILS = ['数控装备', '生物肥料', '改性塑料', '康养小镇', '冷链仓储', '汽车零部件']
STAGES = ['签约', '开工', '在建', '竣工', '投产']
for i, h in enumerate(HEADS):
    t = F(R.randint(20, 500) * 100); st = R.randint(0, 3)
    P.append({'names': [f'{h}{TAILS[i % 6]}项目'], 'stage': STAGES[st], 'introducer': U1[i % len(U1)], 'responsible_unit': DEPS[i % 4], 'industry': INDUSTRY[i % 5], 'currency': 'USD' if i == 7 else 'CNY',
              'total': F(1500) if i == 7 else t, 'planned': q(t * F(R.randint(20, 45), 100), -2) if False else F(int(t * F(R.randint(20, 45), 100) / 100) * 100), 'done': F(0), 'all': F(0) if st == 0 else F(int(t * F(R.randint(5, 25), 100) / 100) * 100), 'signed': f'2022-{R.randint(1, 12):02d}-{R.randint(1, 28):02d}', 'firm': f'{h}集团有限公司'})
def told(p): return {'names': list(p['names']), 'stage': p['stage'], 'introducer': p['introducer'], 'responsible_unit': p['responsible_unit'], 'industry': p['industry'], 'currency': p['currency'], 'total': str(p['total']), 'planned': str(p['planned']), 'done': str(p['done']), 'all': str(p['all']), 'signed': p['signed']}
def money(p, per): return f"{num(p['total'])}万美元" if p['currency'] == 'USD' else num(p['total'] / per)
def full_list(y, path, per, label):
    m = '亿元' if per == 10000 else '万元'
    rows = [[f'{y}年全县重点项目推进计划表'], [f'单位：{m}'], ['序号', '项目名称', '建设单位', '产业类别', '当前阶段', '总投资', f'{y}年计划投资', f'{y}年完成投资', '开工以来累计完成投资', '签约日期', '引荐单位', '责任部门']]
    for i, p in enumerate(P): rows.append([i + 1, p['names'][-1], p['firm'], p['industry'], p['stage'], money(p, per), num(p['planned'] / per), num(p['done'] / per), num(p['all'] / per), datetime.date(*map(int, p['signed'].split('-'))), p['introducer'], p['responsible_unit']])
    rows.append(['合计', None, None, None, None, None, num(sum(p['planned'] for p in P) / per), num(sum(p['done'] for p in P) / per), num(sum(p['all'] for p in P) / per)])
    return keep(path, {'计划': (rows, [(0, 0, 0, 11)])})
def grouped_list(path):
    rows = [['芦阳县重点项目上半年进展情况'], ['（截至2023年6月底）'], ['序号', '项目名称', '本年完成投资（万元）', '累计完成投资（万元）', '存在的主要问题']]
    for g, words in (('一', '签约'), ('二', '开工'), ('三', '在建'), ('四', '竣工'), ('五', '投产')):
        ps = [p for p in P if p['stage'] == words]
        if ps: rows.append([f'{g}、{"已" if words != "在建" else ""}{words}项目（{len(ps)}个）'])
        for i, p in enumerate(ps): rows.append([i + 1, p['names'][-1], num(p['done']), num(p['all']), None if i % 3 else '用地指标紧张'])
    return keep(path, {'进展': (rows, [(0, 0, 0, 4)])})
survive = {}
PROBLEMS = []
for i, u in enumerate(U1 + DEPS): PROBLEMS.append({'what': f'{u}{R.choice(["垃圾清运不彻底", "消防通道被占用", "台账资料不完整", "扬尘防治不到位"])}', 'unit': u, 'found': f'2023-01-{10 + i % 18:02d}', 'due': f'2023-{4 + i % 3:02d}-{5 + i % 20:02d}', 'closed': None})
def problems_list(path, at):
    rows = [['问题整改清单'], ['编号', '问题描述', '问题来源', '整改责任单位', '发现日期', '要求完成日期', '是否完成', '实际完成日期']]
    for i, p in enumerate(PROBLEMS): rows.append([f'WT{i + 1:03d}', p['what'], '省级督查', p['unit'], p['found'].replace('-', '/'), p['due'].replace('-', '/'), '已完成' if p['closed'] else '整改中', p['closed'].replace('-', '/') if p['closed'] else None])
    return keep(path, {'清单': (rows, [])})
def truth_problems(e, label, when=None):
    by = {}
    for p in PROBLEMS: a = by.setdefault(p['unit'], [0, 0]); a[0] += 1; a[1] += p['closed'] is not None
    c = {'after': e, 'kind': 'problems', 'count': len(PROBLEMS), 'closed': sum(p['closed'] is not None for p in PROBLEMS), 'by_unit': by, 'label': label}
    if when: c.update(rates=when, awaiting=True, dates={p['what']: p['closed'] for p in PROBLEMS if p['closed']})
    checks.append(c)
LEADS = []
def leads_list(path, n):
    while len(LEADS) < n: i = len(LEADS); LEADS.append((f'2023-0{1 + i // 5}-{3 + i:02d}', f'{R.choice(["苏州", "宁波", "东莞"])}某电子企业拟投资{["线路板", "连接器", "传感器", "电池"][i % 4]}生产线（{i + 1}）', f'第{i + 1}信息有限公司', F(R.randint(5, 60), 10), '是' if R.random() < .6 else '否', U1[i % len(U1)]))
    rows = [['登记日期', '线索内容', '企业名称', '预计投资（亿元）', '是否有价值', '提供单位']] + [[d.replace('-', '.'), w, f, num(m), g, u] for d, w, f, m, g, u in LEADS]
    return keep(path, {'x': (rows, [])})
def truth_leads(e, **more): checks.append({'after': e, 'kind': 'leads', 'count': len(LEADS), 'good': sum(x[4] == '是' for x in LEADS), 'money': str(sum(x[3] for x in LEADS) * 10000), **more})
ARR = []
def arrivals_list(half, path):
    rows = [[f'2023年{"上" if half == 1 else "下"}半年招商引资到账资金明细'], ['到账日期', '项目名称', '引进单位', '到账金额（元）', '凭证类型', '分成比例']]; here = []
    for i in range(10):
        p = P[(i * 5 + half) % 18]
        if p['currency'] == 'USD': continue
        d = f'2023-{(half - 1) * 6 + 1 + i % 6:02d}-{3 + i * 2:02d}'; a = F(R.randint(100, 3000))
        split = i == 4; other = U1[(U1.index(p['introducer']) + 3) % len(U1)]
        here.append((d, p, a, [(p['introducer'], a * F(7, 10)), (other, a * F(3, 10))] if split else [(p['introducer'], a)]))
        rows.append([d.replace('-', '.'), p['names'][0], p['introducer'], num(a * 10000), R.choice(['验资报告', '银行进账单', '设备发票']), f'{p["introducer"]}70%、{other}30%' if split else None])
    ARR.extend(here); rows.append(['合计', None, None, num(sum(x[2] for x in here) * 10000), None, None])
    return keep(path, {'明细': (rows, [])})
def truth_arrivals(e, half):
    credit, by = {}, {}
    for d, p, a, parts in ARR:
        by[d[:7]] = by.get(d[:7], 0) + a
        for u, x in parts: credit[u] = credit.get(u, 0) + x
    checks.append({'after': e, 'kind': 'arrivals', 'half': half, 'year': 2023, 'count': len(ARR), 'doubtful': 0, 'sum': str(sum(x[2] for x in ARR)), 'doubtful_sum': [], 'credit': {u: str(x) for u, x in credit.items()}, 'by_month': {k: str(v) for k, v in by.items()}})
TASKS = [('建成标准化厂房5万平方米', '县发展和改革委员会', ['龙门镇', '县商务局'], '6月30日前', '2023-06-30'), ('完成县城雨污管网改造12公里', '县住房和城乡建设局', ['县生态环境局'], '2023年10月', '2023-10'), ('举办招商推介活动4场', '县商务局', ['芦阳高新技术产业开发区'], '12月底前', '2023-12'), ('创建省级生态镇2个', '县生态环境局', ['塔山镇', '石塘镇'], '三季度末', '2023-09'), ('完成规划环评审查', '县生态环境局', ['县发展和改革委员会'], '2023.5.20', '2023-05-20'), ('新增停车位300个', '县住房和城乡建设局', [], '11月底', '2023-11')]
def ledgers_before(y, mo):
    global TRUTHS
    if (y, mo) == (Y1, 1):
        e = event('2023-01-20', 'projects', [full_list(y, '01/2023年重点项目推进计划.xlsx', 10000, '一月')]); checks.append({'after': e, 'kind': 'projects', 'label': '一月', 'projects': [told(p) for p in P], 'rollup': [2023, 1]})
    if (y, mo) == (Y1, 2):
        rows = [['2023年重点工作任务清单'], ['序号', '工作内容', '牵头部门', '协办单位', '完成期限']] + [[i + 1, a, b, '，'.join(c) or None, d] for i, (a, b, c, d, _) in enumerate(TASKS)]
        e = event('2023-02-02', 'tasks', [keep('02/重点工作清单.xlsx', {'清单': (rows, [])})]); checks.append({'after': e, 'kind': 'tasks', 'tasks': [{'title': a, 'due': x, 'lead': b, 'support': c} for a, b, c, d, x in TASKS]})
        e = event('2023-02-10', 'problems', [problems_list('02/问题整改清单.xlsx', 2)]); truth_problems(e, '二月')
        e = event('2023-02-15', 'leads', [leads_list('02/线索登记.csv', 9)]); truth_leads(e)
    if (y, mo) == (Y1, 3):
        for i, p in enumerate(PROBLEMS):
            if i % 3 == 0: p['closed'] = f'2023-0{3 + i % 2}-{8 + i:02d}'
        e = event('2023-05-08', 'problems', [problems_list('03/问题整改清单（5月）.xlsx', 5)]); truth_problems(e, '五月', [2023, 5])
        e = event('2023-05-20', 'leads', [leads_list('03/线索登记（5月）.csv', 14)]); truth_leads(e, again='再报')
    if (y, mo) == (Y1, 4):
        for i, p in enumerate(P):
            s = STAGES.index(p['stage'])
            if s > 0 or i % 2: p['done'] = F(int(p['planned'] * F(R.randint(20, 60), 100))); p['all'] += p['done']; p['stage'] = STAGES[min(4, max(1, s + R.randint(0, 1)))]
        old = P[3]['names'][0]; P[3]['names'].append(old.replace('项目', '建设项目'))
        e = event('2023-07-05', 'projects', [grouped_list('04/重点项目上半年进展.xlsx')], must=[{'what': '改了名的要问', 'any': [old, P[3]['names'][-1]]}]); checks.append({'after': e, 'kind': 'projects', 'label': '六月底', 'projects': [told(p) for p in P], 'rollup': [2023, 6]})
        survive[Y1] = [{'names': list(p['names']), 'planned': str(p['planned']), 'done': str(p['done'])} for p in P if len(p['names']) == 1]
        e = event('2023-07-08', 'arrivals', [arrivals_list(1, '04/上半年到账资金.xlsx')]); truth_arrivals(e, 1)
    if (y, mo) == (Y2, 1):
        e = event('2024-01-08', 'arrivals', [arrivals_list(2, '13/下半年到账资金.xlsx')]); truth_arrivals(e, 2)
        for p in P: p['planned'] = F(int(p['planned'] * F(R.randint(50, 150), 100) / 100) * 100 + 100); p['done'] = F(0)
        P[:] = [p for p in P if p['stage'] != '投产']
        survive[Y2] = [{'names': list(p['names']), 'planned': str(p['planned']), 'done': '0'} for p in P]
        event('2024-01-20', 'projects', [full_list(y, '13/2024年重点项目推进计划.xlsx', 1, '新年')])
def ledgers_after():
    last_id = len(timeline) - 1
    for y in (Y1, Y2):
        if y in survive: checks.append({'after': last_id, 'kind': 'year-bound', 'year': y, 'values': survive[y]})
    checks.append({'after': last_id, 'kind': 'leads-then', 'year': 2023, 'month': 2, 'count': sum(x[0] < '2023-03' for x in LEADS)})

for mo in range(1, M1 + 1):
    ledgers_before(Y1, mo)
    if mo == 3: monthly(Y1, mo, order[mo - 1], late=('石塘镇',)); late(Y1, 3, '石塘镇')
    elif mo == 2:
        x = month[Y1, 'inv', '白鹤镇', 2]; month[Y1, 'inv', '白鹤镇', 2] = x + 1200; monthly(Y1, mo, order[mo - 1]); month[Y1, 'inv', '白鹤镇', 2] = x
        rows, merges = matrix(Y1, 2, U1, f'芦阳县2023年2月份主要指标进度表', ks, 'mc', 'last')
        e = event('2023-03-02', '更正2月', [keep('03/2023年2月进度表（更正）.xlsx', {'进度': (rows, merges)})], year=Y1, month=2, monthly=True, change={'unit': '白鹤镇', 'indicator': '固定资产投资'}); truth_bulletin(Y1, 2, e, '更正后'); checks.append({'after': e, 'kind': 'again'})
    elif mo == 4:
        e = event('2023-04-10', 'raise', [raise_targets()], change_target='税收收入'); truth_targets(Y1, e, ['tax'], again='调整后'); 
        for c in checks[-1]['indicators'][0]['rows'].values(): c['stretch'] = ['*']
        monthly(Y1, mo, order[mo - 1])
    else: monthly(Y1, mo, order[mo - 1])
rows = [['2024年芦阳县单位变动情况'], ['单位全称', '单位简称', '单位性质', '启用年份', '停用年份', '备注']] + [[u, '；'.join(ALIAS.get(u, [])) or None, kind_of(u), '2024' if u == NEWPARK else None, '2023' if u == MERGED else None, '2023年12月撤销，辖区并入塔山镇' if u == MERGED else None] for u in U1 + [NEWPARK] + DEPS]
e = event('2024-01-04', 'units', [keep('13/2024年单位变动.xlsx', {'名单': (rows, [(0, 0, 0, 5)])})], as_='unit')
checks.append({'after': e, 'kind': 'units', 'names': U1 + [NEWPARK] + DEPS, 'kinds': {NEWPARK: 'park'}, 'again': '新年', 'merged': MERGED, 'until': '2023'})
checks.append({'after': e, 'kind': 'carried-units', 'year': Y2, 'must': [u for u in U2 if u != NEWPARK], 'gone': MERGED})
e = event('2024-01-15', 'targets', [targets_list()]); truth_targets(Y2, e, gone=MERGED); checks.append({'after': e, 'kind': 'again'})
e = event('2024-01-18', 'plan', [plan_file(Y2, 'tax', '13/2024年税收分季度任务.xlsx', False)]); truth_targets(Y2, e, ['tax'], again='分季度后')
o2 = R.sample(LAYOUTS, M2)
for mo in range(1, M2 + 1):
    ledgers_before(Y2, mo)
    monthly(Y2, mo, o2[mo - 1])
for y, mo in ((Y1, 3), (Y1, M1), (Y2, M2)):
    if (y, mo) in reported: truth_bulletin(y, mo, len(timeline) - 1, '两年后')
ledgers_after()
checks.append({'after': len(timeline) - 1, 'kind': 'indicators', 'names': [i[1] for i in IND], 'kinds': {i[1].replace('：', ''): {'measure': [i[2]] + (['亿元', '万元'] if i[2] in ('万元', '亿元') else []), 'direction': i[5], 'kind': i[4]} for i in IND}})
json.dump({'county': COUNTY, 'years': [Y1, Y2], 'seed': SEED, 'merged': MERGED, 'timeline': timeline, 'checks': checks}, open(os.path.join(OUT, 'life.json'), 'w'), ensure_ascii=False)
