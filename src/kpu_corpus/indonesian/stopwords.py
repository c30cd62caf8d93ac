"""Stop words in tiers, and the words of negation and modality that are never stop words."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from kpu_corpus.errors import one_of

DEFAULT_TIERS = ("function", "pronoun", "discourse", "number_word")
TIERS = (*DEFAULT_TIERS, "domain")

_NEGATION = """
tidak tidaklah tak taklah bukan bukanlah bukannya belum belumlah jangan janganlah tanpa kurang tiada
tiadalah enggak nggak gak
"""
_MODALITY = """
harus haruslah seharusnya mesti semestinya wajib perlu perlulah akan akanlah boleh dapat bisa ingin
hendak hendaknya hendaklah mau sebaiknya sepatutnya selayaknya sepantasnya patut mungkin barangkali
semoga moga-moga mudah-mudahan
"""
# They decide the status of a statement (asserted, negated, aspired), so a stop list
# that drops them turns "tidak netral" into "netral".
NEGATION = frozenset(_NEGATION.split())
MODALITY = frozenset(_MODALITY.split())

_PATH = Path(__file__).parents[1] / "data" / "stopwords.toml"


def stopwords(*tiers: str) -> frozenset[str]:
    """Return the stop words of the named tiers, lower-case.

    Without a name the default tiers are joined: ``function``, ``pronoun``, ``discourse`` and
    ``number_word``. The tier ``domain`` (asn, kpu, pegawai …) is used only when named. Words of
    `NEGATION` and `MODALITY` are in no tier.

    Raises InvalidArgument for a tier that does not exist.

    >>> "yang" in stopwords(), "tidak" in stopwords(), "kpu" in stopwords()
    (True, False, False)
    >>> sorted(stopwords("domain"))[:3]
    ['aparatur', 'asn', 'cpns']
    """
    table = _tiers()
    for tier in tiers:
        if tier not in table:
            raise one_of("tier", tier, table)
    return frozenset().union(*(table[tier] for tier in tiers or DEFAULT_TIERS))


@cache
def _tiers() -> dict[str, frozenset[str]]:
    groups = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    return {
        tier: frozenset(word for words in lists.values() for word in words.split())
        for tier, lists in groups.items()
    }
