"""A bundle holds what a result rests on, and the same inputs give the same bytes."""

import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from tests.answers import INTEGRITY

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import KpuCorpusWarning
from kpu_corpus.tokens import Tokens


def test_it_holds_the_texts_the_lexicon_and_the_tables(tokens: Tokens, tmp_path: Path) -> None:
    with zipfile.ZipFile(kc.bundle(tokens, tmp_path / "a.zip")) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    texts = [files[name].decode() for name in sorted(files) if name.startswith("corpus/")]
    listed = json.loads(files["corpus.json"])["sources"]
    assert [row["name"] for row in listed] == [s.name for s in tokens.corpus.documents]
    assert texts == [source.text for source in tokens.corpus.documents]
    assert json.loads(files["manifest.json"])["settings"]["roots"] == "ranked"
    themes = pd.read_csv(io.BytesIO(files["tables/themes.csv"]))
    assert themes["share"].tolist() == pytest.approx(kc.themes(tokens)["share"].tolist())
    for line in files["SHA256SUMS"].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == digest


@pytest.mark.filterwarnings("ignore::kpu_corpus.errors.UnmatchedMetadata")
def test_a_copy_of_the_folder_gives_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    made = []
    for home in ("rumah/siti", "kantor/data 2"):
        folder = tmp_path / home / "esai"
        (folder / "dalam").mkdir(parents=True)
        (folder / "a.txt").write_text("Kami hadir.")
        (folder / "dalam" / "b.txt").write_text("Kami jujur.")
        (folder / "kosong.txt").write_text("")
        table = tmp_path / home / "peserta.csv"
        table.write_text("file,kelas\na.txt,1\nc.txt,2\n")
        corpus = kc.load(folder, metadata=table)
        made.append(kc.bundle(corpus, tmp_path / f"{len(made)}.zip").read_bytes())
    assert made[0] == made[1]
    assert b"rumah/siti" not in made[0]
    assert kc.load(tmp_path / "0.zip").sources["origin"].tolist() == ["a.txt", "dalam/b.txt"]


PAGE = """<html><body><nav><a href="/">Beranda</a> <a href="/b">Berita</a></nav><h1>Netral</h1>
<p>Oleh: Ani</p><p>Kami menjaga netralitas. Kami melayani pemilih.</p>
<footer>© 2023 KPU. Bagikan: Facebook | Twitter</footer></body></html>"""


def test_somebody_else_counts_the_same_from_a_bundle(tmp_path: Path) -> None:
    folder = tmp_path / "esai"
    folder.mkdir()
    (folder / "a.html").write_text(PAGE)
    (folder / "b.txt").write_text("Kami jujur dan disiplin.")
    (folder / "kosong.txt").write_text("")
    (tmp_path / "peserta.csv").write_text("file,Kantor\na.html,Garut\nb.txt,Subang\n")
    corpus = kc.load(folder, metadata=tmp_path / "peserta.csv")
    here = kc.preprocess(corpus)
    again = kc.load(kc.bundle(here, tmp_path / "hasil.zip"))
    assert again.essays.equals(corpus.essays)
    assert again.spans.equals(corpus.spans)
    assert again.skipped["reason"].equals(corpus.skipped["reason"])
    assert again.skipped["path"].tolist() == ["kosong.txt"]
    assert again.headings == corpus.headings
    there = kc.preprocess(again)
    assert kc.same(here, there) == {}
    assert kc.evidence(there).equals(kc.evidence(here))
    assert kc.themes(there, by="Kantor").equals(kc.themes(here, by="Kantor"))


def test_its_settings_make_the_same_bytes_again(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kotak suara dijaga. Kami, para pegawai, intergritas."})
    told = {"spelling": False, "phrases": ["kotak suara"], "stops": ["function"]}
    own = tmp_path / "l.csv"
    own.write_text("theme,match\njujur,jujur\n")
    first = kc.bundle(kc.preprocess(corpus, **told), tmp_path / "a.zip", lexicon=own)
    with zipfile.ZipFile(first) as archive:
        made = json.loads(archive.read("manifest.json"))
    with pytest.warns(KpuCorpusWarning, match=r"a\.zip was .*: spelling, phrases, stops, lex"):
        corpus = kc.load(first)
    again = kc.preprocess(corpus, **made["settings"])
    assert kc.same(made, again) == {}
    assert kc.bundle(again, tmp_path / "b.zip", lexicon=own).read_bytes() == first.read_bytes()


def test_a_bundle_among_essays_is_a_result_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kami jujur dan disiplin.")
    kc.bundle(kc.load(tmp_path), tmp_path / "hasil.zip")
    corpus = kc.load(tmp_path)
    assert len(corpus) == 1
    assert corpus.skipped["path"].str.endswith("hasil.zip").tolist() == [True]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"format": "9"}, "9"),
        ({"sources": [{"file": "corpus/9.txt"}]}, "damaged or incomplete"),
        ({"sources": 3}, "damaged or incomplete"),
    ],
)
def test_a_damaged_bundle_is_refused_with_the_reason(
    tmp_path: Path, changed: dict[str, object], reason: str
) -> None:
    whole = kc.bundle(kc.load({"a": "Kami jujur."}), tmp_path / "a.zip")
    with zipfile.ZipFile(whole) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
        comment = archive.comment
    files["corpus.json"] = json.dumps(json.loads(files["corpus.json"]) | changed).encode()
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.comment = comment
        for name, data in files.items():
            archive.writestr(name, data)
    with pytest.raises(kc.errors.UnreadableSource, match=reason):
        kc.load(tmp_path / "b.zip")


