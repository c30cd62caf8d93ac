"""Pages that were copied as text, with the menus above and the forms below."""

from __future__ import annotations

from pathlib import Path

import pytest

import kpu_corpus as kc

TITLE = "Buku Kecil Bersampul Biru"
TEXT = "Menjadi pegawai baru berarti sering bertanya. Saya mencatat semua jawaban di buku kecil."
MENUS = ["Home", "Profil", "Visi Misi", "Struktur Organisasi", "Berita"]


def loaded(lines: list[str], tmp_path: Path) -> kc.Corpus:
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    return kc.load(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("above", "dated", "below"),
    [
        (
            ["Skip to content", "KPU KOTA TEGAL", *MENUS],
            "by Humas | Jun 5, 2025 | Opini | 0 comments",
            ["Submit a Comment", "Your email address will not be published.", "Recent Posts"],
        ),
        (
            ["Kompasiana", "Masuk", "Daftar", "Humaniora", "Rina Marlina", "Suka membaca."],
            "5 Juni 2025   10:20 Diperbarui: 6 Juni 2025   10:21 33",
            ["1", "2", "Lihat Humaniora Selengkapnya", "BERI NILAI", "KOMENTAR"],
        ),
        (["Beranda", *MENUS, "KPU KOTA TEGAL"], "Kamis, 5 Juni 2025 - 09:14 WIB", ["Bagikan:"]),
        (
            ["KOMISI PEMILIHAN UMUM", "KOTA TEGAL", "kota-tegal.kpu.go.id", *MENUS],
            "Kamis, 5 Juni 2025",
            ["Bagikan:"],
        ),
        (
            ["KPU KOTA TEGAL", "Home", "Berita", "Artikel", "Galeri Foto", "Buku Tamu"],
            "Kamis, 5 Juni 2025 10:20 WIB",
            ["[Kembali] [Cetak]", "Statistik Pengunjung", "Hari ini : 12"],
        ),
    ],
)
def test_menus_above_the_title_and_its_date_are_no_text(
    above: list[str], dated: str, below: list[str], tmp_path: Path
) -> None:
    corpus = loaded([*above, TITLE, dated, "", TEXT, "", TEXT, "", *below], tmp_path)
    (item,) = corpus.items
    assert (item.title, item.date) == (TITLE, "2025-06-05")
    assert corpus.text(item).split() == [*TEXT.split(), *TEXT.split()]


@pytest.mark.parametrize("site", ["Catatan Pinggir", "Dinas Pendidikan Kota Tegal"])
def test_the_date_right_above_the_only_title_of_a_blog_is_its_date(
    site: str, tmp_path: Path
) -> None:
    above = ["Beranda", *MENUS, site, "", "Kamis, 5 Juni 2025", TITLE]
    lines = [*above, "Oleh Rina Marlina", "", TEXT, "", TEXT, "", "Share:", "Posting Komentar"]
    (item,) = loaded(lines, tmp_path).items
    assert (item.title, item.author, item.date) == (TITLE, "Rina Marlina", "2025-06-05")


def test_a_date_below_a_text_is_not_that_of_the_essay_below(tmp_path: Path) -> None:
    above = ["Beranda", "Profil", TEXT, "", TEXT, "", "Tegal, 5 Juni 2025", ""]
    below = [TITLE, "Oleh: Rina Marlina", "", TEXT, "", TEXT, "", "Share:", "Posting Komentar"]
    essays = loaded([*above, *below], tmp_path).essays.set_index("title")
    assert essays["date"].isna()[TITLE]


@pytest.mark.parametrize(
    "above",
    [
        ["Nama : Rina Marlina", "NIP : 199801012025062009", "Kelas : A", "Kelompok : 2"],
        ["KOMISI PEMILIHAN UMUM", "KOTA TEGAL", "SEKRETARIAT", "Jalan Pemuda Nomor 12 Tegal 52123"],
        ["PEMERINTAH KOTA TEGAL", "DINAS PENDIDIKAN", "SMA NEGERI 3 TEGAL", "Tegal 52123"],
    ],
)
def test_identity_and_letterheads_above_a_title_are_no_menus(
    above: list[str], tmp_path: Path
) -> None:
    corpus = loaded([*above, TITLE, "5 Juni 2025", "", TEXT, "", TEXT], tmp_path)
    (item,) = corpus.items
    assert item.title == TITLE
    assert (item.author or item.unit) is not None
    assert "above_title" not in set(kc.explain(corpus)["rule"])


def test_a_line_of_a_blog_with_a_label_tells_the_author(tmp_path: Path) -> None:
    corpus = loaded([TITLE, "5 Juni 2025 | Penulis : Rina Marlina", "", TEXT, "", TEXT], tmp_path)
    (item,) = corpus.items
    assert (item.title, item.author, item.date) == (TITLE, "Rina Marlina", "2025-06-05")


@pytest.mark.parametrize("date", ["-Juni 5, 2025", "5 Juni 2025", "Kamis, 5 Juni 2025"])
def test_a_date_behind_the_author_is_no_part_of_the_name(date: str, tmp_path: Path) -> None:
    corpus = loaded([TITLE, f"Oleh Rina Marlina {date}", "", TEXT, "", TEXT], tmp_path)
    (item,) = corpus.items
    assert (item.author, item.date) == ("Rina Marlina", "2025-06-05")


def test_marks_around_the_office_are_no_part_of_it(tmp_path: Path) -> None:
    lines = [f"*{TITLE}*", "_Oleh: Rina Marlina_", "_KPU Kota Tegal_", "", TEXT, "", TEXT]
    (item,) = loaded(lines, tmp_path).items
    assert (item.title, item.author, item.unit) == (TITLE, "Rina Marlina", "KPU Kota Tegal")


