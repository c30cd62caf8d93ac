"""Lines of a source → a page: which of them are furniture, by position and wording."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS, is_formula
from kpu_corpus.segment.bylines.byline import authors, byline, is_date, is_posted
from kpu_corpus.segment.bylines.covers import names_cohort
from kpu_corpus.segment.bylines.facts import facts_of
from kpu_corpus.segment.bylines.front import FRONT_LINES, front_matter
from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.bylines.name_lines import tells_author
from kpu_corpus.segment.bylines.signature import is_about_author
from kpu_corpus.segment.bylines.work import is_number, is_role
from kpu_corpus.segment.layouts import CLOSES, FOOTER, HEADER, INSIDE, SITE, Rule, teaser_at
from kpu_corpus.segment.lines import (
    SENTENCE_WORDS,
    Line,
    ends_sentence,
    is_drawn,
    is_item,
    is_running,
    is_said,
    is_text,
    title_case,
)
from kpu_corpus.segment.names import is_person
from kpu_corpus.segment.pages.blocks import (
    contents,
    menus_above,
    properties,
    running_heads,
    translated,
)
from kpu_corpus.segment.pages.columns import columned
from kpu_corpus.segment.pages.headed import credited, headed, led, parted, profiled
from kpu_corpus.segment.pages.messages import answered, answers, messages
from kpu_corpus.segment.pages.numbering import announced, counted
from kpu_corpus.segment.pages.page import AMID, MARKED, Label, Page
from kpu_corpus.segment.pages.rubrics import rubrics
from kpu_corpus.segment.sections import is_named, is_section

OPEN = ("share", "tags", "pages", "reading_time")  # below which a short sentence may be text
LISTS = ("related_list", "popular")  # furniture above the titles of other texts
REMARK, REMARK_SHARE = 30, 0.2  # a remark below furniture has fewer words, and so beside the text
LABELS, LABEL_WORDS = 3, 3  # of the site above its footer, and words of one: more may be text
NAME_WORDS = 4  # of the name of an editor
TEASED = 2  # other texts below one, at least
TEASED_WORDS = 60  # of such a text: an essay has more
PICTURE_WORDS = 2  # a title that the link of a picture has as well is longer
_WAY = re.compile(r"(?:Home|Beranda)(?: [A-Z&]\S*){1,4}|.{1,80}\s[/»›>|•]")


def read_page(lines: list[Line]) -> Page:
    """Part page furniture from the rest: above the first title, below the last body, by name."""
    lines = led(parted(credited(profiled(columned(lines)))))
    chat = messages(lines)
    lines, numbers, talk = chat or (*counted(lines), set())
    lines, people = headed(lines)
    posts = chat is None and not numbers
    numbers, talk = answers(lines) if posts else (numbers, talk)
    lines = _with_heads(lines, numbers) if posts else lines
    page = Page(lines, numbers=numbers, people=people, posts=bool(chat or (posts and numbers)))
    footers = [_below(lines, index) for index in range(len(lines))]
    last_body = _last_text(lines, footers, numbers)
    above = set() if chat else _above_numbers(lines, numbers) or menus_above(lines)
    told: dict[int, Label] = {}
    for found, name, sure in (
        (above | properties(lines), "above_title", 0.6),
        (talk if chat else talk | numbers, "message" if chat or posts else "essay_number", 0.95),
        (contents(lines), "contents", 0.9),
        (running_heads(lines), "running_head", 0.9),
        (translated(lines), "translated", 0.9),
        (rubrics(lines), "above_title", 0.9),
        (answered(lines), "mail_answered", 0.9),
        (_pictured(lines), "repeated_title", 0.9),
        (_related(lines), "related", 0.9),
        (_over_footer(lines, footers, last_body), "outside_text", 0.6),
    ):
        told |= dict.fromkeys(found, Label("chrome", name, sure))
    top, below, titled, begun, closed = True, False, False, False, False
    front: list[Line] = []
    beside: list[int] = []  # lines outside of the part with the text, kept above its title
    for index, line in enumerate(lines):
        if label := _by_itself(line) or told.get(index):
            page.labels[index] = label
            continue
        begins = top or page.lists or closed
        header = HEADER.of(line.text) if begins else None
        if header and header.name == "ticker" and facts_of(line):
            header = None
        inside = INSIDE.of(line.text)
        footer = inside or footers[index]
        inner = last_body < 0 or index <= last_body
        if footer and footer.name == "pages" and (inner or is_number(line)):
            footer = None
        rule = header or footer
        if rule:
            page.labels[index] = Label("chrome", rule.name, rule.confidence)
            page.names.add(rule.name)
            closed = rule.name in CLOSES
            below = below or (index > last_body and rule is footer and rule is not inside)
        elif below:
            page.labels[index] = Label("chrome", "below_furniture", 0.8)
        elif line.mark == "outside" and not _tells(front, lines[index : index + 2], titled, begun):
            page.labels |= dict.fromkeys([*beside, index], Label("chrome", "outside_text", 0.8))
            beside = []
        else:
            top = closed = False
            beside = [*beside, index] if line.mark == "outside" and not titled else []
            tells = line.mark in ("outside", "author", "date")
            front = [*front, line][:FRONT_LINES] if tells else []
            titled = titled or line.mark not in ("outside", "author", "date")
            begun = begun or is_running(line)
    return page


def _related(lines: list[Line]) -> set[int]:
    """Return the titles of other texts in the line below "Baca juga:".

    A sentence is none, nor a point of several or the heading of a section.
    """
    pairs = enumerate(pairwise(lines))
    return {
        at + 1
        for at, (line, below) in pairs
        if line.text.endswith(":") and not (is_running(below) or is_said(below.text))
        if not (is_item(below.text) or is_section(below))
        if (rule := INSIDE.of(line.text)) and rule.name == "related"
    }


def _over_footer(lines: list[Line], footers: list[Rule | None], last: int) -> set[int]:
    """Return the lines between the last text and the footer of a site that are the site's as well.

    A few stand right above it. What tells who wrote is none of them, nor what may be text: a point
    of a list, a verse, a formula, more than a few words.
    """
    places = range(last + 1, len(lines))
    end = next((at for at in places if (rule := footers[at]) and rule.name in SITE), last + 1)
    above = {*takewhile(lambda at: _is_label(lines[at]), range(end - 1, last, -1))}
    leads = any(lines[min(above) - 1].text.endswith(":") for _ in above)
    return above if last >= 0 and len(above) <= LABELS and not leads else set()


def _is_label(line: Line) -> bool:
    """Tell whether a line below a text says nothing and names nobody, as the labels of sites."""
    if is_said(line.text) or line.text.endswith(":") or is_item(line.text):
        return False
    if line.mark in ("item", "note", "author"):
        return False
    if is_formula(line.text) or is_date(line.text) or byline(line) or labelled(line):
        return False
    if tells_author(line) or is_about_author(line) or is_person(line.text) or is_role(line):
        return False
    return line.words <= LABEL_WORDS


def _pictured(lines: list[Line]) -> set[int]:
    """Return the lines that are the next line once more, a bullet or the way to it before it.

    Such is the link of a picture, and where the page stands on its site: "Opini / Esai / Judul".
    """
    return {
        at
        for at, (line, after) in enumerate(pairwise(lines))
        if (before := line.text.removesuffix(after.text).strip()) != line.text
        and (before in BULLETS or _WAY.fullmatch(before))
        and after.words > PICTURE_WORDS
    }


def _with_heads(lines: list[Line], subjects: set[int]) -> list[Line]:
    """Return the lines, those between the subject of an answer and its text as part of it."""
    heads: set[int] = set()
    for subject in subjects:
        below = range(subject, min(subject + FRONT_LINES, len(lines)))
        heads.update(takewhile(lambda at: not is_running(lines[at]), below))
    return [
        line._replace(mark="") if at in heads and line.mark == "outside" else line
        for at, line in enumerate(lines)
    ]


def _below(lines: list[Line], index: int) -> Rule | None:
    """Return the rule by which a line is furniture below a text; buttons stand beside others.

    A word that buttons have stands alone in a poem, or heads a part: "Suka", "Detail". Below
    "Editor:" stands a name, or it opens what an editor says.
    """
    line = lines[index]
    rule = FOOTER.of(line.text.lstrip("• "))  # a list of buttons
    if rule and rule.name == "credits" and line.text.endswith(":"):
        below = lines[index + 1 : index + 2]
        return None if any(x.words > NAME_WORDS or is_said(x.text) for x in below) else rule
    if rule and rule.name == "buttons" and line.text.isalpha():
        beside = (lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines))
        return rule if any(FOOTER.of(line.text) for line in beside) else None
    return rule


def _by_itself(line: Line) -> Label | None:
    """Return what a line is by its mark in the file, or as a line drawn between parts."""
    if line.mark in MARKED and not is_posted(line):
        return MARKED[line.mark]
    return Label("chrome", "decoration", 0.9) if is_drawn(line.text) else None


def _tells(front: list[Line], lines: list[Line], titled: bool, begun: bool) -> bool:
    """Tell whether the first line says who wrote a text that has ``begun`` above it or will below.

    Those of the ``front`` stand above it and say so too. A name alone above the title is rather
    that of the site.
    """
    if begun:
        return is_about_author(lines[0])
    return len(front) < len(front_matter([*front, *lines], titled=titled))


def _above_numbers(lines: list[Line], numbers: set[int]) -> set[int]:
    """Return the short lines above the first of several numbers: they name the collection.

    Left as they were they would take the title and the author of the first essay for their own.
    What leads to as many essays as the title of the page says is none of them, either.
    """
    above = lines[: min(numbers)] if len(numbers) > 1 else []
    if announced(above, len(numbers)):
        return {*range(len(above))}
    if any(map(is_running, above)):
        return set()
    told = (byline(line) or labelled(line) or names_cohort(line) for line in above)
    rows = zip(above, told, strict=True)
    return {at for at, (line, tells) in enumerate(rows) if line.mark != "author" and not tells}


def _is_listed(text: str) -> bool:
    """Tell whether a line on a list of other texts is the title of one, or its first words."""
    return not ends_sentence(text) or teaser_at(text) is not None


def _last_text(lines: list[Line], footers: list[Rule | None], numbers: set[int]) -> int:
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
    return shorter and all(x.words < TEASED_WORDS and _heads_teaser(head) for head, x in teasers)


def _heads_teaser(line: Line) -> bool:
    other = is_text(line) or is_named(line) or tells_author(line)
    return not other and (title_case(line.text) or is_date(line.text))
