"""What commands do at their ends: load essays, show or write a table, say what was skipped."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

import kpu_corpus as kc
from kpu_corpus.corpus import UNMATCHED
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.labels import label
from kpu_corpus.printable import printable

if TYPE_CHECKING:
    import pandas as pd

DONE, FAILED, WRONG_USAGE, NOTHING_OR_SKIPPED = 0, 1, 2, 3
STOPPED = 130  # by Ctrl-C, as shells have it
WRITTEN = frozenset({".html", ".docx", ".xlsx"})


def program() -> str:
    """Return what people type to start the program; `run.py` says when it was that."""
    return os.environ.get("KPU_CORPUS_PROGRAM", "kpu-corpus")


def in_folder(out: Path | None) -> Path | None:
    """Refuse an output file whose folder does not exist, before any work: it may be a slip."""
    if out is not None and not out.parent.exists():
        raise InvalidArgument("out_folder", path=repr(str(out)), folder=repr(str(out.parent)))
    return out


def load(paths: list[Path], metadata: Path | None = None, duplicates: str = "keep") -> kc.Corpus:
    first = paths[0]
    if not first.exists() and first.suffix in WRITTEN and any(path.exists() for path in paths):
        raise InvalidArgument("out_first", path=repr(str(first)), plain=first)
    return kc.load(list(paths), metadata=metadata, duplicates=duplicates)


def none(value: str) -> str | None:
    return None if value == "none" else value


def finish(table: "pd.DataFrame", out: Path | None, corpus: kc.Corpus, lang: str) -> int:
    """Show or write a table; say what was skipped or has no counterpart; return the exit code."""
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
        name = "unmatched" if reason.message in UNMATCHED else "skipped"
        say(label(f"cli.{name}", lang, path=path, reason=reason.within(lang)))
    return NOTHING_OR_SKIPPED if corpus.refused else DONE


def say(message: str) -> None:
    """Write one line to the user; names of files and what stands in them cannot make it two."""
    typer.echo(printable(message), err=True)
