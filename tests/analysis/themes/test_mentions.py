"""A theme may be a topic: then every mention counts, but for names and quoted labels."""

import json
from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import SHIPPED, Lexicon, load_lexicon, told_of
from kpu_corpus.errors import InvalidLexicon
from kpu_corpus.reporting.exploring.data import _themes
from kpu_corpus.reporting.figures import figures
from kpu_corpus.reporting.sections.method import method
from kpu_corpus.reporting.sections.quotes import best_quotes, uncounted_quotes
from kpu_corpus.reporting.wording import Wording

TEXT = (
    "Pemerintah belum serius menangani pencemaran sungai. Petugas itu kurang disiplin. "
    "Kami harus menghentikan pencemaran. Ia menulis buku berjudul “Pencemaran Sungai”. "
    "Hutan itu luas."
)
TOML = """format = 1
[themes.lingkungan]
patterns = ["=hutan"]
[themes.cemar]
parent = "lingkungan"
{counts}patterns = ["cemar"]
[themes.disiplin]
patterns = ["disiplin"]
"""
TOPIC = 'counts = "mentions"\n'


def lexicon(folder: Path, counts: str = TOPIC) -> Lexicon:
    path = folder / "tema.toml"
    path.write_text(TOML.format(counts=counts), "utf-8")
    return load_lexicon(path)


def sentences(given: Lexicon | Path) -> dict[str, int]:
    table = kc.themes(kc.load({"a": TEXT}), lexicon=given)
    return dict(zip(table["theme"], table["sentences"], strict=True))


def test_a_topic_counts_where_it_is_denied_but_not_in_a_quoted_label(tmp_path: Path) -> None:
    assert sentences(lexicon(tmp_path, ""))["cemar"] == 1
    assert sentences(lexicon(tmp_path))["cemar"] == 2


def test_other_themes_and_the_theme_above_say_what_counts_for_themselves(tmp_path: Path) -> None:
    found = sentences(lexicon(tmp_path))
    assert (found["disiplin"], found["lingkungan"]) == (0, 2)  # the resolve and the forest


def test_the_status_stays_as_it_was_judged(tmp_path: Path) -> None:
    topic, value = (
        kc.evidence(kc.load({"a": TEXT}), lexicon=lexicon(tmp_path, one), themes=["cemar"])
        for one in (TOPIC, "")
    )
    assert list(topic["status"]) == ["negated", "aspired", "quoted"]
    assert list(topic["counted"]) == [True, True, False]
    assert list(value["counted"]) == [False, True, False]
    pd.testing.assert_frame_equal(topic.drop(columns="counted"), value.drop(columns="counted"))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_themes_are_values(name: str) -> None:
    assert {theme.counts for theme in load_lexicon(name).themes} == {"stated"}


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".toml"])
def test_a_saved_topic_is_a_topic_still(tmp_path: Path, suffix: str) -> None:
    given = lexicon(tmp_path)
    back = load_lexicon(kc.save_lexicon(given, tmp_path / f"lagi{suffix}"))
    assert back.content == given.content
    assert sentences(back)["cemar"] == 2


def test_a_cell_and_a_key_with_another_word_are_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidLexicon, match=r"'all'.*tema\.toml:cemar.*stated, mentions"):
        lexicon(tmp_path, 'counts = "all"\n')
    sheet = tmp_path / "tema.csv"
    sheet.write_text("theme,match,counts\ncemar,cemar,all\n", "utf-8")
    with pytest.raises(InvalidLexicon, match=r"C2.*'all'.*stated, mentions"):
        load_lexicon(sheet)


def test_the_manifest_tells_a_topic_from_a_value(tmp_path: Path) -> None:
    topic = json.dumps(told_of(lexicon(tmp_path)))
    assert topic != json.dumps(told_of(lexicon(tmp_path, "")))


def test_a_stream_counts_topics_as_memory_does(tmp_path: Path) -> None:
    lexicon(tmp_path)
    (tmp_path / "esai").mkdir()
    (tmp_path / "esai" / "a.txt").write_text(TEXT, "utf-8")
    out = kc.stream(tmp_path / "esai", tmp_path / "hasil", lexicon=tmp_path / "tema.toml")
    table = pd.read_parquet(Path(out) / "themes.parquet")
    assert table.loc[table["theme"] == "cemar", "sentences"].tolist() == [2]


def test_each_row_of_the_evidence_says_whether_it_counts(tmp_path: Path) -> None:
    corpus, own = kc.load({"a": TEXT}), lexicon(tmp_path)
    counted = kc.evidence(corpus, lexicon=own).query("counted").groupby("theme").size()
    hits = kc.themes(corpus, lexicon=own).set_index("theme")["hits"]
    assert hits.sum() > 0
    assert counted.reindex(hits.index, fill_value=0).tolist() == hits.tolist()


def test_people_and_the_machine_agree_on_a_denied_topic(tmp_path: Path) -> None:
    coded = pd.DataFrame({"id": ["a#1", "a#3"], "cemar": [1, 1]})
    table = kc.validate(kc.load({"a": TEXT}), coded, lexicon=lexicon(tmp_path))
    assert table.set_index("theme").loc["cemar", ["tp", "fn"]].tolist() == [2, 0]


def test_lint_names_patterns_of_values_that_are_mostly_denied(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Ia tidak menangani pencemaran. Ia enggan membahas pencemaran."})
    value, topic = (kc.lint(corpus, lexicon=lexicon(tmp_path, one)) for one in ("", TOPIC))
    told = value.set_index("problem")["detail"]
    assert "against = ya; bila temanya pokok bahasan" in told["mostly_denied"]
    assert "mostly_denied" not in set(topic["problem"])


def test_a_report_counts_quotes_and_tells_topics(tmp_path: Path) -> None:
    made = figures(kc.preprocess(kc.load({"a": TEXT})), lexicon(tmp_path))
    assert (
        made.theme_hits.hits("cemar", hoped=False),
        made.theme_hits.hits("cemar", hoped=True),
    ) == (1, 1)
    assert made.theme_hits.left("cemar") == 1
    assert {quote.status for quote in best_quotes(made, "cemar")} == {"negated", "aspired"}
    assert [quote.status for quote in uncounted_quotes(made, "cemar", 9)] == ["quoted"]
    assert "menyebut Cemar sebagai pokok bahasan" in " ".join(method(made, Wording("id")))
    plain = figures(kc.preprocess(kc.load({"a": TEXT})), lexicon(tmp_path, ""))
    assert "pokok bahasan" not in " ".join(method(plain, Wording("id")))


def test_the_explorer_knows_which_statuses_of_a_topic_count(tmp_path: Path) -> None:
    themes = _themes(kc.preprocess(kc.load({"a": TEXT})), lexicon(tmp_path))
    assert [theme["counted"] for theme in themes] == [2, 3, 2]


def test_the_codebook_tells_people_what_counts_for_a_topic(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = kc.coding_sheet(kc.load({"a": TEXT}), tmp_path / "k.xlsx", lexicon=lexicon(tmp_path))
    rows = openpyxl.load_workbook(path).worksheets[1].iter_rows(values_only=True)
    about = {row[0]: row[1] for row in rows if row[0] in ("cemar", "disiplin")}
    assert "1 di mana pun disebut" in str(about["cemar"])
    assert not about["disiplin"]
