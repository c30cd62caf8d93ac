"""Grouping essays by a column."""

import warnings
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from tests.answers import INTEGRITY
from tests.terminal import printed

import kpu_corpus as kc
from kpu_corpus.columns.alike import alike
from kpu_corpus.columns.grouping import essays_of, group
from kpu_corpus.corpus.values import NO_VALUE
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning
from kpu_corpus.ground.spellings import in_people_order
from kpu_corpus.reporting.files.terminal import as_text

ESSAYS = pd.DataFrame(
    {"text": ["Satu.", "Dua.", "Tiga."], "unit": ["Subang", None, "Bekasi"], "tahun": [1, 2, 1]}
)


def test_groups_are_sorted_and_the_missing_come_together_last() -> None:
    groups = group(kc.load(ESSAYS), "unit")
    assert groups.labels == ("Bekasi", "Subang", "(tanpa nilai)")
    assert list(groups.row) == [1, 2, 0]


@pytest.mark.parametrize(
    "values",
    [
        ["Angkatan 1", "Angkatan 2", "Angkatan 10"],
        ["Angkatan V", "Angkatan IX", "Angkatan X", "Angkatan XIV", "Angkatan XL"],
        ["Gol. II Angkatan X", "Gol. III Angkatan IX"],
        ["A", "B", "C", "D", "I"],
    ],
)
def test_groups_of_text_come_as_people_number_them(values: list[str]) -> None:
    shuffled = [*values[::-1], values[1]]
    essays = kc.load({f"e{row}": "Kami belajar." for row in range(len(shuffled))})
    corpus = kc.load(essays, metadata=pd.DataFrame({"essay": essays.ids, "asal": shuffled}))
    groups = group(corpus, "asal")
    assert [groups.labels, *groups.row] == [tuple(values), *map(values.index, shuffled)]


def test_essays_keep_their_order() -> None:
    assert group(kc.load({"b": "Satu.", "a": "Dua."}), "essay").labels == ("b", "a")


def test_no_column_is_one_group() -> None:
    assert group(kc.load(ESSAYS), None).labels == ("corpus",)


@pytest.mark.parametrize("by", ["text", "tahn", "start"])
def test_other_columns_are_refused_with_the_nearest(by: str) -> None:
    with pytest.raises(InvalidArgument, match="by="):
        group(kc.load(ESSAYS), by)


@pytest.mark.parametrize("by", [["unit", "author"], 2.5, True])
def test_anything_but_one_name_is_refused_and_told_how_columns_are_added(by: Any) -> None:
    with pytest.raises(InvalidArgument, match=r"expected the name of one column.*metadata=table"):
        kc.themes(kc.load({"a": "Kami hadir."}), by=by)


def test_none_is_neither_taken_nor_offered_where_there_must_be_groups() -> None:
    corpus = kc.load({"a": "Kami hadir.", "b": "Kami datang."})
    for by in (None, "units"):
        with pytest.raises(InvalidArgument) as caught:
            group(corpus, by, whole=False)
        assert "none" not in str(caught.value)


@pytest.mark.parametrize("by", ["tema", "provinsi"])
def test_an_unknown_column_says_where_columns_come_from_and_offers_nothing_far(by: str) -> None:
    with pytest.raises(InvalidArgument, match="--metadata participants") as caught:
        group(kc.load({"a": "Satu."}), by)
    assert "Did you mean" not in str(caught.value)


def test_a_name_that_two_columns_have_in_other_capitals_is_neither() -> None:
    corpus = kc.load(ESSAYS.assign(Kelas=["A", "A", "B"], KELAS=["C", "D", "D"]))
    assert group(corpus, "KELAS").labels == ("C", "D")
    with pytest.raises(InvalidArgument, match="'kelas'"):
        group(corpus, "kelas")


