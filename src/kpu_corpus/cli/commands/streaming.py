"""The command for sources that do not fit into memory."""

import os
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from kpu_corpus.cli.loading import background_of
from kpu_corpus.cli.options import Background, Lang, Lexicon, Text, Top
from kpu_corpus.cli.saying import DONE, NOTHING_OR_SKIPPED, say
from kpu_corpus.errors import KpuCorpusError
from kpu_corpus.labels import label
from kpu_corpus.streaming.disk.folder import MANIFEST
from kpu_corpus.streaming.disk.job import PARTS, read_json
from kpu_corpus.streaming.engine import run
from kpu_corpus.streaming.run import BATCH, folder_of, one_by_one, prepared


def stream(
    path: Annotated[Path, typer.Argument(help="stream_path", metavar="PATH", readable=False)],
    out: Annotated[Path, typer.Option("--out", "-o", help="stream_out", readable=False)],
    text: Text = None,
    top: Top = 10,
    lexicon: Lexicon = None,
    background: Background = "formal",
    batch: Annotated[int, typer.Option("--batch", help="batch")] = BATCH,
    lang: Lang = "id",
) -> int:
    folder = folder_of(out)
    try:
        against = background_of(background, lang)
        job = prepared(
            path, folder, text=text, top=top, lexicon=lexicon, background=against, batch=batch
        )
        run(job, folder, one_by_one, partial(_tell, lang))
    except KeyboardInterrupt:
        say(label("cli.stream_stopped", lang))
        raise
    except KpuCorpusError as error:
        if error.message == "not_written" and os.path.exists(folder / PARTS):
            say(label("cli.stream_stopped", lang))
        raise
    rows = read_json(folder / MANIFEST)["rows"]
    say(label("cli.stream_written", lang, path=folder, **rows))
    if rows["skipped"]:
        say(label("cli.stream_skipped", lang, path=folder / "skipped.parquet"))
    return NOTHING_OR_SKIPPED if rows["skipped"] else DONE


def _tell(lang: str, name: str, fields: dict[str, Any]) -> None:
    told = {k: v.within(lang) if isinstance(v, KpuCorpusError) else v for k, v in fields.items()}
    say(label(f"cli.{name}", lang, **told))
