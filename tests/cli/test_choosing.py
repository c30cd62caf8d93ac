"""``--only`` and ``--without``: essays with a value in a column, or those without that value."""

import re
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

from kpu_corpus.cli import run

ROWS = [
    "berkas,kabupaten,angkatan,category",
    "p1,Subang,II,Opini",
    "p2,Subang,3,Berita; Opini",
    "p3,Garut,2,Berita",
    "p4,,3,",
    "sri_lestari,Subang,2,Opini",
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


def chosen(*only: str, without: Sequence[str] = ()) -> list[str]:
    options = [part for pair in only for part in ("--only", pair)]
    options += [part for pair in without for part in ("--without", pair)]
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
        (["kategori=Opini"], ["p1", "p2"]),  # among others, as posts of a website may be
        (["category=Berita; Opini", "kabupaten=Subang"], ["p2"]),
    ],
)
def test_essays_have_a_value_of_each_column_that_is_named(
    folder: Path, only: list[str], essays: list[str]
) -> None:
    assert chosen(*only) == essays


@pytest.mark.parametrize(
    ("only", "without", "essays"),
    [
        ([], ["Kabupaten = Subang"], ["p3", "p4"]),  # of whom nothing is stated stays
        ([], ["kabupaten=Subang", "kabupaten=(tanpa nilai)"], ["p3"]),
        (["kabupaten=Subang"], ["angkatan=III"], ["p1"]),
        ([], ["kategori=Berita"], ["p1", "p4"]),
    ],
)
def test_essays_with_a_value_that_is_named_are_left_out(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    only: list[str],
    without: list[str],
    essays: list[str],
) -> None:
    assert chosen(*only, without=without) == essays
    assert "tanpa nilai di kolom" not in capsys.readouterr().err


