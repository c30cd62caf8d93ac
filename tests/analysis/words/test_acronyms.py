"""The short forms that a corpus defines."""

import kpu_corpus as kc
from kpu_corpus.tokens import Tokens


def test_the_page_defines_its_short_forms_in_both_orders(tokens: Tokens) -> None:
    table = kc.acronyms(tokens).set_index("short")
    assert table.loc["ASN", "long"] == "Aparatur Sipil Negara"
    assert table.loc["ASN", "count"] == 3
    assert table.loc["KPU RI", "long"] == "Komisi Pemilihan Umum Republik Indonesia"
    assert not table["ambiguous"].any()


def test_two_readings_are_reported_and_not_unified() -> None:
    corpus = kc.load(
        {
            "a": "Panitia Pemilihan Kecamatan (PPK) dilantik. PPK bekerja.",
            "b": "Pejabat Pembuat Komitmen (PPK) menandatangani kontrak.",
            "c": "Pejabat Pembuat Komitmen (PPK) hadir.",
        }
    )
    table = kc.acronyms(corpus)
    assert table[["short", "long", "count"]].values.tolist() == [
        ["PPK", "Panitia Pemilihan Kecamatan", 1],
        ["PPK", "Pejabat Pembuat Komitmen", 2],
    ]
    assert table["ambiguous"].all()
    roots = kc.preprocess(corpus).frame
    assert "panitia pemilihan kecamatan" in set(roots["root"])


def test_a_short_form_that_the_text_defines_is_not_misspelt() -> None:
    text = "Kami ikut pelatihan pendidikan karakter (pendik). Tahun ini pendik dibuka."
    assert kc.spelling(kc.load({"a": text})).empty
    assert kc.spelling(kc.load({"a": "Tahun ini pendik dibuka."}))["suggestion"].tolist() == [
        "pendek"
    ]
