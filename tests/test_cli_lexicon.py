"""A lexicon of one's own at the command line: patterns that match nowhere are told in one line."""

from pathlib import Path

import pytest

from kpu_corpus.cli import run

ROWS = "theme,match\nintegritas,integritas\nintegritas,=jujur\nintegritas,zebra terbang\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    essay = "Kami jujur dan menjaga integritas kantor setiap hari. " * 12
    (tmp_path / "esai").mkdir()
    (tmp_path / "esai" / "satu.txt").write_text(essay, encoding="utf-8")
    (tmp_path / "sendiri.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", ["themes", "evidence", "report"])
def test_patterns_of_an_own_file_that_match_nowhere_are_told(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / ("hasil.html" if command == "report" else "hasil.csv")
    own = str(folder / "sendiri.csv")
    assert run([command, str(folder / "esai"), "--lexicon", own, "--out", str(out)]) == 0
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
    assert told.startswith("Patterns that match nowhere: row 3 '=zebra0', row 4 ")
    assert told.endswith("row 12 '=zebra9', … (+4)")


@pytest.mark.parametrize("lexicon", [[], ["--lexicon", "berakhlak"]])
def test_nothing_is_told_of_the_shipped_lexicons(
    folder: Path, lexicon: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["themes", str(folder / "esai"), *lexicon]) == 0
    assert "tidak cocok" not in capsys.readouterr().err
