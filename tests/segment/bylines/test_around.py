"""What sites say beside a text: who wrote it and when above it, notes and credits below it."""

from __future__ import annotations

import pytest
from tests.segment.cutting import LONG, TEXT, only

TITLE = "Menjaga Suara dari Gudang"
NAME = "Rina Marlina"
OFFICE = "KPU Kota Tegal"
MENU = "<ul><li><a href='/'>Beranda</a></li><li><a href='/o'>Opini</a></li></ul>"
END = "Gudang itu akhirnya kami kunci bersama."


def page(above: str = "", below: str = "", author: str = f"<p>Oleh: {NAME}</p>") -> str:
    text = f"<p>{TEXT}</p>" * 4
    return (
        f"<!doctype html><title>{TITLE}</title>{MENU}<h1>{TITLE}</h1>{above}"
        f"<div>{author}{text}<p>{END}</p>{below}</div>"
    )


@pytest.mark.parametrize(
    "above",
    [
        f"<p>Posted by {NAME} on 3 Juni 2025 in Opini | 2 Comments</p>",
        f"<p>Posted By {NAME} On 3 Juni 2025 @ 09:15 In Opini | No Comments</p>",
        f"<p>Posted on 3 Juni 2025 by {NAME}</p>",
        f"<p>Diposting pada 3 Juni 2025 oleh {NAME}</p>",
        f"<p>Diterbitkan: 03 Juni 2025 | Penulis: {NAME} | Kategori: Opini | Hits: 120</p>",
        f"<p>03 Jun 2025 / 120 x dibaca / oleh {NAME}</p>",
        f"<p>Leave a Comment / Opini / By {NAME}</p>",
        f"<span>03/06/2025</span><span>/</span><span>in Opini</span><span>/</span>by {NAME}",
        f"<p>By {NAME} Last updated Jun 3, 2025</p>",
        f"<p>Diposkan oleh {NAME} di 10.20</p>",
        f"<p>{NAME}, S.Pd. 03-06-2025 (12:08:45) Opini 264 times</p>",
        f"<h3><i></i> {NAME} <i></i> 03 Juni 2025 10:12:01 WIB</h3>",
        f"<p><b>{NAME}</b> Dosen Ilmu Politik Universitas Andalas</p><p>3 Juni 2025</p>",
    ],
)
def test_what_stands_beside_the_author_of_a_post_is_no_part_of_the_name(above: str) -> None:
    found = only(page(above, author=""), "a.html")
    assert (found["title"], str(found["author"]).removesuffix(", S.Pd.")) == (TITLE, NAME)
    assert str(found["text"]).startswith(TEXT[:30])


@pytest.mark.parametrize("account", ["Redaksi", "Tim Redaksi", "admin", "Super User"])
def test_the_account_of_a_site_is_no_author(account: str) -> None:
    above = f"<div class='penulis'>{account}</div><div class='date'>3 Juni 2025</div>"
    assert only(page(above, author=""), "a.html")["author"] is None


