"""Tokens: exact offsets on any text, settings that are named, types analysed once."""

import threading
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning
from kpu_corpus.ground import threads
from kpu_corpus.ground.printable import is_blank
from kpu_corpus.tokens import SENTENCES, TOKENS, Tokens, scanning, stream

PIECES = st.sampled_from(
    "Kami |menjaga |Intergritas |di selenggarakan |Komisi Pemilihan Umum |(KPU) |ASN |nilai-nilai "
    "|Undang – Undang |no. 20 |tanggung jawabnya |. |, |\n\n|\xa0|\u200b|“|”|*Etika Kerja |\u0301"
    "|😀|ke dua |\r\n|: |dilingkungan |é|\ud800|ŉ".split("|")
)


def surfaces_match(tokens: Tokens) -> bool:
    texts = {source.name: source.text for source in tokens.corpus.documents}
    sources = {item.id: item.source for item in tokens.corpus.items}
    frame = tokens.frame
    return all(
        texts[sources[row.essay]][row.start : row.end] == row.surface
        for row in frame.itertuples(index=False)
    )


@examples(10)
@given(st.lists(PIECES, min_size=1).map("".join) | st.text(min_size=1))
def test_offsets_give_back_the_surface_on_any_text(text: str) -> None:
    if is_blank(text):
        return
    tokens = kc.preprocess(kc.load({"a": text}))
    assert surfaces_match(tokens)
    ends = tokens.words.ends(slice(-1))
    assert (tokens.words.start[1:] >= ends).all()


@examples(10)
@given(st.lists(PIECES, min_size=1).map("".join) | st.text(min_size=1))
def test_spans_tile_and_units_cover_every_visible_character(text: str) -> None:
    if is_blank(text):
        return
    corpus = kc.load({"a": text})
    spans = corpus.spans
    assert "".join(text[a:b] for a, b in zip(spans["start"], spans["end"], strict=True)) == text
    units = kc.preprocess(corpus).sentences
    inside = sum(text[a:b].split() == [] for a, b in zip(units["start"], units["end"], strict=True))
    assert inside == 0


def test_the_page_has_exact_surfaces(tokens: Tokens) -> None:
    assert surfaces_match(tokens)


def test_frames_have_their_columns_and_dtypes(tokens: Tokens) -> None:
    assert dict(tokens.frame.dtypes.astype(str)) == TOKENS
    assert dict(tokens.sentences.dtypes.astype(str)) == SENTENCES


def test_sentences_are_numbered_from_one_in_each_essay() -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami hadir.", "b": "Kami netral. Kami jujur."}))
    assert tokens.sentences["sentence"].tolist() == [1, 1, 2]


def test_a_text_without_words_gives_empty_frames_of_the_same_columns() -> None:
    tokens = kc.preprocess(kc.load({"a": "... !!!"}))
    assert len(tokens) == 0
    assert dict(tokens.frame.dtypes.astype(str)) == TOKENS


@pytest.mark.parametrize(
    ("text", "surface", "norm"),
    [
        ("Pemilu di selenggarakan oleh KPU.", "di selenggarakan", "diselenggarakan"),
        ("Kami bekerja dilingkungan KPU.", "dilingkungan", "di lingkungan"),
        ("Itu tanggungjawab kami.", "tanggungjawab", "tanggung jawab"),
        ("Proses\xa0– proses itu panjang.", "Proses\xa0– proses", "proses-proses"),
        ("Komisi\xa0Pemilihan  Umum hadir.", "Komisi\xa0Pemilihan  Umum", "komisi pemilihan umum"),
    ],
)
def test_the_normal_form_stands_beside_the_surface(text: str, surface: str, norm: str) -> None:
    frame = kc.preprocess(kc.load({"a": text})).frame.set_index("surface")
    assert frame.loc[surface, "norm"] == norm


def test_spelling_can_be_left_alone() -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami menjaga intergritas."}), spelling=False)
    assert "intergritas" in set(tokens.frame["norm"])


