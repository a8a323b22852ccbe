"""Files as live streams: `file:clip.mp4`, `file:talk.wav`, `file:walk.csv`, paced as they were recorded.

Knows pacing, looping and which sense of a file is meant; refuses to decode (`file_parts`). A
sample comes when its newest part was captured, counted from opening:

    as=image|audio|imu   which sense; else what the caller wants, else by content
    realtime=0           as fast as it is polled; arrivals are then the times they would have been
    loop=1               begin again at the end, with times that go on
    rate                 sound to mono at so many Hz (16000); comes in pieces of 20 ms, as motion does
    fps                  at most so many pictures per second
    max_lag_ms           pictures later than this are passed over when decoding falls behind (500)
    latency_ms           taken off every stamp
"""

import time
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence

import numpy as np

from anymal.clock import Clock
from anymal.errors import ConfigError, SensorError
from anymal.paths import typed_path
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk, Modality, Sample
from anymal.sensors.address import SensorAddress
from anymal.sensors.camera_clock import Thinner
from anymal.sensors.driver import ClockFit, EndOfStream, RawTap
from anymal.sensors.file_parts import Part, content_of, motion_parts, picture_parts, sound_parts

__all__ = ["FileDriver"]

_AT_ONCE = 64  # parts returned by one poll when nothing paces them


class FileDriver:
    """One sense of one file."""

    begins_anew = True

    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        address.allow("as", "realtime", "loop", "rate", "fps", "max_lag_ms", "latency_ms")
        self._path = typed_path(address.target)  # no shell expands a ~ behind a colon
        self._clock = clock
        self._realtime = address.flag("realtime", True)
        self._loop = address.flag("loop")
        self._rate_hz = address.integer("rate", 16_000, 1000, 384_000)
        self._thinner = Thinner(address.number("fps", 0.0, 0.01, 1000.0))
        self._max_lag_ns = round(address.number("max_lag_ms", 500.0, 1.0) * 1e6)
        self._latency_ns = round(address.number("latency_ms", 0.0, 0.0, 10_000.0) * 1e6)
        self.modality: Modality = self._sense(address)
        self.raw_tap: RawTap | None = None
        self._parts: Iterator[Part] | None = None
        self._next: Part | None = None
        self._start_ns = 0  # our time of the file's time zero
        self._rounds = 0
        kinds = ("bad_packets", "gaps") if self.modality == "audio" else ("stale_frames", "thinned")
        self._counts = Counter(dict.fromkeys(kinds, 0))

    def open(self) -> None:
        """Start the file's clock and decode the first part; raises `InputError` as the file readers do."""
        self.close()
        self._start_ns = self._clock.now_ns()
        self._parts = self._begin()
        self._advance()

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return what is due within `timeout_s`; raises `EndOfStream` after the last part."""
        if self._parts is None:
            raise SensorError(f"{self._path}: is not open")
        if self._next is None:
            raise EndOfStream(f"{self._path}: the file has ended")
        if self._realtime:
            self._wait(self._start_ns + self._next.due_ns, timeout_s)
        taken: list[Captured] = []
        while self._next is not None and len(taken) < _AT_ONCE:
            now = self._clock.now_ns()
            due_ns = self._start_ns + self._next.due_ns
            if self._realtime and due_ns > now:
                break
            part, start_ns = self._next, self._start_ns
            if self._wants(part, now - due_ns):
                taken.append(self._captured(part, start_ns, max(now, due_ns) if self._realtime else due_ns))
            self._advance()
        return taken

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        parts, self._parts = self._parts, None
        self._next = None
        close = getattr(parts, "close", None)
        if close is not None:
            close()

    def describe(self) -> str:
        """Sense and pace."""
        pace = "in real time" if self._realtime else "as fast as it is read"
        form = f" at {self._rate_hz} Hz" if self.modality == "audio" else ""
        return f"{self.modality}{form} of {self._path.name}, {pace}{', looping' if self._loop else ''}"

    def clock_fit(self) -> ClockFit | None:
        """How the file's time, from its start, maps to ours."""
        return ClockFit(self._start_ns - self._latency_ns, 0.0, 0)

    def counters(self) -> Mapping[str, int]:
        """`stale_frames` and `thinned` of pictures, `bad_packets` and `gaps` of sound, `rounds` of a loop."""
        return {**self._counts, "rounds": self._rounds}

    def _sense(self, address: SensorAddress) -> Modality:
        named = address.text("as", choices=("image", "audio", "imu")) if "as" in address.options else ""
        if named == "audio" or named == "imu":
            return "audio" if named == "audio" else "imu"
        wanted = address.wanted
        if named == "image" or (not named and wanted == "video"):
            return "video" if wanted == "video" else "image"
        return wanted or content_of(self._path)

    def _begin(self) -> Iterator[Part]:
        """Yield the parts of one round; `_start_ns` moves on by the length of each when looping."""
        while True:
            length_ns = yield from self._round()
            if not self._loop:
                return
            if length_ns <= 0:
                raise ConfigError(f"{self._path}: nothing in it has a length; it cannot loop")
            self._rounds += 1
            self._start_ns += length_ns

    def _round(self) -> Generator[Part, None, int]:
        if self.modality == "audio":
            return sound_parts(self._path, self._rate_hz, self._counts)
        return motion_parts(self._path) if self.modality == "imu" else picture_parts(self._path)

    def _advance(self) -> None:
        assert self._parts is not None
        self._next = next(self._parts, None)

    def _wait(self, due_ns: int, timeout_s: float) -> None:
        missing_s = (due_ns - self._clock.now_ns()) / NS_PER_S
        if missing_s > 0:
            time.sleep(min(missing_s, timeout_s))

    def _wants(self, part: Part, late_ns: int) -> bool:
        if self.modality not in ("image", "video"):
            return True
        if self._realtime and late_ns > self._max_lag_ns:
            self._counts["stale_frames"] += 1
            return False
        wanted = self._thinner.wants(self._start_ns + part.due_ns)
        self._counts["thinned"] += not wanted
        return wanted

    def _captured(self, part: Part, start_ns: int, arrival_ns: int) -> Captured:
        sample = part.make()
        return Captured(
            _moved(sample, start_ns - self._latency_ns), arrival_ns, np.asarray(sample.t_ns, np.int64)
        )


def _moved(sample: Sample, by_ns: int) -> Sample:
    if isinstance(sample, ImuChunk):
        return ImuChunk(sample.t_ns + by_ns, sample.accel_mps2, sample.gyro_radps)
    if isinstance(sample, AudioChunk):
        return AudioChunk(sample.t_ns + by_ns, sample.samples, sample.rate_hz)
    return Frame(sample.t_ns + by_ns, sample.rgb)
