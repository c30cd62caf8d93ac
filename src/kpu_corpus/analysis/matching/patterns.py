"""Where the patterns of a lexicon match in a token stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon, Pattern, shipped_key
from kpu_corpus.analysis.matching.following import find
from kpu_corpus.analysis.matching.forms import Forms
from kpu_corpus.analysis.matching.held import held
from kpu_corpus.analysis.matching.plans import Asked, Plan
from kpu_corpus.analysis.matching.ready import plan_of
from kpu_corpus.analysis.matching.slots import sequences
from kpu_corpus.analysis.matching.stepping import Matches
from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.tokens import Tokens


class Spans(NamedTuple):
    """Matches of a pattern: first and last token (inside) of each, in the order of the text."""

    first: Ints
    last: Ints


class Matcher:
    """Finds patterns of a lexicon in a token stream.

    The words of a pattern are separated by spaces: ``layan`` fits every form of that root,
    ``=layanan`` only that form (also doubled or with a clitic: layanannya), ``transparan*`` what
    begins so (``*`` stands for any letters, or none, at any place: ``*isasi``, ``ke*an``), ``a|b``
    either, ``..3`` lets up to three words stand between, ``@pelaku`` is a named set. Inside a fixed
    phrase or a name (pelayanan publik, Komisi Pemilihan Umum) single words are found too. A hyphen
    and a space match each other (bahu-membahu, bahu membahu); a hyphenated word never fits one of
    its parts alone. A lexicon's words that make up a unit (``=tanggung =jawab``) fit every form of
    it (bertanggung jawab), with ``exact`` only the unit as it is; with a ``*`` they fit its words
    as they are. The gap of ``tanggung ..1 jawab`` need not be filled, that of forms is.
    """

    def __init__(self, tokens: Tokens, lexicon: Lexicon, *, exact: bool = False) -> None:
        self.tokens, self.lexicon, self.exact = tokens, lexicon, exact
        self._forms = Forms(tokens)
        self._phrases = tuple(tokens.manifest["settings"]["phrases"])
        self._asked: dict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = {}

    def find(self, pattern: Pattern) -> Spans:
        """Return where a pattern stands, its contexts respected."""
        return self.find_each([pattern])[0]

    def find_each(self, patterns: Sequence[Pattern]) -> list[Spans]:
        """Return the same for many patterns: faster than one by one."""
        found = self.find_all(patterns)
        owner = np.repeat(np.arange(len(patterns)), [len(pattern.match) for pattern in patterns])
        pattern = owner[found.match]
        order = np.lexsort((-found.last, found.first, pattern))
        first, last = found.first[order], found.last[order]
        ends = np.cumsum(np.bincount(pattern, minlength=len(patterns))).tolist()
        return [Spans(first[a:b], last[a:b]) for a, b in pairwise([0, *ends])]

    def named(
        self, first: Ints, last: Ints, matches: Sequence[tuple[str, ...]], pattern: Ints
    ) -> Bools:
        """Tell which places are a name that their pattern asks for, as kpu does for its long form.

        So do the words of a long form that the corpus defines. Others are words inside a name.
        ``pattern`` has the row of ``matches`` that found each.
        """
        types, kind = self.tokens.types, self.tokens.type[first]
        some = np.flatnonzero(np.bincount(kind)).tolist()
        names = [row for row in some if types.kind[row] == "name"]
        named: Bools = (first == last) & np.isin(kind, names)
        for row in np.flatnonzero(named).tolist():
            form = types.norm[kind[row]]
            units = (form,) if form in self.tokens.defined else ()
            named[row] = types.root[kind[row]] in self._roots(matches[pattern[row]], units)
        return named

    def _roots(self, matches: tuple[str, ...], units: tuple[str, ...]) -> set[str]:
        """Return the roots that match strings of one word, or one unit, ask for."""
        if (matches, units) not in self._asked:
            words = {word.lstrip("=") for word in self._words(matches, units)}
            self._asked[matches, units] = {self._root_of(word) for word in words}
        return self._asked[matches, units]

    def roots(self, matches: Iterable[str]) -> set[str]:
        """Return the roots of which match strings of one word, or one unit, want every form."""
        words = {word for word in self._words(matches, ()) if "=" not in word and "*" not in word}
        return {self._root_of(word) for word in words}

    def _words(self, matches: Iterable[str], units: tuple[str, ...]) -> Iterator[str]:
        phrases = self._phrases + units
        for match in matches:
            for way in sequences(match, self.lexicon.sets, phrases, self.lexicon.name):
                yield from way[0].words if len(way) == 1 else ()

    def _root_of(self, word: str) -> str:
        form = normal(word.replace("_", " "))
        return self.tokens.defined.get(form) or self._forms.root_of(form)

    def find_all(self, patterns: Sequence[Pattern]) -> Matches:
        """Return the matches of many patterns, each with the string that it fits."""
        asked = self._asking(patterns, self._phrases)
        return self._with_held(asked, lambda: patterns)

    def find_whole(self) -> Matches:
        """Return the matches of every pattern of the lexicon.

        Those of a shipped one are found without reading its patterns.
        """
        key = shipped_key(self.lexicon)
        if not key or self._phrases or self.exact:
            return self.find_all(self.lexicon.every)
        return self._with_held(key, lambda: self.lexicon.every)

    def _with_held(self, asked: Asked | str, patterns: Callable[[], Sequence[Pattern]]) -> Matches:
        """Return the matches of patterns, those read anew that hold units of the corpus."""
        plan = plan_of(asked)
        found = self._found(plan)
        own = held(asked, tuple(sorted(self.tokens.defined)))
        if not own.units:
            return found
        few = [patterns()[row] for row in own.patterns.tolist()]
        again = self._found(plan_of(self._asking(few, self._phrases + own.units)))
        string = np.flatnonzero(np.isin(plan.pattern, own.patterns)).astype(np.int32)
        others = found.where(~np.isin(plan.pattern[found.match], own.patterns))
        again = again._replace(match=string[again.match])
        return Matches(*map(np.concatenate, zip(others, again, strict=True)))

    def _asking(self, patterns: Sequence[Pattern], phrases: tuple[str, ...]) -> Asked:
        sets = tuple(self.lexicon.sets.items())
        return Asked(tuple(patterns), sets, self.lexicon.name, phrases, self.exact)

    def _found(self, plan: Plan) -> Matches:
        word, kind = self._forms.fitting(plan.sought)
        of, slot = plan.standing.spread(word)
        return find(self.tokens, plan, slot, kind[of])
