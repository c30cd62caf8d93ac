"""Results stay what they were: every column of the tables on the page and on real text."""

import pytest
from tests.golden import fingerprints as golden
from tests.ways import compiled, numpy_alone


@pytest.mark.filterwarnings("ignore:Texts that contain HTML")
@pytest.mark.filterwarnings("ignore:No essay has a value")  # the seed page names no author
@pytest.mark.parametrize("name", golden.CORPORA)
def test_every_column_is_what_it_was(name: str) -> None:
    if name != "seed" and not golden.UNITS.is_file():
        pytest.skip("needs the treebanks and units of the gold folder (KPU_CORPUS_GOLD)")
    assert golden.fingerprints(name) == golden.stored(name)


@compiled
@pytest.mark.filterwarnings("ignore:No essay has a value")
def test_nor_do_they_change_where_nothing_is_compiled() -> None:
    with numpy_alone():
        assert golden.fingerprints("seed") == golden.stored("seed")
