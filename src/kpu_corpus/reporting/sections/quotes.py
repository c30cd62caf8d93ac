"""The best evidence of each theme: few sentences by a stated rule, with the hits marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import Indel, Prefix

from kpu_corpus.analysis.status import STATUSES
from kpu_corpus.ground.printable import seen
from kpu_corpus.ground.spellings import even_words
from kpu_corpus.reporting.figures import Figures

QUOTES = 3
READABLE = range(8, 31)  # words of a sentence that says something and is read at a glance
AKIN, ENDING = 5, 5  # letters that words of one family begin with alike, and end with at most
NEARLY = 0.8  # of the words of two sentences are the same
LONGEST = 420  # characters of a quotation; longer sentences are cut around the first hit

Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with its hits marked: pieces of (text, marked), where it stands, its status.

    The status of a statement that only regrets the lack of the theme is "regretted".
    """

    essay: str
    sentence: int
    status: str
    cue: str
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class _Candidate:
    essay: str
    sentence: int
    status: str
    cue: str
    own: bool
    lack: bool
    whole: bool
    lists: bool
    order: int
    text: str
    hits: tuple[tuple[int, int], ...]


def best_quotes(figures: Figures, theme: str) -> tuple[Quote, ...]:
    """Choose at most three sentences for a theme.

    A sentence that several essays have is quoted once; whole sentences before headings, rows and
    cells of tables; what does not list the themes before what does; what is said before what is
    asked; the theme's own word (of one family with its name or key) before other expressions; what
    is stated or resolved before a lack that is regretted or what the value forbids; 8 to 30 words
    before more, and these before fewer; what differs from the quoted before what nearly repeats
    it; groups, then essays, that are quoted less; statements before resolves or hopes; then the
    order of the text.
    """
    left = _candidates(figures, theme)
    group_of = figures.group_of
    chosen: list[_Candidate] = []
    again: set[int] = set()
    while left and len(chosen) < QUOTES:
        essays = Counter(one.essay for one in chosen)
        groups = Counter(group_of[one.essay] for one in chosen)
        best = min(
            left,
            key=lambda one: _rank(
                one, one.order in again, groups[group_of[one.essay]], essays[one.essay]
            ),
        )
        chosen.append(best)
        said = _said(best)
        alike = {one.order: Indel.normalized_similarity(_said(one), said) for one in left}
        again |= {order for order, share in alike.items() if share >= NEARLY}
        left = [one for one in left if alike[one.order] < 1]
    return tuple(map(_quote, chosen))


def _said(one: _Candidate) -> list[str]:
    """Return the words of a sentence; an essay in capitals may say the same as others."""
    return seen(one.text).casefold().split()


def all_quotes(figures: Figures, theme: str, most: int) -> tuple[Quote, ...]:
    """Return the sentences that count for a theme, in the order of the text, at most so many."""
    return tuple(map(_quote, _candidates(figures, theme)[:most]))


def uncounted_quotes(figures: Figures, theme: str, most: int) -> tuple[Quote, ...]:
    """Return the mentions of a theme that do not count, one by one, in the order of the text."""
    return tuple(_uncounted(figures, row) for row in figures.theme_hits.uncounted_of(theme)[:most])


def _uncounted(figures: Figures, row: Any) -> Quote:
    start = figures.unit_at[row.essay, row.sentence].start
    pieces = cut(marked(row.text, [(row.start - start, row.end - start)]))
    return Quote(row.essay, row.sentence, row.status, row.cue, pieces)


