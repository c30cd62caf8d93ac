"""Columns of people's own tables that are called as those of the corpus: nobody's are lost."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.answers import INTEGRITY
from tests.conftest import examples

import kpu_corpus as kc
from kpu_corpus.corpus.tables import ESSAYS
from kpu_corpus.errors import InvalidArgument, UnreadableSource
from kpu_corpus.reporting.files.tables import write_table
from kpu_corpus.reporting.files.terminal import as_text

GOOD = "  Kami menjaga suara rakyat dengan jujur.\n"


def test_columns_of_the_corpus_win_and_a_persons_own_get_an_underscore() -> None:
    own = {"text": "X", "start": 0, "end": 1, "words": "banyak", "language": "Sunda"}
    table = pd.DataFrame({"essay": ["a"], **own, "language_": ["B"]})
    (row,) = kc.load({"a": GOOD}, metadata=table).essays.to_dict("records")
    assert (row["text"], row["start"], row["words"], row["language"]) == (GOOD.strip(), 2, 6, "und")
    assert (row["text_"], row["start_"], row["words_"]) == ("X", 0, "banyak")
    assert (row["language_"], row["language__"]) == ("B", "Sunda")


@pytest.mark.parametrize("name", ["source", "position", "start", "words", "confidence"])
def test_a_table_of_texts_keeps_its_column_under_another_name(name: str) -> None:
    corpus = kc.load(pd.DataFrame({"teks": [GOOD], name: ["punya saya"]}))
    assert list(corpus.essays.columns) == [*ESSAYS, f"{name}_"]
    assert list(corpus.essays[f"{name}_"]) == ["punya saya"]
    assert corpus.essays[name].dtype == ESSAYS[name]


@pytest.mark.parametrize("way", ["table", "csv"])
def test_the_table_of_a_corpus_loads_as_a_corpus_whose_offsets_fit(
    tmp_path: Path, way: str
) -> None:
    table = kc.load("corpus/").essays.assign(kelas="A")
    path = tmp_path / "esai.csv"
    table.to_csv(path, index=False)
    corpus = kc.load(table if way == "table" else path)
    assert list(corpus.essays.columns) == [*ESSAYS, "kelas"]
    columns = ["essay", "title", "author", "unit", "date", "text", "words"]
    pd.testing.assert_frame_equal(corpus.essays[columns], table[columns])
    for row in corpus.essays.itertuples():
        assert corpus.source_of(row.essay).text[row.start : row.end] == row.text


YEARS = [2021, 2021, "2022 ", 2022, None]
FIVE = {f"e{n}": f"Kami menjaga integritas ke-{n}. " * 6 for n in range(5)}


def years(folder: Path, kind: str) -> pd.DataFrame | Path:
    table = pd.DataFrame({"essay": list(FIVE), "tahun": YEARS})
    file = written(table, folder, kind)
    return file or table.assign(tahun=pd.to_numeric(table["tahun"]).astype(kind))


def written(table: pd.DataFrame, folder: Path, kind: str) -> Path | None:
    """Write a table as a file, None for what is no kind of file."""
    path = folder / f"tabel.{kind}"
    if kind == "xlsx":
        table.to_excel(path, index=False)
    elif kind == "csv":
        table.to_csv(path, index=False)
    elif kind == "jsonl":
        table.to_json(path, orient="records", lines=True)
    elif kind == "parquet":
        table.to_parquet(path)
    return path if path.exists() else None


@pytest.mark.parametrize("kind", ["xlsx", "csv", "jsonl", "object", "Int64", "float64"])
def test_years_with_a_blank_are_whole_numbers_whatever_they_come_from(
    tmp_path: Path, kind: str
) -> None:
    pytest.importorskip("openpyxl")
    corpus = kc.load(FIVE, metadata=years(tmp_path, kind))
    for own in (corpus, kc.load(corpus.save(tmp_path / "esai.parquet"))):
        column = own.essays["tahun"]
        assert str(column.dtype) == "Int64"
        assert column.dropna().tolist() == [2021, 2021, 2022, 2022]
        found = kc.themes(own, by="tahun", lexicon=INTEGRITY)["tahun"]
        assert str(found.dtype) == "Int64"
        assert found.drop_duplicates().isna().tolist() == [False, False, True]


@pytest.mark.parametrize("kind", ["csv", "DataFrame", "parquet"])
def test_years_beside_a_blank_are_whole_numbers_also_without_the_essay_of_the_blank(
    tmp_path: Path, kind: str
) -> None:
    table = pd.DataFrame(
        {"essay": [*FIVE, "tanpa"], "tahun": [2021.0, 2022, 2022, 2021, 2021, None]}
    )
    path = written(table, tmp_path, kind)
    with pytest.warns(kc.errors.UnmatchedMetadata):
        column = kc.load(FIVE, metadata=table if path is None else path).essays["tahun"]
    assert (str(column.dtype), column.tolist()) == ("int64", [2021, 2022, 2022, 2021, 2021])


def test_a_table_of_arrow_is_read_as_that_of_pandas() -> None:
    arrow = pytest.importorskip("pyarrow")
    rows = pd.DataFrame({"id": ["a", "b"], "teks": [GOOD, GOOD], "kelas": ["x", None]})
    given: Any = arrow.Table.from_pandas(rows)
    pd.testing.assert_frame_equal(kc.load(given).essays, kc.load(rows).essays)
    joined = kc.load({"a": GOOD, "b": GOOD}, metadata=given.select(["id", "kelas"]))
    assert joined.essays["kelas"].fillna("").tolist() == ["x", ""]


def test_periods_and_intervals_of_parquet_are_the_texts_of_pandas(tmp_path: Path) -> None:
    month = pd.PeriodIndex(["2024-02", "2023-12", None], freq="M")
    age = pd.arrays.IntervalArray.from_breaks([20, 30, 40, 60])
    rows = pd.DataFrame({"id": [*"abc"], "teks": GOOD, "bulan": month, "usia": age})
    rows.to_parquet(tmp_path / "esai.parquet")
    essays = kc.load(tmp_path / "esai.parquet").essays
    assert essays["usia"].tolist() == ["(20, 30]", "(30, 40]", "(40, 60]"]
    assert essays["bulan"].equals(kc.load(rows).essays["bulan"])


def test_labels_of_rows_are_the_ids_in_parquet_as_in_a_dataframe(tmp_path: Path) -> None:
    rows = pd.DataFrame({"teks": [GOOD, f"{GOOD} Ya."]}, index=["rina", "budi"])
    rows.to_parquet(tmp_path / "esai.parquet")
    corpus = kc.load(tmp_path / "esai.parquet")
    assert corpus.ids == kc.load(rows).ids == ("rina", "budi")
    assert corpus.columns == kc.load(rows).columns
    levels = rows.set_index(pd.MultiIndex.from_tuples([("a", 1), ("a", 2)]))
    levels.to_parquet(tmp_path / "dua.parquet")
    assert kc.load(tmp_path / "dua.parquet").ids == ("dua-1", "dua-2")
    out = kc.stream(tmp_path / "esai.parquet", tmp_path / "hasil")
    assert [*pd.read_parquet(out / "themes.parquet")["essay"].unique()] == ["rina", "budi"]


@pytest.mark.filterwarnings("ignore:Essays without a value")
@pytest.mark.parametrize("way", ["metadata", "rows", "saved"])
def test_true_and_false_with_a_blank_are_a_mask_as_pandas_has_it(tmp_path: Path, way: str) -> None:
    table = pd.DataFrame({"essay": list(FIVE), "lulus": [True, False, None, True, False]})
    rows = table.assign(text=list(FIVE.values()))
    corpus = kc.load(rows) if way == "rows" else kc.load(FIVE, metadata=table)
    if way == "saved":
        corpus = kc.load(corpus.save(tmp_path / "esai.parquet"))
    column = corpus.essays["lulus"]
    assert str(column.dtype) == "boolean"
    assert (~column).fillna(False).tolist() == [False, True, False, False, True]
    ids = list(FIVE)
    assert corpus.select(column).essays["essay"].tolist() == [ids[0], ids[3]]
    found = kc.themes(corpus, by="lulus", lexicon=INTEGRITY)["lulus"]
    assert str(found.dtype) == "boolean"
    assert found.drop_duplicates().isna().tolist() == [False, False, True]
    both, same = (
        kc.compare(corpus, by="lulus", what="themes", lexicon=INTEGRITY, **sides)
        for sides in ({"a": True, "b": None}, {"a": "True"})
    )
    assert both.equals(same)


@pytest.mark.parametrize("kind", ["xlsx", "csv", "TRUE", "jsonl", "parquet"])
def test_true_and_false_do_not_depend_on_the_file(tmp_path: Path, kind: str) -> None:
    pytest.importorskip("openpyxl")
    table = pd.DataFrame({"essay": list(FIVE), "lulus": [True, False, None, True, False]})
    path = written(table, tmp_path, "csv" if kind == "TRUE" else kind)
    if kind == "TRUE":  # as a workbook writes it
        path.write_text(path.read_text().replace("True", "TRUE").replace("False", "FALSE"))
    column = kc.load(FIVE, metadata=path).essays["lulus"]
    assert str(column.dtype) == "boolean"
    assert column.dropna().tolist() == [True, False, True, False]


@pytest.mark.parametrize(
    ("values", "by"),
    [([1, 2, None, 2, 1], "angkatan"), ([True, False, None, False, True], "Angkatan")],
)
def test_tables_name_the_essays_without_a_value_however_the_column_was_asked_for(
    tmp_path: Path, values: list[Any], by: str
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    corpus = kc.load(FIVE, metadata=pd.DataFrame({"essay": list(FIVE), "Angkatan": values}))
    for table in (kc.themes(corpus, by=by), kc.profile(corpus, by=by)):
        assert "(tidak disebutkan)" in as_text(table)
        write_table(table, tmp_path / "tabel.xlsx", "themes", corpus=corpus)
        sheet = openpyxl.load_workbook(tmp_path / "tabel.xlsx").worksheets[0]
        assert "(tidak disebutkan)" in [row[0] for row in sheet.iter_rows(values_only=True)]
    assert "(tidak disebutkan)" in as_text(kc.similarity(corpus, by=by))


def test_a_workbook_has_the_groups_of_its_essays_beside_them(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    about = {"Angkatan": [1, 2, None, 2, 1], "Telepon": [*"12345"]}
    corpus = kc.load(FIVE, metadata=pd.DataFrame({"essay": list(FIVE), **about}))
    write_table(kc.evidence(corpus), tmp_path / "bukti.xlsx", "evidence", corpus=corpus)
    head, *rows = openpyxl.load_workbook(tmp_path / "bukti.xlsx").active.values
    assert head[:3] == ("Esai", "Angkatan", "Tema")
    assert {row[0]: row[1] for row in rows}.items() <= dict(
        zip(FIVE, about["Angkatan"], strict=True)
    ).items()


def test_true_among_other_words_stays_text(tmp_path: Path) -> None:
    table = pd.DataFrame({"essay": list(FIVE), "catatan": ["True", "False", "ya", "", "True"]})
    table.to_csv(tmp_path / "tabel.csv", index=False)
    column = kc.load(FIVE, metadata=tmp_path / "tabel.csv").essays["catatan"]
    assert column.dropna().tolist() == ["True", "False", "ya", "True"]


def test_bytes_of_a_parquet_file_are_read_as_text() -> None:
    table = pd.DataFrame({"teks": [GOOD, GOOD], "kantor": [b"KPU  Tegal", b"Kota \xff"]})
    essays = kc.load(table.assign(id=[b"a", b"b"])).essays
    assert essays["kantor"].tolist() == ["KPU Tegal", "Kota \ufffd"]
    assert essays["essay"].tolist() == ["a", "b"]


def test_a_column_of_codes_or_of_words_among_numbers_is_text() -> None:
    table = pd.DataFrame({"essay": list(FIVE), "kode": ["007", 8, 9, 10, 11]})
    table["catatan"] = [1, 2, "tidak ada", 4, 5]
    table["teks_angka"] = ["1", "2", "3", "4", "5"]
    essays = kc.load(FIVE, metadata=table).essays
    assert essays["kode"].tolist() == ["007", "8", "9", "10", "11"]
    assert essays["catatan"].tolist() == ["1", "2", "tidak ada", "4", "5"]
    assert essays["teks_angka"].tolist() == ["1", "2", "3", "4", "5"]


MIXED = [1, "dua", 3.5, None, True]


@pytest.mark.parametrize("kind", ["xlsx", "csv", "jsonl", "DataFrame", "saved"])
def test_a_column_of_mixed_kinds_is_the_same_text_whatever_it_comes_from(
    tmp_path: Path, kind: str
) -> None:
    pytest.importorskip("openpyxl")
    table = pd.DataFrame({"essay": list(FIVE), "nilai": pd.Series(MIXED, dtype=object)})
    file = written(table, tmp_path, kind)
    corpus = kc.load(FIVE, metadata=table if file is None else file)
    if kind == "saved":
        corpus = kc.load(corpus.save(tmp_path / "esai.parquet"))
    essays = corpus.essays
    assert str(essays["nilai"].dtype) == "str"
    assert essays["nilai"].dropna().tolist() == ["1", "dua", "3.5", "True"]
    essays.to_parquet(tmp_path / "tabel.parquet")
    found = kc.coverage(corpus, by="nilai").merge(essays, on="nilai")
    assert found["essay"].tolist() == ["e0", "e2", "e1", "e4"]


def test_a_column_of_mixed_kinds_stays_text_where_essays_of_one_kind_are_selected() -> None:
    table = pd.DataFrame({"essay": list(FIVE), "nilai": pd.Series(MIXED, dtype=object)})
    one = kc.load(FIVE, metadata=table).select(["e0"])
    assert one.essays["nilai"].tolist() == ["1"]
    other = kc.load(one, metadata=pd.DataFrame({"essay": ["e0"], "nilai": [1]}))
    assert other.essays["nilai"].tolist() == [1]


CELLS = (
    st.integers(-(10**6), 10**6),
    st.sampled_from([0.5, 2021.0, -0.125, 1 / 3]),
    st.booleans(),
    st.dates(),
    st.sampled_from(["1", "007", "2021", "nan", "(tanpa nilai)", "1,5", "2024-01-02", "a", "A "]),
)
COLUMNS = st.one_of(
    *(st.lists(st.none() | cells, min_size=1, max_size=5) for cells in (*CELLS, st.one_of(*CELLS)))
)


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.KpuCorpusWarning")
@examples(8)  # each writes and reads files
@given(COLUMNS)
def test_any_column_fits_the_tables_by_it_and_comes_back_from_files(cells: list[Any]) -> None:
    rows = {"id": list(FIVE)[: len(cells)], "teks": GOOD, "nilai": pd.Series(cells, dtype=object)}
    corpus = kc.load(pd.DataFrame({**rows, "lain": 1}))
    essays = corpus.essays
    if "nilai" not in essays:
        assert all(cell is None for cell in cells)
        return
    kind = str(essays["nilai"].dtype)
    assert kind in {"str", "int64", "Int64", "float64", "bool", "boolean"}
    table = kc.coverage(corpus, by="nilai")
    assert str(table["nilai"].dtype) == kind
    told = essays.dropna(subset="nilai")
    assert sorted(table.merge(told, on="nilai")["essay"]) == told["essay"].tolist()
    with tempfile.TemporaryDirectory() as folder:
        essays.to_parquet(f"{folder}/tabel.parquet")
        saved = corpus.save(f"{folder}/esai.parquet")
        for again in (kc.load(saved), kc.load(essays), kc.load(f"{folder}/tabel.parquet")):
            pd.testing.assert_series_equal(again.essays["nilai"], essays["nilai"])
    for essay, value in zip(told["essay"], told["nilai"], strict=True):
        assert corpus.select(essay).essays["nilai"].tolist() == [value]


@pytest.mark.parametrize("way", ["metadata", "rows", "saved", "metadata.parquet", "rows.parquet"])
def test_categories_keep_their_order(tmp_path: Path, way: str) -> None:
    levels = pd.CategoricalDtype(["rendah", "sedang ", "tinggi", "lain"], ordered=True)
    values = ["tinggi", "rendah", "sedang ", None, "rendah"]
    table = pd.DataFrame({"essay": list(FIVE), "tingkat": pd.Series(values, dtype=levels)})
    rows = table.assign(text=list(FIVE.values()))
    given: Any = rows if way.startswith("rows") else table
    if way.endswith(".parquet"):
        given.to_parquet(tmp_path / way)
        given = tmp_path / way
    corpus = kc.load(given) if way.startswith("rows") else kc.load(FIVE, metadata=given)
    if way == "saved":
        corpus = kc.load(corpus.save(tmp_path / "esai.parquet"))
    column = corpus.essays["tingkat"]
    assert column.cat.ordered
    assert column.cat.categories.tolist() == ["rendah", "sedang", "tinggi", "lain"]
    assert (column >= "sedang").tolist() == [True, False, True, False, False]
    found = kc.themes(corpus, by="tingkat")["tingkat"]
    assert found.drop_duplicates().tolist()[:3] == ["rendah", "sedang", "tinggi"]
    assert found.dtype == column.dtype
    other = kc.pseudonyms(corpus, also=["tingkat"], secret="x" * 16).essays["tingkat"]
    assert other.notna().sum() == 4


def test_a_level_of_categories_keeps_their_order() -> None:
    level = pd.Categorical(["rendah", "tinggi"], ["tinggi", "rendah"])
    table = pd.DataFrame({"tingkat": level, "no": [1, 2], "teks": ["Kami jujur.", "Kami adil."]})
    column = kc.load(table.set_index(["tingkat", "no"])).essays["tingkat"]
    assert column.cat.categories.tolist() == ["tinggi", "rendah"]
    assert kc.load(table.set_index("tingkat")).ids == ("rendah", "tinggi")


def test_a_column_of_categories_that_gets_another_name_keeps_them() -> None:
    table = pd.DataFrame({"teks": [GOOD, GOOD], "source": pd.Categorical(["b", "a"], ["b", "a"])})
    column = kc.load(table).essays["source_"]
    assert column.cat.categories.tolist() == ["b", "a"]


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.KpuCorpusWarning")
def test_a_value_that_is_no_category_is_not_lost() -> None:
    texts = {"a": GOOD, "b": GOOD}
    classes = pd.DataFrame({"essay": ["a", "b"], "kelas": pd.Categorical(["pagi", "sore"])})
    later = pd.DataFrame({"essay": ["a"], "kelas": ["malam"]})
    corpus = kc.load(kc.load(texts, metadata=classes), metadata=later)
    assert corpus.essays["kelas"].tolist() == ["malam", "sore"]


@pytest.mark.parametrize(
    ("column", "other"),
    [({"name": "Garut"}, "Nama Peserta"), ({"Peserta": "12"}, "name"), ({"name": "1.docx"}, "")],
)
def test_a_column_called_name_is_the_author_where_no_other_one_is_and_it_has_no_files(
    column: dict[str, str], other: str
) -> None:
    named = {other: "Rina Marlina"} if other else {}
    (item,) = kc.load(pd.DataFrame([column | named | {"teks": GOOD}])).items
    assert (item.author, item.metadata) == (named.get(other), column)


@pytest.mark.parametrize(
    "unit", ["Asal Satuan Kerja (KPU Provinsi/Kabupaten/Kota)", "Nama Instansi"]
)
@pytest.mark.parametrize(
    "author", ["Name", "participant_name", "1. Nama Lengkap (beserta gelar) *"]
)
def test_columns_of_forms_fill_author_and_unit(unit: str, author: str) -> None:
    table = pd.DataFrame({author: ["Rina Marlina"], unit: ["KPU Kota Tegal"], "teks": [GOOD]})
    (item,) = kc.load(table).items
    assert (item.author, item.unit) == ("Rina Marlina", "KPU Kota Tegal")


def test_several_questions_for_a_text_are_not_chosen_from_in_silence() -> None:
    table = pd.DataFrame({"1. Jawaban": [GOOD], "2. Jawaban": [GOOD * 2]})
    with pytest.raises(InvalidArgument, match=r"'1\. Jawaban', '2\. Jawaban'"):
        kc.load(table)
    corpus = kc.load(table, text="2. Jawaban")
    assert len(corpus.text(corpus.items[0]).split()) == 12


ANSWERS = pd.DataFrame(
    {
        "Nama": ["Rina", "Budi", "Citra", "Dewi"],
        "1. Apa arti integritas?": ["Kami jujur setiap hari di kantor. " * 5, None, "-", "Jujur."],
        "Skor": [7, 8, 9, 9],
        "2. Apa rencana Anda?": [GOOD * 2, "Kami belajar lagi untuk pemilu berikutnya.", "", GOOD],
    }
)


@pytest.mark.parametrize("kind", ["xlsx", "csv", "jsonl", "parquet", "DataFrame"])
def test_several_columns_make_one_text_in_the_order_named(tmp_path: Path, kind: str) -> None:
    path = written(ANSWERS, tmp_path, kind)
    corpus = kc.load(ANSWERS if path is None else path, text=["rencana anda", "Arti Integritas"])
    integrity, plan = ANSWERS.iloc[:, 1], ANSWERS.iloc[:, 3]
    expected = [f"{plan[0]}\n\n{integrity[0]}", plan[1], f"{plan[3]}\n\n{integrity[3]}"]
    assert [source.text for source in corpus.documents] == expected
    assert [*corpus.essays.columns] == [*ESSAYS, "Skor"]
    assert corpus.essays["author"].tolist() == ["Rina", "Budi", "Dewi"]
    assert corpus.skipped["reason"].tolist() == ["this row (Citra) has no text"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (["rencana", "Skr"], r"text='Skr' is not known; .*Did you mean 'Skor'\?"),
        (
            ["rencana", "2. apa rencana anda?"],
            r"text='rencana', '2\. apa .*' names the column '2\. Apa .*' more than once",
        ),
        ([], r"text=\[\] names no column"),
        ("", "text='' names no column"),
        (["rencana", " "], "text=' ' names no column"),
        (b"rencana", "expected a string or a list of strings"),
        ({"rencana", "integritas"}, "expected a string or a list of strings"),  # in no order
        ({"rencana": "integritas"}, "expected a string or a list of strings"),
    ],
)
@pytest.mark.parametrize("kind", ["csv", "DataFrame"])
def test_columns_that_do_not_make_a_text_are_named(
    tmp_path: Path, kind: str, text: Any, told: str
) -> None:
    path = written(ANSWERS, tmp_path, kind)
    with pytest.raises((InvalidArgument, UnreadableSource), match=told):
        kc.load(ANSWERS if path is None else path, text=text)


def test_a_number_among_the_answers_is_no_text() -> None:
    corpus = kc.load(ANSWERS.assign(Skor=[None, 8, None, None]), text=["rencana", "Skor"])
    assert corpus.essays["author"].tolist() == ["Rina", "Dewi"]
    assert corpus.skipped["reason"].tolist() == [
        "its text cell holds 8 (int), which is not text",
        "this row (Citra) has no text",
    ]


def test_a_part_of_a_question_names_the_column_of_its_answers() -> None:
    essay = "Kami mencatat kehadiran dengan jujur setiap pagi di kantor. " * 5
    first, second = "1. Apa arti integritas?", "2. Apa rencana Anda?"
    table = pd.DataFrame({first: [essay], second: [essay + GOOD], "Rencana cuti": ["Mei"]})
    assert [*kc.load(table, text="rencana").texts] == [essay + GOOD]
    with pytest.raises(
        InvalidArgument, match=rf"'apa' is in .*: '{first[:-1]}\?', '{second[:-1]}\?';"
    ):
        kc.load(table, text="apa")


def test_a_part_of_a_question_names_the_column_of_short_answers_but_not_one_of_offices() -> None:
    answer = "Saya ingin bekerja dengan baik dan melayani pemilih."
    table = pd.DataFrame({"Divisi": ["Teknis"], "Sebelum: apa arti bekerja di KPU?": [answer]})
    assert [*kc.load(table, text="arti bekerja").texts] == [answer]
    with pytest.raises(InvalidArgument, match="text='isi' is not known"):
        kc.load(table, text="isi")


def test_whole_words_of_a_question_name_the_column_of_answers_of_a_few_words() -> None:
    table = pd.DataFrame({"Tuliskan motto Anda": ["Jujur selalu."], "Judul Esai": ["Suara"]})
    assert [*kc.load(table, text="motto").texts] == ["Jujur selalu."]
    for cell in ("https://contoh.id/berkas/3", "A-17", "2 Juni 2025"):
        with pytest.raises(InvalidArgument, match="text='esai' is not known"):
            kc.load(pd.DataFrame({"Nama": ["Rina"], "Unggah esai": [cell]}), text="esai")
    for part in ("mot", "esai"):
        with pytest.raises(InvalidArgument, match=f"text='{part}' is not known"):
            kc.load(table, text=part)


def test_a_column_with_titles_on_several_levels_is_called_by_all_that_are_not_blank() -> None:
    titles = [
        ("Peserta", "Nama"),
        ("teks", ""),
        ("Nilai", "Unnamed: 2_level_1"),
        ("Nilai", "akhir"),
    ]
    table = pd.DataFrame([["Rina", GOOD, 8, 9]], columns=pd.MultiIndex.from_tuples(titles))
    corpus = kc.load(table)
    assert (corpus.items[0].author, *corpus.texts) == ("Rina", GOOD)
    assert [*corpus.essays.columns] == [*ESSAYS, "Nilai", "Nilai.akhir"]
    table.columns = pd.MultiIndex.from_tuples(
        [("id", ""), ("teks", None), ("Nilai", "a"), titles[3]]
    )
    corpus = kc.load(table.set_index([("id", "")]))
    assert (corpus.ids, [*corpus.essays.columns][-2:]) == (("Rina",), ["Nilai.a", "Nilai.akhir"])


@pytest.mark.parametrize("link", ["Esai (unggah berkas)", "2. Esai"])
def test_a_link_to_the_file_beside_the_text_is_no_second_text(link: str) -> None:
    essay = "Kami mencatat kehadiran dengan jujur setiap pagi di kantor. " * 5
    rows = pd.DataFrame({link: ["https://contoh.id/esai.docx"], "Tuliskan esai Anda": [essay]})
    assert kc.load(rows).essays["text"].tolist() == [essay.strip()]


def test_a_form_in_a_text_and_a_table_beside_it_have_one_column(tmp_path: Path) -> None:
    (tmp_path / "ani.txt").write_text(f"Nama: Ani Lestari\nAngkatan: XI\n\n{GOOD * 3}", "utf-8")
    table = pd.DataFrame({"Angkatan": ["XII"], "Kelas": pd.Categorical(["A"]), "teks": [GOOD]})
    table.to_csv(tmp_path / "formulir.csv", index=False)
    table.rename(columns={"Kelas": "KELAS"}).to_csv(tmp_path / "lain.csv", index=False)
    essays = kc.load(tmp_path).essays
    assert [name for name in essays.columns if name not in ESSAYS] == ["Angkatan", "Kelas"]
    assert list(essays["Angkatan"]) == ["XI", "XII", "XII"]


def test_columns_of_one_table_that_differ_in_capitals_stay_two() -> None:
    both = kc.load(pd.DataFrame({"teks": [GOOD], "kelas": ["a"], "Kelas": ["b"]})).essays
    assert (both["kelas"][0], both["Kelas"][0]) == ("a", "b")


def test_columns_of_a_saved_corpus_that_differ_in_capitals_stay_two(tmp_path: Path) -> None:
    corpus = kc.load({"x": GOOD, "y": GOOD})
    told: list[dict[str, Any]] = [{"kelas": "a"}, {"Kelas": "b"}]
    pairs = zip(corpus.items, told, strict=True)
    apart = replace(corpus, items=tuple(item._replace(metadata=one) for item, one in pairs))
    again = kc.load(apart.save(tmp_path / "c.parquet"))
    pd.testing.assert_frame_equal(again.essays, apart.essays)


@pytest.mark.parametrize(
    "names",
    [
        ("First name", "Last name"),
        ("Nama depan", "Nama belakang"),
        ("Nama depan", "Nama keluarga"),
    ],
)
def test_a_name_in_two_columns_is_the_authors(names: tuple[str, str]) -> None:
    first, last = names
    people = {last: ["Lestari", None, None], first: ["Ani", "Budi", None]}
    essays = kc.load(pd.DataFrame({**people, "teks": [GOOD] * 3})).essays
    assert essays["author"].fillna("").tolist() == ["Ani Lestari", "Budi", ""]
    assert list(essays.columns) == list(ESSAYS)
    named = kc.load(pd.DataFrame({**people, "Nama": ["X", "Y", "Z"], "teks": [GOOD] * 3})).essays
    assert named["author"].tolist() == ["X", "Y", "Z"]


def test_of_two_last_names_the_first_way_to_call_it_counts() -> None:
    names = {"Nama depan": ["Ani"], "Nama belakang": ["Lestari"], "Nama keluarga": ["Siregar"]}
    essays = kc.load(pd.DataFrame({**names, "teks": [GOOD]})).essays
    assert essays["author"].tolist() == ["Ani Lestari"]


def test_a_table_of_participants_may_have_the_names_in_two_columns(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Oleh: Ani Lestari\n\n{GOOD * 3}", encoding="utf-8")
    rows = {"Surname": ["Lestari"], "First name": ["Ani"], "Kelas": ["B"]}
    corpus = kc.load(tmp_path, metadata=pd.DataFrame(rows))
    assert (corpus.joined, corpus.by_author) == ("First name / Surname", 1)
    assert corpus.essays["Kelas"].tolist() == ["B"]


@pytest.mark.parametrize("kind", ["jsonl", "parquet", "DataFrame"])
def test_a_list_of_words_in_a_column_is_one_value_as_people_read_it(
    tmp_path: Path, kind: str
) -> None:
    table = pd.DataFrame({"teks": [GOOD] * 3, "topik": [["jujur", "adil"], ["jujur"], []]})
    path = written(table, tmp_path, kind)
    topics = kc.load(table if path is None else path).essays["topik"]
    assert [None if pd.isna(topic) else topic for topic in topics] == ["jujur; adil", "jujur", None]


def test_an_array_of_one_value_and_a_set_are_values_as_well() -> None:
    cells = [np.array(5), {"jujur", "adil", "mandiri", "tertib"}, (), np.array(["a", "b"])]
    topics = kc.load(pd.DataFrame({"teks": [GOOD] * 4, "topik": cells})).essays["topik"]
    told = [None if pd.isna(topic) else topic for topic in topics]
    assert told == ["5", "adil; jujur; mandiri; tertib", None, "a; b"]
