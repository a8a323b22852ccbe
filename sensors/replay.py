"""`replay:out.mcap?speed=1&stream=name`: a recording as a sensor, in its own rhythm or at once.

Knows pacing and the shift of times to now; refuses to know how a recording is stored. All
replays of one file that are open together share one shift, so that picture, sound and motion
stay as far apart as they were. `speed=max` keeps the recorded times and waits for nothing; a
`Sensor`'s ring drops what its reader is too slow for, so a run that must see every sample reads
`open_recording(..).samples()` itself.
"""

import threading
import time
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from anymal.clock import Clock
from anymal.errors import ConfigError, InputError, SensorError
from anymal.paths import typed_path
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk, Modality
from anymal.sensors.address import SensorAddress
from anymal.sensors.driver import ClockFit, EndOfStream, RawTap
from anymal.sensors.recording_layout import StreamInfo
from anymal.sensors.recording_reader import Recording, open_recording

__all__ = ["ReplayDriver"]

_BATCH = 64  # samples a poll returns at most when nothing is waited for


class _Anchor:
    """Recorded time `base_ns` is shown at `shown_ns`."""

    def __init__(self, base_ns: int, shown_ns: int) -> None:
        self.base_ns = base_ns
        self.shown_ns = shown_ns


_anchors: "weakref.WeakValueDictionary[tuple[str, int, float], _Anchor]" = weakref.WeakValueDictionary()
_anchors_lock = threading.Lock()


@dataclass(frozen=True)
class _Pace:
    """Recorded to shown time; without an anchor they are the same."""

    anchor: _Anchor | None
    speed: float

    def at(self, recorded_ns: int) -> int:
        """Return when something recorded at `recorded_ns` is shown."""
        if self.anchor is None:
            return recorded_ns
        return self.anchor.shown_ns + round((recorded_ns - self.anchor.base_ns) / self.speed)

    def moved(self, captured: Captured) -> Captured:
        """Return the sample with its times shown; device times stay."""
        if self.anchor is None:
            return captured
        sample = captured.sample
        if isinstance(sample, ImuChunk):
            stamps = np.array([self.at(stamp) for stamp in sample.t_ns.tolist()], np.int64)
            return replace(
                captured, sample=replace(sample, t_ns=stamps), arrival_ns=self.at(captured.arrival_ns)
            )
        shown: Frame | AudioChunk = replace(sample, t_ns=self.at(sample.t_ns))
        return replace(captured, sample=shown, arrival_ns=self.at(captured.arrival_ns))


class ReplayDriver:
    """One stream of a recording. Options: `speed` (a factor, default 1, or `max`) and `stream`.

    The stream is the only one of the wanted sense unless `stream` names it. With a speed other
    than 1 all times are squeezed with it.
    """

    modality: Modality
    raw_tap: RawTap | None = None
    begins_anew = True

    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        address.allow("speed", "stream")
        self._uri = address.uri
        self._clock = clock
        self._speed = 0.0 if address.text("speed") == "max" else address.number("speed", 1.0, 1e-3, 1e3)
        self.recorded_times = not self._speed
        try:
            self._recording = open_recording(typed_path(address.target))
        except InputError as error:
            raise SensorError(f"{address.uri}: {error}") from error
        self._stream = _choose(self._recording, address)
        self.modality = address.wanted or self._stream.modality
        self._samples: Iterator[tuple[str, Captured]] | None = None
        self._waiting: Captured | None = None
        self._pace = _Pace(None, 1.0)
        self._fits: list[tuple[int, ClockFit]] = []
        self._fit: ClockFit | None = None

    def open(self) -> None:
        """Go to the beginning; the first replay of a file decides when that is."""
        try:
            self._fits = [
                (at, fit) for name, at, fit in self._recording.clock_fits() if name == self._stream.name
            ]
            self._pace = self._start()
        except (OSError, InputError) as error:
            raise SensorError(f"{self._uri}: {error}") from error
        self._samples = self._recording.samples((self._stream.name,))
        self._waiting = self._fit = None

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return what is due within `timeout_s`; raises `EndOfStream` after the last sample."""
        deadline_s = time.monotonic() + timeout_s
        due: list[Captured] = []
        while len(due) < _BATCH:
            captured = self._next()
            if captured is None:
                if due:
                    return due
                raise EndOfStream(f"{self._uri}: the recording has ended")
            wait_s = 0.0 if not self._speed else (captured.arrival_ns - self._clock.now_ns()) / NS_PER_S
            if wait_s > 0:
                if due:
                    return due
                left_s = deadline_s - time.monotonic()
                time.sleep(max(0.0, min(wait_s, left_s)))
                if wait_s > left_s:
                    return due
            due.append(captured)
            self._waiting = None
        return due

    def close(self) -> None:
        """Let go of the file."""
        if self._samples is not None:
            self._samples.close()  # type: ignore[attr-defined]  # it is a generator
        self._samples = self._waiting = None
        self._pace = _Pace(None, 1.0)

    def describe(self) -> str:
        """Say which stream, of what, and how fast."""
        speed = f"{self._speed:g}x" if self._speed else "as fast as read"
        cut = "" if self._recording.complete else ", a recording that was cut"
        date = f" of {self._recording.date}" if self._recording.date else ""
        return f"{self._stream.name} ({self._stream.uri or self._stream.modality}){date} {speed}{cut}"

    def clock_fit(self) -> ClockFit | None:
        """Return the fit of that time, moved as the samples are."""
        return self._fit

    def counters(self) -> Mapping[str, int]:
        """`undecodable` messages."""
        return {"undecodable": self._recording.skipped}

    def _start(self) -> _Pace:
        base_ns = self._recording.start_ns
        if not self._speed or base_ns is None:
            return _Pace(None, 1.0)
        key = (str(self._recording.path), id(self._clock), self._speed)
        with _anchors_lock:
            anchor = _anchors.get(key)
            if anchor is None:
                anchor = _anchors[key] = _Anchor(base_ns, self._clock.now_ns())
        return _Pace(anchor, self._speed)

    def _next(self) -> Captured | None:
        """Return the sample that is next to be shown, without taking it."""
        if self._waiting is None:
            if self._samples is None:
                raise SensorError(f"{self._uri}: is not open")
            try:
                found = next(self._samples, None)
            except OSError as error:
                raise SensorError(f"{self._uri}: {error}") from error
            if found is None:
                return None
            while self._fits and self._fits[0][0] <= found[1].arrival_ns:
                fit = self._fits.pop(0)[1]
                self._fit = replace(fit, offset_ns=self._pace.at(fit.offset_ns))
            self._waiting = self._pace.moved(found[1])
        return self._waiting


def _choose(recording: Recording, address: SensorAddress) -> StreamInfo:
    """Return the stream the address means; raises `ConfigError` naming those there are."""
    name = address.text("stream")
    pictures = ("image", "video")
    fitting = [
        stream
        for stream in recording.streams
        if (not name or stream.name == name)
        and (
            address.wanted in (None, stream.modality)
            or (address.wanted in pictures and stream.modality in pictures)
        )
    ]
    if len(fitting) == 1:
        return fitting[0]
    there = ", ".join(f"{stream.name} ({stream.modality})" for stream in recording.streams) or "none"
    wanted = f"a stream {name!r}" if name else f"one stream of {address.wanted or 'any sense'}"
    raise ConfigError(
        f"{address.uri}: wanted {wanted}; the recording has: {there}. Name one with stream=NAME."
    )
