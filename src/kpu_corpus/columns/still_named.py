"""Which texts still name writers, in a byline, a signature or a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kpu_corpus.corpus import Corpus

_PART = re.compile(r"[^\W\d_]+")
_ABOUT = frozenset({"author", "byline"})  # kinds of lines about the writer


def told_in_text(corpus: Corpus, people: Sequence[Iterable[str]]) -> tuple[list[int], list[int]]:
    """Return the rows of the essays with one of the names of ``people`` in title or body, and of
    the others those whose source has that of their own writer elsewhere: on a cover, in a byline.

    ``people`` are those of each essay. Names are known by all their words, one after the other and
    without what follows a comma (degrees). A name of one word (*Fajar*, *Bintang*) may be a word of
    the text: it counts only in the lines about the writer.

    >>> import kpu_corpus as kc
    >>> texts = {"a": "Ditulis oleh BUDI  Santoso.", "b": "Budi hadir.", "c": "Fajar tiba."}
    >>> whose = [["Rina"], ["Budi Santoso, S.H."], ["Fajar"]]
    >>> told_in_text(kc.load(texts), whose)
    ([0], [])
    """
    texts: dict[str, tuple[str, str]] = {}
    inside, around = [], []
    known = [[*filter(None, (_spaced(name.partition(",")[0]) for name in of))] for of in people]
    whole: dict[tuple[str, ...], set[str]] = {}  # names of several words by the first two
    for form in {form for forms in known for form in forms if " " in form}:
        whole.setdefault(tuple(form.split(" ", 2)[:2]), set()).add(form)
    for row, (item, forms) in enumerate(zip(corpus.items, known, strict=True)):
        if item.source not in texts:
            text, spans = corpus.by_name[item.source].text, corpus.tiling[item.source]
            lines = " ".join(text[s.start : s.end] for s in spans if s.kind in _ABOUT)
            texts[item.source] = f" {_spaced(text)} ", f" {_spaced(lines)} "
        body = corpus.by_name[item.source].text[item.start : item.end]
        shown = f" {_spaced(item.title or '')} | {_spaced(body)} "
        beginnings = whole.keys() & {*pairwise(shown.split())}
        if any(f" {form} " in shown for two in beginnings for form in whole[two]):
            inside.append(row)
        elif any(f" {form} " in texts[item.source][" " not in form] for form in forms):
            around.append(row)
    return inside, around


def _spaced(text: str) -> str:
    return " ".join(_PART.findall(text.casefold()))
