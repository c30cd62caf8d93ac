"""Manifests: what made a table, and what differs between two."""

import ast
import copy
import json
import os
import pickle
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from pprint import pformat
from typing import Any
from unittest.mock import ANY

import pandas as pd
import pyarrow
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning, RenamedEssays
from kpu_corpus.ground import provenance
from kpu_corpus.indonesian.lists.background import Background
from kpu_corpus.tokens import Tokens


def test_a_table_says_what_made_it() -> None:
    corpus = kc.load({"a": "Kami menjaga integritas."})
    made = kc.manifest(kc.themes(kc.preprocess(corpus, roots="none")))
    assert made["call"] == "themes"
    assert made["settings"]["roots"] == "none"
    assert made["sources"] == {"a": corpus.sources["sha256"].iloc[0]}
    assert made["versions"]["kpu-corpus"] == kc.__version__
    assert made["versions"]["pyarrow"] == pyarrow.__version__
    assert "themes.toml" in made["data"]
    json.dumps(made)


def test_every_shipped_file_is_told_but_the_wording_and_what_explains() -> None:
    shipped = provenance.DATA
    files = {path.relative_to(shipped).as_posix() for path in shipped.rglob("*") if path.is_file()}
    untold = files - provenance.make({}, {})["data"].keys()
    wording = {"labels.toml", "ready/labels.json"}
    assert wording <= untold
    assert all(name.endswith(("README.md", ".py", ".pyc")) for name in untold - wording)


def test_other_data_differ_and_other_wording_does_not(shipped: Path) -> None:
    before = dict(provenance.make({}, {}))
    named: list[str] = []
    for name, differs in (
        ("labels.toml", False),
        ("ready/labels.json", False),
        (".DS_Store", False),
        ("themes.toml", True),
        ("roots/closed.txt", True),
    ):
        (shipped / name).write_text("# lain\n", "utf-8")
        provenance._data.cache_clear()
        named += [f"data.{name}"] * differs
        assert sorted(kc.same(before, provenance.make({}, {}))) == sorted(named)


def test_other_code_differs_and_other_line_ends_do_not(tmp_path: Path) -> None:
    folder = tmp_path / "rooms"
    folder.mkdir()
    (tmp_path / "README.md").write_text("lain", "utf-8")
    told = []
    for code in (b"x = 1\n", b"x = 1\r\n", b"x = 2\n"):
        (folder / "a.py").write_bytes(code)
        told.append(provenance.code_of(tmp_path))
    (tmp_path / ".ipynb_checkpoints").mkdir()
    for hidden in (folder / "._a.py", tmp_path / ".ipynb_checkpoints" / "a-checkpoint.py"):
        hidden.write_text("y = 1", "utf-8")
    (folder / "kata.toml").write_text("kata = ['kami']", "utf-8")  # data, which are told apart
    assert provenance.code_of(tmp_path) == told[2]
    (folder / "a.py").rename(folder / "b.py")
    told.append(provenance.code_of(tmp_path))
    (folder / "a.c").write_text("int x;", "utf-8")
    assert told[0] == told[1]
    assert len({*told, provenance.code_of(tmp_path)}) == 4
    assert provenance.make({}, {})["versions"][provenance.CODE] == provenance.code_of(
        Path(kc.__file__).parent
    )


def test_a_corpus_says_what_was_read_as_its_tokens_do() -> None:
    corpus = kc.load("corpus/")
    made, later = kc.manifest(corpus), kc.manifest(kc.preprocess(corpus))
    assert made["settings"] == {}
    assert set(kc.same(made, later)) == {f"settings.{name}" for name in later["settings"]}


@pytest.mark.parametrize(
    "read",
    [
        dict,
        copy.copy,
        lambda made: {**made},
        lambda made: made | {},
        lambda made: {key: made.get(key) for key in made},
        lambda made: dict(zip(made.keys(), made.values(), strict=True)),
        lambda made: json.loads(json.dumps(made)),
        lambda made: json.loads(json.dumps(made, indent=1)),
        lambda made: pickle.loads(pickle.dumps(made)),
        lambda made: ast.literal_eval(repr(made)),
    ],
)
def test_what_a_manifest_looks_up_when_it_is_read_is_there_whoever_reads_it(
    read: Callable[[provenance.Manifest], dict[str, object]],
) -> None:
    made = provenance.make({}, {"a": "0a"}).plus(call="themes")
    found = read(made)
    assert [*found] == ["versions", "data", "settings", "sources", "call"]
    assert found["data"] == provenance._data()
    assert found == made
    assert (found != made) is False


