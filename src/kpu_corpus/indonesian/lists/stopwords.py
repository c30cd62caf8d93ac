"""Stop words in tiers, and the words of negation and modality that are never stop words."""

from __future__ import annotations

from functools import cache

from kpu_corpus.errors import one_of
from kpu_corpus.indonesian.lists.colloquial import COLLOQUIAL
from kpu_corpus.indonesian.lists.ready import table

WORD_TIERS = ("function", "pronoun", "discourse", "number_word")
"""The default tiers without abbreviations, which stand beside names."""
DEFAULT_TIERS = (*WORD_TIERS, "abbreviation")
TIERS = (*DEFAULT_TIERS, "domain")

_NEGATION = """
tidak tidaklah tak taklah bukan bukanlah bukannya belum belumlah jangan janganlah tanpa kurang tiada
tiadalah takkan
"""
_MODALITY = """
harus haruslah seharusnya mesti semestinya wajib perlu perlulah akan akanlah boleh dapat bisa ingin
hendak hendaknya hendaklah mau sebaiknya sepatutnya selayaknya sepantasnya patut mungkin barangkali
semoga moga-moga mudah-mudahan mari ayo
"""
# They decide the status of a statement (asserted, negated, aspired), so a stop list
# that drops them turns "tidak netral" into "netral".
NEGATION = frozenset(_NEGATION.split())
MODALITY = frozenset(_MODALITY.split())
FORMAL = NEGATION | MODALITY
# As they ask or stress (bukankah, dapatlah): no topics either, though "bukankah kita
# netral" denies nothing.
STRESSED = frozenset(f"{word}{particle}" for word in FORMAL for particle in ("kah", "lah"))
# With what people say and type for them (gak, kudu).
GRAMMATICAL = FORMAL | STRESSED | COLLOQUIAL.keys()

# Function words of English: no topic of an essay, whatever language it is in, and what tells that a
# text is English (`language`).
_ENGLISH = """
an the and or nor but if then than as at by for from in into of off on onto out over to up upon
with within without about after again against all also am any are be because been before being
between both can cannot could did do does doing during each even every few had has have having he
her here hers him his how however is it its itself just let many may me might more most much must
my myself not now once one only other our ours own same shall she should since so some such that
their theirs them themselves there therefore these they this those though through thus together too
under until us very was we were what when where whether which while who whom whose why will would
yes yet you your yours
"""
ENGLISH = frozenset(_ENGLISH.split())


@cache
def stopwords(*tiers: str) -> frozenset[str]:
    """Return the stop words of the named tiers, lower-case.

    Without a name the default tiers are joined: ``function``, ``pronoun``, ``discourse``,
    ``number_word`` and ``abbreviation``. The tier ``domain`` (asn, kpu, pegawai …) is used only
    when named. Words of `NEGATION` and `MODALITY` are in no tier.

    Raises InvalidArgument for a tier that does not exist.

    >>> "yang" in stopwords(), "tidak" in stopwords(), "kpu" in stopwords()
    (True, False, False)
    >>> sorted(stopwords("domain"))[:3]
    ['aparatur', 'asn', 'cpns']
    """
    known = _tiers()
    for tier in tiers:
        if tier not in known:
            raise one_of("tier", tier, known)
    return frozenset().union(*(known[tier] for tier in tiers or DEFAULT_TIERS))


@cache
def _tiers() -> dict[str, frozenset[str]]:
    return {
        tier: frozenset(w.replace("_", " ") for words in lists.values() for w in words.split())
        for tier, lists in table("stopwords").items()
    }
