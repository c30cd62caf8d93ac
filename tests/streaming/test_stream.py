"""Streaming: the tables of memory to the last digit, whatever the batches; killed runs go on."""

import builtins
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.essays import SAMPLES, as_page

import kpu_corpus as kc
from kpu_corpus import cli
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, RenamedEssays, SourceNotFound, UnreadableSource
from kpu_corpus.ground import frames, progress
from kpu_corpus.indonesian.lists.background import Background
from kpu_corpus.streaming import engine, files, forms, plan
from kpu_corpus.streaming.disk import spool
from kpu_corpus.streaming.disk.job import BACKGROUND, PARTS
from kpu_corpus.streaming.run import prepared
from kpu_corpus.tokens import Tokens

# What one batch cannot know by itself: a short form defined elsewhere, a name by its use, a unit
# that another essay joins, a form that is more frequent elsewhere, a phrase seen in two essays.
ALONE = [
    "Aparatur Pengawas Pemilu (APP) menjaga integritas. Kami belajar di Persia dan di Bari.",
    "APP bekerja keras. Penyelenggaraan pemilu, penyelenggaraan pemilu, itu tugas kami.",
    "Dia berpolitik praktis dan berpolitik praktis lagi. Netralitas dijaga.",
    "Politik praktis dilarang; politik praktis merusak. Menyelenggarakan pemilu itu sulit.",
    "Menyelenggarakan pemilu harus jujur. Kami wajib menjaga Intergritas, bukan intergritas semu.",
    "   ",
    "Bari bari BARI. Komisi Pemilihan Umum (KPU) bersinergi, kpu bersinergi, KPU bersinergi.",
    "... !!! 2024",
    "Disiplin. Disiplin. Disiplin. Disiplin. Disiplin dan disiplin, bukan disiplin.",
    "Itu dis\xadiplin, dis\xadiplin, dis\xadiplin!",
]
TEXTS = [*ALONE, *(sample.body for sample in SAMPLES[:2])]
LEXICON = """format = 1
[themes.integritas]
definition = "Jujur."
patterns = ["integritas", { match = "jujur", without = "kurang" }]
[themes.netralitas]
definition = "Tidak memihak."
patterns = ["netral", "politik praktis"]
"""
OTHER = kc.background(kc.load({f"b{n}": TEXTS[n % 5] for n in range(40)}))
CALLS = {"keywords": kc.keywords, "themes": kc.themes, "evidence": kc.evidence}


def stopped(*_: Any) -> None:
    raise KeyboardInterrupt


def written(folder: Path, texts: Sequence[str], kind: str) -> Path:
    table = pd.DataFrame({"id": [f"e{n}" for n in range(len(texts))], "text": texts})
    path = folder / f"esai.{kind}"
    if kind == "parquet":
        table.to_parquet(path, row_group_size=5)
    elif kind == "jsonl":
        table.to_json(path, orient="records", lines=True, force_ascii=False)
    else:
        path = folder / "esai"
        path.mkdir()
        for row in table.itertuples(index=False):
            (path / f"{row.id}.txt").write_text(str(row.text), "utf-8")
    return path


