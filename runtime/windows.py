"""The newest window of each live stream, cut the way a model takes it.

Knows how samples add up to windows, when one has moved on far enough, and how sound of another
rate comes to the model's; refuses to know sensors, encoders and threads. A hole in sound or
motion is never bridged: what lies before it is forgotten.
"""

from collections import deque
from collections.abc import Sequence
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from anymal.engines.audio_features import require_sound
from anymal.engines.imu_features import LEAST_PART, max_gap_s
from anymal.engines.manifest import AudioInput, EncoderSpec, ImuInput, VideoInput, VideoSpec, video_frames
from anymal.errors import InputError
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk, Modality, Sample
from anymal.sensors.sound_rate import SoundRate

__all__ = ["AudioWindow", "ImageWindow", "ImuWindow", "StreamWindow", "VideoWindow", "make_window"]

Kind = TypeVar("Kind", Frame, AudioChunk, ImuChunk)
RECENT_STEPS = 15
LEAST_AUDIO_S = 1.0
"""The shortest stretch of sound worth a first window; later windows are always full."""
AUDIO_GAP_S = 0.05
RATES_HZ = (1000, 384_000)
"""Of sound that comes to be resampled; outside, it is no sound, or its rate is in another unit."""


class StreamWindow(Protocol):
    """Push samples in order; `take` gives what an encoder needs, or nothing while there is too little."""

    gaps: int

    def push(self, sample: Sample) -> None:
        """Add the next sample. Raises `InputError` for one of another modality, or of no usable rate."""
        ...

    @property
    def end_ns(self) -> int | None:
        """Capture time of the newest sample; None before the first."""
        ...

    def take(self) -> Sequence[Sample]:
        """Return the samples of the newest window, empty while there is too little."""
        ...


class ImageWindow:
    """The newest picture."""

    def __init__(self) -> None:
        self.gaps = 0
        self._frame: Frame | None = None

    def push(self, sample: Sample) -> None:
        """See `StreamWindow.push`."""
        self._frame = _expect(sample, Frame)

    @property
    def end_ns(self) -> int | None:
        """See `StreamWindow.end_ns`."""
        return self._frame.t_ns if self._frame is not None else None

    def take(self) -> Sequence[Sample]:
        """Return the newest frame."""
        return (self._frame,) if self._frame is not None else ()


class VideoWindow:
    """The newest `frames` pictures that lie `spacing_s` or more apart."""

    def __init__(self, frames: int, spacing_s: float) -> None:
        self.gaps = 0
        self._spacing_ns = round(spacing_s * NS_PER_S)
        self._frames: deque[Frame] = deque(maxlen=frames)

    def push(self, sample: Sample) -> None:
        """See `StreamWindow.push`."""
        frame = _expect(sample, Frame)
        if self._frames and frame.t_ns < self._frames[-1].t_ns - self._spacing_ns:
            self.gaps += 1
            self._frames.clear()
        if not self._frames or frame.t_ns - self._frames[-1].t_ns >= self._spacing_ns:
            self._frames.append(frame)

    @property
    def end_ns(self) -> int | None:
        """Capture time of the newest frame kept."""
        return self._frames[-1].t_ns if self._frames else None

    def take(self) -> Sequence[Sample]:
        """Return the frames, oldest first, once there are enough."""
        return tuple(self._frames) if len(self._frames) == self._frames.maxlen else ()


class AudioWindow:
    """The newest `n_samples` of sound without a hole, at the model's rate whatever rate it comes at."""

    def __init__(self, spec: AudioInput) -> None:
        self.gaps = 0
        self._spec = spec
        self._chunks: deque[AudioChunk] = deque()
        self._length = 0
        self._heard_ns: int | None = None  # end of what came, of which the resampler may hold some back
        self._resampler: _Resampler | None = None

    def push(self, sample: Sample) -> None:
        """See `StreamWindow.push`."""
        chunk = _expect(sample, AudioChunk)
        if not len(chunk.samples):
            return
        if self._heard_ns is not None and abs(chunk.t_ns - self._heard_ns) > AUDIO_GAP_S * NS_PER_S:
            self.gaps += 1
            self._chunks.clear()
            self._length = 0
            self._resampler = None
        if self._resampler is not None and self._resampler.source_hz != chunk.rate_hz:
            self._keep(self._resampler.finish(self._heard_ns or 0))
            self._resampler = None
        if self._resampler is None and chunk.rate_hz != self._spec.rate_hz:
            self._resampler = _Resampler(chunk.rate_hz, self._spec.rate_hz)
        self._heard_ns = _end_ns(chunk)
        self._keep(chunk if self._resampler is None else self._resampler.feed(chunk))

    def _keep(self, chunk: AudioChunk) -> None:
        if not len(chunk.samples):
            return
        self._chunks.append(chunk)
        self._length += len(chunk.samples)
        while self._length - len(self._chunks[0].samples) >= self._spec.n_samples:
            self._length -= len(self._chunks.popleft().samples)

    @property
    def end_ns(self) -> int | None:
        """Capture time of the end of the newest sound sample that is ready."""
        return _end_ns(self._chunks[-1]) if self._chunks else None

    def take(self) -> Sequence[Sample]:
        """Return one chunk of the newest window, as soon as there is `LEAST_AUDIO_S` of it."""
        rate_hz = self._spec.rate_hz
        if self._length < min(LEAST_AUDIO_S * rate_hz, self._spec.n_samples):
            return ()
        samples = np.concatenate([chunk.samples for chunk in self._chunks])[-self._spec.n_samples :]
        end_ns = self.end_ns or 0
        return (AudioChunk(end_ns - round(len(samples) * NS_PER_S / rate_hz), samples, rate_hz),)


