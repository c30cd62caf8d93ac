"""What stands around texts that were copied, printed or exported: buttons, facts, tasks, notes."""

from __future__ import annotations

import pytest
from tests.segment.cutting import LONG, OTHER, TEXT, essays, only

from kpu_corpus.segment.captions import beside_text
from kpu_corpus.segment.lines import Line

BODY = (
    "Data pemilih sering dianggap deretan nomor, padahal di balik setiap baris ada orang yang "
    "menunggu gilirannya untuk didengar oleh petugas.\n\nSaya memeriksa setiap laporan dua kali, "
    "lalu menelepon perangkat desa bila ada yang meragukan sebelum angka itu diumumkan kepada "
    "warga kecamatan kami."
)
TITLE = "Mengelola Data Pemilih dengan Hati"


@pytest.mark.parametrize(
    "below",
    [
        "Suka Komentar Salin Berbagi\n48 komentar",
        "Tautan langsung Tampilkan induk Balas",
        "Kutip Balas 0",
        "Redaktur: Haryono",
        "Komentar Anda",
        "Tinggalkan Balasan Batalkan balasan\nNama *",
        "Semua reaksi:\n56Anda dan 55 lainnya\n12 komentar\nKomentari",
        "Aktifkan untuk melihat gambar yang lebih besar.\n48\n5 komentar\nSuka",
        "(512 kata)",
        "(Bawaslu/Kominfo/heDJ)",
        "Kembali ke atas",
        "EmoticonEmoticon",
        "Editor: Haryono\n\nIkuti berita terbaru kami di kanal WhatsApp yang baru.",
        "Diposkan di Opini\nNavigasi pos\nRapat Pleno Terbuka",
        'Posting Komentar untuk "Pengalaman Latsar CPNS"',
        "Editor:\nharyono25",
        "By haryono | Posted in Opini | Comments (3)",
        "By haryono\nRelated Post\nRapat Pleno Terbuka",
        "di Agustus 18, 2025 Tidak ada komentar:",
        "Pernah dimuat di SuaraTegal.com, Rabu 18 Juni 2025",
    ],
)
def test_buttons_and_counts_below_a_text_are_none_of_it(below: str) -> None:
    assert only(f"{TITLE}\n\n{BODY}\n\n{below}\n")["text"] == BODY


@pytest.mark.parametrize(
    ("last", "kept"),
    [("Hak cipta teman harus kita hormati.", True), ("Hak cipta dilindungi.", False)],
)
def test_a_sentence_on_copyright_is_text(last: str, kept: bool) -> None:
    found = only(f"{TITLE}\n\n{BODY}\n\n{last}\n")["text"]
    assert found == (f"{BODY}\n\n{last}" if kept else BODY)


def test_a_note_above_who_edited_the_text_tells_the_office() -> None:
    below = "* Penulis adalah CPNS KPU Kota Tegal\n\nEditor: Haryono"
    found = only(f"{TITLE}\n\n{BODY}\n\n{below}\n")
    assert (found["unit"], found["text"]) == ("KPU Kota Tegal", BODY)


def test_a_sentence_on_writers_behind_a_star_is_text() -> None:
    text = f"{BODY}\n\n*Penulis yang baik membaca ulang naskahnya sebelum dikirim.\n\n{BODY}"
    found = only(f"{TITLE}\n\n{text}\n\n*Penulis adalah CPNS KPU Kota Tegal\n")
    assert found["text"] == text


