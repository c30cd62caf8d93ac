"""Essays mostly in another language: told of, no share of theirs is sure, no words of grammar."""

import json
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import ForeignEssays, InvalidArgument

ENGLISH = (
    "When I joined the commission, my friends asked me why I did not choose a bank. I told them "
    "that elections are the only day when a president and a farmer have the same power. That day "
    "must be protected by honest people. She was tired, but she did not go home. Slogans are not "
    "for her. We saw the office at night. They were ready to learn. It was late. He agreed. "
    "The program was new. Kami menjaga integritas."
)
INDONESIAN = "Kami menjaga integritas di kantor ini setiap hari dengan jujur. " * 12


@pytest.fixture(scope="module")
def tokens() -> kc.Tokens:
    return kc.preprocess(kc.load({"asing": ENGLISH, "sendiri": INDONESIAN}))


def test_no_share_of_an_essay_in_another_language_is_sure(tokens: kc.Tokens) -> None:
    with pytest.warns(ForeignEssays, match=r"\(1\): 'asing'.*in Python enough = False"):
        table = kc.themes(tokens)
    sure = table.groupby("essay")["enough"].all()
    assert sure.to_dict() == {"asing": False, "sendiri": True}
    assert (table.loc[table["essay"] == "asing", "units"] >= 10).all()


def test_every_line_that_calls_is_told_once() -> None:
    made = kc.preprocess(kc.load({"asing": ENGLISH}))
    lines: list[list[int]] = []
    for _ in range(2):
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            with suppress(InvalidArgument):
                kc.keyness(made, min_count=0)
            for _ in range(3):
                kc.themes(made)
            kc.keywords(made)
        lines.append([one.lineno for one in told])
    assert len(set(lines[0])) == len(lines[0]) == 3
    assert not lines[1]


def test_a_report_tells_it_once_however_many_tables_it_makes(tmp_path: Path) -> None:
    made = kc.preprocess(kc.load({"asing": ENGLISH, "sendiri": INDONESIAN}))
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", ForeignEssays)
        kc.report(made, tmp_path / "a.html")
    assert [one.filename for one in told if one.category is ForeignEssays] == [__file__]


def test_a_stream_tells_it_once_at_its_end_of_all_batches(tmp_path: Path) -> None:
    texts = {"satu": ENGLISH, "dua": INDONESIAN, "tiga": ENGLISH + " Salam."}
    rows = (json.dumps({"id": name, "text": text}) for name, text in texts.items())
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    with pytest.warns(ForeignEssays, match=r"\(2\): 'satu', 'tiga'") as told:
        kc.stream(tmp_path / "a.jsonl", tmp_path / "out", batch=1)
    assert len(told) == 1
    assert told[0].filename == __file__


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.TooLittleText")
@pytest.mark.parametrize(
    "made",
    [
        *(kc.themes, kc.keywords, kc.compare, kc.keyness, kc.similarity, kc.clusters, kc.profile),
        *(kc.collocations, kc.network, kc.theme_network, kc.topics, kc.topic_shares),
        kc.dispersion,
        partial(kc.collocates, term="integritas"),
    ],
    ids=lambda f: getattr(f, "func", f).__name__,
)
def test_tables_that_hold_essays_side_by_side_name_those_in_another_language(
    made: Callable[[kc.Tokens], pd.DataFrame],
) -> None:
    tokens = kc.preprocess(kc.load({"asing": ENGLISH, "satu": INDONESIAN, "dua": INDONESIAN}))
    with pytest.warns(ForeignEssays, match="are not comparable") as told:
        made(tokens)
    assert told[0].filename == __file__


def test_a_background_of_ones_own_names_its_essays_in_another_language() -> None:
    texts = {f"esai{n}": INDONESIAN for n in range(30)} | {"asing": ENGLISH}
    with pytest.warns(ForeignEssays, match="'asing'") as told:
        kc.background(kc.load(texts))
    assert told[0].filename == __file__


def test_a_group_counts_what_it_can_read() -> None:
    texts = {f"esai{n}": INDONESIAN for n in range(4)} | {"asing": ENGLISH}
    with pytest.warns(ForeignEssays):
        assert not kc.themes(kc.load(texts), by=None)["enough"].any()
    texts["esai4"] = INDONESIAN
    with pytest.warns(ForeignEssays):
        assert kc.themes(kc.load(texts), by=None)["enough"].all()


def test_words_of_english_grammar_are_no_keywords() -> None:
    with pytest.warns(ForeignEssays):
        terms = kc.keywords(kc.load({"asing": ENGLISH}), ngrams=(1, 1), top=50)["term"]
    assert {"elections", "farmer"} <= set(terms)
    assert not {"the", "when", "that", "not", "she", "was", "did", "are"} & set(terms)


def test_words_of_another_language_are_not_misspelt() -> None:
    assert kc.spelling(kc.load({"asing": ENGLISH})).empty
    assert list(kc.spelling(kc.load({"a": "Kami menjaga intergritas."}))["surface"]) == [
        "intergritas"
    ]


def test_a_long_passage_in_another_language_is_left_alone_too() -> None:
    passage = ENGLISH.removesuffix("Kami menjaga integritas.")
    table = kc.spelling(kc.load({"a": f"{INDONESIAN}\n\n{passage}\n\n{INDONESIAN} Intergritas."}))
    assert list(table["surface"]) == ["Intergritas"]


def test_a_report_names_the_essays_in_another_language(tmp_path: Path) -> None:
    made = kc.preprocess(kc.load({"dewi": ENGLISH, "budi": INDONESIAN}))
    with pytest.warns(ForeignEssays):
        path = kc.report(made, tmp_path / "a.html")
    page = path.read_text(encoding="utf-8")
    assert "Esai dewi sebagian besar berbahasa asing" in page
    assert "Terlalu sedikit teks di" not in page
