"""The patterns of a lexicon, each tried on its own words, its example and its counter-example."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from kpu_corpus.analysis.lexicon import Lexicon, Pattern
from kpu_corpus.analysis.lexicon.parted import parted
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.ground.printable import first_of
from kpu_corpus.indonesian.roots.root_lists import acronyms
from kpu_corpus.loading import load
from kpu_corpus.tokens import Tokens, preprocess

FORMS = 5  # forms or match strings of a pattern that are named
BETWEEN = "itu"  # a word that joins with no other, to stand in the gap of a phrase


class Places(NamedTuple):
    """A pattern of a theme and its hits in the body: first and last tokens.

    ``place`` is that of the pattern in the lexicon, also where it is one match string of it.
    """

    place: int
    theme: str
    pattern: Pattern
    hits: list[tuple[int, int]]


class Fault(NamedTuple):
    """A problem of a pattern, and what the sentence on it has in its gaps."""

    place: int
    theme: str
    pattern: Pattern
    problem: str
    fields: dict[str, object]


def faults_alone(tokens: Tokens, lexicon: Lexicon, places: list[Places]) -> Iterator[Fault]:
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
                yield Fault(index, theme, pattern, "never_matches", {"match": match, **fields})
            if twice := parted(match, tokens.roots):
                told = first_of(twice, FORMS)
                yield Fault(index, theme, pattern, "word_twice", {"match": match, "forms": told})
        if pattern.example and row[f"{index}\texample"] not in whole:
            yield Fault(index, theme, pattern, "example_missed", {"text": pattern.example})
        if pattern.counter and row[f"{index}\tcounter"] in whole:
            yield Fault(index, theme, pattern, "counter_found", {"text": pattern.counter})
        if pattern.near and not (pattern.context or pattern.without):
            yield Fault(index, theme, pattern, "near_alone", {"near": pattern.near})


def _trials(lexicon: Lexicon, places: list[Places]) -> dict[str, str]:
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
    return [part.removeprefix("=").replace("*", "").replace("_", " ")]


def _analysis(tried: Tokens, essay: int) -> str:
    """Return the analysis of a text: the normal forms, and the roots if they differ."""
    types = tried.type[tried.essay == essay].tolist()
    norm = " ".join(tried.types.norm[kind] for kind in types)
    root = " ".join(tried.types.root[kind] for kind in types)
    return norm if norm == root else f"{norm} ({root})"
