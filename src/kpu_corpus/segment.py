"""Source → essays and the spans between them: the rules are data, the loop is small."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kpu_corpus.corpus import Essay, Source, Span


class Rule(NamedTuple):
    """A line that is page furniture: its name, what it looks like and why it is cut."""

    name: str
    pattern: re.Pattern[str]
    reason: str


def _rule(name: str, pattern: str, reason: str) -> Rule:
    return Rule(name, re.compile(pattern, re.IGNORECASE), reason)


HEADER = (
    _rule(
        "section",
        r"opini|artikel|umum|berita( terkini)?|kpu dalam berita|blog|beranda",
        "name of the section of the site, above the first title",
    ),
    _rule("counter", r"\d{1,6}", "a bare number under the section name is a counter"),
    _rule("ticker", r".+ \| .+ \| .+", "titles joined by bars are a ticker"),
)
FOOTER = (
    _rule("popular", r"populer|terpopuler|berita populer", "heading of the list of popular pages"),
    _rule("empty", r"belum ada data\.?", "what the site shows for an empty list"),
    _rule("share", r"bagikan ?:.*|(facebook|twitter|whats?app|telegram)( .*)?", "share buttons"),
    _rule("views", r"(telah )?dilihat:? [\d.]+ kali\.?", "number of views"),
    _rule("related", r"baca juga ?:.*", "link to another page"),
)

TITLE_WORDS = 30  # a longer line is running text
CUT_WORDS = 4  # a shorter title in the middle of a page is a heading of the same essay
BODY_WORDS = 25  # a line at least this long is running text, whatever its end
PAGE_BODY_WORDS = 60  # without page furniture, only bodies this long make a list of essays
CLOSING = "\"'”’)]*"
MINOR = frozenset(
    "yang dan di ke dari untuk dalam pada dengan atau bagi oleh para serta the of".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without the white space around it."""

    start: int
    end: int
    text: str
    words: int


class Cut(NamedTuple):
    """One essay of a source: its title line, if any, and its lines with their kinds."""

    title: Line | None
    lines: list[tuple[Line, str, str]]


def segment(source: Source) -> tuple[list[Essay], list[Span]]:
    """Cut one source into essays and spans; no essays when it holds page furniture only.

    The ids of the essays are the source's name and their position in it. Spans come in the
    order of the text and tile it: every character lies in exactly one.

    >>> essays, spans = segment(Source.plain_text("a", " Kami menjaga integritas. "))
    >>> [(span.start, span.end, span.kind) for span in spans]
    [(0, 1, 'blank'), (1, 25, 'body'), (25, 26, 'blank')]
    """
    lines = _lines(source.text)
    if source.plain:
        return _assemble(source, [Cut(None, [(line, "body", "plain") for line in lines])], [])
    chrome, lines = _furniture(lines)
    return _assemble(source, _cuts(lines, bool(chrome)), chrome)


def _lines(text: str) -> list[Line]:
    lines = []
    for match in re.finditer(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped)
            lines.append(Line(start, start + len(stripped), stripped, len(stripped.split())))
    return lines


def _furniture(lines: list[Line]) -> tuple[list[tuple[Line, str]], list[Line]]:
    """Part page furniture from the rest: above the first title, below the last body, by name."""
    chrome: list[tuple[Line, str]] = []
    first = 0
    while first < len(lines) and (name := _match(HEADER, lines[first])):
        chrome.append((lines[first], name))
        first += 1
    rest: list[Line] = []
    below = ""
    last_body = max((i for i, line in enumerate(lines) if line.words >= BODY_WORDS), default=-1)
    for index in range(first, len(lines)):
        line = lines[index]
        name = _match(FOOTER, line) or (below if index > last_body else "")
        if name:
            chrome.append((line, name))
            below = name
        else:
            rest.append(line)
    return chrome, rest


def _match(rules: tuple[Rule, ...], line: Line) -> str:
    return next((rule.name for rule in rules if rule.pattern.fullmatch(line.text)), "")


def _cuts(lines: list[Line], furnished: bool) -> list[Cut]:
    titles = _titles(lines, furnished)
    cuts: list[Cut] = []
    for index, line in enumerate(lines):
        if index in titles:
            cuts.append(Cut(line, []))
            continue
        if not cuts:
            cuts.append(Cut(None, []))
        heading = _is_title(lines, index) and line.words < CUT_WORDS
        kind = ("heading", "short line above text") if heading else ("body", "running text")
        cuts[-1].lines.append((line, *kind))
    return [cut for cut in cuts if cut.lines]


def _titles(lines: list[Line], furnished: bool) -> set[int]:
    """Find the lines that open an essay: all titles of a list page, else only the first line."""
    found = [i for i in range(len(lines)) if _is_title(lines, i)]
    long = [i for i in found if lines[i].words >= CUT_WORDS and _title_case(lines[i].text)]
    bounds = [*long, len(lines)]
    bodies = [lines[a + 1 : b] for a, b in pairwise(bounds)]
    listed = len(long) > 1 and all(
        len(body) == 1 and body[0].words >= PAGE_BODY_WORDS for body in bodies
    )
    if long and (furnished or listed):
        return set(long)
    return {0} if found and found[0] == 0 else set()


def _is_title(lines: list[Line], index: int) -> bool:
    """Tell whether a line is short, without a full stop, and stands above running text."""
    line = lines[index]
    if line.words > TITLE_WORDS or line.text.rstrip(CLOSING).endswith((".", ";", ",", ":")):
        return False
    if index + 1 == len(lines) or not any(char.isalpha() for char in line.text):
        return False
    below = lines[index + 1]
    ends = below.text.rstrip(CLOSING).endswith((".", "!", "?"))
    return below.words >= BODY_WORDS or (ends and below.words > line.words)


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word.lower() not in MINOR]
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and capitals >= 0.7 * len(words)


def _assemble(
    source: Source, cuts: list[Cut], chrome: list[tuple[Line, str]]
) -> tuple[list[Essay], list[Span]]:
    essays: list[Essay] = []
    spans = [Span(line.start, line.end, "chrome", None, name) for line, name in chrome]
    for position, cut in enumerate(cuts, start=1):
        name = f"{source.name}-{position}" if not source.plain else source.name
        if cut.title:
            spans.append(Span(cut.title.start, cut.title.end, "title", name, "title above text"))
        spans += [Span(line.start, line.end, kind, name, rule) for line, kind, rule in cut.lines]
        first, last = cut.lines[0][0], cut.lines[-1][0]
        title = cut.title.text if cut.title else None
        essays.append(Essay(name, source.name, position, first.start, last.end, title))
    return essays, _tile(sorted(spans, key=lambda span: span.start), len(source.text))


def _tile(spans: list[Span], length: int) -> list[Span]:
    """Fill what lies between the spans; white space inside an essay belongs to it."""
    tiled: list[Span] = []
    at, essay = 0, None
    for span in [*spans, Span(length, length, "end", None, "")]:
        if at < span.start:
            owner = essay if essay == span.essay else None
            tiled.append(Span(at, span.start, "blank", owner, "white space"))
        if span.kind != "end":
            tiled.append(span)
        at, essay = span.end, span.essay
    return tiled
