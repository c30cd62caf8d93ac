"""The files of a source: each is read as what it is, and what is not read is told, as in memory."""

import gzip
import json
import os
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, KpuCorpusError, RenamedEssays, UnreadableSource
from kpu_corpus.streaming import files
from kpu_corpus.streaming import plan as plans
from kpu_corpus.streaming.batches import batches
from kpu_corpus.streaming.plan import plan
from kpu_corpus.streaming.run import prepared

Essays = list[tuple[str, str]]
Skipped = list[tuple[str, str]]

TEXTS = [
    "Kami menjaga integritas, menjaga integritas selalu.",
    "Pemilu yang jujur, pemilu yang jujur. Netralitas ASN dijaga.",
    "Aparatur Sipil Negara (ASN) wajib netral dan bersinergi.",
    "Politik praktis dilarang; politik praktis merusak kepercayaan.",
]


def table(first: int, count: int = 2) -> pd.DataFrame:
    numbers = range(first, first + count)
    return pd.DataFrame({"id": [f"e{n}" for n in numbers], "text": [TEXTS[n % 4] for n in numbers]})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "esai"
    made.mkdir()
    return made


def read(source: Path, out: Path, batch: int = 2, **asked: Any) -> tuple[Essays, Skipped]:
    """Return the essays that the batches of a run hold, and what is skipped, unread items first."""
    planned = prepared(source, out, batch=batch, **asked).source
    found = [
        one
        for stretch in planned.stretches
        for one in batches(planned, stretch, batch, lambda _: False)
    ]
    skipped = [[*one.corpus.skipped.itertuples(index=False, name=None)] for one in found]
    unread = [row for one, rows in zip(found, skipped, strict=True) for row in rows[: one.unread]]
    empty = [row for one, rows in zip(found, skipped, strict=True) for row in rows[one.unread :]]
    return [pair for one in found for pair in essays(one.corpus)], unread + empty


def essays(corpus: Corpus) -> Essays:
    return [*zip(corpus.ids, corpus.essays["text"], strict=True)]


def essays_of(out: Path) -> list[str]:
    """Return the ids in the results of a run."""
    return [*pd.read_parquet(out / "themes.parquet")["essay"].unique()]


def assert_as_in_memory(
    source: Path, out: Path, sizes: tuple[int, ...] = (2,), **asked: Any
) -> None:
    corpus = kc.load(source, **asked)
    skipped = [*corpus.skipped.itertuples(index=False, name=None)]
    for size in sizes:
        assert read(source, out, size, **asked) == (essays(corpus), skipped)


def test_a_folder_of_everything_gives_what_it_gives_in_memory(folder: Path, tmp_path: Path) -> None:
    (folder / "_SUCCESS").write_text("", "utf-8")
    table(0, 5).to_parquet(folder / "b.parquet", row_group_size=2)
    table(5).to_json(folder / "c.jsonl", orient="records", lines=True)
    table(7).to_csv(folder / "d.csv", index=False)
    (folder / "catatan.txt").write_text(TEXTS[0], "utf-8")
    (folder / unicodedata.normalize("NFD", "Rizqié.txt")).write_text(TEXTS[1], "utf-8")
    table(11).to_parquet(folder / unicodedata.normalize("NFD", "é.parquet"))
    kc.load({"s1": TEXTS[1], "s2": TEXTS[2], "s3": " "}).save(folder / "e.parquet")
    table(9).rename(columns={"text": "isi"}).to_parquet(folder / "f.parquet")
    pd.DataFrame({"nama": ["Ani"]}).to_parquet(folder / "peserta.parquet")
    (folder / "kosong.jsonl").write_text("\n", "utf-8")
    (folder / "g.txt").symlink_to(folder / "catatan.txt")
    (folder / "h.txt").symlink_to("hilang.txt")
    (folder / "x.json").write_text("{}", "utf-8")
    assert_as_in_memory(folder, tmp_path / "out", (3, 100))
    out, corpus = kc.stream(folder, tmp_path / "out", batch=9), kc.load(folder)
    assert essays_of(out) == list(corpus.ids)
    pd.testing.assert_frame_equal(pd.read_parquet(out / "skipped.parquet"), corpus.skipped)