def test_a_slice_keeps_its_origin_and_a_merge_says_what_to_do() -> None:
    table = kc.themes(kc.load({"a": "Kami menjaga integritas."}))
    assert kc.manifest(table.head(1))["call"] == "themes"
    merged = table.merge(pd.DataFrame({"essay": ["a"], "kelas": [1]}), on="essay")
    merged.attrs.clear()
    with pytest.raises(InvalidArgument, match=r"kc\.manifest\(tokens\)"):
        kc.manifest(merged)


def test_a_manifest_is_ones_own_to_change() -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami hadir."}))
    table, plain = kc.themes(tokens), json.dumps(kc.manifest(tokens))
    for made in (table, tokens, tokens.corpus):
        changed = kc.manifest(made)
        for part in ("settings", "sources", "versions", "data"):
            changed[part]["mine"] = "x"
        changed["sources"].clear()
    assert json.dumps(kc.manifest(tokens)) == plain
    assert kc.same(table, kc.themes(tokens)) == {}


def test_a_manifest_is_shown_line_by_line_as_any_dictionary(tokens: Tokens) -> None:
    made = kc.manifest(tokens)
    assert len(pformat(made).splitlines()) > len(made["data"])
    assert isinstance(made.pop("data"), dict)


def test_same_names_what_differs_of_tables_tokens_and_their_manifests(tokens: Tokens) -> None:
    table, other = kc.themes(tokens), kc.themes(kc.preprocess(tokens.corpus, roots="none"))
    for first, second in ((table, other), (kc.manifest(table), kc.manifest(other))):
        assert kc.same(first, first) == {}
        assert kc.same(first, second) == {"settings.roots": ("ranked", "none")}
    assert kc.same(table, table.copy()) == kc.same(table, kc.manifest(table)) == {}
    assert kc.same(tokens, tokens) == {}


def test_a_table_with_its_origin_can_be_stored(tmp_path) -> None:  # type: ignore[no-untyped-def]
    pytest.importorskip("pyarrow")
    table = kc.themes(kc.load({"a": "Kami menjaga integritas."}))
    table.to_parquet(tmp_path / "t.parquet")
    assert len(pd.read_parquet(tmp_path / "t.parquet")) == len(table)


def test_a_stop_word_or_phrase_given_twice_makes_no_difference() -> None:
    corpus = kc.load({"a": "Kami menjaga integritas di kantor kota."})
    once, twice = (
        kc.preprocess(corpus, stops=["common", *["kota"] * times], phrases=["kantor kota"] * times)
        for times in (1, 2)
    )
    assert kc.same(once, twice) == {}
    assert kc.same(once, kc.preprocess(corpus, stops=["common"], phrases=["kantor kota"]))


def test_names_of_sides_and_themes_in_another_order_make_no_difference() -> None:
    texts = {name: f"Kami menjaga integritas di kota {name}. " * 12 for name in "abc"}
    corpus = kc.preprocess(kc.load(texts))
    for one, other in (
        (kc.compare(corpus, a=["a", "b"]), kc.compare(corpus, a=["b", "a"])),
        (kc.compare(corpus, a="a"), kc.compare(corpus, a=["a", "a"])),
        (
            kc.similarity(corpus, exclude=["kota"]),
            kc.similarity(corpus, exclude=["kota", "kota"]),
        ),
        (
            kc.evidence(corpus, themes="integritas"),
            kc.evidence(corpus, themes=["integritas", "integritas"]),
        ),
        (kc.positions(corpus, "kota"), kc.positions(corpus, ["kota", "kota"])),
        (kc.shared_passages(corpus, a=["a", "b"]), kc.shared_passages(corpus, a=["b", "a"])),
        (
            kc.evidence(corpus, themes=["integritas", "disiplin"]),
            kc.evidence(corpus, themes=["disiplin", "integritas"]),
        ),
    ):
        assert one.equals(other)
        assert kc.same(one, other) == {}
    assert kc.same(kc.compare(corpus, a="a"), kc.compare(corpus, a="b"))


@pytest.mark.parametrize("call", [kc.themes, kc.coverage, kc.profile, kc.keywords, kc.keyness])
def test_a_column_named_in_other_capitals_makes_no_difference(call: Callable[..., Any]) -> None:
    joined = pd.DataFrame({"id": list(TEXTS), "Angkatan": range(len(TEXTS))})
    corpus = kc.load(TEXTS, metadata=joined)
    tables = [call(corpus, by=by) for by in ("Angkatan", "angkatan")]
    assert kc.same(*tables) == {}
    assert kc.manifest(tables[1])["arguments"]["by"] == "Angkatan"
    assert kc.manifest(call(corpus, by=None))["arguments"]["by"] is None


