"""Pages → essays: layouts in our own words, the cross product by generation, plain essays whole."""

from __future__ import annotations

import sys

import pytest
from benchmarks.layout_pages import compose, layouts
from benchmarks.layouts import measure
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.segment.cutting import LONG, OTHER, SEED, TEXT, bodies, cut, kinds, only

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Mark, Source
from kpu_corpus.segment import segment
from kpu_corpus.segment.bylines.byline import _date_part, is_date
from kpu_corpus.segment.bylines.facts import _found, facts_of
from kpu_corpus.segment.bylines.glued import dateline
from kpu_corpus.segment.bylines.name_lines import _named, name_line
from kpu_corpus.segment.explaining import reason
from kpu_corpus.segment.layouts import FOOTER, HEADER, INSIDE
from kpu_corpus.segment.lines import Line
from kpu_corpus.segment.names import _is_person, is_person

# The seed page


SEED_PAGE = SEED.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("Opini\n\n", "", 1),
        lambda text: text.replace("\xa0", " "),
        lambda text: text.replace("Opini\n\n", "", 1).replace("\xa0", " "),
        lambda text: text[: text.index("Populer")],
        lambda text: text.removeprefix("Opini\n\n")[: text.index("Populer") - 7],
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n\n", "\n"),
    ],
)
def test_seed_page_stored_otherwise_gives_the_same_essays(change: object) -> None:
    def essays(text: str) -> list[tuple[str | None, str]]:
        found = cut(text)[0]
        return [(e.title, " ".join(text[e.start : e.end].split())) for e in found]

    assert essays(change(SEED_PAGE)) == essays(SEED_PAGE)  # type: ignore[operator]


# Titles, bylines, dates


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Menjaga Suara Rakyat", "Menjaga Suara Rakyat"),
        ("MENJAGA SUARA RAKYAT", "MENJAGA SUARA RAKYAT"),
        ("*Menjaga Suara Rakyat*", "Menjaga Suara Rakyat"),
        ("Jujur : Sebuah Tekad", "Jujur : Sebuah Tekad"),
        ("Siapkah Kita?", "Siapkah Kita?"),
        ("Jujurlah (catatan dari ruang arsip)", "Jujurlah (catatan dari ruang arsip)"),
        ("Menjaga Suara Rakyat\n\nMenjaga Suara Rakyat", "Menjaga Suara Rakyat"),
        ("MENJAGA SUARA RAKYAT\nDI DAERAH TERPENCIL", "MENJAGA SUARA RAKYAT DI DAERAH TERPENCIL"),
        ("Peran Pegawai Muda dalam\nMenjaga Suara", "Peran Pegawai Muda dalam Menjaga Suara"),
    ],
)
def test_titles_of_every_kind_are_found(top: str, title: str) -> None:
    (essay,) = cut(f"{top}\n\n{TEXT}\n\n{OTHER}")[0]
    assert essay.title == title
    assert bodies(f"{top}\n\n{TEXT}\n\n{OTHER}") == [f"{TEXT} {OTHER}"]


@pytest.mark.parametrize(
    ("lines", "author", "unit", "date"),
    [
        ("Oleh: Rina Kartika", "Rina Kartika", None, None),
        ("Oleh : Rina Kartika | CPNS KPU Kota Cimahi", "Rina Kartika", "KPU Kota Cimahi", None),
        ("Oleh: Rina Kartika,S.H.,M.Si", "Rina Kartika,S.H.,M.Si", None, None),
        ("Oleh: Rina Kartika.", "Rina Kartika", None, None),
        ("Oleh Rina Kartika.", "Rina Kartika", None, None),
        ("Oleh: Rina Kartika, S.Sos.", "Rina Kartika, S.Sos.", None, None),
        ("Oleh:\nRina Kartika\nCPNS KPU Kota Cimahi", "Rina Kartika", "KPU Kota Cimahi", None),
        ("Rina Kartika\nCPNS KPU Kota Cimahi", "Rina Kartika", "KPU Kota Cimahi", None),
        ("Penulis: Rina Kartika (KPU Kota Cimahi)", "Rina Kartika", "KPU Kota Cimahi", None),
        ("Kamis, 2 Oktober 2025", None, None, "2025-10-02"),
        ("Subang, 2 - 5 Juni 2025", None, None, "2025-06-02/2025-06-05"),
        ("(22/8/2025)\nOleh: Rina Kartika", "Rina Kartika", None, "2025-08-22"),
        ("Oleh: Rina Kartika | 2 Juni 2025", "Rina Kartika", None, "2025-06-02"),
    ],
)
def test_author_office_and_date_are_found_at_their_places(
    lines: str, author: str | None, unit: str | None, date: str | None
) -> None:
    text = f"Menjaga Suara Rakyat\n\n{lines}\n\n{TEXT}"
    essays, spans = cut(text)
    assert [(e.title, e.author, e.unit, e.date) for e in essays] == [
        ("Menjaga Suara Rakyat", author, unit, date)
    ]
    assert bodies(text) == [TEXT]
    said = {s.kind: text[s.start : s.end] for s in spans}
    assert said.get("author") == author
    assert said.get("unit") == unit


