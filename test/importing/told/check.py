"""Imports each case by the command line and prints what became of its figures, one JSON line a case. Usage: check.py NODE ANSWERING [NAME…]"""
import json, os, sys, types
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'cases')
from judge import judge
from product import Product

def tuples(x): return (next(iter(x)), *next(iter(x.values()))) if isinstance(x, dict) and len(x) == 1 and isinstance(next(iter(x.values())), list) and next(iter(x)) in ('ask', 'or', 'tell', 'held') else x
def fields(t): return {f: tuple(v) if f == '_row' and isinstance(v, list) else tuples(v) for f, v in t.items()}
def says(words): return lambda texts, outcomes, records: any(word in text for word in words for text in texts + outcomes)

def case(name):
    j = json.load(open(os.path.join(HERE, name, 'expected.json'), encoding='utf8')); at = lambda f: f and os.path.join(HERE, name, f)
    return types.SimpleNamespace(name=name, kind=j['kind'], why=j['why'], steps=[[at(f) for f in s] if isinstance(s, list) else at(s) for s in j['steps']], args=j['args'], county=j['county'], year=j['year'], units=at(j['units']), ledger=j['ledger'],
        extra_ok=j['extraOk'], name_column=j['nameColumn'], topic=j['topic'], cols=j['columns'], truth={k: fields(t) for k, t in j['records'].items()},
        facts=[tuple(tuple(x) if i == 7 and isinstance(x, list) else tuples(x) for i, x in enumerate(f)) for f in j['figures']], targets=[tuple(tuples(x) for x in f) for f in j['targets']],
        must=[(s['what'], says(s['anyOf'])) for s in j['said'] if s['anyOf']])


node, answering, *only = sys.argv[1:]
product = Product(node, answering)
for name in sorted(only or os.listdir(HERE)):
    verdict = judge(case(name), product)
    print(json.dumps({'name': name, 'result': verdict.result, 'notes': verdict.notes}, ensure_ascii=False), flush=True)