class _Resampler:
    """One stretch of sound without a hole to the model's rate, stamped by what came last.

    Samples are counted on both sides, so what the filter holds back is known; counted from the newest
    chunk and not from the first, the stamps follow a device whose clock drifts.
    """

    def __init__(self, source_hz: int, rate_hz: int) -> None:
        if not RATES_HZ[0] <= source_hz <= RATES_HZ[1]:
            raise InputError(f"sound comes at {source_hz} Hz; wanted {RATES_HZ[0]} to {RATES_HZ[1]} Hz")
        self.source_hz = source_hz
        self._rate_hz = rate_hz
        self._rate = SoundRate(source_hz, rate_hz)
        self._taken = self._given = 0

    def feed(self, chunk: AudioChunk) -> AudioChunk:
        """Return what is ready now, possibly nothing; raises `InputError` for what is no mono float sound."""
        require_sound(chunk, self.source_hz)
        self._taken += len(chunk.samples)
        samples = np.ascontiguousarray(chunk.samples, np.float32)
        return self._stamped(self._rate.feed(samples), _end_ns(chunk))

    def finish(self, heard_ns: int) -> AudioChunk:
        """Return the rest of a stretch that ended at `heard_ns`."""
        return self._stamped(self._rate.finish(), heard_ns)

    def _stamped(self, samples: NDArray[np.float32], heard_ns: int) -> AudioChunk:
        first_s = self._taken / self.source_hz - self._given / self._rate_hz
        self._given += len(samples)
        return AudioChunk(heard_ns - round(first_s * NS_PER_S), samples, self._rate_hz)


class ImuWindow:
    """The newest `window_s` of motion without a hole; rates and grids are the encoder's business."""

    def __init__(self, spec: ImuInput) -> None:
        self.gaps = 0
        # One second more than the model's window: interpolation at its start needs an older row.
        self._keep_ns = round((spec.window_s + 1.0) * NS_PER_S)
        self._least_ns = round(spec.window_s * LEAST_PART * NS_PER_S)
        self._chunks: deque[ImuChunk] = deque()
        self._steps: deque[int] = deque(maxlen=RECENT_STEPS)

    def push(self, sample: Sample) -> None:
        """See `StreamWindow.push`."""
        chunk = _expect(sample, ImuChunk)
        if not len(chunk.t_ns):
            return
        self._split(chunk)
        while len(self._chunks) > 1 and self._chunks[1].t_ns[0] < chunk.t_ns[-1] - self._keep_ns:
            self._chunks.popleft()

    def _split(self, chunk: ImuChunk) -> None:
        """Append `chunk`; a step backwards or a long hole, also inside it, starts afresh."""
        before = self.end_ns
        steps = np.diff(chunk.t_ns, prepend=chunk.t_ns[0] - 1 if before is None else before)
        # A slow sensor sends single rows, so the usual step is that of the last few, whatever the chunks.
        self._steps.extend(int(step) for step in steps[before is None :] if step > 0)
        period_s = float(np.median(self._steps)) / NS_PER_S if self._steps else 0.0
        limit_ns = max_gap_s(period_s) * NS_PER_S
        breaks = np.flatnonzero((steps > limit_ns) | (steps <= 0))
        if len(breaks):
            self.gaps += len(breaks)
            self._chunks.clear()
            last = int(breaks[-1])
            chunk = ImuChunk(chunk.t_ns[last:], chunk.accel_mps2[last:], chunk.gyro_radps[last:])
        self._chunks.append(chunk)

    @property
    def end_ns(self) -> int | None:
        """Capture time of the newest row."""
        return int(self._chunks[-1].t_ns[-1]) if self._chunks else None

    def take(self) -> Sequence[Sample]:
        """Return one chunk of the newest window, as soon as the model's least part is there."""
        if not self._chunks or self._chunks[-1].t_ns[-1] - self._chunks[0].t_ns[0] < self._least_ns:
            return ()
        parts = tuple(self._chunks)
        joined = ImuChunk(
            np.concatenate([part.t_ns for part in parts]),
            np.concatenate([part.accel_mps2 for part in parts]),
            np.concatenate([part.gyro_radps for part in parts]),
        )
        return (joined,)


def make_window(modality: Modality, spec: EncoderSpec | VideoSpec, spacing_s: float) -> StreamWindow:
    """Return the window a bundle's modality needs; `spacing_s` is between the pictures of a video."""
    if isinstance(spec, VideoSpec) or isinstance(spec.input, VideoInput):
        return VideoWindow(video_frames(spec), spacing_s)
    if isinstance(spec.input, AudioInput):
        return AudioWindow(spec.input)
    return ImuWindow(spec.input) if isinstance(spec.input, ImuInput) else ImageWindow()


def _end_ns(chunk: AudioChunk) -> int:
    return chunk.t_ns + round(len(chunk.samples) * NS_PER_S / chunk.rate_hz)


def _expect(sample: Sample, kind: type[Kind]) -> Kind:
    if not isinstance(sample, kind):
        raise InputError(f"this stream takes {kind.__name__}, found {type(sample).__name__}")
    return sample