def test_what_plays_no_part_in_a_table_makes_no_difference() -> None:
    corpus = kc.load(dict.fromkeys("ab", "Kami menjaga integritas. " * 12))
    seeds = [kc.keywords(corpus, seed=seed) for seed in (0, 1)]
    assert kc.same(*seeds) == {}
    assert "seed" not in kc.manifest(seeds[0])["arguments"]
    drawn = [kc.keywords(corpus, resamples=2, seed=seed) for seed in (0, 1)]
    assert kc.same(*drawn) == {"arguments.seed": (0, 1)}
    lines = [kc.concordance(corpus, name, what="theme") for name in ("integritas", "Integritas")]
    assert kc.same(*lines) == {}


def test_the_same_essays_in_another_order_differ_in_order_alone() -> None:
    table = pd.DataFrame({"id": ["a", "b"], "isi": [*TEXTS.values()], "kelas": [1, 2]})
    one, other = kc.load(table), kc.load(table.iloc[::-1])
    said = ("the essays in one order", "the same essays in another order")
    assert kc.same(kc.preprocess(one), kc.preprocess(other)) == {"order": said}
    assert [*kc.same(one, kc.load(table.iloc[::-1].assign(kelas=3)))] == ["essays"]
    assert [*kc.same(one, other.select(["a"]))] == ["essays", "sources.b"]
    reworded = {"b": "Kami hadir tepat waktu.", "a": TEXTS["a"]}
    assert [*kc.same(kc.load(TEXTS), kc.load(reworded))] == ["sources.b"]


def test_the_same_texts_under_other_names_are_said_in_one_sentence(tmp_path: Path) -> None:
    paths = []
    for folder, text in zip(("garut", "subang"), TEXTS.values(), strict=True):
        paths.append(tmp_path / folder / "ani.txt")
        paths[-1].parent.mkdir()
        paths[-1].write_text(text, encoding="utf-8")
    with pytest.warns(RenamedEssays):  # ani.txt~2 is the one that comes second
        one, other = kc.load(paths), kc.load(paths[::-1])
    said = ("the texts under some names", "the same texts under other names")
    assert kc.same(one, other) == {"essays": ANY, "sources": said}
    swapped = dict(zip(TEXTS, reversed(TEXTS.values()), strict=True))
    assert kc.same(kc.load(TEXTS), kc.load(swapped)) == {"sources": said}


def test_the_manifest_of_a_stream_is_compared_with_another_of_a_stream_alone(
    tmp_path: Path,
) -> None:
    pd.DataFrame({"id": ["a"], "text": ["Kami hadir."]}).to_parquet(tmp_path / "a.parquet")
    out = kc.stream(tmp_path / "a.parquet", tmp_path / "out")
    made = json.loads((out / "manifest.json").read_text())
    assert kc.same(made, made) == {}
    with pytest.raises(InvalidArgument, match="keeps no sha256 of single texts"):
        kc.same(made, kc.preprocess(kc.load({"a": "Kami hadir."})))
    known = kc.manifest(kc.preprocess(kc.load({"a": "Kami hadir."})))
    assert kc.same(made["job"]["made"]["versions"], known["versions"]) == {}
    assert kc.same(made["job"]["settings"], known["settings"]) == {}


def test_tables_of_a_corpus_say_where_their_origin_is_and_what_is_asked_of_it_has_its_own() -> None:
    corpus = kc.load(TEXTS)
    made = kc.manifest(kc.duplicates(corpus, threshold=0.5))
    assert (made["call"], made["arguments"]) == ("duplicates", {"threshold": 0.5})
    made = kc.manifest(kc.explain(corpus, lang="en"))
    assert (made["call"], made["arguments"]) == ("explain", {"lang": "en"})
    assert made["sources"] == kc.manifest(corpus)["sources"]
    with pytest.raises(InvalidArgument, match=r"such as corpus\.essays.*kc\.manifest\(corpus\)"):
        kc.manifest(corpus.essays)


LONG = dict.fromkeys("ab", "Kami minum kopi. Ia hadir. " * 9)
TEXTS = {"a": "Kami menjaga integritas. Kopi kami enak.", "b": "Ia minum kopi. Kami hadir."}