def numbered(folder: Path, **tables: Sequence[str]) -> Path:
    """Write tables of essays with these ids, each essay of its own words."""
    made = folder / "esai"
    made.mkdir(exist_ok=True)
    for name, ids in tables.items():
        rows = [
            {"id": one, "text": f"Kami menjaga integritas {name}. {text}"}
            for one, text in zip(ids, cycle(ALONE), strict=False)
        ]
        (made / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return made


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(LEXICON, "utf-8")
    return path


def assert_equal(
    out: Path, made: Tokens | Corpus, lexicon: Path | None = None, **asked: Any
) -> None:
    tokens = made if isinstance(made, Tokens) else kc.preprocess(made)
    for name, call in CALLS.items():
        arguments = asked if name == "keywords" else {"lexicon": lexicon}
        expected = call(tokens, **arguments)  # type: ignore[operator]
        found = pd.read_parquet(out / f"{name}.parquet")
        pd.testing.assert_frame_equal(found, expected, check_exact=True)


def test_a_run_on_many_machines_has_the_defaults_of_one_on_one() -> None:
    assert prepared.__kwdefaults__ == kc.stream.__kwdefaults__


def test_a_run_does_not_depend_on_how_pandas_keeps_text(
    tmp_path: Path, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice = "Kami menjaga integritas, selalu menjaga integritas, dan tetap jujur di kantor."
    path = written(tmp_path, [*TEXTS[:3], twice], "parquet")
    with pd.option_context("mode.string_storage", "python"):
        out = kc.stream(path, tmp_path / "out", batch=3, lexicon=lexicon)
    corpus = kc.load(path)
    assert_equal(out, corpus, lexicon)
    # of some batches only, as where a sentence of a megabyte has a thousand hits
    with monkeypatch.context() as patch:
        for name, most in {"LONG": 60, "COPIED": 0, "TIMES": 1}.items():
            patch.setattr(frames, name, most)
        found = (kc.evidence(corpus.select(one), lexicon=lexicon) for one in corpus.ids)
        assert {table.dtypes["text"].storage for table in found} == {"pyarrow", "python"}
        out = kc.stream(path, tmp_path / "long", batch=2, lexicon=lexicon)
    assert_equal(out, corpus, lexicon)


def test_results_are_those_of_memory_to_the_last_digit(tmp_path: Path) -> None:
    path = written(tmp_path, TEXTS, "parquet")
    out = kc.stream(path, tmp_path / "out", batch=3)
    corpus = kc.load(path)
    assert_equal(out, corpus)
    skipped = pd.read_parquet(out / "skipped.parquet")
    pd.testing.assert_frame_equal(skipped, corpus.skipped)
    assert sorted(path.name for path in out.iterdir()) == [
        "evidence.parquet",
        "keywords.parquet",
        "manifest.json",
        "skipped.parquet",
        "themes.parquet",
    ]


@pytest.mark.parametrize(
    ("asked", "preprocess"),
    [
        (
            {"ngrams": (1, 1), "weighting": "tfidf", "background": None},
            {"roots": "none", "spelling": False, "stops": []},
        ),
        (
            {"ngrams": (1, 2), "weighting": "count", "top": 3},
            {"phrases": ["menjaga integritas"], "stops": ["function", "kami"]},
        ),
    ],
)
def test_settings_are_those_of_memory(
    tmp_path: Path, lexicon: Path, asked: dict[str, Any], preprocess: dict[str, Any]
) -> None:
    path = written(tmp_path, ALONE, "parquet")
    out = tmp_path / "out"
    kc.stream(path, out, batch=5, lexicon=lexicon, preprocess=preprocess, **asked)
    assert_equal(out, kc.preprocess(kc.load(path), **preprocess), lexicon, **asked)


@pytest.mark.parametrize(
    ("background", "how"),
    [
        (OTHER, {}),
        (
            Background(900, 9000, {"integritas": 400}, {"integritas": 800}),
            {"ngrams": (1, 1), "weighting": "tfidf"},
        ),
    ],
)
def test_a_background_of_ones_own_counts_as_in_memory(
    tmp_path: Path, lexicon: Path, background: Any, how: dict[str, Any]
) -> None:
    path, asked = written(tmp_path, ALONE, "parquet"), {"background": background, **how}
    out = kc.stream(path, tmp_path / "out", batch=5, lexicon=lexicon, **asked)
    assert_equal(out, kc.load(path), lexicon, **asked)
    made = kc.manifest(kc.keywords(kc.load(path), **asked))
    kept = json.loads((out / "manifest.json").read_text("utf-8"))["job"]
    assert kept["background"] == made["arguments"]["background"]
    assert "own" not in kept


def test_a_run_goes_on_with_its_background_and_with_no_other(
    tmp_path: Path, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, TEXTS[:3], "parquet")
    asked: dict[str, Any] = {"batch": 5, "lexicon": lexicon, "background": OTHER}
    whole = kc.stream(path, tmp_path / "whole", **asked)

    with monkeypatch.context() as patched:
        patched.setattr(spool, "write_tables", stopped)
        with pytest.raises(KeyboardInterrupt):
            kc.stream(path, tmp_path / "out", **asked)
    other = kc.background(kc.load({f"b{n}": "Kami jujur." for n in range(30)}))
    for background in (other, "formal", None):
        with pytest.raises(InvalidArgument, match="the background differs"):
            kc.stream(path, tmp_path / "out", **{**asked, "background": background})
    (tmp_path / "out" / PARTS / BACKGROUND).write_text("{", "utf-8")  # as a loss of power leaves it
    out = kc.stream(path, tmp_path / "out", **asked)
    for name in (*CALLS, "manifest"):
        (file,) = whole.glob(f"{name}.*")
        assert (out / file.name).read_bytes() == file.read_bytes()


def test_the_page_streams_as_a_saved_corpus_and_in_a_folder(
    tmp_path: Path, lexicon: Path, page: Corpus, tokens: Tokens
) -> None:
    saved = page.save(tmp_path / "korpus.parquet")
    assert_equal(kc.stream(saved, tmp_path / "out", lexicon=lexicon), tokens, lexicon)
    folder = written(tmp_path, TEXTS[:3], "folder")
    (folder / "e1.md").write_text("Kami menjaga integritas.", "utf-8")
    (folder / "halaman.html").write_text(as_page(SAMPLES[:2]), "utf-8")
    out = kc.stream(folder, tmp_path / "out2", batch=3, lexicon=lexicon)
    assert_equal(out, kc.load(folder), lexicon)


def test_a_killed_run_goes_on_and_gives_the_same_bytes(
    tmp_path: Path, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "ROWS", 5)
    path = written(tmp_path, TEXTS[:10], "parquet")
    whole = kc.stream(path, tmp_path / "whole", batch=3, lexicon=lexicon)
    work, worked = engine._ON_BATCHES["score"], []

    def killed(*arguments: Any) -> list[Path]:
        if len(worked) == 2:
            raise KeyboardInterrupt
        worked.append(arguments[2].first)
        return work(*arguments)

    steps = engine._ON_BATCHES
    monkeypatch.setitem(steps, "score", killed)
    with pytest.raises(KeyboardInterrupt):
        kc.stream(path, tmp_path / "out", batch=3, lexicon=lexicon)
    with pytest.raises(InvalidArgument, match=r"top.* 10 there and 5 now"):
        kc.stream(path, tmp_path / "out", batch=3, lexicon=lexicon, top=5)
    folder, stretches = str(tmp_path / "out"), range(2)
    assert engine.left(folder, "count", stretches) == 0
    assert engine.left(folder, "score", stretches) == 4 - 2  # two groups of five rows, by threes
    again: list[int] = []

    def counted(*arguments: Any) -> list[Path]:
        again.append(arguments[2].first)
        return work(*arguments)

    monkeypatch.setitem(steps, "score", counted)
    kc.stream(path, tmp_path / "out", batch=3, lexicon=lexicon)
    assert not set(again) & set(worked)
    for name in sorted(file.name for file in whole.iterdir()):
        assert (whole / name).read_bytes() == (tmp_path / "out" / name).read_bytes()


def test_a_broken_line_is_skipped_once_though_the_run_is_killed(
    tmp_path: Path, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, TEXTS[:2], "jsonl")
    path.write_bytes(b'{"id": "e9", "te\n' + path.read_bytes() + b'{"id": "e10')
    with monkeypatch.context() as killing:
        killing.setattr(engine, "write_results", stopped)
        with pytest.raises(KeyboardInterrupt):
            kc.stream(path, tmp_path / "out", batch=2, lexicon=lexicon)
    command = ["stream", str(path), "--out", str(tmp_path / "out"), "--batch", "2"]
    assert cli.run([*command, "--lexicon", str(lexicon)]) == 3
    assert len(pd.read_parquet(tmp_path / "out" / "skipped.parquet")) == 2


def test_the_passes_and_the_writing_show_how_far_they_are(
    tmp_path: Path,
    lexicon: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(progress, "_watched", lambda: True)
    monkeypatch.setattr(progress, "SILENT", -1)
    kc.stream(written(tmp_path, TEXTS[:2], "folder"), tmp_path / "out", batch=1, lexicon=lexicon)
    shown = capsys.readouterr().err
    passes = ["survey 1/3", "count 2/3", "score 3/3"]
    for name in [*passes, "forms", "keywords", "themes", "evidence"]:
        assert f"kpu-corpus {name}:" in shown
        assert "/2 [" in shown.split(f"kpu-corpus {name}:")[1]
    assert shown.strip().startswith("kpu-corpus: ")  # the files are looked through


def test_a_shipped_lexicon_in_other_capitals_is_no_other_setting(tmp_path: Path) -> None:
    path = written(tmp_path, TEXTS[:2], "jsonl")
    one, other = (prepared(path, tmp_path / "out", lexicon=name) for name in ("Pemilu", "PEMILU"))
    assert one == other


def test_a_run_that_another_one_ends_meanwhile_is_done(
    tmp_path: Path, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out, alone = written(tmp_path, TEXTS[:2], "jsonl"), tmp_path / "out", engine.alone

    @contextmanager
    def late(folder: Path) -> Iterator[None]:
        with monkeypatch.context() as first:
            first.setattr(engine, "alone", alone)
            kc.stream(path, folder, lexicon=lexicon)
        with alone(folder):
            yield

    monkeypatch.setattr(engine, "alone", late)
    assert_equal(kc.stream(path, out, lexicon=lexicon), kc.load(path), lexicon)
    assert not (out / PARTS).exists()


def test_many_batches_are_merged_as_a_tree_and_by_ranges(
    tmp_path: Path, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "FAN", 2)
    monkeypatch.setattr(engine, "SHARE", 4)
    monkeypatch.setattr(forms, "HELD", 2)
    path = written(tmp_path, TEXTS[:8], "parquet")
    assert engine.range_count(prepared(path, tmp_path / "out")) > 1
    out = kc.stream(path, tmp_path / "out", batch=2, lexicon=lexicon)
    assert_equal(out, kc.load(path), lexicon)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"ngrams": (2, 3)}, "cannot be streamed"),
        ({"weighting": "g2"}, "weighting"),
        ({"batch": 0}, "batch"),
        ({"top": True}, "top"),
        ({"background": 3}, "int"),
        ({"background": OTHER, "preprocess": {"stops": ["formal"]}}, "stops"),
        ({"background": OTHER, "preprocess": {"roots": "none"}}, "roots"),
        ({"lexicon": kc.load_lexicon("pemilu")}, "lexicon got Lexicon"),
        ({"background": "formall"}, r"Did you mean 'formal'\?"),
        ({"preprocess": {"roots": str.lower}}, "is a function"),
        ({"text": "teks"}, "text='teks'"),
        ({"preprocess": {"rootz": "none"}}, r"preprocess='rootz'.*Did you mean 'roots'\?"),
        ({"preprocess": {"roots": "rankd"}}, r"Did you mean 'ranked'\?"),
        ({"text": pd.DataFrame({"isi": [1]})}, "text=DataFrame;"),
        ({"text": pd.NA}, "text=<NA>"),
        ({"preprocess": ["roots"]}, "preprocess is of type list"),
        ({"preprocess": pd.DataFrame({"roots": ["ranked"]})}, "preprocess is of type DataFrame"),
        ({"path": pd.DataFrame({"text": ["satu"]})}, "path is of type DataFrame"),
        ({"path": "esai\0.jsonl"}, "path='esai"),
        ({"path": "esai\ud800.jsonl"}, "path='esai"),
        ({"out": "hasil\0"}, "out='hasil"),
    ],
)
def test_wrong_arguments_are_named_before_the_source_is_read(
    tmp_path: Path, arguments: dict[str, Any], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, TEXTS, "parquet")
    if "text" not in arguments:  # which only the source can tell
        monkeypatch.setattr(files, "rows_of", None)
    with pytest.raises(InvalidArgument, match=told):
        kc.stream(**{"path": path, "out": tmp_path / "out", **arguments})
    assert not (tmp_path / "out").exists()


