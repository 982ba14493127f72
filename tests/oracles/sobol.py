#!/usr/bin/env python3
"""Answers of models on sangkien's Sobol points, with the indices sangkien makes of them, a JSON document a line: for
sobol_peer.py.

    sobol.py [--rows N]     writes them to standard output
"""
import argparse
import json
import math
import random

import numpy as np
import sangkien as sk


def ishigami(x):
    a, b, c = (math.pi * (2 * x - 1)).T
    return np.sin(a) + 7 * np.sin(b) ** 2 + 0.1 * c**4 * np.sin(a)


def sobol_g(x):
    a = np.array([0, 1, 4.5, 9, 99, 99, 99, 99])
    return np.prod((np.abs(4 * x - 2) + a) / (1 + a), axis=1)


def rough(seed):
    """Steps and products of four inputs, made up by a seed."""
    chance = random.Random(seed)
    a, b, c, cut = (chance.uniform(-3, 3) for _ in range(4))

    def model(x):
        return a * x[:, 0] + b * (x[:, 1] > 0.5 + cut / 8) + c * x[:, 2] * x[:, 3] + cut

    return model


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=2048)
    rows = options.parse_args().rows
    models = [("Ishigami", ishigami, 3), ("Sobol G", sobol_g, 8), *((f"rough {i}", rough(i), 4) for i in range(20))]
    for name, model, inputs in models:
        seen = []

        def kept(points, model=model, seen=seen):
            seen.append(np.asarray(model(points)))
            return seen[-1]

        found = sk.sobol_indices(kept, inputs, rows=rows, seed=rows, resamples=50)
        # One after the other: a with each column out of b, a, b.
        answers = {"mixed": [one.tolist() for one in seen[:inputs]], "a": seen[-2].tolist(), "b": seen[-1].tolist()}
        print(json.dumps({"name": name, "inputs": inputs, "found": found._asdict(), **answers}))


if __name__ == "__main__":
    main()
