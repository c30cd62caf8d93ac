"""Options shared by several commands; ``help`` names a label, shown in the user's language."""

import re
from pathlib import Path
from typing import Annotated, Any

import typer

from kpu_corpus.cli.finishing import ending_in
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.reporting.files.tables import SUFFIXES

# "readable=False": whoever opens a file says why it cannot be, the parser would not.
Paths = Annotated[
    list[Path], typer.Argument(help="paths", metavar="PATH…", readable=False, is_eager=True)
]


def out_option(*suffixes: str, told: str = "out") -> Any:
    """Return the option ``--out`` of files with some suffixes."""
    return typer.Option("--out", "-o", callback=ending_in(*suffixes), help=told, readable=False)


Table = Annotated[Path | None, out_option(*SUFFIXES, told="out_table")]
Lexicon = Annotated[str | None, typer.Option("--lexicon", help="lexicon", is_eager=True)]
Metadata = Annotated[
    Path | None, typer.Option("--metadata", help="metadata", readable=False, is_eager=True)
]
Essay = Annotated[list[str] | None, typer.Option("--essay", help="essay_only")]
Text = Annotated[list[str] | None, typer.Option("--text", help="text_column")]
Only = Annotated[list[str] | None, typer.Option("--only", help="only")]
Without = Annotated[list[str] | None, typer.Option("--without", help="without")]
On = Annotated[str | None, typer.Option("--on", help="on")]
Duplicates = Annotated[str, typer.Option("--duplicates", help="duplicates")]
Pseudonyms = Annotated[str | None, typer.Option("--pseudonyms", help="pseudonyms")]
By = Annotated[str, typer.Option("--by", help="by")]
CompareBy = Annotated[str, typer.Option("--by", help="compare_by")]
Pairs = Annotated[str | None, typer.Option("--pairs", help="pairs")]
People = Annotated[str | None, typer.Option("--people", help="people_column")]
Roots = Annotated[str, typer.Option("--roots", help="mode")]
NoText = Annotated[bool, typer.Option("--no-text", help="no_text")]
Top = Annotated[int, typer.Option("--top", help="top")]
Lang = Annotated[str, typer.Option("--lang", help="lang")]
Background = Annotated[str, typer.Option("--background", help="background_own", is_eager=True)]
NGrams = Annotated[str, typer.Option("--ngrams", help="ngrams")]
MinCount = Annotated[int, typer.Option("--min-count", help="min_count")]


def sizes(ngrams: str) -> tuple[int, int]:
    """Return the shortest and the longest term for an argument such as 1-3 or 2.

    >>> sizes("1-3"), sizes("2")
    ((1, 3), (2, 2))
    """
    found = re.fullmatch(r"([1-3])(?:-([1-3]))?", ngrams)
    if not found:
        raise InvalidArgument("ngrams_typed", got=repr(ngrams))
    return int(found[1]), int(found[2] or found[1])