@pytest.mark.parametrize(
    ("above", "author", "date"),
    [
        (f"{TITLE}\n19 Juni 2025 | Opini", None, "2025-06-19"),
        (f"{TITLE}\nLilis Suryani • 19 Juni 2025 • 1:25 pm", "Lilis Suryani", "2025-06-19"),
        (f"{TITLE}\n✍️ Lilis Suryani\n👁️ 31\n📅 19 Juni 2025", "Lilis Suryani", "2025-06-19"),
        (
            f"{TITLE}\n19 Juni 2025\nRapat ASN. (Au).\nRapat ASN. (Au).\nOleh: Lilis Suryani",
            *("Lilis Suryani", "2025-06-19"),
        ),
        (f"{TITLE}\nLilis Suryani, Asep Saepudin", "Lilis Suryani, Asep Saepudin", None),
        (
            f"Lilis Suryani\n\n{TITLE}\n\nDiperbarui: 19 Juni 2025   19:20",
            "Lilis Suryani",
            "2025-06-19",
        ),
        (f"{TITLE}\nOleh: Lilis Suryani\nGuru Besar Universitas Warta", "Lilis Suryani", None),
        (f"{TITLE}\n19 Juni 2025\nLihat foto\nRapat (Doc. Humas)", None, "2025-06-19"),
        (f"{TITLE}\nCetak Surel\nDitulis oleh Lilis Suryani", "Lilis Suryani", None),
        (f"{TITLE}\nWritten by Super User\nOleh: Lilis Suryani, S.H.", "Lilis Suryani, S.H.", None),
        (f"{TITLE}\nDitulis oleh admin pada 16 Juni 2025 - 10:20", None, "2025-06-16"),
        (
            f"{TITLE}\nLilis Suryani\n21 Juni 2025, 19.18 WIB Last Updated 2025-06-22T12:49:34Z",
            *("Lilis Suryani", "2025-06-21"),
        ),
        (f"Lilis Suryani\nKPU Kabupaten Garut\n3 mgg • Diedit\n\n{TITLE}", "Lilis Suryani", None),
        (
            "Tugas Esai\n1 pesan\nLilis Suryani <lilis@contoh.id> 19 Juni 2025 pukul 10.20 Kepada:"
            f" pengajar@contoh.id\n\n{TITLE}",
            *("Lilis Suryani", "2025-06-19"),
        ),
    ],
)
def test_what_pages_say_of_a_post_above_it(
    above: str, author: str | None, date: str | None
) -> None:
    found = only(f"{above}\n\n{BODY}\n")
    assert (found["title"], found["author"], found["date"]) == (TITLE, author, date)
    assert found["text"] == BODY


def test_a_class_below_the_title_is_no_text() -> None:
    found = only(f"{TITLE}\n\nKelompok 4\n\nAngkatan III Tahun 2025\n\n{BODY}\n")
    assert (found["title"], found["kelompok"], found["text"]) == (TITLE, "4", BODY)


def test_the_word_above_a_question_is_no_text() -> None:
    above = "Nama: Lilis Suryani\nSoal:\nJelaskan makna integritas bagi Saudara!\nJawaban:"
    assert only(f"{above}\n{BODY}\n")["text"] == BODY


def test_numbered_notes_below_a_text_are_references() -> None:
    notes = "[1] Wawancara dengan guru pendamping, 20 Juli 2025."
    for below in ("", "\nDaftar Pustaka\n\nLAN. (2021). Modul Akuntabel.\n"):
        page = f"{TITLE}\n\n{BODY}[1]\n\n____\n{notes}\n{below}"
        assert only(page)["text"] == f"{BODY}[1]"
    assert only(f"{TITLE}\n\n{BODY}\n\n{notes}\n")["text"] == f"{BODY}\n\n{notes}"
    said = f"{BODY}[a]"  # a remark, as Google Docs exports it
    assert only(f"{TITLE}\n\n{said}\n\n[a]Terlalu panjang\n")["text"] == said
    said = f"{BODY}\n\nSaya pilih [a].\n\n[a] Lapor\n\n[b] Diam"  # of a form
    assert only(f"{TITLE}\n\n{said}\n")["text"] == said
    said = f"{BODY}[^uu]"  # as Markdown has them
    assert only(f"{TITLE}\n\n{said}\n\n[^uu]: UU 20/2023.\n")["text"] == said
    said = f"{BODY}\n\nCatatan Akhir\n\n3 orang hadir hari itu.\n\n12 orang menyusul sore harinya."
    assert only(f"{TITLE}\n\n{said}\n")["text"] == said  # numbers that count no notes


