"""Corpus, lexicon, settings and tables in one archive, so that others get the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from kpu_corpus.analysis.keywords.keywords import keywords
from kpu_corpus.analysis.lexicon import SHIPPED, Lexicon, load_lexicon, shipped_name
from kpu_corpus.analysis.profile import profile
from kpu_corpus.analysis.spelling import spelling
from kpu_corpus.analysis.themes.evidence import evidence
from kpu_corpus.analysis.themes.themes import themes
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.storing import VERSION, rows_of
from kpu_corpus.corpus.storing import about as stored
from kpu_corpus.errors import KpuCorpusWarning
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import from_home
from kpu_corpus.ground.shipped import DATA
from kpu_corpus.ground.warned import named, warn
from kpu_corpus.ground.writing import CORPUS, MAKER, ending, write_whole
from kpu_corpus.reporting.files.lexicon_file import toml_of
from kpu_corpus.reporting.files.tables import plain_csv
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens
from kpu_corpus.tokens.stream import checked

DATED = (1980, 1, 1, 0, 0, 0)  # every entry has the same date, so that the bytes are the same


def bundle(
    tokens: Tokens | Corpus,
    path: str | Path,
    *,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
) -> Path:
    """Write everything behind a result into one zip file and return its path.

    ``kpu_corpus.load`` of that file gives the same corpus, so that others can repeat the analysis,
    and warns if settings or lexicon are not the defaults. The archive holds ``corpus/`` (each
    source as text, UTF-8), ``corpus.json`` (the source of each file, marks, cuts, metadata),
    ``essays.csv`` and ``spans.csv`` (the cuts in readable form), ``lexicon.toml`` (for your own
    table ``lexicon.xlsx`` or ``.csv``; patterns that it takes over by ``include`` are written out
    in ``lexicon.toml`` instead), ``manifest.json`` (versions, settings, sha256 of sources and of
    shipped data), ``tables/`` (sentences, themes, evidence, keywords, profile, spelling as CSV) and
    ``SHA256SUMS``. The same texts, settings and versions give the same bytes, on any day, machine
    and folder: paths are relative to the common folder. A warning names sources that hold essays
    beside those of a selection, since they are in it as a whole. CSV cells stand as they are: a
    spreadsheet may take one that begins with ``=`` for a formula, so open only those of people whom
    you trust.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    path
        A file that ends in .zip.
    lexicon
        None for the shipped ten themes, a shipped name, or a file (.toml, .xlsx, .csv) or table of
        your own.

    Raises
    ------
    InvalidArgument
        Another suffix.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.
    KpuCorpusError
        The file cannot be written.

    Examples
    --------
    >>> import tempfile, kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Kami hadir."}))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     again = kc.preprocess(kc.load(kc.bundle(tokens, f"{folder}/hasil.zip")))
    >>> kc.same(tokens, again)
    {}
    """
    target = ending(path, ".zip")
    made = as_tokens(tokens)
    loaded = load_lexicon(lexicon)
    patterns = _lexicon(lexicon, loaded)
    _warn_others(made.corpus)
    own = _own_settings(made)
    if loaded.content != load_lexicon().content:
        own += patterns
    entries = {
        **_corpus(made.corpus, own),
        **patterns,
        "manifest.json": _json(dict(made.manifest)),
        "essays.csv": plain_csv(made.corpus.essays.drop(columns="text")),
        "spans.csv": plain_csv(made.corpus.spans),
        **{f"tables/{name}.csv": plain_csv(table) for name, table in _tables(made, loaded)},
    }
    sums = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(entries.items())
    )
    entries["SHA256SUMS"] = sums.encode()
    return write_whole(target, lambda name: _zip(name, entries))


def _warn_others(corpus: Corpus) -> None:
    """Warn of sources with the texts of essays that the corpus does not have."""
    known = {None, *corpus.ids}
    held = {name: {span.essay for span in spans} for name, spans in corpus.tiling.items()}
    files = sorted(name for name, ids in held.items() if not ids <= known)
    if files:
        warn(KpuCorpusWarning("bundle_others", files=named(files)))


def _own_settings(tokens: Tokens) -> list[str]:
    """Return the names of the settings that are not the defaults."""
    made = tokens.manifest["settings"]
    return [name for name, usual in checked().plain().items() if made[name] != usual]


def _corpus(corpus: Corpus, own: list[str]) -> dict[str, bytes]:
    """Return each source as a text, and one file that describes them.

    It names what the reader needs for the same figures: ``own`` settings and lexicon.
    """
    inside = _inside([source.origin for source in corpus.documents])
    refusals = tuple((inside(path), error) for path, error in corpus.refused)
    documents = (source._replace(origin=inside(source.origin)) for source in corpus.documents)
    corpus = replace(corpus, documents=tuple(documents), refused=refusals)
    rows, texts = rows_of(corpus), {}
    width = len(str(len(rows)))
    for number, row in enumerate(rows, start=1):
        row["file"] = f"corpus/{number:0{width}d}.txt"
        texts[row["file"]] = row.pop("text").encode("utf-8")
    about = {
        "format": VERSION.decode(),
        **stored(corpus),
        "headings": dict(corpus.headings),
        "sources": rows,
        **({"own": own} if own else {}),
    }
    return {CORPUS: _json(about), **texts}


def _inside(paths: list[str]) -> Callable[[str], str]:
    """Return a path relative to the folder that contains all paths; others by their last part."""
    try:
        root = os.path.commonpath([PurePath(path).parent for path in paths if path])
    except ValueError:  # none, or on several drives
        root = ""

    def told(path: str) -> str:
        pure = PurePath(path)
        inside = pure.is_relative_to(root)
        return (pure.relative_to(root).as_posix() if inside else pure.name) if path else ""

    return told


def _lexicon(
    lexicon: str | Path | Lexicon | pd.DataFrame | None, loaded: Lexicon
) -> dict[str, bytes]:
    """Return the file of the lexicon under its name in the bundle.

    Patterns taken over from the shipped themes are written out, since another version has others.
    """
    included = any(theme.include for theme in loaded.themes)
    if included or not isinstance(lexicon, str | Path | None):
        return {"lexicon.toml": toml_of(loaded)}
    if (name := shipped_name(lexicon)) is not None:
        return {"lexicon.toml": (DATA / SHIPPED[name]).read_bytes()}
    path = from_home(str(lexicon))
    return {f"lexicon{path.suffix.lower()}": path.read_bytes()}


def _tables(tokens: Tokens, lexicon: Lexicon) -> list[tuple[str, pd.DataFrame]]:
    return [
        ("sentences", tokens.sentences),
        ("themes", themes(tokens, lexicon=lexicon)),
        ("evidence", evidence(tokens, lexicon=lexicon)),
        ("keywords", keywords(tokens)),
        ("profile", profile(tokens)),
        ("spelling", spelling(tokens)),
    ]


def _json(value: dict[str, Any]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, default=str)
    return f"{text}\n".encode()


def _zip(name: str, entries: dict[str, bytes]) -> None:
    with zipfile.ZipFile(name, "w") as archive:
        archive.comment = MAKER.encode()
        for entry, data in sorted(entries.items()):
            info = zipfile.ZipInfo(entry, DATED)
            info.external_attr = 0o644 << 16
            info.create_system = 3
            info.compress_type = zipfile.ZIP_STORED  # compressors differ between systems
            archive.writestr(info, data)
