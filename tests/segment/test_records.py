"""Web pages with an essay in each of several elements alike, or below headings of one rank."""

from __future__ import annotations

from pathlib import Path

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
}


def page(form: str, above: str = ABOVE) -> str:
    parts = (form.format(n=n, t=t, a=a, u=u, x=BODY) for n, (t, a, u) in enumerate(ROWS, 1))
    whole = "".join(parts)
    whole = f"<table>{whole}</table>" if form.startswith("<tr") else whole
    return f"<!doctype html><nav>Beranda</nav><div>{above}{whole}</div><footer>Garut</footer>"


@pytest.mark.parametrize("above", [ABOVE, ""])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_each_of_several_elements_with_its_own_author_is_an_essay(
    form: str, above: str, tmp_path: Path
) -> None:
    found = essays(page(form, above), tmp_path, "a.html")
    assert [(x["title"], x["author"]) for x in found] == [(t, a) for t, a, _ in ROWS]
    assert {" ".join(str(x["text"]).split()) for x in found} == {" ".join([TEXT] * 4)}


def test_a_batch_above_several_elements_is_that_of_each_essay(tmp_path: Path) -> None:
    found = essays(
        page(FORMS["flat"], "<h1>Kumpulan Esai CPNS Angkatan 2</h1>"), tmp_path, "a.html"
    )
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
def test_sections_of_one_essay_in_elements_alike_are_one(
    form: str, above: str, tmp_path: Path
) -> None:
    assert len(essays(page(form, above), tmp_path, "a.html")) == 1


def test_answers_in_a_forum_have_no_title_and_their_buttons_are_no_text(tmp_path: Path) -> None:
    buttons = "<div><a href='/p'>Permalink</a><a href='/i'>Tampilkan induk</a></div>"
    form = f"<article><h3>Re: Tugas</h3><div>oleh <a>{{a}}</a></div>{{x}}{buttons}</article>"
    found = essays(page(form, "<h2>Tugas</h2><p>Tuliskan.</p>"), tmp_path, "a.html")
    assert [(x["title"], x["author"]) for x in found] == [(None, a) for _, a, _ in ROWS]
    assert all(str(x["text"]).endswith(TEXT) for x in found)
