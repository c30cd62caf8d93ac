"""Messages: chats of WhatsApp and Telegram, emails and posts that are answered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise, takewhile

from kpu_corpus.segment.bylines.byline import byline
from kpu_corpus.segment.bylines.work import is_role
from kpu_corpus.segment.lines import BESIDE, STAMP, Line, is_text
from kpu_corpus.segment.names import is_person

ESSAY_WORDS = 60  # a shorter message is talk
ANSWER_WORDS = 20  # a shorter answer in a forum is talk
# What WhatsApp puts behind a message that was changed after it was sent.
_EDITED = re.compile(r"\u200e?<(?:Pesan ini diedit|This message was edited)>\s*$", re.IGNORECASE)
# What stands above a message that was sent on, or answers another.
_SENT_ON = re.compile(
    r"\[(?:forwarded from|in reply to) [^]]{1,80}\]|\u200e?(?:diteruskan|forwarded)", re.IGNORECASE
)
_DATE = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
# What American stamps have, whose dates begin with the month: AM, PM, or a colon in the time and no
# zero before a digit.
_AMERICAN = re.compile(r".*\d\s?[AP]M\b|(?=.*\d:\d).*\b\d/")
MARK = ">"
SIGN = "--"  # above who sends a mail
_FROM = re.compile(r"(?:from|dari|pengirim)\s?:", re.IGNORECASE)
_SENT = re.compile(r"(?:sent|date|dikirim)\s?:", re.IGNORECASE)  # "Tanggal:" have letters and forms
_TO = re.compile(r"(?:to|kepada|cc|subject|subjek|perihal)\s?:", re.IGNORECASE)
_RULE = re.compile(r"_{8,}")
_ANSWER = re.compile(r"(?:re|bls|balasan) ?: ?(\S.{0,200})", re.IGNORECASE)  # a subject
_MAIL_SENT_ON = re.compile(
    r"-{3,} ?(?:forwarded message|pesan (?:yang )?diteruskan|original message|pesan asli) ?-{3,}"
    r"|begin forwarded message:|awal pesan terusan:",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[> ]{0,8}(?:pada|on)\b.{4,120}\b(?:menulis|wrote) ?:", re.IGNORECASE)


def messages(lines: Sequence[Line]) -> tuple[list[Line], set[int], set[int]] | None:
    """Return the lines of a chat, the stamps above essays, and what is talk; None for others.

    Of the stamp of an essay the date, where it is sure, the author and the first line are lines of
    their own.

    >>> chat = ["4/8/25 9.15 - Rina: Netral", "Kami jujur. " * 30, "4/8/25 9.20 - Budi: Ya"]
    >>> lines, essays, talk = messages([Line(0, 9, text, len(text.split())) for text in chat])
    >>> [line.text[:13] for line in lines], essays, talk
    (['4/8/25', '9.15 -', 'Rina', 'Netral', 'Kami jujur. K', '4/8/25 9.20 -'], {0}, {1, 5})
    """
    found = ((index, STAMP.match(line.text)) for index, line in enumerate(lines))
    stamps = {index: match for index, match in found if match}
    alone = len(stamps) == 1  # of one message, copied
    if 0 not in stamps or (alone and not is_person(stamps[0]["author"] or "")):
        return None
    dated = not any(_AMERICAN.match(match[0]) for match in stamps.values())
    parted: list[Line] = []
    essays: set[int] = set()
    talk: set[int] = set()
    for first, end in pairwise([*stamps, len(lines)]):
        stamp, parts = _parts(lines[first], stamps[first], dated=dated)
        message = [*parts, *lines[first + 1 : end]]
        if sum(line.words for line in message) >= ESSAY_WORDS:
            told = [at for at, line in enumerate(stamp, len(parted)) if line.mark]
            essays.add([*told, len(parted)][0])
            message = [*stamp, *(half for line in message for half in _halves(line))]
            marks = enumerate(message, len(parted))
            others = {*range(len(parted), len(parted) + len(stamp))}.difference(told)
            talk |= others | {at for at, line in marks if _is_mark(line)}
        else:
            message = [*lines[first:end]]
            talk.update(range(len(parted), len(parted) + len(message)))
        parted += message
    return (parted, essays, talk) if essays or not alone else None


def _parts(line: Line, match: re.Match[str], *, dated: bool) -> tuple[list[Line], list[Line]]:
    """Return the lines of a stamp, one of a date that tells the day, and those of the message.

    These are its author, if it names one, and what stands behind.
    """
    if match["sender"]:
        start = match.end("sender")
        sender = line.part(0, start)._replace(mark="author")
        return [sender, *_stamp(line, start, match.end(), dated=dated)], [line.part(match.end())]
    start, end = match.span("author")
    if start < 0 or not any(map(str.isalpha, line.text[start:end])):  # the number of a telephone
        start = end = match.end()
    told = [line.part(start, end)._replace(mark="author"), line.part(match.end())]
    return _stamp(line, 0, start, dated=dated), [part for part in told if part.text]


def _stamp(line: Line, start: int, end: int, *, dated: bool) -> list[Line]:
    """Return the date of a stamp, where it tells the day, and what stands around it."""
    day = _DATE.search(line.text, start, end) if dated else None
    first, last = day.span() if day else (start, start)
    date = line.part(first, last)._replace(mark="date")
    parts = [line.part(start, first), date, line.part(last, end)._replace(mark="")]
    return [part for part in parts if part.text]


def _is_mark(line: Line) -> bool:
    return bool(_EDITED.match(line.text) or _SENT_ON.fullmatch(line.text))


def _halves(line: Line) -> list[Line]:
    """Return a line and, apart from it, the mark of an edited message at its end."""
    match = _EDITED.search(line.text)
    if match is None or not match.start():
        return [line]
    return [line.part(0, match.start()), line.part(match.start())]


def answered(lines: Sequence[Line]) -> set[int]:
    """Return the lines of mails quoted below what introduces them, above one sent on, a first post.

    >>> texts = ("Kami hadir.", "Pada Sen, 3 Mar 2025, panitia menulis:", "> Mohon kirim.", "Budi")
    >>> sorted(answered([Line(0, 9, text, len(text.split())) for text in texts]))
    [1, 2]
    """
    found: set[int] = set()
    for at, line in enumerate(lines):
        if _OPENS.fullmatch(line.text):
            below = takewhile(lambda other: other.text.startswith(MARK), lines[at + 1 :])
            size = sum(1 for _ in below)
            found |= {*range(at, at + size + 1)} if size else set()
    found |= _mails_below(lines)
    return found | _first_post(lines) | _above_mail_sent_on(lines) | _below_mail(lines, found)


def _mails_below(lines: Sequence[Line]) -> set[int]:
    """Return the lines of short mails below a text, with the heads that mail programs give them.

    A long one may be another essay, as may one to whom another mail is, too: a file may hold the
    mails of several people.
    """
    heads = [at for at in range(len(lines)) if _is_head(lines, at)]
    starts = [at - 1 if at and _is_above_head(lines[at - 1]) else at for at in heads]
    told = Counter(lines[at + 2].text for at in heads)
    above = [0, *accumulate(line.words for line in lines)]
    found: set[int] = set()
    for head, (start, end) in zip(heads, pairwise([*starts, len(lines)]), strict=True):
        own = sum(line.words for line in lines[start:end])
        if told[lines[head + 2].text] == 1 and own < ESSAY_WORDS <= above[start]:
            found |= {*range(start, end)}
    return found


def _is_head(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the head of a mail begins here: who sent it, when, and to whom or on what."""
    below = [line.text for line in lines[at : at + 3]]
    order = (_FROM, _SENT, _TO)
    return len(below) == 3 and all(one.match(text) for one, text in zip(order, below, strict=True))


