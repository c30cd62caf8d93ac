"""Your own background: how often the roots of other essays occur."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.running_words import body_words
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.warned import named, warn
from kpu_corpus.terms.grams import countable
from kpu_corpus.terms.reference import LEAST_DF, Reference, Sums
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens
from kpu_corpus.tokens.single_words import single_words


def background(tokens: Tokens | Corpus) -> Reference:
    """Count the roots of a reference corpus, for ``background=`` in keywords, compare and others.

    Its words are counted like those of essays: names and fixed phrases as one term, and a second
    time split into words, for single-word keywords. The essays to compare must be preprocessed with
    the same ``roots`` and ``stops``.

    Parameters
    ----------
    tokens
        Tokens of the reference corpus, or a Corpus (preprocessed with the defaults): texts like
        your own, by other writers. Each essay counts as one document. Essays that are in it, too,
        are named in a warning when they are compared with it.

    Returns
    -------
    Reference
        A value for ``background=``; ``units`` are its essays, ``tokens`` its words, ``cf`` and
        ``df`` how often and in how many essays each root occurs, ``manifest`` how it was made. In
        idf, df is at least 30, so with fewer than a few hundred essays only keyness is informative.

    Raises
    ------
    InvalidArgument
        Fewer than 30 essays, too few for a background: put both into one corpus and call
        :func:`kpu_corpus.compare`.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> other = kc.background(kc.load({f"e{n}": "Kantor kami melayani warga." for n in range(40)}))
    >>> other.units, other.tokens, other.cf["kantor"]
    (40, 160, 40)
    >>> corpus = kc.load({"a": "Kantor kami menjaga integritas. Integritas itu kantor kami."})
    >>> kc.keyness(corpus, background=other)[["term", "count"]].values.tolist()
    [['integritas', 2], ['kantor', 2]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    essays = len(tokens.corpus)
    if essays < LEAST_DF:
        raise InvalidArgument("background_small", got=essays, least=LEAST_DF)
    whole, words = _sums(tokens), _sums(single_words(tokens))
    places = tuple(_places(tokens.corpus))
    return Reference("own", essays, *whole, words, tokens.roots, tokens.manifest, places)


def warn_shared(background: object, corpus: Corpus, essays: Bools | None = None) -> None:
    """Warn if some of the essays (a mask; by default all) are in a background of one's own, too.

    Compared in part with themselves, they hide what is particular to them: a word that only they
    use is hardly rarer in such a background.
    """
    if not isinstance(background, Reference) or not background.essays:
        return
    known = {*background.essays}
    asked = [True] * len(corpus) if essays is None else essays.tolist()
    found = [
        item.id
        for item, place, is_asked in zip(corpus.items, _places(corpus), asked, strict=True)
        if is_asked and place in known
    ]
    if found:
        warn(KpuCorpusWarning("background_shared", count=len(found), got=named(found)))


def _places(corpus: Corpus) -> Iterator[tuple[str, int, int]]:
    """Yield for each essay the sha256 of its source, and where it begins and ends there."""
    sha256 = {source.name: source.sha256 for source in corpus.documents}
    return ((sha256[item.source], item.start, item.end) for item in corpus.items)


def _sums(tokens: Tokens) -> Sums:
    root, names = tokens.types.numbered
    counts, essays = countable(tokens), len(tokens.corpus)
    places = root[tokens.type[counts]].astype(np.int64)
    cf = np.bincount(places, minlength=len(names)).tolist()
    pairs = np.unique(places * essays + tokens.essay[counts])
    df = np.bincount(pairs // essays, minlength=len(names)).tolist()
    words = int(body_words(tokens).sum())
    there = [row for row, count in enumerate(cf) if count]
    return Sums(
        words, {names[row]: df[row] for row in there}, {names[row]: cf[row] for row in there}
    )
