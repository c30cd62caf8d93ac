"""Texts copied from newspapers, blogs and posts: what stands around them is none of them."""

from __future__ import annotations

import re

import pytest
from tests.segment.cutting import LONG, OTHER, TEXT, essays, kinds, only

from kpu_corpus.segment.bylines.glued import dateline

TITLE = "Menghitung Suara dengan Hati Tenang"
NAME = "Lilis Suryani"
BODY = f"{TEXT}\n\n{OTHER}"


@pytest.mark.parametrize(
    "below",
    [
        "Posting Komentar\n\nPostingan populer dari blog ini\n\nResep Kue\n\n" + TEXT + " " + OTHER,
        "Lihat selengkapnya\n27\n5 komentar\nSuka\nBalas",
        "+ opini selengkapnya",
        "Semua tanggapan:\n27\nLihat 3 balasan lainnya",
        "• Bagikan\n• 16x Dilihat",
        "Bagikan:\nFacebook\n\nTentang Lilis\n\nLilis gemar menulis cerita anak di desanya.",
        "Ramah Cetak PDF\n\nTinggalkan Balasan",
        "← Rapat Pleno Terbuka\n\nKirab Pemilu →",
        "Artikel sebelumnyaRapat Pleno Terbuka\nArtikel selanjutnyaKirab Pemilu",
        "This entry was posted in Opini and tagged suara on June 2, 2025 by haryono.",
        "Laporkan Konten Laporkan Akun",
        "comment\n0\nsosmed-whatsapp-white\ncopy-link-circle",
        "Artikel Terkait\nKisah petugas yang berjalan kaki dua hari membawa kotak suara ke pulau"
        "\nWarga kampung nelayan memilih di atas perahu karena balai desa terendam sejak Senin pagi"
        " dan jalan ke kampung sebelah putus diterjang banjir yang datang pada malam hari",
    ],
)
def test_what_stands_below_is_no_text(below: str) -> None:
    assert only(f"{TITLE}\n\n{BODY}\n\n{below}\n")["text"] == BODY


@pytest.mark.parametrize(
    "above",
    [
        "{title}\n\n{name}, Kelas VIII B",
        "{title}\n\nPenulis: {name}, penerima beasiswa angkatan IX",
        "Beasiswa / Coretan / {title}\n\n{title}\n\nOleh: {name}",
        "{title}\n\nIMG-20250602-WA0012\n\nOleh: {name}",
        "{title}\n\nOleh: {name}\n2 Juni 2025\nReading Time: 3 mins read\n46\nSHARES\n58\nVIEWS",
        "{title}\nUser Rating: 5 / 5\nStar ActiveStar ActiveStar Active\nDitulis oleh {name}",
    ],
)
def test_what_stands_above_is_no_text(above: str) -> None:
    page = f"{above.format(title=TITLE, name=NAME)}\n\n{BODY}\n\nBagikan:\nFacebook\n"
    found = only(page)
    assert (found["title"], found["author"], found["text"]) == (TITLE, NAME, BODY)


@pytest.mark.parametrize("line", ["Oplus_131072", "12:11 AM"])
def test_the_name_of_a_picture_or_the_time_of_a_post_is_no_title(line: str) -> None:
    found = only(f"{TITLE}\n\n{line}\n\n{BODY}\n\nBagikan:\nFacebook\n")
    assert (found["title"], found["text"]) == (TITLE, BODY)


def test_the_name_of_a_part_of_the_site_is_no_title() -> None:
    found = only(f"Sudut Pandang\n\n{TITLE}\n\n{BODY}\n\nBagikan:\nFacebook\n")
    assert (found["title"], found["text"]) == (TITLE, BODY)


def test_a_short_title_above_the_first_heading_stays_the_title() -> None:
    heading = "Makna Suara bagi Warga Desa"
    page = f"Suara Kami\n\n{heading}\n\n{TEXT}"
    below = f"\n\nJanji Kami\n\n{TEXT}\n\nBagikan:\nFacebook\n"
    assert {only(page + rest)["title"] for rest in ("", below)} == {"Suara Kami"}