def test_a_column_of_ones_own_called_folder_goes_before_that_of_files() -> None:
    assert group(kc.load(ESSAYS.assign(Folder=["A", "A", "B"])), "FOLDER").labels == ("A", "B")


@pytest.mark.parametrize("name", ["top_folder", "Folder teratas", "top folder"])
def test_the_top_folder_is_the_first_that_not_all_essays_share(tmp_path: Path, name: str) -> None:
    files = ("unduhan/sebelum/Ani/esai", "unduhan/sebelum/Budi/esai", "unduhan/sesudah/Ani_2")
    for file in (*files, "unduhan/sisa"):
        (path := tmp_path / f"{file}.txt").parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Kami hadir di {path.parent.name}.", encoding="utf-8")
    corpus = kc.load(tmp_path)
    assert [*kc.profile(corpus, by=name)["top_folder"]] == ["sebelum", "sesudah", NO_VALUE]
    assert group(corpus, name).row.tolist() == [2, 0, 0, 1]
    with pytest.raises(InvalidArgument, match=r"by='top folder' \(top_folder\): the files"):
        group(kc.load(tmp_path / "unduhan" / "sesudah"), name)


def test_years_are_those_of_the_dates_unless_a_column_is_called_so() -> None:
    dates = ["3 Mei 2019", "2024-12-30/2025-01-02", None, "02/03/2024", "2019"]
    essays = pd.DataFrame({"date": dates, "text": "Kami hadir. Kami jujur."})
    corpus = kc.load(essays)
    for name in ("year", "tahun", "Tahun"):
        assert group(corpus, name).labels == ("2019", "2024", NO_VALUE)
    assert group(corpus, "year").row.tolist() == [0, 1, 2, 1, 0]
    found = kc.themes(corpus, by="year")["year"].drop_duplicates()
    assert (str(found.dtype), found.tolist()) == ("Int64", [2019, 2024, pd.NA])
    assert group(corpus, "Bulan").labels == ("2019-05", "2024-03", "2024-12", NO_VALUE)
    assert group(corpus, "month").row.tolist() == [0, 2, 3, 1, 3]
    for title in ("Tahun", "Year"):
        own = kc.load(essays.assign(**{title: [1, 2, 2, 1, 1]}))
        assert group(own, "tahun").labels == ("1", "2")
    with pytest.raises(InvalidArgument, match="'month': none of these essays has a date") as error:
        group(kc.load(essays[4:]), "bulan")
    assert "misalnya Stempel waktu, ganti judul kolom itu menjadi Tanggal" in error.value.text("id")


def grouped(values: list[Any]) -> tuple[kc.Corpus, pd.DataFrame]:
    meta = pd.DataFrame({"essay": [f"e{n}" for n in range(len(values))], "nilai": values})
    return kc.load(meta.assign(text="Kami menjaga integritas. Pegawai hadir di kantor.")), meta


@pytest.mark.parametrize(
    "values",
    [
        [10, 100, 9],
        [2.5, 10.0, 1.0],
        [10.0, None, 9.0],
        [True, None, False],
        ["Subang", "Bekasi", "Subang"],
    ],
)
def test_groups_keep_the_dtype_and_the_order_of_their_column_and_merge(values: list[Any]) -> None:
    corpus, meta = grouped(values)
    tokens, kind = kc.preprocess(corpus), corpus.essays["nilai"].dtype
    for table in (
        kc.themes(tokens, by="nilai", lexicon=INTEGRITY),
        kc.keywords(tokens, by="nilai"),
        kc.keyness(tokens, by="nilai", min_count=1),
        kc.profile(tokens, by="nilai"),
    ):
        assert table["nilai"].dtype == kind
        distinct = meta["nilai"].drop_duplicates().sort_values(na_position="last")
        pd.testing.assert_series_equal(
            table["nilai"].drop_duplicates().reset_index(drop=True),
            distinct.reset_index(drop=True).convert_dtypes(),
            check_dtype=False,
        )
        assert set(table.merge(meta, on="nilai")["essay"]) == set(meta["essay"])
    pairs = kc.similarity(tokens, by="nilai")
    assert pairs["nilai_a"].dtype == pairs["nilai_b"].dtype == kind
    assert kc.clusters(tokens, by="nilai")["nilai"].dtype == kind


