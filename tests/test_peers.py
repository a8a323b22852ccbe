"""Peers side by side: arithmetic, the line protocol, and peers that are missing, die or hang."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from anymal.bench.noise import NoiseLimits
from anymal.bench.record import figure
from benchmarks.peers import install as installing
from benchmarks.peers import measure as measuring
from benchmarks.peers import process
from benchmarks.peers.catalog import HERE, MARKER, PEERS, PeerSpec, python_of
from benchmarks.peers.figures import fastest, figures_of, ratios
from benchmarks.peers.install_size import environment_mb, requirements_mb
from benchmarks.peers.measure import Plan, _made_picture, measure
from benchmarks.peers.process import PeerError, PeerProcess
from benchmarks.peers.run import choose, main
from benchmarks.peers.worker import Meter
from tests.camera_rig import wait_until

MADE = """
import os, subprocess, sys, time
sys.path.insert(0, {here!r})
from worker import Meter, serve

def load(given):
    print("noise that is no answer")
    return {{"version": given.get("told", "1"), "precision": given["model"]}}

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

def burn(given):
    code = "import time; list(iter(lambda: time.process_time() < " + str(given["seconds"]) + ", False))"
    subprocess.run([sys.executable, "-c", code], check=True)
    return {{}}

made = {{"load": load, "ask": {ask}, "encode": lambda given: {{"encode_ms": 5.0}}}}
serve({{**made, "die": die, "hang": hang, "burn": burn}})
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


VERDICTS = ("too noisy: a", "too noisy: b", "", "too noisy: c", "")


@dataclass
class Noise:
    """What a watch says of block number `block`."""

    block: float

    def verdict(self, limits: NoiseLimits) -> str:
        return VERDICTS[int(self.block)]


def test_every_peer_is_asked_in_every_round_and_warm_up_is_not_kept(tmp_path: Path) -> None:
    command = made_peer(tmp_path)
    models = {"a": tmp_path, "b": tmp_path}
    options = {"b": {"told": "2"}}
    plan = Plan(
        models, 3, live=0, threads=1, max_tokens=4, blocks=2, starts=2, options=options, keep_noisy=True
    )
    found = measure(plan, {"a": command, "b": command})
    assert found.failed == {}
    assert found.peers["a"] == {"version": "1", "precision": str(tmp_path)}
    assert found.peers["b"]["version"] == "2"
    for columns in found.samples.values():
        assert len(columns["new_ttft_ms"]) == len(columns["repeat_ttft_ms"]) == 3
        assert columns["new_age_ms"] == columns["new_ttft_ms"]
        assert columns["encode_ms"] == [5.0] * 3
        assert len(columns["start_up_ms"]) == 2
    assert set(found.noise) == {"rounds 0", "rounds 1"}


def test_figures_of_a_block_that_was_too_noisy_are_refused(tmp_path: Path) -> None:
    limits = NoiseLimits(foreign_share=2.0, spin_change=-1.0, spin_stretch=1e9)
    given = {"rounds": 2, "live": 0, "threads": 1, "max_tokens": 2, "limits": limits}
    plan = Plan({"a": tmp_path}, **given)  # type: ignore[arg-type]
    found = measure(plan, {"a": made_peer(tmp_path)})
    assert "new_ttft_ms" not in found.samples["a"]
    assert "too noisy" in found.refused["rounds 0"]
    kept = measure(replace(plan, keep_noisy=True), {"a": made_peer(tmp_path)})
    assert len(kept.samples["a"]["new_ttft_ms"]) == 2
    assert "too noisy" in kept.refused["rounds 0"]