def test_a_short_essay_with_its_author_below_furniture_is_no_remark() -> None:
    first = f"{TITLE}\n\nOleh: {NAME}\n\n{LONG}\n\n{LONG}\n\nTinggalkan Balasan"
    second = f"Belajar dari Antrean Pagi\n\nOleh: Eka Putra\n\n{TEXT}"
    assert [x["author"] for x in essays(f"{first}\n\n{second}\n")] == [NAME, "Eka Putra"]
    below = "\n\nTidak ada komentar:"  # ends each post of a blog
    page = f"{TITLE}\n\n{LONG}\n\n{LONG}{below}\n\nBelajar dari Antrean Pagi\n\n{TEXT}{below}\n"
    assert TEXT in str(essays(page)[-1]["text"]).split("\n\n")


@pytest.mark.parametrize(
    "below",
    [
        f"Kategori: suara\n\nBelajar dari Antrean Pagi\n\n{TEXT}\n\nKategori: antrean",
        f"Dilihat: 85 kali\n\nBelajar dari Antrean Pagi\n\n{TEXT}\n\nDilihat: 12 kali",
        f"Bagikan\n\n{LONG}",
        f"Halaman | 2\n\n{OTHER.split('. ')[0]}.",
        "Tiga hal kami pegang:\n\nJujur\nAdil\nMandiri\n\n© Lilis Suryani",
        "Suara Rakyat Suara Tuhan\nDijaga Dengan Sepenuh Hati\n\nBagikan:\nFacebook",
        "Hati Tenang\nKotak Terkunci\nSaksi Pulang\nMalam Datang\n\nBagikan:\nFacebook",
        "Jujur\nAdil\nMandiri\n\n12",
        f"Daftar →\nVerifikasi →\nCoblos\n\n{OTHER.split('. ')[0]}",
        f"Pemilu-2019\n\n{TEXT}",
        f"Baca juga:\n\nPenutup\n\n{TEXT}",
        "Baca juga:\n1. Undang-Undang Pemilu\n2. Peraturan KPU",
    ],
)
def test_what_may_be_text_below_or_beside_furniture_stays(below: str) -> None:
    found = essays(f"{TITLE}\n\n{' '.join([LONG] * 6)}\n\n{below}\n")
    text = " ".join(str(one["text"]) for one in found).split()
    kept = re.sub(r"^(Kategori|Dilihat|Baca|Bagi|Hal|Face|©|12).*", "", below, flags=re.M).split()
    assert text[-len(kept) :] == kept


def test_the_title_below_the_words_for_another_text_is_no_text() -> None:
    page = f"{TITLE}\n\n{TEXT}\n\nBaca Juga:\nRapat Pleno di Tegal\n\n{OTHER}\n"
    assert str(only(page)["text"]).split() == BODY.split()


@pytest.mark.parametrize(
    "line",
    [
        "Bacaan Lainnya",
        "Lihat foto",
        "Istimewa",
        "Petugas menghitung surat suara di balai desa. (Foto: Humas)",
        "Petugas menghitung surat suara di balai desa | dokpri",
        "Petugas menghitung surat suara di balai desa. (foto dok humas)",
        "Petugas menghitung surat suara di balai desa. Foto: Shutterstock.",
        "zoom-in-whitePerbesar",
        "Tulisan dari Lilis Suryani tidak mewakili pandangan dari redaksi",
        "waktu baca 4 menitTulisan dari Lilis Suryani tidak mewakili pandangan dari redaksi",
        "Petugas menghitung surat suara. Sumber ilustrasi: Pexels",
        "Petugas menghitung surat suara. Sumber ilustrasi: KOMPAS.com/DEWI SARI",
        "Petugas menghitung surat suara di balai desa Sukamaju yang terletak di kaki\n"
        "gunung, Jumat (15/2/2019). | KOMPAS/Dewi Sari",
        "Kompasiana adalah platform blog. Konten ini menjadi tanggung jawab bloger dan\n"
        "tidak mewakili pandangan redaksi Kompas.",
        "Jumlah kata: 512",
        "Foto ilustrasi. Petugas menghitung surat suara di balai desa",
        "Petugas menghitung surat suara di balai desa, Rabu (9/12/2020). ANTARA FOTO/Dewi Sari",
        "Petugas menghitung surat suara di balai desa (Dewi Sari via Unsplash.com)",
        "Petugas desa dan saksi berfoto bersama",
        "Keterangan Foto: Petugas menghitung surat suara di balai desa sesudah hujan",
        "Ilustrasi. Foto: net",
        "A- A A+",
        "Share on FacebookShare on Twitter",
        "URL to article: https://contoh.id/opini/12",
        "Warta Tegal - https://contoh.id/opini/12?print=1",
    ],
)
def test_what_stands_between_paragraphs_is_no_text(line: str) -> None:
    found = only(f"{TITLE}\n\n{line}\n\n{TEXT}\n\n{line}\n\n{OTHER}\n")
    assert found["title"] == TITLE
    assert [part for part in str(found["text"]).split("\n\n") if part] == [TEXT, OTHER]


