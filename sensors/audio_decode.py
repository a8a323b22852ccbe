"""A stretch of a sound file, decoded to mono at the file's own rate.

Knows containers, seeking, sample formats and channels; refuses to resample. Memory holds the
wanted stretch only: the reader seeks near it where the format can, and drops what it decodes on
the way, so three hours cost what one window costs.
"""

import math
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.sensors.media_file import open_container, require_decoder, streams_found
from anymal.sensors.window import Window

if TYPE_CHECKING:
    from av import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer

__all__ = ["MAX_AUDIO_S", "SoundPiece", "decode_sound", "sound_frames", "sound_stream"]

MAX_AUDIO_S = 300.0  # the most that is held at once: 115 MB while decoding 48 kHz stereo
_EDGE_S = 0.05  # context kept on both sides of the stretch, for the resampler's filter
_PREROLL_S = 1.0  # seek this much early: Opus, AAC and MP3 start up from earlier packets
_WARM_UP_S = 0.25  # of which this much may be wrong
_BACK_S = (0.0, 10.0, 60.0, 300.0)  # a header's length may be an estimate: then look earlier
_MAX_BAD_PACKETS = 2  # a cut last packet, a tag taken for sound; more is damage

# Full scale of FFmpeg's sample formats; "p" (planar) variants are the same.
_FULL_SCALE = {"u8": 2.0**7, "s16": 2.0**15, "s32": 2.0**31, "flt": 1.0, "dbl": 1.0}


@dataclass(frozen=True)
class SoundPiece:
    """Mono float32 `samples` [n] at `rate_hz`; the first is sample number `first` of the file.

    `lead` and `tail` samples at the ends are context around the stretch that was asked for.
    """

    samples: NDArray[np.float32]
    rate_hz: int
    first: int
    lead: int
    tail: int


def decode_sound(file: Path, window: Window) -> SoundPiece:
    """Decode the window of a checked path (see `require_file`), with a little context.

    Raises `InputError` for no audio stream, no sample, a window outside the sound or longer than
    `MAX_AUDIO_S`, and damage; PyAV's own errors pass through (see `media_errors`).
    """
    if (window.length_s or 0) > MAX_AUDIO_S:
        raise _too_long(file, window)
    tape = _find(file, window)
    begin, end = tape.span(window)
    if end <= begin or not tape.held:
        end_s = tape.end / tape.rate_hz
        raise InputError(f"{file}: no sound in window {window}; it ends at {end_s:.2f} s. Choose another.")
    return tape.cut(begin, end, file)


def _find(file: Path, window: Window) -> "_Tape":
    """Record the window, looking further back each time a seek turns out to have gone too far."""
    for back_s in (*_BACK_S, None):
        with open_container(file, "sound") as container:
            stream = sound_stream(container, file)
            sought = back_s is not None and _seek_before(container, window, back_s)
            tape = _record(container, stream, window, file)
            if tape is None and not sought:
                found = streams_found(container)
                raise InputError(f"{file}: 0 samples of sound; found {found}. Record or copy it again.")
        if tape is not None:
            begin, _ = tape.span(window)
            if not sought or tape.origin + round(_WARM_UP_S * tape.rate_hz) <= begin:
                return tape
    raise AssertionError("the last attempt does not seek")


def _too_long(file: Path, window: Window) -> InputError:
    wanted = "all of it" if window.length_s is None else f"{window.length_s:g} s"
    limit = f"at most {MAX_AUDIO_S:g} s"
    return InputError(f"{file}: {wanted} is too much sound at once; {limit}. Choose a shorter window.")