@pytest.mark.parametrize(
    "note",
    [
        f"<p><b>{NAME}</b> <i>dosen Ilmu Politik Universitas Jenderal Soedirman</i></p>",
        f"<p>{NAME}, dosen Ilmu Politik Universitas Jenderal Soedirman</p>",
        f"<p>({NAME}, Direktur Rumah Pemilih)</p>",
        f"<p>– {NAME}, peneliti</p>",
        f"<p>{NAME}</p>",
        f"<p>*) {NAME.upper()}</p>",
        f"<p>{NAME} mengajar di sebuah sekolah di Tegal dan mengurus rumah baca.</p>",
        f"<p>{NAME} tinggal di Tegal.</p>",
        "<p>Penulis adalah pendiri Gerakan Warga untuk Pemilu Bersih.</p>",
        f"<p>[Penulis: {NAME}]</p><p>Ketua cabang dan anak rantau dari Kabupaten Toba</p>",
        f"<p>Penulis: {NAME}<br>Editor: Budi Santosa</p>",
        "<p>(rin)</p>",
        "<p>[T]</p>",
        "<p>BACA JUGA Alasan Kami Memilih Bertahan di Gudang</p>",
        "<p>Terakhir diperbarui pada 6 Oktober 2025 oleh Budi Santosa</p>",
        "<p>Konten ini adalah kiriman dari pembaca dan tidak mewakili pandangan redaksi.</p>",
        "<p>Isi tulisan di luar tanggung jawab redaksi.</p>",
        "<p>Tulisan ini dimuat di Harian Warta, 3 Juni 2025.</p>",
        "<p>Ikuti kami di Google News</p>",
        "<p>Subscribe to get the latest posts sent to your email.</p>",
        "<p>Dapatkan berita pilihan setiap hari di grup Telegram kami, caranya klik tautan.</p>",
        "<p>Sumber: Radar Warta, 3 Juni 2025</p>",
        "<p>Post Views: 181</p>",
        "<p>Nilai akhir: 87,5 / 100</p>",
        "<p>[Kirim ke teman] [Versi cetak] dibaca 148 kali</p>",
        "<h3>Tautan cepat</h3><p><a href='/a'>Arsip esai tahun lalu</a></p>",
        "<p>Disclaimer</p><p>Tulisan ini adalah pendapat pribadi.</p>",
        "<p>Esai ini pertama kali diunggah di blog kelas.</p>",
        "<p>Catatan Juri: contohnya kuat. Nilai: 81</p>",
        "<p>Nilai: 81,5</p>",
    ],
)
def test_notes_below_the_last_sentence_are_no_text(note: str) -> None:
    found = only(page(below=note), "a.html")
    assert found["author"] == NAME
    assert str(found["text"]).endswith(END)


@pytest.mark.parametrize(
    "box",
    [
        f"<h4><a href='/a'>{NAME}</a></h4><p>Suka menulis dan bersepeda bersama anak di desa</p>",
        "<h4>Berita Pilihan</h4><a href='/b'>Gudang Baru</a><p>Gudang baru dibuka pekan ini.</p>",
        "<span>Previous Post</span><h3><a href='/c'>Drama Gong dan Kita</a></h3>",
    ],
)
def test_a_box_below_the_paragraphs_of_a_text_is_no_part_of_it(box: str) -> None:
    found = only(page(below=f"<div>{box}</div>"), "a.html")
    assert str(found["text"]).endswith(END)


def test_a_closing_section_in_an_element_of_its_own_is_text() -> None:
    last = "Gudang itu milik kita semua."
    found = only(page(below=f"<section><h2>Penutup</h2><p>{last}</p></section>"), "a.html")
    assert str(found["text"]).endswith(last)


def test_a_last_paragraph_in_an_element_of_its_own_is_text() -> None:
    found = only(page(below="<div><p>Salam dari gudang kami.</p></div>"), "a.html")
    assert str(found["text"]).endswith("Salam dari gudang kami.")


@pytest.mark.parametrize(
    "initials",
    [" (mer)", " [T]", " (abc/de)", " (A-94)***", "(*)", " (Humas KPU Tegal)", "(Lilis Suryani)"],
)
def test_initials_of_an_editor_behind_the_last_sentence_are_no_text(initials: str) -> None:
    found = only(f"{TITLE}\nOleh: {NAME}\n\n{TEXT}\n\n{END}{initials}")
    assert found["text"] == f"{TEXT}\n\n{END}"


