"""The Python examples of the documentation print what stands beside them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[1] / "tools"


def test_the_python_examples_print_what_the_pages_show() -> None:
    command = [sys.executable, str(TOOLS / "check_examples.py"), "--only", "py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
