"""Lines "Label : value" that say who wrote an essay; the meaning of each label is data."""

from __future__ import annotations

import re

from kpu_corpus.reading.rows.titles import FIELD_NAMES
from kpu_corpus.segment.bylines.byline import content_pieces, date_pieces, filled, is_sentence
from kpu_corpus.segment.bylines.offices import is_office
from kpu_corpus.segment.bylines.work import OFFICE
from kpu_corpus.segment.lines import SHORT_WORDS, TITLE_WORDS, Line, Piece, is_short
from kpu_corpus.segment.names import is_clause, is_person

# Label → what it tells, besides what columns of tables are called. A "field" becomes a column of
# its own, by the name given; a "number" tells who somebody is and is kept nowhere; the rest is left
# out of the text and told nowhere else.
_LABELS = {
    "author": """nama/nip; nama dan nip; disusun oleh; ditulis oleh; oleh; karya; by;
        written by; from; dari; pengirim; sender; ketua kelompok; nama ketua; kontributor;
        nama peserta latsar; nama peserta pelatihan""",
    "unit": """kantor; asal; asal kpu; nama sekolah; asal sekolah; asal kampus; asal desa;
        asal kelurahan; asal desa/kelurahan; office; institution; agency; work unit;
        lokasi penempatan; unit penempatan; satker penempatan""",
    "date": "hari/tanggal; hari, tanggal; sent",
    "title": """dengan judul; berjudul; yang berjudul; judul refleksi; essay title; perihal; hal;
        subject; subjek""",
    "angkatan": "angkatan; batch",
    "gelombang": "gelombang",
    "kelompok": "kelompok; group",
    "kelas": "kelas; class",
    "golongan": "golongan",
    "jabatan": "jabatan; formasi; formasi jabatan; nama jabatan; position",
    "number": """nip; nik; nrp; nim; npm; nis; nisn; nip/nrp; nomor induk pegawai; ndh;
        no. ndh; nomor daftar hadir; no; no. peserta; nomor peserta; kode peserta; kode naskah;
        kode esai; no. ujian; nomor ujian; no. absen; nomor absen;
        no. urut; nomor urut; email; e-mail;
        surel; no. hp; no hp; nomor hp; hp; telepon; telp; no. telp; no. telepon; nomor telepon;
        no. wa; nomor wa; alamat; tempat/tanggal lahir;
        to; cc; bcc; reply-to;
        tempat/tgl lahir; tempat, tanggal lahir; tempat lahir; tanggal lahir; tgl lahir; ttl""",
    "other": """anggota kelompok; nama anggota;
        pangkat; pangkat/golongan; gol; gol ruang; golongan ruang; golongan/ruang; mentor;
        nama mentor; coach; nama coach; pembimbing; penguji; atasan langsung;
        widyaiswara; pengajar; fasilitator; dosen pembina; dosen pengampu; dosen pembimbing;
        guru pembimbing; guru pengampu; tema; topik; tema esai;
        mata pelatihan; materi; agenda; jenis tugas;
        tugas; program; pelatihan; nama pelatihan; diklat; penyelenggara; tempat pelatihan; periode;
        tahun; jumlah kata; pendidikan; jurusan; provinsi; kabupaten/kota; kabupaten; kota; divisi;
        bagian; subbagian; sub bagian; editor; penyunting; foto; fotografer; dokumentasi; ilustrasi;
        reporter; theme; topic""",
}
_SENDER = frozenset("from dari pengirim sender".split())  # of a mail
IDENTITY = ("author", "number", "unit")  # what a block of identity opens with
FIELDS = ("angkatan", "gelombang", "kelompok", "kelas", "golongan", "jabatan")
# A class, a group or a batch with its number or letter: "Angkatan XIV".
_COUNT = r"(?:[ivxlc]{1,6}|\d{1,3}|(?-i:[A-Z]))"
COHORT = rf"\b(?P<field>{'|'.join(FIELDS)})\s+(?P<value>{_COUNT})\b"
# Such a one behind the number of another, which it is no part of: "1 / Angkatan XIV".
_AND_COHORT = re.compile(rf"(?P<own>(?:\w+ )?{_COUNT})[\s,;/|(–—-]+{COHORT}\)?", re.IGNORECASE)


def _even(label: str) -> str:
    """Bring the spellings of one label together: case, full stops, blanks beside a stroke."""
    return re.sub(r" ?/ ?", "/", " ".join(label.casefold().replace(".", " ").split()))


