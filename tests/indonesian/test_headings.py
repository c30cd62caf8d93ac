"""Headings of many list points at once are what the function for one point says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kpu_corpus import native
from kpu_corpus.indonesian.batch.chunks import Block, Stretch
from kpu_corpus.indonesian.batch.headings import headings
from kpu_corpus.indonesian.batch.knowledge import Knowledge
from kpu_corpus.indonesian.unit_kinds import MARKER, heading_end

MARKERS = ["a. ", "(2) ", "1) ", "• ", "* ", "3.\xa0", "- ", "10. ", "(4)", "ii. "]
PARTS = [
    *("Etika", "Kerja", "yang", "Baik", "kerja", "pegawai", "dan", "di", "di-atas", "PERUM"),
    *("Undang-undang", "Aparatur Sipil Negara", "II", "Kejaksaan", "Prp.", "S.H.", "wajib", "vs"),
    *("12", "1,5", "1970/71", "KPU", "diRumah", "K", "Rp5", "para", "É", "bé", "a\u0301", "2an"),
    *("Etika Kerja", "Kami", "Nomor 5 Tahun 1970", "tentang", "adalah", "@kpu", "www.kpu.go.id"),
]
GAPS = [" "] * 8 + ["  ", ", ", " (", ") ", ': "', '" ', "; ", ". ", ": ", ":", "/", " / ", "- "]
GAPS += [" - ", "-", "–", "… ", "...", "!", "? ", "\xa0", "\t", "\u2003", "*", "_", "’", " “", "” "]
POINTS = st.builds(
    lambda marker, pairs: (marker + "".join(map("".join, pairs))).strip(),
    st.sampled_from(MARKERS),
    st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(GAPS)), min_size=1, max_size=40),
)


@settings(max_examples=600)
@example(["(1) Anggota Direksi diangkat untuk lima tahun."])
@example(["b. Pelayanan Prima Pelayanan Prima adalah tugas", "a. Keterangan: isi", "1. (1); dan"])
@example(["1. " + "Etika, " * 40 + "kerja", "1. " + "Satu Dua " * 14 + "Tiga empat"])
@example(
    [
        "1. " + "Kata " * 28 + "dan kata",
        "2. Etika (Kerja wajib",
        "3. Desa Lama.",
        "a. Etika Etika vs...",
    ]
)
@given(st.lists(POINTS, min_size=1, max_size=8))
def test_headings_of_many_points_are_those_of_each(points: list[str]) -> None:
    points = [point for point in points if MARKER.match(point)]
    expected = [
        (row, len(point[:place].rstrip()), len(point) - len(point[place:].lstrip()))
        for row, point in enumerate(points)
        for place in [heading_end(point, 0, len(point))]
        if place is not None
    ]
    with pytest.MonkeyPatch.context() as patch:
        assert _found(points) == expected
        patch.setattr(native, "library", lambda: None)
        assert _found(points) == expected


def _found(points: list[str]) -> list[tuple[int, int, int]]:
    """The headings of points that stand in one block, by row, with places in their point."""
    forms = Knowledge().forms
    block = Block.of([Stretch(point, 0, len(point), True) for point in points], forms)
    start = block.base
    end = start + np.array([len(point) for point in points], np.int64)
    found = headings(block, forms, start, end)
    base = start[found.row]
    columns = (found.row, found.end - base, found.rest - base)
    return list(zip(*(column.tolist() for column in columns), strict=True))
