import tempfile
from pathlib import Path

import sangkien as sk
import sangkien.plot

folder = Path(tempfile.mkdtemp())
table = folder / "wards.csv"
index = sk.Index.load("index-ward-illustrative", on="2026-01-20")

# 3.321 đơn vị, số liệu đặt ra theo số thứ tự / 3,321 offices, their figures made up by counting
with table.open("w") as out:
    out.write("office,group,round,value,component\n")
    for i in range(3321):
        group = ("ward", "commune", "special-zone")[i % 3]
        figures = {
            "plan-on-time": "yes" if i % 7 else "no",
            "plan-done": f"{i * 37 % 101}%",
            "initiatives-recognised": i % 4,
            "on-time": f"{800 + i * 53 % 201}/1000",
            "online-share": f"{i * 71 % 997}/997",
            "cut-appraised": i * 29 % 41 / 4,
            "satisfaction": f"{300 + i * 17 % 201}/100",
            "feedback": f"{i * 11 % 89}/88",
        }
        out.writelines(f"xa-{i:04},{group},self,{value},{name}\n" for name, value in figures.items())

scores = index.score(table)
print(scores)

# Xếp hạng: chung và trong từng nhóm / Ranked: among all and within each group
frame = scores.ranks(by_group=True).to_pandas(exact=False)
print(frame[frame["best"] == 1][["office", "group", "total", "best", "class_highest"]].to_string(index=False))
print(scores.offices.to_pandas(exact=False).groupby("group")["total"].describe()[["count", "mean", "max"]].round(2))

# Vẽ / Drawn
sk.plot.distribution(scores).figure.savefig(folder / "totals.png")
sk.plot.rank_intervals(scores.ranks(), first=20).figure.savefig(folder / "ranks.png")
sk.plot.lost_points(scores, frame.iloc[0]["office"]).figure.savefig(folder / "lost.png")
scores.to_excel(folder / "report.xlsx", sheets=["Offices", "Areas"])
print(sorted(path.name for path in folder.iterdir()))
