"""What is wrong with a lexicon, by itself and on a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import reduce
from itertools import chain
from operator import add
from pathlib import Path
from typing import Any

import numpy as np

from kpu_corpus.analysis.checking.trials import FORMS, Fault, Places, faults_alone, strings_of
from kpu_corpus.analysis.lexicon import Lexicon, Pattern, load_lexicon, told_of
from kpu_corpus.analysis.lexicon.parts import STATED
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.status import judged
from kpu_corpus.analysis.words.query import units_of_plain
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.checks import language
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.labels import Language, label
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

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
    "context_missing",
    "inside_units",
    "never_here",
)
IDLE = ("context_missing", "inside_units", "never_here")
MOST = 0.5  # share of a pattern's hits that makes it a problem
FEWEST = 2  # hits from which a share says anything


def lint(
    tokens: Tokens | Corpus,
    *,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
    lang: Language | str = "id",
) -> pd.DataFrame:
    """Look for patterns that cannot work, or that behave unexpectedly in these texts.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults): the texts to try the patterns on.
    lexicon
        None for the shipped ten themes, a shipped name, or a file or table of your own.
    lang
        ``"id"`` or ``"en"``: the language of ``detail``.

    Returns
    -------
    DataFrame
        theme, pattern (its first match string), detail (a sentence), and problem, from ``overlaps``
        on also of single match strings, where the pattern as a whole has no such problem (then
        pattern has the string, or of the last two the first five of them, with semicolons):

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
        - ``mostly_denied``: at least half of its hits (two or more) are denied and do not count;
          a pattern that is against the value needs ``against``, and if the theme is a topic rather
          than a value, ``counts = "mentions"`` counts them;
        - ``context_missing``: its words are in this corpus, but nowhere in the context that it asks
          for (``with``, ``without``, ``near``), which is not an error by itself;
        - ``inside_units``: it is only inside names and phrases that count as one word (*pengawas
          pemilu* in Badan Pengawas Pemilu); add these, if they are meant;
        - ``never_here``: its words are not in this corpus, which is no error by itself either.

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
    bare = _bare(tokens, loaded, places)

    def tried(some: list[Places]) -> Iterator[Fault]:
        yield from _overlaps(loaded, some, covered, loaded.labels(lang))
        yield from _idle(tokens, some, bare)
        yield from _here(tokens, loaded, some)

    found = [*faults_alone(tokens, loaded, places), *tried(places)]
    told = {(fault.place, fault.problem) for fault in found}
    told |= {(place, other) for place, problem in told if problem in IDLE for other in IDLE}
    single = tried([one for row in strings if len(row) > 1 for one in row])
    found += _idle_together(f for f in single if (f.place, f.problem) not in told)
    found.sort(key=lambda fault: (fault.place, PROBLEMS.index(fault.problem)))
    rows = [
        (f.theme, f.pattern.match[0], f.problem, label(f"lint.{f.problem}", lang, **_shown(f)))
        for f in found
    ]
    return frame(LINT, rows, extend(tokens.manifest, "lint", lexicon=told_of(loaded), lang=lang))


def _idle_together(faults: Iterable[Fault]) -> list[Fault]:
    """Return faults of match strings, those of a pattern that find nothing here as one."""
    idle: dict[tuple[int, str], list[Fault]] = {}
    others = []
    for fault in faults:
        if fault.problem in IDLE:
            idle.setdefault((fault.place, fault.problem), []).append(fault)
        else:
            others.append(fault)
    for found in idle.values():
        told = [one.pattern.match[0] for one in found[:FORMS]] + ["…"] * (len(found) > FORMS)
        pattern = replace(found[0].pattern, match=("; ".join(told),))
        fields = {key: reduce(add, (one.fields[key] for one in found)) for key in found[0].fields}
        others.append(found[0]._replace(pattern=pattern, fields=fields))
    return others


def _shown(fault: Fault) -> dict[str, Any]:
    """Return the fields of a fault as its message has them."""
    units = fault.fields.get("units", ())
    return {**fault.fields, "units": ", ".join(map(repr, dict.fromkeys(units)))}


