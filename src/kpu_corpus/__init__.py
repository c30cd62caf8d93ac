"""Themes, keywords and the evidence behind them, from sets of Indonesian essays.

    import kpu_corpus as kc

    corpus = kc.load("corpus/")
    tokens = kc.preprocess(corpus)
    kc.themes(tokens), kc.keywords(tokens), kc.evidence(tokens)

Importing this package loads nothing heavy; each name brings its module on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kpu_corpus.version import __version__

if TYPE_CHECKING:
    from kpu_corpus.analysis.evidence import evidence
    from kpu_corpus.analysis.keywords import keywords
    from kpu_corpus.analysis.lexicon import load_lexicon
    from kpu_corpus.analysis.themes import themes
    from kpu_corpus.corpus import Corpus
    from kpu_corpus.errors import KpuCorpusError
    from kpu_corpus.explaining import explain
    from kpu_corpus.indonesian.roots import analyse, root
    from kpu_corpus.loading import load
    from kpu_corpus.near_duplicates import duplicates
    from kpu_corpus.provenance import of as manifest
    from kpu_corpus.provenance import same
    from kpu_corpus.reading.limits import Limits
    from kpu_corpus.reporting.report import report
    from kpu_corpus.tokens import Tokens, preprocess

__all__ = [
    "Corpus",
    "KpuCorpusError",
    "Limits",
    "Tokens",
    "__version__",
    "analyse",
    "duplicates",
    "evidence",
    "explain",
    "keywords",
    "load",
    "load_lexicon",
    "manifest",
    "preprocess",
    "report",
    "root",
    "same",
    "themes",
]

# Public name → (module, name there).
_HOMES = {
    "Corpus": ("corpus", "Corpus"),
    "KpuCorpusError": ("errors", "KpuCorpusError"),
    "Limits": ("reading.limits", "Limits"),
    "Tokens": ("tokens", "Tokens"),
    "analyse": ("indonesian.roots", "analyse"),
    "duplicates": ("near_duplicates", "duplicates"),
    "evidence": ("analysis.evidence", "evidence"),
    "explain": ("explaining", "explain"),
    "keywords": ("analysis.keywords", "keywords"),
    "load": ("loading", "load"),
    "load_lexicon": ("analysis.lexicon", "load_lexicon"),
    "manifest": ("provenance", "of"),
    "preprocess": ("tokens", "preprocess"),
    "report": ("reporting.report", "report"),
    "root": ("indonesian.roots", "root"),
    "same": ("provenance", "same"),
    "themes": ("analysis.themes", "themes"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kpu_corpus' has no attribute {name!r}")
    module, there = _HOMES[name]
    found = getattr(import_module(f"kpu_corpus.{module}"), there)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
