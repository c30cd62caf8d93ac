"""Every notebook runs from top to bottom, and is committed without outputs."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "notebooks"
CELLS = {
    path.stem: [
        cell
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    for path in sorted(FOLDER.glob("*.ipynb"))
}


@pytest.mark.parametrize("name", CELLS)
def test_a_notebook_is_committed_without_outputs(name: str) -> None:
    cells = CELLS[name]
    assert cells
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in cells)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", CELLS)
def test_a_notebook_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a kernel of its own, which would load all that is loaded here once more."""
    monkeypatch.chdir(FOLDER)
    names: dict[str, Any] = {"__name__": "__main__"}
    for number, cell in enumerate(CELLS[name], 1):
        place = f"{name}.ipynb, code {number}"
        *steps, last = ast.parse("".join(cell["source"])).body
        exec(compile(ast.Module(steps, []), place, "exec"), names)
        if isinstance(last, ast.Expr):
            shown = eval(compile(ast.Expression(last.value), place, "eval"), names)
            getattr(shown, "_repr_html_", shown.__repr__)()
        else:
            exec(compile(ast.Module([last], []), place, "exec"), names)
