"""What stands beside the text of Word files and web pages: notes, boxes, headers and footers."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from tests.essays import new_docx, repacked

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Source
from kpu_corpus.reading import read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
BOX = "<w:txbxContent><w:p><w:r><w:t>Kotak hiasan.</w:t></w:r></w:p></w:txbxContent>"
CHOICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f"<mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"
)
TEXT = "Kami menjaga netralitas dalam setiap tahapan pemilihan umum di kantor kami."
NOTES = {"footnotes": "Catatan di kaki halaman.", "endnotes": "Catatan di akhir tulisan."}


def word_with_notes() -> bytes:
    document = new_docx()
    document.sections[0].header.paragraphs[0].text = "KPU Kabupaten Subang"
    document.sections[0].footer.paragraphs[0].text = "Halaman 1"
    document.add_heading("Menjaga Suara", level=1)
    document.add_paragraph(TEXT)
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as package:
        links = package.read("word/_rels/document.xml.rels").decode()
        kinds = package.read("[Content_Types].xml").decode()
        body = package.read("word/document.xml").decode()
    changes: dict[str, bytes] = {}
    for name, text in NOTES.items():
        element = name[:-1]
        link = f'<Relationship Id="r{name}" Type="{REL}{name}" Target="{name}.xml"/>'
        links = links.replace("</Relationships>", f"{link}</Relationships>")
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        kind = f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name}+xml"/>'
        kinds = kinds.replace("</Types>", f"{kind}</Types>")
        note = f"<w:p><w:r><w:{element}Ref/></w:r><w:r><w:t>{text}</w:t></w:r></w:p>"
        part = f'<w:{name} {W}><w:{element} w:id="2">{note}</w:{element}></w:{name}>'
        changes[f"word/{name}.xml"] = part.encode()
    body = body.replace(f"{TEXT}</w:t></w:r>", f"{TEXT}</w:t></w:r><w:r>{CHOICE}</w:r>")
    changes |= {
        "word/_rels/document.xml.rels": links.encode(),
        "[Content_Types].xml": kinds.encode(),
        "word/document.xml": body.encode(),
    }
    return repacked(stream.getvalue(), changes)


def test_a_header_that_several_sections_share_is_read_once() -> None:
    data = word_with_notes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        links = package.read("word/_rels/document.xml.rels").decode()
    again = f'<Relationship Id="lagi" Type="{REL}footnotes" Target="footnotes.xml"/>'
    links = links.replace("</Relationships>", f"{again}</Relationships>")
    changed = repacked(data, {"word/_rels/document.xml.rels": links.encode()})
    (one,), (other,) = (read_bytes(made, "a.docx") for made in (data, changed))
    assert isinstance(one, Source)
    assert isinstance(other, Source)
    assert other.text == one.text


def spans(path: Path) -> dict[str, str]:
    table = kc.explain(kc.load(path))
    return {kind: "|".join(rows["text"]) for kind, rows in table.groupby("kind")}


def test_notes_boxes_and_headers_of_a_word_file_are_kept_beside_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_with_notes())
    assert spans(path) == {
        "title": "Menjaga Suara",
        "body": TEXT,
        "reference": "\n\n".join(NOTES.values()),
        "chrome": "Kotak hiasan.|KPU Kabupaten Subang|Halaman 1",
    }
    units = kc.preprocess(kc.load(path)).sentences
    assert units["text"].tolist() == ["Menjaga Suara", TEXT]


@pytest.mark.parametrize(
    "notes",
    [
        "<section class='footnotes'><h2>Catatan</h2><ol><li>{}</li></ol></section>",
        "<div style='mso-element:footnote-list'><hr><div id=ftn1><p>{}</p></div></div>",
        "<div id='sdfootnote1'><p>{}</p></div>",
        "<ol role='doc-endnotes'><li>{}</li></ol>",
        "<hr><p><span><a name='_ftn1' href='#_ftnref1'>[1]</a></span> {}</p>",
        "<p><a href='https://contoh.id/12#_ednref1'>[i]</a> {}</p>",
    ],
)
def test_notes_of_a_page_are_no_text_and_their_marks_no_part_of_a_word(
    tmp_path: Path, notes: str
) -> None:
    path = tmp_path / "a.html"
    mark = "<sup><a href='#1'>[1]</a></sup>"
    note = notes.format("Catatan tentang integritas.")
    path.write_text(f"<html><body><h1>Menjaga Suara</h1><p>{TEXT}{mark}</p>{note}</body></html>")
    found = spans(path)
    assert found["body"] == TEXT
    assert "Catatan tentang integritas." in found["reference"]
    assert "heading" not in found


IDENTITY = ["Nama : Rina Marlina, S.IP", "Unit Kerja : KPU Kota Tegal"]
ESSAY = [f"{TEXT} " * 4, "Demikian esai ini saya susun."]


def word_with_boxes(path: Path, *parts: str | list[str]) -> Path:
    """Write a Word file of paragraphs, and of boxes where ``parts`` has lists."""
    from docx.oxml import parse_xml

    document = new_docx()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in part)
        box = f"<w:r><w:pict><w:txbxContent>{lines}</w:txbxContent></w:pict></w:r>"
        document.add_paragraph()._p.append(parse_xml(box.replace("<w:r>", f"<w:r {W}>", 1)))
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    "parts",
    [
        (["Menjaga Suara", *IDENTITY], *ESSAY),
        (["Menjaga Suara", *IDENTITY, *ESSAY],),
        ("Menjaga Suara", *IDENTITY, ESSAY),
    ],
)
def test_a_cover_or_a_whole_essay_in_a_text_box_is_read_as_one(
    tmp_path: Path, parts: tuple[str | list[str], ...]
) -> None:
    essays = kc.load(word_with_boxes(tmp_path / "a.docx", *parts)).essays
    assert essays[["title", "author", "unit"]].values.tolist() == [
        ["Menjaga Suara", "Rina Marlina, S.IP", "KPU Kota Tegal"]
    ]
    assert essays["text"][0].split() == " ".join(ESSAY).split()


def test_a_box_beside_a_text_with_its_own_title_is_no_part_of_it(tmp_path: Path) -> None:
    parts = (["Pojok Demokrasi"], "Menjaga Suara", ["Kutipan hari ini"], *ESSAY)
    essays = kc.load(word_with_boxes(tmp_path / "a.docx", *parts)).essays
    assert essays["title"].tolist() == ["Menjaga Suara"]
    assert essays["text"][0].split() == " ".join(ESSAY).split()


def test_a_word_file_of_photographs_is_not_called_empty(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (9, 9)).save(tmp_path / "foto.png")
    document = new_docx()
    document.save(str(tmp_path / "a.docx"))
    document.add_picture(str(tmp_path / "foto.png"))
    document.save(str(tmp_path / "b.docx"))
    (tmp_path / "foto.png").unlink()
    (tmp_path / "c.txt").write_text(TEXT)
    reasons = kc.load(tmp_path).skipped["reason"].tolist()
    assert ["only" in reason for reason in reasons] == [False, True]