@pytest.mark.parametrize("twice", [False, True])
def test_names_that_differ_in_how_an_accent_is_written_get_a_number_as_in_memory(
    folder: Path, tmp_path: Path, twice: bool
) -> None:
    for form, text in zip(("NFC", "NFD"), TEXTS, strict=False):
        (folder / unicodedata.normalize(form, "Rizqié.txt")).write_text(text, "utf-8")
    for name in ("x.jsonl", "y.jsonl") if twice else ("x.jsonl",):
        table(0, 1).to_json(folder / name, orient="records", lines=True)
    with pytest.warns(RenamedEssays, match="'Rizqié.txt' → 'Rizqié.txt~2'") as loaded:
        corpus = kc.load(folder)
    with pytest.warns(RenamedEssays) as streamed:
        out = kc.stream(folder, tmp_path / "out")
    assert [str(one.message) for one in loaded] == [str(one.message) for one in streamed]
    assert essays_of(out) == list(corpus.ids)


def test_what_is_skipped_has_one_order_whatever_the_batch(folder: Path, tmp_path: Path) -> None:
    for name in "adg":
        (folder / f"{name}.txt").write_text("12 34 56", "utf-8")  # read, but without an essay
    for name in "bf":
        (folder / f"{name}.txt").write_text(" ", "utf-8")
    (folder / "c.txt").write_text(TEXTS[0], "utf-8")
    order = [f"{name}.txt" for name in "bfadg"]
    assert [Path(path).name for path in kc.load(folder).skipped["path"]] == order
    out = kc.stream(folder, tmp_path / "out", batch=3)
    skipped = pd.read_parquet(out / "skipped.parquet")
    assert [Path(path).name for path in skipped["path"]] == order


def test_a_table_beside_another_file_is_still_read_by_rows(folder: Path, tmp_path: Path) -> None:
    (folder / "Z").write_text("", "utf-8")
    table(0, 30).to_parquet(folder / "a.parquet", row_group_size=5)
    (folder / "b.txt").write_text(TEXTS[0], "utf-8")
    source = plan(folder, tmp_path / "out")
    assert [(one.documents, one.file) for one in source.stretches] == [(1, 0), (30, 1), (1, 2)]


def test_tables_of_a_folder_may_call_their_texts_otherwise_or_be_results(
    folder: Path, tmp_path: Path
) -> None:
    table(0).rename(columns={"text": "isi"}).to_json(
        folder / "a.jsonl", orient="records", lines=True
    )
    table(2).rename(columns={"text": "teks"}).to_parquet(folder / "b.parquet")
    told = '{"essay": "a", "theme": "sinergi", "share": 0.5}\n'
    (folder / "tema.jsonl").write_text(told, "utf-8")
    assert_as_in_memory(folder, tmp_path / "out")


def test_tables_without_rows_are_told(folder: Path, tmp_path: Path) -> None:
    table(0).to_json(folder / "a.jsonl", orient="records", lines=True)
    (folder / "b.jsonl").write_text("\n" * 100_000, "utf-8")
    for name in ("b.ndjson", "b.gz"):
        (folder / name).write_text("\ufeff\n", "utf-8")
    table(0, 0).to_parquet(folder / "c.parquet")
    table(0, 0)[["id"]].to_parquet(folder / "d.parquet")
    assert_as_in_memory(folder, tmp_path / "out")
    for name, told in {"b.jsonl": "it is empty", "c.parquet": "column headings only"}.items():
        with pytest.raises(UnreadableSource, match=told):
            kc.stream(folder / name, tmp_path / "out" / name)


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.RenamedEssays")
def test_the_ids_of_lines_with_several_columns_for_them_do_not_depend_on_the_batch(
    tmp_path: Path,
) -> None:
    rows = [{"id": 7}, {"ID": "x"}, {"essay": "a"}, {}, {"essay": "b", "id": 7}]
    lines = [json.dumps({**row, "text": text}) for row, text in zip(rows, TEXTS * 2, strict=False)]
    (tmp_path / "esai.jsonl").write_text("\n".join(lines), "utf-8")
    assert_as_in_memory(tmp_path / "esai.jsonl", tmp_path / "out", (1, 100))


