"""What tests of the report share: its short answer, and less than the whole where that does."""

from typing import Any

from kpu_corpus.analysis.comparing.groups import Compared
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.answer import Answer
from kpu_corpus.reporting.sections.answer import answer as answer_with
from kpu_corpus.reporting.sections.contrast import contrasts
from kpu_corpus.reporting.wording import Wording

NOTHING: dict[str, Any] = {
    "compared": Compared("essay", (), (), None, None),
    "passages": None,
    "sensitivity": None,
}
INTEGRITY = Lexicon(
    "own",
    tuple(theme for theme in load_lexicon().themes if theme.key == "integritas"),
    load_lexicon().sets,
)


def without(figures: Figures, *parts: str) -> Figures:
    """Return the figures with nothing in parts that take the longest to make and are not asked."""
    vars(figures).update({part: NOTHING[part] for part in parts})
    return figures


def answer(figures: Figures, wording: Wording) -> Answer:
    """Return the short answer of the report with these figures."""
    return answer_with(figures, contrasts(figures, wording), wording)
