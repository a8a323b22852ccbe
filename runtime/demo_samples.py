"""Small samples the project makes itself, so that the demo needs no camera, no microphone and no download.

Knows how to draw one picture, beep one sound and walk one walk, the same bytes every time;
refuses to know what a model says of them.
"""

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "AUDIO_RATE_HZ",
    "IMU_RATE_HZ",
    "DemoSamples",
    "beeping",
    "picture",
    "sitting",
    "tone",
    "walking",
    "write_samples",
]

PICTURE_SIZE_PX = 256
AUDIO_RATE_HZ = 16_000
AUDIO_S = 5.0
IMU_RATE_HZ = 100
IMU_S = 6.0
IMU_HEADER = "t_s,ax_mps2,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps"


@dataclass(frozen=True)
class DemoSamples:
    """Where the samples lie."""

    picture: Path
    beeping: Path
    tone: Path
    walking: Path
    sitting: Path


def write_samples(folder: Path) -> DemoSamples:
    """Write every sample into `folder` (made when absent) and return their paths."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    samples = DemoSamples(
        picture=folder / "picture.png",
        beeping=folder / "beeping.wav",
        tone=folder / "tone.wav",
        walking=folder / "walking.csv",
        sitting=folder / "sitting.csv",
    )
    Image.fromarray(picture()).save(samples.picture)
    _write_wav(samples.beeping, beeping())
    _write_wav(samples.tone, tone())
    _write_imu(samples.walking, walking())
    _write_imu(samples.sitting, sitting())
    return samples


def picture(circle_left: int = 10) -> NDArray[np.uint8]:
    """A large red circle, `circle_left` pixels in, and a small blue square, on white; uint8 [H, W, 3]."""
    from PIL import Image, ImageDraw

    scale = 4  # drawn large and reduced: smooth edges, as a camera would have them
    drawn = Image.new("RGB", (PICTURE_SIZE_PX * scale, PICTURE_SIZE_PX * scale), "white")
    draw = ImageDraw.Draw(drawn)
    circle = (circle_left, 78, circle_left + 100, 178)
    draw.ellipse([coordinate * scale for coordinate in circle], fill=(215, 35, 35))
    draw.rectangle([coordinate * scale for coordinate in (201, 115, 227, 141)], fill=(40, 80, 210))
    return np.asarray(drawn.resize((PICTURE_SIZE_PX, PICTURE_SIZE_PX), Image.Resampling.LANCZOS))


def tone(
    seconds: float = AUDIO_S, frequency_hz: float = 880.0, rate_hz: int = AUDIO_RATE_HZ
) -> NDArray[np.float64]:
    """A steady sine, float64 [n] in [-1, 1] at `rate_hz`."""
    t_s = np.arange(round(rate_hz * seconds)) / rate_hz
    return np.asarray(0.4 * np.sin(2 * np.pi * frequency_hz * t_s))


def beeping(
    seconds: float = AUDIO_S, period_s: float = 0.5, ramp_s: float = 0.01, rate_hz: int = AUDIO_RATE_HZ
) -> NDArray[np.float64]:
    """A tone that is on for half of every period; ramps keep the edges from clicking."""
    t_s = np.arange(round(rate_hz * seconds)) / rate_hz % period_s
    gate = np.clip(np.minimum(t_s, period_s / 2 - t_s) / ramp_s, 0.0, 1.0)
    return np.asarray(gate * tone(seconds, 1000.0, rate_hz))


def _write_wav(path: Path, samples: NDArray[np.float64]) -> None:
    pcm = np.round(samples * 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(AUDIO_RATE_HZ)
        file.writeframes(pcm.tobytes())


def walking(seconds: float = IMU_S, step_hz: float = 1.9) -> NDArray[np.float64]:
    """Walking at `step_hz`, sensed at the temple of a pair of glasses: [n, 6] of m/s2 and rad/s.

    Steps show in the vertical (y) and forward (x) acceleration with their harmonics; the body
    sways to the side (z) once per two steps and the head turns slowly (gyro y).
    """
    t_s = np.arange(round(IMU_RATE_HZ * seconds)) / IMU_RATE_HZ
    step, stride = 2 * np.pi * step_hz * t_s, np.pi * step_hz * t_s
    motion = _at_rest(len(t_s), noise_mps2=0.25, noise_radps=0.05)
    motion[:, 0] += 1.2 * np.sin(step + 0.9) + 0.3 * np.sin(2 * step + 0.2)
    motion[:, 1] += 1.9 * np.sin(step) + 0.6 * np.sin(2 * step + 0.7) + 0.35 * np.sin(3 * step + 1.9)
    motion[:, 2] += 1.1 * np.sin(stride + 0.4) + 0.7 * np.sin(3 * stride + 1.1)
    motion[:, 3] += 0.25 * np.sin(stride + 2.0) + 0.12 * np.sin(step)
    motion[:, 4] += 0.45 * np.sin(2 * np.pi * 0.3 * t_s) + 0.25 * np.sin(stride)
    motion[:, 5] += 0.20 * np.sin(step + 1.3)
    return motion


def sitting(seconds: float = IMU_S) -> NDArray[np.float64]:
    """Sitting still: gravity, a breath every four seconds and the noise of the sensor; [n, 6]."""
    motion = _at_rest(round(IMU_RATE_HZ * seconds), noise_mps2=0.05, noise_radps=0.015)
    breath = 2 * np.pi * 0.25 * np.arange(len(motion)) / IMU_RATE_HZ
    motion[:, 0] += 0.10 * np.sin(breath)
    motion[:, 3] += 0.02 * np.sin(breath + 1.0)
    return motion


def _at_rest(rows: int, noise_mps2: float, noise_radps: float) -> NDArray[np.float64]:
    """Gravity on a slightly tilted head, with sensor noise from one fixed seed; [rows, 6]."""
    noise = np.random.default_rng(2023).standard_normal((rows, 6))
    scale = np.array([noise_mps2] * 3 + [noise_radps] * 3)
    gravity = np.array([1.0, 9.70, -0.85, 0.0, 0.0, 0.0])  # |a| = 9.79 m/s2
    return np.asarray(gravity + noise * scale)


def _write_imu(path: Path, motion: NDArray[np.float64]) -> None:
    t_s = np.arange(len(motion))[:, None] / IMU_RATE_HZ
    rows = np.hstack([t_s, motion])
    np.savetxt(path, rows, delimiter=",", header=IMU_HEADER, comments="", fmt=["%.2f", *["%.4f"] * 6])
