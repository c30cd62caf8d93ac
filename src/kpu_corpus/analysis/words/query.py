"""Where a word, a phrase or a theme stands: a query, read as the texts are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon, Pattern, Theme, load_lexicon, refuse_idle, told_of
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.themes.hits import find_hits
from kpu_corpus.errors import (
    Hint,
    InvalidArgument,
    InvalidLexicon,
    KpuCorpusWarning,
    listed,
    nearest_name,
)
from kpu_corpus.ground.checks import choice
from kpu_corpus.ground.pickled import kept
from kpu_corpus.ground.warned import warn
from kpu_corpus.indonesian.normal import normal, normals
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

What = Literal["root", "form", "theme"]
Places = list[tuple[int, int]]
ALIKE = 0.8  # share of letters that makes a word the one meant; essays have many that are nearly so
_GAP = re.compile(r"\.\.\d{1,2}")
_GAP_INSIDE = re.compile(r"\w(?:\.\.|…)[.…]*\w")  # pemilih...kursi, pemilih..3kursi
_EDGE = re.compile(r"^[^\w*]+|[^\w*]+$")
_PLAIN = re.compile(r"[\w-]+(?: [\w-]+)+")
_BETWEEN = re.compile(r"[^\w*'.-]+")
# a set or a form of a lexicon, a regular expression, a ? for any letter: no word of a text
_NO_WORD = re.compile(
    r"^[@=]|\*\*|\.[*+]|[\\^$]|[()\[\]{}].*\||\|.*[()\[\]{}]|\[\w-\w|\[[^\W\d]+\]\w"
    r"|[])}][*+?{]|\w\{\d|^[\w*|]+\?[\w*?|]*[\w*]$"
)


def find(
    tokens: Tokens,
    query: str,
    *,
    what: What | str = "root",
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
) -> Places:
    """Return the first and last token of every place of a query in the bodies, in their order.

    Raises InvalidArgument and warns as :func:`concordance` does.
    """
    what = choice("what", what, get_args(What))
    refuse_idle(what, "theme", lexicon=lexicon)
    if not isinstance(query, str) or not any(map(str.isalnum, query)):
        raise InvalidArgument("query", got=repr(query))
    if what == "theme":
        hits = find_hits(tokens, load_lexicon(lexicon), [query])
        return sorted(zip(hits.first.tolist(), hits.last.tolist(), strict=True))
    _readable(query)
    places = _found(tokens, query, what)
    if units := _units_around(tokens, query, places):
        warn(KpuCorpusWarning("inside_units", query=repr(query), units=listed([*map(repr, units)])))
        return places
    there = places or (what == "form" and _found(tokens, query, "root"))
    if not there and (hint := meant(tokens, query)):
        warn(KpuCorpusWarning("not_there", query=repr(query), hint=hint))
    return places


def _units_around(tokens: Tokens, query: str, places: Places) -> list[str]:
    """Return the names and fixed phrases of the bodies that hold a phrase and are no place of it.

    Inside them only words and units are sought: *pengawas pemilu* is not, in Badan Pengawas Pemilu.
    """
    words, norms = _asked(query, ()), tokens.types.norm
    if len(words) < 2:
        return []
    phrase, whole = re.compile(f" {''.join(map(_inside, words))}"), " ".join(words)
    others = ((row, norms[row]) for row in _units(tokens) if norms[row] != whole)
    around = [row for row, norm in others if phrase.search(f" {norm} ")]
    if not around:  # most phrases of a lexicon
        return []
    there = np.isin(tokens.type, around) & tokens.units.body[tokens.unit]
    for first, last in places:
        there[first : last + 1] = False
    return sorted({norms[row] for row in tokens.type[there].tolist()})


@kept
def _units(tokens: Tokens) -> list[int]:
    """Return the types that are names or fixed phrases of several words; found once."""
    return [row for row, norm in enumerate(tokens.types.norm) if " " in norm]


def units_of_plain(tokens: Tokens, strings: Iterable[str]) -> list[str]:
    """Return the names and fixed phrases that hold plain phrases of a lexicon that match nowhere.

    >>> import kpu_corpus as kc
    >>> units_of_plain(kc.preprocess(kc.load({"a": "Badan Pengawas Pemilu"})), ["pengawas pemilu"])
    ['badan pengawas pemilu']
    """
    plain = filter(_PLAIN.fullmatch, strings)
    return sorted({unit for one in plain for unit in _units_around(tokens, one, [])})


def _inside(element: str) -> str:
    """Return a word of a query, or a gap, as a regular expression for words with blanks behind.

    >>> _inside("badan|pengawas"), _inside("penga*"), _inside("..2")
    ('(?:badan|pengawas) ', '(?:penga\\\\S*) ', '(?:\\\\S+ ){0,2}')
    """
    if _GAP.fullmatch(element):
        return rf"(?:\S+ ){{0,{element.strip('.')}}}"
    return f"(?:{'|'.join(map(re.escape, element.split('|')))}) ".replace(r"\*", r"\S*")


def _found(tokens: Tokens, query: str, what: str) -> Places:
    """Return the places of a word or a phrase."""
    known = {word for norm in tokens.types.norm for word in norm.split()}
    words = _asked(query, known)
    ways = [words]
    if what == "root":
        words = _as_read(tokens, words, known)
        ways = [words, _as_one(tokens, words)]
    matches = (" ".join(_element(element, what) for element in way) for way in ways)
    pattern = Pattern((*dict.fromkeys(matches),))
    try:
        found = [*_places(tokens, pattern, what)]
    except InvalidLexicon:  # what was asked is a query: it is told as one
        start = repr(shorten(query, 60, placeholder=" …"))
        raise InvalidArgument("query_word", query=repr(query), got=start) from None
    if what == "form":
        found += _written(tokens, pattern, " ".join(query.lower().split()))
    body = tokens.units.body[tokens.unit]
    return sorted({pair for pair in found if body[pair[0]]})


def told_query(
    query: str, what: str, lexicon: str | Path | Lexicon | pd.DataFrame | None
) -> tuple[str, dict[str, Any]]:
    """Return a query as a manifest has it: a theme by its key, with its lexicon."""
    if what != "theme":
        return query, {}
    loaded = load_lexicon(lexicon)
    return loaded.key_of(query), {"lexicon": told_of(loaded)}


def meant(tokens: Tokens, query: str) -> Hint | str:
    """Return "Did you mean …?" for a query without hits, or nothing.

    What may be meant is the word of the bodies spelt nearly like it; in a phrase, like each of its
    words that is not in them.

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Kami menjaga integritas."}))
    >>> str(meant(tokens, "integritaas")), meant(tokens, "hujan")
    (" Did you mean 'integritas'?", '')
    >>> str(meant(tokens, "jaga integritaas"))
    " Did you mean 'jaga integritas'?"
    """
    said = np.unique(tokens.type[tokens.units.body[tokens.unit]])
    words = sorted({tokens.types.norm[row] for row in said[tokens.types.term[said]]})
    typed = query.split()
    near = nearest_name(" ".join(typed), words, ALIKE)
    if not near and len(typed) > 1 and all(map(str.isalpha, typed)):
        better = [
            word if _found(tokens, word, "root") else nearest_name(word, words, ALIKE) or word
            for word in typed
        ]
        near = " ".join(better) if better != typed else ""
    return Hint("nearest", near=repr(near)) if near else ""


def _readable(query: str) -> None:
    """Raise InvalidArgument where an element of a query could fit no word of any text."""
    elements = query.lower().split()
    for at, element in enumerate(elements):
        if element.startswith(".."):
            inside = 0 < at < len(elements) - 1 and not elements[at - 1].startswith("..")
            if not inside or not _GAP.fullmatch(element):
                raise InvalidArgument("query_gap", query=repr(query), got=repr(element))
        elif _GAP_INSIDE.search(element):
            raise InvalidArgument("query_gap", query=repr(query), got=repr(element))
        elif not all(element.split("|")) or _NO_WORD.search(element):
            raise InvalidArgument("query_word", query=repr(query), got=repr(element))


def _asked(query: str, known: Collection[str]) -> list[str]:
    """Return the words of a query; choices keep their ``|``, a gap is as it was typed.

    A word of the corpus that has punctuation itself (``known``: S.H., 2024/2025) stays whole.
    The explorer reads queries the same way.

    >>> _asked('"Hak pilih", S.H. jujur|adil, ..3 KPU/PPK.', {"s.h."})
    ['hak', 'pilih', 's.h.', 'jujur|adil', '..3', 'kpu', 'ppk']
    """
    found: list[str] = []
    for typed in query.split():
        word = normal(typed)
        if _GAP.fullmatch(word) or word in known:
            found.append(word)
        elif "|" in word:
            choices = (one if one in known else _EDGE.sub("", one) for one in word.split("|"))
            found.append("|".join(filter(None, choices)))
        else:
            found += (_EDGE.sub("", one) for one in _BETWEEN.split(word))
    return [word for word in found if word]


def _as_read(tokens: Tokens, words: list[str], known: set[str]) -> list[str]:
    """Return words as the tokens read them: a query may be misspelt as the texts are."""
    types = tokens.types
    pairs = zip(normals(types.surface), types.norm, strict=True)
    read = {form: norm for form, norm in pairs if form != norm and form not in known}
    if joined := read.get(" ".join(words)):  # di selenggarakan
        return joined.split()
    found: list[str] = []
    for word in words:
        choices = [read.get(one, one) for one in word.split("|")]
        if len(choices) > 1:  # what is several words has to be one to be a choice
            found.append("|".join(f"={'_'.join(w.split())}" if " " in w else w for w in choices))
        else:
            found += choices[0].split()
    return found


def _as_one(tokens: Tokens, words: list[str]) -> list[str]:
    """Return words with those as one that a text may write as one (di rumah, where it is dirumah).

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Ibu bekerja dirumah."}))
    >>> _as_one(tokens, ["bekerja", "di", "rumah|kantor"])
    ['bekerja', '=di_rumah|=di_kantor']
    """
    pairs = zip(tokens.types.surface, tokens.types.norm, strict=True)
    spaced = {norm for form, norm in pairs if " " in norm and " " not in form}
    parts = (norm.split() for norm in spaced)
    opening = {"_".join(part[:size]) for part in parts for size in range(1, len(part))}
    found: list[str] = []
    for word in words:
        before = found[-1].lstrip("=") if found else ""
        if before in opening and not set("*.=") & set(word):
            word = "|".join(f"={before}_{one}" for one in word.split("|"))
            found.pop()
        found.append(word)
    return found


def _places(tokens: Tokens, pattern: Pattern, what: str) -> Iterator[tuple[int, int]]:
    asked = Lexicon("query", (Theme("query", {}, {}, "", (pattern,)),), {})
    found = Matcher(tokens, asked, exact=what == "form").find(pattern)
    return zip(found.first.tolist(), found.last.tolist(), strict=True)


def _written(tokens: Tokens, pattern: Pattern, query: str) -> Places:
    """Return where forms stand as they were written, before spelling and short forms were seen to.

    A corrected form of several words (di selenggarakan) is one token.
    """
    types = tokens.types
    spaced = [(kind, form.lower()) for kind, form in enumerate(types.surface) if " " in form]
    kinds = [kind for kind, form in spaced if " ".join(form.split()) == query]
    rows = np.flatnonzero(np.isin(tokens.type, kinds)).tolist()
    pairs = zip(normals(types.surface), types.norm, strict=True)
    single = tuple(norm if " " in form else form for form, norm in pairs)
    if single == types.norm:
        return [*zip(rows, rows, strict=True)]
    as_written = replace(tokens, types=replace(types, norm=single))
    return [*_places(as_written, pattern, "form"), *zip(rows, rows, strict=True)]


def _element(element: str, what: str) -> str:
    """Return a word of the query as a pattern: every form of its root, or the form alone."""
    words = [word.lstrip("_") for word in element.split("|")]
    alone = [word for word in words if word.startswith("..") or "*" in word]
    return "|".join(word if what == "root" or word in alone else f"={word}" for word in words)
