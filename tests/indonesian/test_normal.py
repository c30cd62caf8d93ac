"""Normal forms: many surfaces at once as each by itself."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kpu_corpus.indonesian.normal import evened, evens, normal, normals
from kpu_corpus.indonesian.words import ZERO_WIDTH

PIECES = st.sampled_from(
    [
        "Undang",
        "–",
        " ",
        "undang",
        "\u00a0",
        "Jum’at",
        "`",
        "e-KTP",
        "\u200b",
        "K3",
        "İ",
        "1.",
        "\n",
    ]
)


@given(st.lists(st.lists(PIECES, max_size=5).map("".join) | st.text(max_size=6), max_size=8))
def test_many_surfaces_are_evened_out_as_each_by_itself(surfaces: list[str]) -> None:
    assert evens(surfaces) == [*map(evened, surfaces)]
    assert normals(surfaces) == [*map(normal, surfaces)]


def test_nothing_that_is_not_seen_stays_in_a_word() -> None:
    hidden = re.findall(f"[{ZERO_WIDTH}]", "".join(map(chr, range(0x10000))))
    assert {normal(f"inte{char}gritas") for char in hidden} == {"integritas"}
