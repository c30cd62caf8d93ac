"""The end of a command: show or write a table, report what was skipped."""

import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import typer

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon.sheet import is_lexicon
from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS, MIN_UNITS
from kpu_corpus.cli.saying import DONE, NOTHING_OR_SKIPPED, say
from kpu_corpus.corpus.reasons import UNMATCHED
from kpu_corpus.errors import (
    Hint,
    InvalidArgument,
    KpuCorpusError,
    KpuCorpusWarning,
    among,
    nearest,
    system_reason,
)
from kpu_corpus.ground.writing import ending
from kpu_corpus.labels import is_label, label
from kpu_corpus.loading.metadata.people import near_person, person
from kpu_corpus.reading.cells import head_of
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.own import is_bundle, is_own
from kpu_corpus.reporting.files.tables import is_table, write_table
from kpu_corpus.reporting.files.terminal import WIDTH, as_text
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.reporting.workbooks.readable import THEMES

if TYPE_CHECKING:
    import pandas as pd

WRITTEN = (".html", ".docx", ".xlsx")  # reports
MARKED = (*WRITTEN, ".parquet", ".zip")  # formats that hold a mark of who wrote them


def target(context: typer.Context, out: Path | None, *suffixes: str) -> Path | None:
    """Return the output file, checked before any work; it ends in one of the suffixes.

    A default name is never overwritten: it gets a number. A named file is overwritten, with a
    notice. Refused are a file whose folder does not exist, since it may be a typo, an input of the
    command, a coding sheet that people filled in, a lexicon, which they may have edited, and a file
    without the library's mark, or in a format that has none, without its columns: it may be an
    essay or a list of participants. A file that may not be written to now is a KpuCorpusError.
    """
    if out is None:
        return out
    out = ending(out, *suffixes)
    if not os.path.exists(out.parent):
        raise InvalidArgument("out_folder", path=repr(str(out)), folder=repr(str(out.parent)))
    if not os.path.isfile(out):
        return out
    if is_default(context):
        free = next(path for path in _numbered(out) if not os.path.exists(path))
        warnings.warn(KpuCorpusWarning("out_kept", path=out, free=free), stacklevel=2)
        return free
    if any(out.samefile(given) for given in _given(context)):
        raise InvalidArgument("out_given", path=repr(str(out)))
    try:
        out.open("r+b").close()
    except OSError as error:  # as where Word has it open; what it holds cannot be asked then
        raise KpuCorpusError("not_written", path=out, why=system_reason(error)) from error
    from kpu_corpus.reporting.files.coding_sheet import is_filled  # seldom needed, so late

    head = head_of(out)  # all of a long table would take seconds
    if is_filled(out, head.header):
        raise InvalidArgument("sheet_filled", path=repr(str(out)))
    if is_lexicon(head):
        raise InvalidArgument("lexicon_kept", path=repr(str(out)))
    if not _is_own(out):
        raise InvalidArgument("out_foreign", path=repr(str(out)))
    warnings.warn(KpuCorpusWarning("out_replaced", path=out), stacklevel=2)
    return out


def unwritten(out: Path) -> Path:
    """Return the file or folder of what other programs read, which is not there yet, or is empty.

    Nothing tells whether such files are the library's own.
    """
    if not os.path.exists(out.parent):
        raise InvalidArgument("out_folder", path=repr(str(out)), folder=repr(str(out.parent)))
    if os.path.isfile(out) or (os.path.isdir(out) and os.listdir(out)):
        raise InvalidArgument("out_there", path=repr(str(out)))
    return out


def ending_in(*suffixes: str) -> Callable[[typer.Context, Path | None], Path | None]:
    """Return :func:`target` for the given suffixes, as an option callback."""

    def callback(context: typer.Context, out: Path | None) -> Path | None:
        return target(context, out, *suffixes)

    return callback


def is_default(context: typer.Context) -> bool:
    """Tell whether no file was named after --out."""
    source = context.get_parameter_source("out")
    return source is not None and source.name == "DEFAULT"


def _given(context: typer.Context) -> Iterator[Path]:
    """Yield the input files of the command; their parameters are parsed before ``out``."""
    for name in ("paths", "metadata", "lexicon", "background", "coded"):
        value = context.params.get(name)
        for path in map(Path, value if isinstance(value, list | tuple) else [value] * bool(value)):
            if os.path.isfile(path):
                yield path


def _numbered(path: Path) -> Iterator[Path]:
    return (path.with_stem(f"{path.stem}-{number}") for number in count(2))


