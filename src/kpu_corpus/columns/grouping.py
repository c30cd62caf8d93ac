"""Essays grouped by one of their columns: the rows of every table by essay or group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import numpy as np

from kpu_corpus.columns.alike import (
    in_one_numbering,
    number_in,
    office_form,
    together,
    warn_alike,
    warn_together,
)
from kpu_corpus.columns.names import MONTH, YEAR, Called, called_also, column_named, column_told
from kpu_corpus.columns.of_files import OF_FILES
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.values import NO_VALUE, as_label
from kpu_corpus.errors import Hint, InvalidArgument, KpuCorpusWarning, among, listed, nearest
from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.ground.frames import Columns, is_missing, taken, with_key
from kpu_corpus.ground.pickled import kept
from kpu_corpus.ground.spellings import even, in_people_order
from kpu_corpus.ground.warned import warn
from kpu_corpus.labels import LANGUAGES, label

if TYPE_CHECKING:
    import pandas as pd


NOT_GROUPS = frozenset({"text", "start", "end", "words"})
SPELT = frozenset({"unit", "author"})  # read in the essays, with the spelling used there
FLAGS = ("True", "False")
WHOLE = "corpus"  # the one group of all essays


@dataclass(frozen=True, eq=False)
class Groups:
    """The ``labels`` of the groups and, for each essay, the row of its group; ``by`` is the column.

    ``values`` are the groups with the dtype of the column; None if they are the labels. ``missing``
    is the label of the essays without a value, which differs from all values.
    """

    by: str
    labels: tuple[str, ...]
    row: Ints
    values: pd.Series[Any] | None = None
    missing: str = NO_VALUE

    @property
    def told(self) -> str | None:
        """The value of ``by`` for a manifest: the column's own name; None without groups."""
        return None if self.by == WHOLE and self.values is None else self.by

    @property
    def compared(self) -> tuple[str, ...]:
        """The groups that are compared with each other: those of a value, if it has several.

        The essays without one may be of any of these, so nothing is concluded about them: they are
        on a side where they are named, and where the column has no second value to compare with.
        """
        blank = self.values is not None and self.labels[-1:] == (self.missing,)
        return self.labels[:-1] if blank and len(self.labels) > 2 else self.labels

    @property
    def unstated(self) -> Bools:
        """Which essays are in none of the groups that are compared, as a mask."""
        return self.row >= len(self.compared)

    def rest(self, essays: Bools) -> Bools:
        """Return what some essays (a mask) are compared with: those of all other groups."""
        others = ~essays & ~self.unstated
        return others if others.any() else ~essays

    def named(self, names: Iterable[str]) -> Hint | str:
        """Return some groups as messages list them: essays without a value in their language."""
        missing = _NoValue("report.no_value")
        return listed([missing if name == self.missing else name for name in names])

    def taken(self, rows: Any) -> Any:
        """Return the column of a table that names the groups of its rows."""
        places = np.asarray(rows, dtype=np.int64)
        return taken(self.labels, places) if self.values is None else self.values.take(places).array

    def keyed(self, columns: Columns) -> dict[str, Any]:
        """Return the columns of a table with the one that names the groups, in its dtype.

        Raises InvalidArgument if the table has another column of that name.
        """
        dtype = "str" if self.values is None else self.values.dtype
        return {
            column: dtype if column == self.by else kind
            for column, kind in with_key(columns, self.by).items()
        }


class _NoValue(Hint):
    """The group of the essays without a value, as tables show it in either language."""

    def text(self, lang: str) -> str:
        return label(self.message, lang)


