"""What is wrong with a lexicon, by itself and on a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon, Pattern, load_lexicon, told_of
from kpu_corpus.analysis.lexicon.parted import parted
from kpu_corpus.analysis.lexicon.parts import STATED
from kpu_corpus.analysis.lexicon.rules import starred
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.status import judged
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.checks import language
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.printable import first_of
from kpu_corpus.ground.provenance import extend
from kpu_corpus.indonesian.roots.root_lists import acronyms
from kpu_corpus.indonesian.spelling.data import frequency, known
from kpu_corpus.labels import label
from kpu_corpus.loading import load
from kpu_corpus.tokens import Tokens, preprocess
from kpu_corpus.tokens.given import as_tokens

if TYPE_CHECKING:
    import pandas as pd

LINT = {"theme": "str", "pattern": "str", "problem": "str", "detail": "str"}
PROBLEMS = (
    "never_matches",
    "example_missed",
    "counter_found",
    "near_alone",
    "word_twice",
    "overlaps",
    "mostly_names",
    "mostly_denied",
    "never_here",
)
MOST = 0.5  # share of a pattern's hits that makes it a problem
FEWEST = 2  # hits from which a share says anything
FORMS = 5  # forms or match strings of a pattern that are named
BETWEEN = "itu"  # a word that joins with no other, to stand in the gap of a phrase


def lint(
    tokens: Tokens | Corpus,
    *,
    lexicon: str | Path | Lexicon | None = None,
    lang: str = "id",
) -> pd.DataFrame:
    """Look for patterns that cannot work, or that behave unexpectedly in these texts.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults): the texts to try the patterns on.
    lexicon
        None for the shipped ten themes, a shipped name or a file of your own.
    lang
        ``"id"`` or ``"en"``: the language of ``detail``.

    Returns
    -------
    DataFrame
        theme, pattern (its first match string), detail (a sentence), and problem, from ``overlaps``
        on also of single match strings, where the pattern as a whole has no such problem (then
        pattern has the string, or of ``never_here`` the first five of them, with semicolons):

        - ``never_matches``: a string (of ``match``, ``with`` or ``without``) does not match its own
          words, for example because spelling or roots turn a form into another;
        - ``example_missed``, ``counter_found``: the pattern's own example is not found, or its
          counter-example is;
        - ``near_alone``: ``near`` without the ``with`` or ``without`` whose distance it limits;
        - ``word_twice``: an alternative next to its own word: ``a|b a`` is a or b, then a; if a or
          "b a" was meant, write two match strings;
        - ``overlaps``: at least half of its hits (two or more) are also hits of another theme that
          is neither its parent nor its child;
        - ``mostly_names``: more than half of its hits (two or more) are in names and titles;
        - ``mostly_denied``: at least half of its hits (two or more) are denied and do not count; if
          the theme is a topic rather than a value, ``counts = "mentions"`` counts them;
        - ``never_here``: no hit in this corpus, which is not an error by itself.

        In the order of the lexicon, then of this list. Empty when nothing is wrong.

    Raises
    ------
    InvalidArgument
        ``tokens`` is neither Tokens nor a Corpus, or the language is unknown.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami bekerja dengan jujur."})
    >>> table = kc.lint(corpus, lexicon="pemilu", lang="en")
    >>> set(table["problem"])
    {'never_here'}
    """
    tokens = as_tokens(tokens)
    language(lang)
    loaded = load_lexicon(lexicon)
    strings = _strings_found(tokens, loaded)
    places = [_whole(row) for row in strings]
    covered = _covered(tokens, loaded, places)

    def tried(some: list[_Places]) -> Iterator[_Fault]:
        yield from _overlaps(loaded, some, covered, loaded.labels(lang))
        yield from _here(tokens, loaded, some)

    found = [*_alone(tokens, loaded, places), *tried(places)]
    told = {(fault.place, fault.problem) for fault in found}
    single = tried([one for row in strings if len(row) > 1 for one in row])
    found += _idle_together(f for f in single if (f.place, f.problem) not in told)
    found.sort(key=lambda fault: (fault.place, PROBLEMS.index(fault.problem)))
    rows = [
        (f.theme, f.pattern.match[0], f.problem, label(f"lint.{f.problem}", lang, **f.fields))
        for f in found
    ]
    return frame(LINT, rows, extend(tokens.manifest, "lint", lexicon=told_of(loaded)))


class _Places(NamedTuple):
    """A pattern of a theme and its hits in the body: first and last tokens.

    ``place`` is that of the pattern in the lexicon, also where it is one match string of it.
    """

    place: int
    theme: str
    pattern: Pattern
    hits: list[tuple[int, int]]


class _Fault(NamedTuple):
    place: int
    theme: str
    pattern: Pattern
    problem: str
    fields: dict[str, object]


def _idle_together(faults: Iterable[_Fault]) -> list[_Fault]:
    """Return faults of match strings, those of a pattern that are nowhere here as one."""
    idle: dict[int, list[_Fault]] = {}
    others = []
    for fault in faults:
        if fault.problem == "never_here":
            idle.setdefault(fault.place, []).append(fault)
        else:
            others.append(fault)
    for found in idle.values():
        told = [one.pattern.match[0] for one in found[:FORMS]] + ["…"] * (len(found) > FORMS)
        pattern = replace(found[0].pattern, match=("; ".join(told),))
        others.append(found[0]._replace(pattern=pattern))
    return others


def _strings_found(tokens: Tokens, lexicon: Lexicon) -> list[list[_Places]]:
    """Return the hits of every match string, by pattern."""
    every = [(theme.key, pattern) for theme in lexicon.themes for pattern in theme.patterns]
    found = Matcher(tokens, lexicon.sets, lexicon.name).find_all([one for _, one in every])
    found = found.where(tokens.units.body[tokens.unit[found.first]])
    hits: list[list[tuple[int, int]]] = [[] for _, one in every for _ in one.match]
    for string, first, last in zip(*map(np.ndarray.tolist, found), strict=True):
        hits[string].append((first, last))
    string = iter(hits)
    return [
        [_Places(place, key, replace(one, match=(match,)), next(string)) for match in one.match]
        for place, (key, one) in enumerate(every)
    ]


def _whole(strings: list[_Places]) -> _Places:
    """Return a pattern with the hits of all of its match strings."""
    match = tuple(chain.from_iterable(one.pattern.match for one in strings))
    hits = [*chain.from_iterable(one.hits for one in strings)]
    return strings[0]._replace(pattern=replace(strings[0].pattern, match=match), hits=hits)


def _alone(tokens: Tokens, lexicon: Lexicon, places: list[_Places]) -> Iterator[_Fault]:
    """Try every pattern on its own words, its example and its counter-example."""
    patterns = [place.pattern for place in places]
    lost = _lost(tokens, lexicon, dict.fromkeys(text for one in patterns for text in one.strings))
    told = _Trial.of(tokens, (text for one in patterns for text in (one.example, one.counter)))
    found = told.found(lexicon, patterns)
    for (index, theme, pattern, _), whole in zip(places, found, strict=True):
        for match in pattern.strings:
            if missed := lost[match]:
                forms, norms = (first_of([*some], FORMS) for some in (missed, missed.values()))
                fields: dict[str, object] = {"match": match, "forms": forms, "norms": norms}
                yield _Fault(index, theme, pattern, "never_matches", fields)
            if twice := parted(match, tokens.roots):
                fields = {"match": match, "forms": first_of(twice, FORMS)}
                yield _Fault(index, theme, pattern, "word_twice", fields)
        if pattern.example.strip() and pattern.example not in whole:
            yield _Fault(index, theme, pattern, "example_missed", {"text": pattern.example})
        if pattern.counter in whole:
            yield _Fault(index, theme, pattern, "counter_found", {"text": pattern.counter})
        if pattern.near and not (pattern.context or pattern.without):
            yield _Fault(index, theme, pattern, "near_alone", {"near": pattern.near})


def _lost(tokens: Tokens, lexicon: Lexicon, strings: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return by match string the forms that it does not find, each with its analysis.

    A form is lost in every way that it may occur in; nearly all are found in the first.
    """
    lost = {match: [_ways(form) for form in _spelt(match, lexicon)] for match in strings}
    trials: list[_Trial] = []
    for tried in (slice(1), slice(1, None)):
        asked = (way for some in lost.values() for ways in some for way in ways[tried])
        trials.append(_Trial.of(tokens, asked))
        found = trials[-1].found(lexicon, [Pattern((match,)) for match in lost])
        lost = {
            match: [ways for ways in some if texts.isdisjoint(ways)]
            for (match, some), texts in zip(lost.items(), found, strict=True)
        }
    first = trials[0]
    return {m: {ways[0]: first.analysis(ways[0]) for ways in some} for m, some in lost.items()}