def test_a_column_of_ids_far_down_takes_no_place_of_the_one_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "SAMPLE", 2)
    rows = [{"id": "a"}, {"id": "b"}, {"id": "c", "essay": "x"}, {"id": "d"}]
    lines = "\n".join(json.dumps({**row, "text": TEXTS[0]}) for row in rows)
    (tmp_path / "esai.jsonl").write_text(lines, "utf-8")
    for batch in (2, 100):
        found, _ = read(tmp_path / "esai.jsonl", tmp_path / "out", batch)
        assert [name for name, _ in found] == [*"abcd"]


def test_the_text_column_is_that_of_spreadsheets_too(folder: Path, tmp_path: Path) -> None:
    table(0).rename(columns={"text": "kata peserta"}).to_csv(folder / "a.csv", index=False)
    (folder / "b.txt").write_text(TEXTS[0], "utf-8")
    assert_as_in_memory(folder, tmp_path / "out", text="kata peserta")


def test_several_columns_make_one_text_as_in_memory(folder: Path, tmp_path: Path) -> None:
    answers = pd.DataFrame({"visi": [*TEXTS[:2], None, "-"], "misi": [TEXTS[2], "", TEXTS[3], ""]})
    answers.to_csv(folder / "a.csv", index=False)
    answers.to_json(folder / "b.jsonl", orient="records", lines=True)
    answers.to_parquet(folder / "c.parquet", row_group_size=3)
    assert_as_in_memory(folder, tmp_path / "out", text=["misi", "visi"])
    job = prepared(folder, tmp_path / "out", text=["misi", "visi"]).plain()
    assert job["source"]["text"] == ["misi", "visi"]


def test_files_packed_by_gzip_are_read_as_in_memory(folder: Path, tmp_path: Path) -> None:
    lines = table(5).to_json(orient="records", lines=True)
    table(11).to_parquet(tmp_path / "baris.parquet")
    kc.load({"s1": TEXTS[1], "s2": TEXTS[2]}).save(tmp_path / "korpus.parquet")
    packed = {
        "a.csv": table(0, 5).to_csv(index=False).encode(),
        "b.jsonl": lines.encode(),
        "c.txt": TEXTS[0].encode(),
        "d.txt": b" ",
        "e.png": b"\x89PNG\r\n",
        "f.txt": TEXTS[1].encode(),
        "g.parquet": (tmp_path / "baris.parquet").read_bytes(),
        "h.parquet": (tmp_path / "korpus.parquet").read_bytes(),
        "i.txt": gzip.compress(TEXTS[0].encode()),
        "j.txt": b"kami " * 1_000_000,
        "k.csv": b"id,text\ne99,\n",
    }
    for name, content in packed.items():
        (folder / f"{name}.gz").write_bytes(gzip.compress(content))
    whole = gzip.compress(TEXTS[2].encode())
    (folder / "l.txt.gz").write_bytes(whole[:-9])
    for name, told in ("q.csv", table(20, 9)), ("r.csv", table(30)):
        packed_rows = gzip.compress(told.to_csv(index=False).encode(), 0)
        (folder / f"{name}.gz").write_bytes(packed_rows[:-40])
    (folder / "s.csv").write_text("id,text\n90,Kami jujur\n91,Kami, adil\n92,Kami rapi", "utf-8")
    (folder / "m.txt.gz").write_bytes(whole[:10] + b"\xff" * 40)
    (folder / "n.txt.gz").write_text(TEXTS[2], "utf-8")  # not packed
    (folder / "o.txt").write_bytes(whole)  # packed, and not called so
    for name in ("b.md", "e.md", "f.md", "m.md"):  # only f is the name of two documents
        (folder / name).write_text(TEXTS[3], "utf-8")
    table(7).to_json(folder / "p.jsonl", orient="records", lines=True)
    assert len(kc.load(folder).skipped) == 12
    assert_as_in_memory(folder, tmp_path / "out", (3,))


