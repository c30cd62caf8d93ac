"""Commands that rank or list words and phrases: keywords, keyness, collocations and others."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import finish, none
from kpu_corpus.cli.loading import Counted, background_of
from kpu_corpus.cli.options import (
    Background,
    By,
    Lang,
    Lexicon,
    MinCount,
    NGrams,
    People,
    Roots,
    Table,
    Top,
    sizes,
)
from kpu_corpus.errors import InvalidArgument, SourceNotFound
from kpu_corpus.indonesian.lists.stopwords import DEFAULT_TIERS
from kpu_corpus.reading.content import SUFFIXES
from kpu_corpus.reading.text import decode


def keywords(
    essays: Counted,
    out: Table = None,
    top: Top = 10,
    by: By = "essay",
    background: Background = "formal",
    ngrams: NGrams = "1-3",
    weighting: Annotated[str, typer.Option("--weighting", help="weighting")] = "salience",
    stops: Annotated[list[str] | None, typer.Option("--stops", help="stops")] = None,
    phrases: Annotated[list[str] | None, typer.Option("--phrases", help="phrases")] = None,
    roots: Roots = "ranked",
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    how: dict[str, Any] = {"roots": roots, "stops": _stops(stops), "phrases": _listed(phrases)}
    tokens, against = kc.preprocess(corpus, **how), background_of(background, lang, **how)
    asked: dict[str, Any] = {"ngrams": sizes(ngrams), "weighting": weighting}
    table = kc.keywords(tokens, top=top, by=none(by), background=against, **asked)
    return finish(table, "keywords", out, corpus, lang)


def keyness(
    essays: Counted,
    out: Table = None,
    by: By = "essay",
    people: People = None,
    background: Background = "formal",
    ngrams: NGrams = "1",
    min_count: MinCount = 2,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    against = background_of(background, lang)
    table = kc.keyness(
        corpus,
        by=none(by),
        people=people,
        ngrams=sizes(ngrams),
        min_count=min_count,
        background=against,
    )
    return finish(table, "keyness", out, corpus, lang)


def collocations(
    essays: Counted,
    out: Table = None,
    min_count: MinCount = 3,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    table = kc.collocations(corpus, min_count=min_count)
    return finish(table, "collocations", out, corpus, lang)


def dispersion(
    essays: Counted,
    out: Table = None,
    top: Annotated[int, typer.Option("--top", help="dispersion_top")] = 50,
    ngrams: NGrams = "1",
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    table = kc.dispersion(corpus, top=top, ngrams=sizes(ngrams))
    return finish(table, "dispersion", out, corpus, lang)


def topics(
    essays: Counted,
    out: Table = None,
    k: Annotated[int | None, typer.Option("--k", help="topics_k")] = None,
    top: Top = 10,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    table = kc.topics(corpus, k=k, top=top, lexicon=lexicon)
    return finish(table, "topics", out, corpus, lang, lexicon)


def _stops(more: list[str] | None) -> list[str]:
    """Return the default stop words with the additional ones."""
    return [*DEFAULT_TIERS, *(_listed(more) or ())]


def _listed(typed: list[str] | None) -> list[str] | None:
    """Return words or phrases as typed, or the lines of a text file."""
    made: list[str] = []
    for word in typed or ():
        suffix = Path(word).suffix.lower()
        if suffix not in SUFFIXES:
            made.append(word)
        elif suffix != ".txt":
            raise InvalidArgument("words_file", got=repr(word))
        elif not os.path.isfile(word):
            raise SourceNotFound("not_found", path=repr(word), hint="")
        else:
            lines = decode(Path(word).read_bytes())[0].splitlines()
            made += filter(None, map(str.strip, lines))
    return made or None
