"""The furniture that office sites put around essays: rules as data.

Every rule has a name, a pattern for a whole line and how sure it is; why it cuts is told by the
label ``rules.<name>``. Collected from pages of provincial and regency offices of the KPU.

A pattern must be able to read a line in one way only: where two of its parts may take the same
characters, a line that fails in the end is tried in every combination of them, for hours.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

LONGEST = 300  # characters of a line of furniture


class Rule(NamedTuple):
    """A line that is page furniture: its name, what it looks like, how sure that is."""

    name: str
    pattern: str
    confidence: float = 1.0


class Rules:
    """Rules for lines in one place of a page, which are tried in their order."""

    def __init__(self, *rules: Rule) -> None:
        self.rules = rules

    @cached_property
    def _together(self) -> re.Pattern[str]:
        parts = (f"(?P<_{number}>{rule.pattern})" for number, rule in enumerate(self.rules))
        return re.compile("|".join(parts), re.IGNORECASE)

    def of(self, text: str) -> Rule | None:
        """Return the first rule that a line follows."""
        whole = " ".join(text.split()) if "\n" in text else text  # a wrapped line
        match = self._together.fullmatch(whole) if len(text) <= LONGEST else None
        return self.rules[int(str(match.lastgroup)[1:])] if match else None


_SITES = (
    r"facebook|twitter|x|instagram|youtube|tik ?tok|whats?app?s?|telegram|email|line|salin tautan"
    r"|copy link"
)

# What readers may click beside a text, in one row of a page that was copied or printed.
_BUTTONS = (
    r"(suka|komentari?|bagikan|berbagi|kirim( ke teman)?|salin|ikuti|(versi )?cetak|surel"
    r"|permalink|print|reply|like|follow|listen|kutip|quote|balas|edit|hapus|details?"
    r"|tautan langsung|tampilkan induk"
    r"|show parent"
    r"|(tinggalkan|batalkan|cancel) (balasan|tanggapan|reply))"
)

# Above the first title, or between the entries of a page that has furniture.
HEADER = Rules(
    Rule(
        "section",
        r"opini( publik)?|artikel|umum|berita( terkini| utama| kpu)?|kpu dalam berita|blog|"
        r"beranda|home|kolom|tulisan|pengumuman|siaran pers|kegiatan|galeri|info(rmasi)?( terkini)?"
        r"|suara kpu|kabar kpu"
        # "Artikel Opini" is the cover of one essay
        r"|(?=.*\b(berita|kolom|ulasan|gagasan)\b)"
        r"(opini|artikel|berita|kolom)([ ,/|&]+(opini|artikel|berita|kolom|esai|ulasan|gagasan))+"
        r"|postingan|posts|(men|t)ampilkan (semua postingan|postingan (dari|dengan label) .*)",
    ),
    Rule("kind_of_text", r"esai|essay|karya tulis|makalah"),
    Rule("continued", r"\(?\s?(lanjutan|sambungan)( dari)?( esai| bagian)?( \w{1,8})?\s?\)?", 0.5),
    Rule("counter", r"(?!(19|20)\d\d$)\d{1,6}"),
    Rule("ticker", r"[^|]+ \| [^|]+( \| [^|]+)+\.?", 0.9),
    Rule(
        "breadcrumb",
        r"(home|beranda)\s*[>/»›|].*|(opini|artikel|berita|kolom|esai)\s*[>»›].*",
        0.95,
    ),
    Rule(
        "menu",
        r"(menu|halaman|cari( blog ini)?|lihat ke halaman asli|gambar|image|search|rss|login|masuk"
        r"|kontak|profil|ppid|publikasi"
        r"|headline|konten dari pengguna|breaking news|skip to( main)? content"
        r"|((lewati|langsung|lompat|loncat) ke (konten|isi|sidebar|footer)( utama)? ?)+"
        r"|menuju konten utama"
        r"|anda di halaman \d{1,4} ?dari \d{1,4})",
    ),
)
# Below a body, or between the entries of a page.
FOOTER = Rules(
    Rule("popular", r"((berita|artikel) )?(ter)?populer|trending"),
    Rule("other_posts", r"postingan populer dari blog ini|popular posts from this blog"),
    Rule("empty", r"belum ada (data|komentar|berita)\.?"),
    Rule(
        "share",
        rf"(bagikan|share|berbagi)( ke| this| ini| (artikel|tulisan|berita)( ini)?)?(\s*:)?"
        rf"(\s*({_SITES})(\s*[,|/])?)*",
    ),
    Rule("share", rf"((share|bagikan|tweet|pin) (on|to|via|ke|di) ({_SITES})[\s|,]*)+"),
    Rule("share", r"klik untuk (berbagi|membagikan|mengirim|mencetak|mengirimkan) .*"),
    Rule(
        "share",
        r"(laporkan (konten|akun|artikel) ?){1,2}|dapatkan (link|tautan)|aplikasi lainnya",
    ),
    Rule("share", r"menyukai ini\W*|suka ini\W*|like this\W*|suka\s*memuat\W*"),
    Rule("share", rf"({_SITES})(\s*([,|/]\s*)?({_SITES}))*", 0.95),
    Rule("share", r"(kirimkan ini lewat email|email this|blogthis!).*"),
    Rule("share", r"(dipublikasikan oleh|published by) google (drive|docs|dokumen)\b.*"),
    Rule(
        "views",
        r"((telah )?(dilihat|dibaca)|(post )?views?|hits)"
        r"\s*:?\s*[\d.,]+(\s*(kali|x|views?))?\.?",
    ),
    Rule("views", r"[\d.,]+\s*(((kali|x) )?(dilihat|dibaca)|times|views?|hits|pembaca)"),
    Rule(
        "views",
        r"\W{0,3}(waktu baca\s*:?\s*\d{1,3}\s*(menit|mins?)"
        r"|\d{1,3}\s*(menit|mins?) ((mem)?baca|read))",
    ),
    Rule("reading_time", r"\W{0,3}\d{1,3}\s*(menit|mins?)", 0.9),  # a break amid a text, too
    Rule("views", r"\d{1,3} min read\W+[A-Z][a-z]{2} \d{1,2}(, \d{4})?"),
    Rule("mark", r"((rata-rata )?nilai|skor)( akhir| juri)?\s*:\s*\d[\d.,]*( ?/ ?\d{1,3})?"),
    Rule("visitors", r"((statistik|jumlah|data) )?pengunjung( (situs|website))?\s*:?"),
    Rule(
        "more",
        r"(baca |lihat .{1,40} |\+ \w+ )?selengkapnya\W*|read more\W*|lihat semua\W*"
        r"|berita lainnya",
    ),
    Rule(
        "pages",
        r"(sebelumnya|selanjutnya|berikutnya|halaman|previous|next|page|kembali|cetak|tutup"
        r"|lihat semua|[][«»\d\s|:‹›<>])+|← .*"
        r"|(artikel|berita|tulisan|pos) (sebelumnya|selanjutnya|berikutnya)((?-i:[A-Z]).*)?"
        r"|(previous|next) (post|article)(: .*)?",
        0.9,
    ),
    Rule(
        "comments",
        r"((tinggalkan|tulis|kirim|beri(kan)?|tidak ada) |\d+ ?)komentar( anda)?\W*"
        r"|komentar( anda| pembaca)?\s*(:|\(\d+\))?"
        r"|((di|on) (?=.*\d).{8,30} (tidak ada|\d+) komentar|(no|\d+) comments?)\W*"
        r"|(alamat email anda tidak|your email address will not) (akan|be) (di)?publi.*"
        r"|(submit a|leave a|post a) (comment|reply)\W*|(posting|beri) komentar( untuk .*)?"
        r"|no responses? to .*|(emoticon){2}"
        r"|tinggalkan (balasan|tanggapan)\W*|(satu|\d+) (tanggapan|balasan)( (untuk|pada) .*)?",
    ),
    Rule(
        "buttons",
        r"kembali ke (artikel|atas)|back to top"
        rf"|\[?{_BUTTONS}\]?([\s|]+\[?{_BUTTONS}\]?)*"
        r"([\s|]+(di(baca|lihat) [\d.,]+( kali|x)?|\d{1,4}))?",
        0.9,
    ),
    Rule(
        "buttons",
        r"(sosmed|copy-link|more)-[a-z-]+|comment|lihat selengkapnya"
        r"|(langganan|subscribe to)\s?: .{1,40} \(atom\)"
        r"|(unduh|download) (pdf|berkas|file|dokumen)"
        r"|ramah cetak( pdf)?|print(er)? ?friendly\b.{0,20}",
    ),
    Rule(
        "credits",
        r"(editor|penyunting|redaktur|rep(orter)?|pewarta|fotografer)\s*:(\s*(?-i:[A-Z])[^?!]{0,60})?"
        # initials, no number of a part: "(a)", "(ii)", "(satu)"
        r"|(?!\(([a-z]|[ivxl]+|satu|dua|tiga|lima|enam)\))"
        r"[(\[](?:[a-z]{1,4}(?:/[a-z]{1,4})*|[a-z]{2,12}(?:/[a-z]{2,12}){1,3}|selesai|habis)[)\]]",
        0.9,
    ),
    Rule(
        "buttons",
        r"semua (reaksi|tanggapan)\W*\d*|[\d.,]+ ?(suka|likes?|shares?|kali dibagikan|pesan)"
        r"|lihat (semua )?\d+ (balasan|komentar)( lainnya)?"
        r"|(\d+ ?)?anda dan \d+ lainnya"
        r"|disukai oleh .*lainnya|tambahkan komentar\W*"
        r"|aktifkan untuk melihat gambar .*|tidak ada deskripsi alternatif .*",
    ),
    Rule(
        "tags",
        r"(tags?|kategori|category|labels?)\s*:.*|tags?"
        r"|(by (?-i:[a-z])\S* \| )?(diposkan di|(this entry was )?posted in)\b.*|by (?-i:[a-z])\S*",
        0.95,
    ),
    Rule("copyright", r"©.*|(copyright|hak cipta)\W*(©|(19|20)\d\d|dilindungi).*", 0.95),
    Rule(
        "related_list",
        r"((berita|artikel|tulisan|opini|publikasi|bacaan) )?terkait\W*"
        r"|related( posts?| articles?)?\W*"
        r"|(berita|artikel|tulisan|opini) (lainnya|terbaru)\s*:?|navigasi (pos|tulisan)",
    ),
)
# Anywhere, also inside a body.
INSIDE = Rules(
    Rule("word_count", r"\(\s*[\d.]{2,5} kata\s*\)|jumlah kata\s*:\s*[\d.]{2,6}( kata)?"),
    Rule(
        "related",
        r"([^:]{1,80} - (?=\S+\bprint)"  # what is printed
        r"|(sumber|url to article|article printed from [^:]{1,80})\s*:\s*)?https?://\S+",
    ),
    Rule("related", r"\W*((baca|lihat|simak) juga|bacaan lainnya)\W*"),
    Rule("related", r"\W*(baca|lihat|simak) juga\s*:.*|\W*(?-i:BACA JUGA) .*"),
    Rule(
        "notice",
        r"\W*(artikel|tulisan|opini) ini (telah|sudah|pernah)"
        r" (di)?(tayang|terbit|muat|publikasi)(kan)? (di|pada|dalam|oleh)"
        r" ((harian|koran|majalah|laman|situs) )?((?-i:[A-Z])|\S+\.\w).*"
        r"|\W*((telah|pernah) )?dimuat (di|pada|dalam) ((harian|koran|majalah|laman|situs) )?"
        r"(?-i:[A-Z])[\w.]*([ ,(]+((?-i:[A-Z])[\w.]*|\d+|edisi|tanggal|pada|hari))*\W?"
        r"|(waktu baca \d{1,3} menit ?)?(artikel|tulisan|konten) (ini|dari .{1,60})"
        r" tidak mewakili (pandangan|pendapat)"
        r" (dari )?redaksi\b.*"
        r"|\W*catatan (redaksi|editor)\s*:.*"
        r"|kompasiana adalah platform blog\b.*|baca konten-konten menarik kompasiana\b.*"
        r"|lihat foto"
        r"|follow instagram @\w+ .*|tim redaksi",
        0.9,
    ),
    Rule(
        "advert",
        r"\W*(advertisement|mohon tunggu|iklan"
        r"|(iklan\W{1,3})?(scroll to|gulir (ke bawah )?untuk) (continue|resume|melanjutkan)"
        r"( with content| membaca)?)\W*"
        r"|[^.]{1,60} (?-i:Mohon Tunggu\.\.\. [A-Z]).{1,160}"
        r"|baca berita tanpa iklan(\W*|\. .{1,60})",
    ),
    Rule("buttons", r"(?-i:A[-+]?( A[-+]?){1,2})"),  # for the size of letters
    Rule("views", r"(?-i:SHARES|VIEWS)|reading time: \d{1,3} mins? read"),
    Rule("views", r"(user rating|penilaian pengguna)\s*:.{0,20}|(star (in)?active ?){2,}"),
    Rule("tags", r"[#@][\w.]+(,?\s*[#@][\w.]+)*\W*"),
    Rule("caption", r"\[caption [^]]*\]((?!\[/caption\]).)*\[/caption\]", 0.9),
    # of a page in Markdown: a picture, what is not shown, and what Hugo or Jekyll put there
    Rule(
        "markup",
        r"!\[[^]]*\]\([^()]*\)|<!--((?!-->).)*-->|\{\{(<|%)((?!\}\}).)*\}\}|\{%((?!%\}).)*%\}",
    ),
    Rule("bare_number", r"(halaman|hal\.?|page|slide) \d{1,4}( (dari|of|/) \d{1,4})?", 0.8),
    Rule("thanks", r"(?-i:TERIMA ?KASIH|THANK YOU)[^\w.]*", 0.8),  # of slides
    Rule(
        "mail_client",
        r"(dikirim|sent) (dari|from) (my |perangkat )?(i(phone|pad)|android|samsung|galaxy|xiaomi"
        r"|oppo|vivo|huawei|ponsel|hp|yahoo|outlook|mail|windows|gmail)\b[^.,]{0,40}"
        r"|(dapatkan|get) outlook (untuk|for) .{1,20}",
        0.9,
    ),
)

# Furniture that shows that the page lists essays; the rest stands on pages of one essay too.
LISTING = frozenset({"section", "counter", "ticker", "empty", "popular"})
# Furniture that only a site has below a text; documents have the numbers of pages as well.
SITE = frozenset(
    {rule.name for rule in FOOTER.rules} - {"mark", "credits", "tags", "pages", "reading_time"}
)
# Furniture that closes an entry: what comes after it is another one.
CLOSES = frozenset({"share", "views", "more", "credits"})
# A body cut off by the page: the dots are the page's.
_TEASER = re.compile(
    r"(?<!\s)(?:\s+\.{3,}|\s+…|\s*\[(\.{3}|…)\]"
    r"|\s*(?:\.{3,}|…+)\s*(?:(?-i:(?:Lihat |Baca )[Ss]|S)elengkapnya|\[?read more\W*"
    r"|(?-i:Continue reading|Lanjutkan membaca)\b.{1,100}))$",
    re.IGNORECASE,
)


def teaser_at(text: str) -> int | None:
    """Return where the dots of a cut-off body begin, white space before them included.

    >>> teaser_at("Kami menjaga suara ...."), teaser_at("Kami menjaga suara.")
    (18, None)
    """
    tail = text[-LONGEST:]
    goes_on = "ontinue reading" in tail or "anjutkan membaca" in tail
    if not goes_on and not tail.endswith((".", "…", "]", "selengkapnya", "more")):
        return None
    match = _TEASER.search(tail)
    return len(text) - len(tail) + match.start() if match else None
