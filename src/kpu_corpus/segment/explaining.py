"""Every cut with its rule and the reason, for a person to check and correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpu_corpus.corpus import Corpus, OfCorpus, as_corpus
from kpu_corpus.ground.checks import language
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.labels import is_label, label

if TYPE_CHECKING:
    import pandas as pd

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


def explain(corpus: Corpus | OfCorpus, *, lang: str = "id") -> pd.DataFrame:
    """Return every span but white space with the rule that cut it and why, in ``lang``.

    Columns: source, start, end (code points), kind, essay, rule, reason, confidence (0 to 1), text.
    Tokens stand for their corpus. Raises InvalidArgument for anything else, and another language.

    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami menjaga netralitas."})
    >>> explain(corpus)[["kind", "rule", "confidence"]].values.tolist()
    [['body', 'plain', 1.0]]
    """
    corpus = as_corpus(corpus)
    language(lang)
    rows = [
        (source, span)
        for source in corpus.documents
        for span in corpus.tiling[source.name]
        if span.kind != "blank"
    ]
    return frame(
        EXPLAIN,
        {
            "source": [source.name for source, _ in rows],
            "start": [span.start for _, span in rows],
            "end": [span.end for _, span in rows],
            "kind": [span.kind for _, span in rows],
            "essay": [span.essay for _, span in rows],
            "rule": [span.rule for _, span in rows],
            "reason": [reason(span.rule, lang) for _, span in rows],
            "confidence": [span.confidence for _, span in rows],
            "text": [source.text[span.start : span.end] for source, span in rows],
        },
        extend(corpus.manifest, "explain", lang=lang),
    )


def reason(rule: str, lang: str = "id") -> str:
    """Return why a rule cuts."""
    return label(f"rules.{rule}", lang) if is_label(f"rules.{rule}") else rule