def group(
    corpus: Corpus,
    by: str | None,
    *others: str,
    whole: bool = True,
    tell: bool = True,
    name: str = "by",
) -> Groups:
    """Group the essays of a corpus by a column of ``corpus.essays``; None makes one group.

    The column may be named as :func:`column_named` has it. ``"folder"`` is the folder of the file
    of each essay, under the one that was loaded, ``"top_folder"`` the first of its folders that not
    all essays share, whatever lies below, ``"year"`` the year of its date (of several days the
    first), a whole number, and ``"month"`` its month (``"2024-05"``), unless the essays have a
    column of that name.

    Groups keep the dtype of the column and come in its order (text in natural order: "Angkatan 2"
    before "Angkatan 10", IX before X), essays without a value last: of a column of text they are
    "(tanpa nilai)", of others missing. Where a value is itself "(tanpa nilai)", it keeps its name
    and its group, and the missing are "((tanpa nilai))". Authors and offices that differ in
    capitals, white space and short forms (Kab., KPU) alone are one group, and so are batches and
    the like that differ in how their number is written (II, 2) or the rank of an employee (III/A,
    IIIa); that, values that look the same but are groups apart, and a column without any value are
    told in a warning, unless the caller groups for show only (``tell``).

    Raises InvalidArgument for a column that does not exist, naming those that do and the ``others``
    that the caller takes, and for None where the caller cannot take the ``whole`` corpus as one
    group; the column is called ``name`` there.

    >>> import kpu_corpus as kc
    >>> group(kc.load({"a": "Kami bekerja.", "b": "Kami belajar."}), "essay").labels
    ('a', 'b')
    """
    if by is None and whole:
        return Groups(WHOLE, (WHOLE,), np.zeros(len(corpus), dtype=np.int32))
    by = by if by is None else column_named(corpus, by, name)
    if by == "essay":
        return Groups("essay", corpus.ids, np.arange(len(corpus), dtype=np.int32))
    by = _checked(corpus, by, others, "by" if whole else "one_of", name)
    even = evened(corpus, by, tell=tell)
    if tell and len(corpus) and even.isna().all():
        warn(KpuCorpusWarning("no_values", column=column_told(corpus, by)))
    return _grouped(corpus, by)


@kept
def _grouped(corpus: Corpus, by: str) -> Groups:
    values, row = _sorted(evened(corpus, by))
    missing = _no_value(map(as_label, values.dropna()))
    if _is_text(values):
        values = values.fillna(missing)
    said = (missing if is_missing(value) else as_label(value) for value in values)
    return Groups(by, tuple(said), row, values, missing)


def _checked(corpus: Corpus, by: str | None, others: Sequence[str], message: str, name: str) -> str:
    """Return the column; raise InvalidArgument for one that essays cannot be grouped by."""
    columns = {name for name in corpus.columns if name not in NOT_GROUPS}
    if by in columns or (by in OF_FILES and evened(corpus, by).notna().any()):
        return by
    if by in OF_FILES:
        message = "no_dates" if by in (YEAR, MONTH) else "no_folders"
        raise InvalidArgument(message, name=name, got=column_told(corpus, by))
    columns.update(made for made in OF_FILES if evened(corpus, made).notna().any())
    valid = sorted((*(corpus.headings.get(name, name) for name in columns), *others))
    hint = nearest(str(by), [*valid, *chain(*map(called_also, valid))])
    called = Called("columns", names=valid)
    raise InvalidArgument(message, name=name, got=repr(by), valid=called, hint=hint)


def essays_of(corpus: Corpus, groups: Groups, names: str | list[str]) -> tuple[list[str], Bools]:
    """Return the groups that are meant by some names, and their essays, as a mask.

    A batch or an office may be named as some essays have it (II, of the group 2), a value after its
    column (Kelompok A), and the essays without one as tables show them. Raises InvalidArgument for
    a name of no group.
    """
    wanted, by = [names] if isinstance(names, str) else names, groups.by
    place = {name: index for index, name in enumerate(groups.labels)}
    shown = {label("report.no_value", lang) for lang in LANGUAGES} - {*place}
    if groups.missing in place:
        wanted = [groups.missing if name in shown else name for name in wanted]
    spelt = {office_form(name): name for name in place} if by in SPELT else {}
    spelt |= {f"{even(by)} {even(name)}": name for name in place}
    meant = {
        name: number_in(name, by) or spelt.get(office_form(name)) or spelt.get(even(name), name)
        for name in wanted
    }
    known = (name if name in place or meant[name] not in place else meant[name] for name in wanted)
    wanted, column = [*dict.fromkeys(known)], column_told(corpus, by)
    for name in wanted:
        if name not in place and name in FLAGS:  # a mask over the essays, more likely than a name
            raise InvalidArgument("side_bool", got=name, by=column)
        if name not in place:
            hint = nearest(name, groups.labels) or nearest(PurePath(name).stem, groups.labels)
            message = "not_an_essay" if by == "essay" and not hint else "not_a_value"
            told = {"got": repr(name), "valid": among(groups.labels), "hint": hint}
            raise InvalidArgument(message, name=column, **told)
    return wanted, np.isin(groups.row, [place[name] for name in wanted])


