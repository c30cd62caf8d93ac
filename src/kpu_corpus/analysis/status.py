"""What a hit says: asserted, aspired, negated, quoted or part of a name; with rule and cue.

The rules, the first that fits decides:

- ``name``: the whole hit stands inside an institution's name, a law's title or a motto.
- ``quoted``: it stands in a label in quotation marks: a title (its words capitalised) or what
  follows *bertema*, *slogan*, *istilah* … . Speech that is quoted counts as any other sentence.
- ``negated``: *bukan* denies it, or a negator denies that it is the matter (*tidak membahas*).
  Other negators say that the value lacks (*tidak netral*, *belum transparan*) or that its
  opposite is refused (*tidak menerima suap*): asserted, with rule ``negator`` and the cue.
- ``aspired``: a word of duty, wish or resolve stands before it.
- ``asserted``: everything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.tokens import Tokens

COUNTED = ("asserted", "aspired")
STATUSES = ("asserted", "aspired", "negated", "name", "quoted")

NEGATORS = frozenset(
    "tidak tidaklah tak bukan bukanlah bukannya belum jangan janganlah tanpa tiada kurang".split()
)
# "tidak hanya integritas" adds to a value, it does not deny it.
ADDITIVE = frozenset("hanya sekadar sekedar cuma saja semata semata-mata lagi sebatas lain".split())
IDENTITY = frozenset("bukan bukanlah bukannya".split())
# "tidak membahas demokrasi", "tidak ada hubungannya dengan disiplin": the value is not the matter.
MATTERS = frozenset(
    "membahas dibahas membicarakan berbicara bicara menyangkut berkaitan terkait berhubungan "
    "hubungan hubungannya kaitan kaitannya menyinggung soal tentang mengenai menyebut termasuk "
    "membutuhkan memerlukan perlu".split()
)
ASPIRATIONS = frozenset(
    "harus haruslah seharusnya wajib perlu perlunya akan hendak hendaknya ingin bertekad tekad "
    "berharap harapan diharapkan semoga mesti semestinya sebaiknya berkomitmen dituntut "
    "diharuskan diwajibkan bercita-cita siap mari marilah".split()
)
HEADS = frozenset(
    "badan komisi dewan lembaga kementerian direktorat fakultas universitas partai yayasan dinas "
    "biro bagian pusat balai kantor institut komite mahkamah ombudsman jurusan program sekolah "
    "forum asosiasi aliansi koalisi".split()
)
LAWS = frozenset("undang-undang uu peraturan perpres permen keputusan perda pkpu perppu".split())
REACH = 3  # words that a negator looks ahead
_QUOTES = re.compile(r"“([^”]*)”|\"([^\"]*)\"|«([^»]*)»|‘([^’]*)’")
# What a label in quotation marks is: a title, a motto, a word that is spoken about.
LABELLED = frozenset(
    "bertema bertajuk berjudul judul tema tajuk moto motto semboyan slogan tagline jargon istilah "
    "kata frasa sebutan disebut bernama buku artikel lagu film seminar diskusi publik kuliah "
    "webinar lokakarya".split()
)
SMALL = frozenset("dan di ke dari yang untuk dalam pada atau bagi dengan oleh".split())


class Status(NamedTuple):
    """The status of a hit, the rule that gave it and the word that decided."""

    status: str
    rule: str
    cue: str


class Judge:
    """Gives every hit its status from the words around it in the same unit."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        unit = tokens.unit
        self._bounds: npt.NDArray[np.int64] = np.searchsorted(
            unit, np.arange(len(tokens.units.kind) + 1)
        )

    def status(self, first: int, last: int) -> Status:
        """Return the status of the hit from token ``first`` to token ``last`` (inside)."""
        rules: tuple[Callable[[int, int], Status | None], ...] = (
            self._name,
            self._quoted,
            self._negated,
            self._aspired,
        )
        for rule in rules:
            found = rule(first, last)
            if found:
                return found
        return Status("asserted", "stated", "")

    def _norm(self, index: int) -> str:
        return str(self.tokens.types.norm[self.tokens.type[index]])

    def _surface(self, index: int) -> str:
        return str(self.tokens.types.surface[self.tokens.type[index]])

    def _unit(self, index: int) -> tuple[int, int]:
        unit = int(self.tokens.unit[index])
        return int(self._bounds[unit]), int(self._bounds[unit + 1])

    def _name(self, first: int, last: int) -> Status | None:
        if self.tokens.units.kind[self.tokens.unit[first]] == "sign_off":
            return Status("name", "motto", "")
        if all(map(self._institution, range(first, last + 1))):
            return Status("name", "institution", " ".join(self._surface(first).split()))
        if not all(self._surface(index)[0].isupper() for index in range(first, last + 1)):
            return None
        return self._headed(first)

    def _institution(self, index: int) -> bool:
        """Tell a name of several words; one capital alone (Kolaboratif) makes no value a name."""
        return self.tokens.types.kind[self.tokens.type[index]] == "name" and " " in self._norm(
            index
        )

    def _headed(self, first: int) -> Status | None:
        """Follow the capitals to the left: a head word makes the run of capitals a name."""
        low, _ = self._unit(first)
        index = first - 1
        while index >= low and not self.tokens.words.gap[index + 1]:
            if self._norm(index) == "tentang" and self._law(low, index):
                return Status("name", "law_title", self._surface(index))
            small = self._norm(index) in ("dan", "dan/atau", "atau")
            if not small and not self._surface(index)[0].isupper():
                return None
            if self._norm(index) in HEADS:
                return Status("name", "institution", self._surface(index))
            if self._norm(index) in LAWS:
                return Status("name", "law_title", self._surface(index))
            index -= 1
        return None

    def _law(self, low: int, index: int) -> bool:
        return any(self._norm(place) in LAWS for place in range(max(low, index - 8), index))

    def _quoted(self, first: int, last: int) -> Status | None:
        """Tell labels in quotation marks from speech: what somebody says of a value counts."""
        unit = int(self.tokens.unit[first])
        text = self.tokens.text_of(unit)
        offset = int(self.tokens.units.start[unit])
        start = int(self.tokens.words.start[first]) - offset
        end = int(self.tokens.words.end[last]) - offset
        for match in _QUOTES.finditer(text):
            if match.start() < start and end < match.end() and _is_label(text, match):
                return Status("quoted", "label", match[0][0])
        return None

    def _negated(self, first: int, last: int) -> Status | None:
        low, _ = self._unit(first)
        for index in range(first - 1, max(low, first - REACH) - 1, -1):
            if self.tokens.words.gap[index + 1]:
                return None
            if self._norm(index) not in NEGATORS:
                continue
            following = {self._norm(place) for place in range(index + 1, first)}
            if following & ADDITIVE:
                return None
            denied = self._norm(index) in IDENTITY or following & MATTERS
            return Status("negated" if denied else "asserted", "negator", self._surface(index))
        return None

    def _aspired(self, first: int, last: int) -> Status | None:
        low, _ = self._unit(first)
        for index in range(first - 1, low - 1, -1):
            if self._norm(index) in ASPIRATIONS:
                return Status("aspired", "modal", self._surface(index))
        return None


def _is_label(text: str, quotation: re.Match[str]) -> bool:
    """Tell whether a quotation is a title, a motto or a word that is spoken about."""
    inside = next(part for part in quotation.groups() if part is not None).split()
    before = text[: quotation.start()].rsplit(maxsplit=1)
    if before and before[-1].lower() in LABELLED:
        return True
    capitals = [word for word in inside if word.lower() not in SMALL]
    return len(capitals) > 1 and all(not word[0].islower() for word in capitals)
