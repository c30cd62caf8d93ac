"""The corpus itself: its tables, selections, and saving without loss."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests import essays
from tests.answers import INTEGRITY
from tests.essays import SAMPLES

import kpu_corpus as kc
from kpu_corpus.corpus.sources import SPAN_KINDS
from kpu_corpus.corpus.tables import ESSAYS, SKIPPED, SOURCES, SPANS
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning, RenamedEssays, UnreadableSource

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> kc.Corpus:
    folder = tmp_path_factory.mktemp("esai")
    (folder / "opini.html").write_text(essays.as_page(), encoding="utf-8")
    (folder / "satu.docx").write_bytes(essays.as_docx(SAMPLES[0]))
    (folder / "tabel.csv").write_bytes(essays.as_csv())
    (folder / "kosong.txt").write_text("")
    return kc.load(folder)


@pytest.mark.parametrize(
    ("table", "columns"),
    [("essays", ESSAYS), ("sources", SOURCES), ("spans", SPANS), ("skipped", SKIPPED)],
)
def test_tables_have_their_columns_and_types(
    corpus: kc.Corpus, table: str, columns: dict[str, str]
) -> None:
    found = getattr(corpus, table)
    assert list(found.columns)[: len(columns)] == list(columns)
    assert all(found[name].dtype == kind for name, kind in columns.items())


def test_spans_tile_every_source(corpus: kc.Corpus) -> None:
    for name, spans in corpus.spans.groupby("source", sort=False):
        text = corpus.by_name[str(name)].text
        assert "".join(text[a:b] for a, b in zip(spans["start"], spans["end"], strict=True)) == text
    assert set(corpus.spans["kind"]).issubset(SPAN_KINDS)


def test_start_and_end_bound_the_text(corpus: kc.Corpus) -> None:
    for row in corpus.essays.itertuples():
        whole = corpus.by_name[row.source].text[row.start : row.end]
        assert row.text == whole
        assert row.words == len(row.text.split())


def test_places_of_tables_count_in_the_source_of_their_essay(corpus: kc.Corpus) -> None:
    tokens = kc.preprocess(corpus)
    hits = kc.evidence(tokens)
    assert len(hits)
    for table, shown in ((hits, "surface"), (tokens.frame, "surface"), (tokens.sentences, "text")):
        for row in table.itertuples():
            text = corpus.source_of(row.essay).text
            assert text[row.start : row.end] == getattr(row, shown)
    first = corpus.items[0]
    assert corpus.source_of(first) is corpus.by_name[first.source]


def test_text_takes_an_id_or_an_essay_and_names_what_it_cannot_use(corpus: kc.Corpus) -> None:
    first = corpus.items[0]
    assert corpus.text(first.id) == corpus.text(first) == corpus.essays["text"][0]
    for get in (corpus.text, corpus.source_of):
        with pytest.raises(InvalidArgument, match=f"Did you mean '{first.id}'"):
            get(f"{first.id}x")
        with pytest.raises(InvalidArgument, match="got int; expected the id of an essay"):
            get(0)  # type: ignore[arg-type]


def test_select_takes_a_mask_or_ids(corpus: kc.Corpus) -> None:
    chosen = corpus.select(corpus.essays["author"] == "Rina Kartika")
    assert set(chosen.essays["author"]) == {"Rina Kartika"}
    ids = list(corpus.essays["essay"])
    assert list(corpus.select([ids[2], ids[0]]).essays["essay"]) == [ids[0], ids[2]]
    with pytest.raises(InvalidArgument, match=rf"got values \(1\) .* the essays \({len(ids)}\)"):
        corpus.select([True])
    with pytest.raises(InvalidArgument, match="Did you mean"):
        corpus.select([ids[0] + "x"])


def test_a_mask_goes_by_its_index(corpus: kc.Corpus) -> None:
    table = corpus.essays
    long = set(table.loc[table["words"] > table["words"].median(), "essay"])
    turned = table.sort_values("words", ascending=False)
    named = turned.set_index("essay")
    for rows in (turned, named):
        mask = rows["words"] > table["words"].median()
        for given in (mask, mask.astype(object)):
            assert set(corpus.select(given).essays["essay"]) == long
    missing = (table["words"] > 0).astype("boolean")
    missing[0] = pd.NA
    assert len(corpus.select(missing)) == len(corpus) - 1
    for labels in (range(1, len(table) + 1), [0] * len(table)):
        with pytest.raises(InvalidArgument, match="do not say which essays"):
            corpus.select(pd.Series([True] * len(table), index=labels))


def test_a_mask_of_ones_own_table_may_have_the_rows_that_were_skipped_for_want_of_text() -> None:
    own = pd.DataFrame({"text": ["Kami jujur.", None, "Kami netral."], "nilai": [9, 9, 5]})
    corpus = kc.load(own)
    high = own["nilai"] > 6
    assert corpus.select(high.iloc[::-1]).ids == ("0",)
    with pytest.raises(InvalidArgument, match="'1' is none of the essays, as it was not"):
        corpus.select(own.index[high].astype(str))
    gapless = kc.load(own.dropna().reset_index(drop=True))  # its ids are other rows
    with pytest.raises(InvalidArgument, match=r"got values \(3\)"):
        gapless.select(high)


def test_a_mask_made_of_the_essays_goes_by_their_rows_also_where_ids_are_numbers() -> None:
    corpus = kc.load({"2": "Kami jujur sekali.", "0": "Kami netral.", "1": "Kami disiplin."})
    long = corpus.essays["words"] > 2
    assert corpus.select(long).essays["essay"].tolist() == ["2"]
    with pytest.raises(InvalidArgument, match="do not say which essays"):  # rows or ids?
        corpus.select(long.iloc[::-1])


def test_a_mask_of_a_table_of_ones_own_needs_ids() -> None:
    corpus = kc.load({"a": "Kami jujur.", "b": "Kami netral.", "c": "Kami disiplin."})
    own = pd.DataFrame({"essay": ["c", "a", "b"], "kelas": ["pagi", "sore", "sore"]})
    morning = own["kelas"] == "pagi"
    with pytest.raises(InvalidArgument, match=r"a table other than corpus\.essays"):
        corpus.select(morning)
    for rows in (own.loc[morning, "essay"], morning.set_axis(own["essay"])):
        assert corpus.select(rows).essays["essay"].tolist() == ["c"]
    # what is made of the table of the essays stays known, also behind a merge
    merged = corpus.essays.merge(own, on="essay", how="left")["kelas"].isin(["pagi"])
    assert corpus.select(merged & corpus.column("title").isna()).essays["essay"].tolist() == ["c"]
    other = kc.load({"b": "Kami jujur.", "c": "Kami netral.", "a": "Kami disiplin."})
    with pytest.raises(InvalidArgument, match="do not say which essays"):
        corpus.select(other.essays["essay"] == "c")


@pytest.mark.filterwarnings("ignore:No essay has a value")
@pytest.mark.parametrize("ids", [[], ["b"], ["a", "c"]])
def test_the_columns_and_their_dtypes_stay_with_some_essays_or_none(
    ids: list[str], tmp_path: Path
) -> None:
    about = pd.DataFrame(
        {
            "essay": ["a", "b", "c"],
            "whole": [1, 2, 3],
            "blank": [1, None, 3],
            "share": [0.5, 1.0, None],
            "text_": ["x", None, "y"],
            "passed": [True, None, False],
            "level": pd.Categorical(["II", "I", "II"], ["I", "II"], ordered=True),
        }
    )
    corpus = kc.load(dict.fromkeys("abc", "Kami menjaga integritas."), metadata=about)
    chosen = corpus.select(ids)
    pd.testing.assert_series_equal(chosen.essays.dtypes, corpus.essays.dtypes)
    made, whole = kc.preprocess(chosen), kc.preprocess(corpus)
    for by in ("whole", "blank", "text_", "passed", "level"):
        table = kc.themes(made, by=by, lexicon=INTEGRITY)
        assert table[by].dtype == kc.themes(whole, by=by, lexicon=INTEGRITY)[by].dtype
        assert table.empty == (not ids)
    if ids:
        again = kc.load(chosen.save(tmp_path / "pilihan.parquet"))
        pd.testing.assert_frame_equal(again.essays, chosen.essays)


def test_the_columns_and_their_dtypes_come_back_from_a_bundle_of_some_essays(
    tmp_path: Path,
) -> None:
    about = pd.DataFrame({"essay": ["a", "b"], "blank": [1, None], "passed": [True, None]})
    corpus = kc.load(dict.fromkeys("ab", "Kami menjaga integritas."), metadata=about).select(["a"])
    again = kc.load(kc.bundle(corpus, tmp_path / "pilihan.zip"))
    pd.testing.assert_frame_equal(again.essays, corpus.essays)


def test_other_values_in_a_column_of_selected_essays_give_it_their_dtype() -> None:
    corpus = kc.load(
        {"a": "Kami jujur.", "b": "Kami netral."},
        metadata=pd.DataFrame({"essay": ["a", "b"], "n": [1, 2]}),
    )
    chosen = corpus.select(["a"])
    with pytest.warns(KpuCorpusWarning, match=r"n \(1 times, such as '1' → 'satu' in 'a'\)"):
        again = kc.load(chosen, metadata=pd.DataFrame({"essay": ["a"], "n": ["satu"]}))
    assert again.essays["n"].tolist() == ["satu"]
    hidden = kc.pseudonyms(chosen, secret="rahasia kantor", also=["n"])
    assert hidden.essays["n"].str.startswith("P-").tolist() == [True]


def test_one_id_is_enough_and_other_values_are_refused(corpus: kc.Corpus) -> None:
    first = corpus.items[0].id
    assert list(corpus.select(first).essays["essay"]) == [first]
    assert list(corpus.select(corpus.essays["essay"].iloc[[0, 0]]).essays["essay"]) == [first]
    assert len(corpus.select([])) == 0
    with pytest.raises(InvalidArgument, match="Did you mean"):
        corpus.select(f"{first}x")
    count = len(corpus)
    table = corpus.essays
    others = (table, {first: True}, 3, b"a")
    for rows in (table["words"], [1] * count, [0.5] * count, [None] * count, *others):
        with pytest.raises(InvalidArgument, match="expected one True or False for each essay"):
            corpus.select(rows)  # type: ignore[arg-type]


def test_ids_that_are_numbers_elsewhere_are_told_to_be_text() -> None:
    corpus = kc.load(pd.DataFrame({"id": [7, 8], "text": ["Kami netral.", "Kami jujur."]}))
    numbers = pd.Series([8])
    with pytest.raises(InvalidArgument, match=r"as text .* numbers by \.astype\(str\)"):
        corpus.select(numbers)  # type: ignore[arg-type]
    assert corpus.select(numbers.astype(str)).essays["essay"].tolist() == ["8"]


@pytest.mark.parametrize("name", ["essays", "sources", "spans", "skipped", "foreign"])
def test_what_is_written_into_a_table_stays_with_who_wrote_it(corpus: kc.Corpus, name: str) -> None:
    before, table = getattr(corpus, name).copy(), getattr(corpus, name)
    table["kelas"] = "A"
    table.iloc[:, 0] = "x"
    pd.testing.assert_frame_equal(getattr(corpus, name), before)


@pytest.mark.filterwarnings("ignore:People with several essays")
def test_a_column_to_group_by_comes_from_metadata(corpus: kc.Corpus) -> None:
    table = corpus.essays.assign(kelas="A")
    with pytest.raises(InvalidArgument, match=r"by got Series; .*metadata="):
        kc.themes(corpus, by=table["kelas"])  # type: ignore[arg-type]
    again = kc.load(table)
    assert set(kc.themes(again, by="kelas")["kelas"]) == {"A"}


def test_saved_corpus_comes_back_without_loss(corpus: kc.Corpus, tmp_path: Path) -> None:
    path = corpus.save(tmp_path / "korpus.parquet")
    again = kc.load(path)
    for table in ("essays", "sources", "spans", "skipped", "foreign"):
        pd.testing.assert_frame_equal(getattr(again, table), getattr(corpus, table))
    assert again.items == corpus.items
    assert [(s.marks, s.metadata, s.plain) for s in again.documents] == [
        (s.marks, s.metadata, s.plain) for s in corpus.documents
    ]
    assert again.refused[0][1].text("id") == corpus.refused[0][1].text("id")


def test_values_of_every_kind_are_saved(tmp_path: Path) -> None:
    day = datetime.date(2025, 6, 2)
    extra = pd.DataFrame({"essay": ["a"], "n": [3], "x": [0.5], "ya": [True], "masuk": [day]})
    extra["mulai"], extra["selesai"] = [[datetime.datetime(2025, 6, 2, hour)] for hour in (0, 8)]
    extra["nilai"], extra["jam"] = [Decimal("1.50")], [datetime.time(8, 30)]
    corpus = kc.load({"a": "Kami \ud800 jujur."}, metadata=extra)
    again = kc.load(corpus.save(tmp_path / "a.parquet"))
    assert again.items == corpus.items
    assert again.items[0].metadata == {
        **{"n": 3, "x": 0.5, "ya": True},
        **{"masuk": "2025-06-02", "mulai": "2025-06-02", "selesai": "2025-06-02T08:00:00"},
        **{"nilai": 1.5, "jam": "08:30:00"},
    }
    assert again.text(again.items[0]) == "Kami \ufffd jujur."


def test_a_saved_corpus_without_essays_comes_back(tmp_path: Path) -> None:
    nilai = pd.DataFrame({"essay": ["a", "b"], "nilai": [80, 90]})
    nilai["tingkat"] = pd.Categorical(["dua", "satu"], ["satu", "dua"], ordered=True)
    none = kc.load({"a": "Kami jujur.", "b": ""}, metadata=nilai).select([])
    path = none.save(tmp_path / "kosong.parquet")
    again = kc.load(path)
    assert len(again) == 0
    pd.testing.assert_frame_equal(again.essays, none.essays)
    assert again.skipped["path"].tolist() == ["b"]
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(UnreadableSource, match="damaged"):
        kc.load(path)


def test_saved_corpora_load_together_with_other_files(corpus: kc.Corpus, tmp_path: Path) -> None:
    folder = tmp_path / "gabung"
    folder.mkdir()
    corpus.save(folder / "lama.parquet")
    corpus.save(folder / "lama2.parquet")
    (folder / "baru.txt").write_text("Kami menjaga suara rakyat dengan jujur.")
    with pytest.warns(RenamedEssays):
        both = kc.load(folder)
    assert len(both) == 2 * len(corpus) + 1
    assert both.essays["essay"].is_unique
    assert set(both.essays["source"]) == set(both.sources["source"])


def test_save_needs_its_suffix_and_leaves_nothing_half_written(
    corpus: kc.Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InvalidArgument, match=r"\.parquet"):
        corpus.save(tmp_path / "a.csv")
    import pyarrow.parquet

    def interrupted(table: object, file: Any, **rest: object) -> None:
        file.write(b"PAR1")
        raise KeyboardInterrupt

    monkeypatch.setattr(pyarrow.parquet, "write_table", interrupted)
    with pytest.raises(KeyboardInterrupt):
        corpus.save(tmp_path / "a.parquet")
    assert not [*tmp_path.iterdir()]


def test_damaged_saved_corpus_is_refused(corpus: kc.Corpus, tmp_path: Path) -> None:
    path = corpus.save(tmp_path / "a.parquet")
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(kc.KpuCorpusError, match="damaged"):
        kc.load(path)


def test_a_column_by_itself_is_that_of_the_table() -> None:
    import pandas as pd

    meta = pd.DataFrame({"essay": ["a", "b"], "tahun": [1, None], "unit": ["Subang", None]})
    corpus = kc.load({"a": "Kami menjaga integritas.", "b": "Kami bersinergi."}, metadata=meta)
    assert corpus.columns == tuple(corpus.essays.columns)
    for name in corpus.columns:
        pd.testing.assert_series_equal(corpus.column(name), corpus.essays[name])


def test_whole_numbers_too_large_for_a_column_of_their_own_stay_as_they_are(
    tmp_path: Path,
) -> None:
    path = tmp_path / "esai.jsonl"
    path.write_text(
        '{"teks": "Kami jujur.", "nomor": 12345678901234567890}\n{"teks": "Kami adil."}'
    )
    assert kc.load(path).essays["nomor"].tolist() == [12345678901234567890, None]


def test_the_reasons_of_a_saved_corpus_read_as_before(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kami jujur.")
    (tmp_path / "b.txt").write_text("Kami jujur. " * 2000)
    corpus = kc.load(tmp_path, limits=kc.Limits(file_bytes=20_000))
    assert "24,000 bytes" in corpus.skipped["reason"].item()
    again = kc.load(corpus.save(tmp_path / "korpus.parquet"))
    assert again.skipped["reason"].tolist() == corpus.skipped["reason"].tolist()
