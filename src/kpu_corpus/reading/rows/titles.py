"""Column headings: what forms add to them, and names for missing or repeated ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from kpu_corpus.ground.spellings import even

# What people call the fields of an essay, in tables and on forms, in small letters.
_CALLED = {
    "title": "judul; judul esai; judul tulisan; judul artikel; judul opini; title.rendered",
    "author": """penulis; peserta; nama; nama lengkap; nama penulis; nama peserta; nama pegawai;
        nama cpns; nama dan gelar; nama lengkap dan gelar; nama lengkap & gelar; nama dengan gelar;
        nama lengkap dengan gelar; nama lengkap beserta gelar; name; full name; writer; participant;
        author name; participant name; student name; employee name; userfullname;
        nama depan / nama belakang; first name / last name; first name / surname;
        nama depan / nama akhir; nama depan / nama keluarga; user.name;
        user.full name; author.name; student.name; user.nama; penulis.nama; peserta.nama;
        siswa.nama; mahasiswa.nama""",
    "unit": """satker; instansi; unit kerja; satuan kerja; unit organisasi; tempat tugas; lembaga;
        asal satker; asal instansi; asal unit kerja; asal satuan kerja; nama satker; nama instansi;
        nama unit kerja; nama satuan kerja; satker asal; instansi asal; unit kerja asal""",
    "date": "tanggal; tgl; tanggal penulisan",
}
FIELD_NAMES = {
    name.strip(): field for field, names in _CALLED.items() for name in (field, *names.split(";"))
}
# What a file, an office or a number is called as well: another column tells the author before it.
VAGUE = frozenset({"name", "participant"})
# The two columns of a name, the first one first.
NAME_PARTS = (
    ("first name", "nama depan"),
    ("last name", "surname", "nama belakang", "nama akhir", "nama keluarga"),
)
_REMARK = re.compile(r"\([^()]*\)|[*:_]")
_ASKED = re.compile(
    r"^(?:\d{1,2}[.)] ?)?(?:(?:(?:silakan|mohon) )?(?:tulis|tuliskan|isikan|masukkan|sebutkan) )?"
    r"| (?:anda|saudara|bapak/ibu)$"
)

_ASKS = re.compile(
    r"^(?:\d{1,2}[.)] ?)?(?:tulis|tuliskan|isi|isikan|isilah|masukkan|sebutkan|jelaskan|uraikan"
    r"|ceritakan|berikan|buat|buatlah|unggah|silakan|mohon|harap|apa|apakah|bagaimana|mengapa)\b"
    r"|\b(?:anda|saudara|bapak|ibu|kata|karakter|wajib)\b|\?"
)
STATED = 4  # words of a statement


def bare(title: object) -> str:
    """Return a title without what forms put around it: a number, how to answer, a remark, a star.

    What stands for a blank in the columns of a program is one.

    >>> bare("Isi Esai (minimal 300 kata) *"), bare("2. Tuliskan judul_esai Anda")
    ('isi esai', 'judul esai')
    """
    return _ASKED.sub("", even(_REMARK.sub(" ", str(title))))


def states(title: str) -> bool:
    """Tell whether a title is a statement, as an essay begins, and asks or tells nobody to write.

    >>> states("Kami selalu hadir tepat waktu."), states("Uraikan arti jujur menurut Anda.")
    (True, False)
    """
    statement = title.rstrip().endswith(".") and len(title.split()) >= STATED
    return statement and not _ASKS.search(even(title))


def names_of(cells: Iterable[Any]) -> list[str]:
    """Name the columns: one without a name by its place, one that comes twice with its number.

    >>> names_of(["teks", None, "teks"])
    ['teks', 'column 2', 'teks (3)']
    """
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        name = str(cell).strip() if cell not in (None, "") else _untitled(place)
        names.append(name if name not in names else f"{name} ({place})")
    return names


def titled(names: Iterable[str]) -> list[str]:
    """Return the names that the file gives its columns, without those that come from a place.

    >>> titled(["nama", "column 2", "nilai"])
    ['nama', 'nilai']
    """
    return [name for place, name in enumerate(names, start=1) if name != _untitled(place)]


def _untitled(place: int) -> str:
    return f"column {place}"