def test_a_column_without_a_value_is_text_as_in_the_tables_by_it() -> None:
    corpus = grouped([None, None, None])[0]
    assert str(corpus.essays["nilai"].dtype) == "str"
    with pytest.warns(kc.errors.KpuCorpusWarning, match="No essay has a value"):
        table = kc.themes(corpus, by="nilai")
    assert str(table["nilai"].dtype) == "str"
    assert set(table["nilai"]) == {"(tanpa nilai)"}


@pytest.mark.parametrize("table", [kc.themes, kc.similarity, kc.clusters])
def test_a_column_without_a_value_is_called_as_tables_call_it(table: Any) -> None:
    corpus = kc.load({"a": "Kami menjaga suara rakyat.", "b": "Rakyat menjaga suara."})
    with pytest.warns(kc.errors.KpuCorpusWarning, match=r"column 'office' \(unit\),") as told:
        table(corpus, by="kantor")
    (warning,) = (one.message for one in told)
    assert isinstance(warning, kc.errors.KpuCorpusWarning)
    assert "di kolom 'satuan kerja' (unit)," in warning.text("id")


@pytest.mark.parametrize("kind", [date.fromisoformat, pd.Timestamp])
def test_days_stay_days(kind: Any) -> None:
    corpus = grouped(["2024-03-01", "2023-03-01", "2023-03-01"])[0]
    days = tuple(
        item._replace(metadata={"nilai": kind(item.metadata["nilai"])}) for item in corpus.items
    )
    table = kc.coverage(replace(corpus, items=days), by="nilai")
    assert table["nilai"].tolist() == [kind("2023-03-01"), kind("2024-03-01")]


def test_a_missing_number_is_missing_and_a_missing_text_has_its_name() -> None:
    assert group(grouped([2.0, None, 1.0])[0], "nilai").labels == ("1", "2", "(tanpa nilai)")
    table = kc.coverage(grouped([2.0, None, 1.0])[0], by="nilai")
    assert table["nilai"].isna().tolist() == [False, False, True]
    table = kc.coverage(grouped(["b", None, "a"])[0], by="nilai")
    assert table["nilai"].tolist() == ["a", "b", "(tanpa nilai)"]


@pytest.mark.filterwarnings("ignore:The 'future.infer_string' option", "ignore:No essay has a val")
def test_text_that_pandas_keeps_as_objects_is_grouped_as_other_text() -> None:
    with pd.option_context("future.infer_string", False):
        table = kc.coverage(grouped(["Angkatan 10", None, "Angkatan 2"])[0], by="nilai")
        nobody = kc.coverage(kc.load({"a": "Kami jujur."}), by="author")
    assert table["nilai"].tolist() == ["Angkatan 2", "Angkatan 10", "(tanpa nilai)"]
    assert nobody["author"].tolist() == ["(tanpa nilai)"]


@pytest.mark.parametrize("other", ["Subang", 7])
def test_a_value_that_is_called_as_the_missing_is_a_group_of_its_own(other: Any) -> None:
    corpus, meta = grouped(["(tanpa nilai)", None, other, "(tanpa nilai)"])
    names = ["(tanpa nilai)", str(other), "((tanpa nilai))"]
    groups = group(corpus, "nilai")
    assert list(groups.labels) == [*in_people_order(names[:2]), names[2]]
    assert [groups.labels[row] for row in groups.row] == [names[0], names[2], names[1], names[0]]
    table = kc.coverage(corpus, by="nilai")
    assert dict(zip(table["nilai"], table["units"], strict=True)) == dict(
        zip(names, (4, 2, 2), strict=True)
    )
    assert set(table.merge(meta, on="nilai").query("nilai == '(tanpa nilai)'")["essay"]) == {
        "e0",
        "e3",
    }