_NUMBERS = ("peserta", "participant")  # in a text rather how many there were
_OF = {_even(name): field for name, field in FIELD_NAMES.items() if name not in _NUMBERS}
_OF |= {_even(label): kind for kind, labels in _LABELS.items() for label in labels.split(";")}
_LABEL = re.compile(
    r"(?:\d{1,2}[.)]\s{0,3})?([A-Za-z][A-Za-z./, -]{0,30}?)\s{0,40}(?:[:=]\s*|\t\s*)"
)
# A label that is not known; beside known ones such a line tells who somebody is as well.
_ANY_LABEL = re.compile(r"(?:\d{1,2}[.)]\s{0,3})?([A-Za-z][A-Za-z./ -]{0,30}?)(\s{0,40})[:=\t]\s*")
# A label without a colon, as the cells of a table come out of a PDF.
_SPACED = re.compile(
    r"(Nama(?: Lengkap| Peserta| Penulis)?|(?:Unit|Satuan) Kerja|Unit|Satker|Instansi)\s+(?=[A-Z])"
)
_LABEL_END = re.compile(r"[:=\t]")
# A second label on a line, tabs or a wide gap before it.
_BESIDE = re.compile(
    r"(?:\t|\s{3}|\s\|)\s*(?P<label>[A-Za-z][A-Za-z./]{0,20}(?: [A-Za-z./]{1,20}){0,3})\s*[:=]"
)
_LABEL_WORDS = 4
_BARE = re.compile(r"([A-Za-z][A-Za-z./, -]{0,30}?)\s*:?")
VALUE_WORDS = 16
# The values of joined labels; the stroke of a rank parts none: "III/a".
_BY_STROKE = re.compile(r"(?:[^/]|(?<=[IVX])/(?=[a-e]\b))+")
_BY_DASH = re.compile(r"(?:[^\s–—-]|(?<!\s)[–—-]|\s(?![–—-]\s))+")
_QUOTED = re.compile(r"\s*(?P<sign>[\"'])(?P<inner>.*)(?P=sign)")
_TEXT = re.compile(
    r"(?:isi|teks|naskah|uraian)(?:\s+(?:esai|essay|tulisan))?(?:\s*\([^()]*\))?\s*:?"
    r"|(?:esai|essay)\s*:",
    re.IGNORECASE,
)


def label_of(line: Line) -> tuple[str, int] | None:
    """Return what the label of a line is for, and where its value begins; None without a label."""
    if not is_short(line, TITLE_WORDS if ":" in line.text[:20] else SHORT_WORDS):  # a long title
        return None
    spaced = _SPACED.match(line.text)
    if spaced and _fits(kind_of(spaced[1]), line.text[spaced.end() :]):
        return kind_of(spaced[1]), spaced.end()
    match = _LABEL.match(line.text)
    kind = kind_of(match[1], line.text[match.end() :]) if match else ""
    if match is None or not kind or match.end() >= len(line.text):
        return None
    return (kind, match.end()) if _is_value(line.text[match.end() :], kind) else None


def title_label(line: Line) -> int:
    """Return where a title begins behind its label, 0 without one.

    >>> title_label(Line(0, 21, "Judul : Menjaga Suara", 4)), title_label(Line(0, 4, "Nama", 1))
    (8, 0)
    """
    kind, at = label_of(line) or ("", 0)
    return at if kind == "title" else 0


def _fits(kind: str, value: str) -> bool:
    """Tell whether a value is what a label asks for: "Nama Baik Lembaga" is a title."""
    return is_person(value) if kind == "author" else is_office(value)


def bare_label(line: Line) -> str:
    """Return what a line is for that is a label without a value (a cell of a table), or ""."""
    match = _BARE.fullmatch(line.text) if len(line.text) <= 40 else None
    return kind_of(match[1]) if match else ""


def heads_text(line: Line) -> bool:
    """Tell whether a line is the label of a form above the text of the essay.

    >>> [heads_text(Line(0, 9, text, 2)) for text in ("Isi Esai", "ISI (300 kata):", "Isinya")]
    [True, True, False]
    """
    return _TEXT.fullmatch(line.text) is not None


def labelled(line: Line) -> list[Piece]:
    """Return the pieces of a line "Label : value", or nothing; the label of a title is no such."""
    found = label_of(line)
    if found is None or found[0] == "title":
        return []
    kind, at = found
    beside = next((m for m in _BESIDE.finditer(line.text, at) if kind_of(m["label"])), None)
    if beside:  # "Nama : Rina    NIP : 1999" on one line
        parts = [line.part(0, beside.start()), line.part(beside.start("label"))]
        return [piece for part in parts for piece in labelled(part)]
    head = Piece(line.start, line.start + at, "byline", "identity", 1.0)
    return [head, *(_parted(line, at) or value_pieces(kind, line, at))]


