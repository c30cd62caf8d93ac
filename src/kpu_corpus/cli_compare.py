"""Commands that compare: concordance, compare, similarity, passages, profile, spelling, bundle."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kpu_corpus as kc

if TYPE_CHECKING:
    import pandas as pd

DEFAULT_BUNDLE = Path("kpu-corpus.zip")
Finish = Callable[["pd.DataFrame", Path | None, kc.Corpus, str], int]


def add_comparisons(
    app: typer.Typer, told: Callable[[str], str], finish: Finish, written: Callable[..., int]
) -> None:
    """Add the commands; ``finish`` shows or writes a table, ``written`` says that a file is."""
    _close(app, told, finish)
    _apart(app, told, finish)
    _whole(app, told, finish, written)


def _close(app: typer.Typer, told: Callable[[str], str], finish: Finish) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[Path | None, typer.Option("--out", "-o", help=told("out"))]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]

    @app.command(help=told("concordance"))
    def concordance(
        query: Annotated[str, typer.Argument(help=told("query"), metavar="QUERY")],
        paths: paths_type,
        out: out_type = None,
        what: Annotated[str, typer.Option("--what", help=told("query_what"))] = "root",
        sort: Annotated[str, typer.Option("--sort", help=told("sort"))] = "place",
        width: Annotated[int, typer.Option("--width", help=told("width"))] = 8,
        lang: lang_type = "id",
    ) -> int:
        corpus = kc.load(list(paths))
        table = kc.concordance(corpus, query, what=what, sort=sort, width=width)
        return finish(table, out, corpus, lang)

    @app.command(help=told("passages"))
    def passages(
        paths: paths_type,
        out: out_type = None,
        templates: Annotated[bool, typer.Option("--templates", help=told("templates"))] = False,
        lang: lang_type = "id",
    ) -> int:
        corpus = kc.load(list(paths))
        table = kc.templates(corpus) if templates else kc.shared_passages(corpus)
        return finish(table, out, corpus, lang)


def _apart(app: typer.Typer, told: Callable[[str], str], finish: Finish) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[Path | None, typer.Option("--out", "-o", help=told("out"))]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]
    by_type = Annotated[str, typer.Option("--by", help=told("compare_by"))]
    background_type = Annotated[str | None, typer.Option("--background", help=told("compare_with"))]

    @app.command(help=told("compare"))
    def compare(
        paths: paths_type,
        out: out_type = None,
        a: Annotated[list[str] | None, typer.Option("--a", help=told("side_a"))] = None,
        b: Annotated[list[str] | None, typer.Option("--b", help=told("side_b"))] = None,
        by: by_type = "essay",
        what: Annotated[str, typer.Option("--what", help=told("compare_what"))] = "words",
        metadata: Annotated[Path | None, typer.Option("--metadata", help=told("metadata"))] = None,
        background: background_type = None,
        lang: lang_type = "id",
    ) -> int:
        corpus = kc.load(list(paths), metadata=metadata)
        table = kc.compare(
            corpus, a=a or None, b=b or None, by=by, what=what, background=background
        )
        return finish(table, out, corpus, lang)

    @app.command(help=told("similarity"))
    def similarity(
        paths: paths_type,
        out: out_type = None,
        by: by_type = "essay",
        exclude: Annotated[bool, typer.Option("--no-assignment", help=told("exclude"))] = False,
        top: Annotated[int | None, typer.Option("--top", help=told("nearest"))] = None,
        lang: lang_type = "id",
    ) -> int:
        corpus = kc.load(list(paths))
        table = kc.similarity(corpus, by=by, exclude="assignment" if exclude else None, top=top)
        return finish(table, out, corpus, lang)


def _whole(
    app: typer.Typer, told: Callable[[str], str], finish: Finish, written: Callable[..., int]
) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[Path | None, typer.Option("--out", "-o", help=told("out"))]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]

    @app.command(help=told("profile"))
    def profile(paths: paths_type, out: out_type = None, lang: lang_type = "id") -> int:
        corpus = kc.load(list(paths))
        return finish(kc.profile(corpus), out, corpus, lang)

    @app.command(help=told("spelling"))
    def spelling(paths: paths_type, out: out_type = None, lang: lang_type = "id") -> int:
        corpus = kc.load(list(paths))
        return finish(kc.spelling(corpus), out, corpus, lang)

    @app.command(help=told("bundle"))
    def bundle(
        paths: paths_type,
        out: out_type = DEFAULT_BUNDLE,
        lexicon: Annotated[str | None, typer.Option("--lexicon", help=told("lexicon"))] = None,
        lang: lang_type = "id",
    ) -> int:
        corpus = kc.load(list(paths))
        made = kc.bundle(corpus, out or DEFAULT_BUNDLE, lexicon=lexicon)
        return written("bundle_written", corpus, lang, path=made, essays=len(corpus))
