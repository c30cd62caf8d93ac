"""Tables of participants as people make them: titles, white space, slips, wrong files."""

from __future__ import annotations

import unicodedata
import warnings
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.conftest import PAGE
from tests.essays import new_docx

import kpu_corpus as kc
from kpu_corpus.cli import run
from kpu_corpus.columns.grouping import group
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning, SourceNotFound, UnmatchedMetadata
from kpu_corpus.reporting.files.tables import write_table

openpyxl = pytest.importorskip("openpyxl")
pytestmark = pytest.mark.filterwarnings("ignore::kpu_corpus.errors.UnmatchedMetadata")
GOOD = "Kami menjaga suara rakyat dengan jujur."


@pytest.fixture
def essays(tmp_path: Path) -> Path:
    folder = tmp_path / "esai"
    folder.mkdir()
    for name in ("ani", "budi", "Dede Kurniya"):
        (folder / f"{name}.txt").write_text(GOOD, encoding="utf-8")
    return folder


def table(folder: Path, *rows: tuple[Any, ...]) -> Path:
    path = folder.parent / "peserta.xlsx"
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


HEAD = ("Nama Berkas", "Unit Kerja", "Angkatan")
ROWS = (("ani.txt", "Garut", 1), ("budi.txt", "Subang", 2), ("Dede Kurniya.txt", "Garut", 2))


def test_a_column_goes_by_its_title_in_any_capitals_also_where_it_became_a_field(
    essays: Path,
) -> None:
    tokens = kc.preprocess(kc.load(essays, metadata=table(essays, HEAD, *ROWS)))
    for by in ("Unit Kerja", "unit kerja", "UNIT\u00a0 KERJA ", "unit", "satker"):
        assert group(tokens.corpus, by).by == "unit"
    for by in ("Angkatan", "angkatan", "ANGKATAN "):
        assert group(tokens.corpus, by).by == "Angkatan"
    for call in (kc.themes, kc.keywords, kc.profile):
        assert set(call(tokens, by="angkatan")["Angkatan"]) == {1, 2}
    assert [*kc.themes(tokens, by="unit kerja")["unit"].unique()] == ["Garut", "Subang"]
    assert "Angkatan_a" in kc.similarity(tokens, by="angkatan").columns


def test_of_two_columns_that_differ_in_capitals_only_each_needs_its_own() -> None:
    rows = pd.DataFrame({"teks": [GOOD, GOOD], "Kelas": ["A", "B"], "KELAS": ["x", "x"]})
    corpus = kc.load(rows)
    assert set(kc.themes(corpus, by="KELAS")["KELAS"]) == {"x"}
    with pytest.raises(InvalidArgument, match="by='kelas'"):
        kc.themes(corpus, by="kelas")


def test_an_unknown_column_is_told_with_the_titles_of_the_table(essays: Path) -> None:
    corpus = kc.load(essays, metadata=table(essays, HEAD, *ROWS))
    with pytest.raises(InvalidArgument, match=r"Unit Kerja.*Did you mean 'Unit Kerja'"):
        kc.themes(corpus, by="Unit Krja")


def test_two_columns_for_one_field_keep_both_their_values() -> None:
    rows = pd.DataFrame({"teks": [GOOD], "Satker": ["KPU Garut"], "Unit Kerja": ["Subbag Teknis"]})
    corpus = kc.load(rows)
    assert corpus.essays[["unit", "Unit Kerja"]].values.tolist() == [["KPU Garut", "Subbag Teknis"]]
    corpus = kc.load(rows.rename(columns={"Satker": "Unit Kerja", "Unit Kerja": "unit"}))
    assert corpus.essays[["Unit Kerja", "unit"]].values.tolist() == [["KPU Garut", "Subbag Teknis"]]


def test_the_title_of_the_persons_own_table_stays_with_the_field(
    essays: Path, tmp_path: Path
) -> None:
    corpus = kc.load(essays, metadata=table(essays, HEAD, *ROWS))
    rows = kc.load(pd.DataFrame({"teks": [GOOD, GOOD], "Unit Kerja": ["Garut", "Subang"]}))
    for own in (corpus, rows, kc.load(corpus.save(tmp_path / "esai.parquet"))):
        assert own.headings["unit"] == "Unit Kerja"


def test_the_command_takes_the_title(essays: Path) -> None:
    path = table(essays, HEAD, *ROWS)
    assert run(["themes", str(essays), "--metadata", str(path), "--by", "Unit Kerja"]) == 0


def test_a_column_takes_the_place_of_what_the_text_says_under_its_title(tmp_path: Path) -> None:
    text = f"Menjaga Suara\n\nNama: Rina Marlina\nAngkatan: III\n\n{GOOD} {GOOD}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    rows = pd.DataFrame({"file": ["a.txt"], "ANGKATAN": ["XII"]})
    with pytest.warns(KpuCorpusWarning, match="'III' → 'XII'"):
        found = kc.load(tmp_path / "a.txt", metadata=rows).essays
    assert [found[name][0] for name in found if name.lower() == "angkatan"] == ["XII"]


def test_an_office_spelt_otherwise_in_the_table_is_not_told_as_another() -> None:
    corpus = kc.load(pd.DataFrame({"teks": [GOOD, GOOD], "unit": ["KPU Kab. Garut", "Dinas"]}))
    rows = pd.DataFrame({"essay": ["0", "1"], "unit": ["KPU KABUPATEN GARUT", "KPU Kota Garut"]})
    with pytest.warns(KpuCorpusWarning, match=r"'Dinas' → 'KPU Kota Garut' in '1'\)\. ") as told:
        kc.load(corpus, metadata=rows)
    assert "KABUPATEN" not in str(told[0].message)


def test_white_space_does_not_part_a_group(essays: Path) -> None:
    rows = (("ani.txt", "KPU Garut "), ("budi.txt", "KPU\u00a0 Garut"), ("Dede Kurniya", " "))
    corpus = kc.load(essays, metadata=table(essays, ("berkas", "kantor"), *rows))
    values = dict(zip(corpus.essays["source"], corpus.essays["kantor"], strict=True))
    assert values["ani"] == values["budi"] == "KPU Garut"
    assert pd.isna(values["Dede Kurniya"])


