"""One sentence on what other settings change, right in number, from the table."""

from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.labels import is_label
from kpu_corpus.reporting.content import content
from kpu_corpus.reporting.figures import figures
from kpu_corpus.reporting.steadiness import steadiness
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.tokens import Tokens

SAME = ("roots", "sastrawi", 0)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [SAME, ("stops", "none", 0)],
            "The ranking of the themes stays the same if roots are found as by Sastrawi or no "
            "stop words are left out. Each setting was changed by itself.",
        ),
        (
            [SAME, ("roots", "none", 1), ("spelling", "as written", 2)],
            "The ranking of the themes stays the same if roots are found as by Sastrawi, but "
            "changes if words are not brought to their roots (1 theme at another rank) or "
            "misspellings are left as written (2 themes at another rank). Each "
            "setting was changed by itself.",
        ),
        (
            [("spelling", "as written", 2)],
            "The ranking of the themes changes if misspellings are left as written (2 themes at "
            "another rank). Each setting was changed by itself.",
        ),
    ],
)
def test_the_sentence_says_which_settings_change_the_ranking_and_by_how_much(
    rows: list[tuple[str, str, int]], expected: str
) -> None:
    table = pd.DataFrame(rows, columns=["setting", "value", "changed"]).assign(table="themes")
    other = table.assign(table="keywords", changed=9)
    assert steadiness(pd.concat([table, other]), Wording("en")) == expected


def test_every_setting_that_sensitivity_changes_has_its_words(tokens: Tokens) -> None:
    table = kc.sensitivity(tokens)
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
    one, ten = (content(figures(tokens, load_lexicon(x)), "id").method for x in (path, None))
    assert "Urutan tema" not in " ".join(one)
    assert "Urutan tema" in " ".join(ten)