@pytest.mark.parametrize(
    ("roots", "expected"),
    [
        ("ranked", "selenggara"),
        ("sastrawi", "selenggara"),
        ("none", "penyelenggaraan"),
        (str.upper, "PENYELENGGARAAN"),
    ],
)
def test_each_root_mode_gives_its_own_answer(
    roots: str | Callable[[str], str], expected: str
) -> None:
    tokens = kc.preprocess(kc.load({"a": "Soal penyelenggaraan itu."}), roots=roots)
    frame = tokens.frame.set_index("surface")
    assert frame.loc["penyelenggaraan", "root"] == expected


def test_sastrawi_mode_is_pysastrawis_answer_on_every_token(page: Any) -> None:
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    stemmer = StemmerFactory().create_stemmer()
    frame = kc.preprocess(page, roots="sastrawi").frame
    words = frame[frame["kind"].isin(["word", "name", "phrase"])]
    rows = words.drop_duplicates("surface")
    assert list(rows["root"]) == [stemmer.stem(surface) for surface in rows["surface"]]


def test_names_and_their_short_forms_share_a_root() -> None:
    text = "Aparatur Sipil Negara hadir. ASN bekerja. Pemilihan umum dan pemilu sama."
    frame = kc.preprocess(kc.load({"a": text})).frame
    assert list(frame[frame["root"] == "asn"]["surface"]) == ["Aparatur Sipil Negara", "ASN"]
    assert list(frame[frame["root"] == "pemilu"]["surface"]) == ["Pemilihan umum", "pemilu"]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Mahkamah Agung", "MA"),
        ("Panitia Pemilihan Kecamatan", "PPK"),
        ("Ibu Kota Nusantara", "IKN"),
        ("Lembaga Administrasi Negara", "LAN"),
        ("Surat Keputusan", "SK"),
    ],
)
def test_a_listed_unit_takes_the_short_form_that_the_text_gives_it(long: str, short: str) -> None:
    text = f"{long} ({short}) ada. {short} itu baru. Kami melihat {long}."
    frame = kc.preprocess(kc.load({"a": text})).frame
    roots = frame[frame["surface"].isin([long, short])]["root"]
    assert len(roots) == 4
    assert set(roots) == {short.lower()}


def test_a_short_form_that_the_text_defines_is_unified() -> None:
    text = "Rapat Kerja Wilayah (Rakerwil) dibuka. Rakerwil lalu ditutup. Rapat Kerja Wilayah usai."
    frame = kc.preprocess(kc.load({"a": text})).frame
    assert (frame["root"] == "rakerwil").sum() == 4
    assert frame[frame["root"] == "rakerwil"]["stop"].sum() == 1


@pytest.mark.parametrize(
    ("long", "short", "root"),
    [
        ("Panitia Pemilihan Kecamatan", "PPK", "ppk"),  # shipped names without a short form
        ("Mahkamah Agung", "MA", "ma"),
        ("teknologi informasi", "TI", "ti"),
        ("Bersih dan Sinergi Antar Rekan", "Bersinar", "bersinar"),  # no form of sinar
        ("pengembangan kompetensi", "bangkom", "bangkom"),  # no misspelt Bangkok
        ("aparatur sipil negara", "Asen", "asn"),  # a shipped short form stays
    ],
)
@pytest.mark.parametrize("order", ["{long} ({short})", "{short} ({long})"])
def test_long_and_short_form_share_their_root_in_either_order(
    long: str, short: str, root: str, order: str
) -> None:
    text = f"Kami kenal {order.format(long=long, short=short)}. Lalu {long} hadir."
    frame = kc.preprocess(kc.load({"a": text})).frame
    assert set(frame[frame["surface"] == long]["root"]) == {root}
    if root == short.lower():
        assert set(frame[frame["surface"] == short]["root"]) == {root}


def test_a_short_form_of_two_meanings_stands_for_neither() -> None:
    longs = ["Aparatur Pengawas Pemilu", "Aplikasi Pemilih Pemula"]
    frame = kc.preprocess(kc.load({long: f"{long} (APP) ada. APP hadir." for long in longs})).frame
    assert (frame["root"] == "app").sum() == 4
    assert not set(longs) & set(frame["surface"])


def test_a_short_form_of_two_words_makes_no_unit_of_what_it_stands_for() -> None:
    text = "Komisi Warga Desa Republik Indonesia (KWD RI) rapat. Kami hadir di KWD RI."
    roots = kc.preprocess(kc.load({"a": text})).frame["root"].tolist()
    assert (roots.count("kwd"), roots.count("warga"), roots.count("kwd ri")) == (2, 1, 0)


