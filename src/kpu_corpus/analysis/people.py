"""Who wrote which essay, and who wrote several of one group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.running_words import body_words
from kpu_corpus.columns.grouping import Groups, group
from kpu_corpus.columns.names import column_named, column_told
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import KpuCorpusWarning
from kpu_corpus.ground.arrays import Bools, Ints, readonly
from kpu_corpus.ground.pickled import kept
from kpu_corpus.ground.warned import named, warn
from kpu_corpus.loading.metadata.people import is_of_people, office, person
from kpu_corpus.segment.bylines.nobody import is_nobody
from kpu_corpus.tokens import Tokens


@dataclass(frozen=True, eq=False)
class People:
    """Whose each essay is: ``labels``, and for each essay the ``row`` of its label.

    ``by`` is the column, ``asked`` what the caller called it, ``missing`` the label of the essays
    without a value, or by an account or an office in a column of people. There ``known`` are the
    names without case and degrees, the same for all spellings of one; elsewhere there is nothing in
    it.
    """

    by: str
    asked: str
    labels: tuple[str, ...]
    row: Ints
    missing: str
    known: tuple[str, ...]


def people_of(corpus: Corpus, asked: str, name: str = "pairs") -> People:
    """Return whose each essay is by a column, which messages call the argument ``name``.

    Raises InvalidArgument for a column that does not exist.
    """
    by = column_named(corpus, asked, name)
    of = is_of_people(corpus, by)
    made = group(corpus, asked, whole=False, tell=not of, name=name)
    if not of:
        return People(made.by, asked, made.labels, made.row, made.missing, ())
    labels = tuple(dict.fromkeys((*made.labels, made.missing)))
    nobody = np.array([is_nobody(label) for label in labels], dtype=bool)[made.row]
    row = np.where(nobody, labels.index(made.missing), made.row).astype(np.int32)
    known = (label if label == made.missing else person(label) or label for label in labels)
    return People(made.by, asked, labels, row, made.missing, tuple(known))


def merged(people: People) -> People:
    """Return the same people with one label for all spellings of a name, the first of them.

    >>> import kpu_corpus as kc, pandas as pd
    >>> rows = pd.DataFrame({"author": ["Ani Sari", "Budi", "ANI SARI"], "text": "Kami jujur."})
    >>> of = merged(people_of(kc.load(rows), "author"))
    >>> [of.labels[row] for row in of.row.tolist()]
    ['Ani Sari', 'Budi', 'Ani Sari']
    """
    return _as_one(people, people.known)


def alike(people: People) -> People:
    """Return the same people with one label for spellings that differ in case and degrees only.

    Namesakes with different offices are several people.

    >>> import kpu_corpus as kc, pandas as pd
    >>> names = ["Rina (KPU Garut)", "Ani Sari", "RINA (KPU Subang)", "Ani Sari, S.H."]
    >>> rows = pd.DataFrame({"author": names, "text": "Kami jujur."})
    >>> of = alike(people_of(kc.load(rows), "author"))
    >>> [of.labels[row] for row in of.row.tolist()]
    ['Rina (KPU Garut)', 'Ani Sari', 'RINA (KPU Subang)', 'Ani Sari']
    """
    both = zip(people.known, people.labels, strict=False)
    return _as_one(people, [f"{known}\n{office(label)}" for known, label in both])


def _as_one(people: People, keys: Sequence[str]) -> People:
    """Return people with one label for all that have one key, the first of them."""
    if not people.known:
        return people
    first = {key: at for at, key in reversed([*enumerate(keys)])}
    place = {key: at for at, key in enumerate(dict.fromkeys(keys))}
    row = np.array([place[key] for key in keys], dtype=np.int32)[people.row]
    labels, known = (
        [names[first[key]] for key in place] for names in (people.labels, people.known)
    )
    return replace(people, labels=(*labels,), row=row, known=(*known,))


def owners(people: People) -> Ints:
    """Return a number for whoever wrote each essay; of one by nobody known it is nobody else's.

    >>> import kpu_corpus as kc, pandas as pd
    >>> rows = pd.DataFrame({"text": ["Kami jujur."] * 5})
    >>> rows["author"] = ["Ani Sari", None, "ANI SARI, S.H.", "Budi", None]
    >>> owners(people_of(kc.load(rows), "author")).tolist()
    [1, 5, 1, 2, 8]
    """
    names = np.array(people.known or people.labels, dtype=object)
    found = np.unique(names, return_inverse=True)[1][people.row].astype(np.int32)
    unknown = np.array(people.labels, dtype=object)[people.row] == people.missing
    own = len(names) + np.arange(len(found), dtype=np.int32)
    return np.where(unknown, own, found).astype(np.int32)


def told_whose(corpus: Corpus, asked: str) -> tuple[Ints, str]:
    """Return :func:`owners` by a column that is asked for as ``people``, and its own name.

    Raises InvalidArgument for a column that does not exist, and warns of one that names nobody.
    """
    people = people_of(corpus, asked, "people")
    if people.known and {people.labels[row] for row in people.row.tolist()} == {people.missing}:
        warn(KpuCorpusWarning("no_people", column=column_told(corpus, people.by)))
    return owners(people), people.by


def added(counts: Any, sizes: Any, whose: Any) -> tuple[Any, Any]:
    """Return counts (rows by essays, or scipy sparse) and sizes of essays, added up by person.

    People stand in the order of the first essay of each; without ``whose`` nothing is added.

    >>> added(np.array([[1, 2, 3]]), np.array([5, 6, 7]), np.array([9, 4, 9]))
    (array([[4, 2]]), array([12,  6]))
    """
    if whose is None:
        return counts, sizes
    from kpu_corpus.terms.unit_counts import adder  # scipy, which not every caller needs

    _, first, place = np.unique(whose, return_index=True, return_inverse=True)
    person = np.argsort(np.argsort(first))[place].astype(np.int32)
    adding = adder(person, len(first)).T
    return counts @ adding, sizes @ adding


class Writers(NamedTuple):
    """How many people wrote in more groups than one, and who wrote several essays of one side.

    Of three groups or more the other side of each is the rest, which has several of whoever wrote
    in several groups.
    """

    across: int
    repeated: tuple[str, ...]


def writers(tokens: Tokens, groups: Groups) -> Writers:
    """Return the authors that groups share and repeat, none where the groups are people."""
    if groups.by == "essay" or is_of_people(tokens.corpus, groups.by):
        return Writers(0, ())
    people, has_words = people_of(tokens.corpus, "author"), written(tokens)
    sides = [has_words & (groups.row == row) for row in range(len(groups.compared))]
    names = ({people.known[row] for row in people.row[side].tolist()} for side in sides)
    across = Counter(name for found in names for name in found if name != people.missing)
    if len(sides) > 2:
        sides += [has_words & groups.rest(side) for side in sides]
    return Writers(sum(found > 1 for found in across.values()), (*_repeated(people, sides),))


def warn_repeated(
    tokens: Tokens, groups: Groups, sides: Iterable[Bools] | None = None, *, rest: bool = False
) -> None:
    """Warn of people with several essays on one side, unless the groups are people.

    The ``sides`` are masks; without them they are the groups, and the ``rest`` if that is the other
    side of each. Essays that are not grouped are no groups.
    """
    if is_of_people(tokens.corpus, groups.by) or (sides is None and groups.by == "essay"):
        return
    has_words = written(tokens)
    asked = _each(groups, rest) if sides is None else sides
    found = _repeated(people_of(tokens.corpus, "author"), (side & has_words for side in asked))
    if found:
        warn(KpuCorpusWarning("repeated_writers", count=len(found), got=named(found)))


def _each(groups: Groups, rest: bool) -> Iterator[Bools]:
    for row in range(len(groups.compared if rest else groups.labels)):
        yield groups.row == row
        if rest:
            yield groups.rest(groups.row == row)


def _repeated(people: People, sides: Iterable[Bools]) -> list[str]:
    """Return who wrote several essays of one of some sides, in the first spelling of each."""
    of = merged(people)
    found: dict[str, None] = {}
    for side in sides:
        counts = Counter(of.labels[row] for row in of.row[side].tolist())
        found |= dict.fromkeys(name for name, essays in counts.items() if essays > 1)
    found.pop(of.missing, None)
    return [*found]


@kept
def written(tokens: Tokens) -> Bools:
    """Tell which essays have words in their body; computed once."""
    found = np.zeros(len(tokens.corpus), dtype=bool)
    found[tokens.essay[body_words(tokens)]] = True
    return readonly(found)