def test_the_texts_of_a_bundle_are_bounded(tmp_path: Path) -> None:
    whole = kc.bundle(kc.load({"a": "Kami jujur.", "b": "Kami adil."}), tmp_path / "a.zip")
    with pytest.raises(kc.errors.UnreadableSource, match="batch_characters"):
        kc.load(whole, limits=kc.Limits(batch_characters=15))


@pytest.mark.parametrize("suffix", [".toml", ".csv", ".xlsx"])
def test_a_lexicon_of_ones_own_is_in_it_as_it_is(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"milik{suffix}"
    rows = pd.DataFrame({"theme": ["jujur"], "match": ["jujur"]})
    if suffix == ".toml":
        path.write_text("format = 1\n[themes.jujur]\npatterns = [{ match = ['jujur'] }]\n")
    else:
        (rows.to_csv if suffix == ".csv" else rows.to_excel)(path, index=False)
    made = kc.bundle(kc.load({"a": "Kami jujur."}), tmp_path / "b.zip", lexicon=path)
    with pytest.warns(KpuCorpusWarning, match=rf"than the defaults: lexicon\{suffix}\. Without"):
        assert len(kc.load(made)) == 1
    with zipfile.ZipFile(made) as archive:
        assert [name for name in archive.namelist() if name.startswith("lexicon")] == [
            f"lexicon{suffix}"
        ]
        assert archive.read(f"lexicon{suffix}") == path.read_bytes()
        (archive_path := tmp_path / "ada" / f"lexicon{suffix}").parent.mkdir()
        archive_path.write_bytes(archive.read(f"lexicon{suffix}"))
    assert [theme.key for theme in kc.load_lexicon(archive_path).themes] == ["jujur"]


def test_a_bundle_is_a_zip(tokens: Tokens, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.tar"):
        kc.bundle(tokens, tmp_path / "a.tar")


def test_the_usual_lexicon_loaded_beforehand_is_no_other_one(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kami jujur."})
    made = kc.bundle(corpus, tmp_path / "a.zip", lexicon=kc.load_lexicon())
    assert kc.load(made).ids == corpus.ids  # without a warning


def test_categories_keep_their_order_in_a_bundle(tmp_path: Path) -> None:
    level = pd.Categorical(["tinggi", "rendah"], categories=["rendah", "tinggi"], ordered=True)
    corpus = kc.load(pd.DataFrame({"teks": ["Kami jujur.", "Kami adil."], "tingkat": level}))
    again = kc.load(kc.bundle(corpus, tmp_path / "a.zip"))
    assert again.essays["tingkat"].dtype == corpus.essays["tingkat"].dtype


def test_a_lexicon_that_was_loaded_is_in_a_bundle_as_a_file(tmp_path: Path) -> None:
    lexicon, corpus = INTEGRITY, kc.load({"a": "Kami jujur."})
    with zipfile.ZipFile(kc.bundle(corpus, tmp_path / "a.zip", lexicon=lexicon)) as archive:
        path = Path(archive.extract("lexicon.toml", tmp_path))
    assert kc.load_lexicon(path).content == lexicon.content


@pytest.mark.parametrize("suffix", [".toml", ".csv"])
def test_patterns_taken_over_are_written_out_in_a_bundle(tmp_path: Path, suffix: str) -> None:
    corpus = kc.load({"a": "Kami jujur."})
    own = tmp_path / f"l{suffix}"
    toml = "format = 1\n[themes.rukun]\ninclude = 'sinergi'\nexcept = 'kerukunan'\n"
    table = "theme,match,include,except\nrukun,,sinergi,kerukunan\n"
    own.write_text(toml if suffix == ".toml" else table)
    with zipfile.ZipFile(kc.bundle(corpus, tmp_path / "a.zip", lexicon=own)) as archive:
        kept = Path(archive.extract("lexicon.toml", tmp_path))
        assert [name for name in archive.namelist() if name.startswith("lexicon")] == [kept.name]
    assert "include" not in kept.read_text()
    assert kc.load_lexicon(kept).content == kc.load_lexicon(own).content


def test_essays_of_a_file_that_were_not_selected_are_told_before_it_is_passed_on(
    page: Corpus, tmp_path: Path
) -> None:
    with pytest.warns(KpuCorpusWarning, match=re.escape(repr(page.documents[0].name))):
        kc.bundle(page.select(page.ids[0]), tmp_path / "a.zip")
    kc.bundle(page, tmp_path / "b.zip")  # warns of nothing
