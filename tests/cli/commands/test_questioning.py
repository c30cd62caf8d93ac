"""The commands that question a lexicon and its ranking: lint, suggest, sensitivity."""

from pathlib import Path

import pandas as pd
import pytest
from tests.terminal import printed

import kpu_corpus as kc
from kpu_corpus.cli import run
from kpu_corpus.reporting.sections.method import steadiness
from kpu_corpus.reporting.wording import Wording

ESSAY = "Inovasi dan kelapangan itu penting. Hujan turun. Kami menjaga integritas kantor. " * 6
ROWS = "theme,match\ninovasi,inovasi\ninovasi,zebra terbang\nbaru,inovasi\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "esai").mkdir()
    text = f"{ESSAY}Kelapangan itu langka."
    (tmp_path / "esai" / "satu.txt").write_text(text, encoding="utf-8")
    (tmp_path / "sendiri.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def asked(folder: Path, arguments: str) -> list[str]:
    command, *options = arguments.replace("{own}", str(folder / "sendiri.csv")).split()
    return [command, str(folder / "esai"), *options]


def rows_of(out: Path) -> list[list[str]]:
    """The rows as they are written: pandas 3.0 reads some numbers with another last digit."""
    return pd.read_csv(out, dtype=str, keep_default_na=False).values.tolist()


def test_lint_names_the_faults_of_a_lexicon_in_the_language_of_the_command(folder: Path) -> None:
    out = folder / "cacat.csv"
    assert run(asked(folder, f"lint --lexicon {{own}} --lang en --out {out}")) == 0
    made = kc.lint(kc.load(folder / "esai"), lexicon=folder / "sendiri.csv", lang="en")
    assert pd.read_csv(out).values.tolist() == made.values.tolist()
    assert set(made["problem"]) == {"never_here", "overlaps"}


def test_lint_shows_the_faults_by_kind_and_theme_and_the_first_of_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"kosong,=zebra{n},Ruang kosong\n" for n in "abcdefg")
    own = "theme,match,label\ninovasi,inovasi,Inovasi\nbaru,inovasi,Baru\n"
    (folder / "sendiri.csv").write_text(own + rows, encoding="utf-8")
    assert run(asked(folder, "lint --lexicon {own}")) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines() == [
        "tumpang tindih dengan tema lain (2): Inovasi 1, Baru 1",
        "  Inovasi, inovasi: 6 dari 6 temuannya juga temuan tema Baru.",
        "  Baru, inovasi: 6 dari 6 temuannya juga temuan tema Inovasi.",
        "",
        "tidak ada di esai ini (7): Ruang kosong 7",
        *(f"  Ruang kosong, =zebra{n}" for n in "abcde"),
        "  dan 2 lagi",
    ]
    assert "--out periksa.xlsx" in shown.err


def test_lint_with_a_file_shows_the_same_and_writes_all_rows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"kosong,=zebra{n}\n" for n in range(100, 131))
    (folder / "sendiri.csv").write_text(f"theme,match\n{rows}", encoding="utf-8")
    asks = f"lint --lang en --lexicon {{own}} --out {folder / 'semua.csv'}"
    assert run(asked(folder, asks)) == 0
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) < 10
    assert len(pd.read_csv(folder / "semua.csv")) > 30
    assert "check.xlsx" not in shown.err


def test_lint_of_a_lexicon_without_a_fault_is_a_success_and_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sendiri.csv").write_text("theme,match\ninovasi,inovasi\n", encoding="utf-8")
    assert run(asked(folder, "lint --lexicon {own}")) == 0
    shown = capsys.readouterr()
    good = "Tidak ada masalah pada leksikon ini, dan setiap polanya cocok di esai-esai ini.\n"
    assert (shown.out, shown.err) == ("", good)
    assert run(asked(folder, f"lint --lexicon {{own}} --out {folder / 'cacat.csv'}")) == 0
    assert len(pd.read_csv(folder / "cacat.csv")) == 0


@pytest.mark.parametrize("lexicon", ["--theme adaptif --lexicon berakhlak", "--theme inovasi"])
def test_suggest_ranks_what_a_theme_of_the_lexicon_may_lack(
    folder: Path, lexicon: str, capsys: pytest.CaptureFixture[str]
) -> None:
    own = "" if "--lexicon" in lexicon else " --lexicon {own}"
    assert run(asked(folder, f"suggest {lexicon}{own}")) == 0
    titles, rows = printed(capsys.readouterr().out)
    assert titles[:3] == ["Kata dasar", "Kata", "Nilai"]
    assert any("kelapangan" in row and "Kelapangan itu langka." in row for row in rows)


def test_suggest_shows_as_many_as_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked(folder, "suggest --theme integritas --top 1")) == 0
    assert len(printed(capsys.readouterr().out)[1]) == 1


def test_sensitivity_concludes_with_the_sentence_of_the_report(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked(folder, "sensitivity --lang en")) == 0
    shown = capsys.readouterr()
    table = kc.sensitivity(kc.load(folder / "esai"))
    assert len(printed(shown.out)[1]) == len(table)
    assert shown.err == steadiness(table, Wording("en")) + "\n"


def test_sensitivity_takes_the_settings_of_its_function(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "lain").mkdir()
    rows = ["Kantor kami melayani."] * 30
    pd.DataFrame({"text": rows}).to_csv(folder / "lain" / "l.csv", index=False)
    out = folder / "urutan.csv"
    options = f"--top 3 --background {folder / 'lain'} --lexicon {{own}} --out {out}"
    assert run(asked(folder, f"sensitivity {options}")) == 0
    corpus, own = kc.load(folder / "esai"), folder / "sendiri.csv"
    background = kc.background(kc.load(folder / "lain"))
    made = kc.sensitivity(corpus, top=3, background=background, lexicon=own)
    assert rows_of(out) == made.astype(str).values.tolist()
    assert capsys.readouterr().err.endswith(steadiness(made, Wording("id")) + "\n")


def test_sensitivity_of_too_little_text_concludes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "esai" / "satu.txt").write_text("Kami menjaga integritas. " * 9, encoding="utf-8")
    assert run(asked(folder, "sensitivity")) == 0
    told = capsys.readouterr().err
    assert told.startswith("Teksnya terlalu sedikit ")
    assert "sedikitnya 10 kalimat" in told


def test_sensitivity_does_not_speak_of_the_ranking_of_one_theme(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sendiri.csv").write_text("theme,match\ninovasi,inovasi\n", encoding="utf-8")
    assert run(asked(folder, "sensitivity --lexicon {own}")) == 0
    assert capsys.readouterr().err == ""
