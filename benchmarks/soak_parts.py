"""The parts of a soak test: the rig's process, what this process uses, questions, faults one after the other.

Knows how to break things and how to see that they came back; refuses to know limits and results.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from anymal.errors import AnymalError
from anymal.runtime.live import LiveSession
from anymal.runtime.live_answer import LiveStream
from anymal.samples import NS_PER_S, Modality

__all__ = ["FAULTS", "Asking", "Breaking", "Busy", "Fault", "Rig", "Usage", "open_rig"]

MIB = 1 << 20
RIG = Path(__file__).with_name("soak_rig.py")
QUESTIONS = ("What do you see?", "What do you hear?", "What am I doing?", "What is going on?")
RATE_BACK = (0.5, 1.5)
"""A sensor is back when its rate is this near to what it was, and an answer would see a newer window."""


@dataclass(frozen=True)
class Fault:
    """What is done to the rig, for how long, what undoes it, and which sense it is about."""

    name: str
    sense: Modality
    begin: str
    end: str = ""
    lasts_s: float = 0.0


FAULTS = (
    Fault("serial unplugged", "imu", "serial off", "serial on", 2.0),
    Fault("camera server killed", "image", "camera off", "camera on", 3.0),
    Fault("camera stalled", "image", "camera freeze", "camera thaw", 2.0),
    Fault("device clock jumped", "imu", "clock 3600"),
    Fault("motion floods", "imu", "imu 10", "imu 1", 5.0),
    Fault("motion crawls", "imu", "imu 0.1", "imu 1", 5.0),
    Fault("client gone", "audio", "ws off", "ws on", 2.0),
)


@dataclass
class Injected:
    """A fault as it went: `back_s` after its end the sensor was back, None when it was not in time."""

    name: str
    sense: str
    at_s: float
    back_s: float | None = None
    shown: list[str] = field(default_factory=list)


class Rig:
    """The process that plays the world; `tell` it what to break."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        found = self._heard()
        self.camera, self.imu = str(found["camera"]), str(found["imu"])

    def tell(self, command: str) -> None:
        """Have one thing broken or mended, and wait until it is."""
        assert self._process.stdin is not None
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        self._heard()

    def cpu_s(self) -> float:
        """Processor time of the rig so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _heard(self) -> dict[str, object]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"the rig ended with code {self._process.wait()}")
        heard: dict[str, object] = json.loads(line)
        return heard


@contextmanager
def open_rig(port: int, fps: float, imu_hz: float) -> Iterator[Rig]:
    """Start the rig, and end it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(RIG), folder, str(port), str(fps), str(imu_hz)]
        # Its stand-ins live with the tests.
        environment = {**os.environ, "PYTHONPATH": str(RIG.parent.parent)}
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        ) as process:
            try:
                yield Rig(process)
            finally:
                assert process.stdin is not None
                process.stdin.close()
                process.wait(20)


