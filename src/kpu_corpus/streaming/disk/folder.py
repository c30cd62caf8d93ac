"""The folder of a run: started, continued, or finished and verified."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kpu_corpus.errors import Hint, InvalidArgument, KpuCorpusError, system_reason
from kpu_corpus.ground.provenance import CODE, same
from kpu_corpus.streaming.disk.job import JOB, PARTS, Job, keep_job, read_json, write_json
from kpu_corpus.streaming.disk.lock import clear
from kpu_corpus.streaming.disk.results import RESULTS
from kpu_corpus.streaming.disk.seals import repair

MANIFEST = "manifest.json"
READY = "results"  # where the results are written before they get their place
NAMES = tuple(f"{name}.parquet" for name in RESULTS)
Differs = Mapping[str, tuple[Any, Any]]


def finished(job: Job, out: Path) -> bool:
    """Tell whether a folder holds the finished results of a job.

    Raises InvalidArgument if it holds those of another source or other settings, or altered
    results.
    """
    if not os.path.isfile(out / MANIFEST):
        return False
    content = _content(out / MANIFEST)
    if not content and not all((out / name).exists() for name in NAMES):  # somebody else's
        raise InvalidArgument("stream_taken", out=out, name=MANIFEST)
    _check(job, out, content)
    _check_results(out, content)
    shutil.rmtree(out / PARTS, ignore_errors=True)
    clear(out)
    return True


def begin(job: Job, out: Path) -> None:
    """Create the folder of a run, or continue the one this job left.

    Raises InvalidArgument if the folder holds a run over another source or with other settings, or
    other files with the names of the results.
    """
    begun = _content(out / PARTS / JOB)
    if begun:
        _check(job, out, begun)
        repair(out)
    else:
        taken = next((name for name in NAMES if (out / name).exists()), None)
        if taken:
            raise InvalidArgument("stream_taken", out=out, name=taken)
        shutil.rmtree(out / PARTS, ignore_errors=True)  # of no job that could be gone on with
    keep_job(job, out)  # also where a loss of power has taken it


def paths_of(out: Path) -> list[str]:
    """Return the paths of the source and the lexicon that the run in a folder was begun with."""
    kept: list[str] = []
    for name in (Path(PARTS, JOB), MANIFEST):
        job = _content(out / name).get("job", {})
        source = job.get("source")
        named = (job.get("lexicon"), source.get("path") if isinstance(source, dict) else None)
        kept += [path for path in named if isinstance(path, str)]
    return kept


def as_begun(path: str, kept: Iterable[str]) -> str:
    """Return a path in the words of ``kept``, if one of these is the same file or folder.

    It may be relative there and absolute now; the results of one run name files in one way.
    """

    def is_same(one: str) -> bool:
        try:
            return os.path.samefile(one, path)
        except (OSError, ValueError):
            return False

    return next(filter(is_same, kept), path)


def finish(job: Job, out: Path, rows: Mapping[str, int]) -> None:
    """Move the results to their place with a manifest, and remove the intermediate files."""
    ready = out / PARTS / READY
    paths = sorted(ready.glob("*.parquet"))
    files = {path.name: _described(path) for path in paths}
    write_json(ready / MANIFEST, {"job": job.plain(), "rows": dict(rows), "files": files})
    for path in (*paths, ready / MANIFEST):
        try:
            with path.open("rb+") as stream:
                os.fsync(stream.fileno())  # before the parts they are made of are gone
            path.replace(out / path.name)
        except OSError as error:
            told = {"path": out / path.name, "why": system_reason(error)}
            raise KpuCorpusError("not_written", **told) from error
    shutil.rmtree(out / PARTS, ignore_errors=True)  # another call may see it finished, and do so


def _content(path: Path) -> dict[str, Any]:
    """Return the content of a JSON file of a run; empty if it is missing or incomplete."""
    try:
        found = read_json(path)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("job"), dict) else {}


def _check(job: Job, out: Path, kept: Mapping[str, Any]) -> None:
    differs = same(kept["job"], job.plain()) if kept else {}
    if differs:
        raise InvalidArgument("stream_other", out=str(out), why=_why(differs))


def _check_results(out: Path, manifest: Mapping[str, Any]) -> None:
    """Raise InvalidArgument for results that are missing or altered."""
    files = manifest.get("files")
    if not isinstance(files, dict) or sorted(files) != sorted(NAMES):
        raise InvalidArgument("stream_changed", out=str(out), name=MANIFEST)
    for name in NAMES:
        if not (out / name).is_file():
            raise InvalidArgument("stream_gone", out=str(out), name=name)
        if _described(out / name) != files[name]:
            raise InvalidArgument("stream_changed", out=str(out), name=name)


def _described(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256")
        return {"bytes": stream.tell(), "sha256": digest.hexdigest()}


def _why(differs: Differs) -> Hint:
    """Return the most informative difference: the source before the settings before the versions.

    ``differs`` holds the differences of the two jobs by key.
    """
    if "source.path" in differs:
        there, _ = differs["source.path"]
        away = isinstance(there, str) and not (os.path.isabs(there) or os.path.exists(there))
        name = "stream_other_place" if away else "stream_other_source"
        return Hint(name, **_both(differs["source.path"]))
    if "source.text" in differs:
        return Hint("stream_other_setting", key="text", **_both(differs["source.text"]))
    if "batch" in differs:  # the source is planned by it
        return Hint("stream_other_setting", key="batch", **_both(differs["batch"]))
    if any(key.startswith("source.") for key in differs):
        return Hint("stream_changed_source")
    if any(key.startswith("background.") for key in differs):
        return Hint("stream_other_background")
    made = [key for key in differs if key.startswith("made.")]
    asked = [key for key in differs if key not in made]
    if asked:
        name = f"preprocess {asked[0].removeprefix('settings.')}"
        key = name if asked[0].startswith("settings.") else asked[0]
        return Hint("stream_other_setting", key=key, **_both(differs[asked[0]]))
    if "made.lexicon" in made:
        return Hint("stream_changed_lexicon")
    versions = [key for key in made if key.startswith("made.versions.")]
    if versions:
        key = versions[0].removeprefix("made.versions.")
        if key == CODE:
            return Hint("stream_other_code")
        return Hint("stream_other_version", key=key, **_both(differs[versions[0]]))
    return Hint("stream_other_data")


def _both(values: tuple[Any, Any]) -> dict[str, str]:
    there, here = map(_short, values)
    return {"there": there, "here": here}


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"…{text[-77:]}"  # of a path the end tells most
