"""Which columns tell the reader of a table what an essay belongs to."""

import pandas as pd

import kpu_corpus as kc
from kpu_corpus.reporting.belonging import grouping_columns


def test_the_column_that_divides_the_essays_most_plainly_is_shown_first() -> None:
    posts = ["Analis", "Penata", "Pranata", "Arsiparis"] * 3
    rows = {
        "id": [f"e{number}" for number in range(12)],
        "text": ["Kami menjaga integritas."] * 12,
        "unit": ["KPU Garut", "KPU Subang"] * 6,
        "Jabatan": posts,
        "Bagian": [f"{post} {place % 6}" for place, post in enumerate(posts)],
        "Angkatan": [*"I" * 6, *["II"] * 6],
    }
    corpus = kc.load(pd.DataFrame(rows))
    assert set(grouping_columns(corpus)) == {"unit", "Jabatan", "Angkatan"}
    assert set(grouping_columns(corpus, "folder")) == {"folder", "unit", "Angkatan"}
