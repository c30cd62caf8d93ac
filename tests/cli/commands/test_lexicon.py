"""A lexicon of one's own at the command line: patterns that match nowhere are told in one line."""

import re
from pathlib import Path

import pandas as pd
import pytest
from tests.terminal import printed

import kpu_corpus as kc
from kpu_corpus.cli import run

ROWS = "theme,match\nintegritas,integritas\nintegritas,=jujur\nintegritas,zebra terbang\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    essay = "Kami jujur dan menjaga integritas kantor setiap hari. " * 12
    (tmp_path / "esai").mkdir()
    (tmp_path / "esai" / "satu.txt").write_text(essay, encoding="utf-8")
    (tmp_path / "sendiri.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        "themes",
        "evidence",
        "report",
        "compare --what themes --a satu-1",
        "similarity",
        "sensitivity",
    ],
)
def test_patterns_of_an_own_file_that_match_nowhere_are_told(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / ("hasil.html" if command == "report" else "hasil.csv")
    own = str(folder / "sendiri.csv")
    more = "Kami menghitung suara pemilih dengan teliti setiap hari. " * 12
    (folder / "esai" / "dua.txt").write_text(more, encoding="utf-8")
    asked = [*command.split(), str(folder / "esai"), "--lexicon", own]
    assert run([*asked, "--out", str(out)]) == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if "zebra" in line]
    assert lines == ["Pola yang tidak cocok di mana pun: baris 4 'zebra terbang'"]


def test_only_the_first_patterns_are_named_and_the_others_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = folder / "banyak.csv"
    rows = [f"kosong,=zebra{n}" for n in range(14)]
    own.write_text("\n".join(["theme,match", "ada,=jujur", *rows]), encoding="utf-8")
    assert run(["themes", str(folder / "esai"), "--lexicon", str(own), "--lang", "en"]) == 0
    told = capsys.readouterr().err.splitlines()[0]
    assert told.startswith("Patterns without a match: row 3 '=zebra0', row 4 ")
    assert told.endswith("row 12 '=zebra9', … (+4)")


def test_of_a_theme_that_includes_shipped_ones_only_ones_own_patterns_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = folder / "tema.toml"
    theme = 'include = ["disiplin", "integritas"]\nexcept = ["jujur"]\npatterns = ["zebra"]\n'
    own.write_text(f"format = 1\n[themes.tertib]\n{theme}", encoding="utf-8")
    assert run(["themes", str(folder / "esai"), "--lexicon", str(own)]) in (0, 3)
    told = [line for line in capsys.readouterr().err.splitlines() if "tidak cocok" in line]
    assert told == ["Pola yang tidak cocok di mana pun: tertib 'zebra'"]


def test_of_several_patterns_in_a_cell_only_those_without_a_match_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = folder / "satu_sel.csv"
    rows = "theme,match\nkerja,=setiap =hari; zebra; unta\nkerja,pengawas pemilu\n"
    own.write_text(rows, encoding="utf-8")
    more = "Badan Pengawas Pemilu bekerja setiap hari. " * 12
    (folder / "esai" / "dua.txt").write_text(more, encoding="utf-8")
    assert run(["themes", str(folder / "esai"), "--lexicon", str(own)]) == 0
    told = capsys.readouterr().err.splitlines()[0]
    assert told.startswith("Pola yang tidak cocok di mana pun: baris 2 'zebra; unta', baris 3 ")
    assert "'pengawas pemilu' (ada di dalam 'badan pengawas pemilu', yang" in told


@pytest.mark.parametrize("lexicon", [[], ["--lexicon", "berakhlak"]])
def test_nothing_is_told_of_the_shipped_lexicons(
    folder: Path, lexicon: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["themes", str(folder / "esai"), *lexicon]) == 0
    assert "tidak cocok" not in capsys.readouterr().err


