"""A bundle holds what a result rests on, and the same inputs give the same bytes."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.tokens import Tokens


def test_two_runs_give_the_same_bytes(page: Corpus, tokens: Tokens, tmp_path: Path) -> None:
    first = kc.bundle(tokens, tmp_path / "a.zip").read_bytes()
    second = kc.bundle(kc.preprocess(page), tmp_path / "b.zip").read_bytes()
    assert first == second


def test_it_holds_the_texts_the_lexicon_and_the_tables(tokens: Tokens, tmp_path: Path) -> None:
    with zipfile.ZipFile(kc.bundle(tokens, tmp_path / "a.zip")) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    texts = [files[name].decode() for name in sorted(files) if name.startswith("corpus/")]
    assert texts == [source.text for source in tokens.corpus.documents]
    assert json.loads(files["manifest.json"])["settings"]["roots"] == "ranked"
    themes = pd.read_csv(io.BytesIO(files["tables/themes.csv"]))
    assert themes["share"].tolist() == pytest.approx(kc.themes(tokens)["share"].tolist())
    for line in files["SHA256SUMS"].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == digest


def test_somebody_elses_run_on_the_bundled_texts_gives_the_same_tables(
    tokens: Tokens, tmp_path: Path
) -> None:
    path = kc.bundle(tokens, tmp_path / "a.zip")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "there")
    again = kc.evidence(kc.load(tmp_path / "there" / "corpus"))
    here = kc.evidence(tokens)
    assert (
        again[["theme", "start", "end"]].values.tolist()
        == here[["theme", "start", "end"]].values.tolist()
    )


@pytest.mark.parametrize("suffix", [".toml", ".csv", ".xlsx"])
def test_a_lexicon_of_ones_own_is_in_it_as_it_is(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"milik{suffix}"
    rows = pd.DataFrame({"theme": ["jujur"], "match": ["jujur"]})
    if suffix == ".toml":
        path.write_text("format = 1\n[themes.jujur]\npatterns = [{ match = ['jujur'] }]\n")
    else:
        (rows.to_csv if suffix == ".csv" else rows.to_excel)(path, index=False)
    made = kc.bundle(kc.load({"a": "Kami jujur."}), tmp_path / "b.zip", lexicon=path)
    with zipfile.ZipFile(made) as archive:
        assert archive.read(f"lexicon{suffix}") == path.read_bytes()
        (archive_path := tmp_path / "ada" / f"lexicon{suffix}").parent.mkdir()
        archive_path.write_bytes(archive.read(f"lexicon{suffix}"))
    assert [theme.key for theme in kc.load_lexicon(archive_path).themes] == ["jujur"]


def test_a_bundle_is_a_zip(tokens: Tokens, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.tar"):
        kc.bundle(tokens, tmp_path / "a.tar")


def test_a_lexicon_in_a_spreadsheet_is_kept_as_it_is(tokens: Tokens, tmp_path: Path) -> None:
    own = tmp_path / "l.csv"
    own.write_text("theme,match\nminuman,kopi\n")
    with zipfile.ZipFile(kc.bundle(tokens, tmp_path / "a.zip", lexicon=own)) as archive:
        assert archive.read("lexicon.csv") == own.read_bytes()
        assert "lexicon.toml" not in archive.namelist()