def test_an_address_that_has_print_inside_a_word_is_text() -> None:
    line = "Rancangan - https://contoh.id/blueprint/12"
    assert line in str(only(f"{TITLE}\n\n{TEXT}\n\n{line}\n\n{OTHER}\n")["text"])


@pytest.mark.parametrize("line", ["comment", "Lihat selengkapnya", "Jumlah kata: 512"])
def test_a_button_or_count_between_paragraphs_parts_no_essay(line: str) -> None:
    longer = f"{TEXT} {OTHER}"
    only(f"{TITLE}\n\nOleh: {NAME}\n\n{longer}\n\n{line}\n\n{longer}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Semua aturan itu ada di laman kami... selengkapnya",
        "Petugas berkata kepada kami mohon tunggu... lalu kami menunggu dengan sabar",
        "Tulisan dari hati ini tidak mewakili pandangan lembaga, tetapi hati saya sendiri.",
        "Baca berita tanpa iklan hanyalah mimpi bagi kami di desa",
        "Esai ini ditulis untuk mengenang para petugas yang gugur",
    ],
)
def test_sentences_like_notices_are_text(line: str) -> None:
    text = f"{line}\n\n{TEXT}\n\n{line}\n\n{OTHER}"
    assert only(f"{TITLE}\n\nOleh: {NAME}\n\n{text}\n")["text"] == text


def test_sorts_of_texts_above_their_authors_are_titles() -> None:
    heads = [TITLE, "Opini", "Refleksi"]
    parts = (f"{head}\n\nOleh: {NAME}\n\n{BODY}" for head in heads)
    assert [x["title"] for x in essays("\n\n".join(parts))] == heads


def test_a_caption_above_the_author_is_no_subtitle() -> None:
    caption = "Para Peserta Orientasi (Foto: Humas)"
    found = kinds(f"{TITLE}\n\n{caption}\n\nOleh: {NAME}\n\n{BODY}")
    assert found[:2] == [("title", TITLE), ("chrome", caption)]


@pytest.mark.parametrize(
    "line",
    [
        "Foto itu kami simpan (dan kami pandangi) sampai sekarang.",
        "Foto ilustrasi itu tersimpan sampai sekarang di balai desa.",
        "Foto: bagi saya, sebuah gambar lebih kuat daripada seribu kata.",
        "Di layar muncul pesan yang membuat ibu menangis, foto: anaknya belajar di rumah.",
        "Ayah petugas di desa kecil. Dari beliau Rina belajar jujur (Foto: album keluarga)",
        "Kami mengangkut kotak suara menyeberangi sungai (Dok. pribadi)",
        "1. Menyusun daftar hadir dan notulen rapat (dok. terlampir)",
        "Partisipasi pemilih naik delapan persen dibandingkan pemilu lalu | Sumber: BPS",
        "Berita itu dimuat di harian KOMPAS/Jakarta",
    ],
)
def test_a_sentence_on_a_photograph_is_text(line: str) -> None:
    text = f"{TEXT}\n\n{line}\n\n{OTHER}"
    assert only(f"{TITLE}\n\n{text}\n")["text"] == text


@pytest.mark.parametrize(
    "skip",
    [
        "Langsung ke konten utama",
        "Menuju konten utama",
        "Konten dari Pengguna",
        "Breaking News",
        "Halaman\n\nRabu, 30 November 2022",
    ],
)
def test_a_link_to_the_text_is_no_title(skip: str) -> None:
    assert only(f"{skip}\n\n{TITLE}\n\n{BODY}")["title"] == TITLE