def test_a_value_that_is_called_as_the_missing_needs_no_other_name_where_none_is_missing() -> None:
    assert group(grouped(["(tanpa nilai)", "a"])[0], "nilai").labels == ("(tanpa nilai)", "a")


def test_people_can_tell_the_missing_from_a_value_that_is_called_so() -> None:
    corpus, _ = grouped(["(tanpa nilai)", None])
    rows = printed(as_text(kc.coverage(corpus, by="nilai"), lang="en"))[1]
    assert [row[0] for row in rows] == ["(not stated)", "((not stated))"]


def test_a_column_of_mixed_kinds_is_read_as_text() -> None:
    table = kc.coverage(grouped([10, "x", True, 9.0])[0], by="nilai")
    assert table["nilai"].tolist() == ["9", "10", "True", "x"]


@pytest.mark.parametrize(
    ("values", "side"),
    [
        ([True, True, False, False], True),
        ([True, True, False, False], np.True_),
        ([True, True, False, False], "True"),
        ([2.0, 2.0, None, None], 2),
        (["A", "A", "B", "B"], "Nilai A"),
        ([pd.Timestamp("2024-03-01")] * 2 + [pd.Timestamp("2023-03-01")] * 2, "2024-03-01"),
        ([date(2024, 3, 1)] * 2 + [date(2023, 3, 1)] * 2, pd.Timestamp("2024-03-01")),
        ([pd.Timestamp("2024-03-01")] * 2 + [pd.Timestamp("2023-03-01")] * 2, date(2024, 3, 1)),
        ([pd.Timestamp("2024-03-01 07:00")] * 2 + [None] * 2, pd.Timestamp("2024-03-01 07:00")),
    ],
)
def test_a_side_is_named_by_a_value_of_its_column(values: list[Any], side: Any) -> None:
    said = ["Kami menjaga integritas. "] * 2 + ["Kami bersinergi. "] * 2
    rows = pd.DataFrame({"text": [text * 6 for text in said], "nilai": values})
    tokens = kc.preprocess(kc.load(rows))
    table = kc.compare(tokens, a=side, by="nilai", ngrams=(1, 1)).set_index("term")
    assert table.loc["integritas", ["count_a", "count_b"]].tolist() == [12, 0]
    each = kc.compare(tokens, by="nilai", ngrams=(1, 1))
    assert each["nilai"].dtype == tokens.corpus.essays["nilai"].dtype


def test_small_groups_of_numbers_and_of_missing_values_are_suppressed() -> None:
    corpus, _ = grouped([2023] * 5 + [2024] * 5 + [None] * 4 + [2025])
    table = kc.suppress(kc.themes(corpus, by="nilai"), corpus, by="nilai")
    assert table["nilai"].unique().tolist() == [2023, 2024]


def test_people_read_groups_of_numbers_and_days_as_labels() -> None:
    corpus, _ = grouped([2023.0, None, 2024.0])
    table = kc.themes(corpus, by="nilai")
    chart = kc.charts.heatmap(table, names={2023: "Angkatan pertama"})
    shown = [label.get_text() for label in chart.axes[0].get_yticklabels()]
    assert shown[:2] == ["Angkatan pertama", "nilai 2024"]
    assert "nan" not in shown
    rows = printed(as_text(table))[1]
    assert (rows[0][0], rows[-1][0]) == ("2023", "(tidak disebutkan)")


