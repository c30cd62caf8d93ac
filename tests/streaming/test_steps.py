"""An engine of one's own, as docs/large.md shows it: everything equals what one process gives."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import indent

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.streaming.steps import (
    Scored,
    checked,
    count,
    displays,
    finish,
    scanned,
    score,
    settle,
    survey,
)
from kpu_corpus.terms.counts import TermCounts

ROOT = Path(__file__).parents[2]
ESSAYS = {
    "a": "Transparansi itu utama. Transparansi dijaga petugas. Transparansi diuji.",
    "b": "Kami menjaga transparansi. Rakyat menilai transparansi dan kejujuran petugas.",
    "c": "Panitia menilai transparansi. Warga menuntut transparansi.",
}


def engine() -> tuple[list[Scored], TermCounts]:
    settings = checked()
    batches = [scanned(kc.load({name: text})) for name, text in ESSAYS.items()]
    settled = settle((survey(batch, settings) for batch in batches), settings)
    whole = finish(count(batch, settled) for batch in batches).terms
    lexicon = kc.load_lexicon(None)
    return [score(batch, settled, whole, lexicon) for batch in batches], whole


def test_the_form_that_people_read_is_chosen_over_all_batches() -> None:
    parts, whole = engine()
    shown = displays([part.keywords["term"] for part in parts], (p.forms for p in parts), whole)
    table = pd.concat([part.keywords for part in parts], ignore_index=True)
    expected = kc.keywords(kc.load(ESSAYS))
    assert not table.equals(expected)  # each batch by itself writes Transparansi otherwise
    table["display"] = shown.of(table["term"])
    pd.testing.assert_frame_equal(table, expected)


def test_a_term_that_is_no_keyword_has_no_form_and_is_named() -> None:
    parts, whole = engine()
    shown = displays([["transparansi"]], (part.forms for part in parts), whole)
    assert shown.of(["transparansi"]) == ["transparansi"]
    for term in ("rakyat", "zebra"):
        with pytest.raises(InvalidArgument, match=f"has no '{term}'"):
            shown.of([term])


def test_the_engine_of_the_page_runs_in_a_pool_of_processes(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "large.md").read_text(encoding="utf-8")
    section = page[page.index("### Your own engine") :]
    found = re.search(r"```python\n(.*?)```\n```text\n(.*?)```", section, re.DOTALL)
    assert found
    functions, steered, run = found[1].partition("folder = Path(")
    code = f'{functions}\nif __name__ == "__main__":\n{indent(steered + run, "    ")}'
    program = tmp_path / "mesin.py"
    program.write_text(code.replace("ThreadPool", "ProcessPool"), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, str(program)], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert (done.stdout, done.returncode) == (found[2], 0), done.stderr
