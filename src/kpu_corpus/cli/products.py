"""Commands that write one file to look at or to pass on: report, explorer, bundle."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import load, none, target, written
from kpu_corpus.cli.unmatched import tell_unmatched
from kpu_corpus.reporting.wording import Wording

DEFAULT_REPORT = Path("laporan.html")
DEFAULT_EXPLORER = Path("jelajah.html")
DEFAULT_BUNDLE = Path("kpu-corpus.zip")


def add_products(app: typer.Typer, told: Callable[[str], str]) -> None:
    """Add the commands that write a report, an explorer or a bundle."""
    _pages(app, told)
    _bundle(app, told)


def _pages(app: typer.Typer, told: Callable[[str], str]) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[Path, typer.Option("--out", "-o", callback=target, help=told("out"))]
    lexicon_type = Annotated[str | None, typer.Option("--lexicon", help=told("lexicon"))]
    metadata_type = Annotated[Path | None, typer.Option("--metadata", help=told("metadata"))]
    on_type = Annotated[str | None, typer.Option("--on", help=told("on"))]
    duplicates_type = Annotated[str, typer.Option("--duplicates", help=told("duplicates"))]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]

    @app.command(help=told("report"))
    def report(
        paths: paths_type,
        out: out_type = DEFAULT_REPORT,
        by: Annotated[str, typer.Option("--by", help=told("report_by"))] = "essay",
        lexicon: lexicon_type = None,
        metadata: metadata_type = None,
        on: on_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
    ) -> int:
        corpus = load(paths, metadata, duplicates, on)
        settings: dict[str, Any] = {"by": none(by), "lexicon": lexicon, "lang": lang}
        tokens = kc.preprocess(corpus)
        made = kc.report(tokens, out, **settings)
        tell_unmatched(tokens, lexicon, lang)
        return written("report_written", corpus, lang, path=made.resolve(), essays=len(corpus))

    @app.command(help=told("explorer"))
    def explorer(
        paths: paths_type,
        out: out_type = DEFAULT_EXPLORER,
        no_text: Annotated[bool, typer.Option("--no-text", help=told("no_text"))] = False,
        no_passages: Annotated[
            bool, typer.Option("--no-passages", help=told("no_passages"))
        ] = False,
        lexicon: lexicon_type = None,
        metadata: metadata_type = None,
        on: on_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
    ) -> int:
        corpus = load(paths, metadata, duplicates, on)
        tokens = kc.preprocess(corpus)
        found = kc.shared_passages(tokens, a=()) if no_passages else None
        settings: dict[str, Any] = {"lexicon": lexicon, "lang": lang, "text": not no_text}
        made = kc.explorer(tokens, out, passages=found, **settings)
        size = Wording(lang).decimal(made.stat().st_size / 1e6, 1)
        told = {"path": made.resolve(), "essays": len(corpus), "size": size}
        return written("explorer_written", corpus, lang, **told)


def _bundle(app: typer.Typer, told: Callable[[str], str]) -> None:
    paths_type = Annotated[list[Path], typer.Argument(help=told("paths"), metavar="PATH…")]
    out_type = Annotated[Path, typer.Option("--out", "-o", callback=target, help=told("out"))]
    lexicon_type = Annotated[str | None, typer.Option("--lexicon", help=told("lexicon"))]
    metadata_type = Annotated[Path | None, typer.Option("--metadata", help=told("metadata"))]
    on_type = Annotated[str | None, typer.Option("--on", help=told("on"))]
    duplicates_type = Annotated[str, typer.Option("--duplicates", help=told("duplicates"))]
    lang_type = Annotated[str, typer.Option("--lang", help=told("lang"))]

    @app.command(help=told("bundle"))
    def bundle(
        paths: paths_type,
        out: out_type = DEFAULT_BUNDLE,
        lexicon: lexicon_type = None,
        metadata: metadata_type = None,
        on: on_type = None,
        duplicates: duplicates_type = "keep",
        lang: lang_type = "id",
    ) -> int:
        corpus = load(paths, metadata, duplicates, on)
        made = kc.bundle(corpus, out, lexicon=lexicon)
        return written("bundle_written", corpus, lang, path=made, essays=len(corpus))
