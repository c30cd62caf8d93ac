"""Reduplication, with a root function that knows a few words."""

from __future__ import annotations

import pytest

from kpu_corpus.indonesian.roots.reduplication import unreduplicated
from kpu_corpus.indonesian.roots.roots import root as analysed

KNOWN = {
    "berlari": "lari", "menolong": "tolong", "kemerahan": "merah",
    "perbedaan": "beda", "menulis": "tulis", "asn": "asn",
    "nakutin": "takut", "tama": "tama", "olah": "olah", "terangan": "terang",
    "mengisi": "isi",
}  # fmt: skip


def root(word: str) -> str:
    return KNOWN.get(word, word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("buku-buku", "buku"),
        ("perbedaan-perbedaan", "beda"),
        ("berlari-lari", "lari"),
        ("tolong-menolong", "tolong"),
        ("kemerah-merahan", "merah"),
        ("mencita-citakan", "cita-cita"),
        ("memata-matai", "mata-mata"),
        ("perundang-undangannya", "undang-undang"),
        ("pagar-pagar", "pagar"),
        ("kpu-ri", "kpu"),
        ("menulis-nulis", "tulis"),
        ("jari-jemari", "jari"),
        ("gigi-geligi", "gigi"),
        ("sayur-mayur", "sayur"),
        ("warna-warni", "warna"),
        ("asn-nya", "asn"),
        ("se-indonesia", "indonesia"),
        ("anti-korupsi", "antikorupsi"),
        ("super-mewah", "supermewah"),
        ("super-super", "super"),
        ("oleh-olehnya", "oleh-oleh"),
        ("ke-2", "ke-2"),
        ("tua-muda", "tua-muda"),
        ("berleha-leha", "leha"),
        ("dipimpong-pimpong", "pimpong"),
        ("nakut-nakutin", "takut"),
        ("pertama-tama", "pertama"),
        ("seolah-olah", "seolah"),
        ("terangan-angan", "angan"),
        ("mengeong-ngeong", "ngeong"),
        ("ke-bhinneka-tunggal-ika-an", "bhinneka-tunggal-ika"),
        ("masa-kerja-golongan", "masa-kerja-golongan"),
        ("ugal-ugalan", "ugal"),
        ("ya-ya", "ya"),
        ("asal-usul", "asal"),
        ("daerah-darah", "daerah-darah"),
        ("xv-xvi", "xv-xvi"),
        ("isi-mengisi", "isi"),
    ],
)
def test_the_kinds_of_reduplication(word: str, expected: str) -> None:
    assert unreduplicated(word, root) == expected


@pytest.mark.parametrize("word", ["se-" * 600 + "indonesia", "non-" * 3000 + "x", "a-" * 9 + "a"])
def test_what_goes_on_and_on_is_no_word_and_is_left_as_it_is(word: str) -> None:
    assert analysed(word) == word
