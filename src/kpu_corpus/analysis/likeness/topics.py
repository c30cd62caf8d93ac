"""What a corpus is about beyond the lexicon: topics of its sentences or essays."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, told_of
from kpu_corpus.analysis.likeness.topic_model import DRAWN, Model, fit
from kpu_corpus.analysis.likeness.topic_seeds import Seeds, led_by, words_of
from kpu_corpus.analysis.themes.hits import asserting
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, TooLittleText
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Floats, Ints
from kpu_corpus.ground.checks import choice, whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.ground.warned import warn
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.terms.unit_counts import adder
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

TOPICS = {
    "topic": "int64",
    "label": "str",
    "rank": "int64",
    "term": "str",
    "display": "str",
    "weight": "float64",
    "stability": "float64",
    "share": "float64",
    "theme": "str",
    "overlap": "float64",
    "unexplained": "float64",
}
SEEDED = TOPICS | {"seeded": "float64"}
TOPIC_SHARES = {"essay": "str", "topic": "int64", "label": "str", "share": "float64"}
# a convention: a word needs some sentences to find its neighbours in; above it, see stability
FEWEST = {"sentence": 100, "essay": 20}
SHARED = 2  # units that a word must occur in to join others
NAMED = 3  # words of a label
THEMED = 0.1  # part of a topic's units from which on a theme says something of it
UNITS = tuple(FEWEST)


def topics(
    tokens: Tokens | Corpus,
    *,
    k: int | None = None,
    seeds: Seeds | None = None,
    unit: str = "sentence",
    top: int = 10,
    resamples: int = 10,
    seed: int = 0,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Find topics: groups of words that sentences (or essays) use together.

    Non-negative matrix factorisation of TF-IDF (Lee & Seung 1999; scikit-learn) over the units
    of the body.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    k
        Number of topics; None tries 2 to 12 and takes the number whose topics are most stable in
        samples of 80 % of the units.
    seeds
        Words that attract a topic, by the name of the topic: ``{"uang": ["anggaran", "biaya"]}``,
        or a lexicon (``"themes"``, a path, a table): the single words of its themes that the text
        uses. If the text does not use them together, the topic drifts away from them, as its rows
        and the column seeded show.
    unit
        ``"sentence"`` or ``"essay"``.
    top
        Number of terms per topic. Stability, by which ``k=None`` chooses the number of topics, is
        that of these terms, so another ``top`` may give other topics.
    resamples
        Number of samples for the stability.
    seed
        Seed of the samples; the same seed gives the same table.
    lexicon
        The themes that the topics are compared with: None for the shipped ten, a shipped name, or a
        file or table of your own. It has no part in finding the topics.

    Returns
    -------
    DataFrame
        One row per term of a topic: topic (1 has the most text), label (its first display forms, or
        the seed's name), rank, term, display, weight (its share of the topic's weight), stability
        (mean overlap of the topic's terms with its match in the samples, 0 to 1), share (of the
        text), theme (of the lexicon, the most frequent in the topic's units; missing if in less
        than a tenth of them), overlap (the share of its units with that theme), unexplained
        (the share without any theme). With ``seeds`` a column follows: seeded (what part of the
        topic's weight the words of its seed have, 0 if it drifted away from all of them; missing
        for other topics). Empty, with a ``TooLittleText`` warning, under 100 sentences
        or 20 essays, or if too few words occur in at least two of them for that many topics.

    Raises
    ------
    InvalidArgument
        An argument is out of range, or no seed word is in the text.
    InvalidLexicon
        The lexicon, or that of the seeds, breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import warnings, kpu_corpus as kc
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore")
    ...     len(kc.topics(kc.load({"a": "Terlalu pendek untuk topik."})))
    0
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    asked = _checked(k=k, seeds=seeds, unit=unit, top=top, resamples=resamples, seed=seed)
    loaded = load_lexicon(lexicon)
    made = extend(tokens.manifest, "topics", **_told(asked, seeds), lexicon=told_of(loaded))
    found = _fitted(tokens, asked, named=isinstance(seeds, Mapping))
    columns = SEEDED if asked["seeds"] else TOPICS
    if found is None:
        return frame(columns, [], made)
    model, units = found.model, found.units
    themes, share = _themes(tokens, loaded, found, asked["unit"]), model.shares.mean(axis=0)
    rows = [
        (
            *(topic + 1, found.labels[topic], rank, units.terms[column], units.display[column]),
            *(weights[column], model.stability[topic], share[topic], *themes[topic]),
            *([found.seeded.get(topic)] if asked["seeds"] else []),
        )
        for topic, weights in enumerate(model.weights)
        for rank, column in enumerate(_best(weights, asked["top"]), start=1)
    ]
    return frame(columns, rows, made)


def topic_shares(
    tokens: Tokens | Corpus,
    *,
    k: int | None = None,
    seeds: Seeds | None = None,
    unit: str = "sentence",
    top: int = 10,
    resamples: int = 10,
    seed: int = 0,
) -> pd.DataFrame:
    """Return how much of each essay belongs to each topic of :func:`topics`.

    The arguments are those that find the topics there, so without ``lexicon``.

    Returns a DataFrame: essay, topic, label, share: the mean, over the essay's units with a
    word of any topic, of the unit's distribution over topics. The shares of an essay sum to 1, or
    to 0 if no unit contains such a word. Empty with a warning in the same cases as :func:`topics`.
    Raises the same errors: InvalidArgument, InvalidLexicon, SourceNotFound.

    >>> import kpu_corpus as kc
    >>> said = {"a": "Kami jujur, tertib. Kami jujur. ", "b": "Warga memilih. Warga di bilik. "}
    >>> table = kc.topic_shares(kc.load({name: text * 40 for name, text in said.items()}), k=2)
    >>> table.groupby("essay")["share"].max().round(1).tolist()
    [1.0, 1.0]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    asked = _checked(k=k, seeds=seeds, unit=unit, top=top, resamples=resamples, seed=seed)
    made = extend(tokens.manifest, "topic_shares", **_told(asked, seeds))
    found = _fitted(tokens, asked, named=isinstance(seeds, Mapping))
    if found is None:
        return frame(TOPIC_SHARES, [], made)
    essays, count = len(tokens.corpus), len(found.labels)
    sums = adder(found.units.essay, essays) @ found.model.shares
    total = sums.sum(axis=1, keepdims=True)
    share = np.divide(sums, total, out=np.zeros_like(sums), where=total > 0)
    columns = {
        "essay": [name for name in tokens.corpus.ids for _ in range(count)],
        "topic": list(range(1, count + 1)) * essays,
        "label": list(found.labels) * essays,
        "share": share.ravel(),
    }
    return frame(TOPIC_SHARES, columns, made)