@pytest.mark.parametrize(
    ("call", "by"),
    [
        (kc.themes, "theme"),
        (kc.themes, "share"),
        (kc.keywords, "term"),
        (kc.keyness, "count"),
        (kc.coverage, "units"),
        (kc.profile, "kami"),
        (kc.clusters, "position"),
        (kc.compare, "term"),
    ],
)
def test_a_group_named_like_a_column_of_the_table_is_refused(call: Any, by: str) -> None:
    corpus = kc.load(pd.DataFrame({"text": ["Kami menjaga integritas. " * 12] * 4, by: [*"xyxy"]}))
    with pytest.raises(InvalidArgument, match=f"the table already has a column {by}.*rename"):
        call(corpus, by=by)


@pytest.mark.parametrize(
    "years", [[2021] * 3 + [2022] * 3 + [None], ["A"] * 3 + ["B"] * 3 + [None]]
)
def test_essays_without_a_value_are_told_to_be_left_out(years: list[object]) -> None:
    rows = pd.DataFrame({"text": ["Kami menjaga integritas. " * 6] * 7, "nilai": years})
    with pytest.warns(KpuCorpusWarning, match=r"in the column 'nilai' \(1\)") as said:
        kc.compare(kc.load(rows), by="nilai", what="themes")
    (told,) = [one.message for one in said if isinstance(one.message, KpuCorpusWarning)]
    assert told.text("id").startswith("1 esai tanpa nilai di kolom 'nilai' tidak ikut")


def offices(*units: str, said: Sequence[str] = ()) -> kc.Corpus:
    """Return a corpus with an essay of each office."""
    texts = said or ["Kami hadir."] * len(units)
    corpus = kc.load({str(place): text for place, text in enumerate(texts)})
    return replace(
        corpus,
        items=tuple(
            item._replace(unit=unit) for item, unit in zip(corpus.items, units, strict=True)
        ),
    )


@pytest.mark.parametrize("by", ["Satuan Kerja", "satuan  kerja", "Office", "kantor", "unit"])
def test_a_column_goes_by_what_reports_call_it(by: str) -> None:
    assert group(offices("KPU Garut", "KPU Subang"), by).by == "unit"


def test_a_column_of_ones_own_goes_before_what_reports_call_another() -> None:
    table = pd.DataFrame({"essay": ["0"], "kantor": ["A"]})
    corpus = kc.load(offices("KPU Garut"), metadata=table)
    assert group(corpus, "kantor").labels == ("A",)


def test_a_column_whose_heading_is_a_number_goes_by_the_number() -> None:
    corpus = kc.load(pd.DataFrame({0: ["Kami hadir.", "Kami datang."], 1: [7, 8]}), text="0")
    for by in (1, np.int64(1), "1"):
        assert group(corpus, by).labels == ("7", "8")  # type: ignore[arg-type]
        assert corpus.column(by).tolist() == [7, 8]  # type: ignore[arg-type]
        hidden = kc.pseudonyms(corpus, secret="rahasia kantor", also=[by])  # type: ignore[list-item]
        assert hidden.column("1").str.startswith("P-").all()
    with pytest.raises(InvalidArgument, match="by='3' is not known"):
        group(corpus, 3)  # type: ignore[arg-type]


def test_an_unknown_column_lists_what_the_others_are_called() -> None:
    with pytest.raises(InvalidArgument, match=r"language, office \(unit\), position") as caught:
        group(offices("KPU Garut"), "satuan kerj")
    assert "penulis (author), satuan kerja (unit), tanggal (date)" in caught.value.text("id")
    assert "Did you mean 'satuan kerja'?" in str(caught.value)


def test_offices_that_differ_in_capitals_alone_are_one_group_by_the_spelling_of_names() -> None:
    corpus = offices("KPU KOTA CIREBON", "KPU Kota Cirebon", "KPU Garut", "KPU KOTA CIREBON")
    with pytest.warns(KpuCorpusWarning, match="'KPU KOTA CIREBON' → 'KPU Kota Cirebon'"):
        groups = group(corpus, "unit")
    assert groups.labels == ("KPU Garut", "KPU Kota Cirebon")
    assert groups.row.tolist() == [1, 1, 0, 1]
    with pytest.warns(KpuCorpusWarning, match="one group"):
        assert group(offices("KPU A", "KPU A", "KPU a"), "unit").labels == ("KPU A",)
    several = ["Kpu Kota Solok", "KPU KOTA SOLOK", "KPU KOTA SOLOK", "kpu kota solok"]
    with pytest.warns(KpuCorpusWarning, match="one group"):
        assert group(offices(*several), "unit").labels == ("KPU KOTA SOLOK",)


