"""Commands on a lexicon: one writes it, others test it and its ranking."""

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kpu_corpus as kc
from kpu_corpus.analysis.checking.lint import PROBLEMS
from kpu_corpus.analysis.statistics.proportions import MIN_UNITS
from kpu_corpus.cli.finishing import finish, is_default, skipped, target, write
from kpu_corpus.cli.loading import Counted, background_of
from kpu_corpus.cli.options import Background, Lang, Lexicon, Table, Top
from kpu_corpus.cli.saying import DONE, say, typed
from kpu_corpus.cli.unmatched import tell_unmatched
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.printable import printable
from kpu_corpus.labels import label
from kpu_corpus.reporting.sections.method import steadiness
from kpu_corpus.reporting.wording import NAME, Wording, clipped
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

    from kpu_corpus.analysis.lexicon import Lexicon as Loaded

DEFAULT_LEXICON = "themes"
DEFAULT_FILE = Path("tema.xlsx")
FIRST = 5  # rows shown of a kind of fault; the others are counted
PATTERN, DETAIL = 50, 150  # characters of a pattern and of what is said of it


def unedited(context: typer.Context, out: Path) -> Path | None:
    """Return the output file as in :func:`target`; an existing one may have been edited."""
    if not is_default(context) and os.path.isfile(out):
        raise InvalidArgument("lexicon_kept", path=repr(str(out)))
    return target(context, out, ".xlsx", ".csv", ".toml")


def lexicon(
    name: Annotated[str, typer.Argument(help="lexicon_name", metavar="NAME")] = DEFAULT_LEXICON,
    out: Annotated[
        Path, typer.Option("--out", "-o", callback=unedited, help="out", readable=False)
    ] = DEFAULT_FILE,
    lang: Lang = "id",
) -> int:
    loaded = kc.load_lexicon(name)
    made = kc.save_lexicon(loaded, out, lang=lang)
    patterns = sum(len(theme.patterns) for theme in loaded.themes)
    call = f"--lexicon {typed(made)}"
    counted = {"themes": len(loaded.themes), "patterns": patterns}
    say(label("cli.lexicon_written", lang, path=made.resolve(), call=call, **counted))
    return DONE


def lint(
    essays: Counted,
    out: Table = None,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    loaded = kc.load_lexicon(lexicon)
    table = kc.lint(corpus, lexicon=loaded, lang=lang)
    if len(table):
        typer.echo(_faults(table, loaded, lang))
    if out is not None:
        write(table, "lint", out, corpus, lang, lexicon)
    if not len(table):
        say(label("cli.lint_none", lang))
    elif out is None:
        say(label("cli.lint_all", lang))
    return skipped(corpus, lang)


def suggest(
    essays: Counted,
    theme: Annotated[str, typer.Option("--theme", help="suggest_theme")],
    out: Table = None,
    top: Annotated[int, typer.Option("--top", help="suggest_top")] = 20,
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    table = kc.suggest(corpus, theme, top=top, lexicon=lexicon)
    return finish(table, "suggest", out, corpus, lang)


def sensitivity(
    essays: Counted,
    out: Table = None,
    top: Top = 20,
    background: Background = "formal",
    lexicon: Lexicon = None,
    lang: Lang = "id",
) -> int:
    corpus = essays.load()
    tokens = kc.preprocess(corpus)
    against = background_of(background, lang)
    table = kc.sensitivity(tokens, top=top, background=against, lexicon=lexicon)
    tell_unmatched(tokens, lexicon, lang)
    code = finish(table, "sensitivity", out, corpus, lang)
    if len(kc.load_lexicon(lexicon).themes) > 1:  # one theme has no ranking
        say(_conclusion(table, tokens, lang))
    return code


def _conclusion(table: "pd.DataFrame", tokens: Tokens, lang: str) -> str:
    """Print the conclusion about the ranking of themes, or that the texts are too short."""
    if int(tokens.units.body.sum()) < MIN_UNITS:
        return label("cli.sensitivity_short", lang, least=MIN_UNITS)
    return steadiness(table, Wording(lang))


def _faults(table: "pd.DataFrame", lexicon: "Loaded", lang: str) -> str:
    """Return, for each kind of problem, its count by theme and its first rows."""
    names = lexicon.labels(lang)
    kinds = {kind: table[table["problem"] == kind] for kind in PROBLEMS}
    shown = [_kind(kind, rows, names, lang) for kind, rows in kinds.items() if len(rows)]
    return "\n\n".join(shown)


def _kind(kind: str, rows: "pd.DataFrame", names: dict[str, str], lang: str) -> str:
    wording = Wording(lang)
    counts = Counter(rows["theme"])
    themes = (f"{clipped(names[key], NAME)} {wording.whole(n)}" for key, n in counts.items())
    told = label(f"value.problem_{kind}", lang)
    lines = [f"{told} ({wording.whole(len(rows))}): {', '.join(themes)}"]
    first = rows.head(FIRST)
    for key, pattern, said in zip(first["theme"], first["pattern"], first["detail"], strict=True):
        detail = "" if kind == "never_here" else f": {clipped(said, DETAIL)}"
        lines.append(f"  {clipped(names[key], NAME)}, {clipped(pattern, PATTERN)}{detail}")
    lines += (f"  {more}" for more in wording.more(len(rows) - FIRST))
    return "\n".join(map(printable, lines))