def test_essays_without_a_value_are_told_where_they_are_not_chosen(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen("kategori=Opini")
    told = "1 esai tanpa nilai di kolom 'kategori' (category) tidak dipilih."
    assert told in capsys.readouterr().err
    chosen("kategori=Opini", "kategori=(tanpa nilai)")
    chosen("kategori=Opini", "angkatan=2")  # the other is of another batch
    chosen("angkatan=2")
    assert "tanpa nilai" not in capsys.readouterr().err


def test_an_unknown_category_is_told_with_those_of_posts_in_several(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("peserta.csv").write_text("berkas,category\np1,Kabar; Opini\np2,Berita", "utf-8")
    call = ["segment", "esai", "--metadata", "peserta.csv", "--only", "kategori=opini"]
    assert run(call) == 2
    told = capsys.readouterr().err
    assert "yang ada: Berita, Kabar, Opini, " in told
    assert "Maksudnya 'Opini'?" in told


def test_the_sheet_of_one_office_is_compared_with_the_essays_of_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--metadata", "peserta.csv", "--only", "kabupaten=Garut", "--on", "berkas"]
    assert run(["coding-sheet", "esai", *options]) == 0
    call = 'esai --coded koding.xlsx --metadata peserta.csv --on berkas --only "kabupaten=Garut"'
    assert f"validate {call}\n" in capsys.readouterr().err
    assert {*pd.read_excel("koding.xlsx")["esai"]} == {"Esai p3-1"}


@pytest.mark.parametrize(
    ("only", "told"),
    [
        (["Subang"], "--only='Subang'; yang diharapkan kolom dan nilainya"),
        (["=Subang"], "--only='=Subang'; yang diharapkan kolom dan nilainya"),
        (["kabupten=Subang"], "Maksudnya 'kabupaten'?"),
        (["kabupaten=subang"], "Maksudnya 'Subang'?"),
        (
            ["kabupaten=Garut", "angkatan=3"],
            "tidak ada esai yang memenuhi semua ini: kabupaten=Garut, ang",
        ),
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
    asked = ["--metadata", "peserta.csv", "--only", "kabupaten=Garut", "--without", "angkatan=III"]
    assert run(["report", "esai", *asked]) == 0
    assert "sri_lestari" in capsys.readouterr().err  # the person who works on it has to know
    report = Path("laporan.html").read_text(encoding="utf-8")
    assert "kata p3" in report
    assert "hanya esai dengan kabupaten=Garut, angkatan≠III</bdi>" in report
    assert "Hanya esai dengan kabupaten=Garut, angkatan≠III yang dipilih (--only" in report
    assert "sri_lestari" not in report
    assert "Subang" not in report


def test_rows_without_an_essay_are_told_once_also_where_an_error_follows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--metadata", "peserta.csv", "--only", "kabupaten=Garut", "--by", "kabupaten"]
    assert run(["compare", "esai", *options]) == 2
    told = capsys.readouterr().err
    assert told.count("sri_lestari") == 1
    assert (
        "\nHanya esai dengan kabupaten=Garut yang dipilih (--only, --without)" in told
    )  # hence one group


def test_a_copy_of_an_essay_of_others_stays_and_one_of_the_chosen_is_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for copy, of in (("p5", "p1"), ("p6", "p3"), ("p7", "p2")):
        text = (folder / "esai" / f"{of}.txt").read_text(encoding="utf-8")
        (folder / "esai" / f"{copy}.txt").write_text(text, encoding="utf-8")
    rows = [*ROWS, "p5,Garut,2", "p6,Garut,2", "p7,Subang,2"]
    Path("peserta.csv").write_text("\n".join(rows), encoding="utf-8")
    options = ["--metadata", "peserta.csv", "--duplicates", "first", "--only", "kabupaten=Garut"]
    assert run(["segment", "esai", *options[:2], *options[4:], "--out", "semua.csv"]) == 0
    assert run(["profile", "esai", *options, "--out", "hasil.csv"]) == 3
    assert [*pd.read_csv("semua.csv")["essay"]] == ["p3-1", "p5-1", "p6-1"]
    assert [*pd.read_csv("hasil.csv")["essay"]] == ["p3-1", "p5-1"]
    told = capsys.readouterr().err
    assert "Dilewati: p6-1: sama dengan esai 'p3-1'" in told
    assert "p7" not in told


def test_an_essay_that_somebody_handed_in_twice_is_one_of_the_office_of_the_writer(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ["nama,kantor"]
    text = "Pintu kantor kami selalu terbuka bagi pemilih, pagi dan sore, tanpa kecuali."
    for name, who, where, end in (
        ("a", "Budi Hartono", "Garut", ""),
        ("b", "Ani Sari", "Subang", ""),
        ("c", "Ani Sari", "Subang", " Salam."),
    ):
        (folder / "esai" / f"{name}.txt").write_text(
            f"Pintu Kantor\n\nOleh: {who}\n\n{text}{end}", encoding="utf-8"
        )
        rows.append(f"{who},{where}")
    Path("peserta.csv").write_text("\n".join(dict.fromkeys(rows)), encoding="utf-8")
    options = ["--metadata", "peserta.csv", "--duplicates", "first", "--only"]
    for office, essay, code in (("Garut", "a-1", 0), ("Subang", "b-1", 3)):
        assert run(["profile", "esai", *options, f"kantor={office}", "--out", "hasil.csv"]) == code
        assert [*pd.read_csv("hasil.csv")["essay"]] == [essay]
    assert "Dilewati: c-1: sama dengan esai 'b-1'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("folder=satu", ["satu/x.jpg"]),
        ("folder teratas=satu", ["satu/x.jpg"]),
        ("berkas=dua/p3", []),
        ("penulis=Ani", ["dua/y.jpg", "satu/x.jpg"]),
        ("--without folder=dua", ["satu/x.jpg"]),
        ("--without berkas=dua/p3", ["dua/y.jpg", "satu/x.jpg"]),
    ],
)
def test_what_is_unreadable_in_the_folders_of_others_is_not_told(
    folder: Path, capsys: pytest.CaptureFixture[str], asked: str, told: list[str]
) -> None:
    for place, file in (("satu", "p1"), ("dua", "p3"), ("tiga", "p4")):
        (folder / "esai" / place).mkdir()
        text = (folder / "esai" / f"{file}.txt").read_text(encoding="utf-8")
        signed = f"Suara\n\nOleh: Ani\n\n{text}"
        (folder / "esai" / place / f"{file}.txt").write_text(signed, encoding="utf-8")
    for name in ("satu/x.jpg", "dua/y.jpg"):
        (folder / "esai" / name).write_bytes(b"\xff\xd8\xff\xe0" + bytes(40))
    options = asked.split() if asked.startswith("--without") else ["--only", asked]
    assert run(["profile", "esai", *options]) == (3 if told else 0)
    assert re.findall(r"Dilewati: esai/(\S+):", capsys.readouterr().err) == told


def test_the_table_of_an_export_names_its_columns_and_corrects_them_when_it_is_read_again(
    folder: Path,
) -> None:
    post = "<item><title>Pintu Kantor</title><link>https://kpu.example/pintu</link>"
    post += (
        f"<category>Opini</category><category>Berita</category><description>{'Kami jujur. ' * 60}"
    )
    xml = f"<rss><channel><title>KPU Subang</title>{post}</description></item></channel></rss>"
    Path("situs.xml").write_text(xml, encoding="utf-8")
    assert run(["segment", "situs.xml", "--out", "esai.xlsx"]) == 0
    made = pd.read_excel("esai.xlsx")
    assert made[["Situs", "Alamat web"]].values.tolist() == [
        ["KPU Subang", "https://kpu.example/pintu"]
    ]
    made.assign(Kategori="Kabar; Opini").to_excel("esai.xlsx", index=False)
    asked = ["segment", "situs.xml", "--metadata", "esai.xlsx", "--only", "kategori=Kabar"]
    assert run([*asked, "--out", "lagi.csv"]) == 0
    again = pd.read_csv("lagi.csv")
    assert [*again["category"]] == ["Kabar; Opini"]
    assert {"Kategori", "Situs", "Alamat web"}.isdisjoint(again.columns)
