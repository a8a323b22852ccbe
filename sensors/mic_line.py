"""Blocks of PCM in, stamped 20 ms chunks of mono sound out. Pure: no device, no thread, no clock of its own.

Knows downmixing, resampling as a stream, the clock that counted samples are, gaps and silence;
refuses to know where blocks come from.

The filter of the resampler holds sound back (`sound_rate`), so a chunk comes out later than its last
sample came in; its stamp does not suffer: chunk times are counted in samples.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from anymal.samples import NS_PER_S, AudioChunk, Captured
from anymal.sensors.clock_map import ClockMapper
from anymal.sensors.driver import ClockFit
from anymal.sensors.mic_input import CHUNK_S, Block
from anymal.sensors.sound_rate import SoundRate

__all__ = ["MicOptions", "SoundClock", "SoundLine"]

SETTLE_NS = NS_PER_S  # sound servers begin with a burst: the first second says nothing of the rate
SILENCE_S = 2.0  # nothing but zeros for this long is no microphone, or a muted one
FULL_SCALE = 2.0**15
LOUDEST = 1.0 - 1.5 / FULL_SCALE  # 32767 and -32768 are where converters stop


@dataclass(frozen=True)
class MicOptions:
    """`rate_hz` of the chunks, `channel` from 1 or 0 for the mean of all, `latency_ms` taken off stamps."""

    rate_hz: int = 16_000
    channel: int = 0
    gain_db: float = 0.0
    latency_ms: float = 0.0


class SoundClock:
    """Maps counted samples to `time.monotonic_ns()`; the first second of a stream is kept out of the fit."""

    def __init__(self, latency_ms: float) -> None:
        self.has_jumped = False  # the newest block contradicted all before: sound was lost unnoticed
        self._mapper = ClockMapper(latency_ms)
        self._discarded = 0
        self.restart()

    def restart(self) -> None:
        """Forget the fit: a stream begins, or lost an unknown number of samples."""
        self._began: int | None = None
        self._settled = False
        self._best = (0, 0)

    def map_end(self, device_ns: int, arrival_ns: int) -> int:
        """Return when the end of a block was captured; `device_ns` is the sound counted up to it."""
        if self._began is None:
            self._began, self._best = device_ns, (device_ns, arrival_ns)
            if self._mapper.fit() is not None:
                self._mapper.reset()
        if not self._settled:
            if arrival_ns - device_ns < self._best[1] - self._best[0]:
                self._best = (device_ns, arrival_ns)
            if device_ns - self._began >= SETTLE_NS:
                self._settle()
        resets = self._mapper.resets
        mapped = self._mapper.map_one(device_ns, arrival_ns)
        self.has_jumped = self._mapper.resets != resets
        return mapped

    def fit(self) -> ClockFit | None:
        """Return the fit; None before the first block."""
        fit = self._mapper.fit()
        return fit and dataclasses.replace(fit, resets=fit.resets - self._discarded)

    def _settle(self) -> None:
        """Drop the first second, except its least delayed block: so the stamps do not jump."""
        self._mapper.reset()
        self._discarded += 1
        self._mapper.map_one(*self._best)
        self._settled = True


class SoundLine:
    """Turns the blocks of one microphone into chunks, over all its reconnections.

    `begin` at each opening, then `feed` block by block. Counts: `gaps` (sound missing), `overflows`
    (of which the system lost it), `dropped` (samples at the output's rate that we lost), `silences`
    (longer than 2 s), `clipped` (samples at the device's rate).
    """

    def __init__(self, options: MicOptions) -> None:
        self._options = options
        self._gain = np.float32(10.0 ** (options.gain_db / 20.0) / FULL_SCALE)
        self._size = round(options.rate_hz * CHUNK_S)
        self._clock = SoundClock(options.latency_ms)
        self._counts = dict.fromkeys(("gaps", "overflows", "dropped", "silences", "clipped"), 0)
        self._last_ns: int | None = None
        self.begin(options.rate_hz, 1)

    def begin(self, rate_hz: int, channels: int) -> None:
        """A stream starts, at the device's own rate."""
        self._rate_hz, self._channels = rate_hz, channels
        self._clock.restart()
        self._silent_frames = 0
        self._expected = 0
        self._end_ns = self._end_mapped_ns = self._arrival_ns = 0
        self._restart(0)

    @property
    def is_silent(self) -> bool:
        """Whether the last 2 s were nothing but zeros."""
        return self._silent_frames >= SILENCE_S * self._rate_hz

    def feed(self, block: Block) -> list[Captured]:
        """Return the chunks that are complete with this block."""
        chunks: list[Captured] = []
        missing = block.first - self._expected
        if block.overflow or missing:
            chunks = self._chunks(np.clip(self._resampler.finish(), -1.0, 1.0), whole=False)
            self._counts["gaps"] += 1
            self._counts["overflows"] += block.overflow
            self._counts["dropped"] += missing * self._options.rate_hz // self._rate_hz
            self._restart(block.first)
            if block.overflow:
                self._clock.restart()
        pcm = np.frombuffer(block.pcm, np.int16).reshape(-1, self._channels)
        self._watch_silence(pcm)
        self._expected = block.first + len(pcm)
        self._end_ns = self._expected * NS_PER_S // self._rate_hz
        self._end_mapped_ns = self._clock.map_end(self._end_ns, block.arrival_ns)
        self._arrival_ns = block.arrival_ns
        self._counts["gaps"] += self._clock.has_jumped and not missing
        sound = self._resampler.feed(self._mono(pcm))
        return chunks + self._chunks(np.clip(sound, -1.0, 1.0), whole=True)

    def clock_fit(self) -> ClockFit | None:
        """Return how counted samples map to our clock."""
        return self._clock.fit()

    def counters(self) -> Mapping[str, int]:
        """Return the counts so far."""
        return self._counts

    def _restart(self, first: int) -> None:
        """Begin a stretch without gaps at frame `first`."""
        self._start_ns = first * NS_PER_S // self._rate_hz
        self._sent = 0
        self._waiting = np.zeros(0, np.float32)
        self._resampler = SoundRate(self._rate_hz, self._options.rate_hz)

    def _mono(self, pcm: NDArray[np.int16]) -> NDArray[np.float32]:
        """Pick or average channels: int16 [n, channels] to float32 [n]."""
        chosen = pcm[:, self._options.channel - 1] if self._options.channel else pcm.mean(1, dtype=np.float32)
        mono: NDArray[np.float32] = chosen * self._gain
        self._counts["clipped"] += int(np.count_nonzero(np.abs(mono) >= LOUDEST))
        return np.clip(mono, -1.0, 1.0)

    def _chunks(self, sound: NDArray[np.float32], whole: bool) -> list[Captured]:
        """Cut into chunks of 20 ms; a rest waits for more, unless the stretch ends here."""
        self._waiting = np.concatenate([self._waiting, sound])
        chunks: list[Captured] = []
        while len(self._waiting) >= self._size or (len(self._waiting) and not whole):
            samples, self._waiting = self._waiting[: self._size], self._waiting[self._size :]
            chunks.append(self._stamp(samples))
            self._sent += len(samples)
        return chunks

    def _stamp(self, samples: NDArray[np.float32]) -> Captured:
        """Count back from the newest block's end; times rise even while a burst pulls them together."""
        device_ns = self._start_ns + self._sent * NS_PER_S // self._options.rate_hz
        t_ns = self._end_mapped_ns - (self._end_ns - device_ns)
        if self._last_ns is not None:
            t_ns = max(t_ns, self._last_ns + 1)
        self._last_ns = t_ns
        chunk = AudioChunk(t_ns, samples, self._options.rate_hz)
        return Captured(chunk, self._arrival_ns, np.array([device_ns], np.int64))

    def _watch_silence(self, pcm: NDArray[np.int16]) -> None:
        if pcm.any():
            self._silent_frames = 0
            return
        was_silent = self.is_silent
        self._silent_frames += len(pcm)
        self._counts["silences"] += self.is_silent and not was_silent
