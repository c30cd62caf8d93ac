"""Corpus → Tokens: exact offsets, normal form and root of every word, as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import numpy as np

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.display import summary
from kpu_corpus.errors import InvalidArgument, nearest_name
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools, Ints, readonly
from kpu_corpus.ground.checks import flag, strings, whole
from kpu_corpus.ground.collecting import resting, uncollected
from kpu_corpus.ground.frames import frame, fresh, taken
from kpu_corpus.ground.pickled import OnlyFields
from kpu_corpus.ground.provenance import Manifest
from kpu_corpus.ground.threads import threads, together
from kpu_corpus.indonesian.batch.sentences.naming import KINDS
from kpu_corpus.indonesian.lists.stopwords import DEFAULT_TIERS, TIERS, stopwords
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots.roots import Roots, known_way
from kpu_corpus.indonesian.spelling.data import known
from kpu_corpus.tokens.joining import join
from kpu_corpus.tokens.matching import Texts
from kpu_corpus.tokens.overlong import warn_overlong
from kpu_corpus.tokens.repeats import repeats
from kpu_corpus.tokens.scanning import Units, Words
from kpu_corpus.tokens.survey import (
    Scanned,
    Settings,
    Settled,
    read_lists,
    scanned,
    settle,
    survey,
)
from kpu_corpus.tokens.wordtypes import Types, analyse_types, norms_of

SAME = 0.75  # share of letters in their places that makes a word the name of a tier, misspelt
SHOWN = 5  # single words among the phrases that an error names
TOKENS = {
    "essay": "str",
    "sentence": "int64",
    "start": "int64",
    "end": "int64",
    "surface": "str",
    "norm": "str",
    "root": "str",
    "kind": "str",
    "stop": "bool",
}
SENTENCES = {
    "essay": "str",
    "sentence": "int64",
    "start": "int64",
    "end": "int64",
    "kind": "str",
    "text": "str",
}


@dataclass(frozen=True, eq=False)
class Tokens(OnlyFields):
    """Words of a corpus as columns; every distinct surface is analysed once, in ``types``.

    ``type`` indexes ``types``, ``unit`` indexes ``units``, ``essay`` the essays of ``corpus``;
    ``repeat`` marks second halves of definitions, which are not counted again. These arrays and
    ``stop`` are read-only. ``apart`` tells whether names and fixed phrases are split into their
    words; ``defined`` maps the normal form of each long form that the corpus defines to its root, a
    short form.
    """

    corpus: Corpus
    types: Types
    units: Units
    words: Words
    repeat: Bools
    roots: Roots
    manifest: Manifest
    apart: bool = False
    defined: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.type)

    def __repr__(self) -> str:
        return (
            f"<Tokens: {len(self):,} tokens, {len(self.types.surface):,} types, "
            f"{int(self.units.body.sum()):,} units, {len(self.corpus):,} essays>"
        )

    def _repr_html_(self) -> str:
        names = ("essay", "units", "tokens", "types", "content words")
        return summary(repr(self), names, self._counts(), of=len(self.corpus))

    def _counts(self) -> Iterator[tuple[str, int, int, int, int]]:
        """Yield for each essay its units of the body, tokens, types and tokens that count."""
        units = np.bincount(self.units.essay[self.units.body], minlength=len(self.corpus))
        for row, item in enumerate(self.corpus.items):
            mine = self.essay == row
            types, counted = len(np.unique(self.type[mine])), int((mine & ~self.stop).sum())
            yield item.id, int(units[row]), int(mine.sum()), types, counted

    @property
    def type(self) -> Ints:
        """The type of each token, as its row in ``types``."""
        return readonly(self.words.type)

    @property
    def unit(self) -> Ints:
        """The unit of each token, as its row in ``units``."""
        return readonly(self.words.unit)

    @cached_property
    def essay(self) -> Ints:
        """The essay of each token, as its row in ``corpus.essays``."""
        return readonly(self.units.essay[self.unit])

    @cached_property
    def stop(self) -> Bools:
        """True for stop words and repeated short forms, which are not terms.

        Negation, modals, numbers, symbols and single letters are not terms either, but are not
        marked here: the first two decide the status of a theme's hit.
        """
        return readonly(self.types.stop[self.type] | self.repeat)

    @property
    @fresh
    def frame(self) -> pd.DataFrame:
        """One row per token: essay, sentence, start, end, surface, norm, root, kind, stop.

        Offsets are code points in ``corpus.source_of(essay).text``, end exclusive; ``sentence`` is
        0 in titles.
        """
        names = np.array(self.corpus.ids, dtype=object)
        columns: dict[str, Any] = {
            "essay": names[self.essay],
            "sentence": self.units.number[self.unit],
            "start": self.words.start,
            "end": self.words.ends(),
            "stop": self.stop,
        }
        for name in ("surface", "norm", "root", "kind"):
            columns[name] = np.array(getattr(self.types, name), dtype=object)[self.type]
        return frame(TOKENS, columns, self.manifest)

    @property
    @fresh
    def sentences(self) -> pd.DataFrame:
        """One row per unit: essay, sentence, start, end, kind, text; titles have sentence 0."""
        columns: dict[str, Any] = {
            "essay": [self.corpus.ids[index] for index in self.units.essay],
            "sentence": self.units.number,
            "start": self.units.start,
            "end": self.units.end,
            "kind": taken(KINDS, self.units.kind),
            "text": [self._text_of(row) for row in range(len(self.units.kind))],
        }
        return frame(SENTENCES, columns, self.manifest)

    def text_of(self, unit: int) -> str:
        """Return the text of one unit, a row of ``sentences``, as received.

        Raises InvalidArgument for anything but a row number.
        """
        row, last = whole("unit", unit, 0), len(self.units.kind) - 1
        if row > last:
            raise InvalidArgument("no_unit", got=row, last=last)
        return self._text_of(row)

    def _text_of(self, unit: int) -> str:
        text = self.corpus.texts[int(self.units.essay[unit])]
        return text[int(self.units.start[unit]) : int(self.units.end[unit])]


def preprocess(
    corpus: Corpus,
    *,
    roots: Roots = "ranked",
    spelling: bool = True,
    phrases: pd.DataFrame | Iterable[str] | None = None,
    stops: Iterable[str] = DEFAULT_TIERS,
) -> Tokens:
    """Turn essays into tokens with exact offsets, normal forms and roots.

    Parameters
    ----------
    corpus
        What :func:`kpu_corpus.load` returned.
    roots
        ``"ranked"`` (default), ``"sastrawi"`` (PySastrawi's result for each surface except numbers
        and symbols), ``"none"`` (the normal form) or a function from normal form to root, a string
        with at least one letter. Except from such a function, roots have no full stops (S.H.
        becomes sh).
    spelling
        Whether unambiguous misspellings are corrected in ``norm``; the surface never changes.
    phrases
        Additional multiword units, as texts write them: a list of strings, each of two or more
        words, or the table of ``collocations``, of which ``display`` counts (``term`` has roots,
        which hardly any text has side by side).
    stops
        Stop-word tiers (``function``, ``pronoun``, ``discourse``, ``number_word``,
        ``abbreviation``, ``domain``)
        and your own words, in any mix; tiers that are not listed are not used. Your own words are
        matched as they are, in any capitals, and not by their roots: list every form.

    Returns
    -------
    Tokens
        Columns of integers over a table of types; ``.frame`` and ``.sentences`` are DataFrames
        whose ``start`` and ``end`` are code points in the source of the essay:
        ``corpus.source_of(essay).text[start:end]`` equals ``surface``, or ``text`` for sentences.
        Where no sentence ends for 2,000 characters, as in a transcript without full stops, portions
        of about 25 words stand for sentences, and a KpuCorpusWarning names the essay.

    Raises
    ------
    InvalidArgument
        ``corpus`` is not a Corpus or has more than 2^31 words, a setting is unknown, ``roots``
        returns no root, one of ``phrases`` is a single word, or a word in ``stops`` is not
        Indonesian and looks like a misspelt tier name.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Komisi Pemilihan Umum menjaga Intergritas."}))
    >>> tokens.frame[["surface", "norm", "root"]].values.tolist()[-1]
    ['Intergritas', 'integritas', 'integritas']
    """
    if not isinstance(corpus, Corpus):
        raise InvalidArgument("not_corpus", got=type(corpus).__name__)
    settings = checked(roots=roots, spelling=spelling, phrases=phrases, stops=stops)
    with resting(lasting=True):
        # counted in characters: the lists are worth a thread where the texts are not yet
        size = sum(item.end - item.start for item in corpus.items)
        ahead = [partial(read_lists, settings, size)] if threads(size) > 1 else []
        batch, *_ = together(size, partial(scanned, corpus), *ahead)
        warn_overlong(corpus, batch.units)
        return tokens_of(batch, settle(survey(batch, settings), settings), over=True)


def anew(batch: Scanned, **how: Any) -> Tokens:
    """Return the tokens of texts that were read before; ``how`` as in :func:`preprocess`."""
    settings = checked(**how)
    with resting(lasting=True):
        return tokens_of(batch, settle(survey(batch, settings), settings))


def checked(
    *,
    roots: Roots = "ranked",
    spelling: bool = True,
    phrases: pd.DataFrame | Iterable[str] | None = None,
    stops: Iterable[str] = DEFAULT_TIERS,
) -> Settings:
    """Return the settings of :func:`preprocess`; raises InvalidArgument for one that is wrong."""
    listed = strings("stops", stops, "stops_type")
    for word in listed:
        if word not in TIERS and (tier := _tier_meant(word)):
            raise InvalidArgument("stops_tier", got=repr(word), near=repr(tier))
    return Settings(
        known_way(roots),
        flag("spelling", spelling),
        tuple(_phrase_list(phrases)),
        tuple(sorted({*listed})),
    )


@uncollected
def tokens_of(batch: Scanned, settled: Settled, *, over: bool = False) -> Tokens:
    """Return the tokens of some essays by what is settled for the whole they are part of.

    Those of a batch are the same as the part of the whole corpus's tokens that is its own. With
    ``over`` they take the place of the words of the batch, which nobody may read again.
    """
    corpus, units, raw = batch.corpus, batch.units, batch.words
    settings = settled.settings
    texts = Texts(corpus.texts, units.essay)
    norms = norms_of(raw.surfaces, settled.corrections)
    split = settings.spelling
    words, forms = join(raw, norms, texts, settled.phrasebook, units.broken, split=split, over=over)
    analysed = partial(
        analyse_types,
        words,
        norms,
        {**settled.phrasebook.shorts, **forms},
        capitalised=settled.capitalised,
        places=settled.places,
        roots=settings.roots,
        stop=stop_words(settings.stops),
    )
    types, repeat, made = together(
        len(words.type),
        analysed,
        lambda: repeats(batch.definitions, units, words),
        lambda: corpus.manifest.plus(settings=settings.plain()),
    )
    return Tokens(
        *(corpus, types, units, words, readonly(repeat), settings.roots, made),
        defined=settled.phrasebook.defined,
    )


def stop_words(stops: Iterable[str]) -> frozenset[str]:
    """Return the words of the named tiers and the others as they are given."""
    listed = list(stops)
    tiers = [word for word in listed if word in TIERS]
    own = {normal(word) for word in listed if word not in TIERS}
    return (stopwords(*tiers) if tiers else frozenset()) | own


def _tier_meant(word: str) -> str:
    """Return the tier whose name is misspelt in a word that no Indonesian text has, or ""."""
    tier = nearest_name(word, TIERS, SAME)
    return "" if tier and known().get(normal(word)) else tier


def _phrase_list(phrases: pd.DataFrame | Iterable[str] | None) -> list[str]:
    if phrases is None:
        return []
    table: Any = phrases
    columns = getattr(table, "columns", None)
    if columns is not None and "display" not in columns:
        raise InvalidArgument("phrases", columns=", ".join(map(str, columns)))
    listed = table if columns is None else table["display"]
    made = sorted({*strings("phrases", listed, "phrase_list")})
    if alone := [phrase for phrase in made if len(normal(phrase).split()) < 2]:
        raise InvalidArgument("phrase_words", got=", ".join(map(repr, alone[:SHOWN])))
    return made
