"""Lists of participants as offices keep them, joined to essays: numbers, names, folders."""

import warnings
from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import (
    InvalidArgument,
    KpuCorpusError,
    KpuCorpusWarning,
    UnmatchedMetadata,
)

pytestmark = pytest.mark.filterwarnings("ignore::kpu_corpus.errors.UnmatchedMetadata")
BOOK = "Buku tamu penuh catatan. Petugas mengisi daftar hadir. Pintu gudang dikunci rapat."


def written(folder: Path, **essays: str) -> Path:
    for name, author in essays.items():
        path = folder / f"{name.replace('_', '/')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Menjaga Gudang\n\nOleh: {author}\n\n{BOOK} {BOOK}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("files", "cells"), [(["01", "02"], [1, 2]), (["1", "2"], ["01", "002"])])
def test_zeros_before_a_number_part_no_file_from_its_row(
    tmp_path: Path, files: list[str], cells: list[object]
) -> None:
    folder = written(tmp_path, **dict.fromkeys(files, "Ani Rahmawati"))
    corpus = kc.load(folder, metadata=pd.DataFrame({"No": cells, "Kelas": ["A", "B"]}))
    assert corpus.essays["Kelas"].tolist() == ["A", "B"]
    assert corpus.skipped.empty


def test_numbers_that_name_other_essays_than_the_people_do_are_asked_about(tmp_path: Path) -> None:
    people = ["Ani Rahmawati", "Budi Santoso", "Citra Dewi"]
    folder = written(tmp_path, **dict(zip(("01", "02", "03"), people, strict=True)))
    rows = pd.DataFrame(
        {"No": [1, 2, 3], "Nama": [people[1], people[0], "Dedi"], "Kelas": [1, 2, 3]}
    )
    with pytest.raises(InvalidArgument, match="'No', 'Nama'"):
        kc.load(folder, metadata=rows)
    with pytest.warns(KpuCorpusWarning, match="Nama \\(3 times, such as 'Ani Rahmawati'"):
        assert kc.load(folder, metadata=rows, on="No").essays["Kelas"].tolist() == [1, 2, 3]
    agreed = rows.assign(Nama=[people[0], f"{people[1]}, S.H.", people[2].upper()])
    assert kc.load(folder, metadata=agreed).joined == "No"


def test_full_stops_and_apostrophes_part_no_person_from_the_list(tmp_path: Path) -> None:
    folder = written(tmp_path, a="Yuliana Br. Sitompul, A.Md.", b="Nur'aini, S.Pd.I")
    names = ["YULIANA BR SITOMPUL, Amd", "Nur’aini"]
    corpus = kc.load(folder, metadata=pd.DataFrame({"Nama": names, "Kelas": ["A", "B"]}))
    assert corpus.essays["Kelas"].tolist() == ["A", "B"]


def test_a_misspelt_table_names_the_one_beside_it(tmp_path: Path) -> None:
    (tmp_path / "peserta.csv").write_text("Nama,Kelas\nAni,A\n")
    with pytest.raises(KpuCorpusError, match=r"peserta\.csv"):
        kc.load({"a": BOOK}, metadata=tmp_path / "pesrta.csv")


def test_who_wrote_once_in_each_folder_is_one_person(tmp_path: Path) -> None:
    folder = written(tmp_path, sebelum_a="Ani Rahmawati", sesudah_b="Ani Rahmawati")
    rows = pd.DataFrame({"Nama": ["Ani Rahmawati, S.Sos."], "Kelas": ["A"]})
    corpus = kc.load(folder, metadata=rows)
    assert corpus.essays["Kelas"].tolist() == ["A", "A"]
    assert corpus.by_author == 2
    (folder / "sesudah" / "c.txt").write_text("Oleh: Ani Rahmawati\n\nKami menjaga suara rakyat.")
    (reason,) = kc.load(folder, metadata=rows).skipped["reason"]
    assert "'a.txt', 'b.txt', 'c.txt'" in reason


