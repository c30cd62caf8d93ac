"""Commands that look closer: concordance, passages, compare, similarity, profile, spelling."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import finish, load, program, target, typed
from kpu_corpus.cli.unmatched import tell_unmatched
from kpu_corpus.errors import InvalidArgument


def add_comparisons(app: typer.Typer, told: Callable[[str], str]) -> None:
    """Add the commands that look closer at essays, or hold them side by side."""
    _close(app, told)
    _apart(app, told)
    _whole(app, told)


def _close(app: typer.Typer, told: Callable[[str], str]) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[
        Path | None, typer.Option("--out", "-o", callback=target, help=told("out"))
    ]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]
    lexicon_type = Annotated[str | None, typer.Option("--lexicon", help=told("lexicon"))]

    @app.command(help=told("concordance"))
    def concordance(
        query: Annotated[str, typer.Argument(help=told("query"), metavar="QUERY")],
        paths: paths_type,
        out: out_type = None,
        what: Annotated[str, typer.Option("--what", help=told("query_what"))] = "root",
        sort: Annotated[str, typer.Option("--sort", help=told("sort"))] = "place",
        width: Annotated[int, typer.Option("--width", help=told("width"))] = 8,
        lexicon: lexicon_type = None,
        lang: lang_type = "id",
    ) -> int:
        if Path(query).exists() and not any(path.exists() for path in paths):
            call = f"{program()} concordance {typed(' '.join(map(str, paths)))} {typed(query)}"
            raise InvalidArgument("query_first", call=call)
        _with_themes(lexicon, what, "theme")
        corpus = load(paths)
        table = kc.concordance(corpus, query, what=what, sort=sort, width=width, lexicon=lexicon)
        return finish(table, "concordance", out, corpus, lang)

    @app.command(help=told("passages"))
    def passages(
        paths: paths_type,
        out: out_type = None,
        templates: Annotated[bool, typer.Option("--templates", help=told("templates"))] = False,
        lang: lang_type = "id",
    ) -> int:
        corpus = load(paths)
        table = kc.templates(corpus) if templates else kc.shared_passages(corpus)
        return finish(table, "templates" if templates else "passages", out, corpus, lang)


def _apart(app: typer.Typer, told: Callable[[str], str]) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[
        Path | None, typer.Option("--out", "-o", callback=target, help=told("out"))
    ]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]
    by_type = Annotated[str, typer.Option("--by", help=told("compare_by"))]
    metadata_type = Annotated[Path | None, typer.Option("--metadata", help=told("metadata"))]
    on_type = Annotated[str | None, typer.Option("--on", help=told("on"))]
    background_type = Annotated[str | None, typer.Option("--background", help=told("compare_with"))]
    lexicon_type = Annotated[str | None, typer.Option("--lexicon", help=told("lexicon"))]

    @app.command(help=told("compare"))
    def compare(
        paths: paths_type,
        out: out_type = None,
        a: Annotated[list[str] | None, typer.Option("--a", help=told("side_a"))] = None,
        b: Annotated[list[str] | None, typer.Option("--b", help=told("side_b"))] = None,
        by: by_type = "essay",
        what: Annotated[str, typer.Option("--what", help=told("compare_what"))] = "words",
        lexicon: lexicon_type = None,
        metadata: metadata_type = None,
        on: on_type = None,
        background: background_type = None,
        lang: lang_type = "id",
    ) -> int:
        _with_themes(lexicon, what, "themes")
        corpus = load(paths, metadata, on=on)
        tokens = kc.preprocess(corpus)
        sides: dict[str, Any] = {"a": a or None, "b": b or None, "by": by}
        table = kc.compare(tokens, **sides, what=what, lexicon=lexicon, background=background)
        tell_unmatched(tokens, lexicon, lang)
        return finish(table, "compare", out, corpus, lang, lexicon)

    @app.command(help=told("similarity"))
    def similarity(
        paths: paths_type,
        out: out_type = None,
        by: by_type = "essay",
        exclude: Annotated[bool, typer.Option("--no-assignment", help=told("exclude"))] = False,
        top: Annotated[int | None, typer.Option("--top", help=told("nearest"))] = None,
        lexicon: lexicon_type = None,
        metadata: metadata_type = None,
        on: on_type = None,
        lang: lang_type = "id",
    ) -> int:
        corpus = load(paths, metadata, on=on)
        tokens = kc.preprocess(corpus)
        without = "assignment" if exclude else None
        table = kc.similarity(tokens, by=by, exclude=without, top=top, lexicon=lexicon)
        tell_unmatched(tokens, lexicon, lang)
        return finish(table, "similarity", out, corpus, lang)


def _whole(app: typer.Typer, told: Callable[[str], str]) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[
        Path | None, typer.Option("--out", "-o", callback=target, help=told("out"))
    ]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]

    @app.command(help=told("profile"))
    def profile(paths: paths_type, out: out_type = None, lang: lang_type = "id") -> int:
        corpus = load(paths)
        return finish(kc.profile(corpus), "profile", out, corpus, lang)

    @app.command(help=told("spelling"))
    def spelling(paths: paths_type, out: out_type = None, lang: lang_type = "id") -> int:
        corpus = load(paths)
        return finish(kc.spelling(corpus), "spelling", out, corpus, lang)


def _with_themes(lexicon: str | None, what: str, themes: str) -> None:
    """Refuse a lexicon where no theme is asked for: the table would not say that it did nothing."""
    if lexicon is not None and what != themes:
        raise InvalidArgument("lexicon_what", what=themes)
