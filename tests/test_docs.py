"""What the README and docs show is what the program does."""

import contextlib
import io
import re
import runpy
import shlex
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from benchmarks.themes_accuracy import SHARED, Coded, counts, macro, of_kind, seed, sentences

import kpu_corpus as kc
from kpu_corpus.analysis import statistics
from kpu_corpus.analysis.statistics import share_interval
from kpu_corpus.cli.program import Program
from kpu_corpus.labels import label
from kpu_corpus.reporting.sections import accuracy
from kpu_corpus.terms.reference import reference

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
BLOCK = re.compile(r"^```python\n(.*?)^```\n(?:^```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
CALL = re.compile(r"(?:python3|py) run\.py ([^`\n…]+?)(?= # | > |`|$)", re.MULTILINE)
PLACE = re.compile(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)")
SHOWN = [
    pytest.param(code, output, id=f"{page.name}-{number}")
    for page in PAGES
    for number, (code, output) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), 1)
]


@cache  # several pages tell of one set
def coded(name: str, lexicon: str) -> Coded:
    return sentences(ROOT / "benchmarks" / "data" / name, lexicon)


@cache  # what a page draws is asked for its output and for its pictures
def run(code: str) -> tuple[str, dict[str, Any]]:
    """Return what a block of code prints, and its names."""
    shown = io.StringIO()
    names: dict[str, Any] = {"__name__": "page"}
    with contextlib.redirect_stdout(shown):
        exec(compile(code, "<page>", "exec"), names)
    return shown.getvalue(), names