@pytest.mark.parametrize(
    ("glue", "author", "unit"),
    [
        ("Oleh : Rina Kartika ", "Rina Kartika", None),
        ("Oleh : Rina Kartika. ", "Rina Kartika", None),
        ("Oleh: Putri Indah Lestari ", "Putri Indah Lestari", None),
        ("Oleh : Rina Kartika Anggota KPU Pandeglang, ", "Rina Kartika", "KPU Pandeglang"),
        ("Oleh: Rina Kartika CPNS KPU Aceh Besar ", "Rina Kartika", "KPU Aceh Besar"),
        (
            "Oleh: Rina Kartika CPNS KPU Kabupaten Tanah Datar. ",
            "Rina Kartika",
            "KPU Kabupaten Tanah Datar",
        ),
        ("BANDUNG – ", None, None),
        ("Subang, jabar.kpu.go.id - ", None, None),
        ("SURABAYA—", None, None),
        ("Oleh: Rina Kartika BANDUNG – ", "Rina Kartika", None),
    ],
)
def test_what_is_glued_to_the_first_sentence_is_parted(
    glue: str, author: str | None, unit: str | None
) -> None:
    text = f"Menjaga Suara Rakyat\n\n{glue}{TEXT}"
    (essay,) = cut(text)[0]
    assert (essay.author, essay.unit) == (author, unit)
    assert bodies(text) == [TEXT]
    assert essay.confidence < 1


@pytest.mark.parametrize(
    ("glue", "subject", "unit"),
    [
        ("Oleh: Rina Kartika ", "Komisi Pemilihan Umum", None),
        ("Oleh: Rina Kartika, S.H. ", "Sekretariat KPU Kota Tegal", None),
        ("Oleh: Rina Kartika ", "Komisi Pemilihan Umum (KPU)", None),
        ("Oleh: Rina Kartika CPNS KPU Kota Tegal ", "KPU", "KPU Kota Tegal"),
    ],
)
def test_an_institution_that_a_glued_sentence_begins_with_is_no_office(
    glue: str, subject: str, unit: str | None
) -> None:
    body = f"{subject} adalah penyelenggara pemilu. {TEXT}"
    text = f"Menjaga Suara Rakyat\n\n{glue}{body}"
    (essay,) = cut(text)[0]
    assert (essay.author.split(",")[0], essay.unit) == ("Rina Kartika", unit)
    assert bodies(text) == [body]


def test_the_years_behind_an_office_do_not_make_it_a_subject() -> None:
    text = f"Menjaga Suara Rakyat\n\nOleh: Rina Kartika Anggota KPU Garut periode 2024 {TEXT}"
    assert cut(text)[0][0].unit == "KPU Garut"


@pytest.mark.parametrize(
    "opening",
    [
        "ASN – Aparatur Sipil Negara",
        "KPU - Lembaga",
        "Jujur – Itulah",
        "BANDUNG JUARA – Itulah",
        f"Lampiran{'-' * 300_000} satu",  # tried at every dash, it would not come to an end here
    ],
)
def test_what_is_no_place_is_no_dateline(opening: str) -> None:
    assert dateline(opening, 0, len(opening)) == []


@pytest.mark.parametrize("opening", ["Subang, 2 Juni 2025 – ", "SUBANG (2/6/2025) - "])
def test_the_date_of_a_dateline_is_that_of_the_essay(opening: str) -> None:
    text = f"Menjaga Suara Rakyat\n\n{opening}{TEXT}"
    assert cut(text)[0][0].date == "2025-06-02"
    assert bodies(text) == [TEXT]


