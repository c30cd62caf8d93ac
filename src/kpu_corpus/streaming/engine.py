"""The steps of a run in order; what runs them, and where, is up to the engine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from kpu_corpus.analysis.foreign import about
from kpu_corpus.errors import InvalidArgument, KpuCorpusError, UnreadableSource
from kpu_corpus.ground.collecting import uncollected
from kpu_corpus.ground.warned import warn
from kpu_corpus.indonesian.batch.knowledge import forget
from kpu_corpus.loading.building import nothing
from kpu_corpus.streaming.batches import Batch, batches
from kpu_corpus.streaming.disk import spool
from kpu_corpus.streaming.disk.folder import READY, begin, finished
from kpu_corpus.streaming.disk.folder import finish as finish_run
from kpu_corpus.streaming.disk.job import (
    JOB,
    PARTS,
    SETTLED,
    Job,
    background_of,
    lexicon_of,
    opened,
    remembered,
    write_json,
)
from kpu_corpus.streaming.disk.lock import alone
from kpu_corpus.streaming.disk.results import write_results
from kpu_corpus.streaming.disk.seals import seal, sealed
from kpu_corpus.streaming.disk.spool import read_scan, write_scan
from kpu_corpus.streaming.files import stamps
from kpu_corpus.streaming.heap import give_back
from kpu_corpus.streaming.ids import NAMES, new_names, settle_ids
from kpu_corpus.streaming.remarks import REMARKS, remarks_of, tell_remarks
from kpu_corpus.streaming.steps import count, finish, scanned, score, settle, survey
from kpu_corpus.terms.counts import TermCounts
from kpu_corpus.tokens.survey import Scanned, Settled
from kpu_corpus.tokens.survey import merge as merge_surveys

SHARE = 20_000  # documents whose counts are merged in memory at a time, about
MOST = 64  # ranges of keys
FAN = 16  # surveys that one task merges

# Runs a step on every item: (folder, step, items).
Engine = Callable[[str, str, Sequence[int]], None]
# Is told where a run stands that was begun before, and what was skipped: a label and its fields.
Teller = Callable[[str, dict[str, Any]], None]
SHOWN = 5  # documents skipped that are told one by one
# Errors by which a source is refused for what its rows hold.
REFUSALS = frozenset(
    {"id_long", "json_names", "no_essays", "nothing"} | {"stream_ids_twice", "stream_names_twice"}
)


def run(job: Job, out: Path, each: Engine, tell: Teller | None = None) -> None:
    """Run all remaining steps, then write the results and remove the intermediate files.

    The lock belongs to the coordinator, not to the workers. Raises InvalidArgument if the source
    changed meanwhile: passes would have read different texts.
    """
    if _is_told(job, out, tell):  # before the lock, for folders where nothing can be written
        return
    with alone(out):
        if _is_told(job, out, tell):  # another run ended meanwhile
            return
        found = (out / PARTS / JOB).is_file()
        begin(job, out)
        if tell and found:
            tell(*_resume_point(out, job))
        with _in_place(job, out):
            _steps(out, job, each)
        if tell:
            for path, reason in islice(spool.read_skipped(out), SHOWN):
                tell("skipped", {"path": path, "reason": reason})
        foreign = spool.read_foreign(out)
        finish_run(job, out, write_results(out, out / PARTS / READY))
        if foreign:
            warn(about(len(foreign), foreign))


def _steps(out: Path, job: Job, each: Engine) -> None:
    folder, stretches = str(out), range(len(job.source.stretches))
    each(folder, "survey", stretches)
    _settle(out, job, each)
    each(folder, "count", stretches)
    each(folder, "terms", range(range_count(job)))
    each(folder, "score", stretches)


@contextmanager
def _in_place(job: Job, out: Path) -> Iterator[None]:
    """Check that the source has not changed since the start, and that the folder was not moved.

    Either may break anything. Nothing is left of a run whose source is refused: it can only be
    mended, and is then another. A Parquet file that cannot be read is not meant, since its disk may
    be back later.
    """
    stamped, broken = stamps(job.source.files), None
    try:
        yield
    except Exception as error:
        broken = error
    if stamps(job.source.files) != stamped:
        raise InvalidArgument("stream_changing", path=job.source.path, out=out) from broken
    if broken and not (out / PARTS / JOB).is_file():
        raise InvalidArgument("stream_moved", out=out) from broken
    if isinstance(broken, KpuCorpusError) and broken.message in REFUSALS:
        shutil.rmtree(out / PARTS, ignore_errors=True)
    if broken:
        raise broken


def _is_told(job: Job, out: Path, tell: Teller | None) -> bool:
    """Tell whether a run is finished, and report it if so."""
    done = finished(job, out)
    if done and tell:
        tell("stream_nothing_left", {})
    return done


def perform(folder: str, step: str, item: int) -> Iterator[int]:
    """Run one step on one item, skipping finished work.

    Yields the number of documents of each finished batch, 0 for other items.
    """
    out, job = Path(folder), opened(folder)
    if step != "survey":
        forget()  # the texts were read
    if step not in _ON_BATCHES:
        if not sealed(out, step, item):
            merge = _merge_range if step == "terms" else partial(_merge_surveys, step=step)
            seal(out, step, item, merge(out, job, item))
        yield 0
    else:
        stretch, done = job.source.stretches[item], partial(sealed, out, step)
        work = uncollected(_ON_BATCHES[step])
        names = partial(new_names, out) if step != "survey" else None
        for batch in batches(job.source, stretch, job.batch, done, names):
            seal(out, step, batch.first, work(out, job, batch))
            give_back()
            yield batch.documents


def left(folder: str, step: str, items: Sequence[int]) -> int:
    """Return the number of remaining batches (or items) of a step."""
    out, job = Path(folder), opened(folder)
    if step not in _ON_BATCHES:
        return len(items)
    stretches = [job.source.stretches[item] for item in items]
    return sum(
        not sealed(out, step, first)
        for stretch in stretches
        for first in range(stretch.first, stretch.first + stretch.documents, job.batch)
    )


def pass_of(step: str) -> str:
    """Return the display name of a step, with the number of its pass over the source if it is one.

    >>> pass_of("count"), pass_of("terms")
    ('count 2/3', 'terms')
    """
    passes = list(_ON_BATCHES)
    return f"{step} {passes.index(step) + 1}/{len(passes)}" if step in passes else step


def _resume_point(out: Path, job: Job) -> tuple[str, dict[str, int]]:
    """Return the label and the fields that say from which batch of which pass a run continues."""
    items = range(len(job.source.stretches))
    total = sum(-(-stretch.documents // job.batch) for stretch in job.source.stretches)
    for number, step in enumerate(_ON_BATCHES, start=1):
        if todo := left(str(out), step, items):
            passes = {"step": number, "steps": len(_ON_BATCHES)}
            return "stream_goes_on", {"batch": total - todo + 1, "batches": total, **passes}
    return "stream_ends", {"batches": total}


def range_count(job: Job) -> int:
    """Return the number of key ranges for the counts, so that each fits into memory."""
    return min(max(job.source.documents // SHARE, 1), MOST)


def _survey(out: Path, job: Job, batch: Batch) -> list[Path]:
    read = scanned(batch.corpus)
    found = survey(read, job.how)
    return [
        write_json(spool.part(out, REMARKS, batch.first, ".json"), remarks_of(batch, read.units)),
        write_scan(spool.part(out, "scan", batch.first, ".feather"), read),
        spool.write_survey(
            spool.part(out, "survey", batch.first, ".json"), found, batch.corpus.ids
        ),
    ]


def _scanned(out: Path, batch: Batch) -> Scanned:
    path = spool.part(out, "scan", batch.first, ".feather")
    return read_scan(path, batch.corpus)


def _settle(out: Path, job: Job, each: Engine) -> None:
    """Merge the surveys as a tree, until one is left."""
    done = sealed(out, "settle", 0)
    if not done and not settle_ids(out, job.source):
        raise _nothing(job)
    tell_remarks(out, job.source)  # also where a run goes on: what the killed one said may be lost
    if done:
        return
    level, step = 0, "survey"
    while len(spool.parts(out, step, ".json")) > 1 or not level:
        level += 1
        groups = -(-len(spool.parts(out, step, ".json")) // FAN)
        step = f"survey-{level}"
        each(str(out), step, range(groups))
    settled = spool.parts(out, step, ".json")[0].replace(out / PARTS / SETTLED)
    seal(out, "settle", 0, [settled, *spool.parts(out, NAMES, ".json")])


def _nothing(job: Job) -> UnreadableSource:
    """Build the error for a source without an essay, with the reason of the first documents."""
    first = (batches(job.source, one, job.batch, lambda _: False) for one in job.source.stretches)
    found = next(chain.from_iterable(first), None)
    return nothing([] if found is None else list(found.corpus.refused))


def _merge_surveys(out: Path, job: Job, item: int, step: str) -> list[Path]:
    level = int(step.removeprefix("survey-"))
    below = "survey" if level == 1 else f"survey-{level - 1}"
    listed = spool.parts(out, below, ".json")[item * FAN : (item + 1) * FAN]
    merged = merge_surveys(spool.read_survey(path)[0] for path in listed)
    return [spool.write_survey(spool.part(out, step, item, ".json"), merged, ())]


def _count(out: Path, job: Job, batch: Batch) -> list[Path]:
    found = count(_scanned(out, batch), _settled(out / PARTS / SETTLED), job.ngrams)
    return spool.write_counts(spool.part(out, "count", batch.first, ".npy"), found)


def _merge_range(out: Path, job: Job, item: int) -> list[Path]:
    """Merge the counts of one key range, and keep possible keywords."""
    total = range_count(job)
    low = 2**64 * item // total
    high = 2**64 * (item + 1) // total if item + 1 < total else None
    listed = spool.parts(out, "count", ".npy")
    found = finish(spool.read_counts(path, low, high) for path in listed)
    return spool.write_counts(spool.part(out, "terms", item, ".npy"), found)


def _score(out: Path, job: Job, batch: Batch) -> list[Path]:
    found = score(
        _scanned(out, batch),
        _settled(out / PARTS / SETTLED),
        _finished_counts(spool.part(out, "terms", 0, ".npy")),
        lexicon_of(job, out),
        top=job.top,
        ngrams=job.ngrams,
        weighting=job.weighting,
        background=background_of(job, out),
    )
    return spool.write_tables(out, batch.first, found, batch.corpus, batch.unread)


@remembered
def _settled(path: Path) -> Settled:
    return settle([spool.read_survey(path)[0]], opened(str(path.parents[1])).how)


@remembered
def _finished_counts(path: Path) -> TermCounts:
    return spool.read_whole(path.parents[2])


# The steps on batches; what they return are the files that they wrote.
_ON_BATCHES: dict[str, Callable[[Path, Job, Batch], list[Path]]] = {
    "survey": _survey,
    "count": _count,
    "score": _score,
}
