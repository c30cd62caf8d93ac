"""Themes that take over the patterns of the shipped ten."""

from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.errors import InvalidLexicon


def own(folder: Path, body: str) -> Path:
    path = folder / "own.toml"
    path.write_text(f"format = 1\n{body}", encoding="utf-8")
    return path


def test_an_included_theme_finds_what_it_finds_among_the_ten(
    tmp_path: Path, tokens: kc.Tokens
) -> None:
    themes = ["sinergi", "pelayanan"]
    body = "\n".join(f"[themes.{key}]\ninclude = '{key}'" for key in themes)
    columns = ["essay", "theme", "start", "end", "status", "cue"]
    found = kc.evidence(tokens, lexicon=own(tmp_path, body))[columns]
    assert len(found)
    pd.testing.assert_frame_equal(found, kc.evidence(tokens, themes=themes)[columns])


def test_own_patterns_come_first_and_the_included_in_the_order_they_are_named(
    tmp_path: Path,
) -> None:
    body = "[themes.a]\ninclude = ['disiplin', 'integritas']\npatterns = ['hemat']"
    (theme,) = load_lexicon(own(tmp_path, body)).themes
    ten = load_lexicon()
    examples = [p.example for key in ("disiplin", "integritas") for p in ten.patterns(key)]
    assert [pattern.example for pattern in theme.patterns] == ["", *examples]


@pytest.mark.parametrize("name", ["publik", "themes_publik"])
def test_sets_of_included_patterns_are_kept_apart_from_ones_own(tmp_path: Path, name: str) -> None:
    body = (
        f"[sets]\n{name} = ['=kucing']\n[themes.a]\n"
        f"include = 'integritas'\npatterns = ['@{name} ..0 manis']"
    )
    lexicon, ten = load_lexicon(own(tmp_path, body)), load_lexicon()
    assert lexicon.sets[name] == ("=kucing",)
    assert ten.sets["publik"] in lexicon.sets.values()
    corpus = kc.load({"a": "Kucing manis itu tidur. Kami berintegritas."})
    assert list(kc.evidence(corpus, lexicon=lexicon)["sentence"]) == [1, 2]


def test_excepted_words_are_left_out_of_the_included_patterns_alone(tmp_path: Path) -> None:
    body = "[themes.a]\ninclude = 'sinergi'\nexcept = ['kerukunan', '=bahu']\npatterns = ['=rukun']"
    lexicon = load_lexicon(own(tmp_path, body))
    texts = {
        "without": "Kerukunan itu indah.",
        "with": "Kami bergotong royong. Kami saling membantu. Warga rukun.",
    }
    rows = kc.evidence(kc.load(texts), lexicon=lexicon)
    assert list(rows["essay"].unique()) == ["with"]
    assert len(rows) == 3


def test_a_pattern_of_excepted_words_is_not_taken_over_nor_an_example_with_one(
    tmp_path: Path,
) -> None:
    whole = load_lexicon().patterns("sinergi")[0].match
    for words, left in ((whole[:1], [(whole[1:], "")]), (whole, [])):
        body = f"[themes.a]\ninclude = 'sinergi'\nexcept = {[*words]}"
        patterns = load_lexicon(own(tmp_path, body)).patterns("a")
        kept = [(one.match, one.example) for one in patterns]
        assert [one for one in kept if not one[0] or {*one[0]} & {*whole}] == left


def test_themes_named_twice_come_once_with_no_set_but_theirs(tmp_path: Path) -> None:
    lexicon = load_lexicon(own(tmp_path, "[themes.a]\ninclude = ['sinergi', 'sinergi']"))
    assert len(lexicon.patterns("a")) == len(load_lexicon().patterns("sinergi"))
    named = " ".join(text for pattern in lexicon.patterns("a") for text in pattern.strings)
    assert [name for name in lexicon.sets if f"@{name}" not in named] == []


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("include = 'sinergy'", r"include 'sinergy' @ own.toml:a .*'sinergi'\?"),
        ("include = 'a'\npatterns = ['hemat']", "include 'a' @ own.toml:a is none of the ten"),
        ("include = 'sinergi'\nexcept = 'kerukunn'", "except 'kerukunn' @ .*'kerukunan'"),
        ("except = 'hemat'\npatterns = ['hemat']", "except 'hemat' @ own.toml:a"),
        ("include = 'pelayanan'\nexcept = '..1'", r"pattern '\.\.1' @ own.toml:a.except"),
        ("include = 'pelayanan'\nexcept = '@x'", "'@x' @ own.toml:a.except"),
    ],
)
def test_what_the_shipped_ten_do_not_have_is_an_error(
    tmp_path: Path, told: str, message: str
) -> None:
    with pytest.raises(InvalidLexicon, match=message):
        load_lexicon(own(tmp_path, f"[themes.a]\n{told}"))


@pytest.mark.parametrize("suffix", [".toml", ".csv", ".xlsx"])
def test_a_saved_lexicon_has_the_included_patterns_in_full(tmp_path: Path, suffix: str) -> None:
    body = "[sets]\npublik = ['=kucing']\n[themes.a]\ninclude = 'pelayanan'\npatterns = ['@publik']"
    given = load_lexicon(own(tmp_path, body))
    saved = load_lexicon(kc.save_lexicon(given, tmp_path / f"tema{suffix}"))
    assert saved.content == given.content
