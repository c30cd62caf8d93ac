"""What somebody is: a position, an occupation, a part of an office, the number of an employee."""

from __future__ import annotations

import re
import sys

from kpu_corpus.segment.bylines.offices import is_office
from kpu_corpus.segment.lines import MINOR, Line, ends_sentence, is_short, title_case
from kpu_corpus.segment.names import DEGREE_AFTER, ROLE

INSTITUTION = r"KPUD?|Bawaslu|(?i:Komisi Pemilihan Umum|Badan Pengawas Pemilihan Umum)"
OFFICE = re.compile(rf"\b(?:{INSTITUTION})\b", re.IGNORECASE)
UNIT = re.compile(
    rf"\b(?:{INSTITUTION}|(?i:Sekretariat KPU))\b"
    # an abbreviation may have a point, another word ends the sentence with it
    r"(?:(?:(?<!\w{4}\.)|(?<=Prov\.))\s+"
    r"(?:RI|Republik Indonesia|Provinsi|Prov\.?|Kabupaten|Kab\.?|Kota|Daerah"
    r"|dan(?= Kepulauan\b)|[A-Z][A-Za-z'’.-]+))*"  # "Pangkajene dan Kepulauan"
)
NUMBER_LINE = re.compile(
    r"\(?(?:(?:NI[PKM]|NISN?|NPM|NRP|NDH)\.?\s*:?\s*[A-Z]{0,2}\d(?:[A-Z]?[\d .])*"
    r"|\d(?:[ .]?\d){7,})"
    r"(?:(?<=\d{5})\s?[/|,–-]\s?(?:[A-Z][\w.]*[ -]){0,3}\d{1,2}[A-Z]?)?\)?",  # a class behind it
    re.IGNORECASE,
)
# A part of an office by what it does, since "Bagian Tersulit" is a heading.
DUTIES = (
    r"Umum|Keuangan|Hukum|Teknis|SDM|Sumber Daya|Program|Perencanaan|Data|Informasi|Logistik"
    r"|Kepegawaian|Hubungan|Humas|Hupmas|Partisipasi|Parmas|Sosialisasi|Sosdiklih|Diklat|Litbang"
    r"|Pendidikan|Pelatihan|Penelitian|Pengembangan|Pengawasan|Tata|Organisasi|Administrasi"
    r"|Penyelenggaraan|Pencegahan|Penanganan|Persidangan|Rendatin"
)
PART_OF_OFFICE = re.compile(rf"(?:Sub ?)?(?:Bagian|Bidang|Seksi|Biro)\s+(?:{DUTIES})\b")
# Who belongs to an office that is named behind: "Guru SD Negeri 3 Ubud", or what parts the two.
MEMBER = re.compile(
    r"^[\s,/|(–-]*(?:(?:Guru|Dosen|Siswa|Siswi|Murid|Mahasiswa|Mahasiswi|Karyawan|Pegawai|Staf)\s+)?"
)
# What people are beside offices of elections; titles begin with the words of many people, too.
_SURE = (
    r"Dosen|Guru Besar|Alumn(?:i|us)|Peneliti|Akademisi|Widyaiswara|Penyuluh|Wartawan|Jurnalis"
    r"|Redaktur|Pengamat|Pemerhati|Pegiat|Praktisi|Advokat"
)
_PLACED = (
    r"Guru|Sisw[ai]|Pelajar|Direktur|Doktor|Rektor|Dekan|Pendiri|Pengajar|Pimpinan|Aktivis"
    r"|Relawan|Warga|PP[KS]|KPPS|Pantarlih|Panwas\w*"
)
OCCUPATION = re.compile(
    rf"(?:{_SURE}|(?:{_PLACED}) (?:TK|PAUD|SD|SLB|MI|SMP|SMA|SMK|MTs|MA|Desa|Kelurahan|Kecamatan"
    r"|Kabupaten|Kota|Provinsi|TPS|PT|LSM|Yayasan)|(?:Guru|Pengajar) (?:Mata Pelajaran|Mapel)"
    r"|(?:Guru|Sisw[ai]|Pelajar) Kelas(?=\s+(?:[IVX]+\b|\d|SD|SLB|MI\b|UPT)))\s+\S"
)
_FACULTY = re.compile(r"(?:Program Studi|Prodi|Fakultas)\s+\S", re.IGNORECASE)
# Behind a name, where no title is: "Rina Marlina, Guru SD Negeri 3 Ubud".
WORKS = rf"(?:{_SURE}|{_PLACED})\b"
_TELLING = re.compile(r"\b(?:yang|adalah|akan|untuk|harus|kami|kita)\b")
# What a position or a rank ends in: "Penata Kelola Ahli Pertama", "Penata Muda (III/a)".
_GRADE = re.compile(r"\bAhli (?:Pertama|Muda|Madya|Utama)$|\bI{1,3}V?\s?[/.-]\s?[a-e]\)?$")
# What somebody is without a position, and words that titles have rather than offices.
_STATUS = re.compile(r"(?:C?PNS|ASN|PPPK|Pegawai)(?:\s+\S+){3}")
_JOINS = MINOR - {"di", "pada", "dari", "in", "at", "of"}
_OF_STATUS = re.compile(
    r"\b(?:Golongan|Gol|Angkatan|Formasi|Tahun|Negeri|Kabupaten|Kota|Provinsi)\b|\d"
)
# Date of birth, month of appointment, sex and a running number: the NIP of a civil servant. One
# pattern a century, since one that begins with given digits is sought ten times as fast.
_OLD, _YOUNG = (
    re.compile(century + r"(?<!\d\d\d)\d{6}[ .]?(?:19|20)\d{4}[ .]?[12][ .]?\d{3}(?!\d)", re.ASCII)
    for century in ("19", "20")
)


