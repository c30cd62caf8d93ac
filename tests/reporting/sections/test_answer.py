"""The sentences of the first page: right in number, and never more than the numbers say."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from tests.answers import answer, without

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import Lexicon, Pattern, Theme
from kpu_corpus.corpus import Corpus
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.sections.grid import heads_of
from kpu_corpus.reporting.wording import Wording


def theme(key: str, *patterns: str) -> Theme:
    names = {"id": key.capitalize(), "en": key.upper()}
    return Theme(key, names, {}, "", tuple(Pattern((pattern,)) for pattern in patterns))


LEXICON = Lexicon("own", (theme("integritas", "integritas"), theme("disiplin", "disiplin")), {})
BLUE = "Langit itu biru. "


def made_of(essays: dict[str, str] | Corpus, lexicon: Lexicon = LEXICON) -> Figures:
    corpus = essays if isinstance(essays, Corpus) else kc.load(essays)
    return figures(kc.preprocess(corpus), lexicon)


def said(essays: dict[str, str] | Corpus, lang: str = "id", lexicon: Lexicon = LEXICON) -> str:
    """Return what is said of essays that are not compared and share no passages."""
    return told(without(made_of(essays, lexicon), "compared", "passages"), lang)


def told(of: Figures, lang: str = "id") -> str:
    return " ".join(answer(of, Wording(lang))).replace("\u00a0", " ")


def essay(integrity: int, discipline: int = 0, other: int = 0) -> str:
    return (
        "Integritas itu penting. " * integrity + "Disiplin itu baik. " * discipline + BLUE * other
    )


def test_the_theme_of_most_sentences_comes_first_with_its_numbers() -> None:
    text = said({name: essay(3, 1, 6) for name in "abcde"})
    assert "adalah Integritas: 15 dari 50 kalimat (30,0 %), di semua esai." in text
    assert "Berikutnya Disiplin (5 kalimat; 10,0 %)." in text


def test_the_only_theme_of_a_lexicon_is_not_called_the_first_of_several() -> None:
    only = Lexicon("own", LEXICON.themes[:1], {})
    text = said({name: essay(3, 0, 7) for name in "abcde"}, lexicon=only)
    assert text.startswith("Integritas disebut di 15 dari 50 kalimat (30,0 %), di semua esai.")
    assert "paling banyak" not in text


def test_five_essays_get_an_interval_and_fewer_only_a_description() -> None:
    five = said({name: essay(3, 1, 6) for name in "abcde"})
    four = said({name: essay(3, 1, 6) for name in "abcd"})
    assert "esai yang ditulis dengan cara yang sama, persentase Integritas diperkirakan" in five
    assert "Angka ini menggambarkan 4 esai ini saja: terlalu sedikit teks" in four
    assert "Seberapa pasti" not in four


def test_a_range_of_all_shares_is_told_to_estimate_nothing() -> None:
    long = {"a": essay(30, 0, 300)}
    text = said({**long, **{name: essay(3, 0, 10) for name in "bcdefgh"}})
    assert "tidak cukup untuk memperkirakan persentase Integritas" in text
    assert "(rentangnya 0–100 %)" in text
    assert "diperkirakan" not in text


def test_short_essays_are_told_only_where_each_essay_has_shares_of_its_own() -> None:
    rows = pd.DataFrame({"text": [essay(3, 1, 8)] * 5 + [essay(1)], "kelas": [*"AAAAAA"]})
    tokens = kc.preprocess(kc.load(rows))
    for by in ("essay", "kelas", None):
        text = told(without(figures(tokens, LEXICON, by), "compared", "passages"), "en")
        assert ("Too little text in Essay 5" in text) == (by == "essay")


def test_the_interval_is_that_of_the_table() -> None:
    corpus = kc.load({name: essay(index, 0, 12) for index, name in enumerate("abcdef")})
    row = kc.themes(corpus, lexicon=LEXICON, by=None).iloc[0]
    assert f"diperkirakan {Wording('id').interval(row.low, row.high)}".replace(
        "\u00a0", " "
    ) in said(corpus)


def test_themes_whose_ranges_overlap_are_not_put_in_an_order() -> None:
    assert "belum pasti tema mana" in said({name: essay(3, 2, 6) for name in "abcde"})
    # 23–60 % and 3–30 %: the ranges overlap, although the second ends below the first share
    assert "belum pasti tema mana" in said({name: essay(4, 1, 5) for name in "abcde"})
    assert "belum pasti" not in said({name: essay(38, 1, 1) for name in "abcdefgh"})


def test_a_theme_that_counts_others_is_said_to() -> None:
    whole = theme("nilai", "nilai")
    below = tuple(replace(one, parents=("nilai",)) for one in LEXICON.themes)
    lexicon = Lexicon("own", (whole, *below), {})
    both = said({name: essay(3, 1, 6) for name in "abcde"}, lexicon=lexicon)
    assert "Nilai disebut di 20 dari 50 kalimat (40,0 %), di semua esai." in both
    parts = "Integritas (15 kalimat; 30,0 %) dan Disiplin (5 kalimat; 10,0 %)"
    assert f"Tema Nilai mencakup {parts}: kalimat" in both
    assert "Berikutnya" not in both
    one = said({name: essay(3, 0, 6) for name in "abcde"}, lexicon=lexicon)
    assert "Tema Nilai mencakup Integritas (15 kalimat; 33,3 %): kalimat" in one
    assert "mencakup" not in said({name: essay(3, 1, 6) for name in "abcde"})


def test_a_theme_is_ranked_with_others_and_what_it_includes_within_it() -> None:
    whole, part = LEXICON.themes
    below = replace(part, parents=(whole.key,))
    other = theme("langit", "langit")
    lexicon = replace(LEXICON, themes=(whole, below, other))
    text = said({name: essay(1, 2, 3) for name in "abcde"}, lexicon=lexicon)
    first = "adalah Integritas dan Langit, masing-masing 15 dari 30 kalimat (50,0 %)."
    assert f"{first} Tema Integritas mencakup Disiplin (10 kalimat; 33,3 %): kalimat" in text
    assert "Berikutnya" not in text
    assert "tumpang tindih dengan rentang tema Langit, jadi" in text


def test_themes_of_several_levels_are_said_level_by_level() -> None:
    top, middle, low = theme("nilai", "nilai"), *LEXICON.themes
    middle, low = replace(middle, parents=("nilai",)), replace(low, parents=(middle.key,))
    lexicon = Lexicon("own", (low, theme("langit", "langit"), middle, top), {})
    text = said({name: essay(3, 2, 7) for name in "abcde"}, lexicon=lexicon)
    assert "adalah Langit: 35 dari 60 kalimat (58,3 %), di semua esai." in text
    assert "Berikutnya Nilai (25 kalimat; 41,7 %). Tema Nilai mencakup Integritas (25" in text
    assert "untuk Nilai. Tema Integritas mencakup Disiplin (10 kalimat; 16,7 %)" in text


def test_themes_with_the_same_number_of_sentences_share_the_first_place() -> None:
    text = said({name: essay(2, 2, 6) for name in "abcde"})
    assert "adalah Integritas dan Disiplin, masing-masing 10 dari 50 kalimat (20,0 %)." in text


def test_one_essay_speaks_of_itself_only() -> None:
    text = said({"a": essay(3, 0, 12)})
    assert "adalah Integritas: 3 dari 15 kalimat (20,0 %)." in text
    assert "bila penulisnya menulis lebih banyak" in text
    assert "lebih banyak esai" not in text
    assert "di semua esai" not in text
    assert "Hanya disebut di satu esai" not in text


def test_too_little_text_gives_counts_without_shares() -> None:
    text = said({"a": essay(1, 0, 2)})
    assert "Terlalu sedikit teks (3 kalimat; perlu sedikitnya 10)" in text
    assert "%" not in text
    assert "1 dari 10 kalimat (10,0 %)" in said({"a": essay(1, 0, 9)})


def test_short_essays_are_named_and_many_are_counted() -> None:
    assert "Terlalu sedikit teks di Esai b (4 kalimat):" in said(
        {"a": essay(3, 0, 12), "b": essay(1, 0, 3)}
    )
    many = {f"n{index}": essay(1, 0, 3) for index in range(8)}
    assert "Terlalu sedikit teks di 8 dari 9 esai:" in said({**many, "z": essay(3, 0, 12)})
    assert "Terlalu sedikit teks di setiap esai" in said(many)


def test_many_essays_that_are_all_too_short_are_told_together() -> None:
    corpus = kc.load({f"n{index}": essay(1, 0, 3) for index in range(9)})
    made = figures(kc.preprocess(corpus), LEXICON)
    assert made.by is None
    assert len(made.groups) == len(LEXICON.themes)
    assert "Setiap esai terlalu pendek untuk dilihat satu per satu (kurang dari 10 kalimat)" in (
        said(corpus)
    )
    longer = kc.load({**{f"n{index}": essay(1, 0, 3) for index in range(9)}, "z": essay(1, 0, 9)})
    assert figures(kc.preprocess(longer), LEXICON).by == "essay"


def test_no_theme_is_said_as_no_match_and_not_as_disregard() -> None:
    text = said({"a": BLUE * 12})
    assert "Tidak ada kalimat yang terhitung untuk tema mana pun" in text
    assert "paling banyak" not in text
    assert "Tidak ditemukan:" not in text
    assert "Angka ini menggambarkan" not in text


def test_missing_themes_are_named_with_what_that_means() -> None:
    text = said({name: essay(3, 0, 9) for name in "abcde"})
    assert "Tidak ditemukan: Disiplin. Itu berarti tidak ada kalimat yang cocok" in text


def test_a_theme_of_one_essay_only_is_named_with_the_essay() -> None:
    text = said({"a": essay(3, 0, 9), "b": essay(3, 1, 9)})
    assert "Hanya disebut di satu esai: Disiplin (Esai b)." in text


def test_promises_are_told_from_statements() -> None:
    hoped = "Kami bertekad menjaga integritas. "
    mostly = said({"a": hoped * 8 + essay(4, 2, 9)})
    assert "8 dari 14 sebutan berupa tekad atau harapan" in mostly
    assert "daripada sebagai pernyataan: Integritas (8 dari 12 sebutan)." in mostly
    assert "tekad" not in said({"a": essay(3, 2, 9)})


def test_of_a_handful_of_mentions_it_is_not_said_that_most_are_hopes() -> None:
    text = said({"a": "Kami bertekad menjaga integritas. " * 3 + essay(1, 2, 9)})
    assert "3 dari 6 sebutan berupa tekad atau harapan" in text
    assert "daripada sebagai pernyataan" not in text


@pytest.mark.parametrize(("hopes", "told"), [(5, False), (6, True)])
def test_most_of_ten_mentions_are_more_than_half(hopes: int, told: bool) -> None:
    text = said({"a": "Kami bertekad menjaga integritas. " * hopes + essay(10 - hopes, 2, 9)})
    assert (f"pernyataan: Integritas ({hopes} dari 10 sebutan)." in text) is told


def test_a_theme_that_is_only_denied_is_not_said_to_be_unfound() -> None:
    text = said({"a": "Ini bukan integritas. " * 2 + essay(0, 1, 12)})
    assert "Ditemukan, tetapi tidak dihitung" in text
    assert "dalam tanda kutip: Integritas (2 sebutan)." in text
    assert "Tidak ditemukan:" not in text
    none = said({"a": "Ini bukan integritas. " + BLUE * 12})
    assert "Tidak ada kalimat yang terhitung" in none
    assert "dalam tanda kutip: Integritas (1 sebutan)." in none


def test_files_that_were_not_read_are_told_before_what_essays_share(tmp_path: Path) -> None:
    for name in "abcdef":
        (tmp_path / f"{name}.txt").write_text(essay(12, 0, 12), encoding="utf-8")
    (tmp_path / "kosong.txt").write_text("", encoding="utf-8")
    text = said(kc.load(tmp_path))
    assert text.index("1 berkas tidak dibaca") < text.index("Esai yang hampir sama")
    assert text.index("Tema yang paling banyak") < text.index("1 berkas tidak dibaca")


def test_a_mention_is_one_though_themes_above_have_it_too() -> None:
    nilai = replace(theme("nilai", "nilai"), patterns=())
    below = tuple(replace(one, parents=("nilai",)) for one in LEXICON.themes)
    lexicon = Lexicon("own", (nilai, *below), {})
    text = said(
        {"a": "Kami wajib disiplin. Ini bukan integritas. " + essay(3, 0, 9)}, lexicon=lexicon
    )
    assert "1 dari 4 sebutan berupa tekad atau harapan" in text


def test_a_place_that_two_themes_have_is_a_mention_of_each_as_in_the_table() -> None:
    both = replace(LEXICON.themes[0], key="lain")
    lexicon = Lexicon("own", (*LEXICON.themes, both), {})
    text = said({"a": "Kami wajib disiplin. " + essay(3, 0, 9)}, lexicon=lexicon)
    assert "1 dari 7 sebutan berupa tekad atau harapan" in text


def test_skipped_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "baik.txt").write_text(essay(3, 0, 12), encoding="utf-8")
    (tmp_path / "kosong.txt").write_text("", encoding="utf-8")
    assert "1 berkas tidak dibaca" in said(kc.load(tmp_path))
    rows = pd.DataFrame({"id": ["a", "b"], "teks": [essay(3, 0, 12), ""]})
    rows.to_csv(tmp_path / "tabel.csv", index=False)
    assert "1 berkas dan 1 teks tidak dibaca; nama" in said(kc.load(tmp_path))


def test_a_sidecar_that_changes_nothing_is_no_file_that_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "satu.txt").write_text("Kami menjaga integritas. " * 12, encoding="utf-8")
    (tmp_path / "lain.docx.cuts.toml").write_text("", encoding="utf-8")
    pd.DataFrame({"teks": ["Kami jujur dan netral."]}).to_csv(tmp_path / "tabel.csv", index=False)
    (tmp_path / "tabel.csv.cuts.toml").write_text("essay = []", encoding="utf-8")
    told = said(kc.load(tmp_path))
    assert "Berkas koreksi yang tidak dipakai: 2; sebabnya" in told
    assert "tidak dibaca" not in told


def test_what_has_no_counterpart_is_no_file_that_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "satu.txt").write_text("Kami menjaga integritas. " * 12, encoding="utf-8")
    (tmp_path / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    table = tmp_path / "peserta.csv"
    table.write_text("berkas,unit\nsatu.txt,A\nfoto.png,B\n", encoding="utf-8")
    told = said(kc.load(tmp_path, metadata=table))
    assert "1 berkas tidak dibaca" in told
    assert "tidak seluruhnya cocok" in told


COPIED = " ".join(
    f"kata{n}" if n % 3 else f"menjaga{n} suara" for n in range(90)
)  # no two words of it stand elsewhere


def test_a_copy_with_a_few_changed_words_is_named_as_nearly_the_same() -> None:
    words = COPIED.split()
    words[::17] = [f"ganti{n}" for n in range(len(words[::17]))]
    text = told(made_of({"a": f"{COPIED}.", "b": f"{' '.join(words)}.", "c": BLUE}))
    assert "yang satu termuat di yang lain: 1 pasang esai (Esai a dan Esai b)" in text
    assert "Sebagian besar isi" not in text


def test_an_essay_made_of_reordered_passages_of_another_is_named() -> None:
    left = "Kami melayani pemilih dengan ramah, menjaga gudang logistik tiap malam, menolak hadiah."
    right = (
        "Pemilih kami layani secara ramah, gudang logistik dijaga tiap malam, serta hadiah ditolak."
    )
    text = told(made_of({"a": left, "b": right, "c": BLUE}))
    assert "Sebagian besar isi satu esai ada juga di esai lain, sama atau serupa (" in text
    assert "Esai a dan Esai b" in text
    assert "hampir sama isinya" not in text


def test_english_says_one_and_many() -> None:
    text = said({"a": "Kami bertekad menjaga integritas."}, "en")
    assert "INTEGRITAS: 1 of 1 sentence." in text
    assert "not as a statement: 1 of 1 mention." in text


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.ForeignEssays")
def test_english_is_right_in_number_about_a_single_essay() -> None:
    english = "The officers of the commission counted every ballot in the hall and signed it. " * 20
    text = said({"a": essay(3, 0, 12), "b": english}, "en")
    assert "Note: mostly in a foreign language: Essay b. The patterns" in text
    assert "These figures describe 1 essay only: too little text" in text
    made = figures(kc.preprocess(kc.load({"a": essay(1), "b": english})), LEXICON)
    notes = [head.note for head in heads_of(made, Wording("en"), longest=0).values()]
    assert notes == ["too little text", "in a foreign language"]
    assert "not that the writers disregard it" in said({"a": essay(3, 0, 12)}, "en")


def test_an_essay_with_a_good_part_in_another_language_is_named() -> None:
    english = "The officers of the commission counted every ballot in the hall and signed it. " * 3
    sunda = "Di lembur urang aya paribasa anu jadi papagon, nyaeta kudu adil jeung jujur oge. "
    own = "Kami menjaga suara rakyat dengan jujur dan bekerja untuk semua warga di desa itu. "
    made = {"a": english + own * 5, "b": sunda * 3 + own * 6, "c": own * 5, "d": english + own * 20}
    text = said(made)
    assert "Sedikitnya 20 % kata Esai a dan Esai b berada dalam bagian berbahasa asing" in text
    assert "regional language: Essay a and Essay b." in said(made, "en")


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.ForeignEssays")
@pytest.mark.parametrize(("number", "first"), [(1, "Esai ini"), (7, "Semua esai")])
def test_that_every_essay_is_foreign_is_said_first_and_no_share(number: int, first: str) -> None:
    english = "The officers of the commission learned integritas in the hall on that day. " * 20
    text = said({f"e{at}": english for at in range(number)})
    assert text.startswith(f"{first} sebagian besar berbahasa asing.")
    assert "%" not in text.split("Seberapa tepat")[0].split("hampir sama")[0]
    assert "erlalu sedikit teks" not in text
    assert "Perhatian:" not in text


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.ForeignEssays")
def test_english_says_one_other_and_many_others() -> None:
    english = "The officers of the commission counted every ballot in the hall and signed it. " * 20
    for rest, told in ((1, "and 1 other. The"), (2, "and 2 others. The")):
        essays = {f"b{at}": english for at in range(5 + rest)}
        assert told in said({"a": essay(3, 0, 12), **essays}, "en")


def test_a_heading_of_the_table_is_never_a_key() -> None:
    lexicon = Lexicon("own", (theme("tanggung_jawab", "tanggung jawab"),), {})
    table = pd.DataFrame({"essay": ["a"], "text": ["Tanggung jawab kami besar. " * 12]})
    made = figures(kc.preprocess(kc.load(table)), lexicon)
    text = told(made, "en")
    assert "TANGGUNG_JAWAB" in text
    assert "tanggung_jawab" not in text


def test_blank_cells_of_one_table_are_texts_and_no_files() -> None:
    corpus = kc.load(pd.DataFrame({"text": ["Kami jujur.", "", None, " "]}))
    told = said(corpus, "en")
    assert "3 texts not read" in told
    assert "files" not in told


def test_an_essay_that_outweighs_the_others_is_named_where_shares_are_told() -> None:
    sizes = {"a": 12, "b": 12, "c": 12, "d": 12, "e": 12, "panjang": 48, "f": 12}
    heavy = "atau kelompoknya: Esai panjang (48 dari 120 kalimat di semua esai)."
    assert heavy in said({name: essay(1, 0, n - 1) for name, n in sizes.items()})
    two = {"a": 50, "b": 50, "c": 5, "d": 5, "e": 5, "f": 5}
    heavy = "a (50 dari 120 kalimat di semua esai); Esai b (50 dari 120 kalimat di semua esai)."
    assert heavy in said({name: essay(1, 0, n - 1) for name, n in two.items()})
    assert "memuat sedikitnya" not in said(
        {n: essay(1, 0, s - 1) for n, s in sizes.items() if s < 48}
    )


def test_a_theme_that_is_mostly_of_one_essay_is_told_with_it() -> None:
    others = {name: essay(1, 0, 9) for name in "abcde"}
    told = "berasal dari satu esai: Integritas (6 dari 11 kalimat di Esai ani)."
    assert told in said({"ani": essay(6, 0, 4), **others})
    assert "berasal dari satu esai" not in said({"ani": essay(5, 0, 5), **others})
    words = "jujur adil netral disiplin ramah peduli".split()
    own = Lexicon("own", tuple(theme(word, word) for word in words), {})
    text = said({word: f"Kami {word}. " * 10 for word in words}, lexicon=own)
    assert "Ramah (10 dari 10 kalimat di Esai ramah); dan 1 lagi. Lihat juga" in text


def test_an_essay_that_outweighs_its_group_is_named_with_it() -> None:
    rows = [
        {"unit": unit, "text": essay(1, 0, 60 if (unit, n) == ("KPU Garut", 0) else 11)}
        for unit in ("KPU Garut", "KPU Subang")
        for n in range(5)
    ]
    rows += [{"unit": "KPU Tegal", "text": essay(1, 0, 59)}]  # a group too small for shares
    tokens = kc.preprocess(kc.load(pd.DataFrame(rows)))
    text = told(without(figures(tokens, LEXICON, by="unit"), "compared", "passages"))
    assert "kelompoknya: Esai 0 (61 dari 109 kalimat di KPU Garut)." in text
    one = kc.preprocess(kc.load(pd.DataFrame(rows[:5])))
    text = told(without(figures(one, LEXICON, by="unit"), "compared", "passages"))
    assert text.count("Esai 0 (61 dari 109 kalimat") == 1


RUN_ON = "saya datang pagi.integritas itu penting.warga senang dilayani dengan ramah. " * 12


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RUN_ON.replace(". ", "."), True),
        ((RUN_ON.replace(". ", ".") + " ") * 2, True),
        (RUN_ON.replace(".", ". "), False),
        ("Kami, pegawai baru di kantor yang jauh itu, " * 6 + "bekerja.", False),
    ],
)
def test_an_essay_whose_full_stops_were_not_typed_is_named(text: str, told: bool) -> None:
    long = "rata-rata 40 kata atau lebih) di Esai b: mungkin titik"
    assert (long in said({"a": essay(3, 0, 12), "b": text})) == told


def test_a_nearly_empty_essay_is_named_among_long_ones_but_not_among_short_answers() -> None:
    told = "Hampir kosong: Esai c (2 kata). Periksa berkasnya"
    assert told in said({"a": essay(9, 0, 12), "b": essay(9, 0, 12), "c": "Esai menyusul."})
    assert "Hampir kosong" not in said({"a": BLUE * 2, "b": BLUE, "c": "Esai menyusul."})


@pytest.mark.filterwarnings("ignore:Essays with a part of more than 2000 characters")
def test_an_essay_in_which_no_sentence_ends_is_said_to_count_in_portions() -> None:
    text = said({"a": essay(3, 0, 12), "b": "kami datang pagi dan melayani warga " * 60})
    assert "Lebih dari 2.000 karakter tanpa akhir kalimat di Esai b:" in text
    assert "per potongan sekitar 25 kata" in text


@pytest.mark.filterwarnings("ignore:No essay has a value")
@pytest.mark.parametrize(
    ("missing", "told"),
    [(1, False), (2, True), (7, True), (8, False)],
)
def test_many_essays_without_a_value_are_told_before_groups_are_compared(
    missing: int, told: bool
) -> None:
    texts = {f"e{number}": essay(1, 0, 9) for number in range(8)}
    values = [None] * missing + ["1", "2"] * 4
    metadata = pd.DataFrame({"essay": [f"e{n}" for n in range(8)], "angkatan": values[:8]})
    tokens = kc.preprocess(kc.load(texts, metadata=metadata))
    text = " ".join(answer(figures(tokens, LEXICON, by="angkatan"), Wording("id")))
    assert ("tidak menyebut angkatan dan masuk kelompok (tidak disebutkan)" in text) == told


def test_essays_without_a_value_that_are_compared_are_not_said_to_be_beyond_comparison() -> None:
    texts = {f"e{number}": essay(1, 0, 9) for number in range(10)}
    metadata = pd.DataFrame({"essay": [*texts], "ikut": ["ya"] * 5 + [None] * 5})
    tokens = kc.preprocess(kc.load(texts, metadata=metadata))
    text = " ".join(answer(figures(tokens, LEXICON, by="ikut"), Wording("id")))
    told = "5 dari 10 esai tidak menyebut ikut dan dibandingkan sebagai kelompok (tidak disebutkan)"
    assert told in text
    assert "jangan bandingkan" not in text


def test_who_wrote_several_essays_that_count_as_independent_is_named() -> None:
    names = ["Ani Sari", "Budi Adi", "ANI SARI, S.H.", "Humas KPU Garut", "Humas KPU Garut", None]
    texts = [essay(at, 0, 12 - at) for at in range(6)]
    corpus = kc.load(pd.DataFrame({"text": texts, "author": names}))
    assert "count as independent of each other (1 person: Ani Sari), so" in said(corpus, "en")
    assert "by one person" not in said(corpus.select([True] * 2 + [False] + [True] * 3), "en")


def test_people_with_an_essay_in_each_group_are_cautioned_of_in_the_range_of_all() -> None:
    names = [f"Orang {name}" for name in [*"ABCDE", *"ABCDE"]]
    rows = {"text": [essay(at, 0, 12 - at) for at in range(10)], "author": names}
    rows["waktu"] = ["sebelum"] * 5 + ["sesudah"] * 5
    made = figures(kc.preprocess(kc.load(pd.DataFrame(rows))), LEXICON, by="waktu")
    assert made.compared.themes is not None
    text = " ".join(answer(made, Wording("id")))
    assert "orang yang sama (5 orang: Orang A, Orang B, " in text
    assert "persentase yang menghitung esai-esai itu bersama dapat terlalu sempit" in text


@pytest.mark.parametrize(("sentences", "told"), [(1, False), (12, True)])
def test_ranges_are_spoken_of_only_where_some_are_shown(sentences: int, told: bool) -> None:
    text = said({"a": essay(1, 0, sentences - 1)})
    assert ("Rentang di laporan ini tidak memuat" in text) == told
    assert "acalah kalimat buktinya." in text
