"""RTF: what WordPad, Word and Google Docs write beside plain paragraphs."""

from __future__ import annotations

import pytest
from tests.segment.cutting import LONG

from kpu_corpus.corpus.sources import Source
from kpu_corpus.reading import read_bytes

STYLES = r"{\stylesheet{\s0 Normal;}{\s1\b\fs32 heading 1;}{\*\cs9 Strong;}{\s5 Title;}}"


def read(body: str, name: str = "a.rtf") -> list[tuple[str, int, str]]:
    whole = rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0 Arial;}}}}{STYLES}{body}}}"
    (source,) = read_bytes(whole.encode("cp1252"), name)
    assert isinstance(source, Source), source
    return [(m.kind, m.level, source.text[m.start : m.end]) for m in source.marks]


@pytest.mark.parametrize("name", ["a.rtf", "a.doc", "a.txt"])
def test_headings_lists_and_pages_are_marked(name: str) -> None:
    body = (
        r"\pard\s5 Pintu Gudang\par\pard\s1 Kunci\par\pard\outlinelevel1 Lubang\par"
        r"\pard Kami hadir.\par"
        r"\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt}Buka\par{\listtext\tab 2.}Tutup\par"
        r"\page\pard Kami jujur.\par"
    )
    assert read(body, name) == [
        ("heading", 0, "Pintu Gudang"),
        ("heading", 1, "Kunci"),
        ("heading", 2, "Lubang"),
        ("paragraph", 0, "Kami hadir."),
        ("item", 0, "Buka"),
        ("item", 0, "Tutup"),
        ("page", 0, ""),
        ("paragraph", 0, "Kami jujur."),
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"\'93Jujur\'94 \emdash  caf\'e9", "“Jujur” — café"),
        (r"\u8220?Jujur\u8221\'94, \uc0\u233 tat", "“Jujur”, état"),
        (r"\u-10179?\u-8694? pagi", "\U0001f60a pagi"),
        ("Kami \r\nhadir\\line lalu\\tab pulang", "Kami hadir\nlalu\tpulang"),
        (r"{\b Kami} {\field{\*\fldinst HYPERLINK x}{\fldrslt di sini}}", "Kami di sini"),
        (r"Gudang{\v tersembunyi}{\deleted lama} kami{\*\bkmkstart a}", "Gudang kami"),
        (r"pemilu{\super 1} dan 20 km{\super 2}", "pemilu dan 20 km2"),
        (r"A\{b\}\\c\~d\_e {\pict\bin6 }}}}}}f}g", "A{b}\\c\xa0d-e g"),
    ],
)
def test_signs_are_what_one_sees(written: str, shown: str) -> None:
    assert read(rf"\pard {written}\par") == [("paragraph", 0, shown)]


def test_what_stands_beside_the_text_is_marked_or_left_out() -> None:
    body = (
        r"{\info{\title Dokumen1}{\author ASUS}}{\header\pard Lomba Esai\par}"
        rf"\pard\s1 Kunci{{\footnote\pard UU 7/2017.}}\par\pard {LONG}"
        r"{\shp{\*\shpinst{\sp{\sn fill}}{\shptxt\pard Kutipan\par}}{\shprslt Kutipan}}"
        r"{\*\annotation Bagus!}\par"
    )
    assert sorted(read(body)) == sorted(
        [
            ("heading", 1, "Kunci"),
            ("paragraph", 0, LONG),
            ("margin", 0, "Kutipan"),
            ("note", 0, "UU 7/2017."),
            ("margin", 0, "Lomba Esai"),
        ]
    )


@pytest.mark.parametrize("end", [r"\row", ""])
def test_a_row_of_a_table_is_a_line(end: str) -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl Nama\cell\pard\intbl Rina\cell"
    assert read(rf"\pard {LONG}\par{row}\row{row}{end}")[1:] == [("row", 0, "Nama\tRina")] * 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{\\rtf1" + b"{" * 999, "damaged"),
        (b"{\\rtf1{\\pict 0102}}", "OCR"),
        (b"{\\rtf1 }", "empty"),
    ],
)
def test_what_holds_no_text_is_refused_with_the_reason(data: bytes, said: str) -> None:
    (found,) = read_bytes(data, "a.rtf")
    assert not isinstance(found, Source)
    assert said in str(found[1])
