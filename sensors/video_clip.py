"""The time line of a video file: where it starts and really ends, and in which ticks.

Knows packets, headers and seeking; refuses to decode. The end is read from the last packets,
since many headers only estimate it, and a truncated file is known by the difference.
"""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from anymal.errors import InputError
from anymal.samples import NS_PER_S
from anymal.sensors.file_check import check_riff_size
from anymal.sensors.media_file import open_container, require_decoder, streams_found

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.stream import VideoStream

__all__ = ["Clip", "check_size", "picture_stream", "scan_clip"]

_MAX_PIXELS = 8192 * 8192  # 192 MiB as RGB; more is a mistake or an attack
_TAIL_BACK_S = (2, 16, 128)  # how far before the declared end to look for the real one
_EXACT_DURATION = ("mov", "avi", "matroska", "flv")  # formats whose header is exact, not an estimate


@dataclass(frozen=True)
class Clip:
    """Time line of a video stream, in ticks of `tick_s` seconds; `start` is the file's time zero."""

    tick_s: Fraction
    start: int
    end: int
    stamped: bool  # False: no time stamps (raw H.264), so a tick is one frame and seeking is impossible

    def ns_at(self, tick: int) -> int:
        """Nanoseconds from the start of the file."""
        return max(0, round((tick - self.start) * self.tick_s * NS_PER_S))

    def tick_at(self, t_ns: int) -> int:
        """The last tick at or before `t_ns`."""
        return self.start + int(Fraction(t_ns, NS_PER_S) / self.tick_s)


def picture_stream(container: "InputContainer", file: Path) -> "VideoStream":
    """The stream FFmpeg calls best; cover art of a song does not count."""
    from av.stream import Disposition
    from av.video.stream import VideoStream

    stream = container.streams.best("video")
    if not isinstance(stream, VideoStream) or stream.disposition & Disposition.attached_pic:
        found = streams_found(container)
        raise InputError(f"{file}: no video stream; found {found}. Name a file with moving pictures.")
    require_decoder(stream, file)
    check_size(stream.codec_context.width, stream.codec_context.height, file)
    return stream


def check_size(width: int, height: int, file: Path) -> None:
    """Raise `InputError` for a picture too large to hold."""
    if width * height > _MAX_PIXELS:
        found = f"{width} x {height} pixels"
        raise InputError(f"{file}: {found}; wanted at most {_MAX_PIXELS}. Scale it down first.")


def scan_clip(file: Path) -> Clip:
    """Find the real time line: the end comes from the last packets, not from the header.

    Raises `InputError` when a format that declares its length exactly ends well before it.
    """
    for back_s in (*_TAIL_BACK_S, None):
        with open_container(file, "video") as container:
            stream = picture_stream(container, file)
            if container.format.name == "avi":
                check_riff_size(file)
            if container.format.name.endswith("_pipe") or container.format.name == "image2":
                raise InputError(f"{file}: one picture; wanted moving pictures. Give it as an image.")
            if not _goto_tail(container, stream, back_s):
                continue
            clip = _clip_from_packets(container, stream, file)
            if clip is not None:
                return clip
    raise InputError(f"{file}: a video without a single frame. Record or copy it again.")


def _goto_tail(container: "InputContainer", stream: "VideoStream", back_s: int | None) -> bool:
    """Seek `back_s` before the declared end; False when that cannot be done (`None` stays at the start)."""
    import av

    if back_s is None:
        return True
    if not container.duration:
        return False
    target_us = (container.start_time or 0) + container.duration - back_s * av.time_base
    try:
        container.seek(max(target_us, container.start_time or 0), backward=True)
    except (av.FFmpegError, OSError):
        return False
    return True


def _clip_from_packets(container: "InputContainer", stream: "VideoStream", file: Path) -> Clip | None:
    """Read packets to the end of the file; `None` when no picture is among them."""
    import av

    tick_s = Fraction(stream.time_base or Fraction(1, 25))
    rate = stream.average_rate or stream.guessed_rate or Fraction(25)
    default_ticks = max(1, round(1 / rate / tick_s))
    end: int | None = None
    file_end_s, unstamped = Fraction(0), 0
    for packet in container.demux():
        is_picture = packet.stream.index == stream.index
        if packet.pts is None or packet.time_base is None:
            unstamped += is_picture and packet.size > 0
            continue
        packet_end = packet.pts + (packet.duration or (default_ticks if is_picture else 0))
        file_end_s = max(file_end_s, packet_end * Fraction(packet.time_base))
        if is_picture and packet.size > 0:
            end = packet_end if end is None else max(end, packet_end)
    if end is None:
        return Clip(1 / Fraction(rate), 0, unstamped, stamped=False) if unstamped else None
    start_s = Fraction(container.start_time or 0, av.time_base)
    start = round(start_s / tick_s) if container.start_time is not None else (stream.start_time or 0)
    declared_s = Fraction(container.duration or 0, av.time_base)
    missing_s = start_s + declared_s - file_end_s
    if container.format.name.startswith(_EXACT_DURATION) and missing_s > max(Fraction(1), declared_s / 20):
        raise InputError(
            f"{file}: truncated: its header says {float(declared_s):.2f} s, its data ends "
            f"{float(missing_s):.2f} s earlier. Copy or record it again."
        )
    return Clip(tick_s, start, max(end, start + 1), stamped=True)
