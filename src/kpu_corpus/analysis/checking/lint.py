"""What is wrong with a lexicon, by itself and on a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import chain, islice
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
from kpu_corpus.indonesian.spelling.data import frequency
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
          words (a stem the most frequent word that begins so), for example because spelling or
          roots turn a form into another;
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
    spelling = bool(tokens.manifest["settings"]["spelling"])
    tried = preprocess(load(_trials(lexicon, places)), roots=tokens.roots, spelling=spelling)
    matcher = Matcher(tried, lexicon.sets, lexicon.name)
    row = {item.id: index for index, item in enumerate(tried.corpus.items)}
    alone = [Pattern((match,)) for place in places for match in place.pattern.strings]
    found = iter(matcher.find_each([*(place.pattern for place in places), *alone]))
    wholes = [*islice(found, len(places))]
    for index, theme, pattern, _ in places:
        whole = set(tried.essay[wholes[index].first].tolist())
        for match, spans in zip(pattern.strings, found, strict=False):
            hits = set(tried.essay[spans.first].tolist())
            lost = [
                _ways(form)[0]
                for form in _spelt(match, lexicon)
                if not any(row[f"{index}\t{match}\t{way}"] in hits for way in _ways(form))
            ]
            if lost:
                made = [_analysis(tried, row[f"{index}\t{match}\t{form}"]) for form in lost]
                named = {"forms": lost, "norms": made}
                fields = {key: first_of(forms, FORMS) for key, forms in named.items()}
                yield _Fault(index, theme, pattern, "never_matches", {"match": match, **fields})
            if twice := parted(match, tokens.roots):
                told = first_of(twice, FORMS)
                yield _Fault(index, theme, pattern, "word_twice", {"match": match, "forms": told})
        if pattern.example and row[f"{index}\texample"] not in whole:
            yield _Fault(index, theme, pattern, "example_missed", {"text": pattern.example})
        if pattern.counter and row[f"{index}\tcounter"] in whole:
            yield _Fault(index, theme, pattern, "counter_found", {"text": pattern.counter})
        if pattern.near and not (pattern.context or pattern.without):
            yield _Fault(index, theme, pattern, "near_alone", {"near": pattern.near})


def _trials(lexicon: Lexicon, places: list[_Places]) -> dict[str, str]:
    """Return the texts to try patterns on, by pattern number and kind."""
    texts: dict[str, str] = {}
    for index, place in enumerate(places):
        for match in place.pattern.strings:
            for form in _spelt(match, lexicon):
                for way in _ways(form):
                    texts[f"{index}\t{match}\t{way}"] = way
        texts[f"{index}\texample"] = place.pattern.example or "—"
        texts[f"{index}\tcounter"] = place.pattern.counter or "—"
    return texts


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
    return [_usual(part.removeprefix("=")).replace("_", " ")]


@cache
def _usual(word: str) -> str:
    """Return the most frequent word that a stem finds: alone it is none, and may be read as one.

    >>> _usual("integr*"), _usual("integritas"), _usual("zzz*")
    ('integritas', 'integritas', 'zzz')
    """
    if "*" not in word:
        return word
    known = frequency()
    found = filter(starred(word).fullmatch, known)
    return max(found, key=known.__getitem__, default=word.replace("*", ""))


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


def _analysis(tried: Tokens, essay: int) -> str:
    """Return the analysis of a text: the normal forms, and the roots if they differ."""
    types = tried.type[tried.essay == essay].tolist()
    norm = " ".join(tried.types.norm[kind] for kind in types)
    root = " ".join(tried.types.root[kind] for kind in types)
    return norm if norm == root else f"{norm} ({root})"