class _Tape:
    """Decoded frames, forgetting those nobody will ask for; only what is asked for becomes numpy."""

    def __init__(self, rate_hz: int, first: int) -> None:
        self.rate_hz = rate_hz
        self.origin = first  # number in the file of the first sample decoded
        self.first = first  # ... and of the first one still held
        self.held = 0
        self._edge = round(_EDGE_S * rate_hz)
        self.sound_frames: deque[AudioFrame] = deque()

    @property
    def end(self) -> int:
        """Number in the file of the sample after the last one held."""
        return self.first + self.held

    def span(self, window: Window) -> tuple[int, int]:
        """The window in sample numbers, as far as it is held."""
        # rounded up, so that resampling yields the full length; a millionth is floating-point noise
        length = self.end if window.length_s is None else math.ceil(window.length_s * self.rate_hz - 1e-6)
        begin = self.end - length if window.start_s is None else round(window.start_s * self.rate_hz)
        return max(begin, self.first), min(begin + length, self.end)

    def append(self, frame: "AudioFrame", window: Window) -> bool:
        """Add a frame, forget what lies before the window; False once the window is complete."""
        self.sound_frames.append(frame)
        self.held += frame.samples
        begin, _ = self.span(window)
        if window.start_s is not None:
            begin = round(window.start_s * self.rate_hz)
        while self.sound_frames and self.first + self.sound_frames[0].samples <= begin - self._edge:
            self.first += self.sound_frames[0].samples
            self.held -= self.sound_frames.popleft().samples
        return window.end_s is None or self.end < window.end_s * self.rate_hz + self._edge

    def cut(self, begin: int, end: int, file: Path) -> SoundPiece:
        """Return samples [begin, end) with the context there is."""
        low, high = max(begin - self._edge, self.first), min(end + self._edge, self.end)
        mono = np.concatenate([_to_mono(frame, file) for frame in self.sound_frames])
        samples = mono[low - self.first : high - self.first]
        return SoundPiece(samples, self.rate_hz, low, begin - low, high - end)


def sound_stream(container: "InputContainer", file: Path) -> "AudioStream":
    """Return the best sound stream; raises `InputError` for a file without one."""
    from av.audio.stream import AudioStream

    stream = container.streams.best("audio")
    if not isinstance(stream, AudioStream):
        found = streams_found(container)
        raise InputError(f"{file}: no audio stream; found {found}. Name a file with sound.")
    require_decoder(stream, file)
    return stream


def _seek_before(container: "InputContainer", window: Window, back_s: float) -> bool:
    """Seek to before the window; False when reading starts at the beginning of the file."""
    import av

    start_s = window.start_s
    if start_s is None:
        if not container.duration or window.length_s is None:
            return False
        start_s = container.duration / av.time_base - window.length_s
    target_s = start_s - _PREROLL_S - back_s
    if target_s <= _PREROLL_S:
        return False
    try:
        container.seek((container.start_time or 0) + int(target_s * av.time_base), backward=True)
    except (av.FFmpegError, OSError, OverflowError):
        return False
    return True


def _record(container: "InputContainer", stream: "AudioStream", window: Window, file: Path) -> _Tape | None:
    """Decode from here to the end of the window or file; `None` when there is no sample."""
    import av

    zero_s = (container.start_time or 0) / av.time_base
    tape: _Tape | None = None
    for frame in sound_frames(container, stream, file):
        if tape is None:
            stamp_s = max(0.0, (frame.time or 0.0) - zero_s)
            tape = _Tape(frame.sample_rate, round(stamp_s * frame.sample_rate))
        if frame.sample_rate != tape.rate_hz:
            rates = f"{tape.rate_hz} to {frame.sample_rate} Hz"
            raise InputError(f"{file}: changes from {rates} on the way. Convert it to one rate.")
        if not tape.append(frame, window):
            break
        if window.length_s is None and tape.held > MAX_AUDIO_S * tape.rate_hz:
            raise _too_long(file, window)
    return tape


def sound_frames(
    container: "InputContainer", stream: "AudioStream", file: Path, on_bad: Callable[[], None] | None = None
) -> "Iterator[AudioFrame]":
    """Decode packet by packet, passing over a few bad ones as every player does; `on_bad` hears of each."""
    import av

    bad = 0
    for packet in container.demux(stream):
        try:
            frames = packet.decode()
        except av.FFmpegError as error:
            bad += 1
            if on_bad is not None:
                on_bad()
            if bad > _MAX_BAD_PACKETS:
                fault = f"{bad} packets cannot be decoded ({error.strerror})"
                raise InputError(f"{file}: damaged: {fault}. Copy it again.") from error
            continue
        for frame in frames:
            if isinstance(frame, av.AudioFrame) and frame.samples:
                yield frame


def _to_mono(frame: "AudioFrame", file: Path) -> NDArray[np.float32]:
    """Average the channels of a decoded frame to float32 [n], full scale 1.0."""
    name = frame.format.name.removesuffix("p")
    scale = _FULL_SCALE.get(name)
    if scale is None:
        raise InputError(f"{file}: sample format {name} is not supported. Convert it to 16-bit WAV.")
    values = frame.to_ndarray().astype(np.float32)
    if name == "u8":
        values -= 128.0
    # packed formats come as [1, n * channels], planar ones as [channels, n]
    by_channel = values if frame.format.is_planar else values.reshape(-1, len(frame.layout.channels)).T
    mono: NDArray[np.float32] = by_channel.mean(axis=0, dtype=np.float32) / np.float32(scale)
    return mono
