"""The essays that a command works on: files loaded in natural order."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import kpu_corpus as kc
from kpu_corpus.cli.finishing import WRITTEN
from kpu_corpus.cli.saying import typed
from kpu_corpus.errors import InvalidArgument, SourceNotFound
from kpu_corpus.ground.spellings import as_people_sort

PIECES = 12  # of names that were typed without quotation marks


def load(
    paths: list[Path],
    metadata: Path | None = None,
    duplicates: str = "keep",
    on: str | None = None,
    text: str | None = None,
    only: list[str] | None = None,
) -> kc.Corpus:
    first = paths[0]
    if not os.path.exists(first) and first.suffix in WRITTEN and any(map(os.path.exists, paths)):
        raise InvalidArgument("out_first", path=repr(str(first)), plain=first)
    try:
        corpus = kc.load(list(paths), text=text, metadata=metadata, on=on, duplicates=duplicates)
    except SourceNotFound as error:
        if whole := next(filter(os.path.exists, _in_pieces(paths, metadata)), None):
            raise InvalidArgument("unquoted", path=typed(whole)) from error
        raise
    if not only:
        return corpus
    from kpu_corpus.cli.choosing import chosen

    return chosen(corpus, only)


def _in_pieces(paths: list[Path], metadata: Path | None) -> Iterator[Path]:
    """Yield the files whose names were split at spaces for lack of quotation marks."""
    pieces = [*map(str, paths)]
    for first, last in combinations(range(len(pieces[:PIECES]) + 1), 2):
        words = pieces[first:last]
        wholes = [words] if metadata is None else [words, [str(metadata), *words]]
        yield from (Path(" ".join(whole)) for whole in wholes if len(whole) > 1)


def ordered(corpus: kc.Corpus, paths: Sequence[Path]) -> kc.Corpus:
    """Return the corpus of one folder with its files in natural order; others unchanged.

    Several named files keep the given order. Essays of one file keep theirs.
    """
    if len(paths) != 1 or not paths[0].is_dir():
        return corpus
    documents = sorted(corpus.documents, key=lambda one: as_people_sort(one.origin or one.name))
    place = {source.name: at for at, source in enumerate(documents)}
    items = sorted(corpus.items, key=lambda item: place[item.source])
    return replace(corpus, documents=tuple(documents), items=tuple(items))
