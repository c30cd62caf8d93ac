"""Lint: patterns that cannot work, and what the others do on a corpus."""

from pathlib import Path

import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.checking import trials
from kpu_corpus.analysis.checking.lint import LINT
from kpu_corpus.analysis.checking.trials import Places
from kpu_corpus.analysis.lexicon import Lexicon, Pattern, Theme, load_lexicon
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.tokens import Tokens

CORPUS = kc.load(
    {"a": "Kami menjaga integritas. Komisi Pemilihan Umum hadir. Kopi pagi itu pahit."}
)


def problems(folder: Path, body: str, corpus: kc.Corpus = CORPUS) -> list[tuple[str, str]]:
    path = folder / "own.toml"
    path.write_text(f"format = 1\n{body}", encoding="utf-8")
    table = kc.lint(corpus, lexicon=path)
    return list(zip(table["theme"], table["problem"], strict=True))


def told(folder: Path, *patterns: str, corpus: kc.Corpus = CORPUS) -> list[set[str]]:
    """Return the problems of each of some patterns, which are themes of their own."""
    themes = "".join(f"\n[themes.a{n}]\npatterns = [{one}]" for n, one in enumerate(patterns))
    found = problems(folder, f"[sets]\nminuman = ['=kopi', '=teh']{themes}", corpus)
    return [{said for key, said in found if key == f"a{n}"} for n in range(len(patterns))]


def test_a_form_that_spelling_turns_into_another_never_matches(tmp_path: Path) -> None:
    forms = ("=intergritas", "kopi =intergritas", "=jujur|=intergritas", "praktek*", "tanggungj*")
    dead = [f"'{one}'" for one in (*forms, "=kopi ..2 =intergritas")]
    dead += [f"{{ match = '=kopi', {c} = ['=pagi', '=intergritas'] }}" for c in ("with", "without")]
    assert all("never_matches" in one for one in told(tmp_path, *dead))


def test_a_pattern_that_can_match_is_not_said_to_never_match(tmp_path: Path) -> None:
    good = (
        "integritas",
        "=layanan",
        "transparan*",
        "integr*",  # integr alone would be read as inter
        "partisip*|akuntab* =publik",
        "*isasi",
        "kopi ..2 pagi",
        "=kopi|=teh =pahit",
        "tanggung jawab",
        "tanggung_jawab",
        "=pelayanan =publik",
        "@minuman =pahit",
        "kode etik",
        "=hak ..1 =pilih",
        "@minuman ..2 =pahit",
        "akuntab*",
        "partisip* ..1 warga",
    )
    found = told(tmp_path, *(f"'{one}'" for one in good))
    assert not any("never_matches" in one for one in found)


