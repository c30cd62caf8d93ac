"""What commands do at their ends: load essays, show or write a table, say what was skipped."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

import kpu_corpus as kc
from kpu_corpus.labels import label

if TYPE_CHECKING:
    import pandas as pd

DONE, FAILED, WRONG_USAGE, NOTHING_OR_SKIPPED = 0, 1, 2, 3
STOPPED = 130  # by Ctrl-C, as shells have it


def load(paths: list[Path], metadata: Path | None = None, duplicates: str = "keep") -> kc.Corpus:
    return kc.load(list(paths), metadata=metadata, duplicates=duplicates)


def none(value: str) -> str | None:
    return None if value == "none" else value


def finish(table: "pd.DataFrame", out: Path | None, corpus: kc.Corpus, lang: str) -> int:
    """Show or write a table; say what was skipped; return the exit code."""
    from kpu_corpus.reporting.tables import as_text, write_table

    if out is not None:
        path = write_table(table, out)
        say(label("cli.written", lang, path=path, rows=len(table)))
    elif len(table):
        typer.echo(as_text(table, lang))
    code = skipped(corpus, lang)
    if not len(table):
        say(label("cli.found_nothing", lang))
        return NOTHING_OR_SKIPPED
    return code


def written(name: str, corpus: kc.Corpus, lang: str, **fields: object) -> int:
    say(label(f"cli.{name}", lang, **fields))
    return skipped(corpus, lang)


def skipped(corpus: kc.Corpus, lang: str) -> int:
    for path, reason in corpus.refused:
        say(label("cli.skipped", lang, path=path, reason=reason.text(lang)))
    return NOTHING_OR_SKIPPED if corpus.refused else DONE


def say(message: str) -> None:
    typer.echo(message, err=True)