@pytest.mark.parametrize(
    ("line", "author", "unit"),
    [
        ("Rina Kartika | 2 Juni 2025", "Rina Kartika", None),
        ("Senin, 2 Juni 2025 – Rina Kartika", "Rina Kartika", None),
        ("Posted on 2/6/2025 by Rina Kartika", "Rina Kartika", None),
        ("Rina Kartika • 2 Juni 2025 • Dibaca 27 kali", "Rina Kartika", None),
        ("KPU Kota Cimahi | 2 Juni 2025", None, "KPU Kota Cimahi"),
        ("2 Juni 2025 Rina Kartika Tinggalkan komentar", "Rina Kartika", None),
        ("Oleh Rina Kartika / 2 Juni 2025", "Rina Kartika", None),
        ("By Rina Kartika June 2, 2025", "Rina Kartika", None),
        ("Admin - 2 Juni 2025", None, None),
    ],
)
def test_who_and_when_on_one_line_below_the_title(
    line: str, author: str | None, unit: str | None
) -> None:
    text = f"Menjaga Suara Rakyat\n{line}\n\n{TEXT}"
    (essay,) = cut(text)[0]
    assert (essay.author, essay.unit, essay.date) == (author, unit, "2025-06-02")
    assert bodies(text) == [TEXT]


@pytest.mark.parametrize(
    "line", ["2 Juni 2025 | Dibaca 27 kali", "Senin, 2 Juni 2025 – Siti Aminah", "Admin - 2/6/2025"]
)
def test_when_and_how_often_read_on_one_line_below_the_author(line: str) -> None:
    text = f"Menjaga Suara Rakyat\n\nOleh: Rina Kartika\n{line}\n\n{TEXT}"
    (essay,) = cut(text)[0]
    assert (essay.author, essay.date) == ("Rina Kartika", "2025-06-02")
    assert bodies(text) == [TEXT]


def test_a_greeting_above_an_office_is_no_author() -> None:
    text = f"Assalamualaikum Warahmatullahi\nKPU Kota Palu\n\n{TEXT}"
    assert cut(text)[0][0].author is None


def test_a_motto_between_sections_is_no_author() -> None:
    top = f"Rina Kartika, KPU Kota Tegal\n\nAsal Mula\n\n{TEXT}\n\n"
    below = f"\n\nAsa Kami\n\n{OTHER}"
    (essay,) = cut(f"{top}Salam Demokrasi, KPU Melayani{below}")[0]
    assert essay.author == "Rina Kartika"
    named = cut(f"{top}Rahayu Ningsih, KPU Kota Tegal{below}")[0]
    assert [essay.author for essay in named] == ["Rina Kartika", "Rahayu Ningsih"]


def test_a_line_of_signs_without_a_date_is_text() -> None:
    for line in ("Kejujuran | Disiplin | Netralitas", "Sejak 2 Juni 2025 – Kami Menjaga Suara"):
        assert line in bodies(f"Menjaga Suara Rakyat\n\n{TEXT}\n\n{line}\n\n{TEXT}")[0]


def test_signs_of_markdown_are_no_part_of_title_and_author() -> None:
    text = f"# Menjaga Suara Rakyat\n\n**Oleh: Rina Kartika**\n\n{TEXT}"
    (essay,) = cut(text)[0]
    assert (essay.title, essay.author) == ("Menjaga Suara Rakyat", "Rina Kartika")
    assert bodies(text) == [TEXT]


@pytest.mark.parametrize("opening", [f"Oleh: Rina Kartika {TEXT}", f"BANDUNG – {TEXT}"])
def test_several_texts_that_open_with_a_byline_or_a_place_are_essays(opening: str) -> None:
    text = f"Menjaga Suara\n\n{opening}\n\n{OTHER}\n\n{opening}\n\n{OTHER}"
    assert [essay.title for essay in cut(text)[0]] == ["Menjaga Suara", None]
    assert bodies(text) == [f"{TEXT} {OTHER}"] * 2


def test_the_last_of_several_names_below_an_essay_is_the_writers() -> None:
    chief, writer = "Budi Santoso\nKetua KPU Kota Palu", "Rina Marlina\nNIP. 199901012025012001"
    text = f"Menjaga Suara\n\n{TEXT}\n\nPalu, 3 Juli 2025\n\n{chief}\n\n{writer}"
    assert [(essay.author, essay.date) for essay in cut(text)[0]] == [
        ("Rina Marlina", "2025-07-03")
    ]
    assert bodies(text) == [TEXT]