def is_role(line: Line) -> bool:
    """Tell whether a line is an office, a position, a rank or the number of an employee."""
    text = line.text
    if not is_short(line, 14) or line.headed:
        return False
    if DEGREE_AFTER.sub("", text).rstrip().endswith((".", "!", "?", ":")):
        return False
    if _is_title(text):
        return False
    told = ROLE.match(text.lstrip("(*¹²³ ")) or PART_OF_OFFICE.match(text) or _GRADE.search(text)
    office = is_office(MEMBER.sub("", text))
    return bool(told or NUMBER_LINE.fullmatch(text) or office) and not _TELLING.search(text)


def is_occupation(line: Line) -> bool:
    """Tell whether a line below an author says what one is, or where one studies or teaches.

    >>> texts = ("Dosen Ilmu Politik di Semarang", "Fakultas Hukum", "Fakultas kami kecil")
    >>> [is_occupation(Line(0, 9, text, len(text.split()))) for text in texts]
    [True, True, False]
    """
    plain = is_short(line, 14) and not (line.headed or line.text.endswith((".", "!", "?", ":")))
    told = OCCUPATION.match(line.text.lstrip("(*¹²³ "))
    return plain and bool(told or (_FACULTY.match(line.text) and title_case(line.text)))


def names_work(text: str) -> bool:
    """Tell whether words begin with what somebody is or where one works.

    >>> [names_work(text) for text in ("Dosen Ilmu Politik", "Analis Hukum", "Bagian Umum", "Kami")]
    [True, True, True, False]
    """
    return bool(ROLE.match(text) or OCCUPATION.match(text) or PART_OF_OFFICE.match(text))


def is_number(line: Line) -> bool:
    """Tell whether a short line has the number of an employee, beside a name at most.

    >>> is_number(Line(0, 9, "Rina (NIP. 19980101 202506 2 009)", 6))
    True
    """
    numbered = NUMBER_LINE.fullmatch(line.text) or tells_number(line.text)
    return bool(numbered) and is_short(line, 10) and not ends_sentence(line.text)


def tells_number(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Tell whether the number of an employee stands in a text, or in a stretch of it.

    >>> said = "Saya (NIP 19980101 202506 2 009) siap."
    >>> tells_number(said), tells_number(said, 20), tells_number("Ada 12.345 suara.")
    (True, False, False)
    """
    return bool(_OLD.search(text, start, end) or _YOUNG.search(text, start, end))


def _is_title(text: str) -> bool:
    """Tell whether words that a status opens are no office: "ASN Muda dan Godaan Gawai"."""
    if not _STATUS.match(text) or not _JOINS.intersection(text.lower().split()):
        return False
    told = UNIT.search(text) or _OF_STATUS.search(text) or PART_OF_OFFICE.search(text)
    return not (told or ROLE.match(text.partition(" ")[2]))
