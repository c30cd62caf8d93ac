"""The explorer's page: its data are the tables, hostile text is inert, nothing is loaded."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.answers import INTEGRITY, without
from tests.conftest import examples

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.analysis.status import STATUSES
from kpu_corpus.cli import run
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.labels import label, section
from kpu_corpus.reporting.content import content
from kpu_corpus.reporting.exploring import explorer as explorer_module
from kpu_corpus.reporting.exploring.data import LIKENESS, explorer_data
from kpu_corpus.reporting.exploring.packing import DIGITS, packed
from kpu_corpus.reporting.figures import figures
from kpu_corpus.reporting.html import write_page
from kpu_corpus.reporting.standalone import policy
from kpu_corpus.segment.bylines.identity import FIELDS
from kpu_corpus.tokens import Tokens

TEMPLATES = Path(explorer_module.__file__).parents[1] / "templates"
SCRIPT = "".join((TEMPLATES / name).read_text("utf-8") for name in explorer_module.SCRIPTS)
STYLE = (TEMPLATES / "explorer.css").read_text("utf-8")
PASSAGE = (
    "setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu, sebab suara "
    "rakyat adalah titipan yang harus kembali utuh kepada mereka yang mempercayakannya"
)
HOSTILE = {
    "script": "<script>alert(1)</script> Kami menjaga integritas. </script><!-- <b>x</b> --> Usai.",
    "tautan": "javascript:alert(1) <a href='javascript:alert(1)'>x</a> <img src=x onerror=a()>",
    "panjang": f"Kata {'a' * 10_000} itu. \u202eTerbalik \U0001f600 integritas \x00 \ud800 hilang.",
    "sela": "{{ t.title }} {% raw %} \\u003c ]]> &lt;b&gt; \u2028 \u2029 Kami belajar.\r\nDua.",
}


class Page(HTMLParser):
    """Collects tags, attributes, and the text of each script, style and element."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.noscript = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._open.append(tag)
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)
        if "noscript" in self._open:
            self.noscript += data


def made(tokens: Any, folder: Path, **settings: Any) -> Page:
    return Page(kc.explorer(tokens, folder / "jelajah.html", **settings).read_text("utf-8"))


def data_of(page: Page) -> dict[str, Any]:
    attributes, text = page.scripts[0]
    assert attributes == {"type": "application/json", "id": "data"}
    found: dict[str, Any] = json.loads(text)
    return found


def data_for(corpus: kc.Corpus, *, text: bool = True) -> dict[str, Any]:
    """Return what the page of a corpus would hold."""
    return explorer_data(kc.preprocess(corpus), INTEGRITY, text=text)


