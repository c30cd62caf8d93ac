"""Argument checks at the start of a call, so that no value is misread."""

from __future__ import annotations

import operator
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from math import inf, isfinite
from numbers import Integral
from pathlib import Path, PurePath
from typing import Any

from kpu_corpus.errors import InvalidArgument, KpuCorpusError, one_of
from kpu_corpus.ground.printable import cut, encodable
from kpu_corpus.labels import LANGUAGES

SHOWN_PATH = 60  # characters shown of an invalid path


def whole(name: str, value: Any, least: int = 1) -> int:
    """Return a whole number of at least ``least``, also of NumPy; True and False are refused.

    >>> whole("top", 3)
    3
    >>> whole("top", 2.0)
    Traceback (most recent call last):
    kpu_corpus.errors.InvalidArgument: top=2.0; expected a whole number of at least 1.
    """
    try:
        number = None if is_flag(value) else operator.index(value)
    except TypeError:
        number = None
    if number is None or number < least:
        raise InvalidArgument("whole", name=name, got=repr(value), least=least)
    return number


def real(name: str, value: Any, message: str, least: float = 0.0, most: float = inf) -> Any:
    """Return a finite number from ``least`` to ``most``; ``message`` is the label of the error.

    >>> real("share", 0.5, "share_range", most=1.0)
    0.5
    """
    try:
        good = not is_flag(value) and isfinite(value)
    except (TypeError, OverflowError):  # not a number, or too large for a float
        good = False
    if not good or not least <= value <= most:
        raise InvalidArgument(message, name=name, got=repr(value))
    return value


def flag(name: str, value: Any) -> bool:
    """Return True or False as given; nothing else is accepted.

    >>> flag("text", False)
    False
    """
    if not is_flag(value):
        raise InvalidArgument("flag", name=name, got=repr(value))
    return bool(value)


def string(name: str, value: Any) -> str:
    """Return a string that tables and files can hold; raises InvalidArgument for anything else.

    >>> string("by", "unit")
    'unit'
    """
    if not isinstance(value, str):
        raise InvalidArgument("text", name=name, got=repr(value))
    return encodable(value)


def choice(name: str, value: Any, valid: Iterable[str], message: str = "one_of") -> Any:
    """Return one of a few words as given; raises InvalidArgument for any other, of any type.

    ``message`` is the label of the error, if there is more to say than the valid words.

    >>> choice("to", "csv", ("csv", "npz"))
    'csv'
    """
    choices = list(valid)
    # pandas and NumPy would compare cell by cell
    if not isinstance(value, str) or value not in choices:
        raise one_of(name, value, choices, message)
    return value


def language(value: str) -> str:
    """Return a language of the labels as given; raises InvalidArgument for any other.

    >>> language("id")
    'id'
    """
    return str(choice("lang", value, LANGUAGES))


def path_of(value: Any, name: str = "path") -> Path:
    """Return a path that was given as a string or a Path; raises InvalidArgument otherwise.

    >>> path_of("laporan.html").suffix
    '.html'
    """
    try:
        good = isinstance(value, str | Path) and b"\0" not in os.fsencode(value)
    except UnicodeEncodeError:  # a lone surrogate, which no name may have
        good = False
    if not good:
        raise InvalidArgument("path", name=name, got=repr(value))
    return from_home(value)


def from_home(path: str | Path) -> Path:
    """Return a path with ``~`` as the home folder, as in pandas.

    >>> from_home("laporan.html").name
    'laporan.html'
    """
    return Path(os.path.expanduser(path))


@contextmanager
def as_given(*paths: object) -> Iterator[None]:
    """Name files in the errors of the block as the paths were given: with ``~`` where they have it.

    >>> with as_given("~/esai"):
    ...     raise InvalidArgument("not_found", path=repr(str(from_home("~/esai"))), hint="")
    Traceback (most recent call last):
    kpu_corpus.errors.InvalidArgument: '~/esai' does not exist.
    """
    try:
        yield
    except KpuCorpusError as error:
        given = [str(path) for path in paths if isinstance(path, str | Path)]
        heads = {Path(path).parts[0] for path in given if path.startswith("~")}
        for head in sorted(heads):
            home = os.path.expanduser(head)
            places = "|".join(map(re.escape, dict.fromkeys((home, repr(home)[1:-1]))))
            if home not in {head, os.sep}:
                _retell(error, re.compile(rf"(?<![\w.~/\\-])(?:{places})(?![\w.-])"), head)
        raise


def _retell(error: KpuCorpusError, place: re.Pattern[str], name: str) -> None:
    """Put a name in the place of another in all fields of an error."""
    for key, value in error.fields.items():
        if isinstance(value, KpuCorpusError):
            _retell(value, place, name)
        elif isinstance(value, str | PurePath):
            error.fields[key] = place.sub(lambda _: name, str(value))
    error.args = (error.text("en"),)


