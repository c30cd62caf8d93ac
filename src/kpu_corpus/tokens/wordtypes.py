"""Distinct surfaces analysed once: normal form, root, kind and whether they are stop words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.ground.pickled import OnlyFields
from kpu_corpus.indonesian.lists.colloquial import COLLOQUIAL
from kpu_corpus.indonesian.lists.known_forms import known
from kpu_corpus.indonesian.lists.multiwords import multiwords
from kpu_corpus.indonesian.lists.stopwords import ENGLISH, FORMAL, STRESSED
from kpu_corpus.indonesian.normal import evens, normal, normals
from kpu_corpus.indonesian.roots.attaching import attach
from kpu_corpus.indonesian.roots.root_lists import irregular, known_forms, ordinary_places
from kpu_corpus.indonesian.roots.roots import Roots, roots_of, spoken
from kpu_corpus.indonesian.roots.spoken import WRITTEN
from kpu_corpus.indonesian.spelling.candidates import is_short
from kpu_corpus.tokens.joining import canonical
from kpu_corpus.tokens.matching import Form
from kpu_corpus.tokens.scanning import Words

TERM_KINDS = frozenset({"word", "name", "phrase"})
EMPTY = FORMAL | STRESSED
LOOSE = ENGLISH | COLLOQUIAL.keys()  # no content words either, but for names (BKN)
# a number with affixes, or as people type thousands and millions: 1960-an, 150rb
_AFFIXED = re.compile(r"(?:ke-?)?\d[\d.,]*(?:-?(?:an|nya|rb|ribu|jt|juta|kali))*")
STUMP = 3  # letters that are too few to tell a root from a piece of a name


@dataclass(frozen=True, eq=False)
class Types(OnlyFields):
    """One entry a distinct surface; ``kind`` is word, number, symbol, name or phrase."""

    surface: tuple[str, ...]
    norm: tuple[str, ...]
    root: tuple[str, ...]
    kind: tuple[str, ...]
    stop: Bools

    @cached_property
    def term(self) -> Bools:
        """True for words, names and phrases, False for numbers and symbols."""
        return np.array([kind in TERM_KINDS for kind in self.kind], dtype=bool)

    @cached_property
    def content(self) -> Bools:
        """True for content words: neither stop words, function words of English nor single letters.

        Numbers with affixes are none either. Negation and modals stay in the tokens, where they
        decide what a theme's hit says, but name no topic.
        """
        listed = [
            kind in TERM_KINDS
            and norm not in EMPTY
            and (norm not in LOOSE or kind == "name")
            and (len(norm) > 1 if norm.isalpha() else _says_more_than_a_number(norm))
            for kind, norm in zip(self.kind, self.norm, strict=True)
        ]
        return np.array(listed, dtype=bool) & ~self.stop

    @cached_property
    def numbered(self) -> tuple[Ints, list[str]]:
        """The root of each type as a number, and the roots in the order of their first coming."""
        number: dict[str, int] = {}
        roots = [number.setdefault(root, len(number)) for root in self.root]
        return np.array(roots, dtype=np.int32), list(number)


def norms_of(surfaces: Iterable[str], corrections: Mapping[str, str]) -> list[str]:
    """Return the normal form of each surface, corrected where it is certainly misspelt."""
    listed = [*surfaces]
    norms = normals(listed)
    for row in [row for row, norm in enumerate(norms) if norm in corrections]:
        if not (is_short(norms[row]) and listed[row].isupper()):
            norms[row] = corrections[norms[row]]
    return norms


def analyse_types(
    words: Words,
    norms: Sequence[str],
    forms: Mapping[str, Form],
    *,
    capitalised: frozenset[str],
    places: frozenset[str],
    roots: Roots,
    stop: frozenset[str],
) -> Types:
    """Analyse the types; ``norms`` covers the single words, ``forms`` those joined or defined."""
    shorts, surfaces = short_roots(), words.surfaces
    norm = [*norms, *(forms[surface].norm for surface in surfaces[len(norms) :])]
    kind = list(words.kinds)
    # Sastrawi is asked as it would be by others; the library's own analyser sees capitals
    asked: Sequence[str] = surfaces if roots == "sastrawi" else norm
    if roots == "ranked":
        common, pairs = (
            ordinary_places() - places,
            zip(norm, _corrected(surfaces, norm), strict=True),
        )
        asked = [form if form in common else word for form, word in pairs]
    root = [*norm]
    open_ = [row for row, named in enumerate(kind) if named not in _AS_IS]
    found = roots_of([asked[row] for row in open_], roots=roots)
    for row, answer in zip(open_, found, strict=True):
        root[row] = answer
    for row in [row for row, surface in enumerate(surfaces) if surface in capitalised]:
        if _is_name(surfaces[row], norm[row], root[row]):
            root[row], kind[row] = norm[row], "name"
    unlisted = places - ordinary_places()
    for row in [row for row, form in enumerate(norm) if form in unlisted]:
        root[row], kind[row] = norm[row], "name"
    for row in [row for row, surface in enumerate(surfaces) if surface in forms]:
        root[row] = (roots == "ranked" and forms[surfaces[row]].root) or root[row]
    for row in [row for row, form in enumerate(norm) if form in shorts]:
        short, kind[row] = shorts[norm[row]]
        root[row] = short if roots == "ranked" else root[row]
    if isinstance(roots, str):  # a function of one's own is taken at its word
        for row in [row for row in open_ if "." in root[row]]:
            root[row] = root[row].replace(".", "")  # P.N. and PN, Rp. and Rp are one
    stops = np.array([is_stop(form, stop) for form in norm], dtype=bool)
    return Types(surfaces, tuple(norm), tuple(root), tuple(kind), stops)


_AS_IS = ("number", "symbol")  # kinds that are their own root


def _says_more_than_a_number(norm: str) -> bool:
    """Tell whether a form has two letters that are no affix of a number (1960-an, ke-2)."""
    return sum(map(str.isalpha, norm)) > 1 and not _AFFIXED.fullmatch(norm)


def _corrected(surfaces: Iterable[str], norms: Iterable[str]) -> list[str]:
    """Return the surfaces evened out, or the normal form of one that is corrected or joined."""
    pairs = zip(evens(surfaces), norms, strict=True)
    return [surface if surface.lower() == form else form for surface, form in pairs]


def is_stop(form: str, stop: frozenset[str]) -> bool:
    """Tell whether a normal form, or every word of it but for its full stop, is a stop word.

    One with a hyphen from the end of a line is, too.

    >>> is_stop("di atas", frozenset({"di", "atas"})), is_stop("atasan", frozenset({"atas"}))
    (True, False)
    >>> is_stop("da-lam", frozenset({"dalam"}))
    True
    """
    if form in stop or ("-" in form and form.replace("-", "") in stop):
        return True
    some = " " in form or form[-1:] == "."
    return some and all(part.rstrip(".") in stop for part in form.split())


def _is_name(surface: str, norm: str, root: str) -> bool:
    """Tell whether a rare form, always capitalised, would lose most of itself, or seems spoken.

    Little would be left of a name: Persia is not per- and sia, but Harapkan is harap; many look
    like a verb as it is spoken (Nari, Milah); and those in -ilah, -elah or of God (Nabilah,
    Nurlaelah, Nasrullah) have no -lah. Bare verbs seem so, too: Manfaatkan, Nikmati, Jadilah.
    """
    if root == surface.lower() or normal(surface) != norm or norm in irregular():
        return False
    short = len(root) <= STUMP
    if norm == f"{root}lah":
        verb = any(attach("me", root, end) in known_forms() for end in WRITTEN)
        return not verb and (short or norm.endswith(("ilah", "elah", "llah")))
    return short or (spoken(norm) == root and norm not in (f"{root}kan", f"{root}i"))


@cache
def short_roots() -> dict[str, tuple[str, str]]:
    """Return each shipped short form with the root and kind of what it stands for."""
    units = {" ".join(unit.words): unit for unit in multiwords()}
    return {
        short: (canonical(units[long]), units[long].kind)
        for short, long in known().items()
        if long in units and " " not in short
    }
