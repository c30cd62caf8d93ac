"""Normal forms: many surfaces at once as each by itself."""

from hypothesis import given
from hypothesis import strategies as st

from kpu_corpus.indonesian.normal import even, evens, normal, normals

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
    assert evens(surfaces) == [*map(even, surfaces)]
    assert normals(surfaces) == [*map(normal, surfaces)]