def test_a_unit_that_has_a_short_form_keeps_it_whatever_a_text_calls_it() -> None:
    text = "Pegawai Pemerintah dengan Perjanjian Kerja (P3K) hadir. P3K rapat."
    assert kc.preprocess(kc.load({"a": text})).frame["root"].tolist().count("pppk") == 3


def test_a_phrase_of_ones_own_has_the_short_form_that_the_text_defines() -> None:
    corpus = kc.load({"a": "Kelompok Kerja Daerah (KKD) hadir. KKD rapat."})
    frame = kc.preprocess(corpus, phrases=["kelompok kerja daerah"]).frame
    assert (frame["root"] == "kkd").sum() == 3


def test_a_phrase_of_ones_own_around_a_short_form_that_is_defined_there_counts() -> None:
    corpus = kc.load({"a": "Kelompok Kerja Daerah disingkat KKD itu rapat."})
    frame = kc.preprocess(corpus, phrases=["disingkat kkd itu"], stops=[]).frame
    expected = ["kelompok kerja daerah", "disingkat kkd itu", "rapat"]
    assert frame["norm"].tolist() == expected
    assert not frame["stop"].any()


def test_a_compound_keeps_the_root_of_its_family() -> None:
    text = "Tanggung jawab (TJ) itu berat. Kami bertanggung jawab."
    assert (kc.preprocess(kc.load({"a": text})).frame["root"] == "tanggung jawab").sum() == 2


def test_a_long_form_is_a_name_where_it_is_defined_and_written_as_one() -> None:
    text = "{} (PKT) ada. Lalu Pusat Kajian Terapan dan pusat kajian terapan."
    named, plain = (
        kc.preprocess(kc.load({"a": text.format(long)})).frame.set_index("surface")["kind"]
        for long in ("Pusat Kajian Terapan", "pusat kajian terapan")
    )
    assert (named["Pusat Kajian Terapan"] == "name").all()
    assert named["pusat kajian terapan"] == "phrase"
    assert plain["Pusat Kajian Terapan"] == "phrase"


def test_a_long_form_with_the_capital_of_its_sentence_alone_is_no_name() -> None:
    frame = kc.preprocess(
        kc.load({"a": "Kajian terapan (KTR) ada. Kami suka Kajian Terapan."})
    ).frame
    assert frame.loc[frame["norm"] == "kajian terapan", "kind"].tolist() == ["phrase"] * 2


def test_titles_degrees_and_parts_of_addresses_are_stop_words() -> None:
    text = "Drs. H. Ali, S.H., M.Si. dan Plt. Kabag hadir pkl. 10.00 WIB di Jl. Merdeka, Kab."
    frame = kc.preprocess(kc.load({"a": text})).frame
    content = frame[(frame["kind"] == "word") & ~frame["stop"]]["surface"].tolist()
    assert content == ["Ali", "Kabag", "hadir", "Merdeka"]


@pytest.mark.parametrize("none", [[], (), "table"])
def test_no_phrases_at_all_are_an_empty_list(none: Any) -> None:
    corpus = kc.load({"a": "Saya jujur."})
    phrases = kc.collocations(corpus) if none == "table" else none
    assert len(kc.preprocess(corpus, phrases=phrases).frame) == 2


def test_own_phrases_become_units() -> None:
    text = "Budaya kerja itu penting."
    plain = kc.preprocess(kc.load({"a": text}))
    joined = kc.preprocess(kc.load({"a": text}), phrases=["budaya kerja"])
    assert "Budaya kerja" not in set(plain.frame["surface"])
    assert "Budaya kerja" in set(joined.frame["surface"])


def test_negation_and_modals_are_no_stop_words() -> None:
    frame = kc.preprocess(kc.load({"a": "Kami tidak boleh dan harus netral."})).frame
    stops = dict(zip(frame["norm"], frame["stop"], strict=True))
    assert not any(stops[word] for word in ("tidak", "boleh", "harus"))
    assert stops["kami"]
    assert stops["dan"]


def test_a_form_of_two_words_is_a_stop_word_where_both_are() -> None:
    frame = kc.preprocess(kc.load({"a": "Kami duduk dilingkungan kantor diatas meja."})).frame
    stops = dict(zip(frame["norm"], frame["stop"], strict=True))
    assert (stops["di lingkungan"], stops["di atas"]) == (False, True)


