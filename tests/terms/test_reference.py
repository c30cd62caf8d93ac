"""Root frequencies of a background: what is counted in essays is counted there."""

import math
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.indonesian.lists.background import SHIPPED, Background, background
from kpu_corpus.indonesian.lists.multiwords import multiwords
from kpu_corpus.indonesian.lists.stopwords import DEFAULT_TIERS
from kpu_corpus.indonesian.roots.root_lists import compounds
from kpu_corpus.indonesian.roots.roots import roots_of
from kpu_corpus.indonesian.spelling.data import corrections
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.terms.reference import LEAST_DF, counted, reference
from kpu_corpus.tokens.joining import canonical

UNITS = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared")) / "scale" / "peraturan_pasal.parquet"
DF = {"netral": 40, "kenetralan": 980, "sunyi": 2}
CF = {"netral": 50, "kenetralan": 990, "sunyi": 3}
OWN = Background(1000, 9000, DF, CF)


STALE = "the roots have changed: run `python -m training.background roots`"


@pytest.mark.parametrize("name", SHIPPED)
def test_the_ready_counts_are_those_of_the_table(name: str) -> None:
    stale = "the background has changed: run `python -m training.word_lists`"
    assert reference(name, "ranked") == counted(name, tuple(sorted(DEFAULT_TIERS))), stale


def test_units_of_several_words_have_counts_of_their_own() -> None:
    formal = reference("formal", "ranked")
    found = {root: (formal.df[root], formal.cf[root]) for root in COUNTED}
    assert found == COUNTED, STALE


COUNTED = {
    "tata cara": (8528, 11330),
    "tindak pidana": (2808, 6656),
    "sumber daya": (3639, 9407),
    "kerja sama": (3902, 7650),
    "tanggung jawab": (9766, 15597),
    "hak pilih": (158, 227),
    "parpol": (1455, 4343),
    "dalam": (511, 814),
    "untuk": (1378, 2109),
    "selenggara": (18181, 42441),
}


def test_every_root_of_the_common_forms_is_counted() -> None:
    """Roots that are made of stop words only are not, nor forms that corrections replace."""
    table, counted = background("formal"), reference("formal", "ranked", stops=())
    common = [form for form, df in table.df.items() if df >= 50 and len(form) > 2]
    roots = set(roots_of([form for form in common if form not in corrections()]))
    assert len(roots - counted.df.keys()) < 0.01 * len(roots), STALE


def test_units_the_laws_never_use_are_expected_never() -> None:
    formal = reference("formal", "ranked")
    units = [*compounds().values(), *map(canonical, multiwords())]
    assert set(units) <= formal.df.keys(), STALE
    assert formal.cf["politik uang"] < 30 < formal.cf["uang"]
    assert formal.counts(["money politics"]).tolist() == [0.0]


def test_words_apart_are_counted_apart() -> None:
    """Keywords of single words only count tindak wherever it stands."""
    formal = reference("formal", "ranked")
    words = formal.in_words()
    assert formal.cf["tindak"] + formal.cf["tindak pidana"] < words.cf["tindak"]
    assert words.cf["tindak pidana"] < 30  # ketindakpidanaan is one word
    assert words.tokens > formal.tokens
    tokens = kc.preprocess(kc.load({"a": "Tindak pidana. Tindakan."}))
    matrix = term_matrix(tokens, ngrams=(1, 1))
    assert matrix.against
    assert dict(zip(matrix.terms, matrix.against.counts.tolist(), strict=True)) == {
        "tindak": formal.cf["tindak"], "tindak pidana": formal.cf["tindak pidana"],
    }  # fmt: skip


def test_a_stop_word_counts_where_it_is_none() -> None:
    every = reference("formal", "ranked", stops=())
    assert every.df["dalam"] > 80_000
    domain = reference("formal", "ranked", stops=("function", "domain"))
    assert domain.cf["pegawai"] < reference("formal", "ranked").cf["pegawai"]


def test_a_short_form_is_as_frequent_as_what_it_stands_for() -> None:
    formal = reference("formal", "ranked")
    assert formal.cf["undang-undang"] > 100_000  # the root of UU, which laws write out
    own = reference(
        Background(9, 90, {"partai": 4, "politik": 3}, {"partai": 5, "politik": 3}), "ranked"
    )
    assert own.cf["parpol"] == 3


def test_stop_words_of_a_table_of_forms_are_left_out() -> None:
    table = Background(100, 900, {"dalam": 90, "mendalam": 2}, {"dalam": 300, "mendalam": 2})
    assert reference(table, "ranked").cf["dalam"] == 2
    assert reference(table, "ranked", stops=()).cf["dalam"] == 302


@pytest.mark.skipif(not UNITS.is_file(), reason=f"needs {UNITS}: set KPU_CORPUS_GOLD")
@pytest.mark.filterwarnings("ignore:Essays with a part of more than 2000 characters")
def test_laws_do_not_over_use_words_of_laws() -> None:
    import pandas as pd

    laws = pd.read_parquet(UNITS).sample(700, random_state=1)
    essays = {f"{row.law}/{row.unit}": row.text for row in laws.itertuples()}
    table = kc.keyness(kc.load(essays), by=None, min_count=1).set_index("term")
    units = ("tata cara", "tindak pidana", "tanggung jawab", "sumber daya", "kerja sama")
    for root in (*units, "dalam", "pada", "untuk"):  # mendalam, memadai, peruntukan
        count, expected = table.loc[root, ["count", "expected"]]
        assert abs(count - expected) < 0.5 * expected + 5, root


def test_forms_of_a_root_add_up_and_df_stops_at_the_units() -> None:
    own = reference(OWN, "ranked")
    assert own.df["netral"] == 1000
    assert own.cf["netral"] == 1040


def test_rare_and_unknown_roots_have_the_same_idf() -> None:
    own = reference(OWN, "ranked")
    rare, unknown, common = own.idf(["sunyi", "xyz", "netral"])
    assert rare == unknown == pytest.approx(math.log(1001 / (1 + LEAST_DF)) + 1)
    assert common == pytest.approx(1.0)


def test_a_phrase_that_is_no_unit_counts_as_its_rarest_word() -> None:
    assert reference(OWN, "ranked").counts(["netral sunyi"]).tolist() == [3.0]
    assert reference(OWN, "ranked").counts(["kenetralan dan sunyi"]).tolist() == [3.0]
    formal = reference("formal", "ranked")
    assert formal.counts(["pidana pemilu"]) == min(formal.apart.cf[x] for x in ("pidana", "pemilu"))


def test_other_root_modes_are_summed_at_run_time() -> None:
    plain = reference(OWN, "none").df
    assert {form: plain[form] for form in DF} == DF


def test_what_is_no_background_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="formal"):
        reference("legal", "ranked")
    with pytest.raises(InvalidArgument, match=r"kc\.background"):
        reference(3, "ranked")  # type: ignore[arg-type]


def test_a_function_for_roots_need_not_be_hashable() -> None:
    @dataclass
    class Short:
        size: int

        def __call__(self, word: str) -> str:
            return word[: self.size]

    found = reference("formal", Short(4))
    assert found.cf == reference("formal", lambda word: word[:4]).cf
