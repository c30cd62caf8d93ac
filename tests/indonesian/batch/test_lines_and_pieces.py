"""Lines, list markers, pieces and their kinds: C finds what numpy finds, whatever the texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.tokens.test_scanning import TEXTS
from tests.ways import compiled, numpy_alone

from kpu_corpus.indonesian.batch.chunks.chunks import Block, Stretch, written
from kpu_corpus.indonesian.batch.knowledge import Knowledge
from kpu_corpus.indonesian.batch.sentences.lines import line_columns
from kpu_corpus.indonesian.batch.sentences.markers import marker_columns
from kpu_corpus.indonesian.batch.sentences.naming import kind_columns
from kpu_corpus.indonesian.batch.sentences.sentences import piece_columns
from kpu_corpus.indonesian.batch.sentences.stops import stop_columns


def alike(find: Callable[..., Any], *given: Any) -> Any:
    """What C finds, if numpy finds the same."""
    fast = find(*given)
    with numpy_alone():
        slow = find(*given)
    rows = (fast, slow) if isinstance(fast, tuple) else ((fast,), (slow,))
    for one, other in zip(*rows, strict=True):
        assert one.tolist() == other.tolist()
    return fast


@compiled
@examples(25)
@example(["Kami bersumpah bahwa kami akan setia selalu;\nbahwa kami jujur."], [])
@example(["a. \nKami siap\nini baris " + "panjang " * 8 + "\nKami", "ini,\ndan\n\nitu"], [0])
@example(["Tahap: 1. Satu, 2. Dua (lihat a) Tiga) dan 3. Tiga; dan 4. Empat"], [])
@example(
    [
        "1. Satu 2. Dua; 3. Tiga pasal 4. Lima a. Satu b. Dua c. Tiga",
        "9. a.\xa0Ia",
        "[8]: 27. Ia",
        "Ia: 2. Ia. 3. Ia",
    ],
    [],
)
@example(["Ia. (Ia, 2008). (ia) (3) --- \u0661 ...", "---", "... Ia", "_ (Ia: 4)"], [1])
@example(["Budaya Kerja Kita\nNilai Kerja Kami\nkerja\n- Etika @a\n- Ia.B", "Salam\nIa"], [])
@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(st.integers(0, 9), max_size=2))
def test_c_finds_what_numpy_finds(texts: list[str], odd: list[int]) -> None:
    known = Knowledge()
    stretches = [Stretch(text, 0, len(text), running=True) for text in texts]
    block = Block.of(written(stretches, known.chunks), known.forms)
    lines = alike(line_columns, block)
    kept = np.ones(len(lines.first), bool)
    kept[[line for line in odd if line < len(kept)]] = False
    markers = alike(marker_columns, block, lines, kept)
    ends, exact = stop_columns(block, known.stops, lines, markers, kept & ~markers.exact)
    exact |= markers.exact
    pieces = alike(piece_columns, block, lines, ends, kept, exact)
    alike(kind_columns, block, lines, pieces)
