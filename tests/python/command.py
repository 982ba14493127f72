"""Running the command `sangkien`. SANGKIEN_COMMAND names another build of it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("SANGKIEN_COMMAND", str(ROOT / "build" / "sangkien"))


def run(*arguments: object, text: str | bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    given = text.encode() if isinstance(text, str) else text
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        input=given,
        capture_output=True,
        env={**os.environ, **environment},
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def printed(*arguments: object, text: str | bytes = b"") -> str:
    done = run(*arguments, text=text)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def problems(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    found: list[dict[str, Any]] = json.loads(done.stdout)["error"]["problems"]
    return found
