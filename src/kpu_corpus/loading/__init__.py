"""Any input → Corpus: reads it, cuts it into essays and joins the metadata."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

from kpu_corpus.columns.names import tells_people
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.near_duplicates import without_duplicates
from kpu_corpus.corpus.sources import Source
from kpu_corpus.errors import InvalidArgument, RenamedEssays, UnreadableSource
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import (
    SHOWN_PATH,
    as_given,
    choice,
    from_home,
    is_table,
    local,
    of_pandas,
    several,
)
from kpu_corpus.ground.collecting import resting
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.ground.printable import cut, is_blank
from kpu_corpus.ground.warned import warn
from kpu_corpus.loading.building import built
from kpu_corpus.loading.metadata.joining import join
from kpu_corpus.loading.remarks import warn_dates, warn_texts
from kpu_corpus.reading import Limits, read
from kpu_corpus.reading.content import may_hold_table
from kpu_corpus.reading.rows.dataframes import numbers_twice, table_of
from kpu_corpus.reading.rows.ids import id_column, id_of
from kpu_corpus.reading.rows.rows import Row, sources_of
from kpu_corpus.reading.rows.texts import Texts, asked, text_columns

Duplicates = Literal["keep", "first"]
LONGEST_NAME = 255  # bytes of the name of a file


def load(
    source: str | Path | Iterable[str | Path] | Mapping[Any, str] | pd.DataFrame | Corpus,
    *,
    text: str | Sequence[str] | None = None,
    metadata: str | Path | pd.DataFrame | pd.Series | None = None,
    on: str | None = None,
    duplicates: Duplicates | str = "keep",
    limits: Limits | None = None,
) -> Corpus:
    """Load essays: a file, folder, archive, glob pattern, list of paths, ``{id: text}``, DataFrame.

    Parameters
    ----------
    source
        What to read: text, web pages, Word, ODT, PDF, CSV, Excel, JSON, Parquet, ZIP, folders of
        these (``~`` is the home folder). Pages and documents are cut into essays; each value of a
        mapping and each row of a table is one essay, taken as it is (except cells of files that
        consist of HTML, whose text is read): other HTML tags are kept as words, and a warning names
        them. Its id is in a column ``essay`` or ``id``, in a DataFrame without one in the index.
        With several levels in the index (a MultiIndex), or a number or a label of a named index for
        several rows, the ids are row-1, row-2 and so on, and levels become metadata. Other columns,
        including a title, become metadata and are not part of the text. The date of an essay (a
        column ``tanggal`` or ``date``) is converted to ISO form if readable (day before month,
        four-digit year); otherwise it stays as written, with a warning. Tables of Polars and Arrow
        are converted to pandas. A corpus is taken as it is, so that metadata can be added later.
    text
        The text column of tables, or part of its heading, such as of a question; if not given, it
        is found by its name, or as the only column of long texts. Several columns make one essay
        together: in the order given, with a blank line between the answers, empty ones left out.
    metadata
        A table (path or DataFrame) whose columns are added to the essays, joined by essay id or
        file name, or by a column of people that names the author, ignoring case and degrees, if
        only one essay, or copies of one, and one row have that name (with ``on``: all essays by a
        person); where an essay names nobody, its file may (``tugas rina marlina fix.docx``). Or
        they are joined by the values of a column ``on`` that the essays have, too; or one column, a
        named Series whose index holds the ids. Column names match existing ones regardless of case.
        Its values replace existing ones unless blank; a warning names values of an earlier table
        that change, and authors with a different name.
    on
        The column of ``metadata`` that identifies the essays. If not given, it is detected: a
        column of file names or named like an id (``essay``, ``id``, ``file``, ``nama berkas``) is
        preferred to ``no``, ``judul``, ``nama`` and the like, these to any other, and among them
        the one that identifies the most essays. Names that leave essays out, as of people who wrote
        twice, give way to a column that tells the row of every essay, and theirs as they do, but
        not to scores and other bare numbers. ``corpus.joined`` is the column used, which is not
        added to the essays, ``corpus.by_author`` the number of essays matched by author.
    duplicates
        ``"keep"`` keeps every essay; ``"first"`` keeps the first of near-duplicates (the whole
        essay rather than a part of it) and lists the others in ``corpus.skipped``, before
        ``metadata`` is joined. See :func:`kpu_corpus.duplicates`.
    limits
        Bounds on what is read; see :class:`kpu_corpus.Limits`.

    Returns
    -------
    Corpus
        Essays in the order read; what could not be read is in ``corpus.skipped``. Ids that several
        files share get a number (``1~2``), and table rows with a blank id are named by their number
        (``row-3``, in a file after the file), with a RenamedEssays warning. An UnmatchedMetadata
        warning names rows of ``metadata`` that match no essay, or several, and essays without a
        row.

    Raises
    ------
    SourceNotFound
        A path does not exist.
    UnreadableSource
        Nothing in the source contains an essay.
    InvalidArgument
        The argument has another type, a table lacks a text column, ``text`` names none or one
        twice, or there is no table, or it is ambiguous which column of ``metadata`` identifies the
        essays.
    MissingExtra
        A package for the format of ``metadata`` is not installed (extra ``read``).

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Integritas adalah kunci.", "b": "Kami bekerja sama."})
    >>> corpus.essays[["essay", "words"]].values.tolist()
    [['a', 3], ['b', 3]]
    >>> import pandas as pd
    >>> shifts = pd.Series(["pagi", "sore"], index=["a", "b"], name="kelas")
    >>> kc.coverage(kc.load(corpus, metadata=shifts), by="kelas")["kelas"].tolist()
    ['pagi', 'sore']
    >>> answers = pd.DataFrame({"Visi": ["Kami jujur."], "Misi": ["Kami adil."]})
    >>> list(kc.load(answers, text=["Visi", "Misi"]).texts)
    ['Kami jujur.\\n\\nKami adil.']
    """
    source, metadata = of_pandas(source), of_pandas(metadata)
    duplicates = choice("duplicates", duplicates, get_args(Duplicates))
    if on is not None and metadata is None:
        raise InvalidArgument("on_alone", got=repr(on))
    if not isinstance(limits, Limits | None):
        raise InvalidArgument("limits_type", got=type(limits).__name__)
    if text is not None and isinstance(source, Corpus | Mapping):
        raise InvalidArgument("text_alone", got=repr(text))
    texts = asked(text)
    table = from_home(metadata) if isinstance(metadata, str | Path) else metadata
    bounds, held = limits or Limits(), False
    if isinstance(source, Corpus):
        corpus = source
    elif isinstance(source, Mapping):
        with resting(lasting=True):
            corpus = _of_rows(_from_mapping(source))
    elif is_table(source):
        with resting(lasting=True):
            corpus = _of_rows(_from_table(source, texts))
    else:
        without = table if isinstance(table, Path) else None
        given = _given(source)
        with as_given(*given):
            paths = [_path(item) for item in given]
            sources, refused = read(paths, limits=bounds, text=texts, without=without)
            unread = any(may_hold_table(path) for path, _ in refused)
            if texts and sources and not unread and not any(one.plain for one in sources):
                raise InvalidArgument("text_alone", got=", ".join(map(repr, texts)))
            corpus = built(sources, refused, paths)
            held = without is not None and any(_holds(path, without) for path in paths)
    whole = corpus
    if duplicates == "first":
        corpus = without_duplicates(whole)  # before a table is joined: of a copy, one has the row
    if table is not None:
        with as_given(metadata):
            corpus = join(corpus, table, bounds, on, whole, held=held)
    warn_dates(corpus)
    if not isinstance(source, Corpus):
        warn_texts(corpus)
    return corpus


def _given(source: object) -> list[str | Path]:
    """Return the paths that were given; raises InvalidArgument for anything else."""
    if isinstance(source, str | Path):
        return [source]
    series = hasattr(source, "to_frame")  # texts or paths, nobody can tell which
    whole = series or isinstance(source, bytes) or hasattr(source, "read")  # no list of paths
    paths = None if whole else several(source)
    if paths is None:
        raise InvalidArgument("load_series" if series else "load_type", got=type(source).__name__)
    if not paths:
        raise InvalidArgument("load_empty")
    for item in paths:
        if not isinstance(item, str | Path):
            raise InvalidArgument("load_list", got=cut(repr(item), SHOWN_PATH))
    return paths


def _path(given: str | Path) -> str | Path:
    """Return the given path, ``~`` being the home folder.

    Raises InvalidArgument for a text and for an address.
    """
    path = os.path.expanduser(local("load", given))
    if _is_text(path):
        raise InvalidArgument("load_text", got=repr(cut(path, SHOWN_PATH)), size=len(path))
    return path


def _holds(path: str | Path, file: Path) -> bool:
    """Tell whether a path is a file, or a folder that it is in."""
    return file.resolve().is_relative_to(Path(path).resolve())


def _is_text(given: str) -> bool:
    """Tell a text from a file name: no such file exists, and it has lines, length or a sentence."""
    if os.path.exists(given):
        return False
    longest = max(len(part.encode("utf-8", "replace")) for part in given.split("/"))
    if "\n" in given or longest > LONGEST_NAME:
        return True
    return bool(re.search(r"\s.*[.!?]$", given))


def _from_mapping(source: Mapping[Any, Any]) -> list[Row]:
    ids: dict[str, Any] = {}
    found: list[Row] = []
    for place, (key, text) in enumerate(source.items(), start=1):
        if not isinstance(text, str):
            got = repr(text) if is_missing(text) else type(text).__name__
            raise InvalidArgument("text_type", key=repr(key), got=got)
        name = id_of(key) or str(place)
        if name in ids:
            raise InvalidArgument("keys_twice", a=repr(ids[name]), b=repr(key), got=repr(name))
        ids[name] = key
        plain = Source.plain_text(name, text)
        found.append((name, UnreadableSource("empty_text")) if is_blank(text) else plain)
    return found


def _from_table(table: Any, text: Texts | None) -> list[Row]:
    if 0 in table.shape:
        raise UnreadableSource("no_texts")
    made = table_of(table)
    if made.labels and (name := table.index.name) is not None:
        texts = text_columns(made.columns, made.rows, text)
        if str(name) in texts or tells_people([str(name)], map(str, made.labels)):
            made = made._replace(labels=[])
    found = sources_of(made, text=text)
    if numbers_twice(table) and not id_column(made.columns):
        twice = table.index[table.index.duplicated()][0]
        found.append(RenamedEssays("index_numbers", got=repr(int(twice))))
    return found


def _of_rows(rows: list[Row]) -> Corpus:
    """Make the corpus of ready essays; those without text are listed as skipped."""
    if not rows:
        raise UnreadableSource("no_texts")
    for row in rows:
        if isinstance(row, RenamedEssays):
            warn(row)
    full = [row for row in rows if isinstance(row, Source)]
    return built(full, [row for row in rows if not isinstance(row, Source | RenamedEssays)])
