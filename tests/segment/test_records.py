"""Web pages with an essay in each of several elements alike, or below headings of one rank."""

from __future__ import annotations

import pytest
from tests.segment.cutting import TEXT, essays

ROWS = [
    ("Integritas di Balik Meja Loket", "Siti Rohmah", "KPU Kabupaten Cianjur"),
    ("Demokrasi Dimulai dari Data Pemilih", "Bagus Setiawan", "KPU Kota Cirebon"),
    ("Melayani Tanpa Memilih Siapa", "Intan Permatasari", "KPU Kabupaten Bekasi"),
]
BODY = f"<p>{TEXT}</p>" * 4
ABOVE = "<h1>Galeri Esai CPNS 2025</h1><p>Tulisan para pegawai baru tentang pengabdian.</p>"
FORMS = {
    "author_above_the_title": "<div class='card'><div><b>{n}</b> <b>{a}</b> <i>{u}</i></div>"
    "<div><h5>{t}</h5>{x}</div></div>",
    "author_in_a_heading": "<div class='card'><h5>{t}</h5><h6>{a} - {u}</h6>{x}</div>",
    "author_in_the_foot": "<div class='card'><h5>{t}</h5>{x}"
    "<div class='footer'>{a}, {u}</div></div>",
    "no_heading": "<div class='item'><div>{t}</div><div>Oleh: {a}</div><div>{x}</div></div>",
    "points_of_a_list": "<li><h4>{t}</h4><p>{a}, {u}</p>{x}</li>",
    "folded": "<details><summary>{t} – {a}</summary>{x}</details>",
    "name_before_the_title": "<div class='i'><h2><button>{a} – {t}</button></h2>{x}</div>",
    "layout_table": "<tr><td><b>{t}</b><br>{a}<br><br>{x}</td></tr>",
    "flat": "<h3>{a}</h3><h4>{t}</h4>{x}",
    "the_open_one_has_another_class": "<div class='pane p{n} {o}'><b>{a}</b><div>Finalis Zona Utara"
    "</div><div>Skor juri: 8{n}</div><h4>{t}</h4>{x}</div>",
    "part_of_a_magazine_above": "<section><header><div>Rubrik Kota</div><h2><i>{n}.</i> {t}</h2>"
    "<p>Oleh <b>{a}</b></p></header>{x}<p><a href='#isi'>Kembali ke daftar isi</a></p></section>",
    "rank_before_the_title": "<div><h2><span>Juara {r}</span> {t}</h2><p>{a}</p>{x}</div>",
    "name_in_parentheses": "<details><summary>{t} ({a})</summary>{x}</details>",
    "table_of_identity": "<div><table><tr><td>Nama</td><td>{a}</td></tr><tr><td>Unit Kerja</td>"
    "<td>{u}</td></tr></table><h3>{t}</h3>{x}</div>",
    "roman_number_and_author_in_the_title": "<details><summary>{r}. {t}<br>oleh {a}</summary>{x}"
    "</details>",
    "marked_author_with_an_office": "<section><h2>{t}</h2><p class='penulis'>{a}, {u}</p>{x}"
    "<p>Dikumpulkan {n} Juni 2025 pukul 10.0{n}</p></section>",
    "who_posted_it_in_a_heading": "<li><h2><a href='/u'>{a}</a></h2><time>{n} Mei pukul 20.11"
    "</time><div><p><b>{t}</b></p>{x}</div><a href='/b'>Balas</a></li>",
    "by_and_date": "<article><h2>{t}</h2><p>Oleh {a} | {n} Juni 2025</p>{x}</article>",
    "counted": "<div><div>Naskah {n} dari 3</div><div>{t}</div><div>Oleh: {a}</div><div>{x}</div>"
    "<div><span>Beri nilai</span><span>Jumlah kata: 9{n}</span></div></div>",
}


def page(form: str, above: str = ABOVE) -> str:
    parts = (
        form.format(n=n, t=t, a=a, u=u, x=BODY, r="I" * n, o="" if n > 1 else "show active")
        for n, (t, a, u) in enumerate(ROWS, 1)
    )
    whole = "".join(parts)
    whole = f"<table>{whole}</table>" if form.startswith("<tr") else whole
    return f"<!doctype html><nav>Beranda</nav><div>{above}{whole}</div><footer>Garut</footer>"


@pytest.mark.parametrize("form", FORMS)
def test_each_of_several_elements_with_its_own_author_is_an_essay(form: str) -> None:
    above = "" if form in ("flat", "folded", "no_heading") else ABOVE
    found = essays(page(FORMS[form], above), "a.html")
    assert [(x["title"], x["author"]) for x in found] == [(t, a) for t, a, _ in ROWS]
    assert {" ".join(str(x["text"]).split()) for x in found} == {" ".join([TEXT] * 4)}


def test_a_date_beside_who_wrote_is_that_of_each_essay() -> None:
    found = essays(page(FORMS["by_and_date"]), "a.html")
    assert [x["date"] for x in found] == [f"2025-06-0{n}" for n in range(1, len(ROWS) + 1)]


def test_a_batch_above_several_elements_is_that_of_each_essay() -> None:
    found = essays(page(FORMS["flat"], "<h1>Kumpulan Esai CPNS Angkatan 2</h1>"), "a.html")
    assert [(x["title"], x["angkatan"]) for x in found] == [(t, "2") for t, _, _ in ROWS]


