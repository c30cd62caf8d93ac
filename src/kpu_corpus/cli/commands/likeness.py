"""Commands that look for similarity: similarity, clusters, duplicates, passages."""

from typing import Annotated

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import finish
from kpu_corpus.cli.loading import load
from kpu_corpus.cli.options import (
    CompareBy,
    Duplicates,
    Lang,
    Lexicon,
    Metadata,
    On,
    Only,
    Paths,
    Table,
    Text,
)
from kpu_corpus.cli.unmatched import tell_unmatched

NoAssignment = Annotated[bool, typer.Option("--no-assignment", help="exclude")]


def similarity(
    paths: Paths,
    out: Table = None,
    by: CompareBy = "essay",
    exclude: NoAssignment = False,
    top: Annotated[int | None, typer.Option("--top", help="nearest")] = None,
    lexicon: Lexicon = None,
    metadata: Metadata = None,
    on: On = None,
    only: Only = None,
    duplicates: Duplicates = "keep",
    text: Text = None,
    lang: Lang = "id",
) -> int:
    corpus = load(paths, metadata, duplicates, on, text, only)
    tokens = kc.preprocess(corpus)
    without = "assignment" if exclude else None
    table = kc.similarity(tokens, by=by, exclude=without, top=top, lexicon=lexicon)
    tell_unmatched(tokens, lexicon, lang)
    return finish(table, "similarity", out, corpus, lang)


def clusters(
    paths: Paths,
    out: Table = None,
    by: CompareBy = "essay",
    exclude: NoAssignment = False,
    metadata: Metadata = None,
    on: On = None,
    only: Only = None,
    duplicates: Duplicates = "keep",
    text: Text = None,
    lang: Lang = "id",
) -> int:
    corpus = load(paths, metadata, duplicates, on, text, only)
    table = kc.clusters(corpus, by=by, exclude="assignment" if exclude else None)
    return finish(table, "clusters", out, corpus, lang)


def duplicates(paths: Paths, out: Table = None, text: Text = None, lang: Lang = "id") -> int:
    corpus = load(paths, text=text)
    return finish(kc.duplicates(corpus), "duplicates", out, corpus, lang)


def passages(
    paths: Paths,
    out: Table = None,
    templates: Annotated[bool, typer.Option("--templates", help="templates")] = False,
    duplicates: Duplicates = "keep",
    text: Text = None,
    lang: Lang = "id",
) -> int:
    corpus = load(paths, duplicates=duplicates, text=text)
    table = kc.templates(corpus) if templates else kc.shared_passages(corpus)
    return finish(table, "templates" if templates else "passages", out, corpus, lang)