def warn_unstated(corpus: Corpus, groups: Groups, sides: Bools | None = None) -> None:
    """Warn of essays without a value that are on none of the ``sides``; None: of all of them."""
    left = groups.unstated if sides is None else groups.unstated & ~sides
    if left.any():
        column, count = column_told(corpus, groups.by), int(left.sum())
        warn(KpuCorpusWarning("unstated", column=column, count=count))


def evened(corpus: Corpus, by: str, *, tell: bool = False) -> pd.Series[Any]:
    """Return a column in which spellings of one name, or of the number of a batch, are unified.

    These and similar values are told in a warning where the caller says so.
    """
    even, sets = _even(corpus, by)
    if tell:
        warn_together(sets, column_told(corpus, by))
        warn_alike(even, column_told(corpus, by))
    return even


@kept
def _even(corpus: Corpus, by: str) -> tuple[pd.Series[Any], list[list[str]]]:
    column = corpus.column(by) if by in corpus.columns else OF_FILES[by](corpus)
    return together(column) if by in SPELT else in_one_numbering(column, by)


def _sorted(column: pd.Series[Any]) -> tuple[pd.Series[Any], Ints]:
    """Return the distinct values of a column, missing ones last, and the index of each value.

    Text is in natural order, other values in that of their dtype.
    """
    import pandas as pd

    row, found = pd.factorize(column, sort=True)
    if _is_text(column):
        row = pd.Index(in_people_order(found.tolist()), dtype="str").get_indexer(pd.Index(column))
    row[row < 0] = len(found)
    first = np.unique(row, return_index=True)[1]
    return column.take(first).reset_index(drop=True), row.astype(np.int32)


def _is_text(column: pd.Series[Any]) -> bool:
    """Tell whether a column holds text, also as objects (pandas infer_string off), or nothing."""
    import pandas as pd

    return str(column.dtype) == "str" or pd.api.types.infer_dtype(column) in ("string", "empty")


def _no_value(values: Iterable[str]) -> str:
    """Return the label of missing values, which differs from all values of the column.

    >>> _no_value(["Subang"]), _no_value(["(tanpa nilai)", "Subang"])
    ('(tanpa nilai)', '((tanpa nilai))')
    """
    label, used = NO_VALUE, set(values)
    while label in used:
        label = f"({label})"
    return label


def is_no_value(label: str) -> bool:
    """Tell whether a label stands for missing values, in any number of brackets.

    >>> is_no_value("(tanpa nilai)"), is_no_value("((tanpa nilai))"), is_no_value("tanpa nilai")
    (True, True, False)
    """
    return NO_VALUE in label and label.strip("()") == NO_VALUE.strip("()")


def labelled(table: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
    """Return a table in which the given columns of groups hold their labels.

    >>> import pandas as pd
    >>> labelled(pd.DataFrame({"tahun": [2023.0, None]}), ["tahun"])["tahun"].tolist()
    ['2023', '(tanpa nilai)']
    """
    import pandas as pd

    made = {
        name: pd.Series(map(as_label, table[name]), index=table.index, dtype="str")
        for name in columns
        if str(table[name].dtype) != "str" or table[name].hasnans  # as CSV files have blanks
    }
    return table.assign(**made)


def group_columns(table: pd.DataFrame) -> list[str]:
    """Return the leading columns of a table of this library that name its groups."""
    by = table.attrs.get("kpu_corpus", {}).get("arguments", {}).get("by")
    asked = {f"{by}{side}" for side in ("", "_a", "_b")} if by else set()
    return [*takewhile(asked.__contains__, table.columns)]
