"""Themes, keywords and evidence of a source that does not fit into memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

from kpu_corpus.analysis.lexicon import load_lexicon, shipped_name
from kpu_corpus.errors import InvalidArgument, needed, one_of
from kpu_corpus.ground.checks import choice, from_home, local, path_of, whole
from kpu_corpus.ground.progress import progress
from kpu_corpus.ground.provenance import make, told
from kpu_corpus.indonesian.lists.background import Background, shipped
from kpu_corpus.indonesian.roots.roots import MODES
from kpu_corpus.reading.rows.texts import asked
from kpu_corpus.streaming.disk.folder import as_begun, paths_of
from kpu_corpus.streaming.disk.job import Job, content_of
from kpu_corpus.streaming.engine import left, pass_of, perform, run
from kpu_corpus.streaming.plan import ROWS, plan
from kpu_corpus.terms.counts import LONGEST_TERM, ngram_sizes
from kpu_corpus.terms.reference import Reference, reference
from kpu_corpus.tokens.stream import checked
from kpu_corpus.tokens.survey import Settings

BATCH = ROWS
Weighting = Literal["salience", "tfidf", "count"]


def stream(
    path: str | Path,
    out: str | Path,
    *,
    text: str | Sequence[str] | None = None,
    lexicon: str | Path | None = None,
    top: int = 10,
    ngrams: tuple[int, int] = (1, LONGEST_TERM),
    weighting: Weighting | str = "salience",
    background: str | Background | Reference | None = "formal",
    preprocess: Mapping[str, Any] | None = None,
    batch: int = BATCH,
) -> Path:
    """Analyse a source of any size, a batch of documents in memory at a time.

    Three passes: to learn what depends on the whole (short forms, names, misspellings), to count
    the terms, and to score each essay. Intermediate results are kept in ``out`` until the end:
    repeating the call after an interruption continues where it stopped and gives the same bytes.

    Parameters
    ----------
    path
        A file or folder of anything that :func:`kpu_corpus.load` reads, except a bundle. Parquet
        and JSON-lines files with one essay per row, and saved corpora, are read by rows, others
        whole. Ids that several such tables share get a number (``1~2``); elsewhere, as in CSV and
        Excel, ids must be unique. RenamedEssays warnings name these and blank ids.
    out
        The folder for the results; created if missing.
    text
        The columns of the texts, as in :func:`kpu_corpus.load`.
    lexicon
        None for the shipped ten themes, a shipped name or a file of your own.
    top, ngrams, background
        As in :func:`kpu_corpus.keywords`; ``ngrams`` must start at single words. Your own
        ``background`` is also kept in ``out`` until the end.
    weighting
        ``"salience"``, ``"tfidf"`` or ``"count"``.
    preprocess
        Arguments of :func:`kpu_corpus.preprocess`: roots (by name), spelling, phrases, stops.
    batch
        Documents in memory at a time. It affects the row groups of the result files, not their
        rows.

    Returns
    -------
    Path
        ``out``, with ``keywords.parquet``, ``themes.parquet`` and ``evidence.parquet``: the rows of
        ``kc.keywords``, ``kc.themes`` and ``kc.evidence`` by essay, to the last digit;
        ``skipped.parquet`` (path, reason); and ``manifest.json``: source, settings and versions
        (under ``job``), the number of rows, size and sha256 of each file.

    Raises
    ------
    SourceNotFound
        The path, or the lexicon, does not exist.
    InvalidLexicon
        The lexicon breaks its format.
    InvalidArgument
        An argument is out of range; ``out`` holds a run with other settings, a run in progress,
        altered results, or other files with their names; the source or the lexicon changed
        meanwhile.
    UnreadableSource
        The source is damaged or contains no essay.
    MissingExtra
        pyarrow is not installed (extra ``read``).

    Examples
    --------
    >>> import json, tempfile
    >>> from pathlib import Path
    >>> import pandas as pd
    >>> import kpu_corpus as kc
    >>> folder = Path(tempfile.mkdtemp())
    >>> row = {"id": "a", "text": "Integritas itu penting."}
    >>> _ = (folder / "esai.jsonl").write_text(json.dumps(row))
    >>> out = kc.stream(folder / "esai.jsonl", folder / "hasil")
    >>> pd.read_parquet(out / "evidence.parquet")["surface"].tolist()
    ['Integritas']
    """
    folder = folder_of(out)
    job = prepared(
        path,
        folder,
        text=text,
        lexicon=lexicon,
        top=top,
        ngrams=ngrams,
        weighting=weighting,
        background=background,
        preprocess=preprocess,
        batch=batch,
    )
    run(job, folder, one_by_one)
    return folder


def prepared(
    path: str | Path,
    out: Path,
    *,
    text: str | Sequence[str] | None = None,
    lexicon: str | Path | None = None,
    top: int = 10,
    ngrams: tuple[int, int] = (1, LONGEST_TERM),
    weighting: Weighting | str = "salience",
    background: str | Background | Reference | None = "formal",
    preprocess: Mapping[str, Any] | None = None,
    batch: int = BATCH,
) -> Job:
    """Check the arguments of :func:`stream`, then plan the source, which reads every file."""
    with needed("stream", "pyarrow"):
        import pyarrow  # noqa: F401
    if not isinstance(path, str | Path):
        raise InvalidArgument("stream_path", name="path", got=type(path).__name__)
    begun = paths_of(out)
    path = as_begun(str(local("stream", path_of(path))), begun)
    texts = asked(text)
    top, batch = whole("top", top), whole("batch", batch)
    ngrams = ngram_sizes(ngrams)
    if ngrams[0] != 1:
        raise InvalidArgument("stream_ngrams", got=repr(ngrams), longest=LONGEST_TERM)
    weighting = choice("weighting", weighting, get_args(Weighting))
    if lexicon is not None and not isinstance(lexicon, str | Path):
        raise InvalidArgument("stream_lexicon", got=type(lexicon).__name__)
    if lexicon is not None:
        lexicon = shipped_name(lexicon) or as_begun(str(from_home(lexicon)), begun)
    how = _settings({} if preprocess is None else preprocess)
    load_lexicon(lexicon)
    made = {key: value for key, value in make({}, {}).items() if value}
    if content := content_of(lexicon):
        made["lexicon"] = content
    own = _own(background, how)
    return Job(
        plan(path, out, text=texts, batch=batch),
        top=top,
        ngrams=ngrams,
        weighting=weighting,
        background=told(background),
        lexicon=lexicon,
        batch=batch,
        settings=how.plain(),
        made=made,
        own=own,
    )


def _settings(preprocess: Mapping[str, Any]) -> Settings:
    if not isinstance(preprocess, Mapping):
        raise InvalidArgument("stream_preprocess", got=type(preprocess).__name__)
    for key in preprocess:
        if key not in Settings._fields:
            raise one_of("preprocess", key, Settings._fields)
    how = checked(**preprocess)
    if not isinstance(how.roots, str):
        raise InvalidArgument("stream_roots", got=how.plain()["roots"])
    choice("roots", how.roots, MODES)
    return how


def _own(background: str | Background | Reference | None, how: Settings) -> Reference | None:
    """Return the counts of the user's own background, checked before two passes are spent.

    Raises InvalidArgument for an unknown name, for anything but a background, and for one made with
    other roots or stop words.
    """
    if isinstance(background, str):
        shipped(background)
    if background is None or isinstance(background, str):
        return None
    return reference(background, how.roots, stops=how.stops).fitting(how.roots, how.plain())


def folder_of(out: str | Path) -> Path:
    """Check the name of the result folder."""
    if not isinstance(out, str | Path):
        raise InvalidArgument("stream_path", name="out", got=type(out).__name__)
    if not str(out):  # it would be the working folder
        raise InvalidArgument("stream_out_empty")
    return path_of(out, "out")


def one_by_one(folder: str, step: str, items: Sequence[int]) -> None:
    """Run a step in this process, one item after the other."""
    done = (size for item in items for size in perform(folder, step, item))
    for _ in progress(done, f"kpu-corpus {pass_of(step)}", total=left(folder, step, items)):
        pass