@pytest.mark.parametrize("times", [1, 4])
def test_the_account_above_a_title_tells_the_author_and_is_no_text(times: int) -> None:
    account = " ".join(["Suka membaca, menulis, dan berjalan kaki di pagi hari."] * times)
    above = f"Mohon tunggu...\n{NAME}\n{NAME} Mohon Tunggu... Guru - Penulis\n\n{account}\n\n"
    above += f"Selanjutnya\n\nTutup\n\nPolitik\n\n{TITLE}\n\n"
    above += (
        "25 Desember 2024   04:43 Diperbarui: 25 Desember 2024   04:43 35\n+\nLaporkan Konten\n"
    )
    found = only(f"{above}\n{BODY}\n")
    assert (found["title"], found["date"], found["text"]) == (TITLE, "2024-12-25", BODY)
    assert found["author"] == NAME


@pytest.mark.parametrize(
    ("above", "date"),
    [
        (f"{TITLE}\n\nKompas.com - 16/09/2020, 14:58 WIB\n{NAME}\n\nPenulis", "2020-09-16"),
        (f"{TITLE}\n• {NAME}\n• 24 September 2025\n• 16x Dilihat", "2025-09-24"),
        (f"{TITLE}\n24 September 2025 1.157 Dilihat\n{NAME}", "2025-09-24"),
        (f"{TITLE}\n{NAME}\nDikirim oleh humas pada Jum, 02/09/2024 - 10:12", "2024-02-09"),
        (f"{TITLE}\n*) Oleh : {NAME}", None),
        (f"{TITLE}\nOleh : {NAME} )*", None),
        (f"{TITLE}\n\nOleh: {NAME}\n\nDosen Ilmu Politik di Semarang", None),
        (f"Oleh: {NAME}\nWarga Desa Suka\n{TITLE}", None),
        (f"{NAME}\n3 hari · 🌐\n{TITLE}", None),
        (f"logo Harian.id\nOpini›{TITLE}\n{TITLE}\n\nOleh\n{NAME}, Doktor Ilmu Politik", None),
        (f"Opini › {TITLE}\n{TITLE}\n{NAME}, S.S M.Pd\nKordiv SDM Bawaslu Tegal", None),
        (
            f"{TITLE}\n24 November 2025 12:46 WIB\n·\nwaktu baca 4 menitTulisan dari {NAME} tidak"
            " mewakili pandangan dari redaksi kumparan\nADVERTISEMENT",
            "2025-11-24",
        ),
        (f"{TITLE}\nOleh: {NAME}\nPenulis adalah relawan demokrasi di Tegal", None),
    ],
)
def test_what_stands_above_tells_who_wrote(above: str, date: str | None) -> None:
    found = only(f"{above}\n\n{BODY}\n")
    assert (found["title"], found["date"], found["text"]) == (TITLE, date, BODY)
    assert found["author"] in (NAME, f"{NAME}, S.S M.Pd")


@pytest.mark.parametrize(
    "above",
    [
        f"{TITLE}\nKompas.com - 24/11/2025, 10:14 WIB\nRina Marlina,\nDavid Oliver Purba",
        f"Notification\n×\nKategori Berita\nCari Berita\n{TITLE}\nSenin, 24 November 2025"
        " | November 24, 2025 WIB Last Updated 2025-11-25T14:49:18Z",
        f"Notification\nCari Berita\n{TITLE}\n24 November 2025",
        f"Halaman Asli\nrina marlina\n{TITLE}\nDiperbarui: 24 November 2025   19:45",
        f"Orientasi Tugas CPNS KPU Jawa Barat\nPosted on 24 November 2025 by admin\n{TITLE}",
        f"{TITLE}\n{TITLE}\nPada Pemilihan 2024",
    ],
)
def test_lines_of_a_site_around_a_title_take_it_from_no_text(above: str) -> None:
    found = only(f"{above}\n\n{BODY}\n")
    assert found["title"] == TITLE
    assert str(found["text"]).removeprefix("Pada Pemilihan 2024\n\n") == BODY


@pytest.mark.parametrize("first", ["hujan turun pelan", "Penulis adalah saksi zaman.", "Dia diam"])
def test_short_lines_below_a_title_may_be_text(first: str) -> None:
    found = only(f"{TITLE}\n{first}\n\n{BODY}\n")
    assert (found["title"], found["text"]) == (TITLE, f"{first}\n\n{BODY}")


