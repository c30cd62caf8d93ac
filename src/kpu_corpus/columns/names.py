"""Readable names for the columns of the essays, and which columns identify people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import Hint, InvalidArgument
from kpu_corpus.ground.checks import as_heading
from kpu_corpus.ground.spellings import even
from kpu_corpus.labels import LANGUAGES, is_label, label, section
from kpu_corpus.reading.accounts import is_account
from kpu_corpus.reading.rows.titles import FIELD_NAMES, NAME_PARTS, bare

# No columns, but groups all the same: the folder of each essay's file, the first one that parts the
# essays, the year and the month of its date.
FOLDER, TOP, YEAR, MONTH = "folder", "top_folder", "year", "month"
MADE = (FOLDER, TOP, YEAR, MONTH)
# Words that mark a title as personal: "Email Address", "NIP Peserta".
_WORDS = frozenset(
    """nip nik nrp nim npm nis nisn nuptk ktp ndh induk absen email mail surel hp wa whatsapp
    telegram ponsel handphone telepon telpon telp phone mobile kontak contact alamat address lahir
    ttl birth birthdate birthday dob username pengguna akun account rekening panggilan instagram
    facebook twitter tiktok linkedin""".split()
)
_PLACES = frozenset("alamat address lahir ttl birth".split())  # where people live or were born
# Titles of columns with numbers of people.
_LISTED = re.compile(
    r"(?:no|nomor)\b[. ]*(?:urut|peserta|daftar hadir)?"
    r"|(?:employee|staff|student|participant|registration)[ _]?(?:id|no|number)"
)
_WORD = re.compile(r"[^\W\d_]+")
_TOLD = re.compile(r"[^\W_]+")  # that or a number
_MAIL = re.compile(r"\S+@\S+\.\w+")
_PARTS = re.compile(r"[ .()-]")
# NIK, NIP and Indonesian telephone numbers.
_NUMBER = re.compile(r"\d{16}|\d{18}|(?:\+?62|0)8\d{8,11}")
_PAGE = re.compile(r"\s*https?://[^/\s]+/[^/\s]")

# When a form was sent, to the minute: "2026-05-10T16:35:00", "5/10/2026 16.35.12".
_MOMENT = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:T|,?\s+)(?!0?0[:.]00(?:[:.]00)?$)\d{1,2}[:.]\d\d\b.*"
)


def column_named(corpus: Corpus, title: str | int, name: str = "by") -> str:
    """Return the column of ``corpus.essays`` that a user means; the title itself if none matches.

    A column is matched by its name and by its title in the user's table, ignoring case and white
    space, if the match is unique; a column that comes from no table also by its name in reports, in
    either language. A whole number is a heading of the user's table. Raises InvalidArgument for
    anything else, by the ``name`` of the argument.

    >>> import kpu_corpus as kc, pandas as pd
    >>> table = pd.DataFrame({"teks": ["Kami hadir."], "Unit Kerja": ["Garut"], "Angkatan": [1]})
    >>> corpus = kc.load(table)
    >>> column_named(corpus, "unit kerja"), column_named(corpus, "angkatan")
    ('unit', 'Angkatan')
    >>> column_named(corpus, "Satuan Kerja"), column_named(corpus, "office")
    ('unit', 'unit')
    """
    columns = corpus.columns
    title = as_heading(title)
    if not isinstance(title, str):
        raise InvalidArgument("by_type", name=name, got=type(title).__name__)
    if title in columns:
        return title
    known = (*columns, *MADE)
    found = _alike(title, known)
    if not found:
        meant = FIELD_NAMES.get(bare(title)) or _called().get(even(title), title)
        found = [meant] if meant in columns else _alike(meant, known) or [meant]
    return found[0] if len(found) == 1 else title


def _alike(title: str, names: Iterable[str]) -> list[str]:
    """Return the names that a title may mean; a column of that name goes before what is none."""
    found = [name for name in names if even(name) == even(title)]
    return found[:1] if len(found) == 2 and found[1] in MADE else found


@cache
def _called() -> dict[str, str]:
    """Return readable name → column: the names in reports, and that of offices in the guide."""
    labels = {
        even(text): name for lang in LANGUAGES for name, text in section("column", lang).items()
    }
    return {**labels, "kantor": "unit"}


def called_also(column: str) -> list[str]:
    """Return the other names of a column.

    >>> called_also("unit"), called_also("Angkatan")
    (['satuan kerja', 'office', 'kantor'], [])
    """
    return [text for text, name in _called().items() if name == column != text]


def column_told(corpus: Corpus, column: str) -> Hint | str:
    """Return a column as messages name it: by its title in the user's table, else as reports do.

    >>> import kpu_corpus as kc
    >>> column_told(kc.load({"a": "Kami hadir."}), "unit").text("id")
    "'satuan kerja' (unit)"
    """
    title = corpus.headings.get(column)
    return repr(title) if title else _Column(column)


class _Column(Hint):
    """A column as reports call it in either language, then its name in tables."""

    def text(self, lang: str) -> str:
        name, called = self.message, _label_of(self.message, lang)
        return repr(name) if called == name else f"{called!r} ({name})"


class Called(Hint):
    """Columns that may be typed (``names``), as reports call them in either language.

    >>> told = Called("columns", names=["folder", "unit"])
    >>> told.text("id"), told.text("en")
    ('folder, satuan kerja (unit)', 'folder, office (unit)')
    """

    def text(self, lang: str) -> str:
        called = {name: _label_of(name, lang) for name in self.fields["names"]}
        shown = (told if told == name else f"{told} ({name})" for name, told in called.items())
        return ", ".join(sorted(shown, key=str.casefold))


def _label_of(column: str, lang: str) -> str:
    own = f"column.{column}"
    return label(own, lang) if is_label(own) else column


def is_personal(corpus: Corpus, name: str) -> bool:
    """Tell whether a metadata column identifies people, by its title or by what is in it."""
    titles = (name, corpus.headings.get(name, name))
    if any(_LISTED.fullmatch(title.casefold().strip()) for title in titles):
        return True
    if repeats_authors(corpus, name):
        return True
    return tells_people(titles, corpus.column(name).dropna().astype(str).unique())


def repeats_authors(corpus: Corpus, name: str) -> bool:
    """Tell whether a metadata column has the names of the authors again, whatever it is called.

    That is where more than half of its values have all words of the name of the author, and its
    number (Peserta 2), capitals and degrees behind a comma aside: the others may be another
    spelling. Accounts (Humas) are nobody.

    >>> import kpu_corpus as kc, pandas as pd
    >>> rows = {"penulis": ["Rina M., S.H.", "A. Fauzi", "Budi"], "teks": ["Kami hadir."] * 3}
    >>> table = pd.DataFrame(rows | {"Orang": ["M., RINA", "Ahmad Fauzi", "Budi"], "Hobi": "Budi"})
    >>> repeats_authors(kc.load(table), "Orang"), repeats_authors(kc.load(table), "Hobi")
    (True, False)
    """
    found = ((item.metadata.get(name), item.author or "") for item in corpus.items)
    pairs = [(value, author) for value, author in found if author and isinstance(value, str)]
    others = 0
    for value, author in pairs:
        whose, said = _TOLD.findall(author.partition(",")[0].casefold()), value.casefold()
        told = whose and all(word in said for word in whose)  # most are told by this alone
        told = told and {*whose} <= {*_TOLD.findall(said)} and not is_account(author)
        others += not told
        if 2 * others >= len(pairs):
            return False
    return bool(pairs)


def leads_to_page(corpus: Corpus, name: str) -> bool:
    """Tell whether a metadata column has the web addresses of pages or files, not only of sites."""
    return any(map(_PAGE.match, corpus.column(name).dropna().astype(str).unique()))


def is_of_place(corpus: Corpus, name: str) -> bool:
    """Tell whether a metadata column is titled like addresses or births: it has places' names."""
    titles = (name, corpus.headings.get(name, name))
    return any(not _PLACES.isdisjoint(_WORD.findall(title.casefold())) for title in titles)


