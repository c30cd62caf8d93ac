"""Which part of a web page holds its text, and which block is its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kpu_corpus.ground.spellings import even_words

_PROSE, _SENTENCE = 100, 40  # letters of running text; of a block that ends like a sentence
LEAST_LETTERS = 600  # letters of running text on a page that has a main part
_LITTLE, _SHARE = 400, 0.15  # running text beside the main part: less than an essay
# Headings of what stands below a text: lists of others, what readers wrote.
_ASIDE = re.compile(
    r"(?:(?:artikel|berita|tulisan|opini|pos(?:t|ting(?:an)?)?) )?(?:terkait|lainnya|terbaru"
    r"|terkini|(?:ter)?populer(?: (?:dari|di|hari|minggu|pekan|bulan) .{1,30})?)"
    r"|(?:baca|lihat|simak) juga|(?:related|recent)(?: (?:posts?|articles?|comments?))?"
    r"|(?:\d{1,4} )?(?:komentar|comments?)|\d{1,4} (?:tanggapan|balasan)(?: .{1,200})?"
    r"|(?:tinggalkan|tulis|kirim) (?:komentar|balasan|tanggapan)|leave a (?:reply|comment)"
    r"|(?:tentang penulis|about the author|written by)\b.{0,60}|no responses yet",
    re.IGNORECASE,
)
_PARAGRAPHS = 3  # of a text that is no box, though boxes stand below it in one element
_ASIDES = 20  # on one page
_NEAR = 8  # blocks from a title that no heading is to the text
_WHOLE = 4  # words of a title that is all that the head tells, headings below it or not
_ENDS = tuple('.!?:…”’)"')
_STOPS = (".", "!", "?")
_HEADINGS = frozenset(["heading", "title"])
_TEXT = frozenset(["paragraph", "item", "author", "date", "row"])
_BESIDE = frozenset(["chrome", "margin", "note"])  # furniture, as the file has it


class Block(NamedTuple):
    """A block of a page, and the number of the element that it stands in."""

    kind: str
    level: int
    text: str
    place: int
    linked: int = 0  # how many links it is, 0 where it is more than links


def outside_marked(
    blocks: list[Block], parents: Sequence[int], titles: Sequence[str], kinds: Sequence[str] = ()
) -> list[Block]:
    """Return the blocks, those that do not belong to the main part marked "outside".

    The main part is the smallest element with nearly all running text of the page: menus, lists
    of other pages and comments stand around it, however they are called. Above it the title, which
    the page also tells in its head, and what stands between title and text belong to it.
    ``parents`` has for each element the number of the one that it stands in, which is smaller, and
    ``kinds`` its tag.
    """
    own, whole = letters_of(blocks, parents)
    if whole[0] < LEAST_LETTERS:
        return _below_title(blocks, [*map(even_words, titles)])
    asides = _asides(blocks, whole, parents)
    if asides:
        blocks = [x._replace(kind="outside") if asides[x.place] else x for x in blocks]
        own, whole = letters_of(blocks, parents)
    main = _main(own, whole, parents)
    inside = _inside(main, parents)
    for box in _boxes(blocks, main, whole, parents, kinds):
        boxed = _inside(box, parents)
        inside = [a and not b for a, b in zip(inside, boxed, strict=True)]
    held = [at for at, block in enumerate(blocks) if inside[block.place]]
    running = [at for at in held if runs(blocks[at])]
    first, last = running[0], running[-1]
    begin = _title(blocks[:first], [*map(even_words, titles)])
    if begin < 0:
        begin = _heading_above(blocks, first, held[0])
    # of a PDF the other titles are plain lines as well
    if begin >= 0 and len(parents) > 1 and blocks[begin].kind != "title":
        blocks[begin] = blocks[begin]._replace(kind="heading", level=1)
    return [
        block._replace(kind="outside")
        if (
            _is_outside(block, at, begin, held, (first, last))
            and not (held[0] <= at < first and _is_quoted(block.place, parents, kinds))
        )
        or _heads_links(blocks, at, last)
        else block
        for at, block in enumerate(blocks)
    ]


def _is_outside(
    block: Block, at: int, begin: int, held: Sequence[int], running: tuple[int, int]
) -> bool:
    """Tell whether a block does not belong to the title at ``begin`` or the main part.

    Between title and text are short lines that may say who wrote it; sentences begin the text.
    """
    first, last = running
    if block.kind in _BESIDE:
        return False
    if at > held[-1]:
        return True
    if at >= first:
        return _is_menu(block, at, last)
    if block.kind in ("author", "date") or at == begin:
        return False
    if begin < 0:
        return bool(block.linked) and at < held[0]
    if at < begin:
        return True
    if at < held[0]:
        return not runs(block)
    return block.kind == "paragraph" and not block.text.endswith(_ENDS)


def _is_quoted(place: int, parents: Sequence[int], kinds: Sequence[str]) -> bool:
    """Tell whether an element is a quotation or stands in one, such as a poem above the text."""
    tags = (kind for at in (place, parents[place]) for kind in kinds[at : at + 1])
    return any(kind.startswith("blockquote ") for kind in tags)


def _is_menu(block: Block, at: int, last: int) -> bool:
    """Tell whether a block below the beginning of the text is no part of it, but leads away.

    Such are items and paragraphs of links without a word beside them: of several, or below the
    ``last`` running text. What ends like a sentence is none, nor is a name right below the text.
    """
    if not block.linked or block.kind == "item":
        return bool(block.linked)
    if block.kind != "paragraph" or block.text.endswith(_STOPS):
        return False
    named = at == last + 1 and not any(word[0].islower() for word in block.text.split())
    return block.linked > 1 or (at > last and not named)


def _heads_links(blocks: Sequence[Block], at: int, last: int) -> bool:
    """Tell whether a block below the ``last`` running text is the heading of a list of links."""
    below = blocks[at + 1 : at + 2]
    heads = at > last and blocks[at].kind == "heading"
    return heads and any(block.linked and block.kind != "title" for block in below)


def runs(block: Block) -> bool:
    """Tell whether a block is running text."""
    if block.linked or block.kind not in _TEXT or len(block.text) < _SENTENCE:
        return False
    return len(block.text) >= _PROSE or block.text.endswith(_ENDS)


def _asides(
    blocks: Sequence[Block], whole: Sequence[int], parents: Sequence[int]
) -> list[bool] | None:
    """Tell of each element whether it stands in one that says that it is beside the text above it.

    Its heading, which no running text of it stands above, says so; it has less than half of the
    text of the page, since a page may list texts below such a heading. None where there is none.
    """
    found: list[bool] | None = None
    latest, left = -1, _ASIDES  # the element of the running text above
    for block in blocks:
        if block.kind in _HEADINGS and left and _ASIDE.fullmatch(block.text.rstrip(": ")):
            outer = parents[block.place]
            while not whole[outer] and parents[outer] > latest:  # around the heading alone
                outer = parents[outer]
            if 0 <= latest < outer and 2 * whole[outer] < whole[0]:
                inside = _inside(outer, parents)
                found = [a or b for a, b in zip(found, inside, strict=True)] if found else inside
                left -= 1
        elif runs(block):
            latest = block.place
    return found


def _boxes(
    blocks: Sequence[Block],
    main: int,
    whole: Sequence[int],
    parents: Sequence[int],
    kinds: Sequence[str],
) -> list[int]:
    """Return the elements below the last of several paragraphs of the main part that are boxes.

    Each has a link that is a block of its own, such as the name in the box on the author, which a
    closing section of the text has not; all of them have less than half of the text.
    """
    children = [place for place in range(main + 1, len(parents)) if parents[place] == main]
    texts = [x for x in children if kinds and kinds[x].startswith("p ") and whole[x]]
    if len(texts) < _PARAGRAPHS:
        return []
    below = [x for x in children if x > texts[-1] and kinds[x].startswith(("div ", "section "))]
    links = {block.place for block in blocks if block.linked}
    around = {place: _inside(place, parents) for place in below[:_ASIDES]}
    boxes = [x for x, inside in around.items() if any(inside[place] for place in links)]
    return boxes if 2 * sum(whole[x] for x in boxes) < whole[main] else []


def letters_of(blocks: Sequence[Block], parents: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return how much running text each element holds, of its own and with those inside it."""
    own = [0] * len(parents)
    for block in blocks:
        if runs(block):
            own[block.place] += len(block.text)
    whole = [*own]
    for place in range(len(parents) - 1, 0, -1):
        whole[parents[place]] += whole[place]
    return own, whole


