"""What several commands ask for; ``help`` names a label, which the program says in the language."""

from pathlib import Path
from typing import Annotated

import typer

from kpu_corpus.cli.finishing import ending_in
from kpu_corpus.reporting.tables import SUFFIXES

Paths = Annotated[list[Path], typer.Argument(help="paths", metavar="PATH…")]
Table = Annotated[
    Path | None, typer.Option("--out", "-o", callback=ending_in(*SUFFIXES), help="out")
]
Lexicon = Annotated[str | None, typer.Option("--lexicon", help="lexicon")]
Metadata = Annotated[Path | None, typer.Option("--metadata", help="metadata")]
On = Annotated[str | None, typer.Option("--on", help="on")]
Duplicates = Annotated[str, typer.Option("--duplicates", help="duplicates")]
Background = Annotated[str, typer.Option("--background", help="background")]
Roots = Annotated[str, typer.Option("--roots", help="mode")]
Top = Annotated[int, typer.Option("--top", help="top")]
Lang = Annotated[str, typer.Option("--lang", help="lang")]
