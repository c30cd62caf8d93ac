"""Commands that look closer: concordance, passages, compare, similarity, profile, spelling."""

from pathlib import Path
from typing import Annotated, Any

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import finish, load, program, typed
from kpu_corpus.cli.options import Lang, Lexicon, Metadata, On, Paths, Table
from kpu_corpus.cli.unmatched import tell_unmatched
from kpu_corpus.errors import InvalidArgument

By = Annotated[str, typer.Option("--by", help="compare_by")]


def add_comparisons(app: typer.Typer) -> None:
    """Add the commands that look closer at essays, or hold them side by side."""
    _close(app)
    _apart(app)
    _whole(app)


def _close(app: typer.Typer) -> None:
    @app.command(help="concordance")
    def concordance(
        query: Annotated[str, typer.Argument(help="query", metavar="QUERY")],
        paths: Paths,
        out: Table = None,
        what: Annotated[str, typer.Option("--what", help="query_what")] = "root",
        sort: Annotated[str, typer.Option("--sort", help="sort")] = "place",
        width: Annotated[int, typer.Option("--width", help="width")] = 8,
        lexicon: Lexicon = None,
        lang: Lang = "id",
    ) -> int:
        if Path(query).exists() and not any(path.exists() for path in paths):
            call = f"{program()} concordance {typed(' '.join(map(str, paths)))} {typed(query)}"
            raise InvalidArgument("query_first", call=call)
        _with_themes(lexicon, what, "theme")
        corpus = load(paths)
        table = kc.concordance(corpus, query, what=what, sort=sort, width=width, lexicon=lexicon)
        return finish(table, "concordance", out, corpus, lang)

    @app.command(help="passages")
    def passages(
        paths: Paths,
        out: Table = None,
        templates: Annotated[bool, typer.Option("--templates", help="templates")] = False,
        lang: Lang = "id",
    ) -> int:
        corpus = load(paths)
        table = kc.templates(corpus) if templates else kc.shared_passages(corpus)
        return finish(table, "templates" if templates else "passages", out, corpus, lang)


def _apart(app: typer.Typer) -> None:
    @app.command(help="compare")
    def compare(
        paths: Paths,
        out: Table = None,
        a: Annotated[list[str] | None, typer.Option("--a", help="side_a")] = None,
        b: Annotated[list[str] | None, typer.Option("--b", help="side_b")] = None,
        by: By = "essay",
        what: Annotated[str, typer.Option("--what", help="compare_what")] = "words",
        lexicon: Lexicon = None,
        metadata: Metadata = None,
        on: On = None,
        background: Annotated[str | None, typer.Option("--background", help="compare_with")] = None,
        lang: Lang = "id",
    ) -> int:
        _with_themes(lexicon, what, "themes")
        corpus = load(paths, metadata, on=on)
        tokens = kc.preprocess(corpus)
        sides: dict[str, Any] = {"a": a or None, "b": b or None, "by": by}
        table = kc.compare(tokens, **sides, what=what, lexicon=lexicon, background=background)
        tell_unmatched(tokens, lexicon, lang)
        return finish(table, "compare", out, corpus, lang, lexicon)

    @app.command(help="similarity")
    def similarity(
        paths: Paths,
        out: Table = None,
        by: By = "essay",
        exclude: Annotated[bool, typer.Option("--no-assignment", help="exclude")] = False,
        top: Annotated[int | None, typer.Option("--top", help="nearest")] = None,
        lexicon: Lexicon = None,
        metadata: Metadata = None,
        on: On = None,
        lang: Lang = "id",
    ) -> int:
        corpus = load(paths, metadata, on=on)
        tokens = kc.preprocess(corpus)
        without = "assignment" if exclude else None
        table = kc.similarity(tokens, by=by, exclude=without, top=top, lexicon=lexicon)
        tell_unmatched(tokens, lexicon, lang)
        return finish(table, "similarity", out, corpus, lang)


def _whole(app: typer.Typer) -> None:
    @app.command(help="profile")
    def profile(paths: Paths, out: Table = None, lang: Lang = "id") -> int:
        corpus = load(paths)
        return finish(kc.profile(corpus), "profile", out, corpus, lang)

    @app.command(help="spelling")
    def spelling(paths: Paths, out: Table = None, lang: Lang = "id") -> int:
        corpus = load(paths)
        return finish(kc.spelling(corpus), "spelling", out, corpus, lang)


def _with_themes(lexicon: str | None, what: str, themes: str) -> None:
    """Refuse a lexicon where no theme is asked for: the table would not say that it did nothing."""
    if lexicon is not None and what != themes:
        raise InvalidArgument("lexicon_what", what=themes)
