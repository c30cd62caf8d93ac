"""The spelling check: what is found, what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_corpus.indonesian.roots.attaching import attach, splits, unassimilated
from kpu_corpus.indonesian.spelling import data as spelling_data
from kpu_corpus.indonesian.spelling import spelling
from kpu_corpus.indonesian.spelling.joins import joins

LEFT_ALONE = (
    "integritas kepemiluan dipertanggungjawabkan mempertanggungjawabkan ketidaknetralan "
    "memperhatikan mempunyai mempelajari mempekerjakan memproduksi mengkaji walaupun meskipun "
    "bagaimanapun ataupun maupun disebut-sebut keluar kepada kedua diatasi ditempatkan ditangani "
    "memitigasi disinformasi hoaks rahmawati subang development gangguan menyucikan sanksi "
    "nonpartisan antarlembaga pascapemilu himpun ampun anak-anak sebaik-baiknya kuketahui "
    "mengobrak-abrik mengenakan menarikan mengadukan memainkan "
    "qur'an tahun'90 aktualitas idealitas ilegalitas irasionalitas "
    "pancasilais oligarkis gamifikasi perapihan "
    "antropologis hegemonis kompromis eksploitatif imoral muruah percikkan petikkanlah kepakkan "
    "desakkan masakkan "
    "griyakerja padli sengak anggarkan dapatmendapatkan "
    "kalurahan kapanewon merekap peubah menyelidik menjemukan penjarah teperdaya kps"
)
ROOTS = "pilih tulis sapu kirim didik bantu lihat ambil gambar hormat"
REASONS = {"misspelling", "joined", "split_prefix", "non_standard", "borrowed"}


def hinted(form: str) -> spelling.Suggestion | None:
    return spelling.suggestions([form]).get(form)


@pytest.mark.parametrize(
    ("form", "suggestion", "reason"),
    [
        ("karir", "karier", "non_standard"),
        ("berjamaah", "berjemaah", "non_standard"),
        ("adapula", "ada pula", "joined"),
        ("penegakkan", "penegakan", "misspelling"),
        ("kedudukkannya", "kedudukannya", "misspelling"),
        ("penunjukkan", "penunjukan", "misspelling"),
        ("disamakkan", "disamakan", "misspelling"),
        ("menyatukkannya", "menyatukannya", "misspelling"),
        ("kehadirat", "ke hadirat", "joined"),
        ("kemasyarakat", "ke masyarakat", "joined"),
        ("ibupun", "ibu pun", "joined"),
        ("mejalani", "menjalani", "misspelling"),
        ("pekerjannya", "pekerjaannya", "misspelling"),
        ("pekerjaanya", "pekerjaannya", "misspelling"),
        ("naek", "naik", "non_standard"),
        ("kecendrungan", "kecenderungan", "misspelling"),
        ("penyebrangan", "penyeberangan", "misspelling"),
        ("diidzinkan", "diizinkan", "non_standard"),
        ("mencari2", "mencari-cari", "non_standard"),
        ("efektifitas", "efektivitas", "non_standard"),
        ("terpercaya", "tepercaya", "non_standard"),
        ("mensukseskan", "menyukseskan", "non_standard"),
        ("mempengaruhi", "memengaruhi", "non_standard"),
        ("berhutang", "berutang", "non_standard"),
        ("intergritas", "integritas", "misspelling"),
        ("meritrokrasi", "meritokrasi", "misspelling"),
        ("menganggu", "mengganggu", "misspelling"),
        ("intansi", "instansi", "misspelling"),
        ("demokarsi", "demokrasi", "misspelling"),
        ("pemlihan", "pemilihan", "misspelling"),
        ("msayarakat", "masyarakat", "misspelling"),
        ("pertanggungjwaban", "pertanggungjawaban", "misspelling"),
        ("pemutahiran", "pemutakhiran", "misspelling"),
        ("pemukhtahiran", "pemutakhiran", "misspelling"),
        ("dimuktahirkan", "dimutakhirkan", "misspelling"),
        ("kabupatan", "kabupaten", "misspelling"),
        ("penguna", "pengguna", "misspelling"),
        ("menegakan", "menegakkan", "misspelling"),
        ("menunjukannya", "menunjukkannya", "misspelling"),
        ("memuakan", "memuakkan", "misspelling"),
        ("professionalitas", "profesionalitas", "misspelling"),
        ("spritualitas", "spiritualitas", "misspelling"),
        ("integeritas", "integritas", "misspelling"),
        ("ta'at", "taat", "non_standard"),
        ("keta'atannya", "ketaatannya", "non_standard"),
        ("memanfa'atkan", "memanfaatkan", "non_standard"),
        ("tdk", "tidak", "non_standard"),
        ("hrs", "harus", "non_standard"),
        ("ketrampilan", "keterampilan", "non_standard"),
        ("penyoblosan", "pencoblosan", "non_standard"),
        ("dikedua", "di kedua", "joined"),
        ("bermaterai", "bermeterai", "non_standard"),
        ("bapak2", "bapak-bapak", "non_standard"),
        ("sehari2", "sehari-hari", "non_standard"),
        ("siapapun", "siapa pun", "joined"),
        ("pegawaipun", "pegawai pun", "joined"),
        ("tanggungjawab", "tanggung jawab", "joined"),
        ("dilingkungan", "di lingkungan", "joined"),
        ("diantaranya", "di antaranya", "joined"),
        ("kedepan", "ke depan", "joined"),
        ("memposting", "mengunggah", "borrowed"),
    ],
)
def test_a_wrong_form_gets_its_correction_and_reason(
    form: str, suggestion: str, reason: str
) -> None:
    hint = hinted(form)
    assert hint is not None
    assert (hint.suggestion, hint.reason) == (suggestion, reason)


@pytest.mark.parametrize(
    "form",
    LEFT_ALONE.split(),
)
def test_a_correct_or_foreign_form_is_left_alone(form: str) -> None:
    assert hinted(form) is None


def test_only_a_hint_is_given_for_a_borrowed_word() -> None:
    hint = hinted("memposting")
    assert hint is not None
    assert not hint.certain


def test_of_two_words_as_near_and_as_likely_none_is_certain() -> None:
    hint = hinted("seoang")  # seorang, sedang
    assert hint is not None
    assert (hint.suggestion, hint.certain) == ("seorang", False)


@pytest.mark.parametrize(
    ("form", "suggestion", "certain"),
    [
        ("ekinerja", "kinerja", False),  # e-Kinerja
        ("epemilu", "pemilu", False),
        ("hideung", "hidung", False),  # Sundanese: black
        ("meunang", "menang", False),  # to get
        ("wargane", "warganet", False),  # Javanese: its people
        ("kepeutusan", "keputusan", True),
        ("syahriyah", "syariah", False),  # what pupils pay by the month
        ("hukumyang", "hukuman", False),
        ("kinejrja", "kinerja", True),
        ("masyaraakaat", "masyarakat", True),
        ("pelaksanaaaan", "pelaksanaan", True),
        ("peurbahan", "perubahan", True),
    ],
)
def test_letters_that_make_another_word_are_no_certain_slip(
    form: str, suggestion: str, certain: bool
) -> None:
    assert hinted(form) == (suggestion, "misspelling", certain)


def test_a_letter_for_another_is_certain_only_where_they_are_confused() -> None:
    forms = "kembaki tenggalam mclaksanakan nasionai supaja mencetar menjajikan".split()
    found = spelling.suggestions(forms)
    assert {form: (hint.suggestion, hint.certain) for form, hint in found.items()} == {
        "kembaki": ("kembali", True),
        "tenggalam": ("tenggelam", True),
        "mclaksanakan": ("melaksanakan", True),
        "nasionai": ("nasional", True),
        "supaja": ("supaya", True),
        "mencetar": ("mencetak", False),
        "menjajikan": ("menjadikan", False),
    }


def test_a_clitic_stays_on_the_corrected_word() -> None:
    hint = hinted("resikonya")
    assert hint is not None
    assert hint.suggestion == "risikonya"


@pytest.mark.parametrize(
    ("form", "suggestion"),
    [
        ("dihutangi", "diutangi"),
        ("dihempaskannya", "diempaskannya"),
        ("berkomplit", "berkomplet"),
        ("mengomplitkan", "mengompletkan"),
        ("lembabkan", "lembapkan"),
    ],
)
def test_what_is_built_on_a_non_standard_root_has_its_official_form(
    form: str, suggestion: str
) -> None:
    assert hinted(form) == (suggestion, "non_standard", True)


@pytest.mark.parametrize(
    ("form", "suggestion"),
    [
        ("kantorkantor", "kantor-kantor"),
        ("peraturanperaturan", "peraturan-peraturan"),
        ("satusatunya", "satu-satunya"),
        ("setinggitingginya", "setinggi-tingginya"),
        ("berturutturut", "berturut-turut"),
        ("tolongmenolong", "tolong-menolong"),
        ("jatuhmenjatuhkan", "jatuh-menjatuhkan"),
    ],
)
def test_a_word_said_twice_gets_back_its_hyphen(form: str, suggestion: str) -> None:
    assert hinted(form) == (suggestion, "joined", True)


@pytest.mark.parametrize(
    ("form", "suggestion"),
    [
        ("dikantor-kantor", "di kantor-kantor"),
        ("ditengah-tengahnya", "di tengah-tengahnya"),
        ("disana-sini", "di sana-sini"),
        ("kemana-mana", "ke mana-mana"),
        ("dimasing-masing", "di masing-masing"),
        ("diulang-ulang", None),
        ("dicari-cari", None),
    ],
)
def test_a_preposition_joined_to_a_word_said_twice_is_parted(
    form: str, suggestion: str | None
) -> None:
    assert hinted(form) == ((suggestion, "joined", True) if suggestion else None)


def test_a_letter_written_twice_is_likelier_than_two_others() -> None:
    hint = hinted("persatuaan")  # the far more frequent peraturan is two edits away
    assert hint is not None
    assert (hint.suggestion, hint.certain) == ("persatuan", True)


@pytest.mark.parametrize(
    ("form", "suggestion"), [("stengah", "setengah"), ("sbagian", "sebagian"), ("trtib", "tertib")]
)
def test_a_swallowed_vowel_is_likelier_than_a_letter_too_many(form: str, suggestion: str) -> None:
    hint = hinted(form)
    assert hint is not None
    assert hint.suggestion == suggestion


@pytest.mark.parametrize(
    ("form", "suggestion"),
    [
        ("lngkungan", "lingkungan"),
        ("sngat", "sangat"),
        ("rmah", "rumah"),
        ("bkti", "bukti"),
        ("lmpu", "lampu"),
        ("prsentasi", "presentasi"),
    ],
)
def test_a_far_more_frequent_word_is_likelier_than_a_swallowed_e(
    form: str, suggestion: str
) -> None:
    hint = hinted(form)
    assert hint is not None
    assert hint.suggestion == suggestion


@pytest.mark.parametrize(
    ("form", "suggestion"),
    [
        ("disebagaian", "di sebagian"),
        ("disebagain", "di sebagian"),
        ("kemanananan", "keamanan"),
    ],
)
def test_a_listed_slip_is_corrected_to_words_that_are_right(form: str, suggestion: str) -> None:
    assert hinted(form) == (suggestion, "misspelling", True)


@pytest.mark.parametrize(
    ("form", "suggestion"),
    [("inovative", "inovatif"), ("responsive", None), ("informasif", "informatif")],
)
def test_an_ending_that_is_not_of_loan_words_is_told_where_the_word_is_not_english(
    form: str, suggestion: str | None
) -> None:
    assert hinted(form) == ((suggestion, "misspelling", True) if suggestion else None)


@pytest.mark.parametrize("form", "praktek-praktek obyek-obyeknya suami-isteri".split())
def test_a_non_standard_word_said_twice_is_told(form: str) -> None:
    hint = hinted(form)
    assert hint is not None
    assert hint.reason == "non_standard"


@pytest.mark.parametrize(
    ("form", "suggestion"),
    [
        ("kemeterian", "kementerian"),
        ("menghagai", "menghargai"),
        ("perifikasi", "verifikasi"),
        ("vasilitas", "fasilitas"),
        ("dilakukkan", "dilakukan"),
        ("berantakkan", "berantakan"),
        ("aalah", "adalah"),
        ("bertekat", "bertekad"),
        ("muhammat", "muhammad"),
        ("akibad", "akibat"),
        ("maksut", "maksud"),
        ("publig", "publik"),
    ],
)
def test_a_slip_that_might_be_derived_or_begins_another_way_is_found(
    form: str, suggestion: str
) -> None:
    hint = hinted(form)
    assert hint is not None
    assert (hint.suggestion, hint.reason) == (suggestion, "misspelling")


@pytest.mark.parametrize(("form", "suggestion"), [("krsial", "krusial"), ("dmarahi", "dimarahi")])
def test_letters_in_no_indonesian_order_are_a_hint_at_rarer_words(
    form: str, suggestion: str
) -> None:
    assert hinted(form) == (suggestion, "misspelling", False)


@pytest.mark.parametrize(
    ("form", "suggestion"),
    [("bulanini", "bulan ini"), ("untukmelayani", "untuk melayani"), ("kamiharus", "kami harus")],
)
def test_a_lost_blank_beside_a_function_word_is_a_hint(form: str, suggestion: str) -> None:
    assert hinted(form) == (suggestion, "joined", False)


@pytest.mark.parametrize(
    ("form", "suggestion"),
    [
        ("gatau", "ga tau"),
        ("gaada", "ga ada"),
        ("nggabisa", "ngga bisa"),
        ("gakboleh", "gak boleh"),
    ],
)
def test_a_spoken_negator_and_the_next_word_typed_as_one_are_told_apart(
    form: str, suggestion: str
) -> None:
    assert hinted(form) == (suggestion, "joined", False)


@pytest.mark.parametrize("form", ["menyalib", "gapapa", "galuh"])
def test_words_that_only_sound_or_begin_alike_are_left_alone(form: str) -> None:
    assert hinted(form) is None


@pytest.mark.parametrize(
    "form",
    "anggarkan serukan vending flannel danish yangon daripadaku kartini menarikkan petikkan sitem "
    "danya diadukkan".split(),
)
def test_commands_and_foreign_words_are_no_such_slips(form: str) -> None:
    hint = hinted(form)
    assert hint is None or not hint.certain


@pytest.mark.parametrize(
    "form",
    ["hihihihi", "wkwkwkwk", "theologian", "bukanya", "temanya", "lkpd", "ppdb", "sktm", "prnh"],
)
def test_laughter_foreign_and_whole_words_and_letters_without_vowels_are_left_alone(
    form: str,
) -> None:
    assert hinted(form) is None


@pytest.mark.parametrize(
    "word", ["alasan", "kegiatan", "jabatan", "peraturan", "menjalankan", "turun", "izin"]
)
def test_one_n_for_two_before_nya_is_a_slip(word: str) -> None:
    hint = hinted(f"{word}ya")
    assert hint is not None
    assert (hint.suggestion, hint.certain) == (f"{word}nya", True)


def test_two_n_before_nya_are_a_slip_where_the_word_has_none() -> None:
    assert spelling.suggestions(["adannya"])["adannya"] == ("adanya", "misspelling", True)
    assert hinted("makannya") is None
    assert hinted("penyelenggarannya") != ("penyelenggaranya", "misspelling", True)


@pytest.mark.parametrize("form", ["bahasanya", "kepalanya", "rencananya", "temanya", "pekanya"])
def test_a_word_in_a_before_nya_has_lost_no_n(form: str) -> None:
    assert hinted(form) is None


def test_a_part_of_a_hyphenated_word_is_corrected_where_the_whole_is_known() -> None:
    hint = hinted("perundag-undangan")
    assert hint is not None
    assert hint.suggestion == "perundang-undangan"
    assert hinted("gerak-gerik") is None


def test_a_slip_lends_its_correction_to_no_common_word() -> None:
    hint = hinted("sebagi")
    assert hint is not None
    assert hint.suggestion == "sebagai"
    assert hinted("sebagian") is None


def test_each_part_of_a_reduplication_is_corrected() -> None:
    hint = hinted("aktifitas-aktifitas")
    assert hint is not None
    assert hint.suggestion == "aktivitas-aktivitas"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("di", "selenggarakan"),
        ("di", "selesaikan"),
        ("di", "buat"),
        ("di", "lakukan"),
        ("di", "ikuti"),
        ("di", "antisipasi"),
        ("di", "digitalisasikan"),
        ("ke", "giatan"),
        ("ke", "pulauan"),
        ("anti", "korupsi"),
        ("multi", "media"),
        ("pasca", "sarjana"),
        ("antar", "lembaga"),
        ("tuna", "netra"),
        ("walau", "pun"),
        ("menanda", "tangani"),
        ("penyalah", "gunaannya"),
        ("mendaya", "gunakan"),
        ("mempertanggung", "jawabkannya"),
        ("mem", "bangun"),
        ("se", "cara"),
        ("ber", "integritas"),
        ("ketidak", "jujuran"),
        ("ketidak", "disiplinannya"),
        ("ketidak", "ikutsertaan"),
        ("per", "ubahan"),
        ("maha", "siswa"),
        ("petugas", "nya"),
        ("suara", "mu"),
        ("apa", "kah"),
        ("ke", "dua"),
        ("pelayan", "an"),
        ("tem", "an"),
        ("untuk", "nya"),
    ],
)
def test_a_split_word_is_joined(left: str, right: str) -> None:
    hint = joins(left, right)
    assert hint is not None
    assert (hint.suggestion, hint.reason) == (left + right, "split_prefix")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("di", "kantor"),
        ("di", "atas"),
        ("di", "bawah"),
        ("di", "antara"),
        ("di", "antaranya"),
        ("di", "sinilah"),
        ("di", "posisi"),
        ("di", "tempat"),
        ("di", "kpu"),
        ("di", "ambang"),
        ("di", "pikiranku"),
        ("di", "salib"),
        ("di", "tanjakan"),
        ("di", "jurnalnya"),
        ("di", "sobekan"),
        ("di", "tengah-tengah"),
        ("ke", "depan"),
        ("ke", "kantor"),
        ("ke", "las"),
        ("se", "sederhana"),
        ("memberi", "kan"),
        ("diangkat", "menjadi"),
        ("e", "lah"),
        ("ikan", "tuna"),
        ("tuna", "segar"),
        ("antar", "jemput"),
        ("antar", "sampai"),
        ("antar", "satu"),
        ("bertanda", "tangan"),
        ("memberi", "tahu"),
        ("per", "satuan"),
        ("per", "tahun"),
        ("anti", "terhadap"),
        ("anti", "sama"),
        ("antar", "lain"),
        ("pasca", "mengikuti"),
        ("pasca", "dilantik"),
        ("anti", "rahmawatii"),
        ("non", "asn"),
        ("kami", "bekerja"),
        ("sungai", "an"),
        ("bri", "an"),
        ("has", "an"),
        ("bawah", "an"),
        ("jalan", "an"),
        ("secara", "mu"),
        ("yang", "lah"),
        ("di", "an"),
        ("dan", "dan"),
        ("harus", "harus"),
        ("melakukan", "melakukan"),
        ("dimaksud", "dimaksud"),
        ("lembaga", "negara"),
        ("yang", "yang"),
        ("rahmawatii", "nya"),
        ("wajah", "ku"),
        ("kami", "pun"),
        ("ha", "ha"),
        ("me", "too"),
    ],
)
def test_words_that_belong_apart_stay_apart(left: str, right: str) -> None:
    assert joins(left, right) is None


@pytest.mark.parametrize(
    ("left", "right"), [("terus", "menerus"), ("tergesa", "gesa"), ("sekurang", "kurangnya")]
)
def test_two_halves_of_a_doubled_word_have_lost_their_hyphen(left: str, right: str) -> None:
    assert joins(left, right) == (f"{left}-{right}", "split_prefix", True)


@pytest.mark.parametrize("word", ["hati", "temuan", "pos", "hal", "meja"])
def test_a_word_written_twice_has_lost_its_hyphen(word: str) -> None:
    assert joins(word, word) == (f"{word}-{word}", "split_prefix", True)


@pytest.mark.parametrize(
    "form",
    "permusyawaratan pengecatan pengecat pengecor pengaju mengiba terbau kepemerintahan menyontek "
    "menuang membuta pecalang munggahan panghulu nagari gampong pantan jabfung timsel sakip "
    "kegamangan bikinin kasihin ngadain kabarin ditawarin kerjain nenteng mbayangin politic "
    "menangguk epidemiolog balans".split(),
)
def test_correct_words_that_are_near_others_are_left_alone(form: str) -> None:
    assert hinted(form) is None


def test_every_correction_leads_to_a_form_that_is_not_corrected_again() -> None:
    wrong = spelling_data.corrections()
    assert [form for form, (right, *_) in wrong.items() if right in wrong] == []


def test_no_known_form_has_a_correction() -> None:
    assert spelling_data.known() & spelling_data.corrections().keys() == set()


def test_every_reason_is_one_of_the_five() -> None:
    assert {reason for _, reason, _ in spelling_data.corrections().values()} <= REASONS


def test_a_batch_gives_what_single_words_give() -> None:
    forms = ["karir", "pegawai", "intansi", "karir", "yang"]
    singly = {form: hint for form in forms if (hint := hinted(form))}
    assert spelling.suggestions(forms) == singly


@given(st.sampled_from(sorted(spelling_data.known())))
def test_a_known_form_is_never_flagged(form: str) -> None:
    assert hinted(form) is None


@given(st.text(max_size=30))
def test_any_text_is_answered_without_an_error(text: str) -> None:
    hint = hinted(text.lower())
    joins("di", text.lower())
    assert hint is None or (hint.reason in REASONS and hint.suggestion != text.lower())


@given(
    st.sampled_from(ROOTS.split()),
    st.sampled_from(["me", "pe", "di", "ber", "ter"]),
)
def test_a_form_built_by_the_affix_rules_is_taken_apart_again(root: str, prefix: str) -> None:
    assert (prefix, root, "") in set(splits(attach(prefix, root, "")))


def test_clusters_and_derived_bases_keep_their_first_letter() -> None:
    known = {"produksi", "hati", "ajar", "kaji", "taat"}
    forms = ("memproduksi", "memperhatikan", "mempelajari", "mengkaji", "mentaati")
    assert [unassimilated(form, known) for form in forms] == [None, None, None, None, "menaati"]


def test_a_remote_place_with_a_slip_is_no_deepening() -> None:
    hint = hinted("pedalman")
    assert hint is not None
    assert hint.suggestion == "pedalaman"


def test_a_word_of_hundreds_of_thousands_of_letters_is_not_parted_at_each_of_them() -> None:
    """What tried that would not come to an end here."""
    assert hinted("x" * 400_000) is None
    assert hinted("tahunini") == ("tahun ini", "joined", False)
