"""How often the themes err, as measured: what a report says of it."""

from __future__ import annotations

from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.wording import Wording

# The shipped ten themes on the sets of `python -m benchmarks.themes_accuracy` that nobody read who
# tuned them (themes_unseen, themes_unseen_more); tests/test_docs.py measures again.
SENTENCES = (420, 2_077)
F1 = (0.68, 0.63)
WRONG, MISSED = 0.34, 0.37  # of the marks, and of the sentences with a theme, of both sets


def accuracy(figures: Figures, wording: Wording, option: str) -> str:
    """Return how often the themes err; of another lexicon than the default how to measure it.

    ``option`` is how the command line is told the lexicon.
    """
    if figures.lexicon != load_lexicon():
        return wording.say("accuracy_unknown", lexicon=figures.lexicon.name, option=option)
    return wording.say(
        "accuracy",
        sentences=wording.count("sentences", sum(SENTENCES)),
        wrong=round(100 * WRONG),
        missed=round(100 * MISSED),
        first=wording.decimal(F1[0]),
        second=wording.decimal(F1[1]),
    )
