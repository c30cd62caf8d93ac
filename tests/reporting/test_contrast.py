"""Plain sentences that say no more than the row does."""

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.reporting.contrast import readings

ROW = {"display": "sinergi", "count_a": 9, "count_b": 1, "log_ratio": 3.0, "q": 0.01}
THEME = {"theme": "sinergi", "share_a": 0.4, "share_b": 0.1, "difference": 0.3, "q": 0.2}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "“sinergi”: 9 times in A, 1 times in B; more frequent in A."),
        ({"log_ratio": -3.0}, "“sinergi”: 9 times in A, 1 times in B; rarer in A."),
        ({"q": 0.06}, "“sinergi”: 9 times in A, 1 times in B; no clear difference."),
    ],
)
def test_a_word_is_called_different_only_where_q_allows(
    change: dict[str, float], expected: str
) -> None:
    assert readings(pd.DataFrame([ROW | change]), a="A", b="B", lang="en") == [expected]


def test_a_theme_is_told_in_per_cent_of_sentences() -> None:
    told = readings(pd.DataFrame([THEME]), a="Subang", b="Garut")
    assert told == [
        "sinergi: 40 % kalimat di Subang, 10 % di Garut; tidak ada perbedaan yang jelas."
    ]


def test_another_table_is_refused() -> None:
    with pytest.raises(ValueError, match=r"kc\.compare"):
        readings(kc.themes(kc.load({"a": "Kami hadir."})), a="A", b="B")
