"""Which files of what people name are read."""

from __future__ import annotations

import gzip
import os
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from tests.windows import paths_of_windows

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument, SourceNotFound, UnreadableSource
from kpu_corpus.reading.files import files

GOOD = "Kami menjaga suara rakyat dengan jujur."


def names(folder: Path) -> list[str]:
    return [name for name, _ in files([folder])]


def test_folders_are_read_by_name_and_nested(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "b/c/3.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    assert names(tmp_path) == ["a.txt", "b/1.txt", "b/2.txt", "b/c/3.txt"]


def test_of_several_folders_each_is_the_first_part_of_the_names_in_it(tmp_path: Path) -> None:
    for name in ("sebelum/kelas/ani.txt", "sesudah/ani.txt", "lain.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Kami bekerja dengan jujur.", "utf-8")
    given = [tmp_path / "sebelum", tmp_path / "sesudah", tmp_path / "lain.txt"]
    assert [name for name, _ in files(given)] == [
        *("sebelum/kelas/ani.txt", "sesudah/ani.txt", "lain.txt")
    ]
    assert [name for name, _ in files(given[1:])] == ["ani.txt", "lain.txt"]


def test_what_describes_or_accompanies_a_folder_is_no_essay(tmp_path: Path) -> None:
    left = ("README.md", ".hidden", "~$esai.docx", "LICENSE", "a.txt.cuts.toml", "Thumbs.db")
    of_spark = ("_SUCCESS", "_metadata", "_common_metadata", ".part-0.parquet.crc")
    for name in (*left, *of_spark, "desktop.ini", "a.txt"):
        (tmp_path / name).write_text(GOOD)
    assert names(tmp_path) == ["a.txt"]


def test_a_file_whose_name_leaves_no_room_for_a_sidecar_is_read(tmp_path: Path) -> None:
    try:
        (tmp_path / f"{'x' * 249}.txt").write_text(GOOD)
    except OSError:  # this system has no such names
        pytest.skip("names of 253 characters")
    corpus = kc.load(tmp_path)
    assert (corpus.texts, corpus.skipped.empty) == ([GOOD], True)
    assert not pd.read_parquet(kc.stream(tmp_path, tmp_path / "out") / "themes.parquet").empty


def test_pictures_and_scripts_of_a_saved_page_belong_to_it(tmp_path: Path) -> None:
    (tmp_path / "Opini.html").write_text(f"<html><body><p>{GOOD}</p></body></html>")
    (tmp_path / "Opini_files").mkdir()
    (tmp_path / "Opini_files" / "gaya.css").write_text("p {}")
    (tmp_path / "lain_files").mkdir()
    (tmp_path / "lain_files" / "esai.txt").write_text(GOOD)
    assert names(tmp_path) == ["Opini.html", "lain_files/esai.txt"]


def test_a_saved_page_has_its_parts_in_an_archive_too(tmp_path: Path) -> None:
    page = f"<html><body><p>{GOOD}</p></body></html>"
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("Opini.html", "Opini_files/bingkai.html", "lain_files/esai.html", ".x.html"):
            archive.writestr(name, page)
    corpus = kc.load(tmp_path / "a.zip")
    assert list(corpus.essays["source"]) == ["a/Opini", "a/lain_files/esai"]
    assert corpus.skipped.empty


@pytest.mark.parametrize("folder", ["esai", ".unduhan"])
def test_glob_patterns_name_several_files(folder: str, tmp_path: Path) -> None:
    (tmp_path / folder).mkdir()
    for name in ("1.txt", "2.txt", "3.md"):
        (tmp_path / folder / name).write_text(GOOD)
    assert len(kc.load(str(tmp_path / folder / "*.txt"))) == 2


@pytest.mark.parametrize(
    ("typed", "told"),
    [("–by", "type two plain hyphens: --by"), ("—out", "--out"), ("“Esai", "type straight ones")],
)
def test_what_word_processors_made_of_a_command_is_told(typed: str, told: str) -> None:
    with pytest.raises(SourceNotFound, match=told):
        kc.load([typed])


def test_missing_path_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "esai.txt").write_text(GOOD)
    with pytest.raises(SourceNotFound, match=r"Did you mean .*esai\.txt"):
        kc.load(tmp_path / "esay.txt")


@pytest.mark.parametrize(
    ("missing", "hint"),
    [
        ("tidak.jsonl", ""),  # nothing is alike but the folder and the suffix
        ("pesrta.xlsx", "peserta.xlsx"),
        ("peserta.csv", "peserta.xlsx"),
        ("dup.json", "dup.jsonl"),
        (r"Ani\peserta.xlsx", ""),  # a path of Windows
    ],
)
def test_a_missing_file_is_likened_by_its_name_alone(
    tmp_path: Path, missing: str, hint: str
) -> None:
    for name in ("dup.jsonl", "peserta.xlsx"):
        (tmp_path / name).write_text(GOOD)
    with pytest.raises(SourceNotFound) as caught:
        kc.load(tmp_path / missing)
    told = str(caught.value).partition(" Did you mean ")[2]
    assert told == (f"'{tmp_path / hint}'?" if hint else "")


def test_name_with_a_nul_byte_does_not_exist() -> None:
    with pytest.raises(SourceNotFound):
        kc.load("a\0b.txt")