def test_byline_at_the_end_signs_the_essay() -> None:
    (essay,) = cut(f"Menjaga Suara\n\n{TEXT}\n\nOleh: Rina Kartika, CPNS KPU Kota Cimahi")[0]
    assert (essay.author, essay.unit) == ("Rina Kartika", "KPU Kota Cimahi")
    assert bodies(f"Menjaga Suara\n\n{TEXT}\n\nOleh: Rina Kartika") == [TEXT]


def test_a_short_sentence_behind_a_name_is_text() -> None:
    sentence = "Kami belajar menjaga suara rakyat setiap hari."
    text = f"Menjaga Suara\n\nOleh: Rina Kartika {sentence}\n\n{TEXT}"
    assert [essay.author for essay in cut(text)[0]] == ["Rina Kartika"]
    assert bodies(text) == [f"{sentence} {TEXT}"]


@pytest.mark.parametrize("text", ["Rina Kartika\nKPU Kota Palu", "Subang, 2 Juni 2025"])
def test_what_is_no_more_than_a_front_stays_a_text(text: str) -> None:
    assert bodies(text) == [" ".join(text.split())]


def test_sentence_that_begins_with_oleh_is_no_byline() -> None:
    text = (
        "Menjaga Suara\n\nOleh karena itu kami harus jujur dalam setiap pekerjaan di kantor.\n"
        + TEXT
    )
    assert cut(text)[0][0].author is None


# Furniture


def test_furniture_of_a_list_page_is_named() -> None:
    text = f"Opini\n12\n\nMenjaga Suara Rakyat Kita\n\n{TEXT}\n\nPopuler\n\nBelum ada data."
    rules = [s.rule for s in cut(text)[1] if s.kind == "chrome"]
    assert rules == ["section", "counter", "popular", "empty"]


def test_home_page_with_ticker_headers_and_teasers() -> None:
    text = (
        "Pleno Digelar | Pendaftaran Dibuka | Layanan Pindah\nBeranda\nOpini\n\n"
        f"Menjaga Suara Rakyat Kita\n\n{TEXT} ....\n\nArtikel\n\n"
        f"Disiplin Menjaga Tahapan Kita\n\n{OTHER} ....\n\n"
        "Bagikan:\nfacebook twitter whatapps\nTelah dilihat 1.214 kali"
    )
    essays, _ = cut(text)
    assert [e.title for e in essays] == [
        "Menjaga Suara Rakyat Kita",
        "Disiplin Menjaga Tahapan Kita",
    ]
    assert bodies(text) == [TEXT, OTHER]


def test_cross_link_inside_a_body_is_left_out_of_its_text() -> None:
    text = f"Menjaga Suara\n\n{TEXT}\n\nBaca juga: Judul Lain\n\n{OTHER}"
    essays, spans = cut(text)
    corpus = Corpus((Source("hal", text, ""),), tuple(essays), {"hal": tuple(spans)})
    assert corpus.text(essays[0]).split() == f"{TEXT} {OTHER}".split()


def test_page_of_furniture_only_has_no_essay() -> None:
    assert cut("Opini\n\nPopuler\n\nBelum ada data.")[0] == []
    assert cut("Opini\n\nJudul Tulisan Tanpa Isi Apa Pun")[0] == []


def test_every_rule_has_a_reason_in_both_languages() -> None:
    for rule in (*HEADER.rules, *FOOTER.rules, *INSIDE.rules):
        assert reason(rule.name, "id") != rule.name
        assert reason(rule.name, "en") != reason(rule.name, "id")


# The cross product


@pytest.mark.parametrize(
    "line",
    [
        "12345678901234567890123456789012x",  # the number of an account, a letter at its end
        f"bagikan {'x ' * 40}!",
        f"{'x ' * 40}!",
        f"bagikan {'whatapps' * 30}!",
        f"Oleh: Budi{' ' * 200_000}x",
        f"Ketua{' ' * 200_000}x",
        f"BANDUNG{' ' * 200_000}x",
        f"Oleh: Budi KPU{' ' * 200_000}x",
    ],
    ids=["digits", "shared", "sites", "one site", "byline", "role", "place", "office"],
)
def test_no_line_is_gone_through_again_and_again_whatever_it_repeats(line: str) -> None:
    """A rule that can read a line in two ways would not come to an end here."""
    assert bodies(f"{line}\n\n{TEXT}")


