"""How a query is read: as the texts are, misspelt or written apart, or refused in one sentence."""

from typing import Any

import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.words.query import meant
from kpu_corpus.tokens import Tokens


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Intergritas", ["Intergritas"]),
        ("integritas", ["Intergritas", "integritas"]),
        ("intergri*", ["Intergritas"]),
        ("di selenggarakan", ["di selenggarakan"]),
        ("diselenggarakan", ["di selenggarakan"]),
        ("bertanggungjawab", ["bertanggungjawab"]),
        ("menjaga Intergritas", ["menjaga Intergritas"]),
        ("selenggarakan", []),
    ],
)
def test_a_form_is_found_as_it_was_written(query: str, expected: list[str]) -> None:
    text = "Kami menjaga Intergritas. Pemilu di selenggarakan. Kami bertanggungjawab, integritas."
    found = kc.concordance(kc.load({"a": text}), query, what="form")
    assert found["match"].tolist() == expected


def test_what_spelling_lists_is_found_as_a_form(tokens: Tokens) -> None:
    listed = kc.spelling(tokens)
    for surface in listed["surface"].unique():
        places = set(kc.concordance(tokens, surface, what="form")["start"])
        body = set(listed[listed["surface"] == surface]["start"])
        assert places & body


@pytest.mark.parametrize("what", ["root", "form"])
@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("kami ..x netral", r"'\.\.x' cannot be read; expected \.\.1 to"),
        ("kami ... netral", "between two words"),
        ("kami ..2", "between two words"),
        ("..2 kami", "between two words"),
        ("kami ..2 ..3 netral", "between two words"),
        ("@office", "or the @set"),
        ("=netral", "what='form'"),
        ("integ.*", "no regular expression"),
        ("[a-z]+", "no regular expression"),
        ("(netral)?", "no regular expression"),
        ("net[ar]*l", "no regular expression"),
        ("[ni]etral", "no regular expression"),
        ("a{2}", "no regular expression"),
        ("net?al", r"without \? for a letter"),
        ("kami *", r"or \.\.3 between two words"),
        ("inte(g|gr)itas", "no regular expression"),
        ("netral|", "expected words"),
        ("inte**", "expected words"),
        ("netral_", "expected words"),
        ("netral " * 51, "50 at most"),
        ("_".join(["netral"] * 51), "50 at most"),
        ("netral...integritas", r"expected \.\.1 to"),
        ("netral..3integritas", r"expected \.\.1 to"),
        ("netral…integritas", r"expected \.\.1 to"),
    ],
)
def test_a_query_that_cannot_be_read_is_refused_with_what_it_may_hold(
    query: str, what: str, message: str
) -> None:
    with pytest.raises(kc.errors.InvalidArgument, match=message):
        kc.concordance(kc.load({"a": "Kami netral dan menjaga integritas."}), query, what=what)


@pytest.mark.parametrize(
    "query", ["(netral)", "[netral]", "net.id", "kpu.go.id", "netral?", "netral."]
)
def test_punctuation_of_running_text_is_read(query: str) -> None:
    found = kc.concordance(kc.load({"a": "Kami netral dan menjaga integritas."}), query)
    assert len(found) == (0 if "." in query[1:-1] else 1)


@pytest.mark.parametrize("long", ["Forum Penggerak Demokrasi Muda", "Mahkamah Agung"])
def test_a_long_form_that_the_text_defines_is_found_by_its_words_and_by_its_short(
    long: str,
) -> None:
    short = "".join(word[0] for word in long.split())
    tokens = kc.preprocess(kc.load({"a": f"{long} ({short}) hadir. {long} maju. {short} kuat."}))
    assert kc.concordance(tokens, long)["match"].tolist() == [long, long]
    assert kc.concordance(tokens, short)["match"].tolist() == [long, short, long, short]


@pytest.mark.parametrize("query", ["karir", "karier"])
def test_a_word_is_found_in_its_official_spelling_and_in_the_one_in_use(query: str) -> None:
    corpus = kc.load({"a": "Karir itu panjang. Jenjang kariernya jelas."})
    assert kc.concordance(corpus, query)["match"].tolist() == ["Karir", "kariernya"]


