"""Peers side by side: arithmetic, the line protocol, and peers that are missing, die or hang."""

import os
import sys
import time
from pathlib import Path

import pytest

from anymal.bench.record import figure
from benchmarks.peers.catalog import HERE, PEERS, PeerSpec, python_of
from benchmarks.peers.figures import figures_of, ratios
from benchmarks.peers.process import PeerError, PeerProcess
from benchmarks.peers.run import Plan, measure

MADE = """
import os, subprocess, sys, time
sys.path.insert(0, {here!r})
from worker import Meter, serve

def load(given):
    print("noise that is no answer")
    return {{"version": "1", "precision": given["model"]}}

def ask(given):
    return {{**Meter().drain(range(given["max_tokens"])).figures(), "peak_rss_mb": 1.0}}

def die(given):
    sys.stderr.write("out of luck")
    sys.stderr.flush()
    os._exit(3)

def hang(given):
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    open(given["tell"], "w").write(str(child.pid))
    time.sleep(600)

serve({{"load": load, "ask": {ask}, "encode": lambda given: {{"encode_ms": 5.0}}, "die": die, "hang": hang}})
"""


def made_peer(folder: Path, ask: str = "ask") -> list[str]:
    script = folder / f"peer_{ask}.py"
    script.write_text(MADE.format(here=str(HERE), ask=ask))
    return [sys.executable, str(script)]


def gone(pid: int) -> bool:
    """Whether a process has ended; an orphan that nobody reaped yet has."""
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_every_peer_is_asked_in_every_round_and_warm_up_is_not_kept(tmp_path: Path) -> None:
    command = made_peer(tmp_path)
    models = {"a": tmp_path, "b": tmp_path}
    plan = Plan(models, rounds=3, live=0, threads=1, max_tokens=4)
    samples, facts = measure(plan, {"a": command, "b": command})
    assert facts["failed"] == {}
    assert facts["peers"]["a"]["precision"] == str(tmp_path)
    for columns in samples.values():
        assert len(columns["new_ttft_ms"]) == len(columns["repeat_ttft_ms"]) == 3
        assert columns["encode_ms"] == [5.0] * 3


def test_a_peer_that_dies_is_left_out_and_the_others_go_on(tmp_path: Path) -> None:
    models = {"good": tmp_path, "bad": tmp_path}
    plan = Plan(models, rounds=2, live=0, threads=1, max_tokens=2)
    samples, facts = measure(plan, {"good": made_peer(tmp_path), "bad": made_peer(tmp_path, "die")})
    assert len(samples["good"]["new_ttft_ms"]) == 2
    assert "bad" in facts["failed"]["bad"] and "(3)" in facts["failed"]["bad"]
    assert "out of luck" in facts["failed"]["bad"]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs proc(5)")
def test_a_peer_that_hangs_is_stopped_with_everything_it_started(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    worker = PeerProcess("slow", made_peer(tmp_path), limit_s=3.0)
    with worker, pytest.raises(PeerError, match=r"slow: no answer to hang within 3 s"):
        worker.call("hang", tell=str(told))
    child = int(told.read_text())
    deadline = time.monotonic() + 10
    while not gone(child) and time.monotonic() < deadline:
        os.sched_yield()
    assert gone(child)


def test_an_action_that_fails_is_an_error_and_the_worker_lives(tmp_path: Path) -> None:
    with PeerProcess("picky", made_peer(tmp_path)) as worker:
        with pytest.raises(PeerError, match=r"picky: ask failed: KeyError: 'max_tokens'"):
            worker.call("ask")
        assert worker.call("ask", max_tokens=3)["tokens"] == 3


def test_a_program_that_does_not_speak_the_protocol_is_named(tmp_path: Path) -> None:
    script = "print('hello', flush=True); input()"
    worker = PeerProcess("chatty", [sys.executable, "-c", script])
    with worker, pytest.raises(PeerError, match=r"chatty: said 'hello' to load, wanted a JSON answer"):
        worker.call("load")


def test_a_missing_environment_is_a_reason(tmp_path: Path) -> None:
    why = python_of(PEERS["transformers"], tmp_path)
    assert isinstance(why, str)
    assert "not installed" in why and "install.py transformers" in why
    assert python_of(PeerSpec("none", why_not="takes no pictures"), tmp_path) == "takes no pictures"


def test_ratios_take_the_fastest_peer_of_each_percentile() -> None:
    def one(name: str, *samples: float) -> dict[str, object]:
        return {name: figure(name, "ms", samples)}

    peers = {
        "anymal": {**one("live_ttft_ms", 5.0, 5.0), **one("fresh_ttft_ms", 60.0)},
        "steady": one("new_ttft_ms", 110.0, 110.0, 110.0),
        "jumpy": one("new_ttft_ms", 100.0, 100.0, 300.0),
    }
    found = ratios(peers)  # type: ignore[arg-type]
    assert found["live_p50"] == pytest.approx(0.05)
    assert found["live_p95"] == pytest.approx(5.0 / 110.0)
    assert found["fresh_p50"] == pytest.approx(0.6)
    assert "encoder_p50" not in found


def test_nothing_to_compare_with_gives_no_ratio() -> None:
    assert ratios({"anymal": figures_of({"live_ttft_ms": [1.0]})}) == {}
    assert figures_of({"tokens_per_s": [2.0]})["tokens_per_s"].better == "higher"
