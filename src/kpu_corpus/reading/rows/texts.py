"""Which columns of a table hold the texts: as asked for, by their names, or by long cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from kpu_corpus.errors import InvalidArgument, among, one_of
from kpu_corpus.ground.checks import strings
from kpu_corpus.ground.spellings import even, even_words
from kpu_corpus.reading.rows.titles import FIELD_NAMES, bare, titled

TEXT_COLUMNS = (
    "text",
    "teks",
    "esai",
    "essay_text",
    "essay text",
    "isi",
    "isi esai",
    "teks esai",
    "uraian esai",
    "naskah esai",
    "isi tulisan",
    "jawaban",
    "teks daring",
    "online text",
    "tulisan",
    "body",
    "content",
    "content.rendered",
)
LONG_CELL = 200  # characters: an unnamed column with cells this long on average holds the texts
WHOLE = 500  # characters: cells this long on average are essays rather than remarks
SHORT_ANSWER = 50  # characters: of the answers to a question of which a part is told
Texts = tuple[str, ...]  # the columns of the texts, as they are asked for


def asked(text: object) -> Texts | None:
    """Return the columns of the texts as a user names them: none, one, or several in their order.

    Raises InvalidArgument where none is named, and for a set, which has no order.

    >>> asked(None), asked("teks"), asked(["Visi", "Misi"])
    (None, ('teks',), ('Visi', 'Misi'))
    """
    if text is None:
        return None
    if isinstance(text, Set):
        raise InvalidArgument("strings", name="text", got=repr(text))
    names = strings("text", text, headings=True)
    blank = [name for name in names if not name.strip()]  # it would be part of every title
    if blank or not names:
        raise InvalidArgument("text_none", got=repr(blank[0] if blank else text))
    return tuple(names)


def text_columns(
    columns: Sequence[str], rows: Sequence[Mapping[str, Any]], text: Texts | None
) -> Texts:
    """Return the columns of the texts: as told, or the one by its name or of long cells.

    Of a long title, such as a question of a form, a part is told where no other long column has it,
    or no other at all of those that hold more than a name or an office. Of the title of answers
    that are as short as these, whole words are told; links, codes and dates are no answers, nor is
    a title, author or office.
    """
    sizes = _sizes(rows)
    if text is None:
        return (_text_column(columns, sizes),)
    meant = tuple(_meant(one, columns, sizes, rows) for one in text)
    twice = next((name for name in meant if meant.count(name) > 1), None)
    if twice is not None:
        got = [repr(one) for one, name in zip(text, meant, strict=True) if name == twice]
        raise InvalidArgument("text_twice", column=repr(twice), got=among(got))
    return meant


def _meant(
    text: str,
    columns: Sequence[str],
    sizes: Mapping[str, float],
    rows: Sequence[Mapping[str, Any]],
) -> str:
    meant = [name for name in columns if text == name or even(text) == even(name)]
    told = [name for name in columns if even(text) in even(name)]
    for size in (LONG_CELL, SHORT_ANSWER):
        meant = meant or [name for name in told if sizes.get(name, 0.0) >= size]
    words = f" {even_words(text)} "
    meant = meant or [
        name
        for name in told
        if words in f" {even_words(name)} " and bare(name) not in FIELD_NAMES and _says(rows, name)
    ]
    if text in columns:
        return text
    if len(meant) > 1:
        found = among([*map(repr, meant)])
        raise InvalidArgument("text_unclear", got=repr(text), columns=found)
    if not meant:
        raise one_of("text", text, columns)
    return meant[0]


def _says(rows: Sequence[Mapping[str, Any]], column: str) -> bool:
    """Tell whether most cells of a column say something: two words or more, not a link or a date.

    >>> _says([{"a": "Jujur selalu."}], "a"), _says([{"a": "https://kpu.example/3"}], "a")
    (True, False)
    """
    cells = [cell for row in rows[:1000] if isinstance(cell := row.get(column), str) and cell]
    words = (sum(word.strip(".,!?").isalpha() for word in cell.split()) for cell in cells)
    return 2 * sum(count > 1 for count in words) > len(cells)


def _text_column(columns: Sequence[str], sizes: Mapping[str, float]) -> str:
    for form in (even, bare):  # a title as it stands comes before one with a remark behind it
        titles: dict[str, list[str]] = {}
        for name in columns:
            titles.setdefault(form(name), []).append(name)
        for want in TEXT_COLUMNS:
            found = titles.get(want, [])
            if len(found) > 1 and form is bare:  # beside the text there may be a link to its file
                full = [name for name in found if sizes.get(name, 0.0) >= LONG_CELL]
                if len(full) != 1:
                    raise InvalidArgument("text_columns", columns=among([*map(repr, found)]))
                found = full
            if found:
                return found[0]
    long = [name for name in columns if sizes.get(name, 0.0) >= LONG_CELL]
    if len(long) > 1:
        raise InvalidArgument("text_columns", columns=among([*map(repr, long)]))
    if not long:
        raise InvalidArgument("no_text_column", columns=among(titled(columns)))
    return long[0]


def essays_in(rows: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the first column of cells that are as long as essays, or None.

    >>> essays_in([{"Nama": "Rina", "Esai": "Kami hadir. " * 50}])
    'Esai'
    """
    return next((name for name, size in _sizes(rows).items() if size >= WHOLE), None)


def _sizes(rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Return column → how long its texts are on average; cell by cell, as rows may share none."""
    found: dict[str, list[int]] = {}
    for row in rows[:1000]:
        for name, cell in row.items():
            if isinstance(cell, str) and cell:
                found.setdefault(name, []).append(len(cell))
    return {name: sum(cells) / len(cells) for name, cells in found.items()}
