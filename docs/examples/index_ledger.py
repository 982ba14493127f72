# Từ một đợt sáng kiến đến chỉ số: điểm của từng sáng kiến, căn cứ, lý do; cộng lại khớp từng phân số.
# From a season to the index: the points of each initiative, their clause and reason; the totals agree to the fraction.
from fractions import Fraction

import sangkien as sk

rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
report = rules.evaluate("gia-vien-2025.season.json", as_of="2025-09-30T17:00+07:00")
ledger = report.attribution()
for row in ledger[:5]:
    share = f"phần/share {row['shapley']} [{row['clause']}]"
    print(row["unit"], row["component"], row["initiative"], share, row["reason_vi"])

# Phần của sáng kiến, cộng các tiêu chí khác, là điểm của đơn vị. / Shares and all others make the total.
for unit in report.units[:5]:
    shares = sum((row["shapley"] for row in ledger if row["unit"] == unit["id"]), Fraction(0))
    others = (row for row in report.index if row["unit"] == unit["id"] and row["input"] != "initiatives")
    rest = sum((row["least"] for row in others), Fraction(0))
    assert shares + rest == unit["index_total"]
    print(unit["id"], f"{shares} + {float(rest):g} = {float(unit['index_total']):g}")
