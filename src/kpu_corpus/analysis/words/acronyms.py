"""The short forms that a corpus defines, their long forms, and where these disagree."""

from __future__ import annotations

from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.indonesian.acronyms.readings import inventory
from kpu_corpus.tokens import Tokens, found_definitions
from kpu_corpus.tokens.given import as_tokens

ACRONYMS = {
    "short": "str",
    "long": "str",
    "count": "int64",
    "essays": "int64",
    "ambiguous": "bool",
}


def acronyms(tokens: Tokens | Corpus) -> pd.DataFrame:
    """List the short forms that the essays define, in either order or with a connective.

    Definitions are found by matching letters (Schwartz & Hearst 2003), also by syllables (pemilu =
    pemilihan umum) and after *disingkat* or *selanjutnya disebut*.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus.

    Returns
    -------
    DataFrame
        short, long, count (definitions), essays (with one), ambiguous (True for every reading of a
        short form whose readings clearly differ; these are not unified in the tokens). Sorted by
        short form and reading.

    Raises
    ------
    InvalidArgument
        ``tokens`` is neither Tokens nor a Corpus.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> table = kc.acronyms(kc.load({"a": "Aparatur Sipil Negara (ASN) harus netral."}))
    >>> table.values.tolist()
    [['ASN', 'Aparatur Sipil Negara', 1, 1, False]]
    """
    tokens = as_tokens(tokens)
    corpus = tokens.corpus
    each = found_definitions(corpus).each(corpus.texts)
    entries = inventory((corpus.ids[row], definition) for row, definition in each)
    entries.sort(key=lambda entry: (entry.short, entry.long))
    rows = [(one.short, one.long, one.count, one.documents, one.ambiguous) for one in entries]
    return frame(ACRONYMS, rows, extend(tokens.manifest, "acronyms"))
