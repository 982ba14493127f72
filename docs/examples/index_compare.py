import sangkien as sk

index = sk.Index.load("index-ward-illustrative", on="2026-01-20")
later = sk.Index.load("index-ward-2026.json", on="2026-12-31")
mapping = {"on-time": ["on-time-desk", "on-time-online"], "feedback": "answers"}  # hay / or "index-mapping.csv"
found = index.compare("index-wards.csv", "index-wards-2026.csv", mapping=mapping, with_index=later)

ward = found.offices[0]
for side in ("before", "after"):  # khớp từng phân số / to the fraction
    assert ward[f"compared_{side}"] + ward[f"apart_{side}"] == ward[f"total_{side}"]
print(ward["office"], float(ward["total_before"]), "->", float(ward["total_after"]), ward["not_compared"])
for line in found.apart:
    if line["office"] == ward["office"] and line["kind"] == "base":
        print(line["before"], line["after"], line["not_compared"])
