"""Headings and titles of many pieces at once are what the functions for one piece say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import examples

from kpu_corpus import native
from kpu_corpus.indonesian.batch.chunks.chunks import Block, Stretch, written
from kpu_corpus.indonesian.batch.knowledge import Knowledge
from kpu_corpus.indonesian.batch.sentences.cutting import Pieces, cut_pieces
from kpu_corpus.indonesian.batch.sentences.ends import Ends
from kpu_corpus.indonesian.batch.sentences.headings import headings
from kpu_corpus.indonesian.batch.sentences.lines import Lines, line_columns
from kpu_corpus.indonesian.batch.sentences.naming import KINDS, kind_columns
from kpu_corpus.indonesian.sentences.headings import heading_end
from kpu_corpus.indonesian.sentences.unit_kinds import MARKER, Piece, kinds

MARKERS = ["a. ", "(2) ", "1) ", "• ", "* ", "3.\xa0", "- ", "10. ", "(4)", "ii. "]
PARTS = [
    *("Etika", "Kerja", "yang", "Baik", "kerja", "pegawai", "dan", "di", "di-atas", "PERUM"),
    *(
        "Undang-undang",
        "Aparatur Sipil Negara",
        "Sipil Negara",
        "II",
        "Kejaksaan",
        "Prp.",
        "S.H.",
        "wajib",
        "vs",
    ),
    *("12", "1,5", "1970/71", "KPU", "diRumah", "K", "Rp5", "para", "É", "bé", "a\u0301", "2an"),
    *("No. 5", "NO. 7", "nO. 5", "Hal. 12", "No.", "Drt. 1957", "Stbl.", "St.", "P.N.", "Ir. Ali"),
    *("Etika Kerja", "Kami", "Nomor 5 Tahun 1970", "tentang", "adalah", "@kpu", "www.kpu.go.id"),
]
GAPS = [" "] * 8 + ["  ", ", ", " (", ") ", ': "', '" ', "; ", ". ", ": ", ":", "/", " / ", "- "]
GAPS += [" - ", "-", "–", "… ", "...", "!", "? ", "\xa0", "\t", "\u2003", "*", "_", "’", " “", "” "]
POINTS = st.builds(
    lambda marker, pairs: (marker + "".join(map("".join, pairs))).strip(),
    st.sampled_from(MARKERS),
    st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(GAPS)), min_size=1, max_size=40),
)


@examples(30)
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
@example(
    [
        "b. Wilayah Kecamatan Bitung Tengah, meliputi desa: Girian Atas",
        "1. Etika Kerja, Kerja Sama (Etika Kerja) wajib ditaati",
        "4. Anggaran Tahun Anggaran 1986/1987; dan Anggaran kita",
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


@examples(25)
@example(["a. Etika Kerja:", "b. ia"])
@example(["Etika Kerja yang Baik", "DAFTAR ISI:", "Dr. H. Budi", "dan Kerja", "vs. Kerja", "1.000"])
@example(
    ["Kata " * 14 + "Kata", "Kata " * 14 + "!", "Etika vs. Kerja", ".Kata@kpu.id", "“…”", "12"]
)
@given(st.lists(st.one_of(POINTS, POINTS.map(lambda point: point[3:].strip())).filter(bool)))
def test_kinds_of_many_pieces_are_those_of_each(texts: list[str]) -> None:
    marked = [MARKER.match(text) is not None for text in texts]
    text, pieces = "\n".join(texts), list[Piece]()
    for row, (part, mark) in enumerate(zip(texts, marked, strict=True)):
        start = pieces[-1].end + 1 if pieces else 0
        pieces.append(Piece(start, start + len(part), row, mark))
    with pytest.MonkeyPatch.context() as patch:
        assert _kinds(text, pieces) == kinds(text, pieces)
        patch.setattr(native, "library", lambda: None)
        assert _kinds(text, pieces) == kinds(text, pieces)


def _kinds(text: str, pieces: list[Piece]) -> list[str]:
    """The kinds of the pieces of one text."""
    block = _block([text])
    columns = Pieces(*map(np.array, zip(*pieces, strict=True))) if pieces else Pieces(*[_NONE] * 5)
    columns = columns._replace(start=columns.start + 1, end=columns.end + 1)
    lines = Lines(*np.zeros((3, len(pieces)), np.int64), columns.marked)
    return [KINDS[kind] for kind in kind_columns(block, lines, columns).tolist()]


def _block(texts: list[str]) -> Block:
    forms = Knowledge().forms
    stretches = [Stretch(text, 0, len(text), True) for text in texts]
    return Block.of(written(stretches, forms.splitter), forms)


def _found(points: list[str]) -> list[tuple[int, int, int]]:
    """The headings of points that stand in one block, by row, with places in their point."""
    block = _block(points)
    lines, every = line_columns(block), np.ones(len(points), bool)
    cut, doubtful = cut_pieces(block, lines, Ends(*[_NONE] * 3, every[:0]), every)
    rows = np.flatnonzero(doubtful)
    found = headings(block.text, cut.start[rows], cut.end[rows])
    base = cut.start[rows[found.row]]
    columns = (rows[found.row], found.end - base, found.rest - base)
    return list(zip(*(column.tolist() for column in columns), strict=True))


_NONE = np.zeros(0, np.int64)


@pytest.mark.parametrize(
    "text",
    [
        "*Terus belajar dan meningkatkan kemampuan.",
        "Etika Kerja yang Baik Etika kerja yang baik.",
        "*Etika Kerja yang Baik",
        "1. Integritas",
        "1. Kami, yaitu ASN: siap.",
        "• 08:30 apel pagi",
        "1. Tugas Utama Kami adalah menjaga suara rakyat",
        "*Ketua Bawaslu Jawa Barat hadir",
    ],
)
def test_no_heading_without_marker_title_and_sentence(text: str) -> None:
    assert heading_end(text, 0, len(text)) is None
