"""Numbers, dates and lists formatted for a language; all words come from the labels."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Any

from kpu_corpus.analysis.themes.themes import THIRD
from kpu_corpus.columns.grouping import is_no_value
from kpu_corpus.columns.names import FOLDER, TOP
from kpu_corpus.corpus.values import NO_VALUE
from kpu_corpus.ground.printable import ends, in_one_line
from kpu_corpus.labels import LANGUAGES, is_label, label

ID = 44  # characters of the id of an essay
FOLDERS = (11, 11, 8)  # in it: the least of each folder ("Angkatan 12"), by how many there are
NAME = 60  # characters of the name of an author, a theme, a file
GROUP = 100  # of a group: an office with its province
SHORT = 2  # up to which a group needs its column to be understood
# 2, 2.5, 7-A, IV, IVa, III/c, XI-2: a number, also with a letter or another number behind it.
_NUMBERED = re.compile(r"[\d.,/–-]+(?:[ ./-]?[A-Za-z])?|[IVXLC]+(?:[ ./-]?(?:[A-Ea-e]|\d{1,2}))?")
FLAGS = {"True": "yes", "False": "no"}  # values of a column of them, and their labels
# What tables write for yes and no: says nothing without the name of its column.
ANSWERS = frozenset({"ya", "tidak", "sudah", "belum", "yes", "no"})
NO_BREAK = "\u00a0"
WIDE = Context(prec=400)  # digits: those of the largest number and its decimals
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:.*)?")


@dataclass(frozen=True, slots=True)
class Wording:
    """Writes labels, numbers and dates in one language.

    ``apart`` are the names that would look like another one's if they were shortened, as
    :func:`~kpu_corpus.reporting.short_names.told_apart` tells them.

    >>> Wording("id").percent(0.4567), Wording("en").percent(0.4567)
    ('45,7\\xa0%', '45.7%')
    """

    lang: str
    apart: Mapping[str, str] = field(default_factory=dict, compare=False)

    def say(self, name: str, /, **fields: Any) -> str:
        """Return a label of the report, its fields filled in."""
        return label(f"report.{name}", self.lang, **fields)

    def count(self, name: str, number: int) -> str:
        """Return a counted thing with its number: ``1 essay``, ``2 essays``, ``1.518 kata``."""
        return self.say(f"{name}_{'one' if number == 1 else 'many'}", n=self.whole(number))

    def essay(self, name: str) -> str:
        """Return an essay by its id, as every table has it: the word before it unless it is there.

        >>> Wording("id").essay("ani-1"), Wording("en").essay("Esai Ani-1")
        ('Esai ani-1', 'Esai Ani-1')
        """
        known, word = self.id(name), self.say("col_essay")
        there = tuple(label("report.col_essay", lang).casefold() for lang in LANGUAGES)
        return known if known.casefold().lstrip("… /").startswith(there) else f"{word} {known}"

    def id(self, essay: str) -> str:
        """Return the id of an essay, a long one shorter, on one line."""
        return self.apart.get(essay) or known_by(essay)

    def part(self, part: int, name: str, whole: int) -> str:
        """Return ``3 dari 15 kalimat``; of essays all of several are ``semua esai``."""
        if name == "essays" and part == whole > 1:
            return self.say("all_essays")
        return self.say("of", part=self.whole(part), whole=self.count(name, whole))

    def of(self, part: int, whole: int) -> str:
        """Return ``3 dari 15``."""
        return self.say("of", part=self.whole(part), whole=self.whole(whole))

    def more(self, rest: int) -> list[str]:
        """Return what ends a list that leaves so many out, nothing where it is whole."""
        return [self.say("and_more", n=self.whole(rest))] if rest > 0 else []

    def whole(self, number: int) -> str:
        """Return a whole number with the thousands set apart."""
        text = f"{number:,}"
        return text.replace(",", ".") if self.lang == "id" else text

    def percent(self, share: float) -> str:
        """Return a share from 0 to 1 in per cent with one decimal; only 0 and 1 are bare."""
        if 0 < share < 0.0005:
            return f"<{NO_BREAK}{self._decimal('0.1')}"
        if 0.9995 <= share < 1:
            return f">{NO_BREAK}{self._decimal('99.9')}"
        whole = "0" if share <= 0 else "100" if share >= 1 else ""
        return self._decimal(whole or str(_rounded(100 * share, 1)))

    def round_percent(self, share: float) -> str:
        """Return a share in whole per cent: ``20 %``; only all of it is 100."""
        return self._decimal(str(_rounded(100 * (share if share >= 1 else min(share, 0.99)), 0)))

    def decimal(self, number: float, places: int = 2) -> str:
        """Return a number with so many decimals, with the comma or the point of the language.

        Halves are rounded away from 0, as in shares and in spreadsheets; 0 has no sign.

        >>> Wording("id").decimal(6.25, 1), Wording("id").decimal(-0.04, 1)
        ('6,3', '0,0')
        """
        rounded = _rounded(number, places)
        text = str(rounded or abs(rounded)).replace("-", "−")
        return text.replace(".", ",") if self.lang == "id" else text

    def interval(self, low: float, high: float) -> str:
        """Return a range of shares in whole per cent: ``13–62 %``.

        One that is narrower than that has decimals, and is not made narrower: ``0–0,1 %``.
        """
        limits = [_rounded(100 * low, 0), _rounded(100 * high, 0)]
        if limits[0] == limits[1]:
            limits = [_rounded(100 * low, 1, ROUND_FLOOR), _rounded(100 * high, 1, ROUND_CEILING)]
        return self._decimal("–".join(str(end).removesuffix(".0") for end in limits))

    def listed(self, items: Sequence[str]) -> str:
        """Return ``A``, ``A dan B`` or ``A, B, dan C``."""
        return self._joined(items, "pair", "last_of_list")

    def choice(self, items: Sequence[str]) -> str:
        """Return ``A``, ``A atau B`` or ``A, B, atau C``."""
        return self._joined(items, "either", "last_of_choice")

    def signed(self, number: float) -> str:
        """Return a number with one decimal and its sign: ``+41,5``; one near 0 has more.

        >>> Wording("id").signed(-0.04)
        '−0,04'
        """
        return f"{'+' if number > 0 else ''}{self.decimal(number, _places(number, 0))}"

    def factor(self, ratio: float) -> str:
        """Return how many times as much: ``4,2`` or, from a hundred on, ``154``.

        What is more or less than once is not shown as once.

        >>> Wording("id").factor(0.97)
        '0,97'
        """
        if ratio >= 100:
            return self.whole(round(ratio))
        return self.decimal(ratio, _places(ratio, 0, 1))

    def group(self, name: str, column: str = "") -> str:
        """Return a group as people read it: what the program itself named, in the language.

        >>> Wording("en").group("(tanpa nilai)"), Wording("en").group("awal", "third")
        ('(not stated)', 'beginning')
        """
        if is_no_value(name):
            return name.replace(NO_VALUE, self.say("no_value"))
        own = f"{THIRD}.{name}"
        if column == THIRD and is_label(own):
            return label(own, self.lang)
        return self.apart.get(name) or abridged(name, GROUP)

    def group_value(self, name: str, column: str) -> str:
        """Return a group as a table has it below the name of its column.

        >>> Wording("id").group_value("True", "lulus"), Wording("id").group_value("2", "angkatan")
        ('ya', '2')
        """
        if name in FLAGS:
            return label(f"sheet.{FLAGS[name]}", self.lang)
        return self.group(name, column)

    def group_name(self, name: str, column: str, told: str = "") -> str:
        """Return a group as a sentence names it: a bare value comes with its column.

        ``told`` is the column as people call it, where they have another name for it.

        >>> Wording("id").group_name("True", "lulus"), Wording("id").group_name("2", "angkatan")
        ('lulus: ya', 'angkatan 2')
        >>> Wording("id").group_name("sesudah", "top_folder")
        'folder sesudah'
        """
        told = self.column(FOLDER) if column == TOP else told or self.column(column)
        own = self.group_value(name, column)
        if name in FLAGS or name.casefold() in ANSWERS:
            return f"{told}: {own}"
        return _in_words(own, told) if own == name else own

    def column(self, name: str) -> str:
        """Return a column of the essays as running text names it."""
        own = f"column.{name}"
        return label(own, self.lang) if is_label(own) else clipped(name, NAME)

    def date(self, text: str) -> str:
        """Return an ISO date as ``2 Juni 2025``; any other text as it stands."""
        found = ISO_DATE.fullmatch(text.strip())
        name = f"month.{int(found[2])}" if found else ""
        if not found or not is_label(name):
            return text
        return f"{int(found[3])} {label(name, self.lang)} {int(found[1])}"

    def _joined(self, items: Sequence[str], two: str, several: str) -> str:
        """Join things by the label for two of them, or for the last of several."""
        if len(items) < 2:
            return "".join(items)
        return self.say(two if len(items) == 2 else several, a=", ".join(items[:-1]), b=items[-1])

    def _decimal(self, number: str) -> str:
        return f"{number.replace('.', ',')}{NO_BREAK}%" if self.lang == "id" else f"{number}%"


def _in_words(label: str, column: str) -> str:
    """Return the name of a group for use in a sentence, with its column if it is no name by itself.

    This applies to numbers, also with a letter, to one or two letters and to lower-case words.

    >>> _in_words("1", "Angkatan"), _in_words("IV", "gol"), _in_words("KPU Garut", "kantor")
    ('Angkatan 1', 'gol IV', 'KPU Garut')
    >>> _in_words("IIIa", "gol"), _in_words("7-A", "kelas"), _in_words("BPS", "folder")
    ('gol IIIa', 'kelas 7-A', 'BPS')
    >>> _in_words("XVIII", "Angkatan"), _in_words("sebelum", "folder")
    ('Angkatan XVIII', 'folder sebelum')
    """
    bare = len(label) <= SHORT or label[0].islower() or _NUMBERED.fullmatch(label)
    return f"{column} {label}" if bare else label


def _places(number: float, *others: int) -> int:
    """Return the decimals that tell a number from others that it is not; most often one, up to six.

    >>> [_places(number, 0, 1) for number in (4.2, 0.96, 0.04, 0.998, 1.0)]
    [1, 2, 2, 3, 1]
    """
    near = {other for other in others if number != other}
    return next((n for n in range(1, 6) if abs(_rounded(number, n)) not in near), 6)


def _rounded(number: float, places: int, how: str = ROUND_HALF_UP) -> Decimal:
    """Return a number with so many decimals, halves up as at school: 5/16 is 31.3 per cent."""
    return Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-places), how, WIDE)


def clipped(text: str, length: int) -> str:
    """Return text of at most ``length`` characters, white space joined, with … where cut.

    It ends with a whole word, unless that would leave less than half of the room.

    >>> clipped("Pemutakhiran data pemilih", 20), clipped("data pemutakhiran", 12)
    ('Pemutakhiran data…', 'data pemuta…')
    """
    joined = in_one_line(text)
    if len(joined) <= length:
        return joined
    whole = joined[:length].rpartition(" ")[0]
    return f"{whole if 2 * len(whole) > length else joined[: length - 1]}…"


def abridged(name: str, length: int) -> str:
    """Return a name of at most ``length`` characters; of a longer one its first and last words.

    Names of offices begin alike and differ in the end.

    >>> abridged("Sekretariat Komisi Pemilihan Umum Kota Ternate", 44)
    'Sekretariat Komisi … Umum Kota Ternate'
    """
    joined = in_one_line(name)
    if len(joined) <= length:
        return joined
    first = joined[: length // 2].rpartition(" ")[0]
    last = joined[len(first) + 2 - length :].partition(" ")[2]
    return f"{first} … {last}" if first and last else ends(joined, length)


def known_by(essay: str) -> str:
    """Return the id of an essay, one line; of a long one the beginning and the end, which differ.

    In a path the name of the file is kept first, then the folder that it lies in, and so on.

    >>> known_by("orientasi-cpns-kpu-jawa-barat-gelombang-dua-kelas-tiga-nur-aini-1")
    'orientasi-cpns-kpu-jaw…kelas-tiga-nur-aini-1'
    >>> known_by("Angkatan 2/Chat WhatsApp dengan Angkatan 2 Orientasi-1")
    'Angkatan 2/Chat WhatsApp de…an 2 Orientasi-1'
    >>> known_by("Latsar KPU-Tugas Esai Agenda II-4471/Hendra Gunawan/ESAI Hendra-1")
    'Latsar …II-4471/Hendra Gunawan/ESAI Hendra-1'
    """
    shown = in_one_line(essay)
    *above, kept = shown.split("/")
    if len(shown) <= ID or not 0 < len(above) <= len(FOLDERS):
        return ends(shown, ID)
    least = [min(FOLDERS[len(above) - 1], len(folder)) + 1 for folder in above]
    kept = ends(kept, ID - sum(least))
    while above:
        folder = above.pop()
        room = ID - len(kept) - 1 - sum(least[: len(above)])
        kept = f"{ends(folder, room)}/{kept}"
    return kept
