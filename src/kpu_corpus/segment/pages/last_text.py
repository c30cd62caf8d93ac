"""Where the text of a page ends, above the furniture that stands below it."""

from __future__ import annotations

from itertools import pairwise

from kpu_corpus.segment.bylines.byline import authors, byline
from kpu_corpus.segment.bylines.name_lines import tells_author
from kpu_corpus.segment.layouts import CLOSES, SITE, Rule, teaser_at
from kpu_corpus.segment.lines import (
    SENTENCE_WORDS,
    Line,
    ends_sentence,
    is_running,
    is_said,
    is_text,
)
from kpu_corpus.segment.pages.page import AMID, MARKED

OPEN = ("share", "tags", "pages", "reading_time")  # below which a short sentence may be text
LISTS = ("related_list", "popular")  # furniture above the titles of other texts
REMARK, REMARK_SHARE = 30, 0.2  # a remark below furniture has fewer words, and so beside the text
TEASED = 2  # other texts below one, at least
TEASED_WORDS = 60  # of such a text: an essay has more


def last_text(lines: list[Line], footers: list[Rule | None], numbers: set[int]) -> int:
    """Return the index of the last line of text: a long one, or a sentence above all furniture.

    Below the heading of a blog's other posts there is none, nor below the credits of a text where
    only teasers of others stand there; below the heading of other texts it ends like a sentence:
    their titles do not. What ends an entry and comes again ends no page, nor does what may stand
    amid a text where a long line comes below, or anything above the number of an essay. A few words
    below furniture that no other text has are a remark, where they name no author.
    """
    last, listed = -1, False
    closed: set[str] = set()
    counted = max(numbers, default=-1)
    ends = {rule.name: at for at, rule in enumerate(footers) if rule}
    stops: dict[str, dict[int, int]] = {}  # the words above a kind of furniture, by where they end
    words = 0
    for index, (line, rule) in enumerate(zip(lines, footers, strict=True)):
        if index in numbers:
            closed, listed, stops = set(), False, {}  # what it announces is no remark
        if line.mark in MARKED:
            continue
        if rule and rule.name == "other_posts":
            break
        if rule:
            again = ends[rule.name] > index
            if index > counted and not again and _leads_to_teasers(lines, footers, index):
                break
            listed = listed or (last >= 0 and rule.name in LISTS)
            opens = rule.name in OPEN or (again and rule.name in CLOSES)
            closed |= {rule.name} if last >= 0 and not opens else set()
            if rule.name in SITE and words:
                stops.setdefault(rule.name, {})[last] = words
            continue
        runs = is_running(line) and not (listed and _is_listed(line.text))
        if runs:
            closed -= {*AMID}
        if stops and authors(line, byline(line)):
            words += REMARK  # who wrote an essay, however short
        if runs or (not closed and line.words >= SENTENCE_WORDS and is_said(line.text)):
            last = index
            words += line.words
    once = (stop for found in stops.values() if len(found) == 1 for stop in found.items())
    above = (end for end, size in once if words - size < min(REMARK, REMARK_SHARE * size))
    return min(above, default=last)


def _is_listed(text: str) -> bool:
    """Tell whether a line on a list of other texts is the title of one, or its first words."""
    return not ends_sentence(text) or teaser_at(text) is not None


def _leads_to_teasers(lines: list[Line], footers: list[Rule | None], index: int) -> bool:
    """Tell whether below the credits of a text only teasers of others stand.

    Each is one line below its title or date, shorter than an essay; they are several, and all of
    them are shorter than the text above.
    """
    rule = footers[index]
    if rule is None or rule.name != "credits":
        return False
    kept = [at for at, x in enumerate(lines) if not footers[at] and x.mark not in MARKED]
    above, below = (
        [lines[at] for at in kept if at < index],
        [lines[at] for at in kept if at > index],
    )
    teasers = [(head, x) for head, x in pairwise(below) if is_text(x)]
    if len(teasers) < TEASED or is_text(below[0]):
        return False
    shorter = sum(x.words for x in below) < sum(x.words for x in above)
    heads = not any(is_text(head) or tells_author(head) for head, _ in teasers)
    return shorter and heads and all(x.words < TEASED_WORDS for _, x in teasers)
