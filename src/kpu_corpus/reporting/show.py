"""Tables shown for reading: evidence as marked sentences, themes as bars with their intervals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from numbers import Real
from typing import Any

from kpu_corpus.analysis.themes.themes import SHARES
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.values import as_label
from kpu_corpus.errors import InvalidArgument, one_of
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import checked_table, columns_of, language, numeric, whole
from kpu_corpus.ground.printable import printable
from kpu_corpus.labels import Language, is_label, label
from kpu_corpus.reporting.naming import named
from kpu_corpus.reporting.sections.quotes import Pieces, marked
from kpu_corpus.reporting.short_names import essays_apart
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

PLACES = ("essay", "start", "end")
BAR = 12.0  # width of a share of 1, in the height of a letter
MARK = "background:#ffe9a8;color:#1c1f23;font-weight:600;text-decoration:underline"


@dataclass(frozen=True, slots=True)
class Shown:
    """A table made to be read: HTML in a notebook, ``str()`` plain text with [marks]."""

    text: str
    html: str

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


def show(
    tokens: Tokens | Corpus,
    table: pd.DataFrame,
    *,
    rows: int = 50,
    names: Mapping[Any, str] | None = None,
    lang: Language | str = "id",
) -> Shown:
    """Show hits marked in their sentences, or shares as bars.

    Parameters
    ----------
    tokens
        The tokens (or the corpus) that the table was made from.
    table
        A table of hits (columns essay, start, end: :func:`kpu_corpus.evidence`,
        :func:`kpu_corpus.concordance`, :func:`kpu_corpus.spelling`, or some rows of them), or of
        shares (:func:`kpu_corpus.themes`).
    rows
        Maximum number of sentences or bars.
    names
        Theme or group → the name to show; by default, for themes, the label from the lexicon that
        made the table, else the key.
    lang
        ``"id"`` (default) or ``"en"``.

    Returns
    -------
    Shown
        Displayed as HTML in a notebook, as text elsewhere. Several hits in one sentence are marked
        together.

    Raises
    ------
    InvalidArgument
        The table has neither kind of columns, a hit is not in these tokens, ``rows`` is not a
        number of at least 1, or the language is unknown.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Kami bertekad menjaga integritas."}))
    >>> print(kc.show(tokens, kc.evidence(tokens)))
    Esai a, kalimat ke-1: Kami bertekad menjaga [integritas]. (Integritas: tekad atau harapan)
    """
    tokens = as_tokens(tokens)
    language(lang)
    rows = whole("rows", rows)
    columns = columns_of(checked_table(table))
    wording = Wording(lang, essays_apart(tokens.corpus.ids))
    if set(PLACES) <= set(columns):
        lines = list(_sentences(tokens, table, names, wording))
    elif set(SHARES) <= set(columns):
        numeric(table, SHARES[1:-1])
        lines = list(_bars(table, names, wording))
    else:
        needed = {"places": ", ".join(PLACES), "shares": ", ".join(SHARES)}
        raise InvalidArgument("show_columns", got=", ".join(columns) or "[]", **needed)
    return _shown(lines, rows, wording)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: where it is, marked text or a bar, and a remark."""

    place: str
    pieces: Pieces
    remark: str
    share: float | None = None


def _shown(lines: list[_Line], rows: int, wording: Wording) -> Shown:
    rest = "".join(wording.more(len(lines) - rows))
    text = [_text(line) for line in lines[:rows]]
    html = [_html(line) for line in lines[:rows]]
    if not lines:
        rest = label("cli.found_nothing", wording.lang)
    body = f"<table>{''.join(html)}</table>" if html else ""
    return Shown(
        "\n".join([*text, *([rest] if rest else [])]),
        f"{body}<p>{escape(rest)}</p>" if rest else body,
    )


def _text(line: _Line) -> str:
    text = "".join(f"[{part}]" if mark else part for part, mark in line.pieces)
    remark = f" ({line.remark})" if line.remark else ""
    return printable(f"{line.place}: {' '.join(text.split())}{remark}")


