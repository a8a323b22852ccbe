"""Live packets to pictures: stamped when they come, thinned, and turned to RGB only when taken.

Knows decoding and which pictures are worth converting; refuses to know where packets come from.
`add` runs on the reader's thread, `take` on the sensor's. A picture that is stale, or more than
`fps` asks for, is decoded only if later ones depend on it, and never converted. Raw pictures of a
V4L2 camera lie in the driver's own memory until they are converted, so `end` waits for that.
"""

import threading
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from anymal.clock import Clock
from anymal.samples import NS_PER_S, Captured, Frame
from anymal.sensors.camera_clock import ClockKind, PictureClock, Stamp, Thinner
from anymal.sensors.camera_source import CameraOptions, OpenStream
from anymal.sensors.driver import ClockFit
from anymal.sensors.unreadable import Failures, WholeJpegs

if TYPE_CHECKING:
    from av.packet import Packet
    from av.stream import Stream
    from av.video.codeccontext import VideoCodecContext
    from av.video.frame import VideoFrame

__all__ = ["PictureSink", "upright_rgb"]

_WAITING = 4  # pictures held for the sensor's thread: as many as its ring keeps
_INTRA_ONLY = ("mjpeg", "rawvideo")  # every packet stands alone, so decoding can wait, too


class _Picture(NamedTuple):
    source: "VideoFrame | Packet[Stream]"
    stamp: Stamp
    arrival_ns: int