def test_values_that_look_the_same_are_told(
    essays: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (("ani.txt", "KPU Kab. Garut"), ("budi.txt", "KPU KAB GARUT"))
    rows = (*rows, ("Dede Kurniya", "Kabupaten Garut"))
    path = table(essays, ("berkas", "Unit Kerja"), *rows)
    out = tmp_path / "laporan.html"
    call = ["report", str(essays), "--metadata", str(path), "--by", "unit kerja", "--out", str(out)]
    assert run(call) == 0
    told = capsys.readouterr().err
    assert "'KPU KAB GARUT' → 'KPU Kab. Garut'" in told
    assert told.count("tampak sama") == 1
    assert "'Unit Kerja' tampak sama" in told
    assert "'KPU Kab. Garut' = 'Kabupaten Garut'" in told
    page = out.read_text("utf-8")
    assert "Tema menurut Unit Kerja" in page
    assert "nilai Unit Kerja ini tampak sama" in page


def test_white_space_of_a_text_in_a_table_is_left_alone(tmp_path: Path) -> None:
    path = table(tmp_path / "x", ("teks", "unit"), ("Kami  hadir.\n\nSelalu. ", " A "))
    corpus = kc.load(path)
    assert corpus.documents[0].text == "Kami  hadir.\n\nSelalu. "
    assert corpus.essays["unit"].tolist() == ["A"]


@pytest.mark.parametrize("name", ["peserta.docx", "peserta.xlsx", "peserta.parquet", "peserta.txt"])
def test_a_file_that_is_no_table_is_one_sentence(
    essays: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = essays.parent / name
    path.write_bytes(b"PK\x03\x04 rusak" if name != "peserta.txt" else b"Ani\nBudi\n")
    assert run(["themes", str(essays), "--metadata", str(path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert name in line
    assert "Error" not in line.removeprefix("Galat")


def test_a_word_file_for_the_table_says_what_to_save(essays: Path) -> None:
    pytest.importorskip("docx")
    path = essays.parent / "peserta.docx"
    new_docx().save(str(path))
    with pytest.raises(InvalidArgument, match=r"it is not a table; save .* as \.xlsx or \.csv"):
        kc.load(essays, metadata=path)


@pytest.mark.parametrize("above", [1, 4])
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_title_above_the_table_is_passed_over(essays: Path, above: int, suffix: str) -> None:
    titles = [("DAFTAR PESERTA, GELOMBANG 2, TAHUN 2025",), ("KPU Provinsi", "2025")]
    path = table(essays, *[*titles, (), ("",)][:above], HEAD, *ROWS)
    if suffix == "csv":
        path = essays.parent / "peserta.csv"
        lines = [*[*titles, (), ()][:above], HEAD, *ROWS]
        path.write_text("\n".join(";".join(map(str, line)) for line in lines), encoding="utf-8")
    corpus = kc.load(essays, metadata=path)
    assert corpus.skipped.empty
    assert corpus.essays["Angkatan"].astype(str).tolist() == ["2", "1", "2"]


def test_a_line_with_half_as_many_cells_as_the_titles_is_above_them(essays: Path) -> None:
    head, rest = ("Kertas", "Warna", "Ukuran", "Bahan"), ("biru", "besar", "kayu")
    rows = [(name, *rest) for name, *_ in ROWS]
    corpus = kc.load(essays, metadata=table(essays, ("Kolom warna", "2025"), head, *rows))
    assert corpus.essays["Warna"].tolist() == ["biru"] * 3


def test_remarks_beside_later_rows_make_no_titles_of_an_earlier_one(essays: Path) -> None:
    rows = [
        (ROWS[0][0], "biru"),
        (ROWS[1][0], "merah", "sakit", "", "izin", "hari ke-2", "susulan"),
    ]
    corpus = kc.load(
        essays, metadata=table(essays, ("Kertas", "Warna"), *rows, (ROWS[2][0], "biru"))
    )
    assert sorted(corpus.essays["Warna"]) == ["biru", "biru", "merah"]


def test_a_table_larger_than_the_limit_is_refused(essays: Path) -> None:
    path, corpus = essays.parent / "peserta.csv", kc.load(essays)
    size = path.write_text("berkas,satker\nani.txt,Garut\n", "utf-8")
    assert kc.load(corpus, metadata=path, limits=kc.Limits(file_bytes=size)).joined
    with pytest.raises(InvalidArgument, match=f"{size - 1}"):
        kc.load(corpus, metadata=path, limits=kc.Limits(file_bytes=size - 1))


def test_lines_of_several_cells_above_the_titles_are_passed_over(essays: Path) -> None:
    titles = [("DAFTAR PESERTA",), ("Pelatihan: Latsar", "Tahun: 2025")]
    rest = [(f"lain-{number}.txt", "Garut", 3) for number in range(25)]
    head = ("Nama Berkas", "Satker", "Angkatan")
    path = table(essays, *titles, head, *rest, *ROWS)
    corpus = kc.load(essays, metadata=path)
    assert corpus.joined == "Nama Berkas"
    assert corpus.essays["Angkatan"].tolist() == [2, 1, 2]
    assert not corpus.skipped["reason"].str.contains("Nama Berkas").any()


def test_the_first_row_is_the_header_though_its_first_rows_match_no_essay(essays: Path) -> None:
    rows = [("lain.txt", "Garut", 1), ("lagi.txt", "Garut", 1), *ROWS]
    corpus = kc.load(essays, metadata=table(essays, HEAD, *rows))
    assert "Angkatan" in corpus.essays.columns
    assert corpus.skipped["reason"].str.contains("lain.txt").any()


def test_rows_without_an_essay_are_named_also_where_they_are_many(essays: Path) -> None:
    names = [f"lain-{number}.txt" for number in range(12)]
    rows = [(name, "Garut", 1) for name in names]
    told = " ".join(kc.load(essays, metadata=table(essays, HEAD, *ROWS, *rows)).skipped["reason"])
    assert all(name in told for name in names)


def test_a_sum_and_a_signature_below_the_table_are_no_rows_without_an_essay(essays: Path) -> None:
    below = [("", "Subang, 9 November 2026", ""), ("Jumlah peserta: 2", "", "")]
    told = reasons(kc.load(essays, metadata=table(essays, HEAD, *ROWS, *below)))
    assert [*told] == ["metadata_blank"]
    assert told["metadata_blank"].startswith("2 baris tabel keterangan kosong di kolom")


def test_the_suffix_of_a_name_may_be_another(essays: Path) -> None:
    rows = (("ani.docx", "Garut"), ("budi.pdf", "Subang"), ("Dede Kurniya.DOCX", "Garut"))
    corpus = kc.load(essays, metadata=table(essays, ("berkas", "kantor"), *rows))
    assert corpus.skipped.empty
    (essays / "ani.html").write_text(f"<p>{GOOD}</p>", encoding="utf-8")
    rows = (("ani.html", "A"), ("ani.txt", "B"), ("budi", "C"), ("dede kurniya", "D"))
    corpus = kc.load(essays, metadata=table(essays, ("berkas", "kantor"), *rows))
    assert dict(zip(corpus.essays["source"], corpus.essays["kantor"], strict=True)) == {
        **{"ani.html": "A", "ani.txt": "B", "budi": "C", "Dede Kurniya": "D"}
    }


@pytest.mark.parametrize("stored", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_names_with_an_accent_are_one_name_however_a_system_stores_them(
    stored: str, typed: str, tmp_path: Path
) -> None:
    """A ZIP file from macOS has an accent and its letter as two characters."""
    path = tmp_path / "esai.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("Rizqié Ramadhan.txt", "André/Budi.txt"):
            archive.writestr(unicodedata.normalize(stored, name), GOOD)
    said = unicodedata.normalize(typed, "Rizqié Ramadhan.txt")
    corpus = kc.load(path, metadata=table(path, ("Nama Berkas", "Kelas"), (said, "A")))
    assert corpus.ids == ("esai/André/Budi-1", "esai/Rizqié Ramadhan-1")
    assert corpus.essays["Kelas"].fillna("").tolist() == ["", "A"]


def test_a_person_whose_accent_is_stored_in_two_ways_has_one_pseudonym() -> None:
    names = [unicodedata.normalize(form, "Rizqié Ramadhan") for form in ("NFC", "NFD")]
    rows = pd.DataFrame({"essay": ["a", "b"], "author": names, "text": [GOOD, f"{GOOD} {GOOD}"]})
    hidden = kc.pseudonyms(kc.load(rows), secret="rahasia kantor")
    assert hidden.essays["author"].nunique() == 1


def test_names_of_people_may_be_names_of_files(essays: Path) -> None:
    rows = (("ANI", "Garut"), ("Budi", "Subang"), ("dede kurniya", "Garut"))
    corpus = kc.load(essays, metadata=table(essays, ("Nama", "Unit"), *rows))
    assert corpus.skipped.empty
    assert set(corpus.essays["unit"]) == {"Garut", "Subang"}


def test_a_table_without_names_of_files_says_what_is_needed(essays: Path) -> None:
    path = table(essays, ("Nama", "Kantor"), ("Sri Wahyuni", "Garut"))
    with pytest.raises(InvalidArgument, match="none of them has file names") as caught:
        kc.load(essays, metadata=path)
    assert "'Dede Kurniya.txt'" in caught.value.text("id")
    assert "Tambahkan kolom 'nama berkas'" in caught.value.text("id")
    assert "baris pertama" in caught.value.text("id")


def reasons(corpus: kc.Corpus) -> dict[str, str]:
    return {error.message: error.text("id") for _, error in corpus.refused}


def test_names_that_may_be_a_slip_are_told_on_both_sides(essays: Path, tmp_path: Path) -> None:
    rows = (("ani.txt", "Garut"), ("budi", "Subang"), ("DEDE KURNIA", "Garut"))
    corpus = kc.load(essays, metadata=table(essays, ("berkas", "kantor"), *rows))
    told = reasons(corpus)
    assert told["metadata_essays"].endswith(": 'Dede Kurniya.txt' (mungkin 'DEDE KURNIA'?)")
    assert told["metadata_rows"].endswith(": 'DEDE KURNIA' (mungkin 'Dede Kurniya.txt'?)")
    assert reasons(kc.load(corpus.save(tmp_path / "esai.parquet"))) == told


def test_what_has_no_counterpart_is_one_warning(
    essays: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = table(essays, HEAD, *ROWS[:2], ("zaenal", "Subang", 1))
    with pytest.warns(UnmatchedMetadata) as told:
        kc.load(essays, metadata=path)
    (warning,) = told
    assert isinstance(warning.message, UnmatchedMetadata)
    assert warning.message.text("id").startswith(
        "Tabel keterangan dan esainya tidak seluruhnya cocok lewat kolom 'Nama Berkas': 1 baris "
        "tabel keterangan tidak cocok dengan esai mana pun: 'zaenal'; 1 esai "
    )
    assert run(["themes", str(essays), "--metadata", str(path)]) == 3
    assert capsys.readouterr().err.count("zaenal") == 1  # told with what was skipped


def test_rows_of_files_that_were_skipped_are_told_as_such(essays: Path) -> None:
    (essays / "Citra.docx").write_bytes(b"PK\x03\x04")
    rows = (*ROWS, ("citra", "Subang", 1), ("zaenal", "Subang", 1))
    told = reasons(kc.load(essays, metadata=table(essays, HEAD, *rows)))
    assert told["metadata_unread"] == "1 baris tabel keterangan milik berkas yang dilewati: 'citra'"
    assert told["metadata_rows"].endswith(": 'zaenal'")
    assert "mungkin" not in told["metadata_rows"]


def test_a_file_that_was_skipped_is_suggested_for_the_row_of_its_writer(essays: Path) -> None:
    for name in ("tono.doc", "scan esai_ROSMINI.docx", "susulan.docx"):
        (essays / name).write_bytes(b"PK\x03\x04")
    names = ("Tono Sugiarto", "Rosmini", "Wati Suryani")
    rows = (*ROWS, *((name, "Subang", 1) for name in names))
    told = reasons(kc.load(essays, metadata=table(essays, HEAD, *rows)))
    assert told["metadata_rows"].endswith(
        ": 'Tono Sugiarto' (mungkin 'tono.doc'?), "
        "'Rosmini' (mungkin 'scan esai_ROSMINI.docx'?), 'Wati Suryani'"
    )


def test_a_series_by_essay_id_is_a_column_to_group_by() -> None:
    corpus = kc.load({"a": GOOD, "b": GOOD, "c": GOOD})
    by = pd.Series([2, 1, 2], index=["c", "b", "a"], name="angkatan")
    made = kc.load(corpus, metadata=by)
    assert made.essays["angkatan"].tolist() == [2, 1, 2]
    found = kc.themes(made, by="angkatan")
    assert found["angkatan"].unique().tolist() == [1, 2]
    assert kc.manifest(found)["essays"] != kc.manifest(kc.preprocess(corpus)).get("essays")


def test_metadata_that_come_later_give_the_corpus_that_they_give_at_once(essays: Path) -> None:
    path = table(essays, HEAD, *ROWS)
    later, once = kc.load(kc.load(essays), metadata=path), kc.load(essays, metadata=path)
    pd.testing.assert_frame_equal(later.essays, once.essays)
    assert later == once


def test_a_series_may_have_numbers_for_ids_and_keeps_its_categories() -> None:
    corpus = kc.load({"1": GOOD, "2": GOOD})
    level = pd.Categorical(["tinggi", "rendah"], ["rendah", "tinggi"], ordered=True)
    made = kc.load(corpus, metadata=pd.Series(level, index=[1, 2], name="tingkat"))
    assert made.essays["tingkat"].dtype == level.dtype
    assert made.essays["tingkat"].tolist() == ["tinggi", "rendah"]


@pytest.mark.parametrize("ids", ["abc", "123", "201"])
def test_a_series_whose_labels_may_count_its_rows_is_refused(ids: str) -> None:
    corpus = kc.load({name: GOOD + " Ya." * n for n, name in enumerate(ids)})
    words = corpus.essays["words"].rename("panjang")
    for given in (words, words[::-1], words[1:]):
        with pytest.raises(InvalidArgument, match=r"may be row numbers.*rename_axis.*set_axis"):
            kc.load(corpus, metadata=given)
    essays = kc.load(corpus, metadata=words.set_axis(corpus.essays["essay"])).essays
    assert essays["panjang"].tolist() == essays["words"].tolist()


@pytest.mark.parametrize("names", [["essay", "kelas"], [None, None]])
def test_a_series_by_groups_brings_the_levels_of_its_index_too(names: list[str | None]) -> None:
    levels = pd.MultiIndex.from_tuples([("b", "pagi"), ("a", "sore")], names=names)
    corpus = kc.load({"a": GOOD, "b": GOOD}, metadata=pd.Series([7, 8], index=levels, name="nilai"))
    assert corpus.essays.iloc[:, -2:].values.tolist() == [["sore", 8], ["pagi", 7]]
    assert corpus.columns[-2:] == (names[1] or "level_1", "nilai")


def test_numbers_in_an_index_that_is_called_as_the_essays_are_ids() -> None:
    corpus = kc.load({"1": GOOD, "2": GOOD, "3": GOOD})
    some = pd.Series(["x", "y"], index=[1, 2], name="kelas")
    made = kc.load(corpus, metadata=some.rename_axis("essay"))
    assert made.essays["kelas"].tolist()[:2] == ["x", "y"]


@pytest.mark.parametrize("scores", [[3, 0, 1, 2], [3, 70.5, 85, 2], [1, None, 90, 0]])
def test_scores_that_look_like_ids_are_refused_where_the_index_has_these(scores: Any) -> None:
    """A score, a rank or a count of words has the numbers of the rows, too."""
    answers = pd.DataFrame({"teks": [f"{GOOD} {n}" for n in range(4)], "kota": list("GSTU")})
    corpus = kc.load(answers)
    with pytest.raises(InvalidArgument, match=r"columns kota; none .* index .*rename_axis"):
        kc.load(corpus, metadata=answers[["kota"]])
    table = answers[["kota"]].assign(nilai=scores)
    with pytest.raises(InvalidArgument, match=r"'nilai' match .* index .* on='nilai'.*rename_axis"):
        kc.load(corpus, metadata=table)
    with pytest.raises(InvalidArgument, match=r"'nilai', 'urut'.*index .*rename_axis"):
        kc.load(corpus, metadata=table.assign(urut=table["nilai"].to_numpy()[::-1]))
    made = kc.load(corpus, metadata=table.rename_axis("essay")).essays
    assert made["kota"].tolist() == list("GSTU")
    assert made["nilai"].fillna(-1).tolist() == [-1 if score is None else score for score in scores]


def test_hours_beside_offices_that_the_essays_have_are_no_ids() -> None:
    answers = pd.DataFrame({"teks": [GOOD] * 3, "kota": list("GGS")}, index=[7, 8, 9])
    offices = pd.DataFrame({"kota": ["G", "S"], "jam": [8, 40]})
    with pytest.raises(InvalidArgument, match=r"ids of some essays \(1\).* on='jam' or on='kota'"):
        kc.load(kc.load(answers), metadata=offices)


@pytest.mark.parametrize("title", ["responden", "no", "NDH"])
@pytest.mark.parametrize("ids", ["4213", "1234"])
def test_numbers_of_a_column_identify_essays_that_the_index_does_not(title: str, ids: str) -> None:
    corpus = kc.load(dict.fromkeys(ids, GOOD))
    table = pd.DataFrame({title: [1, 2, 3, 4], "kota": list("GSTU")})
    made = kc.load(corpus, metadata=table)
    assert made.joined == title
    assert made.essays["kota"].tolist() == ["GSTU"[int(name) - 1] for name in ids]


@pytest.mark.parametrize("on", ["no", None])
@pytest.mark.parametrize("rows", [[4, 2, 1, 3], [2, 3]])
def test_a_column_of_the_answers_themselves_joins_by_its_values(
    on: str | None, rows: list[int]
) -> None:
    """Rows count from 0 in pandas, from 1 in a column of people: ids name the next person."""
    answers = pd.DataFrame({"no": [1, 2, 3, 4], "teks": [f"{GOOD} {n}" for n in range(4)]})
    table = pd.DataFrame({"No": rows, "skor": [10 * number for number in rows]})
    for corpus in (kc.load(answers), kc.load(answers, metadata=table, on=on)):
        scores = kc.load(corpus, metadata=table, on=on).essays["skor"].fillna(0)
        assert scores.tolist() == [10 * number * (number in rows) for number in (1, 2, 3, 4)]


def test_ids_that_find_more_rows_than_a_column_of_the_answers_are_meant() -> None:
    """Here the answers count their questions, and the table counts the answers."""
    answers = pd.DataFrame({"no": [1, 2, 1, 2], "teks": [f"{GOOD} {n}" for n in range(4)]})
    table = pd.DataFrame({"no": [1, 2, 3, 4], "kota": list("GSTU")})
    corpus = kc.load(answers.set_axis(range(1, 5)), metadata=table)
    assert corpus.essays["kota"].tolist() == list("GSTU")


@pytest.mark.parametrize(("on", "first"), [("kelas", 0), ("kelas", 1), (None, 1)])
def test_a_row_is_for_all_essays_of_a_class_whose_number_some_essays_are_called(
    on: str | None, first: int
) -> None:
    answers = pd.DataFrame({"kelas": [1, 2, 1, 2], "teks": [f"{GOOD} {n}" for n in range(4)]})
    corpus = kc.load(answers.set_axis(range(first, first + 4)))
    table = pd.DataFrame({"kelas": [1, 2, 3], "pelatih": list("XYZ")})
    assert kc.load(corpus, metadata=table, on=on).essays["pelatih"].tolist() == list("XYXY")


@pytest.mark.parametrize(
    ("column", "own", "cells"),
    [
        ("kode", ["01", "02"], [2, 1]),
        ("tanggal", ["2025-01-01", "02/01/2025"], ["2 Januari 2025", "Rabu, 1 Januari 2025"]),
    ],
)
def test_values_that_two_tables_write_in_their_own_way_join(
    column: str, own: list[str], cells: list[Any]
) -> None:
    corpus = kc.load(pd.DataFrame({column: own, "teks": [f"{GOOD} {n}" for n in own]}))
    table = pd.DataFrame({column: cells, "sesi": ["sore", "pagi"]})
    assert kc.load(corpus, metadata=table, on=column).essays["sesi"].tolist() == ["pagi", "sore"]


def test_a_column_of_the_essays_without_a_common_value_is_told_with_both_ways_of_writing() -> None:
    corpus = kc.load(pd.DataFrame({"NIP": [None, "1990 01"], "teks": [f"{GOOD} 1", GOOD]}))
    table = pd.DataFrame({"nip": ["199001"], "nilai": [80]})
    with pytest.raises(InvalidArgument, match=r"'NIP' .* have '199001', .* essays '1990 01'"):
        kc.load(corpus, metadata=table, on="NIP")


def test_a_row_is_for_all_essays_of_its_office_or_code_where_the_column_is_named() -> None:
    units = ["KPU Garut", "KPU Tegal", "KPU Garut"]
    answers = pd.DataFrame({"kode": ["P2", "P1", "P2"], "satker": units, "teks": [GOOD] * 3})
    corpus = kc.load(answers)
    table = pd.DataFrame({"kode": ["p1", "P2"], "kelas": ["pagi", "sore"]})
    with pytest.raises(InvalidArgument, match=r"none of them has ids.*'kode', too: on='kode'"):
        kc.load(corpus, metadata=table)
    with pytest.raises(InvalidArgument, match=r"file names or ids of essays, but .*'kode', too"):
        kc.load(corpus, metadata=table.set_axis(["x", "y"]))
    made = kc.load(corpus, metadata=table, on="Kode")
    assert made.essays["kelas"].tolist() == ["sore", "pagi", "sore"]
    rows = {"Satker": ["KPU Tegal", "KPU Garut"], "provinsi": ["Jateng", "Jabar"]}
    made = kc.load(corpus, metadata=pd.DataFrame(rows), on="Satker")
    assert made.essays["provinsi"].tolist() == ["Jabar", "Jateng", "Jabar"]
    assert made.essays["unit"].tolist() == units
    with pytest.raises(InvalidArgument, match=r"'P2' more than once in the column 'kode'"):
        kc.load(corpus, metadata=pd.concat([table, table]), on="kode")


@pytest.mark.parametrize("kind", [float, str])
def test_numbers_of_employees_join_only_where_all_their_digits_are_kept(kind: type) -> None:
    numbers = [199001012020121001, 199001012020121003]
    answers = pd.DataFrame({"NIP": [kind(number) for number in numbers], "teks": [GOOD] * 2})
    table = pd.DataFrame({"NIP": [kind(numbers[1])], "kelas": ["pagi"]})
    if kind is float:
        with pytest.raises(InvalidArgument, match=r"'NIP' holds numbers of more than 15 digits"):
            kc.load(answers, metadata=table, on="NIP")
    else:
        made = kc.load(answers, metadata=table, on="NIP").essays["kelas"]
        assert made.isna().tolist() == [True, False]


def test_a_number_of_the_list_that_is_another_one_than_that_of_the_file_is_asked_about(
    numbered: kc.Corpus,
) -> None:
    first = pd.DataFrame({"file": NUMBERS, "no": RANKS})
    corpus = kc.load(numbered, metadata=first)
    scores = pd.DataFrame({"no": NUMBERS, "nilai": RANKS})
    with pytest.raises(InvalidArgument, match=r"'no' of the metadata points to two rows"):
        kc.load(corpus, metadata=scores)
    again = kc.load(corpus, metadata=scores.rename(columns={"no": "file"}))
    assert again.essays["nilai"].tolist() == corpus.essays["no"].tolist()


def test_a_series_without_a_name_is_refused() -> None:
    corpus = kc.load({"a": GOOD})
    with pytest.raises(InvalidArgument, match=r"without a name.*rename"):
        kc.load(corpus, metadata=pd.Series([1], index=["a"]))


def test_a_series_for_by_says_how_it_becomes_a_column() -> None:
    corpus = kc.load({"a": GOOD})
    given: Any = pd.Series(["x"], index=["a"], name="kelas")
    told = r"by got Series.*corpus = kc\.load\(corpus, metadata=table\).*a named Series"
    with pytest.raises(InvalidArgument, match=told):
        kc.themes(corpus, by=given)


NUMBERS = range(1, 11)
RANKS = [3, 9, 1, 2, 5, 4, 8, 7, 10, 6]
OFFICES = list("AABBCCDDEE")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nomor")
    for number in NUMBERS:
        (folder / f"{number}.txt").write_text(f"{GOOD} Nomor {number}.", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def numbered(folder: Path) -> kc.Corpus:
    return kc.load(folder)


def offices(corpus: kc.Corpus) -> dict[int, str]:
    table = corpus.essays
    return {int(name): unit for name, unit in zip(table["source"], table["kantor"], strict=True)}


@pytest.mark.parametrize("title", ["No.", "Nomor", "nama", "judul", "id", "essay"])
def test_a_column_called_like_an_id_wins_wherever_it_stands(
    numbered: kc.Corpus, title: str
) -> None:
    rows = pd.DataFrame({"peringkat": RANKS, title: NUMBERS, "kantor": OFFICES})
    for table in (rows, rows[[title, "kantor", "peringkat"]]):
        corpus = kc.load(numbered, metadata=table)
        assert offices(corpus) == dict(zip(NUMBERS, OFFICES, strict=True))
        assert corpus.joined == title


def test_the_column_of_the_librarys_own_ids_comes_before_one_as_good(numbered: kc.Corpus) -> None:
    rows = pd.DataFrame({"id": RANKS, "essay": NUMBERS, "kantor": OFFICES})
    assert kc.load(numbered, metadata=rows).joined == "essay"


@pytest.mark.parametrize("title", ["nama file", "nama_berkas", "Dokumen"])
def test_names_of_files_come_before_numbers(numbered: kc.Corpus, title: str) -> None:
    files = [f"{number}.docx" for number in RANKS[:4]] + ["lain.docx"] * 6
    rows = pd.DataFrame({"no": NUMBERS, title: files, "kantor": OFFICES})
    corpus = kc.load(numbered, metadata=rows)
    assert corpus.joined == title
    assert corpus.essays.set_index("source")["kantor"].dropna().to_dict() == {
        str(number): unit for number, unit in zip(RANKS[:4], OFFICES[:4], strict=True)
    }


def test_where_two_columns_are_as_good_the_person_is_asked_which(numbered: kc.Corpus) -> None:
    rows = pd.DataFrame({"peringkat": RANKS, "kode": NUMBERS, "kantor": OFFICES})
    with pytest.raises(InvalidArgument, match=r"'peringkat', 'kode'.*on='peringkat' \(--on"):
        kc.load(numbered, metadata=rows)
    corpus = kc.load(numbered, metadata=rows, on=" KODE")
    assert offices(corpus) == dict(zip(NUMBERS, OFFICES, strict=True))
    same = kc.load(numbered, metadata=rows.assign(peringkat=NUMBERS))
    assert offices(same) == offices(corpus)


@pytest.mark.parametrize("other", ["peringkat", "no"])
def test_numbers_do_not_stand_in_for_mistyped_names_of_files(
    numbered: kc.Corpus, other: str
) -> None:
    names = [f"esai-{number}.docx" for number in NUMBERS]
    rows = pd.DataFrame({"Berkas": names, other: RANKS, "kantor": OFFICES})
    with pytest.raises(InvalidArgument, match=f"'Berkas' of the metadata matches no.*on='{other}'"):
        kc.load(numbered, metadata=rows)
    assert kc.load(numbered, metadata=rows, on=other).joined == other


@pytest.mark.parametrize(
    ("on", "message"),
    [("kode", "on='kode'.*kantor, no"), ("kantor", "'kantor'; none of them has file names")],
)
def test_a_column_that_is_no_key_is_refused(numbered: kc.Corpus, on: str, message: str) -> None:
    rows = pd.DataFrame({"no": NUMBERS, "kantor": OFFICES})
    with pytest.raises(InvalidArgument, match=message):
        kc.load(numbered, metadata=rows, on=on)


def test_a_key_without_a_table_is_refused(numbered: kc.Corpus) -> None:
    with pytest.raises(InvalidArgument, match="on='no' without metadata"):
        kc.load(numbered, on="no")


def test_essays_of_the_corpus_itself_join_by_their_ids() -> None:
    corpus = kc.load("corpus/")
    table = corpus.essays.assign(kelas=list("abcde"))
    joined = kc.load("corpus/", metadata=table)
    assert joined.joined == "essay"
    assert joined.essays["kelas"].tolist() == list("abcde")


def test_the_command_tells_the_column(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("peringkat", "no", "kantor"), *zip(RANKS, NUMBERS, OFFICES, strict=True)]
    path = table(tmp_path / "x", *rows)
    for more, column in (([], "no"), (["--on", "peringkat"], "peringkat")):
        assert run(["segment", str(folder), "--metadata", str(path), *more]) == 0
        assert f"digabung lewat kolom '{column}'" in capsys.readouterr().err


def test_whole_numbers_beside_blanks_have_no_decimals_in_a_field_either() -> None:
    corpus = kc.load({"a": GOOD, "b": GOOD})
    meta = pd.DataFrame({"essay": ["a", "b"], "satker": [12, None]})
    assert kc.load(corpus, metadata=meta).essays["unit"].tolist()[0] == "12"


WRITERS = ("Andi Pratama, S.Kom.", "MAYA PUSPITASARI", "Fitriani")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    folder = tmp_path / "ditulis"
    folder.mkdir()
    for number, name in enumerate(WRITERS):
        text = f"Menjaga Suara Rakyat\n\nOleh: {name}\n\n{GOOD} {GOOD} {GOOD}"
        (folder / f"esai {number}.txt").write_text(text, encoding="utf-8")
    return folder


def second(written: Path) -> None:
    """Write another essay by one of the people."""
    text = "Pintu Kantor\n\nOleh: Fitriani\n\nPintu kantor terbuka bagi semua pemilih sejak pagi."
    (written / "esai 3.txt").write_text(text, encoding="utf-8")


def participants(**columns: list[Any]) -> pd.DataFrame:
    people = ["Fitriani", "Maya Puspitasari, S.AP", "andi pratama"]
    return pd.DataFrame({"Nama": people, "NIP": ["1", "2", "3"], "Angkatan": [1, 2, 3], **columns})


@pytest.mark.parametrize("title", ["Nama", "NAMA PESERTA", "nama_lengkap", "Nama dan Gelar"])
def test_a_table_of_people_joins_by_the_authors_as_they_were_read(
    written: Path, title: str, tmp_path: Path
) -> None:
    corpus = kc.load(written, metadata=participants().rename(columns={"Nama": title}))
    assert corpus.essays["Angkatan"].tolist() == [3, 2, 1]
    assert (corpus.joined, corpus.by_author) == (title, 3)
    assert corpus.skipped.empty
    assert corpus.essays["author"].tolist() == list(WRITERS)
    path = tmp_path / "peserta.xlsx"
    table = pd.DataFrame([("Daftar Peserta", None), (title, "Angkatan"), ("Fitriani", 1)])
    table.to_excel(path, header=False, index=False)
    assert kc.load(written, metadata=path).essays["Angkatan"].dropna().tolist() == [1]


def test_selected_essays_tell_of_their_own_rows_only(written: Path) -> None:
    rows = participants().iloc[:2].replace("Fitriani", "Nur Aini")
    with pytest.warns(UnmatchedMetadata):
        corpus = kc.load(written, metadata=rows)
    assert {error.message for _, error in corpus.refused} == {"metadata_rows", "metadata_essays"}
    some = corpus.select(corpus.column("Angkatan").notna())
    assert 0 < some.by_author == len(some) < len(corpus)
    assert some.skipped.empty
    assert corpus.select(corpus.column("Angkatan").isna()).by_author == 0


def test_of_a_workbook_the_sheet_is_read_that_names_essays_or_has_the_key(
    written: Path, tmp_path: Path
) -> None:
    sheets = {
        "Petunjuk": pd.DataFrame({"Isi lembar Peserta": ["Jangan ubah judulnya", "Kode"]}),
        "Kelas A": participants().iloc[:2],
        "Kelas B": participants().iloc[2:].rename(columns={"Nama": "Penulis"}),
    }
    with pd.ExcelWriter(tmp_path / "peserta.xlsx") as book:
        for name, sheet in sheets.items():
            sheet.to_excel(book, sheet_name=name, index=False)
    corpus = kc.load(written, metadata=tmp_path / "peserta.xlsx")
    assert corpus.essays["Angkatan"].dropna().tolist() == [2, 1]
    told = [reason for _, reason in corpus.refused if reason.message == "metadata_sheets"]
    assert [str(reason.fields["got"]) for reason in told] == ["'Petunjuk', 'Kelas B'"]
    corpus = kc.load(written, metadata=tmp_path / "peserta.xlsx", on="penulis")
    assert corpus.essays["Angkatan"].dropna().tolist() == [3]


@pytest.mark.parametrize("behind", [" (Bantul)", " - KPU Bantul", " / 1998", ", S.H."])
def test_what_a_list_puts_behind_a_name_is_no_part_of_it(behind: str, written: Path) -> None:
    rows = participants()
    corpus = kc.load(
        written, metadata=rows.assign(Nama=rows["Nama"].str.split(",").str[0] + behind)
    )
    assert corpus.by_author == 3


def test_a_name_of_a_file_comes_before_the_author(written: Path) -> None:
    rows = participants().replace("Fitriani", "esai 0")
    corpus = kc.load(written, metadata=rows)
    assert corpus.essays["Angkatan"].astype("Int64").tolist()[:2] == [1, 2]
    assert corpus.by_author == 1
    assert {error.message for _, error in corpus.refused} == {"metadata_rows", "metadata_essays"}


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("Tugas esai rina marlina fix", True),
        ("Orientasi CPNS - rina marlina", True),
        ("UPLOAD RinaMarlina_2026", True),
        ("Rina Marlina Lampung Barat", True),
        ("esai sabrina marlina", False),  # another name
        ("rina fix", False),  # a part of one
        ("rina marlina dan budi santoso", False),  # which of the two is not told
    ],
)
def test_a_file_that_names_nobody_is_that_of_the_one_listed_whose_name_it_has(
    file: str, found: bool, tmp_path: Path
) -> None:
    (tmp_path / f"{file}.txt").write_text(f"Pintu Kantor\n\n{GOOD}", encoding="utf-8")
    (tmp_path / "lain.txt").write_text(f"Pintu Kantor\n\n{GOOD}", encoding="utf-8")
    people = ["Rina Marlina, S.H.", "BUDI SANTOSO, S.E."]
    rows = pd.DataFrame({"Nama": people, "Angkatan": ["II", "I"]})
    if not found:
        with pytest.raises(InvalidArgument, match="no column of names"):
            kc.load(tmp_path, metadata=rows)
        return
    corpus = kc.load(tmp_path, metadata=rows)
    assert corpus.column("Angkatan").dropna().to_list() == ["II"]
    assert corpus.essays["author"].dropna().to_list() == ["Rina Marlina, S.H."]
    assert corpus.by_author == 1


def test_a_file_that_is_called_as_the_table_calls_its_author_has_that_author(
    tmp_path: Path,
) -> None:
    (tmp_path / "budi santoso.txt").write_text(f"Pintu\n\n{GOOD}", encoding="utf-8")
    rows = pd.DataFrame({"Nama": ["Budi Santoso"], "Angkatan": ["II"]})
    assert kc.load(tmp_path, metadata=rows).items[0].author == "Budi Santoso"


def test_of_an_essay_that_names_nobody_no_number_becomes_the_author(tmp_path: Path) -> None:
    (tmp_path / "rina marlina fix.txt").write_text(f"Pintu\n\n{GOOD}", encoding="utf-8")
    rows = pd.DataFrame({"Nama": ["Rina Marlina / 199001012025042001"], "Angkatan": ["II"]})
    corpus = kc.load(tmp_path, metadata=rows)
    assert (corpus.by_author, corpus.essays["author"].isna().all()) == (1, True)


def test_a_name_in_a_file_gives_way_to_the_author_and_to_a_longer_name(tmp_path: Path) -> None:
    text = f"Pintu Kantor\n\nOleh: Budi Santoso\n\n{GOOD}"
    (tmp_path / "untuk Rina Marlina dari saya.txt").write_text(text, encoding="utf-8")
    (tmp_path / "fix rina marlina sari.txt").write_text(f"Pintu\n\n{GOOD}", encoding="utf-8")
    people = ["Rina Marlina", "Budi Santoso", "Rina Marlina Sari"]
    corpus = kc.load(tmp_path, metadata=pd.DataFrame({"Nama": people, "Angkatan": [1, 2, 3]}))
    assert sorted(corpus.essays["Angkatan"]) == [2, 3]


@pytest.mark.parametrize("told", [True, False])
def test_essays_in_a_table_that_is_used_as_the_metadata_are_told(told: bool, written: Path) -> None:
    rows = participants(Esai=[GOOD * (20 if told else 1)] * 3)
    rows.to_csv(written / "jawaban.csv", index=False)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        corpus = kc.load(written, metadata=written / "jawaban.csv")
        corpus = kc.load(corpus, metadata=written / "jawaban.csv")  # read before
    said = [one.message.text("id") for one in caught if isinstance(one.message, KpuCorpusWarning)]
    assert len(said) == told
    assert all(line.startswith("'jawaban.csv' ada di folder esainya") for line in said)
    assert len(corpus) == 3


def test_a_row_that_names_a_file_is_not_also_that_of_its_author(written: Path) -> None:
    (written / "Fitriani.txt").write_text(
        f"Pintu Kantor\n\nOleh: Sari Dewi\n\n{GOOD}", encoding="utf-8"
    )
    essays = kc.load(written, metadata=participants()).essays.set_index("source")
    own = next(f"esai {number}" for number, name in enumerate(WRITERS) if "Fitriani" in name)
    assert essays["Angkatan"].notna()[["Fitriani", own]].tolist() == [True, False]


@pytest.mark.parametrize("on", [None, "Nama"])
def test_who_wrote_twice_has_one_row_though_only_one_file_is_called_by_the_name(
    tmp_path: Path, on: str | None
) -> None:
    for file in ("sebelum/Fitriani", "sesudah/esai akhir"):
        (tmp_path / file).parent.mkdir()
        text = f"Pintu Kantor\n\nOleh: Fitriani\n\n{GOOD}"
        (tmp_path / f"{file}.txt").write_text(text, encoding="utf-8")
    table = pd.DataFrame({"Nama": ["Fitriani"], "Kelas": ["A"]})
    corpus = kc.load(tmp_path, metadata=table, on=on)
    assert corpus.essays["Kelas"].tolist() == ["A", "A"]
    assert corpus.by_author == 1
    assert corpus.skipped.empty


@pytest.mark.parametrize(
    ("listed", "signed"),
    [
        ("Moch. Ilham Akbar", "Mochamad Ilham Akbar"),
        ("Muh. Rizky Pratama", "Muhammad Rizki Pratama"),
        ("Mohd Yusuf Hadi", "M. Yusuf Hadi"),
    ],
)
def test_muhammad_may_be_shortened_in_the_name_that_is_meant(
    written: Path, listed: str, signed: str
) -> None:
    (written / "esai 9.txt").write_text(f"Pintu\n\nOleh: {signed}\n\n{GOOD}", encoding="utf-8")
    people = pd.concat([participants(), pd.DataFrame({"Nama": [listed, "Mukti Ali"]})])
    told = reasons(kc.load(written, metadata=people))["metadata_rows"]
    assert told.endswith(f"{listed!r} (mungkin 'esai 9.txt', {signed}?), 'Mukti Ali'")


def test_people_of_one_name_are_not_told_apart(written: Path) -> None:
    twice = pd.concat([participants(), pd.DataFrame({"Nama": ["FITRIANI, S.H."]})])
    corpus = kc.load(written, metadata=twice)
    assert corpus.essays["Angkatan"].isna().tolist() == [False, False, True]
    second(written)
    corpus = kc.load(written, metadata=participants())
    assert corpus.essays["Angkatan"].isna().tolist() == [False, False, True, True]


def test_a_name_that_fits_several_essays_or_rows_is_told_with_them(written: Path) -> None:
    second(written)
    corpus = kc.load(written, metadata=participants())
    told = reasons(corpus)
    assert told.keys() == {"metadata_several"}
    assert told["metadata_several"].startswith("1 nama tabel keterangan cocok dengan penulis beb")
    assert "'Fitriani' ('esai 2.txt', 'esai 3.txt')" in told["metadata_several"]
    only = kc.load(written, metadata=pd.DataFrame({"Nama": ["Fitriani"], "Kelas": ["A"]}))
    assert reasons(only)["metadata_several"] == told["metadata_several"]
    assert only.by_author == 0
    twice = pd.concat([participants(), pd.DataFrame({"Nama": ["Fitriani, S.H."]})])
    told = reasons(kc.load(written, metadata=twice))
    assert "'Fitriani, S.H.' ('esai 2.txt', 'esai 3.txt')" in told["metadata_several"]


@pytest.mark.parametrize("more", ["", " Salam."])
def test_copies_of_an_essay_that_somebody_handed_in_twice_have_the_row_of_the_writer(
    written: Path, more: str
) -> None:
    again = (written / "esai 2.txt").read_text(encoding="utf-8")
    (written / "esai 2 (1).txt").write_text(f"{again}{more}", encoding="utf-8")
    corpus = kc.load(written, metadata=participants())
    assert corpus.skipped.empty
    assert corpus.essays.groupby("Angkatan").size().to_dict() == {1: 2, 2: 1, 3: 1}
    both = str(written / "esai 2*.txt")
    corpus = kc.load(both, metadata=participants(), duplicates="first")
    assert corpus.essays["Angkatan"].tolist() == [1]
    second(written)
    told = reasons(kc.load(written, metadata=participants()))
    assert "'esai 2 (1).txt', 'esai 2.txt', 'esai 3.txt'" in told["metadata_several"]


def test_rows_of_copies_that_were_left_out_match_essays_that_were_skipped(written: Path) -> None:
    for name in ("ani", "salinan", "lain"):
        (written / f"{name}.txt").write_text(GOOD, encoding="utf-8")
    table = pd.DataFrame({"Berkas": ["ani.txt", "salinan.txt", "Lain.txt"], "Kelas": [*"ABC"]})
    told = reasons(kc.load(written / "ani.txt", metadata=table))
    assert "'salinan.txt', 'Lain.txt'" in told["metadata_rows"]
    paths = [written / f"{name}.txt" for name in ("ani", "salinan", "lain")]
    told = reasons(kc.load(paths, metadata=table, duplicates="first"))
    assert "metadata_rows" not in told
    assert "2 baris" in told["metadata_unread"]


def test_a_row_of_a_person_is_for_all_essays_of_that_person_where_the_column_is_named(
    written: Path,
) -> None:
    second(written)
    table = pd.DataFrame({"Nama": ["Fitriani, S.H."], "Kelas": ["A"]})
    corpus = kc.load(written, metadata=table, on="Nama")
    assert corpus.essays["Kelas"].tolist()[-2:] == ["A", "A"]
    assert corpus.by_author == 2
    assert "metadata_several" not in reasons(corpus)


@pytest.mark.parametrize("mark", [".", ","])
def test_numbers_of_essays_that_have_parts_are_no_decimals(tmp_path: Path, mark: str) -> None:
    for part in (1, 2, 10):
        (tmp_path / f"1{mark}{part}.txt").write_text(f"{GOOD} Bagian {part}.")
    rows = "".join(f"1{mark}{part};U{part}\n" for part in (1, 2, 10))
    (tmp_path / "peserta.csv").write_text(f"No;satker\n{rows}")
    corpus = kc.load(tmp_path, metadata=tmp_path / "peserta.csv")
    assert corpus.essays["unit"].tolist() == ["U1", "U10", "U2"]


def test_numbers_with_parts_that_a_workbook_has_as_text_stay_so(tmp_path: Path) -> None:
    folder = tmp_path / "esai"
    folder.mkdir()
    for part in (1, 10):
        (folder / f"1.{part}.txt").write_text(f"{GOOD} Bagian {part}.")
    path = table(folder, ("No", "satker"), (1.1, "U1"), ("1.10", "U10"))
    assert kc.load(folder, metadata=path).essays["unit"].tolist() == ["U1", "U10"]


def test_only_a_column_of_people_names_authors_unless_it_is_told(written: Path) -> None:
    rows = participants().rename(columns={"Nama": "Mentor"})
    with pytest.raises(InvalidArgument, match="no column of names has the authors"):
        kc.load(written, metadata=rows)
    assert kc.load(written, metadata=rows, on="mentor").by_author == 3


def test_the_command_and_the_report_tell_the_column_and_that_authors_were_matched(
    written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, out = tmp_path / "peserta.csv", tmp_path / "laporan.html"
    participants().to_csv(table, index=False)
    run(["report", str(written), "--metadata", str(table), "--out", str(out)])
    assert "3 esai dicocokkan" in capsys.readouterr().err
    page = out.read_text(encoding="utf-8")
    assert "lewat kolom “Nama”" in page
    assert "3 esai dicocokkan" in page


def test_a_table_of_people_among_the_essays_is_sent_to_metadata(written: Path) -> None:
    participants().to_excel(written / "peserta.xlsx", index=False)
    (reason,) = kc.load(written).skipped["reason"]
    assert "use it as --metadata" in reason


def test_a_name_that_comes_twice_is_told_as_written_with_its_rows() -> None:
    table = pd.DataFrame({"id": ["Ani", "Budi", "ANI"], "kelas": [1, 2, 3]})
    with pytest.raises(InvalidArgument, match=r"'Ani' .*'id' \(rows 1, 3 below the headings\)"):
        kc.load({"Ani": "Kami jujur.", "Budi": "Kami tertib."}, metadata=table)


def test_periods_and_spans_of_time_are_text_and_come_back(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {
            "isi": ["Kami jujur.", "Kami tertib."],
            "triwulan": pd.period_range("2020", periods=2, freq="Q"),
            "lama": pd.to_timedelta([1, None], unit="h"),
        }
    )
    corpus = kc.load(table)
    assert corpus.column("triwulan").tolist() == ["2020Q1", "2020Q2"]
    assert corpus.column("lama")[0] == "0 days 01:00:00"
    again = kc.load(corpus.save(tmp_path / "a.parquet"))
    pd.testing.assert_frame_equal(again.essays, corpus.essays)


def test_a_text_as_the_name_of_a_table_is_no_table() -> None:
    with pytest.raises(SourceNotFound):
        kc.load({"a": "Kami jujur."}, metadata="id,kelas\na,1\n" * 100)


def test_the_table_of_essays_that_is_written_joins_by_their_ids(tmp_path: Path) -> None:
    corpus = kc.load(PAGE)
    table = pd.read_excel(write_table(corpus.essays, tmp_path / "esai.xlsx", "segment"))
    table["Angkatan"] = range(len(table))
    joined = kc.load(PAGE, metadata=table)
    assert joined.joined == "Esai"
    assert joined.essays["Angkatan"].tolist() == [0, 1, 2, 3, 4]


def test_a_row_of_a_file_with_several_essays_replaces_no_author_that_is_read(
    tmp_path: Path,
) -> None:
    page = "".join(
        f"{title}\n\nOleh: {name}\n\n{GOOD} {GOOD} {GOOD}\n\n"
        for title, name in (("MENJAGA SUARA RAKYAT", "Eko Nugroho"), ("BELAJAR", "Fitri Handayani"))
    )
    (tmp_path / "dua.txt").write_text(page, encoding="utf-8")
    table = pd.DataFrame({"Nama Berkas": ["dua.txt"], "Nama": ["Eko Nugroho"], "Satker": ["Garut"]})
    essays = kc.load(tmp_path / "dua.txt", metadata=table).essays
    assert essays["author"].tolist() == ["Eko Nugroho", "Fitri Handayani"]
    assert essays["unit"].tolist() == ["Garut", "Garut"]


@pytest.mark.parametrize(
    "listed",
    ["{} SH", "{} SE., MM", "Sdri. {}", "drh. {}", "apt. {}, S.Farm.", "1. {}", "Ibu {} SH MH"],
)
def test_people_are_found_whatever_stands_around_their_names(listed: str) -> None:
    names = ["Siti Rahmawati", "Budi Santoso", "Dewi Lestari"]
    corpus = kc.load(pd.DataFrame({"author": names, "text": ["Kami menjaga integritas."] * 3}))
    said = [listed.format(name) for name in (names[0], *map(str.upper, names[1:]))]
    rows = pd.DataFrame({"Nama": said, "Angkatan": [1, 2, 3]})
    assert kc.load(corpus, metadata=rows).essays["Angkatan"].tolist() == [1, 2, 3]


def test_two_people_whose_names_differ_in_a_degree_alone_are_not_joined() -> None:
    corpus = kc.load(pd.DataFrame({"author": ["Budi Santoso"], "text": ["Kami jujur."]}))
    rows = pd.DataFrame({"Nama": ["Budi Santoso", "Budi Santoso SH"], "Angkatan": [1, 2]})
    with pytest.warns(UnmatchedMetadata):
        assert "Angkatan" not in kc.load(corpus, metadata=rows, on="Nama").columns


@pytest.mark.parametrize("names", [["", "pagi"], ["pagi ", "pagi"], ["pagi", " "]])
def test_categories_are_tidied_like_the_cells(names: list[str]) -> None:
    about = pd.DataFrame({"essay": ["a", "b"], "sesi": pd.Categorical(names, names)})
    corpus = kc.load({"a": "Kami hadir.", "b": "Kami jujur."}, metadata=about)
    assert corpus.column("sesi").dtype == pd.CategoricalDtype(["pagi"])
    assert corpus.essays["sesi"].dropna().unique().tolist() == ["pagi"]


def test_a_parquet_file_that_is_none_is_told_as_damaged(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    path = tmp_path / "peserta.parquet"
    pd.DataFrame({"essay": ["a"], "kelas": ["pagi"]}).to_parquet(path)
    path.write_bytes(path.read_bytes()[:-40] + path.read_bytes()[-8:])
    with pytest.raises(InvalidArgument, match="damaged"):
        kc.load({"a": "Kami hadir."}, metadata=path)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("peserta.csv", "", "berkas ini kosong"),
        ("peserta.csv", "\ufeff", "berkas ini kosong"),
        ("peserta.xlsx", "", "berkas ini kosong"),
        ("peserta.csv", "nama berkas,kantor\n", "tabel ini hanya berisi judul kolom, tanpa baris"),
    ],
)
def test_a_table_of_participants_without_rows_is_told_as_such(
    tmp_path: Path, name: str, content: str, told: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InvalidArgument) as raised:
        kc.load({"a": "Kami jujur."}, metadata=tmp_path / name)
    assert raised.value.text("id").endswith(f"tidak dapat dibaca: {told}.")
