"""Commands that ask whether a lexicon and its ranking hold: lint, suggest, sensitivity."""

from typing import TYPE_CHECKING, Annotated

import typer

import kpu_corpus as kc
from kpu_corpus.cli.finishing import finish, load, none, say
from kpu_corpus.cli.options import Background, Lang, Lexicon, Paths, Table, Top
from kpu_corpus.cli.unmatched import tell_unmatched
from kpu_corpus.labels import label
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd


def add_questions(app: typer.Typer) -> None:
    """Add the commands that ask whether a lexicon and its ranking hold."""

    @app.command(help="lint")
    def lint(
        paths: Paths,
        out: Table = None,
        lexicon: Lexicon = None,
        lang: Lang = "id",
    ) -> int:
        corpus = load(paths)
        return finish(
            kc.lint(corpus, lexicon=lexicon, lang=lang), "lint", out, corpus, lang, lexicon
        )

    @app.command(help="suggest")
    def suggest(
        paths: Paths,
        theme: Annotated[str, typer.Option("--theme", help="suggest_theme")],
        out: Table = None,
        top: Annotated[int, typer.Option("--top", help="suggest_top")] = 20,
        lexicon: Lexicon = None,
        lang: Lang = "id",
    ) -> int:
        corpus = load(paths)
        table = kc.suggest(corpus, theme, top=top, lexicon=lexicon)
        return finish(table, "suggest", out, corpus, lang)

    @app.command(help="sensitivity")
    def sensitivity(
        paths: Paths,
        out: Table = None,
        top: Top = 20,
        background: Background = "formal",
        lexicon: Lexicon = None,
        lang: Lang = "id",
    ) -> int:
        corpus = load(paths)
        tokens = kc.preprocess(corpus)
        table = kc.sensitivity(tokens, top=top, background=none(background), lexicon=lexicon)
        tell_unmatched(tokens, lexicon, lang)
        code = finish(table, "sensitivity", out, corpus, lang)
        if len(kc.load_lexicon(lexicon).themes) > 1:  # one theme has no ranking
            say(_conclusion(table, tokens, lang))
        return code


def _conclusion(table: "pd.DataFrame", tokens: Tokens, lang: str) -> str:
    """Say of the ranking of the themes what the report says, or that the texts are too short."""
    from kpu_corpus.analysis.statistics.proportions import MIN_UNITS
    from kpu_corpus.reporting.steadiness import steadiness
    from kpu_corpus.reporting.wording import Wording

    if int(tokens.units.body.sum()) < MIN_UNITS:
        return label("cli.sensitivity_short", lang, least=MIN_UNITS)
    return steadiness(table, Wording(lang))
