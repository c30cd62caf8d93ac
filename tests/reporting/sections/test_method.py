"""The method section tells what the code does: numbers, settings, tests, what others change."""

import inspect
from pathlib import Path

import pandas as pd
import pytest
from tests.answers import without

import kpu_corpus as kc
from kpu_corpus.analysis.comparing.sides import BLOCK
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.analysis.statistics import exchange, group_difference, permutation_p
from kpu_corpus.analysis.statistics.exchange import LISTED, SAMPLED, exchange_p
from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS, MIN_UNITS
from kpu_corpus.labels import is_label
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.sections import method as told
from kpu_corpus.reporting.sections.accuracy import ESSAYS, MEASURED, accuracy
from kpu_corpus.reporting.sections.method import method, steadiness
from kpu_corpus.reporting.wording import Wording

TEXTS = {"a": "Kami menjaga integritas. " * 12, "b": "Kami bekerja di kantor. " * 12}


def made(by: str | None = "essay", texts: dict[str, str] = TEXTS, **settings: object) -> Figures:
    tokens = kc.preprocess(kc.load(texts), **settings)  # type: ignore[arg-type]
    return figures(tokens, load_lexicon(), by)


@pytest.fixture(scope="module")
def usual() -> Figures:
    return made()


@pytest.mark.parametrize(
    ("lang", "listed", "sampled"), [("id", "4.999", "1.999"), ("en", "4,999", "1,999")]
)
def test_the_numbers_of_the_tests_are_those_of_the_code(
    lang: str, listed: str, sampled: str, usual: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    wording = Wording(lang)
    assert (wording.whole(LISTED), wording.whole(SAMPLED)) == (listed, sampled)
    for of_themes in (permutation_p, group_difference):
        assert inspect.signature(of_themes).parameters["resamples"].default == LISTED
    said = " ".join(method(usual, wording))
    assert said.count(listed) == 2
    assert said.count(sampled) == 1
    assert wording.decimal(exchange.FEWEST / SAMPLED) in said
    assert {"id": f"blok {BLOCK} kalimat", "en": f"blocks of {BLOCK} sentences"}[lang] in said
    assert wording.count("sentences", MIN_UNITS) in said
    assert wording.count("essays", MIN_ESSAYS) in said
    assert "77" not in said
    monkeypatch.setattr(told, "SAMPLED", 77)
    assert "77" in " ".join(method(usual, wording))


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_test_is_told_that_is_not_made(lang: str, usual: Figures) -> None:
    """Words go by exchanging essays, themes are exact for few assignments alone."""
    said = " ".join(method(usual, Wording(lang))).lower()
    assert " uji t " not in said
    assert "t test" not in said
    assert "eksak" not in said
    assert "exact" not in said
    assert "robinson 1982" in said
    assert "Robinson 1982" in (exchange_p.__doc__ or "")


def test_where_nothing_was_compared_no_comparison_is_told() -> None:
    said = " ".join(method(made(texts={"a": TEXTS["a"]}), Wording("en")))
    assert "Fisher" not in said


def test_how_well_a_lexicon_does_is_told_and_of_other_than_the_ten_how_to_measure_it() -> None:
    tokens = kc.preprocess(kc.load(TEXTS))
    pair = (figures(tokens, load_lexicon(name)) for name in ("pemilu", "themes"))
    own, ten = (without(one, "compared", "sensitivity") for one in pair)
    for made, name, measured in (
        (own, " leksikon “asas dan prinsip pemilu (UU 7/2017)”", MEASURED["pemilu"][0]),
        (ten, "", ESSAYS),
    ):
        wrong, missed = f"{measured.wrong:.0%}"[:-1], f"{measured.missed:.0%}"[:-1]
        said = accuracy(made, Wording("id"))
        assert said.startswith(f"Seberapa tepat{name}: pada {measured.sentences} kalimat dari ")
        assert f" {wrong} dari 100 tanda program keliru dan {missed} dari 100 kalimat" in said
    own_method, ten_method = (" ".join(method(made, Wording("en"))) for made in (own, ten))
    assert "validate FOLDER --lexicon pemilu --lang en --coded" in own_method
    assert "validate" not in ten_method


def test_a_lexicon_from_a_table_is_told_as_one_and_a_word_stands_for_its_file() -> None:
    table = pd.DataFrame([("Hemat", "hemat")], columns=["theme", "match"])
    own = without(figures(kc.preprocess(kc.load(TEXTS)), load_lexicon(table)), "compared")
    said = " ".join(method(own, Wording("id")))
    assert "leksikon “tabel sendiri”" in said
    assert "validate FOLDER --lexicon LEXICON --coded" in said
    assert "DataFrame" not in said


def test_roots_and_spelling_are_told_as_they_were_set(usual: Figures) -> None:
    first = method(usual, Wording("en"))[0]
    unlike = without(made(roots="none", spelling=False), "compared", "sensitivity")
    other = method(unlike, Wording("en"))[0]
    assert "are found together. Unambiguous misspellings are corrected" in first
    assert "are not found together. Misspellings are not corrected" in other


SAME = ("roots", "sastrawi", 0)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [SAME, ("stops", "none", 0)],
            "The ranking of the themes stays the same if roots are found by Sastrawi's method or "
            "no stop words are left out. Each setting was changed separately.",
        ),
        (
            [SAME, ("roots", "none", 1), ("spelling", "as written", 2)],
            "The ranking of the themes stays the same if roots are found by Sastrawi's method, but "
            "changes if words are not reduced to their roots (1 theme at another rank) or "
            "misspellings are left as written (2 themes at another rank). Each "
            "setting was changed separately.",
        ),
        (
            [("spelling", "as written", 2)],
            "The ranking of the themes changes if misspellings are left as written (2 themes at "
            "another rank). Each setting was changed separately.",
        ),
    ],
)
def test_the_sentence_says_which_settings_change_the_ranking_and_by_how_much(
    rows: list[tuple[str, str, int]], expected: str
) -> None:
    table = pd.DataFrame(rows, columns=["setting", "value", "changed"]).assign(table="themes")
    other = table.assign(table="keywords", changed=9)
    assert steadiness(pd.concat([table, other]), Wording("en")) == expected