def test_an_office_is_one_group_with_its_name_written_out_or_in_short() -> None:
    names = ["KPU Kab. Subang", "KOMISI PEMILIHAN UMUM KABUPATEN SUBANG", "KPU Kota Subang"]
    guards = ["Bawaslu Kab. Subang", "Badan Pengawas Pemilu Kabupaten Subang"]
    corpus = offices(*names, *guards)
    with pytest.warns(KpuCorpusWarning, match=r"'KOMISI PEM.*SUBANG' → 'KPU Kab. Subang'"):
        groups = group(corpus, "unit")
    assert groups.row.tolist() == [1, 1, 2, 0, 0]
    asked, essays = essays_of(corpus, groups, "KPU Kabupaten Subang")
    assert (asked, essays.tolist()) == (["KPU Kab. Subang"], [True, True, False, False, False])


def test_only_names_of_people_and_offices_are_put_together() -> None:
    table = ESSAYS.assign(kelas=["Pagi", "PAGI", "Sore"], author=["Rina Sari", "RINA SARI", "Asep"])
    with pytest.warns(KpuCorpusWarning, match="separate groups"):
        assert group(kc.load(table), "kelas").labels == ("PAGI", "Pagi", "Sore")
    with pytest.warns(KpuCorpusWarning, match="'RINA SARI' → 'Rina Sari'"):
        assert group(kc.load(table), "author").labels == ("Asep", "Rina Sari")


@pytest.mark.parametrize(
    ("column", "values", "labels"),
    [
        ("Angkatan", ["I", "2", "1", "II", "XIV"], ("1", "2", "14")),  # of covers, of folders
        ("angkatan", ["Angkatan 1", "1", "Susulan", "Angkatan IX"], ("1", "9", "Susulan")),
        ("Angkatan", ["II", "I", "III"], ("I", "II", "III")),
        ("golongan", ["III/a", "II/a", "III/b"], ("II/a", "III/a", "III/b")),
        ("golongan", ["III", "Golongan III", "2"], ("2", "3")),
        ("Gol. Ruang", ["IIIa", "III/A", "II c"], ("II/c", "III/a")),
        ("kelas", ["A", "B", "C", "D", "I"], ("A", "B", "C", "D", "I")),
        ("asal", ["I", "1", "II"], ("1", "I", "II")),
        ("Angkatan", pd.Categorical(["II", "2", "I"], ["II", "I", "2"]), ("II", "I", "2")),
    ],
)
@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.KpuCorpusWarning")
def test_a_batch_is_one_group_however_its_number_is_written(
    column: str, values: Any, labels: tuple[str, ...]
) -> None:
    essays = pd.DataFrame({"text": ["Kami belajar."] * len(values), column: values})
    assert group(kc.load(essays), column).labels == labels


def test_numbers_of_batches_put_together_are_told() -> None:
    essays = pd.DataFrame({"text": ["Kami belajar."] * 3, "Angkatan": ["II", "2", "1"]})
    with pytest.warns(KpuCorpusWarning, match="'Angkatan' that differ only in .*: 'II' → '2'"):
        group(kc.load(essays), "Angkatan")


def test_a_column_without_any_value_is_told_with_what_to_do() -> None:
    corpus = kc.load({"a": "Kami bekerja.", "b": "Kami belajar."})
    with pytest.warns(KpuCorpusWarning, match=r"in the column 'office' \(unit\), .*name the table"):
        assert group(corpus, "kantor").labels == ("(tanpa nilai)",)
    offices = pd.Series({"a": "Garut", "b": None}, name="unit")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        group(corpus, "kantor", tell=False)
        group(kc.load(corpus, metadata=offices), "unit")


