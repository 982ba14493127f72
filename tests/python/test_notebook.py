"""The notebook goes from a spreadsheet to a report, every cell of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "docs" / "examples" / "index-report.ipynb"


def run(notebook: Path, *out: Path, home: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tests" / "tools" / "run_notebook.py"), str(notebook), *map(str, out)]
    places = {name: str(home) for name in ("HOME", "IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR", "TMPDIR")}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env={**os.environ, **places}, check=False)


def test_the_notebook_runs_and_shows_its_pictures(tmp_path: Path) -> None:
    done = run(NOTEBOOK, tmp_path / "out.ipynb", home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    cells = json.loads((tmp_path / "out.ipynb").read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 2
    assert sum("text/html" in output.get("data", {}) for output in outputs) >= 5
    assert not any(output["output_type"] == "error" or output.get("name") == "stderr" for output in outputs)


def test_the_notebook_is_kept_without_outputs() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in cells)


def test_a_cell_that_fails_is_told(tmp_path: Path) -> None:
    text = NOTEBOOK.read_text(encoding="utf-8").replace("index-ward-illustrative", "index-ward-real")
    (tmp_path / "broken.ipynb").write_text(text, encoding="utf-8")
    (tmp_path / "index-wards.csv").write_bytes((NOTEBOOK.parent / "index-wards.csv").read_bytes())
    done = run(tmp_path / "broken.ipynb", home=tmp_path)
    assert done.returncode == 1
    assert "index-ward-real" in done.stdout
