"""Every notebook runs from top to bottom, and is committed without outputs."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

nbformat = pytest.importorskip("nbformat", reason="needs the extra: notebook")
nbclient = pytest.importorskip("nbclient", reason="needs the extra: notebook")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_a_notebook_is_committed_without_outputs(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    cells = [cell for cell in book.cells if cell.cell_type == "code"]
    assert cells
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)


@pytest.fixture(scope="module")
def kernel() -> Iterator[Any]:
    """One kernel for all notebooks: starting it and what they import takes most of their time.

    The first notebook starts it. Only the asynchronous manager tells that a kernel died.
    """
    manager = pytest.importorskip("jupyter_client").AsyncKernelManager()
    yield manager
    run_sync = pytest.importorskip("jupyter_core.utils").run_sync  # also while a browser is open
    run_sync(manager.shutdown_kernel)(now=True)
    manager.context.destroy(linger=0)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_a_notebook_runs(path: Path, kernel: Any) -> None:
    book = nbformat.read(path, as_version=4)
    book.cells.insert(0, nbformat.v4.new_code_cell("%reset -f"))  # no name of the one before
    runner = nbclient.NotebookClient(book, km=kernel, timeout=120)
    env = {**os.environ, "PYTHONPATH": str(FOLDER.parent / "src")}
    runner.execute(cwd=str(FOLDER), env=env)
    runner.kc.stop_channels()
