"""Themes, keywords and the evidence behind them, from sets of Indonesian essays.

    import kpu_corpus as kc

    corpus = kc.load("corpus/")
    tokens = kc.preprocess(corpus)
    kc.themes(tokens), kc.keywords(tokens), kc.evidence(tokens)

Importing this package loads nothing heavy; each name loads its module on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kpu_corpus.version import __version__

if TYPE_CHECKING:
    from kpu_corpus import errors
    from kpu_corpus.analysis.checking.coverage import coverage
    from kpu_corpus.analysis.checking.lint import lint
    from kpu_corpus.analysis.checking.sensitivity import sensitivity
    from kpu_corpus.analysis.checking.suggest import suggest
    from kpu_corpus.analysis.coding.disagreements import disagreements
    from kpu_corpus.analysis.coding.validate import validate
    from kpu_corpus.analysis.comparing.changes import changes
    from kpu_corpus.analysis.comparing.compare import compare
    from kpu_corpus.analysis.keywords.background import background
    from kpu_corpus.analysis.keywords.keyness import keyness
    from kpu_corpus.analysis.keywords.keywords import keywords
    from kpu_corpus.analysis.lexicon import load_lexicon
    from kpu_corpus.analysis.likeness.assignment import assignment_words
    from kpu_corpus.analysis.likeness.clusters import clusters
    from kpu_corpus.analysis.likeness.similarity import similarity
    from kpu_corpus.analysis.likeness.topics import topic_shares, topics
    from kpu_corpus.analysis.profile import profile
    from kpu_corpus.analysis.reuse.passages import shared_passages
    from kpu_corpus.analysis.reuse.templates import templates
    from kpu_corpus.analysis.spelling import spelling
    from kpu_corpus.analysis.themes.evidence import evidence
    from kpu_corpus.analysis.themes.network import theme_network
    from kpu_corpus.analysis.themes.themes import themes
    from kpu_corpus.analysis.words.acronyms import acronyms
    from kpu_corpus.analysis.words.collocates import collocates, network
    from kpu_corpus.analysis.words.collocations import collocations
    from kpu_corpus.analysis.words.concordance import concordance
    from kpu_corpus.analysis.words.dispersion import dispersion, positions
    from kpu_corpus.columns.privacy import suppress, without_texts
    from kpu_corpus.corpus import Corpus
    from kpu_corpus.corpus.near_duplicates import duplicates
    from kpu_corpus.errors import KpuCorpusError
    from kpu_corpus.ground.provenance import of as manifest
    from kpu_corpus.ground.provenance import same
    from kpu_corpus.indonesian.roots.roots import analyse, root
    from kpu_corpus.loading import load
    from kpu_corpus.loading.pseudonyms import pseudonyms
    from kpu_corpus.reading.limits import Limits
    from kpu_corpus.reporting import charts
    from kpu_corpus.reporting.exploring.explorer import explorer
    from kpu_corpus.reporting.files.bundle import bundle
    from kpu_corpus.reporting.files.coding_sheet import coding_sheet
    from kpu_corpus.reporting.files.exports import export, read_conllu
    from kpu_corpus.reporting.files.lexicon_file import save_lexicon
    from kpu_corpus.reporting.report import report
    from kpu_corpus.reporting.show import show
    from kpu_corpus.segment.explaining import explain
    from kpu_corpus.streaming.run import stream
    from kpu_corpus.terms.vectorizer import TermVectorizer
    from kpu_corpus.tokens import Tokens, preprocess

__all__ = [
    "Corpus",
    "KpuCorpusError",
    "Limits",
    "TermVectorizer",
    "Tokens",
    "__version__",
    "acronyms",
    "analyse",
    "assignment_words",
    "background",
    "bundle",
    "changes",
    "charts",
    "clusters",
    "coding_sheet",
    "collocates",
    "collocations",
    "compare",
    "concordance",
    "coverage",
    "disagreements",
    "dispersion",
    "duplicates",
    "errors",
    "evidence",
    "explain",
    "explorer",
    "export",
    "keyness",
    "keywords",
    "lint",
    "load",
    "load_lexicon",
    "manifest",
    "network",
    "positions",
    "preprocess",
    "profile",
    "pseudonyms",
    "read_conllu",
    "report",
    "root",
    "same",
    "save_lexicon",
    "sensitivity",
    "shared_passages",
    "show",
    "similarity",
    "spelling",
    "stream",
    "suggest",
    "suppress",
    "templates",
    "theme_network",
    "themes",
    "topic_shares",
    "topics",
    "validate",
    "without_texts",
]

# Public name → (module, name there; "" for the module itself).
_HOMES = {
    "Corpus": ("corpus", "Corpus"),
    "KpuCorpusError": ("errors", "KpuCorpusError"),
    "Limits": ("reading.limits", "Limits"),
    "TermVectorizer": ("terms.vectorizer", "TermVectorizer"),
    "Tokens": ("tokens", "Tokens"),
    "acronyms": ("analysis.words.acronyms", "acronyms"),
    "analyse": ("indonesian.roots.roots", "analyse"),
    "assignment_words": ("analysis.likeness.assignment", "assignment_words"),
    "background": ("analysis.keywords.background", "background"),
    "bundle": ("reporting.files.bundle", "bundle"),
    "changes": ("analysis.comparing.changes", "changes"),
    "charts": ("reporting.charts", ""),
    "clusters": ("analysis.likeness.clusters", "clusters"),
    "coding_sheet": ("reporting.files.coding_sheet", "coding_sheet"),
    "collocates": ("analysis.words.collocates", "collocates"),
    "collocations": ("analysis.words.collocations", "collocations"),
    "compare": ("analysis.comparing.compare", "compare"),
    "concordance": ("analysis.words.concordance", "concordance"),
    "coverage": ("analysis.checking.coverage", "coverage"),
    "disagreements": ("analysis.coding.disagreements", "disagreements"),
    "dispersion": ("analysis.words.dispersion", "dispersion"),
    "duplicates": ("corpus.near_duplicates", "duplicates"),
    "errors": ("errors", ""),
    "evidence": ("analysis.themes.evidence", "evidence"),
    "explain": ("segment.explaining", "explain"),
    "explorer": ("reporting.exploring.explorer", "explorer"),
    "export": ("reporting.files.exports", "export"),
    "keyness": ("analysis.keywords.keyness", "keyness"),
    "keywords": ("analysis.keywords.keywords", "keywords"),
    "lint": ("analysis.checking.lint", "lint"),
    "load": ("loading", "load"),
    "load_lexicon": ("analysis.lexicon", "load_lexicon"),
    "manifest": ("ground.provenance", "of"),
    "network": ("analysis.words.collocates", "network"),
    "positions": ("analysis.words.dispersion", "positions"),
    "preprocess": ("tokens", "preprocess"),
    "profile": ("analysis.profile", "profile"),
    "pseudonyms": ("loading.pseudonyms", "pseudonyms"),
    "read_conllu": ("reporting.files.exports", "read_conllu"),
    "report": ("reporting.report", "report"),
    "root": ("indonesian.roots.roots", "root"),
    "same": ("ground.provenance", "same"),
    "save_lexicon": ("reporting.files.lexicon_file", "save_lexicon"),
    "sensitivity": ("analysis.checking.sensitivity", "sensitivity"),
    "shared_passages": ("analysis.reuse.passages", "shared_passages"),
    "show": ("reporting.show", "show"),
    "similarity": ("analysis.likeness.similarity", "similarity"),
    "spelling": ("analysis.spelling", "spelling"),
    "stream": ("streaming.run", "stream"),
    "suggest": ("analysis.checking.suggest", "suggest"),
    "suppress": ("columns.privacy", "suppress"),
    "templates": ("analysis.reuse.templates", "templates"),
    "theme_network": ("analysis.themes.network", "theme_network"),
    "themes": ("analysis.themes.themes", "themes"),
    "topic_shares": ("analysis.likeness.topics", "topic_shares"),
    "topics": ("analysis.likeness.topics", "topics"),
    "validate": ("analysis.coding.validate", "validate"),
    "without_texts": ("columns.privacy", "without_texts"),
}


if not TYPE_CHECKING:  # else any misspelt name would pass a type checker

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module 'kpu_corpus' has no attribute {name!r}")
        module, there = _HOMES[name]
        found = import_module(f"kpu_corpus.{module}")
        found = getattr(found, there) if there else found
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted(__all__)
