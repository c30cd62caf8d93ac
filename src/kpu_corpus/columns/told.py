"""Which texts still name their writers, in a byline, a signature or a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kpu_corpus.corpus import Corpus

_PART = re.compile(r"[^\W\d_]+")
_ABOUT = frozenset({"author", "byline"})  # kinds of lines about the writer


def told_in_text(corpus: Corpus, people: Sequence[Iterable[str]]) -> list[int]:
    """Return the rows of the essays whose source has one of the names of its ``people``.

    Names are known by all their words, one after the other and without what follows a comma
    (degrees). A name of one word (*Fajar*, *Bintang*) may be a word of the text: it counts only in
    the lines about the writer.

    >>> import kpu_corpus as kc
    >>> texts = {"a": "Ditulis oleh BUDI  Santoso.", "b": "Budi hadir.", "c": "Fajar tiba."}
    >>> whose = [["Budi Santoso, S.H."], ["Budi Santoso"], ["Fajar"]]
    >>> told_in_text(kc.load(texts), whose)
    [0]
    """
    texts: dict[str, tuple[str, str]] = {}
    found = []
    for row, (item, names) in enumerate(zip(corpus.items, people, strict=True)):
        forms = [form for form in (_spaced(name.partition(",")[0]) for name in names) if form]
        if forms and item.source not in texts:
            text, spans = corpus.by_name[item.source].text, corpus.tiling[item.source]
            lines = " ".join(text[s.start : s.end] for s in spans if s.kind in _ABOUT)
            texts[item.source] = f" {_spaced(text)} ", f" {_spaced(lines)} "
        if any(f" {form} " in texts[item.source][" " not in form] for form in forms):
            found.append(row)
    return found


def _spaced(text: str) -> str:
    return " ".join(_PART.findall(text.casefold()))
