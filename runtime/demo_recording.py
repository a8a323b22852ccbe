"""A recording the project makes itself: what a pair of glasses would sense in a short scripted scene.

Knows the script (a picture whose circle wanders, beeping then a tone, walking then sitting) and
writes it as fast as it can; refuses to know what a model says of it. The same bytes every time but
for the file's own dates.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np

from anymal.runtime.demo_samples import AUDIO_RATE_HZ, IMU_RATE_HZ, beeping, picture, sitting, tone, walking
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk

__all__ = ["write_recording"]

FRAMES_HZ = 10
CHUNK_S = 0.1
# Each half of the scene; sound and motion change with it.
PHASE_S = 10.0
# Pixels the circle moves from frame to frame, there and back within these limits.
STEP_PX, NEAR_PX, FAR_PX = 2, 10, 80
# Grey levels by which a pixel differs from what is drawn, at most.
NOISE = 3


def write_recording(path: Path, seconds: float = 20.0, replace: bool = True) -> None:
    """Write `seconds` of camera, microphone and IMU to an MCAP file at `path`.

    Raises `ConfigError` when it cannot be written.
    """
    from anymal.sensors.recording import Recorder, RecorderOptions, StreamInfo

    streams = (
        StreamInfo("camera", "image", "synthetic:image"),
        StreamInfo("mic", "audio", "synthetic:audio"),
        StreamInfo("imu", "imu", "synthetic:imu"),
    )
    with Recorder(path, streams, options=RecorderOptions(replace=replace)) as recorder:
        for name, captured in sorted(_samples(seconds), key=lambda item: (item[1].arrival_ns, item[0])):
            recorder.add(name, captured)
            recorder.drain()


def _samples(seconds: float) -> Iterator[tuple[str, Captured]]:
    # An arbitrary start: a monotonic clock's zero means nothing.
    start_ns = 1000 * NS_PER_S
    sounds = np.concatenate([beeping(PHASE_S), tone(PHASE_S)]).astype(np.float32)
    motions = np.concatenate([walking(PHASE_S), sitting(PHASE_S)]).astype(np.float32)
    for number in range(round(seconds * FRAMES_HZ)):
        t_ns = start_ns + number * NS_PER_S // FRAMES_HZ
        yield "camera", Captured(Frame(t_ns, _picture(number)), t_ns)
    for number in range(round(seconds / CHUNK_S)):
        t_ns = start_ns + round(number * CHUNK_S * NS_PER_S)
        end_ns = t_ns + round(CHUNK_S * NS_PER_S)
        heard = np.take(sounds, _span(number, AUDIO_RATE_HZ), mode="wrap")
        yield "mic", Captured(AudioChunk(t_ns, heard, AUDIO_RATE_HZ), end_ns)
        moved = np.take(motions, _span(number, IMU_RATE_HZ), axis=0, mode="wrap")
        times = t_ns + np.arange(len(moved), dtype=np.int64) * (NS_PER_S // IMU_RATE_HZ)
        yield "imu", Captured(ImuChunk(times, moved[:, :3].copy(), moved[:, 3:].copy()), end_ns)


def _span(number: int, rate_hz: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    size = round(CHUNK_S * rate_hz)
    return np.arange(number * size, (number + 1) * size)


def _picture(number: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """The circle on its way there and back, with a camera's noise: no two frames are quite the same.

    Without it a session would know every picture by the second crossing, and never encode again.
    """
    way = FAR_PX - NEAR_PX
    at = number * STEP_PX % (2 * way)
    clean = _drawn(NEAR_PX + min(at, 2 * way - at))
    noise = np.random.default_rng(number).integers(-NOISE, NOISE + 1, clean.shape, dtype=np.int16)
    return np.asarray(np.clip(clean + noise, 0, 255), dtype=np.uint8)


@cache
def _drawn(circle_left: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """Every place is crossed many times, and drawing is most of the work."""
    return picture(circle_left)