def marked(text: str, hits: Iterable[tuple[int, int]]) -> Pieces:
    """Cut a text into pieces, marked where a hit stands; hits that overlap are put together.

    What nobody sees, such as soft hyphens, is left out of them.

    >>> marked("Kami menjaga integritas.", [(13, 23)])
    (('Kami menjaga ', False), ('integritas', True), ('.', False))
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in merged(hits):
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces.append((text[at:], False))
    shown = ((seen(piece), mark) for piece, mark in pieces)
    return tuple(piece for piece in shown if piece[0])


def merged(hits: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places of hits in their order, those that overlap put together.

    >>> merged([(13, 23), (0, 4), (4, 9), (20, 30), (14, 16)])
    [(0, 4), (4, 9), (13, 30)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(hits):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def cut(pieces: Pieces, longest: int = LONGEST) -> Pieces:
    """Shorten a quotation around its first mark, with … where something is left out.

    It begins and ends with whole words, unless a single word is longer than there is room.

    >>> cut((("satu dua tiga empat lima enam ", False), ("tujuh", True)), 24)
    (('…enam ', False), ('tujuh', True))
    """
    if sum(len(text) for text, _ in pieces) <= longest:
        return pieces
    first = next((i for i, piece in enumerate(pieces) if piece[1]), 0)
    before = "".join(text for text, _ in pieces[:first])
    room = longest // 3
    kept = [(f"…{_last_words(before, room)}" if len(before) > room else before, False)]
    left = longest - len(kept[0][0])
    for text, mark in pieces[first:]:
        if left > 0:
            alone = mark or len(pieces) == 1
            shown = text if len(text) <= left else f"{_first_words(text, left, alone=alone)}…"
            kept.append((shown, mark))
        left -= len(text)
    return tuple(piece for piece in kept if piece[0])


def _quote(one: _Candidate) -> Quote:
    return Quote(one.essay, one.sentence, one.status, one.cue, cut(marked(one.text, one.hits)))


def _first_words(text: str, room: int, *, alone: bool) -> str:
    """Return the beginning of a text that ends where a word does; ``alone``: with nothing else."""
    whole = text[:room] if text[room].isspace() else text[:room].rpartition(" ")[0]
    return whole.rstrip() if whole or not alone else text[:room]


def _last_words(text: str, room: int) -> str:
    """Return the end of a text that begins where a word does."""
    first = len(text) - room
    whole = text[first:] if text[first - 1].isspace() else text[first:].partition(" ")[2]
    return whole.lstrip()


def _rank(one: _Candidate, again: bool, in_group: int, in_essay: int) -> tuple[Any, ...]:
    """Rank a sentence, the best first.

    ``again``: it nearly repeats one; how often its group and its essay are quoted already.
    """
    words = len(one.text.split())
    length = 0 if words in READABLE else 1 if words >= READABLE.stop else 2
    asks = "?" in one.text  # asked for effect too, and answered perhaps by a denial
    kind = (not one.whole, one.lists, asks, not one.own, one.lack, length)
    hope = one.status not in ("asserted", "regretted")
    return *kind, again, in_group, in_essay, hope, one.order


def _candidates(figures: Figures, theme: str) -> list[_Candidate]:
    """Return the sentences with a counted hit of a theme, in the order of the text."""
    places: dict[tuple[str, int], list[Any]] = {}
    for row in figures.theme_hits.counted_of(theme):
        places.setdefault((str(row.essay), int(str(row.sentence))), []).append(row)
    told = (figures.names("id")[theme], theme.replace("_", " "))
    names = tuple(map(figures.roots_in, told))
    patterns = next(one.patterns for one in figures.lexicon.themes if one.key == theme)
    against = frozenset(one for pattern in patterns if pattern.against for one in pattern.match)
    return [
        _candidate(figures, names, against, order, hits)
        for order, hits in enumerate(places.values())
    ]


def _candidate(
    figures: Figures,
    names: tuple[frozenset[str], ...],
    against: frozenset[str],
    order: int,
    rows: list[Any],
) -> _Candidate:
    """Put the hits of one sentence together; one statement among them makes it a statement.

    One that regrets a lack makes it one of that kind, unless another states the theme.

    ``names`` are the roots of the theme's name and of its key, ``against`` the patterns of what
    the value forbids. A row of a table is no whole sentence, nor is a portion of one.
    """
    first = rows[0]
    unit = figures.unit_at[first.essay, first.sentence]
    best = min(rows, key=lambda row: (STATUSES.index(row.status), row.rule == "regretted"))
    return _Candidate(
        essay=first.essay,
        sentence=first.sentence,
        status="regretted" if best.rule == "regretted" else best.status,
        cue=best.cue,
        own=any(_is_own(figures, row, name) for row in rows for name in names),
        lack=all(row.rule == "regretted" or row.pattern in against for row in rows),
        whole=unit.kind == "sentence" and not unit.portion and not _in_row(figures, first, unit),
        lists=(first.essay, first.sentence) in figures.theme_hits.lists,
        order=order,
        text=first.text,
        hits=tuple((row.start - unit.start, row.end - unit.start) for row in rows),
    )


def _is_own(figures: Figures, hit: Any, name: frozenset[str]) -> bool:
    """Tell whether a hit has the theme's name, or one word of a longer name that its sentence has.

    The pattern may match no more: "pelayanan" in "berorientasi pelayanan".
    """
    roots = figures.roots_in(hit.surface)
    if _has(roots, name) or len(name) == 1:
        return _has(roots, name)
    part = any(_akin(root, word) for root in roots for word in name)
    return part and _has(figures.roots_in(even_words(hit.text)), name)


def _in_row(figures: Figures, hit: Any, unit: Any) -> bool:
    """Tell whether a sentence is a row of a table, or one of those in a cell of three or more."""
    if "\t" in hit.text:
        return True
    text = figures.tokens.corpus.source_of(hit.essay).text
    first = text.rfind("\n", 0, unit.start) + 1
    last = text.find("\n", unit.end)
    return text[first : last if last >= 0 else None].strip().count("\t") > 1


def _has(words: frozenset[str], name: frozenset[str]) -> bool:
    return all(any(_akin(root, word) for word in words) for root in name)


def _akin(a: str, b: str) -> bool:
    """Tell whether two roots are of one family: the same, or with other endings of loanwords.

    >>> _akin("profesionalisme", "profesionalitas"), _akin("netralitas", "netral")
    (True, True)
    >>> _akin("profesionalisme", "profesi"), _akin("ajar", "ajak")
    (False, False)
    """
    alike = Prefix.similarity(a, b)
    return a == b or (alike >= AKIN and max(len(a), len(b)) - alike <= ENDING)
