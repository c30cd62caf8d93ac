"""The job of a streamed run, kept in its folder so that an interrupted run can continue."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon
from kpu_corpus.errors import Hint, InvalidArgument
from kpu_corpus.ground.writing import write_whole_bytes
from kpu_corpus.reading.rows.texts import asked
from kpu_corpus.streaming.files import File
from kpu_corpus.streaming.plan import Plan, Stretch
from kpu_corpus.terms.reference import Reference, Sums
from kpu_corpus.tokens.stream import checked
from kpu_corpus.tokens.survey import Settings

Made = TypeVar("Made")
PARTS = ".parts"
JOB = "job.json"
SETTLED = "settled.json"
BACKGROUND = "background.json"


@dataclass(frozen=True)
class Job:
    """The source and the settings of a run.

    ``background`` is in the form of a manifest; ``own`` has the counts of the user's own
    background, None if the job was read back from its folder, which holds them
    (:func:`background_of`).
    """

    source: Plan
    top: int
    ngrams: tuple[int, int]
    weighting: str
    background: str | dict[str, str] | None
    lexicon: str | None
    batch: int
    settings: dict[str, Any]
    made: dict[str, Any]
    own: Reference | None = None

    @property
    def how(self) -> Settings:
        """The settings of the tokens."""
        return checked(**self.settings)

    def plain(self) -> dict[str, Any]:
        """Return everything except the counts of a background as plain values."""
        held = asdict(replace(self, own=None))
        del held["own"]
        content: dict[str, Any] = json.loads(json.dumps(held))
        return content


def keep_job(job: Job, out: Path) -> None:
    """Write a job, with the user's own background, to the folder of its run, for its workers."""
    write_json(out / PARTS / JOB, {"job": job.plain()})
    if job.own is not None:
        # what it was made of is checked
        kept = job.own._replace(manifest=None, essays=())
        write_json(out / PARTS / BACKGROUND, {**kept._asdict(), "apart": kept.apart._asdict()})


def remembered(read: Callable[[Path], Made]) -> Callable[[Path], Made]:
    """Read a file once, until it is rewritten."""
    once = lru_cache(maxsize=1)(lambda path, written: read(path))
    return lambda path: once(path, path.stat().st_mtime_ns)


def lexicon_of(job: Job, out: Path) -> Lexicon:
    """Return the lexicon of a job; raises InvalidArgument if its file has changed meanwhile."""
    found = load_lexicon(job.lexicon)
    if content_of(job.lexicon) != job.made.get("lexicon"):
        raise InvalidArgument("stream_other", out=str(out), why=Hint("stream_changed_lexicon"))
    return found


def content_of(lexicon: str | None) -> str | None:
    """Return the sha256 of the user's own lexicon, None for a shipped one."""
    if lexicon is None or not Path(lexicon).is_file():
        return None
    return hashlib.sha256(Path(lexicon).read_bytes()).hexdigest()


def background_of(job: Job, out: Path) -> str | Reference | None:
    """Return the background of a job in its folder."""
    if not isinstance(job.background, dict):
        return job.background
    return _background(out / PARTS / BACKGROUND)


@remembered
def _background(path: Path) -> Reference:
    kept = read_json(path)
    return Reference(**{**kept, "apart": Sums(**kept["apart"])})


def opened(out: str) -> Job:
    """Return the job of a folder."""
    return _opened(Path(out) / PARTS / JOB)


@remembered
def _opened(path: Path) -> Job:
    kept: dict[str, Any] = read_json(path)["job"]
    source = dict(kept["source"])
    source["text"] = asked(source["text"])
    source["stretches"] = tuple(Stretch(*stretch) for stretch in source["stretches"])
    source["files"] = tuple(File(*file) for file in source["files"])
    return Job(**{**kept, "source": Plan(**source), "ngrams": tuple(kept["ngrams"])})


def write_json(path: Path, content: Any) -> Path:
    """Write a JSON file atomically; file names need not be valid Unicode."""
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return write_whole_bytes(path, f"{text}\n".encode("utf-8", "surrogatepass"))


def read_json(path: Path) -> Any:
    """Return what :func:`write_json` wrote; ValueError for others, also nested without end."""
    try:
        return json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
    except RecursionError as error:
        raise ValueError(f"{path} nests too deep") from error