def test_a_verb_without_one_k_is_sought_by_what_was_meant() -> None:
    corpus = kc.load({"a": "Kami memasukan data. Pasukan datang. Data masuk."})
    assert kc.concordance(corpus, "memasukan")["match"].tolist() == ["memasukan", "masuk"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Intergritas", ["Intergritas", "integritas"]),
        ("menjaga intergritas", ["menjaga Intergritas"]),
        ("di selenggarakan", ["di selenggarakan", "Selenggara"]),
        ("intergritas|jujur", ["Intergritas", "integritas", "jujur"]),
    ],
)
def test_a_word_misspelt_as_in_the_texts_is_found_with_its_family(
    query: str, expected: list[str]
) -> None:
    text = "Kami menjaga Intergritas dan integritas. Pemilu di selenggarakan jujur. Selenggara."
    assert kc.concordance(kc.load({"a": text}), query)["match"].tolist() == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kesana", ["kesana", "ke sana"]),
        ("ke sana", ["kesana", "ke sana"]),
        ("warga kesana", ["Warga kesana", "Warga ke sana"]),
        ("kesana naik ..2 dirumah", ["kesana naik perahu dirumah"]),
        ("di rumah", ["dirumah", "di perumahan"]),
        ("di kantor|rumah", ["dirumah", "di kantor", "di perumahan"]),
        ("kesana|perahu", ["kesana", "perahu", "ke sana"]),
        ("disitulah", ["disitulah"]),
        ("ke mana pun", ["kemanapun"]),
        ("di perum*", ["di perumahan"]),
    ],
)
def test_what_a_text_writes_as_one_word_is_found_as_it_stands_and_apart(
    query: str, expected: list[str]
) -> None:
    text = (
        "Warga kesana naik perahu dirumah. Warga ke sana. Ia di kantor, kami di perumahan. "
        "Menurut saya disitulah integritas diuji, kemanapun kami pergi."
    )
    assert kc.concordance(kc.load({"a": text}), query)["match"].tolist() == expected


@pytest.mark.parametrize("call", [kc.concordance, kc.collocates, kc.positions])
def test_a_word_that_the_essays_lack_is_told_with_the_one_that_was_meant(call: Any) -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami melayani pemilih. Netralitas ASN dijaga."}))
    with pytest.warns(kc.errors.KpuCorpusWarning, match="Did you mean 'netralitas'?"):
        assert call(tokens, "netralitass").empty
    with pytest.warns(kc.errors.KpuCorpusWarning, match="Did you mean 'netralitas ASN'?"):
        assert call(tokens, "netralitass ASN").empty
    for word in ("gajah", "ASN netralitas"):  # a warning would be an error
        assert call(tokens, word).empty
    assert call(tokens, "dilayani", what="form").empty  # another form of what is there


@pytest.mark.parametrize("what", ["root", "form"])
def test_a_phrase_inside_a_longer_unit_is_told(what: str) -> None:
    text = "Daftar pemilih dibuka. Daftar Pemilih Tetap dibuka. Badan Pengawas Pemilu hadir."
    tokens = kc.preprocess(kc.load({"a": text}))
    with pytest.warns(kc.errors.KpuCorpusWarning, match="results: 'daftar pemilih tetap'."):
        assert len(kc.concordance(tokens, "daftar pemilih", what=what)) == 1
    with pytest.warns(kc.errors.KpuCorpusWarning, match="results: 'badan pengawas pemilu'."):
        assert kc.concordance(tokens, "pengawas pemilu", what=what).empty
    for query in ("pengawas|badan pemilu", "penga* pemilu", "badan ..1 pemilu"):
        with pytest.warns(kc.errors.KpuCorpusWarning, match="results: 'badan pengawas pemilu'."):
            kc.concordance(tokens, query, what=what)
    for whole in ("daftar pemilih tetap", "pemilih"):  # a warning would be an error
        assert len(kc.concordance(tokens, whole)) > 0


def test_a_word_that_holds_the_query_is_not_what_was_meant() -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami belajar sejarah. Warga membaca sejarah."}))
    assert meant(tokens, "arah") == ""
    assert str(meant(tokens, "sejarh")) == " Did you mean 'sejarah'?"
