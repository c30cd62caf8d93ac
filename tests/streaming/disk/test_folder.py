"""The folder of a run: one run at a time, nothing half written is believed, refusals are plain."""

import ctypes
import errno
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pyarrow import feather

import kpu_corpus as kc
from kpu_corpus import cli
from kpu_corpus.errors import InvalidArgument, KpuCorpusError, SourceNotFound
from kpu_corpus.ground import provenance
from kpu_corpus.streaming import engine, plan
from kpu_corpus.streaming.disk import folder, spool
from kpu_corpus.streaming.disk import lock as lock_module
from kpu_corpus.streaming.disk.job import JOB, PARTS, write_json
from kpu_corpus.streaming.disk.lock import LOCK, alone
from kpu_corpus.streaming.disk.seals import repair
from kpu_corpus.streaming.run import prepared
from kpu_corpus.streaming.steps import Counts
from kpu_corpus.terms.counts import TermCounts

ROWS = [
    {"id": "a", "text": "Kami menjaga integritas, menjaga integritas selalu."},
    {"id": "b", "text": "Pemilu yang jujur, pemilu yang jujur."},
]
LEXICON = 'format = 1\n[themes.integritas]\npatterns = ["integritas", "jujur"]\n'
RESULTS = ["evidence.parquet", "keywords.parquet", "manifest.json", "skipped.parquet"]
RESULTS += ["themes.parquet"]
NESTED = "[" * 100_000
Run = Callable[..., Path]


def written(source: Path) -> Path:
    source.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    return source


def settings(source: Path, batch: int) -> dict[str, Any]:
    """Return the settings of the runs over a source, with their lexicon beside it."""
    lexicon = source.with_name("own.toml")
    lexicon.write_text(LEXICON, "utf-8")
    return {"lexicon": lexicon, "batch": batch, "background": None}


def runs(source: Path, batch: int) -> Run:
    """Return what runs over a source, into a folder beside it unless its whole path is given."""
    how = settings(source, batch)

    def call(name: str | Path = "out", **asked: Any) -> Path:
        return kc.stream(source, source.parent / name, **{**how, **asked})

    return call


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return written(tmp_path / "esai.jsonl")


@pytest.fixture
def run(source: Path) -> Run:
    return runs(source, 100)


@dataclass(frozen=True)
class Left:
    """What runs over one source, an essay a batch, left: stopped half-way, and not at all."""

    run: Run
    half: Path
    finished: Path
    whole: dict[str, bytes]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    source = written(tmp_path_factory.mktemp("left") / "esai.jsonl")
    run, half = runs(source, 1), source.with_name("half")
    with pytest.MonkeyPatch.context() as patch:
        stopped_at(patch, partial(run, half), 1)
    finished = run("finished")
    return Left(run, half, finished, contents(finished))


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(lock_module, "PATIENCE", 1)
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / LOCK


def contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def stop(*_: Any) -> None:
    raise KeyboardInterrupt


def stopping(patch: pytest.MonkeyPatch, step: str, first: int) -> None:
    """Make a run stop when a step comes to a batch."""
    work = engine._ON_BATCHES[step]
    patch.setitem(
        engine._ON_BATCHES,
        step,
        lambda out, job, batch: stop() if batch.first == first else work(out, job, batch),
    )


def stopped_at(monkeypatch: pytest.MonkeyPatch, run: Run, first: int) -> None:
    """Start a run and stop it when it is to score a batch."""
    with monkeypatch.context() as patch:
        stopping(patch, "score", first)
        with pytest.raises(KeyboardInterrupt):
            run()


def changing(patch: pytest.MonkeyPatch, step: str, change: Callable[[], object]) -> None:
    """Change something behind each batch of a step."""
    work = engine._ON_BATCHES[step]
    patch.setitem(engine._ON_BATCHES, step, lambda *batch: (work(*batch), change())[0])


def owner(**other: Any) -> str:
    about = {"pid": os.getpid(), "host": socket.gethostname(), "system": lock_module._system()}
    return json.dumps(about | {"key": "x", **other})


