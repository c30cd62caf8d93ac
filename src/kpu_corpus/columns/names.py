"""What people call the columns of the essays: by name, by their own titles, as in reports."""

from __future__ import annotations

from functools import cache

from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.spellings import even
from kpu_corpus.labels import LANGUAGES, section
from kpu_corpus.reading.titles import FIELD_NAMES, bare

FOLDER = "folder"  # no column: told by where the files of the essays lie


def column_named(corpus: Corpus, title: str) -> str:
    """Return the column of ``corpus.essays`` that a person means; the title itself if none is.

    A column goes by its name and by its title in the person's table, whatever its capitals and
    white space are, as long as one column fits; one that no table gave, also by what reports call
    it, in either language. Raises InvalidArgument for anything but a name.

    >>> import kpu_corpus as kc, pandas as pd
    >>> table = pd.DataFrame({"teks": ["Kami hadir."], "Unit Kerja": ["Garut"], "Angkatan": [1]})
    >>> corpus = kc.load(table)
    >>> column_named(corpus, "unit kerja"), column_named(corpus, "angkatan")
    ('unit', 'Angkatan')
    >>> column_named(corpus, "Satuan Kerja"), column_named(corpus, "office")
    ('unit', 'unit')
    """
    columns = corpus.columns
    if not isinstance(title, str):
        raise InvalidArgument("by_type", got=type(title).__name__)
    if title in columns:
        return title
    found = [name for name in (*columns, FOLDER) if even(name) == even(title)]
    found = found[:1] if found[1:] == [FOLDER] else found
    if not found:
        field = FIELD_NAMES.get(bare(title)) or _called().get(even(title), title)
        found = [field] if field in columns else []
    return found[0] if len(found) == 1 else title


@cache
def _called() -> dict[str, str]:
    """Return what people call a column → its name: as in reports, and offices as in the guide."""
    labels = {
        even(text): name for lang in LANGUAGES for name, text in section("column", lang).items()
    }
    return {**labels, "kantor": "unit"}


def called_also(column: str) -> list[str]:
    """Return what a column goes by besides its name.

    >>> called_also("unit"), called_also("Angkatan")
    (['satuan kerja', 'office', 'kantor'], [])
    """
    return [text for text, name in _called().items() if name == column != text]
