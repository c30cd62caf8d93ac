"""One sentence of plain reading for each row of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.labels import label

if TYPE_CHECKING:
    import pandas as pd

SURE = 0.05  # q up to which a difference is called one


def readings(table: pd.DataFrame, *, a: str, b: str, lang: str = "id") -> list[str]:
    """Return what each row of :func:`kpu_corpus.compare` says, in ``"id"`` or ``"en"``.

    ``a`` and ``b`` are the names of the sides as readers know them. A difference is stated as
    such only where q is at most 0.05. Raises InvalidArgument for another table.

    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"x": "Kami menjaga integritas. " * 12, "y": "Kami hadir. " * 12})
    >>> table = kc.compare(corpus, a="x", b="y", ngrams=(1, 1))
    >>> readings(table, a="X", b="Y", lang="en")[0]
    '“hadir”: 0 times in X, 12 times in Y; no clear difference.'
    """
    if "log_ratio" in table.columns:
        return [_word(row, a, b, lang) for row in table.itertuples()]
    if "difference" in table.columns:
        return [_theme(row, a, b, lang) for row in table.itertuples()]
    raise InvalidArgument("not_compared", columns=", ".join(map(str, table.columns)))


def _word(row: Any, a: str, b: str, lang: str) -> str:
    way = _way(float(row.log_ratio), float(row.q))
    verdict = label(f"compare.{way}", lang, a=a, b=b)
    counts = {"count_a": int(row.count_a), "count_b": int(row.count_b)}
    return label("compare.word", lang, term=row.display, a=a, b=b, verdict=verdict, **counts)


def _theme(row: Any, a: str, b: str, lang: str) -> str:
    verdict = label(f"compare.{_way(float(row.difference), float(row.q))}", lang, a=a, b=b)
    shares = {"share_a": round(100 * row.share_a), "share_b": round(100 * row.share_b)}
    return label("compare.theme", lang, theme=row.theme, a=a, b=b, verdict=verdict, **shares)


def _way(difference: float, q: float) -> str:
    if q > SURE:
        return "unsure"
    return "more" if difference > 0 else "fewer"
