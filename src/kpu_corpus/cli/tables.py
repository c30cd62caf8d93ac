"""Commands that give one table of the essays: segment, keywords, themes, evidence, topics, root."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import DONE, finish, load, none, skipped, target
from kpu_corpus.cli.unmatched import tell_unmatched
from kpu_corpus.errors import InvalidArgument


def add_tables(app: typer.Typer, told: Callable[[str], str]) -> None:
    """Add the commands of the essays and their words, of the themes, and of single words."""
    _essays(app, told)
    _words(app, told)
    _themes(app, told)
    _roots(app, told)


def _essays(app: typer.Typer, told: Callable[[str], str]) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[
        Path | None, typer.Option("--out", "-o", callback=target, help=told("out"))
    ]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]

    @app.command(help=told("segment"))
    def segment(
        paths: paths_type,
        out: out_type = None,
        explain: Annotated[bool, typer.Option("--explain", help=told("explain"))] = False,
        sidecar: Annotated[bool, typer.Option("--sidecar", help=told("sidecar"))] = False,
        lang: lang_type = "id",
    ) -> int:
        corpus = load(paths)
        if sidecar:
            from kpu_corpus.segment.sidecar import sidecar_text

            typer.echo("\n".join(sidecar_text(corpus, s.name) for s in corpus.documents), nl=False)
            return skipped(corpus, lang)
        if explain:
            return finish(kc.explain(corpus, lang=lang), "explain", out, corpus, lang)
        return finish(corpus.essays.drop(columns="text"), "segment", out, corpus, lang)


def _words(app: typer.Typer, told: Callable[[str], str]) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[
        Path | None, typer.Option("--out", "-o", callback=target, help=told("out"))
    ]
    by_type = Annotated[str, typer.Option("--by", help=told("by"))]
    background_type = Annotated[str, typer.Option("--background", help=told("background"))]
    roots_type = Annotated[str, typer.Option("--roots", help=told("mode"))]
    metadata_type = Annotated[Path | None, typer.Option("--metadata", help=told("metadata"))]
    on_type = Annotated[str | None, typer.Option("--on", help=told("on"))]
    duplicates_type = Annotated[str, typer.Option("--duplicates", help=told("duplicates"))]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]

    @app.command(help=told("keywords"))
    def keywords(
        paths: paths_type,
        out: out_type = None,
        top: Annotated[int, typer.Option("--top", help=told("top"))] = 10,
        by: by_type = "essay",
        background: background_type = "formal",
        roots: roots_type = "ranked",
        metadata: metadata_type = None,
        on: on_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
    ) -> int:
        corpus = load(paths, metadata, duplicates, on)
        tokens = kc.preprocess(corpus, roots=roots)
        table = kc.keywords(tokens, top=top, by=none(by), background=none(background))
        return finish(table, "keywords", out, corpus, lang)

    @app.command(help=told("topics"))
    def topics(
        paths: paths_type,
        out: out_type = None,
        k: Annotated[int | None, typer.Option("--k", help=told("topics_k"))] = None,
        top: Annotated[int, typer.Option("--top", help=told("top"))] = 10,
        metadata: metadata_type = None,
        on: on_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
    ) -> int:
        corpus = load(paths, metadata, duplicates, on)
        return finish(kc.topics(corpus, k=k, top=top), "topics", out, corpus, lang)


def _themes(app: typer.Typer, told: Callable[[str], str]) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[
        Path | None, typer.Option("--out", "-o", callback=target, help=told("out"))
    ]
    by_type = Annotated[str, typer.Option("--by", help=told("by"))]
    lexicon_type = Annotated[str | None, typer.Option("--lexicon", help=told("lexicon"))]
    roots_type = Annotated[str, typer.Option("--roots", help=told("mode"))]
    metadata_type = Annotated[Path | None, typer.Option("--metadata", help=told("metadata"))]
    on_type = Annotated[str | None, typer.Option("--on", help=told("on"))]
    duplicates_type = Annotated[str, typer.Option("--duplicates", help=told("duplicates"))]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]

    @app.command(help=told("themes"))
    def themes(
        paths: paths_type,
        out: out_type = None,
        by: by_type = "essay",
        lexicon: lexicon_type = None,
        roots: roots_type = "ranked",
        metadata: metadata_type = None,
        on: on_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
    ) -> int:
        corpus = load(paths, metadata, duplicates, on)
        tokens = kc.preprocess(corpus, roots=roots)
        table = kc.themes(tokens, lexicon=lexicon, by=none(by))
        tell_unmatched(tokens, lexicon, lang)
        return finish(table, "themes", out, corpus, lang, lexicon)

    @app.command(help=told("evidence"))
    def evidence(
        paths: paths_type,
        out: out_type = None,
        theme: Annotated[list[str] | None, typer.Option("--theme", help=told("theme"))] = None,
        lexicon: lexicon_type = None,
        roots: roots_type = "ranked",
        metadata: metadata_type = None,
        on: on_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
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


def _roots(app: typer.Typer, told: Callable[[str], str]) -> None:
    roots_type = Annotated[str, typer.Option("--roots", help=told("mode"))]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]

    @app.command(help=told("root"))
    def root(
        words: Annotated[list[str], typer.Argument(help=told("words"), metavar="WORD…")],
        roots: roots_type = "ranked",
        lang: lang_type = "id",
    ) -> int:
        for word in words:
            typer.echo(f"{word}\t{kc.root(word, roots=roots)}")
        return DONE
