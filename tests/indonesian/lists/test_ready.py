import tomllib
from pathlib import Path

import pytest

import kpu_corpus.indonesian.lists.ready as module
from kpu_corpus.ground.lookup import written
from kpu_corpus.indonesian.lists.background import COMMON, background, common
from kpu_corpus.indonesian.lists.ready import table
from kpu_corpus.indonesian.roots import ranking, root_lists
from kpu_corpus.indonesian.spelling import data as spelling_data
from kpu_corpus.indonesian.spelling import pool

DATA = Path(module.__file__).parents[2] / "data"
STALE = "the lists have changed: run `python -m training.word_lists`"


@pytest.mark.parametrize("name", ["stopwords", "multiwords"])
def test_the_ready_tables_are_those_of_the_toml_in_its_order(name: str) -> None:
    content = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
    assert [*table(name).items()] == [*content.items()], STALE
    assert [[*rows] for rows in table(name).values()] == [[*rows] for rows in content.values()]


def test_the_common_forms_are_those_of_the_background() -> None:
    assert common() == {form for form, df in background().df.items() if df >= COMMON}, STALE


def test_the_ready_words_are_those_of_the_lists() -> None:
    levels = {form: str(level) for form, level in spelling_data.frequency().items()}
    made = {
        "roots.words": written(root_lists.listed_forms()),
        "known.words": written(levels),
        "targets.words": pool.ready(),
        "model.scores": ranking.packed(ranking.fitted()),
    }
    assert [name for name in made if (DATA / "ready" / name).read_bytes() != made[name]] == [], (
        STALE
    )
    read, made_anew = ranking.shipped(), ranking.fitted()
    assert read.rows == made_anew.rows
    assert ranking.packed(read) == ranking.packed(made_anew)
