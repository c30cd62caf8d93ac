"""Words of a comparison that the names of its groups have."""

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from kpu_corpus.reporting.sections.group_words import in_names


@pytest.mark.parametrize(
    ("by", "own"), [("tim", [True, True, False, False]), ("essay", [False] * 4)]
)
def test_a_word_is_of_a_name_in_the_form_shown_or_by_its_root(by: str, own: list[bool]) -> None:
    words = [("muna", "Muna"), ("kerja sama", "bekerja sama"), ("kerja bakti", "kerja bakti")]
    table = pd.DataFrame([*words, ("suara", "suara")], columns=["term", "display"])
    made: Any = SimpleNamespace(by=by, groups=("Kerja Sama", "KPU Kabupaten Muna"))
    assert in_names(table, made).tolist() == own