def tells_people(titles: Iterable[str], values: Iterable[str]) -> bool:
    """Tell whether a column is titled like names or personal numbers, or has a value like one.

    >>> tells_people(["NIP Peserta"], []), tells_people(["kode"], ["ani@kpu.go.id"])
    (True, True)
    >>> tells_people(["kode"], ["A-12", "2025"])
    False
    """
    named = any(
        _names_people(title) or not _WORDS.isdisjoint(_WORD.findall(title.casefold()))
        for title in titles
    )
    return named or any(map(_tells, values))


def without_personal(corpus: Corpus, names: Iterable[str]) -> list[str]:
    """Return the columns without metadata columns that identify people."""
    further = {key for item in corpus.items for key in item.metadata}
    return [name for name in names if name not in further or not is_personal(corpus, name)]


def _names_people(title: str) -> bool:
    """Tell whether a column is titled like one of authors, as a second one of them may be.

    >>> _names_people("Nama Lengkap *"), _names_people("Surname"), _names_people("Nama Kelas")
    (True, True, False)
    """
    form = bare(title)
    return FIELD_NAMES.get(form) == "author" or any(form in names for names in NAME_PARTS)


def _tells(value: str) -> bool:
    """Tell whether a value is an e-mail address, a personal number or a moment of somebody's.

    >>> [_tells(value) for value in ("ani@kpu.go.id", "19990101 202504 2 001", "0812-3456-7890")]
    [True, True, True]
    >>> [_tells(value) for value in ("2026-05-10T16:35:00", "2026-05-10T00:00:00", "2026-05-10")]
    [True, False, False]
    >>> [_tells(value) for value in ("XIV", "2025", "Rp5.000.000", "pagi")]
    [False, False, False, False]
    """
    told = _MAIL.fullmatch(value.strip()) or _NUMBER.fullmatch(_PARTS.sub("", value))
    return bool(told or _MOMENT.fullmatch(value.strip()))