@pytest.mark.parametrize("name", ["esai.txt", "esai.csv", "esai.zip", "esai.jsonl.gz"])
def test_a_single_file_of_any_kind_is_a_source(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    rows = table(0, 5)
    if name.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as archive:
            for row in rows.itertuples():
                archive.writestr(f"Garut/{row.id}.txt", row.text)
            archive.writestr("Garut/kosong.txt", "")
    elif name.endswith(".gz"):
        path.write_bytes(gzip.compress(rows.to_json(orient="records", lines=True).encode()))
    else:
        path.write_text(rows.to_csv(index=False) if name.endswith(".csv") else TEXTS[1], "utf-8")
    assert_as_in_memory(path, tmp_path / "out")


def test_stretches_of_lines_and_of_documents_hold_each_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plans, "STRETCH", 150)
    lines = table(0, 5).to_json(orient="records", lines=True).replace("\n", "\n\n")
    (folder / "a.jsonl").write_text(lines, "utf-8")
    for place, text in enumerate(TEXTS):
        (folder / f"b{place}.txt").write_text(text, "utf-8")
    found = plan(folder, tmp_path / "out")
    assert len(found.stretches) > 4
    assert found.documents == 5 + len(TEXTS)
    assert_as_in_memory(folder, tmp_path / "out", (2, 100))


def test_a_spreadsheet_takes_no_name_from_a_text_beside_it(folder: Path, tmp_path: Path) -> None:
    table(0).to_csv(folder / "esai.csv", index=False)
    (folder / "esai.txt").write_text(TEXTS[2], "utf-8")
    assert_as_in_memory(folder, tmp_path / "out")


def test_an_old_word_file_beside_its_copy_takes_no_name(folder: Path, tmp_path: Path) -> None:
    (folder / "esai.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 lama")
    (folder / "esai.txt").write_text(TEXTS[0], "utf-8")
    assert_as_in_memory(folder, tmp_path / "out")


def test_files_of_an_archive_that_differ_in_their_suffix_keep_it(
    folder: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(folder / "kiriman.zip", "w") as archive:
        for place, suffix in enumerate(("txt", "md")):
            archive.writestr(f"esai.{suffix}", TEXTS[place])
    assert_as_in_memory(folder, tmp_path / "out")


def test_names_of_files_may_be_any_bytes(folder: Path, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(folder) + b"/opini \xe9.txt"))
    try:
        path.write_text(TEXTS[0], "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system has names of characters")
    assert_as_in_memory(folder, tmp_path / "out")


