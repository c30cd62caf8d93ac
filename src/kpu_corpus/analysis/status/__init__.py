"""What a hit says: asserted, aspired, negated, quoted or part of a name; with rule and cue.

``judge`` asks the rooms in this order, the first that fits decides: ``names`` (with ``capitals``),
``labels``, ``mottoes``, ``denials`` (with ``negators``, ``idioms``, ``regrets``), ``aspirations``;
the last two take a list of values as one phrase (``enumerations``). ``surroundings`` are the words
that they look at; ``cues``, ``modals``, ``members`` and ``name_words`` list the words that decide,
each list as a mark (``marks``).
"""

from kpu_corpus.analysis.status.judge import Words, judged
from kpu_corpus.analysis.status.rules import COUNTED, COUNTS, RULES, STATUSES

__all__ = ["COUNTED", "COUNTS", "RULES", "STATUSES", "Words", "judged"]
