"""The essays that ``--only`` asks for: those with a value in a column."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from operator import and_

import kpu_corpus as kc
from kpu_corpus.columns.grouping import essays_of, group
from kpu_corpus.columns.names import column_named
from kpu_corpus.corpus.reasons import UNMATCHED
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning, listed
from kpu_corpus.ground.warned import warn


def chosen(corpus: kc.Corpus, only: Sequence[str]) -> kc.Corpus:
    """Return the essays with one of the values that are named of each column (COLUMN=VALUE)."""
    values: dict[str, list[str]] = {}
    for pair in only:
        column, equals, value = pair.partition("=")
        if not equals:
            raise InvalidArgument("only_pair", got=repr(pair))
        values.setdefault(column_named(corpus, column.strip()), []).append(value.strip())
    sides = [
        essays_of(corpus, group(corpus, column, whole=False, tell=False, name="only"), names)[1]
        for column, names in values.items()
    ]
    kept = reduce(and_, sides)
    if not kept.any():
        raise InvalidArgument("only_none", got=", ".join(only))
    # a selection does not keep these, since they may be of others
    apart = [reason for _, reason in corpus.refused if reason.message in UNMATCHED]
    if apart:
        warn(KpuCorpusWarning("metadata_apart", reasons=listed(apart, "; ")))
    return replace(corpus.select(kept), chosen=", ".join(only))
