#!/usr/bin/env python3
"""Reads what raters.py writes and computes the same by krippendorff, pingouin and scipy: exit 1 when one differs."""
import collections
import json
import math
import sys
import warnings

import krippendorff
import numpy as np
import pandas as pd
import pingouin
from scipy.stats import rankdata

CLOSE = 1e-10  # sangkien prints 12 significant digits


class Comparison:
    def __init__(self):
        self.compared = collections.Counter()
        self.different = []
        self.worst = 0.0

    def add(self, kind, where, ours, theirs):
        ours = math.nan if ours is None else float(ours)
        self.compared[kind] += 1
        if math.isnan(ours) and not math.isfinite(theirs):
            return
        off = abs(ours - theirs) / max(1.0, abs(theirs))
        if math.isnan(off) or off > CLOSE:
            self.different.append(f"{kind} of table {where}: {ours} here, {theirs} there")
        else:
            self.worst = max(self.worst, off)


def kendall(whole):
    """W with the correction for ties (Kendall and Gibbons 1990), from scipy's ranks."""
    rows, members = whole.shape
    ranks = np.column_stack([rankdata(column) for column in whole.T])
    counts = [np.unique(column, return_counts=True)[1].astype(float) for column in whole.T]
    ties = sum(float((count**3 - count).sum()) for count in counts)
    below = members**2 * (rows**3 - rows) - members * ties
    return 12 * float(((ranks.sum(1) - ranks.sum(1).mean()) ** 2).sum()) / below if below else math.nan


def alpha(table, level):
    try:
        return float(krippendorff.alpha(reliability_data=table.T, level_of_measurement=level))
    except ValueError:  # it refuses a table of a single value
        return math.nan


def intraclass(whole):
    rows, members = whole.shape
    long = pd.DataFrame(
        [(i, j, whole[i, j]) for i in range(rows) for j in range(members)], columns=["row", "member", "score"]
    )
    return pingouin.intraclass_corr(long, targets="row", raters="member", ratings="score").set_index("Type")


def calibrated(table):
    """Grades of the additive two-way layout by numpy's least squares: of rows and of members that have a score."""
    rows, members = (np.flatnonzero((~np.isnan(table)).any(axis=axis)) for axis in (1, 0))
    there = np.argwhere(~np.isnan(table))
    design = np.zeros((len(there) + 1, len(rows) + len(members)))
    for line, (row, member) in enumerate(there):
        design[line, np.searchsorted(rows, row)] = 1
        design[line, len(rows) + np.searchsorted(members, member)] = 1
    design[-1, len(rows) :] = 1  # leniencies add up to zero
    scores = np.append(table[~np.isnan(table)], 0.0)
    if np.linalg.matrix_rank(design) < design.shape[1]:
        return None
    return dict(zip(rows.tolist(), np.linalg.lstsq(design, scores, rcond=None)[0].tolist()))


def main():
    warnings.filterwarnings("ignore")
    comparison = Comparison()
    where = 0
    for where, line in enumerate(sys.stdin, 1):
        given = json.loads(line)
        table, found = np.array(given["table"], dtype=float), given["found"]
        for level, answer in found["krippendorff_alpha"].items():
            comparison.add("alpha", where, answer["value"], alpha(table, level))
        fitted = calibrated(table)
        for row, answer in enumerate(found["calibrated"]["grades"]):
            comparison.add("grade", where, answer["grade"], math.nan if fitted is None else fitted.get(row, math.nan))
        whole = table[~np.isnan(table).any(axis=1)]
        if len(whole) < 2:
            continue
        comparison.add("W", where, found["kendall_w"]["value"], kendall(whole))
        if len(whole) < 5:  # pingouin wants five
            continue
        for answer, theirs in zip(found["intraclass"].values(), intraclass(whole).to_dict("index").values()):
            comparison.add("ICC", where, answer["value"], theirs["ICC"])
            comparison.add("F of ICC", where, answer["f"], theirs["F"])
            probability = theirs.get("pval", theirs.get("p_val", theirs.get("p-val")))
            comparison.add("p of ICC", where, answer["p"], probability)
    for line in comparison.different[:20]:
        print(line)
    counts = ", ".join(f"{count} {kind}" for kind, count in comparison.compared.items())
    wrong = len(comparison.different)
    print(f"raters: {where} tables, {counts}: {wrong} different, the rest within {comparison.worst:.1e}")
    return 1 if comparison.different or where == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
