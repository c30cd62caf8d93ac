"""Roots of real Indonesian words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.indonesian.lists.multiwords import compound_roots
from kpu_corpus.indonesian.roots import ranking, root_lists, roots


def words(text: str) -> list[str]:
    return text.split()


FAMILIES = {
    "selenggara": "penyelenggaraan menyelenggarakan diselenggarakan terselenggaranya penyelenggara",
    "pilih": "memilih pemilih pemilihan pilihanmu kupilih dipilihnya terpilih",
    "ajar": "belajar belajarlah pembelajaran mempelajari pelajaran terpelajar",
    "tanggung jawab": "tanggungjawab bertanggungjawab dipertanggungjawabkan pertanggungjawaban",
    "tindak lanjut": "menindaklanjuti ditindaklanjuti",
    "salah guna": "menyalahgunakan penyalahgunaan",
    "netral": "ketidaknetralan menetralkan kenetralan",
    "pihak": "keberpihakan ketidakberpihakan memihak berpihak",
    "penting": "kepentingan berkepentingan mementingkan",
    "tegak": "penegakan menegakkan ditegakkan tegaknya menegakan ditegakan",
    "masuk": "memasukkan memasukan dimasukan",
    "hati": "sehati memperhatikan perhatian",
    "pungut": "pemungutan memungut dipungut",
    "rusak": "kerusakan merusak perusakan pengrusakan mengrusak",
    "buka": "keterbukaan terbuka membuka pembukaan",
    "tahu": "mengetahui pengetahuan diketahui ketahuan",
    "sama": "bersama bersama-sama menyamakan kesamaan sesama",
    "rasa": "merasa perasaan terasa dirasakan",
    "proses": "memproses pemrosesan diproses",
    "pohon": "pepohonan",
    "undang-undang": "UU undang-undangnya perundang-undangan perundangan mengundangkan",
    "undang": "undangan diundang mengundang undang",
    "korupsi": "antikorupsi anti-korupsi korupsi",
    "pemilu": "pemilu Pemilu kepemiluan pemilunya prapemilu pascapemilu",
    "satu": "mempersatukan pemersatu kesatuan persatuan",
    "hayat": "menghayati dihayati penghayatan",
    "adil": "ketidakadilan ketakadilan peradilan",
    "batas": "ketakterbatasan ketidakterbatasan terbatas",
    "takut": "ketakutan menakuti semenakutkan",
    "takwa": "ketakwaan bertakwa",
    "daya": "teperdaya teperdayanya terpedaya memperdaya diperdaya",
    "nikah": "pranikah pascanikah",
    "sekolah": "antarsekolah antarsekolahnya",
    "unggah-ungguh": "unggah-ungguh unggah-ungguhnya",
    "baru": "memperbarui memperbaharui pembaharuan",
    "cedera": "mencederai menciderai",
    "bineka": "bhinneka kebinekaan kebhinekaan kebhinnekaan",
    "perangkap": "terperangkap memerangkap perangkapnya",
    "tenaga kerja": "ketenagakerjaan",
    "rumah sakit": "perumahsakitan",
    "kereta api": "perkeretaapian",
    "perikehidupan": "perikehidupannya",
    "berakhlak": "BerAKHLAK berAKHLAK Ber-AKHLAK ber-AKHLAK",
    "akhlak": "berakhlak Berakhlak",
    "kroscek": "dikroscek mengkroscek",
    "pecalang": "pecalang pecalangnya",
    "peduli": "kepedulian memperdulikan",
    "atas nama": "mengatasnamakan mengatas-namakan",
    "musyawarah": "permusyawaratan bermusyawarah dimusyawarahkan",
    "retas": "peretas peretasan diretas meretas",
    "marah": "memarahi dimarahi kemarahan",
    "arung": "mengarungi diarungi",
    "dera": "mendera didera",
    "rajin": "perajin pengrajin kerajinan",
    "stempel": "menyetempel distempel",
    "skor": "menyekor penyekoran",
    "cover": "mengcover dicover",
    "submit": "mensubmit disubmit di-submit",
    "daur ulang": "mendaurulang pendaurulangan",
    "silakan": "silahkan dipersilahkan mempersilakan menyilakan",
    "telantar": "terlantar menelantarkan keterlantaran",
    "kalah": "mengalah pengalahan mengalahkan",
    "setan": "setan persetan kesetanan",
    "swasembada": "swasembada berswasembada",
    "balik": "bolak-balik membolak-balikkan dibolak-balik",
    "ombak": "berombak-ombak berombak",
    "antibiotik": "anti-biotik antibiotik",
    "tarik": "semenarik menarik tertarik",
    "bisa": "serbabisa bisa-bisa",
    "salah": "serbasalah serba-salah kesalahan",
    "coblos": "penyoblosan menyoblos pencoblosan",
    "cicil": "menyicil penyicilan mencicil",
    "muda": "pemudi pemuda-pemudi",
    "temu kenal": "menemukenali ditemukenali",
    "kukuh": "bersikukuh bersikukuhnya kukuh mengukuhkan",
    "lawak": "lawakan melawak pelawak",
    "tawa": "tertawa menertawakan mentertawakan",
    "gantung": "ketergantungan berketergantungan",
    "statistika": "statistikawan STATISTIKAWAN",
    "zina": "berzina berzinah perzinahan perzinaan",
    "sia-sia": "penyia-nyiaan menyia-nyiakan disia-siakan",
    "pungkir": "memungkiri dipungkiri",
    "jemaah": "jamaah berjamaah jemaah",
}
REPORTED = {
    "dibelinya": "beli", "dikurangi": "kurang", "menyinari": "sinar", "pergerakan": "gerak",
    "perbankan": "bank", "senilai": "nilai", "belasan": "belas", "mengecek": "cek",
    "berbasis": "basis", "pengering": "kering", "melainkan": "lain", "berikan": "beri",
    "mengemasnya": "kemas", "pemrograman": "program", "mengebom": "bom", "promosi": "promosi",
    "pengerat": "kerat", "peragakan": "raga", "jajakan": "jaja", "dicas": "cas",
}  # fmt: skip


@pytest.mark.parametrize(("root", "forms"), FAMILIES.items())
def test_a_family_has_one_root(root: str, forms: str) -> None:
    assert {form: roots.root(form) for form in forms.split()} == dict.fromkeys(forms.split(), root)


@pytest.mark.parametrize(("word", "root"), REPORTED.items())
def test_words_that_greedy_stemmers_break_are_right(word: str, root: str) -> None:
    assert roots.root(word) == root


@pytest.mark.parametrize(
    "word",
    words(
        "sosialisasi profesionalisme integritas netralitas disinformasi relawan peristiwa "
        "perempuan sekretariat direktur menteri negeri bukan makan ikan setan makalah terampil"
    ),
)
def test_loan_words_and_words_that_only_look_affixed_are_roots(word: str) -> None:
    assert roots.root(word) == word


SPOKEN = {
    "kerja": "ngerjain dikerjain kerjain", "tulis": "nulis Nulis nulisnya", "pilih": "milih",
    "coblos": "nyoblos", "cek": "ngecek", "urus": "ngurusin", "suap": "nyuap nyuapin",
    "terima": "nerima", "ajar": "ngajar Ngajarin diajarin",
    "bikin": "dibikinin bikinin", "erti": "ngerti", "tunggu": "nunggu tungguin", "tipu": "nipu",
    "print": "diprint mengeprint ngeprint", "set": "pengesetan mengeset", "lurus": "lurusin",
    "temu": "nemuin", "hati": "merhatiin perhatiin", "pasti": "mastiin", "ajak": "ajakin",
    "jaga": "jagain", "benar": "benerin dibenerin", "ingat": "ingetin ngingetin",
    "pakai": "pakein dipake", "tahu": "ketauan", "beres": "beresin", "lihat": "liatin",
    "pantau": "mantau Mantau", "tutup": "nutup Nutup", "habis": "abis ngabisin",
    "diam": "didiemin diem", "terus": "diterusin", "maaf": "maafin Maafin", "kenal": "Kenalin",
    "bayang": "mbayangin ngebayangin", "terang": "diterangin",
    "tukar": "nuker nukerin ditukerin ketuker", "bosan": "bosenin ngebosenin", "pinjam": "minjem",
    "malas": "malesin", "sampai": "nyampein disampein", "hafal": "ngapalin", "ingin": "pengen",
    "hilang": "ilang ngilangin", "salin": "nyalin",
    "wujud": "mewujudin", "paham": "memahamin", "layan": "ngelayani ngelayanin melayanin",
    "titip": "nitip nitipin", "tangis": "nangis nangisnya", "doa": "doain", "ada": "adain",
    "seberang": "nyebrang nyebrangin", "injak": "keinjek", "cerita": "critain", "teror": "neror",
}  # fmt: skip


@pytest.mark.parametrize(("root", "forms"), SPOKEN.items())
def test_verbs_as_they_are_spoken_have_their_root(root: str, forms: str) -> None:
    assert {form: roots.root(form) for form in forms.split()} == dict.fromkeys(forms.split(), root)


@pytest.mark.parametrize(
    "word",
    words(
        "nyata nyaman nganga milik nilai nama nanti nyawa ngeri nyaris nasib murid mukim manis "
        "minat admin login vitamin disiplin muslimin izin berlin milan napoli mortal nggak "
        "melanin musafirin kamarin saladin relain "
        "nau Arifin Maman Martin Nani Muji Sediawan Kesumawati Sekarwati Terawan pascasarjana "
        "Nderu penyet Ngurah nanda niara Nelepon rahimakumullah minang madam baitullah"
    ),
)
def test_what_only_looks_like_a_spoken_verb_stays_whole(word: str) -> None:
    assert roots.root(word) == word.lower()


@pytest.mark.parametrize("word", words("sebagai setelah adalah terhadap kepada mereka sehingga"))
def test_function_words_stay_whole(word: str) -> None:
    assert roots.root(word) == word


@pytest.mark.parametrize(
    "name", words("Maluku bali Bekasi kediri PEKALONGAN Kuningan asahan Meranti Tarakan merangin")
)
def test_places_stay_whole(name: str) -> None:
    assert roots.root(name) == name.lower()


def test_a_place_that_is_a_common_word_needs_its_capital() -> None:
    assert (roots.root("Kisaran"), roots.root("kisaran")) == ("kisaran", "kisar")


@pytest.mark.parametrize("acronym", words("KPU DKPP Panwaslu sirekap PPLN ASN SIAKBA menpan DIADU"))
def test_acronyms_stay_whole(acronym: str) -> None:
    assert roots.root(acronym) == acronym.lower()


@pytest.mark.parametrize("word", words("esai sereal kebab perform penyok remi poli Meri ppki"))
def test_a_root_of_one_syllable_is_not_found_in_what_only_holds_its_letters(word: str) -> None:
    assert roots.root(word) == word.lower()


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("sah", "mengesahkan mensahkan disahkan pengesahan"),
        ("klik", "mengklik mengeklik diklik"),
        ("bank", "perbankan banknya"),
        ("jam", "sejam jamnya berjam-jam"),
    ],
)
def test_a_root_of_one_syllable_takes_the_affixes_that_keep_it_whole(root: str, forms: str) -> None:
    assert {roots.root(form) for form in forms.split()} == {root}


@pytest.mark.parametrize(
    "name", words("Pemangkat Sebatik Penebel Kembangan Pekutatan Ratahan Berbah")
)
def test_districts_whose_names_look_derived_stay_whole(name: str) -> None:
    assert roots.root(name) == name.lower()


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("nilai-nilai", "nilai"),
        ("setinggi-tingginya", "tinggi"),
        ("tolong-menolong", "tolong"),
        ("sayur-mayur", "sayur"),
        ("berlika-liku", "liku"),
        ("bergonta-ganti", "ganti"),
        ("terbata-bata", "bata-bata"),
        ("mengobrak-abrik", "obrak-abrik"),
        ("menggembar-gemborkan", "gembar-gembor"),
        ("terombang-ambing", "ombang-ambing"),
        ("keramah-tamahan", "ramah"),
        ("visi-misi", "visi-misi"),
        ("nge-print", "print"),
        ("pra-TPS", "tps"),
        ("pro-rakyat", "rakyat"),
        ("anti-bodi", "antibodi"),
        ("antar-kota", "antarkota"),
        ("al-alaq", "al-alaq"),
        ("jalan-jembatan", "jalan-jembatan"),
        ("non-aktif", "nonaktif"),
        ("pasca-Orde Baru", "orde baru"),
        ("bergotong-royong", "gotong-royong"),
        ("KPU-nya", "kpu"),
        ("di-PHK-kan", "phk"),
        ("perundang-undangan", "undang-undang"),
        ("Undang – Undang", "undang-undang"),
        ("laba-labanya", "laba-laba"),
        ("semata-mata", "mata"),
        ("TPS-TPS", "tps"),
        ("di lingkungan", "lingkung"),
        ("siapa pun", "siapa"),
        ("KPU-RI", "kpu"),
        ("DPR-RI", "dpr"),
        ("peme-rintah", "perintah"),
        ("keolah-ragaan", "olahraga"),
        ("pen-gaturan", "atur"),
        ("dipa-kai", "pakai"),
        ("se-Pati", "pati"),
        ("menang-kalah", "menang-kalah"),
        ("anak2", "anak"),
        ("kira2", "kira"),
        ("SMA2", "sma2"),
        ("sebesar2nya", "besar"),
        ("jelek2in", "jelek"),
        ("nguri-uri", "uri"),
        ("antah-berantah", "antah berantah"),
        ("semata2", "mata"),
        ("mempertanggung-jawabkan", "tanggung jawab"),
        ("“integritas”,", "integritas"),
        ("ke-2", "ke-2"),
    ],
)
def test_a_word_with_hyphens_has_the_root_of_its_family(word: str, root: str) -> None:
    assert roots.root(word) == root


def test_capitals_at_a_sentence_start_change_nothing() -> None:
    assert roots.root("Pemilihan") == roots.root("pemilihan") == roots.root("PEMILIHAN")


def test_two_words_of_a_compound_are_one_root() -> None:
    assert roots.root("bertanggung jawab") == roots.root("tanggungjawab") == "tanggung jawab"


def test_a_compound_is_one_root_with_a_space_or_a_hyphen() -> None:
    hyphened = {form.replace(" ", "-"): root for form, root in compound_roots().items()}
    expected = compound_roots() | hyphened
    assert {form: roots.root(form) for form in expected} == expected


@pytest.mark.parametrize(
    "form", words("simpang-siur kesimpangsiuran kesimpang-siuran bersimpang-siur simpang-siurnya")
)
def test_an_idiom_is_one_root_inside_affixes(form: str) -> None:
    assert roots.root(form) == roots.root("simpang siur") == "simpang siur"


@pytest.mark.parametrize(
    "form",
    ["gotong royong", "gotong-royong", "gotongroyong", "bergotong royong", "kegotongroyongan"],
)
def test_a_compound_with_a_hyphen_is_one_root_however_it_is_written(form: str) -> None:
    assert roots.root(form) == "gotong-royong"


@pytest.mark.parametrize("name", words("Melayu melayu Yahudi Paskah Nyepi Petrus Taliban"))
def test_peoples_faiths_and_holidays_stay_whole(name: str) -> None:
    assert roots.root(name) == name.lower()


def test_an_unknown_root_is_freed_of_sure_affixes() -> None:
    assert roots.root("diblokceinkan") == "blokcein"
    assert roots.root("Kegabutan") == roots.root("kegabutan") == "gabut"


def test_a_noun_joined_to_its_preposition_has_its_root() -> None:
    assert roots.root("dipendidikan") == "didik"
    assert roots.root("dipelatihannya") == "latih"


def test_the_table_of_common_forms_says_what_the_analyser_says() -> None:
    written = {*root_lists.irregular(), *root_lists.closed(), *root_lists.acronyms()}
    derived = root_lists.known_forms().keys() - written - root_lists.places()
    assert len(derived) > 30_000
    assert {w for w in derived if roots.ranked(w) != root_lists.known_forms()[w]} == set()


def test_a_listed_root_is_its_own_root() -> None:
    best = ranking.shipped().best
    assert [r for r in ranking.shipped().rows if best(r) != r] == []


@pytest.mark.parametrize(
    ("mode", "root"), [("ranked", "pemilu"), ("sastrawi", "milu"), ("none", "kepemiluan")]
)
def test_the_mode_chooses_the_analyser(mode: str, root: str) -> None:
    assert roots.root("Kepemiluan", roots=mode) == root


def test_a_function_may_take_the_place_of_the_analyser() -> None:
    assert roots.roots_of(["Satu", "Dua"], roots=str.upper) == ["SATU", "DUA"]


def test_an_unknown_mode_names_the_nearest() -> None:
    with pytest.raises(InvalidArgument, match="Did you mean 'ranked'"):
        roots.root("kata", roots="rankd")


@pytest.mark.parametrize("word", ["", "  ", None, 3])
def test_no_word_is_an_error(word: object) -> None:
    with pytest.raises(InvalidArgument, match="is not a word"):
        roots.root(word)  # type: ignore[arg-type]


def test_analyse_lists_the_chosen_reading_first() -> None:
    table = roots.analyse("mengukur")
    assert list(table.dtypes.astype(str)) == ["str", "str", "float64", "str"]
    assert table.iloc[0][["root", "affixes", "rule"]].tolist() == ["ukur", "meN-", "ranked"]
    assert table["score"].sum() == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("word", "rule"),
    [
        ("sebagai", "closed class"),
        ("melainkan", "irregular"),
        ("Bekasi", "place"),
        ("KPU", "acronym"),
        ("nilai-nilai", "hyphen"),
        ("ke-KPU-an", "hyphen"),
        ("antikorupsinya", "combining form"),
        ("pasca-pemilu", "combining form"),
        ("ngerjain", "spoken"),
        ("xyzzy", "guess"),
        ("Nangis", "guess"),
    ],
)
def test_analyse_names_the_rule_that_decided(word: str, rule: str) -> None:
    first = roots.analyse(word).iloc[0]
    assert (first["root"], first["rule"], first["score"]) == (roots.root(word), rule, 1.0)


@pytest.mark.parametrize(
    ("word", "affixes"),
    [
        ("KPU-nya", "-nya"), ("buku-bukunya", "-nya"), ("ku-ambil", "ku-"), ("anak2nya", "-nya"),
        ("sebaik-baiknya", "se- -nya"), ("tolong-menolong", "meN-"), ("di-PHK-kan", "di- -kan"),
        ("tanggung jawabnya", "-nya"), ("undang-undangnya", "-nya"), ("nilai-nilai", ""),
        ("memarahinya", "meN- -i -nya"), ("antikorupsi", "anti-"), ("prapemilunya", "pra- -nya"),
        ("non-ASN", "non-"), ("antar-lembaga", "antar-"), ("diundangkan", "di- -kan"),
        ("perundang-undangannya", "per- -an -nya"),
    ],
)  # fmt: skip
def test_analyse_splits_affixes_and_clitics_off_forms_of_several_parts(
    word: str, affixes: str
) -> None:
    assert roots.analyse(word)["affixes"].iloc[0] == affixes


@given(st.sampled_from(sorted(root_lists.irregular())), st.sampled_from(["", "nya", "lah", "-nya"]))
def test_analyse_begins_with_the_root_of_the_word(form: str, end: str) -> None:
    assert roots.analyse(form + end)["root"].iloc[0] == roots.root(form + end)


def test_analyse_has_the_same_columns_for_a_word_without_readings() -> None:
    assert (roots.analyse("zzz").dtypes == roots.analyse("memilih").dtypes).all()


@given(st.text(min_size=1, max_size=20).filter(str.strip))
def test_any_text_has_a_lower_case_root(word: str) -> None:
    assert roots.root(word) == roots.root(word).lower()


@given(st.sampled_from(["pilih", "tulis", "awas", "didik", "lapor", "gugat"]), st.data())
def test_clitics_do_not_change_the_root(stem: str, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from([f"di{stem}", f"{stem}an", stem]))
    clitic = data.draw(st.sampled_from(["nya", "lah", "kah", "pun", "nyalah"]))
    assert roots.root(form + clitic) == roots.root(form) == stem


@given(st.lists(st.sampled_from(["memilih", "Bali", "adalah", "nilai-nilai", "xyz"]), max_size=6))
def test_the_batch_gives_what_the_single_call_gives(words: list[str]) -> None:
    assert roots.roots_of(words) == [roots.root(word) for word in words]


def test_all_roots_are_letters_and_digits_so_that_only_such_forms_are_ranked() -> None:
    assert all(root.isalnum() for root in ranking.shipped().rows)


@pytest.mark.parametrize("word", ["kisaran", "serangan", "sepanjang"])
def test_analyse_takes_a_common_word_for_a_place_by_its_capital_alone(word: str) -> None:
    small, large = roots.analyse(word).iloc[0], roots.analyse(word.title()).iloc[0]
    assert (small["rule"], small["root"]) == ("ranked", roots.root(word))
    assert (large["rule"], large["root"]) == ("place", word)


def test_blanks_around_a_word_are_none_of_it() -> None:
    assert roots.root(" KPU ") == "kpu"
    assert roots.analyse(" KPU ").equals(roots.analyse("KPU"))


def test_no_word_is_told_in_indonesian_too() -> None:
    with pytest.raises(InvalidArgument) as caught:
        roots.root("")
    assert caught.value.text("id").startswith("word='' bukan kata")
