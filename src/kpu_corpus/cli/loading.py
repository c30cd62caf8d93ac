"""The essays that a command works on, and those it compares them with: options, and reading."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import kpu_corpus as kc
from kpu_corpus.cli.finishing import WRITTEN, none, skipped
from kpu_corpus.cli.options import (
    Duplicates,
    Metadata,
    On,
    Only,
    Paths,
    Pseudonyms,
    Text,
    Without,
)
from kpu_corpus.cli.saying import typed
from kpu_corpus.errors import InvalidArgument, SourceNotFound
from kpu_corpus.ground.checks import choice
from kpu_corpus.ground.spellings import as_people_sort
from kpu_corpus.indonesian.lists.background import SHIPPED
from kpu_corpus.loading import Duplicates as Copies

if TYPE_CHECKING:
    from kpu_corpus.terms.reference import Reference

PIECES = 12  # of names that were typed without quotation marks


@dataclass(frozen=True)
class Essays:
    """Which essays a command reads; every field is an option that it takes."""

    paths: Paths
    metadata: Metadata = None
    on: On = None
    only: Only = None
    without: Without = None
    text: Text = None
    pseudonyms: Pseudonyms = None

    @property
    def chooses(self) -> bool:
        """Whether some of the essays of the files are asked for."""
        return bool(self.only or self.without)

    def load(self) -> kc.Corpus:
        return self._loaded("keep")

    def in_order(self) -> kc.Corpus:
        """Return the essays with the files of one folder in natural order.

        Several named files keep the given order, and essays of one file theirs.
        """
        corpus = self.load()
        if len(self.paths) != 1 or not self.paths[0].is_dir():
            return corpus
        documents = sorted(corpus.documents, key=lambda one: as_people_sort(one.origin or one.name))
        place = {source.name: at for at, source in enumerate(documents)}
        items = sorted(corpus.items, key=lambda item: place[item.source])
        return replace(corpus, documents=tuple(documents), items=tuple(items))

    def options(self) -> Iterator[str]:
        """Yield the options as another command has to have them for the same essays.

        A secret is not said again, where others may read it.

        >>> [*Counted([Path("esai")], only=["kantor=Garut"], duplicates="first").options()]
        ['--only "kantor=Garut"', '--duplicates first']
        """
        said = replace(self, pseudonyms=self.pseudonyms and "…")
        for field in fields(self)[1:]:
            value = getattr(said, field.name)
            if value and value != field.default:
                for one in value if isinstance(value, list) else [value]:
                    yield f"--{field.name} {typed(one)}"

    def _loaded(self, duplicates: str) -> kc.Corpus:
        corpus = self._chosen(duplicates)
        if self.pseudonyms is None:
            return corpus
        return kc.pseudonyms(corpus, secret=self.pseudonyms, also=["essay"])

    def _chosen(self, duplicates: str) -> kc.Corpus:
        first, *more = self.paths
        if not os.path.exists(first) and first.suffix in WRITTEN and any(map(os.path.exists, more)):
            raise InvalidArgument("out_first", path=repr(str(first)), plain=first)
        duplicates = choice("duplicates", duplicates, get_args(Copies))
        try:
            corpus = kc.load(
                [*self.paths],
                text=self.text,
                metadata=self.metadata,
                on=self.on,
                # of copies from two offices, the one from the office that is asked for stays
                duplicates="keep" if self.chooses else duplicates,
            )
        except SourceNotFound as error:
            if whole := next(filter(os.path.exists, self._in_pieces()), None):
                raise InvalidArgument("unquoted", path=typed(whole)) from error
            lost = [str(path) for path in self.paths if not (path.suffix or os.path.exists(path))]
            if self.text and lost:
                each = " ".join(f"--text {typed(name)}" for name in (*self.text, *lost))
                raise InvalidArgument("text_each", path=repr(lost[0]), options=each) from error
            raise
        if not self.chooses:
            return corpus
        from kpu_corpus.cli.choosing import chosen

        return kc.load(chosen(corpus, self.only or (), self.without or ()), duplicates=duplicates)

    def _in_pieces(self) -> Iterator[Path]:
        """Yield the files whose names were split at spaces for lack of quotation marks."""
        pieces = [*map(str, self.paths)]
        for first, last in combinations(range(len(pieces[:PIECES]) + 1), 2):
            words = pieces[first:last]
            table = [] if self.metadata is None else [[str(self.metadata), *words]]
            yield from (Path(" ".join(whole)) for whole in (words, *table) if len(whole) > 1)


@dataclass(frozen=True)
class Counted(Essays):
    """The essays of a command that counts in them, where copies may be left out."""

    duplicates: Duplicates = "keep"

    def load(self) -> kc.Corpus:
        return self._loaded(self.duplicates)


def background_of(value: str, lang: str, **how: Any) -> "str | Reference | None":
    """Return a value for ``background=``: the name of a shipped one, or counts of essays in files.

    The files are preprocessed like the essays; skipped ones are reported.
    """
    if value in SHIPPED or not os.path.exists(value):
        return none(value)
    corpus = kc.load(value)
    skipped(corpus, lang)
    return kc.background(kc.preprocess(corpus, **how))
