"""Colloquial and typed negators and modals, and what each means in formal writing.

Some are corrected as spellings too (tdk, hrs); they are here for texts that are read as written.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_SAID = {
    "tidak": "nggak enggak ngga engga ngak ga gak gk kagak kaga ndak tdk",
    "belum": "blm blom belom",
    "bukan": "bkn",
    "jangan": "jgn",
    "tanpa": "tnp",
    "harus": "kudu musti hrs hrus",
    "harusnya": "kudunya mustinya",
    "ingin": "pengen pengin kepengen kepengin kepingin pingin",
    "mau": "mo",
    "akan": "akn",
    "semoga": "moga",
}
COLLOQUIAL: Mapping[str, str] = MappingProxyType(
    {form: formal for formal, forms in _SAID.items() for form in forms.split()}
)


def formal(norm: str) -> str:
    """Return the formal word of a colloquial negator or modal, any other word as it is.

    >>> formal("gak"), formal("kudu"), formal("jujur")
    ('tidak', 'harus', 'jujur')
    """
    return COLLOQUIAL.get(norm, norm)
