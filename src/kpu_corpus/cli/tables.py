"""Commands that give one table of the essays: segment, keywords, themes, evidence, topics, root."""

from typing import Annotated

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import DONE, finish, load, none, skipped
from kpu_corpus.cli.options import (
    Background,
    Duplicates,
    Lang,
    Lexicon,
    Metadata,
    On,
    Paths,
    Roots,
    Table,
    Top,
)
from kpu_corpus.cli.unmatched import tell_unmatched
from kpu_corpus.errors import InvalidArgument

By = Annotated[str, typer.Option("--by", help="by")]


def add_tables(app: typer.Typer) -> None:
    """Add the commands of the essays and their words, of the themes, and of single words."""
    _essays(app)
    _words(app)
    _themes(app)
    _roots(app)


def _essays(app: typer.Typer) -> None:
    @app.command(help="segment")
    def segment(
        paths: Paths,
        out: Table = None,
        explain: Annotated[bool, typer.Option("--explain", help="explain")] = False,
        sidecar: Annotated[bool, typer.Option("--sidecar", help="sidecar")] = False,
        lang: Lang = "id",
    ) -> int:
        corpus = load(paths)
        if sidecar:
            from kpu_corpus.segment.sidecar import sidecar_text

            typer.echo("\n".join(sidecar_text(corpus, s.name) for s in corpus.documents), nl=False)
            return skipped(corpus, lang)
        if explain:
            return finish(kc.explain(corpus, lang=lang), "explain", out, corpus, lang)
        return finish(corpus.essays.drop(columns="text"), "segment", out, corpus, lang)


def _words(app: typer.Typer) -> None:
    @app.command(help="keywords")
    def keywords(
        paths: Paths,
        out: Table = None,
        top: Top = 10,
        by: By = "essay",
        background: Background = "formal",
        roots: Roots = "ranked",
        metadata: Metadata = None,
        on: On = None,
        duplicates: Duplicates = "keep",
        lang: Lang = "id",
    ) -> int:
        corpus = load(paths, metadata, duplicates, on)
        tokens = kc.preprocess(corpus, roots=roots)
        table = kc.keywords(tokens, top=top, by=none(by), background=none(background))
        return finish(table, "keywords", out, corpus, lang)

    @app.command(help="topics")
    def topics(
        paths: Paths,
        out: Table = None,
        k: Annotated[int | None, typer.Option("--k", help="topics_k")] = None,
        top: Top = 10,
        metadata: Metadata = None,
        on: On = None,
        duplicates: Duplicates = "keep",
        lang: Lang = "id",
    ) -> int:
        corpus = load(paths, metadata, duplicates, on)
        return finish(kc.topics(corpus, k=k, top=top), "topics", out, corpus, lang)


def _themes(app: typer.Typer) -> None:
    @app.command(help="themes")
    def themes(
        paths: Paths,
        out: Table = None,
        by: By = "essay",
        lexicon: Lexicon = None,
        roots: Roots = "ranked",
        metadata: Metadata = None,
        on: On = None,
        duplicates: Duplicates = "keep",
        lang: Lang = "id",
    ) -> int:
        corpus = load(paths, metadata, duplicates, on)
        tokens = kc.preprocess(corpus, roots=roots)
        table = kc.themes(tokens, lexicon=lexicon, by=none(by))
        tell_unmatched(tokens, lexicon, lang)
        return finish(table, "themes", out, corpus, lang, lexicon)

    @app.command(help="evidence")
    def evidence(
        paths: Paths,
        out: Table = None,
        theme: Annotated[list[str] | None, typer.Option("--theme", help="theme")] = None,
        lexicon: Lexicon = None,
        roots: Roots = "ranked",
        metadata: Metadata = None,
        on: On = None,
        duplicates: Duplicates = "keep",
        lang: Lang = "id",
    ) -> int:
        loaded = kc.load_lexicon(lexicon)
        if loaded.has(str(paths[0])) and not paths[0].exists():
            key = loaded.key_of(str(paths[0]))
            raise InvalidArgument("theme_first", got=paths[0], theme=key)
        corpus = load(paths, metadata, duplicates, on)
        tokens = kc.preprocess(corpus, roots=roots)
        table = kc.evidence(tokens, lexicon=lexicon, themes=theme or None)
        tell_unmatched(tokens, lexicon, lang)
        return finish(table, "evidence", out, corpus, lang, lexicon)


def _roots(app: typer.Typer) -> None:
    @app.command(help="root")
    def root(
        words: Annotated[list[str], typer.Argument(help="words", metavar="WORD…")],
        roots: Roots = "ranked",
        lang: Lang = "id",
    ) -> int:
        for word in words:
            typer.echo(f"{word}\t{kc.root(word, roots=roots)}")
        return DONE
