"""What an essay belongs to: grouping columns, and its title, author and file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kpu_corpus.columns.grouping import evened, group
from kpu_corpus.columns.names import without_personal
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Essay
from kpu_corpus.labels import is_label
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.wording import NAME, Wording, clipped

if TYPE_CHECKING:
    import pandas as pd

FIELDS = ("author", "unit")  # of the essay itself that group when several essays share them
OWN = ("essay", "source", "title")  # columns that every table of essays has anyway
FILE = 255  # characters of the name of a file, as many as it can have
MOST = 3  # grouping columns that a table shows
TITLE = 80  # characters of a title
TOLD = ("title", "author", "unit")  # of its essay that a row of a table tells, if any has it
SIDES = ("", "_a", "_b")


def grouping_columns(corpus: Corpus, by: str | None = None) -> tuple[str, ...]:
    """Return the columns to filter essays by, at most three, the same order whatever it is by.

    Chosen are the one that a report is ``by``, then the author's, the office's and those of the
    metadata, the one with the fewest values first (year before position), as far as at least half
    of their values come again: a remark groups nothing. What tells who somebody is (NIP) does not
    either, however often the person wrote.
    """
    known = {key for item in corpus.items for key in item.metadata}
    found = [by] if by and by not in OWN else []
    further = without_personal(corpus, (one for one in corpus.columns if one in known))
    columns = {name: corpus.column(name).dropna().astype(str) for name in (*FIELDS, *further)}
    counts = {name: values.nunique() for name, values in columns.items()}
    for name in (*FIELDS, *sorted(further, key=counts.__getitem__)):
        if name not in found and 1 < counts[name] <= len(columns[name]) / 2:
            found.append(name)
    order = [*corpus.columns, by]  # a folder is no column of the essays
    return tuple(sorted(found[:MOST], key=order.index))


def with_fields_of_essays(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return a table with title, author, unit and groups behind each column of essay ids.

    Groups are the columns of metadata that reports show, too, and spelt as in these. Fields that no
    essay has, or that the table has already, are left out.

    >>> import kpu_corpus as kc, pandas as pd
    >>> rows = pd.DataFrame({"id": ["x"], "text": ["Kami jujur."], "author": ["Ani"]})
    >>> with_fields_of_essays(pd.DataFrame({"essay": ["x"], "n": [1]}), kc.load(rows))
      essay author  n
    0     x    Ani  1
    """
    import pandas as pd

    places = {item.id: place for place, item in enumerate(corpus.items)}
    told = [name for name in TOLD if any(getattr(item, name) for item in corpus.items)]
    told += [name for name in grouping_columns(corpus) if name not in told]
    values = {name: evened(corpus, name).tolist() for name in told}
    made = table.copy()
    for side in SIDES:
        if f"essay{side}" not in made.columns:
            continue
        rows = [places.get(str(name)) for name in made[f"essay{side}"]]
        at = list(made.columns).index(f"essay{side}") + 1
        for name in reversed([name for name in told if f"{name}{side}" not in made.columns]):
            cells = [None if row is None else values[name][row] for row in rows]
            made.insert(at, f"{name}{side}", pd.Series(cells, made.index, dtype=object))
    return made


def grouping_values(figures: Figures, wording: Wording) -> dict[str, dict[str, str]]:
    """Return column → essay id → the group that people read, of :func:`grouping_columns`."""
    found = {}
    for name in grouping_columns(figures.tokens.corpus, figures.by):
        groups = group(figures.tokens.corpus, name, tell=False)
        shown = [wording.group_value(own, name) for own in groups.labels]
        pairs = zip(figures.numbers, groups.row.tolist(), strict=True)
        found[name] = {essay: shown[row] for essay, row in pairs}
    return found


def heading(own_names: Mapping[str, str], name: str, wording: Wording) -> str:
    """Return the heading of a column of the essays: as in the person's table, or a label."""
    own = own_names.get(name)
    if own:
        return clipped(own, NAME)
    return wording.say(f"col_{name}") if is_label(f"report.col_{name}") else clipped(name, NAME)


def in_text(figures: Figures, name: str, wording: Wording) -> str:
    """Return a column of the essays as running text names it, the person's own title first."""
    own = figures.tokens.corpus.headings.get(name)
    return clipped(own, NAME) if own else wording.column(name)


def group_name(figures: Figures, name: str, column: str, wording: Wording) -> str:
    """Return a group as a sentence names it: a bare value comes with its column."""
    return wording.group_name(name, column, in_text(figures, column, wording))


def group_of(figures: Figures, wording: Wording, essay: str) -> str:
    """Return the group of an essay by the column of a report, if not every essay is its own."""
    if figures.by is None or figures.by in OWN:
        return ""
    name = group_name(figures, figures.group_of[essay], figures.by, wording)
    bare = name == wording.say("no_value")  # which, beside a sentence, does not say of what
    return f"{in_text(figures, figures.by, wording)} {name}" if bare else name


def titled(figures: Figures, wording: Wording, essay: str, longest: int = TITLE) -> str:
    """Return the title of an essay, so much of it, with its author in brackets."""
    item = figures.item(essay)
    title = title_of(item, wording, longest)
    return f"{title} ({clipped(item.author, NAME)})" if item.author else title


def title_of(item: Essay, wording: Wording, longest: int) -> str:
    """Return the title of an essay, so much of it."""
    return clipped(item.title, longest) if item.title else wording.say("no_title")


def file_name(figures: Figures, essay: str) -> str:
    """Return the name of the source that an essay stands in."""
    return clipped(figures.item(essay).source, FILE)
