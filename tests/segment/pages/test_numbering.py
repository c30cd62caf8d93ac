"""Files whose essays are counted: "ESAI 1" above a title, before it, or above a name."""

from __future__ import annotations

import pytest
from tests.segment.cutting import loaded

import kpu_corpus as kc
from kpu_corpus.segment.pages.numbering import counted
from kpu_corpus.segment.unwrapping import lines_of

TEXT = "Kami menjaga netralitas setiap hari di kantor tempat kami bekerja bersama. " * 3
TITLES = ["Membangun Budaya Integritas", "Netralitas Aparatur", "Belajar Sepanjang Hayat"]
NAMES = ["Rina Marlina", "Asep Saepudin", "Dewi Lestari"]


def cut(*parts: str) -> kc.Corpus:
    return loaded("\n\n".join(parts))


@pytest.mark.parametrize(
    "numbers",
    [
        ("ESAI 1", "ESAI 2", "ESAI 3"),
        ("Esai ke-1:", "Esai ke-2:", "Esai ke-3:"),
        ("ARTIKEL I", "ARTIKEL II", "ARTIKEL III"),
        ("Tulisan pertama", "Tulisan kedua", "Tulisan ketiga"),
        ("Esai Peserta No. 1", "Esai Peserta No. 2", "Esai Peserta No. 4"),
        ("Judul 1:", "Judul 2:", "Judul 3:"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", " "])
def test_numbers_above_titles_count_the_essays_and_are_no_part_of_the_titles(
    numbers: tuple[str, ...], gap: str
) -> None:
    parts = [f"{n}{gap}{title}\n\n{TEXT}" for n, title in zip(numbers, TITLES, strict=True)]
    # of one a title may begin with such words: Tulisan Pertama Saya
    for essays in range(1 if gap != " " or "Esai" in numbers[0].title() else 2, 4):
        corpus = cut(*parts[:essays])
        assert [item.title for item in corpus.items] == TITLES[:essays]
        assert [*map(corpus.text, corpus.items)] == [TEXT.strip()] * essays
        ((name, text),) = ((one.name, one.text) for one in corpus.documents)
        spans = [text[x.start : x.end] for x in corpus.tiling[name] if x.rule == "essay_number"]
        assert spans == [*numbers[:essays]]


def test_the_first_of_short_essays_that_are_counted_is_none_of_the_page() -> None:
    texts = [f"{name} menjaga suara pemilih dengan jujur setiap hari." for name in NAMES]
    corpus = cut(*(f"Esai {n}\n\n{text}" for n, text in enumerate(texts, 1)))
    assert corpus.essays["text"].tolist() == texts


@pytest.mark.parametrize(("head", "first"), [("Para pembaca", [9]), ("Kata Pengantar", [])])
def test_a_long_text_above_counted_essays_is_one_unless_it_is_called_a_foreword(
    head: str, first: list[int]
) -> None:
    parts = [f"Esai {n}\n{TITLES[n]}\n\n{TEXT}" for n in (1, 2)]
    corpus = cut(head, f"{TEXT * 3}", *parts)
    assert corpus.essays["text"].str.count("Kami").tolist() == [*first, 3, 3]


def test_a_thousand_essays_and_more_are_counted() -> None:
    said = "Kami menjaga suara pemilih di desa setiap hari."
    page = "\n\n".join(f"Esai {n}\n\n{said}" for n in range(1, 1003))
    assert counted(lines_of(page, ()))[1] == {*range(0, 2004, 2)}


@pytest.mark.parametrize("cover", ["", "KUMPULAN ESAI PESERTA\n\n"])
def test_numbered_people_with_their_offices_wrote_what_stands_below(cover: str) -> None:
    texts = [" ".join([f"{name} menjaga suara pemilih dengan jujur."] * 6) for name in NAMES]
    parts = (
        f"{n}. {name} (KPU Kota Tegal)\n{text}"
        for n, (name, text) in enumerate(zip(NAMES, texts, strict=True), 1)
    )
    corpus = cut(cover + "\n\n".join(parts))
    assert corpus.essays["author"].tolist() == NAMES
    assert corpus.essays["unit"].tolist() == ["KPU Kota Tegal"] * 3
    assert corpus.essays["text"].tolist() == texts


@pytest.mark.parametrize("number", ["{}. ", "Contoh Esai {}\n\n"])
def test_as_many_numbers_as_the_page_announces_open_essays(number: str) -> None:
    head = ["2 Contoh Esai Mahasiswa", "Berikut contoh esai yang dapat dibaca sebelum menulis."]
    parts = (f"{number.format(n)}{title}\n\n{TEXT} {TEXT}" for n, title in enumerate(TITLES[:2], 1))
    found = cut(*head, *parts).items
    assert [essay.title for essay in found] == TITLES[:2]


@pytest.mark.parametrize(
    "head",
    [
        ["2 Tulisan yang Mengubah Hidup Saya", TEXT],
        ["Belajar dari 2 Contoh Artikel", f"Oleh: {NAMES[0]}", TEXT],
        ["Menulis Itu Mudah", TEXT, "Berikut 2 contoh tulisan yang saya baca setiap pagi."],
    ],
)
def test_an_essay_may_count_the_texts_it_is_about(head: list[str]) -> None:
    parts = (f"{n}. {title}\n\n{TEXT} {TEXT}" for n, title in enumerate(TITLES[:2], 1))
    (item,) = cut(*head, *parts).items
    assert item.title == head[0]


def test_an_editors_name_ends_no_file_above_the_number_of_an_essay() -> None:
    said = "Kami menanam pohon di halaman kantor.\n\nPohon itu tumbuh tinggi di halaman."
    first, *rest = (f"ESAI {n}\n{TITLES[n]}\n\n{said}" for n in range(3))
    corpus = cut(first, "Editor: Asep", *rest)
    assert corpus.essays["text"].tolist() == [said] * 3
    rows = [TEXT * 3, "Esai 1", TEXT, "(hrs/asp)", "Esai 2", said.split("\n")[0], "Nama", TEXT]
    assert len(cut("\n".join(rows)).items) == 3


def test_numbered_people_with_a_sentence_each_are_quoted_by_one_essay() -> None:
    said = (
        f"{n}. {name} (KPU Kota Tegal)\nMenurutnya suara pemilih adalah amanah kita semua."
        for n, name in enumerate(NAMES, 1)
    )
    assert len(cut("\n\n".join([*said, TEXT])).items) == 1


def test_numbered_people_below_a_title_are_those_an_essay_speaks_of() -> None:
    parts = [f"{n}. {name} (KPU Kota Tegal)\n{TEXT}" for n, name in enumerate(NAMES, 1)]
    assert len(cut("Rekan yang Saya Teladani", *parts).items) == 1


def test_what_stands_between_a_number_and_its_title_tells_the_author() -> None:
    parts = zip(NAMES, TITLES, strict=True)
    blocks = [
        f"Esai {place}\nNama : {name}\nUnit Kerja : KPU Kota Tegal\nJudul : {title}\n\n{TEXT}"
        for place, (name, title) in enumerate(parts, 1)
    ]
    essays = cut("KUMPULAN ESAI", *blocks).essays
    assert essays["author"].tolist() == NAMES
    assert essays["title"].tolist() == TITLES
    assert essays["text"].tolist() == [TEXT.strip()] * 3


@pytest.mark.parametrize("office", ["", " (KPU Kota Tegal)"])
def test_a_name_behind_a_number_is_the_authors(office: str) -> None:
    essays = cut(*(f"Esai {n} - {NAMES[n]}{office}\n\n{TEXT}" for n in (1, 2))).essays
    assert essays["author"].tolist() == NAMES[1:]
    assert essays["text"].tolist() == [TEXT.strip()] * 2


def test_essays_may_be_counted_without_titles() -> None:
    essays = cut(f"Esai 1\n\n{TEXT}", f"Esai 2\n\n{TEXT}\n\n{TEXT}").essays
    assert essays["title"].isna().all()
    assert essays["text"].str.count("Kami").tolist() == [3, 6]


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_table_of_contents_counts_no_essays(gap: str) -> None:
    contents = (
        f"DAFTAR ISI\nEsai 1{gap}Membangun Budaya Integritas dalam Pekerjaan Sehari-hari .... 1\n"
        f"Esai 2{gap}Netralitas Aparatur .... 3"
    )
    parts = [f"Esai {place}\n{TITLES[place - 1]}\n\n{TEXT}" for place in (1, 2)]
    assert cut(contents, *parts).essays["title"].tolist() == TITLES[:2]


@pytest.mark.parametrize(
    "sentence", ["Esai 3 saya tulis bersama Rina di kantor", "Esai 3 Ditulis Rina."]
)
def test_a_sentence_that_opens_with_a_number_counts_no_essay(sentence: str) -> None:
    parts = [f"Esai {n}\n{TITLES[n - 1]}\n\n{TEXT}" for n in (1, 2)]
    essays = cut(*parts, f"{sentence}\n\n{TEXT}").essays
    assert essays["title"].tolist() == TITLES[:2]
    assert sentence in essays["text"].iloc[1]


@pytest.mark.parametrize("heads", [("Esai 1",), ("Esai 1", "Esai 1"), ("Artikel 1", "Artikel 2")])
def test_a_line_inside_an_essay_that_counts_nothing_does_not_cut_it(heads: tuple[str, ...]) -> None:
    assert len(cut(TITLES[0], TEXT, *(f"{head}\n\n{TEXT}" for head in heads))) == 1


@pytest.mark.parametrize(
    "heading",
    [
        "KUMPULAN ESAI PESERTA LATSAR",
        "Kumpulan esai\nKPU KABUPATEN GARUT",
        "KUMPULAN ESAI PESERTA LATSAR\nKPU KABUPATEN GARUT",
    ],
)
@pytest.mark.parametrize("upper", [True, False])
def test_the_heading_of_a_collection_leaves_the_first_essay_its_title_and_author(
    heading: str, upper: bool
) -> None:
    titles = [title.upper() if upper else title for title in TITLES]
    parts = [
        f"ESAI {number}\n{title}\n{name}\n\n{TEXT}"
        for number, (title, name) in enumerate(zip(titles, NAMES, strict=True), start=1)
    ]
    essays = cut(heading, *parts).essays
    assert [*essays["title"]] == titles
    assert [*essays["author"]] == NAMES
    assert {text.strip() for text in essays["text"]} == {TEXT.strip()}


@pytest.mark.parametrize(
    "text",
    ["ESAI 1\n\nMenjaga Suara", f"1. Menjaga Integritas\n2. Menjaga Netralitas\n\n{TEXT}"],
    ids=["no text below", "nothing between"],
)
def test_numbers_without_a_text_of_their_own_count_nothing(text: str) -> None:
    assert cut(text).essays["text"].tolist() == [text.strip()]


def test_numbers_of_titles_in_bold_letters_that_may_ask_are_none_of_them() -> None:
    titles = ["Mengapa Kami Menjaga Suara?", "Pintu yang Selalu Terbuka"]
    names = ["Rina Marlina", "Asep Saepudin"]
    text = "\n\n".join(
        f"*{number}. {title}*\n_{name} - KPU Kota Tegal_\n\n"
        + "Kami membaca ulang berkasnya. " * 20
        for number, (title, name) in enumerate(zip(titles, names, strict=True), 1)
    )
    found = cut(text).essays
    assert found["title"].tolist() == titles
    assert found["author"].tolist() == names


@pytest.mark.parametrize(
    "ranks",
    [("JUARA I", "JUARA II", "JUARA III"), ("Juara 1", "Juara 2", "Juara Harapan 1")],
)
def test_the_ranks_of_winners_count_their_essays(ranks: tuple[str, ...]) -> None:
    parts = zip(ranks, TITLES, NAMES, strict=True)
    essays = cut(
        *(f"{rank}\n\n{title}\nOleh: {name}\n\n{TEXT}" for rank, title, name in parts)
    ).essays
    assert essays["title"].tolist() == TITLES
    assert essays["author"].tolist() == NAMES
    assert essays["text"].tolist() == [TEXT.strip()] * 3


def test_winners_that_an_essay_speaks_of_count_no_essay() -> None:
    parts = (f"Juara {rank}: Kerja Keras\n\n{TEXT * 2}" for rank in ("Kedua", "Pertama"))
    (essay,) = cut(TITLES[0], f"Oleh: {NAMES[0]}", TEXT, *parts).items
    assert (essay.title, essay.author) == (TITLES[0], NAMES[0])


@pytest.mark.parametrize("rank", ["Juara {}", "Esai {}"])
def test_the_name_between_a_number_and_the_text_is_the_authors(rank: str) -> None:
    parts = (f"{rank.format(n)}\n\n{name}\n\n{TEXT * 3}" for n, name in enumerate(NAMES, 1))
    essays = cut(*parts).essays
    assert essays["author"].tolist() == NAMES
    assert essays["title"].isna().all()


@pytest.mark.parametrize("kind", ["Juara", "Peserta"])
def test_a_list_of_people_above_a_text_counts_no_essay(kind: str) -> None:
    listed = "\n".join(f"{kind} {n}: {name}" for n, name in enumerate(NAMES, 1))
    (essay,) = cut("Pengumuman Hasil Lomba", listed, TEXT).items
    assert essay.author not in NAMES
    assert "essay_number" not in set(cut("Pengumuman", listed, TEXT).spans["rule"])


@pytest.mark.parametrize("code", ["Kode Peserta: 01{}", "No. Peserta A-{}", "NDH: {}"])
@pytest.mark.parametrize("title", ["", "Judul: {}\n\n", "{}\n\n"])
@pytest.mark.parametrize("cover", ["", "KUMPULAN ESAI PESERTA\n\n"])
def test_codes_that_stand_for_names_begin_essays(code: str, title: str, cover: str) -> None:
    parts = (f"{code.format(n)}\n\n{title.format(x)}{TEXT * 2}" for n, x in enumerate(TITLES, 1))
    essays = cut(cover + "\n\n".join(parts)).essays
    assert essays["text"].tolist() == [(TEXT * 2).strip()] * 3
    assert essays["title"].fillna("").tolist() == (TITLES if title else [""] * 3)


@pytest.mark.parametrize("year", ["Esai 2025", "Artikel 2025"])
def test_a_year_behind_the_word_for_an_essay_is_no_number(year: str) -> None:
    assert "essay_number" not in set(cut(year, TEXT * 2).spans["rule"])


@pytest.mark.parametrize("last", ["Salam demokrasi!", "Tegal, 5 Juni 2025", "Rina Marlina"])
def test_a_short_line_may_stand_between_an_essay_and_the_next_code(last: str) -> None:
    parts = [f"Kode Peserta: 01{n}\n\n{TEXT * 2}\n\n{last}" for n in (1, 2, 3)]
    assert len(cut(*parts).items) == 3


@pytest.mark.parametrize("last", ["", "\n\nRina Marlina", "\n\nSalam demokrasi!"])
def test_a_title_right_above_a_code_stays_the_title_of_its_essay(last: str) -> None:
    first = f"Kumpulan Esai\nKode Peserta: 012\n\n{TEXT * 2}{last}"
    second = f"Jujur Sejak Dini\nKode Peserta: 013\n\n{TEXT * 2}{last}"
    corpus = cut(first, second)
    assert "essay_number" not in set(corpus.spans["rule"])
    assert corpus.essays["title"].tolist()[-1] == "Jujur Sejak Dini"


def test_codes_without_an_essay_below_each_part_none() -> None:
    listed = [f"Kode Peserta: 01{n}\n\nHadir tepat waktu." for n in (2, 3)]
    assert len(cut(f"Kode Peserta: 011\n\n{TEXT * 2}", *listed).items) == 1


def test_codes_below_names_are_of_their_forms() -> None:
    forms = (
        f"Nama: {name}\nKode Peserta: {n}\nSatker: KPU Kota Tegal\n\n{TEXT * 2}"
        for n, name in enumerate(NAMES)
    )
    essays = cut(*forms).essays
    assert essays[["author", "unit"]].values.tolist() == [[x, "KPU Kota Tegal"] for x in NAMES]


@pytest.mark.parametrize("code", ["Kode Peserta: 01{}", "NDH: {}"])
@pytest.mark.parametrize("above", ["{name}\n\n", "{name}\nKPU Kota Tegal\n", ""])
def test_codes_below_titles_and_names_part_no_essays_from_them(code: str, above: str) -> None:
    rows = enumerate(zip(TITLES, NAMES, strict=True), 1)
    parts = (
        f"# {title}\n\n{above.format(name=name)}{code.format(n)}\n\n{TEXT * 2}"
        for n, (title, name) in rows
    )
    essays = loaded("\n\n".join(parts), "a.md").essays
    assert essays["title"].tolist() == TITLES
    assert essays["author"].fillna("").tolist() == (NAMES if above else [""] * 3)


def test_a_deadline_may_stand_above_a_numbered_list_of_writers() -> None:
    names = "\n\n".join(
        f"{n}. *{x}* (KPU Kota Tegal)\n\n{TEXT * 2}" for n, x in enumerate(NAMES, 1)
    )
    essays = cut(f"*REKAP ESAI*\n_Batas: 1 Agustus 2025_\n\n{names}").essays
    assert essays[["author", "unit"]].values.tolist() == [[x, "KPU Kota Tegal"] for x in NAMES]


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("ESAI", NAMES[:1] * 3),
        ("Contoh Esai", NAMES[:1] * 3),
        ("ESAI PESERTA", [NAMES[0], None, None]),
    ],
)
def test_who_alone_is_named_above_the_first_number_wrote_all(
    word: str, names: list[str | None]
) -> None:
    parts = (f"{word} {at}: {title}\n\n{TEXT}" for at, title in enumerate(TITLES, 1))
    head = ["KUMPULAN ESAI", f"Nama\nInstansi\n: {NAMES[0]}\n: KPU Kota Tegal"]
    corpus = cut(*head, *parts)
    assert [item.author for item in corpus.items] == names
    parts = (f"{word} 1\n{TITLES[0]}\nOleh: {NAMES[1]}\n\n{TEXT}", f"{word} 2\n\n{TEXT}")
    assert cut(f"Nama: {NAMES[0]}", *parts).items[1].author is None


def test_a_byline_below_the_first_of_numbered_sections_makes_no_essays_of_them() -> None:
    parts = (f"I. Pendahuluan\n\nOleh: {NAMES[0]}", "II. Isi", "III. Penutup")
    (item,) = cut(TITLES[0], *(f"{part}\n\n{TEXT * 2}" for part in parts)).items
    assert item.title == TITLES[0]
