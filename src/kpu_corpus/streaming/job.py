"""What a streamed run is to do, kept in its folder, so that a killed one goes on as it began."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.errors import InvalidArgument, one_of
from kpu_corpus.indonesian.roots import MODES
from kpu_corpus.provenance import make
from kpu_corpus.streaming.files import File
from kpu_corpus.streaming.plan import Plan, Stretch
from kpu_corpus.tokens.stream import checked
from kpu_corpus.tokens.survey import Settings
from kpu_corpus.writing import whole_bytes

PARTS = ".parts"
JOB = "job.json"
SETTLED = "settled.json"


@dataclass(frozen=True)
class Job:
    """The source and the settings of a run, plain values all; ``digest`` stands for them."""

    source: Plan
    top: int
    ngrams: tuple[int, int]
    weighting: str
    background: str | None
    lexicon: str | None
    batch: int
    settings: dict[str, Any]
    made: dict[str, Any]

    @property
    def how(self) -> Settings:
        """The settings of the tokens."""
        return checked(**{**self.settings, "phrases": self.settings["phrases"] or None})

    def plain(self) -> dict[str, Any]:
        """Return everything as JSON has it."""
        content: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return content


def job_of(source: Plan, tokens: Mapping[str, Any], *, lexicon: str | None, **asked: Any) -> Job:
    """Put a job together; raises InvalidArgument and InvalidLexicon for what cannot be used."""
    if not isinstance(tokens, Mapping):
        raise InvalidArgument("stream_preprocess", got=type(tokens).__name__)
    for key in tokens:
        if key not in Settings._fields:
            raise one_of("preprocess", key, Settings._fields)
    how = checked(**tokens)
    if not isinstance(how.roots, str):
        raise InvalidArgument("stream_roots", got=how.plain()["roots"])
    if how.roots not in MODES:
        raise one_of("roots", how.roots, MODES)
    load_lexicon(lexicon)
    made = {key: value for key, value in make({}, {}).items() if value}
    if lexicon is not None and Path(lexicon).is_file():
        made["lexicon"] = hashlib.sha256(Path(lexicon).read_bytes()).hexdigest()
    return Job(source, lexicon=lexicon, settings=how.plain(), made=made, **asked)


def opened(out: str) -> Job:
    """Return the job of a folder."""
    path = Path(out) / PARTS / JOB
    return _opened(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _opened(path: Path, _changed: int) -> Job:
    kept: dict[str, Any] = read_json(path)["job"]
    source = dict(kept["source"])
    source["stretches"] = tuple(Stretch(*stretch) for stretch in source["stretches"])
    source["files"] = tuple(File(*file) for file in source["files"])
    return Job(**{**kept, "source": Plan(**source), "ngrams": tuple(kept["ngrams"])})


def write_json(path: Path, content: Any) -> None:
    """Write a JSON file, whole or not at all; names of files may be no Unicode."""
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    whole_bytes(path, f"{text}\n".encode("utf-8", "surrogatepass"))


def read_json(path: Path) -> Any:
    """Return what :func:`write_json` wrote."""
    return json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
