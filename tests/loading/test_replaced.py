"""A table that comes later: what it replaces is told, and one column stays one."""

from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import KpuCorpusWarning

TEXT = "Kami menjaga integritas dan melayani pemilih dengan jujur setiap hari. " * 4
TABLE = pd.DataFrame(
    {"id": ["a", "b"], "nama": ["Rina Kartika", "Asep"], "Kelas": ["pagi", "sore"], "teks": TEXT}
)


def told(corpus: kc.Corpus, **columns: list[object]) -> tuple[kc.Corpus, str]:
    """Return the corpus with further columns, and what the warning says of those replaced."""
    about = pd.DataFrame({"essay": [*"ab"][: len(next(iter(columns.values())))], **columns})
    with pytest.warns(KpuCorpusWarning) as found:
        made = kc.load(corpus, metadata=about)
    return made, next(str(one.message) for one in found if "replace" in str(one.message))


def test_a_column_in_other_capitals_is_the_one_that_the_essays_have() -> None:
    made, said = told(kc.load(TABLE), KELAS=["malam", None])
    assert made.column("Kelas").tolist() == ["malam", "sore"]
    assert "KELAS" not in made.columns
    assert "Kelas (1 times, such as 'pagi' → 'malam' in 'a')" in said


def test_the_author_of_a_table_is_not_replaced_without_a_word() -> None:
    made, said = told(kc.load(TABLE), **{"Nama Peserta": ["RINA KARTIKA, S.H.", "Dewi"]})
    assert made.column("author").tolist() == ["RINA KARTIKA, S.H.", "Dewi"]
    assert "nama (1 times, such as 'Asep' → 'Dewi' in 'b')" in said  # a degree makes nobody another


def test_an_author_of_another_name_than_in_the_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Tekad Saya\nOleh: Budi Santoso\n\n{TEXT}", encoding="utf-8")
    about = pd.DataFrame({"file": ["a.txt"], "Nama": ["Dewi Lestari"], "Judul": ["Tekad"]})
    with pytest.warns(KpuCorpusWarning, match="'Budi Santoso' → 'Dewi Lestari'") as found:
        kc.load(tmp_path, metadata=about)
    assert "Tekad" not in str(found[0].message)  # a title that was read is there to be corrected


def test_the_number_of_a_batch_written_otherwise_replaces_nothing() -> None:
    corpus = kc.load(TABLE.assign(Angkatan=["II", "I"]))
    about = pd.DataFrame({"essay": ["a", "b"], "angkatan": ["2", "Angkatan 1"]})
    made = kc.load(corpus, metadata=about)
    assert made.column("Angkatan").tolist() == ["2", "Angkatan 1"]
    assert "Angkatan (1 times, such as '2' → '3' in 'a')" in told(made, Angkatan=["3", "I"])[1]


def test_the_same_values_and_blank_cells_replace_nothing() -> None:
    corpus = kc.load(TABLE)
    about = pd.DataFrame({"essay": ["a", "b"], "kelas": ["PAGI", None], "nama": [None, "asep"]})
    made = kc.load(corpus, metadata=about)
    assert made.column("Kelas").tolist() == ["PAGI", "sore"]
    again = kc.load(corpus, metadata=corpus.essays)
    assert again.column("author").tolist() == ["Rina Kartika", "Asep"]


def test_a_title_heads_a_column_only_where_all_its_values_come_from_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Tekad Saya\nOleh: Budi Santoso\n\n{TEXT}", encoding="utf-8")
    TABLE.rename(columns={"nama": "Nama Peserta"}).to_csv(tmp_path / "b.csv", index=False)
    assert kc.load(tmp_path / "b.csv").headings == {"author": "Nama Peserta"}
    both = kc.load(tmp_path)
    assert both.column("author").tolist() == ["Budi Santoso", "Rina Kartika", "Asep"]
    assert both.headings == {}
    assert set(kc.themes(both, by="Nama Peserta")) >= {"author"}  # it still names the column
    about = pd.DataFrame({"id": both.essays["essay"], "Angkatan": "x", "Penulis": "Dewi"})
    with pytest.warns(KpuCorpusWarning, match="replace"):
        assert kc.load(both, metadata=about).headings == {"author": "Penulis"}
    with pytest.warns(KpuCorpusWarning, match="replace"):
        assert kc.load(both, metadata=about.assign(Penulis=["Dewi", None, None])).headings == {}