def test_people_who_all_stand_in_the_list_come_before_its_running_numbers(tmp_path: Path) -> None:
    people = ["Ani Rahmawati", "Budi Santoso", "Citra Dewi"]
    folder = written(tmp_path, **dict(zip(("01", "02", "03"), people, strict=True)))
    rows = pd.DataFrame({"No": [1, 2, 3], "Nama": people[::-1], "Kelas": ["C", "B", "A"]})
    corpus = kc.load(folder, metadata=rows)
    assert corpus.joined == "Nama"
    assert corpus.essays["Kelas"].tolist() == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("codes", "second", "joined", "told"),
    [
        ("P1 P2 P3", "Ani Sari", "Kode", "ABC"),
        ("P1 P2 P3", "Budi Santoso", "Nama", "ABC"),
        ("1 2 3", "Ani Sari", "Nama", "C"),
    ],
)
@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.UnmatchedMetadata")
def test_codes_that_tell_the_row_of_every_file_come_before_people_who_wrote_twice(
    tmp_path: Path, codes: str, second: str, joined: str, told: str
) -> None:
    """But no numbers, such as scores, which may be those of files by chance."""
    people = ["Ani Sari", second, "Citra Dewi"]
    folder = written(tmp_path, **dict(zip(codes.split(), people, strict=True)))
    rows = pd.DataFrame({"Kode": codes.split(), "Nama": people, "Kelas": ["A", "B", "C"]})
    corpus = kc.load(folder, metadata=rows)
    assert corpus.joined == joined
    assert corpus.essays["Kelas"].dropna().tolist() == [*told]


def test_files_that_are_called_by_people_are_theirs_whatever_the_degrees(tmp_path: Path) -> None:
    folder = tmp_path / "esai"
    folder.mkdir()
    for name in ("Ani Rahmawati", "BUDI_SANTOSO"):
        (folder / f"{name}.txt").write_text("Kami jujur setiap hari.", encoding="utf-8")
    rows = pd.DataFrame({"Nama": ["BUDI SANTOSO, S.H.", "ANI RAHMAWATI"], "Kelas": ["B", "A"]})
    corpus = kc.load(folder, metadata=rows)
    assert corpus.essays["Kelas"].tolist() == ["A", "B"]
    assert corpus.skipped.empty


def test_of_two_files_of_one_number_the_row_is_for_the_one_without_zeros(tmp_path: Path) -> None:
    folder = tmp_path / "esai"
    folder.mkdir()
    for name in ("1.txt", "01.txt"):
        (folder / name).write_text("Kami jujur setiap hari.", encoding="utf-8")
    (tmp_path / "p.csv").write_text("No,Nama\n1,Rina\n2,Budi\n", encoding="utf-8")
    with pytest.warns(UnmatchedMetadata, match=r"01\.txt"):
        corpus = kc.load(folder, metadata=tmp_path / "p.csv")
    assert [item.author for item in corpus.items] == [None, "Rina"]


def test_numbers_of_groups_name_no_file_with_zeros(tmp_path: Path) -> None:
    folder = written(tmp_path, **{"01": "Ani Rahmawati", "02": "Budi Santoso"})
    rows = pd.DataFrame({"Kelompok": [1, 2], "Jabatan": ["Staf", "Ketua"]})
    with pytest.raises(InvalidArgument, match="none of them has file names"):
        kc.load(folder, metadata=rows)
    files = rows.assign(Dokumen=["1.docx", "2.docx"])
    assert kc.load(folder, metadata=files).joined == "Dokumen"


def test_people_of_one_name_in_two_offices_are_not_one(tmp_path: Path) -> None:
    for place in ("Kabupaten Garut", "Kota Bogor"):
        (tmp_path / place).mkdir()
        text = f"Menjaga Gudang\n\nBudi Santoso\nKPU {place}\n\n{BOOK} {BOOK}"
        (tmp_path / place / "esai.txt").write_text(text, encoding="utf-8")
    rows = pd.DataFrame({"Nama": ["Budi Santoso", "Ani"], "Kelas": ["A", "B"]})
    corpus = kc.load(tmp_path, metadata=rows)
    assert corpus.essays["unit"].tolist() == ["KPU Kabupaten Garut", "KPU Kota Bogor"]
    assert corpus.by_author == 0


@pytest.mark.parametrize("form", ["{}.txt", "{}.docx", "{}"])
def test_a_file_in_one_of_two_folders_is_named_by_its_path(form: str, tmp_path: Path) -> None:
    files = ["sebelum/01", "sebelum/rina", "sesudah/01", "sesudah/rina"]
    folder = written(tmp_path, **{name.replace("/", "_"): "Ani Rahmawati" for name in files})
    rows = pd.DataFrame({"Berkas": [*map(form.format, files)], "Kelas": [1, 2, 3, 4]})
    assert kc.load(folder, metadata=rows).essays["Kelas"].tolist() == [1, 2, 3, 4]
    one = kc.load(folder, metadata=rows.iloc[1:2]).essays["Kelas"]
    assert one.isna().tolist() == [True, False, True, True]


