"""Objects around and inside the rows of JSON, as interfaces of other programs hand them out."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.corpus.sources import Source
from kpu_corpus.errors import InvalidArgument, UnreadableSource
from kpu_corpus.reading import read_bytes
from kpu_corpus.reading.rows.json_rows import flat

ROWS = [{"id": "x", "esai": "Kami jujur."}, {"id": "y", "esai": "Kami adil."}]
LONG = "Kami melayani pemilih dengan ramah. " * 9
ESSAY = LONG.strip()


def loaded(made: Any, path: Path, **options: Any) -> kc.Corpus:
    path.write_text(json.dumps(made, indent=1 if path.suffix == ".json" else None), "utf-8")
    return kc.load(path, **options)


@pytest.mark.parametrize(
    "made",
    [
        {"status": "ok", "meta": {"page": 1}, "data": ROWS},
        {"count": 2, "next": None, "results": ROWS},
        {"content": ROWS, "totalPages": 1},
        {"data": {"page": 1, "rows": ROWS, "columns": ["id", "esai"]}},
        {"users": [{"id": 1, "name": "Rina"}], "essays": ROWS},
        [{"page": 1, "data": ROWS[:1]}, {"page": 2, "data": ROWS[1:]}],
        [ROWS],
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_the_rows_inside_an_object_are_the_essays(made: Any, name: str, tmp_path: Path) -> None:
    essays = loaded(made, tmp_path / name).essays
    assert essays[["essay", "text"]].values.tolist() == [["x", "Kami jujur."], ["y", "Kami adil."]]


def test_rows_in_lists_have_what_their_objects_say(tmp_path: Path) -> None:
    people = ["Rina Marlina", "Budi Santoso"]
    both = [*zip(people, ROWS, strict=True)]
    for made in (
        [{"id": 7, "peserta": {"nama": name}, "jawaban": [row]} for name, row in both],
        [{"nama": "Kelas Pagi", "siswa": [{**row, "penulis": name}]} for name, row in both],
    ):
        essays = loaded(made, tmp_path / "a.jsonl").essays
        assert (essays["essay"].tolist(), essays["author"].tolist()) == (["x", "y"], people)


def test_what_pandas_writes_as_a_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    pd.DataFrame(ROWS).to_json(path, orient="table")
    assert kc.load(path).essays["essay"].tolist() == ["x", "y"]


def test_an_essay_that_holds_a_list_is_one_essay(tmp_path: Path) -> None:
    made = {**ROWS[0], "komentar": [{"text": "Bagus."}, {"text": "Setuju."}]}
    assert loaded(made, tmp_path / "a.json").essays["text"].tolist() == ["Kami jujur."]


def test_objects_inside_a_row_are_columns_to_group_by(tmp_path: Path) -> None:
    rows = [{**row, "peserta": {"kota": kota}} for row, kota in zip(ROWS, "GS", strict=True)]
    pd.DataFrame(rows).to_parquet(tmp_path / "a.parquet")
    for corpus in (loaded({"data": rows}, tmp_path / "a.json"), kc.load(tmp_path / "a.parquet")):
        assert corpus.column("peserta.kota").tolist() == ["G", "S"]
        assert kc.coverage(corpus, by="peserta.kota")["peserta.kota"].tolist() == ["G", "S"]


def test_categories_inside_objects_of_parquet_keep_their_order(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    levels = pyarrow.array(["tinggi", "rendah"]).dictionary_encode()
    inside = pyarrow.StructArray.from_arrays([levels], ["mutu"])
    table = pyarrow.table({"esai": [row["esai"] for row in ROWS], "nilai": inside})
    parquet.write_table(table, tmp_path / "a.parquet")
    found = kc.load(tmp_path / "a.parquet").column("nilai.mutu")
    assert found.cat.categories.tolist() == ["tinggi", "rendah"]


def test_rows_share_the_names_of_columns_that_no_object_gives() -> None:
    rows = json.loads('[{"satuan kerja": "a", "isi": {"b": 1}}, {"satuan kerja": "c"}]')
    first, second = (next(iter(flat(row))) for row in rows)
    assert first is second  # a name made anew takes memory in each of a million rows


def test_a_message_of_telegram_in_pieces_is_one_text_by_its_sender(tmp_path: Path) -> None:
    parts = ["Kami melayani ", {"type": "bold", "text": "pemilih"}, f" dengan ramah. {LONG}"]
    said = [
        {"id": at, "type": "message", "from": "Rina Marlina", "from_id": "user1", "text": text}
        for at, text in enumerate((parts, LONG, None))
    ]
    said.append({**said[1], "id": 3, "from": "Kanal Latsar", "author": "Budi Santoso"})  # signed
    found = loaded({"name": "Latsar", "messages": said}, tmp_path / "result.json").essays
    assert found["text"][0].startswith("Kami melayani pemilih dengan ramah. Kami")
    assert found["author"].tolist() == ["Rina Marlina", "Rina Marlina", "Budi Santoso"]


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_texts_inside_objects_are_found_loaded_and_streamed_alike(
    tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"a.{kind}"
    rows = [{"id": n, "attributes": {"uraian": f"{n}. {LONG}"}} for n in "ab"]
    if kind == "jsonl":
        path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    else:
        pd.DataFrame(rows).to_parquet(path)
    found = kc.themes(kc.load(path))
    out = kc.stream(path, tmp_path / "out")
    pd.testing.assert_frame_equal(pd.read_parquet(out / "themes.parquet"), found)
    assert len(kc.load(path, text="attributes.uraian").essays) == len(rows)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (
            {"esai": ROWS, "tanggapan": ROWS},
            "more than one list in it holds texts: 'esai', 'tanggapan'",
        ),
        ({"data": []}, "no rows"),
        ({"x": ROWS[0], "y": ROWS[1]}, "to_json(orient='records')"),
        (
            [{f"P{n}": LONG for n in range(999)}] * 2,
            "more than one column holds long texts: 'P0', 'P1', ",
        ),
        (json.loads(pd.DataFrame([{"id": n, "esai": LONG} for n in range(3000)]).to_json()), "to_"),
        ({"tempat": "Garut", "q1": LONG, "q2": LONG}, "either {id: text} or a row"),
    ],
)
def test_objects_without_one_list_of_essays_are_refused_in_a_short_sentence(
    made: Any, told: str, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableSource) as caught:
        loaded(made, tmp_path / "a.json")
    assert told in str(caught.value)
    assert len(str(caught.value)) < 500


def test_a_table_about_the_essays_may_lie_in_an_object(tmp_path: Path) -> None:
    path = tmp_path / "peserta.json"
    path.write_text(json.dumps({"data": [{"id": "a", "kota": {"nama": "Garut"}}]}), "utf-8")
    corpus = kc.load({"a": "Kami jujur."}, metadata=path)
    assert corpus.column("kota.nama").tolist() == ["Garut"]


@pytest.mark.parametrize(
    "made",
    [
        {"x": "Kami jujur.", "y": "Kami adil."},
        {"x": ESSAY, "y": "Kami adil."},
        {**dict.fromkeys("wxy", "Kami adil."), "z": "Apakah kami jujur?"},  # most are texts
        {**dict.fromkeys("wxy", ESSAY), "z": "Kami jujur"},
        {"nama": ESSAY, "rina": "Kami adil."},  # no name is as long as an essay
        {"x": "Kami jujur."},
        {"uraian": ESSAY},
    ],
)
def test_an_object_of_texts_has_an_essay_under_each_name(
    made: dict[str, str], tmp_path: Path
) -> None:
    essays = loaded(made, tmp_path / "a.json").essays
    assert dict(zip(essays["essay"], essays["text"], strict=True)) == made


@pytest.mark.parametrize("blank", [None, "", " \n"])
@pytest.mark.parametrize("count", [1, 1000])
def test_an_object_of_texts_loses_only_those_that_are_blank(
    blank: str | None, count: int, tmp_path: Path
) -> None:
    made = {f"e{n}": f"Kami jujur dan adil pada hari ke-{n}." for n in range(count)}
    corpus = loaded({"kosong": blank, **made}, tmp_path / "a.json")
    assert corpus.essays["essay"].tolist() == [*made]
    skipped = [[f"{tmp_path / 'a.json'}: kosong", "this row has no text"]]
    assert corpus.skipped.values.tolist() == skipped


@pytest.mark.parametrize(
    "made",
    [
        {"x": "Kami jujur.", "y": "Apakah kami adil?"},  # as many are texts as are none
        {"status": "ok", "pesan": "Data berhasil diambil."},
        {"nama": "Kami jujur.", "rina": "Kami adil."},
    ],
)
def test_an_object_that_may_be_texts_or_a_row_is_refused_with_what_is_read(
    made: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(UnreadableSource, match=r"\{id: text\} or a row .*always read"):
        loaded(made, tmp_path / "a.json")


def test_a_table_of_one_row_about_the_essays_is_no_object_of_texts(tmp_path: Path) -> None:
    path = tmp_path / "peserta.json"
    path.write_text(json.dumps({"id": "a", "catatan": "Sudah diperiksa."}), "utf-8")
    corpus = kc.load({"a": "Kami jujur."}, metadata=path)
    assert corpus.column("catatan").tolist() == ["Sudah diperiksa."]


@pytest.mark.parametrize("made", [["Kami jujur.", ESSAY], {"data": ["Kami jujur.", ESSAY]}])
def test_a_list_of_texts_has_an_essay_each(made: Any, tmp_path: Path) -> None:
    essays = loaded(made, tmp_path / "a.json").essays
    assert essays[["essay", "text"]].values.tolist() == [["a-1", "Kami jujur."], ["a-2", ESSAY]]


@pytest.mark.parametrize(
    "made",
    [
        {"judul": "Kami hadir.", "uraian": ESSAY},  # a column has such a name
        {"topik": "integritas", "uraian": ESSAY},  # one of them is no text
        {"nama": "Rina", "kelas": "pagi", "teks": ESSAY},
        {"id": "a1", "judul": "Kami jujur.", "teks": ESSAY},
        {"nama": "Rina", "jabatan": "Ketua.", "esai": ESSAY},
        {"judul": "KPU siap!", "ringkasan": "Kami hadir.", "uraian": ESSAY},
        {"tanya": "Apa arti jujur?", "uraian": ESSAY, "kata": ["jujur", "adil"]},
    ],
)
def test_a_row_of_ones_own_stays_one_essay(made: dict[str, str], tmp_path: Path) -> None:
    assert loaded(made, tmp_path / "a.json").essays["text"].tolist() == [ESSAY]


def test_a_list_of_words_is_no_list_of_essays(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no text column among kata"):
        loaded({"kata": ["jujur", "adil"]}, tmp_path / "a.json")
    with pytest.raises(UnreadableSource, match=r"item 1 .* an array of objects .* or of texts"):
        loaded([1, "Kami jujur."], tmp_path / "a.json")


@pytest.mark.parametrize("user", [{"name": "Rina Marlina", "id": 7}, {"full_name": "Rina Marlina"}])
def test_who_handed_an_answer_in_is_its_author(user: dict[str, Any], tmp_path: Path) -> None:
    made = {"course": {"name": "Kelas B"}, "submissions": [{"user": user, "body": ESSAY}]}
    assert loaded(made, tmp_path / "a.json").essays["author"].tolist() == ["Rina Marlina"]


def test_rows_without_a_suffix_are_told_from_a_text_that_opens_with_a_brace() -> None:
    rows = [{"id": name, "teks": f"Kami {name}."} for name in ("hadir", "netral")]
    lines = "\n".join(map(json.dumps, rows)).encode()
    assert [found.text for found in read_bytes(lines, "ekspor")] == ["Kami hadir.", "Kami netral."]
    (text,) = read_bytes(b"{catatan} Kami hadir.\nKami netral.", "ekspor")
    assert text.text == "{catatan} Kami hadir.\nKami netral."


def test_a_line_that_is_no_object_is_named_by_its_number() -> None:
    whole = b'\n\n{"id": "a", "teks": "Kami hadir."}\n[1]'
    essay, (path, reason) = read_bytes(whole, "ekspor.jsonl")
    assert isinstance(essay, Source)
    assert (path, str(reason)) == (
        "ekspor.jsonl",
        "line 4 is cut off or damaged: not a JSON object",
    )


def test_a_broken_line_of_pages_stands_behind_their_rows() -> None:
    pages = [json.dumps({"data": rows}).encode() for rows in (ROWS, [{"id": "z", "esai": "Adil."}])]
    *found, (_, reason) = read_bytes(b"\n".join([pages[0], b'{"data', pages[1]]), "a.jsonl")
    assert [source.name for source in found] == ["x", "y", "z"]
    assert "line 2" in str(reason)


def test_of_text_that_is_not_json_lines_the_place_where_it_breaks_is_told() -> None:
    ((_, reason),) = read_bytes(json.dumps(ROWS, indent=1).encode()[:-20], "a.jsonl")
    assert "line 8 is not a JSON object" in str(reason)


def test_metadata_with_a_broken_line_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x", "unit": "Garut"}\n{"id": "y", "un', "utf-8")
    with pytest.raises(InvalidArgument, match=r"a\.jsonl' cannot be read: line 2"):
        kc.load({"x": ESSAY, "y": LONG}, metadata=tmp_path / "a.jsonl")


@pytest.mark.parametrize("key", ["error", "message", "detail"])
def test_what_a_server_answers_is_no_essay(key: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource):
        loaded({key: "Data tidak ditemukan."}, tmp_path / "a.json")
    assert loaded({key: ESSAY}, tmp_path / "a.json").essays["text"].tolist() == [ESSAY]