class _Units(NamedTuple):
    """The counts of words in the units (or essays) that share some, and the names of the columns.

    ``row`` is the unit, or the essay, that each row is, ``essay`` the essay that it stands in.
    """

    counts: Any
    terms: tuple[str, ...]
    display: tuple[str, ...]
    row: Ints
    essay: Ints


class _Fitted(NamedTuple):
    """A model of units with the names of its topics, and the weight of their seed's words."""

    model: Model
    labels: tuple[str, ...]
    units: _Units
    seeded: dict[int, float]


def _checked(
    *, k: int | None, seeds: Seeds | None, unit: str, top: int, resamples: int, seed: int
) -> dict[str, Any]:
    """Return the arguments of :func:`topics`, checked; seeds as words by name."""
    unit = choice("unit", unit, UNITS)
    return {
        "k": None if k is None else whole("k", k),
        "unit": unit,
        "top": whole("top", top),
        "resamples": whole("resamples", resamples),
        "seed": whole("seed", seed, least=0),
        "seeds": words_of(seeds),
    }


def _told(asked: Mapping[str, Any], seeds: Seeds | None) -> dict[str, Any]:
    """Return the arguments as a manifest has them: a lexicon of seeds by its name."""
    if seeds is None or isinstance(seeds, Mapping):
        return {**asked}
    return {**asked, "seeds": told_of(load_lexicon(seeds))}


