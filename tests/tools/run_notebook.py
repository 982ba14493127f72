#!/usr/bin/env python3
"""Executes a notebook from its first cell to its last, in its own folder: exit 1 where one fails.

    run_notebook.py NOTEBOOK [OUT]     with OUT the notebook with its outputs is written there
"""
import sys
from pathlib import Path
from tempfile import mkdtemp

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def main() -> int:
    path = Path(sys.argv[1])
    notebook = nbformat.read(path, as_version=4)
    # Pipes in a folder of their own: no network, not even the host's.
    kernel = AsyncKernelManager(kernel_name="python3", transport="ipc", ip=str(Path(mkdtemp()) / "kernel"))
    client = NotebookClient(notebook, km=kernel, timeout=300, resources={"metadata": {"path": str(path.parent)}})
    try:
        client.execute()
    except CellExecutionError as error:
        print(error)
        return 1
    if len(sys.argv) > 2:
        nbformat.write(notebook, sys.argv[2])
    print(f"{sum(cell.cell_type == 'code' for cell in notebook.cells)} cells executed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
