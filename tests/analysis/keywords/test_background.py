"""A background of one's own: a reference corpus, counted as essays are."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning

WORDS = "kopi jujur pemilu warga suara adil kantor rapat anggaran belajar tugas janji".split()


def essays(name: str, count: int, step: int) -> dict[str, str]:
    return {
        f"{name}{n}": " ".join(
            f"Komisi Pemilihan Umum {WORDS[(n * s) % 12]} {WORDS[(n + step * s) % 12]} yang baik."
            for s in range(6)
        )
        for n in range(count)
    }


OWN, OTHER = essays("a", 6, 2), essays("b", 40, 3)


def both() -> kc.Corpus:
    table = pd.DataFrame({"essay": [*OWN, *OTHER], "side": ["a"] * 6 + ["b"] * 40})
    return kc.load({**OWN, **OTHER}, metadata=table)


def rows(table: pd.DataFrame, *columns: str) -> Any:
    return table.sort_values("term")[["term", *columns]].reset_index(drop=True)


def test_words_against_it_are_those_of_compare_with_the_corpus_itself() -> None:
    own = kc.background(kc.load(OTHER))
    columns = ("count_a", "count_b", "rate_a", "rate_b", "log_ratio", "g2")
    against = kc.compare(kc.load(OWN), background=own, ngrams=(1, 1))
    together = kc.compare(both(), a="a", b="b", by="side", ngrams=(1, 1))
    together = together[together["count_a"] >= 2]
    assert {"kpu", "kopi"} <= set(against["term"])
    pd.testing.assert_frame_equal(rows(against, *columns), rows(together, *columns))
    key = kc.keyness(kc.load(OWN), by=None, background=own)
    signed = rows(together.assign(g2=together["g2"] * np.sign(together["log_ratio"])), "g2")
    pd.testing.assert_frame_equal(rows(key, "g2"), signed)
    pd.testing.assert_frame_equal(rows(key, "log_ratio"), rows(together, "log_ratio"))


def test_keywords_weigh_by_the_essays_that_have_a_root() -> None:
    rare = {f"e{n}": "Kopi itu pahit." + " Anggaran." * (n < 35) for n in range(400)}
    own = kc.background(kc.load(rare))
    assert (own.df["kopi"], own.df["anggar"]) == (400, 35)
    corpus = kc.load({"x": "Kopi itu pahit. Anggaran itu kecil. Kopi dan anggaran."})
    table = kc.keywords(corpus, background=own, weighting="tfidf", ngrams=(1, 1)).set_index("term")
    assert table.loc["anggar", "score"] == pytest.approx(2 * (np.log(401 / 36) + 1))
    assert table.loc["kopi", "score"] == pytest.approx(2)


def test_names_are_one_term_and_apart_for_single_words() -> None:
    own = kc.background(kc.load(OTHER))
    assert own.cf["kpu"] == own.in_words().cf["komisi"] == 240
    assert "komisi" not in own.cf


def test_what_was_made_otherwise_is_refused() -> None:
    own = kc.background(kc.load(OTHER))
    with pytest.raises(InvalidArgument, match=r"roots='ranked'.*roots='none'"):
        kc.keywords(kc.preprocess(kc.load(OWN), roots="none"), background=own)
    with pytest.raises(InvalidArgument, match="stops="):
        kc.keyness(kc.preprocess(kc.load(OWN), stops=["function"]), background=own)


class Stemmer:
    """A stemmer that keeps its answers, as many do."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        return self.kept.setdefault(word, word[:4])

    def stem(self, word: str) -> str:
        return self(word)


@pytest.mark.parametrize("roots", [Stemmer(), Stemmer().stem])
def test_one_function_fits_itself_though_it_keeps_its_answers(roots: Any) -> None:
    own = kc.background(kc.preprocess(kc.load(OTHER), roots=roots))
    tokens = kc.preprocess(kc.load({**OWN, "c": "Kata lain."}), roots=roots)
    assert len(kc.keyness(tokens, by=None, background=own))


def test_too_few_essays_are_no_background() -> None:
    with pytest.raises(InvalidArgument, match=r"30 .* 29"):
        kc.background(kc.load(essays("b", 29, 3)))
    assert kc.background(kc.load(essays("b", 30, 3))).units == 30


@pytest.mark.parametrize("comparison", [kc.keyness, kc.compare])
def test_essays_that_are_in_it_too_are_named(comparison: Any) -> None:
    whole, own = kc.background(both()), kc.load(OWN)
    with pytest.warns(KpuCorpusWarning, match=r"also in the background \(6\): 'a0'"):
        comparison(own, background=whole)
    kc.keywords(own, background=whole)  # weighed by it, not compared with it


def test_essays_beside_those_compared_may_be_in_it() -> None:
    others = kc.background(kc.load(OTHER))
    assert len(kc.compare(both(), a="a", by="side", background=others))
    with pytest.warns(KpuCorpusWarning, match=r"background \(40\): 'b0'"):
        kc.compare(both(), a="b", by="side", background=others)


def test_other_essays_of_a_page_that_is_in_it_are_not(tmp_path: Path) -> None:
    said = "Kami menjaga kantor setiap hari bersama rekan kerja di kota ini. " * 8
    page = [f"ESAI {n}\n\nJudul: Kopi {n}\n\nOleh: Rina Marlina\n\n{said}" for n in range(34)]
    (tmp_path / "halaman.txt").write_text("\n\n".join(page), encoding="utf-8")
    corpus = kc.load(tmp_path)
    first = kc.background(corpus.select(corpus.essays["position"] <= 30))
    with pytest.warns(KpuCorpusWarning, match=r"background \(2\): 'halaman-29', 'halaman-30'"):
        kc.keyness(corpus.select(corpus.essays["position"] > 28), background=first)
    kc.keyness(corpus.select(corpus.essays["position"] > 30), background=first)


def test_manifests_tell_it_and_tell_two_apart() -> None:
    one, other = kc.background(kc.load(OTHER)), kc.background(kc.load(essays("b", 40, 5)))
    assert kc.manifest(one)["settings"]["roots"] == "ranked"
    first, second = (kc.keyness(kc.load(OWN), background=own) for own in (one, other))
    assert [*kc.same(first, second)] == ["arguments.background.sha256"]
    again = kc.keyness(kc.load(OWN), background=kc.background(kc.load(OTHER)))
    assert kc.same(first, again) == {}