def _fitted(tokens: Tokens, asked: Mapping[str, Any], *, named: bool) -> _Fitted | None:
    """Fit the model; None, with a warning, where the text is too short for topics.

    Every seed that was ``named`` has to be in the text.
    """
    from sklearn.feature_extraction.text import TfidfTransformer

    k, units = asked["k"], _units(tokens, asked["unit"])
    led = led_by(tokens, units.terms, asked["seeds"], named=named)
    if k and k < len(led):
        raise InvalidArgument("k_seeds", got=k, count=len(led))
    number = k or max(len(led), 2)
    drawn = ceil(number / DRAWN)  # a sample has a unit for each topic, too
    fewest = max(FEWEST[asked["unit"]], drawn)
    if len(units.row) < fewest:
        warn(TooLittleText("few_units", got=len(units.row), fewest=fewest))
        return None
    if len(units.terms) <= number:
        warn(TooLittleText("few_words", got=len(units.terms), fewest=number + 1))
        return None
    settings = {name: asked[name] for name in ("top", "resamples", "seed")}
    weights = TfidfTransformer(sublinear_tf=True).fit_transform(units.counts)
    model = fit(weights, k=k, seeds=list(led.values()), **settings)
    pairs = zip(model.led, led.values(), strict=True)
    seeded = {topic: float(model.weights[topic, words].sum()) for topic, words in pairs}
    return _Fitted(model, _labels(model, units.display, list(led)), units, seeded)


def _units(tokens: Tokens, unit: str) -> _Units:
    matrix = term_matrix(tokens, by="essay", ngrams=(1, 1), background=None)
    counts = matrix.units if unit == "sentence" else matrix.counts
    shared = np.flatnonzero(np.asarray((counts > 0).sum(axis=0)).ravel() >= SHARED)
    # in the order of the words, which unlike that of the columns is the same for any order of files
    shared = np.array(sorted(shared, key=matrix.terms.__getitem__), dtype=np.int64)
    counts = counts[:, shared].tocsr()
    filled: Ints = np.flatnonzero(np.diff(counts.indptr)).astype(np.int32)
    return _Units(
        counts[filled],
        tuple(matrix.terms[column] for column in shared),
        tuple(matrix.display[column] for column in shared),
        filled,
        tokens.units.essay[filled] if unit == "sentence" else filled,
    )


def _labels(model: Model, display: tuple[str, ...], names: list[str]) -> tuple[str, ...]:
    """Name each topic by its first words, or by the seed that led it."""
    by_seed = dict(zip(model.led, names, strict=True))
    return tuple(
        by_seed.get(topic) or ", ".join(display[column] for column in _best(weights, NAMED))
        for topic, weights in enumerate(model.weights)
    )


def _best(weights: Floats, top: int) -> list[int]:
    order = np.argsort(-weights, kind="stable")[:top]
    return [int(column) for column in order if weights[column] > 0]


def _themes(
    tokens: Tokens, lexicon: Lexicon, found: _Fitted, unit: str
) -> list[tuple[str | None, float, float]]:
    """Return for each topic its commonest theme, the part of it there, and the part without any.

    Rows count as far as they belong to the topic.
    """
    hits = asserting(tokens, lexicon).astype(np.float64)
    if unit == "essay":
        sums = adder(tokens.units.essay, len(tokens.corpus))
        hits = (sums @ hits > 0).astype(np.float64)
    rows, shares = hits[found.units.row], found.model.shares
    size = np.maximum(shares.sum(axis=0), 1e-300)[:, None]
    alone = (rows.sum(axis=1) == 0)[:, None].astype(np.float64)
    overlap, bare = (np.minimum(shares.T @ x / size, 1.0) for x in (rows, alone))  # or rounded up
    best = zip(overlap.argmax(axis=1), overlap.max(axis=1), bare[:, 0], strict=True)
    return [
        (lexicon.themes[theme].key if part >= THEMED else None, float(part), float(none))
        for theme, part, none in best
    ]
