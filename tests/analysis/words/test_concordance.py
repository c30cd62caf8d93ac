"""Looking closer: concordance, collocates, network, dispersion; offsets hold on any text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples

import kpu_corpus as kc
from kpu_corpus.analysis.statistics import log_likelihood
from kpu_corpus.tokens import Tokens

WORDS = "kami menjaga integritas pemilu melayani pelayanan tanggung jawab tanggungjawab KPU, . ? \n"
TEXT = "Kami melayani pemilih dengan jujur. Pelayanan publik itu penting! Tidak semua dilayani."


def test_a_root_finds_every_form_and_a_form_only_itself() -> None:
    corpus = kc.load({"a": TEXT})
    found = kc.concordance(corpus, "layanan")["match"].tolist()
    assert found[0] == "melayani"
    assert found[-1] == "dilayani"
    assert len(found) == 3
    assert kc.concordance(corpus, "melayani", what="form")["match"].tolist() == ["melayani"]
    assert kc.concordance(corpus, "layanan", what="form").empty


@pytest.mark.parametrize(
    ("query", "what", "expected"),
    [
        ("tanggung jawab", "form", ["Tanggung jawab", "tanggung jawabnya"]),
        ("bertanggung jawab", "form", ["bertanggung jawab"]),
        (
            "tanggung jawab",
            "root",
            ["bertanggung jawab", "Tanggung jawab", "tanggung jawabnya", "pertanggungjawaban"],
        ),
    ],
)
def test_a_form_of_a_phrase_is_not_every_form_of_its_root(
    query: str, what: str, expected: list[str]
) -> None:
    text = "Kami bertanggung jawab. Tanggung jawab dan tanggung jawabnya: pertanggungjawaban."
    found = kc.concordance(kc.load({"a": text}), query, what=what)
    assert found["match"].tolist() == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("melayani pemilih", ["melayani pemilih"]),
        ("layan ..2 jujur", ["melayani pemilih dengan jujur"]),
        ("penti*", ["penting"]),
        ("jujur|penting", ["jujur", "penting"]),
        ("“Pelayanan publik” itu penting!", ["Pelayanan publik itu penting"]),
        ("pemilih, dengan", ["pemilih dengan"]),
        ("melayani/pemilih", ["melayani pemilih"]),
        ("penting! Tidak", []),
    ],
)
def test_phrases_gaps_wildcards_and_choices(query: str, expected: list[str]) -> None:
    assert kc.concordance(kc.load({"a": TEXT}), query)["match"].tolist() == expected


def test_a_word_that_has_punctuation_of_its_own_is_found_as_it_is_written() -> None:
    corpus = kc.load({"a": "Oleh Ani, S.H. pada 2024/2025 dengan dana Rp3.000."})
    for query in ("S.H.", "2024/2025", "3.000", "ani, s.h."):
        assert len(kc.concordance(corpus, query)) == len(kc.concordance(corpus, query, what="form"))
        assert len(kc.concordance(corpus, query)) == 1
    assert kc.concordance(corpus, "dana|S.H.")["match"].tolist() == ["S.H.", "dana"]


@pytest.mark.parametrize("what", ["root", "form"])
def test_numbers_are_found_as_they_are_written(what: str) -> None:
    corpus = kc.load({"a": "Dana Rp 5.000,00 dibayar. Suara naik 16,5 persen."})
    for query in ("5.000,00", "16,5", "16,5 persen"):
        assert kc.concordance(corpus, query, what=what)["match"].tolist() == [query]


def test_a_theme_is_shown_with_all_its_places(tokens: Tokens) -> None:
    table = kc.concordance(tokens, "integritas", what="theme")
    rows = kc.evidence(tokens, themes=["integritas"])
    assert table[["start", "end"]].values.tolist() == rows[["start", "end"]].values.tolist()


def test_rows_are_sorted_by_the_nearest_words_on_either_side(tokens: Tokens) -> None:
    right = kc.concordance(tokens, "pemilu", sort="right")["right"].str.lower().str.findall(r"\w+")
    left = kc.concordance(tokens, "pemilu", sort="left")["left"].str.lower().str.findall(r"\w+")
    assert right.tolist() == sorted(right.tolist())
    assert [row[::-1] for row in left] == sorted(row[::-1] for row in left)
    assert len(right) > 10


@examples(8)
@given(st.lists(st.sampled_from(WORDS.split(" ")), min_size=1, max_size=40).map(" ".join))
def test_left_match_and_right_follow_one_another_in_the_source(text: str) -> None:
    if not text.strip():
        return
    tokens = kc.preprocess(kc.load({"a": text}))
    for query in ("integritas", "layan", "tanggung jawab"):
        for row in kc.concordance(tokens, query, width=3).itertuples():
            even = " ".join(text.split())
            assert row.left + row.match + row.right in even
            assert " ".join(text[row.start : row.end].split()) == row.match


def test_the_table_is_of_single_lines_and_has_what_is_seen() -> None:
    text = "Kami hadir.\n\nPe\u00admilih  itu\tjujur.\r\nSelesai."
    (row,) = kc.concordance(kc.load({"a": text}), "pemilih").itertuples()
    assert (row.left, row.match, row.right) == ("Kami hadir. ", "Pemilih", " itu jujur. Selesai")
    assert text[row.start : row.end] == "Pe\u00admilih"


def test_collocates_count_both_sides(tokens: Tokens) -> None:
    table = kc.collocates(tokens, "integritas", window=3)
    assert "netralitas" in table["term"].tolist()
    assert (table["count"] <= table["left"] + table["right"]).all()
    assert (table["count"] > table["expected"]).all()
    assert table["g2"].is_monotonic_decreasing


def test_collocates_are_counted_inside_their_sentences_and_expected_by_the_words_there() -> None:
    text = "Kami menjaga integritas pegawai. Pegawai menjaga integritas kantor. Hujan di kantor."
    table = kc.collocates(kc.load({"a": text}), "integritas", window=5, min_count=1)
    near, words = 2 + 1 + 2 + 1, 4 + 4 + 3
    assert table[["term", "count", "left", "right", "total"]].values.tolist() == [
        ["jaga", 2, 2, 0, 2],
        ["pegawai", 2, 1, 1, 2],
    ]
    assert table["expected"].tolist() == pytest.approx([2 * near / words] * 2)
    assert table["g2"].tolist() == pytest.approx([log_likelihood(2, 0, near, words - near)] * 2)
    # pegawai is one word in three, here as there
    even = kc.load({"a": "Integritas pegawai jujur. Pegawai hadir. Pegawai."})
    table = kc.collocates(even, "integritas", min_count=1)
    assert table[["term", "expected"]].values.tolist() == [["jujur", pytest.approx(1 / 3)]]


def test_a_word_that_no_text_has_gives_empty_tables_and_a_wrong_query_none(tokens: Tokens) -> None:
    for table in (kc.concordance(tokens, "gajah"), kc.collocates(tokens, "gajah")):
        assert table.empty
        assert len(table.columns) > 5
    for query in ("", "[a-z]+"):
        with pytest.raises(kc.errors.InvalidArgument):
            kc.collocates(tokens, query)


def test_a_wider_window_sees_no_less(tokens: Tokens) -> None:
    near = kc.collocates(tokens, "pemilu", window=2).set_index("term")["count"]
    wide = kc.collocates(tokens, "pemilu", window=6).set_index("term")["count"]
    both = near.index.intersection(wide.index)
    assert len(both)
    assert (wide[both] >= near[both]).all()


def test_the_network_counts_sentences() -> None:
    text = "Kami jujur dan adil. Mereka jujur dan adil. Kami jujur. Hujan turun."
    row = kc.network(kc.load({"a": text})).iloc[0]
    assert (row["term_a"], row["term_b"], row["sentences"]) == ("adil", "jujur", 2)
    assert row["expected"] == pytest.approx(2 * 3 / 4)
    assert row["pmi"] == pytest.approx(0.415, abs=0.001)


def test_a_network_has_the_lengths_of_terms_and_the_sentences_that_are_asked_for() -> None:
    text = "Kantor kecil ramah. " * 3 + "Rumah warga sejuk. " * 2 + "Hujan turun. " * 2
    corpus = kc.load({"a": text})
    ends = ["term_a", "term_b"]
    assert kc.network(corpus, ngrams=(2, 2))[ends].values.tolist() == [
        ["kantor kecil", "kecil ramah"],
        ["rumah warga", "warga sejuk"],
    ]
    assert kc.network(corpus, min_sentences=3)["sentences"].tolist() == [3, 3, 3]
    assert set(kc.network(corpus, top=3)[ends].stack()) == {"kantor", "kecil", "ramah"}


def test_an_even_term_has_no_dispersion_and_a_local_one_has(tokens: Tokens) -> None:
    table = kc.dispersion(tokens, top=300).set_index("term")
    assert table.loc["pemilu", "essays"] == 5
    assert table.loc["sinergi", "dp_norm"] > 0.7 > table.loc["pemilu", "dp_norm"]
    assert table["dp"].between(0, 1).all()
    assert list(zip(-table["count"], table.index, strict=True)) == sorted(
        zip(-table["count"], table.index, strict=True)
    )
    ones = kc.dispersion(kc.load({"a": "Kami jujur.", "b": "Kami adil. Kami jujur."}), top=1)
    assert ones[["term", "count", "essays"]].values.tolist() == [["jujur", 2, 2]]
    assert kc.dispersion(kc.load({"a": "12 345."})).empty


def test_the_least_count_of_collocates_is_told_by_their_manifest(tokens: Tokens) -> None:
    one, other = (kc.collocates(tokens, "integritas", min_count=n) for n in (2, 3))
    assert kc.same(one, other) == {"arguments.min_count": (2, 3)}


def test_positions_run_from_the_first_word_to_the_last(tokens: Tokens) -> None:
    table = kc.positions(tokens, ["integritas", "disiplin"])
    assert set(table["term"]) == {"integritas", "disiplin"}
    assert table["position"].between(0, 1).all()
    text = kc.positions(kc.load({"a": "Pemilu itu pemilu"}), "pemilu")
    assert text["position"].tolist() == [0, 1]
    second = kc.positions(kc.load({"a": "Kami jujur.", "b": "Pemilu itu pemilu"}), "pemilu")
    assert second[["essay", "position"]].values.tolist() == [["b", 0], ["b", 1]]
    said = kc.load({"a": "Kami jujur. Hujan turun. Integritas dijaga"})
    assert kc.positions(said, "integritas", what="theme")["position"].tolist() == [0.2, 0.8]


@pytest.mark.parametrize("call", [kc.concordance, kc.collocates, kc.positions])
def test_a_theme_of_another_lexicon_is_told_by_its_key_in_the_manifest(call: Any) -> None:
    said = kc.load({"a": "Kami adaptif menghadapi perubahan. Kami adaptif. Hujan turun."})
    table = call(said, "Adaptif", what="theme", lexicon="berakhlak")
    asked = kc.manifest(table)["arguments"]
    assert asked["lexicon"] == "berakhlak"
    assert ["adaptif"] in asked.values() or "adaptif" in asked.values()  # not as it was typed
    with pytest.raises(kc.errors.InvalidArgument, match="lexicon='berakhlak'"):
        call(said, "adaptif", lexicon="berakhlak")


@pytest.mark.parametrize("table", [kc.network, kc.dispersion])
@pytest.mark.parametrize("ngrams", [(0, 4), (3, 1), (1,), 2])
def test_a_wrong_pair_of_lengths_is_refused(tokens: Tokens, table: Any, ngrams: Any) -> None:
    with pytest.raises(ValueError, match="is not a pair"):
        table(tokens, ngrams=ngrams)