def _main(own: Sequence[int], whole: Sequence[int], parents: Sequence[int]) -> int:
    """Return the smallest element that all but a little of the text stands in, by its number."""
    heaviest = [0] * len(parents)
    for place in range(len(parents) - 1, 0, -1):
        outer = parents[place]
        if whole[place] >= whole[heaviest[outer]] or not heaviest[outer]:
            heaviest[outer] = place
    place = 0
    while inner := heaviest[place]:
        beside = whole[0] - whole[inner]
        paragraph = own[inner] == whole[inner]
        if paragraph or beside > _LITTLE or beside > _SHARE * whole[0]:
            break
        place = inner
    return place


def _inside(main: int, parents: Sequence[int]) -> list[bool]:
    """Tell of each element whether it is the main part or stands in it."""
    inside = [False] * len(parents)
    for place in range(main, len(parents)):
        inside[place] = place == main or inside[parents[place]]
    return inside


def _title(above: Sequence[Block], told: Sequence[str]) -> int:
    """Return the last block above the text that is the title as the page's head tells it, or -1.

    The head may add the name of the site before or behind it. Where no heading is the title, it
    is a block below all headings and menus; below headings one that ends what the head tells is
    rather the name of the site, and so is a heading with a link above another heading.
    """
    same = [
        at
        for at, block in enumerate(above)
        if block.kind not in _BESIDE
        and any(_is_part(even_words(block.text), whole) for whole in told)
    ]
    headings = [at for at, block in enumerate(above) if block.kind in _HEADINGS]
    last = max(same, default=0)
    titled = [at for at in same if above[at].kind == "heading" or at == max(headings, default=-1)]
    opens = same and any(
        f"{whole} ".startswith(f"{even_words(above[last].text)} ") for whole in told
    )
    whole = even_words(above[last].text) if same else ""
    exact = whole in told and len(whole.split()) >= _WHOLE
    alone = not headings or exact or (opens and last > headings[-1])
    plain = [last] if same and alone else []
    plain = [at for at in plain if len(above) - at <= _NEAR]  # farther up stands the site's name
    near = [at for at in plain if not any(block.linked for block in above[at + 1 :])]
    return next(reversed(titled or near), -1)


