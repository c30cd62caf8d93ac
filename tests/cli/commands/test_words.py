"""The commands of words and phrases: each is its function, with the options that it takes."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.cli import run

TEXTS = {
    "satu": "Visi misi kami jelas. Visi misi itu panduan kantor. Kantor desa menjaga suara warga. ",
    "dua": "Warga desa menjaga suara. Kantor desa melayani warga desa. Visi misi kami ada. ",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "esai").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "esai" / f"{name}.txt").write_text(text * 3, encoding="utf-8")
    return tmp_path / "esai"


@pytest.fixture
def others(tmp_path: Path) -> Path:
    (tmp_path / "lain").mkdir()
    rows = [f"Kantor kami melayani warga. Hari ke-{number} ramai." for number in range(30)]
    pd.DataFrame({"text": rows}).to_csv(tmp_path / "lain" / "l.csv", index=False)
    return tmp_path / "lain"


def table(folder: Path, *arguments: str) -> pd.DataFrame:
    command, *options = arguments
    out = folder.parent / "hasil.csv"
    assert run([command, str(folder), *options, "--out", str(out)]) == 0
    return pd.read_csv(out)


def same(found: pd.DataFrame, made: pd.DataFrame) -> None:
    assert len(made)
    pd.testing.assert_frame_equal(found, made, check_dtype=False)


def test_keyness_is_that_of_its_function(folder: Path) -> None:
    corpus = kc.load(folder)
    same(table(folder, "keyness"), kc.keyness(corpus))
    asked = ("--by", "none", "--ngrams", "1-2", "--min-count", "3")
    made = kc.keyness(corpus, by=None, ngrams=(1, 2), min_count=3)
    same(table(folder, "keyness", *asked), made)


def test_collocations_and_dispersion_are_those_of_their_functions(folder: Path) -> None:
    corpus = kc.load(folder)
    same(table(folder, "collocations", "--min-count", "2"), kc.collocations(corpus, min_count=2))
    made = kc.dispersion(corpus, top=3, ngrams=(2, 2))
    same(table(folder, "dispersion", "--top", "3", "--ngrams", "2"), made)


@pytest.mark.parametrize(
    ("command", "options", "asked"),
    [
        ("concordance", ("--width", "1", "--sort", "right"), {"width": 1, "sort": "right"}),
        ("collocates", ("--window", "1"), {"window": 1}),
    ],
)
def test_a_query_takes_the_settings_of_its_function(
    folder: Path, command: str, options: tuple[str, ...], asked: dict[str, Any]
) -> None:
    out, function = folder.parent / "hasil.csv", getattr(kc, command)
    assert run([command, "warga", str(folder), *options, "--out", str(out)]) == 0
    made = function(kc.load(folder), "warga", **asked)
    same(pd.read_csv(out, keep_default_na=False), made)
    assert not made.equals(function(kc.load(folder), "warga"))


@pytest.mark.parametrize("command", ["themes", "evidence"])
def test_themes_are_found_by_the_roots_that_are_asked_for(folder: Path, command: str) -> None:
    said = "Pegawai mendisiplinkan diri. Kantor menyinergikan tugas."
    (folder / "tiga.txt").write_text(said, encoding="utf-8")
    out, function = folder.parent / "hasil.csv", getattr(kc, command)
    assert run([command, str(folder), "--roots", "none", "--out", str(out)]) == 0
    made = function(kc.preprocess(kc.load(folder), roots="none"))
    found = pd.read_csv(out, keep_default_na=False)
    kept = made.columns.drop("pattern", errors="ignore")  # whose cells a file guards
    same(found[kept], made[kept])
    assert not made.equals(function(kc.load(folder)))


def test_a_root_is_that_of_the_roots_that_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for roots, told in (("ranked", "layan"), ("none", "melayani")):
        assert run(["root", "melayani", "--roots", roots]) == 0
        assert capsys.readouterr().out == f"melayani\t{told}\n"


def test_the_ranking_is_tried_with_the_settings_that_are_asked_for(folder: Path) -> None:
    made = kc.sensitivity(kc.load(folder), top=2, background=None)
    same(table(folder, "sensitivity", "--top", "2", "--background", "none"), made)


def test_keywords_take_the_settings_of_their_function(folder: Path) -> None:
    corpus = kc.load(folder)
    asked = ("--ngrams", "1-2", "--weighting", "tfidf", "--top", "4")
    same(
        table(folder, "keywords", *asked),
        kc.keywords(corpus, ngrams=(1, 2), weighting="tfidf", top=4),
    )


def test_further_stop_words_and_phrases_are_told_to_the_analysis(folder: Path) -> None:
    plain = table(folder, "keywords", "--ngrams", "1", "--top", "20")
    assert {"warga", "visi"} <= set(plain["term"])
    asked = ("--ngrams", "1-2", "--top", "20", "--stops", "warga", "--stops", "domain")
    found = table(folder, "keywords", *asked, "--phrases", "suara warga", "--phrases", "misi kami")
    assert "warga" not in set(found["term"])
    made = kc.preprocess(
        kc.load(folder),
        stops=[
            "function",
            "pronoun",
            "discourse",
            "number_word",
            "abbreviation",
            "warga",
            "domain",
        ],
        phrases=["suara warga", "misi kami"],
    )
    same(found, kc.keywords(made, ngrams=(1, 2), top=20))


def test_stop_words_and_phrases_may_stand_in_a_text_file(folder: Path, tmp_path: Path) -> None:
    words, phrases = tmp_path / "henti.txt", tmp_path / "frasa.TXT"
    words.write_text("\ufeffwarga\r\n\r\n visi \r\n", encoding="utf-8")
    phrases.write_text("suara warga\n", encoding="utf-8")
    asked = ("--ngrams", "1-2", "--top", "20")
    typed = ("--stops", "warga", "--stops", "visi", "--phrases", "suara warga")
    in_files = ("--stops", str(words), "--phrases", str(phrases))
    same(table(folder, "keywords", *asked, *in_files), table(folder, "keywords", *asked, *typed))


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [("frasa.csv", 2, "tampak seperti nama berkas"), ("a.txt", 1, "a.txt")],
)
def test_the_name_of_another_file_is_no_word(
    folder: Path, name: str, code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["keywords", str(folder), "--stops", name]) == code
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "roots"), [("keywords", "none"), ("keyness", None), ("compare", None)]
)
def test_a_folder_of_essays_is_a_background_and_analysed_as_the_essays_are(
    folder: Path,
    others: Path,
    command: str,
    roots: str | None,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (others / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(40))
    how = {"roots": roots} if roots else {}
    one, two = (kc.preprocess(kc.load(place), **how) for place in (folder, others))
    made = getattr(kc, command)(one, background=kc.background(two))
    asked = ["--roots", roots] if roots else []
    same(table(folder, command, "--background", str(others), *asked), made)
    assert "foto.jpg" in capsys.readouterr().err


def test_the_places_of_a_theme_are_those_of_the_function(folder: Path) -> None:
    call = ["positions", "pelayanan", str(folder), "--what", "theme"]
    assert run([*call, "--out", str(folder.parent / "hasil.csv")]) == 0
    made = kc.positions(kc.load(folder), "pelayanan", what="theme")
    same(pd.read_csv(folder.parent / "hasil.csv"), made)


def test_files_for_other_programs_replace_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder.parent / "untuk-r"
    call = ["export", str(folder), "--to", "quanteda", "--ngrams", "2", "--out", str(out)]
    assert run(call) == 0
    assert "visi misi" in (out / "features.csv").read_text("utf-8")
    assert run(call) == run([*call[:-1], str(folder)]) == 2
    assert "sudah ada; sebutkan berkas atau folder baru" in capsys.readouterr().err


def test_copies_are_listed_as_duplicates(folder: Path) -> None:
    (folder / "tiga.txt").write_text(TEXTS["satu"] * 3, encoding="utf-8")
    found = table(folder, "duplicates")
    assert found[["essay_a", "essay_b"]].values.tolist() == [["satu-1", "tiga-1"]]