@pytest.mark.parametrize("name", ["a.txt", "a.parquet"])
def test_results_inside_the_source_are_none_of_it(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    table(0).to_parquet(folder / "b.parquet")
    if name == "a.txt":
        (folder / name).write_text(TEXTS[3], "utf-8")
    monkeypatch.chdir(folder)
    here = folder if name == "a.txt" else Path()
    out = kc.stream(here, here / "hasil" / "baru")
    assert kc.stream(here, out) == out
    for itself in (folder, out / ".." / ".."):
        with pytest.raises(InvalidArgument, match="is the source itself"):
            kc.stream(folder, itself)
    _, skipped = read(folder, folder / "lain")
    told = [reason for _, reason in skipped]
    assert told.count("it was written by kpu_corpus and is not an essay") == 5


def test_results_may_lie_beside_and_above_the_source(folder: Path) -> None:
    path = folder / "a.parquet"
    table(0).to_parquet(path)
    assert kc.stream(path, folder) == folder
    assert kc.stream(path, folder) == folder
    with pytest.raises(InvalidArgument, match="is the source itself"):
        kc.stream(path, path)
    (folder / "bab").mkdir()
    table(0).to_parquet(folder / "bab" / "b.parquet")
    assert plan(folder / "bab", folder.parent).documents == 2


def test_a_changed_correction_of_the_cutting_is_a_changed_source(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "a.txt").write_text(TEXTS[0], "utf-8")
    before = plan(folder, tmp_path / "out").sha256
    (folder / "a.txt.cuts.toml").write_text("# lain\n", "utf-8")
    assert plan(folder, tmp_path / "out").sha256 != before


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt"])
def test_a_file_that_cannot_be_opened_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (folder / name).write_text('{"text": "Kami netral."}', "utf-8")
    real = files._sha256

    def closed(path: Path) -> str:
        if path.name == name:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(files, "_sha256", closed)
    with pytest.raises(UnreadableSource, match=rf"{name}: it cannot be opened"):
        kc.stream(folder, tmp_path / "out")
    (folder / "b.txt").write_text(TEXTS[0], "utf-8")
    _, skipped = read(folder, tmp_path / "out")
    assert [path for path, _ in skipped] == [str(folder / name)]


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[40:80] = b"\xff" * 40
    path.write_bytes(content)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def of_other_bytes(path: Path) -> None:
    rows = pd.read_parquet(path).assign(bulan=pd.Period("2024-02"))
    rows.to_parquet(path, compression=None, use_dictionary=False)
    path.write_bytes(path.read_bytes().replace(b"Netralitas", b"Netral\xff\xfeas"))


def with_other_notes(path: Path) -> None:
    pd.read_parquet(path).assign(bulan=pd.Period("2024-02")).to_parquet(path)
    path.write_bytes(path.read_bytes().replace(b"numpy_type", b"numpy\xfftype"))


@pytest.mark.parametrize("harm", [damaged, cut_short, of_other_bytes, with_other_notes])
def test_a_damaged_table_is_skipped_as_in_memory(
    folder: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    table(0).to_parquet(folder / "a.parquet")
    table(2, 40).to_parquet(folder / "b.parquet")
    harm(folder / "b.parquet")
    assert_as_in_memory(folder, tmp_path / "out")
    with pytest.raises(UnreadableSource, match=r"b\.parquet: this PARQUET file is damaged or"):
        kc.stream(folder / "b.parquet", tmp_path / "b")


def test_lists_of_texts_in_json_lines_are_read_as_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "esai.jsonl"
    people = [{"nama": name, "jawaban": [{"teks": TEXTS[0]}]} for name in ("Rina", "Budi")]
    path.write_text("\n".join(map(json.dumps, people)), "utf-8")
    assert_as_in_memory(path, tmp_path / "out")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_lines_that_are_no_utf_8_are_read_as_in_memory(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "esai.jsonl"
    path.write_text('{"text": "Kami netral."}\n{"text": "Kafé integritas."}', encoding)
    assert kc.load(path).essays["text"].tolist()[1] == "Kafé integritas."
    assert_as_in_memory(path, tmp_path / "out")


def test_broken_lines_are_skipped_as_in_memory(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plans, "STRETCH", 100)
    a, b = b'{"text": "Kami netral."}', b'{"text": "Kami jujur."}'
    files: dict[str, tuple[list[bytes], int, list[int]]] = {  # lines, essays, broken lines
        "akhir": ([a, b, a[:12]], 2, [3]),
        "awal": ([a[:12], a, b], 2, [1]),
        "bita": ([a, b"", b'{"text": "\xf0\x9f\x8f', b"\r", b, a, bytes(999)], 3, [3, 7]),
        "bukan": ([a, b[:12], b"{}}"], 0, [2]),
        "gabung": ([a, b"[1, 2]", b"\xef\xbb\xbf" + b, b"null"], 2, [2, 4]),
        "kosong": ([b"\xef\xbb\xbf", a, b"\xef\xbb\xbf", a[:12], b], 2, [4]),
        "larik": ([b"[", a + b",", b, b"]"], 2, []),
    }
    for name, (lines, _, _) in files.items():
        (folder / f"{name}.jsonl").write_bytes(b"\n".join(lines))
    corpus = kc.load(folder)
    essays = Counter(name.rpartition("-")[0] for name in corpus.ids)
    skipped = corpus.skipped["path"].map(lambda path: Path(path).stem)
    number = corpus.skipped["reason"].str.extract(r"^line (\d+) is")[0].astype(int)
    for name, (_, count, broken) in files.items():
        assert (essays[name], [*number[skipped == name]]) == (count, broken)
    assert "akhir-2" in corpus.ids
    assert "awal-3" in corpus.ids  # the same once the line above is mended
    assert_as_in_memory(folder, tmp_path / "out", (2,))


def test_why_no_row_has_a_text_is_told(tmp_path: Path) -> None:
    pd.DataFrame({"text": [1, 2]}).to_parquet(tmp_path / "esai.parquet")
    with pytest.raises(UnreadableSource, match="its text cell holds 1") as told:
        kc.stream(tmp_path / "esai.parquet", tmp_path / "out")
    assert isinstance(told.value, KpuCorpusError)


def test_the_names_of_a_folder_are_counted_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    asked: list[str] = []
    real = plans.unsuffixed

    def counted(name: str) -> str:
        asked.append(name)
        return real(name)

    monkeypatch.setattr(plans, "unsuffixed", counted)
    read(folder, tmp_path / "out")
    assert len(asked) == len(TEXTS)


def test_a_text_column_is_asked_of_no_files_without_a_table(tmp_path: Path) -> None:
    (source := tmp_path / "esai").mkdir()
    (source / "a.txt").write_text("Kami jujur dan netral.", encoding="utf-8")
    (source / "foto.jpg").write_bytes(b"\xff\xd8")
    with pytest.raises(InvalidArgument, match="text='visi' without a table"):
        kc.stream(source, tmp_path / "hasil", text="visi")
    (source / "b.csv").write_text("visi;misi\nKami jujur.;Kami adil.\n" * 3, encoding="utf-8")
    prepared(source, tmp_path / "hasil", text="visi")


@pytest.mark.parametrize(
    ("ids", "named"),
    [
        ([Decimal("7.00"), Decimal("8.00")], ["7", "8"]),
        ([datetime(2025, 3, 4), datetime(2025, 3, 4, 8)], ["2025-03-04", "2025-03-04T08:00:00"]),
    ],
)
def test_ids_that_are_decimals_or_times_are_those_of_memory(
    tmp_path: Path, ids: Any, named: list[str]
) -> None:
    path = tmp_path / "esai.parquet"
    pd.DataFrame({"id": ids, "text": TEXTS[:2]}).to_parquet(path)
    assert [*kc.load(path).ids] == named
    assert_as_in_memory(path, tmp_path / "out")


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.RenamedEssays")
@pytest.mark.parametrize("kind", ["parquet", "jsonl"])
def test_a_short_text_without_an_id_is_an_essay_wherever_a_batch_ends(
    tmp_path: Path, kind: str
) -> None:
    rows = pd.DataFrame(
        {"id": ["a", None, "c", None], "text": [*["Kami jujur. " * 20, "Sekian."] * 2]}
    )
    path = tmp_path / f"esai.{kind}"
    if kind == "parquet":
        rows.to_parquet(path)
    else:
        path.write_text("\n".join(json.dumps(row.dropna().to_dict()) for _, row in rows.iterrows()))
    assert len(kc.load(path)) == len(rows)
    assert_as_in_memory(path, tmp_path / "out", (2, 3))