def test_values_that_look_alike_are_told_only_where_they_group_with_what_to_do() -> None:
    corpus = offices("Dinas Sosial", "Dinas-Sosial")
    assert len(group(corpus, "essay").labels) == 2  # no warning, which would be an error here
    with pytest.warns(KpuCorpusWarning, match=r"separate groups.*spell them alike in the metadata"):
        assert len(group(corpus, "unit").labels) == 2


def test_values_that_differ_in_more_than_how_they_are_written_are_not_alike() -> None:
    said = "A, B, AB, A-, A+, 1, I, 11, 1.1, 1-1, 2024, 2023/2024, 20232024, S1, D3, III/a, III/b, "
    said += "SMA, SMK, SMA/SMK, Kelas A, Kelas AB, Kelas 1A, Kelas 1B, Kelas 11, 5 tahun, Ya, "
    said += "> 5 tahun, < 5 tahun, Tidak, Magelang, Kota Magelang, Kabupaten Magelang, Aceh, "
    said += "Aceh Besar, Papua Barat, Papua Barat Daya, 2024-01-01, 2024-01-11, Agus, Agus Salim"
    assert alike(said.split(", ")) == []
    assert alike(["Laki-laki", "Laki - laki", "laki-laki"]) != []


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("KPU Kab. Garut", "KPU Kabupaten Garut"),
        ("KPU KAB GARUT", "KPU Kabupaten Garut"),
        ("KPU Kab.Garut", "KPU Kabupaten Garut"),
        ("KPU Prov. Bali", "KPU Provinsi Bali"),
        ("PPK Kec. Cibiru", "PPK Kecamatan Cibiru"),
    ],
)
def test_a_shortened_office_is_the_whole_one(short: str, whole: str) -> None:
    with pytest.warns(KpuCorpusWarning, match="one group"):
        labels = group(offices(short, whole, "KPU Kota Garut"), "unit").labels
    assert len(labels) == 2


def test_a_report_offers_no_column_that_it_does_not_take(tmp_path: Path) -> None:
    for by in ("third", "unti"):
        with pytest.raises(InvalidArgument) as caught:
            kc.report(offices("KPU Garut"), tmp_path / "a.html", by=by)
        assert "third," not in str(caught.value)


@pytest.mark.parametrize(("by", "told"), [("angkatan", []), ("kantor", [True])])
def test_a_report_warns_only_of_the_column_that_it_is_by_and_by_one_name(
    tmp_path: Path, recwarn: pytest.WarningsRecorder, by: str, told: list[bool]
) -> None:
    units = ["KPU KOTA BOGOR", "KPU Kota Bogor", *["KPU Garut"] * 2]
    years = pd.DataFrame({"essay": [*"0123"], "angkatan": [*"AABB"]})
    corpus = kc.load(offices(*units), metadata=years)
    with warnings.catch_warnings():
        warnings.simplefilter("always", KpuCorpusWarning)
        kc.report(corpus, tmp_path / "a.html", by=by)
    said = {str(one.message) for one in recwarn if "BOGOR" in str(one.message)}
    assert ["column 'office' (unit)" in one for one in said] == told


def test_groups_are_made_once_and_what_is_to_be_told_of_them_every_time() -> None:
    rows = pd.DataFrame({"text": ["Kami jujur."] * 2, "unit": ["KPU Garut", "KPU GARUT"]})
    corpus = kc.load(rows)
    found = []
    for _ in range(2):
        with pytest.warns(KpuCorpusWarning, match="'KPU GARUT'"):
            found.append(group(corpus, "unit"))
    assert found[0] is found[1]
    assert group(corpus.select([False, True]), "unit").labels == ("KPU GARUT",)
