"""Lexicons: what a file must hold, and the errors that name the place."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest

import kpu_corpus as kc
from kpu_corpus.analysis import lexicon as lexicons
from kpu_corpus.analysis.lexicon import SHIPPED, asked_as, load_lexicon
from kpu_corpus.errors import InvalidLexicon, SourceNotFound

DATA = Path(kc.__file__).parent / "data"


def write(folder: Path, body: str) -> Path:
    path = folder / "own.toml"
    path.write_text(f"format = 1\n{body}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "[themes.adil]\npatterns = ['adil', { match = 'setara', gloss = 'equal' }]",
            "unknown key 'gloss' @ own.toml:adil[2]; expected one of: "
            "against, counter, example, match, near, with, without.",
        ),
        (
            "[themes.adil]\npatterns = [{ match = 'adil', withot = 'hakim' }]",
            "near, with, without. Did you mean 'without'?",
        ),
        ("[themes.adil]\nlabel = 'Adil'", "no patterns @ own.toml:adil"),
        ("[themes.adil]\npatterns = 'adil'", "no patterns @ own.toml:adil"),
        ("[themes.adil]\npatterns = [{ with = 'hakim' }]", "no match @ own.toml:adil[1]"),
        (
            "[themes.adil]\npatterns = [{ match = 'adil', near = -1 }]",
            "near=-1 @ own.toml:adil[1]; expected a number of words.",
        ),
        ("[themes.adil]\npatterns = [{ match = 'adil', near = true }]", "near=True @ own.toml"),
        (
            "[themes.adil]\npatterns = [{ match = 'curang', against = 'ya' }]",
            "against='ya' @ own.toml:adil[1]; expected true or false.",
        ),
        ("[themes.adil]\npatterns = [['adil']]", "must be a string or a table @ own.toml:adil[1]"),
        (
            "[themes.adil]\nlabel = { id = 1 }\npatterns = ['adil']",
            "expected a string or { id = '…', en = '…' } @ own.toml:adil.label",
        ),
        ("[themes]\nadil = 'adil'", "a theme must be a table @ own.toml:adil; got str"),
        (
            "[themes.adil]\npatterns = ['adil', { match = 'setara', without = ['=x', 'rapi..'] }]",
            "pattern 'rapi..' @ own.toml:adil[2] cannot be read",
        ),
        (
            "[sets]\nhukum = ['hakim']\n[themes.adil]\npatterns = ['adil', 'putusan @hukm']",
            "unknown set '@hukm' @ own.toml:adil[2]; known: @hukum. Did you mean '@hukum'?",
        ),
        (
            "[sets]\nhukum = ['hakim', '@jaksa']\n[themes.adil]\npatterns = ['@hukum']",
            "'@jaksa' @ own.toml:sets.hukum cannot be read",
        ),
        (
            f"[sets]\nhukum = ['{' '.join(['hakim'] * 51)}']\n[themes.adil]\npatterns = ['@hukum']",
            "each by itself, at most 50 in a member",
        ),
        (
            "[themes.'Gotong Royong']\npatterns = ['gotong royong']",
            "theme 'Gotong Royong' @ own.toml: expected a key of lower-case letters, digits "
            "and underscores; the readable name belongs in label. "
            "Did you mean 'gotong_royong'?",
        ),
        ("[themes.5r]\npatterns = ['rapi']", "Did you mean 'tema_5r'?"),
        (
            "[themes.adil]\ninclude = ['netralitas', 'integrtas']",
            "include 'integrtas' @ own.toml:adil is none of the ten shipped themes: integritas, "
            "netralitas, sinergi, disiplin, transparansi, profesionalisme, tanggung_jawab, "
            "pelayanan, pembelajaran, demokrasi. Did you mean 'integritas'?",
        ),
        ("[themes.adil]\ninclude = 1", "own.toml:adil.include; got 1."),
        ("title = 'kosong'", "no themes @ own.toml"),
        ("themes = 'adil'", "expected a table @ own.toml:themes; got str."),
        ("sets = ['adil']\n[themes.adil]\npatterns = ['adil']", "own.toml:sets; got list."),
        (
            "[sets]\nhukum = []\n[themes.adil]\npatterns = ['@hukum']",
            "the set of words @ own.toml:sets.hukum is empty. Give it words, or delete the set.",
        ),
        (
            "[themes.adil]\nlabel = { id = 'Adil', eng = 'Fair' }\npatterns = ['adil']",
            "unknown key 'eng' @ own.toml:adil.label; expected one of: en, id. Did you mean 'en'?",
        ),
        ("[themes.adil\n", "own.toml is not a valid TOML file: line 2 cannot be read from"),
        ("format = [1", "a quotation mark or bracket is not closed"),
        ("format = " + "[" * 5000, "nested too deeply"),
        ("format = " + "9" * 5000, "own.toml is not a valid TOML file"),
        ("a" + ".a" * 20_000 + " = 1", "more than 2000 full stops"),
        ("theme = 1\n[themes.adil]\npatterns = ['adil']", "Did you mean 'themes'?"),
    ],
)
def test_a_broken_file_is_refused_with_the_place_of_the_fault(
    tmp_path: Path, body: str, message: str
) -> None:
    with pytest.raises(InvalidLexicon) as caught:
        load_lexicon(write(tmp_path, body))
    assert message in str(caught.value)
    assert caught.value.text("id") != caught.value.text("en")


@pytest.mark.parametrize(
    "match",
    [
        *(
            "rapi..",
            "ra**",
            "raj.*",
            "*",
            "=rapi*",
            "=",
            "-an",
            "rapi-",
            "rapi--bersih",
            "_rapi",
            "rapi__ya",
        ),
        *("..2", "rapi ..2", "..2 rapi", "rapi ..2 ..3 bersih", "rapi ..100 bersih"),
        *("rapi|", "rapi ..2|bersih", "rapi..2 bersih", "rapi!", " ".join(["rapi"] * 51)),
    ],
)
def test_a_match_string_that_can_mean_nothing_is_refused(tmp_path: Path, match: str) -> None:
    with pytest.raises(InvalidLexicon, match=r"cannot be read; expected words"):
        load_lexicon(write(tmp_path, f"[themes.a]\npatterns = ['{match}']"))


@pytest.mark.parametrize(
    ("match", "text", "surface"),
    [
        ("*isasi", "Digitalisasi berjalan.", "Digitalisasi"),
        ("ke*an", "Warga butuh keadilan.", "keadilan"),
        ("=tim|*isasi", "Organisasi tumbuh.", "Organisasi"),
        ("undang-undang", "Ia taat undang-undang.", "undang-undang"),
        ("jum'at", "Setiap Jum'at ia hadir.", "Jum'at"),
        ("=kerja ..1 =keras", "Itu kerja sangat keras.", "kerja sangat keras"),
    ],
)
def test_a_star_may_stand_anywhere_and_marks_of_words_are_read(
    tmp_path: Path, match: str, text: str, surface: str
) -> None:
    path = write(tmp_path, f'[themes.a]\npatterns = ["{match}"]')
    assert list(kc.evidence(kc.load({"a": text}), lexicon=path)["surface"]) == [surface]


def test_a_lexicon_shows_itself_in_a_line() -> None:
    lexicon = kc.load_lexicon("berakhlak")
    patterns = sum(len(theme.patterns) for theme in lexicon.themes)
    assert repr(lexicon) == f"<Lexicon 'berakhlak.toml': 7 themes, {patterns} patterns>"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "format = 2\n[themes.adil]\npatterns = ['adil']",
            "format=2 @ own.toml; expected format = 1",
        ),
        ("title = 'caf\xe9'", "own.toml is not a valid TOML file.*UTF-8"),
    ],
)
def test_another_format_number_or_encoding_is_refused(
    data: str, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(data.encode("latin-1"))
    with pytest.raises(InvalidLexicon, match=message):
        load_lexicon(path)


@pytest.mark.parametrize("near", [2**31 - 1, 2**33])
def test_a_context_as_far_away_as_one_likes_is_found(near: int, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    pattern = f"{{ match = 'adil', with = 'kantor', near = {near} }}"
    path.write_text(f"format = 1\n[themes.adil]\npatterns = [{pattern}]", encoding="utf-8")
    assert len(kc.evidence(kc.load({"a": "Kantor kami adil."}), lexicon=path)) == 1


def test_a_file_that_does_not_exist_is_named_with_the_shipped_ones(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound, match=r"tidak_ada.toml.*themes"):
        load_lexicon(tmp_path / "tidak_ada.toml")
    with pytest.raises(SourceNotFound, match=r"Did you mean 'berakhlak'\?"):
        load_lexicon("berahlak")


def test_a_shipped_lexicon_may_be_named_as_people_write_it() -> None:
    assert load_lexicon("BerAKHLAK") is load_lexicon("berakhlak")
    with pytest.raises(SourceNotFound, match=r"Did you mean 'berakhlak'\?"):
        load_lexicon("BerAKHLAKs")


@pytest.mark.parametrize("name", ["tema.ods", "tema.xls", "tema.txt", "tema"])
def test_a_file_of_another_kind_is_told_which_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("jujur", encoding="utf-8")
    with pytest.raises(
        InvalidLexicon, match=rf"{name} is not a readable lexicon; .*\.toml, \.xlsx, \.csv"
    ):
        load_lexicon(tmp_path / name)


def test_toml_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "[themes.adil]\npatterns = ['adil']")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [theme.key for theme in load_lexicon(path).themes] == ["adil"]


def test_a_file_that_is_too_large_for_a_lexicon_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexicons, "MAX_BYTES", 9)
    path = write(tmp_path, "# ten bytes")
    with pytest.raises(InvalidLexicon, match=r"own\.toml is larger than 9"):
        load_lexicon(path)


def flat(count: int) -> str:
    return "".join(f"[themes.t{row}]\npatterns = ['k{row}']\n" for row in range(count))


def chain(count: int) -> str:
    return flat(1) + "".join(
        f"[themes.t{row}]\nparent = 't{row - 1}'\npatterns = ['k{row}']\n"
        for row in range(1, count)
    )


def of_sets(members: int, uses: int) -> str:
    words = ", ".join(f"'k{row}'" for row in range(members))
    patterns = ", ".join(f"'@kata x{row}'" for row in range(uses))
    return f"[themes.adil]\npatterns = [{patterns}]\n[sets]\nkata = [{words}]"


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (flat(101), "own.toml has more than 100 themes"),
        (chain(90), "the themes of own.toml have too many levels: more than 4000"),
        (of_sets(20, 100), "the patterns of own.toml have more than 2000 words"),
    ],
    ids=["themes", "levels", "words"],
)
def test_a_lexicon_of_which_more_is_made_than_its_file_says_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: str, message: str
) -> None:
    assert (lexicons.THEMES, lexicons.RELATIONS, lexicons.WORDS) == (10_000, 1_000_000, 200_000)
    for bound, less in (("THEMES", 100), ("RELATIONS", 4_000), ("WORDS", 2_000)):
        monkeypatch.setattr(lexicons, bound, less)
    with pytest.raises(InvalidLexicon, match=message):
        load_lexicon(write(tmp_path, made))


def test_what_is_below_the_bounds_is_read(tmp_path: Path) -> None:
    assert len(load_lexicon(write(tmp_path, chain(100))).below("t0")) == 99
    assert len(load_lexicon(write(tmp_path, of_sets(1_000, 100))).every) == 100


def test_the_text_of_a_lexicon_is_no_name_of_a_file() -> None:
    with pytest.raises(SourceNotFound, match="is neither a file nor one of"):
        load_lexicon("[themes.adil]\npatterns = ['adil']\n" * 200)


def test_a_file_that_is_not_there_leads_to_one_with_nearly_its_name(tmp_path: Path) -> None:
    path = write(tmp_path, "[themes.adil]\npatterns = ['adil']")
    with pytest.raises(SourceNotFound, match=f"Did you mean .*{path.name}"):
        load_lexicon(path.with_stem(f"{path.stem}s"))


def test_a_file_that_cannot_be_opened_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "[themes.adil]\npatterns = ['adil']")

    def closed(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", closed)
    with pytest.raises(InvalidLexicon, match="cannot be opened") as told:
        load_lexicon(path)
    assert "tidak dapat dibuka" in told.value.text("id")


def test_a_lexicon_whose_themes_were_all_taken_out_is_refused_at_once() -> None:
    with pytest.raises(InvalidLexicon, match=r"no themes @ pemilu\.toml"):
        replace(load_lexicon("pemilu"), themes=())


def test_an_own_file_is_read_with_its_defaults(tmp_path: Path) -> None:
    longest = " ".join(["setara"] * 50)
    lexicon = load_lexicon(write(tmp_path, f"[themes.adil]\npatterns = ['adil', '{longest}']"))
    (theme,) = lexicon.themes
    assert (lexicon.name, theme.key, lexicon.labels()) == ("own.toml", "adil", {"adil": "adil"})
    assert [pattern.match for pattern in theme.patterns] == [("adil",), (longest,)]
    assert load_lexicon(lexicon) is lexicon


def test_a_file_of_ones_own_is_asked_for_by_its_name_whatever_that_is(tmp_path: Path) -> None:
    own = kc.save_lexicon("pemilu", tmp_path / "themes.toml")
    assert asked_as(load_lexicon(own)) == "themes.toml"
    assert [asked_as(load_lexicon(name)) for name in SHIPPED] == [
        None,
        "berakhlak",
        "pemilu",
    ]