@pytest.mark.parametrize(
    "last",
    [
        "Ikuti aturan yang ada, lalu ajak satu teman menjaga gudang.",
        "Tulisan ini adalah pendapat pribadi saya tentang gudang itu.",
        "Tulisan ini adalah tanggung jawab kami sebagai pegawai.",
        "Opini publik yang sehat adalah tanggung jawab bersama.",
        "Pendapat warga harus mencerminkan kehendak yang merdeka.",
        "Naskah itu diterbitkan, dan sejak itu pintu gudang selalu terbuka.",
        "Sumber: pengalaman pribadi saya.",
        "Simak berita terbaru dengan kritis agar tidak termakan hoaks.",
        "Cek dahulu setiap pesan di grup WhatsApp sebelum diteruskan.",
        "Daftar itu diperbarui pada setiap pemilu.",
        "Terima kasih!",
        "Telepon genggam di tangan kita adalah 1 alat pengawas.",
        "Penulis adalah manusia biasa yang masih belajar menjaga gudang.",
        "Penulis merupakan saksi bahwa Pemilu dapat jujur.",
        "Penulis adalah Anak Bangsa. Maka ia menulis untuk Indonesia.",
        "Penulis adalah Pelayan Publik, bukan Penguasa.",
        f"{NAME}, yang dulu ragu, kini menjaga pintu itu sendiri.",
        "Nilai: itulah yang kami jaga.",
        "Nilai mentor: keteladanan yang tidak banyak bicara.",
        "Jumlah kata tidak menentukan bobot janji.",
        "Semua itu saya pelajari dari lembaga ini (KPU)",
        "Semoga gudang kita aman. (Amin)",
        "Nilai kejujuran: itulah kunci gudang.",
        "Mohon koreksi diri sebelum mengoreksi orang lain.",
        "Catatan guru saya masih tersimpan di gudang.",
        "Esai ini pertama kali membuat saya berani bicara di depan gudang.",
    ],
)
def test_a_last_sentence_that_looks_like_a_note_is_text(last: str) -> None:
    found = only(page(below=f"<p>{last}</p>"), "a.html")
    assert str(found["text"]).endswith(last)


def test_lines_alike_below_one_text_are_text() -> None:
    lines = "".join(f"<p>{n} kotak suara</p>" for n in (12, 7, 30))
    found = only(page(below=f"<p>{TEXT}</p>{lines}"), "a.html")
    assert str(found["text"]).endswith("30 kotak suara")


@pytest.mark.parametrize(
    "line",
    [
        "Catatan redaksi: nama penjaga gudang disamarkan.",
        "Iklan - Gulir ke bawah untuk melanjutkan",
        "SCROLL TO CONTINUE WITH CONTENT",
    ],
)
def test_what_a_site_says_between_two_paragraphs_is_no_text(line: str) -> None:
    found = only(page(below=f"<p>{line}</p><p>{TEXT}</p>"), "a.html")
    assert line not in str(found["text"])
    assert str(found["text"]).endswith(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Catatan redaksi hidup kami tulis setiap malam di gudang.",
        "Iklan datang silih berganti, gudang tetap di tempatnya.",
    ],
)
def test_a_sentence_with_the_words_of_a_site_is_text(line: str) -> None:
    found = only(page(below=f"<p>{line}</p><p>{TEXT}</p>"), "a.html")
    assert line in str(found["text"])


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            f"<div>Warta Kota, 08/03/2024, 07:05 WIB</div><div class='author'>{NAME}</div>"
            "<div>Penulis</div><div>Ukuran huruf</div>",
            "",
        ),
        (
            f"<div><a data-testid='authorName'>{NAME}</a><i>·</i><p>Follow</p>"
            "4 min read·Feb 19, 2024</div>",
            "",
        ),
        ("<p class='author'>Ditulis oleh: Super User</p>", f"<p>(Penulis: {NAME}, Pelaksana)</p>"),
        (f"<p>{NAME} | Bagian Umum</p>", ""),
    ],
)
def test_the_name_among_what_stands_around_a_text_is_the_authors(above: str, below: str) -> None:
    found = only(page(above, below, author=""), "a.html")
    assert found["author"] == NAME
    assert str(found["text"]).startswith(TEXT)
    assert str(found["text"]).endswith(END)


