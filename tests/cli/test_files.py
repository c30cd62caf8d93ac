"""Files that commands write: what is there already is kept, or its replacement is told."""

import errno
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.cli import main, run
from kpu_corpus.cli.finishing import WRITTEN
from kpu_corpus.corpus.tables import ESSAYS
from kpu_corpus.errors import InvalidLexicon
from kpu_corpus.reporting.report import WRITERS

SHORT = "Kami menjaga integritas dan bersinergi. " * 2
ESSAY = SHORT * 6


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "esai").mkdir()
    (tmp_path / "esai" / "satu.txt").write_text(SHORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_second_report_under_the_default_name_keeps_the_first(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "esai"]) == 0
    assert "laporan.html" in capsys.readouterr().err
    first = (folder / "laporan.html").read_bytes()
    (folder / "laporan-2.html").touch()
    assert run(["report", "esai", "--by", "none"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0].endswith("laporan-3.html (1 esai)")
    assert (
        told[1] == "laporan.html sudah ada dan dibiarkan; hasil ini ditulis sebagai laporan-3.html."
    )
    assert (folder / "laporan.html").read_bytes() == first


def test_a_named_file_is_replaced_and_that_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang in ("id", "id", "en"):
        assert run(["bundle", "esai", "--out", "paket.zip", "--lang", lang]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told.count("paket.zip yang lama sudah diganti.") == 1
    assert told[-1] == "The earlier paket.zip was replaced."
    assert len(list(folder.glob("*.*"))) == 1


@pytest.mark.parametrize(
    ("command", "name"),
    [
        *(("report", f"ani{suffix}") for suffix in WRITTEN),
        ("themes", "ani.parquet"),
        ("bundle", "ani.zip"),
    ],
)
def test_a_named_file_that_is_no_result_is_not_replaced(
    folder: Path, command: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text("<p>Esai Ani", encoding="utf-8")
    assert run([command, "esai", "--out", name]) == 2
    assert f"'{name}' sudah ada dan bukan hasil program ini" in capsys.readouterr().err
    assert (folder / name).read_text(encoding="utf-8") == "<p>Esai Ani"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("peserta.csv", "nama berkas;kantor\r\nsatu.txt;KPU Garut\r\n"),
        ("peserta.csv", "\ufeffNo,Nama Peserta,status\r\n1,Ani,hadir\r\n"),  # "CSV UTF-8" of Excel
        ("tema.csv", "theme,jumlah\r\nintegritas,3\r\n"),  # without the mark, so not from here
        ("esai.jsonl", '{"id": "satu", "text": "Kami jujur."}\n'),
        ("esai.jsonl", '{"author": "Ani", "text": "Kami jujur.", "essay": "satu"}\n'),
        ("rusak.jsonl", "[1, 2"),
        ("daftar.jsonl", '["essay", "theme"]\n'),
    ],
)
def test_a_table_of_people_is_not_replaced_by_one_of_the_program(
    folder: Path, name: str, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text(content, encoding="utf-8", newline="")
    assert run(["themes", "esai", "--out", name]) == 2
    assert f"'{name}' sudah ada dan bukan hasil program ini" in capsys.readouterr().err
    assert (folder / name).read_bytes() == content.encode()


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_a_table_of_another_command_or_of_groups_is_replaced(
    folder: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    people = 'nama berkas,"kantor, dahulu"\nsatu,KPU Garut\n'
    (folder / "peserta.csv").write_text(people, encoding="utf-8")
    groups = ["--metadata", "peserta.csv", "--by", "kantor, dahulu"]
    calls = [[command, "esai", *groups] for command in ("themes", "similarity")]
    calls += [["collocates", "menjaga", "esai"], ["segment", "esai"]]
    for call in calls:
        assert run([*call, "--out", f"hasil.{suffix}"]) in (0, 3)
    told = capsys.readouterr().err
    assert told.count(f"hasil.{suffix} yang lama sudah diganti.") == len(calls) - 1


def test_a_table_of_themes_does_not_replace_a_lexicon_of_its_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lexicon", "pemilu", "--out", "tema.csv"]) == 0
    edited = (folder / "tema.csv").read_text(encoding="utf-8").replace("ya", "mungkin")
    (folder / "tema.csv").write_text(edited, encoding="utf-8")
    with pytest.raises(InvalidLexicon):  # a mistake in a cell makes it no less a lexicon
        kc.load_lexicon("tema.csv")
    assert run(["themes", "esai", "--out", "tema.csv"]) == 2
    assert "'tema.csv' sudah ada dan mungkin sudah disunting" in capsys.readouterr().err
    assert (folder / "tema.csv").read_text(encoding="utf-8") == edited


@pytest.mark.parametrize(
    ("command", "read"),
    [
        ("themes", ["tabel.csv"]),
        ("themes", ["esai", "--metadata", "tabel.csv"]),
        ("themes", ["esai", "--lexicon", "tabel.csv"]),
        ("keywords", ["esai", "--background", "tabel.csv"]),
        ("compare", ["esai", "--background", "tabel.csv"]),
        ("validate", ["esai", "--coded", "tabel.csv"]),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_file_that_the_command_reads_is_not_replaced(
    folder: Path, command: str, read: list[str], first: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    table = f"id,teks\nsatu,{ESSAY}\n"
    (folder / "tabel.csv").write_text(table, encoding="utf-8")
    out = ["--out", str(folder / "esai" / ".." / "tabel.csv")]
    assert run([command, *(out + read if first else read + out)]) == 2
    assert "dibaca oleh perintah ini, jadi tidak diganti" in capsys.readouterr().err
    assert (folder / "tabel.csv").read_text(encoding="utf-8") == table


@pytest.mark.parametrize("words", [["tanggung jawab"], ["tanggung", "jawab"]])
def test_a_word_after_its_files_is_told_with_a_call_that_can_be_typed(
    folder: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["concordance", "esai", *words]) == 2
    assert capsys.readouterr().err.endswith('concordance "tanggung jawab" esai\n')


@pytest.mark.parametrize("name", ["-angkatan", "-o 2", "--sesudah"])
def test_a_folder_whose_name_begins_with_a_hyphen_is_told_with_what_can_be_typed(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "esai").rename(folder / name)
    assert run(["themes", name]) == 2
    path = os.path.join(".", name)
    typed = f'"{path}"' if " " in name else path
    told = f"'{name}' diawali tanda hubung, jadi terbaca sebagai pilihan; tulis {typed}\n"
    assert capsys.readouterr().err == f"Galat: {told}"
    assert run(["themes", path]) == 0


@pytest.mark.parametrize(("lang", "told"), [("id", "Dihentikan."), ("en", "Stopped.")])
def test_ctrl_c_leaves_the_earlier_file_and_says_that_it_stopped(
    folder: Path,
    lang: str,
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    assert run(["themes", "esai", "--out", "hasil.csv"]) == 0
    earlier = (folder / "hasil.csv").read_bytes()
    monkeypatch.setattr("kpu_corpus.load", stop)
    assert run(["themes", "esai", "--out", "hasil.csv", "--lang", lang]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == told
    assert [path.read_bytes() for path in folder.glob("hasil*")] == [earlier]


def test_a_result_that_is_open_in_word_or_excel_is_told_as_such_before_any_work(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "tema.xlsx"

    def closed(path: Path, *_: object, **named: object) -> object:
        if path.name == name:  # Windows lets nobody else read it either
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *_, **named)  # type: ignore[arg-type]

    assert run(["themes", "esai", "--out", name]) == 0
    real, before = Path.open, (folder / name).read_bytes()
    monkeypatch.setattr(Path, "open", closed)
    monkeypatch.setattr("kpu_corpus.load", lambda *_, **__: pytest.fail("work was done"))
    assert run(["themes", "esai", "--out", name]) == 1
    told = capsys.readouterr().err
    assert f"{name} tidak dapat ditulis (tidak diizinkan; bila sedang terbuka di Word" in told
    assert "diganti" not in told
    monkeypatch.undo()
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize("command", [["themes"], ["stream", "--out", "hasil"]])
def test_a_file_that_may_not_be_read_is_no_mistake_in_the_command(
    folder: Path,
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def closed(path: Path, *_: object, **named: object) -> object:
        if path.suffix == ".jsonl" and path.parent.name == "esai":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *_, **named)  # type: ignore[arg-type]

    real = Path.open
    (folder / "esai" / "dua.jsonl").write_text('{"text": "Kami netral."}', encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "open", closed)
    assert run([command[0], "esai/dua.jsonl", *command[1:]]) == 1
    assert "dua.jsonl: berkas ini tidak dapat dibuka (tidak diizinkan" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["themes", ESSAY], "load mendapat teks"),
        (["themes", "esai", "--out", f"{ESSAY}.csv"], "namanya terlalu panjang"),
        (["lexicon", "--out", f"{ESSAY}.csv"], "namanya terlalu panjang"),
        (["keywords", "esai", "--background", ESSAY], "tidak dikenal"),
        (["concordance", "esai", ESSAY], "kata yang dicari disebut lebih dulu"),
        (["themes", "esai", "--metadata", ESSAY], "tidak ada"),
        (["evidence", ESSAY], "load mendapat teks"),
        (["stream", "esai", "--out", ESSAY], "namanya terlalu panjang"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_is_too_long_for_the_name_of_a_file_is_told_as_such(
    call: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(call) in (1, 2)
    said = capsys.readouterr().err
    assert told in said
    assert "tidak terduga" not in said


@pytest.mark.parametrize(
    "call",
    [["report"], ["explorer"], ["bundle"], ["coding-sheet"], ["themes"], ["suggest", "--theme=x"]],
)
def test_a_file_of_another_kind_is_refused_before_any_work_and_not_told_as_replaced(
    folder: Path, call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    kept = folder / "catatan.txt"
    kept.write_text("Jangan diganti.", "utf-8")
    assert run([*call, "tidak-ada", "--out", str(kept)]) == 2
    told = capsys.readouterr().err
    assert "berakhiran .txt; yang diharapkan" in told
    assert "diganti" not in told
    assert kept.read_text("utf-8") == "Jangan diganti."


def test_the_command_writes_the_kinds_of_report_that_there_are() -> None:
    assert set(WRITTEN) == set(WRITERS)


@pytest.mark.parametrize(
    ("command", "out"), [(["segment"], "esai.csv"), (["explorer", "--no-passages"], "jelajah.html")]
)
def test_a_folder_is_shown_in_the_order_in_which_people_sort_its_files(
    folder: Path, command: list[str], out: str
) -> None:
    for name in ("Zeta", "esai 10", "esai 2", "Andi"):
        (folder / "esai" / f"{name}.txt").write_text(SHORT, encoding="utf-8")
    (folder / "esai" / "satu.txt").unlink()
    for sources, order in (
        (["esai"], ["Andi", "esai 2", "esai 10", "Zeta"]),
        (["esai/esai 10.txt", "esai/Andi.txt"], ["esai 10", "Andi"]),
    ):
        assert run([*command, *sources, "--out", out]) == 0
        told = (folder / out).read_text("utf-8")
        places = [re.search(rf'[">,\n]{name}(?:-1)?["<,]', told).start() for name in order]
        assert places == sorted(places)


@pytest.mark.parametrize("written", [["esai.csv"], ["esai.xlsx"], ["esai.xlsx", "--lang", "en"]])
def test_the_table_of_essays_has_the_participants_and_serves_as_their_table(
    folder: Path, written: list[str]
) -> None:
    made = {"nama berkas": ["satu.txt"], "Kantor": ["KPU Garut"], "Angkatan": ["2"]}
    pd.DataFrame(made).to_csv(folder / "peserta.csv", index=False)
    table = ["segment", "esai", "--metadata"]
    assert run([*table, "peserta.csv", "--on", "nama berkas", "--out", *written]) == 0
    assert run([*table, written[0], "--out", "lagi.csv"]) == 0
    again = pd.read_csv(folder / "lagi.csv", dtype=str)
    assert again[["Kantor", "Angkatan"]].values.tolist() == [["KPU Garut", "2"]]
    own = {*ESSAYS, "Kantor", "Angkatan"} - {"text"}
    assert {*again.columns} == own  # no figure of the first table besides


def test_what_a_pipe_of_windows_cannot_show_is_escaped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "esai" / "satu.txt").rename(folder / "esai" / "日.txt")
    shown = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setattr(sys, "argv", ["kpu-corpus", "evidence", "esai"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 0
    shown.seek(0)
    assert "\\u65e5-1" in shown.read()


def test_a_lack_of_memory_is_told_as_such(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def short(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("kpu_corpus.load", short)
    assert run(["themes", "esai"]) == 1
    assert "Memori komputer tidak cukup" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error", [ZeroDivisionError("division by zero"), FileNotFoundError(2, "No such file", "a.dat")]
)
@pytest.mark.usefixtures("folder")
def test_what_nobody_foresaw_is_told_in_one_line(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("kpu_corpus.load", fail)
    assert run(["themes", "esai"]) == 1
    (told,) = capsys.readouterr().err.splitlines()
    assert f"galat yang tidak terduga ({type(error).__name__}: {error})" in told


def test_a_table_of_essays_in_the_folder_is_not_replaced(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = f"\ufeffessay,source,position,confidence,teks\nsatu,a.txt,1,1.0,{ESSAY}\n"
    (folder / "esai" / "tabel.csv").write_text(table, encoding="utf-8")
    assert run(["themes", "esai", "--out", "esai/tabel.csv"]) == 2
    told = capsys.readouterr().err
    assert "dibaca oleh perintah ini, jadi tidak diganti" in told
    assert "sudah diganti" not in told
    assert (folder / "esai" / "tabel.csv").read_text(encoding="utf-8") == table
    for _ in range(2):  # a result beside the essays holds none
        run(["themes", "esai", "--out", "esai/hasil.csv"])
        assert "Tertulis: " in capsys.readouterr().err


def test_a_full_disk_behind_the_output_is_told_as_such(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "esai.txt").write_text("Kami menjaga integritas dan melayani pemilih.", "utf-8")
    monkeypatch.setattr(sys, "stdout", Full())
    assert run(["themes", str(tmp_path), "--lang", "en"]) == 1
    assert "stdout cannot be written (the disk is full)" in capsys.readouterr().err


def test_of_a_form_with_several_long_answers_the_one_of_the_essays_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "Hujan turun sejak pagi di desa itu. " * 12
    asked = {"Nama": ["Ani"], "Arti integritas": [ESSAY], "Saran": [long]}
    pd.DataFrame(asked).to_csv(folder / "formulir.csv", index=False)
    assert run(["themes", "formulir.csv"]) == 1
    told = capsys.readouterr().err
    assert "'Arti integritas', 'Saran'; sebut kolom esainya, atau sebagian judulnya," in told
    for column, code in (("arti integritas", 0), ("Saran", 3)):
        assert run(["evidence", "formulir.csv", "--theme", "integritas", "--text", column]) == code
    capsys.readouterr()
    both = ["--text", "Saran", "--text", "arti integritas"]
    assert run(["coding-sheet", "formulir.csv", *both, "--out", "kedua.xlsx"]) == 0
    assert '--coded kedua.xlsx --text Saran --text "arti integritas"' in capsys.readouterr().err
    assert [*kc.load("formulir.csv", text=both[1::2]).texts] == [f"{long}\n\n{ESSAY}"]
    assert run(["themes", "formulir.csv", "--text", "Saran", "arti integritas"]) == 2
    told = capsys.readouterr().err
    assert 'di depan tiap kolom: --text Saran --text "arti integritas"' in told


BUFFERED = {**os.environ, "PYTHONUNBUFFERED": ""}  # what is printed waits, as it does for users
UNREAD = """
import sys
from kpu_corpus.cli import main
sys.argv = ["kpu-corpus", *sys.argv[1:]]
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="a pipe of Windows is closed in another way")
def test_a_pipe_that_is_read_no_further_is_no_failure() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    asked = [sys.executable, "-c", UNREAD, "--help"]
    done = subprocess.run(asked, stdout=writer, stderr=subprocess.PIPE, env=BUFFERED, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_what_a_full_disk_did_not_take_is_told_of_once() -> None:
    asked = [sys.executable, "-c", UNREAD, "--help", "--lang", "en"]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(asked, stdout=full, stderr=subprocess.PIPE, env=BUFFERED, check=False)
    assert done.returncode == 1
    assert done.stderr.split(b"\n") == [b"Error: stdout cannot be written (the disk is full).", b""]


@pytest.mark.parametrize(
    ("system", "error", "code"),
    [("win32", errno.EINVAL, 0), ("win32", errno.ENOSPC, 1), ("linux", errno.EINVAL, 1)],
)
def test_a_broken_pipe_of_windows_is_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, system: str, error: int, code: int
) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(error, os.strerror(error))

    monkeypatch.setattr(sys, "stdout", Closed())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr(sys, "platform", system)
    assert run(["evidence", "esai"]) == code


def test_a_table_that_nobody_can_see_is_no_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As under pythonw, and where a scheduled task closes what is printed."""
    monkeypatch.setattr(sys, "stdout", None)
    assert run(["evidence", "esai"]) == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder that a program is in")
def test_a_folder_that_was_deleted_meanwhile_is_told_as_such(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "esai")
    shutil.rmtree(folder / "esai")
    assert run(["themes", ".", "--lang", "en"]) == 1
    told = (
        "The folder in which this command was typed no longer exists; change to another one first."
    )
    assert capsys.readouterr().err.splitlines() == [told]


LOADING = """
import runpy, sys
class Stop:
    def find_spec(self, name, *_):
        if name == "typer":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
runpy.run_module("kpu_corpus", run_name="__main__")
"""


def test_ctrl_c_while_the_program_is_being_loaded_shows_nothing_of_its_inside() -> None:
    done = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")