@pytest.mark.parametrize("pattern", ["*", "**", "**/*", "*.*", "[!x]*"])
def test_a_pattern_reads_what_the_folder_would(tmp_path: Path, pattern: str) -> None:
    for name in ("README.md", "a.txt.cuts.toml", "a.txt", "Opini.html", "b/1.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    (tmp_path / "Opini_files").mkdir()
    (tmp_path / "Opini_files" / "bingkai.html").write_text(f"<html><p>{GOOD}</p></html>")
    found = [path for _, path in files([tmp_path / pattern]) if isinstance(path, Path)]
    within = sorted(path.relative_to(tmp_path).as_posix() for path in found)
    assert within == ["Opini.html", "a.txt", *(["b/1.txt"] if "." not in pattern else [])]


@pytest.mark.parametrize("rest", ["", " --by kelas", "\\ --out a.docx"])
def test_a_name_whose_quotation_mark_a_backslash_opened_again_is_explained(rest: str) -> None:
    with pytest.raises(SourceNotFound, match=r'delete the backslash: "Esai CPNS"$'):
        kc.load(f'Esai CPNS"{rest}')


@pytest.mark.skipif(os.name == "nt", reason="links are POSIX")
def test_a_link_to_nothing_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(SourceNotFound, match=r"a link \(symlink\) to a file that does not exist"):
        kc.load(tmp_path / "a")


def test_a_file_packed_by_gzip_is_read_as_the_file_in_it(tmp_path: Path) -> None:
    for name, text in (
        ("a.txt.gz", GOOD),
        ("b.jsonl.gz", f'{{"id": "x", "teks": "{GOOD}"}}'),
        ("c.csv.gz", f"id;teks\ny;{GOOD}\n"),
    ):
        (tmp_path / name).write_bytes(gzip.compress(text.encode()))
    corpus = kc.load(tmp_path)
    assert corpus.essays["essay"].tolist() == ["a-1", "x", "y"]
    assert set(corpus.essays["text"]) == {GOOD}
    (tmp_path / "kelas.csv.gz").write_bytes(gzip.compress(b"id;kelas\nx;pagi\n"))
    about = kc.load(tmp_path / "b.jsonl.gz", metadata=tmp_path / "kelas.csv.gz", on="id")
    assert about.column("kelas").tolist() == ["pagi"]


def test_what_grows_out_of_a_packed_file_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"kami " * 1_000_000))
    with pytest.raises(UnreadableSource, match="limit archive_ratio"):
        kc.load(path)
    with pytest.raises(UnreadableSource, match="1,000,000 bytes"):
        kc.load(path, limits=kc.Limits(file_bytes=1_000_000))
    path.write_bytes(gzip.compress(GOOD.encode())[:10] + b"\xff" * 40)
    with pytest.raises(UnreadableSource, match="damaged"):
        kc.load(path)
    path.write_bytes(gzip.compress(gzip.compress(GOOD.encode())))
    with pytest.raises(UnreadableSource, match="this kind of archive is not read"):
        kc.load(path)


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.jsonl", '{"id": "x", "teks": "Kami hadir."}\n{"id": "y", "teks": "Kami ra', 1),
        ("a.csv", 'id;teks\nx;"Kami\nhadir."\ny;"Kami\nra', 3),
        ("a.csv", "id;teks\nx;Kami hadir.\ny;Kami ra", 2),
        ("a.csv", "id;teks\ny;Kami ra", 0),
        ("a.json", '[{"id": "x",\n"teks": "Kami hadir."},\n{"id": "y",\n"te', 0),
        ("a.txt", f"{GOOD}\n\n{GOOD[:20]}", 0),
        ("a.csv", "", 0),
    ],
)
def test_of_a_packed_table_that_is_cut_off_the_whole_rows_are_read(
    name: str, content: str, line: int, tmp_path: Path
) -> None:
    packed = gzip.compress((content + "pi." * 9).encode(), 0)  # as it is, between head and end
    (tmp_path / f"{name}.gz").write_bytes(packed[: -8 - 27])
    if not line:
        with pytest.raises(UnreadableSource, match=r"this \.gz file is cut off; copy"):
            kc.load(tmp_path)
        return
    corpus = kc.load(tmp_path)
    assert corpus.ids == ("x",)
    assert corpus.texts[0].split() == ["Kami", "hadir."]
    (reason,) = corpus.skipped["reason"]
    assert f"is cut off: it is read up to line {line};" in reason
    with pytest.raises(InvalidArgument, match="cut off"):
        kc.load({"x": GOOD}, metadata=tmp_path / f"{name}.gz")


def test_standard_input_is_told_to_be_no_file() -> None:
    with pytest.raises(SourceNotFound, match=r"Standard input .* save it to a file first"):
        kc.load("-")


def test_a_bundle_that_was_unpacked_is_no_folder_of_essays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    bundle = kc.bundle(kc.preprocess(kc.load(tmp_path)), tmp_path / "hasil.zip")
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path / "hasil")
    bundle.unlink()
    corpus = kc.load(tmp_path)
    assert [item.source for item in corpus.items] == ["a"]
    assert corpus.skipped["path"].tolist() == [str(tmp_path / "hasil")]
    assert "(.zip)" in corpus.skipped["reason"].item()


def test_the_files_of_a_pattern_have_one_order_on_every_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sign between folders has another place in the order of Windows."""
    for name in ("a/1.txt", "a-b/2.txt", "aB/3.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(GOOD)
    found = [
        str(tmp_path / name).replace("/", "\\") for name in ("a/1.txt", "aB/3.txt", "a-b/2.txt")
    ]
    monkeypatch.setattr("glob.glob", lambda *_, **__: found)
    paths_of_windows(monkeypatch)
    read = kc.load(str(tmp_path / "*" / "*.txt")).sources["source"]
    assert read.tolist() == ["2", "1", "3"]