def _is_own(path: Path) -> bool:
    suffix = path.suffix.lower()
    try:
        if suffix not in MARKED:
            return is_table(path)
        return is_bundle(path) or is_own(path.read_bytes(), suffix.removeprefix("."), Limits())
    except (ValueError, BadZipFile, KpuCorpusError):
        return False


def none(value: str) -> str | None:
    return None if value == "none" else value


def of_essays(table: "pd.DataFrame", corpus: kc.Corpus, essays: list[str] | None) -> "pd.DataFrame":
    """Return the rows of some essays of a table that was made of all; all rows if none is named.

    Raises InvalidArgument for an unknown essay, with the one whose name, or else whose author, it
    may be.
    """
    if not essays:
        return table
    known = [item.id for item in corpus.items]
    if unknown := next((name for name in essays if name not in known), None):
        written = {person(item.author): item.id for item in corpus.items if item.author}
        near = near_person(person(unknown), written)
        hint = nearest(unknown, known) or (Hint("nearest", near=repr(near)) if near else "")
        valid = among(sorted(known))
        raise InvalidArgument("one_of", name="essay", got=repr(unknown), valid=valid, hint=hint)
    return table[table["essay"].isin(corpus.select(essays).ids)].reset_index(drop=True)


def finish(
    table: "pd.DataFrame",
    kind: str,
    out: Path | None,
    corpus: kc.Corpus,
    lang: str,
    lexicon: str | None = None,
) -> int:
    """Show or write a table; report what was skipped or has no counterpart; return the exit code.

    ``kind`` tells how the columns are called in a workbook and in the terminal, and the lexicon
    how the themes are.
    """
    if out is not None:
        write(table, kind, out, corpus, lang, lexicon)
    elif len(table):
        # Windows begins a line after the last character of a full one, and so leaves one empty.
        # Other programs read a row from each line, and nobody reads without a console (None).
        fold = sys.stdout is not None and sys.stdout.isatty()
        wide = get_terminal_size().columns - 1 if fold else WIDTH
        names = _themes_of(table, lexicon, lang)
        typer.echo(as_text(table, kind, lang, names, wide, fold=fold))
    few = f"cli.few_{kind}"
    if is_label(few) and "pairs" not in table.columns and not table["enough"].all():
        counted = "people" if "people" in kc.manifest(table)["arguments"] else "essays"
        wording = Wording(lang)
        least = wording.count(counted, MIN_ESSAYS)
        say(label(few, lang, sentences=wording.count("sentences", MIN_UNITS), least=least))
    code = skipped(corpus, lang)
    if not len(table):
        say(label("cli.found_nothing", lang))
        return NOTHING_OR_SKIPPED
    return code


def write(
    table: "pd.DataFrame",
    kind: str,
    out: Path,
    corpus: kc.Corpus,
    lang: str,
    lexicon: str | None = None,
) -> None:
    """Write a table and report its path; the arguments are those of :func:`finish`.

    A file with essays of the corpus is refused: of a folder, only its reading tells which have any.
    """
    if os.path.isfile(out):
        read = map(Path, {source.origin for source in corpus.documents})
        if any(out.samefile(path) for path in read if os.path.isfile(path)):
            raise InvalidArgument("out_given", path=repr(str(out)))
    path = write_table(table, out, kind, lang, _themes_of(table, lexicon, lang), corpus)
    say(label("cli.written", lang, path=path.resolve(), rows=len(table)))


def _themes_of(table: "pd.DataFrame", lexicon: str | None, lang: str) -> dict[str, str] | None:
    """Return the names of the themes of a table; None if it has none."""
    return None if THEMES.isdisjoint(table) else kc.load_lexicon(lexicon).labels(lang)


def written(name: str, corpus: kc.Corpus, lang: str, **fields: object) -> int:
    say(label(f"cli.{name}", lang, **fields))
    return skipped(corpus, lang)


@contextmanager
def telling_left_out(corpus: kc.Corpus, duplicates: str, lang: str) -> Iterator[None]:
    """Report what was left out, and by what, where something cannot be done without it."""
    try:
        yield
    except InvalidArgument:
        if corpus.chosen:
            say(label("report.only_note", lang, chosen=", ".join(corpus.chosen)))
        if duplicates != "keep":
            skipped(corpus, lang)
        raise


def skipped(corpus: kc.Corpus, lang: str) -> int:
    if corpus.joined:
        say(label("cli.joined", lang, column=repr(corpus.joined)))
    if corpus.by_author:
        say(label("report.joined_author", lang, count=corpus.by_author))
    for path, reason in corpus.refused:
        name = "unmatched" if reason.message in UNMATCHED else "skipped"
        say(label(f"cli.{name}", lang, path=path, reason=reason.within(lang)))
    return NOTHING_OR_SKIPPED if corpus.refused else DONE
