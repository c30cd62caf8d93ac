"""The steps of a streamed run on a Dask cluster: the same functions, scheduled elsewhere.

A task is the name of a step and the number of a stretch; workers read their part of the source
themselves and write to the folder of the run, so that a task transfers less than a kilobyte. Every
worker must be able to access the source, the folder and a lexicon of your own. Lost tasks are
repeated.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.errors import InvalidArgument, needed
from kpu_corpus.ground.progress import progress
from kpu_corpus.streaming.disk.job import PARTS
from kpu_corpus.streaming.engine import pass_of, perform, run
from kpu_corpus.streaming.files import REFUSED
from kpu_corpus.streaming.run import folder_of, prepared
from kpu_corpus.streaming.run import stream as in_one_process

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["stream"]

RETRIES = 5  # retries of a failed task, as on a network; Dask handles dead workers itself


def stream(path: str | Path, out: str | Path, client: Client, **asked: Any) -> Path:
    """Do what :func:`kpu_corpus.stream` does on the workers of a Dask client.

    Parameters
    ----------
    path, out
        As for :func:`kpu_corpus.stream`, on a file system that every worker sees.
    client
        A ``dask.distributed.Client``.
    **asked
        The other arguments of :func:`kpu_corpus.stream`.

    Returns
    -------
    Path
        ``out``, with the same files to the last byte as from one process.

    Raises
    ------
    MissingExtra
        Dask is not installed (extra ``cluster``).
    InvalidArgument
        ``client`` is no client, a worker does not see the source, the lexicon or the folder of the
        run, and whatever :func:`kpu_corpus.stream` raises it for.
    """
    with needed("kpu_corpus.cluster", "dask[distributed]", "cluster"):
        from distributed import Client, as_completed
    signature(in_one_process).bind(path, out, **asked)  # else TypeError, as by a call of it
    if not isinstance(client, Client):
        raise InvalidArgument("cluster_client", got=type(client).__name__)
    workers: Any = client  # the types of dask are incomplete
    completed: Any = as_completed

    def each(folder: str, step: str, items: Sequence[int]) -> None:
        _check_seen(workers, Path(folder) / PARTS)
        tasks = [
            workers.submit(task, folder, step, item, retries=RETRIES, pure=False) for item in items
        ]
        done = progress(completed(tasks), f"kpu-corpus {pass_of(step)}", total=len(tasks))
        for ended in done:
            if ended.status != "finished":
                ended.result()  # raises the error of the task

    folder = folder_of(out)
    job = prepared(path, folder, **asked)
    first = next(file.path for file in job.source.files if file.kind != REFUSED)
    own = [job.lexicon] if job.lexicon and "lexicon" in job.made else []  # none that is shipped
    for seen in (first, *own):  # before the run starts, which would be bound to these paths
        _check_seen(workers, seen)
    run(job, folder, each)
    return folder


def _check_seen(workers: Any, path: str | Path) -> None:
    for worker, seen in workers.run(os.path.exists, str(path), on_error="ignore").items():
        if not seen:
            raise InvalidArgument("cluster_unseen", worker=worker, path=path)


def task(folder: str, step: str, item: int) -> int:
    """Run one step on one stretch, in one thread; returns the number of documents."""
    import pyarrow

    pyarrow.set_cpu_count(1)
    return sum(perform(folder, step, item))
