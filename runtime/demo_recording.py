"""A recording the project makes itself: what a pair of glasses would sense in a short scripted scene.

Knows the script (a picture whose circle wanders, beeping then a tone, walking then sitting) and
writes it as fast as it can; refuses to know what a model says of it. The same bytes every time but
for the file's own dates.
"""

import heapq
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from anymal.engines.manifest import AudioInput, EncoderSpec, Manifest
from anymal.errors import ConfigError
from anymal.runtime.demo_samples import AUDIO_RATE_HZ, IMU_RATE_HZ, beeping, picture, sitting, tone, walking
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk

if TYPE_CHECKING:
    from anymal.sensors.recording import Recorder

__all__ = ["sound_rate_hz", "write_recording"]

Stream = Iterator[tuple[str, Captured]]
# An arbitrary start: a monotonic clock's zero means nothing.
START_NS = 1000 * NS_PER_S
FRAMES_HZ = 10
CHUNK_S = 0.1
# Each half of the scene; sound and motion change with it.
PHASE_S = 10.0
# Pixels the circle moves from frame to frame, there and back within these limits.
STEP_PX, NEAR_PX, FAR_PX = 2, 10, 80
# Grey levels by which a pixel differs from what is drawn, at most.
NOISE = 3


def sound_rate_hz(manifest: Manifest) -> int:
    """The rate that a bundle hears at, for `write_recording`: a replay keeps the rate it was recorded at."""
    spec = manifest.modalities.get("audio")
    takes = spec.input if isinstance(spec, EncoderSpec) else None
    return takes.rate_hz if isinstance(takes, AudioInput) else AUDIO_RATE_HZ


def write_recording(
    path: Path, seconds: float = 20.0, replace: bool = True, rate_hz: int = AUDIO_RATE_HZ
) -> None:
    """Write `seconds` of camera, microphone (at `rate_hz`) and IMU to an MCAP file at `path`.

    Raises `ConfigError` when it cannot be written whole.
    """
    from anymal.sensors.recording import Recorder, RecorderOptions, StreamInfo

    streams = (
        StreamInfo("camera", "image", "synthetic:image"),
        StreamInfo("mic", "audio", "synthetic:audio"),
        StreamInfo("imu", "imu", "synthetic:imu"),
    )
    # Each stream is in order: merged, no more than a sample of each is held.
    samples = heapq.merge(
        _seen(seconds),
        _heard(seconds, rate_hz),
        _moved(seconds),
        key=lambda item: (item[1].arrival_ns, item[0]),
    )
    with Recorder(path, streams, options=RecorderOptions(replace=replace)) as recorder:
        whole = all(_written(recorder, name, captured) for name, captured in samples)
        stats = recorder.close()
    if not whole or stats.state != "finished" or any(stats.dropped.values()):
        why = stats.detail or f"{path}: the disk was too slow"
        raise ConfigError(f"the demo's recording is not whole: {why}")


def _written(recorder: "Recorder", name: str, captured: Captured) -> bool:
    """Whether a sample reached the disk: one that failed takes no more."""
    recorder.add(name, captured)
    return recorder.drain() and recorder.stats().state == "recording"


def _seen(seconds: float) -> Stream:
    for number in range(round(seconds * FRAMES_HZ)):
        t_ns = START_NS + number * NS_PER_S // FRAMES_HZ
        yield "camera", Captured(Frame(t_ns, _picture(number)), t_ns)


def _heard(seconds: float, rate_hz: int) -> Stream:
    halves = [beeping(PHASE_S, rate_hz=rate_hz), tone(PHASE_S, rate_hz=rate_hz)]
    sounds = np.concatenate(halves).astype(np.float32)
    for number, t_ns, end_ns in _chunks(seconds):
        heard = np.take(sounds, _span(number, rate_hz), mode="wrap")
        yield "mic", Captured(AudioChunk(t_ns, heard, rate_hz), end_ns)


def _moved(seconds: float) -> Stream:
    motions = np.concatenate([walking(PHASE_S), sitting(PHASE_S)]).astype(np.float32)
    for number, t_ns, end_ns in _chunks(seconds):
        moved = np.take(motions, _span(number, IMU_RATE_HZ), axis=0, mode="wrap")
        times = t_ns + np.arange(len(moved), dtype=np.int64) * (NS_PER_S // IMU_RATE_HZ)
        yield "imu", Captured(ImuChunk(times, moved[:, :3].copy(), moved[:, 3:].copy()), end_ns)


def _chunks(seconds: float) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of every chunk of sound and motion."""
    for number in range(round(seconds / CHUNK_S)):
        t_ns = START_NS + round(number * CHUNK_S * NS_PER_S)
        yield number, t_ns, t_ns + round(CHUNK_S * NS_PER_S)


def _span(number: int, rate_hz: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Which samples make up a chunk; rates that no chunk divides evenly do not drift."""
    return np.arange(round(number * CHUNK_S * rate_hz), round((number + 1) * CHUNK_S * rate_hz))


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
