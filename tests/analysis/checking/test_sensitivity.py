"""Sensitivity: the same ranking where nothing changes, another where it does."""

import pandas as pd
import pytest
from tests.answers import INTEGRITY

import kpu_corpus as kc
from kpu_corpus.analysis.checking.sensitivity import SENSITIVITY, theme_sensitivity
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.tokens import Tokens, survey


@pytest.fixture(scope="module")
def table(tokens: Tokens) -> pd.DataFrame:
    return kc.sensitivity(tokens)


def test_every_other_setting_has_a_row_for_both_tables_and_a_report_the_same_themes(
    tokens: Tokens, table: pd.DataFrame
) -> None:
    assert dict(table.dtypes.astype(str)) == SENSITIVITY
    assert table[["setting", "value", "table"]].values.tolist() == [
        ["roots", "sastrawi", "keywords"], ["roots", "sastrawi", "themes"],
        ["roots", "none", "keywords"], ["roots", "none", "themes"],
        ["stops", "with domain", "keywords"], ["stops", "with domain", "themes"],
        ["stops", "none", "keywords"], ["stops", "none", "themes"],
        ["spelling", "as written", "keywords"], ["spelling", "as written", "themes"],
        ["background", "the essays", "keywords"],
        ["words", "without the most frequent", "themes"],
    ]  # fmt: skip
    assert table["rank_agreement"].between(0, 1).all()
    themes = table[table["table"] == "themes"].reset_index(drop=True)
    pd.testing.assert_frame_equal(theme_sensitivity(tokens, load_lexicon()), themes)


def test_themes_depend_on_no_stop_word(tokens: Tokens) -> None:
    for stops in ([], ["integritas", "jujur", "pemilu"]):
        other = kc.preprocess(tokens.corpus, stops=stops)
        pd.testing.assert_frame_equal(kc.evidence(other), kc.evidence(tokens))


def test_where_rankings_agree_wholly_nothing_changed(table: pd.DataFrame) -> None:
    agreed = table["rank_agreement"] == 1.0
    assert agreed.any()
    assert (table.loc[agreed, "changed"] == 0).all()


def test_keywords_are_those_of_all_essays_together() -> None:
    said = {"a": "Kopi pagi itu pahit. Kopi sore pahit. Kopi malam manis.", "b": "KPU hadir. " * 6}
    table = kc.sensitivity(kc.load(said), top=1).set_index(["setting", "value", "table"])
    # kpu, which essay a has not
    assert table.loc[("stops", "with domain", "keywords"), "changed"] == 1


def test_settings_are_compared_with_those_of_the_tokens(tokens: Tokens) -> None:
    written = kc.preprocess(tokens.corpus, spelling=False, roots="none")
    table = kc.sensitivity(written, background=None)
    values = set(zip(table["setting"], table["value"], strict=True))
    assert ("spelling", "corrected") in values
    assert ("roots", "ranked") in values
    assert ("roots", "none") not in values
    assert ("background", "formal") in values


def test_a_text_without_choices_stands() -> None:
    table = kc.sensitivity(kc.load({"a": "Integritas dan integritas. Sinergi."}), background=None)
    spelled = table[table["setting"] == "spelling"]
    assert (spelled["rank_agreement"] == 1.0).all()
    assert (spelled["changed"] == 0).all()


def test_a_theme_that_one_word_carries_falls_without_it() -> None:
    said = ["Pelatihan ini panjang.", "Pelatihan itu ramai.", "Pelatihan sudah selesai."]
    honest = ["Kami jujur.", "Integritas itu penting."]
    table = kc.sensitivity(kc.load({"a": " ".join([*said, *honest])}))
    assert table.iloc[-1][["setting", "changed"]].tolist() == ["words", 2]
    mixed = kc.load({"a": " ".join([*said, "Kami belajar.", "Kami belajar di kelas.", *honest])})
    assert kc.sensitivity(mixed).iloc[-1]["changed"] == 0


def test_a_background_of_ones_own_is_kept_where_it_was_counted_alike(tokens: Tokens) -> None:
    own = kc.background(kc.load({f"e{n}": "Kantor kami melayani pemilih." for n in range(30)}))
    table = kc.sensitivity(tokens, background=own)
    assert table[["setting", "value", "table"]].values.tolist() == [
        ["roots", "sastrawi", "themes"], ["roots", "none", "themes"],
        ["stops", "with domain", "themes"], ["stops", "none", "themes"],
        ["spelling", "as written", "keywords"], ["spelling", "as written", "themes"],
        ["background", "formal", "keywords"], ["background", "the essays", "keywords"],
        ["words", "without the most frequent", "themes"],
    ]  # fmt: skip
    assert (table.loc[table["setting"] == "background", "rank_agreement"] < 1).all()


def test_the_texts_are_read_once_for_all_settings(
    tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, read = survey.scan, []
    monkeypatch.setattr(survey, "scan", lambda corpus: read.append(corpus) or real(corpus))
    theme_sensitivity(tokens, INTEGRITY)
    assert read == [tokens.corpus]