def _strings_found(tokens: Tokens, lexicon: Lexicon) -> list[list[Places]]:
    """Return the hits of every match string, by pattern."""
    every = [(theme.key, pattern) for theme in lexicon.themes for pattern in theme.patterns]
    found = Matcher(tokens, lexicon).find_all([one for _, one in every])
    found = found.where(tokens.units.body[tokens.unit[found.first]])
    hits: list[list[tuple[int, int]]] = [[] for _, one in every for _ in one.match]
    for string, first, last in zip(*map(np.ndarray.tolist, found), strict=True):
        hits[string].append((first, last))
    string = iter(hits)
    return [
        [Places(place, key, replace(one, match=(match,)), next(string)) for match in one.match]
        for place, (key, one) in enumerate(every)
    ]


def _whole(strings: list[Places]) -> Places:
    """Return a pattern with the hits of all of its match strings."""
    match = tuple(chain.from_iterable(one.pattern.match for one in strings))
    hits = [*chain.from_iterable(one.hits for one in strings)]
    return strings[0]._replace(pattern=replace(strings[0].pattern, match=match), hits=hits)


def _covered(tokens: Tokens, lexicon: Lexicon, places: list[Places]) -> dict[str, Bools]:
    """Return the tokens that the hits of each theme cover."""
    covered = {theme.key: np.zeros(len(tokens), dtype=bool) for theme in lexicon.themes}
    for place in places:
        for first, last in place.hits:
            covered[place.theme][first : last + 1] = True
    return covered


def _overlaps(
    lexicon: Lexicon,
    places: list[Places],
    covered: Mapping[str, Bools],
    names: Mapping[str, str],
) -> Iterator[Fault]:
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
                yield Fault(index, theme, pattern, "overlaps", fields)


def _bare(tokens: Tokens, lexicon: Lexicon, places: list[Places]) -> dict[str, int]:
    """Return how often each match string is here, whatever its context.

    All are asked for, as in the trial of each, so that they are read once.
    """
    strings = strings_of(places)
    found = Matcher(tokens, lexicon).find_all([Pattern((match,)) for match in strings])
    found = found.where(tokens.units.body[tokens.unit[found.first]])
    counts = np.bincount(found.match, minlength=len(strings))
    return dict(zip(strings, counts.tolist(), strict=True))


def _idle(tokens: Tokens, places: list[Places], bare: Mapping[str, int]) -> Iterator[Fault]:
    """Report what finds nothing here: its words are missing, in longer units, or its context is."""
    for index, theme, pattern, hits in places:
        if hits:
            continue
        count = sum(bare[match] for match in pattern.match)
        if count:
            yield Fault(index, theme, pattern, "context_missing", {"count": count})
            continue
        around = [units_of_plain(tokens, [match]) for match in pattern.match]
        if all(around):
            units = tuple(chain.from_iterable(around))
            yield Fault(index, theme, pattern, "inside_units", {"units": units})
        elif not any(around):  # else each string tells of itself
            yield Fault(index, theme, pattern, "never_here", {})


def _here(tokens: Tokens, lexicon: Lexicon, places: list[Places]) -> Iterator[Fault]:
    matcher = Matcher(tokens, lexicon)
    values = {theme.key for theme in lexicon.themes if theme.counts == STATED}
    for index, theme, pattern, hits in places:
        if len(hits) < FEWEST:
            continue
        first, last = np.array(hits, dtype=np.int32).T
        named = matcher.named(first, last, [pattern.match], np.zeros(len(hits), dtype=np.int32))
        against = np.full(len(hits), pattern.against)
        status = judged(tokens, first, last, against, named).status
        names, denied = (int((status == name).sum()) for name in ("name", "negated"))
        if names > MOST * len(hits):
            yield Fault(index, theme, pattern, "mostly_names", {"count": names, "hits": len(hits)})
        if theme in values and denied >= MOST * len(hits):
            yield Fault(
                index, theme, pattern, "mostly_denied", {"count": denied, "hits": len(hits)}
            )
