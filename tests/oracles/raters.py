#!/usr/bin/env python3
"""Random tables of scores with what sangkien says of them, a JSON document a line: for raters_peer.py.

    raters.py [--tables N] [--seed N]     writes them to standard output
"""
import argparse
import json
import random

import sangkien as sk

SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def table(chance):
    """Initiatives x members: whole scores or hundredths, half of the tables with missing ballots."""
    rows, members = chance.randint(3, 14), chance.randint(2, 8)
    places, gaps = chance.choice((0, 0, 2)), chance.random() < 0.5
    return [
        [None if gaps and chance.random() < 0.2 else round(chance.random() * 8, places) for _ in range(members)]
        for _ in range(rows)
    ]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tables", type=int, default=300)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    chance = random.Random(given.seed)
    for scores in [SHROUT_FLEISS, *(table(chance) for _ in range(given.tables))]:
        found = sk.rater_statistics(scores).to_dict()
        print(json.dumps({"table": scores, "found": found}))


if __name__ == "__main__":
    main()
