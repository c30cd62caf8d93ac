"""Whatever people have → Corpus: reads it, cuts it into essays and joins the metadata."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from kpu_corpus.corpus import Corpus, Essay, Source, Span
from kpu_corpus.errors import Hint, InvalidArgument, KpuCorpusError, UnreadableSource, one_of
from kpu_corpus.reading import read
from kpu_corpus.segment import segment

if TYPE_CHECKING:
    import pandas as pd

TEXT_COLUMNS = ("text", "teks", "esai", "essay_text", "isi", "jawaban")
ID_COLUMNS = ("essay", "id")
FIELDS = ("title", "author", "unit", "date")


def load(
    source: str | Path | Iterable[str | Path] | Mapping[str, str] | pd.DataFrame,
    *,
    text: str | None = None,
    metadata: pd.DataFrame | None = None,
) -> Corpus:
    """Load essays: a file, folder, glob pattern, list of paths, ``{id: text}`` or DataFrame.

    Parameters
    ----------
    source
        What to read. Files are cut into essays; the values of a mapping and the rows of a
        DataFrame are one essay each, taken as they are.
    text
        The text column of a DataFrame; found by its name when not given.
    metadata
        A DataFrame with a column ``essay`` or ``source``; its other columns follow the essays.

    Returns
    -------
    Corpus
        Essays in the order read; what could not be read is in ``corpus.skipped``.

    Raises
    ------
    SourceNotFound
        A path does not exist.
    UnreadableSource
        Nothing of what was given holds an essay.
    InvalidArgument
        The argument is of another kind, or a table lacks its text column.

    Examples
    --------
    >>> corpus = load({"a": "Integritas adalah kunci.", "b": "Kami bekerja sama."})
    >>> corpus.essays[["essay", "words"]].values.tolist()
    [['a', 3], ['b', 3]]
    """
    if isinstance(source, Mapping):
        corpus = _plain(_from_mapping(source))
    elif _is_table(source):
        corpus = _plain(_from_table(source, text))
    elif isinstance(source, str | Path):
        corpus = _from_paths([source])
    elif isinstance(source, Iterable):
        paths: list[str | Path] = list(source)  # type: ignore[arg-type]
        wrong = next((item for item in paths if not isinstance(item, str | Path)), None)
        if wrong is not None or not paths:
            raise InvalidArgument("load_list", got=repr(wrong))
        corpus = _from_paths(paths)
    else:
        raise InvalidArgument("load_type", got=type(source).__name__)
    return corpus if metadata is None else _join(corpus, metadata)


def _is_table(source: object) -> bool:
    return hasattr(source, "columns") and hasattr(source, "to_dict")


def _from_mapping(source: Mapping[Any, Any]) -> list[Source]:
    wrong = next((key for key, value in source.items() if not isinstance(value, str)), None)
    if wrong is not None:
        raise InvalidArgument("text_type", key=repr(wrong), got=type(source[wrong]).__name__)
    return [Source.plain_text(str(key), value) for key, value in source.items()]


def _from_table(table: Any, text: str | None) -> list[Source]:
    columns = [str(name) for name in table.columns]
    if text is not None and text not in columns:
        raise one_of("text", text, columns)
    name = text or next((c for want in TEXT_COLUMNS for c in columns if c.lower() == want), None)
    if name is None:
        raise InvalidArgument("no_text_column", columns=", ".join(columns) or "—")
    key = next((want for want in ID_COLUMNS if want in columns and want != name), None)
    ids = [str(v) for v in (table[key] if key else range(1, len(table) + 1))]
    twice = [item for item, count in Counter(ids).items() if count > 1]
    if twice:
        raise InvalidArgument("ids_twice", column=repr(key), got=repr(twice[0]))
    rest = [c for c in columns if c not in (name, key)]
    rows = table[rest].to_dict("records")
    return [
        Source.plain_text(item, value if isinstance(value, str) else "", _known(row))
        for item, value, row in zip(ids, table[name], rows, strict=True)
    ]


def _known(row: Mapping[Hashable, Any]) -> dict[str, Any]:
    return {str(k): (None if v != v else v) for k, v in row.items()}


def _plain(sources: list[Source]) -> Corpus:
    """Make the corpus of ready essays; those without text are named as skipped."""
    full = [source for source in sources if source.text.strip()]
    empty = [source.name for source in sources if not source.text.strip()]
    return _corpus(full, [(name, UnreadableSource("empty")) for name in empty])


def _from_paths(paths: list[str | Path]) -> Corpus:
    sources, refused = read(paths)
    return _corpus(_unique(sources), refused)


def _unique(sources: list[Source]) -> list[Source]:
    """Name each source by its path without the suffix, or with it where two would collide."""
    short = [str(PurePosixPath(source.name).with_suffix("")) for source in sources]
    counts = Counter(short)
    names = [n if counts[n] == 1 else s.name for n, s in zip(short, sources, strict=True)]
    again: Counter[str] = Counter()
    unique = []
    for name, source in zip(names, sources, strict=True):
        again[name] += 1
        unique.append(replace(source, name=name if again[name] == 1 else f"{name}~{again[name]}"))
    return unique


def _corpus(sources: list[Source], refused: list[tuple[str, KpuCorpusError]]) -> Corpus:
    items: list[Essay] = []
    tiling: dict[str, tuple[Span, ...]] = {}
    kept: list[Source] = []
    for source in sources:
        essays, spans = segment(source)
        if not essays:
            refused.append((source.origin or source.name, UnreadableSource("no_essay")))
            continue
        kept.append(source)
        items += [_with_fields(essay, source.metadata) for essay in essays]
        tiling[source.name] = tuple(spans)
    if not items:
        raise _nothing(refused)
    return Corpus(tuple(kept), tuple(items), tiling, tuple(refused))


def _nothing(refused: list[tuple[str, KpuCorpusError]]) -> UnreadableSource:
    if not refused:
        return UnreadableSource("nothing")
    path, reason = refused[0]
    more = Hint("more", count=len(refused) - 1) if len(refused) > 1 else ""
    return UnreadableSource("no_essays", path=path, reason=reason, more=more)


def _with_fields(essay: Essay, metadata: Mapping[str, Any]) -> Essay:
    """Put what a row says of an essay into its own fields, the rest into its metadata."""
    fields: dict[str, Any] = {
        name: str(metadata[name])
        for name in FIELDS
        if metadata.get(name) is not None and getattr(essay, name) is None
    }
    rest = {key: value for key, value in metadata.items() if key not in FIELDS}
    return replace(essay, metadata={**essay.metadata, **rest}, **fields)


def _join(corpus: Corpus, metadata: pd.DataFrame) -> Corpus:
    key = next((name for name in ("essay", "source") if name in metadata.columns), None)
    if key is None:
        raise InvalidArgument("metadata_key", columns=", ".join(map(str, metadata.columns)))
    rows = {str(row[key]): _known(row) for row in metadata.to_dict("records")}
    for row in rows.values():
        row.pop(key)
    found = [item.id if key == "essay" else item.source for item in corpus.items]
    if not rows.keys() & set(found):
        first = repr(next(iter(rows), "—"))
        raise InvalidArgument("metadata_none", key=key, got=first, known=repr(found[0]))
    items = [
        _with_fields(item, rows.get(name, {}))
        for name, item in zip(found, corpus.items, strict=True)
    ]
    return replace(corpus, items=tuple(items))
