"""The product by its command line only, in one process for all cases: nothing here knows how it is built inside."""
import json, os, subprocess, tempfile
from decimal import Decimal as D, InvalidOperation
import openpyxl


class Harness(Exception):
    """The command line no longer answers what this suite reads."""


def number(v):
    try: return D(str(v).replace(',', '').replace('−', '-').replace('－', '-'))
    except InvalidOperation: return None


class Product:
    def __init__(self, node, answering):
        self.process = subprocess.Popen([node, answering], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def run(self, *words):
        """(exit code, stdout, stderr)"""
        self.process.stdin.write(json.dumps([str(word) for word in words]) + '\n')
        line = self.process.stdout.readline()
        if not line: raise Harness('the command line is gone')
        answer = json.loads(line)
        return answer['code'], answer['out'], answer['err']

    def json(self, *words):
        code, out, err = self.run(*words, '--json')
        try: return code, json.loads(out), err
        except ValueError: return code, None, (err or out).strip()

    def init(self, data, county, year, units):
        code, _, err = self.json('init', '--data', data, '--county', county, '--year', year, *(['--units', units] if units else []))
        if code: raise Harness(f'init: {err[:200]}')

    def load(self, data, files, args=(), only_valid=False):
        return self.json('import', *files, '--data', data, '--create-units', *(['--only-valid'] if only_valid else []), *args)

    def records(self, data, ledger):
        code, answer, err = self.json('records', ledger, '--data', data)
        if code or 'records' not in (answer or {}): raise Harness(f'records: {err[:200]}')
        return answer['records']

    def targets(self, data, year):
        """(year, indicator, unit) → {base, assured, stretch, measure}"""
        code, answer, err = self.json('targets', '--data', data, '--year', year)
        if code: return {}
        measures = {str(i['id']): i for i in answer['indicators']}
        return {(year, measures[i]['name'], row['name']): {**{p: number(cell.get(p)) for p in ('base', 'assured', 'stretch')}, 'measure': measures[i]['measure']}
                for row in answer['rows'] for i, cell in row['cells'].items() if any(cell.get(p) is not None for p in ('base', 'assured', 'stretch'))}

    def figures(self, data, year, month):
        """(year, month, indicator, unit) → {month, cumulative, lastYear, yoy, measure}: the month's own form, filled, and the bulletin for 同比."""
        found = {}
        with tempfile.TemporaryDirectory() as tmp:
            form = os.path.join(tmp, 'form.xlsx')
            code, _, err = self.json('template', 'figures', '--filled', '--data', data, '--year', year, '--month', month, '--out', form)
            if code == 0: self._read_form(form, found, year, month)
            elif code != 1: raise Harness(f'template figures: {err[:200]}')
        code, table, err = self.json('table', 'monthly-bulletin', '--data', data, '--year', year, '--month', month, '--format', 'json')
        if code == 0: self._read_bulletin(table, found, year, month)
        elif code != 1: raise Harness(f'table monthly-bulletin: {err[:200]}')
        return found

    def _read_form(self, form, found, year, month):
        ws = openpyxl.load_workbook(form, data_only=True).worksheets[0]
        rows = list(ws.iter_rows(values_only=True))
        at = next((i for i, r in enumerate(rows) if r and r[0] == '单位'), None)
        if at is None: raise Harness('the filled form of a month has no row 单位')
        named, heads = None, {}
        for k in range(1, len(rows[at])):
            named = rows[at][k] or named
            part = {'本月': 'month', '累计': 'cumulative', '上年同期': 'lastYear'}.get(str(rows[at + 1][k] or ''))
            if part and named: heads[k] = (*split(named), part)
        for r in rows[at + 2:]:
            for k, (indicator, measure, part) in heads.items():
                if r[0] and number(r[k]) is not None: found.setdefault((year, month, indicator, str(r[0]).strip()), {'measure': measure})[part] = number(r[k])

    def _read_bulletin(self, table, found, year, month):
        top, sub = (table['header'] + [[]])[:2]
        for r in table['rows']:
            for k, word in enumerate(sub):
                part = 'yoy' if word.startswith('同比') else 'month' if word.endswith('当月') else 'cumulative' if word.endswith('累计') else None
                if part is None or number(r[k]) is None: continue
                indicator, measure = split(top[k])
                entry = found.setdefault((year, month, indicator, r[1].replace('　', '').strip()), {'measure': measure})
                if part == 'yoy' or part not in entry: entry[part] = number(r[k])      # the form's figure is the exact one


def split(head):
    """财政收入（万元） → its name and measure"""
    name, _, rest = str(head).rpartition('（')
    return (name, rest.rstrip('）')) if name else (str(head), None)
