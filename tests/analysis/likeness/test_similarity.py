"""Similarity against the plain way, with and without the assignment's words; dendrogram order."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array
from sklearn.metrics.pairwise import cosine_similarity

import kpu_corpus as kc
from kpu_corpus.analysis.likeness import clusters
from kpu_corpus.analysis.likeness import similarity as module
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.tokens import Tokens

COLUMNS = "essay_a essay_b cosine shared_terms shared jaccard jensen_shannon".split()
ID = "opini-kpu-subang-"


def test_every_pair_once_with_the_cosine_of_the_plain_way(tokens: Tokens) -> None:
    table = kc.similarity(tokens)
    plain = cosine_similarity(term_matrix(tokens, ngrams=(1, 1)).weights())
    names = tokens.corpus.essays["essay"].tolist()
    assert table.columns.tolist() == COLUMNS
    assert len(table) == 10
    assert table["cosine"].is_monotonic_decreasing
    for row in table.itertuples():
        expected = plain[names.index(row.essay_a), names.index(row.essay_b)]
        assert row.cosine == pytest.approx(expected)


def test_a_background_of_ones_own_weighs_the_words(tokens: Tokens) -> None:
    own = kc.background(kc.load({f"e{n}": "Kantor kami melayani pemilih." for n in range(40)}))
    plain = cosine_similarity(term_matrix(tokens, ngrams=(1, 1), background=own).weights())
    names = tokens.corpus.essays["essay"].tolist()
    nearest = kc.similarity(tokens, background=own).iloc[0]
    expected = plain[names.index(nearest["essay_a"]), names.index(nearest["essay_b"])]
    assert nearest["cosine"] == pytest.approx(expected)
    assert kc.clusters(tokens, background=own)["height"].min() == pytest.approx(1 - expected)


@pytest.mark.parametrize("order", ["abcd", "dbca"])
def test_of_essays_as_near_the_first_by_id_are_taken_whatever_the_order_of_files(
    order: str,
) -> None:
    corpus = kc.load(dict.fromkeys(order, "Kami menjaga integritas bersama."))
    table = kc.similarity(corpus, top=1)
    pairs = table[["essay_a", "essay_b"]].agg(lambda pair: "".join(sorted(pair)), axis=1)
    assert sorted(pairs) == ["ab", "ac", "ad"]


def test_the_cosine_of_essays_of_the_same_words_is_one() -> None:
    texts = {"a": "Kami jujur adil tulus ikhlas. ", "b": "Pintu kantor dibuka pagi hari. "}
    corpus = kc.load({f"{name}{n}": text * 3 for name, text in texts.items() for n in (1, 2)})
    assert set(kc.similarity(corpus)["cosine"]) == {0.0, 1.0}


def test_values_that_look_the_same_are_told_once() -> None:
    rows = {"text": ["Kami menjaga integritas."] * 2, "kelompok": ["KPU A", "KPU A."]}
    tokens = kc.preprocess(kc.load(pd.DataFrame(rows)))
    for function in (kc.similarity, kc.clusters):
        with pytest.warns(UserWarning, match="look the same") as told:
            function(tokens, by="kelompok")
        assert len(told) == 1


def test_the_essays_of_one_assignment_are_the_most_alike(tokens: Tokens) -> None:
    first = kc.similarity(tokens).head(3)
    pairs = {frozenset(pair) for pair in zip(first["essay_a"], first["essay_b"], strict=True)}
    assert pairs == {frozenset({f"{ID}{a}", f"{ID}{b}"}) for a, b in ((1, 3), (1, 4), (3, 4))}


def test_without_the_assignments_words_all_are_less_alike(tokens: Tokens) -> None:
    words = kc.assignment_words(tokens)
    assert {"asn", "kpu", "tanggung jawab", "tantang", "tekad"} <= set(words)
    assert not {"integritas", "sinergi", "disiplin"} & set(words)
    pair = ["essay_a", "essay_b"]
    with_all = kc.similarity(tokens).set_index(pair)["cosine"].sort_index()
    without = kc.similarity(tokens, exclude="assignment").set_index(pair)["cosine"].sort_index()
    assert (without < with_all).all()


def test_titles_in_a_column_of_a_table_are_titles_of_the_assignment() -> None:
    rows = {
        "judul": ["Tantangan ASN", "Menjawab tantangan", "Hujan", None],
        "teks": ["Kami hadir.", "Kantor buka.", "Sawah basah.", "Laut tenang."],
    }
    corpus = kc.load(pd.DataFrame(rows))
    assert kc.assignment_words(kc.preprocess(corpus)) == ["tantang"]
    assert kc.assignment_words(kc.preprocess(kc.load(pd.DataFrame(rows | {"judul": None})))) == []


def test_words_that_most_of_three_essays_or_more_open_with_are_those_of_the_assignment() -> None:
    texts = {
        "a": "Kantor kami ramai. Warga datang. Pasar tutup.",
        "b": "Kantor itu besar. Hujan reda. Pasar tutup.",
        "c": "Jalan macet. Kantor dibuka. Pasar tutup.",
        "d": "Hujan turun. Sawah basah. Pasar tutup.",  # two of four begin with rain
    }
    assert kc.assignment_words(kc.load(texts)) == ["kantor"]
    assert kc.assignment_words(kc.load({name: texts[name] for name in "ab"})) == []


def test_a_title_inside_the_text_and_one_beside_it_meet(tmp_path: Path) -> None:
    path = tmp_path / "b.md"
    path.write_text("# Tantangan kita\n\nSawah itu basah sejak pagi hari.\n", encoding="utf-8")
    table = tmp_path / "a.csv"
    table.write_text("judul,teks\nMenjawab tantangan,Kami hadir.\n", encoding="utf-8")
    tokens = kc.preprocess(kc.load([path, table]))
    assert kc.assignment_words(tokens) == ["tantang"]


def test_words_of_ones_own_are_left_out_by_their_roots(tokens: Tokens) -> None:
    table = kc.similarity(tokens, exclude=["menyelenggarakan", "KPU"])
    shown = " ".join(table["shared_terms"])
    assert "KPU" not in shown
    assert "penyelenggara" not in shown
    pair = {"a": "Kantor ramai, sawah kering.", "b": "Sawah kering, kantor ramai."}
    assert kc.similarity(kc.load(pair), exclude=["sawah"])["shared"].tolist() == [3]


def test_the_nearest_are_those_of_the_full_table(
    tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BLOCK", 2)
    full, near = kc.similarity(tokens), kc.similarity(tokens, top=1)
    expected = {
        tuple(rows.iloc[0][["essay_a", "essay_b"]])
        for name in tokens.corpus.essays["essay"]
        for rows in [full[(full["essay_a"] == name) | (full["essay_b"] == name)]]
    }
    assert set(near[["essay_a", "essay_b"]].itertuples(index=False, name=None)) == expected
    monkeypatch.setattr(module, "NEAREST", 1)
    pd.testing.assert_frame_equal(kc.similarity(tokens), full)  # no more than ALL_PAIRS
    monkeypatch.setattr(module, "ALL_PAIRS", 4)
    pd.testing.assert_frame_equal(kc.similarity(tokens), near)


@pytest.mark.parametrize("names", [[0, 1, 2], [0, 2, 1]])
def test_essays_that_only_rounding_sets_apart_are_as_near(names: list[int]) -> None:
    forth, back = [0.1, 0.2, 0.3], [0.3, 0.2, 0.1]
    rows = csr_array([[*[1] * 6, 0], [*forth, 0, 0, 0, 1], [0, 0, 0, *back, 1]])
    near = (rows @ rows.T).toarray()[0]
    assert near[1] != near[2]
    pairs = module._pairs(rows, 1, np.array(names))
    assert pairs.a.tolist() == [1, 0]  # the two are nearest to each other
    assert pairs.b.tolist() == [2, names.index(1)]


def test_themes_and_phrases_of_equal_texts_are_equal() -> None:
    text = "Kami menjaga integritas penyelenggara pemilu. Kami bersinergi. "
    table = kc.similarity(kc.load({"a": text, "b": text, "c": "Hujan turun di desa."}))
    row = table.iloc[0]
    assert (row["essay_a"], row["essay_b"]) == ("a", "b")
    assert row["cosine"] == pytest.approx(1)
    assert row["jaccard"] == 1
    assert row["jensen_shannon"] == 0
    assert table.iloc[1:]["jensen_shannon"].isna().all()


def test_words_that_two_essays_share_alike_are_named_in_their_order() -> None:
    text = "Sawah itu kering, perahu bocor, kantor ramai."
    table = kc.similarity(kc.load({"a": text, "b": text}), background=None)
    assert table["shared_terms"].tolist() == ["bocor, kantor, kering, perahu, ramai"]  # of six


def test_jaccard_is_over_all_phrases_of_the_two_whatever_else_is_loaded() -> None:
    pair = {"a": "Kantor besar. Perahu kayu bocor.", "b": "Kantor besar. Sawah kering."}
    both = {"kantor besar"}
    every = both | {"perahu kayu", "kayu bocor", "perahu kayu bocor", "sawah kering"}
    for others in ({}, {"c": "Sawah kering. Perahu kayu bocor."}):
        table = kc.similarity(kc.load({**pair, **others})).set_index(["essay_a", "essay_b"])
        assert table.loc[("a", "b"), "jaccard"] == pytest.approx(len(both) / len(every))
    left = kc.similarity(kc.load(pair), exclude=["kayu"])
    assert left["jaccard"].tolist() == [1 / 2]


def test_one_essay_gives_an_empty_table_of_the_same_columns() -> None:
    one = kc.load({"a": "Kami menjaga integritas."})
    assert kc.similarity(one).columns.tolist() == COLUMNS
    assert kc.similarity(one).empty
    assert kc.clusters(one)["cluster"].tolist() == [1]


def test_groups_are_compared_like_essays(tokens: Tokens) -> None:
    assert kc.similarity(tokens, by="title").columns[:2].tolist() == ["title_a", "title_b"]


def test_clusters_bring_the_assignment_together_and_neighbours_are_alike(tokens: Tokens) -> None:
    table = kc.clusters(tokens)
    of = table.set_index("essay")["cluster"]
    assert of[f"{ID}1"] == of[f"{ID}3"] == of[f"{ID}4"] != of[f"{ID}2"]
    assert table["position"].tolist() == [1, 2, 3, 4, 5]
    assert table["cluster"].is_monotonic_increasing
    assert np.isnan(table["height"].iloc[0])
    assert set(kc.clusters(tokens, distance=1.0)["cluster"]) == {1}
    assert kc.clusters(tokens, distance=0.0)["cluster"].nunique() == 5


def test_leaves_stand_beside_those_that_are_alike_and_tell_where_they_join() -> None:
    angles = np.radians([20, 0, 70, 50])
    rows = csr_array(np.column_stack([np.cos(angles), np.sin(angles)]))
    order, _, heights = clusters._dendrogram(rows, 0.5)
    assert np.degrees(angles[order]).round().tolist() in ([0, 20, 50, 70], [70, 50, 20, 0])
    between = np.mean([1 - np.cos(np.radians(apart)) for apart in (30, 50, 50, 70)])
    assert heights[1:] == pytest.approx([1 - np.cos(np.radians(20)), between, heights[1]])


def test_the_order_of_essays_does_not_turn_the_dendrogram() -> None:
    subjects = [
        "jagung hujan banjir",
        "panen jujur integritas",
        "banjir jagung hujan",
        "jagung padi integritas",
        "sekolah panen jagung",
        "banjir panen sekolah",
    ]
    texts = {f"e{n}": f"Kami menulis tentang {text}." for n, text in enumerate(subjects)}
    table = kc.clusters(kc.load(texts))
    for names in (list(texts)[::-1], list(texts)[2:] + list(texts)[:2]):
        other = kc.clusters(kc.load({name: texts[name] for name in names}))
        pd.testing.assert_frame_equal(other, table)


def test_a_word_that_is_not_in_a_list_is_refused_and_shown_in_one(tokens: Tokens) -> None:
    with pytest.raises(kc.errors.InvalidArgument, match=r"expected one of: \['pemilu'\], assign"):
        kc.similarity(tokens, exclude="pemilu")


def test_more_essays_than_a_dendrogram_can_hold_are_refused(
    tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "MOST", 5)
    assert len(kc.clusters(tokens)) == 5
    monkeypatch.setattr(clusters, "MOST", 4)
    with pytest.raises(kc.errors.InvalidArgument, match="5"):
        kc.clusters(tokens)


def test_clusters_of_a_column_named_by_its_title() -> None:
    texts = ["Kami jujur.", "Kami jujur sekali.", "Hujan turun."]
    table = pd.DataFrame({"teks": texts, "Unit Kerja": ["Garut", "Garut", "Subang"]})
    made = kc.clusters(kc.load(table), by="unit kerja")
    assert made[["unit", "cluster"]].values.tolist() == [["Garut", 1], ["Subang", 2]]
    assert made["height"].tolist()[1:] == [1.0]  # two that share no word


def test_what_clusters_leave_out_is_told_by_their_manifest(tokens: Tokens) -> None:
    one, other = kc.clusters(tokens), kc.clusters(tokens, exclude=["pemilu"])
    assert kc.same(one, other) == {"arguments.exclude": ([], ["pemilu"])}


def test_phrases_with_a_unit_that_is_left_out_are_left_out() -> None:
    texts = {
        "a": "Tanggung jawab besar kami. Tanggung jawab besar kita.",
        "b": "Tanggung jawab besar mereka. Tanggung jawab besar beliau.",
    }
    assert kc.similarity(kc.load(texts))["jaccard"].tolist() == [1.0]
    assert kc.similarity(kc.load(texts), exclude=["tanggung jawab"])["jaccard"].tolist() == [0.0]
