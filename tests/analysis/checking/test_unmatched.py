"""Patterns that match nowhere: told, unless another pattern only covers them."""

from pathlib import Path

import kpu_corpus as kc
from kpu_corpus.analysis.checking.unmatched import unmatched
from kpu_corpus.analysis.lexicon import load_lexicon

ROWS = "theme,match\nkerja,kerja sama\nkerja,=kerja\n,\nkerja,zebra terbang;=unta\nlain,=jujur\n"


def test_patterns_without_any_match_are_told_with_their_theme_and_row(tmp_path: Path) -> None:
    sheet = tmp_path / "sendiri.csv"
    sheet.write_text(ROWS, encoding="utf-8")
    tokens = kc.preprocess(kc.load({"a": "Kami menjaga kerja sama."}))
    found = [(theme, p.match, p.row) for theme, p in unmatched(tokens, load_lexicon(sheet))]
    # "=kerja" stands inside "kerja sama" and is no mistake
    assert found == [("kerja", ("zebra terbang", "=unta"), 5), ("lain", ("=jujur",), 6)]


def test_a_lexicon_that_matches_throughout_has_nothing_to_tell(tmp_path: Path) -> None:
    sheet = tmp_path / "sendiri.csv"
    sheet.write_text("theme,match\nkerja,=kerja\n", encoding="utf-8")
    tokens = kc.preprocess(kc.load({"a": "Kerja itu ibadah."}))
    assert unmatched(tokens, load_lexicon(sheet)) == []
