"""Small videos and sounds made on the spot with PyAV, for the reader tests.

Knows how to write them; refuses to know what a reader should make of them.
"""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

__all__ = ["counting_frames", "write_sound", "write_video"]


def counting_frames(count: int, height: int = 48, width: int = 64) -> list[NDArray[np.uint8]]:
    """Frame i is grey level 4 * i (mod 256) with a white bar that grows to the right."""
    frames = []
    for i in range(count):
        rgb = np.full((height, width, 3), 4 * i % 256, np.uint8)
        rgb[: height // 2, : max(2, width * i // count)] = 255
        frames.append(rgb)
    return frames


def write_video(
    path: Path,
    frames: Iterable[NDArray[np.uint8]],
    codec: str,
    fps: int = 10,
    pix_fmt: str = "yuv420p",
    format_name: str | None = None,
    key_every: int = 15,
    rotation: int = 0,
) -> Path:
    """Encode RGB frames; `rotation` is stored as metadata, counterclockwise degrees."""
    with av.open(str(path), "w", format=format_name) as container:
        stream = None
        for i, rgb in enumerate(frames):
            if stream is None:
                stream = container.add_stream(codec, rate=fps)
                stream.height, stream.width = rgb.shape[:2]
                stream.pix_fmt = pix_fmt
                stream.codec_context.gop_size = key_every
                if rotation:
                    stream.set_display_rotation(rotation)
            frame = av.VideoFrame.from_ndarray(rgb, format="rgb24")
            frame.pts, frame.time_base = i, Fraction(1, fps)
            container.mux(stream.encode(frame))
        if stream is not None:
            container.mux(stream.encode(None))
    return path


def write_sound(
    path: Path,
    samples: NDArray[np.float32],
    rate_hz: int,
    codec: str,
    format_name: str | None = None,
    bit_rate: int = 128_000,
) -> Path:
    """Encode float samples [channels, n] in [-1, 1]."""
    layout = {1: "mono", 2: "stereo", 6: "5.1"}[len(samples)]
    with av.open(str(path), "w", format=format_name) as container:
        stream = container.add_stream(codec, rate=rate_hz, layout=layout)
        stream.bit_rate = bit_rate
        resampler = av.AudioResampler(
            stream.codec_context.format, layout, rate_hz, stream.codec_context.frame_size or None
        )
        step = rate_hz
        for start in range(0, samples.shape[1], step):
            piece = np.ascontiguousarray(samples[:, start : start + step], np.float32)
            frame = av.AudioFrame.from_ndarray(piece, "fltp", layout)
            frame.rate, frame.pts, frame.time_base = rate_hz, start, Fraction(1, rate_hz)
            for ready in resampler.resample(frame):
                container.mux(stream.encode(ready))
        for ready in resampler.resample(None):
            container.mux(stream.encode(ready))
        container.mux(stream.encode(None))
    return path
