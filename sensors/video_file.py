"""Video files to frames: a few pictures, evenly spaced over a stretch of the clip.

Knows time stamps, seeking, rotation and transparency; refuses to know what the frames are for.
Only what lies near the wanted frames is decoded, so three hours cost little more than a minute.

Which frames: the stretch (whole clip, newest `window_s`, or from `start_s`) is cut into `frames`
equal parts, and of each part the picture on screen at its centre is taken: the last one whose
time stamp is not after it. A clip of fewer pictures than asked for repeats them.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ConfigError, InputError
from anymal.samples import NS_PER_S, Frame
from anymal.sensors.file_check import require_file
from anymal.sensors.media_file import media_errors, open_container
from anymal.sensors.video_clip import Clip, check_size, picture_stream, scan_clip
from anymal.sensors.window import Window

if TYPE_CHECKING:
    from av import VideoFrame

__all__ = ["read_video", "to_rgb"]

_SEEK_GAP_S = 3  # decoding through a shorter gap is cheaper than seeking back to a key frame


def read_video(
    path: Path, frames: int, window_s: float | None = None, start_s: float | None = None
) -> list[Frame]:
    """Read `frames` pictures, RGB uint8 [H, W, 3], oldest first, `t_ns` from the start of the file.

    `window_s` seconds are covered: the newest, or those from `start_s`; `None` is all of them.
    Rotation in the file's metadata is applied, transparency is laid over white, pixel aspect is
    ignored. Raises `InputError` for a file that is missing, truncated, without pictures or a still
    picture, and `ConfigError` for an impossible request.
    """
    if frames < 1:
        raise ConfigError(f"{frames} frames of {path.name}: wanted 1 or more")
    window = Window(start_s, window_s)
    file = require_file(path, "video")
    with media_errors(path, "video"):
        clip = scan_clip(file)
        begin_ns, end_ns = _span_ns(clip, window, path)
        step_ns = end_ns - begin_ns
        centres = [clip.tick_at(begin_ns + (2 * i + 1) * step_ns // (2 * frames)) for i in range(frames)]
        with _Cursor(file, clip) as cursor:
            return [cursor.frame_at(tick) for tick in centres]


def _span_ns(clip: Clip, window: Window, path: Path) -> tuple[int, int]:
    end_ns = clip.ns_at(clip.end)
    length_ns = end_ns if window.length_s is None else round(window.length_s * NS_PER_S)
    if window.start_s is None:
        return max(0, end_ns - length_ns), end_ns
    begin_ns = round(window.start_s * NS_PER_S)
    if begin_ns >= end_ns:
        lasts = f"lasts {end_ns / NS_PER_S:.2f} s"
        raise InputError(f"{path}: {lasts}; window {window} starts after it. Choose an earlier one.")
    return begin_ns, min(end_ns, begin_ns + length_ns)


class _Cursor:
    """Moves forward through a clip and shows the picture on screen at a given tick."""

    def __init__(self, file: Path, clip: Clip) -> None:
        self._file = file
        self._clip = clip
        self._gap = int(_SEEK_GAP_S / clip.tick_s)
        self._resources = ExitStack()
        self._shown: tuple[int, VideoFrame] | None = None
        self._next: tuple[int, VideoFrame] | None = None
        self._converted: Frame | None = None

    def __enter__(self) -> "_Cursor":
        self._reopen()
        return self

    def __exit__(self, *_: object) -> None:
        self._resources.close()

    def frame_at(self, tick: int) -> Frame:
        """Return the last picture not after `tick`, or the first there is; ticks must not fall."""
        here = self._shown[0] if self._shown else self._clip.start
        if self._clip.stamped and tick - here > self._gap:
            self._jump(tick)
        before = self._shown
        while self._next is not None and (self._shown is None or self._next[0] <= tick):
            self._shown, self._next = self._next, next(self._pictures, None)
        if self._shown is None:
            raise InputError(f"{self._file}: no picture could be decoded. Record or copy it again.")
        if self._converted is None or self._shown is not before:
            stamp, picture = self._shown
            self._converted = Frame(self._clip.ns_at(stamp), to_rgb(picture, self._file))
        return self._converted

    def _reopen(self) -> None:
        self._resources.close()
        self._container = self._resources.enter_context(open_container(self._file, "video"))
        self._stream = picture_stream(self._container, self._file)
        self._restart()

    def _restart(self) -> None:
        self._pictures = self._decode()
        self._shown = None
        self._next = next(self._pictures, None)

    def _jump(self, tick: int) -> None:
        """Seek to a key frame at or before `tick`; start over where the format cannot (MPEG-TS often)."""
        import av

        for back_s in (0, 2, 16):
            target = max(self._clip.start, tick - int(back_s / self._clip.tick_s))
            try:
                self._container.seek(target, stream=self._stream, backward=True)
                self._restart()
            except (av.FFmpegError, OSError):
                break
            if self._next is not None and self._next[0] <= tick:
                return
        self._reopen()

    def _decode(self) -> "Iterator[tuple[int, VideoFrame]]":
        tick = self._clip.start - 1
        for picture in self._container.decode(self._stream):
            tick = picture.pts if self._clip.stamped and picture.pts is not None else tick + 1
            yield tick, picture


def to_rgb(picture: "VideoFrame", file: Path) -> NDArray[np.uint8]:
    """Convert to upright RGB uint8 [H, W, 3]."""
    check_size(picture.width, picture.height, file)
    if any(component.is_alpha for component in picture.format.components):
        rgba = picture.to_ndarray(format="rgba").astype(np.uint16)
        alpha = rgba[..., 3:]
        flat = ((rgba[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
    else:
        flat = picture.to_ndarray(format="rgb24").astype(np.uint8, copy=False)
    quarter_turns = round(getattr(picture, "rotation", 0) / 90)  # counterclockwise, as np.rot90
    return np.ascontiguousarray(np.rot90(flat, quarter_turns))