def test_a_post_of_an_office_is_cut_off_by_its_button() -> None:
    text = BODY.removesuffix(".")
    found = only(f"KPU Kota Tegal\n3 hari · 🌐\n{text}... Lihat selengkapnya\nSuka\nBalas")
    assert (found["unit"], found["author"], found["text"]) == ("KPU Kota Tegal", None, text)


def test_what_archives_of_blogs_put_behind_a_text_is_cut_off() -> None:
    text = BODY.removesuffix(".")
    found = only(f"{TITLE}\n\n{text}…… Continue reading {TITLE}")
    assert found["text"] == text


def test_a_name_and_an_office_below_a_picture_are_no_title() -> None:
    above = f"{TITLE}\nSenin, 4 Agustus 2025 10:20 WIB\nzoom-inlihat foto {TITLE}\n"
    above += f"{NAME}, Komisioner KPU Kota Tegal\nOleh: {NAME}\nKomisioner KPU Kota Tegal\n\n"
    found = only(f"{above}{BODY}\n")
    assert (found["title"], found["author"]) == (TITLE, NAME)
    assert (found["unit"], found["text"]) == ("KPU Kota Tegal", BODY)


@pytest.mark.parametrize(
    "note",
    [
        ")* Penulis adalah kontributor lepas",
        "*) Pengamat politik",
        "Penulis adalah Pemimpin Redaksi Warta Tegal dan Guru SMA Negeri 1 Tegal",
    ],
)
def test_a_note_on_the_author_is_no_text(note: str) -> None:
    assert only(f"{TITLE}\nOleh: {NAME}\n\n{BODY}\n\n{note}")["text"] == BODY


@pytest.mark.parametrize(
    "note",
    ["*) Jujur dalam menghitung suara", "*) Kelompok Penyelenggara Pemungutan Suara"],
)
def test_a_note_on_something_else_is_text(note: str) -> None:
    text = f"{BODY}\n\n{note}"
    assert only(f"{TITLE}\nOleh: {NAME}\n\n{text}")["text"] == text


def test_a_heading_below_the_author_may_begin_with_a_word_for_people() -> None:
    heading = "Guru Sejati di Tengah Pemilu"
    assert ("heading", heading) in kinds(f"{TITLE}\n\nOleh: {NAME}\n\n{heading}\n\n{BODY}")


def test_the_day_behind_who_posted_is_no_part_of_the_name() -> None:
    found = only(f"{TITLE}\n\n{BODY}\n\nDiposting oleh {NAME} di Februari 01, 2020")
    assert (found["author"], found["date"]) == (NAME, "2020-02-01")


@pytest.mark.parametrize(
    "opening",
    [
        "Kab-tegal.kpu.go.id – ",
        "KORANTEGAL.COM, BREBES – ",
        "Koran.id (Tajuk) - ",
        "Tegal (13/09) - ",
        "Tegal, Senin (4/8/2025) – ",
        "JAKARTA, KOMPAS — ",
        "Jakarta (ANTARA) - ",
        "TEMPO.CO, Jakarta - ",
        "Bandung, Jawa Barat – ",
    ],
)
def test_the_site_or_agency_before_the_first_sentence_is_no_text(opening: str) -> None:
    assert only(f"{TITLE}\n\n{opening}{BODY}")["text"] == BODY


@pytest.mark.parametrize(
    "opening",
    [
        "Garut, Jujur – Dua kata.",
        "Jujur, Adil – Dua kata.",
        "Semarang 12/2: Hujan turun.",
    ],
)
def test_what_names_no_place_alone_is_no_dateline(opening: str) -> None:
    assert dateline(opening, 0, len(opening)) == []


def test_a_degree_behind_a_glued_name_is_no_text() -> None:
    found = only(f"{TITLE}\n\nOleh: {NAME}, SIP Setiap pagi kami datang. {TEXT}\n{OTHER}")
    assert found["author"] == f"{NAME}, SIP"
    assert str(found["text"]).startswith("Setiap pagi")


def test_an_office_at_a_place_is_told_whole() -> None:
    glued = f"Oleh: {NAME} Kasubbag Teknis Pemilu dan Hubungan Partisipasi Masyarakat Sekretariat"
    found = only(f"{TITLE}\n\n{glued} KPU Kota Lain Setiap pagi kami ada. {BODY}")
    assert found["unit"] == "Sekretariat KPU Kota Lain"