def test_what_long_lines_tell_is_not_kept() -> None:
    line = Line(0, 9, "Rina Marlina, KPU Kota Tegal, 2 Juni 2025 " * 99, 700)
    kept = (_is_person, _date_part, _found, _named)
    before = [cache.cache_info().misses for cache in kept]
    assert not any(told(line.text) for told in (is_person, is_date))
    assert not any(told(line) for told in (facts_of, name_line))
    assert [cache.cache_info().misses for cache in kept] == before


def test_composed_pages_give_their_essays_back() -> None:
    pages = (compose(layout, number) for number, layout in enumerate(layouts(70, 7)))
    _, wrong = measure(pages)
    assert wrong == []


SENTENCES = st.lists(
    st.sampled_from([*TEXT.split(". "), *OTHER.split(". "), "Apakah kita siap", "Salam Demokrasi"]),
    min_size=2,
    max_size=8,
).map(lambda parts: ". ".join(part.rstrip(".") for part in parts) + ".")
HEADINGS = st.sampled_from(
    [
        "",
        "Pendahuluan",
        "Pentingnya Nilai Integritas dalam Pemilu",
        "Harapan Kami ke Depan",
        "1. Disiplin",
    ]
)


@examples(15)
@given(
    title=st.sampled_from(["", "Menjaga Suara Rakyat di Daerah", "SIAPKAH KITA?"]),
    parts=st.lists(st.tuples(HEADINGS, SENTENCES), min_size=1, max_size=7),
    between=st.sampled_from(["\n", "\n\n", "\r\n\r\n"]),
)
def test_plain_essay_without_furniture_is_never_cut(
    title: str, parts: list[tuple[str, str]], between: str
) -> None:
    pieces = [title, *(piece for part in parts for piece in part)]
    text = between.join(piece for piece in pieces if piece)
    assert len(cut(text)[0]) == 1


@examples(50)
@given(
    st.text(
        st.sampled_from("aB .\n\r\t\xa0:*|-–(1)?!\u200b\u2028\ud800\x85Oleh: Opini"), max_size=300
    )
)
def test_spans_tile_any_text(text: str) -> None:
    for plain in (False, True):
        essays, spans = cut(text, plain=plain)
        assert all(span.start < span.end for span in spans)
        for essay in essays:
            assert text[essay.start : essay.end].strip() == text[essay.start : essay.end] != ""


@pytest.mark.parametrize("behind", ["", " di Tengah Arus Informasi yang Deras dan Tak Terbendung"])
def test_wrapped_lines_are_one_paragraph_or_title(behind: str) -> None:
    from textwrap import fill

    title = fill(f"Menjaga Suara Rakyat{behind}", 72)
    text = f"{title}\n\n" + fill(f"{TEXT} {OTHER}", 72)
    (essay,) = cut(text)[0]
    assert essay.title == " ".join(title.split())
    assert [kind for kind, _ in kinds(text)] == ["title", "body"]


@pytest.mark.parametrize("again", ["", "Oleh Rina Marlina PPK Kecamatan Tegal Selatan   "])
def test_a_title_as_wide_as_the_lines_right_below_it_goes_on_in_none(again: str) -> None:
    from textwrap import fill

    title = "KPU Kota Tegal Gelar Rapat Pleno Terbuka Data Pemilih Triwulan Tiga 2025"
    above = f"{title} {again}" if again else "Tegal – Rabu, "
    (essay,) = cut(f"{title}\n" + fill(f"{above}{TEXT} {OTHER} {TEXT}", 72))[0]
    assert essay.title == title


def test_marks_of_a_page_tell_titles_from_headings() -> None:
    parts = [("Judul Halaman Ini", 1), (TEXT, 0), ("Bagian Dua", 2), (OTHER, 0)]
    text, marks = "", []
    for part, level in parts:
        marks.append(
            Mark(len(text), len(text) + len(part), "heading" if level else "paragraph", level)
        )
        text += part + "\n\n"
    found = kinds(text, marks=tuple(marks))
    assert [kind for kind, _ in found] == ["title", "body", "heading", "body"]


@pytest.mark.parametrize("number", ["12", "- 3 -", "1.", "(2)", "2024\t75 %"])
def test_a_line_of_numbers_in_a_body_is_no_text(number: str) -> None:
    text = f"Menjaga Suara\n\n{TEXT}\n\n{number}\n\n{OTHER}"
    assert kinds(text)[1:] == [("body", TEXT), ("chrome", number), ("body", OTHER)]