def test_an_office_read_in_an_essay_beside_those_of_the_table_is_told(tmp_path: Path) -> None:
    for number in ("01", "02"):
        text = f"Nama : Ani\nUnit Kerja : KPU Kabupaten Garut\n\n{BOOK} {BOOK}"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    rows = pd.DataFrame({"No": [1, 2], "Satker": ["Garut", None]})
    with pytest.warns(
        KpuCorpusWarning, match=r"leave 'Satker' blank, .* \(1\): .*'02.txt' \(KPU Kab"
    ):
        units = kc.load(tmp_path, metadata=rows).essays["unit"]
    assert units.tolist() == ["Garut", "KPU Kabupaten Garut"]
    kc.load(tmp_path, metadata=pd.DataFrame({"No": [1, 2], "Satker": ["Garut", "Garut"]}))


def test_the_office_of_an_essay_without_a_row_is_not_told_as_a_blank_cell(tmp_path: Path) -> None:
    for name, office in (("Ani Rahmawati", "KPU Kota Tegal"), ("Budi Santoso", "KPU Garut")):
        text = f"Menjaga Gudang\n\nNama: {name}\nUnit Kerja: {office}\n\n{BOOK} {BOOK}"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    rows = pd.DataFrame({"Nama": ["Ani Rahmawati"], "Unit Kerja": ["KPU Kota Tegal"]})
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        corpus = kc.load(tmp_path, metadata=rows)
    assert corpus.essays["unit"].tolist() == ["KPU Kota Tegal", "KPU Garut"]
    assert [one.category for one in told] == [UnmatchedMetadata]


def test_files_of_one_name_are_told_with_their_folders(tmp_path: Path) -> None:
    folder = written(tmp_path, sebelum_01="Ani", sesudah_01="Budi", sesudah_02="Citra")
    rows = pd.DataFrame({"berkas": ["sebelum/01", "02"], "Kelas": ["A", "B"]})
    assert kc.load(folder, metadata=rows).essays["Kelas"].fillna("").tolist() == ["A", "", "B"]
    (reason,) = kc.load(folder, metadata=rows).skipped["reason"]
    assert "'sesudah/01.txt'" in reason


def test_a_slip_in_the_name_of_a_person_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, **{"01": "Gilang Ramadhan", "02": "Ani Rahmawati"})
    rows = pd.DataFrame({"Nama": ["Gilang Ramadan, S.Kom", "Ani Rahmawati"], "Kelas": ["A", "B"]})
    told = {error.message: error.text("id") for _, error in kc.load(folder, metadata=rows).refused}
    assert "'Gilang Ramadan, S.Kom' (mungkin '01.txt', Gilang Ramadhan?)" in told["metadata_rows"]
    assert "'01.txt' (mungkin 'Gilang Ramadan, S.Kom'?)" in told["metadata_essays"]


def test_a_file_called_by_a_part_of_a_name_is_told_with_the_whole(tmp_path: Path) -> None:
    for name in ("6_Galih", "12_M Iqbal"):
        (tmp_path / f"{name}.txt").write_text(f"Gudang\n\n{BOOK} {BOOK}", encoding="utf-8")
    people = ["Galih Ramadhan, S.Ak.", "Muhammad Iqbal", "Ani Rahmawati"]
    rows = pd.DataFrame({"Nama": people, "Berkas": ["", "", "ani.txt"]})
    written(tmp_path, ani="Ani Rahmawati")
    told = kc.load(tmp_path, metadata=rows, on="Nama").skipped["reason"].str.cat()
    assert "'Galih Ramadhan, S.Ak.' (maybe '6_Galih.txt'?)" in told
    assert "'12_M Iqbal.txt' (maybe 'Muhammad Iqbal'?)" in told
    two = pd.DataFrame({"Nama": ["Ani Rahmawati", "Galih Ramadhan", "Galih Prasetyo"]})
    assert "maybe" not in kc.load(tmp_path, metadata=two).skipped["reason"].str.cat()