def _below_title(blocks: list[Block], told: Sequence[str]) -> list[Block]:
    """Return the blocks of a page with little text, those above its title marked "outside".

    That is its first heading, if the page's head tells it, and nothing before it.
    """
    place = next((at for at, x in enumerate(blocks) if x.kind in _HEADINGS), 0)
    text = even_words(blocks[place].text) if blocks else ""
    if len(text.split()) < _WHOLE or not any(f"{x} ".startswith(f"{text} ") for x in told):
        return blocks
    above = [x if x.kind in _BESIDE else x._replace(kind="outside") for x in blocks[:place]]
    return [*above, *blocks[place:]]


def _is_part(text: str, told: str) -> bool:
    """Tell whether a text of two words at least opens or ends what is told."""
    whole = f" {told} "
    return " " in text and (whole.startswith(f" {text} ") or whole.endswith(f" {text} "))


def _heading_above(blocks: Sequence[Block], first: int, held: int) -> int:
    """Return the heading of the text where the page's head does not tell it, -1 without one.

    It is the last one above the main part; where one stands above the text in the main part, that
    is it if those above are all links, such as the name of the site.
    """
    above = [at for at in range(held) if blocks[at].kind in _HEADINGS]
    inner = next((at for at in range(held, first) if blocks[at].kind in _HEADINGS), None)
    if inner is None:
        return next(reversed(above), -1)
    return inner if above and all(blocks[at].kind == "title" for at in above) else -1
