"""Everyday ways of saying a value, and idioms that only sound like one; by shipped lexicon."""

import pytest
from tests import sentences

SAID = [
    ("integritas", "Petugas menolak sumbangan dari calon."),
    ("integritas", "Ia mengembalikannya di depan dua saksi."),
    ("integritas", "Operator tidak boleh mengubah satu angka pun."),
    ("netralitas", "Kami melaporkan ajakan mendukung calon kepada atasan."),
    ("netralitas", "Kami menolak diperintah oleh siapa pun kecuali oleh undang-undang."),
    ("netralitas", "Saya tidak ikut menekan tombol suka."),
    ("netralitas", "Pegawai tidak boleh ikut grup pendukung."),
    ("sinergi", "Rapat koordinasi digelar setiap Senin antarbagian."),
    ("sinergi", "Nilainya Harmonis, Loyal, dan Adaptif."),
    ("sinergi", "Akronim itu memuat Loyal, Adaptif, dan Kolaboratif."),
    ("disiplin", "Pada bulan pertama saya terlambat tiga kali."),
    ("disiplin", "Sejak itu saya belum pernah terlambat lagi."),
    ("disiplin", "Kami pernah menunda surat warga."),
    ("transparansi", "Daftarnya ada di situs web kami, bukan di laci kepala bagian."),
    ("transparansi", "Siapa pun boleh memotret dan bertanya."),
    ("transparansi", "Masih ada yang menganggap dokumen anggaran itu rahasia."),
    ("profesionalisme", "Setiap tabel kuperiksa dua kali."),
    ("tanggung_jawab", "Kalau salah ya ngaku, terus diperbaiki."),
    ("tanggung_jawab", "Akronim dari Berorientasi Pelayanan, Akuntabel, dan Kompeten."),
    ("pembelajaran", "Ilmu tidak datang sendiri; ia harus dijemput."),
    ("pembelajaran", "Kritik membuat saya bertumbuh."),
    ("demokrasi", "Teman-teman saya memilih golput."),
    ("integritas", "Pedagang memberi hadiah, tetapi kami tidak boleh menerimanya."),
    ("integritas", "Saya balikin amplop itu."),
    ("netralitas", "Kami menjaga jarak dengan peserta pemilu."),
    ("netralitas", "Saya menolak permintaan seorang kenalan dari tim kampanye."),
    ("sinergi", "Masalah dibicarakan bersama, bukan di belakang punggung."),
    ("disiplin", "Tidak pernah terlambat sejak 2 Juni."),
    ("tanggung_jawab", "Tanggung jwab tidak bisa di lempar."),
    ("profesionalisme", "Kantor itu tidak memiliki pegawai yang terlatih."),
    ("netralitas", "Keluarga pejabat diistimewakan di loket itu."),
    ("netralitas", "Independensi auditor itu diragukan."),
    ("integritas", "Aturan baru mencegah percaloan tiket."),
    ("sinergi", "Kalau berdua, kami bisa bagi tugas."),
    ("integritas", "Praktik KKN membuat mahasiswa turun ke jalan."),
    ("demokrasi", "Apatisme politik anak muda makin terasa."),
    ("demokrasi", "Alasan ketidakikutsertaan mereka pada pemilu bermacam-macam."),
    ("pelayanan", "Prosedur yang berbelit-belit membuat orang pulang."),
    ("pelayanan", "Kami menunggu seharian hanya untuk mengurus berkas."),
    ("pelayanan", "Yang dinilai adalah bagaimana layanan diberikan."),
    ("netralitas", "Godaan politik datang dari segala arah."),
    ("pembelajaran", "Perlu transformasi mendasar dalam cara kerja kita."),
    ("sinergi", "Sinergisasi antara kedua kantor terus dijaga."),
]
ELSE = [
    ("integritas", "Saya berharap dapat memberi sumbangan bagi lembaga."),
    ("integritas", "Saya percaya, lembaga itu akan berubah."),
    ("integritas", "Kualitas kerja enggak bisa dibohongin."),
    ("integritas", "Jujur, waktu pertama masuk saya bingung."),
    ("disiplin", "Daftar absen, seragam, dan meja kerja disiapkan."),
    ("profesionalisme", "Operator tidak boleh mengubah satu angka pun."),
    ("tanggung_jawab", "Saya mencatat semua kesalahan saya di buku kecil."),
    ("tanggung_jawab", "Kami yang baru belajar berjalan."),
    ("pelayanan", "Pegawai yang enggan menyesuaikan diri akan tertinggal."),
    ("pembelajaran", "Bayi itu baru belajar berjalan."),
    ("pembelajaran", "Esai Orientasi Tugas CPNS"),
    ("pembelajaran", "Kepala kantor hadir didampingi Kasubbag Tata Usaha."),
    ("demokrasi", "Kami memindahkan kotak suara ketika hujan turun."),
    ("disiplin", "Bus itu tidak pernah terlambat."),
    ("integritas", "Uang pensiun itu belum ia terima."),
    ("transparansi", "Satu tanda suka dapat dibaca orang sebagai dukungan."),
    ("profesionalisme", "Wasit yang baik tidak perlu disukai."),
    ("profesionalisme", "Tidak boleh ada petugas yang pulang."),
    ("profesionalisme", "Tidak ada lagi pegawai di sana."),
    ("sinergi", "Terima kasih atas kerja sama Bapak dan Ibu."),
    ("sinergi", "Seperti diketahui bersama, harga beras naik."),
    ("sinergi", "Dua kali saya dikerjai sama penjual nanas."),
    ("integritas", "Jujur, bingung banget mau memilih yang mana."),
    ("integritas", "Kantin kejujuran sekolah itu menjual gorengan."),
    ("tanggung_jawab", "Isi tulisan sepenuhnya tanggung jawab penulis."),
    ("tanggung_jawab", "Hal itu di luar tanggung jawab kami."),
    ("transparansi", "Komisi itu memeriksa sengketa informasi publik."),
    ("transparansi", "Pemilu memakai sistem proporsional terbuka."),
    ("integritas", "Jujur pas hari itu capek banget."),
    ("integritas", "Mahasiswa mengikuti KKN di pulau itu."),
    ("profesionalisme", "Setelah kami teliti, ternyata atapnya bocor."),
    ("profesionalisme", "Salah satu pegawai menulis surat."),
    ("transparansi", "Ia mengungkapkan, berdasarkan hasil survei, hujan akan turun."),
    ("transparansi", "Peserta dapat mengakses materi dan kuis."),
    ("transparansi", "Pemilihan itu dapat diikuti semua warga."),
    ("netralitas", "Ia tidak memakai haknya memilih salah satu calon."),
    ("netralitas", "Hadir aparat keamanan, partai politik, dan tokoh masyarakat."),
    ("netralitas", "Anak muda menjauh dari urusan politik."),
    ("tanggung_jawab", "Hal itu pelaksanaan amanah Peraturan Presiden."),
    ("pelayanan", "Surat suara selesai dilipat dalam dua hari."),
    ("pelayanan", "Peserta menerima wawasan kebangsaan dan bela negara."),
    ("pelayanan", "Mesin itu cepat panas dan mudah rusak."),
    ("pelayanan", "Ia rela begadang demi menyelamatkan suara pemilih."),
    ("disiplin", "Ketidakhadiran sistem yang baik membuat data hilang."),
    ("sinergi", "Ketiga unsur itu membentuk batang tubuh."),
    ("pembelajaran", "Bukan uang yang diberikan, tetapi kemampuan yang diukur."),
    ("demokrasi", "Pilkada itu dibawa ke peradilan umum."),
]


