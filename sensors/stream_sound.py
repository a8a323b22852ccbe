"""Sound of a stream to mono samples at one rate, piece by piece, with the time of each piece.

Knows channels, resampling across frame borders and gaps in the stream's time stamps; refuses to
know files and networks. Channels are averaged, as `audio_file` does.
"""

import threading
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from anymal.samples import NS_PER_S, AudioChunk, Captured
from anymal.sensors.camera_source import OpenStream
from anymal.sensors.driver import ClockFit
from anymal.sensors.sound_rate import SoundRate
from anymal.sensors.stream_clock import StreamClock
from anymal.sensors.unreadable import Failures

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.codec.context import CodecContext
    from av.packet import Packet
    from av.stream import Stream

__all__ = ["SoundPiece", "SoundSink", "SoundTrack"]

_GAP_NS = 100_000_000  # time stamps of containers are rounded, and codecs start with some delay
_LATE_NS = 500_000_000  # beyond this, a piece belongs to the backlog of a stall
_WAITING = 1024  # pieces held for the sensor's thread


class SoundPiece(NamedTuple):
    """Mono float32 `samples` [n]; `stream_ns` is the first one's time in the stream's own clock."""

    stream_ns: int
    samples: NDArray[np.float32]


class SoundTrack:
    """Decoded frames in, mono pieces at `rate_hz` out; `gaps` counts where the stream's time jumped."""

    def __init__(self, rate_hz: int) -> None:
        self.gaps = 0
        self._rate_hz = rate_hz
        self._source_hz = 0
        self._origin_ns = 0  # stream time of sample 0, in and out
        self._taken = self._given = 0  # samples since then
        self._resampler: SoundRate | None = None

    def feed(self, frame: "AudioFrame") -> list[SoundPiece]:
        """Take a decoded frame; return what can be given out now, possibly nothing."""
        pieces: list[SoundPiece] = []
        stamp_ns = _stamp_ns(frame)
        if frame.sample_rate != self._source_hz or self._jumped(stamp_ns):
            pieces += self.finish()
            self.gaps += self._source_hz != 0
            self._begin(frame.sample_rate, stamp_ns)
        mono = _mono(frame)
        self._taken += len(mono)
        if self._resampler is not None:
            mono = self._resampler.feed(mono)
        return pieces + self._piece(mono)

    def finish(self) -> list[SoundPiece]:
        """Return what the filter still holds; the next frame starts anew."""
        if self._resampler is None:
            return []
        rest, self._resampler = self._resampler.finish(), None
        return self._piece(rest)

    def _begin(self, source_hz: int, stamp_ns: int | None) -> None:
        if stamp_ns is None:
            stamp_ns = self._expected_ns() if self._source_hz else 0
        self._source_hz, self._origin_ns = source_hz, stamp_ns
        self._taken = self._given = 0
        self._resampler = SoundRate(source_hz, self._rate_hz)

    def _jumped(self, stamp_ns: int | None) -> bool:
        return stamp_ns is not None and abs(stamp_ns - self._expected_ns()) > _GAP_NS

    def _expected_ns(self) -> int:
        return self._origin_ns + self._taken * NS_PER_S // self._source_hz

    def _piece(self, samples: NDArray[np.float32]) -> list[SoundPiece]:
        if not len(samples):
            return []
        stream_ns = self._origin_ns + self._given * NS_PER_S // self._rate_hz
        self._given += len(samples)
        return [SoundPiece(stream_ns, np.clip(samples, -1.0, 1.0))]


class SoundSink:
    """Packets of a live stream to stamped chunks.

    After a stall nothing is dropped for its age, since sound makes up windows; only what comes
    before the age is known (`stale_samples`) is.
    """

    def __init__(self, rate_hz: int, latency_ms: float, name: str) -> None:
        self.failures = Failures()
        self._name = name
        self._rate_hz = rate_hz
        self._latency_ms = latency_ms
        self._track = SoundTrack(rate_hz)
        self._mapper = StreamClock(_LATE_NS, latency_ms)
        self._lock = threading.Lock()
        self._waiting: deque[Captured] = deque()
        self._dropped = self._stale = self._bad = self._gaps = 0
        self._codec: CodecContext | None = None

    def begin(self, stream: OpenStream) -> None:
        """Start anew with the sound of `stream`."""
        self._gaps += self._track.gaps
        self._track, self._mapper = SoundTrack(self._rate_hz), StreamClock(_LATE_NS, self._latency_ms)
        self._codec, self.failures = stream.stream.codec_context, Failures()

    def add(self, packet: "Packet[Stream]", arrival_ns: int) -> bool:
        """Decode, resample, stamp: the newest sample cannot be later than its arrival."""
        import av

        frames: list[object] = []
        try:
            frames += packet.decode()
        except (av.FFmpegError, ValueError):
            self._bad += 1
            self.failures.note(False, arrival_ns)
        if frames:
            self.failures.note(True, arrival_ns)
        pieces = [
            piece for frame in frames if isinstance(frame, av.AudioFrame) for piece in self._track.feed(frame)
        ]
        captured = [self._stamped(piece, arrival_ns) for piece in pieces]
        with self._lock:
            self._waiting.extend(chunk for chunk in captured if chunk is not None)
            while len(self._waiting) > _WAITING:
                self._dropped += len(_samples(self._waiting.popleft()))
        return bool(frames)

    def end(self) -> None:
        """Nothing here points into the stream."""

    def take(self) -> list[Captured]:
        """Return what waits, oldest first."""
        with self._lock:
            waiting, self._waiting = list(self._waiting), deque()
        return waiting

    def describe(self) -> str:
        """Codec and rates."""
        if self._codec is None:
            return "no stream yet"
        return f"{self._codec.name} sound to mono {self._rate_hz} Hz"

    def fit(self) -> ClockFit | None:
        """The stream clock's mapping."""
        return self._mapper.fit()

    def counts(self) -> Mapping[str, int]:
        """Counts since the sensor was opened."""
        gaps = self._gaps + self._track.gaps
        return {
            "gaps": gaps,
            "dropped": self._dropped,
            "stale_samples": self._stale,
            "bad_packets": self._bad,
        }

    def _stamped(self, piece: SoundPiece, arrival_ns: int) -> Captured | None:
        length_ns = len(piece.samples) * NS_PER_S // self._rate_hz
        end_ns = self._mapper.map_one(piece.stream_ns + length_ns, arrival_ns)
        if end_ns is None:
            self._stale += len(piece.samples)
            return None
        chunk = AudioChunk(end_ns - length_ns, piece.samples, self._rate_hz)
        return Captured(chunk, arrival_ns, np.array(piece.stream_ns, np.int64))


def _samples(captured: Captured) -> NDArray[np.float32]:
    assert isinstance(captured.sample, AudioChunk)
    return captured.sample.samples


def _stamp_ns(frame: "AudioFrame") -> int | None:
    if frame.pts is None or frame.time_base is None:
        return None
    return frame.pts * frame.time_base.numerator * NS_PER_S // frame.time_base.denominator


def _mono(frame: "AudioFrame") -> NDArray[np.float32]:
    """Average the channels to float32 [n], full scale 1.0."""
    import av

    parts = av.AudioResampler(format="fltp").resample(frame)  # changes the sample format only
    return np.concatenate([part.to_ndarray().mean(axis=0, dtype=np.float32) for part in parts])
