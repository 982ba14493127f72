import json
import tempfile
from pathlib import Path

import sangkien as sk

rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative")
season = json.load(open("tiny.season.json", encoding="utf-8"))
for initiative in season["initiatives"]:
    del initiative["events"]  # sự kiện nằm trong nhật ký / the journal has the events

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "2025.jsonl"
    with sk.Journal(path) as journal:
        journal.append(
            "file",
            occurred="2025-09-25T00:00+07:00",
            recorded="2025-09-25T07:30+07:00",
            actor="p-112",
            role="unit-head",
            initiative="SK-05",
        )
        # Hồ sơ thật ra đã nộp từ hôm trước / It was in fact filed the day before
        head = journal.append(
            "file",
            corrects=1,
            occurred="2025-09-24T16:50+07:00",
            recorded="2025-09-26T09:00+07:00",
            actor="p-112",
            role="unit-head",
            initiative="SK-05",
        )
    print(bool(sk.Journal.verify(path, head)), head.sequence)

    # Cùng một ngày, theo điều đã biết khi ấy và nay / The same day, by what was known then and is known now
    for known in ("2025-09-25T12:00+07:00", "2025-09-30T17:00+07:00"):
        judged = rules.evaluate(sk.Journal.season(path, season, known=known), as_of="2025-09-25T12:00+07:00")
        for initiative in judged.to_dict()["initiatives"]:
            for event in initiative["events"]:
                print(known, initiative["id"], event["event"]["id"], event["at"], event["verdict"])
