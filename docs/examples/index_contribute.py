import sangkien as sk

rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
report = rules.evaluate("gia-vien-2025.season.json", as_of="2025-09-30T17:00+07:00")
ledger = report.attribution()
for row in ledger.units[:3]:
    print(row)
print(len(ledger.components), "×", ledger.components.columns)
