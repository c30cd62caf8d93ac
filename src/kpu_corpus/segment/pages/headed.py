"""Headings that name people: each wrote the text below, as in a class file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain, pairwise

from kpu_corpus.segment.bylines.byline import LISTED, authors, byline, is_date, is_posted
from kpu_corpus.segment.bylines.covers import highest
from kpu_corpus.segment.bylines.facts import facts_of
from kpu_corpus.segment.bylines.letters import heads_list
from kpu_corpus.segment.bylines.name_lines import name_line, tells_author
from kpu_corpus.segment.bylines.offices import is_office
from kpu_corpus.segment.bylines.work import is_role, names_work
from kpu_corpus.segment.lines import (
    SHORT_SIZE,
    Line,
    is_running,
    is_said,
    is_short,
    is_text,
    title_case,
)
from kpu_corpus.segment.names import is_name, is_person, is_single_name
from kpu_corpus.segment.sections import reads_as_section

LEAST = 3  # names without an office, which an essay on two people may have as headings
_LETTER = re.compile(r"[A-Z]\. ")
SHORTEST_TITLE = 3  # words of a title that its author stands behind
SEVERAL = 2  # lines with who wrote before the title
# Title, name and office, one sign between them.
_IN_THREE = re.compile(
    r"(?P<title>\S.*?)(?P<sign>\s?\|\s?|\s[/–—-]\s)(?P<name>\S[^|/–—]*?)(?P=sign)(?P<office>\S.*)"
)
# Before "Oleh: …" behind a title; without a colon a mark parts the two.
_CREDIT = re.compile(
    r"(?<!ditulis)(?<!disusun)(?<!dibuat)(?:\s*[(|,/–—]\s*(?=oleh\b)|\s+(?=oleh\s*:))",
    re.IGNORECASE,
)
# Behind who posted, in the same line: "Diposting oleh Rina di 10.20 2 komentar: Kirimkan Ini …".
_COUNTS = re.compile(r"\s(?:tidak ada|no|\d{1,4}) (?:komentar|comments?)\b", re.IGNORECASE)
# What Kompasiana has of an author above a text: "Rina Marlina Mohon Tunggu... Guru - Warga Tegal".
CARD = " Mohon Tunggu..."
CARD_LINES = 8
_BEHIND = re.compile(
    r"(?P<title>.*?\S)(?:\s*[|(–—]\s*|\s+(?:-|oleh)\s+)"
    r"(?P<who>(?:(?!\s-\s)[^|()–—])+(?:\([^()]{3,80}\))?)\)?"
)
_BEFORE = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?P<who>[A-Z][^|()–—:]{2,80}?(?:\s\([^()]{3,80}\))?)"
    r"(?:\s*[|–—:]|\s-)\s+(?P<title>\S+ \S.*)"
)


def headed(lines: Sequence[Line]) -> tuple[list[Line], set[int]]:
    """Return the lines, headings that name people as bylines, and which these are.

    They are all headings of the highest rank that has several, or where the file marks none all
    names right above running text; each names another person and has text below. A cover at most
    stands above the first, where an essay on people has its title.

    >>> heads = [Line(0, 9, f"{name} (KPU Bali)", 4, "heading", 1) for name in ("Rina M", "Asep S")]
    >>> lines = [line for head in heads for line in (head, Line(0, 9, "Kami " * 30, 30))]
    >>> sorted(headed(lines)[1])
    [0, 2]
    """
    found = highest(lines) or _above_text(lines, _is_name)
    if not found or not all(map(heads_list, lines[: found[0]])):
        return [*lines], set()
    parts = pairwise([*found, len(lines)])
    full = all(any(map(is_text, lines[at + 1 : end])) for at, end in parts)
    others = len({lines[at].text for at in found}) == len(found)
    plain, people = _plain(lines, found)
    offices = all(name_line(plain[at]) for at in people)
    if not full or not others or not (offices or _are_names([plain[at].text for at in people])):
        return [*lines], set()
    if not offices:
        plain = [x._replace(mark="author") if at in people else x for at, x in enumerate(plain)]
    return plain, people


def _plain(lines: Sequence[Line], found: Sequence[int]) -> tuple[list[Line], set[int]]:
    """Return the lines, headings as plain ones with their numbers apart, and where these are."""
    plain: list[Line] = []
    people: set[int] = set()
    heads = {*found}
    for at, line in enumerate(lines):
        if at not in heads:
            plain.append(line)
            continue
        number = LISTED.match(line.text)
        if number:
            plain.append(line.part(0, number.end())._replace(mark="chrome", level=0))
        people.add(len(plain))
        plain.append(line.part(number.end() if number else 0)._replace(mark="", level=0))
    return plain, people


def _are_names(texts: Sequence[str]) -> bool:
    """Tell whether headings are names, a few of one word among them."""
    names = sum(map(is_person, texts))
    whole = all(is_person(text) or is_single_name(text) for text in texts)
    return len(texts) >= LEAST and whole and names * 2 > len(texts)


def parted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, titles apart from the names in them: "Netralitas – Rina Marlina".

    With a number or an office, a name may stand before: "1. Rina Marlina: Netralitas". They are all
    headings of the highest rank that has several, or where the file marks none lines above running
    text below a cover at most, each with the name of another. Text above the first of them, or a
    title above names before others, is that of an essay on these people.

    >>> heads = [f"Esai Kami – {name}" for name in ("Rina Marlina", "Asep Saepudin", "Eka Putra")]
    >>> [line.text for line in parted([Line(0, 9, text, 5, "heading", 2) for text in heads])][:2]
    ['Esai Kami', 'Rina Marlina']
    """
    found = highest(lines) or _above_text(lines, _has_name)
    parts = {at: match for at in found if (match := _named(lines[at]))}
    names = {match["who"] for match in parts.values()}
    least = LEAST if any(map(is_person, names)) else SEVERAL
    if not len(found) == len(names) >= least or any(map(is_text, lines[: found[0]])):
        return [*lines]
    before = any(match.re is _BEFORE for match in parts.values())
    if before and not all(map(heads_list, lines[: found[0]])):
        return [*lines]  # an essay on these people
    whole: list[Line] = []
    for at, line in enumerate(lines):
        match = parts.get(at)
        if not match:
            whole.append(line)
            continue
        mark = "author" if is_person(match["who"]) else ""
        name = line.part(*match.span("who"))._replace(mark=mark, level=0)
        if match.re is _BEHIND:
            whole += [line.part(0, match.end("title")), name._replace(page=False)]
        else:
            number = line.part(0, match.start("who"))._replace(mark="chrome", level=0)
            title = line.part(match.start("title"))._replace(apart=False, page=False)
            whole += [*([number] if number.text else []), name, title]
    return whole


