"""PowerPoint files: an essay on slides."""

from __future__ import annotations

from pathlib import Path

from tests.essays import pptx_of, repacked, shape
from tests.segment.cutting import LONG, OTHER

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Source
from kpu_corpus.reading import read_bytes


def read(data: bytes) -> list[tuple[str, int, str]]:
    (source,) = read_bytes(data, "a.pptx")
    assert isinstance(source, Source), source
    return [(m.kind, m.level, source.text[m.start : m.end]) for m in source.marks]


def test_an_essay_on_slides_is_one_essay(tmp_path: Path) -> None:
    below = shape("Tugas Esai – Pelatihan Dasar 2025", place="subTitle")
    cover = shape("Pintu", "Gudang Kami", place="ctrTitle") + shape("Rina Marlina", place="body")
    deck = pptx_of(
        cover + below,
        shape(LONG) + shape("Kunci Pertama", place="title") + shape("2", place="sldNum"),
        shape("Kunci Kedua", place="title") + shape(OTHER) + shape("Lomba Esai", place="ftr"),
        shape("Terima Kasih", place="title") + shape("Ada pertanyaan?"),
        shape("", place="title"),
    )
    (tmp_path / "a.pptx").write_bytes(deck)
    corpus = kc.load(tmp_path / "a.pptx")
    (item,) = corpus.items
    assert (item.title, item.author) == ("Pintu Gudang Kami", "Rina Marlina")
    whole = f"Kunci Pertama {LONG} Kunci Kedua {OTHER}"
    assert " ".join(corpus.text(item).split()) == whole


def test_slides_stand_in_the_order_of_the_deck_and_hidden_ones_are_left_out() -> None:
    deck = pptx_of(*(shape(f"Kami hadir {at} kali.") for at in range(1, 4)))
    links = "".join(
        f'<Relationship Id="r{at}" Target="/ppt/slides/slide{4 - at}.xml"/>' for at in (1, 2, 3)
    )
    related = f"<Relationships>{links}</Relationships>".encode()
    changed = repacked(deck, {"ppt/_rels/presentation.xml.rels": related})
    assert [text for *_, text in read(changed)] == [f"Kami hadir {at} kali." for at in (3, 2, 1)]
    xml = b"http://schemas.openxmlformats.org/presentationml/2006/main"
    hidden = b'<p:sld show="0" xmlns:p="%s"/>' % xml
    left = repacked(deck, {"ppt/slides/slide2.xml": hidden})
    assert [text for *_, text in read(left)] == [f"Kami hadir {at} kali." for at in (1, 3)]


def test_a_row_of_a_table_on_a_slide_is_a_line() -> None:
    cells = "".join(
        f"<a:tc><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"
        for text in ("Rina", "Tegal")
    )
    table = f"<p:graphicFrame><a:tbl><a:tr>{cells}</a:tr></a:tbl></p:graphicFrame>"
    assert read(pptx_of(table)) == [("row", 0, "Rina\tTegal")]
