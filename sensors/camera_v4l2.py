"""What a Linux camera node says of itself: name, pixel formats, sizes; and why it could not be opened.

Knows the V4L2 queries that need no streaming; refuses to capture (`sensors.camera` does, through
FFmpeg). Structures and request codes are those of `linux/videodev2.h` on 64-bit Linux.
"""

import errno
import os
import struct
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from anymal.errors import SensorError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CameraNode", "camera_error", "camera_nodes", "descriptors_of", "query_camera"]

_VIDIOC_QUERYCAP = 0x80685600
_VIDIOC_ENUM_FMT = 0xC0405602
_VIDIOC_ENUM_FRAMESIZES = 0xC02C564A
_CAPABILITIES = struct.Struct("=16s32s32s3I12x")  # driver, card, bus, version, capabilities, device_caps
_FORMAT = struct.Struct("=3I32sI16x")  # index, type, flags, description, pixel format
_SIZE = struct.Struct("=3I6I8x")  # index, pixel format, type, union of discrete and stepwise
_CAN_CAPTURE = 0x1  # V4L2_CAP_VIDEO_CAPTURE
_CAN_STREAM = 0x04000000
_HAS_DEVICE_CAPS = 0x80000000
_TYPE_CAPTURE = 1  # V4L2_BUF_TYPE_VIDEO_CAPTURE
_DISCRETE = 1
_MOST = 64  # formats or sizes asked for; a driver that never ends its list is broken

# What FFmpeg's `input_format` calls the pixel formats of real cameras.
_FFMPEG_NAMES = {
    "YUYV": "yuyv422", "UYVY": "uyvy422", "MJPG": "mjpeg", "JPEG": "mjpeg", "H264": "h264",
    "NV12": "nv12", "YU12": "yuv420p", "RGB3": "rgb24", "BGR3": "bgr24", "GREY": "gray",
}  # fmt: skip


@dataclass(frozen=True)
class CameraNode:
    """A capture device: its `card` name and, per format, the sizes it offers, such as `640x480`."""

    path: Path
    card: str
    sizes: dict[str, tuple[str, ...]]

    def summary(self) -> str:
        """List formats and sizes for a message."""
        return "; ".join(f"{name} {' '.join(sizes)}" for name, sizes in self.sizes.items()) or "no format"


def camera_nodes() -> list[Path]:
    """Every `/dev/video*`, in the order of their numbers; not all of them are cameras."""
    numbered = [(path.name.removeprefix("video"), path) for path in Path("/dev").glob("video*")]
    return [
        path for number, path in sorted(numbered, key=lambda entry: entry[0].zfill(4)) if number.isdigit()
    ]


def query_camera(path: Path) -> CameraNode | None:
    """Ask a node what it offers; None when it does not capture pictures.

    Raises `OSError` when it cannot be opened or is no V4L2 device.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    with closing(os.fdopen(descriptor, "rb", buffering=0)) as node:
        fields = _CAPABILITIES.unpack(_ask(node.fileno(), _VIDIOC_QUERYCAP, bytes(_CAPABILITIES.size)))
        card, capabilities, device_caps = fields[1], fields[4], fields[5]
        able = device_caps if capabilities & _HAS_DEVICE_CAPS else capabilities
        if not able & _CAN_CAPTURE or not able & _CAN_STREAM:
            return None
        sizes = {_name(code): tuple(_sizes(node.fileno(), code)) for code in _formats(node.fileno())}
    return CameraNode(path, card.split(b"\0")[0].decode("utf-8", "replace"), sizes)


def camera_error(path: Path, error: OSError, wanted: str) -> SensorError:
    """Say why a camera could not be opened, what there is instead, and the cure."""
    if not path.exists():
        present = " ".join(str(node) for node in camera_nodes()) or "no /dev/video* at all"
        by_name = " ".join(str(link) for link in sorted(Path("/dev/v4l/by-id").glob("*")))
        named = f" (by name: {by_name})" if by_name else ""
        return SensorError(f"{path}: no such camera; found {present}{named}. Plug it in, or name another.")
    if error.errno in (errno.EACCES, errno.EPERM):
        cure = "Add yourself to the group `video` (sudo usermod -aG video $USER) and log in again"
        return SensorError(f"{path}: no permission to open this camera. {cure}.")
    if error.errno == errno.EBUSY:
        return SensorError(f"{path}: the camera is in use by another program. Close it first.")
    if error.errno == errno.ENOTTY:
        return SensorError(f"{path}: is no V4L2 camera. `anymal devices` lists what is one.")
    try:
        node = query_camera(path)
    except OSError:
        node = None
    offers = node.summary() if node is not None else "nothing to capture (a metadata or output node?)"
    reason = error.strerror or str(error)
    return SensorError(f"{path}: wanted {wanted}; the camera refuses ({reason}); it offers {offers}.")


def descriptors_of(path: Path) -> set[int]:
    """Numbers under which this process has a device node open.

    By device and not as what is new: looking itself opens a descriptor, whose number is then free.
    """
    wanted = path.stat().st_rdev
    found = set()
    for entry in Path("/proc/self/fd").iterdir():
        try:
            if entry.stat().st_rdev == wanted:
                found.add(int(entry.name))
        except OSError:  # closed meanwhile
            continue
    return found


def _formats(descriptor: int) -> "Iterator[int]":
    for index in range(_MOST):
        answer = _next_of_list(descriptor, _VIDIOC_ENUM_FMT, _FORMAT.pack(index, _TYPE_CAPTURE, 0, b"", 0))
        if answer is None:
            return
        yield _FORMAT.unpack(answer)[4]


def _sizes(descriptor: int, code: int) -> "Iterator[str]":
    for index in range(_MOST):
        request = _SIZE.pack(index, code, 0, 0, 0, 0, 0, 0, 0)
        answer = _next_of_list(descriptor, _VIDIOC_ENUM_FRAMESIZES, request)
        if answer is None:
            return
        kind, low_w, high_w, _, low_h, high_h, _ = _SIZE.unpack(answer)[2:]
        if kind != _DISCRETE:
            yield f"{low_w}x{low_h}..{high_w}x{high_h}"
            return
        yield f"{low_w}x{high_w}"  # a discrete size stands in the first two fields


def _next_of_list(descriptor: int, request: int, data: bytes) -> bytes | None:
    """Ask for one entry; None after the last (EINVAL) and from a driver without list (ENOTTY)."""
    try:
        return _ask(descriptor, request, data)
    except OSError as error:
        if error.errno in (errno.EINVAL, errno.ENOTTY):
            return None
        raise


def _ask(descriptor: int, request: int, data: bytes) -> bytes:
    if sys.platform != "linux":
        raise OSError(errno.ENOTTY, "V4L2 exists on Linux only")
    from fcntl import ioctl

    return ioctl(descriptor, request, data)


def _name(code: int) -> str:
    four = code.to_bytes(4, "little").decode("latin-1").strip()
    return _FFMPEG_NAMES.get(four, four)