def test_another_content_of_a_lexicon_under_the_same_path_differs(tmp_path: Path) -> None:
    path, corpus = tmp_path / "l.csv", kc.load(TEXTS)
    made = []
    for word in ("kopi", "integritas", "kopi"):
        path.write_text(f"theme,match\nminuman,{word}\n")
        table = kc.themes(corpus, lexicon=path)
        made.append((table["hits"].tolist(), kc.manifest(table)))
    assert made[0][0] != made[1][0]
    assert [*kc.same(made[0][1], made[1][1])] == ["arguments.lexicon.sha256"]
    assert kc.same(made[0][1], made[2][1]) == {}
    json.dumps(made[0][1])


def test_tables_made_again_from_a_bundle_and_its_lexicon_do_not_differ(tmp_path: Path) -> None:
    path, corpus = tmp_path / "tema.csv", kc.load(TEXTS)
    path.write_text("theme,match\nminuman,kopi\n")
    with zipfile.ZipFile(kc.bundle(corpus, tmp_path / "a.zip", lexicon=path)) as archive:
        again = Path(archive.extract("lexicon.csv", tmp_path))
    with pytest.warns(KpuCorpusWarning, match=r"other than the defaults: lexicon\.csv"):
        there = kc.load(tmp_path / "a.zip")
    tables = kc.themes(corpus, lexicon=path), kc.themes(there, lexicon=again)
    assert kc.manifest(tables[0])["arguments"]["lexicon"]["name"] == "tema.csv"
    assert kc.same(*tables) == {}
    again.write_text("theme,match\nminuman,enak\n")
    differs = kc.same(tables[0], kc.themes(corpus, lexicon=again))
    assert [*differs] == ["arguments.lexicon.sha256"]


@pytest.mark.parametrize(
    "table",
    [
        lambda corpus, path: kc.compare(kc.load(LONG), what="themes", lexicon=path),
        lambda corpus, path: kc.concordance(corpus, "minuman", what="theme", lexicon=path),
        lambda corpus, path: kc.similarity(corpus, lexicon=path),
        lambda corpus, path: kc.evidence(corpus, lexicon=path),
    ],
)
def test_every_table_that_reads_a_lexicon_says_which(
    table: Callable[[Any, Path], pd.DataFrame], tmp_path: Path
) -> None:
    path = tmp_path / "l.csv"
    path.write_text("theme,match\nminuman,kopi\n")
    one = kc.manifest(table(kc.load(TEXTS), path))
    path.write_text("theme,match\nminuman,enak\n")
    assert "arguments.lexicon.sha256" in kc.same(one, kc.manifest(table(kc.load(TEXTS), path)))


ASKED: list[tuple[str, dict[str, Any]]] = [
    ("acronyms", {}),
    ("changes", {"by": "Satker", "when": "ANGKATAN", "pairs": "PENULIS", "themes": ["Disiplin"]}),
    ("clusters", {"by": "penulis", "exclude": {"kota", "kopi"}, "distance": 0.3}),
    ("collocates", {"term": "Integritas", "what": "theme", "lexicon": "themes", "window": 2}),
    ("collocations", {"min_count": 2, "threshold": 1}),
    ("compare", {"by": "ANGKATAN", "a": 1, "ngrams": [1, 1]}),
    ("compare", {"by": "Tanggal", "a": date(2024, 1, 2), "what": "themes", "lexicon": "berakhlak"}),
    ("compare", {"by": "lulus", "a": True, "background": "formal"}),
    ("compare", {"by": "nilai", "a": float("nan"), "b": (1.5,)}),
    ("compare", {"by": "angkatan", "pairs": "PENULIS", "what": "themes"}),
    ("concordance", {"query": "INTEGRITAS", "what": "theme", "sort": "left", "width": 2}),
    ("concordance", {"query": "Menjaga", "what": "form"}),
    ("coverage", {"by": "Satker", "lexicon": "pemilu"}),
    ("dispersion", {"top": 5, "ngrams": [1, 2]}),
    ("evidence", {"themes": ("Tanggung Jawab", "INTEGRITAS")}),
    ("keyness", {"by": "ANGKATAN", "people": "Penulis", "ngrams": [1, 1], "min_count": 2}),
    ("keywords", {"weighting": "g2", "ngrams": (1, 2), "by": "Tanggal", "titles": True}),
    ("keywords", {"resamples": 2, "seed": 3, "by": None}),
    ("network", {"top": 5, "ngrams": [1, 2]}),
    ("positions", {"queries": ("Integritas", "DISIPLIN", "integritas"), "what": "theme"}),
    ("positions", {"queries": ("Kopi", "kota")}),
    ("profile", {"by": "angkatan"}),
    ("sensitivity", {"top": 5, "background": None, "lexicon": "berakhlak"}),
    ("shared_passages", {"a": ("b", "a"), "min_words": 5}),
    ("similarity", {"exclude": ("kopinya",), "by": "ANGKATAN", "top": 3}),
    ("spelling", {}),
    ("suggest", {"theme": "INTEGRITAS"}),
    ("templates", {"min_essays": 2}),
    ("theme_network", {"lexicon": "pemilu"}),
    ("themes", {"lexicon": "berakhlak", "by": "ANGKATAN", "people": "Penulis"}),
    ("themes", {"by": "third"}),
    ("topic_shares", {"seeds": "themes", "resamples": 1}),
    ("topics", {"seeds": {"minum": ("Kopi", "enak")}, "k": 2, "resamples": 1}),
]