def test_buttons_and_pictures_below_who_wrote_part_no_title_from_its_text() -> None:
    menu = "\n\n".join(["Warta Tegal", "Kirim Tulisan", "Kuliner", "Olahraga", "Hiburan"])
    alt = "Suasana Penghitungan Suara di Balai Desa Sukamaju"
    shown = f"{alt} tahun lalu\n\n{alt} (Unsplash.com)"
    head = f"{menu}\n\n{TITLE}\n\nby {NAME}\n\n2 Juni 2025\n\n{shown}\n\nBagikan ke Facebook"
    found = only(f"{head}\n\nDua Malam di Balai Desa\n\n{TEXT}\n\n{OTHER}\n")
    assert (found["title"], found["author"], found["date"]) == (TITLE, NAME, "2025-06-02")
    assert found["text"] == f"Dua Malam di Balai Desa\n\n{TEXT}\n\n{OTHER}"


def test_a_parenthesis_below_the_author_says_what_one_is() -> None:
    told = "(Narasumber Kelas Menulis, Lokakarya Guru 2019)"
    assert only(f"{TITLE}\n\nOleh {NAME}\n\n{told}\n\n{BODY}\n")["text"] == BODY
    for said in ("(dan itu belum semuanya)", "(Kami tidak tahu.)"):
        found = only(f"{TITLE}\n\nOleh {NAME}\n\n{said}\n\n{BODY}\n")
        assert found["text"] == f"{said}\n\n{BODY}"


@pytest.mark.parametrize("filed", ["in Opini", "in Kolom & Opini\n\n0 0\n\n0"])
def test_where_a_text_is_filed_and_counts_below_its_date_are_no_text(filed: str) -> None:
    found = only(f"{TITLE}\n\nby {NAME}\n\n2 Juni 2025\n\n{filed}\n\n{BODY}\n")
    assert (found["title"], found["author"], found["date"]) == (TITLE, NAME, "2025-06-02")
    assert found["text"] == BODY


@pytest.mark.parametrize(
    ("above", "subtitle"),
    [
        ("1. ", "(Catatan dari Gudang)"),
        ("1. ", "“Kisah di Kecamatan Bojong”"),
        ("Situs dokumen dan logo\n\n1 of 3\n\nUnduh berkas ini\n\n", "“Kisah di Bojong”"),
    ],
)
def test_a_subtitle_in_marks_leaves_the_title_above_it(above: str, subtitle: str) -> None:
    text = f"{above}{TITLE}\n\n{subtitle}\n\nOleh: {NAME}\n\n{BODY}\n"
    found = only(text)
    assert (found["title"], found["author"]) == (TITLE, NAME)
    assert found["text"] == BODY


@pytest.mark.parametrize(
    "below",
    [
        "Program Studi Ilmu Politik (IP)\n\nFakultas Hukum\n\nUniversitas Tegal",
        "15410226/ PBSI 7E",
        f"{TITLE}\n\n{TITLE}",
        "kkn di desa\n\nkkn di desa",  # a picture and its caption
    ],
)
@pytest.mark.parametrize(
    "by", [f"Oleh: {NAME}", f"Ditulis oleh {NAME} (NIP 19980712 202506 1 004)"]
)
def test_what_stands_between_the_author_and_the_text_is_no_text(by: str, below: str) -> None:
    found = only(f"{TITLE}\n\n{by}\n\n{below}\n\n{BODY}\n")
    assert (found["title"], found["author"], found["text"]) == (TITLE, NAME, BODY)


@pytest.mark.parametrize(
    "opening",
    [
        "Satu suara, satu harapan\n\nSatu suara, satu harapan\n\nDi bilik kami berdiri",
        "# Awal Mula\n\n# Awal Mula",
        "14.02.2024 - Hari yang Tak Terlupa",
    ],
)
def test_a_refrain_headings_and_a_day_below_the_author_are_text(opening: str) -> None:
    text = f"{opening}\n\n{BODY}"
    found = only(f"{TITLE}\n\nOleh: {NAME}\n\n{text}\n")
    assert found["text"] == text.replace("# ", "")


