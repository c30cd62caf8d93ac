"""Pseudonyms that join but do not tell."""

import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import UnmatchedMetadata


@pytest.fixture
def corpus() -> Corpus:
    units = ["Subang"] * 6 + ["Garut"] * 5 + ["Cimahi"] * 2
    rows = [
        {
            "essay": str(i),
            "author": f"Siti {i % 3}",
            "unit": unit,
            "nip": 100 + i % 2,
            "text": "Kami menjaga integritas setiap hari di kantor.",
        }
        for i, unit in enumerate(units)
    ]
    return kc.load(pd.DataFrame(rows))


def test_one_author_has_one_pseudonym_and_no_name_is_left(corpus: Corpus) -> None:
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor", also=["nip"]).essays
    assert hidden["author"].nunique() == 3
    assert hidden["author"].str.fullmatch(r"P-[0-9a-f]{10}").all()
    assert hidden["nip"].nunique() == 2
    assert not hidden["nip"].astype(str).str.contains("100").any()
    assert hidden["text"].tolist() == corpus.essays["text"].tolist()
    rows = pd.DataFrame({"author": ["Siti Aminah", "SITI  AMINAH"], "text": ["Kami hadir."] * 2})
    assert kc.pseudonyms(kc.load(rows), secret="rahasia kantor").essays["author"].nunique() == 1


def test_no_name_from_metadata_is_left_in_memory_or_in_the_saved_file(tmp_path: Path) -> None:
    row = {
        "essay": ["a"],
        "penulis": ["Siti Zulaikha Ramdhani"],
        "nip": ["198703122010121004"],
        "text": ["Kami hadir."],
    }
    people = ("Siti Zulaikha Ramdhani", "198703122010121004")
    first = kc.load(kc.load(pd.DataFrame(row)).save(tmp_path / "real.parquet"))
    noted = first.documents[0]._replace(sidecar=f'author = "{people[0]}"')
    hidden = kc.pseudonyms(
        replace(first, documents=(noted,)), secret="rahasia kantor", also=["nip"]
    )
    saved = hidden.save(tmp_path / "hidden.parquet")
    stored = pd.read_parquet(saved).to_csv() + repr(saved.read_bytes())
    for name in people:
        assert name not in repr(hidden.documents) + repr(hidden.by_name) + repr(hidden.items)
        assert name not in stored
    again = kc.load(saved).essays
    assert again[["author", "nip"]].equals(hidden.essays[["author", "nip"]])


def test_no_name_of_a_column_of_categories_is_left(tmp_path: Path) -> None:
    people, offices = ["Siti Zulaikha", "Budi Hartono"], ["KPU Garut", "KPU Subang"]
    table = pd.DataFrame({"essay": ["a", "b"], "text": ["Kami hadir.", "Kami belajar."]})
    table["Penulis"], table["Jabatan"] = pd.Categorical(people), pd.Categorical(["Ketua", "Staf"])
    table["Unit Kerja"] = pd.Categorical(offices)
    corpus = kc.load(kc.load(table).save(tmp_path / "real.parquet"))
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor", also=["jabatan", "unit kerja"])
    told = repr(vars(hidden)) + repr(hidden.save(tmp_path / "hidden.parquet").read_bytes())
    assert not [name for name in (*people, *offices, "Ketua") if name in told]
    columns = hidden.essays[["author", "unit", "Jabatan"]]
    assert columns.dtypes.astype(str).tolist() == ["str"] * 3
    assert columns.stack().str.startswith("P-").all()


