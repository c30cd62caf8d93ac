"""The shipped lexicons: complete, sourced, held to their examples."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.sentences import counted

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import SHIPPED as LEXICONS
from kpu_corpus.analysis.lexicon import Lexicon, Theme, load_lexicon
from kpu_corpus.analysis.lexicon.toml_file import content_of
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.status import COUNTED, judged


def with_own_patterns(lexicon: Lexicon) -> Lexicon:
    """Return a lexicon without what its themes include: that is tried where it is written."""
    data = (Path(kc.__file__).parent / "data" / lexicon.name).read_bytes()
    told = content_of(lexicon.name, data)["themes"]
    return replace(
        lexicon,
        themes=tuple(
            replace(theme, patterns=theme.patterns[: len(told[theme.key].get("patterns", ()))])
            for theme in lexicon.themes
        ),
    )


TEN, BERAKHLAK, PEMILU = SHIPPED = [load_lexicon(name) for name in LEXICONS]
CODEBOOK = (
    "integritas netralitas sinergi disiplin transparansi profesionalisme tanggung_jawab pelayanan "
    "pembelajaran demokrasi"
).split()
VALUES = "berorientasi_pelayanan akuntabel kompeten harmonis loyal adaptif kolaboratif".split()
ASAS = "langsung umum bebas rahasia jujur adil".split()
PRINSIP = (
    "mandiri jujur adil berkepastian_hukum tertib terbuka proporsional profesional akuntabel "
    "efektif efisien"
).split()
THEMES = [(lexicon, theme) for lexicon in SHIPPED for theme in lexicon.themes]
IDS = [f"{lexicon.name}:{theme.key}" for lexicon, theme in THEMES]


def test_the_ten_themes_are_those_of_the_codebook_in_its_order() -> None:
    assert [theme.key for theme in TEN.themes] == CODEBOOK
    assert TEN.labels("en")["tanggung_jawab"] == "Responsibility"


def test_berakhlak_has_the_seven_values_in_their_order() -> None:
    assert [theme.key for theme in BERAKHLAK.themes] == VALUES


def test_the_election_law_has_its_six_principles_and_eleven() -> None:
    assert PEMILU.below("asas_pemilu") == set(ASAS)
    assert PEMILU.below("prinsip_penyelenggara") == set(PRINSIP)


@pytest.mark.parametrize(("lexicon", "theme"), THEMES, ids=IDS)
def test_a_theme_says_what_it_means_in_two_languages_and_from_where(
    lexicon: Lexicon, theme: Theme
) -> None:
    for named in (theme.label, theme.definition):
        assert all(named[lang] for lang in ("id", "en"))
    assert theme.source
    assert lexicon.name == TEN.name or "Pasal" in theme.source


@pytest.mark.parametrize("lexicon", SHIPPED, ids=lambda lexicon: lexicon.name)
def test_every_pattern_finds_its_example_and_not_its_counter_example(lexicon: Lexicon) -> None:
    patterns = [*lexicon.every]
    own = [one for theme in with_own_patterns(lexicon).themes for one in theme.patterns]
    assert all(one.example for one in own)
    texts = {f"example {i}": p.example for i, p in enumerate(patterns) if p.example}
    texts |= {f"counter {i}": p.counter for i, p in enumerate(patterns) if p.counter}
    tokens = kc.preprocess(kc.load(texts))
    spans = Matcher(tokens, lexicon).find_each(patterns)
    pattern = np.repeat(np.arange(len(spans)), [len(one.first) for one in spans])
    first, last = map(np.concatenate, zip(*spans, strict=True))
    against = np.array([one.against for one in patterns])[pattern]
    counted = np.isin(judged(tokens, first, last, against).status, COUNTED)
    names = list(texts)
    essays = (names[row] for row in tokens.essay[first[counted]])
    found = set(zip(pattern[counted].tolist(), essays, strict=True))
    told = [*enumerate(patterns)]
    missed = [p.example for i, p in told if p.example and (i, f"example {i}") not in found]
    wrong = [p.counter for i, p in told if (i, f"counter {i}") in found]
    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize("lexicon", SHIPPED, ids=lambda lexicon: lexicon.name)
def test_no_counter_example_is_found_by_another_pattern_of_its_theme(lexicon: Lexicon) -> None:
    texts = {
        f"{theme.key} {i}": pattern.counter
        for theme in with_own_patterns(lexicon).themes
        for i, pattern in enumerate(theme.patterns)
    }
    assert all(texts.values())
    rows = kc.evidence(kc.load(texts), lexicon=lexicon)
    counted = rows[rows["status"].isin(COUNTED)]
    own = [
        essay
        for essay, theme in zip(counted["essay"], counted["theme"], strict=True)
        if essay.split()[0] == theme
    ]
    assert own == []


@pytest.mark.parametrize("lexicon", SHIPPED, ids=lambda lexicon: lexicon.name)
def test_nothing_is_listed_twice_and_no_set_is_idle(lexicon: Lexicon) -> None:
    matches = [[m for p in theme.patterns for m in p.match] for theme in lexicon.themes]
    contexts = [p.context + p.without for p in lexicon.every]
    lists = [*matches, *contexts, *lexicon.sets.values()]
    slots = [slot.split("|") for listed in lists for string in listed for slot in string.split()]
    assert [twice for listed in (*lists, *slots) if (twice := doubles(listed))] == []
    assert {word[1:] for slot in slots for word in slot if word.startswith("@")} == set(
        lexicon.sets
    )


def test_no_string_of_the_ten_themes_stands_in_two_of_them() -> None:
    matches = [match for theme in TEN.themes for p in theme.patterns for match in p.match]
    assert doubles(matches) == []


def doubles(listed: Iterable[str]) -> list[str]:
    return [string for string, times in Counter(listed).items() if times > 1]


def test_a_value_is_found_by_its_name_or_a_paraphrase() -> None:
    cases = [
        ("Petugas menolak suap walau sedikit.", {"integritas"}),
        ("Panitia tidak berpihak kepada calon mana pun.", {"netralitas"}),
        ("Kami bahu-membahu menata gudang logistik.", {"sinergi"}),
        ("Anggaran dipublikasikan agar warga dapat mengawasi.", {"transparansi"}),
        ("Ia datang tepat waktu dan menaati aturan.", {"disiplin"}),
        ("Daftar pemilih diperiksa dengan cermat.", {"profesionalisme"}),
        ("Setiap keputusan dapat dipertanggungjawabkan.", {"tanggung_jawab"}),
        ("Sebagai abdi negara kami hadir untuk warga.", {"pelayanan"}),
        ("Pegawai muda terus belajar dan beradaptasi.", {"pembelajaran"}),
        ("Kedaulatan rakyat dijaga di setiap bilik.", {"demokrasi"}),
        ("Intergritas kami diuji setiap hari.", {"integritas"}),
        ("Calo jabatan berkeliaran menjelang mutasi.", {"integritas"}),
        ("Saya dilempar dari satu loket ke loket lain.", {"pelayanan"}),
        ("Pemilu tidak mungkin dikerjakan oleh satu orang.", {"sinergi"}),
        ("Petugas memudahkan pemilih lansia.", {"pelayanan", "demokrasi"}),
        ("Hal itu memberi kami pemahaman.", {"pembelajaran"}),
        ("Kantor itu menumbuhkan budaya literasi.", {"pembelajaran"}),
        ("Wartawan yang berpihak mengecewakan masyarakat.", {"netralitas"}),
        ("Petugas tidak boleh membela kontestan.", {"netralitas"}),
        ("Dengan saling mendukung kita merawat persatuan bangsa.", {"sinergi"}),
    ]
    assert counted(dict(cases), TEN) == dict(cases)


def test_the_same_word_in_another_sense_is_no_theme() -> None:
    cases = [
        "Peluang terbuka lebar bagi pelamar.",
        "Bank Mandiri membuka cabang baru.",
        "Ia pergi ke pasar bersama keluarganya.",
        "Pengadilan Negeri terletak di jalan utama.",
        "Perubahan iklim membuat panen gagal.",
        "Jaringan komputer kantor diganti.",
        "Warga kesulitan mendapat air bersih.",
        "Komisi Pemilihan Umum membuka pendaftaran.",
        "Ia lulusan disiplin ilmu hukum.",
        "Bela negara tidak harus mengangkat senjata.",
        "Persatuan bangsa lebih penting daripada perbedaan.",
        "Kedaulatan negara tidak boleh diganggu.",
        "Literasi warga desa dibahas di koran.",
        "Nasib sedang berpihak kepada saya.",
        "Kebijakan itu memihak kepentingan petani.",
        "Kesalahan itu tidak diketahui oleh satu orang pun.",
        "Ibu memberi saya bekal nasi.",
    ]
    assert counted(cases, TEN) == {sentence: set() for sentence in cases}


def test_a_value_of_berakhlak_is_found_in_a_sentence_of_its_own() -> None:
    cases = [
        ("Kami membantu warga lanjut usia mengisi formulir.", {"berorientasi_pelayanan"}),
        ("Laporan keuangan disusun secara akuntabel.", {"akuntabel"}),
        ("Ia mengikuti bimbingan teknis sipol.", {"kompeten"}),
        ("Kami saling menghargai meski berbeda daerah asal.", {"harmonis"}),
        ("Saya ingin mengabdi kepada bangsa.", {"loyal"}),
        ("Aplikasi baru itu menuntut kami menyesuaikan diri.", {"adaptif"}),
        ("Panitia menggandeng komunitas pemuda.", {"kolaboratif"}),
    ]
    assert counted(dict(cases), BERAKHLAK) == dict(cases)


def test_everyday_words_are_no_value_of_berakhlak() -> None:
    cases = [
        "Data pemilih belum dikirim ke provinsi.",
        "Lokasi TPS belum dibagikan.",
        "Botol tinta itu tertutup rapat.",
        "Tuliskan nama lembaga pada kolom pertama.",
        "Tim nasional Indonesia bertahan.",
        "Dosen membawa payung.",
        "Saya minum satu gelas air putih setiap pagi.",
        "Sebelum Natal harga cabai naik.",
        "Kami menginap dua malam di hotel.",
        "Perempuan itu tidak tahu nama saya.",
        "Kertas itu saya tulis dengan pensil.",
        "Saya tinggal di sini.",
        "Beras itu saya hitung di rumah.",
        "Lampu mati, kami membuat kopi.",
        "Warga menunggu bus dua jam.",
        "Penjual itu mengembalikan nota kepada pembeli.",
        "Paman mengubah gudang menjadi kamar tidur.",
        "Saya membantu ibu mengupas bawang.",
        "Kami makan malam bersama nenek.",
        "Kantor camat itu melayani dua belas desa.",
        "Pelayanan dibuka pukul delapan.",
    ]
    assert counted(cases, BERAKHLAK) == {sentence: set() for sentence in cases}


def test_a_principle_of_elections_is_found_in_a_sentence_of_its_own() -> None:
    cases = [
        ("Pengurus partai tidak boleh menjadi anggota KPPS.", "mandiri"),
        ("Ketua mengakui selisih suara itu dan membetulkannya.", "jujur"),
        ("Tidak ada yang boleh menyuruh orang di bilik suara.", "bebas"),
        ("Kami memanggil pemilih satu per satu.", "tertib"),
        ("Data pemilih itu menyeluruh, akurat, dan mutakhir.", "umum"),
        ("Banyak anggota KPPS masih awam.", "profesional"),
        ("Pilkada kali ini sangat murah.", "efisien"),
    ]
    parents = {"asas_pemilu", "prinsip_penyelenggara"}
    told = counted(dict(cases), PEMILU)
    assert {sentence: found - parents for sentence, found in told.items()} == {
        sentence: {principle} for sentence, principle in cases
    }


def test_election_routine_is_no_principle() -> None:
    cases = [
        "Surat suara belum dibuka.",
        "Kotak suara dibuka kembali untuk mengambil formulir.",
        "Bilik suara itu dipindahkan petugas.",
        "Petugas menunjukkan surat suara kepada rekannya di gudang.",
        "Tempat cuci tangan diletakkan di depan TPS.",
        "Kotak suara itu dibeli panitia.",
        "Kami memakai kipas angin yang lama.",
        "Selimut itu kami simpan di lemari.",
        "Kegiatan itu menghabiskan dana dua juta rupiah.",
        "Kotak suara yang basah diganti.",
        "Bilik suara ditambah menjadi empat.",
        "Kotak suara diserahkan kepada PPS.",
        "Menurut UU Nomor 7 Tahun 2017, KPU berkedudukan di ibu kota negara.",
        "Pada prinsipnya penyelenggara menerima usul itu.",
        "KPU memutakhirkan data pemilih setiap triwulan.",
        "PPID mengikuti rapat koordinasi di Jakarta.",
        "KPU menerbitkan petunjuk teknis pencalonan bulan lalu.",
        "Setelah tiba di TPS, warga langsung mencoblos lalu pulang.",
        "Suara partai itu berkurang di tiga kecamatan.",
        "Petugas KPPS mengarahkan pemilih ke bilik suara.",
        "Partai bebas menentukan calon presidennya.",
        "Menurut undang-undang, anggota KPU provinsi berjumlah lima atau tujuh orang.",
        "KPU menunggu putusan pengadilan terkait pencalonan.",
        "Kantor KPU menyediakan layanan informasi di lantai satu.",
        "Ambang batas merugikan partai kecil menurut pengamat.",
    ]
    assert counted(cases, PEMILU) == {sentence: set() for sentence in cases}


def test_everyday_words_beside_it_do_not_hide_a_value() -> None:
    cases = [
        (BERAKHLAK, "Kami saling menghormati saat memakai baju adat.", "harmonis"),
        (BERAKHLAK, "Kami saling menghargai ketika menonton film bersama.", "harmonis"),
        (BERAKHLAK, "Kami rukun, sering memasak bersama.", "harmonis"),
        (BERAKHLAK, "Rekan membawa kue untuk semua bagian tanpa memandang agama.", "harmonis"),
        (BERAKHLAK, "Lagu Indonesia Raya kami nyanyikan dengan khidmat.", "loyal"),
        (BERAKHLAK, "Dana lomba voli kami pertanggungjawabkan dengan kuitansi.", "akuntabel"),
        (BERAKHLAK, "Iuran ulang tahun kantor kami catat dan kami tempel.", "akuntabel"),
        (BERAKHLAK, "Semua logistik kami catat satu per satu setibanya di bandara.", "akuntabel"),
        (BERAKHLAK, "Kunci gudang saya serahkan kepada penggantinya.", "akuntabel"),
        (BERAKHLAK, "Kami melayani tiga warga difabel di rumahnya.", "berorientasi_pelayanan"),
        (BERAKHLAK, "Pelayanan dibuka sampai malam demi warga.", "berorientasi_pelayanan"),
        (BERAKHLAK, "Kami melayani tamu kantor sampai selesai.", "berorientasi_pelayanan"),
        (BERAKHLAK, "Kami meminjam genset tetangga ketika listrik mati.", "kolaboratif"),
        (BERAKHLAK, "Seperti pesan ayah, kami melibatkan warga sejak awal.", "kolaboratif"),
        (PEMILU, "Suara di kotak suara tidak boleh dimanipulasi.", "jujur"),
        (PEMILU, "Dana APBN wajib kami pertanggungjawabkan.", "akuntabel"),
        (PEMILU, "Petugas memalsukan hasil di dalam kotak suara.", "jujur"),
        (PEMILU, "Suara dicuri ketika kotak suara dibawa ke kecamatan.", "jujur"),
        (PEMILU, "Isi kotak suara harus sesuai dengan catatan yang sebenarnya.", "jujur"),
        (PEMILU, "Hasil suara diganti oleh oknum petugas.", "jujur"),
        (PEMILU, "Angka di formulir C1 diganti setelah saksi pulang.", "jujur"),
        (PEMILU, "Penipuan dalam penghitungan suara harus dihukum.", "jujur"),
        (PEMILU, "Pemilih tidak boleh diwakilkan di depan kotak suara.", "langsung"),
        (PEMILU, "Pemilih tidak boleh diwakilkan di dalam bilik suara.", "langsung"),
        (PEMILU, "Saksi dilarang mengintip pilihan pemilih.", "rahasia"),
        (PEMILU, "Jangan sampai saksi tahu pilihan pemilih.", "rahasia"),
        (PEMILU, "Nama orang yang sudah meninggal kami coret dari daftar pemilih.", "umum"),
        (PEMILU, "Nama almarhum dicoret dari daftar pemilih.", "umum"),
        (PEMILU, "Petugas datang dari rumah ke rumah mencocokkan data pemilih.", "umum"),
        (PEMILU, "Data pemilih kami cocokkan dari rumah ke rumah.", "umum"),
        (PEMILU, "Petugas yang anggota partai kami tolak.", "mandiri"),
        (PEMILU, "Kami menolak petugas yang masih anggota partai.", "mandiri"),
    ]
    for lexicon in (BERAKHLAK, PEMILU):
        told = counted((sentence for own, sentence, _ in cases if own is lexicon), lexicon)
        assert [row for row in cases if row[0] is lexicon and row[2] not in told[row[1]]] == []


def test_what_a_principle_finds_counts_for_its_parents() -> None:
    rows = kc.evidence(kc.load({"a": "Petugas bersikap adil."}), lexicon="pemilu")
    assert set(rows["theme"]) == {"adil", "asas_pemilu", "prinsip_penyelenggara"}
    assert set(rows["surface"]) == {"adil"}