@lru_cache
def prepared() -> kc.Tokens:
    return kc.preprocess(grouped(), stops=["function", "enak"])


@lru_cache
def prepared_by(settings: str) -> kc.Tokens:
    return kc.preprocess(grouped(), **json.loads(settings))


@lru_cache
def grouped() -> kc.Corpus:
    """Six people's essays of two cohorts, with columns of several types."""
    said = ("Kami menjaga integritas. ", "Ia minum kopi yang enak. ", "Kami disiplin di kota. ")
    names = ("Ani Sari", "Budi Santoso, S.H.", "Citra Dewi", "Dedi Adi", "Eka Putri", "Fajar Adi")
    rows = [
        {
            "id": "abcdefghijkl"[at],
            "text": (said[at % 3] * 5 + said[(at + cohort) % 3] * 2) * 2 + "Kegiatanya ini.",
            "author": name,
            "unit": ("KPU Subang", "KPU Garut")[at % 2],
            "Angkatan": cohort + 1,
            "tanggal": pd.Timestamp(2024, 1, 1 + cohort),
            "lulus": bool(cohort),
            "nilai": (1.5, 2.5, None)[at % 3],
        }
        for cohort in (0, 1)
        for at, name in enumerate(names, start=6 * cohort)
    ]
    return kc.load(pd.DataFrame(rows))


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.KpuCorpusWarning")
@pytest.mark.parametrize(("call", "arguments"), ASKED)
def test_what_a_manifest_tells_makes_the_table_again(call: str, arguments: dict[str, Any]) -> None:
    table = getattr(kc, call)(prepared(), **arguments)
    made = json.loads(json.dumps(kc.manifest(table)))
    again = getattr(kc, call)(prepared_by(json.dumps(made["settings"])), **made["arguments"])
    assert made["call"] == call
    assert not table.empty or call == "acronyms"
    assert table.equals(again)
    assert kc.same(table, again) == {}


def test_the_manifest_of_every_analysis_is_tried() -> None:
    elsewhere = {"validate", "disagreements"}  # with the sha256 of what was coded
    elsewhere.add("lint")  # of a small lexicon
    tables = {
        name
        for name in kc.__all__
        for made in [getattr(getattr(kc, name), "__annotations__", {})]
        if "tokens" in made and made.get("return") == "pd.DataFrame"
    }
    assert {call for call, _ in ASKED} == tables - elsewhere


@pytest.mark.filterwarnings("ignore:Dates that cannot be read")
@pytest.mark.parametrize("column", ["unit", "date", "angkatan"])
def test_other_groups_of_the_same_texts_differ(column: str) -> None:
    def made(*units: str) -> Any:
        rows = {"id": [*TEXTS], "text": [*TEXTS.values()], column: units}
        return kc.manifest(kc.load(pd.DataFrame(rows)))

    assert [*kc.same(made("A", "B"), made("B", "A"))] == ["essays"]
    assert kc.same(made("A", "B"), made("A", "B")) == {}


def test_functions_are_told_apart_by_what_they_do() -> None:
    def made(function: Callable[[str], str]) -> Any:
        return kc.manifest(kc.preprocess(kc.load(TEXTS), roots=function))

    assert [*kc.same(made(lambda w: w[:4]), made(lambda w: w[:5]))] == ["settings.roots"]
    assert kc.same(made(lambda w: w[:4]), made(lambda w: w[:4])) == {}