class PictureSink:
    """Pictures of one camera, newest last; counts `stale_frames`, `thinned`, `dropped` and `bad_packets`.

    `failures`: those in a row that could not be decoded, or came cut short.
    """

    def __init__(self, options: CameraOptions, clock: Clock, kernel_clock: bool) -> None:
        self._clock = clock
        self._thinner = Thinner(options.fps)
        self._max_lag_ns = round(options.max_lag_ms * 1e6)
        self._latency_ns = round(options.latency_ms * 1e6)
        self._kernel_clock = kernel_clock
        self._picture_clock = self._new_clock(True, False)
        self.failures = Failures()
        self._lock = threading.Lock()  # of the queue and the counts
        self._in_use = threading.Lock()  # held while the stream's memory is read
        self._waiting: deque[_Picture] = deque()
        self._counts = {"stale_frames": 0, "thinned": 0, "dropped": 0, "bad_packets": 0, "clock_backwards": 0}
        self._codec: VideoCodecContext | None = None
        self._decoder: VideoCodecContext | WholeJpegs | None = None
        self._lazy = self._decoded = False
        self._shape = ""

    def begin(self, stream: OpenStream) -> None:
        """Start anew with the pictures of `stream`."""
        from av.video.stream import VideoStream

        assert isinstance(stream.stream, VideoStream)
        self._codec = stream.stream.codec_context
        self._decoder = WholeJpegs(self._codec) if self._codec.name == "mjpeg" else self._codec
        self._lazy = self._codec.name in _INTRA_ONLY
        self._decoded, self.failures = False, Failures()
        self._picture_clock = self._new_clock(stream.has_clock, stream.held)

    def add(self, packet: "Packet[Stream]", arrival_ns: int) -> bool:
        """Decode what must be, stamp, and keep what is wanted."""
        if self._lazy and packet.size:
            self._keep(packet, arrival_ns)
            return True
        frames = [] if self._lazy else self._decode(packet, arrival_ns)
        for frame in frames:
            self._keep(frame, arrival_ns)
        return bool(frames)

    def end(self) -> None:
        """Forget what waits; returns when nothing of the stream is being read."""
        with self._in_use, self._lock:
            self._waiting.clear()

    def take(self) -> list[Captured]:
        """Convert what waits, oldest first."""
        with self._in_use:
            with self._lock:
                waiting, self._waiting = list(self._waiting), deque()
            return [captured for picture in waiting if (captured := self._converted(picture)) is not None]

    def describe(self) -> str:
        """Codec, size and kind of clock."""
        codec = self._codec
        if codec is None:
            return "no stream yet"
        size = self._shape or (f"{codec.width}x{codec.height}" if codec.width else "size not known yet")
        return f"{codec.name} {size}, {self._picture_clock.kind} time"

    def fit(self) -> ClockFit | None:
        """The camera clock's mapping."""
        return self._picture_clock.fit()

    def counts(self) -> Mapping[str, int]:
        """Counts since the sensor was opened."""
        return dict(self._counts) | {"clock_backwards": self._picture_clock.backwards}

    def _new_clock(self, has_clock: bool, held: bool) -> PictureClock:
        kind: ClockKind = "kernel" if self._kernel_clock else "mapped"
        return PictureClock(kind if has_clock else "arrival", self._max_lag_ns, self._latency_ns, held)

    def _keep(self, source: "VideoFrame | Packet[Stream]", arrival_ns: int) -> None:
        pts, base = source.pts, source.time_base
        pts_ns = None if pts is None or base is None else pts * base.numerator * NS_PER_S // base.denominator
        stamp = self._picture_clock.stamp(pts_ns, arrival_ns)
        if stamp.stale:
            self._count("stale_frames")
            return
        if not self._thinner.wants(stamp.t_ns):
            self._count("thinned")
            return
        with self._lock:
            self._waiting.append(_Picture(source, stamp, arrival_ns))
            while len(self._waiting) > _WAITING:
                self._waiting.popleft()
                self._counts["dropped"] += 1

    def _converted(self, picture: _Picture) -> Captured | None:
        import av

        stamp = picture.stamp
        if self._picture_clock.too_old(stamp, self._clock.now_ns() - picture.arrival_ns):
            self._count("stale_frames")
            return None
        source, arrival_ns = picture.source, picture.arrival_ns
        frames = self._decode(source, arrival_ns) if isinstance(source, av.Packet) else [source]
        if not frames:
            return None
        try:
            rgb = upright_rgb(frames[0])
        except (av.FFmpegError, ValueError):
            self._count("bad_packets")  # bytes were lost where it says what it is
            self.failures.note(False, arrival_ns, "converted")
            return None
        self.failures.note(True, arrival_ns, "converted")
        self._shape = f"{rgb.shape[1]}x{rgb.shape[0]}"
        device_ns = None if stamp.device_ns is None else np.array(stamp.device_ns, np.int64)
        return Captured(Frame(stamp.t_ns, rgb), arrival_ns, device_ns)

    def _decode(self, packet: "Packet[Stream]", arrival_ns: int) -> "list[VideoFrame]":
        import av

        assert self._decoder is not None
        frames: list[VideoFrame] = []
        try:
            frames = self._decoder.decode(packet)  # not packet.decode(), which needs the open container
            failed = self._lazy and not frames  # the others may hold pictures back
        except (av.FFmpegError, ValueError):
            failed = True  # joined in the middle of a picture, or bytes were lost
        if failed:
            self._count("bad_packets")
        self._decoded |= bool(frames)
        # What depends on a key frame may have to wait for the first one, which is no failure.
        if (failed or frames) and (self._decoded or self._lazy):
            self.failures.note(not failed, arrival_ns)
        return frames

    def _count(self, name: str) -> None:
        with self._lock:
            self._counts[name] += 1


def upright_rgb(frame: "VideoFrame") -> NDArray[np.uint8]:
    """Convert to RGB uint8 [H, W, 3], turned as the stream's metadata say."""
    flat = frame.to_ndarray(format="rgb24").astype(np.uint8, copy=False)
    if frame.format.name == "rgb24":
        flat = flat.copy()  # PyAV gives a view of the frame's memory, which may be the camera's
    quarter_turns = round(getattr(frame, "rotation", 0) / 90)  # counterclockwise, as np.rot90
    return np.ascontiguousarray(np.rot90(flat, quarter_turns))
