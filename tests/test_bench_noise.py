"""The noise watch with injected clocks: what is believed, what is refused and why."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event, Semaphore, Thread

import pytest

from anymal.bench.keep import Kept, Watch, keep
from anymal.bench.noise import NoiseLimits, Probes, _busy_cpu_s, _own_cpu_s, _spin, watched
from anymal.bench.record import Figure, figure
from anymal.bench.stalls import ENDED, StallWatch, busiest_s, threads_s
from anymal.errors import EngineError
from tests.camera_rig import wait_until

LIMITS = NoiseLimits(foreign_share=0.1, spin_change=0.15, spin_stretch=0.1)
QUIET_SPIN = ((0.01, 0.01), (0.01, 0.01))


def series(*values: object) -> Callable[[], object]:
    left: Iterator[object] = iter(values)
    return lambda: next(left)


class Still(StallWatch):
    """A watch whose process stood still for a given time."""

    def __init__(self, stall_s: float) -> None:
        wall_s = series(0.0, 0.0, 0.1 + stall_s)
        super().__init__(wall_s, dict, every_s=0.1)  # type: ignore[arg-type]

    def _watch(self) -> None:
        pass  # nobody wakes: the look at the end sees all of it


def probes(
    own: tuple[float, float] = (0.0, 10.0),
    busy: tuple[float | None, float | None] = (100.0, 110.0),
    spins: tuple[tuple[float, float], ...] = QUIET_SPIN,
    stall_s: float = 0.0,
) -> Probes:
    """Ten seconds of wall time on two cores, of which the process stood still for `stall_s`."""
    return Probes(
        wall_s=series(0.0, 10.0),  # type: ignore[arg-type]
        own_cpu_s=series(*own),  # type: ignore[arg-type]
        busy_cpu_s=series(*busy),  # type: ignore[arg-type]
        spin=series(*spins),  # type: ignore[arg-type]
        stalls=lambda: Still(stall_s),
        cores=2,
    )


def test_a_quiet_machine_is_believed() -> None:
    result, noise = watched(lambda: "done", probes())
    assert result == "done"
    assert (noise.wall_s, noise.cpu_share, noise.foreign_share) == (10.0, 0.5, 0.0)
    assert noise.verdict(LIMITS) == ""


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (probes(busy=(100.0, 114.0)), "other processes took 20% of the CPU, limit 10%"),
        (probes(spins=((0.010, 0.010), (0.013, 0.013))), "calibration spin changed by 30%, limit 15%"),
        (probes(spins=((0.010, 0.008), (0.010, 0.010))), "calibration spin had to wait 25%, limit 10%"),
        (probes(stall_s=2.0), "the process stood still for 2000 ms, limit 500 ms"),
    ],
)
def test_each_sign_of_contention_refuses_and_says_so(given: Probes, reason: str) -> None:
    _, noise = watched(lambda: None, given)
    assert reason in noise.verdict(LIMITS)


def test_a_faster_spin_afterwards_is_noise_too() -> None:
    _, noise = watched(lambda: None, probes(spins=((0.013, 0.013), (0.010, 0.010))))
    assert "calibration spin changed" in noise.verdict(LIMITS)


def test_where_the_system_does_not_tell_of_others_the_spin_still_judges() -> None:
    _, noise = watched(lambda: None, probes(busy=(None, None)))
    assert noise.foreign_share == -1.0
    assert noise.verdict(LIMITS) == ""


def figures() -> Mapping[str, Figure]:
    return {"x": figure("x", "ms", [1.0])}


def test_figures_of_a_noisy_scenario_are_refused_and_not_kept() -> None:
    kept = Kept()
    keep(kept, "good", figures, Watch(LIMITS, probes()))
    keep(kept, "bad", figures, Watch(LIMITS, probes(busy=(0.0, 20.0))))
    assert list(kept.scenarios) == ["good"]
    (why,) = kept.refused
    assert why.startswith("bad: too noisy: other processes took 50%")
    assert kept.noise["bad"]["foreign_share"] == 0.5
    assert kept.noise["bad"]["foreign_share_limit"] == 0.1
    assert kept.noise["bad"]["stall_ms_limit"] == 500


def twice(busy: tuple[float, ...]) -> Probes:
    """Two runs of ten seconds, one after the other."""
    return Probes(
        wall_s=series(0.0, 10.0, 10.0, 20.0),  # type: ignore[arg-type]
        own_cpu_s=series(0.0, 10.0, 10.0, 20.0),  # type: ignore[arg-type]
        busy_cpu_s=series(*busy),  # type: ignore[arg-type]
        spin=series(*QUIET_SPIN, *QUIET_SPIN),  # type: ignore[arg-type]
        stalls=lambda: Still(0.0),
        cores=2,
    )


def counted(kept: Kept) -> Callable[[], Mapping[str, Figure]]:
    """Figures that tell which run they are of; each run says that a meter is not there."""
    runs = iter((1.0, 2.0))

    def work() -> Mapping[str, Figure]:
        kept.unavailable.append("x: no meter")
        return {"x": figure("x", "ms", [next(runs)])}

    return work


def test_what_noise_spoiled_is_measured_again_whole_and_the_report_says_so() -> None:
    kept, said = Kept(), list[str]()
    keep(kept, "x", counted(kept), Watch(LIMITS, twice((0.0, 20.0, 20.0, 30.0)), 1, said.append))
    assert kept.scenarios["x"]["x"].p50 == 2.0
    assert kept.noise["x"]["attempts"] == 2 and kept.noise["x"]["foreign_share"] == 0.0
    assert not kept.refused and kept.unavailable == ["x: no meter"]
    (line,) = said
    assert line.startswith("x once more: too noisy: other processes took 50%")


def test_a_machine_that_stays_noisy_is_refused_after_the_last_attempt() -> None:
    kept = Kept()
    keep(kept, "x", counted(kept), Watch(LIMITS, twice((0.0, 20.0, 20.0, 40.0)), 1))
    (why,) = kept.refused
    assert why.endswith("measured 2 times)") and not kept.scenarios
    assert kept.unavailable == ["x: no meter"]


def test_figures_that_may_be_believed_are_not_measured_again() -> None:
    kept = Kept()
    keep(kept, "x", counted(kept), Watch(LIMITS, twice((0.0, 10.0, 10.0, 20.0)), 1))
    assert kept.scenarios["x"]["x"].p50 == 1.0 and kept.noise["x"]["attempts"] == 1


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (EngineError("no backend"), "no backend"),
        (OSError(28, "No space left on device", "/tmp/camera.jpg"), "No space left on device"),
    ],
)
def test_a_scenario_that_fails_is_refused_by_name_and_the_next_one_runs(
    error: Exception, reason: str
) -> None:
    def broken() -> Mapping[str, Figure]:
        raise error

    kept = Kept()
    keep(kept, "first", broken, Watch(LIMITS, probes()))
    keep(kept, "second", figures, Watch(LIMITS, probes()))
    (why,) = kept.refused
    assert why.startswith("first: ") and reason in why
    assert list(kept.scenarios) == ["second"]


def test_proc_stat_counts_everything_but_idle_and_waiting(tmp_path: Path) -> None:
    stat = tmp_path / "stat"
    stat.write_text("cpu  100 200 300 5000 4000 10 20 70 0 0\ncpu0 1 2 3 4 5 6 7 8 0 0\n", encoding="ascii")
    first = _busy_cpu_s(stat)
    stat.write_text("cpu  200 200 300 9000 9000 10 20 70 0 0\n", encoding="ascii")
    second = _busy_cpu_s(stat)
    assert first is not None
    assert second is not None
    assert second - first == pytest.approx(first / 7)  # 700 ticks then, 100 more now


@pytest.mark.parametrize("text", ["", "cpu  0 0 0 0 0 0 0 0 0 0\n", "nothing here\n", "cpu 1 2\n"])
def test_a_system_that_does_not_count_says_none(tmp_path: Path, text: str) -> None:
    stat = tmp_path / "stat"
    stat.write_text(text, encoding="ascii")
    assert _busy_cpu_s(stat) is None
    assert _busy_cpu_s(tmp_path / "absent") is None


def test_what_the_process_computed_meanwhile_is_no_stall() -> None:
    computed_s = ({1: 0.0}, {1: 0.05}, {1: 0.75}, {1: 0.75}, {1: 0.75})
    wall_s, cpu_s = series(0.0, 0.1, 0.9, 3.0, 3.1), series(*computed_s)
    watch = StallWatch(wall_s, cpu_s, every_s=0.1)  # type: ignore[arg-type]
    watch.look()
    watch.look()  # 0.7 s late, 0.7 s of them computing: native code that held Python's lock
    assert watch.longest_ms == pytest.approx(0.0, abs=1e-6)
    watch.look()  # 2 s late and nothing done
    watch.look()
    assert watch.longest_ms == pytest.approx(2000.0)


def test_threads_that_compute_together_hide_no_stall() -> None:
    """A second of standing still between two tenths of which eight threads make use."""
    eight = range(1, 9)
    wall_s, cpu_s = series(0.0, 1.1), series(dict.fromkeys(eight, 7.0), dict.fromkeys(eight, 7.1))
    watch = StallWatch(wall_s, cpu_s, every_s=0.1)  # type: ignore[arg-type]
    watch.look()
    assert watch.longest_ms == pytest.approx(900.0)


def test_a_thread_that_ended_computed_what_it_had_not_before() -> None:
    before, now = {ENDED: 5.0, 1: 2.0, 2: 30.0}, {ENDED: 35.7, 1: 2.1, 3: 0.2}
    assert busiest_s(before, now) == pytest.approx(0.7)  # the second one: 30 s then, 30.7 at its end


def test_real_threads_are_told_apart_and_one_that_ended_is_not_lost() -> None:
    def burn() -> None:
        while time.thread_time() < 0.05:
            pass
        burnt.release()
        leave.wait()

    burnt, leave = Semaphore(0), Event()
    threads = [Thread(target=burn, daemon=True) for _ in range(3)]
    before = threads_s()
    for thread in threads:
        thread.start()
    for _ in threads:
        burnt.acquire()
    living = threads_s()
    if sys.platform == "linux":
        assert all(living[thread.native_id or 0] >= 0.05 for thread in threads)
        assert busiest_s(before, living) < sum(living.values()) - sum(before.values()) - 0.09
    leave.set()
    for thread in threads:
        thread.join()
    # The kernel lists a thread for a moment longer than Python joins it.
    wait_until(lambda: not {one.native_id for one in threads} & threads_s().keys(), "the threads are gone")
    assert busiest_s(before, threads_s()) >= 0.15  # who ended counts as one


STOPPED = """
import hashlib, os, signal, sys, threading
for _ in range(int(sys.argv[1])):  # computing without Python's lock, to the end
    work = lambda: hashlib.pbkdf2_hmac("sha256", b"x", b"y", 10**9)
    threading.Thread(target=work, daemon=True).start()
from anymal.bench.noise import NoiseLimits, Probes, watched
_, noise = watched(lambda: os.kill(os.getpid(), signal.SIGSTOP), Probes(spin=lambda: (1.0, 1.0)))
print(noise.longest_stall_ms, noise.verdict(NoiseLimits(foreign_share=1e9, stall_ms=100)))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no signal that stops a process")
@pytest.mark.parametrize("computing", [0, 8])
def test_a_process_that_was_stopped_says_for_how_long(computing: int) -> None:
    command = [sys.executable, "-c", STOPPED, str(computing)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as stopped:
        _, found = os.waitpid(stopped.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(found)
        with pytest.raises(subprocess.TimeoutExpired):
            stopped.wait(0.5)  # it stands still at least so long
        stopped.send_signal(signal.SIGCONT)
        said = stopped.communicate()[0]
    assert float(said.split()[0]) >= 400
    assert "the process stood still for" in said


def test_own_time_grows_with_a_spin() -> None:
    before = _own_cpu_s()
    wall_s, cpu_s = _spin()
    assert wall_s > 0
    assert cpu_s > 0
    assert _own_cpu_s() >= before
