"""Authors by the names of the files that a platform packs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pandas as pd
import pytest
from tests.windows import paths_of_windows

import kpu_corpus as kc
from kpu_corpus.errors import KpuCorpusWarning
from kpu_corpus.loading.metadata import match

TEXT = "Kami menjaga suara warga setiap hari dan melayani semua orang dengan ramah."


def authors(tmp_path: Path, files: dict[str, str]) -> list[str | None]:
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    found = kc.load(tmp_path).essays["author"].astype(object)
    return found.where(found.notna(), None).tolist()


def test_files_called_by_their_writers_tell_the_authors(tmp_path: Path) -> None:
    files = {
        "01_Lilis Suryani_KPU Kota Tegal.txt": TEXT,
        "Asep Saepudin_3101_assignsubmission_file_/esai fix.txt": TEXT,
        "Tugas Esai - Rina Marlina.txt": TEXT,
        "Dewi Lestari.txt": f"Judul Tulisan Kami\n\nOleh: Budi Santoso\n\n{TEXT}",
        "Siti Aminah.txt": f"Judul: Suara Warga\n\n{TEXT}\n\nJudul: Suara Kita\n\n{TEXT}",
    }
    by_text = ["Budi Santoso", None, None]  # of a file with two essays it is not known whose
    expected = ["Lilis Suryani", *by_text, "Rina Marlina", "Asep Saepudin"]
    assert authors(tmp_path, files) == expected


def test_the_kind_of_the_work_and_its_version_are_no_part_of_the_name(tmp_path: Path) -> None:
    people = {
        "01_Refleksi Lilis Suryani-revisi2": "Lilis Suryani",
        "Asep Saepudin-KPU Kota Tegal": "Asep Saepudin",
        "Nur-Aini Sari rev": "Nur-Aini Sari",  # a hyphen is in names, too
        "Refleksi Sesudah Pelatihan Rina Marlina": "Rina Marlina",
        "Fwd_ Salinan dari Tugas Budi Santoso-fix": "Budi Santoso",
        "New Microsoft Word Document": "None",
        "Fwd Esai Orientasi": "None",
    }
    found = authors(tmp_path, {f"{name}.txt": TEXT for name in people})
    assert sorted(map(str, found)) == sorted(people.values())


def test_a_saved_corpus_gets_no_author_that_it_had_not(tmp_path: Path) -> None:
    folder = tmp_path / "esai"
    folder.mkdir()
    files = dict.fromkeys(("Rina Marlina", "Asep Saepudin", "a", "b", "c"), TEXT)
    assert authors(folder, {f"{name}.txt": text for name, text in files.items()}) == [None] * 5
    some = kc.load(folder).select(["Rina Marlina-1", "Asep Saepudin-1"])
    assert kc.load(some.save(tmp_path / "korpus.parquet")).essays["author"].isna().all()


def test_one_file_called_otherwise_beside_those_of_writers_changes_nothing(tmp_path: Path) -> None:
    people = ("ESAI_RINA_MARLINA_KPU_KOTA_TEGAL", "Asep Saepudin KPU Kabupaten Garut", "esai fix")
    files = {f"{name}.txt": TEXT for name in people}
    assert authors(tmp_path, files) == ["Asep Saepudin", "RINA MARLINA", None]


def test_one_word_beside_the_number_of_an_employee_is_a_name(tmp_path: Path) -> None:
    names = ("199801012025062001_WAGIMAN", "199801012025062002_RINA MARLINA")
    files = {f"{name}.txt": TEXT for name in names}
    with pytest.warns(KpuCorpusWarning, match=r"\(NIP\), .* \(2\): .*; rename the files"):
        assert authors(tmp_path, files) == ["WAGIMAN", "RINA MARLINA"]


def test_what_a_platform_adds_to_the_names_of_folders_is_in_no_id(tmp_path: Path) -> None:
    path = tmp_path / "Tugas Esai-4471.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for who in ("Asep Saepudin_3102", "Rina Marlina_3101"):
            archive.writestr(f"{who}_assignsubmission_onlinetext/onlinetext.html", f"<p>{TEXT}</p>")
    essays = kc.load(path).essays
    assert essays["essay"].tolist() == [
        "Tugas Esai-4471/Asep Saepudin/onlinetext-1",
        "Tugas Esai-4471/Rina Marlina/onlinetext-1",
    ]
    assert essays["author"].tolist() == ["Asep Saepudin", "Rina Marlina"]


def test_a_folder_of_moodle_may_be_called_by_a_person_with_one_name(tmp_path: Path) -> None:
    people = ("Asep Saepudin_3102", "Wagiman_3101")
    files = {f"{who}_assignsubmission_file_/esai.txt": TEXT for who in people}
    assert authors(tmp_path, files) == ["Asep Saepudin", "Wagiman"]


def test_a_name_of_one_file_or_beside_others_without_names_tells_nothing(tmp_path: Path) -> None:
    """A text may be about whom its file is called by."""
    assert authors(tmp_path / "satu", {"Cut Nyak Dien.txt": TEXT}) == [None]
    names = ("Lilis Suryani", "Asep Saepudin", "Menjadi ASN KPU", "Menjaga Suara Rakyat")
    assert authors(tmp_path / "dua", {f"{name}.txt": TEXT for name in names}) == [None] * 4
    names = ("Lilis Suryani_3101", "Asep Saepudin_3102", "Kelompok 3_3103")
    files = {f"{name}_assignsubmission_file_/esai.txt": TEXT for name in names}
    assert authors(tmp_path / "kelompok", files) == ["Asep Saepudin", None, "Lilis Suryani"]


@pytest.mark.parametrize(
    "names", [("Cut Nyak Dien", "Mohammad Hatta"), ("RINA MARLINA", "ASEP SAEPUDIN")]
)
def test_a_name_that_the_text_has_is_not_taken_for_its_author(
    names: tuple[str, str], tmp_path: Path
) -> None:
    first, second = names
    files = {
        f"{first}.txt": f"{first.title()} memimpin perlawanan. {TEXT}",
        f"{second}.txt": f"Bung Karno dan {second.title()} berbeda pendapat. {TEXT}",
    }
    assert authors(tmp_path, files) == [None, None]


def test_people_folders_and_order_are_those_of_other_systems_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "a/Lilis Suryani_esai.txt": TEXT,
        "a b/Asep Saepudin_3101_assignsubmission_file_/esai.txt": TEXT,
        "c/kosong.txt": "",
    }
    expected = authors(tmp_path, files)
    here = kc.load(tmp_path)
    paths_of_windows(monkeypatch)
    there = kc.load(tmp_path)
    assert expected == ["Lilis Suryani", "Asep Saepudin"]
    pd.testing.assert_frame_equal(there.essays, here.essays)
    pd.testing.assert_frame_equal(there.sources, here.sources)
    pd.testing.assert_frame_equal(there.skipped, here.skipped)
    assert match.shown_names(there) == ["Lilis Suryani_esai.txt", "esai.txt"]


def test_folders_named_after_groups_tell_those_of_the_essays_in_them(tmp_path: Path) -> None:
    told = {
        "Angkatan XII/Kelompok 1/a.txt": f"Menjaga Suara\nKelas: C\n\n{TEXT}",
        "Angkatan XII - Jabar/kelompok_2 (pagi)/b.txt": f"Menjaga Suara\nKelompok: 5\n\n{TEXT}",
        "Kelompok Tani/c.txt": TEXT,
    }
    for name, text in told.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = [dict(item.metadata) for item in kc.load(tmp_path).items]
    assert found == [
        {"angkatan": "XII", "kelompok": "1", "kelas": "C"},
        {"angkatan": "XII", "kelompok": "5"},
        {},
    ]


def test_rows_of_a_table_are_of_the_group_after_which_its_folder_is_named(tmp_path: Path) -> None:
    (folder := tmp_path / "Angkatan XII" / "Kelompok 1").mkdir(parents=True)
    for rows, told in (
        ("id,teks,Kelompok\nx,Kami jujur.,3\n", {"Kelompok": 3}),
        ("id,teks\nx,Kami jujur.\n", {"kelompok": "1"}),
    ):
        (folder / "esai.csv").write_text(rows, encoding="utf-8")
        for path in (tmp_path, folder, folder / "esai.csv"):
            (item,) = kc.load(path).items
            assert (item.id, dict(item.metadata)) == ("x", told)


def test_the_group_of_a_folder_does_not_depend_on_where_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inner := tmp_path / "Gelombang 3" / "Kelas B" / "esai").mkdir(parents=True)
    (inner / "hari.txt").write_text("Kami menjaga suara warga.", encoding="utf-8")
    (inner / "tabel.csv").write_text("id,teks\nx,Kami jujur.\n", encoding="utf-8")
    for path, told in ((inner, {}), (inner.parent, {"kelas": "B"})):
        monkeypatch.chdir(path)
        for given in (path, f"../{path.name}", "."):
            of_file, of_row = sorted(kc.load(given).items, key=lambda item: item.id)
            assert (dict(of_file.metadata), dict(of_row.metadata)) == (told, {})
    corpus = kc.load(tmp_path / "Gelombang 3" / "Kelas B" / "esai" / "hari.txt")
    assert dict(corpus.items[0].metadata) == {}


def test_files_of_one_name_are_shown_with_the_folders_that_tell_them_apart(tmp_path: Path) -> None:
    authors(tmp_path, dict.fromkeys(("a/Tegal/b.txt", "c/Tegal/b.txt", "c/d.txt"), TEXT))
    shown = match.shown_names(kc.load(tmp_path))
    assert sorted(shown) == ["a/Tegal/b.txt", "c/Tegal/b.txt", "d.txt"]