def test_the_detail_names_the_dead_form_and_what_became_of_it(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("format = 1\n[themes.a]\npatterns = ['=intergritas']", encoding="utf-8")
    table = kc.lint(CORPUS, lexicon=path, lang="en")
    assert kc.manifest(table)["arguments"]["lang"] == "en"
    detail = table.loc[table["problem"] == "never_matches", "detail"].item()
    assert "never finds intergritas" in detail
    assert "reads it as integritas" in detail


def test_a_phrase_that_a_space_among_alternatives_takes_apart_is_told(tmp_path: Path) -> None:
    readings = {
        "=serobot|=menyerobot|=saling =serobot": "serobot serobot, menyerobot serobot.",
        "=berdasarkan|=atas =dasar ..1 =bukti": "berdasarkan dasar.",
        "=siapa =pun|=siapapun": "siapa siapapun.",
        "=jual_beli|=jual =beli ..1 =jabatan": "jual beli beli.",
        "=tolong|=bantu =menolong|=membantu": "",
        "=tolong|=bahu =menolong": "",
        "=dinasti|=politik =politik|=dinasti": "",
        "=kopi|=teh ..2 =teh": "",
        "=rapat|=sidang =desa": "",
    }
    path = tmp_path / "own.toml"
    path.write_text(f"format = 1\n[themes.a]\npatterns = {[*readings]}", encoding="utf-8")
    table = kc.lint(CORPUS, lexicon=path, lang="en")
    details = table[table["problem"] == "word_twice"].set_index("pattern")["detail"]
    assert {*details.index} == {string for string, reading in readings.items() if reading}
    assert all(f"is read as: {readings[string]}" in said for string, said in details.items())


def test_an_example_and_a_counter_example_are_held_to_the_pattern(tmp_path: Path) -> None:
    body = "[themes.a]\npatterns = [{ match = '=kopi', example = 'Teh.', counter = 'Kopi.' }]"
    assert problems(tmp_path, body) == [("a", "example_missed"), ("a", "counter_found")]
    blank = "[themes.a]\npatterns = [{ match = '=kopi', example = ' ', counter = ' ' }]"
    assert problems(tmp_path, blank) == []


def test_a_distance_without_anything_to_be_near_is_told(tmp_path: Path) -> None:
    contexts = ("", "with = 'pagi', ", "without = 'sore', ")
    found = told(tmp_path, *(f"{{ match = '=kopi', {one}near = 3 }}" for one in contexts))
    assert found == [{"near_alone"}, set(), set()]


def test_a_pattern_that_another_theme_counts_too_overlaps(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Ada kopi pagi itu pahit. Ada kopi sore itu manis."})
    body = "[themes.a]\npatterns = ['=kopi']\n[themes.b]\npatterns = ['=kopi ..2 pahit|manis']"
    assert problems(tmp_path, body, corpus) == [("a", "overlaps"), ("b", "overlaps")]


def test_an_overlap_names_the_other_theme_as_people_know_it(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    label = "label = {id = 'Minum kopi', en = 'Coffee'}"
    body = f"[themes.a]\n{label}\npatterns = ['=kopi']\n[themes.b]\npatterns = ['=kopi ..2 pahit']"
    path.write_text(f"format = 1\n{body}", encoding="utf-8")
    corpus = kc.load({"a": "Kopi pagi itu pahit. Kopi sore itu pahit."})
    for lang, said in (("id", "tema Minum kopi"), ("en", "theme Coffee")):
        assert said in kc.lint(corpus, lexicon=path, lang=lang)["detail"].iloc[-1]


def test_one_hit_is_too_few_to_speak_of_overlap(tmp_path: Path) -> None:
    body = "[themes.a]\npatterns = ['=kopi']\n[themes.b]\npatterns = ['=kopi =pagi']"
    assert problems(tmp_path, body) == []


def test_a_parent_does_not_overlap_its_child(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kopi pagi. Kopi sore."})
    body = "[themes.a]\nparent = 'b'\npatterns = ['=kopi']\n[themes.b]\npatterns = ['kopi']"
    assert problems(tmp_path, body, corpus) == []


def test_a_pattern_that_mostly_stands_in_names_is_told(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Komisi Pemilihan Umum hadir. Komisi Pemilihan Umum kerja."})
    assert problems(tmp_path, "[themes.a]\npatterns = ['=umum']", corpus) == [("a", "mostly_names")]


def test_a_pattern_that_is_nowhere_here_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path, "[themes.a]\npatterns = ['=gunung']") == [("a", "never_here")]
    assert problems(tmp_path, "[themes.a]\npatterns = ['=kopi']") == []


def test_a_phrase_that_is_only_inside_longer_units_is_told_with_these(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "theme,match\na,pengawas pemilu; gunung; kopi\nb,gunung; pengawas pemilu", "utf-8"
    )
    corpus = kc.load({"a": "Badan Pengawas Pemilu hadir. Kopi pagi."})
    table = kc.lint(corpus, lexicon=path)
    assert table[["theme", "pattern", "problem"]].values.tolist() == [
        ["a", "pengawas pemilu", "inside_units"],
        ["a", "gunung", "never_here"],
        ["b", "pengawas pemilu", "inside_units"],
        ["b", "gunung", "never_here"],
    ]
    named = table["detail"].str.contains("'badan pengawas pemilu'")
    assert named.tolist() == [True, False, True, False]


def test_a_single_string_of_a_pattern_is_told_where_the_whole_has_hits(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "theme,match\na,kopi; teh; susu; roti\nb,susu; gunung; laut; desa; kota; hutan; kali\n",
        encoding="utf-8",
    )
    corpus = kc.load({"a": "Kopi pagi. Kopi sore. Kopi malam. Susu pagi. Susu sore."})
    table = kc.lint(corpus, lexicon=path)
    assert table[["theme", "pattern", "problem"]].values.tolist() == [
        ["a", "susu", "overlaps"],
        ["a", "teh; roti", "never_here"],
        ["b", "susu", "overlaps"],
        ["b", "gunung; laut; desa; kota; hutan; …", "never_here"],
    ]


def test_words_that_are_here_without_their_context_are_told_apart(tmp_path: Path) -> None:
    missing = (
        "with = 'sore'",
        "with = 'hadir'",  # in the sentence before
        "with = 'pahit', near = 1",
        "without = 'pagi'",
    )
    contexts = (*missing, "with = 'pahit'")
    body = ", ".join(f"{{ match = ['=kopi', '=teh'], {context} }}" for context in contexts)
    path = tmp_path / "own.toml"
    path.write_text(f"format = 1\n[themes.a]\npatterns = [{body}]", encoding="utf-8")
    table = kc.lint(CORPUS, lexicon=path, lang="en")
    expected = [("=kopi", "context_missing")] * len(missing) + [("=teh", "never_here")]
    assert [*zip(table["pattern"], table["problem"], strict=True)] == expected
    here = table["detail"].str.contains(r"are here \(times: 1\)")
    assert here.tolist() == [True] * len(missing) + [False]


def test_a_pattern_that_is_in_titles_alone_is_nowhere_here(tmp_path: Path) -> None:
    essay = tmp_path / "esai.txt"
    essay.write_text(f"Gunung dan Laut\n\nOleh: Rina Kartika\n\n{'Kopi itu pahit. ' * 9}", "utf-8")
    body = "[themes.a]\npatterns = ['=gunung']"
    assert problems(tmp_path, body, kc.load(essay)) == [("a", "never_here")]


@pytest.mark.parametrize("lexicon", ["themes", "berakhlak", "pemilu"])
def test_the_shipped_lexicons_have_no_dead_pattern(tokens: Tokens, lexicon: str) -> None:
    loaded = load_lexicon(lexicon)
    every = [(theme.key, own) for theme in loaded.themes for own in theme.patterns]
    places = [Places(at, key, own, []) for at, (key, own) in enumerate(every)]
    wrong = trials.faults_alone(tokens, loaded, places)
    assert [(fault.pattern.match, fault.problem, fault.fields) for fault in wrong] == []


def test_a_word_that_spelling_corrects_is_lost_only_where_it_is_corrected(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("format = 1\n[themes.a]\npatterns = ['=intergritas']", encoding="utf-8")
    for spelling in (True, False, True):
        table = kc.lint(kc.preprocess(CORPUS, spelling=spelling), lexicon=path)
        assert ("never_matches" in set(table["problem"])) is spelling


def test_a_function_for_roots_whose_answers_change_is_asked_anew() -> None:
    own = Theme("adil", {}, {}, "", (Pattern(("jujur",), example="Kejujuran."),))
    answers = {"kejujuran": "kejujuran"}

    def roots(form: str) -> str:
        return answers.get(form, form)

    for missed in (True, False):
        found = kc.lint(kc.preprocess(CORPUS, roots=roots), lexicon=Lexicon("own", (own,), {}))
        assert ("example_missed" in set(found["problem"])) == missed
        answers["kejujuran"] = "jujur"


def test_a_lexicon_may_be_tried_in_one_thread_while_another_keeps_its_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = problems(tmp_path, "[themes.a]\npatterns = ['=intergritas']")

    def same(one: Lexicon, other: Lexicon) -> bool:
        monkeypatch.undo()
        problems(tmp_path, "[themes.b]\npatterns = ['kopi']")  # as another thread does meanwhile
        return one == other

    monkeypatch.setattr(trials, "same", same)
    assert problems(tmp_path, "[themes.c]\npatterns = ['=intergritas']") == [
        ("c", problem) for _, problem in first
    ]


def test_columns_are_fixed_and_the_language_known(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("format = 1\n[themes.a]\npatterns = ['=intergritas']", encoding="utf-8")
    table = kc.lint(CORPUS, lexicon=path)
    assert len(table) > 1
    assert dict(table.dtypes.astype(str)) == LINT
    with pytest.raises(InvalidArgument, match="lang"):
        kc.lint(CORPUS, lang="jv")
