import numpy as np
import pandas as pd
import sangkien as sk

gates = sk.Rules.load("charter-13-2012", "gia-vien-934").gates()
print(gates)
print(gates.step("draft", "file", "unit-head", {"before ward-submission": True}))

# Sổ sự kiện của nhiều hồ sơ, theo thứ tự / The events of many files, in order
log = pd.DataFrame(
    {
        "file": [0, 1, 0, 1],
        "event": ["file", "file", "accept", "accept"],
        "role": ["unit-head", "unit-head", "culture-society-division", "unit-head"],
        "in_time": [True, True, True, True],
        "area_listed": [True, True, True, None],
    }
)
holds, known = gates.pack(
    {
        "before ward-submission": log["in_time"],
        "condition area-listed": log["area_listed"],
        "within right-to-ask": True,
    }
)
done = gates.replay(log["file"], log["event"], log["role"], holds, known)
print(done.verdicts, [gates.states[state] for state in np.asarray(done.states)])
