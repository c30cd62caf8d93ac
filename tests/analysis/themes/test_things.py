"""Things and places that are named after a value, and sentences that speak of the value."""

import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.status import COUNTED

THINGS = [
    ("pelayanan", "Ruang pelayanan dicat ulang."),
    ("pelayanan", "Rapat digelar di ruang pelayanan."),
    ("pelayanan", "Loket pelayanan dibuka pukul delapan."),
    ("pelayanan", "Jam pelayanan berubah selama bulan puasa."),
    ("pelayanan", "Unit pelayanan pindah ke gedung baru."),
    ("pelayanan", "Meja pelayanan dipindahkan ke lantai dua."),
    ("pelayanan", "Gedung pelayanan terpadu berada di jalan Merdeka."),
    ("pelayanan", "Kantor pelayanan pajak ada di pusat kota."),
    ("pelayanan", "Ruang pelayanan publik direnovasi tahun lalu."),
    ("pelayanan", "Waktu pelayanan sampai pukul tiga."),
    ("demokrasi", "Kotak suara dikirim dengan truk."),
    ("demokrasi", "Bilik suara dari kardus tiba di gudang."),
    ("demokrasi", "Pemilih pemula tercatat 1.200 orang."),
    ("demokrasi", "Jumlah pemilih pemula naik menjadi 3.000 orang."),
    ("demokrasi", "Surat suara dilipat oleh dua puluh orang."),
    ("demokrasi", "Pemungutan suara dilaksanakan pada hari Rabu."),
    ("demokrasi", "Tempat pemungutan suara dibangun di lapangan."),
    ("demokrasi", "Logistik pemilu berupa kotak suara dan tinta sudah lengkap."),
    ("demokrasi", "Segel kotak suara dihitung ulang."),
    ("demokrasi", "Petugas menghitung surat suara pemilu yang rusak."),
    ("integritas", "Rumahnya di Jalan Integritas Nomor 3."),
    ("pelayanan", "Kami berkumpul di Gedung Pelayanan."),
    ("transparansi", "Pekerjaan itu tidak selesai di balik meja, tetapi di lapangan."),
    ("sinergi", "Lembaga tidak hancur karena satu badai besar, melainkan karena rayap."),
    ("disiplin", "Suhu gudang naik turun mengikuti setiap tahapan pengiriman."),
    ("integritas", "Jadwal itu tidak bisa ditawar."),
    ("disiplin", "Kas itu terisi dari denda keterlambatan kontraktor."),
    ("disiplin", "Ia tidak mengenakan seragam di acara keluarga."),
    ("pembelajaran", "Ia menyimpan pengalaman pahit itu."),
    ("pembelajaran", "Bendahara itu tidak malu membuka kasnya."),
    ("profesionalisme", "Selisihnya lima juta rupiah."),
    ("pembelajaran", "Itu lebih sulit daripada menghafal pasal."),
    ("tanggung_jawab", "Ditanya siapa yang unggul, kami menjawab tidak tahu."),
    ("pembelajaran", "Hal itu tertulis di buku diklat."),
    ("netralitas", "Ia tidak datang ke pesta calon istri temannya."),
    ("disiplin", "Hujan tidak menunda perahu pembawa surat itu."),
    ("pelayanan", "Gaji saya dipotong pajak lima persen."),
    ("demokrasi", "Kode etik penyelenggara pemilu menuntut kami bersikap jujur."),
    ("integritas", "Ayah melaut demi sesuap nasi."),
    ("integritas", "Adik makan tiga suap nasi."),
    ("integritas", "Dunia fiktif dalam serial itu digambar dengan indah."),
    ("transparansi", "Hak masyarakat adat atas hutan diakui pengadilan."),
    ("netralitas", "Sekretaris daerah menjadi ketua merangkap anggota tim itu."),
    ("disiplin", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
    ("tanggung_jawab", "Biaya pelaksanaan tugas panitia dibebankan pada APBN."),
    ("transparansi", "Agar setiap orang mengetahuinya, memerintahkan pengundangan peraturan ini."),
    ("disiplin", "Perahu baru datang menjelang siang, dan tetangga sudah menunggu."),
    ("disiplin", "Truk logistik baru tiba pukul sebelas."),
    ("transparansi", "Di papan tulis tertulis jadwal rapat."),
    ("integritas", "Kotak suara harus dipindahkan sebelum hujan turun."),
    ("integritas", "Surat suara sudah dipindahkan ke gudang."),
    ("transparansi", "Setelah itu warga lebih terbuka bercerita kepada kami."),
    ("pelayanan", "Warga menunggu surat suara dengan sabar di halaman kantor."),
    ("profesionalisme", "Kesalahannya biasanya hanya salah ketik."),
    ("profesionalisme", "Biasanya hanya salah ketik pada nama."),
    ("transparansi", "Kami menerima berkas, tetapi datanya tidak lengkap."),
    ("profesionalisme", "Saya masih belum paham aplikasi itu."),
    ("disiplin", "Jadwal rapat ditempel di papan pengumuman."),
    ("pelayanan", "Rekan-rekan ramah kepada pegawai baru."),
]
VALUES = [
    ("integritas", "Suara warga dipindahkan ke calon lain."),
    ("transparansi", "Penghitungan suara kini lebih terbuka."),
    ("pelayanan", "Petugas dengan sabar menerima warga."),
    ("profesionalisme", "Surat keputusan itu salah ketik."),
    ("transparansi", "Data anggaran itu belum dipublikasikan."),
    ("profesionalisme", "Banyak petugas belum paham aplikasi itu."),
    ("disiplin", "Tata tertib hanya ditempel di dinding."),
    ("disiplin", "Jadwal piket harus dihormati."),
    ("pelayanan", "Pegawai loket ramah kepada warga."),
    ("pelayanan", "Petugas di loket pelayanan melayani warga dengan ramah."),
    ("pelayanan", "Pelayanan di loket kini lebih cepat."),
    ("pelayanan", "Unit pelayanan harus mendahulukan kebutuhan masyarakat."),
    ("pelayanan", "Di ruang pelayanan, warga dilayani tanpa dibedakan."),
    ("pelayanan", "Jam pelayanan diperpanjang agar warga mudah mengurus akta."),
    ("pelayanan", "Pelayanan prima harus diberikan di setiap unit."),
    ("pelayanan", "Pelayanan unit kami masih buruk."),
    ("demokrasi", "Kotak suara harus dijaga agar suara rakyat tidak dicuri."),
    ("demokrasi", "Di bilik suara rakyat menentukan pemimpinnya."),
    ("demokrasi", "Pemilih pemula harus menggunakan hak pilihnya."),
    ("demokrasi", "Partisipasi pemilih pemula perlu ditingkatkan."),
    ("demokrasi", "Di dalam bilik suara setiap orang bebas memilih."),
    ("demokrasi", "Pemungutan suara harus jujur dan adil."),
    ("demokrasi", "Pendidikan politik bagi pemilih pemula memperkuat demokrasi."),
    ("demokrasi", "Pemilih disabilitas berhak atas bilik suara yang dapat dijangkau."),
    ("netralitas", "Kami tidak memihak calon mana pun."),
    ("integritas", "Ia tidak tergiur uang rekanan."),
    ("pelayanan", "Alih-alih menyuruh warga kembali besok, ia menelepon gudang."),
    ("integritas", "Kejujuran tidak bisa ditawar."),
    ("sinergi", "Itu bukan hasil satu orang, melainkan kami semua."),
    ("pembelajaran", "Pelajaran pahit itu kami catat."),
    ("netralitas", "Penyuluhan jangan ditumpangi kepentingan partai."),
    ("netralitas", "Ia menolak datang ke hajatan seorang caleg."),
    ("netralitas", "Kami tidak pernah berjanji kepada peserta pemilu."),
    ("netralitas", "Dilarang mengenakan seragam dinas di acara kampanye."),
    ("integritas", "Sisa itu bukan milik kami; kami mengembalikan sisa dana."),
    ("integritas", "Petugas tidak membulatkan angka capaian."),
    ("integritas", "Tidak ada selisih di kasnya."),
    ("integritas", "Kegiatan dalam laporan itu tidak pernah digelar."),
    ("integritas", "Paket pengadaan jangan dipecah; jangan memecah paket."),
    ("sinergi", "Anggota tim saling menggantikan."),
    ("transparansi", "Anggaran terbuka sejak awal."),
    ("transparansi", "Panitia memasang berita acara."),
    ("transparansi", "Kekeliruan yang ditutupi tumbuh."),
    ("disiplin", "Upacara dihadiri segelintir pegawai."),
    ("disiplin", "Surat dijawab tanpa menunda."),
    ("pelayanan", "Kita digaji buat ngelayanin."),
    ("pelayanan", "Kita digaji dari pajak rakyat."),
    ("transparansi", "Kami menghormati hak publik untuk tahu."),
    ("netralitas", "Ketua panitia itu merangkap pengurus partai."),
    ("disiplin", "Laporan itu dikirim jauh sesudah tanggal yang ditetapkan."),
    ("transparansi", "Hasilnya ditempel agar setiap orang mengetahuinya."),
    ("sinergi", "Dalam bab terakhir saya menekankan sinergi antarsubbagian."),
    ("sinergi", "Sinergi dengan pemuda membuat usaha kopi di kafe desa itu maju."),
    ("integritas", "Auditor menemukan tiket fiktif di laporan itu."),
    ("integritas", "Saya menolak amplop meskipun banyak konsumen memaksa."),
    ("disiplin", "Pegawai itu baru datang menjelang siang."),
    ("transparansi", "Di papan tulis tertulis rincian iuran."),
]


def counts(theme: str, text: str) -> bool:
    rows = kc.evidence(kc.load({"a": text}), themes=theme)
    return bool(rows["status"].isin(COUNTED).any())


@pytest.mark.parametrize(("theme", "text"), THINGS)
def test_a_thing_or_a_place_does_not_assert_the_value_it_is_named_after(
    theme: str, text: str
) -> None:
    assert not counts(theme, text)


@pytest.mark.parametrize(("theme", "text"), VALUES)
def test_the_value_is_found_beside_the_same_things_and_places(theme: str, text: str) -> None:
    assert counts(theme, text)