def credited(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, titles apart from the author in the same line: "Netral (Oleh: Rina M.)".

    >>> [line.text for line in credited([Line(0, 9, "Menjaga Suara Kita | Oleh: Rina Marlina", 7)])]
    ['Menjaga Suara Kita', 'Oleh: Rina Marlina']
    """
    threes = {at: three for at, line in enumerate(lines) if (three := _in_three(line))}
    below = {at for at, line in enumerate(lines, -1) if is_text(line)}  # none in a list
    threes = {at: three for at, three in threes.items() if at in below and at - 1 not in threes}
    named = (authors(by, name_line(by)) for _, by in threes.values())
    sure = any(map(is_person, chain(*named)))
    whole: list[Line] = []
    for at, line in enumerate(lines):
        if sure and at in threes:
            whole += threes[at]
        else:
            whole += _posted(line) or (_credit(line) if is_short(line) else [line])
    return whole


def profiled(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, the card on the author above a text of Kompasiana as furniture but a name.

    >>> card = ["Mohon tunggu...", "Rina M", "Rina M Mohon Tunggu... Guru", "Tutup", "Apel Pagi"]
    >>> [x.text for x in profiled([Line(0, 9, text, 3) for text in card]) if x.mark != "chrome"]
    ['Rina M', 'Apel Pagi']
    """
    pairs = enumerate(pairwise(lines[:CARD_LINES]), 1)
    cards = (at for at, (above, line) in pairs if line.text.startswith(f"{above.text}{CARD}"))
    at = next(cards, 0)
    if not at:
        return [*lines]
    name = len(lines[at - 1].text)
    below = lines[at + 1 : at + 1 + CARD_LINES]
    last = next((place for place, line in enumerate(below, at + 2) if line.text == "Tutup"), at + 1)
    if any(facts_of(line) or is_date(line.text) for line in lines[last + 2 : last + 3]):
        last += 1  # the section of the site, above title and date
    named, rest = lines[at].part(0, name)._replace(mark="author"), lines[at].part(name)
    above, beneath = lines[:at], [rest, *lines[at + 1 : last]]
    above, beneath = ([x._replace(mark="chrome") for x in part] for part in (above, beneath))
    return [*above, named, *beneath, *lines[last:]]


def _posted(line: Line) -> list[Line]:
    """Return who posted a text and the comments and buttons behind, where a line has both."""
    counts = _COUNTS.search(line.text[:SHORT_SIZE])
    by = line.part(0, counts.start() if counts else 0)
    return [by, line.part(len(by.text))._replace(mark="chrome")] if is_posted(by) else []


def _in_three(line: Line) -> tuple[Line, Line] | None:
    """Return the title of "Apel Pagi Kami | Rina M | KPU Bali" and what stands behind it."""
    match = _IN_THREE.fullmatch(line.text) if is_short(line) else None
    if match is None or line.mark in ("row", "item"):
        return None
    title, name = line.part(0, match.end("title")), match["name"]
    titled = title.words >= SHORTEST_TITLE and title_case(title.text)
    told = titled and is_name(name) and " " in name and is_office(match["office"])
    by = line.part(match.start("name"))._replace(mark="", level=0, apart=False, page=False)
    return (title, by) if told else None


def _credit(line: Line) -> list[Line]:
    """Return the title and the byline of a line that has both, else the line."""
    sign = _CREDIT.search(line.text)
    if not sign or not title_case(line.text) or facts_of(line):
        return [line]
    title, by = line.part(0, sign.start()), line.part(sign.end(), len(line.text.rstrip(")")))
    names = authors(by, byline(by))
    # without a colon the name of a person: "dari Rakyat, oleh Rakyat, untuk Rakyat"
    told = names and (":" in by.text or all(map(is_person, names)))
    if not told or title.words < SHORTEST_TITLE:
        return [line]
    return [title, by._replace(mark="", level=0, apart=False, page=False)]


def _above_text(lines: Sequence[Line], tells: Callable[[Line], bool]) -> list[int]:
    """Return the lines right above running text that tell whose it is, no heading being marked.

    A cover at most stands above the first.
    """
    pairs = enumerate(pairwise(lines))
    opens = ((at, line) for at, (line, x) in pairs if is_running(x) or is_said(x.text))
    found = [at for at, line in opens if tells(line)]
    if not found or any(line.headed for line in lines):
        return []
    heads = (line for line, below in pairwise(lines[found[0] :]) if is_running(below))
    others = (x for x in heads if not (is_text(x) or tells(x) or reads_as_section(x)))
    last = lines[-1]
    signed = tells_author(last) or is_role(last)
    said = all(lines[at + 1].text[0] in '“"' for at in found)
    if signed or said or any(title_case(other.text) for other in others):
        return []  # what one writer says of these people, or they say
    return found if all(map(heads_list, lines[: found[0]])) else []


def _is_name(line: Line) -> bool:
    number = LISTED.match(line.text)
    named = is_person(line.text[number.end() :] if number else line.text)
    return named and not _LETTER.match(line.text)  # "A. Cut Nyak Dhien" heads a section


def _has_name(line: Line) -> bool:
    return title_case(line.text) and _named(line) is not None


def _named(line: Line) -> re.Match[str] | None:
    """Return the name in a line and the title before it or behind it, or nothing."""
    for parts in (_BEHIND, _BEFORE) if is_short(line) else ():
        match = parts.fullmatch(line.text)
        if not match or (parts is _BEFORE and names_work(match["title"])):
            continue  # "1. Rina Marlina – KPU Kota Tegal"
        who = line.part(*match.span("who"))._replace(mark="", level=0)
        alone = is_person(who.text) and (parts is _BEHIND or match.start("who") > 0)
        if alone or name_line(who):
            return match
    return None
