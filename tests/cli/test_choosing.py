"""``--only``: the essays with a value in a column, in every command that takes a table on them."""

from pathlib import Path

import pandas as pd
import pytest

from kpu_corpus.cli import run

ROWS = [
    "berkas,kabupaten,angkatan",
    "p1,Subang,II",
    "p2,Subang,3",
    "p3,Garut,2",
    "p4,,3",
    "sri_lestari,Subang,2",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "esai").mkdir()
    for name, what in (("p1", "suara"), ("p2", "arsip"), ("p3", "logistik"), ("p4", "jadwal")):
        text = f"Tugas {name} adalah {what}. Kami menjaga {what} bersama {what} lain, kata {name}."
        (tmp_path / "esai" / f"{name}.txt").write_text(text, encoding="utf-8")
    Path("peserta.csv").write_text("\n".join(ROWS), encoding="utf-8")
    return tmp_path


def chosen(*only: str) -> list[str]:
    options = [part for pair in only for part in ("--only", pair)]
    call = ["segment", "esai", "--metadata", "peserta.csv", *options, "--out", "hasil.csv"]
    assert run(call) == 0
    return [name[:2] for name in pd.read_csv("hasil.csv")["essay"]]


@pytest.mark.parametrize(
    ("only", "essays"),
    [
        (["kabupaten=Subang"], ["p1", "p2"]),
        (["Kabupaten = Subang", "angkatan=2"], ["p1"]),
        (["kabupaten=Subang", "kabupaten=Garut"], ["p1", "p2", "p3"]),
        (["angkatan=II"], ["p1", "p3"]),
        (["kabupaten=(tanpa nilai)"], ["p4"]),
    ],
)
def test_essays_have_a_value_of_each_column_that_is_named(
    folder: Path, only: list[str], essays: list[str]
) -> None:
    assert chosen(*only) == essays


def test_the_sheet_of_one_office_is_compared_with_the_essays_of_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--metadata", "peserta.csv", "--only", "kabupaten=Garut", "--text", "isi"]
    assert run(["coding-sheet", "esai", *options]) == 0
    call = 'esai --coded koding.xlsx --metadata peserta.csv --only "kabupaten=Garut" --text isi'
    assert f"validate {call}\n" in capsys.readouterr().err
    assert {*pd.read_excel("koding.xlsx")["esai"]} == {"Esai p3-1"}


@pytest.mark.parametrize(
    ("only", "told"),
    [
        (["Subang"], "--only='Subang'; yang diharapkan kolom dan nilainya"),
        (["kabupten=Subang"], "Maksudnya 'kabupaten'?"),
        (["kabupaten=subang"], "Maksudnya 'Subang'?"),
        (["kabupaten=Garut", "angkatan=3"], "tidak ada esai yang bernilai kabupaten=Garut, ang"),
    ],
)
def test_what_names_no_essay_is_refused_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], only: list[str], told: str
) -> None:
    options = [part for pair in only for part in ("--only", pair)]
    assert run(["report", "esai", "--metadata", "peserta.csv", *options]) == 2
    assert told in capsys.readouterr().err
    assert not Path("laporan.html").exists()


def test_a_report_on_some_essays_names_nobody_of_the_other_rows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "esai", "--metadata", "peserta.csv", "--only", "kabupaten=Garut"]) == 0
    assert "sri_lestari" in capsys.readouterr().err  # the person who works on it has to know
    report = Path("laporan.html").read_text(encoding="utf-8")
    assert "kata p3" in report
    assert "hanya kabupaten=Garut</bdi>" in report
    assert "Hanya esai dengan kabupaten=Garut yang dipilih (--only)" in report
    assert "sri_lestari" not in report
    assert "Subang" not in report


def test_rows_without_an_essay_are_told_once_also_where_an_error_follows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--metadata", "peserta.csv", "--only", "kabupaten=Garut", "--by", "kabupaten"]
    assert run(["compare", "esai", *options]) == 2
    assert capsys.readouterr().err.count("sri_lestari") == 1


def test_copies_of_other_essays_are_not_told_of_those_that_were_chosen(folder: Path) -> None:
    for copy, of in (("p5", "p1"), ("p6", "p3")):
        text = (folder / "esai" / f"{of}.txt").read_text(encoding="utf-8")
        (folder / "esai" / f"{copy}.txt").write_text(text, encoding="utf-8")
    options = ["--metadata", "peserta.csv", "--duplicates", "first", "--only", "kabupaten=Garut"]
    assert run(["report", "esai", *options, "--no-text"]) == 3
    report = Path("laporan.html").read_text(encoding="utf-8")
    assert "p6" in report
    assert "p5" not in report