def test_a_stop_word_with_a_hyphen_from_the_end_of_a_line_is_one() -> None:
    frame = kc.preprocess(kc.load({"a": "Kami da-lam peme-rintah."})).frame
    assert frame["stop"].tolist() == [True, True, False]


def test_the_name_of_a_tier_is_no_stop_word_itself() -> None:
    frame = kc.preprocess(kc.load({"a": "Domain KPU itu baru."}), stops=["domain"]).frame
    assert dict(zip(frame["norm"], frame["stop"], strict=True)) == {
        "domain": False, "kpu": True, "itu": False, "baru": False,
    }  # fmt: skip


@pytest.mark.parametrize("stops", ["function", 3, ["yang", 3], None])
def test_stops_that_are_no_list_of_words_are_refused(stops: Any) -> None:
    with pytest.raises(InvalidArgument, match=r"list of tiers and words, .*, \[\] for no"):
        kc.preprocess(kc.load({"a": "KPU dan pemilu."}), stops=stops)


@pytest.mark.parametrize(
    ("word", "tier"),
    [
        ("functions", "function"),
        ("Function", "function"),
        ("pronouns", "pronoun"),
        ("number words", "number_word"),
        ("discource", "discourse"),
        ("domains", "domain"),
    ],
)
def test_a_misspelt_tier_is_no_word_of_ones_own(word: str, tier: str) -> None:
    with pytest.raises(InvalidArgument, match=f"stops='{word}'.*the tier '{tier}'"):
        kc.preprocess(kc.load({"a": "KPU dan pemilu."}), stops=["pemilu", word])


@pytest.mark.parametrize("word", ["fungsi", "pro", "domein", "dominan", "pronomina", "diskors"])
def test_an_indonesian_word_like_a_tier_is_a_word_of_ones_own(word: str) -> None:
    tokens = kc.preprocess(kc.load({"a": f"Kata {word} dan lain."}), stops=[word])
    assert list(tokens.frame["stop"]) == [False, True, False, False]


def test_a_stop_word_of_ones_own_is_the_form_that_was_listed_and_drops_tiers_not_named() -> None:
    text = "Pemilu itu memilih, dan pemilih dipilih."
    frame = kc.preprocess(kc.load({"a": text}), stops=["PEMILIH", "pemilu"]).frame
    assert list(frame.loc[frame["stop"], "surface"]) == ["Pemilu", "pemilih"]


def test_own_stop_words_mix_with_tiers() -> None:
    tokens = kc.preprocess(kc.load({"a": "KPU dan pemilu."}), stops=["domain", "pemilu"])
    assert list(tokens.frame["stop"]) == [True, False, True]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"roots": "rankd"}, "Did you mean 'ranked'?"),
        ({"phrases": {"a": 1}.items()}, "phrases"),
    ],
)
def test_a_wrong_setting_is_refused_in_one_sentence(
    arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidArgument, match=message.replace("?", r"\?")):
        kc.preprocess(kc.load({"a": "Kami."}), **arguments)


def test_something_that_is_no_corpus_is_refused() -> None:
    with pytest.raises(InvalidArgument, match=r"kc\.load"):
        kc.preprocess("Kami menjaga integritas.")  # type: ignore[arg-type]


@pytest.mark.parametrize("texts", [{"a": "Kami." * 3}, {"a": "Ya Ya", "b": "Ya Ya", "c": "Ya Ya"}])
def test_more_than_the_columns_can_number_is_refused(
    texts: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "MOST", 5)
    with pytest.raises(InvalidArgument, match=r"more than 5 words.* kc\.stream"):
        kc.preprocess(kc.load(texts))
    assert len(kc.preprocess(kc.load({"a": "Ya Ya", "b": "Ya Ya"}))) == 4


def test_a_name_is_not_taken_apart_and_a_capitalised_word_is() -> None:
    text = "Armada Persia tiba. Kapal Persia karam. Lalu Penyelenggaraan rapat kami Harapkan."
    frame = kc.preprocess(kc.load({"a": text})).frame.set_index("surface")
    assert set(frame.loc["Persia", "root"]) == {"persia"}
    assert frame.loc["Penyelenggaraan", "root"] == "selenggara"
    assert frame.loc["Harapkan", "root"] == "harap"


