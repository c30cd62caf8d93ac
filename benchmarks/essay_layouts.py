"""Essays as trainees hand them in, against what a reader sees: title, author, office, date, text.

python -m benchmarks.essay_layouts           figures of the layouts seen and of those set aside
python -m benchmarks.essay_layouts --show    what was found otherwise
"""

from __future__ import annotations

import argparse
import html
import io
import tempfile
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus

CASES = Path(__file__).parent / "data" / "essay_layouts.toml"
FORMATS = ("txt", "docx", "html")
STYLES = {"#": "Title", "##": "Heading 1", "*": "List Bullet"}
SPARE = ("/stylesWithEffects", "/theme", "/customXml")  # parts that say nothing here
FIELDS = ("essays", "title", "author", "unit", "date", "metadata", "text")
PARAGRAPHS = (
    "Saya mulai bekerja pada bulan Juni 2025 di sekretariat. Tugas pertama saya mencatat surat "
    "masuk dan surat keluar. Setiap hari ada puluhan surat yang datang dari kecamatan.",
    "Pembimbing saya seorang perempuan yang tegas. Ia mengajari saya membaca peraturan dari awal "
    "sampai akhir. Menurut beliau, pegawai harus tahu alasan di balik setiap aturan.",
    "Pada akhirnya pekerjaan ini ialah pekerjaan melayani. Orang datang dengan pertanyaan dan "
    "pulang dengan jawaban. Kami tidak boleh memihak kepada siapa pun.",
    "Warga sering bertanya mengapa namanya tidak ada di daftar. Kami memeriksa datanya satu per "
    "satu, lalu menjelaskan cara melapor. Penjelasan yang sabar lebih berharga daripada brosur.",
    "Anggaran kantor kami kecil, tetapi laporannya tetap harus rapi. Setiap rupiah dicatat dan "
    "dapat diperiksa. Dari situ saya belajar bahwa kejujuran adalah kebiasaan.",
    "Rekan kerja saya berasal dari banyak daerah. Perbedaan bahasa tidak menghalangi kami bekerja "
    "sama. Kami makan siang bersama setiap Jumat dan saling menceritakan pekerjaan.",
)


class Line(NamedTuple):
    """One line of a layout: whether it is the essay's own, its style and its text."""

    own: bool
    style: str
    text: str


class Found(NamedTuple):
    """One field of one file: what was expected and what was found."""

    case: str
    form: str
    field: str
    expected: Any
    got: Any


def main() -> None:
    """Print how many fields are found exactly, by field, of both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    parser.add_argument(
        "--seen", action="store_true", help="only the layouts that were not set aside"
    )
    options = parser.parse_args()
    for held in (False,) if options.seen else (False, True):
        rows = list(measure(held))
        print("set aside" if held else "seen", f"({len({row.case for row in rows})} layouts)")
        right, whole = Counter(), Counter(row.field for row in rows)
        right.update(row.field for row in rows if row.got == row.expected)
        for field in FIELDS:
            print(f"  {field:<10}{right[field]:>5} of {whole[field]}")
        for row in rows if options.show else ():
            if row.got != row.expected:
                print(f"  {row.case} .{row.form} {row.field}: {row.got!r}, not {row.expected!r}")


def measure(held: bool) -> Iterator[Found]:
    """Yield every field of every layout of one half in every format."""
    for case in cases(held):
        lines = list(_lines(case["text"]))
        for form in case.get("formats", FORMATS):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / f"a.{form}"
                path.write_bytes(written(lines, form))
                found = _found(kc.load(path))
            expected = _expected(case, lines)
            for field in FIELDS:
                yield Found(case["name"], form, field, expected[field], found[field])


def cases(held: bool) -> list[dict[str, Any]]:
    """Return the layouts that were set aside, or the others."""
    table = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    return [case for case in table if case.get("held", False) is held]


def _lines(text: str) -> Iterator[Line]:
    for row in text.strip("\n").split("\n"):
        style = next((style for style in ("##", "#", "*", "|") if row[1:].startswith(style)), "")
        content = row[1 + len(style) :].strip(" ")
        for number, paragraph in enumerate(PARAGRAPHS, start=1):
            content = content.replace(f"{{{number}}}", paragraph)
        yield Line(row[0] == "~", style, content)


def _expected(case: Mapping[str, Any], lines: list[Line]) -> dict[str, Any]:
    own = " ".join(line.text for line in lines if line.own)
    said = {name: case.get(name) for name in ("title", "author", "unit", "date")}
    text = " ".join(own.replace("\t", " ").replace("|", " ").split())
    return {
        "essays": case.get("essays", 1),
        "metadata": case.get("metadata", {}),
        "text": text,
        **said,
    }


def _found(corpus: Corpus) -> dict[str, Any]:
    first = corpus.items[0]
    texts = " ".join(corpus.text(item) for item in corpus.items)
    said = {name: getattr(first, name) for name in ("title", "author", "unit", "date")}
    text = " ".join(word for word in texts.split() if word != "-")
    known = dict(first.metadata)
    return {"essays": len(corpus), "metadata": known, "text": text, **said}


def written(lines: list[Line], form: str) -> bytes:
    """Return the lines as a file of a format."""
    return {"txt": _txt, "docx": _docx, "html": _html}[form](lines)


def _txt(lines: list[Line]) -> bytes:
    marks = {"*": "- "}
    return "\n\n".join(marks.get(line.style, "") + line.text for line in lines).encode()


def _docx(lines: list[Line]) -> bytes:
    styles = {mark: name.replace(" ", "") for mark, name in STYLES.items()}
    body = "".join(
        f"<w:tbl><w:tr>{''.join(map(_cell, line.text.split('|')))}</w:tr></w:tbl>"
        if line.style == "|"
        else _paragraph(line.text, styles.get(line.style, "Normal"))
        for line in lines
    )
    return docx_of(body, *STYLES.values())


def _cell(text: str) -> str:
    return f"<w:tc>{_paragraph(text.strip())}</w:tc>"


def _paragraph(text: str, style: str = "Normal") -> str:
    said = html.escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f'<w:p>{style}<w:r><w:t xml:space="preserve">{said}</w:t></w:r></w:p>'


def docx_of(body: str, *styles: str) -> bytes:
    """Return a Word file with this content of its body, as WordprocessingML, and these styles."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    part = f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
    stream, blank = io.BytesIO(), io.BytesIO(blank_docx(*styles))
    with zipfile.ZipFile(blank) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.namelist():
            new.writestr(member, part if member == "word/document.xml" else old.read(member))
    return stream.getvalue()


@cache
def blank_docx(*styles: str) -> bytes:
    """Return an empty Word file with these styles: the template that is shipped has hundreds."""
    import docx

    document = docx.Document()
    used = {*styles, "Normal", "Normal Table", "Default Paragraph Font"}
    for style in [one for one in document.styles if one.name not in used]:
        style.delete()
    relations = document.part.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith(SPARE)]:
        del relations[key]
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _html(lines: list[Line]) -> bytes:
    tags = {"#": "h1", "##": "h2", "*": "li"}
    parts = []
    for line in lines:
        if line.style == "|":
            cells = "".join(
                f"<td>{html.escape(cell.strip())}</td>" for cell in line.text.split("|")
            )
            parts.append(f"<table><tr>{cells}</tr></table>")
        else:
            tag = tags.get(line.style, "p")
            parts.append(f"<{tag}>{html.escape(line.text)}</{tag}>")
    return f"<!doctype html><body>{''.join(parts)}</body>".encode()


if __name__ == "__main__":
    main()