@pytest.mark.parametrize("mark", ["=", "-", "_ "])
def test_a_long_line_of_marks_is_joined_to_no_other_line(mark: str) -> None:
    drawn, titles = (mark * 50).strip(), ("Pintu Gudang", "Kunci Kedua")
    parts = (f"{drawn}\nESAI {at}\nJudul: {x}\n{drawn}\n{TEXT}" for at, x in enumerate(titles, 1))
    text = "\n\n".join(parts)
    essays, spans = cut(text)
    assert [essay.title for essay in essays] == [*titles]
    assert [text[x.start : x.end] for x in spans if x.kind == "body"] == [TEXT, TEXT]
    assert (kinds(f"{TEXT[:65]}\n{drawn}\n{OTHER}"))[1] == ("chrome", drawn)


@pytest.mark.parametrize("line", ["=====", "- - -", "***", "____________"])
def test_a_line_of_marks_does_not_part_a_title_from_its_text(line: str) -> None:
    text = f"{line}\n\nMenjaga Suara Rakyat\n{line}\n\n{TEXT}\n\n{line}\n\n{OTHER}"
    (essay,) = cut(text)[0]
    assert essay.title == "Menjaga Suara Rakyat"
    assert kinds(text).count(("chrome", line)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Halaman 1 dari 2",
        "hal. 3",
        "Page 2 of 10",
        "- 4 -",
        "![pintu gudang](gambar/pintu.jpg)",
        "<!-- periksa lagi jumlah kunci -->",
        '{{< figure src="gudang.jpg" title="Pintu gudang" >}}',
        "{% include video.html id='abc' %}",
    ],
)
def test_the_number_of_a_page_a_picture_and_a_hidden_note_are_no_text(line: str) -> None:
    text = f"Menjaga Suara Rakyat\n\n{TEXT}\n\n{line}\n\n{OTHER}"
    assert ("chrome", line) in kinds(text)


def test_explain_shows_every_cut_with_its_reason() -> None:
    table = kc.explain(kc.load(SEED), lang="en")
    assert list(table.columns) == [
        "source", "start", "end", "kind", "essay", "rule", "reason", "confidence", "text",
    ]  # fmt: skip
    assert table["reason"].str.len().min() > 5
    assert (table["kind"] == "title").sum() == 5
    assert table["confidence"].between(0, 1).all()


@pytest.mark.parametrize(
    "below",
    [
        "LAMPIRAN\n\nGambar 1. Apel pagi di halaman\n\nDaftar Hadir\n\n1. Rina Marlina",
        "Lampiran 1. Foto Kegiatan\n\nApel pagi\n\nLampiran 2. Daftar Hadir",
    ],
)
def test_an_appendix_of_pictures_and_lists_is_no_text(below: str) -> None:
    title = "Menjaga Suara Rakyat"
    assert bodies(f"{title}\n\n{LONG}\n\n{below}") == [LONG]
    assert bodies(f"{title}\n\n{LONG}\n\n{below}\n\n{LONG}") != [LONG]


def test_an_appendix_is_text_where_nothing_else_is() -> None:
    poem = "Menjaga Suara\n\nAku\nKau\nKita\n\nLampiran\n\nKertas\nTinta\nKotak"
    assert "Kotak" in bodies(poem)[0]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a\n", "is_text"),
        ("Subang, 1 Juni 2025\nAyu Lestari\n", "is_cover"),
        ("Latsar CPNS Angkatan XII\n", "is_cover"),
    ],
)
def test_no_line_has_all_lines_above_it_looked_at_again(text: str, rule: str) -> None:
    def asked(times: int) -> int:
        calls: list[str] = []
        sys.setprofile(lambda frame, on, _: frame.f_code.co_name == rule and calls.append(on))
        try:
            segment(Source("a", text * times, ""))
        finally:
            sys.setprofile(None)
        return calls.count("call")

    assert asked(40) < 2.5 * asked(20)  # twice as often; with all lines above, three times


def test_a_table_may_open_a_text() -> None:
    table = "No   Desa    Jumlah\n1    Kali    20\n2    Wadas   30"
    found = only(f"Daftar Desa Kami\n\n{table}\n\n{LONG}")
    assert (found["title"], found["text"]) == ("Daftar Desa Kami", f"{table}\n\n{LONG}")
    page = "<tr><td>Gudang</td><td>jauh dari jalan besar</td></tr>"
    page = f"<h1>Desa Kami</h1><p>Oleh: Rina Marlina</p><table>{page}</table><p>{LONG}</p>"
    assert str(only(page, "a.html")["text"]).startswith("Gudang\tjauh")
