"""OpenDocument texts: what LibreOffice and Google Docs write beside plain paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import essays
from tests.segment.cutting import LONG, OTHER, TEXT

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Source
from kpu_corpus.reading import read_bytes


def read(body: str, styles: str = "", margin: str = "") -> list[tuple[str, int, str]]:
    (source,) = read_bytes(essays.odt_of(body, styles, margin), "a.odt")
    assert isinstance(source, Source)
    return [(m.kind, m.level, source.text[m.start : m.end]) for m in source.marks]


def style(name: str, parent: str = "", said: str = "", of: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:parent-style-name="{parent}" {of}>'
        f"<style:paragraph-properties {said}/></style:style>"
    )


def test_headings_lists_and_pages_are_marked() -> None:
    styles = style("P1", "Title") + style("P2", "Standard", 'fo:break-before="page"')
    body = (
        '<text:p text:style-name="P1">Pintu Gudang</text:p>'
        '<text:h text:outline-level="2">Kunci</text:h><text:p>Kami hadir.</text:p>'
        "<text:list><text:list-item><text:p>Buka</text:p></text:list-item>"
        '<text:list-item><text:h text:outline-level="3">Tutup</text:h></text:list-item></text:list>'
        '<text:section><text:p text:style-name="P2">Kami jujur.</text:p></text:section>'
    )
    assert read(body, styles) == [
        ("heading", 0, "Pintu Gudang"),
        ("heading", 2, "Kunci"),
        ("paragraph", 0, "Kami hadir."),
        ("item", 0, "Buka"),
        ("heading", 3, "Tutup"),
        ("page", 0, ""),
        ("paragraph", 0, "Kami jujur."),
    ]


def test_a_style_is_looked_up_through_those_it_is_made_from_but_not_without_end() -> None:
    long = "".join(style(f"S{n}", f"S{n + 1}") for n in range(99)) + style("S99", "Title")
    styles = style("A", "B") + style("B", "A") + style("C", "D") + style("D", "Title") + long
    names = ("A", "C", "S0")
    body = "".join(f'<text:p text:style-name="{name}">Kami hadir.</text:p>' for name in names)
    assert [kind for kind, *_ in read(body, styles)] == ["paragraph", "heading", "paragraph"]


def test_white_space_and_fields_are_what_one_sees() -> None:
    body = (
        "<text:p>Nama<text:tab/>: <text:span>Rina\n  Marlina</text:span><text:line-break/>"
        'Satu<text:s text:c="3"/>dua<text:s/>tiga <text:a>di sini</text:a>.</text:p>'
    )
    assert read(body) == [("paragraph", 0, "Nama\t: Rina Marlina\nSatu   dua tiga di sini.")]


def test_what_stands_beside_the_text_is_marked_or_left_out() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>UU 7/2017.</text:p></text:note-body></text:note>"
    )
    body = (
        "<text:tracked-changes><text:p>Terhapus.</text:p></text:tracked-changes>"
        "<text:table-of-content><text:p>Pintu 1</text:p></text:table-of-content>"
        f"<text:p>{LONG}{note} Lalu pulang.<office:annotation><text:p>Bagus!</text:p>"
        "</office:annotation><draw:frame><draw:text-box><text:p>Kutipan</text:p></draw:text-box>"
        "</draw:frame></text:p>"
    )
    margin = (
        "<office:master-styles><style:master-page><style:header><text:p>Lomba Esai</text:p>"
        "</style:header></style:master-page></office:master-styles>"
    )
    assert read(body, margin=margin) == [
        ("paragraph", 0, f"{LONG} Lalu pulang."),
        ("margin", 0, "Kutipan"),
        ("note", 0, "UU 7/2017."),
        ("margin", 0, "Lomba Esai"),
    ]


def cells(*texts: str) -> str:
    inner = "".join(
        f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts
    )
    return f"<table:table-row>{inner}</table:table-row>"


def test_a_row_of_a_table_is_a_line() -> None:
    body = f"<text:p>{LONG}</text:p><table:table>{cells('Nama', 'Kota')}{cells('Rina', 'Tegal')}"
    assert read(f"{body}</table:table>")[1:] == [
        ("row", 0, "Nama\tKota"),
        ("row", 0, "Rina\tTegal"),
    ]


@pytest.mark.parametrize("group", ["", "table-header-rows"])
def test_a_table_with_an_essay_a_row_is_one(group: str, tmp_path: Path) -> None:
    head = cells("Nama", "Judul", "Isi Esai")
    head = f"<table:{group}>{head}</table:{group}>" if group else head
    rows = cells("Rina Marlina", "Pintu", LONG) + cells("Eka Putra", "Kunci", f"{OTHER} {TEXT}")
    path = tmp_path / "a.odt"
    path.write_bytes(essays.odt_of(f"<table:table>{head}{rows}</table:table>"))
    assert kc.load(path).essays[["author", "title"]].values.tolist() == [
        ["Rina Marlina", "Pintu"],
        ["Eka Putra", "Kunci"],
    ]
