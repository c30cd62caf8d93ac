"""Pages that list essays: which lines open one where titles are short, late or missing."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc

HEAD = "Beranda\nOpini Publik\n1\n"
LONG = ["Menjaga Amanah Pemilih dari Meja", "Belajar Jujur Sejak Hari Pertama"]
PARTS = (
    "Kami membantu warga mengisi formulir pindah memilih sejak pagi sampai sore hari.",
    "Petugas menata kotak suara di gudang yang sempit tetapi kering.",
    "Anak muda datang bertanya tentang jadwal dan cara mendaftar.",
    "Data pemilih dicocokkan satu per satu bersama ketua lingkungan.",
    "Saya belajar sabar ketika jaringan internet terputus berjam-jam.",
)


def body(first: int) -> str:
    """A body of one line, about 130 words, that begins with another sentence for each number."""
    return " ".join(PARTS[(first + n) % len(PARTS)] for n in range(13))


def entries(titles: list[str], below: str = "") -> str:
    return "\n\n".join(f"{title}\n\n{body(n)}{below}" for n, title in enumerate(titles))


def titles(text: str, folder: Path) -> list[str | None]:
    path = folder / "laman.txt"
    path.write_text(text, "utf-8")
    return [None if pd.isna(title) else title for title in kc.load(path).essays["title"]]


def test_a_title_that_the_link_of_a_picture_has_as_well_is_none_of_the_text_above(
    tmp_path: Path,
) -> None:
    text = "\n\n".join(f"• {title}\n\n{title}\n\n{body(n)}…" for n, title in enumerate(LONG))
    path = tmp_path / "laman.txt"
    path.write_text(f"Opini\n\n{text}", "utf-8")
    found = kc.load(path).essays
    assert found["title"].tolist() == LONG
    assert [text.rstrip("…") for text in found["text"]] == [body(0), body(1)]


def test_a_short_title_between_long_ones_may_be_one_of_a_section(tmp_path: Path) -> None:
    text = HEAD + entries([LONG[0], "Jujur Sekali", LONG[1]])
    assert titles(text, tmp_path) == LONG


def test_a_short_title_with_a_date_below_is_one_where_all_long_ones_have_such(
    tmp_path: Path,
) -> None:
    dated = f"Netral Selalu\n\n2 Juni 2025\n\n{body(1)}\n\nDiri Sendiri\n\n{body(2)}"
    text = f"{HEAD}{LONG[0]}\n\n3 Juni 2025\n\n{body(0)}\n\n{dated}"
    assert titles(text, tmp_path) == [LONG[0], "Netral Selalu"]
    undated = text.replace("3 Juni 2025\n\n", "")
    assert titles(undated, tmp_path) == [LONG[0]]


def test_a_short_title_with_a_long_parenthesis_is_no_section(tmp_path: Path) -> None:
    aside = " (Catatan Orientasi Pegawai Baru Komisi Pemilihan Umum Tahun 2025)"
    named = [LONG[0] + aside, "Jujur Sekali" + aside, LONG[1] + aside]
    assert titles(HEAD + entries(named), tmp_path) == named


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_title_in_capitals_that_is_said_twice_is_told_once(gap: str, tmp_path: Path) -> None:
    capitals = [title.upper() for title in LONG]
    text = HEAD + "\n\n".join(f"{t}{gap}{t}\n\n{body(n)}" for n, t in enumerate(capitals))
    assert titles(text, tmp_path) == capitals


def test_a_short_title_below_an_essay_without_one_opens_the_next(tmp_path: Path) -> None:
    text = f"{HEAD}{body(3)}\n\n{entries(['Jujur Sekali', LONG[0]])}"
    assert titles(text, tmp_path) == [None, "Jujur Sekali", LONG[0]]


def test_a_short_title_above_a_few_words_opens_none(tmp_path: Path) -> None:
    few = " ".join(PARTS[:3])
    text = f"{HEAD}{body(3)}\n\nJujur Sekali\n\n{few}\n\n{entries([LONG[0]])}"
    assert titles(text, tmp_path) == [None, LONG[0]]


def test_an_essay_without_a_title_stands_below_the_end_of_another(tmp_path: Path) -> None:
    known = [*LONG, "Netral di Tengah Keluarga Besar"]
    text = HEAD + entries(known, "\nDilihat 27 kali") + f"\n\n{body(4)}"
    assert titles(text, tmp_path) == [*known, None]


SHORT = ["Kosong", "Di Tepi Sungai", "Pagi di Gudang", "Suara Warga"]


def posts(below: str = "", above: str = "") -> str:
    """Short posts of one line each, some of them with short titles."""
    parts = zip(SHORT, PARTS, strict=False)
    return "\n\n".join(
        f"{above}{title}\n\n{part} {PARTS[4]} {part}{below}" for title, part in parts
    )


@pytest.mark.parametrize("head", ["", "Catatan Kami\n\nKami menulis apa saja yang terlintas.\n\n"])
@pytest.mark.parametrize("below", ["\n\nSelengkapnya", " [...]", "\n\nDilihat 27 kali", "..."])
def test_the_first_post_of_a_blog_is_one_however_short_it_is(
    head: str, below: str, tmp_path: Path
) -> None:
    """Each of the others stands below the end of the one before."""
    assert titles(head + posts(below), tmp_path) == SHORT


def test_the_title_of_a_post_is_not_who_wrote_the_one_above(tmp_path: Path) -> None:
    post = (
        "<div class='post hentry'><h3 class='post-title'><a href='/{0}'>{0}</a></h3><div>{1}</div>"
    )
    footer = "<div class='post-footer'>Diposting oleh admin 0 komentar</div></div>"
    known = ["Memaknai Sumpah Pemuda", "Bung Karno"]
    page = "".join(post.format(title, body(n)) + footer for n, title in enumerate(known))
    path = tmp_path / "blog.html"
    path.write_text(f"<body><div class='blog-posts hfeed'>{page}</div></body>", "utf-8")
    assert kc.load(path).essays["title"].tolist() == known


def test_an_intro_above_essays_with_authors_or_titles_twice_is_none(tmp_path: Path) -> None:
    named = "\n\n".join(
        f"{title}\nOleh: {name}\n\n{body(1)}"
        for title, name in zip(SHORT, ("Rina Marlina", "Asep Saepudin", "Eka Putra"), strict=False)
    )
    intro = f"Rekap Tugas\n\n{PARTS[0]} {PARTS[1]} {PARTS[2]}"
    assert titles(f"{intro}\n\n{named}", tmp_path) == SHORT[:3]
    twice = entries([f"{title}\n{title}" for title in LONG])
    assert titles(f"{intro}\n\n{twice}", tmp_path) == LONG


def test_a_post_without_a_title_above_the_first_title_is_an_essay(tmp_path: Path) -> None:
    first = f"{PARTS[0]} {PARTS[1]} {PARTS[2]}\n\nSelengkapnya\n\n"
    assert titles(first + posts("\n\nSelengkapnya"), tmp_path) == [None, *SHORT]


def test_a_line_of_the_site_above_the_first_title_is_no_essay(tmp_path: Path) -> None:
    line = "Portal resmi kantor kami yang jujur dan terpercaya.\n\nBagikan\n\n"
    assert titles(line + entries(LONG, "\n\nBagikan"), tmp_path) == LONG


def test_titles_with_dates_above_or_below_are_those_of_posts(tmp_path: Path) -> None:
    above = posts(above="Senin, 2 Juni 2025\n")
    assert titles(above, tmp_path) == SHORT
    assert titles(posts().replace("\n\nKami", "\n2 Juni 2025\n\nKami"), tmp_path) == [SHORT[0]]
    below = above.replace("Senin, 2 Juni 2025\n", "")
    for title in SHORT:
        below = below.replace(f"{title}\n", f"{title}\n2 Juni 2025\n")
    assert titles(below, tmp_path) == SHORT
    for diary in (above, below):  # with a title of its own
        assert len(titles(f"Catatan Masa Orientasi Saya\n\n{diary}", tmp_path)) == 1


@pytest.mark.parametrize("form", ["{date}\n{title}", "{title}\n{date}"])
def test_posts_have_the_newest_first_and_a_diary_its_days_in_order(
    form: str, tmp_path: Path
) -> None:
    days = [
        f"{form.format(title=title, date=f'{n} Juni 2025')}\n\n{body(n)}"
        for n, title in enumerate(SHORT, 2)
    ]
    assert titles("\n\n".join(days[::-1]), tmp_path) == SHORT[::-1]
    diary = "\n\n".join(days)
    assert titles(diary, tmp_path) == SHORT[:1]
    title = form.format(title="Catatan Orientasi Saya", date="9 Juni 2025")
    assert titles(f"{title}\n\n{body(0)}\n\n{diary}", tmp_path) == ["Catatan Orientasi Saya"]


def test_the_first_of_few_words_that_a_list_has_cut_off_is_an_essay(tmp_path: Path) -> None:
    cut = "\n\n".join(f"{title}\n\n{PARTS[0][:-1]}..." for title in SHORT)
    assert titles(f"Laman Kami\n\n{cut}", tmp_path) == SHORT


def test_dots_at_the_end_of_some_parts_or_of_unlike_ones_cut_no_essay(tmp_path: Path) -> None:
    some = posts("...").replace("...", ".", 1)
    assert len(titles(f"{some}\n\nJanji Kami\n\n{body(1)}", tmp_path)) == 1
    unlike = posts("...").replace(PARTS[4], f"{PARTS[4]} {PARTS[4]}", 1)
    assert len(titles(f"{unlike}\n\nJanji Kami\n\n{body(1)}", tmp_path)) == 1


def test_one_post_below_the_heading_of_a_list_keeps_its_sections(tmp_path: Path) -> None:
    sections = posts().replace(SHORT[0], LONG[0])
    for head in ("Posts", "Postingan", "Postingan\n\nMenampilkan postingan dari Juli, 2022"):
        assert titles(f"{head}\n\n{sections}", tmp_path) == LONG[:1]


def test_the_title_stands_right_above_the_text_below_furniture(tmp_path: Path) -> None:
    head = "Pilkada 2024 | Pemilu 2024\n\nHeadline\n\n#Trending\n\nInformasi\n\n"
    assert titles(f"{head}{LONG[0]}\n\n{body(0)}", tmp_path) == [LONG[0]]
    drawn = f"esai: menjadi pelayan warga\n\n----------\n\n{LONG[0]}\n\n{body(0)}"
    assert titles(drawn, tmp_path) == [None]  # it may be the heading of a part


@pytest.mark.parametrize(
    ("line", "author", "unit", "text"),
    [
        ("Oleh: Rina Marlina (Anggota KPU)", "Rina Marlina", "KPU", "Setiap pagi"),
        ("Oleh: Rina Marlina, Staf KPU Kota Tegal", "Rina Marlina", "KPU Kota Tegal", "Setiap"),
        (
            "Oleh: Rina Marlina, Anggota KPU Kota Tegal, Divisi Hukum dan SDM",
            *("Rina Marlina", "KPU Kota Tegal", "Setiap pagi"),
        ),
        *(
            (f"Oleh : Rina | CPNS KPU Kota Tegal {text}", "Rina", "KPU Kota Tegal", text)
            for text in (
                "Indonesia adalah negara besar.",
                "Pemilihan Umum merupakan sarana kedaulatan.",
                "Kota Tegal dikenal sebagai kota bahari.",
            )
        ),
        (
            "Oleh: Rina, Anggota KPU Kota Tegal, Divisi Hukum dan SDM Menjadi ASN KPU itu berat.",
            *("Rina", "KPU Kota Tegal", "Menjadi ASN KPU itu berat."),
        ),
        ("Oleh: Rina Marlina | Kefamenanu", "Rina Marlina", None, "Kefamenanu"),
        ("Oleh: Rina Marlina(Kefamenanu)", "Rina Marlina", None, "Setiap pagi"),
        ("Oleh: Rina Marlina (Wartawan Harian)", "Rina Marlina", None, "Setiap pagi"),
        ("Oleh: Rina Marlina*", "Rina Marlina", None, "Setiap pagi"),
        ("Oleh: Alfred B. Jogo", "Alfred B. Jogo", None, "Setiap pagi"),
        ("Oleh: Rina Marlina Jabatan: Staf", "Rina Marlina", None, "Jabatan: Staf Setiap"),
        ("Oleh: rina marlina", None, None, "Oleh: rina marlina Setiap"),
    ],
)
def test_a_byline_on_the_line_of_the_text_ends_with_name_and_office(
    line: str, author: str | None, unit: str | None, text: str, tmp_path: Path
) -> None:
    path = tmp_path / "esai.txt"
    path.write_text(f"Pagi di Kantor Kami\n\n{line} Setiap pagi kami hadir. {body(1)}", "utf-8")
    (row,) = kc.load(path).essays.to_dict("records")
    told = [None if pd.isna(row[name]) else row[name] for name in ("author", "unit")]
    assert told == [author, unit]
    assert row["text"].startswith(text)


def test_labels_joined_by_a_slash_of_which_none_tells_anything_are_left_out(
    tmp_path: Path,
) -> None:
    path = tmp_path / "esai.txt"
    head = "Pagi di Kantor Kami\nHari/Tempat : Senin / Subang\nNama : Rina Marlina"
    path.write_text(f"{head}\n\n{body(2)}", "utf-8")
    corpus = kc.load(path)
    assert corpus.essays["text"].tolist() == [body(2)]
    assert not set(corpus.essays) & {"hari", "tempat"}