def test_a_block_that_was_too_noisy_is_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = iter(range(len(VERDICTS)))

    def watched(work: Callable[[], None], probes: object) -> tuple[None, Noise]:
        work()
        return None, Noise(next(blocks))

    monkeypatch.setattr("benchmarks.peers.measure.watched", watched)
    plan = Plan({"a": tmp_path}, rounds=2, live=0, threads=1, max_tokens=2, blocks=2, retries=2)
    found = measure(plan, {"a": made_peer(tmp_path)})
    assert len(found.samples["a"]["new_ttft_ms"]) == 2
    assert found.refused == {
        "rounds 0": "too noisy: a",
        "rounds 0 again 1": "too noisy: b",
        "rounds 1": "too noisy: c",
    }
    assert {"rounds 0 again 2", "rounds 1 again 1"} <= set(found.noise)


def test_no_picture_is_shown_twice() -> None:
    assert len({_made_picture(number).tobytes() for number in range(80)}) == 80


def test_a_peer_that_dies_is_left_out_and_the_others_go_on(tmp_path: Path) -> None:
    models = {"good": tmp_path, "bad": tmp_path}
    plan = Plan(models, rounds=2, live=0, threads=1, max_tokens=2, keep_noisy=True)
    found = measure(plan, {"good": made_peer(tmp_path), "bad": made_peer(tmp_path, "die")})
    assert len(found.samples["good"]["new_ttft_ms"]) == 2
    assert "bad" in found.failed["bad"] and "(3)" in found.failed["bad"]
    assert "out of luck" in found.failed["bad"]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs proc(5)")
def test_what_a_worker_and_its_children_compute_is_counted(tmp_path: Path) -> None:
    with PeerProcess("busy", made_peer(tmp_path)) as worker:
        before_s = worker.cpu_s()
        worker.call("burn", seconds=0.3)
        assert worker.cpu_s() - before_s > 0.25
    assert worker.cpu_s() == 0.0


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs proc(5)")
def test_a_peer_that_hangs_is_stopped_with_everything_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "pid"
    worker = PeerProcess("slow", made_peer(tmp_path), limit_s=0.2)
    get = worker._lines.get

    def once_it_hangs(timeout: float) -> str:
        wait_until(lambda: told.exists() and bool(told.read_text()), "it has begun")
        return get(timeout=timeout)

    monkeypatch.setattr(worker._lines, "get", once_it_hangs)
    with worker, pytest.raises(PeerError, match=r"slow: no answer to hang within 0\.2 s"):
        worker.call("hang", tell=str(told))
    child = int(told.read_text())
    wait_until(lambda: gone(child), "the end of what it started")


def test_an_action_that_fails_is_an_error_and_the_worker_lives(tmp_path: Path) -> None:
    with PeerProcess("picky", made_peer(tmp_path)) as worker:
        with pytest.raises(PeerError, match=r"picky: ask failed: KeyError: 'max_tokens'"):
            worker.call("ask")
        assert worker.call("ask", max_tokens=3)["tokens"] == 3


def test_tokens_that_a_stream_held_back_are_counted() -> None:
    told = Meter().drain(range(3)).figures()
    joined = Meter().drain(range(3)).figures(said=5)
    assert told["tokens"] == 3 and joined["tokens"] == 5
    with pytest.raises(ValueError, match="no token"):
        Meter().figures(said=5)


def test_a_program_that_does_not_speak_the_protocol_is_named(tmp_path: Path) -> None:
    script = "print('hello', flush=True); input()"
    worker = PeerProcess("chatty", [sys.executable, "-c", script])
    with worker, pytest.raises(PeerError, match=r"chatty: said 'hello' to load, wanted a JSON answer"):
        worker.call("load")


def test_a_worker_that_stops_talking_and_lives_on_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "END_S", 0.2)
    script = "import os, time; os.close(1); time.sleep(600)"
    with (
        PeerProcess("mute", [sys.executable, "-c", script]) as worker,
        pytest.raises(PeerError, match="mute"),
    ):
        worker.call("load")