class Usage:
    """What this process used: columns of numbers, so that measuring hardly grows itself.

    Handles and threads are counted while nothing is broken only: a lost device holds fewer.
    """

    def __init__(self) -> None:
        self.at_s, self.rss_mb = array("d"), array("d")
        self.handles, self.threads = array("i"), array("i")

    def sample(self, at_s: float, quiet: bool) -> None:
        """Add a row; threads are the operating system's, so native pools count."""
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        self.at_s.append(at_s)
        self.rss_mb.append(pages * os.sysconf("SC_PAGE_SIZE") / MIB)
        if not quiet:
            return
        self.handles.append(len(os.listdir("/proc/self/fd")))  # noqa: PTH208 - one list, no objects
        self.threads.append(len(os.listdir("/proc/self/task")))  # noqa: PTH208

    def memory(self, warm_s: float) -> dict[str, float]:
        """Least-squares slope in MiB/min over what came after `warm_s`, and the growth it makes."""
        at_s, rss = np.array(self.at_s), np.array(self.rss_mb)
        judged = at_s >= warm_s
        minutes = float(np.ptp(at_s[judged])) / 60 if judged.any() else 0.0
        slope = float(np.polyfit(at_s[judged] / 60, rss[judged], 1)[0]) if judged.sum() > 2 else 0.0
        return {
            "first_mb": round(rss[0], 2),
            "last_mb": round(rss[-1], 2),
            "max_mb": round(float(rss.max()), 2),
            "slope_mb_per_min": round(slope, 4),
            "judged_min": round(minutes, 2),
        }

    @staticmethod
    def count(values: "array[int]") -> dict[str, int]:
        """The least of the first and of the last tenth: what comes and goes is not counted as growth."""
        tenth = max(3, len(values) // 10)
        return {"first": min(values[:tenth]), "last": min(values[-tenth:]), "max": max(values)}


class Busy:
    """Seconds spent inside a method; listens by standing in for it on one object."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def listen(self, thing: Any, name: str) -> None:
        """Time every call of `thing.name` from now on."""
        work: Callable[..., Any] = getattr(thing, name)

        def timed(*given: Any, **named: Any) -> Any:
            began = time.perf_counter()
            try:
                return work(*given, **named)
            finally:
                self.seconds += time.perf_counter() - began

        setattr(thing, name, timed)


class Asking:
    """A question every `every_s`; one that still waits is left alone, and the next one counted as late."""

    def __init__(self, live: LiveSession, every_s: float, seed: int) -> None:
        self.asked = self.late = 0
        self.ttft_ms, self.wait_ms = array("d"), array("d")
        self.errors: list[str] = []
        self._live, self._every_s = live, every_s
        self._rng = random.Random(seed)
        self._due_s = 0.0
        self._stream: LiveStream | None = None

    def tick(self, at_s: float) -> None:
        """Take what is finished, ask what is due."""
        if self._stream is not None and self._stream.done:
            self.finish(0.0)
        if at_s < self._due_s:
            return
        self._due_s = at_s + self._every_s
        if self._stream is not None:
            self.late += 1
            return
        try:
            self._stream = self._live.ask(self._rng.choice(QUESTIONS))
            self.asked += 1
        except AnymalError as error:
            self.errors.append(str(error))

    def finish(self, timeout_s: float) -> None:
        """Wait for the answer in the making, if there is one."""
        stream, self._stream = self._stream, None
        if stream is None:
            return
        try:
            timings = stream.answer(timeout_s).timings
        except AnymalError as error:
            self.errors.append(str(error))
            return
        self.ttft_ms.append(timings.ttft_ms)
        self.wait_ms.append(timings.wait_ms)


class Breaking:
    """One fault at a time, in turn; the next one waits until the one before is over."""

    def __init__(self, live: LiveSession, rig: Rig, faults: Sequence[Fault], every_s: float) -> None:
        self.injected: list[Injected] = []
        self._live, self._rig = live, rig
        self._faults, self._every_s = faults, every_s
        self._due_s = every_s
        self._usual = {name: stats.rate_hz for name, stats in live.status().sensors.items()}
        self._fault: Fault | None = None
        self._began_s = 0.0
        self._mended_ns: int | None = None

    @property
    def going_on(self) -> bool:
        """Whether something is broken, or not known to be back."""
        return self._fault is not None

    def tick(self, at_s: float, patience_s: float, may_begin: bool) -> None:
        """Break what is due, mend it in time, and see whether it comes back."""
        fault = self._fault
        if fault is None:
            if may_begin and self._faults and at_s >= self._due_s:
                self._begin(self._faults[len(self.injected) % len(self._faults)], at_s)
            return
        going, now = self.injected[-1], time.monotonic_ns()
        state = self._live.status().sensors[fault.sense]
        if state.state != "streaming" and state.detail not in going.shown and len(going.shown) < 3:
            going.shown.append(state.detail)
        if self._mended_ns is None:
            if at_s - self._began_s < fault.lasts_s:
                return
            if fault.end:
                self._rig.tell(fault.end)
            self._mended_ns = time.monotonic_ns()
            return
        waited_s = (now - self._mended_ns) / NS_PER_S
        if self._is_back(fault.sense, self._mended_ns):
            going.back_s = round(waited_s, 2)
        elif waited_s < patience_s:
            return
        self._fault, self._mended_ns = None, None

    def _begin(self, fault: Fault, at_s: float) -> None:
        self._rig.tell(fault.begin)
        self._fault, self._began_s = fault, at_s
        self._due_s += self._every_s
        self.injected.append(Injected(fault.name, fault.sense, round(at_s, 1)))

    def _is_back(self, sense: Modality, since_ns: int) -> bool:
        stats = self._live.status().sensors[sense]
        low, high = (share * self._usual[sense] for share in RATE_BACK)
        ends = [
            e.end_ns for thing in self._live.sensed() if thing.modality == sense for e in thing.embeddings
        ]
        newer = bool(ends) and max(ends) > since_ns
        return newer and stats.state == "streaming" and low <= stats.rate_hz <= high