class _Trial(NamedTuple):
    """Texts preprocessed as the corpus was, and the essay of each."""

    tokens: Tokens
    essay: dict[str, int]

    @classmethod
    def of(cls, like: Tokens, texts: Iterable[str]) -> _Trial:
        """Preprocess every text once; one without words is left out."""
        once = [text for text in dict.fromkeys(texts) if text.strip()] or ["—"]
        corpus = load({str(number): text for number, text in enumerate(once)})
        spelling = bool(like.manifest["settings"]["spelling"])
        essays = {once[int(item.id)]: essay for essay, item in enumerate(corpus.items)}
        return cls(preprocess(corpus, roots=like.roots, spelling=spelling), essays)

    def found(self, lexicon: Lexicon, patterns: list[Pattern]) -> Iterator[set[str]]:
        """Yield for every pattern the texts that it finds."""
        texts = [*self.essay]
        for spans in Matcher(self.tokens, lexicon.sets, lexicon.name).find_each(patterns):
            yield {texts[essay] for essay in self.tokens.essay[spans.first].tolist()}

    def analysis(self, text: str) -> str:
        """Return the normal forms of a text, and the roots if they differ."""
        types = self.tokens.type[self.tokens.essay == self.essay[text]].tolist()
        norm = " ".join(self.tokens.types.norm[kind] for kind in types)
        root = " ".join(self.tokens.types.root[kind] for kind in types)
        return norm if norm == root else f"{norm} ({root})"


