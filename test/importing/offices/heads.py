"""Heads put together from a grammar: {since when until when} × {of what} × {value, growth, share, place}. Each knows what it means; None means a figure that has no place in the book."""


def of_figures(rng, part, year, month):
    """A head over figures of one indicator."""
    quarter = {3: ['一季度'], 6: ['上半年'], 9: ['前三季度']}.get(month, [])
    dash = rng.choice(['-', '—', '～', '至'])
    pool = {
        'month': ['本月', '当月', f'{month}月', f'{month}月份', f'{month}月当月', '本月完成', f'{month}月完成', '当月完成数'] if month > 1 else ['本月', '当月', '本月完成', '1月当月'],
        'cumulative': ['累计', '本年累计', f'1{dash}{month}月累计', f'1{dash}{month}月', f'1{dash}{month}月完成', f'截至{month}月底', f'截止{month}月底累计', '累计完成', '年初至本月累计', '今年以来累计', f'{year}年1{dash}{month}月', *quarter] if month > 1 else ['累计', '本年累计', '累计完成'],
        'lastYear': ['上年同期', '去年同期', '上年同期累计', '上年同期数', f'{year - 1}年1{dash}{month}月' if month > 1 else '上年同期'],
        'yoy': ['同比（%）', '同比增长（%）', '增幅（%）', '增速%', '比上年同期增长%', '同比±%', '增长率（%）'],
        'annual': ['年度目标', '全年任务', '年计划', f'{year}年目标', '全年目标任务', '年度计划', '目标任务'],
        'completion': ['完成率（%）', '占年计划%', '完成年度目标%', '完成进度（%）'],
        'rank': ['位次', '排名', '名次'],
        'assured': ['确保', '确保目标', '必成目标', '确保数'],
        'stretch': ['力争', '力争目标', '奋斗目标'],
        'base': ['上年实际', '上年完成', f'{year - 1}年完成', f'{year - 1}年实绩', '上年实绩'],
        'next': [f'{year + 1}年预计', f'{year + 1}年目标', '明年目标', f'{year + 1}年计划'],
        'decade': [f'{month}月上旬完成', f'{month}月下旬', '本旬完成'],
        'before': [f'至{year - 1}年底累计', '上一年底累计', f'截至{year - 1}年12月底累计'],
        'points': ['同比增减（百分点）', '比上年同期提高（百分点）'],
    }[part]
    return rng.choice(pool)


def of_projects(rng, what, year, month):
    dash = rng.choice(['-', '—', '～', '至'])
    quarter = {3: ['一季度完成投资'], 6: ['上半年完成投资'], 9: ['前三季度完成投资']}.get(month, [])
    pool = {
        'total_investment': ['总投资', '项目总投资', '计划总投资', '总投资额'],
        'planned_this_year': ['年度计划投资', '本年计划投资', f'{year}年计划投资', '今年计划完成投资', '当年计划投资', f'{year}年度投资计划', f'{year}年计划完成投资'],
        'invested_this_year': ['本年完成投资', f'1{dash}{month}月完成投资' if month > 1 else '今年完成投资', f'{year}年1{dash}{month}月完成投资' if month > 1 else '本年完成投资', '今年以来完成投资', f'1{dash}{month}月累计完成投资' if month > 1 else '本年累计完成投资', '本年累计完成投资', f'年初至{month}月底完成投资', '今年以来累计完成投资', *quarter],
        'invested_total': ['开工以来累计完成投资', '自开工以来累计完成投资', '自开工累计完成投资', '开工至今累计完成投资'],
        'jobs': ['就业人数（人）', '预计就业（人）', '带动就业（人）'],
        'land_mu': ['占地面积（亩）', '用地（亩）', '用地面积（亩）'],
        'before': [f'至{year - 1}年底累计完成投资', '上年底累计完成投资', '截至上年末累计完成投资', f'{year - 1}年底前累计完成投资'],
        'month': [f'{month}月完成投资', '本月完成投资', '当月完成投资', f'{month}月份完成投资'],
        'decade': [f'{month}月上旬完成投资', '本旬完成投资'],
        'plan to date': [f'1{dash}{month}月计划投资' if month > 1 else '一季度计划投资', f'截至{month}月底计划完成投资'],
        'next': [f'{year + 1}年计划投资', '明年计划投资', '下年度计划投资', '今后三年计划投资'],
        'other total': ['调整前总投资', '追加总投资', '首期总投资', '一期总投资', '原批复总投资', '其中设备投资'],
        'planned arrival': ['计划到位资金', '拟到位资金', '今年计划到位资金'],
        'last output': [f'{year - 1}年实际产值', '上年税收', f'{year - 1}年税收'],
    }[what]
    return rng.choice(pool)


FIELDS = ['total_investment', 'planned_this_year', 'invested_this_year', 'invested_total', 'jobs', 'land_mu']
TRAPS = ['before', 'month', 'decade', 'plan to date', 'next', 'other total', 'planned arrival', 'last output']
