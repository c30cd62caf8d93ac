"""Root frequencies of a background: the shipped sums are what the analyser would make."""

import math

import pytest

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.indonesian.background import Background, background
from kpu_corpus.reference import FEWEST, FOLDER, reference, root_frequencies

DF = {"netral": 40, "kenetralan": 980, "sunyi": 2}
CF = {"netral": 50, "kenetralan": 990, "sunyi": 3}
OWN = Background(1000, 9000, DF, CF)


def test_the_shipped_sums_equal_the_analysis_of_every_form() -> None:
    """Where this fails the roots have changed: run training/background.py with `roots`."""
    assert (FOLDER / "formal_roots.tsv.gz").exists()
    shipped = reference("formal", "ranked")
    made = root_frequencies(background("formal"), "ranked")
    assert shipped.df == {root: df for root, (df, _) in made.items()}
    assert shipped.cf == {root: cf for root, (_, cf) in made.items()}


def test_forms_of_a_root_add_up_and_df_stops_at_the_units() -> None:
    own = reference(OWN, "ranked")
    assert own.df["netral"] == 1000
    assert own.cf["netral"] == 1040


def test_rare_and_unknown_roots_have_the_same_idf() -> None:
    own = reference(OWN, "ranked")
    rare, unknown, common = own.idf(["sunyi", "xyz", "netral"])
    assert rare == unknown == pytest.approx(math.log(1001 / (1 + FEWEST)) + 1)
    assert common == pytest.approx(1.0)


def test_a_phrase_counts_as_its_rarest_word() -> None:
    assert reference(OWN, "ranked").counts(["netral sunyi"]).tolist() == [3.0]


def test_other_root_modes_are_summed_at_run_time() -> None:
    plain = reference(OWN, "none")
    assert plain.df == {"kenetralan": 980, "netral": 40, "sunyi": 2}


def test_what_is_no_background_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="formal"):
        reference("legal", "ranked")
    with pytest.raises(InvalidArgument, match="Background"):
        reference(3, "ranked")  # type: ignore[arg-type]
