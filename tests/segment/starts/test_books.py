"""Books of essays: what stands above, between and below the essays in them is no text."""

from __future__ import annotations

import pytest
from tests.segment.cutting import LONG, OTHER, TEXT, essays, only

TITLES = ("Pintu Gudang Kami", "Suara dari Arsip", "Hujan di Hari Pemungutan")
NAMES = ("Rina Marlina", "Eka Putra", "Siti Nurhaliza")
CONTENTS = [
    "\n".join(f"{title} ........ {at}" for at, title in enumerate(TITLES, 3)),
    "\n".join(f"{at}\t{title}\t{at + 4}" for at, title in enumerate(TITLES, 1)),
    "\n".join(
        f"{x} ........\n{name} {at}"
        for at, (x, name) in enumerate(zip(TITLES, NAMES, strict=True), 3)
    ),
]
ROLL = "\n".join(f"{at}. {name}, Kecamatan Alak" for at, name in enumerate(NAMES, 1))


def book(above: str = "", below: str = "") -> str:
    rows = zip(TITLES, NAMES, strict=True)
    parts = (f"{title}\n\nOleh: {name}\n\n{LONG}\n\n{OTHER}" for title, name in rows)
    return "\n\n".join([above, *parts, below]).strip()


@pytest.mark.parametrize("contents", CONTENTS)
@pytest.mark.parametrize("head", ["Kata Pengantar", "SAMBUTAN KETUA PANITIA"])
def test_forewords_and_contents_are_no_essays(head: str, contents: str) -> None:
    foreword = f"Suara Gudang\n\nBunga Rampai Esai\n\n{head}\n\n{LONG}\n\n{LONG}\n\nPanitia"
    found = essays(book(f"{foreword}\n\nDaftar Isi\n{contents}"))
    assert [(x["title"], x["author"]) for x in found] == [*zip(TITLES, NAMES, strict=True)]
    assert {x["text"] for x in found} == {f"{LONG}\n\n{OTHER}"}


def test_what_a_publisher_says_of_a_book_is_no_essay_with_its_foreword() -> None:
    told = "Penerbit Cakrawala\n\nSuara Gudang\nPenulis: Rina Marlina dkk.\nISBN 978-623-0000-11-2"
    told = f"{told}\nCetakan pertama, Maret 2025\n\nKata Pengantar\n\n{LONG}\n\nTim Penyusun"
    found = essays(book(f"SUARA GUDANG\n\nAntologi Esai\n\n{told}"))
    assert [(x["title"], x["author"]) for x in found] == [*zip(TITLES, NAMES, strict=True)]


def test_headings_of_the_parts_of_a_book_are_neither_titles_nor_text() -> None:
    parts = [f"## {part}\n\nOleh: " for part in TITLES]
    whole = book("# Bagian I: Arsip")
    for title, head in zip(TITLES, parts, strict=True):
        whole = whole.replace(f"{title}\n\nOleh: ", head)
    whole = whole.replace(f"## {TITLES[1]}", f"# Bagian II: Suara\n\n## {TITLES[1]}")
    found = essays(whole)
    assert [(x["title"], x["author"]) for x in found] == [*zip(TITLES, NAMES, strict=True)]
    assert {x["text"] for x in found} == {f"{LONG}\n\n{OTHER}"}


def test_a_line_above_each_title_of_a_bulletin_is_no_text() -> None:
    parts = book().replace("\n\nOleh", "\nOleh").split("\n\n")
    for at in (6, 3, 0):
        parts.insert(at, "SUARA WARGA")
    found = essays("\n\n".join(["BULETIN DEMOKRASI", *parts]))
    assert [(x["title"], x["author"]) for x in found] == [*zip(TITLES, NAMES, strict=True)]
    assert {x["text"] for x in found} == {f"{LONG}\n\n{OTHER}"}


@pytest.mark.parametrize(
    ("cover", "titles"),
    [
        ("KUMPULAN ESAI", [*TITLES]),
        (f"KUMPULAN ESAI\n\n# Kata Pengantar\n\n{LONG}", [*TITLES]),
        ("ESAI", TITLES[:1]),
        ("Kumpulan Tulisan di Dinding\n\nOleh: Rina Marlina", TITLES[:1]),
        ("KUMPULAN ESAI LATSAR\n\nRina Marlina", TITLES[:1]),
    ],
)
def test_headings_below_a_cover_that_speaks_of_several_texts_are_titles(
    cover: str, titles: list[str]
) -> None:
    whole = "\n\n".join(f"# {x}\n\n{LONG}\n\n## Akar Masalah\n\n{OTHER}" for x in TITLES)
    assert [x["title"] for x in essays(f"{cover}\n\n{whole}")] == [*titles]


def test_notes_on_the_writers_at_the_end_are_no_text() -> None:
    notes = "\n".join(f"{name} lahir di Tegal dan gemar menulis." for name in NAMES)
    found = essays(book(below=f"TENTANG PENULIS\n\n{notes}"))
    assert [x["author"] for x in found] == [*NAMES]
    assert {x["text"] for x in found} == {f"{LONG}\n\n{OTHER}"}


@pytest.mark.parametrize("place", ["above", "below"])
def test_a_list_of_names_is_no_essay(place: str) -> None:
    roll = f"Daftar Peserta\n\nOleh: Panitia Lomba\n\n{ROLL}"
    found = essays(book(**{place: roll}))
    assert [x["title"] for x in found] == [*TITLES]
    assert {x["text"] for x in found} == {f"{LONG}\n\n{OTHER}"}