def test_only_the_first_row_of_a_table_names_its_columns() -> None:
    rows = [
        *("Nilai\tMakna", "Jujur\tBerkata benar"),
        "Disiplin\tHadir tepat waktu setiap hari kerja di kantor kami",
    ]
    lines = [Line(0, 9, text, len(text.split()), "row") for text in rows]
    told = [beside_text(lines, place) for place in range(3)]
    assert [one and one.rule for one in told] == ["table_head", None, None]


@pytest.mark.parametrize("answer", ["Re: Tugas Minggu 2", "Bls: Tugas Minggu 2"])
def test_the_post_that_sets_the_task_of_a_forum_is_no_essay(answer: str) -> None:
    def post(subject: str, author: str, text: str) -> str:
        by = f"<div>oleh {author} - <time>Kamis, 12 Juni 2025, 10:20</time></div>"
        return f"<article><h3>{subject}</h3>{by}<p>{text}</p></article>"

    page = post("Tugas Minggu 2", "Bambang Hartono", "Silakan balas dengan esai Saudara.")
    titled = f"<b>{TITLE}</b></p><p>{BODY * 2}"
    for who, text in (("Lilis Suryani", titled), ("Budi", "Mantap."), ("Asep Saepudin", BODY * 2)):
        page += post(answer, who, text)
    found = essays(page, "forum.html")
    assert [essay["author"] for essay in found] == ["Lilis Suryani", "Asep Saepudin"]
    assert [essay["title"] for essay in found] == [TITLE, None]


def test_headings_of_markdown_have_their_rank() -> None:
    """The heading of a collection is no title of its first essay."""
    entries = (
        f"## {TITLE} {n}\n\n*{who}*\n\n{BODY}" for n, who in ((1, "Lilis Sari"), (2, "Asep Hadi"))
    )
    found = essays("# Kumpulan Esai Orientasi\n\n" + "\n\n".join(entries), "a.md")
    assert [essay["title"] for essay in found] == [f"{TITLE} 1", f"{TITLE} 2"]
    assert {essay["text"] for essay in found} == {BODY}


def test_a_button_beside_a_name_is_no_part_of_it() -> None:
    page = f"<h1>{TITLE}</h1><div><a>Lilis Suryani</a><button>Follow</button></div>"
    page += "".join(f"<p>{part}</p>" for part in BODY.split("\n\n")) * 3
    page += "<div><h2>Written by Lilis Suryani</h2><p>12 followers</p></div>"
    found = only(page, "a.html")
    assert found["author"] == "Lilis Suryani"
    assert "followers" not in str(found["text"])


def test_a_name_and_an_office_beside_the_element_of_the_text_sign_it() -> None:
    page = f"<h2>{TITLE}</h2><div>" + "".join(f"<p>{part}</p>" for part in BODY.split("\n\n") * 3)
    page += "</div><p><b>Lilis Suryani</b></p><p>Staf KPU Kabupaten Garut</p><p>Lain-lain</p>"
    found = only(page, "a.html")
    assert (found["author"], found["unit"]) == ("Lilis Suryani", "KPU Kabupaten Garut")
    assert str(found["text"]).endswith("kecamatan kami.")


def test_the_name_of_a_site_above_a_date_and_a_title_is_no_text() -> None:
    """The footer of the blog shows that it is a page; without it the lines may be the essay's."""
    above = f"Catatan Lilis\nRuang belajar aparatur muda\n\nSenin, 23 Juni 2025\n{TITLE}\n\n"
    below = "\n\nDiposting oleh Lilis Suryani di 20.15\nKirimkan Ini lewat Email\nBlogThis!\n"
    below += "Berbagi ke X\nLabel: CPNS\n"
    found = only(above + BODY + below)
    assert (found["title"], found["author"], found["text"]) == (TITLE, "Lilis Suryani", BODY)
    assert "Catatan Lilis" in str(only(above + BODY)["text"])


