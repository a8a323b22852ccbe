"""Samples handed to `ask`: cut to a window and held to what file readers hold files to.

Knows stretches of sound, motion and frames, in seconds from their first moment; refuses to know
files. Live samples never come here: a sensor is checked when it is opened, and a fall is no error then.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk

if TYPE_CHECKING:
    from anymal.sensors.window import Window

__all__ = ["LEAST_SOUND_S", "frames_of", "motion_in", "require_heard", "sound_in"]

LEAST_SOUND_S = 0.1
"""Shorter sounds are clicks; an encoder would call them something all the same."""


def sound_in(chunk: AudioChunk, rate_hz: int, window: "Window") -> AudioChunk:
    """Return the window of a sound at `rate_hz`. Raises `InputError` for what cannot be used."""
    from anymal.engines.audio_features import require_sound

    require_sound(chunk, rate_hz)
    count = len(chunk.samples)
    length = count if window.length_s is None else max(1, round(window.length_s * rate_hz))
    begin = max(0, count - length) if window.start_s is None else round(window.start_s * rate_hz)
    part = chunk.samples[begin : begin + length]
    if not len(part):
        lasts = f"no sound in window {window}; it ends at {count / rate_hz:.2f} s"
        raise InputError(f"audio: {lasts}. Choose another.")
    cut = AudioChunk(chunk.t_ns + round(begin * NS_PER_S / rate_hz), part, chunk.rate_hz)
    require_heard(cut, "audio", "windows")
    return cut


def require_heard(chunk: AudioChunk, name: object, option: str) -> None:
    """Raise `InputError` for a click; `name` opens the message, `option` is where windows are chosen."""
    heard_s = len(chunk.samples) / chunk.rate_hz
    if heard_s < LEAST_SOUND_S:
        raise InputError(
            f"{name}: {heard_s:.3f} s of sound, wanted at least {LEAST_SOUND_S} s; record longer, or choose "
            f"another {option}"
        )


def motion_in(chunk: ImuChunk, window: "Window", chosen: bool) -> ImuChunk:
    """Return the window of a motion; all of it unless the window was `chosen`.

    The newest stretch is cut by the model's features, which want one row more than it to interpolate.
    Raises `InputError` for what cannot be used, and for units that motion of a person does not have.
    """
    from anymal.engines.imu_features import require_motion
    from anymal.sensors.imu_plausible import check_plausible

    require_motion(chunk)
    t_ns: NDArray[np.int64] = chunk.t_ns.astype(np.int64)
    first_ns, last_ns = int(t_ns[0]), int(t_ns[-1])
    length_ns = last_ns - first_ns if window.length_s is None else round(window.length_s * NS_PER_S)
    begin_ns = last_ns - length_ns
    if window.start_s is not None:
        begin_ns = first_ns + round(window.start_s * NS_PER_S)
    inside = (t_ns >= begin_ns) & (t_ns <= begin_ns + length_ns)
    if (rows := int(inside.sum())) < 2:
        raise InputError(
            f"imu: window {window} holds {rows} rows; wanted 2 or more. "
            f"The motion lasts {(last_ns - first_ns) / NS_PER_S:.2f} s: choose another window."
        )
    cut = ImuChunk(t_ns[inside], chunk.accel_mps2[inside], chunk.gyro_radps[inside])
    check_plausible(cut, "imu")
    return cut if chosen else ImuChunk(t_ns, chunk.accel_mps2, chunk.gyro_radps)


def frames_of(clip: tuple[Frame, ...], frames: int, window: "Window | None") -> Sequence[Frame]:
    """Return `frames` of a clip, as of a video file: of each of as many equal parts what its middle shows.

    Without a window the parts are counted in frames, with one in time.
    """
    if window is None:
        return [clip[(2 * part + 1) * len(clip) // (2 * frames)] for part in range(frames)]
    t_ns = np.array([int(frame.t_ns) - int(clip[0].t_ns) for frame in clip], np.int64)
    steps = np.diff(t_ns)
    if len(clip) < 2 or steps.min() <= 0:
        raise InputError(
            f"video: window {window} needs two frames or more whose t_ns rise; stamp them: Frame(t_ns, rgb)"
        )
    end_ns = int(t_ns[-1]) + int(np.median(steps))  # the last one is seen as long as any
    length_ns = end_ns if window.length_s is None else round(window.length_s * NS_PER_S)
    begin_ns = max(0, end_ns - length_ns)
    if window.start_s is not None:
        begin_ns = round(window.start_s * NS_PER_S)
        if begin_ns >= end_ns:
            lasts = f"lasts {end_ns / NS_PER_S:.2f} s"
            raise InputError(f"video: {lasts}; window {window} starts after it. Choose an earlier one.")
    span_ns = min(end_ns, begin_ns + length_ns) - begin_ns
    middles = [begin_ns + (2 * part + 1) * span_ns // (2 * frames) for part in range(frames)]
    return [clip[int(np.searchsorted(t_ns, middle, side="right")) - 1] for middle in middles]
