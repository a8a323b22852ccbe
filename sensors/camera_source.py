"""From a camera's address to an open FFmpeg stream, with the options that were measured to be quick.

Knows schemes, FFmpeg's options and what its errors mean; refuses to know threads and pictures.
Measured at 640x480, 30 Hz over loopback: these options open RTSP in 0.1 s instead of 1 s and show
no old picture first; decoding with frame threads would add 70 to 100 ms, so slices are used.
"""

import errno
import os
import select
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from anymal.errors import ConfigError, SensorError
from anymal.samples import Modality
from anymal.sensors.address import SensorAddress, safe_uri
from anymal.sensors.camera_v4l2 import camera_error, descriptors_of

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream

__all__ = ["CameraOptions", "OpenStream", "camera_options", "open_stream", "require_av"]

_COMMON = ("as", "rate", "fps", "max_lag_ms", "latency_ms", "timeout_s")
_ALLOWED = {
    "camera": ("fps", "max_lag_ms", "latency_ms", "timeout_s", "width", "height", "format"),
    "rtsp": (*_COMMON, "transport"),
    "rtsps": (*_COMMON, "transport"),
    "rtmp-listen": _COMMON,
    "http": (*_COMMON, "format"),
    "https": (*_COMMON, "format"),
}
# No `fflags=nobuffer`: it throws away what was read to look at, and with it the first key frame.
_QUICK = {"flags": "low_delay", "analyzeduration": "0"}
_NO_CLOCK = ("mpjpeg", "mjpeg", "jpeg_pipe", "h264", "hevc", "image2")  # FFmpeg invents their time stamps


@dataclass(frozen=True)
class CameraOptions:
    """What the address asks for: `sense`, size and format (0, "" = the camera's own), rates, limits."""

    sense: Modality = "image"
    width: int = 0
    height: int = 0
    fps: float = 0.0
    format: str = ""
    transport: str = "tcp"
    rate_hz: int = 16_000
    max_lag_ms: float = 500.0
    latency_ms: float = 0.0
    timeout_s: float = 2.0


@dataclass
class OpenStream:
    """An open container and the one stream that is read.

    `has_clock`: its time stamps are the camera's. `held`: a picture comes only when the next one
    begins. `descriptor` of a V4L2 node, to wait on.
    """

    container: "InputContainer"
    stream: "Stream"
    has_clock: bool
    held: bool = False
    descriptor: int | None = None

    def packets(self) -> "Iterator[Packet[Stream]]":
        """Yield packets as they come, for ever; ends when the other side ends."""
        return self.container.demux(self.stream)

    def wait(self, timeout_s: float) -> bool:
        """Whether a read would find something; True at once where only reading tells."""
        if self.descriptor is None:
            return True
        return bool(select.select([self.descriptor], [], [], timeout_s)[0])

    def close(self) -> None:
        """Release the stream; a second call does nothing."""
        self.container.close()


def camera_options(address: SensorAddress) -> CameraOptions:
    """Read and check the options of a camera's address; raises `ConfigError`."""
    scheme = address.scheme
    address.allow(*_ALLOWED[scheme])
    sense: Modality = address.wanted or "image"
    if "as" in address.options:
        sense = "audio" if address.text("as", choices=("image", "audio")) == "audio" else "image"
    if sense == "imu" or (scheme == "camera" and sense == "audio"):
        cure = "use mic:default" if sense == "audio" else "use imu:/dev/ttyUSB0"
        raise ConfigError(f"{address.uri}: a camera gives no {sense}; {cure}")
    options = CameraOptions(
        sense=sense,
        width=address.integer("width", 0, 1, 16_384),
        height=address.integer("height", 0, 1, 16_384),
        fps=address.number("fps", 0.0, 0.01, 1000.0),
        format=address.text("format"),
        transport=address.text("transport", "tcp", ("tcp", "udp")),
        rate_hz=address.integer("rate", 16_000, 1000, 384_000),
        max_lag_ms=address.number("max_lag_ms", 500.0, 1.0, 3_600_000.0),
        latency_ms=address.number("latency_ms", 0.0, 0.0, 10_000.0),
        timeout_s=address.number("timeout_s", 2.0, 0.1, 3600.0),
    )
    if bool(options.width) != bool(options.height):
        raise ConfigError(f"{address.uri}: width and height go together; give both or neither")
    return options


def camera_path(address: SensorAddress) -> Path:
    """The device node: `camera:0` is `/dev/video0`; links such as /dev/v4l/by-id/.. stay as they are."""
    target = address.target
    return Path(f"/dev/video{target}" if target.isdigit() else target)


def open_stream(address: SensorAddress, options: CameraOptions, url: str | None = None) -> OpenStream:
    """Open a camera or network stream (`url` in place of the address's own); raises `SensorError`."""
    if address.scheme == "camera":
        return _open_device(camera_path(address), options)
    return _open_network(url or address.target, options, address.uri, listening=url is not None)


def require_av() -> None:
    """Raise `SensorError` when PyAV is missing."""
    try:
        import av  # noqa: F401
    except ImportError as error:
        raise SensorError(f"cameras need PyAV, which cannot be loaded ({error}): pip install av") from error


