"""User corrections of the cuts, in a small file beside the source, which never changes.

``opini.txt.cuts.toml`` beside ``opini.txt``::

    sha256 = "478036…"            # optional: the contents it was made for
    chrome = ["Pojok Demokrasi"]  # optional: lines that are furniture, inside essays too

    [[essay]]
    title = "Menjadi ASN KPU"     # optional, as it stands on the page
    author = "Rina Kartika"       # optional, on the page or not; so unit, date, angkatan …
    start = "Komisi Pemilihan"    # first words of the body, or its offset
    end = "KPU Melayani"          # last words of the body, or its offset; else the next essay
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Essay, Source
from kpu_corpus.errors import UnreadableSource, nearest
from kpu_corpus.ground.toml import parsed
from kpu_corpus.indonesian.dates import iso
from kpu_corpus.segment.bylines.identity import FIELDS
from kpu_corpus.segment.lines import Piece
from kpu_corpus.segment.pages.page import FURNITURE, MARKED

KEYS = ("sha256", "chrome", "essay")
ESSAY_KEYS = ("title", "author", "unit", "date", *FIELDS, "start", "end")


class Correction(NamedTuple):
    """The pieces of an essay, and what is said of it that does not stand on the page."""

    pieces: list[Piece]
    said: dict[str, str]


def corrections(source: Source) -> tuple[list[Correction], list[Piece]]:
    """Return each essay as the sidecar of a source says, and its furniture.

    What the file itself marks as furniture or notes stays that. Raises UnreadableSource for a
    sidecar that does not follow its format or does not fit the source.
    """
    table = _parsed(source)
    chrome = [
        Piece(mark.start, mark.end, *MARKED[mark.kind])
        for mark in source.marks
        if mark.kind in MARKED
    ]
    chrome = sorted(chrome + _chrome(source, table.get("chrome", [])))
    essays: list[Correction] = []
    at = 0
    entries = table.get("essay", [])
    for number, (entry, after) in enumerate(pairwise([*entries, {}]), start=1):
        (body, *told), said = _pieces(source, entry, after, at, number)
        at = max(piece.end for piece in (*told, body))
        essays.append(Correction([*told, *_parts(source.text, body, chrome)], said))
    taken = [piece for essay in essays for piece in essay.pieces]
    return essays, _apart(chrome, taken)


def with_said(essay: Essay, said: dict[str, str]) -> Essay:
    """Return an essay with what its sidecar says of it beside the page."""
    return essay._replace(
        author=said.get("author", essay.author),
        unit=said.get("unit", essay.unit),
        date=iso(said["date"]) if "date" in said else essay.date,
        metadata={**essay.metadata, **{name: said[name] for name in FIELDS if name in said}},
    )


def sidecar_text(corpus: Corpus, source: str) -> str:
    """Return a sidecar that says what the rules found in a source, to be edited by hand."""
    document = corpus.by_name[source]
    lines = [f'sha256 = "{document.sha256}"']
    inside = _inside(corpus, source)
    if inside:
        lines.append(f"chrome = [{', '.join(map(_quoted, inside))}]")
    for item in corpus.items:
        if item.source != source:
            continue
        lines += ["", "[[essay]]"]
        # as it is written there, a date too; what the file itself says needs no line
        parts = [
            (
                span.rule if span.kind == "field" else span.kind,
                " ".join(document.text[span.start : span.end].split()),
            )
            for span in corpus.tiling[source]
            if span.essay == item.id
        ]
        said = dict(reversed(parts))
        # a form may name a subdivision before the office, a chat the account before the author
        meant = [("author", item.author or ""), ("unit", item.unit or "")]
        said |= dict(one for one in meant if one in parts)
        group = {name: str(item.metadata[name]) for name in FIELDS if name in item.metadata}
        said = group | said  # of several essays
        if document.sidecar is not None:  # what it says beside the page
            told = {"author": item.author, "unit": item.unit, "date": item.date, **item.metadata}
            said = {name: str(value) for name, value in told.items() if value} | said
        lines += [f"{name} = {_quoted(said[name])}" for name in ESSAY_KEYS if name in said]
        lines += [f"start = {item.start}", f"end = {item.end}"]
        opening = " ".join(document.text[item.start : item.start + 60].split())
        lines.append(f"# {_quoted(opening)} …")
    return "\n".join(lines) + "\n"


def _inside(corpus: Corpus, source: str) -> list[str]:
    """Return the lines inside essays that the rules took for furniture."""
    text = corpus.by_name[source].text
    bodies = [(item.start, item.end) for item in corpus.items if item.source == source]
    lines = (
        text[span.start : span.end]
        for span in corpus.tiling[source]
        if span.kind == "chrome" and span.rule != FURNITURE.rule
        if any(start < span.start and span.end < end for start, end in bodies)
    )
    return [line for line in dict.fromkeys(" ".join(line.split()) for line in lines) if line]


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


def _parsed(source: Source) -> dict[str, Any]:
    path = f"{source.origin or source.name}.cuts.toml"
    try:
        table = parsed(source.sidecar or "")
    except UnreadableSource as error:
        raise UnreadableSource("sidecar_toml", path=path, why=error) from error
    _known(table, KEYS)
    digest = table.get("sha256")
    if digest is not None and digest != source.sha256:
        raise UnreadableSource("sidecar_stale", got=str(digest)[:12])
    _typed(table, "essay", list, "[[essay]]")
    _typed(table, "chrome", list, '["…", "…"]')
    for entry in table.get("essay", []):
        if not isinstance(entry, dict):
            raise UnreadableSource(
                "sidecar_value", key="essay", got=repr(entry), expected="[[essay]]"
            )
        _known(entry, ESSAY_KEYS)
    return table


def _known(table: dict[str, Any], valid: tuple[str, ...]) -> None:
    for key in table:
        if key not in valid:
            hint = nearest(key, valid)
            raise UnreadableSource("sidecar_key", got=repr(key), valid=", ".join(valid), hint=hint)


def _typed(table: dict[str, Any], key: str, kind: type, expected: str) -> None:
    if key in table and not isinstance(table[key], kind):
        raise UnreadableSource("sidecar_value", key=key, got=repr(table[key]), expected=expected)


def _pieces(
    source: Source, entry: dict[str, Any], following: dict[str, Any], at: int, number: int
) -> Correction:
    text = source.text
    title = _title(text, entry, at)
    after = title[1] if title else at
    start = _offset(text, entry, "start", after, default=after)
    end = _offset(text, entry, "end", start, default=_begins(text, following, start))
    start, end = _bounds(text, start, end)
    if not at <= start < end <= len(text):
        raise UnreadableSource("sidecar_order", number=number)
    below = max(end, _begins(text, following, end))  # who wrote it may stand behind its text
    pieces = [Piece(start, end, "body", "sidecar", 1.0)]
    said: dict[str, str] = {}
    if title and not _meet(title, (start, end)):
        pieces.append(Piece(*title, "title", "sidecar", 1.0))
    for kind in ("author", "unit", "date", *FIELDS):
        if kind not in entry:
            continue
        _typed(entry, kind, str, '"…"')
        if kind == "date" and iso(entry[kind]) is None:
            got = repr(entry[kind])
            raise UnreadableSource("sidecar_value", key=kind, got=got, expected='"3 Juli 2025"')
        if not entry[kind].strip():
            raise UnreadableSource("sidecar_text", key=kind, got=repr(entry[kind]))
        place = _find(text, entry[kind], at, below)
        if place and not _meet(place, (start, end)):
            told = ("field", kind) if kind in FIELDS else (kind, "sidecar")
            pieces.append(Piece(*place, *told, 1.0))
        else:  # it stands nowhere, or a sentence of the text has it
            said[kind] = " ".join(entry[kind].split())
    return Correction(pieces, said)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _title(text: str, entry: dict[str, Any], at: int) -> tuple[int, int] | None:
    """Return where the title of an entry stands, the text below it; None if it has none."""
    if "title" not in entry:
        return None
    _typed(entry, "title", str, '"…"')
    place = _find(text, entry["title"], at)
    if not place:
        raise UnreadableSource("sidecar_text", key="title", got=repr(entry["title"]))
    return place


def _begins(text: str, entry: dict[str, Any], at: int) -> int:
    """Return where an entry begins below a place, by its title or else its start."""
    value = entry.get("title", entry.get("start"))
    place = _find(text, value, at) if isinstance(value, str) else None
    return place[0] if place else value if isinstance(value, int) else len(text)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _offset(text: str, entry: dict[str, Any], key: str, at: int, default: int) -> int:
    value = entry.get(key, default)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str) or not value:
        raise UnreadableSource("sidecar_value", key=key, got=repr(value), expected='"…", 123')
    place = _find(text, value, at)
    if not place:
        raise UnreadableSource("sidecar_text", key=key, got=repr(value))
    return place[1] if key == "end" else place[0]


def _find(text: str, quote: str, at: int, to: int = sys.maxsize) -> tuple[int, int] | None:
    """Return where a quotation stands between two places; any white space matches any other."""
    pattern = _quote(quote.split())
    match = re.compile(pattern).search(text, at, to) if pattern else None
    return match.span() if match else None


def _chrome(source: Source, wanted: list[Any]) -> list[Piece]:
    """Return the furniture that is named: every line that reads so, or else where it stands."""
    text = source.text
    for value in wanted:
        if not isinstance(value, str) or not value.split():
            raise UnreadableSource("sidecar_text", key="chrome", got=repr(value))
    starts: dict[str, list[int]] = {}  # the first word of a line → where it stands
    for line in re.finditer(r"^[^\S\n]*(\S+)", text, re.MULTILINE):
        starts.setdefault(line[1], []).append(line.start(1))
    found: list[Piece] = []
    for value in dict.fromkeys(wanted):
        words = value.split()
        quote = re.compile(_quote(words) + r"(?=[^\S\n]*$)", re.MULTILINE)
        lines = (quote.match(text, start) for start in starts.get(words[0], ()))
        places = [match.span() for match in lines if match]
        place = None if places else _find(text, value, 0)
        if not places and not place:
            raise UnreadableSource("sidecar_text", key="chrome", got=repr(value))
        places += [place] if place else []
        found += [Piece(*span, "chrome", "sidecar", 1.0) for span in places]
    return found


def _quote(words: Sequence[str]) -> str:
    """Return the pattern of words, any white space between them."""
    return r"\s+".join(map(re.escape, words))


def _parts(text: str, body: Piece, chrome: list[Piece]) -> list[Piece]:
    """Return a body without the furniture inside it; whole where nothing else is left."""
    parts: list[Piece] = []
    at = body.start
    first = bisect_left(chrome, body.start, key=attrgetter("start"))
    last = bisect_left(chrome, body.end, key=attrgetter("start"))
    for hole in [*chrome[first:last], Piece(body.end, body.end, "", "", 0.0)]:
        if at <= hole.start <= body.end and hole.end <= body.end:
            start, end = _bounds(text, at, hole.start)
            parts += [body._replace(start=start, end=end)] if start < end else []
            at = hole.end
    return parts or [body]


def _apart(chrome: list[Piece], taken: list[Piece]) -> list[Piece]:
    """Return the furniture that is no part of an essay, each stretch once."""
    found: list[Piece] = []
    essays = sorted(taken)
    at = 0
    for piece in chrome:
        after = bisect_left(essays, piece.end, key=lambda essay: essay.start)
        if piece.start >= max(at, essays[after - 1].end if after else 0):
            found.append(piece)
            at = piece.end
    return found