def test_a_bare_verb_in_a_title_is_no_name() -> None:
    text = "Tema kami Manfaatkan Waktu, Nikmati Pemilu, Jadilah Sigap, dan Kawallah Suara."
    roots = kc.preprocess(kc.load({"a": text})).frame.set_index("surface")["root"]
    verbs = ["Manfaatkan", "Nikmati", "Jadilah", "Kawallah"]
    assert roots[verbs].tolist() == ["manfaat", "nikmat", "jadi", "kawal"]


def test_a_name_in_lah_has_no_particle() -> None:
    text = "Kami menemui Nasrullah, Lutfillah, dan Kamilah. Hanya Tuhanlah tahu. Lalu ambillah."
    frame = kc.preprocess(kc.load({"a": text})).frame.set_index("surface")
    names = ["Nasrullah", "Lutfillah", "Kamilah", "Tuhanlah", "ambillah"]
    assert frame.loc[names, "root"].tolist() == [
        *("nasrullah", "lutfillah", "kamilah", "tuhan", "ambil"),
    ]


@pytest.mark.parametrize(
    ("surface", "root"),
    [("Pengujjian", "uji"), ("Ubi-ubian", "ubi"), ("Berhasillah", "hasil"), ("Teradu", "adu")],
)
def test_a_word_always_with_a_capital_is_no_name_if_misspelt_doubled_listed_or_with_a_particle(
    surface: str, root: str
) -> None:
    frame = kc.preprocess(kc.load({"a": f"Kami kenal {surface}."})).frame
    assert frame[["root", "kind"]].values.tolist()[-1] == [root, "word"]


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("Nari tiba. Kami menyambut Nari dan Milah.", ["nari", "milah"]),
        ("Nulis itu sulit. Kami belajar nulis.", ["tulis"]),
        ("Mantau TPS itu perlu.", ["pantau"]),
    ],
)
def test_a_name_is_no_verb_as_it_is_spoken(text: str, roots: list[str]) -> None:
    frame = kc.preprocess(kc.load({"a": text})).frame
    assert set(roots) <= set(frame["root"])


def test_what_another_essay_has_in_small_letters_is_no_name() -> None:
    texts = {"a": "Kami suka Nari di balai.", "b": "Mereka suka nari di balai."}
    frame = kc.preprocess(kc.load(texts)).frame.set_index("surface")
    assert frame.loc[["Nari", "nari"], "root"].tolist() == ["tari", "tari"]


def test_small_letters_and_capitals_may_be_two_words() -> None:
    text = "Saya tdk ikut memeriksa dpt, yaitu DPT. Bpk Ahmad bkn pegawai BKN atau BPK."
    frame = kc.preprocess(kc.load({"a": text})).frame
    roots = dict(zip(frame["surface"], frame["root"], strict=True))
    assert (roots["dpt"], roots["DPT"]) == ("dpt", "dpt")  # in chats also "dapat"
    assert (roots["Bpk"], roots["BPK"]) == ("bapak", "bpk")
    assert (roots["bkn"], roots["BKN"]) == ("bukan", "bkn")


def test_what_is_misspelt_in_small_letters_is_so_in_capitals() -> None:
    frame = kc.preprocess(kc.load({"a": "Kami melihat resiko. RESIKO itu besar."})).frame
    assert frame["norm"].tolist().count("risiko") == 2


