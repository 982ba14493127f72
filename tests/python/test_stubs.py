"""The stub of the extension, which is written by hand, says what the extension says of itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import sangkien
from sangkien import _sangkien

STUB = Path(__file__).resolve().parents[2] / "python" / "sangkien" / "_sangkien.pyi"


def stub_names() -> dict[str, list[str] | None]:
    """Qualified name -> names of parameters; None for a property."""
    out: dict[str, list[str] | None] = {}

    def read(body: list[ast.stmt], prefix: str) -> None:
        for node in body:
            if isinstance(node, ast.ClassDef):
                out[node.name] = None
                read(node.body, node.name + ".")
            if isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args]
                if not (prefix and node.name.startswith("__")):
                    out[prefix + node.name] = None if node.decorator_list else names

    read(ast.parse(STUB.read_text(encoding="utf-8")).body, "")
    return out


def parameters(function: Any) -> list[str]:
    """From the first line of a docstring of pybind11: name(self: Type, day: ..., n: ...) -> ..."""
    line = function.__doc__.splitlines()[0]
    inside, depth = line[line.index("(") + 1 : line.rindex(") ->")], 0
    flat = ""
    for letter in inside:
        depth += (letter in "([") - (letter in ")]")
        flat += letter if depth == 0 and letter not in ")]" else ""
    return re.findall(r"(\w+):", flat)


def module_names() -> dict[str, list[str] | None]:
    out: dict[str, list[str] | None] = {}
    for name, thing in vars(_sangkien).items():
        if name.startswith("_"):
            continue
        if not isinstance(thing, type):
            out[name] = parameters(thing)
            continue
        out[name] = None
        for inner, member in vars(thing).items():
            if not inner.startswith("_"):
                out[f"{name}.{inner}"] = None if isinstance(member, property) else parameters(member)
    return out


def test_the_stub_names_what_the_module_has() -> None:
    assert stub_names() == module_names()


def test_the_installed_stub_is_the_one_of_the_checkout() -> None:
    installed = Path(sangkien.__file__).with_name("_sangkien.pyi")
    assert installed.read_bytes() == STUB.read_bytes()
    assert installed.with_name("py.typed").exists()
