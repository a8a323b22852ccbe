"""Pictures as H.264 in a recording: packets of Annex B, no reordering, one out for one in.

Knows PyAV's encoder and decoder; refuses to know times and files. About a tenth of JPEG's size
at the same look; worth it for long recordings.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError

if TYPE_CHECKING:
    from av import VideoCodecContext

__all__ = ["VideoDecoder", "VideoEncoder", "decode_errors"]

_KEY_EVERY = 30  # pictures; each key carries its own parameter sets, so decoding can start there
_OPTIONS = {
    "preset": "superfast",
    "tune": "zerolatency",
    "crf": "23",
    "x264-params": "repeat-headers=1:annexb=1:scenecut=0",
}
# What decoders of damaged bytes are known to raise.
_DAMAGE = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, AttributeError,
    ArithmeticError, MemoryError, RuntimeError, struct.error,
)  # fmt: skip


@contextmanager
def decode_errors(what: str) -> Iterator[None]:
    """Turn whatever a decoder raises on damaged bytes into `InputError`."""
    try:
        yield
    except InputError:
        raise
    except _DAMAGE as error:
        raise InputError(f"a {what} that cannot be decoded ({error})") from None


class VideoEncoder:
    """Compresses pictures uint8 [H, W, 3]; an odd last row or column is cut off. A new size starts anew."""

    def __init__(self) -> None:
        self._codec: VideoCodecContext | None = None
        self._count = 0

    def encode(self, rgb: NDArray[np.uint8]) -> bytes:
        """Return the packet of one picture; raises `InputError` where it cannot be made."""
        import av

        height, width = rgb.shape[0] // 2 * 2, rgb.shape[1] // 2 * 2
        try:
            if self._codec is None or (self._codec.width, self._codec.height) != (width, height):
                self._codec = _open_encoder(width, height)
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb[:height, :width]), format="rgb24")
            frame = frame.reformat(format="yuv420p")
            frame.pts = self._count
            self._count += 1
            return b"".join(bytes(packet) for packet in self._codec.encode(frame))
        except (av.FFmpegError, OSError, ValueError) as error:
            raise InputError(
                f"a picture of {rgb.shape[1]}x{rgb.shape[0]} does not encode ({error})"
            ) from None


class VideoDecoder:
    """Decompresses such packets in order."""

    def __init__(self) -> None:
        self._codec: VideoCodecContext | None = None

    def decode(self, packet: bytes) -> NDArray[np.uint8] | None:
        """Return the picture uint8 [H, W, 3], or None when those it builds on are missing.

        Raises `InputError` for a packet that is damaged.
        """
        import av

        if self._codec is None:
            codec = av.CodecContext.create("h264", "r")
            codec.thread_count = 1  # frame threads would hold pictures back
            codec.flags |= av.codec.context.Flags.low_delay
            self._codec = codec
        with decode_errors("packet of video"):
            frames = self._codec.decode(av.Packet(packet))
            return frames[-1].to_ndarray(format="rgb24").astype(np.uint8, copy=False) if frames else None


def _open_encoder(width: int, height: int) -> "VideoCodecContext":
    import fractions

    import av

    try:
        codec = av.CodecContext.create("libx264", "w")
    except (av.FFmpegError, ValueError) as error:
        raise InputError(f"this FFmpeg has no H.264 encoder ({error}); keep pictures as jpeg") from None
    codec.width, codec.height, codec.pix_fmt = width, height, "yuv420p"
    codec.time_base = fractions.Fraction(1, 30)
    codec.gop_size = _KEY_EVERY
    codec.max_b_frames = 0
    codec.thread_count = 1
    codec.options = dict(_OPTIONS)
    return codec
