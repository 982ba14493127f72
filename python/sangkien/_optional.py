"""Packages that sangkien uses when they are there."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def optional(name: str, use: str) -> Any:
    """The module, imported now; ImportError says what it is for and how to get it."""
    try:
        return import_module(name)
    except ImportError:
        package = name.partition(".")[0]
        raise ImportError(f"{use} needs {package}: pip install {package}") from None
