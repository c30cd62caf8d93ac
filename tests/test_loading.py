"""What people have → one corpus: kinds of input, metadata, duplicates, what was skipped."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import essays
from tests.essays import SAMPLES, as_xlsx, repacked

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument, SourceNotFound, UnreadableSource
from kpu_corpus.near_duplicates import duplicates

GOOD = "Kami menjaga suara rakyat dengan jujur."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, sample in enumerate(SAMPLES[:3], start=1):
        (tmp_path / f"Peserta {number}.txt").write_text(essays.as_text(sample), encoding="utf-8")
    return tmp_path


def test_mapping_values_are_one_plain_essay_each() -> None:
    corpus = kc.load({"a": "<b>Judul Besar</b>\n\nOpini\n\nKami jujur.", "b": "x"})
    assert list(corpus.essays["essay"]) == ["a", "b"]
    assert corpus.essays["text"][0] == "<b>Judul Besar</b>\n\nOpini\n\nKami jujur."


def test_rows_keep_their_ids_and_columns() -> None:
    table = pd.DataFrame(
        {"id": ["x", "y"], "Teks": [GOOD, None], "title": ["J", None], "kelas": [1, 2]}
    )
    corpus = kc.load(table)
    assert corpus.essays.loc[0, ["essay", "title", "kelas"]].tolist() == ["x", "J", 1]
    assert corpus.skipped.values.tolist() == [["y", "it is empty"]]


def test_ids_come_from_name_and_place_and_never_collide(tmp_path: Path) -> None:
    for name in ("a/esai.txt", "b/esai.txt", "a/esai.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    ids = list(kc.load(tmp_path).essays["essay"])
    assert ids == ["a/esai.html-1", "a/esai.txt-1", "b/esai-1"]
    twice = kc.load([tmp_path / "a", tmp_path / "a"])
    assert len(set(twice.essays["essay"])) == len(twice) == 4


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (3, InvalidArgument),
        (None, InvalidArgument),
        (b"a.txt", InvalidArgument),
        ([], InvalidArgument),
        ([3], InvalidArgument),
        ({"a": 3}, InvalidArgument),
        ({}, UnreadableSource),
        ({"a": "  "}, UnreadableSource),
        ("tidak ada.txt", SourceNotFound),
        (pd.DataFrame({"a": [1]}), InvalidArgument),
        (pd.DataFrame({"id": ["x", "x"], "teks": ["a", "b"]}), InvalidArgument),
    ],
)
def test_wrong_input_is_an_error_in_one_sentence(source: object, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        kc.load(source)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert caught.value.text("id") != caught.value.text("en")  # type: ignore[attr-defined]


def test_files_that_cannot_be_read_are_named_and_the_rest_is_kept(folder: Path) -> None:
    (folder / "rusak.docx").write_bytes(b"PK\x03\x04")
    (folder / "kosong.txt").write_text("")
    corpus = kc.load(folder)
    assert len(corpus) == 3
    assert [Path(path).name for path in corpus.skipped["path"]] == ["kosong.txt", "rusak.docx"]
    assert corpus.refused[0][1].text("id") == "berkas ini kosong"


def test_metadata_of_a_file_beside_the_essays_joins_by_file_name(folder: Path) -> None:
    table = pd.DataFrame(
        {
            "Berkas": ["peserta 1.TXT", "Peserta 2", "Peserta 3.txt"],
            "unit": ["A", "B", "C"],
            "Usia": [25, 26, 27],
        }
    )
    path = folder / "peserta.xlsx"
    table.to_excel(path, index=False)
    corpus = kc.load(folder, metadata=path)
    assert corpus.skipped.empty
    assert corpus.essays[["unit", "Usia"]].values.tolist() == [["A", 25], ["B", 26], ["C", 27]]
    assert list(corpus.essays["title"]) == [s.title for s in SAMPLES[:3]]


def test_metadata_joins_by_essay_id_and_brings_dates_to_iso_form() -> None:
    rows = pd.DataFrame({"essay": ["a"], "tanggal": ["2 Juni 2025"], "author": ["Rina"]})
    (row,) = kc.load({"a": GOOD}, metadata=rows).essays.to_dict("records")
    assert (row["date"], row["author"]) == ("2025-06-02", "Rina")


def test_a_column_named_like_one_of_the_programs_own_does_not_take_its_place() -> None:
    rows = pd.DataFrame({"essay": ["a"], "words": ["banyak"], "text": ["lain"], "position": [9]})
    (row,) = kc.load({"a": GOOD}, metadata=rows).essays.to_dict("records")
    own = kc.load({"a": GOOD}).essays.to_dict("records")[0]
    assert [row[name] for name in own] == list(own.values())
    assert [row[f"{name} (2)"] for name in ("words", "text", "position")] == ["banyak", "lain", 9]


def test_many_columns_of_metadata_are_told_without_a_warning() -> None:
    table = pd.DataFrame({"text": [GOOD], **{f"k{n}": [n] for n in range(300)}})
    assert kc.load(table).essays["k299"].tolist() == [299]


def test_a_damaged_table_of_metadata_is_named(tmp_path: Path) -> None:
    path = tmp_path / "peserta.xlsx"
    path.write_bytes(repacked(as_xlsx(), {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>"}))
    with pytest.raises(InvalidArgument, match=r"peserta\.xlsx' cannot be read: this Excel file"):
        kc.load({"a": GOOD}, metadata=path)


def test_metadata_rows_that_match_nothing_are_named() -> None:
    rows = pd.DataFrame({"essay": ["a", "zz"], "unit": ["A", "B"]})
    assert "'zz'" in kc.load({"a": GOOD}, metadata=rows).skipped["reason"][0]


def test_essays_without_a_row_of_metadata_are_named_and_the_rest_counted() -> None:
    texts = {f"e{number}": GOOD for number in range(8)}
    corpus = kc.load(texts, metadata=pd.DataFrame({"essay": ["e0"], "unit": ["A"]}))
    (reason,) = corpus.skipped["reason"]
    assert reason == ("essays without a row in the metadata: 7 ('e1', 'e2', 'e3', 'e4', 'e5', …)")


def test_a_single_row_that_matches_nothing_has_no_ellipsis() -> None:
    rows = pd.DataFrame({"essay": ["a", "Rusak.docx"], "unit": ["A", "B"]})
    (reason,) = kc.load({"a": GOOD}, metadata=rows).skipped["reason"]
    assert reason == "rows of the metadata that match no essay: 1 ('Rusak.docx')"


@pytest.mark.parametrize(
    "rows",
    [
        pd.DataFrame({"x": ["tidak"]}),
        pd.DataFrame({"essay": ["a", "a"], "unit": ["A", "B"]}),
        "bukan tabel.csv",
        7,
    ],
)
def test_metadata_that_cannot_be_joined_is_an_error(rows: object) -> None:
    with pytest.raises((InvalidArgument, SourceNotFound)):
        kc.load({"a": GOOD}, metadata=rows)  # type: ignore[arg-type]


# Duplicates


def pair() -> dict[str, str]:
    body = SAMPLES[0].body
    changed = body.replace("Kami belajar", "Saya belajar").replace("pagi.", "pagi hari.")
    return {"a": body, "b": SAMPLES[1].body, "c": changed, "d": body[: len(body) // 2]}


def test_near_duplicates_are_listed_most_similar_first() -> None:
    table = duplicates(kc.load(pair()))
    assert table[["essay_a", "essay_b"]].values.tolist() == [["a", "d"], ["a", "c"], ["c", "d"]]
    assert table["contained"].between(0.8, 1).all()
    assert (table["similarity"] <= table["contained"]).all()


def test_duplicates_are_kept_unless_asked_and_then_named() -> None:
    assert len(kc.load(pair())) == 4
    corpus = kc.load(pair(), duplicates="first")
    assert list(corpus.essays["essay"]) == ["a", "b"]
    assert list(corpus.skipped["path"]) == ["c", "d"]
    assert corpus.skipped["reason"].str.contains("'a'").all()


def test_wrong_choice_for_duplicates_names_the_valid_ones() -> None:
    with pytest.raises(InvalidArgument, match="first, keep"):
        kc.load({"a": GOOD}, duplicates="frist")
    with pytest.raises(InvalidArgument):
        kc.duplicates(kc.load({"a": GOOD}), threshold=0)


def test_no_duplicates_is_an_empty_table_with_its_columns() -> None:
    table = duplicates(kc.load({"a": GOOD, "b": SAMPLES[0].body}))
    assert table.empty
    assert list(table.columns) == ["essay_a", "essay_b", "similarity", "contained"]


# Language


def test_language_of_essays_and_of_long_passages() -> None:
    english = (
        "The officers who were trained in the district have said that they will keep the list of "
        "the voters open to all, and that no one should be asked for any money in this office, "
        "because it is the right of the people to be on that list from the first day of the year."
    )
    corpus = kc.load({"id": SAMPLES[0].body, "en": english, "dua": f"{SAMPLES[1].body} {english}"})
    assert list(corpus.essays["language"]) == ["id", "en", "id"]
    passages = corpus.foreign
    assert set(passages["essay"]) == {"en", "dua"}
    found = passages[passages["essay"] == "dua"]
    assert set(found["language"]) == {"en"}
    assert "trained in the district" in "".join(found["text"])


@given(st.text(max_size=200))
def test_any_text_has_a_language_code(text: str) -> None:
    from kpu_corpus.indonesian.language import language

    code, sure = language(text)
    assert code in {"id", "en", "ms", "jv", "su", "nl", "und"}
    assert 0 <= sure <= 1
