"""Cameras: `camera:/dev/video0`, `rtsp://`, `rtsps://`, `rtmp-listen://`, `http(s)://` (MJPEG and others).

Knows how source, reading thread and sink make a driver; refuses to know FFmpeg's options
(`camera_source`), stamps (`camera_clock`), conversion (`camera_picture`) and sound
(`stream_sound`). Network addresses take options after `#`, the others after `?`:

    width, height, format   of a V4L2 camera; `format` is FFmpeg's name, such as mjpeg or yuyv422
    fps                     at most so many pictures per second; a V4L2 camera is asked for it, too
    as=audio, rate          the sound of a network stream, mono at `rate` Hz (16000)
    transport=udp           RTSP over UDP instead of TCP
    max_lag_ms              older pictures are dropped after a stall (500)
    latency_ms              taken off every stamp: what the camera needs before its clock counts
    timeout_s               without data for so long, a stream counts as dead (2)
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from anymal.clock import Clock
from anymal.errors import SensorError
from anymal.samples import NS_PER_S, Captured, Modality
from anymal.sensors.address import SensorAddress
from anymal.sensors.camera_picture import PictureSink
from anymal.sensors.camera_reader import NO_PICTURE_S, StreamReader
from anymal.sensors.camera_source import OpenStream, camera_options, open_stream, require_av
from anymal.sensors.driver import ClockFit, RawTap
from anymal.sensors.rtmp_listen import RtmpListener
from anymal.sensors.stream_sound import SoundSink
from anymal.sensors.unreadable import Failures

__all__ = ["CameraDriver"]

_CLOSE_S = 4.5  # FFmpeg's RTSP reader answers a timeout only after twice the time


class CameraDriver:
    """One camera or network stream: its pictures, or with `as=audio` its sound."""

    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        self._address = address
        self._clock = clock
        self._options = camera_options(address)
        video_wanted = self._options.sense != "audio" and address.wanted == "video"
        self.modality: Modality = "video" if video_wanted else self._options.sense
        self.raw_tap: RawTap | None = None
        self._name = address.uri
        self._reader: StreamReader | None = None
        self._listener: RtmpListener | None = None
        self._sink: PictureSink | SoundSink
        if self._options.sense == "audio":
            self._sink = SoundSink(self._options.rate_hz, self._options.latency_ms, self._name)
        else:
            self._sink = PictureSink(self._options, clock, kernel_clock=address.scheme == "camera")

    def open(self) -> None:
        """Connect and start reading; an RTMP listener only opens its port.

        Raises `SensorError` for a device or server that is missing, busy, refused, silent for
        twice `timeout_s`, or cannot give the size wanted.
        """
        require_av()
        if self._address.scheme == "rtmp-listen":
            self._listener = RtmpListener(self._address, self._options)
            connect = partial(self._begin, self._listener.accept)
        else:
            opened = self._begin(partial(open_stream, self._address, self._options))
            connect = partial(_already, opened)
        self._reader = StreamReader(self._name, connect, self._sink, self._clock, self._options.timeout_s)

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return the pictures or sound that came within `timeout_s`; raises `SensorError` when it broke."""
        if self._reader is None:
            raise SensorError(f"{self._name}: is not open")
        self._reader.wait(timeout_s)
        taken = self._sink.take()
        trouble = self.trouble()
        if trouble and self._sink.failures.lasted_ns > NO_PICTURE_S * NS_PER_S:  # a new connection may help
            raise SensorError(trouble)
        return taken

    def close(self) -> None:
        """Stop reading and let go of device or connection."""
        reader, self._reader = self._reader, None
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()
        if reader is not None:
            reader.close(_CLOSE_S)
        self._sink.failures = Failures()

    def describe(self) -> str:
        """Codec, size or rate, and kind of clock."""
        return self._sink.describe()

    def clock_fit(self) -> ClockFit | None:
        """How the camera's clock maps to ours; None for a stream without one."""
        return self._sink.fit()

    def counters(self) -> Mapping[str, int]:
        """Pictures that were `stale_frames`, `thinned`, `dropped`; `bad_packets`; for sound also `gaps`.

        A listener counts its `clients` now, 0 or 1.
        """
        if self._listener is None:
            return self._sink.counts()
        clients = int(self._reader is not None and self._reader.connected)
        return {**self._sink.counts(), "clients": clients}

    def trouble(self) -> str:
        """Say that what comes cannot be decoded."""
        trouble = self._sink.failures.trouble()
        return f"{self._name}: {trouble}" if trouble else ""

    def _begin(self, connect: Callable[[], OpenStream | None]) -> OpenStream | None:
        stream = connect()
        if stream is not None:
            self._sink.begin(stream)
        return stream


def _already(opened: OpenStream | None) -> OpenStream | None:
    return opened
