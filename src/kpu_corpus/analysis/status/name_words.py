"""The words that make the capitals behind them a name, a law's title or a motto."""

from __future__ import annotations

from kpu_corpus.analysis.status.marks import BESIDE_HITS

_mark = BESIDE_HITS.bit

# What names begin with, where capitals follow: offices and places,
_OFFICES = (
    "badan komisi dewan lembaga kementerian direktorat fakultas universitas partai yayasan dinas "
    "biro bagian desk sentra pusat balai kantor institut komite mahkamah ombudsman jurusan "
    "program sekolah "
    "sekretariat inspektorat kelompok indeks "
    "ditjen itjen setjen subdirektorat subdit deputi divisi subbagian subbag kasubbag kabag kabid "
    "seksi upt uptd pokja bidang unit majelis pengadilan kabinet mal loket pos "
    "posko klinik rumah pojok museum perpustakaan akademi laboratorium "
    "forum asosiasi aliansi koalisi perkumpulan perhimpunan himpunan ikatan serikat federasi "
    "komunitas jaringan relawan "
    "sd sdn smp smpn sma sman smk smkn mts mtsn madrasah pesantren "
    "satgas jalan jl gedung aula ruang kelas taman tugu patung monumen "
    "jembatan gerakan desa kampung koperasi pt cv bumdes bank toko warung kantin hotel majalah "
    "klub grup bus kapal km"
)
# what is held on a day ("Hari Antikorupsi Sedunia"),
_EVENTS = (
    "hari pekan bulan malam workshop lokakarya webinar seminar simposium kongres konferensi rapat "
    "rakor rakornas raker rakernas bimtek bimbingan diklat pelatihan training kursus kuliah "
    "sosialisasi fgd talkshow pameran "
    "deklarasi apel upacara sidang kirab karnaval festival gebyar jambore lomba kompetisi "
    "olimpiade survei dialog diskusi pencanangan peluncuran launching"
)
# what an office runs or awards,
_SCHEMES = (
    "zona wilayah kawasan aplikasi portal dasbor dashboard anugerah penghargaan piagam piala "
    "medali satyalancana satyalencana duta stranas"
)
# and what one reads, hears or watches.
_WORKS = (
    "buku novel film lagu mars himne siniar podcast rubrik kanal tabloid harian koran jurnal "
    "artikel modul"
)
HEADS_NAME = _mark(
    *(_OFFICES, _EVENTS, _SCHEMES, _WORKS),
    {"sekretariat jenderal", "satuan tugas", "gugus tugas", "bimbingan teknis", "pelatihan dasar"},
)
# Of these, what makes two capitals behind it a name even where it has none itself: "film Kejujuran
# Terakhir".
HEADS_TITLE = _mark(
    _WORKS,
    "majalah aplikasi anugerah penghargaan piala webinar seminar workshop lokakarya simposium "
    "bimtek lomba festival",
)
# "Hari Senin Pelayanan dibuka": these are no part of such a name.
IS_DAY = _mark(
    "senin selasa rabu kamis jumat jum'at sabtu minggu januari februari maret april mei juni juli "
    "agustus september oktober november desember ramadan ramadhan"
)
# Of a name that lists what an office does: "Divisi Sosialisasi, Data, dan Partisipasi Masyarakat".
HEADS_LIST = _mark("divisi subbagian subbag kasubbag bagian bidang seksi biro dinas badan deputi")
LAWS = frozenset(
    {
        *"undang-undang uu ruu perppu peraturan pp perpres permen permenpan permenpan-rb".split(),
        *"permenpanrb permendagri permenkeu pmk perban perka perki perbawaslu perdkpp".split(),
        *"perlan pkpu perda".split(),
        *"pergub perbup perwali perwal perdes perma keputusan keppres kepmen kepmendagri".split(),
        *"kepmenpan kepka inpres instruksi tap edaran se skb".split(),
        *("surat edaran", "surat keputusan", "peraturan pemerintah", "peraturan daerah"),
        *("peraturan presiden", "peraturan menteri", "keputusan presiden", "instruksi presiden"),
    }
)
IS_LAW, IS_ABOUT = _mark(LAWS), _mark("tentang mengenai")
# Small words inside a law's title: "tentang Zona Integritas Menuju Wilayah Bebas dari Korupsi".
_TITLE_LINKS = "yang dari di dalam untuk bagi pada oleh atas terhadap kepada ke"
LINKS_TITLE = _mark(_TITLE_LINKS)
# "Semboyan kami ialah KPU Melayani": capitals after these are what it says.
MOTTOES = frozenset("moto motto semboyan slogan tagline jargon".split())
# Without quotation marks capitals after these are a title or an inscription: "bertema Sinergi".
IS_MOTTO = _mark(
    MOTTOES, {f"{word}nya" for word in MOTTOES}, "bertema bertajuk berjudul bertuliskan"
)
# After these they are if two stand side by side: "tema Satukan Aksi"; "tema Integritas" is what of.
IS_THEME = _mark("tema temanya judul judulnya")
SAYING = 4  # words from "semboyan" to what it says at most
# After one of these it may begin farther behind.
TELLS = _mark("adalah ialah yaitu yakni berbunyi")
# Small words inside what a motto says: "Melayani dengan Hati, Bekerja tanpa Pamrih".
LINKS_MOTTO = _mark(_TITLE_LINKS, "dengan tanpa menuju demi")
# The commission's own motto needs no such word: "Di pintu tertulis KPU Melayani"; before these it
# is a sentence: "Di sini KPU Melayani seluruh warga".
IS_COMMISSION, SERVES = _mark("kpu"), _mark("melayani")
IS_SERVED = _mark(
    "masyarakat pemilih warga rakyat publik peserta semua seluruh segenap setiap para siapa "
    "dengan tanpa"
)
# A value behind these is what somebody is called: "Pak Jujur". Not so "Bapak Demokrasi".
ADDRESSES = _mark("pak bu")
# Ranks of positions, behind what one is: "Bidan Mahir".
IS_RANK = _mark("terampil mahir")
# "asas Jujur dan Adil (Jurdil)", "Keterbukaan Informasi Publik (KIP)": a text defines them as it
# does the names of offices. By the short form or the long one: KIP is a commission as well.
PRINCIPLES = frozenset({"jurdil", "luber", "keterbukaan informasi publik"})
# The programme of the seven core values, where it is written as its name (BerAKHLAK).
PROGRAMMES = frozenset({"berakhlak"})
