"""What the pages of offices' sites look like around their essays: rules as data.

Every rule has a name, a pattern for a whole line and how sure it is; why it cuts is told by the
label ``rules.<name>``. Collected from pages of provincial and regency offices of the KPU.

A pattern must be able to read a line in one way only: where two of its parts may take the same
characters, a line that fails in the end is tried in every combination of them, for hours.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Rule(NamedTuple):
    """A line that is page furniture: its name, what it looks like, how sure that is."""

    name: str
    pattern: re.Pattern[str]
    confidence: float


def _rule(name: str, pattern: str, confidence: float = 1.0) -> Rule:
    return Rule(name, re.compile(pattern, re.IGNORECASE), confidence)


_SITES = (
    r"facebook|twitter|x|instagram|youtube|tik ?tok|whats?app?s?|telegram|email|line|salin tautan"
    r"|copy link"
)

# What readers may click beside a text, in one row of a page that was copied or printed.
_BUTTONS = (
    r"(suka|komentari?|bagikan|berbagi|kirim|salin|ikuti|cetak|surel|permalink|reply|like|follow"
    r"|balas|edit|hapus|details?|tautan langsung|tampilkan induk|show parent"
    r"|(tinggalkan|batalkan|cancel) (balasan|tanggapan|reply))"
)

# Above the first title, or between the entries of a page that has furniture.
HEADER = (
    _rule(
        "section",
        r"opini( publik)?|artikel|umum|berita( terkini| utama| kpu)?|kpu dalam berita|blog|"
        r"beranda|home|kolom|tulisan|pengumuman|siaran pers|kegiatan|galeri|info(rmasi)?( terkini)?"
        r"|suara kpu|kabar kpu",
    ),
    _rule("kind_of_text", r"esai|essay|karya tulis|makalah"),
    _rule("continued", r"\(?\s?(lanjutan|sambungan)( dari)?( esai| bagian)?( \w{1,8})?\s?\)?", 0.5),
    _rule("counter", r"(?!(19|20)\d\d$)\d{1,6}"),
    _rule("ticker", r"[^|]+ \| [^|]+( \| [^|]+)+\.?", 0.9),
    _rule("breadcrumb", r"(home|beranda)\s*[>/»›|].*", 0.95),
    _rule(
        "menu",
        r"(menu|cari|search|login|masuk|kontak|profil|ppid|lewati ke konten utama"
        r"|-{4,} ?(forwarded message|pesan (yang )?diteruskan) ?-{4,})",
    ),
)
# Below a body, or between the entries of a page.
FOOTER = (
    _rule("popular", r"(ter)?populer|berita (ter)?populer|artikel (ter)?populer|trending"),
    _rule("empty", r"belum ada (data|komentar|berita)\.?"),
    _rule(
        "share",
        rf"(bagikan|share|berbagi)( ke| this| ini| (artikel|tulisan|berita)( ini)?)?(\s*:)?"
        rf"(\s*({_SITES})(\s*[,|/])?)*",
    ),
    _rule("share", r"klik untuk (berbagi|membagikan|mengirim|mencetak|mengirimkan) .*"),
    _rule("share", r"laporkan (konten|akun|artikel)|dapatkan (link|tautan)|aplikasi lainnya"),
    _rule("share", r"menyukai ini\W*|suka\s*memuat\W*"),
    _rule("share", rf"({_SITES})(\s*([,|/]\s*)?({_SITES}))*", 0.95),
    _rule("share", r"(kirimkan ini lewat email|email this|blogthis!).*"),
    _rule("views", r"(telah )?(dilihat|dibaca|views?)\s*:?\s*[\d.,]+(\s*(kali|x|views?))?\.?"),
    _rule("views", r"[\d.,]+\s*(kali (dilihat|dibaca)|views?|pembaca)"),
    _rule("views", r"(waktu baca\s*:?\s*)?\d{1,3}\s*(menit|mins?)( (mem)?baca| read)?"),
    _rule("visitors", r"((statistik|jumlah|data) )?pengunjung( (situs|website))?\s*:?"),
    _rule(
        "more", r"(baca |lihat .{1,40} )?selengkapnya\W*|read more\W*|lihat semua\W*|berita lainnya"
    ),
    _rule(
        "pages",
        r"(sebelumnya|selanjutnya|berikutnya|halaman|previous|next|page|kembali|cetak|tutup"
        r"|lihat semua|[][«»\d\s|:‹›<>])+",
        0.9,
    ),
    _rule(
        "comments",
        r"(tinggalkan|tulis|tidak ada|\d+) komentar\W*|komentar\s*(:|\(\d+\))?"
        r"|(no|\d+) comments?\W*"
        r"|(alamat email anda tidak|your email address will not) (akan|be) (di)?publi.*"
        r"|(submit a|leave a|post a) (comment|reply)\W*"
        r"|tinggalkan (balasan|tanggapan)\W*|(satu|\d+) (tanggapan|balasan)( (untuk|pada) .*)?",
    ),
    _rule("buttons", rf"{_BUTTONS}(\s+{_BUTTONS})*", 0.9),
    _rule(
        "credits",
        r"(editor|penyunting|reporter|pewarta|fotografer)\s*:\s*(?-i:[A-Z]).{0,60}|\([a-z]{2,4}/[a-z]{2,4}\)",
        0.9,
    ),
    _rule(
        "buttons",
        r"semua reaksi\W*\d*|[\d.,]+ ?(suka|likes?|kali dibagikan|pesan)"
        r"|(\d+ ?)?anda dan \d+ lainnya"
        r"|disukai oleh .*lainnya|tambahkan komentar\W*"
        r"|aktifkan untuk melihat gambar .*|tidak ada deskripsi alternatif .*",
    ),
    _rule(
        "tags", r"(tags?|kategori|category|labels?)\s*:.*|tags?|(diposkan di|posted in)\b.*", 0.95
    ),
    _rule("copyright", r"©.*|(copyright|hak cipta)\W*(©|(19|20)\d\d|dilindungi).*", 0.95),
    _rule(
        "related_list",
        r"((berita|artikel|tulisan|opini) )?terkait\W*"
        r"|(berita|artikel|tulisan|opini) (lainnya|terbaru)\s*:?|navigasi (pos|tulisan)",
    ),
)
# Anywhere, also inside a body.
INSIDE = (
    _rule("related", r"(sumber\s*:\s*)?https?://\S+"),
    _rule("related", r"\W*(baca|lihat|simak) juga\W*|\W*(baca|lihat|simak) juga\s*:.*"),
    _rule(
        "notice",
        r"\W*(artikel|tulisan|opini) ini (telah|sudah|pernah)"
        r" (di)?(tayang|terbit|muat|publikasi)(kan)? (di|pada|dalam|oleh)"
        r" ((harian|koran|majalah|laman|situs) )?((?-i:[A-Z])|\S+\.\w).*"
        r"|kompasiana adalah platform blog\b.*",
        0.9,
    ),
    _rule("advert", r"\W*(advertisement|iklan|scroll to (continue|resume)( with content)?)\W*"),
    _rule("tags", r"[#@][\w.]+(,?\s*[#@][\w.]+)*\W*"),
    _rule("bare_number", r"(halaman|hal\.?|page) \d{1,4}( (dari|of|/) \d{1,4})?", 0.8),
)

# Furniture that shows that the page lists essays; the rest stands on pages of one essay too.
LISTING = frozenset({"section", "counter", "ticker", "empty", "popular"})
# Furniture that closes an entry: what comes after it is another one.
CLOSES = frozenset({"share", "views", "more"})
# A body cut off by the page: the dots are the page's.
_TEASER = re.compile(r"(?<!\s)(?:\s+\.{3,}|\s+…|\s*\[(\.{3}|…)\])$")


LONGEST = 300  # characters of a line of furniture


def rule_of(rules: tuple[Rule, ...], text: str) -> Rule | None:
    """Return the first rule that a line follows."""
    if len(text) > LONGEST:
        return None
    match = _together(rules).fullmatch(text)
    return rules[int((match.lastgroup or "_0")[1:])] if match else None


@cache
def _together(rules: tuple[Rule, ...]) -> re.Pattern[str]:
    """Join the rules into one pattern, which is tried in their order."""
    parts = (f"(?P<_{number}>{rule.pattern.pattern})" for number, rule in enumerate(rules))
    return re.compile("|".join(parts), re.IGNORECASE)


def teaser_at(text: str) -> int | None:
    """Return where the dots of a cut-off body begin, white space before them included.

    >>> teaser_at("Kami menjaga suara ...."), teaser_at("Kami menjaga suara.")
    (18, None)
    """
    tail = text[-LONGEST:]
    if not tail.endswith((".", "…", "]")):
        return None
    match = _TEASER.search(tail)
    return len(text) - len(tail) + match.start() if match else None
