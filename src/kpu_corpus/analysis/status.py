"""What a hit says: asserted, aspired, negated, quoted or part of a name; with rule and cue.

The rules, the first that fits decides:

- ``name``: the whole hit stands inside an institution's name, a law's title or a motto.
- ``quoted``: it stands in a label in quotation marks: a title (its words capitalised) or what
  follows *bertema*, *slogan*, *istilah* … . Speech that is quoted counts as any other sentence.
- ``refused``: a negator before what the value forbids (*tanpa korupsi*): asserted.
- ``regretted``: a negator before the value, and in the unit a cue of regret, condition, demand or
  consequence (*akibat aparat tidak netral*): the lack is regretted, so the value is asserted; the
  cue is the word that says so.
- ``negated``: a negator before the value and no such cue (*pegawai itu tidak netral*), or one that
  denies that the value is the matter (*tidak membahas netralitas*, *bukan soal disiplin*).
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
# "tidak hanya integritas" adds to a value, "tak pernah luntur", "tidak lepas dari" keep it.
ADDITIVE = frozenset("hanya sekadar sekedar cuma saja semata semata-mata lagi sebatas lain".split())
KEEPING = frozenset(
    "luntur pudar lepas terlepas lekang hilang henti berhenti jemu lelah bosan ragu lupa melupakan "
    "meninggalkan ditinggalkan mengabaikan diabaikan mengurangi diragukan kalah kunjung".split()
)
IDENTITY = frozenset("bukan bukanlah bukannya".split())
# "tidak membahas demokrasi", "tidak ada hubungannya dengan disiplin": the value is not the matter.
MATTERS = frozenset(
    "membahas dibahas membicarakan berbicara bicara menyangkut berkaitan terkait berhubungan "
    "hubungan hubungannya kaitan kaitannya menyinggung soal tentang mengenai menyebut termasuk "
    "membutuhkan memerlukan perlu".split()
)
# With one of these in the unit, a value that lacks is regretted, feared, forbidden or demanded.
REGRETS = frozenset(
    "masalah masalahnya permasalahan persoalan persoalannya kendala hambatan tantangan ancaman "
    "keluhan sayang sayangnya disayangkan ironis ironisnya miris prihatin keprihatinan kecewa "
    "mengecewakan padahal seharusnya semestinya masih akibat akibatnya mengakibatkan sebab karena "
    "penyebab menyebabkan disebabkan menimbulkan berdampak dampak dampaknya berujung memicu "
    "sehingga maka risiko berisiko rawan rentan bahaya berbahaya membahayakan mengancam terancam "
    "jika jikalau apabila bila bilamana kalau kalaulah seandainya andai andaikan ketika agar "
    "supaya harus haruslah wajib perlu mesti dilarang larangan boleh sanksi hukuman ditegur "
    "dihukum ditindak pelanggaran melanggar melemahkan lemah lemahnya merusak rusak merugikan rugi "
    "mencederai menodai mencoreng meruntuhkan runtuh menghancurkan hancur menggerus mengikis "
    "menghambat mengganggu terganggu gagal kegagalan sulit mustahil sia-sia percuma kehilangan "
    "hilang buruk buruknya krisis kritik mengkritik dikritik protes menuntut dituntut tuntutan "
    "diragukan curiga mencurigai kecurigaan korban korupsi takut khawatir dikhawatirkan bukankah "
    "mengapa kenapa penyakit parah memprihatinkan memalukan malu salah kesalahan dosa penyebabnya "
    "kelemahan kekurangan adanya minimnya kurangnya rendahnya lemahnya optimalnya sebagian "
    "kebanyakan mayoritas banyak separuh".split()
)
ASPIRATIONS = frozenset(
    "harus haruslah seharusnya wajib perlu perlunya akan hendak hendaknya ingin bertekad tekad "
    "berharap harapan diharapkan semoga mesti semestinya sebaiknya berkomitmen dituntut "
    "diharuskan diwajibkan bercita-cita siap mari marilah".split()
)
# "mungkin akan dihadapi" foresees, it does not promise.
FORESEEN = frozenset({"mungkin", "barangkali", "diperkirakan", "diprediksi"})
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

    def status(self, first: int, last: int, *, against: bool = False) -> Status:
        """Return the status of the hit from token ``first`` to token ``last`` (inside).

        ``against``: the hit names what the value forbids (Pattern.against).
        """
        denied = self._refused if against else self._negated
        rules: tuple[Callable[[int, int], Status | None], ...] = (
            self._name,
            self._quoted,
            denied,
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
        index = self._negator(first)
        if index is None:
            return None
        if not self._off_matter(index, first):
            cue = self._regret(index, first)
            if cue is not None:
                return Status("asserted", "regretted", self._surface(cue))
        return Status("negated", "negator", self._surface(index))

    def _refused(self, first: int, last: int) -> Status | None:
        index = self._negator(first)
        if index is None:
            return None
        if self._off_matter(index, first):
            return Status("negated", "negator", self._surface(index))
        return Status("asserted", "refused", self._surface(index))

    def _negator(self, first: int) -> int | None:
        """Return the place of the negator that reaches the hit, or None."""
        low, _ = self._unit(first)
        for index in range(first - 1, max(low, first - REACH) - 1, -1):
            if self.tokens.words.gap[index + 1]:
                return None
            if self._norm(index) in NEGATORS:
                kept = self._between(index, first) & (ADDITIVE | KEEPING)
                return None if kept else index
        return None

    def _off_matter(self, index: int, first: int) -> bool:
        """Tell a negator that denies that the matter is this one from one that denies the value."""
        return self._norm(index) in IDENTITY or bool(self._between(index, first) & MATTERS)

    def _between(self, index: int, first: int) -> set[str]:
        return {self._norm(place) for place in range(index + 1, first)}

    def _regret(self, index: int, first: int) -> int | None:
        """Return the place of the cue that makes a lack regretted, or None.

        A unit that opens with *tanpa* states the condition itself.
        """
        low, high = self._unit(first)
        if index == low and self._norm(index) == "tanpa":
            return index
        return next((place for place in range(low, high) if self._norm(place) in REGRETS), None)

    def _aspired(self, first: int, last: int) -> Status | None:
        low, _ = self._unit(first)
        for index in range(first - 1, low - 1, -1):
            foreseen = index > low and self._norm(index - 1) in FORESEEN
            if self._norm(index) in ASPIRATIONS and not foreseen:
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
