"""What a stream tells of the essays as they are read: the warnings of `kc.load`, each once."""

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.streaming import engine

TEXT = "Kami menjaga integritas dan netralitas pemilu."


def told(call: Callable[[], object]) -> list[str]:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        call()
    assert {one.filename for one in found} == {__file__}
    return [str(one.message) for one in found]


def surveyed(source: Path, out: Path) -> None:
    """Start a run and end it when it is to count: by then it has told everything of the essays."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(engine._ON_BATCHES, "count", interrupted)
        with pytest.raises(KeyboardInterrupt):
            kc.stream(source, out, batch=5)


def interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of four tables, by rows or as a whole, with blank ids and marks of web pages."""
    made = tmp_path / "esai"
    made.mkdir()
    rows = [{"id": number % 2 and f"a{number}", "text": TEXT} for number in range(16)]
    lines = [json.dumps({**row, "id": row["id"] or None}) for row in rows]
    (made / "a.jsonl").write_text("\n".join(lines), "utf-8")
    blank = pd.DataFrame({"id": ["x", None, "y"], "text": [TEXT, TEXT, f"{TEXT}<p>{TEXT}"]})
    blank.to_parquet(made / "b.parquet")
    blank.assign(id=["p", None, "q"]).to_csv(made / "c.csv", index=False)
    (made / "d.txt").write_text(TEXT, "utf-8")
    blank.assign(id=["r", None, None]).to_csv(made / "e.csv", index=False)
    return made


def test_blank_ids_and_marks_of_web_pages_are_told_as_in_memory_also_where_a_run_goes_on(
    folder: Path, tmp_path: Path
) -> None:
    expected = told(lambda: kc.load(folder))
    assert [text.split(" (")[0] for text in expected] == [
        *["Blank cells in the id column 'id'"] * 4,
        "Texts that contain HTML, such as '<p>'",
    ]
    assert "(8)" in expected[0]
    assert "'a-1', 'a-3', 'a-5', 'a-7', 'a-9', …" in expected[0]
    for _ in ("begins", "goes on"):
        assert told(lambda: surveyed(folder, tmp_path / "out")) == expected


def test_essays_with_marks_are_told_by_their_new_ids(tmp_path: Path) -> None:
    made = tmp_path / "esai"
    made.mkdir()
    for name in ("a", "b"):
        row = json.dumps({"id": "1", "text": f"{TEXT} <b>Integritas</b> itu penting."})
        (made / f"{name}.jsonl").write_text(row, "utf-8")
    expected = told(lambda: kc.load(made))
    assert "'1', '1~2'" in expected[-1]
    assert told(lambda: surveyed(made, tmp_path / "out")) == expected


def test_numbers_of_employees_in_sentences_are_told_as_in_memory(tmp_path: Path) -> None:
    made = tmp_path / "esai"
    made.mkdir()
    told_by = f"{TEXT} Saya, dengan NIP 198501012010121001, hadir."
    rows = [{"id": f"e{number}", "text": told_by if number % 2 else TEXT} for number in range(16)]
    for name, part in (("a", rows), ("b", rows[:2])):
        lines = "\n".join(map(json.dumps, part))
        (made / f"{name}.jsonl").write_text(lines, "utf-8")
    expected = told(lambda: kc.load(made))
    assert "(9): 'e1', 'e3', 'e5', 'e7', 'e9', …" in expected[-1]
    assert told(lambda: surveyed(made, tmp_path / "out")) == expected


def test_texts_without_full_stops_are_told_and_read_as_in_memory(tmp_path: Path) -> None:
    long = "kami menjaga integritas karena warga percaya " * 60
    rows = [{"id": f"a{number}", "text": long if number % 2 else TEXT} for number in range(14)]
    path = tmp_path / "esai.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    corpus = kc.load(path)
    expected = told(lambda: kc.preprocess(corpus))
    assert "7): 'a1', 'a3', 'a5', 'a7', 'a9', …" in expected[0]
    out = tmp_path / "out"
    assert told(lambda: kc.stream(path, out, batch=5)) == expected
    with warnings.catch_warnings(action="ignore"):
        rows_in_memory = kc.evidence(corpus)
    pd.testing.assert_frame_equal(pd.read_parquet(out / "evidence.parquet"), rows_in_memory)
