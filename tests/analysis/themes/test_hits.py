"""The hits of themes: as plain loops find them, searched once, in batches as in the whole."""

from pathlib import Path
from typing import Any
from unittest.mock import patch
from weakref import ref

import numpy as np
import pandas as pd
from hypothesis import example, given
from hypothesis import strategies as st
from tests import plain_hits
from tests.conftest import examples
from tests.ways import compiled, numpy_alone

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import Lexicon, Pattern, Theme, load_lexicon
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.status import judged
from kpu_corpus.analysis.themes import hits as hits_module
from kpu_corpus.analysis.themes.counts import ThemeCounts, count_themes
from kpu_corpus.analysis.themes.hits import Hits, find_hits, surfaces
from kpu_corpus.tokens import Tokens

SETS = {"publik": ("=publik", "=masyarakat", "warga_negara"), "tugas": ("tanggung_jawab", "tugas")}
WORDS = (
    "integritas Integritas netral netralitas jaga menjaga penjagaan masyarakat publik warga negara "
    "tanggung jawab bertanggung kerja sama bekerja tugas korupsi transparan tidak bukan tanpa "
    "hanya luntur membahas soal belum harus wajib akan mungkin masih karena dilarang yang dan di "
    "Badan Komisi Pemilihan Umum Undang-Undang Peraturan tentang Nomor ASN PNS Pelayanan Publik "
    'pelayanan publiknya integritas-integritas bertema slogan , . ; “ ” " ( ) : rapat dimulai ia '
    "mereka hanya saja mau kami juga 2021 Semboyan tema Divisi Hari Senin film dengan ialah "
    "menuntut"
).split()
ELEMENTS = (
    "integritas =integritas netral* jaga =menjaga @publik @tugas =kerja|=tugas tanggung jawab "
    "=warga =negara pemilu korupsi trans* asn =publik|=masyarakat|=warga layan =yang umum"
).split()
# What chance would seldom put together, each before a value.
OPENINGS = (
    "tidak hanya", "tidak pernah luntur", "tanpa", "tidak membahas", "bukan", "mungkin akan",
    "masih tidak", "Badan Komisi", "Badan dan Komisi", "Badan bagi", "Peraturan Nomor 5 tentang",
    "Undang-Undang ASN PNS PNS ASN Nomor 5 bagi warga tentang", "Komisi Pemilihan Umum , Badan",
    "Undang-Undang ASN PNS PNS PNS ASN Nomor 5 bagi warga tentang Umum dan", "slogan “",
    "suka tidak suka", "suka atau tidak mau", "tidak sedikit pun", "tidak jarang", "jangan sampai",
    "siapa yang tidak ingin", "apa artinya rapat tanpa", "tidak curang dan", "bukan tidak mungkin",
    "jauh dari", "tidak jauh dari kata", "jauh dari Badan", "slogan itu : “", "paling tidak",
    "bukan warga untuk tidak", "menolak untuk tidak", "kata siapa warga tidak",
    "yang paling tidak", "tidak ribet dan", "dan tanpa", "tanpa warga belum", "belum lagi",
    "warga paling tidak", "dan paling tidak", ", paling tidak", "yang tidak", "bukan karena warga",
    "kami mau", "kami juga semua mau", "mau kami", "warga mau", "kami , mau",
    "PP tahun 2021 tentang", "UU Nomor 5 tentang tata", "UU 5 , tentang", "Semboyan kami : ASN ,",
    "tema kami ialah ASN PNS dan", "Semboyan , ialah", "slogan ASN ,", "slogan ASN dengan",
    "slogan itu menuntut", "slogan yang dimulai warga ialah", "bertema", "Divisi Umum , ASN dan",
    "Divisi ASN , Umum , ASN dan", "Divisi ASN , Umum , dan", "Hari Senin", "Hari ASN", "film ASN",
    "film", "Hari dan", "Pak", "bu ,", "kami dan Bu", "KPU Melayani", "KPU Melayani warga",
)  # fmt: skip
VALUES = ("integritas", "Integritas", "Netralitas Publik", "menjaga integritas", "tugas ”")
GAPS = ("..1", "..2", "..4")

openings = st.tuples(st.sampled_from(OPENINGS), st.sampled_from(VALUES)).map(" ".join)
texts = st.lists(st.sampled_from(WORDS) | openings, min_size=1, max_size=20).map(" ".join)
word = st.sampled_from(ELEMENTS)
gap = st.none() | st.sampled_from(GAPS)


@st.composite
def matches(draw: Any) -> str:
    elements = [draw(word)]
    for _ in range(draw(st.integers(0, 2))):
        elements += [draw(gap), draw(word)]
    return " ".join(element for element in elements if element)


@st.composite
def patterns(draw: Any) -> Pattern:
    listed = st.lists(matches(), max_size=2, unique=True).map(tuple)
    return Pattern(
        draw(st.lists(matches(), min_size=1, max_size=3, unique=True).map(tuple)),
        context=draw(st.just(()) | listed),
        without=draw(st.just(()) | listed),
        near=draw(st.integers(0, 3)),
        against=draw(st.booleans()),
    )


@st.composite
def lexicons(draw: Any) -> Lexicon:
    groups = draw(st.lists(st.lists(patterns(), min_size=1, max_size=3), min_size=1, max_size=3))
    themes = tuple(
        # what the third theme finds counts for the first
        Theme(f"t{row}", {}, {}, "", tuple(group), ("t0",) if row == 2 else ())
        for row, group in enumerate(groups)
    )
    return Lexicon("uji.toml", themes, SETS)


def preprocessed(pages: list[str]) -> Tokens:
    return kc.preprocess(kc.load({f"e{row}": page for row, page in enumerate(pages)}))