def local(name: str, path: str | Path) -> str | Path:
    """Return a path as given; raises InvalidArgument for the address of a site or object store.

    >>> local("source", "s3://arsip/esai.parquet")
    Traceback (most recent call last):
    kpu_corpus.errors.InvalidArgument: source: s3://arsip/esai.parquet is an address; \
nothing is downloaded: save the page or the file first and give its path.
    """
    # a Path keeps one of the slashes; a single letter before the colon is a Windows drive
    if re.match("[a-z][a-z0-9+.-]+:/", str(path), re.IGNORECASE) and not os.path.exists(path):
        got = re.sub("^([^:]+):/(?!/)", r"\1://", str(path))
        raise InvalidArgument("address", name=name, got=cut(got, SHOWN_PATH))
    return path


def checked_table(value: Any) -> Any:
    """Return a DataFrame as given; raises InvalidArgument for anything else, also of Polars.

    >>> checked_table("themes")
    Traceback (most recent call last):
    kpu_corpus.errors.InvalidArgument: got str; expected a table of this library (pandas.DataFrame).
    """
    if not is_table(value):
        room = type(value).__module__.partition(".")[0]
        name = type(value).__name__
        raise InvalidArgument("table", got=name if room == "builtins" else f"{room}.{name}")
    return value


def is_table(value: Any) -> bool:
    """Tell a DataFrame from everything else; the columns of an Arrow table have no names.

    >>> is_table({"columns": ["essay"]})
    False
    """
    return hasattr(value, "columns") and hasattr(value, "attrs")


def of_pandas(value: Any) -> Any:
    """Return a table of Polars or Arrow as pandas has it, anything else as it is.

    Raises InvalidArgument for a LazyFrame of Polars and a table of Dask, which hold no rows yet.

    >>> import pyarrow
    >>> is_table(of_pandas(pyarrow.table({"essay": ["a"]}))), of_pandas("corpus/")
    (True, 'corpus/')
    """
    if not hasattr(value, "to_pandas") and not is_table(value):
        for other, call in (("lazy", "collect"), ("columns", "compute")):
            if hasattr(value, other) and hasattr(value, call):
                raise InvalidArgument("lazy_table", got=type(value).__name__, call=call)
    converts = hasattr(value, "to_pandas") and hasattr(value, "columns")
    return value.to_pandas() if converts else value


def is_series(value: Any) -> bool:
    """Tell a Series, which has an index and may have a name, from everything else.

    >>> import pandas as pd
    >>> is_series(pd.Series(["pagi"])), is_series(pd.Index(["pagi"])), is_series(["pagi"])
    (True, False, False)
    """
    return hasattr(value, "to_frame") and hasattr(value, "index")


def columns_of(value: Any) -> list[str]:
    """Return the column names of a DataFrame; an empty list for anything else.

    >>> columns_of("themes")
    []
    """
    return [str(name) for name in value.columns] if is_table(value) else []


def numeric(table: Any, columns: Iterable[str]) -> None:
    """Raise InvalidArgument for the first of some columns whose numbers are text.

    Those of a file with decimal commas are.

    >>> import pandas as pd
    >>> numeric(pd.DataFrame({"share": ["0,25"]}), ["share"])
    Traceback (most recent call last):
    kpu_corpus.errors.InvalidArgument: the column share needs numbers and holds text ('0,25'). \
If the table is from a file with decimal commas, read it with pd.read_csv(…, decimal=',').
    """
    import pandas as pd

    for name in columns:
        if pd.api.types.infer_dtype(table[name], skipna=True) == "string":
            raise InvalidArgument("numeric", column=name, got=repr(table[name].dropna().iloc[0]))


def several(value: Any) -> list[Any] | None:
    """Return an iterable as a list, None for anything else.

    >>> several(("a", 2)), several(3)
    (['a', 2], None)
    """
    try:
        return list(value)
    except TypeError:  # also a zero-dimensional array, though it has the method
        return None


def as_heading(value: Any) -> Any:
    """Return a whole number as the headings of a table without any are named, others as given.

    >>> as_heading(2), as_heading("kelas"), as_heading(True)
    ('2', 'kelas', True)
    """
    return str(value) if isinstance(value, Integral) and not is_flag(value) else value


def strings(name: str, value: Any, message: str = "", *, headings: bool = False) -> list[str]:
    """Return one or several strings that tables and files can hold as a list.

    With a ``message``, the label of the error, a single string is refused. Bytes, mappings and
    tables are refused, since their numbers, keys and headings are not meant. Among ``headings``
    whole numbers are taken as ``as_heading`` does.

    >>> strings("themes", "integritas"), strings("themes", ("integritas", "sinergi"))
    (['integritas'], ['integritas', 'sinergi'])
    """
    value = as_heading(value) if headings else value
    if isinstance(value, str) and not message:
        return [encodable(value)]
    other = isinstance(value, str | bytes | Mapping) or hasattr(value, "columns")
    listed = None if other else several(value)
    if listed and headings:
        listed = [*map(as_heading, listed)]
    if listed is None or not all(isinstance(one, str) for one in listed):
        got = type(value).__name__ if hasattr(value, "columns") else repr(value)
        raise InvalidArgument(message or "strings", name=name, got=got)
    return [*map(encodable, listed)]


def is_flag(value: Any) -> bool:
    """Tell whether a value is True or False, also of NumPy."""
    import numpy as np

    return isinstance(value, bool | np.bool_)
