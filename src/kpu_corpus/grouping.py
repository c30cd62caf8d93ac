"""Essays put together by one of their columns: the rows of every table by essay or group."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, nearest
from kpu_corpus.reading.rows import FIELD_NAMES
from kpu_corpus.reading.titles import even
from kpu_corpus.tokens.scanning import Ints, Units

NOT_GROUPS = frozenset({"text", "start", "end", "words"})
NO_VALUE = "(tanpa nilai)"
THIRD = "third"
SHORT = 3  # letters of a value that says nothing without its column
THIRDS = ("awal", "tengah", "akhir")


@dataclass(frozen=True, eq=False)
class Groups:
    """``labels`` of the groups and, for each essay, the row of its group; ``by`` names them."""

    by: str
    labels: tuple[str, ...]
    row: Ints


def group(corpus: Corpus, by: str | None, *others: str, whole: bool = True) -> Groups:
    """Group the essays of a corpus by a column of ``corpus.essays``; None makes one group.

    The column may be named as :func:`column_named` has it.

    Essays without a value come together as "(tanpa nilai)". Raises InvalidArgument for a
    column that does not exist, naming those that do and the ``others`` that the caller takes, and
    for None where the caller cannot take the ``whole`` corpus as one group.

    >>> import kpu_corpus as kc
    >>> group(kc.load({"a": "Kami bekerja.", "b": "Kami belajar."}), "essay").labels
    ('a', 'b')
    """
    if by is None and whole:
        return Groups("corpus", ("corpus",), np.zeros(len(corpus), dtype=np.int32))
    by = by if by is None else column_named(corpus, by)
    if by == "essay":
        labels = tuple(item.id for item in corpus.items)
        return Groups("essay", labels, np.arange(len(corpus), dtype=np.int32))
    columns = [name for name in corpus.columns if name not in NOT_GROUPS]
    if by not in columns:
        valid = sorted((*(corpus.headings.get(name, name) for name in columns), *others))
        hint = nearest(str(by), valid)
        raise InvalidArgument(
            "by" if whole else "by_column", got=repr(by), valid=", ".join(valid), hint=hint
        )
    column = corpus.column(by)
    values = [
        NO_VALUE if lost else as_label(value)
        for value, lost in zip(column, column.isna(), strict=True)
    ]
    found = sorted(set(values))
    place = {value: index for index, value in enumerate(found)}
    return Groups(by, tuple(found), np.array([place[value] for value in values], dtype=np.int32))


def column_named(corpus: Corpus, title: str) -> str:
    """Return the column of ``corpus.essays`` that a person means; the title itself if none is.

    A column goes by its name and by its title in the person's table, whatever its capitals and
    white space are, as long as one column fits. Raises InvalidArgument for anything but a name.

    >>> import kpu_corpus as kc, pandas as pd
    >>> table = pd.DataFrame({"teks": ["Kami hadir."], "Unit Kerja": ["Garut"], "Angkatan": [1]})
    >>> corpus = kc.load(table)
    >>> column_named(corpus, "unit kerja"), column_named(corpus, "angkatan")
    ('unit', 'Angkatan')
    """
    columns = corpus.columns
    if not isinstance(title, str):
        raise InvalidArgument("by_type", got=type(title).__name__)
    if title in columns:
        return title
    found = [name for name in columns if even(name) == even(title)]
    if not found:
        field = FIELD_NAMES.get(even(title), title)
        found = [field] if field in columns else []
    return found[0] if len(found) == 1 else title


def parts(corpus: Corpus, units: Units, by: str | None) -> tuple[Groups, Ints]:
    """Group whole essays as :func:`group`, or with ``by="third"`` the thirds of essays.

    Returns the groups and, for each unit, its part: the row of its essay, or of the third of its
    essay (awal, tengah, akhir) that it stands in, counted in units of the body. ``groups.row`` has
    one value a part. A column of the essays named ``third`` goes before.
    """
    if not isinstance(by, str) or by != THIRD or THIRD in corpus.columns:
        return group(corpus, by, THIRD), units.essay
    body = units.body.astype(np.int64)
    sizes = np.bincount(units.essay, weights=body, minlength=len(corpus)).astype(np.int64)
    before = np.concatenate(([0], np.cumsum(body)[:-1])) if len(body) else body
    order = before - np.concatenate(([0], np.cumsum(sizes)))[units.essay]
    third = np.minimum(3 * order // np.maximum(sizes[units.essay], 1), 2)
    rows = np.tile(np.arange(3, dtype=np.int32), len(corpus))
    return Groups(THIRD, THIRDS, rows), (3 * units.essay + third).astype(np.int32)


def in_words(label: str, column: str) -> str:
    """Return a group as a sentence can name it: with its column where it is a number or short.

    >>> in_words("1", "Angkatan"), in_words("IV", "golongan"), in_words("KPU Garut", "kantor")
    ('Angkatan 1', 'golongan IV', 'KPU Garut')
    """
    bare = len(label) <= SHORT or re.fullmatch(r"[\d.,/–-]+", label)
    return f"{column} {label}" if bare else label


def as_label(value: object) -> str:
    """Return a value as a label; whole numbers that a missing row turned to floats stay whole."""
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if isinstance(value, float) and whole else str(value)
