"""The report of the real page, of which every format and section is drawn: made once."""

from __future__ import annotations

import pytest

from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.labels import LANGUAGES
from kpu_corpus.reporting.content import Report, content
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.tokens import Tokens


@pytest.fixture(scope="session")
def real(tokens: Tokens) -> Figures:
    return figures(tokens, load_lexicon())


@pytest.fixture(scope="session")
def said(real: Figures) -> dict[str, Report]:
    return {lang: content(real, lang) for lang in LANGUAGES}
