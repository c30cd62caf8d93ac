"""The real page against its gold: essays, units, spelling and what stands in names."""

from collections import Counter
from typing import Any

from kpu_corpus.corpus import Corpus
from kpu_corpus.tokens import Tokens


def test_the_page_gives_the_five_essays_at_the_golds_offsets(
    page: Corpus, gold: dict[str, Any]
) -> None:
    expected = [(e["title"], e["body_start"], e["body_end"]) for e in gold["essays"]]
    assert [(item.title, item.start, item.end) for item in page.items] == expected


def test_titles_stand_at_the_golds_offsets(page: Corpus, gold: dict[str, Any]) -> None:
    titles = page.spans[page.spans["kind"] == "title"]
    expected = [(e["title_start"], e["title_end"]) for e in gold["essays"]]
    assert list(zip(titles["start"], titles["end"], strict=True)) == expected


def test_site_furniture_is_chrome(page: Corpus, gold: dict[str, Any]) -> None:
    chrome = page.spans[page.spans["kind"] == "chrome"]
    expected = [(row["start"], row["end"]) for row in gold["chrome"]]
    assert list(zip(chrome["start"], chrome["end"], strict=True)) == expected


def test_every_unit_stands_at_the_golds_offsets_with_its_kind(
    tokens: Tokens, gold: dict[str, Any]
) -> None:
    kinds = {"list_heading": "heading"}
    expected = [
        (unit["start"], unit["end"], kinds.get(unit["type"], unit["type"]))
        for essay in gold["essays"]
        for unit in essay["units"]
    ]
    units = tokens.sentences[tokens.sentences["kind"] != "title"]
    found = list(zip(units["start"], units["end"], units["kind"], strict=True))
    assert found == expected
    assert Counter(kind for *_, kind in found)["sentence"] == 83


def test_certain_misspellings_are_corrected_in_norm_and_kept_in_surface(
    tokens: Tokens, gold: dict[str, Any]
) -> None:
    frame = tokens.frame.set_index("start")
    for typo in gold["typo_core"]:
        row = frame.loc[typo["start"]]
        assert row["surface"] == typo["surface"]
        assert row["norm"] == typo["correction"].lower()


def test_multiword_names_are_one_token(tokens: Tokens, gold: dict[str, Any]) -> None:
    counts = Counter(tokens.frame[tokens.frame["sentence"] > 0]["norm"])
    for name in ("Komisi Pemilihan Umum", "Aparatur Sipil Negara", "Pegawai Negeri Sipil"):
        inside = 1 if name == "Pegawai Negeri Sipil" else 0  # one more inside Calon Pegawai …
        expected = gold["multiword_terms"][name]["total"] - inside
        assert counts[name.lower()] == expected


def test_essay_three_counts_asn_although_it_only_writes_it_out(tokens: Tokens) -> None:
    third = tokens.frame[tokens.frame["essay"].str.endswith("-3")]
    assert "ASN" not in set(third["surface"])
    assert (third["root"] == "asn").sum() >= 7


def test_the_second_half_of_a_definition_is_not_counted_again(tokens: Tokens) -> None:
    first = tokens.frame[tokens.frame["essay"].str.endswith("-1")]
    row = first[first["surface"] == "Aparatur Sipil Negara"].iloc[0]
    assert row["stop"]  # "ASN (Aparatur Sipil Negara)"


def test_reduplication_with_a_spaced_dash_is_one_token(tokens: Tokens) -> None:
    surfaces = tokens.frame.set_index("surface")
    assert surfaces.loc["proses – proses", "norm"] == "proses-proses"
    assert surfaces.loc["proses – proses", "root"] == "proses"
    assert surfaces.loc["Undang – Undang", "norm"] == "undang-undang"
