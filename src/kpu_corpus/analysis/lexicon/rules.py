"""What a lexicon may contain: keys of themes, match strings, members of sets."""

from __future__ import annotations

import re
from collections.abc import Collection

from kpu_corpus.errors import Hint, InvalidLexicon, among, nearest

# What a lexicon says of its patterns, beside what they match, and of its themes.
OF_PATTERNS = ("with", "without", "near", "against", "example", "counter")
OF_THEMES = ("label", "definition", "source", "parent", "counts", "include", "except")
# a word with at least one letter or digit: =form, stem*, undang-undang, 16,5; two marks of a kind
# beside each other, = with * and the .* of a regular expression stand in no text; no phrase that
# people write has more than 50 words, be they joined by _
_PLAIN = (
    r"(?:=(?![^\s|]*\*))?(?=[\w*'’./&+-]*[^\W_])(?![-_]|(?:[^\s|_]*+_){50})"
    r"(?:[^\W_]|['’/&+]|(?<!\.)\*(?!\*)|\.(?!\.)|(?<=\d),(?=\d)|_(?!_)|-(?!-))+(?<![-_])"
)
_WORD = rf"(?:@[\w-]+|{_PLAIN})"
_WORDS = rf"{_WORD}(?:\|{_WORD})*+"
# a gap stands between words alone
_MATCH = re.compile(rf"\s*+{_WORDS}(?:\s++(?:\.\.\d{{1,2}}\s++)?+{_WORDS}){{0,49}}+\s*+")
SET_MEMBER = re.compile(rf"{_PLAIN}(?: {_PLAIN}){{0,49}}+")
SET_NAME = re.compile(r"[\w-]+")
_SET = re.compile(rf"(?<![^\s|])@({SET_NAME.pattern})")
_KEY = re.compile(r"[^\W\d]\w*")


def check_match(match: str, place: str, sets: Collection[str]) -> None:
    """Raise InvalidLexicon unless a string is words, known sets and gaps between two of them."""
    if not _MATCH.fullmatch(match):
        raise InvalidLexicon("pattern", got=repr(match), place=place)
    for name in sets_in(match):
        if name not in sets:
            known = [f"@{one}" for one in sets]
            valid, hint = among(known), nearest(f"@{name}", known)
            got = repr(f"@{name}")
            raise InvalidLexicon("unknown_set", got=got, place=place, valid=valid, hint=hint)


def sets_in(match: str) -> list[str]:
    """Return the names of the sets in a match string."""
    return _SET.findall(match)


def marked(match: str, mark: str) -> str:
    """Return a match string with a mark before the names of its sets.

    >>> marked("=dana|@warga ..2 @kas", "my_")
    '=dana|@my_warga ..2 @my_kas'
    """
    return _SET.sub(rf"@{mark}\1", match)


def check_member(member: str, place: str) -> None:
    """Raise InvalidLexicon unless a member of a set is words alone."""
    if not SET_MEMBER.fullmatch(member):
        raise InvalidLexicon("set_member", got=repr(member), place=place)


def starred(word: str) -> re.Pattern[str]:
    """Return the pattern for a whole word with ``*``, each standing for any letters.

    Each part is matched at its first occurrence, without backtracking, so no word takes long.

    >>> bool(starred("ke*an").fullmatch("keadilan"))
    True
    """
    first, *parts = map(re.escape, word.split("*"))
    inner = "".join(f"(?>.*?{part})" for part in parts[:-1])
    return re.compile(f"{first}{inner}.*{parts[-1]}")


def key_hint(key: str) -> Hint | str | None:
    """Return None for a good theme key, else "Did you mean …?" with one made of it, if one can be.

    >>> key_hint("gotong_royong"), str(key_hint("Gotong Royong"))
    (None, " Did you mean 'gotong_royong'?")
    """
    if key == (made := key_made(key)):
        return None
    return Hint("nearest", near=repr(made)) if made else ""


def key_made(name: str) -> str:
    """Return the key made of the name of a theme, a good key as it is, "" where none can be made.

    >>> key_made("Gotong Royong"), key_made("5S"), key_made("hemat_2"), key_made("?")
    ('gotong_royong', 'tema_5s', 'hemat_2', '')
    """
    if _KEY.fullmatch(name) and name == name.lower():
        return name
    made = re.sub(r"\W+", "_", name.lower()).strip("_")
    return f"tema_{made}" if made[:1].isdigit() else made
