"""Files of several people in which a name stands at the end of each essay or above each title."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.segment.cutting import LONG, essays, loaded, only, word

import kpu_corpus as kc

TITLES = ["Menjaga Suara dari Gudang", "Pintu yang Selalu Terbuka", "Belajar Teliti di Ruang Arsip"]
PEOPLE = ["Rina Marlina", "Dimas Aryo Pratama", "Siti Nurhaliza"]
OFFICES = ["KPU Kabupaten Garut", "KPU Kota Bogor", "KPU Kabupaten Flores Timur"]
TEXTS = [
    "Hujan turun sejak subuh ketika truk berangkat dari gudang.\n\n"
    + "Kami membaca ulang berkasnya. " * 12,
    "Warga datang membawa map plastik dan banyak pertanyaan.\n\n"
    + "Kami mendengarkan semua orang. " * 14,
    "Satu angka yang tertukar dapat menghentikan rapat pleno.\n\n"
    + "Kami memeriksanya sekali lagi. " * 13,
]
ROWS = [*zip(TITLES, PEOPLE, OFFICES, TEXTS, strict=True)]
AUTHORED = "# {title}\n\nOleh: {name}\n\n{text}"


def written(form: str, rows: Sequence[tuple[str, str, str, str]] = ROWS) -> str:
    return "\n\n\n".join(
        form.format(
            n=n,
            r="I" * n,
            title=title,
            name=name,
            office=office,
            text=text.strip(),
            caps=title.upper(),
        )
        for n, (title, name, office, text) in enumerate(rows, 1)
    )


def told(corpus: kc.Corpus, *fields: str) -> list[list[str | None]]:
    essays = corpus.essays.assign(text=[" ".join(text.split()) for text in corpus.essays["text"]])
    return essays[[*fields, "text"]].astype(object).where(essays.notna(), None).values.tolist()


@pytest.mark.parametrize("end", [" ({name})", "\n\nKami jujur. Kami siap.\n({name})"])
def test_names_in_parentheses_at_the_end_of_each_text_part_a_file(end: str) -> None:
    corpus = loaded(written("{title}\n\n{text}" + end))
    assert [*zip(corpus.essays["title"], corpus.essays["author"], strict=True)] == [
        (title, name) for title, name, *_ in ROWS
    ]


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n\n{text}\n\n{name}, {office}",
        "{title}\n\n{text}\n\n({name}, {office})",
        "{title}\n\n{text}\n\nPenulis: {name}, {office}",
        "{n}. {name} ({office}) – {title}\n\n{text}",
        "{n}. {title} - {name} ({office})\n\n{text}",
        "{n}. {title} oleh {name} ({office})\n\n{text}",
        "{title}\n\n{text}\n\nGarut, 3 Juli 2025\nPenulis,\n{name}\n{office}",
        "{n}. {title}\n\n{text}\n\n{name} - {office}",
        "{title}\n({name}, {office})\n\n{text}",
        "{name} – {office}\n{title}\n\n{text}",
        "Oleh: {name}, {office}\n{title}\n\n{text}",
        "{r}. {title}\n{name} - {office}\n\n{text}",
        "{n}. {title}\n{name}\n{office}\n\n{text}",
        "{name}\n{office}\n\n{caps}\n\n{text}",
        "{title}\n\n{text}\n\n{name}\n{office}",
    ],
)
def test_essays_are_cut_where_another_name_stands_at_the_end_or_above(form: str) -> None:
    said = str.upper if "{caps}" in form else str
    wanted = [[said(title), name, " ".join(text.split())] for title, name, _, text in ROWS]
    corpus = loaded(written(form))
    assert told(corpus, "title", "author") == wanted
    assert corpus.essays["unit"].tolist() == OFFICES


@pytest.mark.parametrize(
    ("cover", "form"),
    [
        ("Mading Sekolah\n\n", "{title}\n\n{text}\n\nKarya: {name}"),  # each is signed below it
        ("", "LOMBA ESAI KPU 2025\nKategori: Pegawai\nJudul: {title}\nNama: {name}\n\n{text}"),
        ("KUMPULAN ESAI\nSMA NEGERI 3 SALATIGA\n\n", "{n}. {title} — {name}\n\n{text}"),
        ("KUMPULAN ESAI KELAS C\n\n", "{n}. {name}: {title}\n\n{text}"),
    ],
)
def test_a_line_above_the_essays_or_above_each_is_no_part_of_them(cover: str, form: str) -> None:
    wanted = [[title, name, " ".join(text.split())] for title, name, _, text in ROWS]
    assert told(loaded(cover + written(form)), "title", "author") == wanted


@pytest.mark.parametrize("above", ["{name}\n\n{title}", "{name}\n{title}"])
def test_a_name_alone_above_each_title_is_its_authors(above: str) -> None:
    wanted = [[title, name, " ".join(text.split())] for title, name, _, text in ROWS]
    assert told(loaded(written(f"{above}\n\n{{text}}")), "title", "author") == wanted


def test_an_office_behind_the_name_in_a_heading_is_no_title() -> None:
    corpus = loaded(written("# {n}. {name} - {office}\n\n{title}\n\n{text}"), "a.md")
    assert corpus.essays["unit"].tolist() == OFFICES


def test_people_below_a_title_are_those_an_essay_speaks_of() -> None:
    for form in ("{name}\n\n{title}\n\n{text}", "{n}. {name}: {title}\n\n{text}"):
        page = f"Kisah Para Petugas\n\n{written(form)}"
        assert len(loaded(page).items) == 1
    assert len(loaded(written("{name}: {title}\n\n{text}")).items) == 1


@pytest.mark.parametrize("dash", ["– ", "-", "— "])
def test_a_name_behind_a_dash_signs_the_text_but_not_a_quotation(dash: str) -> None:
    text = f"{TITLES[0]}\n\n{TEXTS[0].strip()}\n\n"
    assert told(loaded(f"{text}{dash}{PEOPLE[0]}"), "title", "author") == [
        [TITLES[0], PEOPLE[0], " ".join(TEXTS[0].split())]
    ]
    several = loaded(written("{title}\n\n{text}\n\n" + dash + "{name}, {office}"))
    assert told(several, "author", "unit") == [
        [*row[1:3], " ".join(row[3].split())] for row in ROWS
    ]
    for last in (
        f"“Kejujuran adalah mata uang.”\n\n{dash}Najwa Shihab",
        f"Kejujuran adalah mata uang yang berlaku di mana saja.\n{dash}Najwa Shihab",
        f"{dash}Siapa nama ibu itu?\n\n{dash}Najwa Shihab",
    ):
        (item,) = loaded(f"{text}{last}").items
        assert item.author is None


def test_a_note_on_the_author_at_the_foot_of_a_page_ends_no_essay() -> None:
    note = "*) Penulis adalah CPNS KPU Kota Tegal"
    text = f"{TITLES[0]}\nOleh: {PEOPLE[0]}\n\n{TEXTS[0]}\n\n{note}\n\n{TEXTS[1]}"
    assert len(loaded(text).items) == 1


def test_points_of_a_list_with_a_byline_below_are_titles() -> None:
    corpus = word(written("+ {title}\n\nOleh: {name}\n\n{text}"))
    wanted = [[title, name, " ".join(text.split())] for title, name, _, text in ROWS]
    assert told(corpus, "title", "author") == wanted


def test_an_agenda_with_names_below_its_points_has_no_author() -> None:
    points = zip(("Pembukaan", "Sambutan", "Doa Bersama"), PEOPLE, strict=True)
    agenda = "\n\n".join(f"* {point}\n\nOleh: {name}" for point, name in points)
    text = f"= Susunan Acara\n\n{agenda}\n\nAcara berlangsung tertib dan selesai tepat waktu."
    assert word(text).essays["author"].isna().all()


def test_lines_on_pictures_and_editors_below_the_text_are_none_of_it() -> None:
    below = f"Penulis: {PEOPLE[0]}\nEditor: Tim Parmas\nFoto: Humas KPU"
    corpus = loaded(f"{TITLES[0]}\n\n{TEXTS[0].strip()}\n\n{below}")
    assert told(corpus, "author") == [[PEOPLE[0], " ".join(TEXTS[0].split())]]


def test_a_heading_without_an_author_among_those_of_the_others_is_a_title() -> None:
    page = [
        f"# {title} {n}\n\n" + ("" if n == 3 else f"Oleh: {name}\n\n") + text
        for n, (title, name, _, text) in enumerate([*ROWS, *ROWS[:2]], 1)
    ]
    essays = word("\n\n".join(page)).essays
    assert essays["title"].str[-1].tolist() == ["1", "2", "3", "4", "5"]
    assert essays["author"].fillna("").tolist() == [*PEOPLE[:2], "", *PEOPLE[:2]]


@pytest.mark.parametrize(
    "form",
    [
        "{name} ({office})",
        "{name} – {office}",
        "{name}",
        "{n}. {name}",
        "{n}. {name} ({office})",
    ],
)
@pytest.mark.parametrize("cover", ["", "= ESAI PESERTA\n\n"])
def test_headings_that_are_names_of_people_name_the_authors(form: str, cover: str) -> None:
    corpus = word(cover + written(f"# {form}\n\n{{text}}"))
    texts = [" ".join(text.split()) for *_, text in ROWS]
    assert told(corpus, "author") == [[name, t] for name, t in zip(PEOPLE, texts, strict=True)]
    if "office" in form:
        assert corpus.essays["unit"].tolist() == OFFICES


def test_headings_that_are_names_stand_below_those_of_groups_too() -> None:
    groups = ["# KELOMPOK 1\n\n", "", "# KELOMPOK 2\n\n"]
    rows = zip(groups, TITLES, PEOPLE, TEXTS, strict=True)
    parts = (f"{group}## {name}\n\n{title}\n\n{text}" for group, title, name, text in rows)
    items = loaded("\n\n".join(parts)).items
    assert [(x.title, x.author, x.metadata["kelompok"]) for x in items] == [
        (*row, group) for *row, group in zip(TITLES, PEOPLE, "112", strict=True)
    ]


def test_a_person_with_one_name_among_headings_with_names_and_titles_wrote_one() -> None:
    people = [*PEOPLE[:2], "Sukardi"]
    rows = zip(people, TITLES, TEXTS, strict=True)
    text = "\n\n".join(f"# {name} - {title}\n\n{text}" for name, title, text in rows)
    assert [x.author for x in loaded(text).items] == people


def test_a_person_with_one_name_among_numbered_headings_wrote_an_essay_too() -> None:
    text = written("# {n}. {name}\n\n{text}").replace(PEOPLE[2], "Wagiman")
    assert word(text).essays["author"].tolist() == [*PEOPLE[:2], "Wagiman"]


@pytest.mark.parametrize(
    ("people", "above"),
    [(PEOPLE, TEXTS[0]), (PEOPLE, ""), (PEOPLE[:2], ""), ([*PEOPLE[:2], "Penutup"], "")],
)
def test_people_an_essay_speaks_of_in_its_sections_did_not_write_them(
    people: list[str], above: str
) -> None:
    pairs = zip(people, TEXTS, strict=False)
    sections = "\n\n".join(f"# {name}\n\n{text}" for name, text in pairs)
    text = f"= Mereka yang Kami Teladani\n\n{above}\n\n{sections}"
    assert len(word(text).items) == 1


def test_an_office_below_a_heading_that_names_a_person_is_no_title() -> None:
    essays = word(written("# {name}\n\n{office}\n\n{text}")).essays
    assert essays[["author", "unit"]].values.tolist() == [[n, o] for _, n, o, _ in ROWS]
    assert essays["title"].isna().all()


def test_a_section_that_leaves_its_essay_little_text_is_no_title() -> None:
    section = "Semua ini bermula di gudang logistik.\n\n# Pelajaran dari Gudang\n\n"
    text = written(AUTHORED, [*ROWS, *ROWS[:2]])
    text = text.replace("Hujan turun", f"{section}Hujan turun", 1)
    assert len(word(text).items) == 5


@pytest.mark.parametrize("words", [1, 30])
def test_the_last_section_among_headings_with_authors_stays_a_heading(words: int) -> None:
    last = "Kami akan menjaga suara pemilih dengan jujur. " * words
    text = written(AUTHORED, [*ROWS, *ROWS[:2]])
    text = f"{text}\n\n# Tekad Kami Bersama\n\n{last}"
    assert len(word(text).items) == 5


@pytest.mark.parametrize(
    "form", ["{title}\n\n{text}\n\n{name}\n{office}", "{name}\n{office}\n{title}\n\n{text}"]
)
def test_people_with_one_name_sign_and_head_their_essays_too(form: str) -> None:
    text = written(form).replace(PEOPLE[1], "Wulandari")
    corpus = loaded(text)
    assert corpus.essays["author"].tolist() == [PEOPLE[0], "Wulandari", PEOPLE[2]]
    assert corpus.essays["title"].tolist() == TITLES


@pytest.mark.parametrize("rank", ["h2", "h3", "h4"])
def test_headings_of_any_rank_are_titles_below_a_name_or_below_the_end_of_an_entry(
    rank: str, tmp_path: Path
) -> None:
    rows = [(title, name, office, text.replace("\n\n", " ")) for title, name, office, text in ROWS]
    named = "".join(f"<p>{n} - {u}</p><{rank}>{t}</{rank}><p>{x}</p>" for t, n, u, x in rows)
    entries = "".join(f"<{rank}>{t}</{rank}><p>{x}</p><p>Dilihat 7 kali</p>" for t, _, _, x in rows)
    for body in (named, f"<p>Opini</p>{entries}"):
        (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
        assert kc.load(tmp_path / "a.html").essays["title"].tolist() == TITLES


@pytest.mark.parametrize("rank", ["h2", "h3"])
def test_sections_of_an_essay_on_a_page_that_lists_others_are_no_titles(
    rank: str, tmp_path: Path
) -> None:
    sections = "".join(f"<{rank}>{t}</{rank}><p>{x}</p>" for t, _, _, x in ROWS)
    page = f"<p>Opini</p><p><b>Suara dari Balik Meja</b></p>{sections}<h4>Populer</h4>"
    (tmp_path / "a.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    assert len(kc.load(tmp_path / "a.html")) == 1


def test_word_headings_with_a_name_below_each_text_are_titles() -> None:
    corpus = word(written("# {title}\n\n{text}\n\n{name}, {office}"))
    assert corpus.essays[["title", "author"]].values.tolist() == [
        [title, name] for title, name, *_ in ROWS
    ]


def page_of(
    form: str, people: list[str], tmp_path: Path, below: str = "Tulisan peserta pelatihan dasar."
) -> kc.Corpus:
    parts = [
        form.format(title=title, name=name, office=office, text=text.replace("\n\n", "</p><p>"))
        for (title, _, office, text), name in zip(ROWS, people, strict=True)
    ]
    head = f"<h1>Ruang Gagasan</h1><p>{below}</p>"
    (tmp_path / "a.html").write_text(f"<body>{head}{''.join(parts)}</body>", encoding="utf-8")
    return kc.load(tmp_path / "a.html")


@pytest.mark.parametrize(
    "form",
    [
        "<h2>{title}</h2><p>{text}</p><p><em>{name}</em></p>",
        "<h3>{title}</h3><p>{text}</p><p>{name}, {office}</p>",
        "<h2>{title}</h2><p>{text}</p><p>Salam hormat,<br>{name}</p>",
        "<h2>{title}</h2><p>{text}</p><p>Garut, 3 Juli 2025<br>{name}</p>",
    ],
)
def test_headings_below_that_of_a_page_are_titles_where_each_text_is_signed(
    form: str, tmp_path: Path
) -> None:
    corpus = page_of(form, PEOPLE, tmp_path)
    wanted = [[title, name, " ".join(text.split())] for title, name, _, text in ROWS]
    assert told(corpus, "title", "author") == wanted


def test_an_essay_that_lets_others_speak_in_its_sections_is_one(tmp_path: Path) -> None:
    form = "<h2>{title}</h2><p>{text}</p><p>{name}</p>"
    (item,) = page_of(form, PEOPLE, tmp_path, "Oleh: Ratna Dewi Lestari").items
    assert (item.title, item.author) == ("Ruang Gagasan", "Ratna Dewi Lestari")


@pytest.mark.parametrize("people", [[PEOPLE[0]] * 3, ["", "", PEOPLE[2]], [*PEOPLE[:2], ""]])
def test_sections_are_one_essay_where_not_each_is_signed_by_another(
    people: list[str], tmp_path: Path
) -> None:
    form = "<h2>{title}</h2><p>{text}</p><p><em>{name}</em></p>"
    assert page_of(form, people, tmp_path).essays["title"].tolist() == ["Ruang Gagasan"]


def test_headings_of_one_essay_are_none_though_it_is_signed() -> None:
    sections = "\n\n".join(f"{title}\n\n{text}" for title, _, _, text in ROWS)
    corpus = loaded(f"Suara dari Balik Meja\n\n{sections}\n\n{PEOPLE[0]}, {OFFICES[0]}")
    assert corpus.essays[["title", "author"]].values.tolist() == [
        ["Suara dari Balik Meja", PEOPLE[0]]
    ]


def test_the_same_name_below_every_part_signs_one_essay() -> None:
    text = "\n\n".join(
        f"{title}\n\n{text}\n\n{PEOPLE[0]}, {OFFICES[0]}" for title, _, _, text in ROWS
    )
    assert len(loaded(text)) == 1


def test_the_letterhead_of_each_essay_is_no_text_of_the_one_before() -> None:
    head = "KOMISI PEMILIHAN UMUM\nKABUPATEN GARUT\nJl. Suherman No. 95 Telp. (0262) 233033"
    corpus = loaded(written(head + "\n\nESAI\n\n{caps}\nOleh: {name}, {office}\n\n{text}"))
    wanted = [[t.upper(), name, unit, " ".join(text.split())] for t, name, unit, text in ROWS]
    assert told(corpus, "title", "author", "unit") == wanted


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_name_alone_above_the_title_is_the_authors(gap: str) -> None:
    corpus = loaded(f"{PEOPLE[0]}{gap}{TITLES[0]}\n\n{TEXTS[0]}")
    assert told(corpus, "title", "author") == [[TITLES[0], PEOPLE[0], " ".join(TEXTS[0].split())]]


def test_a_number_a_name_and_a_title_begin_each_essay_of_a_file() -> None:
    corpus = loaded(written("Peserta {n}\n{name}\n{title}\n\n{text}"))
    wanted = [[title, name, " ".join(text.split())] for title, name, _, text in ROWS]
    assert told(corpus, "title", "author") == wanted


@pytest.mark.parametrize(
    "below",
    [
        "12 Juni 2025",
        "12 Juni 2025 ·",
        "12 Juni 2025   10:20   Diperbarui: 13 Juni 2025   10:21   87",
    ],
)
def test_a_name_and_a_date_above_the_text_are_author_and_date(below: str) -> None:
    corpus = loaded(f"{PEOPLE[0]}\n{below}\n\n{TEXTS[0]}")
    text = " ".join(TEXTS[0].split())
    assert told(corpus, "title", "author", "date") == [[None, PEOPLE[0], "2025-06-12", text]]


def test_a_title_above_its_date_stays_the_title() -> None:
    corpus = loaded(f"{TITLES[0]}\n12 Juni 2025\n\n{TEXTS[0]}")
    assert told(corpus, "title", "author")[0][:2] == [TITLES[0], None]


@pytest.mark.parametrize(
    "below",
    [
        "“Kejujuran adalah mata uang yang berlaku di mana-mana.”\n\nNajwa Shihab",
        "“Kejujuran adalah mata uang.”\n\nNajwa Shihab, Ketua KPU Kota Tegal",
        "Dalam kegiatan itu saya dibantu oleh:\nAsep Saepudin\nDewi Lestari",
        "Kegiatan itu dipimpin oleh\nDewi Lestari, Ketua KPU Kabupaten Garut",
        "RINA MARLINA, S.Sos.",
    ],
)
def test_who_is_quoted_or_listed_above_a_heading_signs_no_essay(below: str) -> None:
    parts = [f"{title}\n\n{text}" for title, text in zip(TITLES, TEXTS, strict=True)]
    corpus = loaded(f"{parts[0]}\n\n{below}\n\n{parts[1]}\n\n{PEOPLE[0]}")
    assert corpus.essays[["title", "author"]].values.tolist() == [[TITLES[0], PEOPLE[0]]]


@pytest.mark.parametrize("who", ["Najwa Shihab", "Najwa Shihab, Ketua KPU Kota Tegal"])
def test_who_said_the_sentence_right_above_signs_no_essay_where_others_stand_apart(
    who: str,
) -> None:
    parts = [f"{title}\n\n{text}" for title, text in zip(TITLES, TEXTS, strict=True)]
    said = f"Jujurlah sejak dari pikiran.\n{who}"
    corpus = loaded(f"{parts[0]}\n\n{said}\n\n{parts[1]}\n\n{PEOPLE[0]}")
    assert corpus.essays[["title", "author"]].values.tolist() == [[TITLES[0], PEOPLE[0]]]


@pytest.mark.parametrize(
    "below",
    [
        "“Kejujuran adalah segalanya bagi kami.”\n\nNajwa Shihab, Ketua KPU Kota Tegal",
        "Kegiatan itu dipimpin oleh\nDewi Lestari, Ketua KPU Kabupaten Garut",
    ],
)
def test_who_is_quoted_below_an_essay_with_a_name_above_opens_none(below: str) -> None:
    parts = [f"{title}\n\n{text}" for title, text in zip(TITLES, TEXTS, strict=True)]
    corpus = loaded(f"{PEOPLE[0]}, {OFFICES[0]}\n{parts[0]}\n\n{below}\n\n{parts[1]}")
    assert corpus.essays[["title", "author"]].values.tolist() == [[TITLES[0], PEOPLE[0]]]


@pytest.mark.parametrize("people", [["Asep Saepudin, Ketua KPU Kabupaten Garut"], []])
def test_numbered_sections_of_which_one_names_somebody_are_one_essay(people: list[str]) -> None:
    parts = [f"{n}. {title}\n\n{text}" for n, (title, _, _, text) in enumerate(ROWS, 1)]
    first = "\n\n".join([parts[0], *people])
    text = f"Laporan Kegiatan Kami\n\n{first}\n\n{parts[1]}\n\n{parts[2]}\n\n{PEOPLE[0]}"
    assert len(loaded(text)) == 1


@pytest.mark.parametrize("mark", [" – {}", " - {}", " ({})", " | {}"])
def test_headings_that_end_in_different_names_are_titles_and_authors(
    mark: str, tmp_path: Path
) -> None:
    names = ["Rina Marlina", "Asep Saepudin", "Eka Putra"]
    titles = ["Menjaga Suara dari Gudang", "Pintu yang Terbuka", "Belajar di Meja Depan"]
    text = "<p>Kami membaca ulang berkas warga setiap pagi di kantor kami.</p>" * 9

    def page(people: list[str]) -> str:
        rows = zip(titles, people, strict=True)
        entries = (f"<h2>{title}{mark.format(name)}</h2>{text}" for title, name in rows)
        return f"<h1>Esai Peserta</h1>{''.join(entries)}"

    (tmp_path / "a.html").write_text(page(names), encoding="utf-8")
    found = kc.load(tmp_path / "a.html").essays
    assert (found["title"].tolist(), found["author"].tolist()) == (titles, names)
    (tmp_path / "a.html").write_text(page(names[:1] * 3), encoding="utf-8")
    assert len(kc.load(tmp_path / "a.html").essays) == 1


def test_titles_in_bold_letters_below_the_heading_of_a_page_are_those_of_essays(
    tmp_path: Path,
) -> None:
    titles = ["Menjaga Suara dari Gudang", "Pintu yang Selalu Terbuka", "Belajar di Meja Depan"]
    names = ["Rina Marlina", "Asep Saepudin", "Eka Putra"]
    text = "<p>Setiap surat dibalas pada hari yang sama, dan setiap tamu disapa dengan namanya "
    text += "sendiri oleh petugas yang berjaga di meja depan kantor kami sejak pagi hari.</p>"
    text += "<p>Kami membaca ulang berkas warga setiap pagi di kantor kami, lalu menjawab.</p>" * 9
    page = "".join(
        f"<p><b>{title}</b></p><p>Oleh {name}</p>{text}"
        for title, name in zip(titles, names, strict=True)
    )
    page = f"<article><h1>Esai Peserta Orientasi</h1><div>{page}</div></article>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    found = kc.load(tmp_path / "a.html").essays
    assert (found["title"].tolist()[1:], found["author"].tolist()) == (titles[1:], names)


@pytest.mark.parametrize("form", ["{name}", "{n}. {name}"])
@pytest.mark.parametrize("cover", ["", "KUMPULAN ESAI PESERTA\n\n"])
def test_names_alone_above_texts_name_the_authors_where_no_heading_is_marked(
    form: str, cover: str
) -> None:
    texts = [" ".join(["Kami tiba pagi sekali."] + [text] * 2) for *_, text in ROWS]
    rows = [
        (title, name, "", " ".join(text.split()))
        for (title, name, *_), text in zip(ROWS, texts, strict=True)
    ]
    corpus = loaded(cover + written(f"{form}\n\n{{text}}", rows))
    assert told(corpus, "title", "author") == [[None, name, text] for _, name, _, text in rows]


@pytest.mark.parametrize(
    ("above", "people", "below"),
    [
        ("Mereka yang Kami Teladani\n\n", PEOPLE, ""),
        ("", PEOPLE[:2], ""),
        ("", PEOPLE, "\n\nOleh: Asep Saepudin"),
        ("", PEOPLE, "\n\nAsep Saepudin, KPU Kota Tegal"),
        ("", PEOPLE, "\n\nCPNS KPU Kota Tegal"),
    ],
)
def test_people_in_plain_lines_that_an_essay_speaks_of_wrote_nothing(
    above: str, people: list[str], below: str
) -> None:
    parts = (
        f"{name}\n\n{' '.join(text.split())}" for name, text in zip(people, TEXTS, strict=False)
    )
    assert len(loaded(above + "\n\n".join(parts) + below).items) == 1


@pytest.mark.parametrize("form", ["{title} – {name}", "{title} ({name})"])
def test_lines_that_end_in_different_names_are_titles_and_authors(form: str) -> None:
    rows = [(title, name, "", " ".join(text.split())) for title, name, _, text in ROWS]
    page = written(f"{form}\n\n{{text}}", rows)
    wanted = [[title, name, text] for title, name, _, text in rows]
    assert told(loaded(page), "title", "author") == wanted
    assert len(loaded(f"Mereka yang Kami Teladani\n\n{page}").items) == 1


def test_titles_behind_their_label_open_essays_though_no_author_is_told() -> None:
    corpus = loaded(written("Judul: {title}\n\n{text}"))
    assert told(corpus, "title") == [[title, " ".join(text.split())] for title, *_, text in ROWS]


def test_books_in_an_essay_open_none() -> None:
    books = "".join(f"\n\nJudul: {title}\n\n{text}" for title, *_, text in ROWS[1:])
    form = "{title}\n\nOleh: {name}\n\n{text}"
    (essay,) = loaded(written(form, ROWS[:1]) + books).items
    assert (essay.title, essay.author) == (TITLES[0], PEOPLE[0])


def test_labels_below_the_text_stay_with_it() -> None:
    form = "Oleh: {name}\n\n{text}\n\nInstansi: {office}"
    corpus = loaded(written(form))
    assert corpus.essays[["author", "unit"]].values.tolist() == [[n, o] for _, n, o, _ in ROWS]


@pytest.mark.parametrize(
    ("form", "end"),
    [
        ("{name}\n\n{text}", "\n\nEka Putra"),
        ("A. {name}\n\n{text}", ""),
        ("{name}\n\n“{text}”", ""),
    ],
)
def test_people_whom_one_writer_quotes_or_lists_are_not_the_authors(form: str, end: str) -> None:
    rows = [(t, n, o, " ".join(text.split())) for t, n, o, text in ROWS]
    corpus = loaded(written(form, rows) + end)
    assert len(corpus.items) == 1


def test_labels_above_the_name_belong_to_the_essay_below() -> None:
    form = "Satker : {office}\nNama : {name}\n\n{text}"
    corpus = loaded(written(form))
    assert corpus.essays[["author", "unit"]].values.tolist() == [[n, o] for _, n, o, _ in ROWS]


def test_a_byline_below_a_chosen_title_opens_no_essay_of_its_own(tmp_path: Path) -> None:
    long = (
        "Setiap pemilih datang ke tempat pemungutan suara dengan harapan yang sederhana: suaranya "
        "dihitung dengan benar. Harapan itu hanya terjaga Lewat Pelayanan yang Jujur dan Terbuka"
    )
    byline = "Oleh: Rina Marlina"
    (tmp_path / "a.txt").write_text("\n\n".join([byline, long, byline, long, long]), "utf-8")
    corpus = kc.load(tmp_path)
    assert [*corpus.essays["author"]] == ["Rina Marlina"]


def test_people_with_numbers_and_offices_in_place_of_titles_part_a_file() -> None:
    number = "NIP. 19980101 202506 2 00"
    form = f"{{name}}\n{number}{{n}}\n{{office}}\n\n{{text}}"
    for cover in ("", "KUMPULAN ESAI LATSAR CPNS\n\n"):
        corpus = loaded(cover + written(form, ROWS[:2]))
        assert told(corpus, "author", "unit") == [
            [name, office, " ".join(text.split())] for _, name, office, text in ROWS[:2]
        ]
    signed = "{name}\n{office}\n\n{text}\n\n{name}\n{office}"
    assert len(loaded(written(signed, ROWS[:1]))) == 1  # nothing stands below
    below = written(form, ROWS[:2])
    assert len(loaded(f"Dua Suara dari Gudang\n\n{below}")) == 1  # it lets them speak


@pytest.mark.parametrize(
    "short", ["Kami belajar menjaga suara rakyat dengan jujur setiap hari.", "Kami hadir."]
)
def test_names_above_texts_of_short_paragraphs_part_a_file(short: str) -> None:
    rows = [(title, name, office, f"{short}\n\n{text}") for title, name, office, text in ROWS]
    corpus = loaded(written("{name}\n\n{text}", rows))
    assert corpus.essays["author"].tolist() == PEOPLE


@pytest.mark.parametrize(
    "form",
    [
        "<p><b>{title}</b></p><p>{name}</p><p>{text}</p>",
        "<p><b>{title}</b></p><p>Oleh: {name}</p><p>{text}</p>",
        "<p><b>{title}</b><br>Oleh: {name}</p><p>{text}</p>",
    ],
)
@pytest.mark.parametrize("head", ["", "<p>admin</p><p>5 Juni 2025</p>"])
def test_bold_titles_with_authors_below_the_name_of_a_page_open_essays(
    form: str, head: str, tmp_path: Path
) -> None:
    parts = "".join(form.format(title=t, name=n, text=x.split("\n")[0]) for t, n, _, x in ROWS)
    for above in ("", "<p>Tiga sosok memberi kami teladan dalam bekerja di kantor kecil.</p>"):
        body = f"<h1>Suara dari Tegal</h1>{head}{above}{parts}"
        (tmp_path / "a.html").write_text(f"<body>{body}</body>", encoding="utf-8")
        corpus = kc.load(tmp_path / "a.html")
        if not above:
            wanted = [[title, name] for title, name, *_ in ROWS]
            assert corpus.essays[["title", "author"]].values.tolist() == wanted
    if "Oleh" not in form:
        assert len(corpus) == 1  # text stands above the first: they are its sections


def test_people_below_their_offices_on_a_page_with_a_heading_are_those_whom_it_lets_speak() -> None:
    offices = ("Ketua KPPS", "Operator Sidalih", "Kasubbag Teknis")
    parts = (f"{w}\n\n{n}\n\n{x}" for w, n, x in zip(offices, PEOPLE, TEXTS, strict=True))
    assert len(loaded("# Suara dari TPS\n\n" + "\n\n".join(parts), "a.md")) == 1


def test_short_posts_of_several_people_each_with_its_day_are_told_apart(tmp_path: Path) -> None:
    said = "Netral itu tidak memihak siapa pun di media sosial."
    days = ["3 Juni 2025 10:20", "4 Juni 2025 09:15", "5 Juni 2025 21:07"]
    posts = "".join(
        f"<div><b>{name}</b><p>{day}</p><p>{said}</p></div>"
        for name, day in zip(PEOPLE, days, strict=True)
    )
    head = "<h1>Diskusi: Bagaimana Menjaga Netralitas?</h1>"
    (tmp_path / "a.html").write_text(f"<body>{head}{posts}</body>", encoding="utf-8")
    corpus = kc.load(tmp_path / "a.html")
    assert told(corpus, "author") == [[name, said] for name in PEOPLE]
    essay = f"<p>Rina Marlina</p><p>2 Juni 2025</p><p>{TEXTS[0] * 3}</p>"
    page = f"<body><h1>Menjaga Suara Rakyat</h1>{essay}{posts}</body>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert len(kc.load(tmp_path / "a.html")) == 1  # readers wrote below it


def test_people_of_whom_one_says_little_stay_together() -> None:
    said = [
        "Saya hadir di kantor setiap pagi.",
        "Kami menjaga suara.",
        "Saya menata semua berkas.",
        "Kami jujur setiap hari di kantor.",
    ]
    names = [*PEOPLE, "Wayan Sudarma"]
    parts = [f"{name}\n\n{text}" for name, text in zip(names, said, strict=True)]
    assert len(loaded("\n\n".join(parts))) == 1  # no words are of whom stands above


def test_names_in_bold_letters_above_texts_part_a_file() -> None:
    corpus = loaded(written("**{name}**\n\n{text}", ROWS), "a.md")
    assert corpus.essays["author"].tolist() == PEOPLE


@pytest.mark.parametrize("sign", [" | ", " – ", " / "])
def test_title_name_and_office_in_one_line_are_parted(sign: str) -> None:
    heads = [
        ("Apel Pagi di Halaman", "Rina Marlina", "KPU Kota Tegal"),
        ("Menyeberang Demi Warga", "Lalu Hamdani", "KPU Kabupaten Brebes"),
    ]
    found = essays("\n\n".join(f"{sign.join(head)}\n\n{LONG}" for head in heads))
    assert [(x["title"], x["author"], x["unit"]) for x in found] == heads


@pytest.mark.parametrize(
    "line", ["Judul Kita Semua | Pojok Literasi | KPU Kota Tegal", "Langsung – Umum – Bebas"]
)
def test_other_words_in_three_parts_name_nobody(line: str) -> None:
    assert only(f"{line}\n\n{LONG}")["author"] is None