def strange_label(line: Line) -> bool:
    """Tell whether a line is "Label : value" with a label that is not known.

    >>> [strange_label(Line(0, 20, text, 3)) for text in ("Wilayah Kerja : Palu", "Nama : Rina")]
    [True, False]
    """
    marked = is_short(line) and _LABEL_END.search(line.text, 0, 80)
    match = _ANY_LABEL.match(line.text) if marked else None
    if match is None or match.end() >= len(line.text) or label_of(line):
        return False
    # "INTEGRITAS: HARGA MATI" is a title
    short = len(match[1].split()) <= _LABEL_WORDS and not line.text.isupper()
    return short and _is_value(line.text[match.end() :], "other")


def in_columns(line: Line) -> bool:
    """Tell whether white space stands before the colon of a label, as on a form."""
    match = _ANY_LABEL.match(line.text)
    return match is not None and (match[2] != "" or "\t" in match[0])


def value_pieces(kind: str, line: Line, at: int = 0) -> list[Piece]:
    """Return the pieces of a value that stands in a line from ``at`` on."""
    start, end = line.start + at, line.end
    if not any(map(str.isalnum, line.text[at:])):  # "Nama : ____", nobody filled it in
        return [Piece(start, end, "byline", "identity", 1.0)]
    if kind == "author":
        quoted = _QUOTED.fullmatch(line.text, at)  # as front matter has it
        if quoted:
            inner, (start, end) = quoted["inner"], (line.start + x for x in quoted.span("inner"))
            whole = line.part(at).piece("byline", "identity", 1.0)
            return filled(content_pieces(inner, start, end, 1.0), whole)
        return content_pieces(line.text[at:], start, end, 1.0)
    if kind == "date":
        return date_pieces(line, at)
    if kind in FIELDS:
        return _field(kind, line, start)
    return [Piece(start, end, "unit" if kind == "unit" else "byline", "identity", 1.0)]


def _field(kind: str, line: Line, start: int) -> list[Piece]:
    """Return the pieces of a value that is kept, apart from the cohort that stands behind it."""
    two = _AND_COHORT.fullmatch(line.text, start - line.start)
    if two is None or kind == "jabatan" or two["field"].lower() == kind:
        return [Piece(start, line.end, "field", kind, 1.0)]
    names = {"own": kind, "value": two["field"].lower()}
    spans = {name: two.span(group) for group, name in names.items()}
    pieces = [Piece(line.start + a, line.start + b, "field", n, 1.0) for n, (a, b) in spans.items()]
    return filled(pieces, Piece(start, line.end, "byline", "identity", 1.0))


def kind_of(label: str, value: str = "") -> str:
    """Return what a label is for, "" where it is not known; one of two joined by "/" is enough."""
    even = _even(label)
    if even in _SENDER and not is_person(value.partition("<")[0].strip()):
        return "other" if "@" in value else ""  # where a journey begins, or the office of a memo
    if even in _OF:
        return _OF[even]
    kinds = [_OF[part] for part in even.split("/") if part in _OF]
    if "unit" in kinds and OFFICE.search(value):
        return "unit"
    kinds.sort(key=("other", "number").__contains__)  # those that tell something first
    return kinds[0] if kinds else ""


def _parted(line: Line, at: int) -> list[Piece]:
    """Return the pieces of "Angkatan/Kelompok : XIV / 2", a value for each of the labels.

    A dash may part the values as well, so that "Gol/Jabatan : III/a – Penata" has two.
    """
    match = _LABEL.match(line.text)
    label = _even(match[1]) if match else ""
    kinds = [_OF.get(part, "") for part in label.split("/")]
    if label in _OF or len(kinds) < 2:
        return []
    values = [*_BY_STROKE.finditer(line.text, at)]
    if len(values) != len(kinds) and len({*kinds}) == len(kinds):
        values = [*_BY_DASH.finditer(line.text, at)]
    if len(values) != len(kinds):
        return []
    pieces: list[Piece] = []
    for kind, value in zip(kinds, values, strict=True):
        part = line.part(*value.span())
        pieces += value_pieces(kind, part) if part.text else []
    return filled(pieces, Piece(line.start + at, line.end, "byline", "identity", 1.0))


def _is_value(value: str, kind: str) -> bool:
    sentence = kind != "title" and is_sentence(value, 3)
    sentence = sentence or (kind == "author" and is_clause(value))
    most = TITLE_WORDS if kind == "title" and not value.endswith(".") else VALUE_WORDS
    return len(value.split()) <= most and not sentence
