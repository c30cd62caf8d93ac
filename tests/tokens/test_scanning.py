"""The scan of many texts at once gives what one sentence and one word at a time give."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import GOLD, examples
from tests.indonesian.sentences.test_sentences import FRAGMENTS
from tests.reference_scan import plain_scan
from tests.ways import compiled

from kpu_corpus import native
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Essay, Source, Span
from kpu_corpus.indonesian.batch.sentences import headings, naming, sentences
from kpu_corpus.tokens import scanning

PROSE = st.sampled_from(
    [
        *("Pemilu adalah pesta rakyat", "Setiap pegawai harus jujur", "golongan A. Budi datang"),
        *("s.d. Z. Lengkap", "s/d C. Budi"),
        *(
            ". ",
            ".",
            ", ",
            "; ",
            ": ",
            ".\n",
            ":\n",
            "\n",
            "\n\n",
            "  ",
            "   ",
            "\r\n",
            "\xa0",
            "\t",
        ),
        *("a. ", "b) ", "(2) ", "- ", "1. ", "• ", "“", "”", '"', ' "', '" ', "(", ")", ").", '."'),
        *("Sdr. ", "dll. ", "No. 5", "no.\xa07", "hal. ٣", "S.H. ", "M.Si. ", "PT. Maju Tbk. "),
        *(". __ ", " _._ ", ". __ (5) ", ". _ - (", ": * 1. ", "; ** Ia", " * ", ": 2. *Ia*"),
        *(". - ", ". -- ", ". ` ", '." ', ".- ", " .Desa", "30.- ", "b. 1. ", ". ( ", "kata.) "),
        *("kata\n", "bangsa.Kami", "ya.", "5. ", "3.000", " . ", "... ", "?! ", "*Etika* ", "----"),
        *(
            "salam Demokrasi\n",
            "terima kasih\n",
            "dan",
            "yang",
            "😀",
            "\u200b",
            " \u200e ",
            "é",
            "İ",
            "ﬁ. ",
        ),
        *(
            "Kata yang cukup panjang untuk dibungkus pada baris berikutnya di halaman ini",
            "A. ",
            "kita.H. ",
            "Etika Kerja ",
            "pemiluKPU ",
            "Menteri; ",
        ),
        *(
            "siap.[1]",
            "siap.[2][3] ",
            "siap.¹ ",
            "siap.1 ",
            "siap.1 Kami",
            "pasal.2 Ia",
            "dll.[1] ",
        ),
        *(
            "siap .Kami",
            "Kab .Ia",
            ", 2. Kami",
            " dan 3. Kami",
            " 1. Kami",
            ", b. Ia",
            "a. Ia",
            "(2. ",
            *(
                " (1) Ia",
                "; (2) Ia",
                "; dan (2) Ia",
                "; b. Ia",
                "; dan b. Ia",
                "; atau\n2. Ia",
                " 1. Ia",
            ),
        ),
        *("Kerja Sama kerja sama", "Etika Kerja Etika kerja", "1. Etika Kerja Dalam etika "),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(st.one_of(PROSE, FRAGMENTS), max_size=30).map("".join),
    st.lists(PROSE, max_size=30).map("".join),
)


def made(texts: list[str], cuts: list[int] | None = None) -> Corpus:
    """One essay a text; a cut makes what stands before it the title."""
    documents, items, tiling = [], [], {}
    for i, text in enumerate(texts):
        name = f"d{i}"
        cut = min(cuts[i % len(cuts)], len(text)) if cuts else 0
        kind = "heading" if i % 3 == 2 else "title"
        spans = [Span(0, cut, kind, name, "")] if cut else []
        documents.append(Source(name, text, ""))
        items.append(Essay(name, name, 0, cut, len(text)))
        tiling[name] = (*spans, Span(cut, len(text), "body", name, ""))
    return Corpus(tuple(documents), tuple(items), tiling)


def columns(corpus: Corpus) -> dict[str, list[Any]]:
    units, words = scanning.scan(corpus)
    found: dict[str, list[Any]] = {}
    for name in ("essay", "number", "start", "end"):
        found[f"units.{name}"] = getattr(units, name).tolist()
    found["units.kind"] = [scanning.KINDS[row] for row in units.kind.tolist()]
    for name in ("type", "unit", "start", "gap"):
        found[f"words.{name}"] = getattr(words, name).tolist()
    found["words.end"] = words.ends().tolist()
    return {**found, "surfaces": list(words.surfaces), "kinds": list(words.kinds)}


@examples(60)
@example(["a. Etika Kerja pemiluKPU Menteri;\nb. Etika Kerja yang Baik;"], [], 1)
@example(["\u200b"], [], 1)
@example(["Kami \u200btidak\u200e netral \u200b \u2060 di No.\u200b 5, \u200bIa.\u200b Ia"], [], 9)
@example(["siap. kita.H. Ia maju."], [], 9)
@example(["Ia siap. kita.\u24b6. Ia maju."], [], 9)
@example(["Kami siap. - kami maju. - - Kami. -------- Kami", "Kami siap. -"], [], 99)
@example(["Uang Rp30.- Kami siap. Rp30.- (kami) .Desa.- kami.-Kami"], [], 99)
@example(
    ["Ia 30.- KPU siap.- (KPU) ia .- -Kami. Ia.- (( ((( (Ia)", "A.- Ia, siap.-- _______ Ia"], [], 99
)
@example(
    ["Ia, S.H. (Ia) Rina, S.H. (Ia.) Ia A. () Ia A. (Ia (Ia) B. (" + "x" * 201 + ") Ia"], [], 99
)
@example(['Ia "siap. Kami, "katanya. Kami." Ia (siap. Kami). Ia. (Siap.) Ia'], [], 99)
@example(['"Ia siap! ", kata Budi. Kami ", siap. Ia", maju. "Kami. Ia. ",'], [], 99)
@example(
    ["1. Etika Kerja Etika\xa0kerja; kami siap.", "- Etika Kerja yang Etika Kerja dan"], [], 99
)
@example(["a. b. 1. Kami siap: 2. Kami maju; 3. - Kami. ... ... Kami"], [], 99)
@example(
    ["Kami: 1. Jujur, 2. Adil, dan 3. Siap. Kami 1. Ia, (2. Ia, 2. Ia maju. 0. Ia, 1. Ia"], [], 9
)
@example(["Kami a. Jujur; b. Adil; dan c. Siap. Kami: (1) Ia; dan (2) Ia; dan (3) Ia"], [], 9)
@example(["Kami (1) Ia;\xa0dan\u2003(2) Ia, 1. Ia; dan 2) Ia; dan 2. Ia"], [], 9)
@example(
    ["Kami siap.[1] Ia siap.[2] siap.1 Kami, dll.[1] Ia (siap.1 Kami). Ia .Kami siap.12"], [], 9
)
@example(["Ia siap. __ (5) Ia siap. _ - __ Ia siap. ____ ____ Ia siap. __ ____ (5) Ia. __"], [], 99)
@example(
    ["Ia dll. __\nIa A. _ __\nIa (siap.) - _\nIa S.H. * __\nPT. Ia Tbk. __ 5 Ia. __ ia"], [], 99
)
@example(["Ia : a) Ia; b) Ia. : c) Ia ia : d) Ia", "a. : b) Ia a) ; b) Ia iv : 1. Ia"], [], 99)
@example(["Ia: 1. Jujur; 2. *Adil*; * 3. Ia * Ia. • 4. Ia; 5. ** Ia", "*Ia: a. Ia* b. Ia"], [], 99)
@example(
    ["Ia mencetak gol. Kami siap. Ia di gol. III, Gol. Kami, gol. Budi, kol. Ia (kol.) Ia"], [], 99
)
@example([f"Kami siap.\n{end}" for end in ("salam", "- sekian", "_salam_", "#KPU", "s")], [], 99)
@example(
    [f"Kami siap.\n{end}" for end in ("\u017falam", "\u201cMari", "\u212aPU Melayani")], [], 99
)
@example(
    [
        "a. --; 001/KPU KPU/12/2020 a!",
        "a. 4,5NO NO ia",
        "a. 4.5NO NO ia",
        "Ia.\n-- KPU/5-- 6/7 --A Ia 6/7,5 6/A --",
    ],
    [],
    99,
)
@example([f"Siap. {'kami jujur, adil ' * 150}\n\nkami", "jujur,adil;" * 250 + " Ia siap."], [], 99)
@example(["Pegawai golongan" + " " * 31 + "A. Budi datang."], [], 99)
@given(st.lists(TEXTS, max_size=4), st.lists(st.integers(0, 60), max_size=2), st.integers(1, 99))
def test_any_texts_give_what_the_obvious_scan_gives(
    texts: list[str], cuts: list[int], block: int
) -> None:
    corpus = made(texts, cuts)
    expected = plain_scan(corpus)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanning, "BLOCK", block)
        assert columns(corpus) == expected
        patch.setattr(native, "library", lambda: None)
        assert columns(corpus) == expected


@pytest.fixture(params=["compiled", "numpy"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the C, where there is a compiler, and without it."""
    if request.param == "numpy":
        monkeypatch.setattr(native, "library", lambda: None)
    elif native.library() is None:
        pytest.skip("nothing compiled here")


