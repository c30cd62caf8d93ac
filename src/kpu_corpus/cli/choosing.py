"""The essays that ``--only`` asks for, with a value in a column, and ``--without`` leaves out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain
from operator import and_

import kpu_corpus as kc
from kpu_corpus.columns.grouping import Groups, essays_of, group
from kpu_corpus.columns.names import FOLDER, TOP, column_named, column_told
from kpu_corpus.corpus.reasons import UNMATCHED
from kpu_corpus.corpus.values import CATEGORY, PARTED, UNLIKE
from kpu_corpus.errors import Hint, InvalidArgument, KpuCorpusWarning, listed
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.warned import warn

NAMES = {True: "only", False: "without"}
Chosen = tuple[str, bool]  # a column, and whether the essays with some of its values are kept


def chosen(corpus: kc.Corpus, only: Sequence[str], without: Sequence[str]) -> kc.Corpus:
    """Return the essays with one of the values that are named of each column (COLUMN=VALUE).

    Those that have one of the values to be ``without`` are left out; of essays without a value it
    is not known, so these stay. A post in several categories has each of them.

    Of files that could not be read, those are left out that are certainly of others: in one of the
    folders, or beside the files, that were not chosen.
    """
    sides, blank = dict[Chosen, Bools](), dict[Chosen, Bools]()
    refused = corpus.refused
    for (column, kept), named in _values(corpus, only, without).items():
        groups = group(corpus, column, whole=False, tell=False, name=NAMES[kept])
        names, side = essays_of(corpus, groups, _listing(corpus, groups, named))
        sides[column, kept] = side if kept else ~side
        if kept and groups.labels[-1:] == (groups.missing,):
            blank[column, kept] = (groups.row == len(groups.labels) - 1) & ~side
        if column in (FOLDER, TOP) and column not in corpus.columns:
            others = {*groups.labels} - {*names, groups.missing}
            others, names = (others, names) if kept else ({*names}, [*others])
            below = column == TOP
            refused = tuple(one for one in refused if not _is_in(one[0], others, names, below))
        elif column == "source":
            here = tuple({corpus.by_name[name].origin for name in names})
            refused = tuple(one for one in refused if one[0].startswith(here) == kept)
    _warn_blank(corpus, sides, blank)
    both = reduce(and_, sides.values())
    said = (*only, *(pair.replace("=", UNLIKE, 1) for pair in without))
    if not both.any():
        raise InvalidArgument("only_none", got=", ".join(said))
    # a selection does not keep these, since they may be of others
    apart = [reason for _, reason in corpus.refused if reason.message in UNMATCHED]
    if apart:
        by = Hint("by_column", column=repr(corpus.joined)) if corpus.joined else ""
        warn(KpuCorpusWarning("metadata_apart", by=by, reasons=listed(apart, "; ")))
    return replace(replace(corpus, refused=refused).select(both), chosen=said)


def _values(
    corpus: kc.Corpus, only: Sequence[str], without: Sequence[str]
) -> dict[Chosen, list[str]]:
    """Return the values that are named of each column, apart by whether they are kept."""
    values: dict[Chosen, list[str]] = {}
    for kept, pairs in ((True, only), (False, without)):
        for pair in pairs:
            column, _, value = map(str.strip, pair.partition("="))
            if not (column and value):
                raise InvalidArgument("only_pair", option=f"--{NAMES[kept]}", got=repr(pair))
            key = column_named(corpus, column), kept
            values.setdefault(key, []).append(value)
    return values


def _listing(corpus: kc.Corpus, groups: Groups, named: list[str]) -> list[str]:
    """Return the groups of posts that are in some categories, perhaps among others.

    Raises InvalidArgument for a category of no post, naming those that there are, one by one.
    """
    if groups.by != CATEGORY:
        return named
    parts = {group: group.split(PARTED) for group in groups.labels}
    labels = (*dict.fromkeys(chain(*parts.values(), parts)),)
    meant, _ = essays_of(corpus, replace(groups, labels=labels), named)
    return [group for name in meant for group in parts if name in (group, *parts[group])]


def _warn_blank(
    corpus: kc.Corpus,
    sides: Mapping[Chosen, Bools],
    blank: Mapping[Chosen, Bools],
) -> None:
    """Warn of the essays without a value in a column, as far as the other columns may have them."""
    may = reduce(and_, (side | blank.get(key, side) for key, side in sides.items()))
    for (column, _), missing in blank.items():
        if count := int((missing & may).sum()):
            told = {"column": column_told(corpus, column), "count": count}
            warn(KpuCorpusWarning("only_unstated", **told))


def _is_in(path: str, others: Collection[str], names: Collection[str], below: bool) -> bool:
    """Tell whether a file is in one of the other folders; the longest that fits is its own.

    A file in a folder ``below`` one of them may count as well, unless it is below one that was
    chosen, too.

    >>> _is_in("esai/BPS/foto.jpg", {"BPS"}, {"Garut"}, False), _is_in("a", {"BPS"}, {"B"}, False)
    (True, False)
    >>> [_is_in("esai/BPS/Ani/foto.jpg", {"BPS"}, {"Garut"}, below) for below in (False, True)]
    [False, True]
    >>> _is_in("esai/BPS/KPU/foto.jpg", {"KPU"}, {"BPS"}, True)
    False
    """
    folder = f"/{path.replace('.zip/', '/').rpartition('/')[0]}/"
    here = str.__contains__ if below else str.endswith
    fitting = [name for name in (*others, *names) if here(folder, f"/{name}/")]
    return max(fitting, key=len, default="") in others and not (below and {*names} & {*fitting})