def _html(line: _Line) -> str:
    text = "".join(
        f'<mark style="{MARK}">{escape(part)}</mark>' if mark else escape(part)
        for part, mark in line.pieces
    )
    bar = ""
    if line.share is not None:
        look = f"display:inline-block;height:.7em;background:#0072b2;width:{line.share * BAR:.2f}em"
        bar = f'<span style="{look}"></span> '
    remark = f"<br><small>{escape(line.remark)}</small>" if line.remark else ""
    head = f'<th scope="row" style="text-align:left">{escape(line.place)}</th>'
    return f'<tr>{head}<td style="text-align:left">{bar}{text}{remark}</td></tr>'


def _sentences(
    tokens: Tokens, table: pd.DataFrame, names: Mapping[Any, str] | None, wording: Wording
) -> Iterator[_Line]:
    """Bring the places of a sentence together, sentences in the order of the table."""
    units = _units(tokens)
    found: dict[int, list[Any]] = {}
    for number, row in enumerate(table.itertuples(index=False), start=1):
        unit = _unit_of(units, row)
        if not _stands(tokens, row):
            place = f"{row.start}–{row.end}"
            raise InvalidArgument("show_place", row=number, place=place, essay=repr(row.essay))
        found.setdefault(unit, []).append(row)
    for unit, places in found.items():
        start = int(tokens.units.start[unit])
        text = tokens.text_of(unit)
        hits = [(int(row.start) - start, min(int(row.end) - start, len(text))) for row in places]
        essay = wording.essay(str(places[0].essay))
        number = int(tokens.units.number[unit])
        place = wording.say("see_text", essay=essay, n=number) if number else essay
        yield _Line(place, marked(text, hits), _remark(places, table, names, wording))


def _units(tokens: Tokens) -> dict[str, list[tuple[int, int]]]:
    """Return the starts of every essay's units, in order, with their rows."""
    found: dict[str, list[tuple[int, int]]] = {}
    for row, (essay, start) in enumerate(zip(tokens.units.essay, tokens.units.start, strict=True)):
        found.setdefault(tokens.corpus.ids[int(essay)], []).append((int(start), row))
    return {essay: sorted(starts) for essay, starts in found.items()}


def _unit_of(units: dict[str, list[tuple[int, int]]], row: Any) -> int:
    starts = units.get(str(row.essay))
    if starts is None:
        raise one_of("essay", str(row.essay), units)
    start = int(row.start) if _is_whole(row.start) else 0
    at = bisect_right(starts, (start, len(starts) + starts[-1][1])) - 1
    return starts[max(at, 0)][1]


def _stands(tokens: Tokens, row: Any) -> bool:
    """Tell whether a row is a place in its essay's source, and its words, if it has any, there."""
    if not (_is_whole(row.start) and _is_whole(row.end)):
        return False
    text = tokens.corpus.source_of(row.essay).text
    start, end = int(row.start), int(row.end)
    inside = 0 <= start <= end <= len(text)
    return inside and getattr(row, "surface", None) in (None, text[start:end])


def _is_whole(value: Any) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and value % 1 == 0


def _remark(
    places: list[Any], table: pd.DataFrame, names: Mapping[Any, str] | None, wording: Wording
) -> str:
    """Say what was found there: themes with their status, once each."""
    if not hasattr(places[0], "theme"):
        return ""
    said = []
    themes = named([str(row.theme) for row in places], names, wording.lang, of=table)
    for row, theme in zip(places, themes, strict=True):
        status = f"sheet.{getattr(row, 'status', '')}"
        told = f": {label(status, wording.lang)}" if is_label(status) else ""
        said.append(f"{theme}{told}")
    return "; ".join(dict.fromkeys(said))


def _bars(
    table: pd.DataFrame, names: Mapping[Any, str] | None, wording: Wording
) -> Iterator[_Line]:
    by = str(table.columns[0])
    rows: list[Any] = list(table.itertuples(index=False))
    keys = [as_label(row[0]) for row in rows]
    groups = named(keys, names, wording.lang, by=by)
    given = {*map(as_label, names or {})}
    for row, key, group in zip(rows, keys, groups, strict=True):
        if by == "essay" and key not in given:
            group = wording.essay(key)
        (theme,) = named([str(row.theme)], names, wording.lang, of=table)
        place = f"{group}, {theme}"
        part = wording.of(row.sentences, row.units)
        if not row.enough:
            yield _Line(place, ((part, False),), wording.say("too_few"))
            continue
        share, low, high = float(row.share), float(row.low), float(row.high)
        text = f"{wording.percent(share)} ({wording.interval(low, high)})"
        yield _Line(place, ((text, False),), "", share)