def test_every_setting_that_sensitivity_changes_has_its_words() -> None:
    table = kc.sensitivity(kc.preprocess(kc.load(TEXTS)))
    rows = table[table["table"] == "themes"]
    for setting, value in zip(rows["setting"], rows["value"], strict=True):
        assert is_label(f"report.steady_{setting}_{value}".replace(" ", "_"))
    assert steadiness(table, Wording("id")).startswith("Urutan tema ")


def test_what_was_not_examined_is_told() -> None:
    assert "was not examined" in steadiness(None, Wording("en"))


def test_the_ranking_of_one_theme_is_not_spoken_of(tmp_path: Path) -> None:
    path = tmp_path / "satu.toml"
    path.write_text(
        'format = 1\n[themes.jujur]\nlabel = { id = "Jujur" }\n'
        '[[themes.jujur.patterns]]\nmatch = ["jujur"]\n',
        encoding="utf-8",
    )
    tokens = kc.preprocess(kc.load({"a": "Kami bekerja jujur setiap hari. " * 40}))
    one, ten = (method(figures(tokens, load_lexicon(x)), Wording("id")) for x in (path, None))
    assert "Urutan tema" not in " ".join(one)
    assert "Urutan tema" in " ".join(ten)


def test_no_ranking_is_spoken_of_where_no_theme_is_found() -> None:
    tokens = kc.preprocess(kc.load({"a": "Langit biru sejak pagi. " * 20}))
    assert "Urutan tema" not in " ".join(method(figures(tokens, load_lexicon()), Wording("id")))