@pytest.mark.parametrize("level", [3, 4])
def test_the_only_entry_of_a_page_with_the_furniture_of_lists_has_its_title(level: int) -> None:
    page = f"<h5>Opini</h5><h{level}>{TITLE}</h{level}><p>11 Juni 2025 Admin</p>"
    page += "<p>Oleh : Lilis Suryani | CPNS KPU Kabupaten Garut</p>"
    page += "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    page += "<p>Bagikan:</p><p>facebook twitter</p><p>Populer</p><p>Belum ada data.</p>"
    found = only(page, "a.html")
    assert (found["title"], found["author"], found["date"], found["text"]) == (
        *(TITLE, "Lilis Suryani", "2025-06-11"),
        BODY,
    )


def test_an_office_account_is_no_author() -> None:
    above = f"{TITLE}\nDipublikasikan pada: 21 Mei 2025 | Oleh: Admin PPID | Dibaca: 88 kali"
    found = only(f"{above}\n\n{BODY}\n\nLilis Suryani\nStaf KPU Kabupaten Garut\n")
    assert (found["author"], found["text"]) == ("Lilis Suryani", BODY)


def test_the_author_below_a_title_in_small_letters_is_no_part_of_it() -> None:
    found = only(f"Semangat Gotong Royong di Gudang Logistik\noleh Lilis Suryani\n\n{BODY}")
    assert found["title"] == "Semangat Gotong Royong di Gudang Logistik"
    assert found["author"] == "Lilis Suryani"


def test_a_word_that_buttons_have_stands_alone_in_a_text() -> None:
    end = "Kami berjanji akan tetap setia pada tugas."
    found = only(f"{TITLE}\n\n{BODY}\n\nDetail\n\n{end}")
    assert str(found["text"]).endswith(f"Detail\n\n{end}")
    poem = "Di bilik suara\nkami berdiri\n\nSuka\nduka\n\nkami pulang"
    assert "Suka\nduka\n\nkami pulang" in str(only(poem)["text"])