def test_the_office_in_the_notice_of_a_site_is_no_author() -> None:
    notice = "Tulisan dari KPU Kota Tegal tidak mewakili pandangan dari redaksi"
    assert only(f"{TITLE}\n\n{BODY}\n\n{notice}\n")["author"] is None
    by = notice.replace("KPU Kota Tegal", "Rina")
    assert only(f"{TITLE}\n\n{BODY}\n\n{by}\n")["author"] == "Rina"


@pytest.mark.parametrize(
    "above",
    [
        f"Home Opini {TITLE}",
        "Lihat ke Halaman Asli",
        "Cari Blog Ini\n\nSenin, 29 September 2014",
    ],
)
def test_what_sites_put_above_a_title_is_none_of_it(above: str) -> None:
    found = only(f"{above}\n\n{TITLE}\n\n{BODY}\n")
    assert (found["title"], found["author"], found["text"]) == (TITLE, None, BODY)


def test_a_long_first_line_without_its_stop_is_text() -> None:
    first = " ".join(["kami belajar menjaga suara rakyat dengan jujur"] * 4)
    assert only(f"Oleh: {NAME}\n\n{first}\n\n{BODY}\n")["title"] is None


@pytest.mark.parametrize("form", ["{title}\n\n{name}", "Judul: {title}\n\nNama: {name}"])
def test_a_long_plain_title_is_one_above_who_wrote_or_behind_its_label(form: str) -> None:
    title = " ".join(["Upaya meningkatkan", *["partisipasi pemilih pemula"] * 7, "di daerah"])
    found = only(f"{form.format(title=title, name=NAME)}\n\n{BODY}\n")
    assert (found["title"], found["author"], found["text"]) == (title, NAME, BODY)


def test_points_without_a_date_below_a_title_are_text() -> None:
    points = "• Jujur\n\n• Adil"
    assert str(only(f"{TITLE}\n\n{points}\n\n{BODY}\n")["text"]).count("•") == 2


def test_the_date_of_a_day_above_its_first_post_is_that_of_the_post() -> None:
    posts = (
        ("Minggu, 29 Agustus 2010\n\n", TITLE),
        ("", "Menjaga Gudang di Musim Hujan"),
        ("Selasa, 10 Agustus 2010\n\n", "Belajar Sabar dari Warga Desa"),
    )
    text = "\n\n".join(f"{day}{title}\n\n{TEXT}\n\nRead More .." for day, title in posts)
    found = essays(text)
    assert [x["title"] for x in found] == [title for _, title in posts]
    assert [x["date"] for x in found][::2] == ["2010-08-29", "2010-08-10"]
    assert [x["text"] for x in found] == [TEXT] * 3


@pytest.mark.parametrize("button", ["Bagikan ini:", "Read More .."])
@pytest.mark.parametrize("place", ["", "Subang, "])
def test_a_date_below_every_post_is_that_of_the_post_above_it(place: str, button: str) -> None:
    days = ("2 Juni 2025", "9 Juni 2025", "16 Juni 2025")
    titles = (TITLE, "Menjaga Gudang di Musim Hujan", "Belajar Sabar dari Warga Desa")
    text = "\n\n".join(
        f"{title}\n\n{BODY}\n\n{button}\n\n{place}{day}"
        for title, day in zip(titles, days, strict=True)
    )
    found = essays(text)
    assert [x["title"] for x in found] == list(titles)
    assert [x["date"] for x in found][:2] == ["2025-06-02", "2025-06-09"]
    assert [x["text"] for x in found] == [BODY] * 3


def test_the_account_of_a_site_signs_no_text() -> None:
    found = only(f"{TITLE}\n\n{BODY}\n\nTegal, 14 Juni 2020\n\nTertanda\n\nAdmin\n")
    assert (found["author"], found["text"]) == (None, BODY)


@pytest.mark.parametrize("above", ["", "Opini\n\n"])
def test_the_word_for_who_wrote_may_stand_above_the_name_below_a_lead(above: str) -> None:
    lead = "Kejujuran dimulai dari catatan yang rapi di kantor kecil."
    told = "Oleh\nRINA MARLINA\n5 Juni 2025 05:00 WIB"
    found = only(f"{above}Menjaga Suara Rakyat\n{lead}\n\n{told}\n\n{LONG}")
    assert (found["title"], found["author"]) == ("Menjaga Suara Rakyat", "RINA MARLINA")
    assert (found["date"], found["text"]) == ("2025-06-05", LONG)