def test_an_essay_may_speak_of_lists_forewords_and_its_writer() -> None:
    title = "Daftar Peserta yang Hilang"
    more = f"{title}\n\nOleh: Eka Putra\n\n{TEXT}\n\n{OTHER}"
    assert [x["title"] for x in essays(book(below=more))] == [*TITLES, title]
    paper = f"Pintu Gudang\n\nOleh: {NAMES[0]}\n\nKata Pengantar\n\n{TEXT}\n\nPenutup\n\n{OTHER}"
    assert str(only(paper)["text"]).count("Kami belajar menjaga") == 1
    assert len(essays(f"{paper}\n\n{book()}")) == 4
    short = f"Pintu Kantor\n\nOleh: {NAMES[0]}\n\nKata Pengantar\n\n{LONG}\n\n{book()}"
    assert len(essays(short)) == 4
    about = f"Tentang Penulis\n\n{TEXT} Saya ingat itu.\n\n{OTHER}"
    assert str(only(f"Pintu Gudang\n\n{LONG}\n\n{about}")["text"]).endswith(OTHER)
    note = f"{NAMES[0]} adalah Pelaksana KPU Kota Tegal."
    first = f"Pintu Gudang\n\nTentang Penulis\n\n{note}\n\n{OTHER}\n\n{OTHER}"
    assert str(only(first)["text"]).endswith(f"{OTHER}\n\n{OTHER}")


def test_a_rubric_above_each_title_is_none() -> None:
    parts = book().replace("\n\nOleh", "\nOleh").split("\n\n")
    for at in (6, 3, 0):
        parts.insert(at, "Suara Warga")
    found = essays("\n\n".join(parts))
    assert [x["title"] for x in found] == [*TITLES]


@pytest.mark.parametrize("name", ["", "\nMelayani dengan Hati", ": Melayani"])
def test_parts_of_a_book_need_no_headings_in_the_file(name: str) -> None:
    whole = f"BAGIAN I{name}\n\n{book()}".replace(TITLES[1], f"BAGIAN II{name}\n\n{TITLES[1]}")
    found = essays(whole)
    assert [x["title"] for x in found] == [*TITLES]
    assert {x["text"] for x in found} == {f"{LONG}\n\n{OTHER}"}


def test_a_heading_on_a_page_needs_no_author_if_others_have_one() -> None:
    parts = book().replace("Oleh: Siti Nurhaliza\n\n", "")
    for title in TITLES:
        parts = parts.replace(title, f"\f# {title}")
    found = essays(parts, "a.md")
    assert [(x["title"], x["author"]) for x in found] == [
        *zip(TITLES, (*NAMES[:2], None), strict=True)
    ]


def test_the_number_of_a_heading_above_a_single_name_is_not_of_the_title() -> None:
    rows = enumerate(zip(TITLES, ("Rahmawati", *NAMES[:2]), strict=True), 1)
    whole = (
        f"## {at}. {title}\n\n{name}\n\nKPU Kota Tegal\n\n{LONG}" for at, (title, name) in rows
    )
    found = essays("\n\n".join(whole), "a.md")
    assert [x["title"] for x in found] == [*TITLES]


@pytest.mark.parametrize(
    ("cover", "author"),
    [
        ("\n\nRina Marlina", "Rina Marlina"),
        (" PESERTA\n\nRina Marlina", None),
        (" SISWA\n\nRina Marlina", None),
        ("\n\nOleh: Rina Marlina, Eka Putra", None),
        ("\n\nOleh: Rina Marlina dkk.", None),
    ],
)
def test_who_is_named_on_the_cover_of_a_collection_wrote_all_of_it(
    cover: str, author: str | None
) -> None:
    parts = (f"\f# {title}\n\n{LONG}\n\n{OTHER}" for title in TITLES)
    whole = "\n\n".join([f"KUMPULAN ESAI{cover}\n\nKPU Kota Tegal", *parts])
    found = essays(whole, "a.md")
    assert [(x["title"], x["author"]) for x in found][1:] == [(x, author) for x in TITLES[1:]]


@pytest.mark.parametrize(("cover", "count"), [(f"KUMPULAN ESAI\n\n{NAMES[0]}", 1), ("", 2)])
def test_sections_on_pages_of_their_own_open_no_essays(cover: str, count: int) -> None:
    body = f"{LONG}\n\n{OTHER}"
    rows = [*zip(TITLES, NAMES, strict=True)][:count]
    texts = [f"# {x}\n\nOleh: {name}\n\n{body}\n\n\f# Jalan Pulang\n\n{body}" for x, name in rows]
    found = essays("\n\n\f".join([cover, *texts] if cover else texts), "a.md")
    assert [x["title"] for x in found] == [*TITLES][:count]


@pytest.mark.parametrize(
    ("rubric", "title"),
    [
        ("Suara Pegawai", "Menjaga Gudang Kami"),
        ("Suara Rakyat", "Suara Rakyat"),
        ("# Suara Pegawai", "Suara Pegawai"),  # a subtitle is less marked
    ],
)
def test_a_rubric_above_one_title_is_none(rubric: str, title: str) -> None:
    text = f"{rubric}\n\nMenjaga Gudang Kami\n\nOleh: Rina Marlina\n\n{LONG}"
    assert only(text, "a.md")["title"] == title
