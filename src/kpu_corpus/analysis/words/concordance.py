"""Every occurrence of a word, phrase or theme with its context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.words.query import Places, What, find, told_query
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Ints
from kpu_corpus.ground.checks import choice, whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.printable import seen
from kpu_corpus.ground.provenance import extend
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

CONCORDANCE = {
    "essay": "str",
    "sentence": "int64",
    "start": "int64",
    "end": "int64",
    "left": "str",
    "match": "str",
    "right": "str",
}
Sort = Literal["place", "left", "right"]
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")


def concordance(
    tokens: Tokens | Corpus,
    query: str,
    *,
    what: What | str = "root",
    sort: Sort | str = "place",
    width: int = 8,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Show every occurrence of a query in the bodies with its context (keyword in context).

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    query
        A word or a phrase; ``integr*`` matches a prefix (``*`` may stand anywhere in a word, as in
        ``ke*an``), ``a|b`` either word (``kerja sama|tim`` is kerja sama or kerja tim; of two
        phrases, ask for each), ``..3`` allows up to three words in between; punctuation is ignored.
        With ``what="theme"``, the key or label of a theme.
    what
        ``"root"`` finds every form of the words' roots (also as misspelt in the texts), ``"form"``
        only these forms, as written or in their official spelling (clitics are allowed),
        ``"theme"`` every hit of a theme, whatever its status.
    sort
        ``"place"``, ``"left"`` (by the preceding words, nearest first) or ``"right"``.
    width
        Words of context on either side.
    lexicon
        The lexicon of the theme, as in :func:`kpu_corpus.themes`; only with ``what="theme"``.

    Returns
    -------
    DataFrame
        essay, sentence, start, end (code points in the source), left, match, right: as written and
        consecutive in the source, except that white space becomes a single space (also between
        paragraphs) and invisible characters (soft hyphens) are dropped. Empty if nothing is found;
        if a word that the essays lack is nearly spelt like one of theirs, a KpuCorpusWarning names
        that one. A name or a fixed phrase is one word, in which single words and units are found,
        other parts are not (*pengawas pemilu* in *Badan Pengawas Pemilu*): a warning names these.

    Raises
    ------
    InvalidArgument
        The query is empty or not valid (a gap at its end or inside a word, regular-expression
        syntax such as ``[a-z]+`` or ``net.*``, ``?`` for a letter, a set of a lexicon), a theme or
        setting is unknown, a lexicon is given without looking for a theme, or ``width`` is below 1.
        A single full stop is part of its word (S.H., kpu.go.id).
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami melayani pemilih. Pelayanan itu penting."})
    >>> kc.concordance(corpus, "layanan", width=1)[["left", "match", "right"]].values.tolist()
    [['Kami ', 'melayani', ' pemilih'], ['pemilih. ', 'Pelayanan', ' itu']]
    """
    tokens = as_tokens(tokens)
    sort = choice("sort", sort, get_args(Sort))
    width = whole("width", width)
    places = find(tokens, query, what=what, lexicon=lexicon)
    rows = [*_rows(tokens, places, width)]
    if sort == "left":
        rows.sort(key=lambda row: _WORD.findall(row["left"].lower())[::-1])
    elif sort == "right":
        rows.sort(key=lambda row: _WORD.findall(row["right"].lower()))
    told, of = told_query(query, what, lexicon)
    asked: dict[str, Any] = {"query": told, "what": what, "sort": sort, "width": width}
    made = extend(tokens.manifest, "concordance", **asked, **of)
    return frame(CONCORDANCE, rows, made)


def _rows(tokens: Tokens, places: Places, width: int) -> Iterator[dict[str, Any]]:
    """Yield the places with the words around them, up to the ends of their bodies."""
    first, last = np.array(places, dtype=np.int32).reshape(-1, 2).T
    width = min(width, len(tokens.unit))  # more words than there are
    essay, body = tokens.essay[first], tokens.units.essay[tokens.units.body]
    units: Ints = np.flatnonzero(tokens.units.body).astype(np.int32)
    opening, closing = units[np.searchsorted(body, essay)], np.searchsorted(body, essay, "right")
    low = np.searchsorted(tokens.unit, opening)
    high = np.searchsorted(tokens.unit, units[closing - 1], "right")
    start, end = tokens.words.start[first], tokens.words.ends(last)
    before = tokens.words.start[np.maximum(first - width, low)]
    after = tokens.words.ends(np.minimum(last + width, high - 1))
    number = tokens.units.number[tokens.unit[first]]
    columns = (essay, number, before, start, end, after)
    for row, sentence, *cut in zip(*(column.tolist() for column in columns), strict=True):
        text = tokens.corpus.texts[row]
        yield {
            "essay": tokens.corpus.ids[row],
            "sentence": sentence,
            "start": cut[1],
            "end": cut[2],
            "left": _line(text[cut[0] : cut[1]]),
            "match": _line(text[cut[1] : cut[2]]),
            "right": _line(text[cut[2] : cut[3]]),
        }


def _line(text: str) -> str:
    """Return a stretch of a text as it stands in one line."""
    return _SPACE.sub(" ", seen(text))