def rows(hits: Hits) -> list[plain_hits.Row]:
    return [
        plain_hits.Row(hits.themes[theme], hits.patterns[pattern], first, last)
        for theme, pattern, first, last in zip(
            hits.theme, hits.pattern, hits.first, hits.last, strict=True
        )
    ]


def single(*matches: str, **settings: Any) -> Lexicon:
    theme = Theme("t0", {}, {}, "", (Pattern(matches, **settings),))
    return Lexicon("uji.toml", (theme,), SETS)


@examples(12)
@given(pages=st.lists(texts, min_size=1, max_size=3), lexicon=lexicons())
@example(["Undang-Undang Nomor 5 tentang Pelayanan Publik"], single("layan"))
@example(["jaga yang yang jaga integritas integritas"], single("jaga ..2 integritas"))
@example(["netral netral jaga netral yang umum jaga"] * 2, single("netral ..2 jaga ..2 umum"))
@example(["jaga yang jaga umum dan netral netral netral"], single("jaga ..2 umum ..4 netral"))
@example(["jaga netral tugas umum"], single("jaga netral", "netral tugas", "tugas umum"))
def test_the_hits_are_those_that_plain_loops_find(pages: list[str], lexicon: Lexicon) -> None:
    tokens = preprocessed(pages)
    expected = plain_hits.hits(tokens, lexicon)
    assert rows(find_hits(tokens, lexicon)) == expected
    tokens = preprocessed(pages)  # what was found is kept with the others
    with numpy_alone():
        assert rows(find_hits(tokens, lexicon)) == expected


@examples(12)
@given(pages=st.lists(texts, min_size=1, max_size=3))
def test_hits_are_judged_by_the_words_of_their_own_unit(pages: list[str]) -> None:
    tokens = preprocessed(pages)
    place = np.arange(len(tokens), dtype=np.int32)
    against = place % 5 == 0
    every = judged(tokens, place, place, against)
    for unit in np.unique(tokens.unit):
        own = tokens.unit == unit
        alone = judged(tokens, place[own], place[own], against[own])
        assert alone.rule.tolist() == every.rule[own].tolist()
        assert alone.cue.tolist() == every.cue[own].tolist()


# none of them names or defines anything that another page's words would be read by
PAGES = st.sampled_from(
    [
        "Kami wajib menjaga integritas. Pegawai tidak netral.",
        "Panitia bekerja tanpa koordinasi. Akibat aparat tidak netral, warga kecewa.",
        "Seminar bertema “Netralitas dan Integritas” dimulai. Hujan turun.",
        "Komisi Pemilihan Umum melayani masyarakat.\n\nPelayanan publik itu tanggung jawab kami.",
        "Rapat dimulai pukul tujuh pagi.",
        "Sinergi, transparansi dan demokrasi; kami belajar dan berinovasi. Tanpa korupsi!",
    ]
)


@examples(4)
@given(batches=st.lists(st.lists(PAGES, min_size=1, max_size=4), min_size=1, max_size=3))
def test_batches_of_essays_give_what_the_whole_gives(batches: list[list[str]]) -> None:
    names = iter(range(100))
    loaded = [{f"e{next(names):02}": page for page in pages} for pages in batches]
    parts = [kc.preprocess(kc.load(batch)) for batch in loaded]
    whole = kc.preprocess(kc.load({name: page for batch in loaded for name, page in batch.items()}))
    for table in (kc.evidence, kc.themes):
        joined = pd.concat([table(part) for part in parts], ignore_index=True)
        pd.testing.assert_frame_equal(joined, table(whole), check_exact=True)


@compiled
@examples(8)
@given(pages=st.lists(texts, min_size=1, max_size=3), lexicon=lexicons())
def test_the_compiled_part_counts_what_numpy_counts(pages: list[str], lexicon: Lexicon) -> None:
    def counted() -> ThemeCounts:
        tokens = preprocessed(pages)
        return count_themes(tokens, lexicon, tokens.units.essay, len(tokens.corpus))

    counts = [counted()]
    with numpy_alone():
        counts.append(counted())
    for name in ("units", "sentences", "hits", "weight", "words"):
        one, other = (getattr(count, name) for count in counts)
        np.testing.assert_array_equal(one, other)


def test_tables_of_the_same_tokens_search_once(tokens: Tokens) -> None:
    fresh = kc.preprocess(tokens.corpus)
    with patch.object(hits_module, "Matcher", wraps=Matcher) as matcher:
        kc.themes(fresh)
        kc.evidence(fresh)
        kc.themes(fresh, by=None)
        kc.theme_network(fresh)
        assert matcher.call_count == 1
        kc.themes(fresh, lexicon="berakhlak")
        assert matcher.call_count == 2


def test_a_file_that_is_changed_is_searched_again(tokens: Tokens, tmp_path: Path) -> None:
    path = tmp_path / "tema.toml"
    found = []
    for match in ("integritas", "integritas", "netral"):
        path.write_text(f'format = 1\n[themes.a]\npatterns = ["{match}"]\n', encoding="utf-8")
        found.append(len(kc.evidence(tokens, lexicon=path)))
    assert found[0] == found[1] != found[2]


def test_what_was_found_is_forgotten_with_the_tokens() -> None:
    tokens = kc.preprocess(kc.load({"a": "Kami menjaga integritas."}))
    kept = ref(tokens)
    kc.themes(tokens)
    del tokens
    assert kept() is None


def test_hits_are_shown_as_written(tokens: Tokens) -> None:
    hits = find_hits(tokens, load_lexicon())
    text = tokens.corpus.documents[0].text
    places = zip(tokens.words.start[hits.first], tokens.words.ends(hits.last), strict=True)
    assert surfaces(tokens, hits) == [text[start:end] for start, end in places]
