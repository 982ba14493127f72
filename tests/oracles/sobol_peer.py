#!/usr/bin/env python3
"""Reads what sobol.py writes and reckons the same answers by SALib: exit 1 when an index differs; and how far those of
the published functions lie from their analytic values."""
import json
import sys
import warnings

import numpy as np
from SALib.analyze import sobol

CLOSE = 1e-12
A = np.array([0, 1, 4.5, 9, 99, 99, 99, 99])
PARTS = 1 / (3 * (1 + A) ** 2)
WHOLE = np.prod(1 + PARTS) - 1
ANALYTIC = {
    "Ishigami": ([0.3139051911, 0.4424111447, 0.0], [0.5575888553, 0.4424111447, 0.2436836642]),
    "Sobol G": (PARTS / WHOLE, PARTS * np.prod(1 + PARTS) / (1 + PARTS) / WHOLE),
}


def main():
    warnings.filterwarnings("ignore")
    compared = wrong = 0
    worst = 0.0
    for line in sys.stdin:
        given = json.loads(line)
        problem = {"num_vars": given["inputs"], "names": [str(i) for i in range(given["inputs"])]}
        problem["bounds"] = [[0, 1]] * given["inputs"]
        answers = np.column_stack([given["a"], *given["mixed"], given["b"]]).reshape(-1)
        theirs = sobol.analyze(problem, answers, calc_second_order=False, num_resamples=20, seed=1)
        ours = given["found"]
        for key, name in (("first", "S1"), ("total", "ST")):
            off = np.max(np.abs(np.asarray(ours[key]) - theirs[name]))
            compared += given["inputs"]
            wrong += int(np.sum(np.abs(np.asarray(ours[key]) - theirs[name]) > CLOSE))
            worst = max(worst, float(off))
        for name, (first, total) in ANALYTIC.items():
            if name == given["name"]:
                apart = [ours["first"] - np.asarray(first), ours["total"] - np.asarray(total)]
                far = np.max(np.abs(apart))
                errors = max(*ours["first_error"], *ours["total_error"])
                print(f"Sobol indices of {name}: within {far:.3f} of the analytic, standard errors up to {errors:.3f}")
                wrong += int(far > 5 * errors)
    print(f"Sobol indices beside SALib: {compared} compared, {wrong} different, the rest within {worst:.1e}")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
