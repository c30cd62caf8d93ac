"""The word lists for roots: names, closed classes, irregular and common ones."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache

from kpu_corpus.ground.lookup import Lookup
from kpu_corpus.ground.shipped import DATA
from kpu_corpus.indonesian.lists.multiwords import affixed_compounds
from kpu_corpus.indonesian.roots.ranking import FOLDER


def known_forms() -> Mapping[str, str]:
    """Return form and root of closed classes, irregular forms, names and common forms."""
    return lookup().quick


@cache
def lookup() -> Lookup[str]:
    """Return them in the form that `training.word_lists` has made ready."""
    return Lookup((DATA / "ready" / "roots.words").read_bytes(), bytes.decode, listed_forms)


def listed_forms() -> dict[str, str]:
    """Return them as the lists have them."""
    lines = zlib.decompress((FOLDER / "forms.bin").read_bytes()).decode().split("\n")
    known = dict(zip(lines[::2], lines[1::2], strict=True))
    known.update((name, name) for name in _lines("places.txt") if name.islower())
    known.update((name, name) for name in acronyms())
    known.update(irregular())
    known.update((word, word) for word in closed())
    return known


@cache
def closed() -> tuple[str, ...]:
    """Return the words of closed classes, which stay whole."""
    return tuple(_lines("closed.txt"))


@cache
def places() -> frozenset[str]:
    """Return the gazetteer in lower case: places of Indonesia, countries, capitals.

    The file writes a name with a capital where the lower-case form is a common word (Kisaran).
    """
    return frozenset(name.lower() for name in _lines("places.txt"))


@cache
def ordinary_places() -> frozenset[str]:
    """Return the places, in lower case, whose name is a common word as well (Kisaran)."""
    return frozenset(name.lower() for name in _lines("places.txt") if not name.islower())


@cache
def acronyms() -> frozenset[str]:
    """Return the acronyms, clipped words and names of public life that stay whole."""
    return frozenset(_lines("acronyms.txt"))


@cache
def irregular() -> dict[str, str]:
    """Return form and root of the words that no rule gets right."""
    lines = (FOLDER / "exceptions.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


@cache
def compounds() -> dict[str, str]:
    """Return the compounds that are one root, as written (tanggung jawab), by their joined form."""
    names = (*affixed_compounds(), *_lines("compounds.txt", "\n"))
    return {name.replace(" ", "").replace("-", ""): name for name in names}


def _lines(name: str, separator: str | None = None) -> list[str]:
    text = (FOLDER / name).read_text("utf-8")
    body = "\n".join(line for line in text.split("\n") if line and line[0] != "#")
    return body.split(separator)
