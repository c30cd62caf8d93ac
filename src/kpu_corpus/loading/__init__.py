"""Whatever people have → Corpus: reads it, cuts it into essays and joins the metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.near_duplicates import without_duplicates
from kpu_corpus.corpus.sources import Source
from kpu_corpus.errors import InvalidArgument, RenamedEssays, UnreadableSource
from kpu_corpus.ground.checks import SHOWN, choice, exists, is_table, local, several
from kpu_corpus.ground.collecting import resting
from kpu_corpus.ground.printable import cut, is_blank
from kpu_corpus.ground.warned import warn
from kpu_corpus.loading.building import built
from kpu_corpus.loading.metadata.joining import join
from kpu_corpus.loading.remarks import warn_dates, warn_markup, warn_numbers
from kpu_corpus.reading import Limits, read
from kpu_corpus.reading.rows.dataframes import numbers_twice, table_of
from kpu_corpus.reading.rows.ids import id_column, id_of
from kpu_corpus.reading.rows.rows import Row, sources_of

if TYPE_CHECKING:
    import pandas as pd

DUPLICATES = ("keep", "first")
LONGEST_NAME = 255  # bytes of the name of a file


def load(
    source: str | Path | Iterable[str | Path] | Mapping[str, str] | pd.DataFrame | Corpus,
    *,
    text: str | None = None,
    metadata: str | Path | pd.DataFrame | pd.Series[Any] | None = None,
    on: str | None = None,
    duplicates: str = "keep",
    limits: Limits | None = None,
) -> Corpus:
    """Load essays: a file, folder, archive, glob pattern, list of paths, ``{id: text}``, DataFrame.

    Parameters
    ----------
    source
        What to read: text, web pages, Word, PDF, CSV, Excel, JSON, Parquet, ZIP, and
        folders of these. Pages and documents are cut into essays; the values of a mapping and
        the rows of a table are one essay each, taken as they are (but for cells of files that are
        paragraphs of HTML as a whole, of which the text is read): tags of web pages in them are
        words, and told in a warning. Their other columns, a title too, follow the essay and are no
        part of its text; a date comes in ISO form where it can be read (day before month, a year
        of four digits), else it stays as it is written, and a warning says so. A corpus is taken
        as it is, so that metadata can come later.
    text
        The text column of tables, or a part of its title, such as of a question; found by its
        name, or as the one column of long texts, when not given.
    metadata
        A table (path or DataFrame) whose columns follow the essays, joined by essay id or file
        name, or by a column of people that names the author, whatever its capitals and degrees,
        where only one essay and one row have that name (with ``on``, all essays of a person); or
        one column, a Series with a name whose index has the ids. A column that the essays have in
        other capitals is that column. Its values take the place of those that are there, blank ones
        do not; a warning tells of values of an earlier table that become others, and of authors of
        another name.
    on
        The column of ``metadata`` that names the essays. Not given, it is found: one of names of
        files or called like an id (``essay``, ``id``, ``file``, ``nama berkas``) comes before
        ``no``, ``judul``, ``nama`` and their like, these before any other, and among them the one
        that names the most essays. ``corpus.joined`` tells which it was, ``corpus.by_author``
        for how many essays it was the author.
    duplicates
        ``"keep"`` keeps every essay; ``"first"`` keeps the first of near-duplicates, the whole
        rather than a part of it, and names the others in ``corpus.skipped``. See
        :func:`kpu_corpus.duplicates`.
    limits
        Bounds on what is read; see :class:`kpu_corpus.Limits`.

    Returns
    -------
    Corpus
        Essays in the order read; what could not be read is in ``corpus.skipped``. Ids that
        several files share have a number behind them (``1~2``), rows of a table whose id is blank
        are called by their number (``row-3``, in a file by its name), with a RenamedEssays
        warning. Rows of ``metadata`` that fit no essay, or several, and essays without a row are
        told in an UnmatchedMetadata warning.

    Raises
    ------
    SourceNotFound
        A path does not exist.
    UnreadableSource
        Nothing of what was given holds an essay.
    InvalidArgument
        The argument is of another kind, a table lacks its text column, or it is not clear which
        column of ``metadata`` names the essays.
    MissingExtra
        A package for the format of ``metadata`` is not installed (extra ``read``).

    Examples
    --------
    >>> corpus = load({"a": "Integritas adalah kunci.", "b": "Kami bekerja sama."})
    >>> corpus.essays[["essay", "words"]].values.tolist()
    [['a', 3], ['b', 3]]
    >>> import pandas as pd, kpu_corpus as kc
    >>> shifts = pd.Series(["pagi", "sore"], index=["a", "b"], name="kelas")
    >>> kc.coverage(load(corpus, metadata=shifts), by="kelas")["kelas"].tolist()
    ['pagi', 'sore']
    """
    duplicates = choice("duplicates", duplicates, DUPLICATES)
    if on is not None and metadata is None:
        raise InvalidArgument("on_alone", got=repr(on))
    if not isinstance(limits, Limits | None):
        raise InvalidArgument("limits_type", got=type(limits).__name__)
    if text is not None and isinstance(source, Corpus | Mapping):
        raise InvalidArgument("text_alone", got=repr(text))
    bounds = limits or Limits()
    if isinstance(source, Corpus):
        corpus = source
    elif isinstance(source, Mapping):
        with resting(lasting=True):
            corpus = _of_rows(_from_mapping(source))
    elif is_table(source):
        with resting(lasting=True):
            corpus = _of_rows(_from_table(source, text))
    else:
        without = Path(metadata) if isinstance(metadata, str | Path) else None
        paths = _paths(source)
        sources, refused = read(paths, limits=bounds, text=text, without=without)
        corpus = built(sources, refused, paths)
    if metadata is not None:
        corpus = join(corpus, metadata, bounds, on)
    warn_dates(corpus)
    if not isinstance(source, Corpus):
        warn_markup(corpus)
        warn_numbers(corpus)
    return without_duplicates(corpus) if duplicates == "first" else corpus


def _paths(source: object) -> list[str | Path]:
    if isinstance(source, str | Path):
        return [_path(source)]
    series = hasattr(source, "to_frame")  # texts or paths, nobody can tell which
    paths = None if series or isinstance(source, bytes) else several(source)
    if paths is None:
        raise InvalidArgument("load_series" if series else "load_type", got=type(source).__name__)
    if not paths:
        raise InvalidArgument("load_empty")
    for item in paths:
        if not isinstance(item, str | Path):
            raise InvalidArgument("load_list", got=cut(repr(item), SHOWN))
    return [_path(item) for item in paths]


def _path(given: str | Path) -> str | Path:
    """Return what is meant as a path; raises InvalidArgument for a text and for an address."""
    text = str(local("load", given))
    if _is_text(text):
        raise InvalidArgument("load_text", got=repr(cut(text, SHOWN)), size=len(text))
    return given


def _is_text(given: str) -> bool:
    """Tell whether there is no such file and nobody would call one so: lines, long, a sentence."""
    if exists(given):
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
            raise InvalidArgument("text_type", key=repr(key), got=type(text).__name__)
        name = id_of(key) or str(place)
        if name in ids:
            raise InvalidArgument("keys_twice", a=repr(ids[name]), b=repr(key), got=repr(name))
        ids[name] = key
        plain = Source.plain_text(name, text)
        found.append((name, UnreadableSource("empty_text")) if is_blank(text) else plain)
    return found


def _from_table(table: Any, text: object) -> list[Row]:
    if 0 in table.shape:
        raise UnreadableSource("no_texts")
    made = table_of(table)
    found = sources_of(made, text=None if text is None else str(text))
    if numbers_twice(table) and not id_column(made.columns):
        twice = table.index[table.index.duplicated()][0]
        found.append(RenamedEssays("index_numbers", got=repr(int(twice))))
    return found


def _of_rows(rows: list[Row]) -> Corpus:
    """Make the corpus of ready essays; those without text are named as skipped."""
    if not rows:
        raise UnreadableSource("no_texts")
    for row in rows:
        if isinstance(row, RenamedEssays):
            warn(row)
    full = [row for row in rows if isinstance(row, Source)]
    return built(full, [row for row in rows if isinstance(row, tuple)])