def _spelt(match: str, lexicon: Lexicon) -> list[str]:
    """Return the phrases of a match string: each alternative once, with the first of the others.

    >>> from kpu_corpus.analysis.lexicon import load_lexicon
    >>> _spelt("=salah|=keliru ..2 langkah*", load_lexicon())
    ['salah … langkah', 'keliru … langkah']
    """
    slots = [
        [word for part in element.split("|") for word in _words(part, lexicon)]
        for element in match.split()
        if element != "..0"
    ]
    spelt = [
        " ".join(
            # the same word twice would be another one (calon calon: calon-calon)
            word if at == place else next((one for one in other if one != word), other[0])
            for place, other in enumerate(slots)
        )
        for at, slot in enumerate(slots)
        for word in slot
    ]
    return list(dict.fromkeys(spelt))


def _ways(form: str) -> tuple[str, ...]:
    """Return how a phrase may occur in a text: its words adjacent, or apart at its gaps.

    Side by side they may be one unit (hak pilih); a pattern that finds them apart is alive. So is
    one that finds an acronym in capitals, which is another word in small letters (BPK, bpk).
    """
    capitals = " ".join(w.upper() if w in acronyms() else w for w in form.split())
    ways = ((f.replace(" …", ""), f.replace("…", BETWEEN)) for f in (form, capitals))
    return tuple(dict.fromkeys(chain.from_iterable(ways)))


def _words(part: str, lexicon: Lexicon) -> list[str]:
    if part.startswith(".."):
        return ["…"]
    if part.startswith("@"):
        return [word for item in lexicon.sets[part[1:]] for word in _words(item, lexicon)]
    return [_standing_for(part) if "*" in part else part.removeprefix("=").replace("_", " ")]


@cache
def _standing_for(stem: str) -> str:
    """Return the most frequent known word that fits, since a bare stem need not be one.

    Spelling may take it for a slip of another. A stem that no known word fits stands for itself.

    >>> _standing_for("akuntab*"), _standing_for("praktek*")
    ('akuntabilitas', 'praktek')
    """
    bare, fits = stem.replace("*", "").replace("_", " "), starred(stem)
    if bare in known():
        return bare
    return next(filter(fits.fullmatch, reversed(frequency())), bare)


def _covered(tokens: Tokens, lexicon: Lexicon, places: list[_Places]) -> dict[str, Bools]:
    """Return the tokens that the hits of each theme cover."""
    covered = {theme.key: np.zeros(len(tokens), dtype=bool) for theme in lexicon.themes}
    for place in places:
        for first, last in place.hits:
            covered[place.theme][first : last + 1] = True
    return covered


def _overlaps(
    lexicon: Lexicon,
    places: list[_Places],
    covered: Mapping[str, Bools],
    names: Mapping[str, str],
) -> Iterator[_Fault]:
    """Report the patterns whose hits another theme also counts, by its readable name."""
    for index, theme, pattern, hits in places:
        if len(hits) < FEWEST:
            continue
        shared: Counter[str] = Counter()
        for first, last in hits:
            shared.update(key for key, row in covered.items() if row[first : last + 1].any())
        for key, count in sorted(shared.items()):
            related = theme in lexicon.below(key) or key in lexicon.below(theme)
            if key != theme and not related and count >= MOST * len(hits):
                fields = {"other": names[key], "count": count, "hits": len(hits)}
                yield _Fault(index, theme, pattern, "overlaps", fields)


def _here(tokens: Tokens, lexicon: Lexicon, places: list[_Places]) -> Iterator[_Fault]:
    matcher = Matcher(tokens, lexicon.sets, lexicon.name)
    values = {theme.key for theme in lexicon.themes if theme.counts == STATED}
    for index, theme, pattern, hits in places:
        if not hits:
            yield _Fault(index, theme, pattern, "never_here", {})
            continue
        first, last = np.array(hits, dtype=np.int32).T
        named = matcher.named(first, last, [pattern.match], np.zeros(len(hits), dtype=np.int32))
        against = np.full(len(hits), pattern.against)
        status = judged(tokens, first, last, against, named).status
        names, denied = (int((status == name).sum()) for name in ("name", "negated"))
        if len(hits) >= FEWEST and names > MOST * len(hits):
            yield _Fault(index, theme, pattern, "mostly_names", {"count": names, "hits": len(hits)})
        if theme in values and len(hits) >= FEWEST and denied >= MOST * len(hits):
            yield _Fault(
                index, theme, pattern, "mostly_denied", {"count": denied, "hits": len(hits)}
            )