def test_the_peak_of_memory_is_the_most_of_all(tmp_path: Path) -> None:
    samples: dict[str, list[float]] = {}
    for peak in (5.0, 7.0, 6.0):
        measuring._add(samples, {"peak_rss_mb": peak, "new_ttft_ms": peak})
    assert samples == {"peak_rss_mb": [7.0], "new_ttft_ms": [5.0, 7.0, 6.0]}


@pytest.mark.parametrize("option", ["--starts", "--blocks", "--threads", "--max-tokens"])
def test_nothing_is_measured_zero_times(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["anymal-small", option, "0"])
    assert f"{option} is too small" in capsys.readouterr().err


def test_an_installation_that_is_whole_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(installing.venv, "create", lambda target, with_pip: target.mkdir(exist_ok=True))
    monkeypatch.setattr(installing, "_run", lambda command, peer: not made.append(peer.name) and fails.pop())
    peer, fails = PeerSpec("one", ("numpy",)), [True, False]
    assert not installing.install(peer, tmp_path, 1) and not (tmp_path / "one" / MARKER).exists()
    assert installing.install(peer, tmp_path, 1) and installing.install(peer, tmp_path, 1)
    assert made == ["one", "one"]


def test_a_missing_environment_is_a_reason(tmp_path: Path) -> None:
    why = python_of(PEERS["transformers"], tmp_path)
    assert isinstance(why, str)
    assert "not installed" in why and "install.py transformers" in why
    assert python_of(PeerSpec("none", why_not="takes no pictures"), tmp_path) == "takes no pictures"
    picky = PeerSpec("picky", worker="w.py", refuses={"llava": "no CLIP"})
    assert python_of(picky, tmp_path, "llava") == "no CLIP"
    shared = python_of(PeerSpec("other", worker="w.py", environment="libmtmd"), tmp_path)
    assert isinstance(shared, str) and "install.py libmtmd" in shared


def test_a_program_that_was_not_compiled_is_a_reason(tmp_path: Path) -> None:
    python = tmp_path / "llama-server" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    why = python_of(PEERS["llama-server"], tmp_path)
    assert isinstance(why, str) and "bin/llama-server is missing" in why
    (python.parent / "llama-server").touch()
    assert MARKER in str(python_of(PEERS["llama-server"], tmp_path))
    (tmp_path / "llama-server" / MARKER).touch()
    assert python_of(PEERS["llama-server"], tmp_path) == python


def test_files_that_were_not_made_are_a_reason(tmp_path: Path) -> None:
    chosen = choose("anymal", tmp_path, tmp_path)
    assert chosen.commands == {}
    assert "prepare.py anymal" in chosen.skipped["anymal"] and "anymal/bundle" in chosen.skipped["anymal"]


def test_every_peer_that_runs_elsewhere_names_an_environment_and_a_script_that_are_there() -> None:
    for peer in PEERS.values():
        assert not peer.worker or (HERE / peer.worker).is_file()
        assert not peer.environment or PEERS[peer.environment].packages
        assert peer.worker or peer.why_not


def test_an_installation_is_weighed_without_its_installer(tmp_path: Path) -> None:
    packages = tmp_path / "lib" / "site-packages"
    for name in ("thing", "pip", "pip-24.0.dist-info"):
        (packages / name).mkdir(parents=True)
        (packages / name / "file").write_bytes(bytes(1 << 20))
    (packages / "link").symlink_to(packages / "thing" / "file")
    assert environment_mb(tmp_path) == pytest.approx(1.0)
    assert requirements_mb("anymal-edge", "cpu", HERE.parent.parent) > 10.0


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
    assert fastest(peers) == {"fastest_p50": "jumpy", "fastest_p95": "steady"}  # type: ignore[arg-type]


def test_nothing_to_compare_with_gives_no_ratio() -> None:
    assert ratios({"anymal": figures_of({"live_ttft_ms": [1.0]})}) == {}
    assert figures_of({"tokens_per_s": [2.0]})["tokens_per_s"].better == "higher"
