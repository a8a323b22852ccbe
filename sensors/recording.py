"""Recordings: everything the sensors said, and what was asked and answered, in one MCAP file.

Knows the queue between sensors and disk, and gathers the public names of `recording_*`; refuses
to know how a sample is stored. What a file holds is described in `recording_layout`.
"""

import json
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from anymal.clock import Clock, MonotonicClock
from anymal.errors import ConfigError, InputError
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame
from anymal.sensors.driver import ClockFit, RawTap
from anymal.sensors.recording_codec import PictureOptions
from anymal.sensors.recording_date import WallClock
from anymal.sensors.recording_file import RecorderOptions, RecordingFile
from anymal.sensors.recording_layout import StreamInfo
from anymal.sensors.recording_reader import RecordedEvent, Recording, open_recording
from anymal.sensors.recording_recover import Recovered, recover
from anymal.sensors.recording_tap import RecordedDriver

__all__ = [
    "PictureOptions",
    "RecordedDriver",
    "RecordedEvent",
    "Recorder",
    "RecorderOptions",
    "RecorderStats",
    "Recording",
    "Recovered",
    "StreamInfo",
    "open_recording",
    "recover",
]

RecorderState = Literal["recording", "finished", "failed"]
_SMALL = 1024  # what an entry costs besides its bytes
# Pictures may fill this part of the queue, so that a disk that lags loses no sound or motion to them.
_PICTURE_SHARE = 0.75
_CLOCK_SET_NS = NS_PER_S  # a clock that NTP only corrects takes hours to move as far


@dataclass(frozen=True)
class RecorderStats:
    """State of a recording; `dropped` counts, per stream, what the disk was too slow or too full for.

    `detail` says why a recording failed, or what the last sample that could not be stored was.
    """

    path: Path
    state: RecorderState
    messages: int
    size_bytes: int
    dropped: Mapping[str, int] = field(default_factory=dict)
    detail: str = ""


@dataclass(frozen=True)
class _Entry:
    stream: str
    cost: int
    write: Callable[[RecordingFile], None]