def test_ids_and_files_called_after_their_writers_are_hidden_in_every_table(tmp_path: Path) -> None:
    said = "Kami menjaga integritas setiap hari di kantor. "
    for folder in ("sebelum", "sesudah"):
        (tmp_path / folder).mkdir()
        for name in ("RinaMarlina", "Budi Santoso", "Wulandari"):
            (tmp_path / folder / f"{name}.txt").write_text(said * 3, encoding="utf-8")
    people = {"RinaMarlina": "Rina Marlina", "Budi Santoso": "Budi Santoso"}
    whose = pd.DataFrame({"nama berkas": [*people], "nama": [*people.values()]})
    with pytest.warns(kc.errors.UnmatchedMetadata):  # nobody knows who Wulandari is
        corpus = kc.load(tmp_path, metadata=whose, on="nama berkas")
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor")
    assert all(name in repr(corpus.documents) for name in ("Rina", "Budi", "Wulandari"))
    saved = hidden.save(tmp_path / "hidden.parquet")
    told = repr((hidden.documents, hidden.items, hidden.tiling)) + repr(kc.load(saved).items)
    assert not [name for name in ("Rina", "Budi", "Wulandari") if name in told]
    assert hidden.essays["essay"].str.fullmatch("E-[0-9a-f]{12}").all()
    assert hidden.essays["text"].tolist() == corpus.essays["text"].tolist()
    pd.testing.assert_frame_equal(kc.themes(hidden, by="folder"), kc.themes(corpus, by="folder"))
    row = kc.evidence(hidden).iloc[-1]
    assert hidden.source_of(row.essay).text[row.start : row.end] == row.surface


def test_a_folder_called_after_the_writer_is_hidden_too(tmp_path: Path) -> None:
    for name in ("Rina Marlina", "Budi Santoso"):
        (tmp_path / name).mkdir()
        text = f"Oleh: {name}\n\nKami menjaga integritas setiap hari di kantor."
        (tmp_path / name / "esai.txt").write_text(f"Hari Pertama\n\n{text}", encoding="utf-8")
    only = ("folder=Rina Marlina", "folder teratas=Rina Marlina")
    with pytest.warns(kc.errors.KpuCorpusWarning, match="source still names the writer"):
        hidden = kc.pseudonyms(replace(kc.load(tmp_path), chosen=only), secret="rahasia kantor")
    assert hidden.chosen == ("folder=…", "folder teratas=…")
    assert hidden.essays["source"].str.fullmatch("E-[0-9a-f]{12}/E-[0-9a-f]{12}").all()
    assert kc.themes(hidden, by="folder")["folder"].nunique() == 2


def test_texts_that_still_name_their_writers_are_told_and_bodies_alone_do_not(
    tmp_path: Path,
) -> None:
    said = "Kami menjaga integritas setiap hari di kantor. Fajar tiba, lalu apel dimulai."
    for name in ("Rina Marlina", "Fajar"):
        text = f"Hari Pertama\n\nOleh: {name}\n\n{said}\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    corpus = kc.load(tmp_path)
    secret = "rahasia kantor"
    with pytest.warns(
        kc.errors.KpuCorpusWarning, match=r"still names the writer around .* \(2\)"
    ) as told:
        hidden = kc.pseudonyms(corpus, secret=secret)
    assert all(name in str(told[0].message) for name in hidden.ids)
    bodies = kc.load(corpus.essays[["essay", "author", "text"]])
    alone = kc.pseudonyms(bodies, secret=secret)  # no warning: Fajar is a word of the body
    assert alone.ids == hidden.ids
    with zipfile.ZipFile(kc.bundle(alone, tmp_path / "arsip.zip")) as archive:
        whole = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "Rina" not in whole


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Hari Pertama", "Nama saya Rina Marlina."),
        ("Kisah Rina Marlina", "Kami menjaga integritas."),
        ("Hari Pertama", "Terima kasih kepada Budi Santoso, pembimbing saya."),
    ],
)
def test_names_that_results_show_are_told_apart_from_bylines(title: str, text: str) -> None:
    said = "Kata Humas KPU, loket di Jawa Barat dibuka."
    others = {"author": "Drs. Budi Santoso M.H.", "title": "Loket", "text": said}
    others["Alamat"] = "Jawa Barat"
    office = {"author": "Humas KPU", "title": "Pintu", "text": "Pintu dibuka pagi hari."}
    own = {"author": "Rina Marlina, S.H.", "title": title, "text": text}
    rows = pd.DataFrame([own, others, office])
    told = r"own title or text still names a writer, .* \(1\)"
    with pytest.warns(kc.errors.KpuCorpusWarning, match=told) as said:
        kc.pseudonyms(kc.load(rows), secret="rahasia kantor")
    assert len(said) == 1


