"""Titles at the top of pages: a file of several essays that name no author."""

from __future__ import annotations

from io import BytesIO
from itertools import chain

import pytest
from docx.enum.text import WD_BREAK
from tests.essays import as_pdf, new_docx, wrapped
from tests.segment.cutting import LONG, loaded, word

TITLES = [
    "Menjaga Suara dari Gudang Logistik",
    "Pintu yang Selalu Terbuka Lebar",
    "Belajar Sabar di Meja Depan",
]
TEXTS = [
    [f"Kami membaca {what} warga setiap pagi." + f" Lalu kami menjawab {what} itu." * 24] * 2
    for what in ("berkas lama", "surat", "semua permohonan informasi")
]
ESSAYS = [[title, *text] for title, text in zip(TITLES, TEXTS, strict=True)]


def as_text(parts: list[list[str]]) -> bytes:
    return "\f".join("\n\n".join(part) + "\n" for part in parts).encode()


def as_word(parts: list[list[str]]) -> bytes:
    document = new_docx()
    for number, part in enumerate(parts):
        if number == 1:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for place, text in enumerate(part):
            paragraph = document.add_paragraph(text)
            paragraph.paragraph_format.page_break_before = number > 1 and not place
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_pages(parts: list[list[str]]) -> bytes:
    return as_pdf([[line for text in part for line in [*wrapped(text), ""]] for part in parts])


def titles(data: bytes, name: str) -> list[object]:
    return [item.title for item in loaded(data, name).items]


@pytest.mark.parametrize(
    ("made", "name"), [(as_text, "a.txt"), (as_word, "a.docx"), (as_pages, "a.pdf")]
)
def test_essays_that_begin_a_page_each_are_cut(made: object, name: str) -> None:
    assert callable(made)
    assert titles(made(ESSAYS), name) == TITLES
    assert titles(made(ESSAYS[:2]), name) == TITLES[:1]  # a section may begin a page
    assert titles(made([[*chain(*ESSAYS)]]), name) == TITLES[:1]


def test_headings_of_which_some_begin_a_page_are_sections() -> None:
    inner = [*ESSAYS[1], "Harapan Kami untuk Tahun Depan", *TEXTS[0]]
    assert titles(as_text([ESSAYS[0], inner, ESSAYS[2]]), "a.txt") == TITLES[:1]


def test_the_word_on_top_of_each_cover_is_of_the_essay_below() -> None:
    names = ["Lilis Suryani", "Asep Saepudin", "Rina Marlina"]
    parts = [
        ["ESAI", title, f"Oleh: {name}", *text]
        for title, name, text in zip(TITLES, names, TEXTS, strict=True)
    ]
    corpus = loaded(as_word(parts), "a.docx")
    assert [corpus.text(item) for item in corpus.items] == ["\n\n".join(text) for text in TEXTS]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Oleh: Rina Marlina", []),
        ("", ["Daftar Pustaka", "UU 7 Tahun 2017."]),
        ("", ["Subang, 3 Maret 2025", "Rina Marlina"]),
    ],
)
@pytest.mark.parametrize(("made", "name"), [(as_text, "a.txt"), (as_word, "a.docx")])
def test_an_author_or_a_bibliography_of_one_part_is_that_of_all(
    made: object, name: str, above: str, below: list[str]
) -> None:
    assert callable(made)
    first = [TITLES[0], *([above] if above else []), *TEXTS[0]]
    parts = [first, ESSAYS[1], [*ESSAYS[2], *below]]
    assert titles(made(parts), name) == TITLES[:1]


def test_titles_that_begin_pages_below_one_in_capitals_are_its_sections() -> None:
    whole = [[TITLES[0].upper(), *ESSAYS[0][1:]], *ESSAYS[1:]]
    assert titles(as_text(whole), "a.txt") == [TITLES[0].upper()]
    capitals = [[part[0].upper(), *part[1:]] for part in ESSAYS]
    assert titles(as_text(capitals), "a.txt") == [title.upper() for title in TITLES]


@pytest.mark.parametrize(("mark", "title"), [("=", "Menjaga Suara Rakyat"), ("#", "Menjaga Suara")])
def test_two_paragraphs_in_the_style_title_at_the_top_of_word_are_one_title(
    mark: str, title: str
) -> None:
    corpus = word(f"{mark} Menjaga Suara\n\n{mark} Rakyat\n\nOleh: Rina Marlina\n\n{LONG}")
    assert corpus.essays["title"].tolist() == [title]
