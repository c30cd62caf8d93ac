"""Which sentences stand for a theme, and how their hits are marked."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.ground.printable import seen
from kpu_corpus.reporting.figures import figures
from kpu_corpus.reporting.sections import fulltext
from kpu_corpus.reporting.sections.evidence import LEFT, MOST, theme_evidence
from kpu_corpus.reporting.sections.fulltext import full_texts
from kpu_corpus.reporting.sections.quotes import LONGEST, best_quotes, cut, marked, uncounted_quotes
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.tokens import Tokens


def quoted(essays: dict[str, str], theme: str = "integritas") -> list[tuple[str, str]]:
    made = figures(kc.preprocess(kc.load(essays)), load_lexicon())
    return [
        (quote.essay, "".join(text for text, _ in quote.pieces))
        for quote in best_quotes(made, theme)
    ]


def test_statements_come_before_hopes_even_when_longer() -> None:
    long = "Integritas adalah dasar setiap pekerjaan di kantor ini sejak dahulu."
    hope = "Kami harus menjaga integritas."
    assert quoted({"a": f"{hope} {long}"}) == [("a", long), ("a", hope)]


def test_of_a_name_of_two_words_the_hit_may_have_one() -> None:
    named = "Nilai “berorientasi pelayanan” saya wujudkan dengan memahami kebutuhan pasien lansia."
    other = "Beberapa pasien tidak bisa membaca, sehingga gambar di kartu itu saya perbanyak."
    made = figures(kc.preprocess(kc.load({"a": other, "b": named})), load_lexicon("berakhlak"))
    assert [one.essay for one in best_quotes(made, "berorientasi_pelayanan")] == ["b", "a"]


def test_the_themes_own_word_comes_before_a_paraphrase() -> None:
    own = "Integritas adalah dasar setiap pekerjaan di kantor ini sejak dahulu."
    other = "Kami bersikap jujur."
    assert quoted({"a": f"{other} {own}"}) == [("a", own), ("a", other)]


def test_a_sentence_that_lists_the_themes_is_quoted_after_those_that_do_not() -> None:
    six = "Nilai kami integritas, netralitas, transparansi, disiplin, sinergi, dan pelayanan."
    other = "Kami bersikap jujur."
    assert quoted({"a": f"{six} {other}"}) == [("a", other), ("a", six)]


def test_a_heading_is_quoted_last_even_with_the_themes_own_word() -> None:
    text = "3. Profesionalisme\n\nKami bertekad bekerja secara kompeten setiap hari di {}.\n\n"
    texts = {"a": text.format("kantor") + text.format("lapangan")}
    made = figures(kc.preprocess(kc.load(texts)), load_lexicon())
    kinds = [made.unit_at[q.essay, q.sentence].kind for q in best_quotes(made, "profesionalisme")]
    assert kinds == ["sentence", "sentence", "heading"]
    asked = "Apakah profesionalisme itu hanya kata yang indah di dinding kantor?"
    found = quoted({"a": f"3. Profesionalisme\n\n{asked}\n\n"}, "profesionalisme")
    assert [text for _, text in found] == [asked, "3. Profesionalisme"]


@pytest.mark.filterwarnings("ignore:Essays with a part of more than 2000 characters")
def test_a_portion_of_a_text_without_full_stops_is_quoted_after_whole_sentences() -> None:
    said = "integritas adalah dasar setiap pekerjaan di kantor ini sejak dahulu dan kami senang "
    plain = "Kami bersikap jujur."
    assert quoted({"a": said * 30, "b": plain})[0] == ("b", plain)


def test_a_misspelt_own_word_is_still_the_own_word() -> None:
    own = "Intergritas adalah dasar setiap pekerjaan di kantor ini sejak dahulu."
    assert quoted({"a": f"Kami bersikap jujur. {own}"})[0] == ("a", own)


def test_every_essay_is_quoted_once_before_one_is_quoted_twice() -> None:
    short = " ".join(f"Integritas itu penting bagi kami semua di {x}." for x in ("a", "b", "c"))
    long = "Integritas adalah dasar setiap pekerjaan di kantor ini sejak dahulu."
    assert [essay for essay, _ in quoted({"a": short, "b": long})] == ["a", "b", "a"]
    hope = "Kami bertekad akan selalu menjaga integritas di kantor ini setiap hari."
    assert [essay for essay, _ in quoted({"a": short, "b": hope})] == ["a", "b", "a"]


@pytest.mark.parametrize("hyphen", ["", "\u00ad"])
def test_a_sentence_that_several_essays_have_is_quoted_once(hyphen: str) -> None:
    same = "Integritas bagi saya bukan kata yang indah untuk dipajang di dinding."
    again = same.replace("Integritas", f"Inte{hyphen}gritas")
    own = "Kami bersikap jujur."
    assert quoted({"a": same, "b": f"{again} {own}"}) == [("a", same), ("b", own)]
    assert quoted({"a": same, "b": again.upper(), "c": own}) == [("a", same), ("c", own)]


def test_a_sentence_that_nearly_repeats_one_is_quoted_after_those_that_do_not() -> None:
    said = "Integritas antara subbagian {} dan bagian lain di kantor ini masih dijaga."
    other = "Bagi saya integritas adalah melakukan yang benar meskipun tidak ada yang melihat."
    essays = {"a": said.format("hukum"), "b": said.format("logistik"), "c": other}
    assert [essay for essay, _ in quoted(essays)] == ["a", "c", "b"]


def test_of_a_report_by_groups_each_group_is_quoted_before_one_is_quoted_twice() -> None:
    said = [
        "Integritas adalah dasar setiap pekerjaan di kantor ini sejak dahulu.",
        "Bagi saya integritas tampak ketika tidak ada orang yang melihat.",
        "Uang perjalanan dinas itu menguji integritas kami setiap akhir bulan.",
    ]
    rows = {"id": ["a", "b", "c"], "waktu": ["sebelum", "sebelum", "sesudah"], "text": said}
    tokens = kc.preprocess(kc.load(pd.DataFrame(rows)))
    for by, expected in (("waktu", ["a", "c", "b"]), ("essay", ["a", "b", "c"])):
        made = figures(tokens, load_lexicon(), by=by)
        assert [quote.essay for quote in best_quotes(made, "integritas")] == expected


def test_another_form_of_the_own_word_comes_before_an_expression_that_only_shows_it() -> None:
    shown = "Lima menit kemudian kekeliruan ditemukan: salah ketik satu angka saja."
    own = "Profesionalitas menuntut kami belajar peraturan yang berubah setiap tahun."
    found = quoted({"a": shown, "b": own}, "profesionalisme")
    assert found == [("b", own), ("a", shown)]


@pytest.mark.parametrize("fragment", ["Terus soal integritas.", f"Integritas {'dan itu ' * 20}."])
def test_a_sentence_of_a_readable_length_comes_before_fragments_and_long_ones(
    fragment: str,
) -> None:
    said = "Kami percaya integritas tumbuh dari kebiasaan kecil setiap hari kerja."
    assert [essay for essay, _ in quoted({"a": fragment, "b": said})] == ["b", "a"]


def test_a_long_sentence_comes_before_a_fragment() -> None:
    long = f"Integritas tumbuh dari kebiasaan {'dan kebiasaan ' * 20}kecil."
    assert [e for e, _ in quoted({"a": "Terus soal integritas.", "b": long})] == ["b", "a"]


def test_what_is_stated_comes_before_a_lack_that_is_regretted() -> None:
    lack = "Sayangnya banyak pegawai di kantor itu kurang menjaga integritas mereka."
    said = "Kami bertekad akan selalu menjaga integritas di kantor ini setiap hari."
    assert [essay for essay, _ in quoted({"a": lack, "b": said})] == ["b", "a"]


@pytest.mark.parametrize(
    "asked",
    [
        "Sinergi dan kerja sama antarbagian di kantor kami? Tidak ada.",
        "Apakah sinergi itu hanya kata yang indah di dinding kantor?",
        "“Sinergi itu apa?” tanya seorang pegawai baru kepada kami semua.",
    ],
)
def test_a_question_is_quoted_after_what_is_said(asked: str) -> None:
    said = "Kami bekerja sama."
    found = quoted({"a": asked, "b": said}, "sinergi")
    assert found[0] == ("b", said)


def test_a_row_of_a_table_is_quoted_after_sentences() -> None:
    row = "Integritas\tTidak menerima hadiah dari siapa pun\tNol temuan setiap tahun"
    said = "Kami bersikap jujur."
    assert [e for e, _ in quoted({"a": f"{row}.", "b": said})] == ["b", "a"]


def test_sentences_in_a_cell_of_a_table_are_quoted_after_those_of_the_text() -> None:
    row = "1\tKonsultasi dengan mentor\tSantun kepada atasan. Integritas: mencatat semua arahan."
    said = "Kami bersikap jujur."
    found = quoted({"a": f"{row}\n2\tMencetak\tSelesai.\n\nKami hadir.", "b": said})
    assert found == [("b", said), ("a", "Integritas: mencatat semua arahan.")]


def test_a_sentence_is_quoted_once_with_all_its_hits_marked() -> None:
    made = figures(
        kc.preprocess(kc.load({"a": "Integritas dan kejujuran adalah integritas kami."})),
        load_lexicon(),
    )
    (quote,) = best_quotes(made, "integritas")
    marks = [text for text, mark in quote.pieces if mark]
    assert marks.count("Integritas") == 1
    assert marks.count("integritas") == 1


def test_a_sentence_that_only_regrets_a_lack_is_told_to_be_stated_through_it() -> None:
    lack = "Sayangnya pegawai itu tidak jujur."
    both = "Integritas itu penting, sayangnya pegawai itu tidak jujur."
    made = figures(kc.preprocess(kc.load({"a": f"{lack} {both}"})), load_lexicon())
    told = {quote.sentence: (quote.status, quote.cue) for quote in best_quotes(made, "integritas")}
    assert told == {1: ("regretted", "Sayangnya"), 2: ("asserted", "")}
    (found,) = (one for one in theme_evidence(made, Wording("id")) if one.name == "Integritas")
    said = [one.remark for one in found.quotes]
    assert said == ["dinyatakan", "dinyatakan lewat kekurangannya (“Sayangnya”)"]


def test_denied_mentions_are_never_quoted() -> None:
    assert quoted({"a": "Ini bukan integritas."}) == []


def test_mentions_that_do_not_count_are_listed_one_by_one_with_their_reason() -> None:
    text = "Kami jujur. Pegawai itu tidak jujur. Buku “Etika Pegawai” ada di tas. Kami hadir."
    made = figures(kc.preprocess(kc.load({"a": text})), load_lexicon())
    found = uncounted_quotes(made, "integritas", 60)
    marks = [[part for part, mark in quote.pieces if mark] for quote in found]
    assert (found[0].status, found[0].cue) == ("negated", "tidak")
    assert marks == [["jujur"], ["Etika"]]
    assert len(found) == made.theme_hits.left("integritas") == 2
    assert len(uncounted_quotes(made, "integritas", 1)) == 1


@pytest.mark.parametrize("more", [0, 1])
def test_what_the_lists_of_a_theme_leave_out_is_told(more: int) -> None:
    text = "Kami jujur. " * (MOST + more) + "Pegawai itu tidak jujur. " * (LEFT + more)
    made = figures(kc.preprocess(kc.load({"a": text})), load_lexicon())
    first = theme_evidence(made, Wording("en"))[0]
    assert (first.name, len(first.all), len(first.left)) == ("Integrity", MOST, LEFT)
    told = [" ".join(rest.split()) for rest in (first.rest, first.left_rest)]
    expected = [f"Only the first {MOST} of 201 sentences", f"Only the first {LEFT} of 61 mentions"]
    assert [rest[: len(say)] for rest, say in zip(told, expected, strict=True)] == (
        expected if more else ["", ""]
    )


@pytest.mark.parametrize(("again", "listed"), [("", 0), ("Kami jujur. ", 3)])
def test_sentences_are_listed_only_where_the_best_are_not_all(again: str, listed: int) -> None:
    text = f"Kami jujur. {again}Integritas itu penting bagi kami."
    made = figures(kc.preprocess(kc.load({"a": text})), load_lexicon())
    first = theme_evidence(made, Wording("en"))[0]
    assert (len(first.quotes), len(first.all)) == (2, listed)


def test_full_texts_mark_every_hit_with_its_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Kami disiplin. Integritas itu penting. Hujan turun. Kami disiplin dan jujur."
    made = figures(kc.preprocess(kc.load({"a": text, "b": "Hujan turun."})), load_lexicon())
    essay, _ = full_texts(made, Wording("id"))
    (paragraph,) = essay.paragraphs
    assert [[piece for piece in unit.named if piece[1]] for unit in paragraph] == [
        [("disiplin", "Disiplin")],
        [("Integritas", "Integritas")],
        [],
        [("disiplin", "Disiplin"), ("jujur", "Integritas")],
    ]
    monkeypatch.setattr(fulltext, "MOST", 1)
    assert [one.anchor for one in full_texts(made, Wording("id"), ["e2-1"])] == ["e2"]


def test_every_quotation_of_the_page_is_a_sentence_of_its_essay(tokens: Tokens) -> None:
    made = figures(tokens, load_lexicon())
    texts = dict(zip(tokens.corpus.essays["essay"], tokens.corpus.essays["text"], strict=True))
    for theme in made.lexicon.themes:
        for quote in best_quotes(made, theme.key):
            assert "".join(text for text, _ in quote.pieces) in texts[quote.essay]
            assert any(mark for _, mark in quote.pieces)


@given(
    st.text("aB é.\n\t\xad\u200b\u202e\u0301\ufeff\x00\U0001f600", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 10)), max_size=5),
)
def test_marked_pieces_give_back_what_is_seen_of_a_text(
    text: str, hits: list[tuple[int, int]]
) -> None:
    inside = [(a, min(a + n, len(text))) for a, n in hits if a < len(text)]
    pieces = marked(text, inside)
    places = {place for a, b in inside for place in range(a, b)}
    expected = [(letter, place in places) for place, letter in enumerate(text) if seen(letter)]
    assert [(letter, mark) for piece, mark in pieces for letter in piece] == expected


@given(
    st.lists(st.sampled_from(["a", "kami", "menjaga", "penyelenggaraan"]), min_size=1, max_size=60),
    st.integers(0, 59),
    st.integers(60, 200),
)
def test_what_is_cut_begins_and_ends_with_whole_words(
    words: list[str], mark: int, longest: int
) -> None:
    mark = min(mark, len(words) - 1)
    start = len(" ".join(words[:mark])) + (mark > 0)
    pieces = cut(marked(" ".join(words), [(start, start + len(words[mark]))]), longest)
    shown = "".join(piece for piece, _ in pieces).replace("…", " ").split()
    assert set(shown) <= set(words)
    assert (words[mark], True) in pieces
    assert sum(len(piece) for piece, _ in pieces) <= longest + 2


def test_a_very_long_sentence_is_cut_around_its_mark() -> None:
    text = "A" * 10_000 + " integritas " + "B" * 10_000
    pieces = cut(marked(text, [(10_001, 10_011)]))
    assert ("integritas", True) in pieces
    assert sum(len(piece) for piece, _ in pieces) <= LONGEST + 2
    assert pieces[0][0].startswith("…")
    assert pieces[-1][0].endswith("…")
