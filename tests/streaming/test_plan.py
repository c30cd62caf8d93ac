"""Plans: stretches of row groups hold every row once, small groups together."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples

from kpu_corpus.streaming import plan as streaming_plan
from kpu_corpus.streaming.plan import plan
from kpu_corpus.streaming.rows import rows_of

ROWS = 40  # of a stretch, here
SIZES = st.lists(st.sampled_from([0, 1, 3, ROWS - 1, ROWS, ROWS + 1]), min_size=1, max_size=5)


def written(path: Path, sizes: list[int]) -> Path:
    """Write row groups of so many rows; the ids count the rows."""
    schema = pa.schema([("id", pa.int64()), ("text", pa.string())])
    done = 0
    with parquet.ParquetWriter(path, schema) as writer:
        for size in sizes:
            ids = range(done, done + size)
            table = pd.DataFrame({"id": ids, "text": [f"Esai nomor {n}." for n in ids]})
            writer.write_table(pa.Table.from_pandas(table, schema=schema, preserve_index=False))
            done += size
    return path


@examples(15)
@given(SIZES, st.sampled_from([10, ROWS, ROWS + 2]))
def test_stretches_hold_every_row_once_and_fill_a_batch(sizes: list[int], batch: int) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(streaming_plan, "ROWS", ROWS)
        path = written(Path(folder) / "esai.parquet", [*sizes, 1])
        source = plan(path, Path(folder) / "hasil", text=("text",), batch=batch)
        read = [
            [row["id"] for row in rows_of(path, stretch.place, stretch.documents)]
            for stretch in source.stretches
        ]
    assert [row for rows in read for row in rows] == list(range(sum(sizes) + 1))
    assert [len(rows) for rows in read] == [stretch.documents for stretch in source.stretches]
    assert [rows[0] for rows in read] == [stretch.row for stretch in source.stretches]
    least = max(ROWS, batch)
    assert all(least <= len(rows) < least + ROWS + 1 for rows in read[:-1])


def test_lines_and_documents_fill_a_larger_batch_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming_plan, "STRETCH", 100)
    folder = tmp_path / "esai"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text("Kami menjaga integritas.\n", "utf-8")
    lines = tmp_path / "esai.jsonl"
    lines.write_bytes(b'{"text": "Kami hadir."}\n' * 40)
    for path in (folder, lines):
        few, many = (
            [stretch.documents for stretch in plan(path, tmp_path / "hasil", batch=batch).stretches]
            for batch in (streaming_plan.ROWS, 2 * streaming_plan.ROWS)
        )
        assert sum(few) == sum(many) == 40
        assert min(many[:-1]) > max(few)


def test_a_broken_line_far_down_has_its_number_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "esai.jsonl"
    path.write_bytes(b'{"text": "Kami hadir."}\n\n' * 3 + b"bukan JSON\n")
    monkeypatch.setattr(streaming_plan, "STRETCH", 40)
    *_, last = plan(path, tmp_path / "hasil").stretches
    *_, found = rows_of(path, last.place, last.documents, last.lines)
    assert last.place > 0
    assert "line 7 is cut off or damaged" in str(found)
