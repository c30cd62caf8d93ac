"""Commands that give one table of the essays: segment, themes, evidence, root."""

import os
from dataclasses import replace
from typing import Annotated

import typer

import kpu_corpus as kc
from kpu_corpus.cli.choosing import chosen
from kpu_corpus.cli.finishing import finish, none, of_essays, skipped
from kpu_corpus.cli.loading import Counted, Essays
from kpu_corpus.cli.options import (
    By,
    Essay,
    Lang,
    Lexicon,
    People,
    Roots,
    Table,
)
from kpu_corpus.cli.saying import DONE
from kpu_corpus.cli.unmatched import tell_unmatched
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.segment.sidecar import sidecar_text


def segment(
    essays: Essays,
    out: Table = None,
    explain: Annotated[bool, typer.Option("--explain", help="explain")] = False,
    sidecar: Annotated[bool, typer.Option("--sidecar", help="sidecar")] = False,
    lang: Lang = "id",
) -> int:
    if sidecar and out is not None:
        raise InvalidArgument("sidecar_out")
    if sidecar and essays.pseudonyms is not None:
        raise InvalidArgument("sidecar_named")
    if sidecar:
        return _sidecar(essays, lang)
    # the order of the report
    corpus = essays.in_order()
    if explain:
        return finish(kc.explain(corpus, lang=lang), "explain", out, corpus, lang)
    return finish(corpus.essays.drop(columns="text"), "segment", out, corpus, lang)


def _sidecar(essays: Essays, lang: str) -> int:
    """Print the sidecar of the only text, with all its essays: those it leaves out are lost."""
    whole = replace(essays, only=None, without=None).load()
    corpus = chosen(whole, essays.only or (), essays.without or ()) if essays.chooses else whole
    if len(corpus.documents) != 1:
        raise InvalidArgument("sidecar_several", count=len(corpus.documents))
    typer.echo(sidecar_text(whole, corpus.documents[0].name), nl=False)
    return skipped(corpus, lang)


def themes(
    essays: Counted,
    out: Table = None,
    by: By = "essay",
    people: People = None,
    lexicon: Lexicon = None,
    roots: Roots = "ranked",
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    tokens = kc.preprocess(corpus, roots=roots)
    table = kc.themes(tokens, lexicon=lexicon, by=none(by), people=people)
    tell_unmatched(tokens, lexicon, lang)
    return finish(table, "themes", out, corpus, lang, lexicon)


def theme_network(
    essays: Counted,
    out: Table = None,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    tokens = kc.preprocess(corpus)
    table = kc.theme_network(tokens, lexicon=lexicon)
    tell_unmatched(tokens, lexicon, lang)
    return finish(table, "theme_network", out, corpus, lang, lexicon)


def evidence(
    essays: Counted,
    out: Table = None,
    theme: Annotated[list[str] | None, typer.Option("--theme", help="theme")] = None,
    essay: Essay = None,
    lexicon: Lexicon = None,
    roots: Roots = "ranked",
    lang: Lang = "id",
) -> int:
    loaded = kc.load_lexicon(lexicon)
    if loaded.has(str(essays.paths[0])) and not os.path.exists(essays.paths[0]):
        key = loaded.key_of(str(essays.paths[0]))
        raise InvalidArgument("theme_first", got=essays.paths[0], theme=key)
    corpus = essays.load()
    tokens = kc.preprocess(corpus, roots=roots)
    table = kc.evidence(tokens, lexicon=lexicon, themes=theme or None)
    table = of_essays(table, corpus, essay)
    tell_unmatched(tokens, lexicon, lang)
    return finish(table, "evidence", out, corpus, lang, lexicon)


def root(
    words: Annotated[list[str], typer.Argument(help="words", metavar="WORD…")],
    roots: Roots = "ranked",
    lang: Lang = "id",
) -> int:
    for word in words:
        typer.echo(f"{word}\t{kc.root(word, roots=roots)}")
    return DONE
