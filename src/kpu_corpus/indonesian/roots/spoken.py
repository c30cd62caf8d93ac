"""The roots of spoken verb forms: nulis, ngerjain, dibikinin, bantuin."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from kpu_corpus.indonesian.roots.attaching import attach

_HEARD = ("ng", "ny")  # that begin few other words: ngerjain
_HEARD_BEFORE_IN = (*_HEARD, "mb", "nd", "nj")  # which begin names, too: mbayangin, but Nderu
_SWALLOWED = {"m": "p", "n": "t"}  # what the nasal stands for
WITH_IN = 6  # letters of a word from which on -in may be a suffix: not admin, login; but doain
_VOWELS = "aiu"
WRITTEN = ("", "kan", "i")
"""What -in may stand for: behind me- and di-, or behind the bare verb of a command."""


def spoken_root(
    lower: str,
    known: Mapping[str, str],
    heard: Mapping[str, str],
    best: Callable[[str], str | None],
    frequent: Container[str],
) -> str | None:
    """Return the root of a spoken verb in lower case, or None where it is none.

    The nasal stands without its me-, and -in where -kan or -i is written. ``known`` has the roots
    of common forms, ``heard`` those of roots as they are spoken, ``best`` gives that of any form
    that can be read. Where m, n or nothing begins the word it has to be a common verb in the
    written way or of a spoken root, or m and n and one of the ``frequent`` roots: many names look
    so (Milan, Arifin).

    >>> common, heard = {"menulis": "tulis", "mencoblos": "coblos"}, {"tuker": "tukar"}
    >>> words = ("nulisin", "nyoblos", "nukerin", "nitip", "mitar")
    >>> [spoken_root(word, common, heard, {}.get, {"titip"}) for word in words]
    ['tulis', 'coblos', 'tukar', 'titip', None]
    """
    if not lower.startswith(("n", "m")) and not lower.endswith("in"):
        return None
    stems = [lower]
    if lower.endswith("in") and len(lower) >= WITH_IN - (lower[-3:-2] in _VOWELS):
        stems.insert(0, lower[:-2])
    for stem in stems:
        found = next(_readings(stem, known, heard, best, bare=stem == lower), None)
        if found:
            return found
    root = _SWALLOWED.get(lower[0], "?") + lower[1:]
    return root if root in frequent and len(root) > 4 else None


def _readings(
    stem: str,
    known: Mapping[str, str],
    heard: Mapping[str, str],
    best: Callable[[str], str | None],
    *,
    bare: bool,
) -> Iterator[str]:
    """Yield the roots of a stem that lost its -in, or that is ``bare`` and has none."""
    if not bare and stem in heard:
        yield heard[stem]
    if stem.startswith(_HEARD if bare else _HEARD_BEFORE_IN) and len(stem) > 4:
        forms = ["me" + stem, *(["menc" + stem[2:]] if stem.startswith("ny") else [])]
        yield from (known[form] for form in forms if form in known)
        yield from filter(None, map(best, forms))
        return
    if stem[0] in _SWALLOWED and len(stem) > 4:  # minjem, nuker
        yield from filter(None, [heard.get(_SWALLOWED[stem[0]] + stem[1:])])
    for end in WRITTEN[:1] if bare else WRITTEN:
        root = known.get(form := "me" + stem + end, form)
        if root != form and (root != stem + end or not end):  # relain: not of relai, as merelai
            yield root
    if not bare and (found := best(stem)):
        verbs = stem, known.get(stem, stem)  # bener: benar
        written = (form for verb in verbs for form in _written(verb))
        if stem.startswith("di") or any(known.get(form) == found for form in written):
            yield found


def _written(verb: str) -> Iterator[str]:
    """Yield the forms of a verb of which one has to be common where a word may end in -in."""
    for end in WRITTEN:
        yield from ("di" + verb + end, attach("me", verb, end))
        if end and verb.startswith("me"):  # mempelajarin, menghilangin
            yield verb + end
