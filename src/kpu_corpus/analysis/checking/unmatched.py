"""Patterns of a lexicon that match nowhere in a corpus: mistyped, or of no use for these texts."""

from __future__ import annotations

from kpu_corpus.analysis.lexicon import Lexicon, Pattern
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.themes.hits import find_hits
from kpu_corpus.tokens import Tokens


def unmatched(tokens: Tokens, lexicon: Lexicon) -> list[tuple[str, Pattern]]:
    """Return the theme and pattern of every pattern that matches nowhere, in lexicon order.

    A pattern counts as matched where another covers its hits, and outside of essay bodies too.

    >>> import kpu_corpus as kc
    >>> from kpu_corpus.analysis.lexicon import load_lexicon
    >>> tokens = kc.preprocess(kc.load({"a": "Kami bekerja dengan jujur."}))
    >>> lexicon = load_lexicon("berakhlak")
    >>> len(unmatched(tokens, lexicon)) < sum(len(theme.patterns) for theme in lexicon.themes)
    True
    """
    hits = find_hits(tokens, lexicon)
    hit = {
        (hits.themes[row], hits.patterns[p])
        for row, p in zip(hits.theme, hits.pattern, strict=True)
    }
    rest = [
        (theme.key, pattern)
        for theme in lexicon.themes
        for pattern in theme.patterns
        # hits are the longest at their place: a pattern may stand under another's
        if not any((theme.key, match) in hit for match in pattern.match)
    ]
    matcher = Matcher(tokens, lexicon.sets, lexicon.name)
    found = matcher.find_each([pattern for _, pattern in rest])
    return [one for one, spans in zip(rest, found, strict=True) if not len(spans.first)]
