"""The files of a large source: what each of them holds, or why it is not read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kpu_corpus.corpus.storing import FORMAT, VERSION, refused, refused_back
from kpu_corpus.errors import InvalidArgument, KpuCorpusError, UnreadableSource, system_reason
from kpu_corpus.ground.progress import progress
from kpu_corpus.ground.writing import RESULT
from kpu_corpus.reading.archive import gunzipped_head, is_gzip
from kpu_corpus.reading.content import damaged, kind_of, may_hold_table
from kpu_corpus.reading.files import files, sidecar_of
from kpu_corpus.reading.own import are_of_results
from kpu_corpus.reading.rows.json_rows import SAMPLE, Rows, apart, are_lines, rows_inside
from kpu_corpus.reading.rows.parquet import unfolded
from kpu_corpus.reading.rows.rows import plain_row
from kpu_corpus.reading.rows.texts import Texts, text_columns
from kpu_corpus.reading.tables import TABLES
from kpu_corpus.streaming.rows import BLOCK, LINES, PARQUET, is_full, rows_of, schema_of

# What a file holds: essays as rows, a saved corpus, one document (or a table that is read as a
# whole); or it is not read.
ROWS, CORPUS, DOCUMENT, REFUSED = "rows", "corpus", "document", "refused"
HEAD = 65_537  # bytes that tell what is no document: by the last one, that a file goes on


class File(NamedTuple):
    """A file: ``name`` below the source, ``kind`` of what it holds, ``text`` the columns of texts.

    ``columns`` are those of a table, of JSON lines those of its first rows: which of them has the
    ids must not depend on the batch. Of a file that is not read ``reason`` is what
    :func:`reason_of` gives back. ``called`` is what a document is named by: of a .gz file the name
    inside it, of a table nothing, since its rows have names of their own.
    """

    name: str
    path: str
    kind: str
    text: Sequence[str] = ()
    reason: str = ""
    columns: Sequence[str] = ()
    called: str = ""


def listed(
    source: str | Path, text: Texts | None, without: Path | None
) -> tuple[tuple[File, ...], str]:
    """List the files of a source in order, with the sha256 of all of them.

    What lies below the folder ``without`` is none of the source. Raises SourceNotFound,
    and InvalidArgument for a table that is all there is and has no text column, and for a ``text``
    without a table.
    """
    digest = hashlib.sha256()
    found: list[File] = []
    for name, file in progress(files([source]), "kpu-corpus"):
        if isinstance(file, UnreadableSource):
            found.append(_refused(name, name, file))
            continue
        if without and without in file.parents:
            continue
        own = ""
        try:
            own = _sha256(file)
            found += _looked(name, file, text)
        except OSError as error:
            why = UnreadableSource("not_opened", why=system_reason(error))
            found.append(_refused(name, file.as_posix(), why))
        except InvalidArgument as error:
            if file == Path(source):
                raise
            found.append(_refused(name, file.as_posix(), error))
        digest.update(f"{name}\0{own}\n".encode("utf-8", "surrogateescape"))
    read = [file for file in found if file.kind != REFUSED]
    if text and read and not any(map(_may_be_table, found)):
        raise InvalidArgument("text_alone", got=", ".join(map(repr, text)))
    return tuple(found), digest.hexdigest()


def stamps(found: Iterable[File]) -> list[tuple[int, int] | None]:
    """Return size and modification time of each file, None for a missing one."""
    made: list[tuple[int, int] | None] = []
    for file in found:
        try:
            told = Path(file.path).stat()
        except OSError:
            made.append(None)
        else:
            made.append((told.st_size, told.st_mtime_ns))
    return made


def reason_of(file: File) -> KpuCorpusError:
    """Return why a file is not read."""
    return refused_back(file.reason)[0][1]


def _may_be_table(file: File) -> bool:
    whole = file.kind == DOCUMENT and not file.called  # a table, or packed
    return whole or file.kind in (ROWS, CORPUS) or may_hold_table(file.path)


def _looked(name: str, path: Path, text: Texts | None) -> list[File]:
    suffix = path.suffix.lower()
    if suffix == PARQUET:
        return _parquet(name, path, text)
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if not is_full(head) and path.stat().st_size == len(head):
        return [_refused(name, path.as_posix(), UnreadableSource("empty"))]
    if suffix in LINES:
        return [_rows(name, path, text)]
    try:
        inside, called = gunzipped_head(head, name, HEAD)
        # what a package holds stands at its end
        kind = "" if inside.startswith(b"PK") else kind_of(inside, called)
    except UnreadableSource as error:
        if is_gzip(head, name):  # why it is not read shows when the whole of it is unpacked
            return [File(name, path.as_posix(), DOCUMENT)]
        return [_refused(name, path.as_posix(), error)]
    return [File(name, path.as_posix(), DOCUMENT, called="" if kind in TABLES else called)]


def _parquet(name: str, path: Path, text: Texts | None) -> list[File]:
    """Return a table, or a saved corpus with its skipped items."""
    try:
        schema = schema_of(path)
    except UnreadableSource as error:
        return [_refused(name, path.as_posix(), damaged(name, error))]
    about = schema.metadata or {}
    if RESULT in about:
        return [_refused(name, path.as_posix(), UnreadableSource("own_result"))]
    version = about.get(FORMAT, VERSION)
    if version != VERSION:
        newer = UnreadableSource("newer_corpus", version=version.decode("utf-8", "replace"))
        return [_refused(name, path.as_posix(), newer)]
    if FORMAT in about:
        skipped = refused_back(about[b"refused"].decode("utf-8"))
        return [
            File(name, path.as_posix(), CORPUS),
            *(_refused(name, place, error) for place, error in skipped),
        ]
    columns = unfolded(schema.empty_table()).column_names
    return [_rows(name, path, text, columns)]


def _rows(name: str, path: Path, text: Texts | None, columns: Iterable[str] = ()) -> File:
    lines = list(islice(rows_of(path, 0), SAMPLE))
    sample, _ = apart(lines)
    # one value over several lines, and lists of rows in lines, are read as a whole
    if not are_lines(lines) or (sample and not columns and _holds_lists(sample, text)):
        return File(name, path.as_posix(), DOCUMENT)
    if not sample:
        return _refused(name, path.as_posix(), UnreadableSource("no_rows" if columns else "empty"))
    every = list(dict.fromkeys([*map(str, columns), *(key for row in sample for key in row)]))
    if text is None and are_of_results(every):
        return _refused(name, path.as_posix(), UnreadableSource("own_result"))
    texts = text_columns(every, [*map(plain_row, sample)], text)
    return File(name, path.as_posix(), ROWS, texts, columns=every)


def _holds_lists(sample: Rows, text: Texts | None) -> bool:
    """Tell whether the rows of JSON lines are in their objects, or these cannot be told apart."""
    try:
        return rows_inside(sample, text) != sample
    except UnreadableSource:
        return True


def _refused(name: str, path: str, error: KpuCorpusError) -> File:
    return File(name, path, REFUSED, reason=refused([(path, error)]))


def _sha256(path: Path) -> str:
    """Return the sha256 of a file and its sidecar."""
    digest = hashlib.sha256()
    beside = sidecar_of(path)
    for file in (path, beside) if beside else (path,):
        with file.open("rb") as stream:
            while block := stream.read(BLOCK):
                digest.update(block)
    return digest.hexdigest()