class Recorder:
    """Writes from its own thread; every `add` returns at once, from any thread. Use it with `with`.

    A disk that is full or gone ends the recording, not the program: `stats().state` becomes
    `failed`, `detail` says why, and what came before stays readable. Raises `ConfigError` when
    the file cannot be created and `SensorError` when the MCAP library is missing.
    """

    def __init__(
        self,
        path: str | Path,
        streams: Sequence[StreamInfo],
        clock: Clock | None = None,
        options: RecorderOptions | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> None:
        self._path = Path(path)
        self._clock = clock or MonotonicClock()
        self._options = options or RecorderOptions()
        self._looked_ns = self._clock.now_ns()  # up to then nothing has moved since `_wall_clock`
        self._wall_clock = WallClock.read(self._looked_ns)
        self._file = RecordingFile(self._path, streams, self._wall_clock, self._options, metadata or {})
        self._names = {stream.name: stream for stream in streams}
        self._changed = threading.Condition()
        self._queue: deque[_Entry] = deque()
        self._queued = 0
        self._dropped = dict.fromkeys(self._names, 0)
        self._state: RecorderState = "recording"
        self._detail = ""
        self._closing = self._discarding = False
        self._thread = threading.Thread(target=self._work, name=f"recorder {self._path}", daemon=True)
        self._thread.start()

    def __enter__(self) -> "Recorder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, name: str, captured: Captured) -> None:
        """Record a sample of stream `name`."""
        sample = captured.sample
        if isinstance(sample, Frame):
            cost = sample.rgb.nbytes
        elif isinstance(sample, AudioChunk):
            cost = sample.samples.nbytes
        else:
            cost = sample.t_ns.nbytes + sample.accel_mps2.nbytes + sample.gyro_radps.nbytes
        self._put(name, cost, lambda file: file.write_sample(name, captured), isinstance(sample, Frame))

    def add_raw(self, name: str, data: bytes, arrival_ns: int) -> None:
        """Record bytes of a `raw` stream as they arrived; empty: the port was just opened."""
        if name in self._names and not self._names[name].raw:
            raise ConfigError(f"stream {name!r} was not declared with raw=True")
        self._put(name, len(data), lambda file: file.write_raw(name, data, arrival_ns))

    def tap(self, name: str) -> RawTap:
        """Return `add_raw` of one stream as a driver's raw tap."""
        return lambda data, arrival_ns: self.add_raw(name, data, arrival_ns)

    def add_clock_fit(self, name: str, fit: ClockFit) -> None:
        """Record how a stream's device clock maps to ours just now."""
        at_ns = self._clock.now_ns()
        self._put(name, 0, lambda file: file.write_clock(name, fit, at_ns))

    def add_event(self, kind: str, data: Mapping[str, Any], at_ns: int | None = None) -> None:
        """Record what happened, such as a question; `data` must be JSON, else `InputError`."""
        at_ns = self._clock.now_ns() if at_ns is None else at_ns
        try:
            text = json.dumps(dict(data), allow_nan=False)
        except (TypeError, ValueError, RecursionError) as error:
            raise InputError(f"event {kind!r} cannot be recorded as JSON: {error}") from None
        self._put("", len(text), lambda file: file.write_event(kind, text, at_ns))

    def stats(self) -> RecorderStats:
        """State of this moment."""
        with self._changed:
            dropped = dict(self._dropped)
            return RecorderStats(
                self._path, self._state, self._file.messages, self._file.size, dropped, self._detail
            )

    def drain(self, timeout_s: float = 30.0) -> bool:
        """Wait until everything added so far is written, for who writes faster than time; False in vain."""
        with self._changed:
            self._changed.wait_for(lambda: not self._queued or self._state != "recording", timeout_s)
            return not self._queued

    def close(self) -> RecorderStats:
        """Write what waits, finish the file, and return the last state; a second call does nothing."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(self._options.close_s)
        if self._thread.is_alive():
            self._fail(f"the disk did not answer for {self._options.close_s:g} s")
        return self.stats()

    def discard(self) -> None:
        """Stop and delete the file, when there was nothing to record after all."""
        with self._changed:
            self._closing = self._discarding = True
            self._changed.notify_all()
        self._thread.join(self._options.close_s)

    def _put(
        self, name: str, size: int, write: Callable[[RecordingFile], None], picture: bool = False
    ) -> None:
        if name and name not in self._names:
            raise ConfigError(f"{self._path}: no stream is called {name!r}; known: {', '.join(self._names)}")
        limit = self._options.queue_bytes * (_PICTURE_SHARE if picture else 1.0)
        with self._changed:
            self._look()  # here too: while the disk keeps the writer waiting, samples come all the same
            # One entry always fits: a picture larger than the limit must not be lost for ever.
            full = self._queued > 0 and self._queued + size + _SMALL > limit
            if full or self._closing or self._state != "recording":
                self._dropped[name] = self._dropped.get(name, 0) + 1
                return
            self._queue.append(_Entry(name, size + _SMALL, write))
            self._queued += size + _SMALL
            self._changed.notify_all()

    def _work(self) -> None:
        try:
            self._write_until_closed()
            if self._discarding:
                self._file.discard()
            else:
                self._note_wall_clock(least_ns=0)
                self._file.finish()
        except OSError as error:
            self._fail(
                f"{error.strerror or error}; {self._file.part} is kept up to there. Make room on the disk"
            )
        except BaseException as error:  # noqa: BLE001 -- a dead thread must be seen, whatever killed it
            self._fail(f"the writer died of {error!r}")
        else:
            with self._changed:
                self._state = "finished" if self._state == "recording" else self._state
        finally:
            self._file.abandon()

    def _write_until_closed(self) -> None:
        flushed_s = synced_s = time.monotonic()
        while True:
            with self._changed:
                wait_s = max(0.0, flushed_s + self._options.flush_s - time.monotonic())
                self._changed.wait_for(lambda: self._queue or self._closing, wait_s)
                entry = self._queue.popleft() if self._queue else None
                if self._discarding or (entry is None and self._closing):
                    return
            # Before each sample: one that came after a suspend must not pass for one from before it.
            self._note_wall_clock(_CLOCK_SET_NS)
            if entry is not None:
                self._write(entry)
            now_s = time.monotonic()
            if now_s - flushed_s >= self._options.flush_s:
                sync = now_s - synced_s >= self._options.sync_s
                self._file.flush(sync)
                flushed_s, synced_s = now_s, now_s if sync else synced_s

    def _look(self) -> WallClock:
        """Read the system's clock; the caller holds the lock."""
        now_ns = self._clock.now_ns()
        said = WallClock.read(now_ns)
        if said.moved_ns(self._wall_clock) < _CLOCK_SET_NS:
            self._looked_ns = now_ns
        return said

    def _note_wall_clock(self, least_ns: int) -> None:
        """Write what the system's clock says when it was set, or the machine slept, by `least_ns` or more.

        It holds from the last look at which nothing had moved: what woke us came before we could look.
        """
        with self._changed:
            said = self._look()
            moved, since_ns = said.moved_ns(self._wall_clock) >= least_ns, self._looked_ns
            if moved:
                self._wall_clock = said
        if moved:
            self._file.write_wall_clock(said, since_ns)

    def _write(self, entry: _Entry) -> None:
        try:
            entry.write(self._file)
        except InputError as error:
            with self._changed:
                self._dropped[entry.stream] += 1
                self._detail = str(error)
        finally:
            with self._changed:
                self._queued -= entry.cost
                self._changed.notify_all()

    def _fail(self, reason: str) -> None:
        with self._changed:
            self._state = "failed"
            self._detail = f"{self._path}: recording stopped: {reason}"
            for entry in self._queue:
                self._dropped[entry.stream] = self._dropped.get(entry.stream, 0) + 1
            self._queue.clear()
            self._queued = 0
            self._changed.notify_all()
