"""The corpus: essays with their sources and spans, as tables; every character accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Protocol

from kpu_corpus.corpus.display import summary
from kpu_corpus.corpus.reasons import concerns
from kpu_corpus.corpus.selecting import MARK, selected
from kpu_corpus.corpus.sources import SPAN_KINDS, Essay, Order, Source, Span
from kpu_corpus.corpus.storing import store
from kpu_corpus.corpus.tables import (
    ESSAYS,
    column_of,
    essay_table,
    foreign_table,
    further_of,
    skipped_table,
    source_table,
    span_table,
    words_of,
)
from kpu_corpus.errors import InvalidArgument, KpuCorpusError, one_of
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import as_heading, choice
from kpu_corpus.ground.frames import fresh
from kpu_corpus.ground.pickled import OnlyFields
from kpu_corpus.ground.provenance import Manifest, fingerprint, make

# Kinds that belong to the essay's own text; other spans inside it are left out.
TEXT_KINDS = frozenset({"body", "heading", "blank"})


@dataclass(frozen=True)
class Corpus(OnlyFields):
    """Essays with their sources and the spans that tile them; made by :func:`kpu_corpus.load`.

    ``items`` are the essays and ``documents`` the sources as objects, in the order of their tables.
    ``headings`` maps fields to the headings in the user's table, ``joined`` is the column by which
    metadata was joined, ``matched`` the essays that were matched by author, ``orders`` the
    categories of categorical columns, ``kinds`` the dtypes of metadata columns before a selection,
    ``chosen`` what the command line chose the essays by (each ``--only`` and ``--without``).
    """

    documents: tuple[Source, ...]
    items: tuple[Essay, ...]
    tiling: Mapping[str, tuple[Span, ...]]
    refused: tuple[tuple[str, KpuCorpusError], ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    joined: str = field(default="", compare=False)  # of this call only; not saved
    matched: frozenset[str] = field(default=frozenset(), compare=False)  # the same
    chosen: tuple[str, ...] = field(default=(), compare=False)  # the same
    orders: Mapping[str, Order] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict, compare=False)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        texts = [self.text(item) for item in self.items]
        words, again = sum(map(words_of, texts)), len(texts) - len(set(texts))
        return (
            f"<Corpus: {len(self.items):,} essays, {words:,} words, "
            f"{len(self.documents):,} sources, {len(self.refused):,} skipped"
            + (f", {again:,} with the text of another: kc.duplicates>" if again else ">")
        )

    def _repr_html_(self) -> str:
        names = ("essay", "title", "author", "unit", "date", "words")
        rows = (
            (item.id, item.title, item.author, item.unit, item.date, words_of(self.text(item)))
            for item in self.items
        )
        return summary(repr(self), names, rows, of=len(self))

    @cached_property
    def by_name(self) -> Mapping[str, Source]:
        """Mapping of names to sources."""
        return {source.name: source for source in self.documents}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the essays, in order."""
        return tuple(item.id for item in self.items)

    @property
    def by_author(self) -> int:
        """The number of essays whose row of metadata was found by their author."""
        return len(self.matched.intersection(self.ids))

    @cached_property
    def texts(self) -> Sequence[str]:
        """The source text of each essay, to which its offsets refer.

        Essays of one page have the same: the whole page. Their own texts are ``essays["text"]``.
        """
        by_name = self.by_name
        return [by_name[item.source].text for item in self.items]

    def spans_of(self, essay: Essay | str, *kinds: str) -> list[Span]:
        """Return the spans of one essay, all or those of some kinds, in the order of the text.

        The kinds are those of :class:`Span`. Raises InvalidArgument for an unknown id or kind.

        >>> import kpu_corpus as kc
        >>> corpus = kc.load("corpus/")
        >>> [span.rule for span in corpus.spans_of(corpus.ids[0], "title")]
        ['title_on_list']
        """
        item = self._item(essay)
        wanted = [choice("kinds", kind, SPAN_KINDS) for kind in kinds]
        spans = self._spans.get((item.source, item.id), [])
        return [span for span in spans if not wanted or span.kind in wanted]

    def source_of(self, essay: Essay | str) -> Source:
        """Return the source of an essay (its id, or one of ``items``).

        Every ``start`` and ``end`` in tables refers to the ``text`` of this source.
        Raises InvalidArgument for an unknown id and for anything else.

        >>> import kpu_corpus as kc
        >>> corpus = kc.load("corpus/")
        >>> row = kc.evidence(corpus).iloc[-1]
        >>> corpus.source_of(row.essay).text[row.start : row.end] == row.surface
        True
        """
        return self.by_name[self._item(essay).source]

    def text(self, essay: Essay | str) -> str:
        """Return the body of one essay (its id, or one of ``items``), without chrome inside it.

        ``start`` and ``end`` in tables refer to ``source_of(essay).text``, not to this text.
        Raises InvalidArgument for an unknown id and for anything else.
        """
        item = self._item(essay)
        text = self.by_name[item.source].text
        return "".join(text[span.start : span.end] for span in text_spans(self, item))

    @property
    @fresh
    def essays(self) -> pd.DataFrame:
        """One row per essay; ``start`` and ``end`` (code points) bound its body in its source.

        ``position`` is its place in the source, from 1; title, author, unit and date are missing
        where there is none. ``words`` counts whitespace-separated runs that contain a letter or a
        digit. ``date`` is in ISO form if readable, ``language`` a code (``id``; ``und`` if the text
        is too short to tell) and ``confidence`` (0 to 1) that of the least certain cut. Metadata
        columns follow the fixed ones.

        Changes to this table do not affect the corpus. Add a column to group by with ``metadata``:

        >>> import kpu_corpus as kc
        >>> corpus = kc.load({"a": "Kami menjaga integritas.", "b": "Kami bersinergi."})
        >>> table = corpus.essays.assign(kelas=["pagi", "sore"])
        >>> sorted(set(kc.themes(kc.load(corpus, metadata=table), by="kelas")["kelas"]))
        ['pagi', 'sore']
        """
        table = essay_table(self)
        table.attrs[MARK] = self._mark
        return table

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The column names of ``essays``, without building the table."""
        return (*ESSAYS, *further_of(self))

    def column(self, name: str | int) -> pd.Series:
        """Return one column of ``essays``, without building the table if the texts are not needed.

        Raises InvalidArgument for a column that does not exist.
        """
        column = column_of(self, as_heading(name)).rename(as_heading(name))
        column.attrs[MARK] = self._mark
        return column

    @property
    @fresh
    def sources(self) -> pd.DataFrame:
        """One row per source: its origin, encoding, sha256 and length in code points."""
        return source_table(self)

    @property
    @fresh
    def spans(self) -> pd.DataFrame:
        """One row per span; the spans of a source, concatenated, give back its text."""
        return span_table(self)

    @property
    @fresh
    def foreign(self) -> pd.DataFrame:
        """Long passages not in Indonesian, one per row; ``start``, ``end`` in the source."""
        return foreign_table(self)

    def save(self, path: str | Path) -> Path:
        """Write the whole corpus to one Parquet file, which ``kpu_corpus.load`` restores exactly.

        Texts, marks, spans, essays, metadata and the list of skipped files are all kept: the tables
        are equal, and :func:`kpu_corpus.same` finds no difference. ``joined`` and ``by_author``,
        which tell of the call that joined a table, are not kept, so compare neither these nor the
        objects (``==``). The file appears under its name only when it is complete. Raises
        InvalidArgument for another suffix and MissingExtra without pyarrow.

        >>> import tempfile, kpu_corpus as kc
        >>> corpus = kc.load({"a": "Kami hadir."})
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     again = kc.load(corpus.save(f"{folder}/korpus.parquet"))
        >>> kc.same(corpus, again), corpus.essays.equals(again.essays)
        ({}, True)
        """
        return store(self, path)

    @property
    def manifest(self) -> Manifest:
        """What was read, as in :func:`kpu_corpus.manifest`; there are no settings yet."""
        by_name = self.by_name
        known = [
            item
            for item in self.items
            if not by_name[item.source].plain
            or any((item.title, item.author, item.unit, item.date, item.metadata))
        ]
        known.sort(key=attrgetter("id"))
        sources = {source.name: source.sha256 for source in self.documents}
        order = fingerprint(self.ids)
        return make({}, sources, essays=fingerprint(known) if known else None, order=order)

    @property
    @fresh
    def skipped(self) -> pd.DataFrame:
        """What could not be read: ``path`` and ``reason``, one row per file.

        It also lists essays that were left out (duplicates), and metadata rows and essays without a
        counterpart.
        """
        return skipped_table(self)

    def select(self, rows: str | Sequence[bool] | pd.Series | Iterable[str]) -> Corpus:
        """Return a corpus of selected essays: a mask over ``essays``, one essay id or several.

        A Series used as mask is aligned by its index, as in pandas: ids, or the row numbers of
        ``essays`` in any order if it was made from that table; missing values (``pd.NA``) count as
        False. A mask made from your own table whose index has the ids may also have the rows that
        were skipped because they have no text. Any other table, or one that was sorted and then
        numbered anew (``reset_index``, ``ignore_index``), may have its rows in another order, which
        a mask does not say: pass ids instead, ``table.loc[table["kelas"] == "pagi", "essay"]``. The
        order of the essays and the columns are kept, even if no essay is selected; what of a table
        of metadata matched no essay is not, since it may be of others. Sources are kept as a whole,
        also with other essays in them, and so they are saved. Raises InvalidArgument for a mask of
        another length, with other labels or from another table without ids, for values that are
        neither booleans nor ids, and for an unknown id.

        >>> import kpu_corpus as kc
        >>> corpus = kc.load({"a": "Kami menjaga integritas.", "b": "Kami bersinergi."})
        >>> longest = corpus.essays.sort_values("words", ascending=False)
        >>> list(corpus.select(longest["words"] > 2).essays["essay"])
        ['a']
        >>> list(corpus.select("b").essays["essay"])
        ['b']
        """
        places = {item.id: place for place, item in enumerate(self.items)}
        items = [
            self.items[place] for place in selected(places, rows, self._mark, dict(self.refused))
        ]
        names, ids = {item.source for item in items}, {repr(item.id) for item in items}
        return replace(
            self,
            documents=tuple(source for source in self.documents if source.name in names),
            items=tuple(items),
            tiling={name: spans for name, spans in self.tiling.items() if name in names},
            refused=tuple(pair for pair in self.refused if concerns(pair[1], ids)),
            kinds=self._kinds,
        )

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        return {name: str(self.column(name).dtype) for name in further_of(self)}

    @cached_property
    def _mark(self) -> str:
        return fingerprint(self.ids)

    @cached_property
    def _by_id(self) -> Mapping[str, Essay]:
        return {item.id: item for item in self.items}

    @cached_property
    def _spans(self) -> Mapping[tuple[str, str], list[Span]]:
        """The spans of each essay, by its source and id."""
        found: dict[tuple[str, str], list[Span]] = {}
        for source, spans in self.tiling.items():
            for span in spans:
                if span.essay is not None:
                    found.setdefault((source, span.essay), []).append(span)
        return found

    def _item(self, essay: Essay | str) -> Essay:
        if isinstance(essay, Essay):
            return essay
        if not isinstance(essay, str):
            raise InvalidArgument("essay_name", got=type(essay).__name__)
        if essay not in self._by_id:
            raise one_of("essay", essay, self._by_id)
        return self._by_id[essay]


def text_spans(corpus: Corpus, item: Essay) -> list[Span]:
    """Return the spans of the body of an essay, in the order of the text; without chrome inside."""
    return [
        span
        for span in corpus.spans_of(item)
        if span.kind in TEXT_KINDS and item.start <= span.start and span.end <= item.end
    ]


class OfCorpus(Protocol):
    """Anything made from a corpus, such as its tokens."""

    @property
    def corpus(self) -> Corpus:
        """The corpus."""


def as_corpus(made: Corpus | OfCorpus) -> Corpus:
    """Return a corpus as it is, or the corpus that tokens were made from.

    Raises InvalidArgument for anything else.
    """
    found = getattr(made, "corpus", made)  # tokens stand above
    if not isinstance(found, Corpus):
        raise InvalidArgument("not_tokens", got=type(made).__name__)
    return found
