"""The seeds of topics: their words by name, and the columns of these words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Union

from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import is_table, of_pandas, string, strings
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots.roots import roots_of
from kpu_corpus.tokens import Tokens

Seeds = Union[Mapping[str, str | Iterable[str]], str, Path, Lexicon, "pd.DataFrame"]

_WORD = re.compile(r"=?([^\W\d_]+(?:-[^\W\d_]+)*)")


def words_of(seeds: Seeds | None) -> dict[str, list[str]]:
    """Return the words by name, a string as one word; of a lexicon the one-word patterns."""
    if seeds is None:
        return {}
    if isinstance(seeds, Mapping):
        return {
            string("seeds", name): strings(f"seeds[{name!r}]", words)
            for name, words in seeds.items()
        }
    if not isinstance(seeds, str | Path | Lexicon) and not is_table(of_pandas(seeds)):
        raise InvalidArgument("seeds", got=repr(seeds))
    return {
        theme.key: [
            word[1]
            for pattern in theme.patterns
            for match in pattern.match
            if (word := _WORD.fullmatch(match))
        ]
        for theme in load_lexicon(seeds).themes
    }


def led_by(
    tokens: Tokens, terms: tuple[str, ...], seeds: dict[str, list[str]], *, named: bool
) -> dict[str, list[int]]:
    """Return the columns of each seed's words, compared as roots."""
    place = {term: column for column, term in enumerate(terms)}
    found = {}
    for name, words in seeds.items():
        forms = [normal(word) for word in words]
        columns = {place[r] for r in roots_of(forms, roots=tokens.roots) if r in place}
        if columns:
            found[name] = sorted(columns)
        elif named:
            raise InvalidArgument("no_seed", name=repr(name), got=", ".join(forms))
    return found
