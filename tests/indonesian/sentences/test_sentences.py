"""Units tile the text, no token crosses a unit, and Indonesian prose is cut where it should be."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import examples

from kpu_corpus.indonesian.sentences.sentences import sentences
from kpu_corpus.indonesian.words import words

FRAGMENTS = st.sampled_from(
    [
        *("Kami", "kita siap", "bangsa.Kami", ". ", ".", ", ", ": ", "\n", "\n\n", " *", "• ", "*"),
        *("1. ", "a. ", "(1) ", '" ', '"', "“", "”", "’", "...", "…", " ", "\xa0", "\u200b", "? "),
        *("no. 20", "dll. ", "S.H.", ", M.Si. ", "A. Yani", "Prof. ", "725.663", "16,5%", "hal. "),
        *("kpu.go.id", "Rp.5.000", "e.g. ", "!", "?! ", "- ", " – ", "Salam Demokrasi", "\u00ad"),
        *("*Etika Kerja yang Baik Etika kerja", "\u0301", "#tag", "@kpu", "a@b.id", ";", ")", "("),
        *(
            "5",
            "no.",
            "Undang–Undang",
            "/",
            "golongan A.",
            "A s.d. Z.",
            "PT. ",
            "\r\n",
            "\t",
            "😀",
            "د. ",
            "。",
        ),
        *("i.", "A.", "Tb.", "dgn. ", "siap. kita", "**Disiplin:** ", "https://a.b", "Ltd. Co. "),
        *("(QS. An-Nisa: 58) Allah", "(lihat: ", " 2) Kami ", " (Gries, 2008). "),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS, max_size=40).map("".join))


def visible(char: str) -> bool:
    hidden = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\ufeff"
    return not (
        char.isspace()
        or char in hidden
        or "\u202a" <= char <= "\u202e"
        or "\u2060" <= char <= "\u2064"
    )


@examples(50)
@given(TEXTS)
@example("a.b\u0301.C")
def test_units_hold_every_visible_character_once(text: str) -> None:
    units = sentences(text)
    covered = [False] * len(text)
    position = 0
    for start, end, _ in units:
        assert position <= start < end <= len(text)
        assert visible(text[start])
        assert visible(text[end - 1])
        covered[start:end] = [True] * (end - start)
        position = end
    assert all(covered[i] for i, char in enumerate(text) if visible(char))


@examples(50)
@given(TEXTS)
@example("Lihat kpu.go.id.Kami siap di https://a.b• Kata")
@example("• https://a.b itu")
@example("*kpu.go.id...Undang–Undang")
def test_no_token_crosses_a_unit(text: str) -> None:
    inside = [token for unit in sentences(text) for token in words(text, unit.start, unit.end)]
    assert inside == words(text)


@examples(40)
@given(TEXTS, st.integers(0, 20), st.integers(0, 60))
def test_a_slice_is_cut_without_looking_outside(text: str, start: int, size: int) -> None:
    end = min(len(text), start + size)
    start = min(start, end)
    for unit in sentences(text, start, end):
        assert start <= unit.start < unit.end <= end


def cut(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind in sentences(text)]


def pieces(text: str) -> list[str]:
    return [piece for piece, _ in cut(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Hal ini tertuang dalam Undang – Undang no. 20 Tahun 2023.",
        "Prof. Dr. H. Muhammad Nuh, S.H., M.Si. menyampaikan sambutan kepada Yth. Bapak Bupati.",
        "Plt. Ketua, Dra. Siti, hadir a.n. Kepala Dinas di Jl. A. Yani No. 5 pada tgl. 5 Juni.",
        "Surat Bupati cq. Kepala Dinas dibacakan Budi, S.H., M.Phil. sebagai narasumber.",
        "Pegawai gol. III/a dan CPNS Gol. II naik pangkat.",
        "Kami belajar, berlatih, dll. dalam satu minggu.",
        "Sebanyak 725.663 pemilih (16,5 persen) hadir pukul 08.30 pada 2 - 5 Juni 2025.",
        "Situs kpu.go.id memuat anggaran Rp.5.000 e.g. untuk cetak.",
        "PT. Telkom Tbk. (TLKM) dan B.J. Habibie hadir di Kab. Subang.",
        "Budaya kerja berakar pada tiga nilai utama: sinergi, disiplin, dan transparansi.",
        "“Kami siap. Kami bisa,” kata Budi.",
        '"Kami siap!" kata Budi.',
        "Kami memegang (1) integritas, (2) netralitas, dan (3) disiplin.",
        "Nilai itu (jujur, adil, dll.) Kami pegang.",
        "Itu diatur Pasal 280 jo. Pasal 521, Pasal 54 jis. Pasal 42 dan Keputusan No. XI/2024.",
        "Pasangan No. Urut 1 hadir bersama Brig. Jend. Budi.",
        "Dalam Al-Qur'an (QS. An-Nisa: 58) Allah memerintahkan amanah.",
        "Menurut Budiardjo (lihat bab Pemilu; 2) KPU bekerja.",
        "Hadis itu diriwayatkan HR. Muslim No. 45 dan QS. An-Nisa ayat 58 menguatkannya.",
        "Kami menunggu ... dan terus menunggu ....",
        "Moh. Hatta, Moch. Ali, Muh. Yamin, Abd. Rahman dan Kombes Pol. Budi hadir.",
        "Nilai dasar ASN adalah 1. Berorientasi Pelayanan 2. Akuntabel 3. Kompeten 4. Loyal.",
        "Sebagai penyelenggara pemilu yang mandiri kami bertekad untuk terus\nmenjaga integritas.",
        "Kami,\nwarga desa ini, memilih.",
        "Naskah itu disusun Budi Hartono, S.H. (Ketua KPU Kota Tegal) dan timnya.",
        "Hadir Siti, M.Si. (Anggota Bawaslu), Budi, S.Kom. (Sekretaris) dan kami.",
        "Menurut huruf B. (2020) sudah jelas.",
        "Saat ditanya siapa saya? saya diam saja.",
        "Kalau ada yang tanya kapan pemilu? jangan dijawab asal.",
        "Program Ayo Coblos! kami jalankan di desa dan rubrik Tahukah Anda? saya baca.",
        "Siapa yang peduli? demikian tanya seorang warga kepada kami.",
        "Pertanyaannya, apa itu integritas? dan bagaimana menjaganya?",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert cut(text) == [(text, "sentence")]


@pytest.mark.parametrize(
    "source",
    [
        *("(Gries, 2008).", "(QS. Al-Maidah [5]: 8).", "(HR Bukhari)", "(Agustino, 2016: 23)."),
        *("(Bukhari dan Muslim)", "(An-Nahl; 90)."),
    ],
)
def test_the_source_of_a_quotation_belongs_to_its_sentence(source: str) -> None:
    quoted = f'Beliau menulis, "Berlaku adillah." {source}'
    assert cut(f"{quoted}\nKami setuju.") == [(quoted, "sentence"), ("Kami setuju.", "sentence")]


@pytest.mark.parametrize(
    "aside", ["(Kami hadir.)", "(Pada tahun 2019 kami hadir).", "(2) Kami.", "(Muslim ikut.)"]
)
def test_other_parentheses_are_units_of_their_own(aside: str) -> None:
    assert [text for text, _ in cut(f"Rapat selesai. {aside}")] == ["Rapat selesai.", aside]


@pytest.mark.parametrize(
    "parts",
    [
        ["Kami membawa pena, buku, dll.", "Mereka membawa kertas."],
        ["Kami membaca aturan tsb.", "Rapat pun dimulai."],
        ["Ahmad, Budi, dkk.", "KPU menyambut mereka."],
        ["Ia golongan III A.", "Mereka golongan II B.", "Itu saja."],
        ["Diurutkan dari A s.d. Z.", "Lengkap sekali."],
        ["Laporan diaudit BPK.", "Hasilnya baik."],
        ["Ini demi bangsa.", "Kami siap!", "Apakah kita bisa?!", "Tentu."],
        ["Ia berkata, “Jagalah integritas.”", "Kami mengangguk."],
        ['Kata beliau: "Jujurlah. Adillah."', "Kami setuju."],
        ["Kami lulus pada tahun 2023.", "19 orang menyusul."],
        ["Ketua KPU adalah Bapak Ahmad, S.Sos.", "Kami menghormatinya."],
        ["Kami hadir.", "kita bekerja bersama."],
        ["Benarkah (sungguh?) KPU mandiri?", "(Ya.)", "Kita percaya."],
        ["Tugas itu diatur dalam Pasal 1 ayat (1).", "Kami patuh."],
        ["Mereka diam…", "Kami bicara."],
        ["Kadiv. Hukum menemui Kabag. Umum.", "Ia memuji Kabag.", "Beliau senang."],
        ["Itu firman Allah dalam Q.S. Al-Anfal [8]: 27.", "Maka kami amanah."],
        ["Nilai kami:", "4. Netral itu adil.", "5. Mandiri itu kuat."],
        ["Suhu aula 33,5 °C.", "Kipas mati."],
        ["Kuota min. 30 persen dan maks. separuh.", "Itu adil."],
        ["Kami tertawa wkwk.", "Kemarin ramai.", "Hmm.", "Begitulah."],
        ["Kami di TPS 1.", "Mereka di TPS 2.", "Kalian di TPS 3.", "Semua sah."],
        ["Ketua kami Budi Hartono, S.H.", "(Kami menulis ini pada 2020.)"],
        ["Beliau Siti Aminah, M.Si.", "“Jujurlah,” katanya."],
    ],
)
def test_sentences_are_cut_at_their_ends(parts: list[str]) -> None:
    assert pieces(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Nilainya:", "1. Berorientasi Pelayanan", "2. Akuntabel", "3. Kompeten.", "Itu saja."],
        ["1. Jujur.", "2. Adil", "3. Mandiri"],
        ["a. Jujur", "b. Adil", "c. Mandiri"],
    ],
)
def test_points_that_count_on_are_cut_without_a_stop_between_them(parts: list[str]) -> None:
    assert pieces(" ".join(parts)) == parts


@pytest.mark.parametrize("marks", [["[1]", "[2][3]", "[4,5]"], ["¹", "²", "¹⁰"], ["1", "2", "12"]])
def test_a_footnote_mark_belongs_to_the_sentence_before_it(marks: list[str]) -> None:
    first, second, third = marks
    parts = [f"Kami menjaga integritas.{first}", f"Hujan turun.{second}", f"Kami tidur.{third}"]
    assert pieces(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Lihat Pasal 3.1 Ketentuan Umum.",
        "Lihat pasal.1 Ketentuan Umum.",
        "Rapat mulai pukul 10.30 WIB.",
        "Lihat No.1 Kami dan hal.12 Kami.",
        "Biaya Rp.5 Juta.",
        "Luasnya 2.5 Hektare.",
        "Versi kpu.1 dan kpu.2 berlaku.",
        "Lihat Budi et al. (2021).",
        "Lihat mis. Bawaslu.",
        "Kab .Subang dan H .Ahmad hadir di kantor .Desa itu.",
    ],
)
def test_figures_and_abbreviations_are_no_footnotes_and_no_ends(text: str) -> None:
    assert pieces(text) == [text]


def test_a_stop_on_the_wrong_side_of_its_blank_ends_a_sentence() -> None:
    assert pieces("Kami jujur .Kami netral .") == ["Kami jujur .", "Kami netral ."]


def test_a_stop_without_a_space_ends_a_sentence_between_words() -> None:
    assert pieces("Demi bangsa.Kami siap.Oleh karena itu kita maju!Kita bisa") == [
        "Demi bangsa.",
        "Kami siap.",
        "Oleh karena itu kita maju!",
        "Kita bisa",
    ]


def test_a_stop_without_a_space_ends_a_sentence_behind_a_parenthesis() -> None:
    assert pieces("Rapat digelar Selasa (24/3).Ketua membukanya.") == [
        "Rapat digelar Selasa (24/3).",
        "Ketua membukanya.",
    ]


def test_runs_of_blanks_after_a_stop_are_lost_paragraph_breaks() -> None:
    assert pieces("Kami\xa0siap!\xa0\xa0oleh sebab itu dll.     Kita maju.   ") == [
        "Kami\xa0siap!",
        "oleh sebab itu dll.",
        "Kita maju.",
    ]


def test_a_line_without_a_full_stop_is_a_unit() -> None:
    assert pieces("Kami siap menjaga suara rakyat\r\nKita maju bersama\n\nselesai sudah") == [
        "Kami siap menjaga suara rakyat",
        "Kita maju bersama",
        "selesai sudah",
    ]


def test_lines_wrapped_at_one_width_are_joined() -> None:
    text = (
        "Pelaksanaan pemilu yang jujur dan adil memerlukan kerja keras dari seluruh jajaran\n"
        "Komisi Pemilihan Umum di pusat maupun daerah, termasuk para pegawai baru di Kabupaten\n"
        "Subang yang kini belajar. Kami siap."
    )
    assert pieces(text) == [text[: text.index(" Kami siap.")], "Kami siap."]


def test_a_line_that_ends_in_a_semicolon_is_not_joined_to_the_next() -> None:
    oath = ["Saya bersumpah:", "bahwa saya akan setia dan taat kepada negara;", "bahwa saya jujur."]
    assert pieces("\n".join(oath)) == oath
    sources = (
        "Demokrasi sudah lama dibahas oleh para ahli politik di seluruh dunia (Anderson, 2006;\n"
        "Huntington, 1991) dan hasilnya kini dipakai oleh penyelenggara pemilu kita."
    )
    assert pieces(sources) == [sources]


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("*Menanamkan Etika Kerja yang Baik", "Etika kerja yang baik merupakan fondasi."),
        ("*Meningkatkan Kemampuan dan Pengetahuan", "Terus belajar dan meningkatkan diri."),
        ("* Kerja Sama dan Komunikasi", "Kerja sama dan komunikasi itu perlu."),
        ("1. Menjaga Integritas", "Integritas adalah kunci kerja kami."),
        ("2) Etika Kerja", "Dalam bekerja kita perlu etika."),
        ("a. Netralitas ASN", "ASN KPU harus netral dalam pemilu."),
        ("• Disiplin Waktu:", "Datang tepat waktu."),
        ("• Disiplin waktu:", "Datang tepat waktu."),
        ("*Kolaborasi*", "Kolaborasi adalah kerja bersama."),
        ("**Kolaborasi:**", "Bekerja bersama semua pihak."),
        ("1. *Sinergi*", "Bekerja bersama semua pihak."),
        ("*Pelayanan Prima", "Pelayanan Prima adalah janji kami."),
        ("*Profesional", "Sebagai ASN KPU kita harus profesional."),
        ("*Netralitas", "Aparatur Sipil Negara harus netral."),
        ("*MENJAGA INTEGRITAS", "Integritas adalah kunci kerja kami."),
    ],
)
@pytest.mark.parametrize("before", ["", "Kami siap. ", "Cara kami: "])
def test_a_list_heading_is_cut_from_its_sentence(heading: str, sentence: str, before: str) -> None:
    assert cut(f"{before}{heading} {sentence} Kami siap.")[-3:] == [
        (heading, "heading"),
        (sentence, "sentence"),
        ("Kami siap.", "sentence"),
    ]


@pytest.mark.parametrize(
    "point",
    [
        "Setiap ASN wajib netral",
        "Seluruh KPPS melayani pemilih",
        "Di Jawa Barat kami bekerja",
        "Pada Pemilu 2024 kami tidak memihak",
        "Ibu Ani datang",
        "Mengajak Bawaslu dan DPRD mengawasi",
        "Ketua Bawaslu dan Ketua KPU hadir",
        "Kepala Daerah dan Wakil Kepala Daerah wajib netral",
        "Memahami Undang Undang tentang pemilu",
        "Warga Negara Indonesia di Republik Indonesia berdaulat",
    ],
)
@pytest.mark.parametrize("marker", ["1. ", "2) ", "(3) ", "- ", "• ", "\uf0b7 ", "a. ", "* "])
def test_a_point_that_opens_with_capitals_stays_whole(marker: str, point: str) -> None:
    assert cut(f"Kewajiban kami:\n{marker}{point}") == [
        ("Kewajiban kami:", "lead_in"),
        (f"{marker}{point}", "list_item"),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        ["Tugas kami:", "1. Menjaga netralitas, 2. Melayani pemilih, dan 3. Menolak suap."],
        ["Tugas kami:", "a. Menjaga netralitas, b. Melayani pemilih dan c. Menolak suap."],
        ["Kami 1. Menjaga netralitas serta 2. Melayani pemilih.", "Kami siap."],
        ["Diatur dalam Pasal 1, 2, dan 3.", "Kami patuh."],
        ["Kami juara 1.", "Mereka juara 2.", "Kita juara 3."],
        ["Ia membawa 1, 4.", "Kami membawa 2, 3.", "Selesai."],
    ],
)
def test_numbers_that_count_parts_of_a_sentence_do_not_end_it(parts: list[str]) -> None:
    assert pieces(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Nilai kami ialah (1) Jujur; (2) Adil; dan (3) Mandiri.", "Kami siap."],
        ["Nilai kami ialah a. Jujur; b. Adil; dan c. Mandiri.", "Kami siap."],
        ["Kami 1) Jujur; serta 2) Mandiri.", "Kami siap."],
        ["Kami a. jujur; b. adil; dan c. mandiri.", "Kami siap."],
        # not joined to the end, not counting on, or not written alike
        ["Kami (1) Jujur;", "(2) Adil;", "(3) Mandiri."],
        ["Kami (1) Jujur;", "(3) Adil; dan (4) Mandiri."],
        ["Nilai kami;", "(1) Jujur; dan (2) Mandiri."],
        ["Kami (1) Jujur;", "2) Adil; dan 3) Mandiri."],
        ["Kami (1) Jujur; (2) Adil; dan (3) Siap;", "(4) Mandiri."],
    ],
)
def test_a_list_joined_inside_a_sentence_is_not_cut(parts: list[str]) -> None:
    assert pieces(" ".join(parts)) == parts


def test_a_colon_before_a_list_makes_a_lead_in() -> None:
    assert cut("Cara kami: 1. Menjaga integritas; 2. Menjaga netralitas. Kami siap.") == [
        ("Cara kami:", "lead_in"),
        ("1. Menjaga integritas;", "list_item"),
        ("2. Menjaga netralitas.", "list_item"),
        ("Kami siap.", "sentence"),
    ]


def test_short_points_of_a_list_are_no_headings() -> None:
    assert cut("Nilai kami:\n- Integritas\n- Netralitas\nKami menjaganya.") == [
        ("Nilai kami:", "lead_in"),
        ("- Integritas", "list_item"),
        ("- Netralitas", "list_item"),
        ("Kami menjaganya.", "sentence"),
    ]


def test_points_that_the_file_marks_are_units_of_their_own() -> None:
    lines = [
        "Kami menjaga tiga hal berikut ini setiap hari di kantor:",
        "menjaga kejujuran dalam setiap tahapan pemilihan umum dan pemilihan daerah",
        "melayani pemilih dengan ramah tanpa membeda-bedakan siapa pun yang datang",
        "semua itu kami lakukan bersama-sama dengan senang hati di kantor kecil ini",
    ]
    text = "\n".join(lines)
    items = [(text.index(line), text.index(line) + len(line)) for line in lines[1:3]]
    marked = [text[unit.start : unit.end] for unit in sentences(text, items=items)]
    assert marked == lines
    kinds = [unit.kind for unit in sentences(text, items=items)]
    assert kinds == ["lead_in", "list_item", "list_item", "sentence"]
    assert len(sentences(text)) < 4


def test_a_part_that_does_not_close_the_text_has_no_sign_off() -> None:
    text = "Kami bekerja.\nSalam Demokrasi!"
    assert sentences(text)[-1].kind == "sign_off"
    assert sentences(text, closes=False)[-1].kind == "sentence"


@pytest.mark.parametrize("number", ["1.1.", "2.1.3.", "1.1"])
def test_the_number_of_a_section_belongs_to_its_title(number: str) -> None:
    assert cut(f"{number} Latar Belakang\nKami bertekad jujur.") == [
        (f"{number} Latar Belakang", "heading"),
        ("Kami bertekad jujur.", "sentence"),
    ]


def test_a_title_line_heads_the_lines_after_it() -> None:
    assert cut("Tekad Kami\nKami bertekad jujur.\n1. Disiplin Waktu\nKami datang pagi.") == [
        ("Tekad Kami", "heading"),
        ("Kami bertekad jujur.", "sentence"),
        ("1. Disiplin Waktu", "heading"),
        ("Kami datang pagi.", "sentence"),
    ]


@pytest.mark.parametrize(
    "closing",
    [
        "Salam Demokrasi!",
        "Salam Demokrasi, KPU Melayani",
        "Wassalamualaikum warahmatullahi wabarakatuh.",
        "Wassalamu'alaikum Wr. Wb.",
        "KPU Melayani",
        "Merdeka!",
        "#KPUMelayani",
        "Sekian dan terima kasih.",
        "Mari kita jaga pemilu!",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_closing_formula_is_a_sign_off(closing: str, gap: str) -> None:
    assert cut(f"Kami siap.{gap}{closing}") == [("Kami siap.", "sentence"), (closing, "sign_off")]


@pytest.mark.parametrize(
    "last", ["Mari kita jaga bersama.", "KPU hadir untuk melayani.", "Selesai"]
)
def test_a_plain_last_sentence_is_no_sign_off(last: str) -> None:
    assert cut(f"Kami siap. {last}")[-1] == (last, "sentence")


def test_rules_and_stray_stops_join_their_neighbour() -> None:
    assert pieces("***\nKami siap.\n-----\nKita maju. . .") == [
        "***\nKami siap.\n-----",
        "Kita maju. . .",
    ]
    assert pieces("... !") == ["... !"]
    assert pieces(" \u200b\xa0\n") == []


def test_every_unit_of_the_first_essays_is_met() -> None:
    gold = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))
    if not (gold / "gold" / "seed.json").exists():
        pytest.skip("needs gold/seed.json in the folder named by KPU_CORPUS_GOLD")
    text = (gold / "corpus" / "opini-kpu-subang.txt").read_text(encoding="utf-8")
    essays = json.loads((gold / "gold" / "seed.json").read_text(encoding="utf-8"))["essays"]
    for essay in essays:
        assert sentences(text, essay["body_start"], essay["body_end"]) == [
            (unit["start"], unit["end"], unit["type"].removeprefix("list_"))
            for unit in essay["units"]
        ]


def test_a_long_text_without_letters_or_spaces_is_read_once() -> None:
    # Quadratic reading of any of these would take minutes.
    for part in (
        ". ",
        "* ",
        '"',
        "“ka. ",
        "a.b.",
        "(a. ",
        "kata\n",
        "* Kata ",
        ".",
        "a\u200b",
        "#a.",
        "; dan 1. A",
        "a; b. A ",
    ):
        text = part * 2_000
        units = sentences(text)
        assert units[-1].end == len(text.rstrip(" \n\u200b"))
