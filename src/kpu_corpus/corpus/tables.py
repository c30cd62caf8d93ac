"""The tables of a corpus: essays, sources, spans, foreign passages, skipped files."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from kpu_corpus.corpus.values import as_text, is_mixed
from kpu_corpus.ground.checks import choice
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.progress import progress
from kpu_corpus.indonesian.language import foreign, language

if TYPE_CHECKING:
    import pandas as pd

    from kpu_corpus.corpus import Corpus
    from kpu_corpus.corpus.sources import Essay

ESSAYS = {
    "essay": "str",
    "source": "str",
    "position": "int64",
    "title": "str",
    "author": "str",
    "unit": "str",
    "date": "str",
    "start": "int64",
    "end": "int64",
    "words": "int64",
    "text": "str",
    "language": "str",
    "confidence": "float64",
}
# Columns that are fields of an ``Essay``.
FIELDS = frozenset(ESSAYS) - {"essay", "words", "text", "language"}
SOURCES = {
    "source": "str",
    "origin": "str",
    "encoding": "str",
    "sha256": "str",
    "characters": "int64",
    "essays": "int64",
}
SPANS = {
    "source": "str",
    "start": "int64",
    "end": "int64",
    "kind": "str",
    "essay": "str",
    "rule": "str",
    "confidence": "float64",
}
FOREIGN = {
    "essay": "str",
    "start": "int64",
    "end": "int64",
    "language": "str",
    "confidence": "float64",
    "text": "str",
}
SKIPPED = {"path": "str", "reason": "str"}
# The Python types of values by dtype.
_VALUES = {
    "int64": (int,),
    "float64": (int, float),
    "bool": (bool,),
    "boolean": (bool,),
    "str": (str,),
}
DTYPES = frozenset({*_VALUES, "Int64", "category", "object"})  # that a column of metadata may have
_BITS_64 = 1 << 63  # smaller whole numbers fit an integer column


def essay_table(corpus: Corpus) -> pd.DataFrame:
    """Return one row per essay; see :attr:`kpu_corpus.corpus.Corpus.essays`."""
    import pandas as pd

    texts = [corpus.text(item) for item in corpus.items]
    data: dict[str, list[Any]] = {
        "essay": [*corpus.ids],
        "words": [words_of(text) for text in texts],
        "text": texts,
        "language": [language(text).code for text in progress(texts, "kpu-corpus")],
    }
    for name in FIELDS:
        data[name] = [getattr(item, name) for item in corpus.items]
    table = frame(ESSAYS, data)
    further = {name: column_of(corpus, name) for name in further_of(corpus)}
    if not further:
        return table
    return pd.concat([table, pd.DataFrame(further, index=table.index)], axis="columns")


def further_of(corpus: Corpus) -> tuple[str, ...]:
    """Return the columns that come from metadata, in order of first occurrence."""
    keys = dict.fromkeys(chain(corpus.kinds, *(item.metadata for item in corpus.items)))
    return tuple(key for key in keys if key not in ESSAYS)


def value_of(essay: Essay, name: str) -> Any:
    """Return the value of an essay in a column that is not computed from its text."""
    return getattr(essay, name) if name in FIELDS else essay.metadata.get(name)


def column_of(corpus: Corpus, name: str) -> pd.Series[Any]:
    """Return one column of the essays; see :meth:`kpu_corpus.corpus.Corpus.column`."""
    import pandas as pd

    name = choice("column", name, corpus.columns)
    if name in FIELDS:
        return pd.Series([getattr(item, name) for item in corpus.items], dtype=ESSAYS[name])
    if name in ESSAYS:
        return corpus.essays[name]
    values = [item.metadata.get(name) for item in corpus.items]
    categories, ordered = corpus.orders.get(name, ((), False))
    if categories and {value for value in values if value is not None} <= set(categories):
        return pd.Series(pd.Categorical(values, categories, ordered))
    kind = corpus.kinds.get(name)
    column = pd.Series(values, dtype=_former_dtype(values, kind) or _dtype_with_blanks(values))
    return as_text(column) if kind == "str" or is_mixed(column) else column


def source_table(corpus: Corpus) -> pd.DataFrame:
    """Return one row per source; see :attr:`kpu_corpus.corpus.Corpus.sources`."""
    counts = {source.name: 0 for source in corpus.documents}
    for item in corpus.items:
        counts[item.source] += 1
    rows = [
        (one.name, one.origin, one.encoding, one.sha256, len(one.text), counts[one.name])
        for one in corpus.documents
    ]
    return frame(SOURCES, rows)


def span_table(corpus: Corpus) -> pd.DataFrame:
    """Return one row per span; see :attr:`kpu_corpus.corpus.Corpus.spans`."""
    rows = [
        (source.name, one.start, one.end, one.kind, one.essay, one.rule, one.confidence)
        for source in corpus.documents
        for one in corpus.tiling[source.name]
    ]
    return frame(SPANS, rows)


def foreign_table(corpus: Corpus) -> pd.DataFrame:
    """Return one row per passage; see :attr:`kpu_corpus.corpus.Corpus.foreign`."""
    rows = [
        (item.id, one.start, one.end, one.language, one.confidence, text[one.start : one.end])
        for item, text in zip(corpus.items, corpus.texts, strict=True)
        for span in corpus.spans_of(item, "body")
        for one in foreign(text, span.start, span.end)
    ]
    return frame(FOREIGN, rows)


def skipped_table(corpus: Corpus) -> pd.DataFrame:
    """Return one row per file; see :attr:`kpu_corpus.corpus.Corpus.skipped`."""
    return frame(SKIPPED, [(path, str(reason)) for path, reason in corpus.refused])


def words_of(text: str) -> int:
    """Return the number of whitespace-separated runs that contain a letter or a digit."""
    return sum(run.isalnum() or any(map(str.isalnum, run)) for run in text.split())


def _former_dtype(values: Sequence[Any], kind: str | None) -> str | None:
    """Return the dtype that a column had before essays were selected, if its values fit it."""
    found = [value for value in values if value is not None]
    if kind in ("int64", "bool") and len(found) < len(values):
        return None
    if kind == "Int64":
        return kind if all(map(_is_whole, found)) else None
    return kind if kind and all(type(value) in _VALUES.get(kind, ()) for value in found) else None


def _dtype_with_blanks(values: Sequence[Any]) -> str | None:
    """Return the dtype for booleans or whole numbers with blanks; None for others.

    Without it pandas makes them objects and floats. A blank column is text, as in tables grouped by
    it. Numbers of more than 64 bits are kept as they are.
    """
    found = [value for value in values if value is not None]
    if not found:
        return "str"
    if len(found) == len(values):
        return None
    if all(isinstance(value, bool) for value in found):
        return "boolean"
    if not all(map(_is_whole, found)):
        return None
    return "Int64" if all(-_BITS_64 <= value < _BITS_64 for value in found) else "object"


def _is_whole(value: Any) -> bool:
    """Tell whether a value is a whole number, also as a float of pandas; True and False are not."""
    return type(value) is int or (type(value) is float and value.is_integer())
