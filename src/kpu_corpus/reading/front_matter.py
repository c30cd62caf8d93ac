"""The front matter of a text: what Jekyll, Hugo, Quarto or Obsidian keep above it, in fences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from kpu_corpus.corpus.sources import Mark
from kpu_corpus.corpus.values import CATEGORY, PARTED
from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.printable import is_blank
from kpu_corpus.ground.toml import parsed
from kpu_corpus.indonesian.dates import iso
from kpu_corpus.reading.accounts import is_account
from kpu_corpus.reading.blocks import Document
from kpu_corpus.reading.text import decode

LONGEST = 100  # lines of such a head
# The first line, those that it opens, and the same line again; YAML may end in dots.
_HEAD = re.compile(
    rf"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<inner>(?:[^\n]*\n){{1,{LONGEST}}}?)(?:(?P=fence)|\.\.\.)"
    r"[ \t]*(?=\r?\n|$)"
)
_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_NAME = re.compile(r"(?:name|nama):[ \t]+(.*)")
_FOLDED = re.compile(r"[>|][+-]?")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
# The values of a list between brackets; a comma between quotation marks parts none.
_PARTS = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[^,]+)")
# What a head tells of an essay, by the names that programs and people give it. A line that has it
# at once is read with the lines of the text, which know the labels of authors, offices and dates.
_KEYS = {
    "author": ("author", "authors", "penulis", "byline"),
    "date": ("date", "tanggal", "published", "pubdate", "publishdate"),
    CATEGORY: ("categories", "category", "kategori"),
}
# Any of these tells a head from a form between two lines that are drawn.
_TELLING = {"title", "judul", "layout", "tags", "description", "draft", "slug", "permalink"}


def read_text(data: bytes) -> Document:
    """Return the text of a file, the lines of its front matter marked, and what these tell.

    >>> read_text(b"---\\ntitle: Netral\\nauthors: [Rina, Budi]\\n---\\nKami hadir.").metadata
    {'author': 'Rina'}
    """
    text, encoding = decode(data)
    head = _HEAD.match(text)
    told = _told(head) if head and not is_blank(text[head.end() :]) else {}
    if not head or not ({*told} & (_TELLING | {*_KEYS["author"]})):
        return Document(text, encoding)
    about = {field: _first(told, keys) for field, keys in _KEYS.items()}
    about["author"] = [name for name in about["author"] if not is_account(name)]
    about["date"] = [day for day in about["date"] if iso(day)]  # "today", "`r Sys.Date()`"
    about = {field: values for field, values in about.items() if values}
    metadata = {
        field: PARTED.join(values) if field == CATEGORY else values[0]
        for field, values in about.items()
    }
    return Document(text, encoding, (Mark(0, head.end(), "head"),), metadata)


def _told(head: re.Match[str]) -> dict[str, list[str]]:
    """Return what a head tells, or nothing if it is none: YAML as it is used here, or TOML."""
    if head["fence"] == "---":
        return _of_yaml(head["inner"].splitlines())
    try:
        told = parsed(head["inner"])
    except UnreadableSource:
        return {}
    return {key.lower(): [*_values(value)] for key, value in told.items()}


def _of_yaml(lines: Sequence[str]) -> dict[str, list[str]]:
    """Return each key with its values: one, those of a list, or the names of its entries."""
    found: dict[str, list[str]] = {}
    values: list[str] | None = None
    for line in lines:
        pair = _KEY.fullmatch(line)
        if pair:
            values = found.setdefault(pair["key"].lower(), [])
            values += _listed(pair["value"] or "")
        elif not line.strip() or line.startswith("#"):
            continue
        elif values is None or not line.startswith((" ", "\t", "-")):
            return {}
        else:
            point = line.strip()
            name = _NAME.fullmatch(point.removeprefix("-").strip())
            if name or (point.startswith("-") and _KEY.fullmatch(point[1:].strip()) is None):
                values += _listed(name[1] if name else point[1:])
    return found


def _listed(value: str) -> Iterator[str]:
    """Yield what stands behind a key: [Opini, "Rina, S.H."], or one value."""
    value = value.strip()
    inner = re.fullmatch(r"\[(.*)\]", value)
    for part in _PARTS.findall(inner[1]) if inner else [value]:
        text = part.strip()
        quoted = re.match(r"(?P<sign>[\"'])(.*)(?P=sign)", text)
        bare = quoted[2] if quoted else _COMMENT.sub("", text).strip()
        if bare and not _FOLDED.fullmatch(bare):
            yield bare


def _values(given: Any) -> Iterator[str]:
    """Yield what TOML has behind a key: text, a date, a list of these or of tables with a name."""
    for value in given if isinstance(given, list) else [given]:
        said = value.get("name", "") if isinstance(value, dict) else value
        if text := (said.isoformat() if isinstance(said, date) else str(said)).strip():
            yield text


def _first(told: dict[str, list[str]], keys: Sequence[str]) -> list[str]:
    return next((told[key] for key in keys if told.get(key)), [])
