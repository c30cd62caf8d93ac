"""The essays that a command works on, and those it compares them with, loaded."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kpu_corpus as kc
from kpu_corpus.cli.finishing import WRITTEN, none, skipped
from kpu_corpus.cli.options import Duplicates, Metadata, On, Only, Paths, Text
from kpu_corpus.cli.saying import typed
from kpu_corpus.errors import InvalidArgument, SourceNotFound
from kpu_corpus.ground.spellings import as_people_sort
from kpu_corpus.indonesian.lists.background import SHIPPED

if TYPE_CHECKING:
    from kpu_corpus.terms.reference import Reference

PIECES = 12  # of names that were typed without quotation marks


@dataclass(frozen=True)
class Essays:
    """The essays of a command, as its arguments name them; each field is an option of its own."""

    paths: Paths
    metadata: Metadata = None
    on: On = None
    only: Only = None
    duplicates: Duplicates = "keep"
    text: Text = None

    def load(self) -> kc.Corpus:
        paths, first = self.paths, self.paths[0]
        there = any(map(os.path.exists, paths))
        if there and not os.path.exists(first) and first.suffix in WRITTEN:
            raise InvalidArgument("out_first", path=repr(str(first)), plain=first)
        how: Any = {"on": self.on, "duplicates": self.duplicates, "text": self.text}
        try:
            corpus = kc.load(list(paths), metadata=self.metadata, **how)
        except SourceNotFound as error:
            if whole := next(filter(os.path.exists, _in_pieces(paths, self.metadata)), None):
                raise InvalidArgument("unquoted", path=typed(whole)) from error
            raise
        if not self.only:
            return corpus
        from kpu_corpus.cli.choosing import chosen

        return chosen(corpus, self.only)

    def ordered(self) -> kc.Corpus:
        """Return the essays; those of one folder with its files in natural order.

        Several named files keep the given order. Essays of one file keep theirs.
        """
        corpus = self.load()
        if len(self.paths) != 1 or not self.paths[0].is_dir():
            return corpus
        documents = sorted(corpus.documents, key=lambda one: as_people_sort(one.origin or one.name))
        place = {source.name: at for at, source in enumerate(documents)}
        items = sorted(corpus.items, key=lambda item: place[item.source])
        return replace(corpus, documents=tuple(documents), items=tuple(items))


@dataclass(frozen=True)
class EssaysAlone:
    """The same of a command that takes no table about the essays."""

    paths: Paths
    duplicates: Duplicates = "keep"
    text: Text = None

    def load(self) -> kc.Corpus:
        return Essays(**vars(self)).load()


def _in_pieces(paths: list[Path], metadata: Path | None) -> Iterator[Path]:
    """Yield the files whose names were split at spaces for lack of quotation marks."""
    pieces = [*map(str, paths)]
    for first, last in combinations(range(len(pieces[:PIECES]) + 1), 2):
        words = pieces[first:last]
        wholes = [words] if metadata is None else [words, [str(metadata), *words]]
        yield from (Path(" ".join(whole)) for whole in wholes if len(whole) > 1)


def background_of(value: str, lang: str, **how: Any) -> "str | Reference | None":
    """Return a value for ``background=``: the name of a shipped one, or counts of essays in files.

    The files are preprocessed like the essays; skipped ones are reported.
    """
    if value in SHIPPED or not os.path.exists(value):
        return none(value)
    corpus = kc.load(value)
    skipped(corpus, lang)
    return kc.background(kc.preprocess(corpus, **how))
