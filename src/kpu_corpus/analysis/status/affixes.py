"""What the affixes of a word tell: a verb in me-, ber- or di-, or a noun."""

from __future__ import annotations


def is_passive(norm: str, root: str) -> bool:
    """Tell whether a word is a verb in di-: its root begins behind that, not with a di of its own.

    What is to be written apart (didepan: di depan) is none, unless it is a compound.

    >>> [is_passive(*pair) for pair in (("diperkuat", "kuat"), ("dididik", "didik"))]
    [True, True]
    >>> is_passive("dirinya", "diri"), is_passive("di depan", "depan")
    (False, False)
    """
    own = root.startswith("di") and not norm.startswith("di" + root[:3])
    apart = norm.startswith("di ") and " " not in root
    return norm.startswith("di") and norm != root and not (own or apart)


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