@pytest.mark.parametrize(
    ("text", "surface", "root"),
    [
        ("Serangan itu nyata. Serangan lagi.", "Serangan", "serang"),
        ("Penjaringan calon dibuka. Kami ikut penjaringan.", "Penjaringan", "jaring"),
        ("Tim Penjaringan ikut penjaringan.", "Penjaringan", "jaring"),
        ("Kami tinggal di Kisaran. Kisaran ramai.", "Kisaran", "kisaran"),
        ("Warga Kandangan memilih.", "Kandangan", "kandangan"),
        ("Warga Serangan memilih.", "Serangan", "serangan"),
        ("Kami di kota\n\nKisaran harga naik.", "Kisaran", "kisar"),
        ("Kisaran harga di kota", "Kisaran", "kisar"),
        ("Kecamatan Penjaringan; penjaringan calon.", "Penjaringan", "penjaringan"),
        ("KECAMATAN PENJARINGAN", "PENJARINGAN", "penjaringan"),
        ("Kecamatan Pebayuran ramai. Pebayuran maju.", "Pebayuran", "pebayuran"),
        ("Warga Desa Petanahan memilih.", "Petanahan", "petanahan"),
        ("Tugas di Pegadingan. Warga pegadingan itu.", "Pegadingan", "gading"),
        ("Warga Desa Pegadingan. Warga pegadingan itu.", "Pegadingan", "gading"),
        ("Warga Desa Aktifitas hadir.", "Aktifitas", "aktivitas"),
        ("Kota Termacet dan Kampung Halamanku", "Termacet", "macet"),
        ("Kota Termacet dan Kampung Halamanku", "Halamanku", "halaman"),
        ("Kabupaten Antihoaks", "Antihoaks", "hoaks"),
    ],
)
def test_a_common_word_is_a_place_where_the_texts_say_so(
    text: str, surface: str, root: str
) -> None:
    frame = kc.preprocess(kc.load({"a": text})).frame
    assert frame.loc[frame["surface"] == surface, "root"].unique().tolist() == [root]


@pytest.mark.parametrize(
    ("form", "root"), [("menegakan", "tegak"), ("memasukan", "masuk"), ("menembakan", "tembak")]
)
def test_a_verb_that_lost_one_k_of_two_keeps_its_root(form: str, root: str) -> None:
    tokens = kc.preprocess(kc.load({"a": f"Kami {form} dan {form}nya."}))
    assert tokens.frame["root"].tolist() == ["kami", root, "dan", root]


def test_an_old_spelling_with_an_apostrophe_is_the_word_of_today() -> None:
    tokens = kc.preprocess(kc.load({"a": "Keta’atan dijaga. Setiap hari Jum'at Ma'ruf berdo’a."}))
    roots = ["taat", "jaga", "setiap", "hari", "jumat", "ma'ruf", "doa"]
    assert tokens.frame["root"].tolist() == roots


def test_undang_undang_is_one_root_however_it_is_written() -> None:
    text = "Undang Undang, UU, perundang-undangan; undangan; UUD 1945, Undang-Undang Dasar, UUD."
    roots = kc.preprocess(kc.load({"a": text})).frame["root"].tolist()
    assert roots == ["undang-undang"] * 3 + ["undang"] + ["uud"] * 3


def test_a_place_after_di_is_not_joined_to_it() -> None:
    frame = kc.preprocess(kc.load({"a": "Ia lahir di Buru dan di buru polisi."})).frame
    assert "di Buru" not in set(frame["surface"])


def test_the_first_word_of_units_without_any_that_follow_stays_alone() -> None:
    tokens = kc.preprocess(kc.load({"a": "Rapat anggaran bersifat terbuka."}))
    assert list(tokens.types.surface) == ["Rapat", "anggaran", "bersifat", "terbuka"]


@pytest.mark.parametrize("roots", ["ranked", "sastrawi", "none", str.title])
def test_numbers_and_signs_are_their_own_root_in_every_mode(roots: Any) -> None:
    tokens = kc.preprocess(
        kc.load({"a": "Ada 16,5% dari 2.000 pemilih di kpu.go.id."}), roots=roots
    )
    frame = tokens.frame[tokens.frame["kind"].isin(["number", "symbol"])]
    assert frame["root"].tolist() == ["16,5", "%", "2.000", "kpu.go.id"]


@pytest.mark.parametrize("name", ["frame", "sentences"])
def test_what_is_written_into_a_table_of_tokens_stays_with_who_wrote_it(name: str) -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami menjaga integritas."}))
    before, table = getattr(tokens, name).copy(), getattr(tokens, name)
    table["catatan"] = 1
    table["start"] += 1
    pd.testing.assert_frame_equal(getattr(tokens, name), before)
    assert kc.manifest(getattr(tokens, name)) == tokens.manifest


@pytest.mark.parametrize("name", ["type", "unit", "essay", "stop", "repeat"])
def test_columns_of_tokens_refuse_what_later_results_would_show(tokens: Tokens, name: str) -> None:
    with pytest.raises(ValueError, match="read-only"):
        getattr(tokens, name)[:] = 0


