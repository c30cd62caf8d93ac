"""The HTML report: its figures are the tables', hostile text is inert, nothing is loaded."""

import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pandas as pd
import pytest
from tests.answers import INTEGRITY, without

import kpu_corpus as kc
from kpu_corpus.analysis.keywords.shown import keywords_in_own_forms
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.labels import section
from kpu_corpus.reporting import report as report_module
from kpu_corpus.reporting.content import Report, content
from kpu_corpus.reporting.figures import Figures, figures
from kpu_corpus.reporting.html import write_page
from kpu_corpus.reporting.sections import evidence
from kpu_corpus.reporting.sections.fulltext import full_texts
from kpu_corpus.reporting.sections.grid import SHADES, shade
from kpu_corpus.reporting.sections.record import reading
from kpu_corpus.reporting.standalone import policy
from kpu_corpus.reporting.word.docx import _Document, write_document
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.reporting.workbooks.sheets import sheets
from kpu_corpus.tokens import Tokens

SRC = Path(report_module.__file__).parent
VOID = {"meta", "line", "rect", "link", "br", "img"}
LANGUAGES = ("id", "en")
LONG = ("compared", "passages", "sensitivity")  # what takes the longest to make


class Page(HTMLParser):
    """Collects what a reader gets: tables by caption id or text, links, ids, headings, tags."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.attributes = "", [], []
        self.tables: list[list[list[str]]] = []
        self.ids, self.links, self.headings = [], [], []
        self.open: list[str] = []
        self.marks: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.attributes.extend((tag, name, value or "") for name, value in attrs)
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found.get("href"))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.tables[-1][-1].append("")
        if tag == "mark":
            self.marks.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            return
        self.text += data
        if "td" in self.open or "th" in self.open:
            self.tables[-1][-1][-1] += data
        if "mark" in self.open:
            self.marks[-1] += data


def markup_of(
    given: Corpus,
    folder: Path,
    by: str | None = "essay",
    lang: str = "id",
    lexicon: Any = INTEGRITY,
    less: tuple[str, ...] = LONG,
) -> str:
    """Return the page of a report without the parts that take the longest to make."""
    made = figures(kc.preprocess(given), load_lexicon(lexicon), by)
    write_page(without(made, *less), content(made, lang), str(folder / "a.html"))
    return (folder / "a.html").read_text(encoding="utf-8")


def page_of(given: Corpus, folder: Path, **settings: Any) -> Page:
    return Page(markup_of(given, folder, **settings))


def table(page: Page, number: int) -> list[list[str]]:
    return [[" ".join(cell.split()) for cell in row] for row in page.tables[number]]


@pytest.fixture(scope="module")
def sources(
    real: Figures, said: dict[str, Report], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("report")
    for lang in LANGUAGES:
        write_page(real, said[lang], str(folder / f"{lang}.html"))
    return {lang: (folder / f"{lang}.html").read_text(encoding="utf-8") for lang in LANGUAGES}


@pytest.fixture(scope="module")
def pages(sources: dict[str, str]) -> dict[str, Page]:
    return {lang: Page(source) for lang, source in sources.items()}


@pytest.fixture(scope="module")
def source(sources: dict[str, str]) -> str:
    return sources["id"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_heatmap_has_the_figures_of_the_table(
    pages: dict[str, Page], tokens: Tokens, lang: str
) -> None:
    wording = Wording(lang)
    names = load_lexicon().labels(lang)
    frame = kc.themes(tokens)
    expected = [
        [
            names[theme],
            *(
                f"{wording.percent(row.share)} {wording.interval(row.low, row.high)}"
                for row in rows.itertuples()
            ),
        ]
        for theme, rows in frame.groupby("theme", sort=False)
    ]
    shown = table(pages[lang], 0)
    assert sorted(shown[1:]) == sorted([" ".join(cell.split()) for cell in row] for row in expected)
    assert shown[0][1:] == [
        f"{wording.essay(row.essay)} {wording.count('sentences', row.units)}"
        for row in frame.drop_duplicates("essay").itertuples()
    ]


def test_the_themes_have_the_figures_of_the_tables(pages: dict[str, Page], tokens: Tokens) -> None:
    wording = Wording("id")
    names = load_lexicon().labels("id")
    overall, evidence = kc.themes(tokens, by=None), kc.evidence(tokens)
    essays = kc.themes(tokens)
    status = evidence.groupby(["theme", "status"]).size()
    shown = {row[0]: row[1:] for row in table(pages["id"], 1)[1:]}
    assert len(shown) == len(overall) == 10
    for row in overall.itertuples():
        found = essays[(essays["theme"] == row.theme) & (essays["sentences"] > 0)]
        left_out = sum(status.get((row.theme, one), 0) for one in ("name", "negated", "quoted"))
        expected = [
            f"{row.sentences} dari {row.units}",
            wording.percent(row.share),
            wording.interval(row.low, row.high),
            f"{len(found)} dari 5",
            str(status.get((row.theme, "asserted"), 0)),
            str(status.get((row.theme, "aspired"), 0)),
            str(left_out),
        ]
        assert shown[names[row.theme]] == [" ".join(cell.split()) for cell in expected]
    counts = [int(row[1].split()[0]) for row in table(pages["id"], 1)[1:]]
    assert counts == sorted(counts, reverse=True)


def test_the_range_of_a_theme_is_drawn_where_it_lies(source: str, tokens: Tokens) -> None:
    drawn = re.findall(r'class="range" x1="([\d.]+)" x2="([\d.]+)".*?x="([\d.]+)"', source)
    rows = kc.themes(tokens, by=None).sort_values("sentences", ascending=False, kind="stable")
    most = rows["high"].max()  # where the drawing ends
    ends = 3 + 194 * rows[["low", "high", "share"]] / most - [0, 0, 2]  # of 200, with a margin
    assert [tuple(map(float, row)) for row in drawn] == [*map(tuple, ends.round(1).to_numpy())]


def test_the_keywords_are_those_of_the_table(pages: dict[str, Page], tokens: Tokens) -> None:
    rows = table(pages["id"], 2)[1:]
    frames = keywords_in_own_forms(tokens, top=10, by="essay").groupby("essay", sort=False)
    for (_, frame), row in zip(frames, rows, strict=True):
        shown = [
            f"{display} ({n})" for display, n in zip(frame["display"], frame["count"], strict=True)
        ]
        assert row[1] == ", ".join(shown)


def test_essays_are_known_by_id_and_title(pages: dict[str, Page], tokens: Tokens) -> None:
    rows = table(pages["id"], 4)[1:]
    titles = [" ".join(title.split()) for title in tokens.corpus.essays["title"]]
    ids = tokens.corpus.essays["essay"]
    assert [row[:2] for row in rows] == [[*pair] for pair in zip(ids, titles, strict=True)]
    assert [row[2] for row in rows] == [str(n) for n in tokens.corpus.essays["words"]]


def test_the_texts_stand_whole_with_every_counted_hit_marked(
    pages: dict[str, Page], tokens: Tokens
) -> None:
    text = " ".join(pages["id"].text.split())
    for unit in tokens.sentences["text"]:
        assert " ".join(unit.split()) in text
    marks = " ".join(pages["id"].marks)
    counted = kc.evidence(tokens).query("status in ('asserted', 'aspired')")
    assert all(surface in marks for surface in counted["surface"])


def test_every_sentence_that_counts_can_be_opened_under_its_theme(
    tokens: Tokens, source: str
) -> None:
    names = load_lexicon().labels("id")
    shown = dict(re.findall(r"<h3>([^<]+) <small>.*?(<figure>.*?)</article>", source, re.DOTALL))
    made = kc.evidence(tokens)
    counted = made.query("status in ('asserted', 'aspired')")
    for theme, rows in counted.groupby("theme"):
        places = dict.fromkeys(zip(rows["essay"], rows["sentence"], strict=True))
        anchors = [f"e{essay.rpartition('-')[2]}-{sentence}" for essay, sentence in places]
        lists, _, left = shown[names[str(theme)]].partition("<summary>Tidak dihitung")
        lists = lists.rpartition("<details>")[0] if left else lists
        quotes, _, every = lists.partition("<details>")
        uncounted = made.query("theme == @theme and status not in ('asserted', 'aspired')")
        assert left.count("<li>") == len(uncounted)
        listed = re.findall(r'href="#([^"]+)"', every or quotes)
        assert listed == anchors if every else sorted(listed) == sorted(anchors)


def test_sentences_beyond_the_cap_are_counted_and_the_command_is_named(tmp_path: Path) -> None:
    text = "".join(f"Kami menjaga integritas pada hari ke-{n}. " for n in range(evidence.MOST + 5))
    page = markup_of(kc.load({"a": text}), tmp_path, lexicon=None)
    assert page.count("<li><span lang") == evidence.MOST
    assert "Hanya 200 yang pertama dari 205 kalimat dimuat di sini" in page
    assert "python3 run.py evidence FOLDER --theme integritas --out bukti.xlsx" in page


def test_no_line_breaks_inside_the_option_of_a_command(tmp_path: Path) -> None:
    rows = {"text": ["Kami menjaga integritas. " * 12] * 6, "author": ["Ani Sari"] * 6}
    page = markup_of(kc.load(pd.DataFrame(rows)), tmp_path)
    assert '<span class="option">--by</span> none <span class="option">--people</span>' in page
    assert ".option { white-space: nowrap; }" in page


def test_a_mark_in_the_full_text_names_its_theme(tokens: Tokens, source: str) -> None:
    names = load_lexicon().labels("id")
    marks = re.findall(r'<mark title="([^"]+)">([^<]+)</mark>', source)
    for theme, surface in (
        kc.evidence(tokens).query("status in ('asserted', 'aspired')")[["theme", "surface"]].values
    ):
        assert any(names[theme] in said and surface in text for said, text in marks)


def test_marks_name_their_themes_though_nobody_sees_soft_hyphens() -> None:
    text = "Se\u00adti\u00adap pe\u00adga\u00adwai men\u00adja\u00adga integritas dan netralitas."
    made = figures(kc.preprocess(kc.load({"a": text})), load_lexicon())
    unit = next(full_texts(made, Wording("id"))).paragraphs[0][0]
    assert [pair for pair in unit.named if pair[1]] == [
        ("integritas", "Integritas"),
        ("netralitas", "Netralitas"),
    ]


def test_a_heading_inside_a_paragraph_stands_by_itself() -> None:
    text = "Kami hadir. *Menanamkan Etika Kerja yang Baik* Kami bekerja. Kami netral."
    made = figures(kc.preprocess(kc.load({"a": text})), load_lexicon())
    (essay,) = full_texts(made, Wording("id"))
    kinds = [[unit.kind for unit in paragraph] for paragraph in essay.paragraphs]
    assert kinds == [["sentence"], ["heading"], ["sentence", "sentence"]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_stay_inside_the_page_and_find_their_place(pages: dict[str, Page], lang: str) -> None:
    page = pages[lang]
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert all(link and link.startswith("#") and link[1:] in page.ids for link in page.links)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_loaded_and_nothing_runs(pages: dict[str, Page], lang: str) -> None:
    page = pages[lang]
    assert not {"script", "link", "img", "iframe", "object", "embed", "form"} & set(page.tags)
    for tag, name, value in page.attributes:
        assert not name.startswith("on"), (tag, name)
        assert name not in ("src", "srcset", "style", "action"), (tag, name)
        assert "://" not in value
    assert "://" not in (SRC / "templates" / "report.css").read_text(encoding="utf-8")
    assert "url(" not in (SRC / "templates" / "report.css").read_text(encoding="utf-8")


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    allowed = policy("p {}")
    assert allowed.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in allowed
    assert policy("p { }") != allowed


def test_the_cells_of_the_heatmap_have_the_shades_of_their_shares(source: str) -> None:
    shades = dict(enumerate(re.findall(r"\.s\d \{ background: (#\w+); color: (#\w+); \}", source)))
    assert shades == {at: (f"#{ground}", f"#{ink}") for at, (ground, ink) in enumerate(SHADES)}
    cells = re.findall(r'<td class="s(\d)"><b>([\d,]+)', source)
    assert len(cells) == 50
    assert all(int(at) == shade(float(shown.replace(",", ".")) / 100) for at, shown in cells)
    legend = re.findall(r'<span class="swatch s(\d)">(.*?)</span>', source)
    (none, *steps) = [(int(at), *map(int, re.findall(r"\d+", said))) for at, said in legend]
    assert none == (0, 0)
    assert len(steps) == len(SHADES) - 1
    assert all(shade(a / 100 + 0.001) == shade(b / 100) == at for at, a, b in steps)


def test_the_policy_names_the_style_that_is_in_the_page(
    source: str, pages: dict[str, Page]
) -> None:
    style = re.search(r"<style>(.*?)</style>", source, re.DOTALL)
    assert style is not None
    values = [value for _, name, value in pages["id"].attributes if name == "content"]
    assert policy(style[1]) in values


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_tables_and_landmarks_serve_a_screen_reader(
    pages: dict[str, Page], lang: str
) -> None:
    page = pages[lang]
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False))
    assert page.tags.count("caption") == page.tags.count("table")
    assert {"header", "nav", "main", "footer"} <= set(page.tags)
    heads = page.tags.count("th")
    assert sum(tag == "th" and name == "scope" for tag, name, _ in page.attributes) == heads
    assert ("html", "lang", lang) in page.attributes
    assert page.links[0] == "#content"


HOSTILE = (
    "<script>alert(1)</script> </script></style></title> javascript:alert(1) "
    "\"' onmouseover=alert(1) {{ 7*7 }} {theme} <img src=x onerror=alert(1)> <!-- "
)


@pytest.mark.filterwarnings("ignore:Texts that contain HTML")
@pytest.mark.filterwarnings("ignore:Dates that cannot be read")
@pytest.mark.parametrize("by", ["essay", "unit"])
def test_hostile_text_stays_text(tmp_path: Path, by: str) -> None:
    """Wherever text of others goes: body, title, author, unit, date, id, extra columns."""
    body = f"{HOSTILE} integritas {'A' * 10_000}. Kami menjaga integritas {'B' * 10_000}."
    rows = pd.DataFrame(
        {
            "essay": [f"{HOSTILE}1", "x"],
            "text": [body, "Kami menjaga integritas."],
            "title": [HOSTILE + "T" * 10_000, None],
            "author": [HOSTILE, None],
            "unit": [HOSTILE, None],
            "date": [HOSTILE, None],
        }
    )
    page = page_of(kc.load(rows), tmp_path, by=by)
    assert not {"script", "img"} & set(page.tags)
    assert page.tags.count("style") == page.tags.count("title") == 1
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert all(link and link.startswith("#") for link in page.links)
    assert "{{ 7*7 }}" in page.text
    assert max(len(cell) for rows in page.tables for row in rows for cell in row) < 700


def test_too_little_text_shows_counts_instead_of_shares(tmp_path: Path) -> None:
    essays = {"a": "Kami menjaga integritas. Langit biru.", "b": "Integritas itu baik. " * 12}
    page = page_of(kc.load(essays), tmp_path)
    head, first, *_ = table(page, 0)
    assert head[1] == "Esai a 2 kalimat terlalu sedikit teks"
    assert first[1] == "1 dari 2"
    assert "%" in first[2]


def test_a_theme_without_a_label_shows_a_tidy_name_and_never_its_key(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'format = 1\n[themes.kerja_sama]\npatterns = ["kerja sama"]\n'
        '[themes.gotong_royong]\nlabel = { id = "Gotong royong" }\npatterns = ["gotong royong"]\n',
        encoding="utf-8",
    )
    corpus = kc.load({"a": "Kerja sama itu penting. Gotong royong juga. " * 8})
    page = page_of(corpus, tmp_path, lexicon=own, lang="en")
    assert [row[0] for row in table(page, 0)[1:]] == ["Kerja sama", "Gotong royong"]
    assert "kerja_sama" not in page.text


def test_a_hope_is_shown_with_the_word_that_made_it_one(tmp_path: Path) -> None:
    text = page_of(kc.load({"a": "Kami bertekad menjaga integritas."}), tmp_path).text
    assert "disebut sebagai tekad atau harapan (“bertekad”)" in text


@pytest.mark.parametrize(
    ("lang", "found", "missed"),
    [("id", "Leksikon tidak menemukan", "terlewat"), ("en", "The lexicon found no", "missed")],
)
def test_a_theme_without_hits_is_one_that_the_lexicon_did_not_find(
    lang: str, found: str, missed: str, tmp_path: Path
) -> None:
    page = markup_of(kc.load({"a": "Langit itu biru."}), tmp_path, lang=lang)
    said = re.findall(r"<h3>[^<]+ <small>([^<]+)</small></h3>", page)
    assert len(said) == 1
    assert found in said[0]
    assert missed in said[0]


TERMS = "Wilson|logit|skor|Hochberg|temuan palsu|tingkat kepercayaan|Korn"


def test_terms_of_statistics_stand_in_the_part_on_the_method_alone(source: str) -> None:
    before, method = source.split('<section id="method"')
    assert re.findall(TERMS, before) == []
    assert "Wilson" in method
    assert "Hochberg" in method


def test_nothing_found_with_a_range_is_explained_where_there_is_such_a_cell(tmp_path: Path) -> None:
    text = "Langit itu biru hari ini. " * 12
    page = markup_of(kc.load({"a": text}), tmp_path)
    assert re.search(r"0\s% dengan rentang 0–\d+\s% berarti: di sini tidak ada kalimat", page)
    full = kc.load({"a": "Kami menjaga integritas. " * 12})
    page = markup_of(full, tmp_path)
    assert "berarti: di sini" not in page


def test_headings_are_said_to_be_counted_where_sentences_are(pages: dict[str, Page]) -> None:
    assert "judul bagian ikut dihitung" in pages["id"].text


def test_the_name_of_a_theme_leads_to_its_sentences(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kami jujur. Kami disiplin. " * 6, "b": "Kami jujur. " * 12})
    markup = markup_of(corpus, tmp_path, lexicon=None)
    tables = markup.partition('<section id="heat"')[2].partition('<section id="evidence"')[0]
    for at, name in enumerate(("Integritas", "Disiplin"), start=1):
        assert tables.count(f'<a href="#t{at}">{name}</a>') == 2
        article = markup.partition(f'<article class="theme" id="t{at}">')[2]
        assert article.startswith(f"\n<h3>{name} ")
    assert tables.count("terlalu sedikit teks") == 10  # two essays give no range to any theme


def test_the_answer_leads_to_the_sentences_of_its_themes_and_to_the_parts_it_names(
    tmp_path: Path,
) -> None:
    (tmp_path / "esai").mkdir()
    for name in ("Disiplin", "lain"):
        text = "Kami menjaga integritas. " * 12 + "Warga datang pagi. " * 3
        (tmp_path / "esai" / f"{name}.txt").write_text(f"{text}{name}.", encoding="utf-8")
    (tmp_path / "esai" / "kosong.txt").write_text("", encoding="utf-8")
    markup = markup_of(kc.load(tmp_path / "esai"), tmp_path, lexicon=None)
    answer = markup.partition("<nav")[0].partition('id="answer"')[2]
    first = 'Tema yang paling banyak disebut adalah <a href="#t1">Integritas</a>: 24 dari'
    assert f"<p>{first}" in answer
    assert 'di bagian <a href="#read">“Yang dibaca dan yang dilewati”</a>.' in answer
    assert '<a href="#t2">Disiplin</a> (Esai Disiplin-1).' in answer


def test_a_theme_in_the_name_of_an_essay_or_a_group_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "esai").mkdir()
    for name in ("Menjaga Integritas KPU", "lain"):
        text = "Kami menjaga integritas. " * 12 + f"Warga {name} disiplin. "
        (tmp_path / "esai" / f"{name}.txt").write_text(text, encoding="utf-8")
    markup = markup_of(kc.load(tmp_path / "esai"), tmp_path)
    answer = markup.partition("<nav")[0].partition('id="answer"')[2]
    assert "Menjaga Integritas KPU-1" in answer
    texts = ["Kami menjaga integritas. " * 4 + "Warga datang pagi. " * 9] * 6
    texts += ["Warga datang pagi. " * 13] * 6
    names = ["Pelayanan Publik"] * 6 + ["Umum"] * 6
    corpus = kc.load(pd.DataFrame({"text": texts, "divisi": names}))
    markup = markup_of(corpus, tmp_path, by="divisi", lexicon=None, less=LONG[1:])
    answer = markup.partition("<nav")[0].partition('id="answer"')[2]
    assert "Pelayanan Publik" in answer


def test_a_theme_that_differs_leads_to_its_sentences_and_a_word_does_not(tmp_path: Path) -> None:
    texts = ["Integritas dijaga. " * 5 + "Warga datang pagi. " * 8] * 6
    texts += ["Integritas dijaga. Hujan turun. " + "Warga datang pagi. " * 12] * 6
    corpus = kc.load(pd.DataFrame({"text": texts, "kelas": ["A"] * 6 + ["B"] * 6}))
    markup = markup_of(corpus, tmp_path, by="kelas", less=LONG[1:])
    themes, _, words = markup.partition('id="contrasts"')[2].partition('id="differing-words"')
    assert '<th scope="row"><bdi><a href="#t1">Integritas</a></bdi></th>' in themes
    assert '<th scope="row"><bdi>Integritas</bdi></th>' in words


def test_what_to_mind_stands_apart_from_what_the_texts_say(source: str) -> None:
    said, _, mind = source.partition("<nav")[0].partition("<h3>Perhatikan sebelum mengutip")
    assert "Tema yang paling banyak disebut" in said
    assert "Seberapa tepat" not in said
    assert "<li>Seberapa tepat" in mind


def test_sentences_of_a_report_by_groups_say_whose_they_are(tmp_path: Path) -> None:
    table = pd.DataFrame({"text": ["Kami jujur. " * 12] * 2, "angkatan": ["1", "2"]})
    page = markup_of(kc.load(table), tmp_path, by="angkatan")
    assert re.search(r"kalimat ke-1</a> · angkatan 2 · dinyatakan", page)


def test_a_report_by_nothing_has_the_table_of_themes_and_no_heatmap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = kc.load(dict.fromkeys("abcde", "Kami jujur. Kami disiplin. " * 6))
    made = without(figures(kc.preprocess(corpus), INTEGRITY, by=None), *LONG)
    said = content(made, "id")
    write_page(made, said, str(tmp_path / "a.html"))
    monkeypatch.setattr(_Document, "picture", lambda _: None)
    write_document(made, said, str(tmp_path / "a.docx"))
    page = Page((tmp_path / "a.html").read_text(encoding="utf-8"))
    assert page.text.count("Rentang: bila ada lebih banyak teks") == 1
    assert "Angka besar" not in page.text
    assert table(page, 0)[0][:2] == ["Tema", "Kalimat"]
    document = docx.Document(str(tmp_path / "a.docx"))
    assert document.tables[0].cell(0, 1).text == "Kalimat"
    assert [one.name for one in sheets(made, said)][:3] == ["Jawaban", "Tema", "Bukti"]


def test_a_few_groups_of_long_names_go_below_each_other_under_their_own_heading(
    tmp_path: Path,
) -> None:
    office = "Sekretariat Komisi Pemilihan Umum Kabupaten {} Provinsi Jawa Barat".format
    offices = [office(place) for place in ("Bandung Barat", "Garut", "Subang", "Sumedang")]
    given = pd.DataFrame({"Unit Kerja": offices, "text": "Kami jujur. " * 12})
    page = page_of(kc.load(given), tmp_path, by="unit")
    grid, words = table(page, 0), table(page, 2)
    assert grid[0][0] == words[0][0] == "Unit Kerja"
    assert [row[0].partition(" 12 ")[0] for row in grid[1:]] == offices
    few = page_of(kc.load(given[:3]), tmp_path, by="unit")
    assert table(few, 0)[0][0] == "Tema"


def test_many_essays_go_below_each_other(tmp_path: Path) -> None:
    essays = {f"n{n}": f"Kami menjaga integritas di {n} kantor. " for n in range(79)}
    essays["n79"] = "Kami menjaga integritas. " * 12  # enough to be told one by one
    page = page_of(kc.load(essays), tmp_path, lexicon=None)
    grid = table(page, 0)
    assert len(grid) == 81
    assert grid[0][1:] == list(load_lexicon().labels("id").values())
    assert page.tags.count("article") == 10 + 3
    assert section("report")["texts_quoted"] in page.text


def test_many_themes_go_below_each_other_beside_all_essays(tmp_path: Path) -> None:
    corpus = kc.load({f"n{n}": "Kami jujur dan adil. " * 12 for n in range(9)})
    page = page_of(corpus, tmp_path, lexicon="pemilu")
    parts = [table(page, number) for number in (0, 1)]
    assert [len(part[0]) for part in parts] == [1 + 8, 1 + 9]
    assert parts[0][0][1:3] == ["Asas pemilu", "Prinsip penyelenggara pemilu"]
    labels = load_lexicon("pemilu").labels("id").values()
    assert sorted(parts[0][0][1:] + parts[1][0][1:]) == sorted(labels)
    assert [row[0] for row in parts[0]] == [row[0] for row in parts[1]]
    assert re.findall(r"perkiraan 95\s% (\(\d/\d\))", page.text) == ["(1/2)", "(2/2)"]


def test_groups_take_the_place_of_essays(tmp_path: Path) -> None:
    rows = pd.DataFrame(
        {"text": ["Kami menjaga integritas. " * 12] * 3, "unit": ["Subang", "Bekasi", None]}
    )
    page = page_of(kc.load(rows), tmp_path, by="unit", lang="en")
    heads = [cell.split(" 12 ")[0] for cell in table(page, 0)[0][1:]]
    assert heads == ["Bekasi", "Subang", "(not stated)"]
    assert "too little text (fewer than 10 sentences or 5 essays)" in page.text


def test_the_files_of_essays_are_those_that_were_given(tmp_path: Path) -> None:
    texts = [f"Kami menjaga integritas di kantor {name}." for name in ("Subang", "Bekasi")]
    folder = tmp_path / "esai"
    folder.mkdir()
    pd.DataFrame({"teks": texts}).to_excel(folder / "peserta.xlsx", index=False)
    known = {}
    for name in ("tabel", "folder"):
        known[name] = kc.load(folder / "peserta.xlsx" if name == "tabel" else folder)
        (folder / "tambahan.txt").write_text("Kami belajar bersama.", encoding="utf-8")
    known["teks"] = kc.load(dict(enumerate(texts)))
    made = {name: figures(kc.preprocess(corpus), INTEGRITY) for name, corpus in known.items()}
    said = {name: content(without(one, *LONG), "id").subtitle for name, one in made.items()}
    assert said["tabel"].startswith("2 esai · 2 kalimat · 12 kata · peserta")
    assert said["folder"].startswith("3 esai · 3 kalimat · 15 kata · 2 berkas")
    assert said["teks"] == "2 esai · 2 kalimat · 12 kata"


def test_groups_of_true_and_false_are_told_in_the_language(tmp_path: Path) -> None:
    texts = ["Kami menjaga integritas."] * 4
    corpus = kc.load(pd.DataFrame({"text": texts, "lulus": [True, True, False, None]}))
    made = without(figures(kc.preprocess(corpus), INTEGRITY, by="lulus"), *LONG)
    for lang, told in (("id", ["lulus: tidak", "lulus: ya"]), ("en", ["lulus: no", "lulus: yes"])):
        said = content(made, lang)
        write_page(made, said, str(tmp_path / "a.html"))
        page = Page((tmp_path / "a.html").read_text(encoding="utf-8"))
        assert [cell.split(" 1 ")[0].split(" 2 ")[0] for cell in table(page, 0)[0][1:3]] == told
        assert "True" not in page.text
    assert "no" in [row[0] for sheet in sheets(made, said) for row in sheet.rows]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["2025-08-17", "2025-06-02"], "Dates of the essays: 2 June 2025 – 17 August 2025"),
        (["2025-07-14", None], "Date of the essays: 14 July 2025 (stated in 1 of 2 essays)"),
        ([None, None], ""),
    ],
)
def test_dates_are_those_of_the_essays_that_have_them(days: list[str | None], told: str) -> None:
    corpus = kc.load(pd.DataFrame({"text": ["Kami jujur."] * 2, "date": days}))
    made = without(figures(kc.preprocess(corpus), INTEGRITY), *LONG)
    assert content(made, "en").dates == told


def test_cuts_to_be_checked_are_named(tmp_path: Path) -> None:
    body = "Kami menjaga suara rakyat dengan jujur setiap hari di kantor kecil ini. " * 8
    two = f"MENJAGA SUARA RAKYAT\n\n{body}\n\nDISIPLIN MENJAGA WAKTU\n\n{body}"
    (tmp_path / "a.txt").write_text(two, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"(lanjutan)\n\n{body}", encoding="utf-8")
    text = page_of(kc.load(tmp_path), tmp_path).text
    assert "Esai a-1 mungkin memuat lebih dari satu esai; “DISIPLIN MENJAGA WAKTU”" in text
    assert "Esai b-1 tampaknya lanjutan dari berkas lain (“(lanjutan)”)" in text


@pytest.mark.parametrize(("parts", "told"), [(3, True), (2, False)])
def test_lines_between_long_parts_of_an_essay_are_told(
    parts: int, told: bool, tmp_path: Path
) -> None:
    body = "Kami menjaga suara rakyat dengan jujur setiap hari di kantor kecil ini. " * 8
    (tmp_path / "a.txt").write_text("\n\n-----\n\n".join([body] * parts), encoding="utf-8")
    said = f"garis pemisah membagi Esai a-1 menjadi {parts} bagian yang panjang"
    made = figures(kc.preprocess(kc.load(tmp_path)), INTEGRITY)
    assert (said in " ".join(reading(made, Wording("id")).notes)) == told


def test_the_folder_of_the_essays_is_told_and_that_of_files_of_one_name(tmp_path: Path) -> None:
    for folder in ("Angkatan XI", "Angkatan XII"):
        (tmp_path / "esai" / folder).mkdir(parents=True)
        (tmp_path / "esai" / folder / "ani.txt").write_text("Kami hadir. " * 12, encoding="utf-8")
        (tmp_path / "esai" / folder / "kosong.txt").write_text("")
    (tmp_path / "esai" / "Angkatan XI" / "lama.doc").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    )
    page = markup_of(kc.load(tmp_path / "esai"), tmp_path)
    assert " · 2 berkas di folder esai" in Page(page).text
    names = re.findall(r">([^<>]*(?:kosong\.txt|lama\.doc))<", page)
    assert names == ["Angkatan XI/kosong.txt", "lama.doc", "Angkatan XII/kosong.txt"]
    with zipfile.ZipFile(tmp_path / "esai.zip", "w") as archive:
        for name in ("ani.txt", "budi.txt"):
            archive.writestr(name, f"Kami hadir bersama {name}. " * 12)
    packed = markup_of(kc.load(tmp_path / "esai.zip"), tmp_path)
    assert " · 2 berkas di esai.zip" in Page(packed).text
    alone = kc.load(pd.DataFrame({"text": ["Kami hadir. " * 12] * 2}))
    said = Page(markup_of(alone, tmp_path, lexicon=INTEGRITY)).text
    assert "folder" not in said.split("Jawaban")[0]


def test_the_record_is_the_manifest(pages: dict[str, Page], tokens: Tokens) -> None:
    rows = {row[0]: row[1] for number in (5, 6, 7, 8) for row in table(pages["id"], number)}
    made = kc.manifest(kc.themes(tokens))
    assert rows["opini-kpu-subang"] == made["sources"]["opini-kpu-subang"]
    assert rows["pandas"] == made["versions"]["pandas"]
    assert rows["themes.toml"] == made["data"]["themes.toml"]
    assert rows["cara mencari kata dasar"] == "cara bawaan"
    assert rows["leksikon tema"] == "sepuluh tema bawaan"
    assert not {*made["settings"], *made["arguments"]} & rows.keys()


def test_english_pages_have_no_indonesian_labels(pages: dict[str, Page]) -> None:
    indonesian, english = section("report", "id"), section("report", "en")
    for name in ("title", "answer", "heat", "themes", "evidence", "read", "method", "limits"):
        assert english[name] in pages["en"].text
        assert indonesian[name] not in pages["en"].text
        assert indonesian[name] in pages["id"].text


def test_every_label_of_the_report_is_used_and_every_used_label_exists() -> None:
    template = (SRC / "templates" / "report.html.j2").read_text(encoding="utf-8")
    texts = {path: path.read_text(encoding="utf-8") for path in SRC.rglob("*.py")}
    charts = "\n".join(text for path, text in texts.items() if path.parent.name == "charts")
    code = "\n".join(text for path, text in texts.items() if path.parent.name != "charts")
    used = set(re.findall(r"\bt\.(\w+)", template))
    used |= set(re.findall(r'"([a-z_]+)"', code + charts))
    used |= {f"{name}_{n}" for name in used for n in ("one", "many")}
    known = set(section("report"))
    assert set(re.findall(r"\bt\.(\w+)", template)) <= known
    assert set(re.findall(r'\bsay\(\s*"(\w+)"', code)) <= known
    stems = ("col_", "limit_", "passage_", "reason_", "record_", "steady_")
    unused = {name for name in known - used if not name.startswith(stems)}
    assert unused == set()


def test_labels_that_the_template_shows_have_no_fields() -> None:
    template = (SRC / "templates" / "report.html.j2").read_text(encoding="utf-8")
    for lang in LANGUAGES:
        labels = section("report", lang)
        assert not [n for n in re.findall(r"\bt\.(\w+)", template) if "{" in labels[n]]


def test_wrong_arguments_are_told_before_anything_is_written(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kami jujur."})
    with pytest.raises(InvalidArgument, match="txt"):
        kc.report(corpus, tmp_path / "a.txt")
    with pytest.raises(InvalidArgument, match="lang='de'"):
        kc.report(corpus, tmp_path / "a.html", lang="de")
    with pytest.raises(InvalidArgument, match="by='kota'"):
        kc.report(corpus, tmp_path / "a.html", by="kota")
    with pytest.raises(InvalidArgument, match="pairs='kota' is not known"):
        kc.report(corpus, tmp_path / "a.html", pairs="kota")
    assert list(tmp_path.iterdir()) == []


def test_a_corpus_without_words_is_told_and_not_an_error(tmp_path: Path) -> None:
    bare = page_of(kc.load({"a": "dan 12"}), tmp_path)
    assert "Tidak ada kalimat yang terhitung" in bare.text
    assert "Tidak ada kata kunci." in bare.text


def test_another_ending_is_refused_with_the_nearest_that_is_written(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kami jujur."})
    with pytest.raises(InvalidArgument, match=r"ends in \.htlm; .* Did you mean '\.html'\?"):
        kc.report(corpus, tmp_path / "laporan.htlm")
    with pytest.raises(InvalidArgument, match=r"laporan' has no suffix; expected a file name"):
        kc.report(corpus, tmp_path / "laporan")


def test_a_report_looks_for_the_language_of_no_essay(monkeypatch: pytest.MonkeyPatch) -> None:
    """It needs the words of each essay alone; the table with both takes ten times as long."""
    monkeypatch.setattr("kpu_corpus.corpus.essay_table", lambda _: pytest.fail("made"))
    made = figures(kc.preprocess(kc.load({"a": "Kami jujur.", "b": "Kami netral."})), INTEGRITY)
    assert content(made, "id").subtitle == "2 esai · 2 kalimat · 4 kata"


def test_essays_without_a_title_are_known_by_their_id(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {"id": ["p-07", "p-08"], "author": [None, "Ani"], "text": ["Kami jujur.", "Kami netral."]}
    )
    page = page_of(kc.load(table), tmp_path)
    assert "Esai p-07: (tanpa judul)" in page.text
    assert "Esai p-08: (tanpa judul) (Ani)" in page.text


@pytest.mark.parametrize("by", ["unit", "essay"])
def test_long_names_that_differ_in_the_middle_are_told_apart_in_every_table(
    tmp_path: Path, by: str
) -> None:
    name = "Sekretariat KPU Kabupaten {} Provinsi Daerah Istimewa Jawa Barat Bagian Utara".format
    names = [name("Garut"), name("Subang")]
    given = pd.DataFrame({"id": names, "unit": names, "text": ["Kami jujur."] * 2})
    page = page_of(kc.load(given), tmp_path, by=by)
    shown = ["… Garut …", "… Subang …"]
    tables = [str(table(page, number)) for number in range(len(page.tables))]
    assert all(sum(one in told for told in tables) > 1 for one in shown)


@pytest.mark.parametrize("by", ["unit", None])
def test_an_office_with_a_long_name_has_one_name_in_the_report(
    tmp_path: Path, by: str | None
) -> None:
    office = "Sekretariat Komisi Pemilihan Umum Kabupaten {} Provinsi Nusa Tenggara Timur {}".format
    names = [office(place, "Bagian Data dan Informasi Pemilih") for place in ("Alor", "Sikka")]
    given = pd.DataFrame({"unit": names * 2, "text": ["Kami jujur."] * 4})
    page = page_of(kc.load(given), tmp_path, by=by)
    cells = {cell for rows in page.tables for row in rows for cell in row if "Sekretariat" in cell}
    assert len({cell.split(" 2 kalimat")[0] for cell in cells}) == 2


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.ForeignEssays")
def test_a_group_says_how_many_of_its_essays_are_in_another_language(tmp_path: Path) -> None:
    english = "The officers of the commission counted every ballot in the hall and signed it. " * 20
    texts = ["Kami menjaga integritas. Langit biru. " * 8] * 4 + [english]
    table = pd.DataFrame({"text": texts, "unit": "Subang"})
    page = page_of(kc.load(table), tmp_path, by="unit")
    assert "84 kalimat, 5 esai, 1 di antaranya berbahasa asing terlalu sedikit teks" in page.text


def test_files_and_rows_of_a_table_are_named_in_one_way(tmp_path: Path) -> None:
    (tmp_path / "ani.txt").write_text("JUJUR\n\nKami jujur di kantor.", encoding="utf-8")
    (tmp_path / "t.csv").write_text("id,text\nlukman-1,Kami jujur hari ini.\n", encoding="utf-8")
    corpus = kc.load([tmp_path / "ani.txt", tmp_path / "t.csv"])
    page = page_of(corpus, tmp_path)
    assert "Esai ani-1, kalimat ke-1" in page.text
    assert "Esai lukman-1, kalimat ke-1" in page.text
    assert not re.search(r"Esai \d", page.text)
    (read,) = (one for one in page.tables if one[0][:2] == ["Esai", "Judul"])
    assert [row[0] for row in read[1:]] == ["ani-1", "lukman-1"]


def test_essays_with_ids_of_their_own_go_by_them_everywhere(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {"id": [70, 69], "text": ["Kami jujur di kantor.", "Kami netral hari ini."]}
    )
    page = page_of(kc.load(table), tmp_path)
    assert "Esai 70, kalimat ke-1" in page.text
    assert "Esai 1," not in page.text
    made = figures(kc.preprocess(kc.load(table)), INTEGRITY)
    (shown,) = (
        one.rows for one in sheets(made, content(without(made, *LONG), "id")) if one.name == "Bukti"
    )
    assert {row[0] for row in shown} == {70}


def test_a_long_id_may_be_broken_above_its_column(tmp_path: Path) -> None:
    long = "Esai_Orientasi_CPNS_Gelombang_Dua_Kelas_Tiga_Nur_Aini"
    page = markup_of(kc.load({long: "Kami jujur."}), tmp_path)
    assert '<span class="turn long">Esai_Orientasi_CPNS_Ge…a_Kelas_Tiga_Nur_Aini</span>' in page
    assert '<th scope="row"><bdi>Esai_Orientasi_CPNS_Ge…a_Kelas_Tiga_Nur_Aini</bdi></th>' in page
    page = markup_of(kc.load({"ani-1": "Kami jujur."}), tmp_path)
    assert '<th scope="row" class="whole"><bdi>ani-1</bdi></th>' in page


def test_short_words_of_the_table_of_essays_are_not_broken_on_paper_either(tmp_path: Path) -> None:
    for folder in ("sebelum", "sesudah"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ani.txt").write_text(
            "Mempertanggungjawabkan Anggaran\nOleh: Ani Lestari\n\nKami jujur di kantor.\n"
        )
    page = markup_of(kc.load(tmp_path), tmp_path, by="folder")
    assert '<td class="whole"><bdi>sebelum</bdi></td>' in page
    assert '<td class="fits"><bdi>Mempertanggungjawabkan Anggaran</bdi></td>' in page
    on_paper = page.split("@media print")[1]
    assert ".fits { overflow-wrap: anywhere; }" in on_paper
    assert ".whole" not in on_paper