def counted(text: str, lexicon: str | None = None) -> set[str]:
    return sentences.counted([text], lexicon)[text]


def test_a_value_is_found_in_everyday_words() -> None:
    told = sentences.counted(text for _, text in SAID)
    assert [text for theme, text in SAID if theme not in told[text]] == []


def test_an_idiom_says_no_value() -> None:
    told = sentences.counted(text for _, text in ELSE)
    assert [text for theme, text in ELSE if theme in told[text]] == []


@pytest.mark.parametrize(
    "text", ["prinsip: d. tertib; e. terbuka; f. efektif", "Penghitungan itu jujur dan terbuka."]
)
def test_open_stands_in_lists_of_the_principles(text: str) -> None:
    assert "terbuka" in counted(text, "pemilu")


@pytest.mark.parametrize("lexicon", ["pemilu", "berakhlak"])
def test_honestly_as_an_adverb_of_speech_is_no_honesty(lexicon: str) -> None:
    assert not counted("Jujur, waktu pertama masuk saya bingung.", lexicon)
    assert counted("Jujur, adil, dan tertib itulah prinsip kami.", lexicon)


def test_a_turnout_is_no_collaboration_and_participants_are_not_competent() -> None:
    assert not counted("Partisipasi pemilih di TPS kami tinggi.", "berakhlak")
    assert not counted("Peserta Latsar angkatan kedua.", "berakhlak")


@pytest.mark.parametrize(
    ("text", "theme", "said"),
    [
        ("Kami membuat video cuci tangan untuk pegawai.", "akuntabel", False),
        ("Pejabat itu cuci tangan atas kerugian kantor.", "akuntabel", True),
        ("Sehari-hari saya bertugas sebagai Nutrisionis Terampil.", "kompeten", False),
        ("Rekan saya terampil mengolah data pasien.", "kompeten", True),
        ("Kertas itu bukan untuk keperluan pribadi.", "akuntabel", True),
        ("Kami anggap itu bukan urusan pribadi, melainkan dinas.", "akuntabel", False),
    ],
)
def test_words_of_health_workers_say_no_value_of_their_own(
    text: str, theme: str, said: bool
) -> None:
    assert (theme in counted(text, "berakhlak")) is said