def test_the_root_of_every_content_word_is_its_term() -> None:
    text = "Budi, M.Si. dan Ani, S.H. hadir di P.N. Garut, Rp. 5.000."
    tokens = kc.preprocess(kc.load({"a": text}))
    frame = tokens.frame
    content = frame[frame["kind"].isin(["word", "name", "phrase"]) & ~frame["stop"]]
    terms = set(kc.keywords(tokens, top=100, ngrams=(1, 1))["term"])
    assert set(content["root"]) == terms == set("budi ani hadir pn garut".split())


def test_a_function_for_roots_is_given_normal_forms() -> None:
    asked: list[str] = []

    def kept(word: str) -> str:
        asked.append(word)
        return word

    kc.preprocess(kc.load({"a": "Kami jujur. KAMI Intergritas."}), roots=kept)
    assert set(asked) == {"kami", "jujur", "integritas"}


def test_own_phrases_may_be_spelt_as_the_texts_are() -> None:
    corpus = kc.load({"a": "Resiko tinggi itu nyata."})
    joined = kc.preprocess(corpus, phrases=["resiko tinggi"]).frame
    assert joined["norm"].tolist()[0] == "risiko tinggi"


def test_a_long_form_with_a_misspelt_word_is_unified_with_its_short_form() -> None:
    text = "Kami membuat analisis resiko tinggi (ART); analisis resiko tinggi itu dipakai."
    frame = kc.preprocess(kc.load({"a": text})).frame
    assert frame["root"].tolist().count("art") == 3


@pytest.mark.parametrize(
    "text",
    [
        "Bukankah tidakkah belumkah haruskah dapatlah.",
        "1960-an, 1870an, 90-annya, ke-2, ke-20 dan 2-nya.",
        "Rp. 70.000,-, 150rb, 20jt dan 2jutaan.",
    ],
)
def test_neither_what_asks_nor_a_number_with_affixes_is_a_content_word(text: str) -> None:
    assert not kc.preprocess(kc.load({"a": text})).types.content.any()


def test_what_only_has_a_number_in_it_is_a_content_word() -> None:
    types = kc.preprocess(kc.load({"a": "COVID-19 dan G-20 serta PPPK2."})).types
    named = [norm for norm, content in zip(types.norm, types.content, strict=True) if content]
    assert named == ["covid-19", "pppk2"]


BROKEN = (
    "Anggota penyeleng-\ngara pemilu menjaga ke-\npercayaan publik, sebab anak-\nanak tahu hal itu "
    "di-\nlakukan demi pro-\nkontra dan sayur-\nmayur, 2024-\nitu, Inte-\ngritas, tekad-\nKami."
)


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n  "])
def test_a_known_word_that_a_line_end_broke_is_one_word(end: str) -> None:
    text = BROKEN.replace("\n", end)
    corpus = kc.load({"a": text})
    frame = kc.preprocess(corpus, spelling=False).frame
    joined = frame[frame["surface"].str.contains("-")]
    forms = ["penyelenggara", "kepercayaan", "anak-anak", "dilakukan", "integritas"]
    assert joined["norm"].tolist() == forms
    parts = {"pro", "kontra", "sayur", "mayur", "2024", "itu", "tekad", "kami"}
    assert parts <= set(frame["norm"])
    for word in frame.itertuples():
        assert text[word.start : word.end] == word.surface
    assert frame["sentence"].tolist() == [1] * (len(frame) - 1) + [2]  # "Kami" opens a new one


def test_a_word_stays_broken_where_its_lines_were_joined_and_is_one_word_too() -> None:
    text = (
        "Rekomenda- si itu menjaga integri- tas, bukan pro- kontra, dan pelaksa- naan anak- anak."
    )
    tokens = kc.preprocess(kc.load({"a": text}))
    frame = tokens.frame
    assert {"rekomendasi", "integritas", "pelaksanaan", "anak-anak", "pro"} <= set(frame["norm"])
    found = kc.spelling(tokens)[["surface", "reason"]].values.tolist()
    assert found == [["anak- anak", "spaced_dash"]]
    assert "integritas" in set(kc.keywords(tokens)["display"])