def test_other_codes_of_the_same_coder_differ() -> None:
    def made(*codes: int) -> Any:
        sheet = pd.DataFrame({"id": ["a#1", "b#1"], "integritas": codes})
        return kc.manifest(kc.validate(kc.load(TEXTS), sheet))

    assert [*kc.same(made(1, 0), made(0, 0))] == ["arguments.coders.coder_1"]
    assert kc.same(made(1, 0), made(1, 0)) == {}


def test_a_background_of_ones_own_is_told_by_its_counts() -> None:
    def made(count: int) -> Any:
        own = Background(100, 1000, {"kopi": count}, {"kopi": count})
        return kc.manifest(kc.keyness(kc.load(TEXTS), background=own, min_count=1))

    assert [*kc.same(made(3), made(4))] == ["arguments.background.sha256"]


THINGS = "kopi jujur pemilu warga suara adil kantor rapat anggaran belajar tugas janji".split()
ESSAYS = {
    f"e{n}": " ".join(
        f"Kami {THINGS[(n * s) % 12]} {THINGS[(n + s * s) % 12]} {THINGS[(3 * n + s) % 12]}."
        for s in range(9)
    )
    for n in range(14)
}


@pytest.mark.parametrize(
    "table",
    [
        lambda c: kc.compare(c, a=["e0", "e2", "e4", "e6", "e8", "e9", "e11"], what="themes"),
        lambda c: kc.compare(c, a=["e0", "e2", "e4", "e6", "e8", "e9", "e11"]),
        lambda c: kc.topics(c, k=2, resamples=4).drop(columns="label"),
        lambda c: kc.keywords(c, by=None, resamples=40, ngrams=(1, 1)),
    ],
)
def test_what_is_drawn_does_not_depend_on_the_order_of_files(
    table: Callable[[Any], pd.DataFrame],
) -> None:
    turned = dict(reversed(ESSAYS.items()))
    one, other = table(kc.load(ESSAYS)), table(kc.load(turned))
    assert len(one)
    pd.testing.assert_frame_equal(one, other, rtol=1e-9)


def test_a_function_with_a_set_in_it_is_told_alike_in_every_process() -> None:
    code = "print(told(lambda word: word if word in {'asn', 'kpu', 'cpns', 'pns'} else ''))"
    call = [sys.executable, "-c", f"from kpu_corpus.ground.provenance import told; {code}"]
    seeds = ({**os.environ, "PYTHONHASHSEED": str(seed)} for seed in (0, 2))
    assert len({subprocess.check_output(call, env=env) for env in seeds}) == 1


def cut(size: int) -> Callable[[str], str]:
    """Return a function that holds a value from around it."""
    return lambda word: word[:size]


def after(function: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function that calls another one."""
    return lambda word: function(word.lower())


def cut_4(word: str) -> str:
    return word[:4]


def cut_5(word: str) -> str:
    return word[:5]


cut_5.__name__ = cut_5.__qualname__ = "cut_4"  # as an edited function has its name


@dataclass
class Cut:
    """An object that is called like a function."""

    size: int

    def __call__(self, word: str) -> str:
        return word[: self.size]

    def root(self, word: str) -> str:
        return word[: self.size]


@pytest.mark.parametrize(
    ("made", "other"),
    [
        (Cut(4), Cut(5)),
        (lambda w, n=4: w[:n], lambda w, n=5: w[:n]),
        (lambda w, *, n=4: w[:n], lambda w, *, n=5: w[:n]),
        (lambda w, part=slice(4): w[part], lambda w, part=slice(5): w[part]),
        (cut(4), cut(5)),
        (Cut(4).root, Cut(5).root),
        (after(cut_4), after(cut_5)),
        (lru_cache(cut_4), lru_cache(cut_5)),
        (partial(map, cut_4), partial(map, cut_5)),
        (partial(str.replace, "a"), partial(str.replace, "b")),
        (partial(str.split, sep="a"), partial(str.split, sep="b")),
    ],
)
def test_functions_are_told_apart_by_what_they_were_made_with(made: Any, other: Any) -> None:
    assert provenance.told(made) != provenance.told(other)
    assert provenance.told(cut(4)) == provenance.told(cut(4))


def test_a_function_that_holds_an_object_is_told_alike_in_every_process() -> None:
    def around(thing: object) -> Callable[[str], str]:
        return lambda word: f"{thing}{word}"

    assert provenance.told(around(object())) == provenance.told(around(object()))