def test_the_address_of_the_page_of_an_essay_is_hidden(tmp_path: Path) -> None:
    page = "https://blog.sukamaju.go.id/2025/loket/"
    head = f'<meta property="og:site_name" content="Blog ASN"><link rel="canonical" href="{page}">'
    body = "<h1>Loket</h1>" + "<p>Kami melayani warga dengan sabar setiap hari di loket.</p>" * 5
    html = f"<html><head><title>Loket</title>{head}</head><body>{body}</body></html>"
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    corpus = kc.load(tmp_path)
    assert corpus.essays["url"].tolist() == [page]
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor")
    assert page not in repr(hidden.items) + repr(hidden.documents[0].metadata)
    assert hidden.essays["url"].str.fullmatch(r"P-[0-9a-f]{10}").all()
    assert hidden.essays["site"].tolist() == ["Blog ASN"]


def test_ids_that_no_column_shows_to_be_names_are_told_and_hidden_when_asked() -> None:
    rows = pd.DataFrame({"teks": ["Kami jujur."] * 2}, index=["Rina Marlina", "Budi Santoso"])
    corpus = kc.load(rows)
    with pytest.warns(kc.errors.KpuCorpusWarning, match="'Rina Marlina', 'Budi Santoso'"):
        assert kc.pseudonyms(corpus, secret="rahasia kantor").ids == corpus.ids
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor", also=["essay"])
    assert not [name for name in corpus.ids if name in repr(hidden.documents + hidden.items)]
    small = kc.load({"rina_m": "Kami jujur.", "esai_2": "Kami adil."})
    with pytest.warns(kc.errors.KpuCorpusWarning, match="'rina_m'"):
        kc.pseudonyms(small, secret="rahasia kantor")
    numbered = kc.load({"20345123": "Kami jujur.", "20345124": "Kami adil."})
    with pytest.warns(kc.errors.KpuCorpusWarning, match="'20345123'"):
        assert kc.pseudonyms(numbered, secret="rahasia kantor").ids == numbered.ids
    coded = kc.load({"esai_P01": "Kami jujur.", "esai_2": "Kami adil."})  # no warning
    assert kc.pseudonyms(coded, secret="rahasia kantor").ids == coded.ids


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([f"{when}_{n:02}" for when in ("Sebelum", "sesudah") for n in range(5)], False),
        ([f"Esai {n}" for n in range(9)], False),
        ([f"{name}_{n}" for name in ("rina", "budi", "citra", "dedi") for n in range(4)], True),
        ([f"{name}_{n}" for name in ("ani", "rina") for n in range(8)], True),
        ([f"Rina {n}" for n in range(9)], True),
        ([f"{name}_{n}" for name in ("rina", "budi", "citra", *"abcdefg") for n in range(6)], True),
    ],
)
def test_what_many_files_are_called_is_not_told_as_a_name(names: list[str], told: bool) -> None:
    corpus = kc.load(dict.fromkeys(names, "Kami jujur."))
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        assert kc.pseudonyms(corpus, secret="rahasia kantor").ids == corpus.ids
    assert bool(said) == told


@pytest.mark.filterwarnings(
    "ignore:The ids of the essays are kept", "ignore:Essays whose source still"
)
def test_folders_of_offices_are_hidden_with_their_offices(tmp_path: Path) -> None:
    for unit in ("Garut", "Subang"):
        (tmp_path / f"KPU {unit}").mkdir()
        text = f"Oleh: Rina Marlina\nKPU Kabupaten {unit}\n\n{'Kami menjaga integritas. ' * 9}"
        (tmp_path / f"KPU {unit}" / "esai_1.txt").write_text(text, encoding="utf-8")
    corpus = kc.load(tmp_path)
    assert corpus.essays["unit"].tolist() == ["KPU Kabupaten Garut", "KPU Kabupaten Subang"]
    assert "KPU Garut" in kc.pseudonyms(corpus, secret="rahasia kantor").essays["source"].iloc[0]
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor", also=["unit"]).essays
    assert "Garut" not in hidden.drop(columns=["text", "title"]).to_csv()


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("KPU Jabar", "KPU Provinsi Jawa Barat"),
        ("kpu-jawa-barat_3", "KPU Jabar"),
        ("kota_baru_2", "KPU Kabupaten Kotabaru"),
    ],
)
def test_an_office_in_names_of_files_is_known_by_its_other_form_and_in_parts(
    name: str, unit: str
) -> None:
    texts = {"essay": [name], "unit": [unit], "text": ["Kami menjaga integritas."]}
    hidden = kc.pseudonyms(kc.load(pd.DataFrame(texts)), secret="rahasia kantor", also=["unit"])
    assert hidden.essays["essay"].str.startswith("E-").all()


