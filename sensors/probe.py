"""A short look at what a sensor really delivers: rate, size, level, |a|.

Knows what a healthy sample looks like; refuses to judge whether it is what the user wants.
"""

import time

import numpy as np

from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk
from anymal.sensors import open_sensor
from anymal.sensors.driver import EndOfStream
from anymal.sensors.sensor import SensorTimeout

__all__ = ["sample_of", "summarise"]

FIRST_S = 8.0  # a camera needs a second, an IMU of unknown protocol and speed a few
SILENT_DB = -200.0


def sample_of(uri: str, seconds: float = 1.0, first_s: float = FIRST_S) -> str:
    """Open a sensor, take what comes within `seconds` and say what it is.

    Raises `SensorError` when it cannot be opened or sends nothing for `first_s`, and
    `ConfigError` for an address that is wrong.
    """
    with open_sensor(uri) as sensor:
        taken = [sensor.read(first_s)]
        deadline = time.monotonic() + seconds
        try:
            while (left_s := deadline - time.monotonic()) > 0:
                taken.append(sensor.read(left_s))
        except (SensorTimeout, EndOfStream):
            pass
    return summarise(taken)


def summarise(taken: list[Captured]) -> str:
    """Describe samples of one sensor in a few words; at least one is needed."""
    frames = [c.sample for c in taken if isinstance(c.sample, Frame)]
    sounds = [c.sample for c in taken if isinstance(c.sample, AudioChunk)]
    motions = [c.sample for c in taken if isinstance(c.sample, ImuChunk)]
    if frames:
        return _pictures(frames)
    return _sound(sounds) if sounds else _motion(motions)


def _pictures(frames: list[Frame]) -> str:
    height, width = frames[-1].rgb.shape[:2]
    rate = _rate([frame.t_ns for frame in frames])
    return f"{width}x{height}, {rate} frames/s, brightness {frames[-1].rgb.mean():.0f} of 255"


def _sound(chunks: list[AudioChunk]) -> str:
    samples = np.concatenate([chunk.samples for chunk in chunks]).astype(np.float64)
    if not samples.any():
        return f"{chunks[0].rate_hz} Hz, only zeros: muted, or not a microphone"
    level_db, peak_db = (
        _decibels(float(np.sqrt(np.mean(samples**2)))),
        _decibels(float(np.abs(samples).max())),
    )
    clipped = ", clipping: turn it down" if np.abs(samples).max() >= 1.0 else ""
    return f"{chunks[0].rate_hz} Hz, level {level_db:.0f} dBFS, peak {peak_db:.0f} dBFS{clipped}"


def _motion(chunks: list[ImuChunk]) -> str:
    accel = np.linalg.norm(np.concatenate([chunk.accel_mps2 for chunk in chunks]), axis=1)
    turn = np.linalg.norm(np.concatenate([chunk.gyro_radps for chunk in chunks]), axis=1)
    rate = _rate([int(t) for chunk in chunks for t in chunk.t_ns])
    return f"{rate} rows/s, |a| {np.median(accel):.2f} m/s2, turning {np.median(turn):.2f} rad/s"


def _rate(times_ns: list[int]) -> str:
    if len(times_ns) < 2 or times_ns[-1] <= times_ns[0]:
        return "?"
    return f"{(len(times_ns) - 1) * NS_PER_S / (times_ns[-1] - times_ns[0]):.1f}"


def _decibels(amplitude: float) -> float:
    return 20.0 * float(np.log10(amplitude)) if amplitude > 0 else SILENT_DB
