"""Reading a drawn procedure back: its boxes, its texts, its lines."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}"
SIZES = {"state": 16, "name": 14, "who": 13, "when": 12, "small": 11, "mark": 12, "try": 12}
BOLD = {"state", "name", "mark", "try"}


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    style: str


def numbers(text: str) -> list[float]:
    return [float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", text)]


def box_of(shape: Element) -> Box:
    style = shape.get("class", "")
    if shape.tag == SVG + "rect":
        x, y, width, height = (float(shape.get(key, "")) for key in ("x", "y", "width", "height"))
        return Box(x, y, x + width, y + height, style)
    points = walked(shape.get("d", ""))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys), style)


def groups(root: Element) -> list[tuple[Box, list[Element]]]:
    out = []
    for group in root.iter(SVG + "g"):
        shape = next(child for child in group if child.get("class", "").split()[:1] in (["kind"], ["step"]))
        out.append((box_of(shape), list(group.iter(SVG + "text"))))
    return out


def boxes_of(root: Element) -> list[Box]:
    return [box for box, _ in groups(root)]


def least_width(text: Element) -> float:
    """What a text takes in a narrow font at least; the drawing reckons with the widest."""
    style = text.get("class", "").split()[0]
    letters = sum(0.25 if letter in "ijl'|.,:;!I ()[]-/ft" else 0.5 for letter in text.text or "")
    return letters * SIZES[style] * (1.08 if style in BOLD else 1)


def texts_outside(root: Element, boxes: list[Box]) -> list[str]:
    out = []
    for box, texts in groups(root):
        for text in texts:
            x, y, half = float(text.get("x", "")), float(text.get("y", "")), least_width(text) / 2
            high = SIZES[text.get("class", "").split()[0]]
            across = box.left <= x - half and x + half <= box.right
            if not across or y - high < box.top or y + high / 4 > box.bottom:
                out.append(text.text or "")
        lines = [float(text.get("y", "")) for text in texts]
        if any(b - a < 14 for a, b in zip(lines, lines[1:])):
            out.append("lines too close")
    return out


def walked(d: str) -> list[tuple[float, float]]:
    """Points of a path, curves at 24 places."""
    x = y = 0.0
    out: list[tuple[float, float]] = []
    for command, rest in re.findall(r"([MLHVCZ])([^MLHVCZ]*)", d):
        given = numbers(rest)
        if command == "C":
            (x1, y1, x2, y2, x3, y3), x0, y0 = given, x, y
            for step in range(1, 25):
                t = step / 24
                a, b, c, e = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
                out.append((a * x0 + b * x1 + c * x2 + e * x3, a * y0 + b * y1 + c * y2 + e * y3))
            x, y = x3, y3
            continue
        if command == "V":
            step = 8 if given[0] > y else -8
            out += [(x, y + step * i) for i in range(int(abs(given[0] - y) // 8))]
        x = given[0] if command in "MLH" else x
        y = given[-1] if command in "MLV" and given else y
        out.append((x, y))
    return out


def crossing_lines(root: Element, boxes: list[Box]) -> list[str]:
    """Lines that enter a box; they may touch an edge."""
    out = []
    for path in root.iter(SVG + "path"):
        if "line" not in path.get("class", "").split():
            continue
        for x, y in walked(path.get("d", "")):
            if any(box.left + 1 < x < box.right - 1 and box.top + 1 < y < box.bottom - 1 for box in boxes):
                out.append(path.get("d", ""))
                break
    return out
