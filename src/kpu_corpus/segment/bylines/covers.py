"""Lines of a cover: the kind of text, the training, the office, the year, the cohort."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kpu_corpus.segment.bylines.byline import filled
from kpu_corpus.segment.bylines.identity import COHORT
from kpu_corpus.segment.bylines.offices import is_area, is_at_place, is_contact, is_office
from kpu_corpus.segment.lines import CLOSING, Line, Piece, ends_sentence, top_level
from kpu_corpus.segment.names import ASKED, is_lone_name

_COLLECTION = (
    r"(?:kumpulan|kompilasi|rekap(?:itulasi)?|antologi|bunga rampai)"
    r" (?:esai|essay|tulisan|opini|tugas)\b.*"
)
_COLLECTS = re.compile(_COLLECTION, re.IGNORECASE)
# What a cover says besides title and author: the sort of text, the training, the office, the year.
_COVER = re.compile(
    r"(?:lembar (?:jawaban|kerja|tugas|esai|essay|refleksi)|format|formulir|form|esai|essay"
    r"|karya tulis(?: ilmiah)?|makalah|artikel|opini|refleksi|resume|laporan"
    r"|tugas(?=.*\b(?:esai|essay|individu|mandiri|kelompok|akhir|agenda|pelatihan|latsar|orientasi|\d{4})\b))"
    r"(?:\s+(?:pengumpulan|pengisian|ujian|ulangan|esai|essay|tugas|peserta|individu|mandiri"
    r"|kelompok|akhir|harian|mingguan"
    r"|reflek(?:si|tif)|argumentatif|berorientasi pelayanan|akuntabel|kompeten|harmonis|loyal"
    r"|adaptif|kolaboratif|berakhlak|smart asn|manajemen asn|agenda|orientasi"
    r"|nilai|pelatihan|latsar|cpns|pns|asn|kpu|tahun|komisi pemilihan umum|angkatan"
    r"|golongan|gelombang|kelas(?: [a-z]\b)?|\d{1,4}|[ivx]{1,4}|dasar|menulis"
    r"|penulisan|pembuatan|opini)\b)*"
    r"|(?:tugas )?mata (?:pelajaran|kuliah|pelatihan|diklat)\b.*"
    r"|tugas (?:pelajaran|kuliah|bahasa|sejarah|sosiologi|ppkn|pkn)\b.*"
    r"|(?:esai|essay|karya tulis|makalah) (?:dalam rangka|peringatan|lomba|peserta lomba)\b.*"
    r"|lomba (?:menulis|penulisan|esai|essay|karya tulis|opini)\b.*"
    r"|(?:lomba|sayembara|kompetisi|festival|pekan|olimpiade|hut|dies natalis)\b.*\b(?:19|20)\d\d"
    r"|(?:rancangan|laporan) (?:(?:rancangan|pelaksanaan|hasil|kegiatan|akhir) )?aktualisasi"
    r"(?: dan habituasi)?(?: nilai-nilai dasar\b.*)?"
    r"|nilai-nilai dasar\b.* (?:pns|asn|pegawai negeri sipil|aparatur sipil negara|nkri"
    r"|kedudukan,? dan)"
    r"|perannya dalam (?:nkri|negara kesatuan republik indonesia)"
    r"|agenda (?:[ivx]{1,4}|\d)\s*[.:–-].*"
    r"|" + _COLLECTION + r"|(?:dihimpun|disunting) oleh\b.*"
    r"|(?:pelatihan dasar|latsar|latihan dasar|diklat|orientasi|pembekalan)\b"
    r"(?=.*\b(?:cpns|pns|pegawai negeri sipil|angkatan|golongan|gelombang|tahun|\d{4})\b).*"
    r"|(?:(?:(?:esai|essay|makalah|karya tulis|laporan|tugas) (?:ini )?"
    r"(?=.*\b(?:tugas|memenuhi|syarat)\b))?"
    r"di(?:susun|ajukan|buat|tulis) (?:untuk|sebagai|dalam|guna)|dalam rangka|untuk memenuhi"
    r"|sebagai (?:tugas|syarat))\b.*"
    r"|(?:lembaga administrasi negara|pusat (?:pelatihan|pengembangan|pendidikan)"
    r"|badan (?:pengembangan|kepegawaian)"
    r"|balai(?: besar)? (?:diklat|pelatihan|pendidikan dan pelatihan))\b.*"
    r"|(?:sekretariat (?:jenderal )?)?(?:kpu|komisi pemilihan umum)(?: republik indonesia)?"
    r"|(?:sekretariat )?(?:kpu|komisi pemilihan umum|komisi independen pemilihan|bawaslu"
    r"|badan pengawas pemilihan umum) (?:ri|provinsi|prov|kabupaten|kab|kota)\b.*"
    r"|(?:(?:angkatan|gelombang|kelompok|golongan|agenda|kelas)\s+(?:[ivxlc]{1,6}|\d{1,3}|[a-z])\b\s*)+"
    r"(?:tahun\s+(?:19|20)\d\d)?",
    re.IGNORECASE,
)
# Whom a training is for: "Calon Pegawai Negeri Sipil (CPNS) KPU Provinsi Jawa Barat".
_RECRUITS = re.compile(
    r"(?:calon pegawai negeri sipil|calon aparatur sipil negara|cpns)(?: \((?:cpns|casn)\))?"
    r"(?: di)?(?: lingkungan)?(?: (?:sekretariat(?: jenderal)?|komisi pemilihan umum|kpu|\(kpu\)"
    r"|republik indonesia|ri|(?:(?:formasi|angkatan|tahun) )+(?:\d{1,4}|[ivx]{1,4})))+"
    r"(?: (?P<area>(?:provinsi|prov|kabupaten|kab|kota)\b.*))?",
    re.IGNORECASE,
)
_SORT = re.compile(
    r"(?:lembar (?:jawaban|kerja|esai|essay|refleksi)"
    r"(?: (?:peserta|mandiri|ujian|esai|essay|harian|mingguan))*"
    r"|(?:tugas )?(?:esai|essay)"
    r"|karya tulis(?: ilmiah)?|makalah|artikel|salinan"
    r"|opini|sekretariat|\W?logo(?: (?:kpu|instansi|lembaga))?\W?"
    r"|(?:tahun\s+(?:anggaran\s+)?)?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_MODULE = re.compile(r"modul (?:\d\.){1,2}\d?", re.IGNORECASE)  # of a training: "Modul 1.1."
# What heads a page on which others sign a report, or its author that it is original.
_APPROVAL = re.compile(
    r"(?:(?:lembar|halaman) (?:pengesahan|persetujuan|pernyataan)"
    r"|(?:surat )?pernyataan (?=keaslian|orisinalitas|bebas)|surat pernyataan)"
    r"(?: ?\b(?:rancangan|laporan|hasil|seminar|aktualisasi|keaslian|orisinalitas|tugas|akhir|karya"
    r"|tulis|tulisan|ilmiah|makalah|naskah|esai|essay|judul|penguji|pembimbing|bebas|plagiat"
    r"|plagiasi|plagiarisme))*\W{0,3}",
    re.IGNORECASE,
)
# What such a page says of the report.
_APPROVED = re.compile(
    r"\b(?:di(?:setujui|sahkan|periksa|uji(?:kan)?|seminarkan|pertahankan|terima|nyatakan)"
    r"|menyetujui|mengesahkan|menyatakan)\b",
    re.IGNORECASE,
)
# Of which work, or in the words of a form: a text says of much else that it was checked.
_OF_WORK = re.compile(
    r"\W*telah\b|.*\b(?:esai|essay|karya|tulisan|makalah|laporan|rancangan|naskah|plagi\w+"
    r"|dengan (?:ini|sebenar\w*|sesungguh\w*))\b",
    re.IGNORECASE,
)
_COHORT = re.compile(COHORT, re.IGNORECASE)
# The name of a class or a group beside its batch: "Melati / Angkatan 3".
_TEAM = re.compile(r"(?:(?i:kelompok|kelas|tim|regu) )?[A-Z][a-z]{2,}")
_PART = re.compile(r"\s*[|•·–—/,]\s*|\s+-\s+")
_FOLDED = re.compile(rf"{_PART.pattern}|[()\[\]]")  # what parts the name of a folder
_ANOTHER = re.compile(r",\s*(?:\d{1,3}|[IVX]{1,5}|[A-Z])\b")  # number: "Kelompok 1, 2"


def is_cover(line: Line) -> bool:
    """Tell whether a line stands on a cover, beside title and author.

    >>> [is_cover(Line(0, 9, text, 4)) for text in ("TUGAS ESAI KELAS C", "Tugas Kelas Kami")]
    [True, False]
    """
    short = line.words <= 20 and len(line.text) <= 200  # long ones are not kept
    return approves(line) or (short and _is_cover(line.text, line.headed))


@lru_cache(ASKED)
def _is_cover(text: str, headed: bool) -> bool:
    if _MODULE.fullmatch(text):
        return True
    if ends_sentence(text):
        return False
    whole = text.strip("*_() ").rstrip(CLOSING)
    parts = _PART.split(whole)
    placed = any(is_office(part) and is_at_place(part) for part in parts)  # maybe of who wrote
    if not headed and any(map(_COHORT.fullmatch, parts)):
        parts = [x for x in parts if not _TEAM.fullmatch(x) or (placed and is_lone_name(x))]
    return _is_part(whole) or all(map(_is_part, parts))


def _is_part(text: str) -> bool:
    told = _COVER.fullmatch(text) or _SORT.fullmatch(text)
    return told is not None or _is_recruits(text) or is_area(text) or is_contact(text)


def _is_recruits(text: str) -> bool:
    """Tell whether a line says no more than whom a training is for: headlines go on."""
    match = _RECRUITS.fullmatch(text)
    return match is not None and (match["area"] is None or is_area(match["area"]))


def is_sort(line: Line) -> bool:
    """Tell whether a line of a cover says what sort of text stands below, and no more.

    >>> [is_sort(Line(0, 9, text, 1)) for text in ("ESAI", "SEKRETARIAT", "LATSAR CPNS")]
    [True, True, False]
    """
    return _SORT.fullmatch(line.text.strip("*_() ")) is not None


def is_collection(line: Line) -> bool:
    """Tell whether a line of a cover says that several texts stand below.

    >>> [is_collection(Line(0, 9, text, 2)) for text in ("KUMPULAN ESAI LATSAR", "ESAI LATSAR")]
    [True, False]
    """
    return is_cover(line) and _COLLECTS.match(line.text.strip("*_() ")) is not None


def approves(line: Line) -> bool:
    """Tell whether a line heads a page on which others, or the author, sign for a text.

    >>> [approves(Line(0, 9, text, 2)) for text in ("LEMBAR PENGESAHAN", "Halaman Baru")]
    [True, False]
    """
    return _APPROVAL.fullmatch(line.text) is not None


def approved_by_others(line: Line) -> bool:
    """Tell whether the page that a line heads is signed by others than who wrote the text.

    >>> texts = ("LEMBAR PENGESAHAN", "SURAT PERNYATAAN KEASLIAN")
    >>> [approved_by_others(Line(0, 9, text, 2)) for text in texts]
    [True, False]
    """
    return approves(line) and "pernyataan" not in line.text.casefold()


def says_approved(line: Line) -> bool:
    """Tell whether a line may be the sentence on such a page, below its heading.

    >>> texts = ("Esai ini telah diperiksa dan disetujui.", "Setiap calon menyatakan setia.")
    >>> [says_approved(Line(0, 9, text, 4)) for text in texts]
    [True, False]
    """
    return bool(_APPROVED.search(line.text) and _OF_WORK.match(line.text))


def is_cohort(line: Line) -> bool:
    """Tell whether a line of a cover names a class, a group or a batch: "Kelompok 4"."""
    return _COHORT.search(line.text) is not None


def names_cohort(line: Line) -> bool:
    """Tell whether a line stands on a cover and names one, as no sentence that speaks of it does.

    >>> [names_cohort(Line(0, 9, text, 5)) for text in ("Kelompok 4", "Saya di Kelompok 4 sejak")]
    [True, False]
    """
    return is_cover(line) and is_cohort(line)


def cohorts_of(line: Line) -> list[str]:
    """Return the fields of the classes, groups and batches that a line names.

    >>> cohorts_of(Line(0, 9, "Kelompok 4, Latsar CPNS Angkatan XII", 6))
    ['kelompok', 'angkatan']
    """
    return [match["field"].lower() for match in _COHORT.finditer(line.text)]


def group_of(text: str) -> tuple[str, str] | None:
    """Return the field and the value of what names a class, a group or a batch and nothing else.

    >>> group_of("KELOMPOK II"), group_of("Kelompok Tani")
    (('kelompok', 'II'), None)
    """
    match = _COHORT.fullmatch(text.strip("*_():. "))
    return (match["field"].lower(), match["value"]) if match else None


def groups_in(text: str) -> dict[str, str]:
    """Return field → value of every class, group or batch that the name of a folder tells.

    The rest stands in brackets or behind a dash, or is what a cover says. Several of one field tell
    none.

    >>> groups_in("Gelombang 1 (Maret)"), groups_in("Latsar CPNS Angkatan XII - Kelas A")
    ({'gelombang': '1'}, {'angkatan': 'XII', 'kelas': 'A'})
    >>> groups_in("Kelompok Tani"), groups_in("Rapat dengan Kelompok 4"), groups_in("Kelas A, B")
    ({}, {}, {})
    """
    if _ANOTHER.search(text):
        return {}
    parts = (part.strip() for part in _FOLDED.split(text))
    lines = (Line(0, len(part), part, len(part.split())) for part in parts)
    found = (_COHORT.finditer(line.text) for line in lines if names_cohort(line))
    return {match["field"].lower(): match["value"] for matches in found for match in matches}


def is_group(line: Line) -> bool:
    """Tell whether a line is such a name: `group_of`.

    >>> [is_group(Line(0, 9, text, 2)) for text in ("Kelompok II", "Kelompok II Latsar CPNS KPU")]
    [True, False]
    """
    return line.words == 2 and group_of(line.text) is not None


def highest(lines: Sequence[Line]) -> list[int]:
    """Return the places of the headings of the highest rank that has several, groups aside."""
    heads = {at: line.level for at, line in enumerate(lines) if line.headed and not is_group(line)}
    top = top_level(heads.values())
    return [at for at, level in heads.items() if level == top]


def cover_pieces(line: Line, kind: str) -> list[Piece]:
    """Return the pieces of a line of a cover: cohorts are fields, the rest is of one ``kind``.

    >>> [piece[:4] for piece in cover_pieces(Line(0, 26, "Latsar CPNS Angkatan XII", 4), "chrome")]
    [(0, 21, 'chrome', 'cover'), (21, 24, 'field', 'angkatan'), (24, 26, 'chrome', 'cover')]
    """
    fields: list[Piece] = []
    for match in _COHORT.finditer(line.text):
        start, end = (line.start + at for at in match.span("value"))
        fields.append(Piece(start, end, "field", match["field"].lower(), 0.9))
    rest = line.piece(kind, "cover", 0.9)
    return filled(fields, rest)
