"""The end of every command: a line to the user, and an exit code."""

import os
import re
from pathlib import Path

import typer

from kpu_corpus.ground.printable import printable

DONE, FAILED, WRONG_USAGE, NOTHING_OR_SKIPPED = 0, 1, 2, 3
STOPPED = 130  # by Ctrl-C, as shells have it
_BARE = re.compile(r"[\w./\\:-]+")  # what no shell takes for more than a name


def program() -> str:
    """Return what people type to start the program; `run.py` says when it was that."""
    return os.environ.get("KPU_CORPUS_PROGRAM", "kpu-corpus")


def typed(word: str | Path) -> str:
    """Return a word or a path quoted for any shell.

    >>> typed("tanggung jawab"), typed("netral"), typed("peserta(1).xlsx")
    ('"tanggung jawab"', 'netral', '"peserta(1).xlsx"')
    """
    return str(word) if _BARE.fullmatch(str(word)) else f'"{word}"'


def say(message: str) -> None:
    """Write one line to the user; file names and texts cannot break it."""
    typer.echo(printable(message), err=True)
