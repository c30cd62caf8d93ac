"""Shared passages: exact offsets, every kind of change, and no alarm between unrelated texts."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples

import kpu_corpus as kc
from kpu_corpus.analysis.reuse import windows
from kpu_corpus.tokens import Tokens

COLUMNS = (
    "essay_a start_a end_a essay_b start_b end_b words kind similarity template essays text text_b"
).split()
COPIED = (
    "Penyelenggara pemilu wajib menolak setiap hadiah dari peserta, mencatat laporan masyarakat "
    "dengan teliti, dan mengumumkan hasil rekapitulasi suara tepat waktu kepada seluruh warga."
)
SHUFFLED = (
    "Kepada seluruh warga tepat waktu mengumumkan hasil rekapitulasi suara, dengan teliti mencatat "
    "laporan masyarakat, dan menolak setiap hadiah dari peserta wajib penyelenggara pemilu."
)
INFLECTED = (
    "Pemilu diselenggarakan dengan kewajiban penolakan setiap hadiah peserta, pencatatan laporan "
    "masyarakat yang teliti, dan pengumuman hasil rekapitulasi suara tepat waktu bagi semua warga."
)
REWORDED = (
    "Penyelenggara pemilu harus menolak semua hadiah dari calon, mencatat aduan masyarakat secara "
    "teliti, lalu mengumumkan hasil hitungan suara tepat waktu bagi semua warga."
)
BEFORE = "Hujan turun sejak pagi di desa kecil itu. Anak-anak bermain layang-layang di sawah. "
AFTER = " Ibu menanak nasi sambil bernyanyi. Ayah memperbaiki sepeda tua di halaman belakang."
OTHER = "Saya lahir di Garut dan suka memancing. Kakak bekerja di bengkel motor milik paman. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (COPIED, "exact"),
        (SHUFFLED, "reordered"),
        (INFLECTED, "inflected"),
        (REWORDED, "reworded"),
    ],
)
def test_every_kind_of_change_is_found_at_its_place(text: str, kind: str) -> None:
    corpus = kc.load({"x": BEFORE + COPIED + AFTER, "y": OTHER + text})
    table = kc.shared_passages(corpus)
    assert table.columns.tolist() == COLUMNS
    assert len(table) == 1
    row = table.iloc[0]
    assert row["kind"] == kind
    assert abs(row["start_a"] - len(BEFORE)) <= 1
    assert abs(row["end_a"] - len(BEFORE + COPIED)) <= 1
    assert abs(row["start_b"] - len(OTHER)) <= 1
    assert abs(row["end_b"] - len(OTHER + text)) <= 1
    assert not row["template"]
    assert row["essays"] == 2


@pytest.mark.parametrize("after", ["pada yang mana", "dari 4 Agustus sampai 13 September"])
def test_a_copy_goes_on_to_the_last_word_that_is_the_same_though_it_weighs_nothing(
    after: str,
) -> None:
    said = f"{COPIED} Berkas lama dicari staf sampai malam, dan kami tidak tahu berpegang {after}"
    corpus = kc.load({"x": f"{BEFORE}{said}. Hujan turun.", "y": f"{OTHER}{said}. Ibu memasak."})
    (row,) = kc.shared_passages(corpus).itertuples()
    assert (row.text, row.text_b, row.kind) == (said, said, "exact")


def test_no_copy_is_less_similar_than_another() -> None:
    said = f"{COPIED} {OTHER}"
    table = kc.shared_passages(kc.load({"x": BEFORE + said + AFTER, "y": f"Ibu memasak. {said}"}))
    assert table["similarity"].tolist() == [1.0]


def test_unrelated_texts_share_nothing() -> None:
    texts = {"x": BEFORE + AFTER, "y": OTHER + COPIED, "z": "Kami belajar statistika. " * 9}
    assert kc.shared_passages(kc.load(texts)).empty


def test_names_that_one_essay_repeats_are_no_passage_of_another_that_lists_them() -> None:
    ballots = (
        "Pemilu Presiden dan Wakil Presiden berlangsung bersamaan dengan pemilu DPR, DPD, dan "
        "DPRD. Baru kali ini pemilu Presiden dan Wakil Presiden digabung dengan pemilu anggota DPR "
        "dan DPD. Pemilu anggota DPRD Provinsi dan DPRD Kabupaten/Kota juga ikut. Kertas abu-abu "
        "untuk memilih Presiden dan Wakil Presiden. Kertas kuning untuk memilih anggota DPR RI. "
        "Kertas merah untuk memilih anggota DPD RI. Kertas biru untuk memilih anggota DPRD "
        "Provinsi. Kertas hijau untuk memilih anggota DPRD Kabupaten/Kota. Suara untuk Presiden "
        "dan Wakil Presiden dihitung dahulu, lalu suara untuk anggota DPR RI dan anggota DPD RI."
    )
    listed = (
        "Terpilih sudah Presiden dan Wakil Presiden, anggota legislatif yaitu anggota DPD RI, "
        "DPR RI, DPRD Provinsi, dan DPRD Kabupaten/Kota."
    )
    assert kc.shared_passages(kc.load({"x": BEFORE + ballots + AFTER, "y": OTHER + listed})).empty


def test_the_essays_of_one_assignment_are_not_copies(tokens: Tokens) -> None:
    table = kc.shared_passages(tokens)
    assert table[~table["template"]].empty


def _words(name: str, count: int) -> str:
    parts = "ba ke lo mi nu ra se ti wo ju".split()
    return " ".join(name + "".join(parts[int(digit)] for digit in f"{n:03}") for n in range(count))


def test_a_passage_does_not_go_on_into_the_essay_that_comes_next() -> None:
    first, last = _words("awal", 12), _words("hir", 12)
    texts = {name: f"{first}. {_words(name, 120)}. {last}." for name in ("ga", "fe", "hu", "di")}
    found = kc.shared_passages(kc.load(texts))
    assert len(found) == 12
    assert (found["words"] == 12).all()
    assert (found["start_a"] < found["end_a"]).all()
    assert (found["start_b"] < found["end_b"]).all()


def test_a_passage_put_together_of_equal_parts_is_as_alike_as_the_whole_of_it() -> None:
    first, last = _words("awal", 12), _words("hir", 12)
    texts = {name: f"{first}. {_words(name, 30)}. {last}." for name in ("ga", "fe")}
    (passage,) = kc.shared_passages(kc.load(texts)).itertuples()
    assert (passage.words, passage.kind) == (54, "reworded")
    assert 0.3 < passage.similarity < 0.6


def test_sides_can_be_chosen() -> None:
    corpus = kc.load({"x": COPIED, "y": BEFORE + COPIED, "z": OTHER + COPIED})
    assert len(kc.shared_passages(corpus)) == 3
    table = kc.shared_passages(corpus, a=["z"], b=["x", "y"])
    assert table[["essay_a", "essay_b"]].values.tolist() == [["z", "x"], ["z", "y"]]
    assert table["essays"].tolist() == [3, 3]


def test_boilerplate_brings_each_essay_together_with_some_and_not_with_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(windows, "PARTNERS", 2)
    monkeypatch.setattr(windows, "SPREAD", 2)
    texts = {
        f"e{n}": f"{COPIED} Catatan nomor {n} dari kota {'abcdefgh'[n] * 4}." for n in range(8)
    }
    table = kc.shared_passages(kc.load(texts))
    assert {*table["essay_a"], *table["essay_b"]} == set(texts)
    assert 4 <= len(table) <= 2 * len(texts)
    assert (table["words"] >= 20).all()


def test_all_who_copied_from_a_source_are_found_however_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(windows, "SPREAD", 3)
    texts = {f"e{n}": f"Peserta dari kota {'abcdefgh'[n] * 4}. {COPIED}" for n in range(8)}
    corpus = kc.load({**texts, "modul": f"Modul pelatihan. {COPIED}"})
    reading = windows.reading_of(kc.preprocess(corpus))
    source = reading.rows == corpus.ids.index("modul")
    everyone = reading.rows >= 0
    for sides in ((everyone, source), (source, everyone)):
        found = windows.runs_alike(reading, *sides)
        met = {*reading.rows[reading.essay[found.a]], *reading.rows[reading.essay[found.b]]}
        assert len(met) == 9
        assert len(found.a) == 8
        assert (found.a < found.b).all()
    assert not len(windows.runs_alike(reading, everyone, everyone).a)


def test_a_window_keeps_its_partners_in_the_essays_most_alike() -> None:
    essay = np.arange(1 + 2 * windows.PARTNERS)
    other = essay[1:]
    alike = np.random.default_rng(0).permutation(other) / 100
    _, kept, _ = windows._nearest(np.zeros_like(other), other, alike, essay)
    assert set(kept) == set(other[np.argsort(-alike)[: windows.PARTNERS]])


@examples(6)
@given(
    before=st.lists(st.sampled_from(BEFORE.split()), max_size=30),
    after=st.lists(st.sampled_from(AFTER.split()), max_size=30),
    space=st.sampled_from([" ", "\n", "\u00a0", "  ", "\n\n"]),
)
def test_a_copy_is_found_wherever_it_stands(
    before: list[str], after: list[str], space: str
) -> None:
    left = " ".join(before) + space if before else ""
    text = left + COPIED + space + " ".join(after)
    table = kc.shared_passages(kc.load({"x": text, "y": OTHER + COPIED}))
    assert len(table) == 1
    row = table.iloc[0]
    assert row["text"] == text[row["start_a"] : row["end_a"]]
    assert row["text_b"] == (OTHER + COPIED)[row["start_b"] : row["end_b"]]
    copied = range(len(left), len(left + COPIED) - 1)
    found = range(row["start_a"], row["end_a"])
    assert len(set(copied) & set(found)) >= 0.95 * len(copied)


SENTENCES = [
    f"{said.strip()}."
    for text in (COPIED, SHUFFLED, INFLECTED, REWORDED, BEFORE, AFTER, OTHER)
    for said in re.split("[.,]", text)
    if len(said.split()) > 3
]


def _places(texts: dict[str, str], **sides: list[str]) -> dict[frozenset[object], object]:
    """Return what is said of each pair of places, whichever is side a."""
    rows = kc.shared_passages(kc.load(texts), **sides).itertuples()
    return {
        frozenset([(r.essay_a, r.start_a, r.end_a), (r.essay_b, r.start_b, r.end_b)]): (
            *(r.kind, r.similarity, r.template, r.essays),
            {r.text, r.text_b},
        )
        for r in rows
    }


@examples(5)
@given(
    texts=st.lists(
        st.lists(st.sampled_from(SENTENCES), min_size=6, max_size=8, unique=True).map(" ".join),
        min_size=2,
        max_size=3,
    ),
    data=st.data(),
)
def test_neither_the_order_of_essays_nor_the_side_they_are_on_matters(
    texts: list[str], data: st.DataObject
) -> None:
    essays = {f"e{n}": text for n, text in enumerate(texts)}
    turned = data.draw(st.permutations(list(essays)))
    found = _places(essays)
    assert _places({name: essays[name] for name in turned}) == found
    left, right = turned[:1], turned[1:]
    assert _places(essays, a=left, b=right) == _places(essays, a=right, b=left)


def test_side_a_is_the_one_asked_for_or_the_earlier_essay() -> None:
    texts = {"x": COPIED, "y": BEFORE + REWORDED + AFTER}
    for names, sides in ((("x", "y"), {}), (("y", "x"), {}), (("x", "y"), {"a": ["y"]})):
        table = kc.shared_passages(kc.load({name: texts[name] for name in names}), **sides)
        [row] = table.itertuples()
        assert row.essay_a == (sides.get("a") or names)[0]
        assert row.text == texts[row.essay_a][row.start_a : row.end_a]
        assert row.text_b == texts[row.essay_b][row.start_b : row.end_b]


def test_the_first_place_of_a_stock_phrase_is_that_of_the_first_id() -> None:
    texts = {name: f"{name} bekerja Jujur, adil, dan transparan." for name in "cab"}
    texts["a"] = texts["a"].replace("Jujur", "jujur")
    [row] = kc.templates(kc.load(texts)).itertuples()
    assert (row.essay, row.text) == ("a", "bekerja jujur, adil, dan transparan")


def test_stock_phrases_are_told_apart_from_copying() -> None:
    motto = "Komisi Pemilihan Umum bekerja jujur, adil, dan transparan demi pemilu bermartabat."
    rest = [BEFORE, OTHER, AFTER, "Kami belajar statistika dan menulis laporan harian. "]
    corpus = kc.load({str(i): f"{text} {motto}" for i, text in enumerate(rest)})
    assert kc.shared_passages(corpus)["template"].all()
    row = kc.templates(corpus).iloc[0]
    assert row["essays"] == row["count"] == 4
    assert row["share"] == 1
    assert "jujur, adil, dan transparan" in row["text"]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("secara ", "", "jujur, adil, dan transparan"),
        ("Kami ingin pemilu yang ", " demi", "pemilu yang jujur, adil, dan transparan"),
    ],
)
def test_a_stock_phrase_is_found_between_words_that_say_nothing(
    before: str, after: str, found: str
) -> None:
    ends = ["rakyat berjalan", "warga menunggu", "desa memilih", "kantor bekerja"]
    said = "jujur, adil, dan transparan"
    texts = {
        end: f"{text} {end} {before}{said}{after} {end}."
        for end, text in zip(ends, (BEFORE, OTHER, AFTER, "Hujan turun."), strict=True)
    }
    assert found in kc.templates(kc.load(texts))["text"].tolist()


def test_a_name_is_a_template_of_its_own(tokens: Tokens) -> None:
    table = kc.templates(tokens)
    names = table[table["kind"] == "name"].set_index("text")
    assert names.loc["Komisi Pemilihan Umum", "words"] == 3
    assert (table["essays"] >= 3).all()


def test_templates_are_where_they_say(tokens: Tokens) -> None:
    texts = {item.id: tokens.corpus.by_name[item.source].text for item in tokens.corpus.items}
    rows = [*kc.templates(tokens, min_essays=2).itertuples()]
    for row in rows:
        assert " ".join(texts[row.essay][row.start : row.end].split()) == row.text
    order = [(-row.essays, -row.words, -row.count, row.text) for row in rows]
    assert order == sorted(order)


@pytest.mark.parametrize("others", ["bekerja jujur demi rakyat", "berbenah"])
def test_a_name_with_other_words_is_a_phrase(others: str) -> None:
    said = f"Komisi Pemilihan Umum {others}"
    rows = {text: f"{text} {said}." for text in (BEFORE, OTHER, AFTER)}
    table = kc.templates(kc.load({str(i): text for i, text in enumerate(rows.values())}))
    assert dict(zip(table["text"], table["kind"], strict=True))[said] == "phrase"


def test_a_long_wording_of_many_essays_is_copying_and_no_template() -> None:
    corpus = kc.load({str(i): f"{text} {COPIED}" for i, text in enumerate((BEFORE, OTHER, AFTER))})
    assert kc.templates(corpus).empty
    assert not kc.shared_passages(corpus)["template"].any()


def test_no_passage_is_shorter_than_asked_though_sentences_end_inside() -> None:
    said = COPIED.replace("seluruh warga.", "seluruh. Warga")
    corpus = kc.load({"x": f"{BEFORE}{said}{AFTER}", "y": OTHER + REWORDED})
    for least in (18, 21, 24):
        table = kc.shared_passages(corpus, min_words=least)
        assert (table["words"] >= least).all()
    assert kc.shared_passages(corpus, min_words=20)["kind"].tolist() == ["reworded"]
    twice = kc.load({"x": BEFORE + COPIED, "y": OTHER + COPIED})
    found = [kc.shared_passages(twice, min_words=least) for least in (22, 23)]
    assert [table["words"].tolist() for table in found] == [[22], []]  # "tepat waktu" is one


def test_a_word_said_again_and_again_takes_no_work_that_grows_with_its_square() -> None:
    table = "Nilai tiap kelompok: " + "0 " * 600
    reading = windows.reading_of(kc.preprocess(kc.load({"x": table, "y": f"Hujan. {table}"})))
    both = reading.rows >= 0
    assert len(windows.runs_alike(reading, both, both).a) < 200
    found = kc.shared_passages(kc.load({"x": table, "y": f"Hujan. {table}"}))
    assert found["words"].tolist() == [603]


@pytest.mark.parametrize("longer", ["a", "b"])
def test_up_to_forty_words_inside_a_copy_leave_it_one_passage(longer: str) -> None:
    first = (
        "Disiplin waktu membuat tahapan pemilu berjalan tertib dari awal sampai akhir. Petugas "
        "mencatat setiap surat suara rusak di buku besar sekretariat."
    )
    second = (
        "Panitia menempel jadwal pelipatan di dinding gudang logistik. Saksi partai memeriksa "
        "segel kotak suara sebelum perhitungan dimulai."
    )
    own = (
        "Hujan deras semalam jalan kecamatan banjir lutut dewasa motor mogok ban bocor pasar sepi "
        "pedagang pulang cepat lampu padam genset meraung kucing tidur bantal kursi rotan tikar "
        "pandan gelas kopi gula teh pahit susu kental roti bakar mentega selai nanas jeruk apel "
        "salak manggis duku"
    ).split()
    text = f"Saya lahir di pesisir selatan. {first} {second} Ibu memasak ikan setiap sore."
    shorter = "ab".replace(longer, "")
    for words, found in ((38, 1), (42, 2)):
        between = f"{first} {' '.join(own[:words])}. {second}"
        texts = {shorter: text, longer: f"Ayah bertani padi. {between} Adik bersekolah di kota."}
        table = kc.shared_passages(kc.load(texts))
        assert len(table) == found
        if found == 1:
            row = table.iloc[0]
            for side in "ab":
                essay = texts[row[f"essay_{side}"]]
                part = essay[row[f"start_{side}"] : row[f"end_{side}"]]
                assert part.startswith("Disiplin waktu")
                assert part.endswith("perhitungan dimulai")


@pytest.mark.filterwarnings("ignore:Essays with a part of more than 2000 characters")
def test_the_same_words_over_and_over_meet_no_more_often_than_there_are_words() -> None:
    words = 6_000
    corpus = kc.load({"a": "kami " * words, "b": "kami " * words})
    reading = windows.reading_of(kc.preprocess(corpus))
    everywhere = np.ones(2, dtype=bool)
    with pytest.MonkeyPatch.context() as patch:
        met: list[int] = []
        patch.setattr(windows, "_lengthened", lambda a, b, _: met.append(len(a)))
        windows.runs_alike(reading, everywhere, everywhere)
    assert met[0] <= words
    (row,) = kc.shared_passages(corpus).itertuples()
    assert row.words > 0.99 * words
