"""Which texts still name their writers, in a byline, a signature or a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kpu_corpus.corpus import Corpus

_PART = re.compile(r"[^\W\d_]+")
_ABOUT = frozenset({"author", "byline"})  # kinds of lines about the writer


def told_in_text(corpus: Corpus, people: Sequence[Iterable[str]]) -> tuple[list[int], list[int]]:
    """Return the rows of the essays with one of the names of their ``people`` in title or body, and
    of the others those whose source has it elsewhere: on a cover, in a byline.

    Names are known by all their words, one after the other and without what follows a comma
    (degrees). A name of one word (*Fajar*, *Bintang*) may be a word of the text: it counts only in
    the lines about the writer.

    >>> import kpu_corpus as kc
    >>> texts = {"a": "Ditulis oleh BUDI  Santoso.", "b": "Budi hadir.", "c": "Fajar tiba."}
    >>> whose = [["Budi Santoso, S.H."], ["Budi Santoso"], ["Fajar"]]
    >>> told_in_text(kc.load(texts), whose)
    ([0], [])
    """
    texts: dict[str, tuple[str, str]] = {}
    inside, around = [], []
    for row, (item, names) in enumerate(zip(corpus.items, people, strict=True)):
        forms = [form for form in (_spaced(name.partition(",")[0]) for name in names) if form]
        if not forms:
            continue
        if item.source not in texts:
            text, spans = corpus.by_name[item.source].text, corpus.tiling[item.source]
            lines = " ".join(text[s.start : s.end] for s in spans if s.kind in _ABOUT)
            texts[item.source] = f" {_spaced(text)} ", f" {_spaced(lines)} "
        body = corpus.by_name[item.source].text[item.start : item.end]
        shown = f" {_spaced(item.title or '')} | {_spaced(body)} "
        if any(" " in form and f" {form} " in shown for form in forms):
            inside.append(row)
        elif any(f" {form} " in texts[item.source][" " not in form] for form in forms):
            around.append(row)
    return inside, around


def _spaced(text: str) -> str:
    return " ".join(_PART.findall(text.casefold()))
