"""The short answer of a report."""

from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.answer import Answer
from kpu_corpus.reporting.sections.answer import answer as answer_with
from kpu_corpus.reporting.sections.contrast import contrasts
from kpu_corpus.reporting.wording import Wording


def answer(figures: Figures, wording: Wording) -> Answer:
    """Return the short answer of the report with these figures."""
    return answer_with(figures, contrasts(figures, wording), wording)
