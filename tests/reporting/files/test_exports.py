"""What other programs get is what the corpus holds, and CoNLL-U comes back whole."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.printable import is_blank
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.tokens import Tokens


def test_conllu_comes_back_whole(tokens: Tokens, tmp_path: Path) -> None:
    path = kc.export(tokens, tmp_path / "a.conllu", to="conllu")
    pd.testing.assert_frame_equal(kc.read_conllu(path), tokens.frame)


@examples(10)
@given(text=st.text(st.sampled_from("abk |=%_\t\n\u00a0.#-–KPU1é"), min_size=1, max_size=60))
def test_conllu_comes_back_whole_from_any_text(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if is_blank(text):
        return
    tokens = kc.preprocess(kc.load({"a": text}))
    path = kc.export(tokens, tmp_path_factory.mktemp("x") / "a.conllu", to="conllu")
    back = kc.read_conllu(path)
    assert back.values.tolist() == tokens.frame.values.tolist()


def test_ids_of_any_characters_come_back_from_conllu(tmp_path: Path) -> None:
    ids = ["a\n1\tx", "b%00000A", "c d", " e ", "f\r\x1b[31m\u2028"]
    tokens = kc.preprocess(kc.load(dict.fromkeys(ids, "Kami jujur. Kami belajar.")))
    path = kc.export(tokens, tmp_path / "a.conllu", to="conllu")
    pd.testing.assert_frame_equal(kc.read_conllu(path), tokens.frame)


def test_an_independent_reader_understands_the_conllu(tokens: Tokens, tmp_path: Path) -> None:
    conllu = pytest.importorskip("conllu", reason="needs the extra: dev")
    path = kc.export(tokens, tmp_path / "a.conllu", to="conllu")
    found = conllu.parse(path.read_text(encoding="utf-8"))
    assert len(found) == tokens.frame.groupby(["essay", "sentence"]).ngroups
    words = [word for sentence in found for word in sentence]
    assert [word["lemma"] for word in words] == tokens.frame["root"].tolist()
    assert [int(word["misc"]["Start"]) for word in words] == tokens.frame["start"].tolist()
    assert all(word["id"] == place for s in found for place, word in enumerate(s, start=1))


def test_antconc_gets_the_essays_as_received(page: Corpus, tmp_path: Path) -> None:
    folder = kc.export(page, tmp_path / "antconc", to="antconc")
    texts = {path.stem: path.read_bytes().decode() for path in folder.glob("*.txt")}
    assert texts == dict(zip(page.essays["essay"], page.essays["text"], strict=True))


def test_ids_that_are_no_file_names_stay_apart(tmp_path: Path) -> None:
    corpus = kc.load({"a/b": "Satu.", "a?b": "Dua.", "A b": "Empat.", "../c": "Tiga."})
    folder = kc.export(corpus, tmp_path / "x", to="antconc")
    # on Windows and macOS capitals alone set no two files apart
    assert len({path.name.lower() for path in folder.glob("*.txt")}) == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x"]


def test_ids_longer_than_the_name_of_a_file_can_be_are_cut_and_stay_apart(tmp_path: Path) -> None:
    corpus = kc.load({f"{'é' * 300}{n}": "Kami jujur." for n in range(200)})
    folder = kc.export(corpus, tmp_path / "x", to="antconc")
    names = {path.stem for path in folder.glob("*.txt")}
    assert names == {"é" * 80, *(f"{'é' * 80}_{n}" for n in range(2, 201))}


def test_a_number_behind_a_name_is_not_taken_for_another_id(tmp_path: Path) -> None:
    corpus = kc.load({"a b": "Satu.", "a_b_2": "Dua.", "a?b": "Tiga.", "A_B": "Empat."})
    folder = kc.export(corpus, tmp_path / "x", to="antconc")
    texts = {path.stem: path.read_text("utf-8") for path in folder.glob("*.txt")}
    assert texts == {"a_b": "Satu.", "a_b_2": "Dua.", "a_b_3": "Tiga.", "A_B_4": "Empat."}


def test_quanteda_gets_every_cell_of_the_matrix(tokens: Tokens, tmp_path: Path) -> None:
    folder = kc.export(tokens, tmp_path / "dfm", to="quanteda", ngrams=(1, 2))
    cells = pd.read_csv(folder / "cells.csv")
    features = pd.read_csv(folder / "features.csv", keep_default_na=False)
    matrix = term_matrix(tokens, ngrams=(1, 2))
    words = tokens.frame.query("sentence > 0 and kind in ['word', 'name', 'phrase']")
    counted = words.groupby("essay").size()[list(tokens.corpus.ids)].tolist()
    assert pd.read_csv(folder / "documents.csv")["rate_words"].tolist() == counted
    assert features["term"].tolist() == list(matrix.terms)
    assert cells["count"].sum() == matrix.counts.sum()
    row = cells.iloc[7]
    assert matrix.counts[row["document"] - 1, row["feature"] - 1] == row["count"]
    with open(folder / "documents.csv", encoding="utf-8", newline="") as file:
        assert [line["essay"] for line in csv.DictReader(file)] == list(
            tokens.corpus.essays["essay"]
        )


def test_columns_of_essays_keep_their_kind_and_name_in_r(tmp_path: Path) -> None:
    table = pd.DataFrame({"id": ["007", "T"], "text": "Kami jujur.", "kode": ["0101", "32"]})
    table["nilai akhir"], table["lulus"], table["tahun"] = [0.5, None], [True, False], [2021, 2022]
    table["kelas"], table["nip"] = pd.Categorical(["2", "1"]), [198703052010121002, 1]
    folder = kc.export(kc.load(table), tmp_path / "dfm", to="quanteda")
    script = (folder / "read_dfm.R").read_text("utf-8")
    classes = re.findall(r'NA|"\w+"', script.partition("colClasses = c(")[2].partition(")")[0])
    with open(folder / "documents.csv", encoding="utf-8", newline="") as file:
        kinds = dict(zip(next(csv.reader(file)), classes, strict=True))
    assert "check.names = FALSE" in script
    text = {name for name, kind in kinds.items() if kind == '"character"'}
    assert {"essay", "kode", "kelas", "nip", "title", "date"} <= text
    assert kinds["lulus"] == '"logical"'
    numbers = {"position", "words", "confidence", "nilai akhir", "tahun", "rate_words"}
    assert {name for name, kind in kinds.items() if kind == "NA"} == numbers


def test_another_format_or_file_is_refused(tokens: Tokens, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Did you mean 'conllu'"):
        kc.export(tokens, tmp_path / "a", to="conll")
    with pytest.raises(ValueError, match=r"ends in \.csv; expected \.conllu"):
        kc.export(tokens, tmp_path / "a.csv", to="conllu")
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    "text",
    [
        "1\tKami\tkami\tPRON\t_\t_\t0\troot\t_\t_\n\n",
        "# sent_id = s1\n# text = Kami\n1\tKami\tkami\tPRON\t_\t_\t0\troot\t_\t_\n\n",
        "1\tKami\t_\tX\t_\t_\t_\t_\t_\tStart=0|End=4|Norm=a|Kind=word|Stop=No|Surface=a\n",
        "1\tKami\t_\tX\t_\t_\t_\t_\t_\tStart=x|End=4|Norm=a|Root=a|Kind=a|Stop=No|Surface=a\n",
    ],
)
def test_conllu_of_another_program_is_refused_in_one_sentence(tmp_path: Path, text: str) -> None:
    other = tmp_path / "b.conllu"
    other.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableSource, match=r"b\.conllu is not CoNLL-U written by kc\.export"):
        kc.read_conllu(other)


def test_no_file_is_called_as_a_device_of_windows(tmp_path: Path) -> None:
    corpus = kc.load(
        dict.fromkeys(["con", "Nul.txt", "lpt1", "kontrak", "com1.bab 2"], "Kami jujur.")
    )
    kc.export(corpus, tmp_path, to="antconc")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "esai-Nul.txt.txt",
        "esai-com1.bab_2.txt",
        "esai-con.txt",
        "esai-lpt1.txt",
        "kontrak.txt",
    ]
