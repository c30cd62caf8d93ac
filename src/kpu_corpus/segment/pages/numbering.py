"""Lines that count the essays of a file: "ESAI 1", on a line of its own or before a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kpu_corpus.ground.spellings import in_digits
from kpu_corpus.segment.bylines.byline import byline
from kpu_corpus.segment.bylines.letters import heads_list
from kpu_corpus.segment.bylines.name_lines import name_line, tells_author
from kpu_corpus.segment.bylines.work import is_role
from kpu_corpus.segment.lines import BESIDE, TITLE_WORDS, Line, is_running, is_text, title_case
from kpu_corpus.segment.names import DEGREE_AFTER, is_person
from kpu_corpus.segment.sections import is_named

_RANKS = ("juara", "pemenang")
_NUMBER = re.compile(
    r"[*_#(\s]{0,4}(?:contoh )?"
    r"(?P<kind>esai|essay|judul|artikel|opini|tulisan|makalah|naskah|karya tulis|peserta"
    r"|juara|pemenang)(?: peserta| harapan)?\s{0,3}(?:ke|no\.?|nomor)?\s?[-#.]?\s?"
    r"(?P<number>\d{1,4}|[ivxl]{1,6}|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan"
    r"|kesembilan|kesepuluh)\b(?: dari \d{1,4}\b)?(?P<mark>\s?[.:)|–—-])?[*_)\s]*",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?:(?:kode|no\.?|nomor) (?:urut )?(?:peserta|naskah|esai|essay|absen|ujian)|ndh)\s*[:.]?\s*"
    r"(?P<code>(?:[A-Z]{1,4}[-./]?)?\d{1,4})",
    re.IGNORECASE,
)
_ORDER = re.compile(r"[(*_[]{0,3}(?P<number>\d{1,2}|[IVX]{1,5}(?=.\s))[].)]\s*(?=\S)")
# How many texts a page has, as its title says: "4 Contoh Esai Mahasiswa".
_ANNOUNCED = re.compile(
    r"(?:kumpulan )?(?:contoh (?P<many>\d{1,2})|(?P<of>\d{1,2}) contoh) "
    r"(?:esai|essay|opini|artikel|tulisan|karangan)\b",
    re.IGNORECASE,
)
LEAST_WORDS = 40  # of text below a bare number: an essay, not a section
_ESSAY = ("esai", "essay", "judul")


def counted(lines: Sequence[Line]) -> tuple[list[Line], set[int]]:
    """Return the lines, numbers parted from titles behind them, and which of them are numbers.

    A number alone counts above all text only, several where they differ, those of other words than
    "Esai" above all text, too; in a table of contents, without text below, none does.

    >>> text = "Kami hadir setiap pagi di kantor."
    >>> texts = ["Esai 1", text, "Esai 2: Netral", text]
    >>> lines, numbers = counted([Line(0, 9, text, len(text.split())) for text in texts])
    >>> [line.text for line in lines if line.text != text], numbers
    (['Esai 1', 'Esai 2:', 'Netral'], {0, 2})
    """
    parted: list[Line] = []
    numbers: set[int] = set()
    found = _numbers(lines)
    for index, line in enumerate(lines):
        if index in found:
            numbers.add(len(parted))
            parted += _parts(line, found[index])
        elif index - 1 in found and _names_author(lines[index : index + 2]):
            parted.append(line._replace(mark="author"))
        else:
            parted.append(line)
    return parted, numbers


def _parts(line: Line, match: re.Match[str]) -> list[Line]:
    """Return a number and, where one stands behind it, the title or the name of its author."""
    number = line.part(0, match.end())
    rest = _rest(line, match)
    if not rest.text:
        return [number]
    return [number, rest._replace(mark="author") if is_person(rest.text) else rest]


def _rest(line: Line, match: re.Match[str]) -> Line:
    """Return what stands behind a number as a line of its own."""
    return line.part(match.end())._replace(apart=False)


def _numbers(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    found = {index: match for index, line in enumerate(lines) if (match := _number(line))}
    # "Esai 2025" tells a year
    found = {at: x for at, x in found.items() if not re.fullmatch(r"(?:19|20)\d\d", x["number"])}
    if not found:
        return _in_order(lines) or _coded(lines)
    said = [match["kind"].lower() for match in found.values()]
    found = {at: match for at, match in found.items() if _counts(lines, at, match)}
    found = {
        index: found[index]
        for index, end in pairwise([*found, len(lines)])
        if any(map(is_text, lines[index + 1 : end]))
    }
    if not found:
        return {}
    kind = next(iter(found.values()))["kind"].lower()
    found = {i: match for i, match in found.items() if match["kind"].lower() == kind}
    if len(found) == 1:
        ((index, match),) = found.items()
        sure = match["mark"] or kind in _ESSAY or match.end() == len(lines[index].text)
        listed = kind not in _ESSAY and said.count(kind) > 1  # the last winner of a list
        counts = sure and not listed and not any(map(is_text, lines[:index]))
    else:
        numbers = [match["number"].lower() for match in found.values()]
        counts = all(number != after for number, after in pairwise(numbers))
        # "Artikel 1" inside an essay may be that of a declaration; a foreword stands above essays
        counts = counts and (kind in _ESSAY or not any(map(is_text, lines[: min(found)])))
    return found if counts else {}


def _in_order(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """Return the numbers of titles "1. …", "2. …" where authors are told, or how many come.

    That is a byline below the first one, a name below each or at the end of each text, or in place
    of each title a name with its office, in its line or the next, below a cover at most. The
    numbers rise by one and none comes again, as those of sections would in each essay, and the
    first is that of no section ("I. Pendahuluan"); an essay's text stands below each.
    """
    found = {
        index: match
        for index, line in enumerate(lines)
        if _is_plain(line)
        and (match := _ORDER.match(line.text))
        and _is_titled(line.text[match.end() :])
    }
    places = [*found]
    if len(found) < 2 or is_named(lines[places[0]]):
        return {}
    sure = announced(lines[: places[0]], len(found))
    if any(map(is_text, lines[: places[0]])) and not sure:
        return {}
    parts = [lines[at + 1 : end] for at, end in pairwise([*places, len(lines)])]
    if not all(parts):
        return {}
    first, last = zip(*((part[0], part[-1]) for part in parts), strict=True)
    people = all(
        name_line(rest := _rest(lines[at], match)) or (is_person(rest.text) and is_role(first))
        for (at, match), (first, *_) in zip(found.items(), parts, strict=True)
    )
    people = people and all(map(heads_list, lines[: places[0]]))
    told = byline(first[0]) or all(map(tells_author, first)) or all(map(tells_author, last))
    if not (told or people or sure):
        return {}
    words = [sum(x.words for x in part if is_text(x)) for part in parts]
    numbers = [in_digits(match["number"]) for match in found.values()]
    rising = numbers == [*map(str, range(1, len(found) + 1))]
    return found if rising and min(words) >= LEAST_WORDS else {}


def announced(above: Sequence[Line], count: int) -> bool:
    """Tell whether the title of a page, above its first number, says how many essays it has.

    >>> announced([Line(0, 24, "4 Contoh Esai Mahasiswa", 4)], 4)
    True
    """
    titles = (line.text for line in above if not is_running(line) and title_case(line.text))
    told = map(_ANNOUNCED.match, titles)
    return any(match and int(match["many"] or match["of"]) == count for match in told)


def _coded(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """Return the codes of participants, which stand for their names: "Kode Peserta: 012".

    They differ, and an essay's text stands below each. Above the first stands a cover at most,
    above the others no title: below a title or a name they are part of a form.
    """
    found = {at: match for at, x in enumerate(lines) if (match := _CODE.fullmatch(x.text))}
    others = len({match["code"] for match in found.values()}) == len(found) > 1
    if not others or not all(map(heads_list, lines[: min(found)])):
        return {}
    parts = [lines[at + 1 : end] for at, end in pairwise([*found, len(lines)])]
    if not all(sum(x.words for x in part) >= LEAST_WORDS for part in parts):
        return {}
    above = [part[-1] for part in parts[:-1] if part[-1].text != lines[-1].text]
    return {} if any(map(_is_title, above)) else found


def _is_title(line: Line) -> bool:
    """Tell whether the last line above a code is the title of the next essay: it signs none."""
    return _is_titled(line.text) and not tells_author(line)


def _counts(lines: Sequence[Line], at: int, match: re.Match[str]) -> bool:
    """Tell whether a number is an essay's: a winner's rank has an author behind or below it."""
    if match["kind"].lower() not in _RANKS:
        return True
    return is_person(_rest(lines[at], match).text) or any(map(tells_author, lines[at + 1 : at + 4]))


def _names_author(lines: Sequence[Line]) -> bool:
    """Tell whether the first of two lines is a name right above the text."""
    return is_person(lines[0].text) and any(map(is_running, lines[1:]))


def _is_plain(line: Line) -> bool:
    return line.words <= TITLE_WORDS and line.mark not in (*BESIDE, "row", "item")


def _is_titled(rest: str) -> bool:
    ends = DEGREE_AFTER.sub("", rest).endswith(".")
    return title_case(rest) and not rest[:1].islower() and not ends


def _number(line: Line) -> re.Match[str] | None:
    """Return the number that a line is, or that stands before a title."""
    match = _NUMBER.match(line.text) if _is_plain(line) else None
    rest = line.text[match.end() :] if match else ""
    return match if not rest or _is_titled(rest) else None
