"""Evidence: every hit opens to its exact characters, with the word that decided its status."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples

import kpu_corpus as kc
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.tokens import Tokens

SENTENCES = st.sampled_from(
    [
        "Kami wajib menjaga integritas.",
        "Pegawai tidak netral.",
        "Sinergi dan transparansi itu penting!",
        "Komisi Pemilihan Umum hadir di Subang.",
        "Kami belajar\xa0melayani masyarakat;",
        "Rapat dimulai pukul 08.30.",
        "*Tanggung Jawab Pegawai Tanggung jawab itu berat.",
    ]
)


def test_the_page_opens_to_the_text_as_written(tokens: Tokens) -> None:
    text = tokens.corpus.documents[0].text
    rows = kc.evidence(tokens)
    assert len(rows) > 100
    assert [text[a:b] for a, b in zip(rows["start"], rows["end"], strict=True)] == list(
        rows["surface"]
    )
    assert all(surface in unit for surface, unit in zip(rows["surface"], rows["text"], strict=True))


def test_a_misspelt_theme_word_is_found_and_shown_as_written(tokens: Tokens) -> None:
    rows = kc.evidence(tokens, themes=["integritas"])
    assert {"Intergritas", "intergritas"} <= set(rows["surface"])


def test_the_institutions_name_is_no_theme(tokens: Tokens) -> None:
    rows = kc.evidence(tokens, themes=["demokrasi"])
    names = rows[rows["surface"].str.contains("Komisi")]
    assert set(names["status"]) <= {"name"}


@examples(8)
@given(st.lists(SENTENCES, min_size=1, max_size=8))
def test_offsets_hold_whatever_stands_together(sentences: list[str]) -> None:
    text = " ".join(sentences)
    rows = kc.evidence(kc.load({"a": text}))
    found = [text[a:b] for a, b in zip(rows["start"], rows["end"], strict=True)]
    assert found == list(rows["surface"])


def test_hits_of_one_theme_do_not_overlap(tokens: Tokens) -> None:
    for _, rows in kc.evidence(tokens).groupby(["essay", "theme"]):
        ordered = rows.sort_values("start")
        assert (ordered["start"].iloc[1:].array >= ordered["end"].iloc[:-1].array).all()


@pytest.mark.filterwarnings("ignore:Essays with a part of more than 2000 characters")
def test_hits_in_a_text_without_full_stops_show_a_portion_of_it() -> None:
    """The whole text for each of its hits would fill the memory, and every file made of them."""
    said = ("integritas kami dan kerja " * 3000).strip()
    corpus = kc.load({"a": said, "b": "Kami wajib menjaga integritas."})
    rows = kc.evidence(corpus)
    assert len(rows) == 3001
    assert rows["text"].str.len().max() < 300
    assert rows["sentence"].nunique() > 400
    starts = {said[a:b] for a, b in zip(rows["start"][:-1], rows["end"][:-1], strict=True)}
    assert starts == {"integritas"}


def test_a_long_id_is_not_copied_for_each_of_its_hits() -> None:
    rows = kc.evidence(kc.load({"x" * 100_000: "Kami jujur. " * 1000, "b": "Kami jujur."}))
    assert rows["essay"].dtype == "str"
    assert len({id(name) for name in rows["essay"].array}) == 2


def test_titles_are_never_evidence() -> None:
    page = "Menjaga Integritas dan Netralitas Pegawai\n\n" + "Rapat dibuka pada pagi hari itu. " * 9
    corpus = kc.load({"a": page})
    assert kc.load({"a": page}).essays["title"].isna().all()  # given as a string: all of it is text
    assert len(kc.evidence(corpus)) >= 1


def test_themes_can_be_chosen_and_wrong_ones_are_refused() -> None:
    corpus = kc.load({"a": "Integritas dan sinergi itu penting."})
    assert set(kc.evidence(corpus, themes=["sinergi"])["theme"]) == {"sinergi"}
    with pytest.raises(InvalidArgument, match="Did you mean 'sinergi'"):
        kc.evidence(corpus, themes=["sinergy"])
    with pytest.raises(InvalidArgument, match="--theme sinergi --theme tanggung_jawab"):
        kc.evidence(corpus, themes=["Sinergi, Tanggung jawab"])


@pytest.mark.parametrize(
    "name", ["tanggung_jawab", "Tanggung jawab", "TANGGUNG JAWAB", "Responsibility"]
)
def test_a_theme_is_named_by_its_key_or_label_and_the_table_shows_the_key(name: str) -> None:
    corpus = kc.load({"a": "Integritas dan tanggung jawab itu penting."})
    for themes in (name, [name], [name, "tanggung_jawab"]):
        assert list(kc.evidence(corpus, themes=themes)["theme"]) == ["tanggung_jawab"]


def test_themes_of_one_place_come_in_the_order_of_the_lexicon(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        "format = 1\n[themes.a]\npatterns = ['adil']\n[themes.b]\npatterns = ['adil']\n"
    )
    corpus = kc.load({"x": "Kami adil."})
    for themes in (["a", "b"], ["b", "a"]):
        assert kc.evidence(corpus, lexicon=path, themes=themes)["theme"].tolist() == ["a", "b"]


def test_a_key_goes_before_a_label_and_a_label_of_several_themes_is_refused(
    tmp_path: Path,
) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        "format = 1\n[themes.adil]\nlabel = 'Jujur'\npatterns = ['adil']\n"
        "[themes.jujur]\nlabel = 'Luhur'\npatterns = ['jujur']\n"
        "[themes.mulia]\nlabel = 'Luhur'\npatterns = ['mulia']",
        encoding="utf-8",
    )
    corpus = kc.load({"a": "Ia adil, jujur, dan mulia."})
    assert list(kc.evidence(corpus, lexicon=path, themes="jujur")["surface"]) == ["jujur"]
    with pytest.raises(InvalidArgument, match="the name of several themes: jujur, mulia"):
        kc.evidence(corpus, lexicon=path, themes="luhur")


def test_no_theme_asked_for_gives_no_row() -> None:
    assert len(kc.evidence(kc.load({"a": "Integritas itu penting."}), themes=[])) == 0


def test_something_else_than_tokens_is_refused() -> None:
    with pytest.raises(InvalidArgument, match=r"kc\.preprocess"):
        kc.evidence("integritas")  # type: ignore[arg-type]


def test_an_own_lexicon_is_used(tmp_path: Path) -> None:
    path = tmp_path / "tema.toml"
    path.write_text('format = 1\n[themes.kopi]\npatterns = ["kopi ..2 pagi"]\n', encoding="utf-8")
    rows = kc.evidence(kc.load({"a": "Minum kopi di waktu pagi."}), lexicon=path)
    assert list(rows["surface"]) == ["kopi di waktu pagi"]


@pytest.mark.parametrize(
    ("pattern", "statuses"),
    [
        ("kpu", ["asserted", "asserted"]),
        ("komisi pemilihan umum", ["asserted", "asserted"]),
        ("bawaslu|kpu", ["asserted", "asserted"]),
        ("komisi", ["name"]),
        ("pemilihan umum", ["name"]),
    ],
)
def test_a_pattern_that_asks_for_a_name_finds_its_long_form_too(
    tmp_path: Path, pattern: str, statuses: list[str]
) -> None:
    own = tmp_path / "own.csv"
    own.write_text(f"theme,match\nlembaga,{pattern}\n", encoding="utf-8")
    corpus = kc.load({"a": "Komisi Pemilihan Umum bekerja. KPU bekerja. " * 3})
    assert list(kc.evidence(corpus, lexicon=own)["status"]) == statuses * 3
    problems = list(kc.lint(corpus, lexicon=own)["problem"])
    assert ("mostly_names" in problems) == (statuses == ["name"])


@pytest.mark.parametrize(
    ("text", "pattern", "status"),
    [
        ("Aplikasi Sirekap memudahkan petugas.", "=sirekap", "asserted"),
        ("Sekretariat Komisi Pemilihan Umum buka.", "kpu", "asserted"),
        ("Peraturan KPU tentang Sirekap terbit.", "sirekap", "name"),
        ("Bidang Pengembangan Kompetensi (Bangkom) buka.", "pengembangan kompetensi", "name"),
    ],
)
def test_a_listed_name_inside_a_longer_one_is_what_its_own_pattern_asks_for(
    text: str, pattern: str, status: str
) -> None:
    own = pd.DataFrame([("Sistem", pattern)], columns=["theme", "match"])
    assert kc.evidence(kc.load({"a": text}), lexicon=own)["status"].tolist() == [status]


@pytest.mark.parametrize(
    ("pattern", "status"),
    [
        ("komunitas belajar", "asserted"),
        ("=komunitas =belajar", "asserted"),
        ("kombel", "asserted"),
        ("belajar", "name"),
    ],
)
def test_a_pattern_that_asks_for_a_long_form_of_the_text_finds_no_mere_name(
    pattern: str, status: str
) -> None:
    own = pd.DataFrame([("Guru", pattern)], columns=["theme", "match"])
    corpus = kc.load({"a": "Komunitas Belajar (Kombel) rutin bertemu."})
    assert kc.evidence(corpus, lexicon=own)["status"].iloc[0] == status


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Kami mengikuti pengembangan kompetensi.", "bangkom"),
        ("Pelayanan publik kami utamakan.", "yanlik"),
        ("Kami menaati kode etik itu.", "KE"),
        ("Kami menjauhi politik praktis.", "PP"),
    ],
)
def test_a_short_form_defined_for_a_value_hides_no_theme(text: str, short: str) -> None:
    long = next(each for each in LONGS if each in text.lower())
    plain = kc.load({"a": text})
    defining = kc.load({"a": text, "b": f"Itu disebut {long} ({short})."})
    columns = ["theme", "status"]
    before, after = (kc.evidence(corpus)[["essay", *columns]] for corpus in (plain, defining))
    counted = before[columns].value_counts().sort_index()
    assert len(counted)
    assert after[after["essay"] == "a"][columns].value_counts().sort_index().equals(counted)


LONGS = ("pengembangan kompetensi", "pelayanan publik", "kode etik", "politik praktis")
