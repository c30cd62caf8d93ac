"""Lines "Label : value" that say who wrote an essay: what each label is for, as data."""

from __future__ import annotations

import re

from kpu_corpus.segment.bylines import Piece, content_pieces, date_pieces, is_sentence, is_short
from kpu_corpus.segment.lines import Line

# Label → what it tells. A "field" becomes a column of its own, by the name given; a "number" tells
# who somebody is and is kept nowhere; the rest is left out of the text and told nowhere else.
_LABELS = {
    "author": """nama; nama lengkap; nama peserta; nama penulis; nama pegawai; nama cpns; nama/nip;
        nama dan nip; nama / nip; penulis; disusun oleh; ditulis oleh; oleh; karya; name; author;
        by; written by; full name""",
    "unit": """unit kerja; unit; instansi; asal instansi; instansi asal; satuan kerja; satker;
        kantor; asal satker; unit organisasi; tempat tugas; lembaga; asal; asal kpu; office;
        institution; agency; work unit""",
    "date": "tanggal; tgl; tanggal penulisan; hari/tanggal; hari, tanggal; date",
    "title": "judul; judul esai; judul tulisan; judul artikel; judul opini; title; essay title",
    "angkatan": "angkatan; batch",
    "gelombang": "gelombang",
    "kelompok": "kelompok; group",
    "kelas": "kelas; class",
    "golongan": "golongan",
    "jabatan": "jabatan; formasi; formasi jabatan; nama jabatan; position",
    "number": """nip; nik; nrp; nip/nrp; nomor induk pegawai; ndh; no. ndh; nomor daftar hadir; no;
        no. peserta; nomor peserta; no. absen; nomor absen; no. urut; nomor urut; email; e-mail;
        surel; no. hp; no hp; hp; telepon; telp; no. telp; no. wa; alamat; tempat/tanggal lahir;
        tempat, tanggal lahir; ttl""",
    "other": """pangkat; pangkat/golongan; pangkat/gol; pangkat / golongan; gol/ruang;
        golongan/ruang; mentor; nama mentor; coach; nama coach; pembimbing; penguji;
        atasan langsung; widyaiswara; pengajar; fasilitator; tema; topik; tema esai;
        mata pelatihan; materi; agenda; jenis tugas;
        tugas; program; pelatihan; nama pelatihan; diklat; penyelenggara; tempat pelatihan; periode;
        tahun; jumlah kata; pendidikan; jurusan; provinsi; kabupaten/kota; kabupaten; kota; divisi;
        bagian; subbagian; sub bagian; editor; theme; topic""",
}
FIELDS = ("angkatan", "gelombang", "kelompok", "kelas", "golongan", "jabatan")
_OF = {
    " ".join(label.split()): kind
    for kind, labels in _LABELS.items()
    for label in labels.split(";")
    for label in [label.strip()]
}
_LABEL = re.compile(
    r"(?:\d{1,2}[.)]\s{0,3})?([A-Za-z][A-Za-z./, -]{0,30}?)\s{0,40}(?:[:=]\s*|\t\s*)"
)
_BARE = re.compile(r"([A-Za-z][A-Za-z./, -]{0,30}?)\s*:?")
VALUE_WORDS = 16


def label_of(line: Line) -> tuple[str, int] | None:
    """Return what the label of a line is for, and where its value begins; None without a label."""
    if not is_short(line):
        return None
    match = _LABEL.match(line.text)
    kind = _OF.get(_even(match[1])) if match else None
    if match is None or kind is None or match.end() >= len(line.text):
        return None
    value = line.text[match.end() :]
    if len(value.split()) > VALUE_WORDS or (kind != "title" and is_sentence(value, 3)):
        return None
    return kind, match.end()


def bare_label(line: Line) -> str:
    """Return what a line is for that is a label without a value (a cell of a table), or ""."""
    match = _BARE.fullmatch(line.text) if len(line.text) <= 40 else None
    return _OF.get(_even(match[1]), "") if match else ""


def labelled(line: Line) -> list[Piece]:
    """Return the pieces of a line "Label : value", or nothing; the label of a title is no such."""
    found = label_of(line)
    if found is None or found[0] == "title":
        return []
    kind, at = found
    head = Piece(line.start, line.start + at, "byline", "identity", 1.0)
    return [head, *value_pieces(kind, line, at)]


def value_pieces(kind: str, line: Line, at: int = 0) -> list[Piece]:
    """Return the pieces of a value that stands in a line from ``at`` on."""
    start, end = line.start + at, line.end
    if kind == "author":
        return content_pieces(line.text[at:], start, end, 1.0)
    if kind == "date":
        return date_pieces(line, at)
    if kind in FIELDS:
        return [Piece(start, end, "field", kind, 1.0)]
    return [Piece(start, end, "unit" if kind == "unit" else "byline", "identity", 1.0)]


def _even(label: str) -> str:
    return " ".join(label.casefold().split()).rstrip(" .")
