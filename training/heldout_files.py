"""Held-out senses as real files: PNG, lossless video, WAV and IMU CSV, as a user would hand them over.

Knows file formats; refuses to know questions.
"""

import wave
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

__all__ = ["IMU_HEADER", "write_csv", "write_png", "write_video", "write_wav"]

IMU_HEADER = "t_s,ax_mps2,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps"


def write_png(path: Path, rgb: NDArray[np.uint8]) -> None:
    """Write uint8 [H, W, 3]."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rgb).save(path)


def write_video(path: Path, frames: NDArray[np.uint8], rate_hz: int) -> None:
    """Write uint8 [F, H, W, 3] as FFV1 in Matroska, without loss."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("ffv1", rate=rate_hz)
        stream.height, stream.width = frames.shape[1:3]
        stream.pix_fmt = "bgr0"
        for frame in frames:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(stream.encode())


def write_wav(path: Path, samples: NDArray[np.float32], rate_hz: int) -> None:
    """Write float32 [n] in [-1, 1] as 16-bit PCM."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def write_csv(path: Path, motion: NDArray[np.float32], rate_hz: int) -> None:
    """Write float32 [T, 6] (m/s2, rad/s) with its times."""
    path.parent.mkdir(parents=True, exist_ok=True)
    times = np.arange(len(motion))[:, None] / rate_hz
    np.savetxt(path, np.hstack([times, motion]), delimiter=",", header=IMU_HEADER, comments="", fmt="%.5f")
