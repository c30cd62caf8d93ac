"""Removing small groups and texts from a table before publication."""

from __future__ import annotations

from kpu_corpus.columns.grouping import group, labelled
from kpu_corpus.columns.names import column_named
from kpu_corpus.corpus import Corpus, OfCorpus, as_corpus
from kpu_corpus.corpus.tables import SKIPPED
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import checked_table, whole

SMALLEST = 5
# Columns of running words, free text, file names and titles.
FREE_TEXT = (
    *("text", "text_b", "left", "match", "right", "example", "comment"),
    *("surface", "norm", "root", "suggestion", "cue"),
    *("source", "origin", "path", "title"),
)


def suppress(
    table: pd.DataFrame, corpus: Corpus | OfCorpus, *, by: str, smallest: int = SMALLEST
) -> pd.DataFrame:
    """Return a table without the rows of groups with too few essays.

    Parameters
    ----------
    table
        Any table with a column ``by``, such as ``kc.themes(tokens, by="unit")``.
    corpus
        The corpus, or the tokens, that it was made from.
    by
        The column that names the groups; not ``essay``, whose rows are single texts.
    smallest
        Groups with fewer essays are left out. If that is one group, or several with fewer essays in
        total, the next smallest is left out, too, because totals would reveal the rest.

    Raises
    ------
    InvalidArgument
        The table has no such column, or has a group that the corpus lacks, or ``by`` is ``essay``.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami hadir.", "b": "Kami belajar."})
    >>> len(kc.suppress(kc.themes(corpus, by=None), corpus, by="corpus"))
    0
    """
    table, corpus, smallest = checked_table(table), as_corpus(corpus), whole("smallest", smallest)
    by = column_named(corpus, by)
    if by == "essay" or [*table.columns].count(by) != 1:
        raise InvalidArgument("suppress", by=repr(by), columns=", ".join(map(str, table.columns)))
    whole_corpus = by == "corpus" and by not in corpus.columns
    groups = group(corpus, None if whole_corpus else by)
    sizes = {label: int((groups.row == row).sum()) for row, label in enumerate(groups.labels)}
    labels = labelled(table, [by])[by].where(table[by].notna(), groups.missing)
    other = next((label for label in labels if label not in sizes), None)
    if other is not None:  # the number of its essays is unknown
        raise InvalidArgument("suppress_other", by=repr(by), got=repr(other))
    hidden = {label for label, size in sizes.items() if size < smallest}
    for label in sorted(sizes.keys() - hidden, key=lambda label: (sizes[label], label)):
        if hidden and sum(sizes[name] for name in hidden) < smallest:
            hidden.add(label)
    return table[~labels.isin(hidden)].reset_index(drop=True)


def without_texts(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table without the columns that quote an essay or name its file.

    If each row is one place in an essay, its words (as written, normal or root) are dropped as
    well, and so are the reasons in ``corpus.skipped``; counted terms (``term``, ``display``) and
    numbers remain. Raises InvalidArgument for anything but a table.

    >>> import kpu_corpus as kc
    >>> rows = kc.evidence(kc.load({"a": "Kami menjaga integritas."}))
    >>> list(kc.without_texts(rows))
    ['essay', 'theme', 'pattern', 'sentence', 'start', 'end', 'status', 'rule', 'counted']
    """
    table = checked_table(table)
    quoting = [
        name
        for name in FREE_TEXT
        if name in table.columns and not pd.api.types.is_numeric_dtype(table[name].dtype)
    ]
    if SKIPPED.keys() <= set(table.columns):
        quoting.append("reason")  # the reason for skipping may name the file, and people
    return table.drop(columns=quoting)
