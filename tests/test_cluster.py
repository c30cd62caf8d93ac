"""On a cluster: the same bytes as from one process, also when a worker dies on the way."""

import os
import pickle
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing import get_all_start_methods
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.essays import SAMPLES

import kpu_corpus as kc
from kpu_corpus import cluster
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.streaming.disk.job import PARTS
from kpu_corpus.streaming.run import prepared

distributed = pytest.importorskip("distributed", reason="needs dask[distributed] (extra cluster)")
get_mp_context = distributed.utils.get_mp_context
LOADED = ("distributed", "kpu_corpus.cluster", "pandas", "pyarrow.parquet", "scipy.sparse")
LEXICON = 'format = 1\n[themes.integritas]\npatterns = ["integritas", "jujur"]\n'


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Two workers, forked from a process that has loaded what they need, which takes most time.

    Windows has only the slow way.
    """
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    dask = pytest.importorskip("dask")
    with dask.config.set({"distributed.worker.multiprocessing-method": method}):
        get_mp_context().set_forkserver_preload([*LOADED])
        with (
            distributed.LocalCluster(
                n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
            ) as workers,
            distributed.Client(workers) as opened,
        ):
            yield opened


@pytest.fixture
def skewed(tmp_path: Path) -> Path:
    """A folder of a table of sixty essays and two tables of one each."""
    folder = tmp_path / "esai"
    folder.mkdir()
    sentences = [text for sample in SAMPLES for text in sample.body.split(". ")]
    for name, first, count in (("a", 0, 1), ("b", 1, 60), ("c", 61, 1)):
        numbers = range(first, first + count)
        texts = [". ".join(sentences[n % 7 : n % 7 + 3]) for n in numbers]
        table = pd.DataFrame({"id": [f"e{n}" for n in numbers], "text": texts})
        table.to_parquet(folder / f"{name}.parquet")
    return folder


def kill_one(client: Any, out: Path, killed: list[int]) -> None:
    """Wait until the first essays are scored, then end the worker that has work to do."""
    scored = out / PARTS / "themes"
    for _ in range(3000):
        if scored.is_dir() and len(list(scored.glob("[0-9]*"))) > 2:
            busy = [w for w, tasks in client.processing().items() if tasks]
            info = client.scheduler_info(n_workers=-1)["workers"]
            pids = client.run(os.getpid, workers=busy[:1] or list(info)[:1])
            killed.extend(pids.values())
            os.kill(killed[0], signal.SIGKILL)
            return
        time.sleep(0.02)


@pytest.mark.filterwarnings("ignore")  # what dask says while a worker dies
def test_two_workers_one_of_them_killed_give_the_bytes_of_one_process(
    skewed: Path, tmp_path: Path, client: Any
) -> None:
    lexicon = tmp_path / "own.toml"
    lexicon.write_text(LEXICON, "utf-8")
    one = kc.stream(skewed, tmp_path / "one", lexicon=lexicon, batch=5)
    killed: list[int] = []
    out = tmp_path / "two"
    watch = threading.Thread(target=kill_one, args=(client, out, killed))
    watch.start()
    cluster.stream(skewed, out, client, lexicon=lexicon, batch=5)
    watch.join()
    assert killed
    for path in sorted(one.iterdir()):
        assert path.read_bytes() == (out / path.name).read_bytes()


def test_a_task_moves_less_than_a_kilobyte(skewed: Path, tmp_path: Path) -> None:
    stretches = prepared(skewed, tmp_path / "out").source.stretches
    assert [stretch.documents for stretch in stretches] == [1, 60, 1]
    sent = pickle.dumps((cluster.task, (str(tmp_path), "score", len(stretches))))
    assert len(sent) < 1000


def test_an_argument_that_a_stream_does_not_have_is_named(skewed: Path, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"^got an unexpected keyword argument 'topp'$"):
        cluster.stream(skewed, tmp_path / "out", "localhost", topp=3)  # type: ignore[arg-type]


def test_what_is_no_client_is_told(skewed: Path, tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="Client"):
        cluster.stream(skewed, tmp_path / "out", "localhost")  # type: ignore[arg-type]


def test_a_source_a_folder_and_a_lexicon_that_a_worker_does_not_see_are_told(
    skewed: Path, tmp_path: Path, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.toml").write_text(LEXICON, "utf-8")
    (skewed / "0.txt").symlink_to("hilang.txt")  # which is skipped, not looked for on the worker
    client.run(os.chdir, "/")
    for path, out, own in (
        (skewed.name, tmp_path / "hasil", None),
        (skewed, "hasil", None),
        (skewed, tmp_path / "hasil", "own.toml"),
    ):
        with pytest.raises(InvalidArgument, match=r"worker tcp\S+ cannot access .*full path"):
            cluster.stream(path, out, client, lexicon=own)
    out = cluster.stream(skewed, tmp_path / "hasil", client)
    assert pd.read_parquet(out / "skipped.parquet")["path"].str.endswith("0.txt").tolist() == [True]