@pytest.mark.parametrize("gap", ["- ", "-\xa0", "\u2010 ", "-\t"])
def test_a_word_is_broken_at_a_hyphen_before_any_white_space(gap: str) -> None:
    text = f"Kami membahas rekomenda{gap}si itu. Nilai - nilai dan A{gap}B ada, re{gap}f."
    norms = kc.preprocess(kc.load({"a": text})).frame["norm"].tolist()
    assert " ".join(norms) == "kami membahas rekomendasi itu nilai-nilai dan a b ada re f"


def test_a_list_of_affixes_is_no_broken_word() -> None:
    text = "Awalan me- dan ber- dipakai, juga se- dan ke-. Kota me- dan ramai."
    norms = kc.preprocess(kc.load({"a": text})).frame["norm"].tolist()
    expected = "awalan me dan ber dipakai juga se dan ke kota medan ramai"
    assert " ".join(norms) == expected


def test_two_words_broken_at_the_ends_of_two_lines_are_joined() -> None:
    text = "Setiap ba-\ndan peme-\nrintah bekerja."
    norms = kc.preprocess(kc.load({"a": text})).frame["norm"].tolist()
    assert " ".join(norms) == "setiap badan pemerintah bekerja"


@pytest.mark.parametrize("end", ["\n", " "])
def test_two_words_with_a_hyphen_between_them_are_none_that_no_text_has(end: str) -> None:
    text = f"Politik-{end}uang merusak pemilu. Ahli-{end}waris hadir, re-{end}ekspor tidak."
    tokens = kc.preprocess(kc.load({"a": text}))
    assert {"politik", "uang", "ahli", "waris", "reekspor"} <= set(tokens.frame["norm"])
    found = kc.evidence(tokens, themes="demokrasi")["surface"].tolist()
    assert found == [f"Politik-{end}uang merusak pemilu"]


def test_a_word_that_a_line_end_broke_is_shown_whole_and_is_no_misspelling() -> None:
    tokens = kc.preprocess(kc.load({"a": BROKEN}))
    shown = set(kc.keywords(tokens, top=30)["display"])
    assert {"penyelenggara", "kepercayaan", "Integritas"} <= shown
    assert kc.spelling(tokens).empty


def test_what_nobody_sees_between_words_parts_no_name_phrase_or_denial() -> None:
    text = "Kami di Komisi Pemilihan Umum bekerja sama. Pegawai itu tidak netral, di selenggarakan."
    hidden = ["\u200b", "\u200e", "\u2060", "\ufeff", "\u00ad", "\u200b\u200f"]
    gaps = [at.replace("{}", sign) for sign in hidden for at in ("{} ", " {}", " {} ", "{} {}")]
    copies = {str(number): text.replace(" ", gap) for number, gap in enumerate([" ", *gaps])}
    tokens = kc.preprocess(kc.load(copies))
    columns = ["theme", "sentence", "status", "cue"]
    for rows, names in ((tokens.frame, ["norm"]), (kc.evidence(tokens), columns)):
        seen, *copied = [rows.loc[rows["essay"] == name, names].values.tolist() for name in copies]
        assert copied == [seen] * len(gaps)
    assert "komisi pemilihan umum" in tokens.frame["norm"].tolist()


def test_word_lists_are_read_ahead_in_a_thread_of_their_own_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    readers: list[bool] = []
    main = threading.main_thread()

    def reading(*_: object) -> None:
        readers.append(threading.current_thread() is main)

    monkeypatch.setattr(stream, "read_lists", reading)
    monkeypatch.setattr(threads, "FEW", 40)  # characters of the text, but more than its words
    text = "Kami menjaga integritas penyelenggara pemilu."
    for asked in ("2", "1"):
        monkeypatch.setenv("KPU_CORPUS_THREADS", asked)
        assert kc.preprocess(kc.load({"a": text})).types.norm[2] == "integritas"
    assert readers == [False]


def test_essays_without_full_stops_are_named_and_count_in_portions() -> None:
    transcript = "kami melayani warga dengan jujur dan adil setiap hari di kantor " * 40
    corpus = kc.load({"a": transcript.strip(), "b": "Kami siap. Kami jujur."})
    with pytest.warns(KpuCorpusWarning, match=r"2000 characters .* 1\): 'a'\. .* 25 words"):
        tokens = kc.preprocess(corpus)
    units = tokens.sentences.groupby("essay").size()
    assert units["a"] > 10
    assert units["b"] == 2
