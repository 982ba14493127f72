"""The notebook of the index goes from a spreadsheet to a report, and is kept without its outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from command import ROOT
from nbclient import NotebookClient

NOTEBOOK = ROOT / "docs" / "examples" / "index-report.ipynb"


def outputs(cells: list[Any]) -> dict[str, list[str]]:
    """By kind: texts, pages and pictures, in the order of the notebook."""
    found: dict[str, list[str]] = {}
    for cell in cells:
        for output in cell.get("outputs", []):
            assert output["output_type"] != "error"
            for kind, content in output.get("data", {output.get("name", ""): output.get("text", "")}).items():
                found.setdefault(kind, []).append(content)
    return found


def test_the_notebook_is_kept_without_outputs() -> None:
    for cell in nbformat.read(NOTEBOOK, as_version=4).cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


def test_the_notebook_runs_from_a_spreadsheet_to_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "JUPYTER_RUNTIME_DIR",
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "IPYTHONDIR",
        "MPLCONFIGDIR",
        "TMPDIR",
    ):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute(cwd=str(NOTEBOOK.parent))
    found = outputs(notebook.cells)
    assert len(found["image/png"]) == 3
    assert "Data!K4" in found["stdout"][0]
    assert "SK1204" in found["stdout"][0]
    assert any("Phường 12" in page for page in found["text/html"])
    assert found["text/plain"][-1] == "['offices', 'ranks', 'nodes', 'lost']"