@pytest.mark.parametrize(("code", "output"), SHOWN)
def test_a_code_block_runs_and_prints_what_stands_under_it(
    code: str, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    shown, _ = run(code)
    if output:
        assert shown == output


def test_every_command_that_a_page_shows_is_one_of_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a report that stands in this folder would be kept, with a notice
    program = Program("en")
    shown = {call for page in PAGES for call in CALL.findall(page.read_text(encoding="utf-8"))}
    assert len(shown) > 50
    for call in shown:
        name, *arguments = shlex.split(call.replace("\\", "/"))
        if name not in ("test", "--help") and "--help" not in arguments:
            # a mistake is raised
            program.get_command(None, name).make_context(name, arguments)


def test_every_script_that_a_page_names_is_there() -> None:
    told = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"\b(benchmarks|training)\.(\w+)", told))
    assert len(named) > 20
    assert [name for name in named if not ROOT.joinpath(*name).with_suffix(".py").exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    missing = [
        target
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert missing == []


def test_a_page_that_the_code_or_a_message_names_is_there_with_its_heading() -> None:
    sources = [ROOT / "src/kpu_corpus/data/labels.toml", *ROOT.glob("src/**/*.py")]
    told = "".join(source.read_text(encoding="utf-8") for source in sources)
    named = re.findall(r"\b(docs/[\w-]+\.md)(?:, ([A-Z][\w ]+))?", told)
    assert ("docs/statistics.md", "Several essays by one person") in named
    assert [page for page, _ in named if not (ROOT / page).exists()] == []
    headings = {(page, name.lower().replace(" ", "-")) for page, name in named if name}
    assert [(page, name) for page, name in headings if name not in _headings(ROOT / page)] == []


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_to_a_heading_find_it_on_their_page(page: Path) -> None:
    places = PLACE.findall(page.read_text(encoding="utf-8"))
    missing = [
        f"{target}#{place}"
        for target, place in places
        if place not in _headings(page.parent / target if target else page)
    ]
    assert missing == []


def test_every_shipped_data_file_is_told_with_its_source_and_licence() -> None:
    data = ROOT / "src" / "kpu_corpus" / "data"
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    for path in (path for path in data.iterdir() if path.suffix != ".py"):
        assert f"`{path.name}" in page, path
        if (path / "README.md").exists():
            told = (path / "README.md").read_text(encoding="utf-8")
            assert [file.name for file in path.iterdir() if file.name not in told] == ["README.md"]


def test_every_statistic_has_its_section_on_the_page_of_statistics() -> None:
    page = (ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")
    told = {
        name for line in re.findall(r"^### .*", page, re.M) for name in re.findall(r"`(\w+)`", line)
    }
    assert {name for name in statistics.__all__ if name.islower()} - told == set()


def test_the_sizes_of_the_background_are_told_as_they_are() -> None:
    page = (ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")
    laws = reference("formal", "ranked")
    assert f"all its roots ({len(laws.cf):,} of the laws" in page
    assert f"{laws.tokens:,} words, or {laws.apart.tokens:,} with units split" in page


@pytest.mark.parametrize("readme", ["README.md", "README.en.md"])
def test_every_page_for_readers_is_found_from_the_readme(readme: str) -> None:
    linked = set(LINK.findall((ROOT / readme).read_text(encoding="utf-8")))
    pages = {page.relative_to(ROOT).as_posix() for page in ROOT.glob("docs/*.md")}
    assert pages - linked == set()


def test_the_pages_made_from_the_code_are_those_of_this_code() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "build.py"))["pages"]()
    for name, text in made.items():
        written = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert written == text, f"python docs/build.py writes {name} again"


def test_the_page_of_public_names_has_every_one_of_them() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    shown = re.findall(r"^### (\w+)$", page, re.MULTILINE)
    assert sorted(shown) == sorted(set(kc.__all__) - {"__version__"})


def test_the_pictures_are_told_with_the_numbers_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "charts.md").read_text(encoding="utf-8")
    _, drawn = run(BLOCK.findall(page)[0][0])
    told = dict(re.findall(r"!\[(.*?)\]\(images/chart-(\w+)\.svg\)", page, re.DOTALL))
    assert len(told) > 5
    for alt, name in told.items():
        assert alt == drawn[name].alt, "python docs/pictures.py draws them again"


def test_the_intervals_of_the_page_for_meetings_are_those_of_the_library() -> None:
    page = (ROOT / "docs" / "bagaimana-kita-tahu.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (\d+) \| ([\d,]+) % \| (\d+)–(\d+) % \|$", page, re.MULTILINE)
    assert len(rows) == 3
    for hits, units, share, low, high in rows:
        made = share_interval(int(hits), int(units))
        shown = f"{float(share.replace(',', '.')):.1f} {low} {high}"
        assert shown == f"{100 * made.share:.1f} {100 * made.low:.0f} {100 * made.high:.0f}"


def test_the_accuracy_that_the_pages_name_is_the_measured_one() -> None:
    page = (ROOT / "docs" / "bagaimana-kita-tahu.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| ([\d.]+ \| [\d,]+ \| [\d,]+–[\d,]+) \|$", page, re.MULTILINE)
    names = (*accuracy.ESSAYS.sets, *accuracy.OTHERS.sets)
    essays, *others = (coded(name, "themes") for name in names)
    kinds = [[one, of_kind(one, "blog"), of_kind(one, "report")] for one in others]
    assert rows[1:] == [_shown(part) for part in (essays, *kinds[0], *kinds[1])]
    essay, *found = (row.split(" | ")[1] for row in rows[1:])
    assert essay in _words("README.md")
    assert essay.replace(",", ".") in _words("README.en.md")
    for whole, blog, report in (found[:3], found[3:]):
        assert f"{whole} (blog {blog}, laporan {report})" in _words("README.md")
        told = re.sub(r"(\d),(\d)", r"\1.\2", f"{whole} (blogs {blog}, reports {report})")
        assert told in _words("README.en.md")
    real, made = zip(*accuracy.MEASURED.values(), strict=True)
    for sets, en, idn in (
        (real, "on news, opinion pieces and blogs", "pada berita, opini, dan blog"),
        (made, "on essays made to measure them", "pada esai yang dibuat untuk mengukurnya"),
    ):
        first, second = (f"{one.f1[0]:.2f}" for one in sets)
        assert f"{first} and {second} {en}" in _words("README.en.md")
        assert f"{first} dan {second} {idn}".replace(".", ",", 2) in _words("README.md")
    if SHARED.exists():  # the codes of the seed page
        assert rows[0] == _shown(seed())


@pytest.mark.parametrize(
    ("sentence", "theme", "status"),
    [
        ("Integritas adalah nilai yang harus dijaga", "integritas", "asserted"),
        ("Dengan netralitas kita harus bisa menjaga nama baik", "netralitas", "asserted"),
        ("Kami harus menjaga integritas", "integritas", "aspired"),
        ("Integritas harus dijaga", "integritas", "aspired"),
    ],
)
def test_a_word_of_duty_bears_on_what_follows_it_as_the_pages_say(
    sentence: str, theme: str, status: str
) -> None:
    assert set(kc.evidence(kc.load({"a": sentence}), themes=[theme])["status"]) == {status}


def test_the_guides_define_the_ten_themes_as_the_lexicon_does() -> None:
    lexicon = tomllib.loads((ROOT / "src/kpu_corpus/data/themes.toml").read_text(encoding="utf-8"))
    themes = lexicon["themes"].values()
    for page, lang in (("panduan.md", "id"), ("guide.md", "en")):
        rows = [f"| {theme['label'][lang]} | {theme['definition'][lang]} |\n" for theme in themes]
        assert len(rows) == 10
        table = "|---|---|\n" + "".join(rows)
        assert table in (ROOT / "docs" / page).read_text(encoding="utf-8"), page


@pytest.mark.parametrize(("en", "idn"), [("guide.md", "panduan.md"), ("themes.md", "tema.md")])
def test_the_guides_in_both_languages_have_one_outline(en: str, idn: str) -> None:
    outline = _outline(en)
    assert len(outline) > 50
    assert outline == _outline(idn)


def test_a_pattern_is_added_to_the_shipped_themes_as_a_table_as_the_guides_show(
    tmp_path: Path,
) -> None:
    told = r"`(\w+)` (?:di kolom|in the column) `theme` (?:dan|and)\s+`([^`]+)` "
    guides = [ROOT / "docs" / page for page in ("tema.md", "themes.md")]
    row, other = (re.search(told, guide.read_text(encoding="utf-8")) for guide in guides)
    assert row is not None
    assert other is not None
    assert row.groups() == other.groups()
    path = kc.save_lexicon(None, tmp_path / "tema-saya.csv")
    with path.open("a", encoding="utf-8") as table:
        table.write(",".join(row.groups()) + "\n")
    corpus = kc.load({"a": "Ia bersih hati."})
    assert kc.evidence(corpus).empty
    own = kc.load_lexicon(path)
    own = replace(own, themes=own.themes[:1])  # to prepare the patterns of all takes a second
    found = kc.evidence(corpus, lexicon=own)
    assert found[["theme", "surface"]].values.tolist() == [["integritas", "bersih hati"]]


@pytest.mark.parametrize("page", ["tema.md", "themes.md"])
def test_the_lexicon_that_a_guide_shows_has_examples_that_its_patterns_find(
    tmp_path: Path, page: str
) -> None:
    blocks = (ROOT / "docs" / page).read_text(encoding="utf-8").split("```toml\n")[1:]
    (shown,) = (block.partition("```")[0] for block in blocks if block.startswith("format"))
    path = tmp_path / "tema.toml"
    path.write_text(shown, encoding="utf-8")
    found = kc.lint(kc.load({"a": "Kantor itu hemat, tidak boros."}), lexicon=path)
    assert "example_missed" not in set(found["problem"])


@pytest.mark.parametrize(
    ("lexicon", "told"),
    [
        ("themes", accuracy.ESSAYS),
        ("themes", accuracy.OTHERS),
        *((name, told) for name, sets in accuracy.MEASURED.items() for told in sets),
    ],
    ids=lambda given: given if isinstance(given, str) else given.sets[0],
)
def test_the_accuracy_that_a_report_tells_is_the_measured_one(
    lexicon: str, told: accuracy.Measured
) -> None:
    sets = [coded(name, lexicon) for name in told.sets]
    right, wrong, missed = (sum(one) for one in zip(*map(counts, sets), strict=True))
    assert told == accuracy.Measured(
        told.sets,
        sum(len(one.codes) for one in sets),
        tuple(round(macro(one)[0], 2) for one in sets),
        round(wrong / (right + wrong), 2),
        round(missed / (right + missed), 2),
    )


@pytest.mark.parametrize(
    "name",
    [
        f"{lexicon}_{kind}.csv"
        for lexicon in ("berakhlak", "pemilu")
        for kind in ("dev", "essays_dev", "real_dev", "check", "essays", "real_check")
    ],
)
def test_the_accuracy_of_a_lexicon_on_the_page_is_the_measured_one(name: str) -> None:
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    (told,) = re.findall(rf"^\| {name}, .* \| (\d\S+ \(\S+\)) \|", page, re.MULTILINE)
    f1, low, high = macro(coded(name, name.split("_")[0]))
    assert told == f"{f1:.2f} ({low:.2f}–{high:.2f})"


def test_the_page_for_staff_tells_of_essays_what_the_report_tells(tmp_path: Path) -> None:
    essays = accuracy.ESSAYS
    said = (
        f"{100 * essays.wrong:.0f} dari 100 tanda program keliru dan "
        f"{100 * essays.missed:.0f} dari 100 kalimat dengan tema terlewat"
    )
    page = (ROOT / "docs" / "bagaimana-kita-tahu.md").read_text(encoding="utf-8")
    report = kc.report(kc.load({"a": "Kami belajar."}), tmp_path / "a.html").read_text("utf-8")
    for text in (page, report):
        assert said in " ".join(text.split())


def test_a_range_is_explained_in_the_same_words_by_report_and_page() -> None:
    page = (ROOT / "docs" / "bagaimana-kita-tahu.md").read_text(encoding="utf-8")
    explained = label("report.range_how", "id").removeprefix("Rentang: ").partition(";")[0]
    assert explained in " ".join(page.split()).replace("Bila ada", "bila ada")


def test_a_report_with_a_lexicon_of_ones_own_says_that_nothing_was_measured(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kami belajar."})
    path = tmp_path / "tema.csv"
    path.write_text("theme,match\nbelajar,belajar\n", encoding="utf-8")
    page = kc.report(corpus, tmp_path / "a.html", lexicon=path).read_text("utf-8")
    assert "belum diukur" in page
    assert "coding-sheet FOLDER --lexicon tema.csv --out koding.xlsx" in page.replace(
        str(tmp_path) + "/", ""
    )


@pytest.mark.parametrize("lexicon", accuracy.MEASURED)
def test_a_report_with_another_shipped_lexicon_tells_how_often_that_one_errs(
    tmp_path: Path, lexicon: str
) -> None:
    corpus = kc.load({"a": "Kami belajar."})
    page = kc.report(corpus, tmp_path / "a.html", lexicon=lexicon).read_text("utf-8")
    real, made = accuracy.MEASURED[lexicon]
    for told in (real, made):
        assert f"pada {told.sentences} kalimat" in page
    assert f"{100 * real.wrong:.0f} dari 100 tanda program keliru" in page
    assert f"coding-sheet FOLDER --lexicon {lexicon} --out koding.xlsx" in page


def _outline(page: str) -> list[str]:
    """Return what a page consists of: headings, lists, tables, blocks, pictures, commands."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    marks = r"^#+(?= )|^ *(?:-|\d\.)(?= )|^ *\||^```\w*|(?<=\]\()images/[^)]+|(?<=\n\n)\*\*"
    calls = r"(?<=run\.py )(?:--)?[a-z]\S*|(?<![\w-])--(?!lang)[a-z]+"
    return re.findall(f"{marks}|{calls}", text, re.MULTILINE)


@cache
def _headings(page: Path) -> set[str]:
    """Return the headings of a page as links name them."""
    lines = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).strip().replace(" ", "-") for line in lines}


def _words(page: str) -> str:
    return " ".join((ROOT / page).read_text(encoding="utf-8").split())


def _shown(one: Coded) -> str:
    f1, low, high = (f"{value:.2f}".replace(".", ",") for value in macro(one))
    size = f"{len(one.codes):,}".replace(",", ".")
    return f"{size} | {f1} | {low}–{high}"


def test_the_page_of_public_names_shows_the_values_of_constants() -> None:
    page = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    assert "threshold: float = 0.8)" in page
    assert not re.findall(r"^.*: .* = .*\b[A-Z_]{4,}\b.*,$", page, re.MULTILINE)
