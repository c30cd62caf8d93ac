"""Ids of rows: found under any usual title, kept as people write them, made where none stands."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument, RenamedEssays, UnreadableSource

GOOD = "Kami menjaga suara rakyat dengan jujur."
TEXTS = [GOOD, f"{GOOD} Sekali.", f"{GOOD} Lagi."]


def ids(corpus: kc.Corpus) -> list[str]:
    return list(corpus.essays["essay"])


@pytest.mark.parametrize("title", ["id", "ID", "Id ", "Essay", "ESSAY"])
def test_the_column_of_ids_is_known_in_any_capitals(title: str, tmp_path: Path) -> None:
    table = pd.DataFrame({title: ["x", "y", "z"], "Teks": TEXTS})
    path = tmp_path / "esai.csv"
    table.to_csv(path, index=False)
    for corpus in (kc.load(table), kc.load(path)):
        assert ids(corpus) == ["x", "y", "z"]
        assert title.strip() not in corpus.essays.columns[1:]


@pytest.mark.parametrize("made", [pd.DataFrame, lambda table: pd.DataFrame(table).set_index("id")])
def test_an_id_as_long_as_a_text_is_refused(made: Any) -> None:
    with pytest.raises(InvalidArgument, match=r"an id of 5000 characters .'xxx.*; at most 1000"):
        kc.load(made({"id": ["x", "x" * 5000], "teks": TEXTS[:2]}))


@pytest.mark.parametrize("name", ["id", "Essay", None])
def test_labels_of_an_index_are_ids(name: str | None) -> None:
    index = pd.Index(["x", "y", "z"], name=name)
    assert ids(kc.load(pd.DataFrame({"teks": TEXTS}, index=index))) == ["x", "y", "z"]


@pytest.mark.parametrize(("name", "labels"), [("nomor", [3, 1, 2]), ("kode", ["B", "A", "C"])])
def test_an_index_with_another_name_is_a_column_and_holds_the_ids(name: str, labels: Any) -> None:
    table = pd.DataFrame({"teks": TEXTS, "nilai": [10, 20, 30]}, index=pd.Index(labels, name=name))
    corpus = kc.load(table)
    assert corpus.essays[name].astype(str).tolist() == ids(corpus)
    assert corpus.select(table["nilai"] > 15).essays["nilai"].tolist() == [20, 30]
    for more in (table["nilai"].rename("skor"), table[["nilai"]].set_axis(["skor"], axis=1)):
        joined = kc.load(corpus, metadata=more).essays
        assert joined["skor"].tolist() == joined["nilai"].tolist() == [10, 20, 30]


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("angkatan", [1, 2, 1]),
        ("kode", ["A", None, "C"]),
        ("NIP", [199901012025042001, 199901012025042002, 199901012025042003]),
        ("Nama", ["Ani", "Budi", "Citra"]),
        ("kode", ["ani@kpu.go.id", "budi@kpu.go.id", "citra@kpu.go.id"]),
        ("teks", TEXTS),
    ],
)
def test_an_index_that_repeats_or_is_of_people_is_a_column_only(name: str, labels: Any) -> None:
    given = {} if name == "teks" else {"teks": TEXTS}
    table = pd.DataFrame({**given, "nilai": 1}, index=pd.Index(labels, name=name))
    assert ids(kc.load(table)) == ["row-1", "row-2", "row-3"]


def test_a_column_of_ids_comes_before_the_index() -> None:
    table = pd.DataFrame({"id": ["x", "y", "z"], "teks": TEXTS})
    assert ids(kc.load(table.iloc[1:])) == ["y", "z"]
    assert ids(kc.load(table.set_axis(pd.Index([7, 8, 9], name="nomor")))) == ["x", "y", "z"]


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.RenamedEssays")
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([1.0, 2.0, np.nan], ["1", "2", "row-3"]),
        ([None, "2", "c"], ["row-1", "2", "c"]),
        (["x", None, "row-2"], ["x", "row-2~2", "row-2"]),
        (["x", " ", pd.NA], ["x", "row-2", "row-3"]),
        ([1.5, 2, "03"], ["1.5", "2", "03"]),
        ([datetime.datetime(2025, 6, 2), "y", "z"], ["2025-06-02", "y", "z"]),
    ],
)
def test_numbers_are_whole_and_missing_ids_are_made_from_the_place(
    given: list[Any], expected: list[str]
) -> None:
    assert ids(kc.load(pd.DataFrame({"id": given, "teks": TEXTS}))) == expected


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.RenamedEssays")
def test_a_row_of_json_lines_without_an_id_gets_one_and_streams(tmp_path: Path) -> None:
    path = tmp_path / "esai.jsonl"
    rows = [{"id": "x", "text": TEXTS[0]}, {"text": TEXTS[1]}, {"id": None, "text": TEXTS[2]}]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    corpus = kc.load(path)
    assert ids(corpus) == ["x", "esai-2", "esai-3"]
    whole = kc.keywords(corpus)
    for batch in (1, 2):
        out = kc.stream(path, tmp_path / f"out{batch}", batch=batch)
        found = pd.read_parquet(out / "keywords.parquet")
        pd.testing.assert_frame_equal(found, whole)


@pytest.mark.parametrize(
    "texts", [{1: GOOD, "1": GOOD}, {None: GOOD, "1": GOOD}, {1.0: GOOD, "1": GOOD}]
)
def test_keys_that_are_one_id_are_refused(texts: dict[Any, str]) -> None:
    with pytest.raises(InvalidArgument, match="and '1' are the same id, '1'; ids must be unique"):
        kc.load(texts)


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.UnmatchedMetadata")
def test_metadata_joins_by_numbers_however_they_are_kept_and_by_its_index() -> None:
    texts = dict(zip(["1", "2", "3"], TEXTS, strict=True))
    units = pd.DataFrame({"id": [1.0, 2.0, np.nan], "unit": ["A", "B", "C"]})
    corpus = kc.load(texts, metadata=units)
    assert corpus.essays["unit"].fillna("").tolist() == ["A", "B", ""]
    for index in (pd.Index([3, 2, 1], name="id"), pd.Index(["3", "2", "1"])):
        rows = pd.DataFrame({"unit": ["C", "B", "A"]}, index=index)
        assert list(kc.load(texts, metadata=rows).essays["unit"]) == ["A", "B", "C"]


@pytest.mark.parametrize("kind", ["frame", "parquet"])
def test_columns_of_one_title_are_all_kept(kind: str, tmp_path: Path) -> None:
    titles, cells = ["id", "teks", "kelas", "kelas"], ["x", GOOD, "A", "B"]
    given: pd.DataFrame | Path = pd.DataFrame([cells], columns=titles)
    if kind == "parquet":
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        given = tmp_path / "a.parquet"
        parquet.write_table(pyarrow.table([[cell] for cell in cells], names=titles), given)
    assert kc.load(given).essays[["kelas", "kelas (4)"]].values.tolist() == [["A", "B"]]


@pytest.mark.parametrize("heading", [1, "1"])
def test_the_text_column_may_be_named_by_a_number(heading: Any) -> None:
    assert ids(kc.load(pd.DataFrame([["x", GOOD]]), text=heading)) == ["0"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (2024, "holds 2024 (int), which is not text"),
        (b"Kami \xff", r"holds b'Kami \xff' (bytes), which is not text"),
        (["Kami", "jujur"], "holds ['Kami', 'jujur'] (list), which is not text"),
        (np.array([1, 2]), "(ndarray), which is not text"),
        (None, "this row has no text"),
        (" - ", "this row has no text"),
        (pd.NA, "this row has no text"),
        ("  ", "this row has no text"),
    ],
)
def test_what_is_no_text_is_told_as_what_it_is(cell: object, told: str) -> None:
    corpus = kc.load(
        pd.DataFrame({"id": ["x", "y"], "teks": pd.Series([GOOD, cell], dtype=object)})
    )
    assert ids(corpus) == ["x"]
    ((path, reason),) = corpus.skipped.values.tolist()
    assert path == "y"
    assert told in reason


@pytest.mark.parametrize("way", ["mapping", "table", "file"])
def test_half_a_character_in_an_id_or_a_column_is_cleaned_for_every_file(
    tmp_path: Path, way: str
) -> None:
    bad = "a\ud800"
    row = {"id": bad, "teks": GOOD, "kelas\udfff": bad}
    path = tmp_path / "esai.jsonl"
    path.write_text(json.dumps(row), "ascii")
    table = pd.DataFrame({"id": [bad], "teks": [GOOD], "kelas": [bad]}, dtype=object)
    source: Any = {"mapping": {bad: GOOD}, "table": table, "file": path}[way]
    corpus = kc.load(source)
    assert ids(corpus) == ["a\ufffd"]
    if way == "file":
        assert list(corpus.essays["kelas\ufffd"]) == ["a\ufffd"]
    if way == "table":
        assert list(corpus.essays["kelas"]) == ["a\ufffd"]
    assert kc.load(corpus.save(tmp_path / "a.parquet")).items == corpus.items


def test_numbers_that_label_the_rows_are_their_ids_so_that_a_series_fits_its_rows() -> None:
    table = pd.DataFrame({"teks": TEXTS, "kota": ["G", "S", "T"]})
    for rows in (table, table.iloc[1:], table.iloc[[2, 0, 1]]):
        corpus = kc.load(rows)
        assert ids(corpus) == [str(label) for label in rows.index]
        joined = kc.load(corpus, metadata=rows["kota"].rename("wilayah")).essays
        assert joined["wilayah"].tolist() == joined["kota"].tolist() == rows["kota"].tolist()
        for name in "GST":
            chosen = corpus.select(rows["kota"] == name).essays["kota"]
            assert chosen.tolist() == [name] * (name in rows["kota"].tolist())
    twice = pd.concat([table, table])
    with pytest.warns(RenamedEssays, match="The index of the table has 0 more than once"):
        counted = kc.load(twice)
    assert ids(counted) == [f"row-{place}" for place in range(1, 7)]


def test_a_mask_whose_labels_may_be_rows_or_ids_is_refused() -> None:
    corpus = kc.load(pd.DataFrame({"teks": TEXTS}).iloc[[2, 0, 1]])
    mask = corpus.essays["words"] > 0
    assert len(corpus.select(mask).essays) == len(TEXTS)
    with pytest.raises(InvalidArgument, match="do not say which essays"):
        corpus.select(mask.sort_index(ascending=False))


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["x", 2, "z"], ["x", "2", "z"]),
        ([1.0, 2.5, 3.0], ["1", "2.5", "3"]),
        (pd.date_range("2025-05-01", periods=3), ["2025-05-01", "2025-05-02", "2025-05-03"]),
    ],
)
def test_labels_of_any_kind_are_ids_where_they_differ(labels: Any, found: list[str]) -> None:
    assert ids(kc.load(pd.DataFrame({"teks": TEXTS}, index=labels))) == found


def test_labels_that_cannot_be_ids_are_told_as_the_index_that_they_are() -> None:
    with pytest.raises(InvalidArgument, match=r"^column index .* has 'x' more than once"):
        kc.load(pd.DataFrame({"teks": TEXTS}, index=["x", "y", "x"]))
    with pytest.warns(RenamedEssays, match=r"id column index .* 'row-2'"):
        assert ids(kc.load(pd.DataFrame({"teks": TEXTS}, index=["x", None, "z"])))[1] == "row-2"


def test_levels_of_an_index_without_names_are_columns() -> None:
    levels = pd.MultiIndex.from_tuples([("Garut", 1), ("Garut", 2), ("Subang", 1)])
    corpus = kc.load(pd.DataFrame({"teks": TEXTS}, index=levels))
    assert corpus.essays["level_0"].tolist() == ["Garut", "Garut", "Subang"]
    assert corpus.essays["level_1"].tolist() == [1, 2, 1]


@pytest.mark.parametrize(
    "table", [pd.DataFrame(), pd.DataFrame(index=[0]), pd.DataFrame({"a": []})]
)
def test_a_table_without_a_cell_holds_no_texts(table: pd.DataFrame) -> None:
    with pytest.raises(UnreadableSource, match="There are no texts in it"):
        kc.load(table)