def test_who_wrote_a_file_is_read_from_its_name_with_what_stands_around(tmp_path: Path) -> None:
    for name in ("07_RinaMarlina_esai", "gudang"):
        (tmp_path / f"{name}.txt").write_text(f"Gudang\n\n{BOOK} {BOOK}", encoding="utf-8")
    rows = pd.DataFrame({"Nama": ["RINA MARLINA, S.H.", "Ani"], "Kelas": ["A", "B"]})
    corpus = kc.load(tmp_path, metadata=rows)
    assert corpus.column("Kelas").fillna("").tolist() == ["A", ""]


@pytest.mark.parametrize(("author", "classes"), [("A. Fauzi", ["A", "A"]), ("Ani", ["A", ""])])
def test_a_short_name_in_the_text_is_that_of_its_file_which_the_table_lists(
    author: str, classes: list[str], tmp_path: Path
) -> None:
    written(tmp_path, sebelum_esai="Ahmad Fauzi", **{"sesudah_Ahmad Fauzi fix": author})
    table = pd.DataFrame({"Nama": ["Ahmad Fauzi", "Budi Hartono"], "Kelas": ["A", "B"]})
    with pytest.warns(UserWarning, match="'A. Fauzi' → 'Ahmad Fauzi'" if classes[1] else "match"):
        corpus = kc.load(tmp_path, metadata=table)
    assert corpus.column("Kelas").fillna("").tolist() == classes


def test_the_folders_of_the_files_are_groups(tmp_path: Path) -> None:
    folder = written(tmp_path, sebelum_01="Ani", sesudah_01="Ani", sesudah_02="Budi")
    corpus = kc.load(folder)
    assert kc.profile(corpus, by="Folder")["folder"].tolist() == ["sebelum", "sesudah"]
    assert "folder" not in corpus.essays
    own = kc.load(corpus, metadata=pd.DataFrame({"berkas": ["01", "02"], "Folder": ["A", "B"]}))
    assert kc.profile(own, by="folder")["Folder"].tolist() == ["A", "B"]


def test_essays_in_no_folder_have_no_such_group(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="not divided into folders; name the folder above"):
        kc.profile(kc.load(written(tmp_path, **{"01": "Ani"})), by="folder")


def test_what_tells_who_a_person_is_stands_in_no_page(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    people = ["Ani", "Budi", "Citra"]
    files = {f"{when}_{name}": name for when in ("sebelum", "sesudah") for name in people}
    numbers = [f"19900101 202504 1 00{n}" for n in range(3)]
    rows = pd.DataFrame({"Nama": people, "NIP": numbers, "Kelas": [*"AAB"], "Nomor HP": numbers})
    corpus = kc.load(written(tmp_path / "esai", **files), metadata=rows)
    assert corpus.column("NIP").tolist() == [*numbers, *numbers]
    book = openpyxl.load_workbook(kc.report(corpus, tmp_path / "laporan.xlsx"))
    cells = {value for sheet in book for row in sheet.values for value in row}
    assert "Kelas" in cells
    assert cells.isdisjoint({"NIP", "Nomor HP", *numbers})


def test_the_name_of_a_writer_may_be_spelt_otherwise_in_one_of_two_folders(tmp_path: Path) -> None:
    names = {"sebelum": ("Maria Goreti Seran", "Budi Hartono"), "sesudah": ("Maria Gorety Seran",)}
    for folder, people in names.items():
        (tmp_path / folder).mkdir()
        for name in people:
            (tmp_path / folder / f"{name}.txt").write_text(f"Kami hadir. {name[0]}", "utf-8")
    table = pd.DataFrame({"Nama": ["Maria Goreti Seran", "Budi Hartono"], "kelas": ["A", "B"]})
    maybe = r"'Maria Gorety Seran\.txt' \(maybe 'Maria Goreti Seran'\?\)"
    with pytest.warns(UnmatchedMetadata, match=maybe):
        kc.load(tmp_path, metadata=table)
    (tmp_path / "sebelum" / "Budi Hartanto.txt").write_text("Kami pulang.", "utf-8")
    with pytest.warns(UnmatchedMetadata, match=r"'Budi Hartanto\.txt'(?! \(maybe)"):
        kc.load(tmp_path, metadata=table)  # beside the essay of that row it is somebody else
