"""The settings of a report are told in words, in the language of the report."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.answers import INTEGRITY

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import SHIPPED, load_lexicon, told_of
from kpu_corpus.indonesian.lists.stopwords import TIERS
from kpu_corpus.labels import is_label
from kpu_corpus.reporting.figures import figures
from kpu_corpus.reporting.sections.record import reading, record
from kpu_corpus.reporting.wording import Wording

TABLE = pd.DataFrame({"teks": ["Kami menjaga integritas."] * 2, "Satker": ["Garut", "Subang"]})


def told(
    lang: str = "id", by: str | None = "essay", lexicon: Any = None, **how: Any
) -> dict[str, str]:
    made = figures(kc.preprocess(kc.load(TABLE), **how), load_lexicon(lexicon), by)
    return dict(record(made, Wording(lang))[0].rows)


def test_the_default_settings_are_told_in_words() -> None:
    assert told() == {
        "cara mencari kata dasar": "cara bawaan",
        "salah eja": "dibetulkan",
        "frasa tambahan": "tidak ada",
        "kata henti": "singkatan gelar dan alamat, kata penghubung wacana, kata tugas, "
        "kata bilangan, kata ganti",
        "leksikon tema": "sepuluh tema bawaan",
        "dikelompokkan menurut": "esai",
    }


def test_other_settings_are_told_in_the_language_of_the_report() -> None:
    how: dict[str, Any] = {"roots": "sastrawi", "spelling": False}
    words = {"phrases": ["bersih hati", "kerja sama"], "stops": ["domain", "kantor"]}
    own = pd.DataFrame({"theme": ["hemat"], "match": ["hemat"]})
    made = told("en", by="Satker", lexicon=own, **how, **words)
    assert made.pop("lexicon of themes").startswith("DataFrame")
    assert made == {
        "how roots are found": "Sastrawi's method",
        "misspellings": "as written",
        "further phrases": "bersih hati, kerja sama",
        "stop words": "common words of election offices, kantor",
        "grouped by": "Satker",
    }
    shipped = "principles of elections and their management (UU 7/2017)"
    assert told("en", lexicon="pemilu")["lexicon of themes"] == shipped
    assert told(by=None)["dikelompokkan menurut"] == "semua esai"


def test_what_is_ones_own_is_told_by_its_name_and_sha256(tmp_path: Path) -> None:
    own = tmp_path / "asas.csv"
    own.write_text("theme,match\njujur,jujur\n")
    made = told(lexicon=own, roots=str.lower)
    sha256 = told_of(load_lexicon(own))["sha256"]  # type: ignore[index]
    assert made["leksikon tema"] == f"asas.csv (SHA-256 {sha256})"
    assert made["cara mencari kata dasar"] == "str.lower"


def test_pages_have_one_sha256_for_all_rows_of_a_table(tmp_path: Path) -> None:
    TABLE.to_csv(tmp_path / "formulir.csv", index=False)
    (tmp_path / "ani.txt").write_text("Kami menjaga integritas.", encoding="utf-8")
    made = figures(kc.preprocess(kc.load(tmp_path)), INTEGRITY)
    sources = record(made, Wording("id"))[1]
    assert dict(sources.rows).keys() == {"ani", "formulir-1", "formulir-2"}
    assert dict(sources.on_pages).keys() == {"ani", "formulir.csv (teks dari 2 baris)"}
    assert dict(sources.on_pages)["ani"] == dict(sources.rows)["ani"]


@pytest.mark.parametrize(
    "key", [*(f"lexicon_{one}" for one in SHIPPED), *map("stops_{}".format, TIERS)]
)
def test_every_shipped_lexicon_and_tier_of_stop_words_has_words(key: str) -> None:
    assert is_label(f"value.{key}")


@pytest.mark.parametrize(
    ("second", "told"), [("Netralitas Saya", 1), ("Hari Pencoblosan", 0), (None, 0)]
)
def test_essays_of_one_title_are_told_to_be_known_by_their_ids(
    second: str | None, told: int
) -> None:
    table = TABLE.assign(judul=["Netralitas Saya", second])
    made = figures(kc.preprocess(kc.load(table)), INTEGRITY)
    notes = reading(made, Wording("id")).notes
    assert sum("Beberapa esai berjudul sama" in note for note in notes) == told


def test_titles_have_a_column_where_an_essay_has_one() -> None:
    for table, told in ((TABLE, False), (TABLE.assign(judul=[None, "Pintu"]), True)):
        made = figures(kc.preprocess(kc.load(table)), INTEGRITY)
        assert ("title" in reading(made, Wording("id")).fields) is told


def test_units_that_are_neither_sentences_nor_titles_are_told_with_their_number(
    tmp_path: Path,
) -> None:
    body = "Kami menjaga suara rakyat dengan jujur setiap hari di kantor kecil ini. " * 8
    text = f"MENJAGA SUARA RAKYAT\n\n{body}\n\nB. Penutup\n\n{body}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    made = figures(kc.preprocess(kc.load(tmp_path / "a.txt")), INTEGRITY)
    assert [*made.tokens.sentences["kind"]].count("title") == 1
    (note,) = reading(made, Wording("en")).notes
    assert "inside an essay count as sentences (here 1)" in note


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.UnmatchedMetadata")
def test_every_row_without_an_essay_is_named() -> None:
    ids = [f"Esai orientasi pegawai baru KPU, peserta ke-{number}" for number in range(12)]
    corpus = kc.load({ids[0]: "Kami bekerja."}, metadata=pd.DataFrame({"id": ids, "kelas": 1}))
    made = figures(kc.preprocess(corpus), INTEGRITY)
    (row,) = reading(made, Wording("id")).skipped
    assert row[1].endswith(f"'{ids[10]}', '{ids[11]}'")


def test_a_menu_that_many_pages_have_is_told_once_before_what_one_page_has(tmp_path: Path) -> None:
    body = "<p>Kami menjaga integritas di kantor. Warga datang setiap hari ke loket.</p>" * 3
    for page in range(13):
        footer = "<footer>Diunggah humas</footer>" if page == 12 else ""
        markup = f"<nav>Beranda Berita</nav><h1>Judul</h1>{body}{footer}"
        (tmp_path / f"{page:02}.html").write_text(f"<html><body>{markup}</body></html>")
    made = figures(kc.preprocess(kc.load(tmp_path)), INTEGRITY, None)
    told = reading(made, Wording("id"))
    assert told.outside_texts == ("Beranda Berita (13 kali)", "Diunggah humas")


def test_the_longest_stretches_outside_the_essays_are_told_first(tmp_path: Path) -> None:
    body = "<p>Kami menjaga integritas di kantor. Warga datang setiap hari ke loket.</p>" * 3
    menu = "".join(f"<nav>Menu {number}</nav>" for number in range(20))
    long = "<footer>Tulisan ini dibaca ulang oleh panitia sebelum dimuat di laman.</footer>"
    page = f"<html><body>{menu}<h1>Judul</h1>{body}{long}</body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    made = figures(kc.preprocess(kc.load(tmp_path)), INTEGRITY, None)
    first, *_, last = reading(made, Wording("id")).outside_texts
    assert first.startswith("Tulisan ini dibaca ulang")
    assert last == "dan 9 lagi"


def test_the_year_of_a_date_is_told_by_the_date_and_one_of_a_table_in_a_column() -> None:
    dated = TABLE.assign(tanggal=["2024-05-02", "2025-06-03"])
    for table, column in ((dated, ()), (dated.assign(year=[2024, 2025]), ("year",))):
        made = figures(kc.preprocess(kc.load(table)), INTEGRITY, "year")
        fields = reading(made, Wording("id")).fields
        assert fields[-3 - len(column) : -2] == ("date", *column)
