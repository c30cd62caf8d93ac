"""Corpus, lexicon, settings and tables in one archive, so that others get the same bytes."""

from __future__ import annotations

import hashlib
import json
import zipfile
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.analysis.evidence import as_tokens, evidence
from kpu_corpus.analysis.keywords import keywords
from kpu_corpus.analysis.lexicon import SHIPPED, Lexicon, load_lexicon
from kpu_corpus.analysis.profile import profile
from kpu_corpus.analysis.spelling import spelling
from kpu_corpus.analysis.themes import themes
from kpu_corpus.corpus import Corpus
from kpu_corpus.reporting.tables import ROW_END
from kpu_corpus.tokens import Tokens
from kpu_corpus.writing import MAKER, ending, whole

if TYPE_CHECKING:
    import pandas as pd

DATED = (1980, 1, 1, 0, 0, 0)  # every entry has the same date, so that the bytes are the same


def bundle(tokens: Tokens | Corpus, path: str | Path, *, lexicon: str | Path | None = None) -> Path:
    """Write everything that a result rests on into one zip file and return its path.

    The archive holds ``corpus/`` (each source as text, UTF-8), ``essays.csv`` and ``spans.csv``
    (how they were cut), ``lexicon.toml`` (a table of one's own: ``lexicon.xlsx`` or ``.csv``),
    ``manifest.json`` (versions, settings, sha256 of sources and of shipped data), ``tables/``
    (sentences, themes, evidence, keywords, profile, spelling as CSV) and ``SHA256SUMS``.
    The same texts, settings and versions give the same bytes, on any day and any machine.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    path
        A file that ends in .zip.
    lexicon
        None for the shipped themes, a shipped name or a file of one's own (.toml, .xlsx, .csv).

    Raises
    ------
    InvalidArgument
        Another suffix.
    InvalidLexicon
        The lexicon breaks its format.
    KpuCorpusError
        The file cannot be written.

    Examples
    --------
    >>> import tempfile, zipfile, kpu_corpus as kc
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     made = kc.bundle(kc.load({"a": "Kami hadir."}), f"{folder}/hasil.zip")
    ...     names = zipfile.ZipFile(made).namelist()
    >>> "tables/themes.csv" in names, "SHA256SUMS" in names
    (True, True)
    """
    target = ending(path, ".zip")
    made = as_tokens(tokens)
    loaded = load_lexicon(lexicon)
    entries = {
        **{f"corpus/{name}": data for name, data in _sources(made.corpus)},
        **_lexicon(lexicon),
        "manifest.json": _json(dict(made.manifest)),
        "essays.csv": _csv(made.corpus.essays.drop(columns="text")),
        "spans.csv": _csv(made.corpus.spans),
        **{f"tables/{name}.csv": _csv(table) for name, table in _tables(made, loaded)},
    }
    sums = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(entries.items())
    )
    entries["SHA256SUMS"] = sums.encode()
    return whole(target, lambda name: _zip(name, entries))


def _sources(corpus: Corpus) -> list[tuple[str, bytes]]:
    width = len(str(len(corpus.documents)))
    return [
        (f"{number:0{width}d}.txt", source.text.encode("utf-8"))
        for number, source in enumerate(corpus.documents, start=1)
    ]


def _lexicon(lexicon: str | Path | None) -> dict[str, bytes]:
    """Return the file of the lexicon, which was read before, under the name it has here."""
    if lexicon is None or lexicon in SHIPPED:
        file = SHIPPED[str(lexicon or "themes")]
        return {"lexicon.toml": (resources.files("kpu_corpus") / "data" / file).read_bytes()}
    path = Path(lexicon)
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


def _csv(table: pd.DataFrame) -> bytes:
    # a plain CSV for programs; what a spreadsheet would take for a formula is not guarded here
    return table.to_csv(index=False, lineterminator=ROW_END).encode("utf-8")


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