@pytest.mark.filterwarnings("ignore:Essays whose names have numbers")
@pytest.mark.parametrize(
    ("file", "column", "value"),
    [
        ("198703052010121002", "nama berkas", ""),
        ("nuraini_rahmawati", "nama", "Nur'aini Rahmawati"),
        ("nuraini", "nama", "Nur'aini, S.H."),
        ("203451-esai", "NIM", 203451),
    ],
)
def test_files_called_by_numbers_or_joined_names_are_hidden(
    tmp_path: Path, file: str, column: str, value: object
) -> None:
    (tmp_path / f"{file}.txt").write_text("Kami menjaga integritas.", encoding="utf-8")
    whose = pd.DataFrame({"file": [file], column: [value]})
    hidden = kc.pseudonyms(kc.load(tmp_path, metadata=whose, on="file"), secret="rahasia kantor")
    assert file not in repr((hidden.documents, hidden.items, hidden.tiling))


def test_essays_joined_by_names_in_their_files_are_hidden_and_unmatched_people_unlisted(
    tmp_path: Path,
) -> None:
    for name in ("Rina Marlina", "Budi Santoso"):
        (tmp_path / f"{name}.txt").write_text("Kami menjaga integritas.", encoding="utf-8")
    whose = pd.DataFrame({"Nama": ["Rina Marlina", "Budi Santoso", "Wulandari"], "kelas": [*"ABC"]})
    with pytest.warns(kc.errors.UnmatchedMetadata):
        corpus = kc.load(tmp_path, metadata=whose)
    assert "Wulandari" in repr(corpus.skipped["reason"].tolist())
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor")
    told = repr((hidden.documents, hidden.items, hidden.tiling, hidden.skipped.values.tolist()))
    assert not [name for name in ("Rina", "Budi", "Wulandari") if name in told]


def test_files_that_were_skipped_name_nobody_where_those_of_the_essays_do_not(
    tmp_path: Path,
) -> None:
    said, other = "Suara warga di sini kami jaga.", "Bilik itu berdiri lagi sejak pagi."
    files = {"Rina Marlina": other, "Budi Santoso": said, "Salinan Budi Santoso": said}
    for name, text in files.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    broken = {"Wulandari.pdf": b"%PDF-1.4 rusak", "07. Tuti Aminah": b"\0\1\2"}
    for name, data in broken.items():
        (tmp_path / name).write_bytes(data)
    corpus = kc.load(tmp_path, duplicates="first")
    assert {Path(path).name for path in corpus.skipped["path"]} > broken.keys()
    told = kc.pseudonyms(corpus, secret="rahasia kantor", also=["essay"]).skipped
    assert told["path"].str.contains(r"E-[0-9a-f]{12}(?:\.pdf)?$").all()
    people = ("Rina", "Budi", "Wulandari", "Tuti")
    assert not [name for name in people if name in str(told.values.tolist())]


def test_rows_without_text_have_one_code_for_their_table_and_name_nobody(tmp_path: Path) -> None:
    long = "Tuti Aminah Retnaningsih Kusumawardhani Prabowo"
    rows = ["id,nama,esai", f"1,{long},Kami jujur.", "2,Budi Santoso,-", f"3,{long},"]
    (tmp_path / "Tuti Aminah.csv").write_text("\n".join(rows), encoding="utf-8")
    corpus = kc.load(tmp_path / "Tuti Aminah.csv", text="esai")
    assert [reason.fields["author"] for _, reason in corpus.refused] == ["Budi Santoso", long]
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor")
    (table, _, one), (same, _, other) = (path.partition(": ") for path, _ in hidden.refused)
    assert table == same
    assert one != other
    assert hidden.refused[1][1].fields["author"] == hidden.items[0].author
    shown = str([hidden.skipped.values, hidden.documents])
    assert not [name for name in ("Budi", "Tuti") if name in shown]


