from collections.abc import Iterator
from typing import Any

import sangkien as sk

rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative")
report = rules.evaluate("gia-vien-2025.season.json", as_of="2025-09-30T17:00+07:00")

# Một nhận định, bằng mã của từng phần / One finding, by the id of each part
print(report.explain("/initiatives/SK-05/events/file/findings/late", lang="en"), end="")


# Mọi điều kiện không đạt dẫn đến một chỉ tiêu chưa đạt / Every unmet condition that led to a quota that is not met
def unmet(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if node["of"] == "finding" and node["verdict"] == "fail":
        yield node["path"], node["sentence"]["vi"] + " [" + node["grounds"][0]["clause"] + "]"
    for child in node.get("children", []):
        yield from unmet(child)


for path, sentence in dict(unmet(report.explain("/units/u-12/quota/one-per-unit").to_dict()["why"])).items():
    print(path, sentence)