def test_lines_at_the_heads_of_scanned_pages_are_no_text(tmp_path: Path) -> None:
    head = "Esai Latsar CPNS KPU Angkatan XII – Rina Marlina"
    pages = [f"{head}\n{number}\n\n{TEXT}" for number in (1, 2, 3)]
    pages[0] = pages[0].replace(TEXT, f"{TITLE}\n\n{TEXT}")
    (essay,) = loaded("\n\n".join(pages).split("\n"), tmp_path).essays.itertuples()
    assert (essay.title, essay.text.count(TEXT), head in essay.text) == (TITLE, 3, False)


def test_a_line_with_which_every_page_ends_is_no_text(tmp_path: Path) -> None:
    foot = "Kumpulan Tulisan Peserta Orientasi 2025"
    for pages, count in ((2, 2), (3, 0)):  # two texts may end alike
        page = "\n".join([TEXT, "", foot])
        corpus = loaded([TITLE, "", *"\f".join([page] * pages).split("\n")], tmp_path)
        assert corpus.text(corpus.items[0]).count(foot) == count


def test_the_title_of_an_assignment_above_each_name_is_no_running_head(tmp_path: Path) -> None:
    names = ["Rina Marlina", "Budi Santoso", "Dewi Lestari"]
    text = "\f".join(f"{TITLE}\n{name}\n\n{TEXT} {TEXT}" for name in names)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = kc.load(tmp_path / "a.txt").essays
    assert [*zip(found["title"], found["author"], strict=True)] == [(TITLE, x) for x in names]


def test_a_line_that_comes_again_beside_other_numbers_is_text(tmp_path: Path) -> None:
    verse = "Kami menjaga suara"
    lines = [TITLE, *(line for number in ("7", "3", "9") for line in (verse, number, TEXT))]
    (text,) = loaded(lines, tmp_path).essays["text"]
    assert text.count(verse) == 3


def test_the_first_line_of_each_page_is_no_text(tmp_path: Path) -> None:
    head = "Rina Marlina                Buku Kecil Bersampul Biru"
    text = "\f".join([f"{head}\n\n{TITLE}\n\n{TEXT}", *[f"{head}\n\n{TEXT}"] * 2])
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (essay,) = kc.load(tmp_path / "a.txt").essays.itertuples()
    assert (essay.title, essay.text.count(TEXT), head in essay.text) == (TITLE, 3, False)


def test_entries_of_a_table_of_contents_may_have_numbers_with_points(tmp_path: Path) -> None:
    entries = ["BAB I. PENDAHULUAN\t1", "A. Latar Belakang\t1", "1.1. Tujuan ........ 2"]
    corpus = loaded([TITLE, "", "DAFTAR ISI", *entries, "", TEXT, "", TEXT], tmp_path)
    assert corpus.text(corpus.items[0]).split() == [*TEXT.split(), *TEXT.split()]


def test_the_heads_of_pages_may_differ_by_essay(tmp_path: Path) -> None:
    rows = [(TITLE, "Rina Marlina"), ("Pintu Gudang Kami", "Budi Santoso")]
    heads = [f"Esai {at} – {name} – KPU" for at, (_, name) in enumerate(rows, 1)]
    pages = zip(heads, rows, strict=True)
    text = "\f".join(f"{x}\n\n{y}\n{z}\n\n{TEXT}\f{x}\n\n{TEXT}" for x, (y, z) in pages)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = kc.load(tmp_path / "a.txt").essays
    assert [*zip(found["title"], found["author"], strict=True)] == rows
    assert not found["text"].str.contains("Esai").any()


def test_titles_that_stand_again_on_the_next_page_are_no_heads_of_pages(tmp_path: Path) -> None:
    titles = [x for x in (TITLE, "Pintu Gudang Kami", "Surat dari Tegal") for _ in "12"]
    (tmp_path / "a.txt").write_text("\f".join(f"{x}\n\n{TEXT}" for x in titles), encoding="utf-8")
    assert kc.load(tmp_path / "a.txt").essays["title"][0] == TITLE


def test_the_title_on_a_cover_and_above_its_text_is_no_head_of_pages(tmp_path: Path) -> None:
    rows = [(TITLE, "Rina Marlina"), ("Pintu Gudang Kami", "Budi Santoso")]
    long = f"{TEXT} {TEXT}"
    text = "\f".join(f"{x}\nOleh: {y}\f{x}\n\n{long}\n\n{long}" for x, y in rows)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = kc.load(tmp_path / "a.txt").essays
    assert [*zip(found["title"], found["author"], strict=True)] == rows


def test_an_abstract_in_english_is_no_text_of_an_essay_in_indonesian(tmp_path: Path) -> None:
    told = "This paper shows how the office keeps the list of voters with the help of the citizens."
    english = ["Abstract", "", f"{told} {told}", "", "Keywords: voters, citizens", ""]
    corpus = loaded([TITLE, "", *english, *[TEXT, ""] * 2], tmp_path)
    assert corpus.text(corpus.items[0]).split() == [*TEXT.split(), *TEXT.split()]
    whole = loaded([TITLE, "", *english, *[told, ""] * 2], tmp_path)
    assert whole.text(whole.items[0]).count(told) == 4
    alone = loaded([TITLE, "", "Rina Marlina", "", *english], tmp_path)
    assert alone.text(alone.items[0]).count(told) == 2
    other = [f"# {TITLE}", "", "Oleh: Rina Marlina", "", *[TEXT, ""] * 4]
    one = ["# Voters", "", "Oleh: Eka Putra", "", *english, *[told, ""] * 6]
    (tmp_path / "b.md").write_text("\n".join([*one, *other]), encoding="utf-8")
    assert str(kc.load(tmp_path / "b.md").essays["text"][0]).count(told) == 8