@pytest.mark.usefixtures("way")
def test_the_seed_page_gives_what_the_obvious_scan_gives(page: Corpus) -> None:
    assert columns(page) == plain_scan(page)


def test_real_laws_and_news_give_what_the_obvious_scan_gives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both ways in one test: the obvious scan of so many texts takes most of the time."""
    if not GOLD.exists():
        pytest.skip(f"{GOLD} is not there")
    import pyarrow.parquet as pq

    laws = pq.read_table(GOLD.parent / "scale" / "peraturan_pasal.parquet", columns=["text"])
    news = [
        line.removeprefix("# text = ")
        for file in sorted((GOLD / "ud").glob("*.conllu"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("# text = ")
    ]
    pages = [" ".join(news[i : i + 5]) for i in range(0, len(news), 5)]
    corpus = made([*laws["text"].to_pylist()[:5_000:12], *pages[::6]])
    monkeypatch.setattr(scanning, "BLOCK", 500_000)
    assert sum(len(source.text) for source in corpus.documents) > scanning.BLOCK
    expected = plain_scan(corpus)
    assert columns(corpus) == expected
    monkeypatch.setattr(native, "library", lambda: None)
    assert columns(corpus) == expected


@pytest.mark.usefixtures("way")
def test_parts_of_one_source_keep_their_places_in_it() -> None:
    text = "Judul Satu\nKami siap. Kita maju.\nJudul Dua\nMereka datang (No. 5)."
    spans = (
        Span(0, 10, "title", "a", ""),
        Span(11, 32, "body", "a", ""),
        Span(33, 42, "title", "b", ""),
        Span(43, len(text), "body", "b", ""),
    )
    items = (Essay("a", "s", 0, 11, 32), Essay("b", "s", 1, 43, len(text)))
    corpus = Corpus((Source("s", text, ""),), items, {"s": spans})
    units, words = scanning.scan(corpus)
    assert [text[a:b] for a, b in zip(units.start, units.end, strict=True)] == [
        "Judul Satu", "Kami siap.", "Kita maju.", "Judul Dua", "Mereka datang (No. 5).",
    ]  # fmt: skip
    assert text[words.start[-1] : words.ends(-1)] == "5"
    assert columns(corpus) == plain_scan(corpus)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("block", [1, scanning.BLOCK])
def test_units_are_told_in_which_a_hyphen_may_break_a_word(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "BLOCK", block)
    texts = [
        "Kami siap. Anggota penyeleng-\ngara hadir. Undang-undang itu ada. Rekomenda\u2010 si."
    ]
    texts += ["Nilai - nilai. Pra- TPS dan -kan. Kami", "Inte- gritas dan pelaksa- naan. Kami -"]
    units, _ = scanning.scan(made(texts))
    ends = zip(units.essay, units.start, units.end, strict=True)
    found = [texts[essay][start:end] for essay, start, end in ends]
    assert [found[row] for row in units.broken.tolist()] == [
        "Anggota penyeleng-\ngara hadir.",
        "Rekomenda\u2010 si.",
        "Inte- gritas dan pelaksa- naan.",
    ]


@pytest.mark.usefixtures("way")
def test_a_row_of_stops_is_not_gone_through_anew_for_each_of_them() -> None:
    """What did so would not come to an end here."""
    units, _ = scanning.scan(made(["Kami adil. " + ". " * 20_000]))
    assert units.end.tolist() == [len("Kami adil. " + ". " * 20_000) - 1]


@pytest.mark.usefixtures("way")
def test_no_essays_give_empty_columns() -> None:
    units, words = scanning.scan(Corpus((), (), {}))
    assert len(units.start) == len(words.start) == 0
    assert len(units.kind) == len(words.surfaces) == 0


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "line",
    [
        "Lokasi ditetapkan oleh bupati. __",
        "Lokasi ditetapkan. __ (5) Zona diatur. - __ Zona tetap. _ - _",
        "Nilai kami: 1. Jujur; 2. Adil. Lihat * di bawah.",
        "Mengingat : a) Surat Menteri; b) Pasal 5. Membaca : a) Surat.",
    ],
)
def test_marks_behind_a_stop_and_stars_elsewhere_are_no_cause_to_read_a_line_by_itself(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = plain_scan(made([line]))
    monkeypatch.setattr(sentences, "line_pieces", None)
    assert columns(made([line])) == expected


@compiled
@pytest.mark.parametrize(
    ("module", "name", "text"),
    [
        (
            sentences,
            "line_pieces",
            "Biaya Rp1.000.- Pasal 2 tetap. Kami siap.- - _Kami_ maju. Ia 10%.- (KPU) ada.",
        ),
        (
            sentences,
            "line_pieces",
            "Ketua Rina, S.H. (KPU) hadir. Huruf B. (2020) tetap. Golongan A. (Kami siap!) Ia.",
        ),
        (
            sentences,
            "line_pieces",
            'Ketua Rina, S.H. "KPU" hadir. Ia A. - - - - - Budi. Ia siap. ( ( ( ( ( Ia.',
        ),
        (headings, "heading_end", "(1) Kuasa Direksi dan Pembantu Kuasa Direksi bekerja."),
        (
            headings,
            "heading_end",
            "- Ketua Panitia Kota/Panitia Desa mencatat dan Panitia bekerja.",
        ),
        (naming, "is_sign_off", "Kami siap.\nSalam Kami!\nBAB II\nKetentuan Umum"),
        (naming, "is_sign_off", "Kami siap.\nMenimbang dan mengingat:"),
        (naming, "is_sign_off", "Kami siap.\n------ CATATAN Kutipan: LN 1950/36; TLN NO. 20"),
    ],
)
def test_what_columns_settle_is_not_asked_of_one_text_at_a_time(
    module: Any, name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the C; numpy leaves more to the rules for one text."""
    expected = plain_scan(made([text]))
    monkeypatch.setattr(module, name, None)
    assert columns(made([text])) == expected


def test_memory_is_asked_for_ahead_as_far_as_words_are_expected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(scanning, "_take", lambda rooms: asked.extend(len(room) for room in rooms))
    text = "Kami menjaga integritas penyelenggara pemilu. " * 5_000
    words = len(scanning.scan(made([text]))[1].type)
    assert words <= asked[0] <= 1.1 * words