def _is_above_head(line: Line) -> bool:
    return bool(_MAIL_SENT_ON.fullmatch(line.text) or _RULE.fullmatch(line.text))


def answers(lines: Sequence[Line]) -> tuple[set[int], set[int]]:
    """Return the subjects of answers to a post, below each an essay, and the answers that are talk.

    They are several, and right below each stands who wrote it. An answer with a subject of its own
    has it in a heading of the same rank.

    >>> posts = ("Bls: Tugas", "oleh Rina", "Kami jujur. " * 30, "Bls: Tugas", "oleh Adi", "Ya")
    >>> lines = [Line(0, 9, text, len(text.split())) for text in posts]
    >>> answers(lines)
    ({0}, {3, 4, 5})
    """
    found = {at for at, line in enumerate(lines) if _ANSWER.fullmatch(line.text)}
    if len(found) < 2 or not all(_is_posted(lines, at) for at in found):
        return set(), set()
    first = min(found)
    rank = (at for at in range(first, len(lines)) if lines[at].headed)
    same = (at for at in rank if lines[at].level == lines[first].level)
    found |= {at for at in same if _is_posted(lines, at)}
    posts = [range(at, end) for at, end in pairwise([*sorted(found), len(lines)])]
    talk = [post for post in posts if sum(_said(lines[at]) for at in post[1:]) < ANSWER_WORDS]
    return found - {post[0] for post in talk}, {at for post in talk for at in post}


def _is_posted(lines: Sequence[Line], at: int) -> bool:
    """Tell whether who wrote an answer stands right below its subject."""
    return any(map(byline, lines[at + 1 : at + 3]))


def _said(line: Line) -> int:
    """Return how many words of an answer a line has, none where it tells who wrote it."""
    return 0 if line.mark in BESIDE or byline(line) else line.words


def _above_mail_sent_on(lines: Sequence[Line]) -> set[int]:
    """Return the lines of a mail that sends on another and says little itself: down to that."""
    last = 0
    for at, line in enumerate(lines):
        if sum(x.words for x in lines[last:at]) >= ESSAY_WORDS:
            break
        if _MAIL_SENT_ON.fullmatch(line.text):
            last = at + 1
    return {*range(last)}


def _below_mail(lines: Sequence[Line], quoted: set[int]) -> set[int]:
    """Return the lines that a mail program puts below "--": who sends, down to what is answered.

    A name there signs where the head has none, below the first word of it, or above an office,
    which is told as below any text.
    """
    if not lines or not _FROM.match(lines[0].text):
        return set()
    end = min(quoted, default=len(lines))
    mark = next((at for at in reversed(range(end)) if lines[at].text == SIGN), end)
    below = lines[mark + 1 : end]
    if not below or any(map(is_text, below)):
        return set()
    first, _, _ = below[0].text.partition(" ")
    told = is_person(_FROM.sub("", lines[0].text).partition("<")[0].strip())
    offices = {at for at in range(mark + 2, end) if is_role(lines[at])}
    signs = not told or lines[mark - 1].text == first or bool(offices)
    named = signs and is_person(below[0].text)
    return {*range(mark + 1 + named, end)} - offices


def _first_post(lines: Sequence[Line]) -> set[int]:
    """Return the lines of a post that sets a task: its subject, down to the first answer to it."""
    subjects = {at: match[1] for at, x in enumerate(lines) if (match := _ANSWER.fullmatch(x.text))}
    first = min(subjects, default=0)
    above = [at for at in range(first) if lines[at].text == subjects[first]]
    if not above or sum(line.words for line in lines[above[-1] : first]) >= ESSAY_WORDS:
        return set()
    return {*range(above[-1], first)}
