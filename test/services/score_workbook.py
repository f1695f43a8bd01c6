"""A year's scores as spreadsheet formulas: 30 units x 12 items and 200 people, for LibreOffice to compute. Input: JSON of the figures; output: xlsx."""
import json, sys
from openpyxl import Workbook

data = json.load(open(sys.argv[1]))
book = Workbook()
units = book.active
units.title = "units"
n = len(data["units"])
for at, row in enumerate(data["units"]):
    r = at + 1
    for column, value in enumerate(row):
        units.cell(r, column + 1, None if value is None else float(value))
    # A,B done/target; C,D; E,F; G,H down; I,J,K panels; L count; M bare figure
    done = f"A{r}/B{r}"
    formulas = [
        f"=ROUND(20*IF(ROUND({done},15)<0.6,0,MIN({done},1.2)),2)",
        f"=ROUND(15*(0.3*{done}+0.7*C{r}/D{r}),2)",
        f"=ROUND(10*IF(C{r}>=D{r},1,IF(C{r}*100>=D{r}*80,0.75,IF(C{r}*100>=D{r}*50,0.5,0))),2)",
        f"=ROUND(IF(E{r}>=F{r},40+3*INT(ROUND((E{r}-F{r})*10/F{r},9)),40*E{r}/F{r}),2)",
        f"=ROUND(IF(E{r}>=F{r},10+INT(ROUND((E{r}-F{r})*10/F{r},9)),10-INT(ROUND((F{r}-E{r})*20/F{r},9))),2)",
        f"=ROUND(5*MIN(H{r}/G{r},1.1),2)",
        f"=ROUND(0.7*(I{r}+J{r})/2+0.3*K{r},2)",
        f"=ROUND(MIN(6,2*L{r}),2)",
        f"=ROUND(MAX(-12,-1.5*L{r}),2)",
        f"=ROUND(8+MAX(-8,IF(M{r}>=AVERAGE(M$1:M${n}),0.2*(M{r}/AVERAGE(M$1:M${n})-1)*100,0.1*(M{r}/AVERAGE(M$1:M${n})-1)*100)),2)",
        f"=IF(RANK(M{r},M$1:M${n})<=3,10,IF(RANK(M{r},M$1:M${n})<=10,6,0))",
        f"=ROUND(3-0.1*MAX(0,D{r}-C{r}),2)",
    ]
    for at_formula, formula in enumerate(formulas):
        units.cell(r, 15 + at_formula, formula)
    units.cell(r, 27, f"=ROUND(0.3*SUM(O{r}:S{r})+0.7*SUM(T{r}:Z{r}),2)")
    units.cell(r, 28, f"=RANK(AA{r},AA$1:AA${n})")
people = book.create_sheet("people")
for at, (leads, quota, amounts) in enumerate(data["people"]):
    r = at + 1
    people.cell(r, 1, float(leads)); people.cell(r, 2, float(quota))
    for place, amount in enumerate(amounts):
        people.cell(r, 3 + place, float(amount))
    tier = lambda c: f"IF({c}{r}=\"\",0,IF({c}{r}>=100000,15,IF({c}{r}>=50000,10,IF({c}{r}>=30000,5,IF({c}{r}>=10000,4,IF({c}{r}>=3000,3,0))))))"
    people.cell(r, 8, f"=IF(A{r}>=B{r},2+0.5*(A{r}-B{r}),0)+" + "+".join(tier(c) for c in "CDE"))
book.save(sys.argv[2])
