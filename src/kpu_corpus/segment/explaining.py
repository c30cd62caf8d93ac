"""Every cut with its rule and the reason, for people to check and correct."""

from __future__ import annotations

from kpu_corpus.corpus import Corpus, OfCorpus, as_corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import language
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.labels import Language, is_label, label

EXPLAIN = {
    "source": "str",
    "start": "int64",
    "end": "int64",
    "kind": "str",
    "essay": "str",
    "rule": "str",
    "reason": "str",
    "confidence": "float64",
    "text": "str",
}


def explain(corpus: Corpus | OfCorpus, *, lang: Language | str = "id") -> pd.DataFrame:
    """Return every span except white space with its rule and the reason, in ``lang``.

    Columns: source, start, end (code points), kind, essay, rule, reason, confidence (0 to 1), text.
    Tokens stand for their corpus. Raises InvalidArgument for anything else and for an unknown
    language.

    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami menjaga netralitas."})
    >>> kc.explain(corpus)[["kind", "rule", "confidence"]].values.tolist()
    [['body', 'plain', 1.0]]
    """
    corpus = as_corpus(corpus)
    language(lang)
    rows = [
        (
            *(source.name, one.start, one.end, one.kind, one.essay, one.rule),
            *(reason(one.rule, lang), one.confidence, source.text[one.start : one.end]),
        )
        for source in corpus.documents
        for one in corpus.tiling[source.name]
        if one.kind != "blank"
    ]
    return frame(EXPLAIN, rows, extend(corpus.manifest, "explain", lang=lang))


def reason(rule: str, lang: str = "id") -> str:
    """Return why a rule cuts."""
    return label(f"rules.{rule}", lang) if is_label(f"rules.{rule}") else rule