def test_what_an_editor_does_is_no_credit() -> None:
    line = "Editor: pekerjaan yang jarang dilihat orang."
    assert line in str(only(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{BODY}")["text"])
    told = line.replace("pekerjaan yang jarang dilihat orang.", "Rina Marlina")
    assert told not in str(only(f"{TITLE}\n\n{BODY}\n\n{told}")["text"])


def test_numbered_parts_that_are_longer_than_the_text_above_are_no_notes() -> None:
    parts = [f"[{number}] {BODY.replace(chr(10), ' ')}" for number in (1, 2)]
    found = only("\n\n".join([TITLE, "Ada dua hal: [1] dan [2].", *parts]))
    assert str(found["text"]).endswith(parts[1])


def test_people_behind_headings_below_a_text_are_what_it_is_about() -> None:
    names = ("Rina Marlina", "Asep Saepudin", "Eka Putra")
    parts = "".join(f"\n\n## Sang Penjaga – {name}\n\n{BODY}" for name in names)
    assert only(f"# {TITLE}\n\n{BODY}{parts}", "a.md")["title"] == TITLE
    assert len(essays(f"# Kumpulan Esai{parts}", "a.md")) == 3


@pytest.mark.parametrize(
    "above",
    [
        "Lompat ke konten Lompat ke sidebar Lompat ke footer",
        '[caption id="" align="aligncenter" width="630" caption="Foto Humas"][/caption]',
    ],
)
def test_links_that_skip_the_menu_and_codes_of_pictures_are_no_text(above: str) -> None:
    found = only(f'{above}\n\n{TITLE}\n\n{BODY}\n\nNo Response to "{TITLE}"\n')
    assert (found["title"], found["text"]) == (TITLE, BODY)


def test_text_between_two_codes_of_pictures_on_a_line_is_kept() -> None:
    code = '[caption id="1" width="630"]{}[/caption]'
    between = "Saya datang pagi sekali untuk membuka kantor dan menyalakan lampu ruang pelayanan."
    line = f"{code.format('Kantor')} {between} {code.format('Ruang Pelayanan')}"
    assert between in str(only(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{BODY}\n")["text"])
    alone = code.format("Kantor di Garut")
    found = only(f"{TITLE}\n\n{BODY}\n\n{alone}\n\n{BODY}\n")
    assert "Garut" not in str(found["text"])


def test_a_short_line_that_a_picture_repeats_opens_no_essay() -> None:
    text = f"{TITLE}\n\n{BODY}\n\nGrup Kami\nGrup Kami\n\n{BODY}\n"
    assert only(text)["title"] == TITLE
    assert only(f"{text}\n\nApel Pagi\nApel Pagi\n\n{BODY}\n")["title"] == TITLE
    listed = text.replace(TITLE, f"{TITLE}\n\n{TITLE}")  # the titles of this page are repeated
    assert [row["title"] for row in essays(listed)] == [TITLE, "Grup Kami"]


@pytest.mark.parametrize(
    ("date", "titled"),
    [("Senin, 2 Juni 2025 | 05:00", True), ("2 Juni 2025", True), ("Tanggal belum ada", False)],
)
def test_a_full_stop_may_end_a_title_above_a_date(date: str, titled: bool) -> None:
    found = only(f"{TITLE}.\n\n{date}\n\n{BODY}\n")
    assert found["title"] == (f"{TITLE}." if titled else None)


@pytest.mark.parametrize("name", ["", "Rina Marlina\n"])
def test_a_heading_with_a_dash_below_a_title_is_one(name: str) -> None:
    found = only(f"{TITLE}\n{name}- Wawasan Kebangsaan\n{BODY}\n")
    assert found["title"] == TITLE


def test_points_with_a_dash_below_a_line_make_no_title() -> None:
    text = f"Percakapan Pagi\n- Selamat Pagi, Pak\n- Pagi\n\n{BODY}\n"
    assert only(text)["title"] is None


def test_the_archive_of_a_blog_lists_its_posts() -> None:
    head = "Postingan\n\nMenampilkan postingan dari November, 2019\n\n"
    posts = "\n\n".join(f"{title}\n\nGambar\n{BODY}" for title in (TITLE, "Kembali ke Dalam Diri"))
    found = essays(f"{head}{posts}\n")
    assert [row["title"] for row in found] == [TITLE, "Kembali ke Dalam Diri"]
    assert {row["text"] for row in found} == {BODY}


@pytest.mark.parametrize("last", [" … [Read more…]", "\n\nRead More\nOpini Ulasan"])
def test_what_sites_put_between_the_posts_of_a_list_is_no_text(last: str) -> None:
    posts = "\n\n".join(f"{title}\n\n{LONG}{last}" for title in (TITLE, "Kembali ke Dalam Diri"))
    found = essays(f"Opini Ulasan\n\n{posts}\n")
    assert [row["title"] for row in found] == [TITLE, "Kembali ke Dalam Diri"]
    assert {row["text"] for row in found} == {LONG}


@pytest.mark.parametrize(
    ("date", "by", "end"),
    [
        ("19 Juni 2025\n", "Mengapa mereka tetap diam saja?", "Baca selengkapnya »"),
        ("", "Oleh: Lilis Suryani", "Editor: Haryono"),
    ],
)
def test_what_ends_one_post_opens_the_next(date: str, by: str, end: str) -> None:
    text = (
        f"{TITLE}\n{date}{by}\n{OTHER}\n{TEXT}\n{end}\nKembali ke Dalam Diri\n{date}{TEXT}\n{OTHER}"
    )
    found = essays(text)
    assert [row["title"] for row in found] == [TITLE, "Kembali ke Dalam Diri"]


@pytest.mark.parametrize("end", ["Baca selengkapnya »", "Editor: {}"])
def test_posts_of_short_paragraphs_that_one_line_ends_are_all_read(end: str) -> None:
    said = "Pagi itu hujan turun dan kami tetap membuka kantor.\nWarga datang membawa surat."
    titles = ("Hujan di Kantor Desa", "Pohon Beringin Tua", "Perahu Sebelum Subuh")
    posts = (f"{x}\n{said}\nMereka ingat {x}.\n{end.format(x[:5])}\n" for x in titles)
    found = essays("".join(posts))
    assert [row["title"] for row in found] == [*titles]


@pytest.mark.parametrize("head", ["", "Berita Terkait\n", "Bagikan:\nFacebook\n"])
def test_teasers_of_other_texts_below_the_credits_are_no_essays(head: str) -> None:
    teasers = f"Rapat Pleno Terbuka\n{BODY[:142]}\n\nPemilih Pemula\n12 Juni 2025\n{TEXT}"
    text = f"{BODY}\n\n{LONG}"
    page = f"{TITLE}\nOleh: Lilis Suryani\n\n{text}\n\nEditor: Haryono\n{head}\n{teasers}"
    assert only(page)["text"] == text
    signed = page.replace("12 Juni 2025", "Oleh: Asep Saepudin")
    assert [x["author"] for x in essays(signed)][-1] == "Asep Saepudin"


@pytest.mark.parametrize("end", ["Baca selengkapnya", "Reporter: Asep\nEditor: Haryono"])
def test_what_may_end_a_post_stands_amid_one_text_too(end: str) -> None:
    found = only(f"{TITLE}\nOleh: Lilis Suryani\n\n{LONG}\n\n{end}\n\n{LONG}\n\n{OTHER}")
    assert str(found["text"]).split() == f"{LONG} {LONG} {OTHER}".split()


@pytest.mark.parametrize("asks", ["Reporter:\n", "Reporter: "])
def test_what_a_reporter_asks_is_text(asks: str) -> None:
    talk = f"{asks}Apa pesan Ibu?\nKetua: Jujurlah dalam pekerjaan kecil sekalipun."
    assert only(f"{TITLE}\n\n{BODY}\n\n{talk}")["text"] == f"{BODY}\n\n{talk}"


@pytest.mark.parametrize(
    "line", ["Dimuat di Kompas adalah impian saya", "Di rapat itu tidak ada komentar."]
)
def test_a_line_of_a_text_may_open_as_those_of_sites_do(line: str) -> None:
    text = f"{BODY}\n\n{line}\n\n{BODY}"
    assert only(f"{TITLE}\n\n{text}")["text"] == text


@pytest.mark.parametrize("marks", ["ab", ("ii", "iii"), ("satu", "dua")])
def test_numbers_of_parts_in_parentheses_are_no_initials_of_an_editor(marks: list[str]) -> None:
    parts = (f"({mark})\n\n{LONG}\n\nKami jujur dan adil setiap hari." for mark in marks)
    text = "\n\n".join([LONG, *parts])
    assert only(f"{TITLE}\n\n{text}")["text"] == text


def test_who_is_called_the_writer_below_a_text_wrote_it() -> None:
    found = only(f"Pena Merdeka\n\n{TITLE}\n\n{BODY}\n\nPenulis: Lilis Suryani")
    assert found["author"] == "Lilis Suryani"


def test_short_lists_of_posts_that_are_cut_off_are_known_by_their_dots() -> None:
    titles = (TITLE, "Kembali ke Dalam Diri", "Belajar dari Bilik Suara")
    posts = "\n\n".join(f"{x}\n\n{n}{LONG[:-1]}…" for n, x in enumerate(titles))
    assert [row["title"] for row in essays(posts)] == [*titles]
    signed = f"Catatan Harian\nOleh: Lilis Suryani\n\n{posts}"
    for text in (signed, "\n\n".join(f"{x}\n\n{BODY}\n\n{LONG[:-1]}…" for x in titles)):
        assert len(essays(text)) == 1


def test_tags_with_spaces_are_no_heading() -> None:
    found = only(f"{TITLE}\n\n# Juni Menulis # Tema A {BODY}")
    assert (found["title"], str(found["text"])[:6]) == (TITLE, "# Juni")


def test_lines_of_a_table_of_contents_are_no_text_wherever_they_stand() -> None:
    contents = f"BAB I\n1. Latar Belakang{'.' * 60} 1\nBAB II {'.' * 60} iv\n"
    kept = "Nilai kejujuran saya........ 9\n\nKami menunggu ..... 2 jam."
    found = only(f"{TITLE}\n\n{contents}\n{BODY}\n\n{kept}\n")
    assert "Latar" not in str(found["text"])
    assert str(found["text"]).endswith(kept)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("dok. foto Peserta Sosialisasi Pemilih", False),
        ("Dok. foto: Humas KPU Kab. Garut.", False),
        ("Dokfoto: Kegiatan Rapat Pleno", False),
        ("Dokumentasi foto kami simpan.", True),
        ("Dok foto kegiatan itu masih saya simpan karena di sanalah semuanya bermula.", True),
        ("Dokfoto itu saya simpan di ruang arsip", True),
        ("Dok foto Rapat Pleno itu masih tersimpan rapi", True),
        ("Dok foto Rapat Pleno masih kami simpan", True),
        ("Dok foto Rapat Pleno hilang. Arsip tetap ada", True),
        ("Dok foto kegiatan menjadi bukti bagi warga.", True),
    ],
)
def test_what_a_photograph_shows_is_no_text(line: str, shown: bool) -> None:
    found = str(only(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{BODY}\n")["text"])
    assert (line in found) == shown


@pytest.mark.parametrize("account", ["winda", "Rina Marlina", "admin", "mahasiswa penyiaran"])
def test_the_footer_of_a_post_may_name_an_account_in_small_letters(account: str) -> None:
    found = only(f"{TITLE}\n\n{BODY}\n\nDiposkan oleh {account} di 20.15\n")
    assert (found["title"], found["text"]) == (TITLE, BODY)


@pytest.mark.parametrize(
    ("above", "wrapped"),
    [
        (
            TITLE,
            "Sebagai Calon Pegawai Negeri Sipil (CPNS) yang baru bergabung di Komisi\n"
            "Pemilihan Umum (KPU) Kabupaten Garut, kami hadir dengan semangat baru dan rasa\n"
            "ingin tahu yang besar terhadap setiap tahapan.",
        ),
        (
            None,
            "Pada tanggal 2 Juni 2025 saya mengikuti Pelatihan Dasar CPNS\n"
            "Golongan III Angkatan XII di Badan Pengembangan Sumber Daya\n"
            "Manusia Provinsi Maluku Utara. Dari sana saya mengenal rekan baru.",
        ),
    ],
)
def test_wrapped_lines_of_a_sentence_with_many_names_are_no_title(
    above: str | None, wrapped: str
) -> None:
    body = f"{wrapped}\n\n{BODY}"
    found = only(f"{above}\n\n{body}\n" if above else f"{body}\n")
    assert (found["title"], found["text"]) == (above, body)


def test_an_office_below_a_title_in_two_lines_is_none_of_it() -> None:
    title = (
        "Menjaga Marwah Penyelenggara Pemilu melalui Integritas\n"
        "dan Profesionalisme Pegawai di Komisi Pemilihan Umum Sula"
    )
    found = only(f"{title}\nRina Marlina, S.H., CPNS KPU Kota Tegal\n\n{BODY}\n")
    assert found["title"] == title.replace("\n", " ")


@pytest.mark.parametrize("below", [LONG, "Hanya selama itu ia bicara kepada kami."])
def test_minutes_on_a_line_of_their_own_end_no_essay(below: str) -> None:
    found = only(f"{TITLE}\n\nLilis Suryani\n\n{LONG}\n\n3 menit\n\n{below}\n")
    assert found["text"].endswith(below)
