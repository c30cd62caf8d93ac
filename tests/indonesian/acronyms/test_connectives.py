"""Places of connectives in many texts at once."""

import pytest

from kpu_corpus.indonesian.acronyms import latin
from kpu_corpus.indonesian.acronyms.connectives import CONNECTIVES, places
from kpu_corpus.indonesian.acronyms.latin import laid


def found(*texts: str) -> list[list[tuple[str, int]]]:
    each: list[list[tuple[str, int]]] = []
    for block in laid(texts):
        before = len(each)
        each += [[] for _ in block.base]
        for number, at, row in places(block):
            each[before + number].append((CONNECTIVES[row], at))
    return each


def test_places_do_not_depend_on_what_is_looked_at_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = ["🙂 Dewan atau DPR", "", "é", "yang biasa kita kenal dengan KPU alias komisi"] * 5
    together = found(*texts)
    monkeypatch.setattr(latin, "_BLOCK", 20)
    assert found(*texts) == together
    assert sum(map(len, together)) == 15