def test_sources_that_cannot_be_streamed_are_told(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        kc.stream(tmp_path / "tidak_ada.parquet", tmp_path / "out")
    (tmp_path / "b.jsonl").write_text('{"text": "satu"}\nbukan json\nbukan', "utf-8")
    with pytest.raises(UnreadableSource, match=r"b\.jsonl: line 2 is not a JSON object"):
        kc.stream(tmp_path / "b.jsonl", tmp_path / "out")
    (tmp_path / "c.parquet").write_bytes(b"PAR1 bukan")
    with pytest.raises(UnreadableSource):
        kc.stream(tmp_path / "c.parquet", tmp_path / "out")
    (tmp_path / "d.jsonl").write_text('{"text": " "}', "utf-8")
    with pytest.raises(UnreadableSource, match=r"d-1: this row has no text\.$"):
        kc.stream(tmp_path / "d.jsonl", tmp_path / "out")


def test_of_a_bundle_the_way_around_is_told(tmp_path: Path) -> None:
    bundle = kc.bundle(kc.load({"a": "Kami menjaga integritas."}), tmp_path / "bundel.zip")
    with pytest.raises(InvalidArgument, match=r"save its corpus .*corpus\.parquet"):
        kc.stream(bundle, tmp_path / "out")
    saved = kc.load(bundle).save(tmp_path / "korpus.parquet")
    assert plan.plan(saved, tmp_path / "out").documents == 1


@pytest.mark.parametrize("batch", [1, 3])
def test_ids_that_come_twice_are_told_with_the_column_and_the_files(
    tmp_path: Path, lexicon: Path, batch: int
) -> None:
    folder = numbered(tmp_path, a="xy", b="zvvzz")
    ids = "'v'" if batch > 1 else "'v', 'z'"  # those of one batch are told at once
    told = rf"column 'id' has {ids} more than once \([^,]*b\.jsonl\); ids must be unique within"
    with pytest.raises(InvalidArgument, match=told):
        kc.stream(folder, tmp_path / "out", batch=batch, lexicon=lexicon)
    assert not (tmp_path / "out" / PARTS).exists()  # mended, it is another source


def test_tables_that_share_ids_give_what_they_give_in_memory(tmp_path: Path, lexicon: Path) -> None:
    folder = numbered(tmp_path, a="123", b="21", c="341")
    with pytest.warns(RenamedEssays) as warned:
        out = kc.stream(folder, tmp_path / "out", batch=3, lexicon=lexicon)
    with pytest.warns(RenamedEssays) as before:
        corpus = kc.load(folder)
    assert [str(one.message) for one in warned] == [str(one.message) for one in before]
    assert "'1' → '1~2'" in str(warned[0].message)
    assert warned[0].filename == __file__
    assert corpus.essays["essay"].tolist() == ["1", "2", "3", "2~2", "1~2", "3~2", "4", "1~3"]
    assert_equal(out, corpus, lexicon)


def test_names_made_of_files_that_differ_in_the_suffix_get_a_number(
    tmp_path: Path, lexicon: Path
) -> None:
    folder = tmp_path / "esai"
    folder.mkdir()
    for suffix in ("jsonl", "ndjson"):
        (folder / f"a.{suffix}").write_text('{"text": "Kami menjaga integritas."}', "utf-8")
    with pytest.warns(RenamedEssays, match="'a-1' → 'a-1~2'"):
        out = kc.stream(folder, tmp_path / "out", lexicon=lexicon)
    assert pd.read_parquet(out / "evidence.parquet")["essay"].tolist() == ["a-1", "a-1~2"]


def test_a_new_name_that_is_another_essays_id_is_refused(tmp_path: Path) -> None:
    folder = numbered(tmp_path, a=["1", "1~2"], b="1")
    with pytest.raises(InvalidArgument, match=r"'1~2' is the id of more than one essay"):
        kc.stream(folder, tmp_path / "out")


def test_saved_corpora_that_share_ids_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "esai"
    folder.mkdir()
    for name in ("a", "b"):
        kc.load({"x": "Kami menjaga integritas."}).save(folder / f"{name}.parquet")
    with pytest.raises(InvalidArgument, match=r"'x' is the id of more than one essay in .*esai"):
        kc.stream(folder, tmp_path / "out")


def test_a_run_that_goes_on_keeps_the_new_ids_though_their_file_was_cut_off(
    tmp_path: Path, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = numbered(tmp_path, a="1", b="1", c="1")
    with pytest.warns(RenamedEssays):
        whole = kc.stream(folder, tmp_path / "whole", batch=1, lexicon=lexicon)

    with monkeypatch.context() as patched:
        patched.setattr(spool, "write_tables", stopped)
        with pytest.warns(RenamedEssays), pytest.raises(KeyboardInterrupt):
            kc.stream(folder, tmp_path / "out", batch=1, lexicon=lexicon)
    kept = sorted((tmp_path / "out" / ".parts" / "names").iterdir())
    assert len(kept) == 2
    kept[0].write_text("{", "utf-8")
    with pytest.warns(RenamedEssays):
        out = kc.stream(folder, tmp_path / "out", batch=1, lexicon=lexicon)
    for name in CALLS:
        assert (out / f"{name}.parquet").read_bytes() == (whole / f"{name}.parquet").read_bytes()


@pytest.mark.parametrize("kind", ["jsonl", "folder"])
def test_without_pyarrow_the_extra_is_named(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source, real = written(tmp_path, TEXTS, kind), builtins.__import__

    def without(wanted: str, *args: Any, **rest: Any) -> Any:
        if wanted.partition(".")[0] == "pyarrow":
            raise ModuleNotFoundError(wanted)
        return real(wanted, *args, **rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert cli.run(["stream", str(source), "--out", str(tmp_path / "hasil")]) == 1
    told = capsys.readouterr().err
    assert "stream memerlukan paket pyarrow" in told
    assert "kpu-corpus[read]" in told
    assert not (tmp_path / "hasil").exists()


def test_the_command_takes_a_background_of_ones_own(
    tmp_path: Path, lexicon: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = written(tmp_path, ALONE, "jsonl"), tmp_path / "out"
    own = numbered(tmp_path, acuan=[f"b{n}" for n in range(30)])
    command = ["stream", str(path), "--out", str(out), "--lexicon", str(lexicon)]
    assert cli.run([*command, "--background", str(own)]) == 3  # a text is blank
    expected = kc.keywords(kc.load(path), background=kc.background(kc.load(own)))
    pd.testing.assert_frame_equal(pd.read_parquet(out / "keywords.parquet"), expected)
    assert cli.run(command) == 2
    assert "pembandingnya (background) lain" in capsys.readouterr().err