def test_two_sides_are_compared_by_themes_of_ones_own(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = "Kami menghitung suara pemilih dengan teliti setiap hari. " * 12
    (folder / "esai" / "dua.txt").write_text(more, encoding="utf-8")
    asked = ["compare", str(folder / "esai"), "--a", "satu-1", "--what", "themes"]
    assert run([*asked, "--lexicon", str(folder / "sendiri.csv")]) == 0
    rows = printed(capsys.readouterr().out)[1]
    assert [row[:4] for row in rows] == [["integritas", "100,0 %", "0,0 %", "100,0 %"]]


def test_the_concordance_of_a_theme_of_ones_own(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = folder / "kebiasaan.csv"
    own.write_text("theme,match\nkebiasaan,=setiap =hari\n", encoding="utf-8")
    asked = ["concordance", "kebiasaan", str(folder / "esai"), "--what", "theme"]
    assert run([*asked, "--lexicon", str(own)]) == 0
    assert len(printed(capsys.readouterr().out)[1]) == 12


def test_similarity_of_themes_depends_on_the_lexicon(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = "Kami jujur dan menghitung suara pemilih dengan teliti. " * 12
    (folder / "esai" / "dua.txt").write_text(more, encoding="utf-8")
    own = folder / "kebiasaan.csv"
    own.write_text("theme,match\nkebiasaan,=setiap =hari\njujur,=jujur\n", encoding="utf-8")
    tables = []
    for lexicon in ([], ["--lexicon", str(own)]):
        assert run(["similarity", str(folder / "esai"), *lexicon]) == 0
        tables.append(capsys.readouterr().out)
    assert tables[0] != tables[1]


@pytest.mark.parametrize(
    ("arguments", "option", "what"),
    [
        (["compare", "{folder}"], ["--lexicon", "berakhlak"], "themes"),
        (["compare", "{folder}"], ["--theme", "integritas"], "themes"),
        (["concordance", "jujur", "{folder}"], ["--lexicon", "berakhlak"], "theme"),
    ],
)
def test_what_is_for_themes_is_refused_where_none_is_asked_for(
    folder: Path,
    arguments: list[str],
    option: list[str],
    what: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = [word.replace("{folder}", str(folder / "esai")) for word in arguments]
    assert run([*given, *option]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == f"Galat: {option[0]} hanya untuk tema; tambahkan --what {what}.\n"


def test_a_lexicon_written_to_be_edited_is_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["lexicon", "pemilu"]) == 0
    patterns = sum(len(theme.patterns) for theme in kc.load_lexicon("pemilu").themes)
    told = f"(17 tema, {patterns} pola). Sunting, simpan, lalu pakai: --lexicon tema.xlsx"
    assert capsys.readouterr().err.splitlines() == [f"Leksikon: {tmp_path / 'tema.xlsx'} {told}"]
    before = (tmp_path / "tema.xlsx").read_bytes()
    assert run(["lexicon", "pemilu"]) == 0
    assert "ditulis sebagai tema-2.xlsx" in capsys.readouterr().err
    assert run(["lexicon", "--out", "tema.xlsx"]) == 2
    assert "mungkin sudah disunting" in capsys.readouterr().err
    assert (tmp_path / "tema.xlsx").read_bytes() == before


def test_of_a_written_lexicon_that_was_added_to_only_ones_own_patterns_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = folder / "asas.csv"
    assert run(["lexicon", "pemilu", "--out", str(own)]) == 0
    sheet = pd.read_csv(own, dtype=str, keep_default_na=False)
    several = sheet.index[sheet["match"].str.contains("; ")][0]
    sheet.loc[several, "match"] += "; unta"
    sheet.to_csv(own, index=False)
    with own.open("a", encoding="utf-8") as file:
        file.write("mandiri,zebra terbang\r\n")
    capsys.readouterr()
    shown = []
    for lexicon in ("pemilu", str(own)):
        assert run(["themes", str(folder / "esai"), "--lexicon", lexicon]) == 0
        shown.append(capsys.readouterr())
    assert shown[0].out == shown[1].out != ""
    told = r"Pola yang tidak cocok di mana pun: baris \d+ 'unta', baris \d+ 'zebra terbang'"
    assert re.fullmatch(told, shown[1].err.splitlines()[0])
