"""Long names told from each other where they are shortened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, takewhile

from kpu_corpus.ground.printable import ends, in_one_line
from kpu_corpus.reporting.wording import ID, known_by

WORDS = re.compile(r"[^\W_]+")
PARTS = re.compile(r"[^\W_]+[\W_]*")  # of a name: each word with the signs after it
BETWEEN = " ,.;/_-"  # signs that go with the words left out after them


def essays_apart(ids: Iterable[str]) -> dict[str, str]:
    """Return what to call the essays where ids are shortened: without the folders of them all.

    Where ids would look alike, long ones whose file has a name of its own are called by that.

    >>> download = "Esai Orientasi-20261128T021455Z-001/Esai Orientasi/Angkatan {}-1".format
    >>> [*essays_apart([download("I/Budi"), download("II/Siti")]).values()]
    ['…/Angkatan I/Budi-1', '…/Angkatan II/Siti-1']
    """
    names = [*ids]
    if all(len(in_one_line(name)) <= ID for name in names):
        return {}
    folders = zip(*(name.split("/")[:-1] for name in names), strict=False)
    shared = [*takewhile(lambda level: len({*level}) == 1, folders)]
    above = sum(len(level[0]) + 1 for level in shared)
    below = {name: f"…/{name[above:]}" if above else name for name in names}
    told = told_apart(below.values(), known_by)
    lasts = {rest: in_one_line(rest.rpartition("/")[2]) for rest in below.values()}
    files = {rest: f"…/{ends(last, ID - 2)}" for rest, last in lasts.items()}
    often = Counter(files.values())
    told |= {rest: files[rest] for rest in told if often[files[rest]] == 1}
    return {name: told.get(rest) or known_by(rest) for name, rest in below.items()}


def told_apart(names: Iterable[str], shortened: Callable[[str], str]) -> dict[str, str]:
    """Return what to call the names that are shortened: by the words that fewest of them have.

    Nothing where no shortened name looks like another and each has such a word. A name that would
    look like another even so stands whole.

    >>> from kpu_corpus.reporting.wording import abridged
    >>> office = "Sekretariat KPU Kabupaten {} Provinsi Daerah Khusus Jakarta".format
    >>> names = [office("Garut"), office("Subang"), "KPU Ternate"]
    >>> list(told_apart(names, lambda name: abridged(name, 40)).values())
    ['Sekretariat KPU … Garut … Jakarta', 'Sekretariat KPU … Subang … Jakarta']
    """
    lines = {name: in_one_line(name) for name in names}
    shown = {line: shortened(name) for name, line in lines.items()}
    parts = {line: PARTS.findall(line) for line in shown if shown[line] != line}
    pairs = {line: _pairs(line) for line in parts}
    often = Counter(pair for row in pairs.values() for pair in {*row})
    rarity = {
        line: [max(pair) for pair in pairwise(often[pair] for pair in row)]
        for line, row in pairs.items()
    }
    alike = len({*shown.values()}) < len(shown)
    if not alike and all(_tells(shown[line], line, rarity[line]) for line in parts):
        return {}
    room = max(len(shown[line]) for line in parts)
    for line, row in parts.items():
        shown[line] = _by_the_rarest(row, rarity[line], room) or shown[line]
    looks = Counter(shown.values())
    told = {line: shown[line] if looks[shown[line]] == 1 else line for line in parts}
    return {name: told[line] for name, line in lines.items() if line in told}


def _pairs(line: str) -> list[tuple[str, str]]:
    """Return the words of a name in pairs, with nothing before the first and after the last.

    In pairs, for one word may be part of the name of a place and of its province.
    """
    return [*pairwise(["", *WORDS.findall(line), ""])]


def _tells(shown: str, line: str, rarity: Sequence[int]) -> bool:
    """Return whether one of the rarest words of a name is in what is shown of it."""
    words, fewest = {*WORDS.findall(shown)}, min(rarity, default=0)
    rarities = zip(WORDS.findall(line), rarity, strict=True)
    return any(word in words for word, often in rarities if often == fewest)


def _by_the_rarest(parts: Sequence[str], rarity: Sequence[int], room: int) -> str:
    """Return the rarest words of a name that there is room for, of equals the outer ones."""
    last, shown, kept = len(parts) - 1, "", list[int]()
    for place in sorted(range(len(parts)), key=lambda at: (rarity[at], min(at, last - at))):
        kept = sorted([*kept, place])
        tried = _with_gaps(parts, kept)
        if len(tried) > room:
            break
        shown = tried
    return shown


def _with_gaps(parts: Sequence[str], kept: Sequence[int]) -> str:
    """Return parts of a name with … for those between them that are left out."""
    text, after = "", 0
    for place in kept:
        text = text if place == after else f"{text.rstrip(BETWEEN)} … "
        text += parts[place]
        after = place + 1
    return (text if after == len(parts) else f"{text.rstrip(BETWEEN)} …").strip()
