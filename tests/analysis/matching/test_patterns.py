"""The pattern language: roots, forms, wildcards, gaps, sets, contexts and exclusions."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.ways import compiled, numpy_alone

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import Lexicon, Pattern, Theme
from kpu_corpus.analysis.matching import following, slots
from kpu_corpus.analysis.matching.forms import Forms
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.matching.sought import Sought
from kpu_corpus.errors import InvalidLexicon
from kpu_corpus.tokens import Tokens

SETS = {"publik": ("=publik", "=masyarakat", "warga_negara")}


def matcher(tokens: Tokens, sets: Mapping[str, tuple[str, ...]] = SETS) -> Matcher:
    theme = Theme("uji", {}, {}, "", (Pattern(("uji",)),))
    return Matcher(tokens, Lexicon("uji.toml", (theme,), sets))


def found(
    text: str, *match: str, sets: Mapping[str, tuple[str, ...]] = SETS, **settings: object
) -> list[str]:
    """Return what a pattern matches in a text, as written."""
    tokens = kc.preprocess(kc.load({"a": text}))
    hits = matcher(tokens, sets).find(Pattern(match, **settings))  # type: ignore[arg-type]
    start, end = tokens.words.start, tokens.words.ends()
    return [text[start[a] : end[b]] for a, b in zip(*hits, strict=True)]


@pytest.mark.parametrize(
    ("match", "hits"),
    [
        ("layan", ["Pelayanan", "melayani", "layanannya"]),
        ("=layanan", ["layanannya"]),
        ("=gratifikasi", ["gratifikasi-nya"]),
        ("=pelayanan", ["Pelayanan"]),
        ("pelay*", ["Pelayanan"]),
        ("=melayani|=pelayanan", ["Pelayanan", "melayani"]),
    ],
)
def test_a_word_fits_its_root_or_only_its_form_with_clitics(match: str, hits: list[str]) -> None:
    text = "Pelayanan dijaga; kami melayani dan memperbaiki layanannya, gratifikasi-nya tidak."
    assert found(text, match) == hits


def test_a_word_that_only_ends_like_one_with_a_clitic_fits_no_other() -> None:
    text = "Jujur maupun tegas adalah masalah inilah yang kami mau; adalah pula masanya."
    assert found(text, "=mau") == ["mau"]
    assert found(text, "=ada") == []
    assert found(text, "=masa") == ["masanya"]
    assert found(text, "=ini") == ["inilah"]
    assert found(text, "=masalah") == ["masalah"]


def test_an_exact_form_also_fits_when_it_is_doubled() -> None:
    assert found("Tekanan-tekanan itu kami hadapi.", "=tekanan") == ["Tekanan-tekanan"]


def test_words_of_a_phrase_stand_next_to_each_other_unless_a_gap_is_given() -> None:
    text = "Kepercayaan yang diberikan masyarakat kami jaga."
    assert found(text, "=kepercayaan =masyarakat") == []
    assert found(text, "=kepercayaan ..1 =masyarakat") == []
    assert found(text, "=kepercayaan ..2 =masyarakat") == ["Kepercayaan yang diberikan masyarakat"]


def test_a_phrase_never_crosses_the_end_of_a_sentence() -> None:
    assert found("Kami menjaga kepercayaan. Masyarakat melihat.", "=kepercayaan =masyarakat") == []


def test_a_set_stands_for_its_words_units_of_several_words_included() -> None:
    text = "Hak warga negara dan kepentingan masyarakat dijaga."
    assert found(text, "=hak|=kepentingan @publik") == [
        "Hak warga negara",
        "kepentingan masyarakat",
    ]


def test_words_of_a_pattern_are_joined_to_the_longest_unit_as_those_of_a_text_are() -> None:
    text = "Peran ibu kota Nusantara dan hak asasi manusia dibahas."
    assert found(text, "hak asasi manusia") == ["hak asasi manusia"]
    assert found(text, "ibu kota nusantara") == ["ibu kota Nusantara"]


@pytest.mark.parametrize("match", ["mutu ..1 @tempat", "mutu ..1 =kantor_pusat|=dinas|balai_kota"])
def test_several_words_of_a_set_that_are_no_unit_stand_for_these_words(match: str) -> None:
    text = "Mutu kantor pusat baik. Mutu dinas baik. Mutu Balai Kota baik. Mutu kota. Mutu pusat."
    hits = ["Mutu kantor pusat", "Mutu dinas", "Mutu Balai Kota"]
    assert found(text, match, sets={"tempat": ("=kantor pusat", "=dinas", "balai kota")}) == hits


def test_too_many_phrases_of_sets_are_refused() -> None:
    sets = {"tempat": tuple(f"kantor{n} pusat{n}" for n in range(60))}
    with pytest.raises(InvalidLexicon, match="phrases"):
        found("Kantor pusat.", "@tempat ..1 @tempat", sets=sets)


@pytest.mark.parametrize(
    "match",
    [" ".join([phrase] * times) for phrase, times in (("kode ..2 etik", 25), ("*a*", 3))]
    + [" ".join(["tanggung|kerja jawab|sama"] * 4)],
)
def test_too_many_ways_to_join_the_words_of_a_phrase_are_refused(match: str) -> None:
    with pytest.raises(InvalidLexicon, match="phrases"):
        found("Kode etik.", match)


def test_the_forms_of_a_phrase_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "MAX_SEQUENCES", 50)
    with pytest.raises(InvalidLexicon, match="≥ 50 phrases"):
        found("Kode etik.", " ".join(["kode ..2 etik"] * 3))


def test_stars_are_not_tried_at_every_length_and_each_stands_for_any_letters() -> None:
    """A matcher that tried them all would not come to an end here."""
    assert found("Kami beraaaakhlak. " + "a" * 3000, "ber*a*k*lak", "*a" * 30 + "*b") == [
        "beraaaakhlak"
    ]


def test_a_phrase_that_the_tokens_join_is_found_in_any_of_its_forms() -> None:
    text = "Kami bertanggung jawab dan bekerja sama selama jam kerja."
    assert found(text, "tanggung jawab") == ["bertanggung jawab"]
    assert found(text, "kerja sama") == ["bekerja sama"]
    assert found(text, "=jam|=hari =kerja") == ["jam kerja"]


@pytest.mark.parametrize("match", ["Tanggung Jawab", "TANGGUNG JAWAB", "@unit"])
def test_capitals_of_a_pattern_play_no_part(match: str) -> None:
    text = "Kami bertanggung jawab. Tanggung jawab itu berat."
    sets = {"unit": ("Tanggung Jawab",)}
    assert found(text, match, sets=sets) == ["bertanggung jawab", "Tanggung jawab"]
    without = ("Tanggung Jawab",)
    assert found(text, "=Berat|=Kami", without=without) == []


@pytest.mark.parametrize(
    ("match", "hits"),
    [
        ("kode et*", ["Kode etik"]),
        ("ko* etik", ["Kode etik"]),
        ("ko* et*", ["Kode etik", "kolam ethanol"]),
        ("pakai ko* et*", ["Pakai kolam ethanol"]),
        ("badan peng* pem*", ["Badan Pengawas Pemilu"]),
        ("kode* etik*", ["Kode etik"]),
        ("kode ik*", []),
        ("ber* jawab", ["bertanggung jawab"]),  # tanggung jawab begins otherwise
    ],
)
def test_words_with_a_star_are_found_in_a_unit_that_the_tokens_join(
    match: str, hits: list[str]
) -> None:
    text = "Kode etik ditaati. Pakai kolam ethanol. Badan Pengawas Pemilu bertanggung jawab."
    text += " Itu tanggung jawab kami."
    assert sorted(found(text, match)) == sorted(hits)


@pytest.mark.parametrize(
    ("match", "hits"),
    [
        ("kode ..2 etik", ["Kode etik", "Kode dan etik"]),
        ("kode|aturan ..1 etik", ["Kode etik", "Kode dan etik"]),
        ("ko* ..1 et*", ["Kode etik", "Kode dan etik"]),
        ("badan ..1 awas ..1 pemilu", []),
        ("badan ..1 pengawas ..1 pemilu", ["Badan Pengawas Pemilu"]),
        ("taat ..3 tanggung ..1 jawab", ["ditaati dengan bertanggung jawab"]),
        ("=kode ..2 =etik", ["Kode dan etik"]),  # forms: two words
    ],
)
def test_a_gap_need_not_be_filled_in_a_unit_that_the_tokens_join(
    match: str, hits: list[str]
) -> None:
    text = "Kode etik ditaati dengan bertanggung jawab. Kode dan etik. Badan Pengawas Pemilu."
    assert found(text, match) == hits


def test_a_unit_that_the_corpus_defines_is_found_by_all_of_these() -> None:
    text = "Pajak Penghasilan (PPh) naik. Pajak daerah turun. Kami membayar pajak penghasilan."
    hits = ["Pajak Penghasilan", "pajak penghasilan"]
    for match in ("pajak peng*", "Pajak Penghasilan", "pajak ..1 penghasilan"):
        assert found(text, match) == hits


@pytest.mark.parametrize(
    "match", ["bahu membahu", "bahu-membahu", "=bahu =membahu", "=bahu-membahu"]
)
def test_a_hyphen_and_a_space_match_each_other_and_never_a_part_alone(match: str) -> None:
    text = "Kami bahu-membahu; mereka bahu membahu sampai sakit bahu dan punggung."
    assert found(text, match) == ["bahu-membahu", "bahu membahu"]


def test_a_hyphenated_word_fits_only_the_hyphenated_forms_of_its_root() -> None:
    text = "Perundang-undangan dan undang-undang itu mengundang tanya."
    assert found(text, "undang-undang") == ["Perundang-undangan", "undang-undang"]


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ("antikorupsi", ["Antikorupsi", "anti-korupsi", "Antikorupsinya"]),
        ("anti-korupsi", ["Antikorupsi", "anti-korupsi", "Antikorupsinya"]),
        ("korupsi", ["Antikorupsi", "Korupsi", "anti-korupsi", "Antikorupsinya"]),
        ("nonmuslim", ["nonmuslim"]),
        ("antaragama", ["antaragama"]),
        ("nonton", ["Menonton"]),
        ("praktik-praktik", ["praktik-praktik"]),
    ],
)
def test_a_combining_form_fits_only_with_it(match: str, expected: list[str]) -> None:
    text = "Antikorupsi itu wajib. Korupsi merusak; anti-korupsi menyelamatkan. Antikorupsinya "
    text += "nyata. Guru nonmuslim dan Muslim berdialog antaragama, dan umat beragama. Menonton. "
    text += "Praktik itu satu dari praktik-praktik."
    assert found(text, match) == expected


def test_a_hyphen_stands_for_a_space_inside_a_phrase_too() -> None:
    text = "Warga bekerja bahu-membahu dengan petugas, lalu bekerja bahu membahu lagi."
    hits = ["bekerja bahu-membahu", "bekerja bahu membahu"]
    assert found(text, "=bekerja =bahu =membahu") == hits
    assert found(text, "=bekerja =bahu-membahu|=sendiri") == hits


@pytest.mark.parametrize("match", ["anti korupsi", "=anti =korupsi"])
def test_words_that_are_one_in_the_tokens_are_found_as_it(match: str) -> None:
    text = "Gerakan anti korupsi dimulai. Sikap antikorupsi itu biasa; korupsi tidak."
    assert found(text, match) == ["anti korupsi", "antikorupsi"]
    assert found("Kakak saya tuna netra.", "saya tuna netra") == ["saya tuna netra"]


def test_words_with_a_gap_between_are_no_hyphenated_word() -> None:
    assert found("Mereka bahu-membahu.", "=bahu ..1 =membahu") == []


def test_a_word_inside_a_joined_unit_is_found() -> None:
    assert found("Komisi Pemilihan Umum bekerja.", "pemilu") == ["Komisi Pemilihan Umum"]


def test_a_corrected_misspelling_is_found_and_shown_as_written() -> None:
    assert found("Intergritas itu utama.", "integritas") == ["Intergritas"]


@pytest.mark.parametrize(
    ("settings", "hits"),
    [
        ({}, ["terbuka", "terbuka"]),
        ({"context": ("=anggaran",)}, ["terbuka"]),
        ({"without": ("=peluang",)}, ["terbuka"]),
        ({"context": ("=peluang",), "without": ("=peluang",)}, []),
        ({"without": ("=peluang",), "near": 1}, ["terbuka", "terbuka"]),
        ({"without": ("=peluang",), "near": 2}, ["terbuka"]),
    ],
)
def test_contexts_and_exclusions_hold_in_the_unit_and_within_near_words(
    settings: dict[str, object], hits: list[str]
) -> None:
    text = "Peluang masih terbuka. Rapat anggaran bersifat terbuka."
    assert found(text, "=terbuka", **settings) == hits


def test_an_exclusion_can_look_in_one_direction_only() -> None:
    without = ("=berpihak ..2 =rakyat",)
    assert found("Rakyat melihat pejabat yang berpihak.", "=berpihak", without=without, near=1)
    assert not found("Ia berpihak kepada rakyat.", "=berpihak", without=without, near=1)


@pytest.mark.parametrize(
    ("match", "message"),
    [
        ("@pelaku", "unknown set '@pelaku' @ uji.toml; known: @publik"),
        ("..2", "pattern '..2' @ uji.toml cannot be read"),
        (" ", "pattern ' ' @ uji.toml cannot be read"),
    ],
)
def test_a_pattern_that_means_nothing_is_refused(match: str, message: str) -> None:
    with pytest.raises(InvalidLexicon) as caught:
        found("Kami menjaga integritas.", match)
    assert message in str(caught.value)


WORDS = st.sampled_from("kami jaga menjaga integritas netral . dan tanggung jawab".split())


@examples(10)
@given(words=st.lists(WORDS, min_size=1, max_size=12), gap=st.integers(0, 3))
def test_every_hit_begins_and_ends_on_a_fitting_word_within_the_gap(
    words: list[str], gap: int
) -> None:
    tokens = kc.preprocess(kc.load({"a": " ".join(words)}), spelling=False)
    hits = matcher(tokens).find(Pattern((f"jaga ..{gap} =integritas",)))
    norms = [tokens.types.norm[kind] for kind in tokens.type]
    for first, last in zip(*hits, strict=True):
        assert norms[first] in ("jaga", "menjaga")
        assert norms[last] == "integritas"
        assert last - first <= gap + 1
        assert tokens.unit[first] == tokens.unit[last]


def test_many_patterns_are_found_as_each_by_itself() -> None:
    text = (
        "Kami jujur dan netral. Peluang terbuka, rapat terbuka; kami jujur. Komisi Pemilihan Umum."
    )
    tokens = kc.preprocess(kc.load({"a": text}))
    patterns = [
        Pattern(("jujur", "=kami jujur")),
        Pattern(("kami ..2 netral",)),
        Pattern(("=terbuka",), without=("=peluang",), near=1),
        Pattern(("=tertutup",)),
        Pattern(("jujur",), context=("netral", "=kami ..3 =terbuka")),
        Pattern(("pemilu", "jujur")),
    ]
    finder = matcher(tokens)
    for pattern, spans in zip(patterns, finder.find_each(patterns), strict=True):
        alone = finder.find(pattern)
        assert [column.tolist() for column in spans] == [column.tolist() for column in alone]
    assert finder.find_each([]) == []


FEW = st.sampled_from(["kami", "jaga", "netral", "dan", "."])
STEPS = st.lists(st.tuples(st.integers(0, 5), FEW.filter(str.isalpha)), min_size=1, max_size=4)
PHRASE = STEPS.map(lambda steps: " ".join(f"..{gap} ={word}" for gap, word in steps)[4:])
PHRASES = st.lists(PHRASE, min_size=1, max_size=2).map(tuple)
PATTERN = st.tuples(PHRASES, st.just(()) | PHRASES, st.just(()) | PHRASES, st.integers(0, 4))


@compiled
@examples(15)
@given(
    st.lists(FEW, min_size=10, max_size=50).map(" ".join),
    st.text(max_size=10),
    st.lists(PATTERN, min_size=1, max_size=3),
)
@example(
    "kami dan dan netral", "", [(("=netral",), ("=kami",), (), near) for near in (0, 1, 2, 3, 0)]
)
def test_both_ways_find_the_same_where_words_come_again_and_again(
    text: str, more: str, drawn: list[tuple[tuple[str, ...], ...]]
) -> None:
    patterns = [
        Pattern(match, context, without, near)  # type: ignore[arg-type]
        for match, context, without, near in drawn
    ]
    finder = matcher(kc.preprocess(kc.load({"a": f"{text} {more}"})))

    def places() -> list[list[tuple[int, int]]]:
        return [[*zip(*map(list, spans), strict=True)] for spans in finder.find_each(patterns)]

    fast = places()
    with numpy_alone():
        assert fast == places()


@compiled
@pytest.mark.parametrize("way", [nullcontext, numpy_alone])
def test_more_places_are_found_than_there_was_room_for_at_first(
    way: Callable[[], AbstractContextManager[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "ROOM", 0.1)
    tokens = kc.preprocess(kc.load({"a": "netral dan netral dan netral, " * 5}))
    with way():
        spans = matcher(tokens).find(Pattern(("netral", "netral dan", "dan netral")))
    assert len(spans.first) == 15 + 10 + 10


@pytest.mark.parametrize(
    ("word", "fitting"),
    [
        ("=baca", ["baca", "bacalah", "bacanya", "baca-baca"]),
        ("=mempercayai", ["memercayai"]),
        ("ba*nya", ["bacanya"]),
        ("pemilu", ["pemilu", "Komisi Pemilihan Umum"]),
    ],
)
def test_a_word_fits_types_by_form_root_and_beginning(word: str, fitting: list[str]) -> None:
    text = "baca bacalah bacanya baca-baca bacaan memercayai pemilu Komisi Pemilihan Umum"
    tokens = kc.preprocess(kc.load({"a": text}))
    rows, kinds = Forms(tokens).fitting(Sought.of((word,)))
    found = dict.fromkeys(tokens.types.surface[kind] for kind in sorted(kinds.tolist()))
    assert list(found) == fitting
    assert set(rows.tolist()) <= {0, 1}
