"""A stop ends a unit by what stands before and after it."""

from __future__ import annotations

import pytest

from kpu_corpus.indonesian.sentences.stops import Cursor, Stop, ends_unit
from kpu_corpus.indonesian.words import words


def ends(text: str, at: int) -> bool:
    following = at + 1 + (len(text[at + 1 :]) - len(text[at + 1 :].lstrip()))
    token = Cursor(text, 0, len(text)).at(at)
    return ends_unit(text, Stop(at, at + 1, at + 1, following, listed=False), len(text), token)


@pytest.mark.parametrize(
    "text",
    [
        "UU no. 20",
        "Prof. Ahmad",
        "A. Yani",
        "S.H. Kartodirdjo",
        "725.663",
        "kpu.go.id",
        "yth. Ketua",
        "Yth. Para Anggota",
        "Subbag. Data",
        "Kepala Sub. Bagian Hukum",
        "drh. Siti",
        "hp. 0812",
        "gol. III",
        "Gol. Darah",
        "ext. 12",
        "NIP. 199506062018022001",
        "Co. Ltd. hadir",
        "Co. Ltd hadir",
        "karya Ismail dkk. “Merdeka”",
        "Rini, NDH. 12",
        "Rini, SH. MH. hadir",
        "Rini, SE., MM. hadir",
    ],
)
def test_abbreviations_and_figures_do_not_end(text: str) -> None:
    assert not any(ends(text, i) for i, char in enumerate(text) if char == ".")


@pytest.mark.parametrize(
    "text",
    [
        *("siap. Kami", "siap.Kami", "siap. kami", "dll. Kami", "2023. 19"),
        *("anggota kpps. Warga", "ke tps. Petugas", "main hp. Terkesan"),
        *("mencetak gol. Kami", "menanam kol. Setelah", "mencatat NIP. Kami"),
        *("mencetak gol. Pasalnya", "Rini, SH. Warga"),
    ],
)
def test_words_lists_and_years_end(text: str) -> None:
    assert ends(text, text.index("."))


def test_the_cursor_gives_the_token_at_or_before_a_place() -> None:
    text = "Kami, siap. Prof. Budi dan a.b"
    spans = [(start, end) for start, end, _ in words(text)]
    cursor = Cursor(text, 0, len(text))
    for place in (4, 10, 16, 28):
        expected = [span for span in spans if span[0] <= place][-1]
        assert cursor.at(place) == expected