def _open_device(path: Path, options: CameraOptions) -> OpenStream:
    import av

    request: dict[str, str] = {}
    if options.width:
        request["video_size"] = f"{options.width}x{options.height}"
    if options.fps:
        request["framerate"] = f"{options.fps:g}"
    if options.format:
        request["input_format"] = options.format
    wanted = " ".join(f"{name}={value}" for name, value in request.items()) or "a picture"
    before = descriptors_of(path) if path.exists() else set()
    try:
        container = _in_time(partial(av.open, str(path), format="v4l2", options=request), path, options)
    except SensorError:
        raise
    except (av.FFmpegError, OSError) as error:
        raise camera_error(path, _as_os_error(error), wanted) from error
    stream = container.streams.video[0]
    found = f"{stream.codec_context.width}x{stream.codec_context.height}"
    if options.width and found != request["video_size"]:
        container.close()
        raise camera_error(path, OSError(errno.EINVAL, f"it would give {found}"), wanted)
    new = descriptors_of(path) - before
    if not new:
        container.close()
        raise SensorError(f"{path}: opened, but its file descriptor is not to be found in /proc/self/fd")
    descriptor = min(new)
    # So that a camera that goes silent cannot hold the reading thread in the kernel for ever.
    os.set_blocking(descriptor, False)
    return OpenStream(container, stream, has_clock=True, descriptor=descriptor)


def _in_time(opening: "Callable[[], InputContainer]", path: Path, options: CameraOptions) -> "InputContainer":
    """Open on a thread: FFmpeg reads a first picture in the kernel, and a camera that hangs has none.

    Such a thread can only be left behind; it closes the camera if that ever answers.
    """
    answer: Future[InputContainer] = Future()

    def work() -> None:
        container: InputContainer | None = None
        failure: BaseException | None = None
        try:
            container = opening()
        except BaseException as error:  # noqa: BLE001 -- handed to the caller
            failure = error
        waited_for = answer.set_running_or_notify_cancel()
        if container is None:
            if waited_for:
                answer.set_exception(failure)
        elif waited_for:
            answer.set_result(container)
        else:
            container.close()

    threading.Thread(target=work, name=f"opening {path}", daemon=True).start()
    limit_s = 2 * options.timeout_s
    try:
        return answer.result(limit_s)
    except FutureTimeout:
        if not answer.cancel():
            return answer.result()
        raise SensorError(
            f"{path}: the camera gives no picture within {limit_s:g} s. Unplug it, plug it in."
        ) from None


def _open_network(url: str, options: CameraOptions, shown: str, listening: bool) -> OpenStream:
    import av

    sound = options.sense == "audio"
    request = dict(_QUICK)
    if url.startswith("rtsp"):
        request |= {"rtsp_transport": options.transport, "probesize": "32"}
        request |= {"allowed_media_types": "audio" if sound else "video"}
        if options.transport == "udp":
            request |= {"reorder_queue_size": "0", "max_delay": "0"}
    elif listening:
        # FLV names its streams in the first packets only: look for half a second.
        request |= {"listen": "1", "analyzeduration": "500000"}
    else:
        request |= {"probesize": "65536" if sound else "4096"}
    try:
        container = av.open(
            url,
            format=options.format or None,
            options=request,
            timeout=(options.timeout_s * 2, options.timeout_s),
        )
    except (av.FFmpegError, OSError, ValueError) as error:
        # FFmpeg's own error holds the URL, and with it a password; a traceback would show it.
        raise SensorError(_refusal(shown, error, options.timeout_s * 2)) from None
    stream = container.streams.best("audio" if sound else "video")
    if stream is None or getattr(stream, "codec_context", None) is None:
        found = ", ".join(each.type for each in container.streams) or "nothing"
        container.close()
        kind = "sound" if sound else "picture"
        raise SensorError(f"{shown}: no {kind} FFmpeg can decode in this stream; found {found}.")
    if not sound:
        stream.codec_context.thread_type = "SLICE"
    demuxer = container.format.name.split(",")[0]
    held = demuxer == "rtsp" and stream.codec_context.name in ("h264", "hevc")
    return OpenStream(container, stream, has_clock=demuxer not in _NO_CLOCK, held=held)


def _refusal(shown: str, error: Exception, timeout_s: float) -> str:
    """Say what FFmpeg's error means for a network camera, and the cure."""
    import av

    number = getattr(error, "errno", None)
    reason = getattr(error, "strerror", None) or safe_uri(str(error))
    if isinstance(error, av.error.ExitError | av.error.InvalidDataError | av.error.TimeoutError):
        return (
            f"{shown}: no stream within {timeout_s:g} s ({reason}). Is the camera on, is it a video address?"
        )
    if number == errno.ECONNREFUSED:
        return f"{shown}: nothing listens at this port. Is the camera's server running?"
    if isinstance(error, av.error.HTTPUnauthorizedError | av.error.HTTPForbiddenError):
        return f"{shown}: refused ({reason}). Put user:password@ before the host."
    if isinstance(error, av.error.HTTPNotFoundError):
        return f"{shown}: the server has no such path ({reason}). Look it up in the camera's manual."
    return f"{shown}: cannot be opened ({reason}). Check host, port and path; play it with ffplay."


def _as_os_error(error: Exception) -> OSError:
    if isinstance(error, OSError):
        return error
    return OSError(getattr(error, "errno", None) or errno.EINVAL, str(error))