@pytest.mark.parametrize(
    "note",
    [
        f"(Penulis: {NAME})",
        f"[{NAME}]",
        f"*) {NAME} adalah Pelaksana {OFFICE}",
        f"*) {NAME}, Bagian Keuangan, {OFFICE}",
        f"{NAME} adalah pegawai {OFFICE}.",
        f"{NAME}, Pelaksana Subbagian Teknis {OFFICE}.",
        f"{NAME} bertugas di {OFFICE}.",
        f"Tentang penulis: {NAME}, penyuka kopi.",
        f"[Penulis: {NAME}]</p><p>Ketua cabang dan anak rantau dari Kabupaten Toba",
    ],
)
def test_a_note_below_the_text_tells_the_author_whom_nothing_else_names(note: str) -> None:
    found = only(page(below=f"<p>{note}</p>", author=""), "a.html")
    assert found["author"] == NAME
    assert str(found["text"]).endswith(END)


@pytest.mark.parametrize(
    "last",
    [
        f"{NAME} adalah guru kita semua.",
        f"Pak Darmo bekerja di {OFFICE}.",
        f"Ibu {NAME} adalah Sekretaris {OFFICE}.",
        f"{NAME}, Ketua KPPS malam itu, akhirnya pulang ke kantor {OFFICE}.",
        f"{NAME} bekerja sampai larut di {OFFICE}.",
        f"{NAME} adalah pegawai yang membuka pintu {OFFICE}.",
        f"Netralitas adalah marwah {OFFICE}.",
        "Salam Demokrasi, KPU Melayani",
        "Integritas adalah Harga Mati",
        "Cut Nyak Dien, Kartini, dan Dewi Sartika",
        "Bhinneka Tunggal Ika, semboyan kita",
    ],
)
def test_a_last_line_on_somebody_is_no_note_on_the_author(last: str) -> None:
    found = only(page(below=f"<p>{last}</p>", author=""), "a.html")
    assert found["author"] is None
    assert str(found["text"]).endswith(last)


def test_the_program_that_published_a_text_is_no_author() -> None:
    line = "<div>Dipublikasikan oleh Google Drive–Laporkan Penyalahgunaan</div>"
    assert only(page(below=line, author=""), "a.html")["author"] is None


def test_a_title_that_is_all_of_the_head_is_one_though_headings_stand_below() -> None:
    title = "Menjaga Suara Rakyat dari Gudang"
    body = f"<div>{title}</div><h2>Catatan dari sebuah gudang yang sunyi</h2><div>{NAME}</div>"
    found = only(
        f"<!doctype html><title>{title}</title>{MENU}{body}<div>{f'<p>{TEXT}</p>' * 4}</div>",
        "a.html",
    )
    assert found["title"] == title


def test_a_second_author_with_a_number_is_no_text() -> None:
    cover = f"{TITLE}\nDisusun oleh:\n{NAME} (1430310004)\nEka Putra (1430310020)"
    found = only(f"{cover}\n\n{TEXT}")
    assert (found["author"], found["text"]) == (NAME, TEXT)


def test_a_collection_of_essays_has_no_author_in_its_name() -> None:
    cover = f"KUMPULAN ESAI CPNS\nSEKRETARIAT KPU KOTA TEGAL\n\n{TITLE}\n{NAME}, S.H."
    assert only(f"{cover}\n\n{TEXT}")["author"] == f"{NAME}, S.H."


@pytest.mark.parametrize(
    ("name", "box"),
    [
        ("Hasan Basri", "Hasan Basri\n\nHasan Basri adalah staf KPU Kota Tegal. Ia suka membaca."),
        ("Hasan B.", "Hasan Basri bekerja di KPU Kota Tegal."),
    ],
)
def test_a_box_tells_of_the_author_by_the_whole_name(name: str, box: str) -> None:
    found = only(f"Menjaga Suara Warga\n\nOleh: {name}\n\n{LONG}\n\n{box}")
    assert (found["author"], found["unit"], found["text"]) == (name, "KPU Kota Tegal", LONG)