@pytest.mark.parametrize(
    ("form", "above"),
    [
        ("<section><h2>{t}</h2>{x}</section>", "<h1>Menjaga Suara</h1><p>Oleh: Eka Putra</p>"),
        (
            "<section><h2>{t}</h2>{x}<p>{a}</p></section>",
            "<h1>Menjaga Suara dari Gudang</h1><p>Oleh: Eka Putra</p>",
        ),
        ("<section><h2>{t}</h2>{x}</section>", "<h1>Menjaga Suara</h1>"),
    ],
)
def test_sections_of_one_essay_in_elements_alike_are_one(form: str, above: str) -> None:
    assert len(essays(page(form, above), "a.html")) == 1


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("<p>Rata-rata bacaan: 8{n} orang</p>", False),
        ("<p><a href='/u'>Unduh naskah asli (PDF)</a></p>", False),
        ("<p>Salam hangat dari meja kami</p>", True),
        ("<p>Begitulah hari ke-{n} kami.</p>", True),
        ("<p>Target 202{n}</p>", True),
        ("<p>Kami mulai hadir pada 12 Mei 202{n}</p>", True),
        ("<p>pada tahun 202{n}</p><p>Kami hadir setiap pagi di kantor yang sama itu.</p>", True),
    ],
)
def test_lines_that_come_again_below_each_text_with_figures_or_links_are_no_text(
    last: str, kept: bool
) -> None:
    form = f"<h2>{{t}}</h2><p>Oleh: {{a}}</p>{{x}}{last}"
    found = essays(page(form), "a.html")
    assert [x["author"] for x in found] == [a for _, a, _ in ROWS]
    assert [str(x["text"]).endswith(TEXT) for x in found] == [not kept] * len(ROWS)


def test_titles_in_the_style_of_a_title_open_essays_below_a_heading_of_the_page() -> None:
    form = "<p class='c1 title'><span>{t}</span></p><p>{a}</p>{x}"
    above = "<h1>Kelas Menulis</h1><p>Mohon komentar hanya di pinggir.</p>"
    whole = page(form, above).replace(f"<p>{ROWS[2][1]}</p>", "")  # nobody signs the last
    found = essays(whole, "a.html")
    assert [(x["title"], x["author"]) for x in found] == [
        (t, a if n < 2 else None) for n, (t, a, _) in enumerate(ROWS)
    ]


def test_who_gathered_the_essays_is_no_title_of_the_first() -> None:
    rows = "\n\n".join(f"{t.upper()}\nOleh: {a}\n\n{TEXT} {TEXT}" for t, a, _ in ROWS)
    text = f"ANTOLOGI ESAI KANTOR\nDihimpun oleh Panitia Hari Jadi\n\n{rows}"
    assert [x["title"] for x in essays(text)] == [t.upper() for t, *_ in ROWS]


def test_an_imprint_above_the_essays_of_a_magazine_is_no_author_of_them_all() -> None:
    above = "<h1>Suara Kantor</h1><p>Diterbitkan oleh Korps Pegawai untuk kalangan sendiri</p>"
    found = essays(page(FORMS["flat"], above), "a.html")
    assert [x["author"] for x in found] == [a for _, a, _ in ROWS]


def test_an_answer_with_a_subject_of_its_own_is_an_essay_and_a_short_one_is_talk() -> None:
    heads = ["Re: Tugas Esai", "Esai Bagus - Akuntabel", "Re: Tugas Esai"]
    posts = [
        f"<article><h3>{head}</h3><div>oleh <a>{a}</a> - <time>Jumat, 3 Mei 2024, 21:45</time>"
        f"</div><p><b>{t}</b></p>{BODY}</article>"
        for head, (t, a, _) in zip(heads, ROWS, strict=True)
    ]
    talk = "<article><h3>Re: Tugas Esai</h3><div>oleh <a>Eka Putra</a></div><p>Bagus.</p></article>"
    found = essays("".join([*posts[:1], talk, *posts[1:]]), "a.html")
    assert [(x["title"], x["author"]) for x in found] == [(t, a) for t, a, _ in ROWS]


def test_what_stands_between_the_subject_of_an_answer_and_its_text_tells_of_it() -> None:
    form = "<div><div>Re: Tugas</div><div>by {a}</div><p>{t}</p>{x}</div>"
    posts = "".join(form.format(t=t, a=a, x=BODY) for t, a, _ in ROWS)
    found = essays(f"<h2>Forum Tugas</h2><main>{posts}</main>", "a.html")
    assert [(x["title"], x["author"]) for x in found] == [(t, a) for t, a, _ in ROWS]


def test_answers_in_a_forum_have_no_title_and_their_buttons_are_no_text() -> None:
    buttons = "<div><a href='/p'>Permalink</a><a href='/i'>Tampilkan induk</a></div>"
    form = f"<article><h3>Re: Tugas</h3><div>oleh <a>{{a}}</a></div>{{x}}{buttons}</article>"
    found = essays(page(form, "<h2>Tugas</h2><p>Tuliskan.</p>"), "a.html")
    assert [(x["title"], x["author"]) for x in found] == [(None, a) for _, a, _ in ROWS]
    assert all(str(x["text"]).endswith(TEXT) for x in found)
