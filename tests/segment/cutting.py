"""Texts that are cut into essays, and what a test asks of the cuts."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import docx
from benchmarks.essay_layouts import blank_docx

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Essay, Source, Span
from kpu_corpus.corpus.tables import further_of
from kpu_corpus.errors import RenamedEssays
from kpu_corpus.loading.building import built
from kpu_corpus.reading import read_bytes
from kpu_corpus.segment import segment

SEED = Path(__file__).resolve().parents[2] / "corpus" / "opini-kpu-subang.txt"
TEXT = (
    "Kami belajar menjaga suara rakyat dengan jujur setiap hari. Setiap pekerjaan dicatat dan "
    "dapat diperiksa siapa saja, sebab kepercayaan tumbuh dari hal kecil yang dijaga bersama."
)
OTHER = (
    "Disiplin waktu membuat tahapan berjalan tertib dari awal sampai akhir. Jadwal ditempel di "
    "dinding, dibaca setiap sore, dan ditandai oleh petugas yang bertanggung jawab."
)
LONG = f"{TEXT} {OTHER} {TEXT}"
STYLES = {"=": "Title", "#": "Heading 1", "*": "List Bullet", "+": "List Number"}


def cut(text: str, **fields: object) -> tuple[list[Essay], list[Span]]:
    essays, spans = segment(Source("hal", text, "", **fields))  # type: ignore[arg-type]
    assert "".join(text[span.start : span.end] for span in spans) == text
    return essays, spans


def kinds(text: str, **fields: object) -> list[tuple[str, str]]:
    spans = cut(text, **fields)[1]
    return [(s.kind, text[s.start : s.end]) for s in spans if s.kind != "blank"]


def bodies(text: str) -> list[str]:
    return [" ".join(text[e.start : e.end].split()) for e in cut(text)[0]]


def loaded(text: str | bytes, name: str = "a.txt") -> kc.Corpus:
    """Load a file of a name, which is written nowhere."""
    found = read_bytes(text.encode() if isinstance(text, str) else text, name)
    refused = [one for one in found if not isinstance(one, Source | RenamedEssays)]
    return built([one for one in found if isinstance(one, Source)], refused)


def essays(text: str, name: str = "a.txt") -> list[dict[str, object]]:
    """Return each essay with its text; the table of all takes as long as to cut them."""
    corpus = loaded(text, name)
    return [
        {**dict.fromkeys(further_of(corpus)), **item.metadata, **item._asdict(), "text": body}
        for item, body in zip(corpus.items, map(corpus.text, corpus.items), strict=True)
    ]


def only(text: str, name: str = "a.txt") -> dict[str, object]:
    (found,) = essays(text, name)
    return found


def word(text: str) -> kc.Corpus:
    """Load a Word file of paragraphs; a mark of ``STYLES`` before one tells its style."""
    document = docx.Document(io.BytesIO(blank_docx(*STYLES.values())))
    for part in re.split(r"\n\n+", text.strip()):
        mark, _, rest = part.partition(" ")
        document.add_paragraph(rest if mark in STYLES else part, style=STYLES.get(mark))
    return loaded(saved(document), "a.docx")


def saved(document: Any) -> bytes:
    """Return the bytes of a Word file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
