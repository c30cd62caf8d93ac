"""Commands that look for similarity: similarity, clusters, duplicates, passages."""

from typing import Annotated

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import finish
from kpu_corpus.cli.loading import Counted, Essays
from kpu_corpus.cli.options import CompareBy, Lang, Lexicon, Table
from kpu_corpus.cli.unmatched import tell_unmatched

NoAssignment = Annotated[bool, typer.Option("--no-assignment", help="exclude")]


def similarity(
    essays: Counted,
    out: Table = None,
    by: CompareBy = "essay",
    exclude: NoAssignment = False,
    top: Annotated[int | None, typer.Option("--top", help="nearest")] = None,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    tokens = kc.preprocess(corpus)
    without = "assignment" if exclude else None
    table = kc.similarity(tokens, by=by, exclude=without, top=top, lexicon=lexicon)
    tell_unmatched(tokens, lexicon, lang)
    return finish(table, "similarity", out, corpus, lang)


def clusters(
    essays: Counted,
    out: Table = None,
    by: CompareBy = "essay",
    exclude: NoAssignment = False,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    table = kc.clusters(corpus, by=by, exclude="assignment" if exclude else None)
    return finish(table, "clusters", out, corpus, lang)


def duplicates(essays: Essays, out: Table = None, lang: Lang = "id") -> int:
    corpus = essays.load()
    return finish(kc.duplicates(corpus), "duplicates", out, corpus, lang)


def passages(
    essays: Counted,
    out: Table = None,
    templates: Annotated[bool, typer.Option("--templates", help="templates")] = False,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    table = kc.templates(corpus) if templates else kc.shared_passages(corpus)
    return finish(table, "templates" if templates else "passages", out, corpus, lang)
