"""What people have → one corpus: kinds of input, metadata, duplicates, what was skipped."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import essays
from tests.essays import SAMPLES, as_xlsx, repacked

import kpu_corpus as kc
from kpu_corpus.corpus.near_duplicates import duplicates
from kpu_corpus.errors import (
    InvalidArgument,
    KpuCorpusWarning,
    RenamedEssays,
    SourceNotFound,
    UnreadableSource,
)

GOOD = "Kami menjaga suara rakyat dengan jujur."


class Unread(NamedTuple):
    """What a table of Dask has that a DataFrame has not."""

    columns: tuple[str, ...] = ("teks",)

    def compute(self) -> pd.DataFrame:
        return pd.DataFrame({"teks": [GOOD]})


class LazyFrame:
    """What the one of Polars has, and a DataFrame has not."""

    def collect(self) -> pd.DataFrame:
        return pd.DataFrame({"teks": [GOOD]})

    def lazy(self) -> LazyFrame:
        return self


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, sample in enumerate(SAMPLES[:3], start=1):
        (tmp_path / f"Peserta {number}.txt").write_text(essays.as_text(sample), encoding="utf-8")
    return tmp_path


def test_mapping_values_are_one_plain_essay_each() -> None:
    with pytest.warns(KpuCorpusWarning, match="such as '<b>'"):
        corpus = kc.load({"a": "<b>Judul Besar</b>\n\nOpini\n\nKami jujur.", "b": "x"})
    assert list(corpus.essays["essay"]) == ["a", "b"]
    assert corpus.essays["text"][0] == "<b>Judul Besar</b>\n\nOpini\n\nKami jujur."


def test_rows_keep_their_ids_and_columns() -> None:
    table = pd.DataFrame(
        {"id": ["x", "y"], "Teks": [GOOD, None], "title": ["J", None], "kelas": [1, 2]}
    )
    corpus = kc.load(table)
    assert corpus.essays.loc[0, ["essay", "title", "kelas"]].tolist() == ["x", "J", 1]
    assert corpus.skipped.values.tolist() == [["y", "this row has no text"]]


def test_ids_come_from_name_and_place_and_never_collide(tmp_path: Path) -> None:
    for name in ("a/esai.txt", "b/esai.txt", "a/esai.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    ids = list(kc.load(tmp_path).essays["essay"])
    assert ids == ["a/esai.html-1", "a/esai.txt-1", "b/esai-1"]
    with pytest.warns(RenamedEssays, match=r"\(2\): 'esai.html' → 'esai.html~2'"):
        twice = kc.load([tmp_path / "a", tmp_path / "a"])
    assert len(set(twice.essays["essay"])) == len(twice) == 4


def test_a_row_and_a_page_of_one_id_are_two_essays(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,teks\na-1,Kami menjaga netralitas.\n")
    (tmp_path / "a.txt").write_text("Kami menjaga integritas.\n")
    with pytest.warns(RenamedEssays, match=r"\(1\): 'a-1' → 'a-1~2'"):
        corpus = kc.load(tmp_path)
    assert list(corpus.essays["essay"]) == ["a-1", "a-1~2"]
    for row in kc.evidence(corpus).itertuples():
        assert corpus.source_of(row.essay).text[row.start : row.end] == row.surface
    assert corpus.text("a-1~2") == "Kami menjaga integritas."
    again = kc.load(corpus.save(tmp_path / "a.parquet"))  # no warning: they differ already
    assert again.items == corpus.items


def test_ids_that_two_tables_share_are_told(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.csv").write_text(f"id,teks\n1,Kami {name}.\n2,Kami {name}.\n")
    with pytest.warns(RenamedEssays, match=r"\(2\): '1' → '1~2', '2' → '2~2'") as told:
        corpus = kc.load(tmp_path)
    assert told[0].filename == __file__
    assert list(corpus.essays["essay"]) == ["1", "2", "1~2", "2~2"]
    assert corpus.text("1~2") == "Kami b."


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
        ("arsip/" * 60 + "esai.txt", SourceNotFound),  # a long path is no text
        (pd.DataFrame({"a": [1]}), InvalidArgument),
        (pd.DataFrame({"id": ["x", "x"], "teks": ["a", "b"]}), InvalidArgument),
    ],
)
def test_wrong_input_is_an_error_in_one_sentence(source: object, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        kc.load(source)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert caught.value.text("id") != caught.value.text("en")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            GOOD * 30_000,
            r"load got a text \(1,170,000 characters, .* as kc\.load\({'a': text}\)",
        ),
        ([GOOD * 30_000], "load got a text"),
        ([GOOD, GOOD], r"load got a text \(39 characters, 'Kami menjaga"),
        (f"{GOOD}\n{GOOD}", "load got a text"),
        ([], "load got an empty list; expected paths of files"),
        (io.StringIO(GOOD), "load got StringIO; expected a path"),
        (LazyFrame(), r"got LazyFrame, whose rows .* pass its result, table\.collect\(\)"),
        (Unread(), r"got Unread, whose rows .* pass its result, table\.compute\(\)"),
        (
            pd.Series([GOOD], index=["a"]),
            r"load got a Series; for texts: kc\.load\(series",
        ),
        ("https://kab-subang.kpu.go.id/opini", "nothing is downloaded: save the page"),
        (["HTTP://kpu.go.id"], "nothing is downloaded"),
        (Path("s3://arsip/esai.parquet"), "load: s3://arsip/esai"),
        ([3], "a list with 3"),
        ({"a": float("nan")}, "the text of 'a' is nan; expected a string, '' where there is none"),
    ],
)
def test_what_is_no_path_is_told_in_a_short_sentence(source: Any, told: str) -> None:
    with pytest.raises(InvalidArgument, match=told) as caught:
        kc.load(source)
    assert len(str(caught.value)) < 300
    assert caught.value.text("id") != caught.value.text("en")


def test_the_way_that_is_told_for_a_series_loses_no_text() -> None:
    told = r"series\.rename_axis\('id'\)\.to_frame\('text'\)"
    series = pd.Series([GOOD, GOOD, None], index=[7, 7, 9])  # labels twice, as after pd.concat
    with pytest.raises(InvalidArgument, match=told):
        kc.load(series)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument, match="'7' more than once"):
        kc.load(series.rename_axis("id").to_frame("text"))
    corpus = kc.load(series.iloc[1:].rename_axis("id").to_frame("text"))
    assert corpus.essays["essay"].tolist() == ["7"]
    assert corpus.skipped["path"].tolist() == ["9"]


def test_the_way_that_is_told_for_a_list_of_texts_loads_them() -> None:
    texts = [GOOD, f"{GOOD} Lagi."]
    with pytest.raises(InvalidArgument, match=r"kc\.load\(dict\(enumerate\(texts, 1\)\)\)"):
        kc.load(texts)
    assert kc.load(dict(enumerate(texts, 1))).essays["text"].tolist() == texts


@pytest.mark.parametrize("source", [{}, pd.DataFrame({"text": []})])
def test_no_texts_are_told_as_that(source: Any) -> None:
    with pytest.raises(UnreadableSource, match=r"no texts in it; expected \{id: text\}"):
        kc.load(source)


def test_texts_without_a_name_are_called_by_their_place() -> None:
    assert kc.load({"a": "Kami jujur.", " ": "Kami adil.", None: "Kami hadir."}).ids == (*"a23",)


def test_a_file_may_be_called_like_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "Kami jujur."
    path.write_text(GOOD)
    assert len(kc.load(str(path))) == 1


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


def test_many_columns_of_metadata_are_told_without_a_warning() -> None:
    table = pd.DataFrame({"text": [GOOD], **{f"k{n}": [n] for n in range(300)}})
    assert kc.load(table).essays["k299"].tolist() == [299]


def test_a_damaged_table_of_metadata_is_named(tmp_path: Path) -> None:
    path = tmp_path / "peserta.xlsx"
    path.write_bytes(repacked(as_xlsx(), {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>"}))
    with pytest.raises(InvalidArgument, match=r"peserta\.xlsx' cannot be read: this Excel file"):
        kc.load({"a": GOOD}, metadata=path)


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.UnmatchedMetadata")
def test_essays_without_a_row_of_metadata_are_named_and_the_rest_counted() -> None:
    texts = {f"e{number}": GOOD for number in range(30)}
    corpus = kc.load(texts, metadata=pd.DataFrame({"essay": ["e0"], "unit": ["A"]}))
    (reason,) = corpus.skipped["reason"]
    assert reason.startswith("essays without a row in the metadata: 29 ('e1', 'e2', 'e3', ")
    assert reason.endswith(", 'e19', 'e20', …)")


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.UnmatchedMetadata")
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
    assert table[["essay_a", "essay_b"]].values.tolist() == [["a", "c"], ["a", "d"], ["c", "d"]]
    assert table["contained"].between(0.8, 1).all()
    assert (table["similarity"] <= table["contained"]).all()


WORDS = SAMPLES[0].body.split() + SAMPLES[1].body.split()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("changed", "near"), [(1 / 15, True), (1 / 3, False)])
def test_a_copy_with_a_few_words_changed_is_nearly_the_same_text(
    changed: float, near: bool, seed: int
) -> None:
    choice = random.Random(seed)
    words = list(WORDS)
    for place in choice.sample(range(len(words)), round(len(words) * changed)):
        words[place] = f"lain{place}"
    table = duplicates(kc.load({"a": " ".join(WORDS), "b": " ".join(words)}))
    assert len(table) == near


def test_a_copied_half_and_a_shared_task_do_not_make_essays_nearly_the_same() -> None:
    half, own = WORDS[: len(WORDS) // 2], [f"sendiri{n}" for n in range(len(WORDS) // 2)]
    corpus = kc.load({"a": " ".join(WORDS), "b": " ".join(half + own)})
    assert duplicates(corpus).empty
    assert 0.45 < duplicates(corpus, threshold=0.1)["contained"].item() < 0.55


def test_a_copied_essay_stands_above_a_few_lines_that_are_in_another() -> None:
    words = " ".join(WORDS)
    copied = words.replace(WORDS[7], "lain")
    table = duplicates(kc.load({"a": words, "b": " ".join(WORDS[:12]), "c": copied}))
    assert table[["essay_a", "essay_b"]].values.tolist()[0] == ["a", "c"]
    assert table["contained"].iloc[0] < 1


def test_essays_on_the_same_set_topic_are_far_from_duplicates(page: kc.Corpus) -> None:
    assert duplicates(page, threshold=0.1).empty


@given(st.lists(st.lists(st.sampled_from("abcde"), max_size=25), min_size=2, max_size=4))
def test_duplicates_are_the_pairs_that_a_plain_count_finds(texts: list[list[str]]) -> None:
    corpus = kc.load({f"t{n}": " ".join(words) or "." for n, words in enumerate(texts)})
    words = [corpus.text(item).replace(".", "").split() for item in corpus.items]
    names = [item.id for item in corpus.items]
    expected = {
        (names[a], names[b]): share
        for a in range(len(words))
        for b in range(a + 1, len(words))
        if (share := contained(words[a], words[b])) >= 0.5
    }
    table = duplicates(corpus, threshold=0.5)
    pairs = zip(table["essay_a"], table["essay_b"], strict=True)
    assert dict(zip(pairs, table["contained"], strict=True)) == pytest.approx(expected)


def contained(one: list[str], other: list[str]) -> float:
    both = plain_share(one, other), plain_share(other, one)
    return max(both) if len(one) == len(other) else both[len(one) > len(other)]


def test_which_essays_are_duplicates_does_not_depend_on_their_order() -> None:
    twice, once = "satu dua tiga empat satu dua tiga empat", "satu dua tiga empat lima enam 7 8"
    texts = {"a": twice, "b": once}
    turned = dict(reversed(texts.items()))
    for threshold in (0.4, 0.6):
        found = [duplicates(kc.load(order), threshold=threshold) for order in (texts, turned)]
        assert [table["contained"].tolist() for table in found] == [[1.0], [1.0]]


def plain_share(short: list[str], long: list[str]) -> float:
    """Return the share of the words of a text that stand in a run of four of another."""
    four = min(4, len(short))
    runs = {tuple(long[at : at + 4]) for at in range(max(1, len(long) - 3))}
    held = {
        at + step
        for at in range(len(short) - four + 1)
        if tuple(short[at : at + four]) in runs
        for step in range(four)
    }
    return len(held) / len(short) if short else 0.0


def test_duplicates_are_kept_unless_asked_and_then_named() -> None:
    assert len(kc.load(pair())) == 4
    corpus = kc.load(pair(), duplicates="first")
    assert list(corpus.essays["essay"]) == ["a", "b"]
    assert list(corpus.skipped["path"]) == ["c", "d"]
    assert corpus.skipped["reason"].str.contains("'a'").all()


def test_of_three_copies_one_is_kept_and_without_copies_all_are() -> None:
    texts = dict.fromkeys("abc", SAMPLES[0].body) | {"d": SAMPLES[1].body}
    corpus = kc.load(texts, duplicates="first")
    assert list(corpus.essays["essay"]) == ["a", "d"]
    again = kc.load({name: corpus.text(name) for name in corpus.ids}, duplicates="first")
    assert (len(again), len(again.skipped)) == (2, 0)


def test_equal_essays_are_paired_as_near_copies_are() -> None:
    one, near = SAMPLES[0].body, SAMPLES[0].body.replace("pagi.", "pagi hari.")
    corpus = kc.load({"a": near, "b": one, "c": "***", "d": one, "e": near, "f": "***"})
    table = duplicates(corpus)
    equal = table[table["similarity"] == 1]
    assert equal[["essay_a", "essay_b"]].values.tolist() == [["a", "e"], ["b", "d"]]
    assert table["essay_a"].str.cat(table["essay_b"]).tolist()[2:] == ["ab", "ad", "be", "de"]
    kept = kc.load(corpus, duplicates="first")
    assert (kept.ids, [*kept.skipped["path"]]) == (("a", "c", "f"), ["b", "d", "e"])
    assert "100" in kept.skipped["reason"].iloc[2]


def test_only_an_essay_that_is_kept_stands_for_others() -> None:
    first = SAMPLES[0].body.split()[:40]
    second = [*first[:6], *"hujan turun deras sejak pagi hari".split(), *first[12:]]
    third = [*second[:26], *"jalan menuju pasar lama tergenang air".split(), *second[32:]]
    texts = {"a": " ".join(first), "b": " ".join(second), "c": " ".join(third)}
    corpus = kc.load(texts, duplicates="first")
    assert list(corpus.essays["essay"]) == ["a", "c"]  # like b alone
    texts["c"] = " ".join(second[4:14])
    corpus = kc.load(texts, duplicates="first")
    assert list(corpus.skipped["path"]) == ["b", "c"]
    assert corpus.skipped["reason"].str.contains("'a'").all()


def test_a_part_of_an_essay_is_dropped_for_the_whole_and_for_no_other() -> None:
    teaser, second = SAMPLES[0].paragraphs[0], SAMPLES[1].body
    whole = SAMPLES[0].body
    texts = {"teaser": teaser, "a": whole, "again": f"{whole} Salam.", "b": f"{teaser} {second}"}
    corpus = kc.load(texts, duplicates="first")
    assert list(corpus.essays["essay"]) == ["a", "b"]
    reasons = dict(zip(corpus.skipped["path"], corpus.skipped["reason"], strict=True))
    assert "the same essay as 'a' or a part of it (100 %)" in reasons["teaser"]
    assert "'a'" in reasons["again"]


def test_an_essay_is_not_dropped_for_one_that_is_dropped_as_a_part() -> None:
    same = [f"sama{n}" for n in range(100)]
    long = [f"lain{n}" for n in range(200)]
    texts = {"part": same, "near": [*same[15:], *long[-15:]], "whole": [*same[:85], *long[:150]]}
    corpus = kc.load({name: " ".join(text) for name, text in texts.items()}, duplicates="first")
    assert list(corpus.essays["essay"]) == ["near", "whole"]


def test_a_part_of_an_essay_that_is_dropped_itself_is_told_of_the_one_that_is_kept() -> None:
    same = " ".join(f"sama{n}" for n in range(160))
    first, second = (" ".join(f"{name}{n}" for n in range(40)) for name in ("awal", "lain"))
    texts = {"a": f"{first} {same}", "b": f"{second} {same}", "part": f"{second} sama0 sama1"}
    corpus = kc.load(texts, duplicates="first")
    assert list(corpus.essays["essay"]) == ["a"]
    assert corpus.skipped["reason"].str.contains("the same essay as 'a' or a part of it").all()


@pytest.mark.parametrize("limits", [5, {"file_bytes": 5}])
def test_what_are_no_limits_is_refused(limits: Any) -> None:
    with pytest.raises(InvalidArgument, match=r"limits got .*; expected kc\.Limits"):
        kc.load({"a": GOOD}, limits=limits)


@pytest.mark.parametrize("value", [-1, "x", 2.5, None])
def test_a_limit_is_a_whole_number(value: Any) -> None:
    with pytest.raises(InvalidArgument, match=r"file_bytes=.*; expected a whole"):
        kc.Limits(file_bytes=value)
    assert kc.Limits(seconds=0.5).seconds == 0.5


def test_wrong_choice_for_duplicates_names_the_valid_ones() -> None:
    with pytest.raises(InvalidArgument, match="first, keep"):
        kc.load({"a": GOOD}, duplicates="frist")
    for wrong in (0, 1.01):
        with pytest.raises(InvalidArgument, match=f"threshold={wrong}; expected a number above 0"):
            kc.duplicates(kc.load({"a": GOOD}), threshold=wrong)


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


@pytest.mark.parametrize("source", [{"a": "Kami jujur."}, kc.load({"a": "Kami jujur."})])
def test_a_text_column_of_what_has_none_is_an_error(source: Any) -> None:
    with pytest.raises(InvalidArgument, match="text='teks' without a table"):
        kc.load(source, text="teks")


def test_a_text_column_is_asked_of_no_files_without_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kami jujur.", encoding="utf-8")
    with pytest.raises(InvalidArgument, match="text='visi', 'misi' without a table"):
        kc.load(tmp_path, text=["visi", "misi"])
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    with pytest.raises(InvalidArgument, match="text='visi' without a table"):
        kc.load(tmp_path, text="visi")  # no picture holds a table
    (tmp_path / "b.csv").write_text("visi,misi\n,\n", encoding="utf-8")
    assert len(kc.load(tmp_path, text=["visi", "misi"])) == 1  # its rows are empty
    (tmp_path / "b.csv").write_text("visi,misi\nKami jujur.,Kami adil.\n", encoding="utf-8")
    assert len(kc.load(tmp_path, text=["visi", "misi"])) == 2


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.UnmatchedMetadata")
def test_a_blank_id_of_a_dataframe_never_takes_the_place_of_another() -> None:
    table = pd.DataFrame(
        {"id": [1, 2, None], "isi": ["Kami hadir.", "Kami tertib.", "Kami jujur."]}
    )
    people = pd.DataFrame({"id": [1, 2, 3], "gender": ["L", "P", "L"]})
    with pytest.warns(RenamedEssays, match=r"'id' \(1\).*'row-3'") as told:
        corpus = kc.load(table, metadata=people)
    assert told[0].filename == __file__
    assert corpus.essays["essay"].tolist() == ["1", "2", "row-3"]
    assert corpus.essays["gender"].isna().tolist() == [False, False, True]


def test_rows_of_a_dataframe_without_ids_are_called_by_their_labels(recwarn: Any) -> None:
    assert kc.load(pd.DataFrame({"isi": ["Kami hadir."]})).essays["essay"].tolist() == ["0"]
    assert not recwarn.list


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".xlsx", ".parquet"])
def test_a_blank_id_in_a_file_is_told_as_in_a_dataframe(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"daftar{suffix}"
    table = pd.DataFrame({"id": ["x", None], "teks": ["Kami netral.", "Kami jujur."]})
    if suffix == ".jsonl":
        table.to_json(path, orient="records", lines=True)
    else:
        {".csv": table.to_csv, ".xlsx": table.to_excel, ".parquet": table.to_parquet}[suffix](
            path, index=False
        )
    with pytest.warns(RenamedEssays, match=r"'id' \(1\).*'daftar-2'"):
        corpus = kc.load(path)
    assert corpus.essays["essay"].tolist() == ["x", "daftar-2"]


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.RenamedEssays")
def test_whole_ids_beside_a_blank_are_the_same_from_a_csv_file(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {"id": [3, 4, None], "isi": ["Kami hadir.", "Kami tertib.", "Kami jujur."]}
    )
    table.to_csv(tmp_path / "t.csv", index=False)
    assert kc.load(tmp_path / "t.csv").essays["essay"].tolist() == ["3", "4", "t-3"]
    (tmp_path / "t.csv").write_text("id,isi\n1.0,Kami hadir.\n1.1,Kami tertib.\n")
    assert kc.load(tmp_path / "t.csv").essays["essay"].tolist() == ["1.0", "1.1"]


def test_a_name_of_a_file_may_have_two_lines(tmp_path: Path) -> None:
    path = tmp_path / "a\nb.txt"
    try:
        path.write_text(GOOD)
    except OSError:
        pytest.skip("no such names here")
    assert len(kc.load(path)) == 1
    with pytest.raises(InvalidArgument, match="load got a text"):
        kc.load(tmp_path / "a\nc.txt")


def test_titles_of_tables_of_participants_are_fields() -> None:
    table = pd.DataFrame({"Nama Peserta": ["Rina"], "Judul Esai": ["Tekad"], "Isi Esai": [GOOD]})
    corpus = kc.load(table)
    assert corpus.essays[["author", "title"]].values.tolist() == [["Rina", "Tekad"]]
