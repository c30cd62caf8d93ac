"""One sentence on what other settings change, right in number, from the table."""

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.labels import is_label
from kpu_corpus.reporting.steadiness import steadiness
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.tokens import Tokens

SAME = ("roots", "sastrawi", 0)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [SAME, ("stops", "none", 0)],
            "The ranking of the themes stays the same when one setting changes: roots as by "
            "Sastrawi or no stop words.",
        ),
        (
            [SAME, ("roots", "none", 1), ("spelling", "as written", 2)],
            "When one setting changes, the ranking of the themes stays the same with roots as by "
            "Sastrawi, but changes with words without their roots (1 theme at another rank) or "
            "misspellings left as written (2 themes at another rank).",
        ),
        (
            [("spelling", "as written", 2)],
            "When one setting changes, the ranking of the themes changes: misspellings left as "
            "written (2 themes at another rank).",
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
    assert steadiness(table, Wording("id")).startswith("Bila satu pengaturan diubah")


def test_what_was_not_examined_is_told() -> None:
    assert "was not examined" in steadiness(None, Wording("en"))