def dead() -> int:
    """Return the id of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_a_folder_holds_one_run_at_a_time(tmp_path: Path, run: Run) -> None:
    with (
        alone(tmp_path / "out"),
        pytest.raises(InvalidArgument, match="another run is working in this folder"),
    ):
        run()
    assert not (tmp_path / "out" / LOCK).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there a process is asked for")
def test_the_run_of_another_process_is_left_alone_until_that_is_killed(lock: Path) -> None:
    holding = (
        "import fcntl, sys; f = open(sys.argv[1]); fcntl.flock(f, 2); print(flush=True); input()"
    )
    lock.touch()
    call = [sys.executable, "-c", holding, lock]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline()
        for host in (socket.gethostname(), "wadah-lain"):
            told = owner(pid=1, host=host)  # in a container of its own every run is 1
            lock.write_text(told, "utf-8")
            with pytest.raises(InvalidArgument, match=f"process 1 on {host}"), alone(lock.parent):
                pass
            assert lock.read_text("utf-8") == told
        other.kill()
        os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)  # its parent does not know yet
        for host in ("wadah-lain", socket.gethostname()):
            lock.write_text(owner(pid=1, host=host), "utf-8")
            with alone(lock.parent):
                assert json.loads(lock.read_text("utf-8"))["pid"] == os.getpid()


def test_a_lock_beside_finished_results_stays_while_its_process_lives(left: Left) -> None:
    with alone(left.finished):
        left.run(left.finished)
        assert (left.finished / LOCK).exists()
    (left.finished / LOCK).write_text(owner(pid=dead()), "utf-8")
    left.run(left.finished)
    assert not (left.finished / LOCK).exists()


@pytest.mark.parametrize(("host", "stands"), [("mesin-lain", True), (socket.gethostname(), False)])
def test_a_lock_stands_on_another_machine_but_not_since_this_one_was_started_again(
    lock: Path, host: str, stands: bool
) -> None:
    lock.write_text(owner(pid=dead(), host=host, system="lain"), "utf-8")
    with (
        pytest.raises(InvalidArgument, match=host) if stands else nullcontext(),
        alone(lock.parent),
    ):
        pass
    assert lock.exists() is stands


@pytest.mark.parametrize(
    ("handle", "error", "exit_code", "lives"),
    [(0, 5, 0, True), (0, 87, 0, False), (7, 0, 259, True), (7, 0, 1, False)],
    ids=["of somebody else", "none", "at work", "ended"],
)
def test_windows_is_asked_for_a_process_that_may_be_somebody_elses(
    monkeypatch: pytest.MonkeyPatch, handle: int, error: int, exit_code: int, lives: bool
) -> None:
    class Kernel:
        def __init__(self, *_: object, **__: object) -> None:
            self.CloseHandle = lambda handle: None
            self.OpenProcess = lambda rights, inherits, pid: handle

        def GetExitCodeProcess(self, handle: int, told: Any) -> None:  # noqa: N802
            told._obj.value = exit_code

    monkeypatch.setattr(ctypes, "WinDLL", Kernel, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: error, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert lock_module._lives(1) is lives


@pytest.mark.parametrize("left", ["dead", "reused", "empty", "nested"])
def test_a_lock_that_was_left_is_taken_over(lock: Path, left: str) -> None:
    texts = {"dead": owner(pid=dead()), "reused": owner(), "empty": "", "nested": NESTED}
    text = texts[left]
    lock.write_text(text, "utf-8")
    if left == "dead":  # and so did one that was about to take it over
        key = json.loads(text)["key"]
        lock.with_name(f"{LOCK}-{key}").write_text(owner(pid=dead(), key="b"), "utf-8")
    with alone(lock.parent):
        assert json.loads(lock.read_text("utf-8"))["pid"] == os.getpid()
        assert [path.name for path in lock.parent.iterdir()] == [LOCK]
        with pytest.raises(InvalidArgument, match="another run"), alone(lock.parent):
            pass
    assert not lock.exists()


def test_a_lock_that_ends_while_it_is_looked_at_is_made_anew_and_replaces_no_other(
    lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, seen = lock_module._owner, [0]

    def looked(path: Path) -> dict[str, Any]:
        seen[0] += 1
        if seen[0] == 1:
            path.unlink()
            return real(path)
        found = real(path)
        if not found:
            path.write_text(owner(host="mesin-lain"), "utf-8")  # whose run has begun by then
        return found

    monkeypatch.setattr(lock_module, "PATIENCE", 2)
    monkeypatch.setattr(lock_module, "_owner", looked)
    lock.write_text(owner(), "utf-8")
    with alone(lock.parent):
        assert seen == [1]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("bukan folder", "utf-8")
    with pytest.raises(KpuCorpusError, match="cannot be written"), alone(tmp_path / "out"):
        pass


def test_a_finished_run_is_known_where_nothing_can_be_written(
    left: Left, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, real = partial(left.run, left.finished), Path.open

    def closed(path: Path, *how: Any, **named: Any) -> Any:
        if path.name == LOCK:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *how, **named)

    monkeypatch.setattr(Path, "open", closed)
    assert contents(run()) == left.whole
    with pytest.raises(InvalidArgument, match="ngrams"):
        run(ngrams=(1, 1))


@pytest.mark.parametrize("name", ["esai " * 1000, "Kami jujur.\n" * 100])
def test_a_text_as_the_path_of_a_stream_is_no_source(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceNotFound):
        kc.stream(name, tmp_path / "out")


def test_results_are_not_put_into_the_working_folder_for_want_of_a_name(source: Path) -> None:
    with pytest.raises(InvalidArgument, match="out is empty"):
        kc.stream(source, "")


def test_a_disk_too_full_for_a_lock_is_told_and_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def full(_: int) -> None:  # of a share, which keeps what is written in memory
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(lock_module, "PATIENCE", 1)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(KpuCorpusError, match="the disk is full"), alone(tmp_path / "out"):
            pass
    with alone(tmp_path / "out"):
        pass


@pytest.mark.parametrize("name", RESULTS)
def test_finished_results_are_believed_only_as_they_were_left(
    tmp_path: Path, left: Left, name: str
) -> None:
    out = shutil.copytree(left.finished, tmp_path / "out")
    (out / name).write_bytes(b"")
    with pytest.raises(InvalidArgument, match=f"{name} is damaged or was changed"):
        left.run(out)
    if name != folder.MANIFEST:
        (out / name).unlink()
        with pytest.raises(InvalidArgument, match=f"{name} is missing"):
            left.run(out)


@pytest.mark.parametrize("wrong", [{"pid": -1}, {"pid": "7"}, {"host": 1}, {"key": "../../esai"}])
def test_a_lock_that_is_none_of_ours_is_taken_over(lock: Path, wrong: dict[str, Any]) -> None:
    lock.write_text(owner(**{"pid": dead(), **wrong}), "utf-8")
    with alone(lock.parent):
        assert json.loads(lock.read_text("utf-8"))["pid"] == os.getpid()
    assert not [*lock.parent.iterdir()]


def test_what_was_left_by_a_kill_at_the_very_end_is_taken_away(left: Left) -> None:
    out = left.finished
    (out / PARTS / "keywords").mkdir(parents=True)
    (out / PARTS / "keywords" / "000000000000.feather").write_bytes(b"ARROW1")
    (out / LOCK).write_text(owner(pid=dead()), "utf-8")
    assert contents(left.run(out)) == left.whole


def test_files_cut_short_by_a_loss_of_power_are_made_again(tmp_path: Path, left: Left) -> None:
    kinds = [engine.SETTLED, "scan/*1.feather", "count/*1.npy", "forms/*1.feather"]
    for names in ([JOB], kinds):
        out = shutil.copytree(left.half, tmp_path / names[0])
        (out / PARTS / "Thumbs.db").write_bytes(b"of the system")
        for path in [path for name in names for path in (out / PARTS).glob(name)]:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
            (path.parent / ".half_a_table.parquet").write_bytes(b"PAR1")
        assert contents(left.run(out)) == left.whole


def seals(parts: Path) -> dict[Path, set[Path]]:
    """Return the files by the seals that name them; what surveys gave is under another name."""
    found = {
        path: {parts / name for name in json.loads(path.read_bytes())}
        for path in parts.rglob("*.seal")
    }
    return {path: files for path, files in found.items() if path.parent.name != "survey-1"}


def test_every_part_has_a_seal(left: Left) -> None:
    parts = left.half / PARTS
    files = {path for path in parts.rglob("*.*") if path.suffix != ".seal" and path.name != JOB}
    assert files == set().union(*seals(parts).values())


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("count/*0.json", lambda data: b"\xff" + data),
        (engine.SETTLED, lambda data: data.replace(b'"heads": {', b'"heads": {"kami": 9}, "x": {')),
        ("count/*.npy", lambda data: data[:-20] + bytes(20)),  # zeros at the end of the numbers
        ("evidence/*.feather", lambda data: data[:-30] + data[-6:]),
        ("scan/*1.feather", None),
        ("*/*.seal", lambda data: NESTED.encode()),
        ("*/*.seal", lambda data: b'{"/dev/zero": 0}'),
        ("*/*0.seal", lambda data: b"{}"),
    ],
)
def test_parts_that_are_not_as_they_were_left_are_to_be_made_again_and_no_others(
    tmp_path: Path, left: Left, name: str, damage: Callable[[bytes], bytes] | None
) -> None:
    out = shutil.copytree(left.half, tmp_path / "out")
    sealed, harmed = seals(out / PARTS), {*(out / PARTS).glob(name)}
    assert harmed
    for path in harmed:
        path.write_bytes(damage(path.read_bytes())) if damage else path.unlink()
    repair(out)
    gone = {path for path in sealed if not path.exists()}
    assert gone == {path for path, files in sealed.items() if harmed & {path, *files}}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b'"top": 10', b'"own": null, "top": 10'),
        lambda data: re.sub(rb' *"text": null\n', b' "x": null\n', data),
    ],
)
def test_a_job_that_reads_well_but_is_not_as_it_was_left_is_written_anew(
    tmp_path: Path, left: Left, damage: Callable[[bytes], bytes]
) -> None:
    out = shutil.copytree(left.half, tmp_path / "out")
    kept, source = out / PARTS / JOB, left.half.with_name("esai.jsonl")
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert kept.read_bytes() != whole
    folder.begin(prepared(source, out, **settings(source, 1)), out)
    assert kept.read_bytes() == whole


def test_what_is_done_is_not_done_again(
    tmp_path: Path, left: Left, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = shutil.copytree(left.half, tmp_path / "out")
    for step in ("survey", "count"):
        monkeypatch.setitem(engine._ON_BATCHES, step, stop)
    monkeypatch.setattr(engine, "_merge_range", stop)
    monkeypatch.setattr(engine, "_merge_surveys", stop)
    assert contents(left.run(out)) == left.whole


@pytest.mark.parametrize(
    "told",
    [{"files": True}, {"files": None}, {"files": {"themes.parquet": None}}, {"job": 1}, NESTED],
)
def test_results_of_which_the_manifest_does_not_tell_all_are_not_believed(
    tmp_path: Path, left: Left, told: dict[str, Any] | str
) -> None:
    path = shutil.copytree(left.finished, tmp_path / "out") / folder.MANIFEST
    kept = json.loads(path.read_bytes())
    path.write_text(told if isinstance(told, str) else json.dumps({**kept, **told}), "utf-8")
    with pytest.raises(InvalidArgument, match=r"manifest\.json is damaged or was changed;"):
        left.run(path.parent)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"batch": 2}, "the setting batch is 1 there and 2 now"),
        ({"lexicon": None}, "the setting lexicon is .*own.toml' there and None now"),
        ({"preprocess": {"roots": "none"}}, "the setting preprocess roots is 'ranked' there"),
    ],
)
def test_the_setting_that_differs_is_named_and_how_to_start_anew(
    left: Left, asked: dict[str, Any], told: str
) -> None:
    with pytest.raises(InvalidArgument, match=told) as refused:
        left.run(left.finished, **asked)
    assert "to start over, name another folder" in str(refused.value)
    assert "pengaturan" in refused.value.text("id")


@pytest.mark.parametrize(("first", "then"), [(6000, 4000), (4000, 6000)])
def test_another_size_of_batches_is_no_changed_source(
    first: int, then: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "STRETCH", 60)  # bytes, in proportion to the batches: other stretches
    stopped_at(monkeypatch, partial(run, batch=first), 0)
    with pytest.raises(InvalidArgument, match=f"batch is {first} there and {then} now"):
        run(batch=then)


def test_a_run_goes_on_by_another_path_to_the_same_source(
    left: Left, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = shutil.copytree(left.half, tmp_path / "out")
    monkeypatch.chdir(left.half.parent)
    how: dict[str, Any] = {"lexicon": "own.toml", "batch": 1, "background": None}
    assert contents(kc.stream("esai.jsonl", out, **how)) == left.whole
    assert contents(kc.stream(f"../{Path.cwd().name}/esai.jsonl", out, **how)) == left.whole


def test_where_to_go_on_is_told_of_a_run_that_another_folder_cannot_find(
    source: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(source.parent)
    out = kc.stream(source.name, tmp_path / "hasil", background=None)
    (tmp_path / "lain").mkdir()
    monkeypatch.chdir(tmp_path / "lain")
    with pytest.raises(InvalidArgument, match=r"begun from, and is .*esai.jsonl' now; if both"):
        kc.stream(source, out, background=None)


def test_what_else_differs_is_named(tmp_path: Path, source: Path, run: Run) -> None:
    out = run()
    with pytest.raises(InvalidArgument, match=r"another source, .*esai.jsonl' there and .*b.jsonl"):
        kc.stream(source.rename(tmp_path / "b.jsonl"), out, lexicon=tmp_path / "own.toml")
    (tmp_path / "b.jsonl").rename(source)
    (tmp_path / "own.toml").write_text(LEXICON + "\n", "utf-8")
    with pytest.raises(InvalidArgument, match="the content of the lexicon has changed"):
        run()
    (tmp_path / "own.toml").write_text(LEXICON, "utf-8")
    kept = json.loads((out / folder.MANIFEST).read_text("utf-8"))
    for key, name, told in (
        ("versions", "numpy", "the version of numpy is '0'"),
        ("versions", provenance.CODE, "the same version, but other code"),
        ("data", "x", "the data shipped"),
    ):
        made = kept["job"]["made"]
        other = {**made, key: {**made[key], name: "0"}}
        changed = {**kept, "job": {**kept["job"], "made": other}}
        (out / folder.MANIFEST).write_text(json.dumps(changed), "utf-8")
        with pytest.raises(InvalidArgument, match=told):
            run()


def test_a_run_goes_on_with_other_messages_but_not_with_other_data(
    run: Run, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped_at(monkeypatch, run, 0)
    for name in ("labels.toml", "themes.toml"):
        (shipped / name).write_text("# lain\n", "utf-8")
        provenance._data.cache_clear()
        if name == "labels.toml":
            assert sorted(contents(run())) == RESULTS
        else:
            with pytest.raises(InvalidArgument, match="the data shipped"):
                run()


def test_ctrl_c_says_how_to_go_on(
    tmp_path: Path,
    source: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(engine._ON_BATCHES, "count", stop)
    command = ["stream", str(source), "--out", str(tmp_path / "out")]
    assert cli.run(command) == 130
    assert "jalankan lagi perintah" in capsys.readouterr().err
    assert not (tmp_path / "out" / LOCK).exists()


def test_a_full_disk_says_how_to_go_on(
    tmp_path: Path,
    source: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    command = ["stream", str(source), "--out", str(tmp_path / "out"), "--lang", "en"]
    with monkeypatch.context() as patch:
        patch.setattr(feather, "write_feather", full)
        assert cli.run(command) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "Finished work is kept; repeat the same command to continue."
    assert told[1].endswith("cannot be written (the disk is full).")
    assert cli.run(command) == 0
    assert "Continuing from batch 1 of 1" in capsys.readouterr().err
    (tmp_path / "file").write_text("bukan folder", "utf-8")
    assert cli.run([*command[:3], str(tmp_path / "file" / "out")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_counts_that_a_full_disk_does_not_take_say_that_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terms = TermCounts(1, 9, *(np.arange(5000) for _ in range(4)))  # type: ignore[arg-type]
    monkeypatch.setattr(spool, "write_whole", lambda _, write: write("/dev/full"))
    with pytest.raises(OSError, match="No space left"):
        spool.write_counts(tmp_path / "a.npy", Counts(terms, np.arange(5000)))


def test_a_run_that_goes_on_says_from_where_and_a_finished_one_that_it_is(
    tmp_path: Path,
    source: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = ["stream", str(source), "--out", str(tmp_path / "out"), "--batch", "1"]
    with monkeypatch.context() as patch:
        stopping(patch, "count", 1)
        assert cli.run(command) == 130
        assert "elanjutkan dari" not in capsys.readouterr().err
        assert cli.run([*command, "--lang", "en"]) == 130
        assert "Continuing from batch 2 of 2 (pass 2 of 3)." in capsys.readouterr().err
    assert cli.run(command) == 0
    assert "Melanjutkan dari kelompok 2 dari 2 (putaran 2 dari 3)." in capsys.readouterr().err
    assert cli.run(command) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "Sudah selesai sebelumnya; tidak ada yang perlu dikerjakan lagi."
    assert told[1].startswith("Tertulis: ")


def test_what_was_skipped_is_named_with_the_reason(
    tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [*ROWS, *({"id": f"x{number}", "text": " "} for number in range(7))]
    source.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    command = ["stream", str(source), "--out", str(tmp_path / "out"), "--batch", "5"]
    assert cli.run(command) == 3
    told = capsys.readouterr().err.splitlines()
    assert told[:2] == [f"Dilewati: {source}: x{n}: baris ini tidak berisi teks" for n in (0, 1)]
    assert told[4].startswith(f"Dilewati: {source}: x4: ")
    assert told[5].endswith("dilewati 7 baris)")
    assert told[6].startswith("Semua yang dilewati, dengan alasannya: ")
    assert cli.run(command) == 3
    assert "Semua yang dilewati" in capsys.readouterr().err


def test_what_was_skipped_before_a_corpus_was_saved_stays_named(tmp_path: Path) -> None:
    corpus = kc.load({"a": "Kami jujur.", "b": " ", "c": "Kami tertib."})
    saved = corpus.save(tmp_path / "a.parquet")
    out = kc.stream(saved, tmp_path / "out", batch=1)
    found = pd.read_parquet(out / "skipped.parquet")
    assert found.values.tolist() == kc.load(saved).skipped.values.tolist() != []


def test_a_run_whose_results_alone_are_missing_says_so(
    tmp_path: Path,
    source: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = ["stream", str(source), "--out", str(tmp_path / "out")]
    with monkeypatch.context() as patch:
        patch.setattr(engine, "write_results", stop)
        assert cli.run(command) == 130
    capsys.readouterr()
    assert cli.run(command) == 0
    assert "tinggal menulis hasilnya" in capsys.readouterr().err


@pytest.mark.parametrize("step", ["count", "score"])
def test_a_source_that_changes_while_it_is_read_gives_no_results(
    tmp_path: Path, source: Path, run: Run, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    other = source.read_text("utf-8").replace("integritas", "sinergitas")
    with monkeypatch.context() as patch:
        changing(patch, step, lambda: source.write_text(other, "utf-8"))
        with pytest.raises(InvalidArgument, match="changed while it was read"):
            run()
    with pytest.raises(InvalidArgument, match="the source has changed since it began"):
        run()
    assert not (tmp_path / "out" / folder.MANIFEST).exists()


def test_a_command_fails_where_folder_or_source_are_not_as_they_were(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, out = source.read_text("utf-8"), tmp_path / "out"
    command = ["stream", str(source), "--out", str(out)]
    with alone(out):
        assert cli.run(command) == 1
    with monkeypatch.context() as patch:
        changing(patch, "count", lambda: source.write_text(f"{whole}\n\n", "utf-8"))
        assert cli.run(command) == 1
    assert cli.run(command) == 1
    source.write_text(whole, "utf-8")
    assert cli.run([*command, "--top", "3"]) == 2
    assert cli.run(command) == 0
    (out / "themes.parquet").unlink()
    assert cli.run(command) == 1


def test_a_lexicon_that_changes_on_the_way_is_not_mixed_with_what_it_was(
    tmp_path: Path, left: Left, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lexicon, other = tmp_path / "own.toml", LEXICON.replace("jujur", "netralitas")
    with monkeypatch.context() as patch:
        changing(patch, "score", lambda: lexicon.write_text(other, "utf-8"))
        with pytest.raises(InvalidArgument, match="the content of the lexicon has changed"):
            run(batch=1)
    lexicon.write_text(LEXICON, "utf-8")
    out = run(batch=1)
    for name in ("themes.parquet", "evidence.parquet"):
        assert (out / name).read_bytes() == left.whole[name]


@pytest.mark.parametrize("step", ["survey", "score"])
def test_a_folder_that_is_moved_meanwhile_is_told_and_gone_on_with_there(
    tmp_path: Path, left: Left, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    out, moved = tmp_path / "out", tmp_path / "moved"
    with monkeypatch.context() as patch:
        changing(patch, step, lambda: out.exists() and out.rename(moved))
        with pytest.raises(InvalidArgument, match=r"out was moved or deleted during the run"):
            left.run(out)
    assert contents(left.run(moved)) == left.whole


@pytest.mark.parametrize("left", [None, "x"])
def test_a_source_that_goes_or_breaks_while_it_is_read_is_told_to_have_changed(
    source: Path, run: Run, monkeypatch: pytest.MonkeyPatch, left: str | None
) -> None:
    change = source.unlink if left is None else partial(source.write_text, left, "utf-8")
    changing(monkeypatch, "survey", change)
    with pytest.raises(InvalidArgument, match="changed while it was read"):
        run()


def test_a_file_of_another_origin_is_not_replaced_by_results(tmp_path: Path, run: Run) -> None:
    (out := tmp_path / "out").mkdir()
    for name in ("themes.parquet", "skipped.parquet", "manifest.json"):
        other = out / name
        other.write_text('{"nodes": 1}', "utf-8")
        told = f"{name}, which was not written by a finished run"
        with pytest.raises(InvalidArgument, match=told):
            run()
        assert other.read_text("utf-8") == '{"nodes": 1}'
        other.unlink()
    assert sorted(contents(run())) == RESULTS


def test_an_address_is_no_missing_file(tmp_path: Path) -> None:
    for address in ("s3://arsip/esai.parquet", Path("abfss://arsip/esai.parquet")):
        with pytest.raises(
            InvalidArgument, match=r"stream: .* is an address; nothing is downloaded"
        ):
            kc.stream(address, tmp_path / "out")


def test_a_line_that_is_no_object_is_named_with_its_file(
    tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source.write_text(json.dumps(ROWS[0]) + "\n\nKami menjaga integritas.\n", "utf-8")
    assert cli.run(["stream", str(source), "--out", str(tmp_path / "out")]) == 3
    assert f"{source}: baris 3 terputus atau rusak: bukan objek" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode elsewhere")
def test_results_go_into_a_folder_whose_name_is_no_unicode(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/kantor \xe9"))
    saved = kc.load({"a": "Kami menjaga integritas."}).save(folder / "esai.parquet")
    assert list(kc.load(folder).ids) == ["a"]
    assert cli.run(["stream", str(saved), "--out", str(folder / "out")]) == 0
    assert cli.run(["themes", str(saved), "--out", str(folder / "tema.parquet")]) == 0
    for made in (folder / "out" / "themes.parquet", folder / "tema.parquet"):
        assert len(pd.read_parquet(io.BytesIO(made.read_bytes()))) > 0


def test_what_a_run_keeps_ends_in_the_same_bytes_on_every_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "write_text", lambda *_: pytest.fail("has ends of lines of its own"))
    write_json(tmp_path / "a.json", {"b": "é"})
    assert (tmp_path / "a.json").read_bytes() == '{\n "b": "é"\n}\n'.encode()