def test_folders_of_offices_stay_readable_beside_addresses_and_mail(tmp_path: Path) -> None:
    (tmp_path / "KPU Garut").mkdir()
    (tmp_path / "KPU Garut" / "esai_1.txt").write_text("Kami menjaga integritas.", encoding="utf-8")
    facts = {"Alamat": ["Jl. Melati 3, Garut"], "Email": ["rina@kpu.go.id"], "nama": ["Rina"]}
    whose = pd.DataFrame({"file": ["esai_1"], **facts})
    corpus = kc.load(tmp_path, metadata=whose, on="file")
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor", also=["essay"])
    assert hidden.essays["source"].str.startswith("KPU Garut/E-").all()


def test_essays_joined_by_names_inside_those_of_their_files_are_hidden(tmp_path: Path) -> None:
    for name in ("tugas yuni maulana fix", "kirim rina marlina"):
        (tmp_path / f"{name}.txt").write_text("Pintu\n\nKami menjaga suara.", encoding="utf-8")
    people = pd.DataFrame({"Nama": ["Yuni Maulana", "Rina Marlina"], "Kelas": ["A", "B"]})
    corpus = kc.load(tmp_path, metadata=people)
    assert corpus.by_author == 2
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor")
    assert not [name for name in hidden.ids if "maulana" in name or "marlina" in name]
    assert hidden.by_author == 2


def test_no_name_of_a_table_of_participants_is_left_in_what_was_told_of_it(tmp_path: Path) -> None:
    names = ["Siti Zulaikha", "Budi Hartono", "Rina Marlina", "Rina Marlina"]
    rows = {
        "essay": [*"abcd"],
        "penulis": names,
        "text": ["Kami hadir."] * 3 + ["Pintu dibuka pagi hari."],
    }
    listed = {"nama": ["Siti Zulaikha, S.H.", "Budi Hartanto", "Joko Susilo", "Rina Marlina"]}
    table = pd.DataFrame({**listed, "nilai": range(4)})
    with pytest.warns(UnmatchedMetadata, match=r"'Budi Hartanto' \(maybe 'b', Budi Hartono\?\)"):
        corpus = kc.load(pd.DataFrame(rows), metadata=table)
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor")
    told = repr(vars(hidden)) + repr(hidden.save(tmp_path / "hidden.parquet").read_bytes())
    people = {*names, *listed["nama"]}
    assert not [name for name in people if name in told or name in str([*hidden.skipped["reason"]])]
    assert [reason.fields["count"] for _, reason in hidden.refused] == [1, 2, 1]
    assert hidden.skipped["reason"].iloc[1].endswith("match no essay: 2 (…)")


def test_an_essay_without_an_author_has_no_pseudonym_either() -> None:
    rows = pd.DataFrame({"text": ["Kami jujur."] * 2, "nip": [12, None], "author": ["Ani", None]})
    hidden = kc.pseudonyms(kc.load(rows), secret="rahasia kantor").essays
    assert hidden["author"].isna().tolist() == [False, True]
    assert hidden["nip"].isna().tolist() == [False, True]


def test_another_secret_gives_other_pseudonyms(corpus: Corpus) -> None:
    one = kc.pseudonyms(corpus, secret="rahasia kantor").essays["author"]
    other = kc.pseudonyms(corpus, secret="delapan8").essays["author"]
    again = kc.pseudonyms(corpus, secret="rahasia kantor").essays["author"]
    assert not set(one) & set(other)
    assert one.tolist() == again.tolist()


