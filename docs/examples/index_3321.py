# 3.321 đơn vị, 90 tiêu chí: đọc bảng, chấm, xếp hạng, vẽ. Số liệu do phép đếm sinh ra, mọi con số đều đặt ra.
# 3,321 offices, 90 components: read, scored, ranked, plotted. The figures come from counting, all of them made up.
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import sangkien as sk

SCORES = {"rate": {"proportion": {"floor": "0.5"}}, "count": {"deduction": {"each": "0.1"}}, "yes-no": "yes-no"}
KINDS = [*SCORES] * 30


def named(word: str, i: int, **more: object) -> dict[str, object]:
    return {"vi": f"{word} {i}", "en": f"{word} {i}", **more}


def area(i: int) -> dict[str, object]:
    components = {f"c{n:02}": named("C", n, max=1, input=KINDS[n], score=SCORES[KINDS[n]]) for n in range(i, i + 10)}
    return named("A", i // 10 + 1, max=10, components=components)


areas = {f"area-{i // 10 + 1}": area(i) for i in range(0, 90, 10)}
classes = {"good": named("Tốt/Good", 1, **{"from": 58}), "rest": named("Khác/Other", 2, **{"from": 0})}
index_rules = {"of": "unit", "edition": "3321", "whole": 90, "ties": "skip", "classes": classes, "areas": areas}
paper = {"number": "-", "issuer": "-", "issued": "2025-01-01", "from": "2025-01-01", "provenance": "illustrative"}
book = named("Minh hoạ/Illustrative", 3321, rulebook=1, id="made-up", document=paper, layer="ward")
book["clauses"] = {"made-up.0": named("Điều", 0)}
book["index"] = {**index_rules, "clause": "made-up.0"}

office = np.arange(3321)
frame = pd.DataFrame({"office": [f"{i:04}" for i in office], "group": np.where(office % 3, "ward", "commune")})
figures: dict[str, object] = {}
for n, kind in enumerate(KINDS):
    seed = (office * 7919 + n * 104729 + office * office % 997 * (n + 3)) % 10007
    figure = {"rate": (seed % 601 + 400) / 1000, "count": seed % 6, "yes-no": seed % 2}[kind]
    figures[f"c{n:02}"] = np.where(seed % 499 == 7, np.nan, figure)  # NaN: thiếu số liệu / a missing figure
frame = pd.concat([frame, pd.DataFrame(figures)], axis=1)

index = sk.Index(sk.Rules.from_json(json.dumps(book)), on="2026-01-20")
with tempfile.TemporaryDirectory() as folder:
    frame.to_csv(Path(folder) / "offices.csv", index=False)
    scores = index.score(Path(folder) / "offices.csv")
assert scores.offices == index.score(frame).offices

ranks = scores.ranks()
first = sorted(ranks, key=lambda row: (row["best"], row["worst"], row["office"]))
print(len(scores.offices), "đơn vị/offices,", len(scores.lines), "dòng/lines")
for row in first[:5]:
    print(*(row[name] for name in ("office", "group", "total", "open", "best", "worst", "lowest_class")))
print(sorted(Counter(row["highest_class"] for row in ranks).items()), sum(row["best"] == row["worst"] for row in ranks))
pictures = {
    "distribution": sk.plot.distribution(scores, index=index),
    "ranks": sk.plot.rank_intervals(ranks, top=30),
    "lost": sk.plot.lost_points(scores, first[0]["office"]),
}
for name, picture in pictures.items():
    print(name, picture.get_title(loc="left"))
    for place in sys.argv[1:]:  # thư mục, nếu có / a folder, if there is one
        sk.plot.save(picture, Path(place) / f"{name}.png")
