"""What a word can do near a hit or a modal, as bits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.status import cues, name_words
from kpu_corpus.indonesian.lists.colloquial import COLLOQUIAL, formal
from kpu_corpus.tokens.wordtypes import Types

BITS = 64  # of a column of marks


class Column:
    """The bits of sets of words in one column of marks: a word may be in several (perlu).

    >>> column = Column(taken=3)
    >>> column.bit(frozenset({"tidak"})), column.bit(frozenset({"dan"})), column.bit(frozenset())
    (8, 16, 0)
    """

    def __init__(self, taken: int = 0) -> None:
        self._taken = taken  # bits that do not hang on which word it is
        self._bits: dict[frozenset[str], int] = {}

    def bit(self, words: frozenset[str]) -> int:
        """Return the bit of a set of words, the same for the same set; 0 for no words.

        Raises OverflowError where the column is full: its next sets need a column of their own.
        """
        if not words or words in self._bits:
            return self._bits.get(words, 0)
        if (place := self._taken + len(self._bits)) == BITS:
            raise OverflowError(f"all {BITS} bits are taken: put these words into another Column")
        self._bits[words] = 1 << place
        return self._bits[words]

    @cached_property
    def by_word(self) -> dict[str, int]:
        """The bits of each word, as a sum; no set may be added once it was asked for."""
        does: dict[str, int] = {}
        for words, bit in self._bits.items():
            for word in words:
                does[word] = does.get(word, 0) + bit
        return does


# These do not hang on which word it is:
_TAKEN = 6
HAS_CAPITAL, IS_NAME, IS_PROGRAMME, IS_PASSIVE, IS_NUMBER, IS_ACTIVE = (
    1 << bit for bit in range(_TAKEN)
)
IN_SETS = (1 << BITS) - (1 << _TAKEN)  # all the others
BESIDE_HITS, BESIDE_MODALS, BESIDE_NEGATORS = Column(taken=_TAKEN), Column(), Column()
_mark = BESIDE_HITS.bit

NEGATES = _mark(cues.NEGATORS)
IS_FAR = _mark(cues.FAR)
IS_FROM = _mark(cues.FROM)
IS_TERM = _mark(cues.TERMS)
KEEPS = _mark(cues.ADDITIVE | cues.KEEPING)
IDENTIFIES = _mark(cues.IDENTITY)
IS_INSTEAD = _mark(cues.INSTEAD)
NAMES_MATTER = _mark(cues.MATTERS)
REGRETS_LACK = _mark(cues.REGRETS)
IS_FAULT = _mark(cues.FAULT)
IS_NOTED = _mark(cues.NOTED)
ASPIRES = _mark(cues.ASPIRATIONS)
STATES_FACT = _mark(cues.FACTS)
DEMANDS = _mark(cues.DEMANDS)
STANDS_BEFORE_NOUNS = _mark(cues.BEFORE_NOUNS)
LEADS_TO_VERB = _mark(cues.BEFORE_VERBS)
LEADS_TO_DEMANDED = _mark(cues.DEMANDED_AFTER)
IS_PERSON = _mark(cues.PERSONS)
HEADS_NAME = _mark(name_words.HEADS)
HEADS_TITLE = _mark(name_words.SMALL_HEADS)
HEADS_LIST = _mark(name_words.HEADS_OF_LISTS)
IS_DAY = _mark(name_words.DAYS)
IS_LAW = _mark(name_words.LAWS)
JOINS = _mark(cues.JOINING)
IS_ABOUT = _mark(frozenset({"tentang", "mengenai"}))
IS_WITHOUT = _mark(frozenset({"tanpa"}))
IS_MOTTO = _mark(
    name_words.MOTTOES | {f"{word}nya" for word in name_words.MOTTOES} | name_words.ENTITLING
)
IS_THEME = _mark(name_words.THEMES)
TELLS = _mark(name_words.TELLS)
LINKS_MOTTO = _mark(name_words.MOTTO_LINKS)
IS_MERE = _mark(cues.ADDITIVE)
CAUSES_IT = _mark(cues.CAUSES)
GIVES_OCCASION = _mark(cues.OCCASIONS)
IS_BREAK = _mark(frozenset("dan atau serta tetapi tapi sehingga karena sebab yang".split()))
ALLOWS = _mark(cues.ALLOWING)
SUPPOSES = _mark(cues.SUPPOSING)
EXISTS = _mark(cues.EXISTING)
LEADS_TO_HAD = _mark(cues.HAVING)
IS_PRETEXT = _mark(cues.PRETEXTS)
IS_WHO = _mark(frozenset({"yang"}))
OPENS_CLAUSE = _mark(cues.CLAUSES)
HALTS = _mark(cues.HALTS)
COMPARES = _mark(cues.COMPARING | cues.NAMED_LACKS)
DEFINES = _mark(cues.DEFINING)
PREDICATES = _mark(cues.PREDICATES)
MEASURES = _mark(cues.MEASURING)
IS_FAULTY = _mark(cues.FAULTS)
BELIEVES = _mark(cues.BELIEVING)
IS_UNDENIED = _mark(cues.UNDENIED | cues.DEMANDS)
WARNS = _mark(cues.WARNINGS)
ASKS = _mark(cues.ASKING)
IS_WORTH = _mark(cues.WORTH)
LINKS_TITLE = _mark(name_words.TITLE_LINKS)
IS_COMMISSION = _mark(name_words.COMMISSION)
SERVES = _mark(name_words.SERVES)
IS_SERVED = _mark(name_words.SERVED)
ADDRESSES = _mark(name_words.ADDRESSES)
IS_RANK = _mark(name_words.RANKS)

# Of each Void: its words, those after which and those before which they are no modals;
# of each Wish: its words, those before which they wish. In a column of their own.
_beside = BESIDE_MODALS.bit
VOIDED = tuple((_beside(v.words), _beside(v.after), _beside(v.before)) for v in cues.VOIDS)
WISHED = tuple((_beside(wish.words), _beside(wish.before)) for wish in cues.WISHES)
PROMISES, STANDS_BETWEEN = _beside(cues.PROMISES), _beside(cues.BETWEEN)
IS_SELF, CONCEDES, TURNS = map(_beside, (cues.SELVES, cues.CONCESSIONS, cues.TURNS))
SPEAKS = _beside(cues.SPEECH)
POINTS, LEADS_TO_FACT = _beside(cues.POINTING), _beside(cues.BEFORE_FACTS)
IS_AKAN, LEADS_TO_THAT = _beside(frozenset({"akan"})), _beside(cues.BEFORE_THAT)
PERMITS, SUBORDINATES = _beside(frozenset({"boleh"})), _beside(cues.SUBORDINATE)

# Of each Idle: its words, those after which and those before which they deny nothing.
_idiom = BESIDE_NEGATORS.bit
IDLE = tuple((_idiom(i.words), _idiom(i.after), _idiom(i.before)) for i in cues.IDLE)
DENIES, WILLS, LINKS = _idiom(cues.NEGATORS), _idiom(cues.WILLS), _idiom(cues.JOINING)
IS_MOST, IS_EVEN = _idiom(frozenset({"paling"})), _idiom(frozenset({"pun"}))
SINGLES_OUT = _idiom(frozenset({"yang"}))
REJECTS, IS_WHOSE, CLAIMS = _idiom(cues.REJECTING), _idiom(cues.WHOSE), _idiom(cues.CLAIMS)
IS_MANNER, IS_THAT = _idiom(frozenset({"secara"})), _idiom(frozenset({"itu", "itulah"}))
IS_PLAIN, IS_ONLY = _idiom(cues.PLAIN), _idiom(cues.ONLY)
CONTRASTS, GIVES_REASON = _idiom(cues.CONTRASTS), _idiom(cues.REASONS)
FORETELLS, IS_KNOWN = _idiom(cues.FORETELLING), _idiom(cues.KNOWN)

Marks = npt.NDArray[np.uint64]


def marks_of(types: Types, rows: Sequence[int]) -> Marks:
    """Return what each type does, as a sum of bits; of those in other rows it is not asked.

    A name has several words: one capital alone (Kolaboratif) makes no value a name. A law is one
    under its long name too (Peraturan Komisi Pemilihan Umum, whose root is pkpu). Principles that
    have a short form (Jurdil) are values.
    """
    marks = bits_of(types, rows, BESIDE_HITS)
    marks[[row for row in rows if types.surface[row][0].isupper()]] |= HAS_CAPITAL
    marks[[row for row in rows if types.kind[row] == "number"]] |= IS_NUMBER
    names = [row for row in rows if types.kind[row] == "name" and " " in types.norm[row]]
    names = [
        row for row in names if name_words.PRINCIPLES.isdisjoint((types.root[row], types.norm[row]))
    ]
    marks[names] |= IS_NAME
    marks[[row for row in names if types.root[row] in name_words.LAWS]] |= IS_LAW
    named = [
        row for row in rows if types.norm[row] in name_words.PROGRAMMES and _is_written(types, row)
    ]
    marks[named] |= IS_PROGRAMME
    marks[[row for row in rows if is_passive(types.norm[row], types.root[row])]] |= IS_PASSIVE
    marks[[row for row in rows if is_active(types.norm[row], types.root[row])]] |= IS_ACTIVE
    return marks


def is_passive(norm: str, root: str) -> bool:
    """Tell whether a word is a verb in di-.

    >>> is_passive("diperkuat", "kuat"), is_passive("dirinya", "diri")
    (True, False)
    """
    return norm.startswith("di") and root in norm[2:]


def is_verb(norm: str, root: str) -> bool:
    """Tell whether a word is a verb in me-, ber- or di-.

    >>> is_verb("menulis", "tulis"), is_verb("media", "media"), is_verb("bersih", "bersih")
    (True, False, False)
    """
    return is_active(norm, root) or is_passive(norm, root)


def is_active(norm: str, root: str) -> bool:
    """Tell whether a word is a verb in me- or ber-.

    >>> is_active("menuntut", "tuntut"), is_active("dituntut", "tuntut")
    (True, False)
    """
    return norm.startswith(("me", "ber")) and norm != root


def is_noun(norm: str, root: str) -> bool:
    """Tell whether a word shows by its affixes that it is a noun, or one in -itas.

    >>> [is_noun(*pair) for pair in (("pelayanan", "layan"), ("pertahankan", "tahan"))]
    [True, False]
    """
    core = norm.removesuffix("nya")
    if core.endswith("itas"):
        return not is_active(norm, root)  # berkualitas
    derived = core.startswith(("ke", "pe")) and core.endswith("an") and not core.startswith(root)
    return derived and not core.endswith(f"{root.replace(' ', '')}kan")  # pertanggungjawabkan


def bits_of(types: Types, rows: Sequence[int], column: Column) -> Marks:
    """Return the bits that the word of each type has in a column; of other rows it is not asked."""
    does = column.by_word
    known = does.keys() | COLLOQUIAL.keys()  # few types are
    some = [row for row in rows if types.norm[row] in known]
    marks = np.zeros(len(types.norm), dtype=np.uint64)
    marks[some] = [does.get(_read(types, row), 0) for row in some]
    return marks


def _read(types: Types, row: int) -> str:
    """Return the word that a type is read as; BKN is an office, bkn says bukan."""
    norm = types.norm[row]
    return norm if types.surface[row].isupper() and types.kind[row] == "name" else formal(norm)


def _is_written(types: Types, row: int) -> bool:
    """Tell whether a type has more than its first letter in capitals, as BerAKHLAK has."""
    return any(letter.isupper() for letter in types.surface[row][1:])