def test_the_pairs_of_people_stay_pairs_where_one_essay_has_their_degree() -> None:
    names = ["Fajar Nugraha", "FAJAR NUGRAHA, S.H.", "Rina Marlina", "Rina Marlina - KPU Bantul"]
    rows = {"author": names, "nip": ["12.3", "12.3", "12,3", "12 3"], "text": ["Kami hadir."] * 4}
    hidden = kc.pseudonyms(kc.load(pd.DataFrame(rows)), secret="rahasia kantor", also=["nip"])
    authors = hidden.essays["author"].tolist()
    assert authors[0] == authors[1] != authors[2] == authors[3]
    assert hidden.essays["nip"].nunique() == 3  # what is no name stays as it is written


def test_a_column_that_repeats_the_authors_is_hidden_whatever_it_is_called(tmp_path: Path) -> None:
    authors = ["Rina Marlina", "RINA MARLINA, S.H.", "A. Fauzi", "Budi Hartono"]
    people = ["Rina Marlina", "Rina Marlina", "Ahmad Fauzi", "Budi Hartono"]
    files = ["Marlina, Rina.pdf", "Rina Marlina fix.pdf", "Fauzi.pdf", "Budi Hartono.pdf"]
    rows = {"penulis": authors, "Orang": people, "Unggahan": files, "teks": ["Kami hadir."] * 4}
    hidden = kc.pseudonyms(kc.load(pd.DataFrame(rows)), secret="rahasia kantor")
    page = kc.explorer(hidden, tmp_path / "tayang.html").read_text("utf-8").casefold()
    assert not [name for name in ("marlina", "fauzi", "hartono") if name in page]
    assert hidden.essays["Orang"].tolist()[:2] == hidden.essays["author"].tolist()[:2]


def test_a_number_or_an_account_in_a_column_is_nobodys_name_though_authors_have_them() -> None:
    columns = {"peserta": ["P01", "P02"], "ruang": ["P7", "P8"], "hari": ["2", "1"]}
    corpus = kc.load(pd.DataFrame(columns | {"teks": ["Kami hadir."] * 2}))
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor").essays
    assert hidden[["ruang", "hari"]].to_numpy().tolist() == [["P7", "2"], ["P8", "1"]]
    posts = kc.load(pd.DataFrame([{"penulis": "Humas", "rubrik": "Berita Humas", "teks": "Ya."}]))
    assert [*kc.pseudonyms(posts, secret="rahasia kantor").essays["rubrik"]] == ["Berita Humas"]


def test_an_account_or_an_office_is_nobody_with_pseudonyms_too() -> None:
    said = "Saya menjaga integritas setiap hari. Hujan turun. Kami melayani pemilih. "
    people = ["Humas KPU Bantul"] * 3 + ["Rina Marlina", "Budi Santoso", "Dewi Lestari"]
    rows = [
        {"author": name, "kelas": side, "text": said * (3 + at) + f"Kata {side}."}
        for side in ("A", "B")
        for at, name in enumerate(people)
    ]
    corpus = kc.load(pd.DataFrame(rows))
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor")
    assert hidden.essays["author"].notna().sum() == 6
    for whose in ({"people": "author"}, {"pairs": "author"}):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found, before = (
                kc.compare(x, a="A", b="B", by="kelas", what="themes", **whose)
                for x in (hidden, corpus)
            )
        pd.testing.assert_frame_equal(found, before)


def test_no_name_is_left_in_what_was_told_of_corrections(tmp_path: Path) -> None:
    for name in ("Rina Marlina", "Budi Santoso"):
        (tmp_path / f"{name}.txt").write_text("Kami menjaga suara warga. " * 9, encoding="utf-8")
    for name in ("Rina Marlin", "Wulandari"):
        (tmp_path / f"{name}.txt.cuts.toml").write_text(f'author = "{name}"', encoding="utf-8")
    corpus = kc.load(tmp_path)
    assert "Marlina" in str(corpus.skipped.values.tolist())
    hidden = kc.pseudonyms(corpus, secret="rahasia kantor", also=["essay"]).skipped
    assert len(hidden) == 2
    names = ("Rina", "Marlin", "Wulandari")
    assert not [name for name in names if name in str(hidden.values.tolist())]