@pytest.fixture(scope="module")
def written(tokens: Tokens, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kc.explorer(tokens, tmp_path_factory.mktemp("jelajah") / "a.html")


@pytest.fixture(scope="module")
def whole(written: Path) -> Page:
    return Page(written.read_text("utf-8"))


@pytest.fixture(scope="module")
def page_data(whole: Page) -> dict[str, Any]:
    return data_of(whole)


def units16(text: str) -> str:
    """A text as a browser counts it: one character for each UTF-16 unit."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(raw[i] | raw[i + 1] << 8) for i in range(0, len(raw), 2))


def unpacked(text: str) -> Iterator[int]:
    """The numbers of a packed string, read as the page does it."""
    number = shift = 0
    for value in map(DIGITS.index, text):
        number |= (value & 31) << shift
        shift += 5
        if not value & 32:
            yield number
            number = shift = 0


def read_tokens(data: dict[str, Any], essay: int) -> list[tuple[int, str, str]]:
    """Start, surface and root of every token of an essay, decoded as the page does it."""
    words = data["words"]
    roots = [words["roots"][index] for index in unpacked(words["root"])]
    found, end, gap, asked = [], -1, 1, False
    for number in unpacked(data["tokens"][essay]):
        if asked:
            gap, asked = number, False
        elif number == 0:
            asked = True
        else:
            surface = words["types"][number - 1]
            found.append((end + gap, surface, roots[number - 1]))
            end += gap + len(units16(surface))
            gap = 1
    return found


def read_hits(data: dict[str, Any], essay: int) -> list[tuple[int, int, str, str]]:
    numbers = list(unpacked(data["hits"][essay]))
    found, start = [], 0
    for step, length, theme, status in zip(*[iter(numbers)] * 4, strict=True):
        start += step
        found.append((start, start + length, data["themes"][theme]["key"], STATUSES[status]))
    return found


def test_tokens_are_the_tokens_of_the_bodies_at_their_places(
    tokens: Tokens, page_data: dict[str, Any]
) -> None:
    table = tokens.frame[tokens.frame["sentence"] > 0]
    for index, essay in enumerate(page_data["essays"]["essay"]):
        rows = table[table["essay"] == essay]
        decoded = read_tokens(page_data, index)
        assert [surface for _, surface, _ in decoded] == rows["surface"].tolist()
        assert [root for _, _, root in decoded] == rows["root"].tolist()
        text = page_data["texts"][index]
        assert all(text.startswith(surface, start) for start, surface, _ in decoded)


def test_texts_and_metadata_are_those_of_the_corpus(
    tokens: Tokens, page_data: dict[str, Any]
) -> None:
    table = tokens.corpus.essays
    assert page_data["texts"] == table["text"].tolist()
    assert page_data["essays"]["words"] == table["words"].tolist()
    assert page_data["essays"]["title"] == table["title"].tolist()


def test_hits_are_the_evidence(tokens: Tokens, page_data: dict[str, Any]) -> None:
    table = kc.evidence(tokens)
    assert len(table) == sum(len(read_hits(page_data, essay)) for essay in range(5))
    for index, essay in enumerate(page_data["essays"]["essay"]):
        rows = table[table["essay"] == essay]
        text = page_data["texts"][index]
        shown = [(text[a:b], theme, status) for a, b, theme, status in read_hits(page_data, index)]
        expected = zip(rows["surface"], rows["theme"], rows["status"], strict=True)
        assert shown == list(expected)


def test_theme_counts_are_those_of_the_themes(tokens: Tokens, page_data: dict[str, Any]) -> None:
    table = kc.themes(tokens)
    for theme in page_data["themes"]:
        rows = table[table["theme"] == theme["key"]]
        assert theme["sentences"] == rows["sentences"].tolist()
    first = table[table["theme"] == page_data["themes"][0]["key"]]
    assert page_data["essays"]["units"] == first["units"].tolist()


def test_units_are_the_sentences(tokens: Tokens, page_data: dict[str, Any]) -> None:
    table = tokens.sentences[tokens.sentences["sentence"] > 0]
    for index, essay in enumerate(page_data["essays"]["essay"]):
        numbers = list(unpacked(page_data["units"][index]))
        text, end, shown = page_data["texts"][index], 0, []
        for gap, length, _ in zip(*[iter(numbers)] * 3, strict=True):
            shown.append(text[end + gap : end + gap + length])
            end += gap + length
        assert shown == table.loc[table["essay"] == essay, "text"].tolist()


def test_passages_are_the_shared_passages() -> None:
    corpus = kc.load({"x": f"\U0001f600 Bagi kami, {PASSAGE}.", "y": f"Hujan. {PASSAGE.title()}!"})
    data = data_for(corpus)
    table = kc.shared_passages(corpus)
    assert len(table) == len(data["passages"]) == 1
    a, start_a, length_a, b, start_b, length_b, words, kind, template = data["passages"][0]
    texts = [units16(text) for text in data["texts"]]
    assert texts[a][start_a : start_a + length_a] == table["text"][0]
    assert texts[b][start_b : start_b + length_b] == table["text_b"][0]
    assert (words, kind, template) == (table["words"][0], 0, table["template"][0])


def test_passages_of_nearly_the_same_words_are_not_called_identical() -> None:
    other = PASSAGE.replace(" ", ", ", 1)
    texts = {"x": f"Bagi kami, {PASSAGE}.", "y": f"Hujan. {other}!"}
    data = data_for(kc.load(texts))
    assert [LIKENESS[row[7]] for row in data["passages"]] == ["exact"]


def test_offsets_are_utf16_units() -> None:
    data = data_for(kc.load({"a": "\U0001f600\U0001f600 Kami menjaga integritas."}))
    [(start, end, theme, _)] = read_hits(data, 0)
    assert units16(data["texts"][0])[start:end] == theme == "integritas"
    assert next(unpacked(data["units"][0])) == 0  # the sentence begins with a sign of two units
    assert [surface for _, surface, _ in read_tokens(data, 0)][-1] == "integritas"


@pytest.mark.filterwarnings("ignore:Texts that contain HTML")
@pytest.mark.filterwarnings("ignore:Dates that cannot be read")
def test_hostile_texts_are_inert_and_whole(tmp_path: Path) -> None:
    corpus = kc.load(HOSTILE)
    page = made(corpus, tmp_path)
    assert page.tags.count("script") == 2
    assert len(page.scripts) == 2
    assert page.scripts[1][1] == SCRIPT
    assert {"a", "img", "b"} & set(page.tags) == {"a"}
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert [value for _, name, value in page.attributes if name in ("href", "src")] == ["#content"]
    expected = [text.replace("\ud800", "\ufffd") for text in HOSTILE.values()]
    assert data_of(page)["texts"] == expected


def test_a_column_named_like_a_count_of_the_page_leaves_the_count() -> None:
    table = pd.DataFrame({"text": ["Satu. Dua."], "units": ["Subang"], "words": ["banyak"]})
    essays = data_for(kc.load(table))["essays"]
    assert (essays["units"], essays["words"]) == ([2], [2])
    assert (essays["units_"], essays["words_"]) == (["Subang"], ["banyak"])
    assert "source" not in essays


def test_whole_numbers_of_a_column_have_no_decimals() -> None:
    rows = {"text": ["Kami netral."] * 3, "kelas": [1.0, 2.5, None]}
    data = data_for(kc.load(pd.DataFrame(rows)))
    assert data["essays"]["kelas"] == ["1", "2.5", ""]


def test_columns_have_the_titles_of_the_persons_own_table() -> None:
    table = pd.DataFrame({"text": ["Satu. Dua."], "Satker": ["Subang"], "units": ["a"], "k": ["b"]})
    data = data_for(kc.load(table))
    assert data["essays"]["unit"] == ["Subang"]
    assert data["columns"] == {"unit": "Satker", "units_": "units"}


def test_what_tells_who_somebody_is_is_on_no_page(tmp_path: Path) -> None:
    people = {"NIP": ["198703122010121004"] * 2 + ["199001012015031002"] * 2}
    people |= {"Email": ["rina@kpu.go.id"] * 2 + ["budi@kpu.go.id"] * 2}
    table = pd.DataFrame({"text": ["Kami jujur."] * 4, "angkatan": list("1122"), **people})
    corpus = kc.load(table)
    page = kc.explorer(corpus, tmp_path / "a.html", lexicon=INTEGRITY).read_text("utf-8")
    assert data_of(Page(page))["essays"]["angkatan"] == list("1122")
    report = figures(kc.preprocess(corpus), INTEGRITY)
    report = without(report, "compared", "passages", "sensitivity")
    write_page(report, content(report, "id"), str(tmp_path / "b.html"))
    for said in (page, (tmp_path / "b.html").read_text("utf-8")):
        assert "198703122010121004" not in said
        assert "rina@" not in said


def test_the_folder_is_a_column_where_files_lie_in_one_and_no_table_has_another(
    tmp_path: Path,
) -> None:
    paths = [tmp_path / "esai" / name for name in ("sebelum/a.txt", "sesudah/b.txt", "c.txt")]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Kami belajar.", encoding="utf-8")
    corpus = kc.load(tmp_path / "esai")
    assert data_for(corpus)["essays"]["folder"] == ["", "sebelum", "sesudah"]
    other = pd.Series(
        ["map 1", "map 2", ""], index=[item.id for item in corpus.items], name="folder"
    )
    own = kc.load(corpus, metadata=other)
    assert data_for(own)["essays"]["folder"] == ["map 1", "map 2", ""]
    assert "folder" not in data_for(kc.load({"a": "Kami belajar."}))["essays"]


def test_hostile_titles_and_metadata_are_inert(tmp_path: Path) -> None:
    import pandas as pd

    bad = "</noscript><script>alert(1)</script>"
    rows = {"id": ["a"], "text": ["Kami menjaga integritas."], "title": [bad], bad: [bad]}
    page = made(kc.load(pd.DataFrame(rows), text="text"), tmp_path)
    assert page.tags.count("script") == 2
    assert bad in page.noscript
    assert data_of(page)["essays"][bad] == [bad]


def test_the_policy_allows_this_style_and_this_script_alone(whole: Page) -> None:
    [found] = [value for _, name, value in whole.attributes if value.startswith("default-src")]
    assert found == policy(STYLE, SCRIPT)
    assert found.startswith("default-src 'none'; ")
    assert "unsafe" not in found
    assert not [name for _, name, _ in whole.attributes if name in ("style", "src")]


def test_script_never_makes_markup_from_text() -> None:
    sinks = "innerHTML|outerHTML|insertAdjacentHTML|document.write|eval|Function\\(|fetch|XMLHttp"
    assert re.findall(sinks, SCRIPT) == []


def test_without_scripts_every_essay_is_listed(tokens: Tokens, whole: Page) -> None:
    assert section("explorer", "id")["no_script"] in whole.noscript
    assert all(title in whole.noscript for title in tokens.corpus.essays["title"])


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_word_of_the_page_is_a_label(lang: str, tmp_path: Path) -> None:
    page = made(kc.load({"a": "Kami belajar."}), tmp_path, lang=lang)
    labels = data_of(page)["labels"]
    template = (TEMPLATES / "explorer.html.j2").read_text("utf-8")
    used = set(re.findall(r"\bL\.(\w+)", SCRIPT)) | set(re.findall(r"\bt\.(\w+)", template))
    for name in re.findall(r'count\("(\w+)"', SCRIPT):
        used |= {f"{name}_one", f"{name}_many"}
    statuses = {f"status_{status}": label(f"sheet.{status}", lang) for status in STATUSES}
    used |= statuses.keys() | {"date_from", "date_to"}
    used |= {f"passage_{kind}" for kind in LIKENESS}
    known = ("title", "author", "unit", "date", "source", "folder", "category")
    used |= {f"col_{name}" for name in (*known, *FIELDS)}
    assert used == set(labels)
    assert (
        labels.items() <= (section("report", lang) | section("explorer", lang) | statuses).items()
    )
    assert section("explorer", lang).items() <= labels.items()


def test_no_text_leaves_no_sentence(tokens: Tokens, tmp_path: Path) -> None:
    kc.explorer(tokens, tmp_path / "j.html", text=False)
    written = (tmp_path / "j.html").read_text("utf-8")
    data = data_of(Page(written))
    assert not {"texts", "tokens", "units", "hits"} & data.keys()
    for text in tokens.sentences.loc[tokens.sentences["sentence"] > 0, "text"]:
        assert text not in written
    shared = kc.load({"x": f"Bagi kami, {PASSAGE}.", "y": f"Hujan. {PASSAGE}!"})
    (passage,) = data_for(shared, text=False)["passages"]
    assert passage[:2] == [0, 1]  # the essays, without its places in them


def test_no_text_leaves_no_answer_to_another_question_of_a_form() -> None:
    answers = [f"{PASSAGE} di kelas {kelas}" for kelas in "AB"]
    office = "Sekretariat Komisi Pemilihan Umum Kabupaten Kepulauan Siau Tagulandang Biaro"
    table = {"text": ["Kami jujur.", "Kami hadir."], "Tuliskan harapan Anda": answers}
    corpus = kc.load(pd.DataFrame(table | {"bagian": [office, "Pusat"]}))
    essays = data_for(corpus, text=False)["essays"]
    assert essays["bagian"] == [office, "Pusat"]
    assert "Tuliskan harapan Anda" not in essays
    assert "Tuliskan harapan Anda" in data_for(corpus)["essays"]


def test_no_text_still_counts_every_word(tokens: Tokens) -> None:
    data = explorer_data(tokens, INTEGRITY, text=False)
    table = tokens.frame[(tokens.frame["sentence"] > 0) & ~tokens.frame["kind"].isin(["number"])]
    for index, essay in enumerate(data["essays"]["essay"]):
        numbers, kind, counts = list(unpacked(data["bags"][index])), 0, {}
        for step, count in zip(*[iter(numbers)] * 2, strict=True):
            kind += step
            counts[data["words"]["types"][kind]] = count
        rows = table[(table["essay"] == essay) & (table["kind"] != "symbol")]
        assert counts == rows["surface"].value_counts().to_dict()


def test_no_text_gives_neither_numbers_nor_long_words_away() -> None:
    secret = "x" * 200
    corpus = kc.load({"a": f"NIK saya 3213012345678901 dan {secret} sekian."})
    types = data_for(corpus, text=False)["words"]["types"]
    assert "NIK" in types
    assert not [form for form in types if form.isdigit() or form == secret]


def test_same_input_gives_the_same_bytes(tokens: Tokens, written: Path, tmp_path: Path) -> None:
    again = kc.explorer(kc.preprocess(tokens.corpus), tmp_path / "b.html")
    assert again.read_bytes() == written.read_bytes()


@pytest.mark.parametrize("texts", [{"a": "…"}, {"a": "– – –", "b": "Kami belajar."}])
def test_essays_without_words_make_a_page(texts: dict[str, str]) -> None:
    corpus = kc.load(texts)
    data = data_for(corpus)
    assert len(data["texts"]) == len(data["tokens"]) == len(corpus) > 0


def test_a_wrong_suffix_or_language_is_told(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kami belajar."})
    with pytest.raises(InvalidArgument, match="html"):
        kc.explorer(corpus, tmp_path / "a.pdf")
    with pytest.raises(InvalidArgument, match="Did you mean 'en'"):
        kc.explorer(corpus, tmp_path / "a.html", lang="eng")


def test_passages_of_ones_own_are_checked(tmp_path: Path) -> None:
    corpus = kc.load({"x": f"Bagi kami, {PASSAGE}.", "y": f"Hujan. {PASSAGE}!", "z": "Kami ada."})
    table = kc.shared_passages(corpus)
    data = data_of(made(corpus, tmp_path, passages=table.head(0)))
    assert data["passages"] == []
    with pytest.raises(InvalidArgument, match="shared_passages"):
        kc.explorer(corpus, tmp_path / "a.html", passages=table.drop(columns="words"))
    with pytest.raises(InvalidArgument, match="passages='y' is not known"):
        kc.explorer(corpus.select(["x", "z"]), tmp_path / "a.html", passages=table)


def test_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "satu.txt").write_text("Kami menjaga integritas. " * 9, encoding="utf-8")
    out = tmp_path / "jelajah.html"
    assert run(["explorer", str(tmp_path / "satu.txt"), "--out", str(out), "--no-text"]) == 0
    assert "1 esai" in capsys.readouterr().err
    assert data_of(Page(out.read_text("utf-8")))["text"] is False


@examples(10)
@given(st.lists(st.integers(0, 2**30)))
def test_packed_numbers_come_back(numbers: list[int]) -> None:
    assert list(unpacked(packed(numbers))) == numbers


def test_groups_of_yes_and_no_are_named_in_the_language_of_the_page() -> None:
    given = pd.DataFrame({"essay": ["a", "b"], "lulus": [True, False]})
    corpus = kc.load({"a": "Kami jujur.", "b": "Kami netral."}, metadata=given)
    tokens, lexicon = kc.preprocess(corpus), load_lexicon()
    told = {
        lang: explorer_data(tokens, lexicon, text=True, lang=lang)["essays"]["lulus"]
        for lang in ("id", "en")
    }
    assert told == {"id": ["ya", "tidak"], "en": ["yes", "no"]}


def test_offices_and_batches_are_filtered_by_the_groups_that_reports_have() -> None:
    units = ["KPU GARUT", "KPU Garut", "KPU  Garut", "KPU Subang"]
    told = {"unit": units, "angkatan": ["I", "1", "II", "3"]}
    rows = pd.DataFrame({**told, "text": ["Kami menjaga integritas."] * 4})
    tokens = kc.preprocess(kc.load(rows))
    data = explorer_data(tokens, load_lexicon(), text=True)
    assert data["essays"]["unit"] == ["KPU Garut"] * 3 + ["KPU Subang"]
    assert data["essays"]["angkatan"] == ["1", "1", "2", "3"]
