"""What the arguments of `ask` may be: files, samples, pictures in memory; of all else, what to do instead.

Knows Python types and how to name them; refuses to read files, and to look at what a sample holds.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ConfigError, InputError
from anymal.samples import AudioChunk, Frame, ImuChunk, Modality

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage
else:  # Pillow is imported when there is a picture, and not to say what one may be
    PillowImage = object

__all__ = [
    "AudioInput",
    "ImageInput",
    "ImuInput",
    "PathLike",
    "VideoInput",
    "motion_of",
    "pictures_of",
    "require_windows",
    "sound_of",
    "video_of",
]

PathLike = str | os.PathLike[str]
ImageInput = PathLike | Frame | NDArray[np.uint8] | PillowImage
VideoInput = PathLike | Sequence[Frame]
AudioInput = PathLike | AudioChunk
ImuInput = PathLike | ImuChunk
_FRAME = "Frame(0, array) with uint8 [height, width, 3] (RGB)"
_WANTED = {"image": "picture", "video": "video", "audio": "sound", "imu": "motion"}
_CURES = {
    "image": "name a file, give a Pillow image (Image.open takes bytes in BytesIO, and open files), or wrap "
    f"an array: {_FRAME}",
    "video": f"name one video file, or give a list of frames: [{_FRAME}, ...]",
    "audio": "name one file, or wrap it: AudioChunk(0, samples, rate_hz) with mono float32 [n] in [-1, 1]",
    "imu": "name one CSV file, or wrap it: ImuChunk(t_ns, accel_mps2, gyro_radps) with int64 [n] and "
    "float32 [n, 3]",
}


def pictures_of(image: Any) -> tuple[Path | Frame, ...]:
    """The argument `image`: one picture or several. Raises `InputError` for an empty list, or no picture."""
    if image is None:
        return ()
    if _is_path(image) or isinstance(image, Frame | np.ndarray) or not _several(image):
        return (_picture("image", image),)
    images = tuple(_picture(f"image[{number}]", item) for number, item in enumerate(image))
    if not images:
        raise InputError("image: wanted at least one picture, found none; leave it out to ask without")
    return images


def video_of(video: Any) -> Path | tuple[Frame, ...]:
    """The argument `video`: a file, or frames in order; () for None."""
    if video is None:
        return ()
    if _is_path(video):
        return _path("video", video)
    if not _several(video):
        raise _wrong("video", video)
    frames = tuple(video)
    if not frames:
        raise InputError("video: wanted a file or at least one frame, found no frames; leave it out instead")
    for number, frame in enumerate(frames):
        if not isinstance(frame, Frame):
            raise _wrong("video", frame, f"video[{number}]")
        _require_array(f"video[{number}].rgb", frame.rgb)
        _require_ns(f"video[{number}].t_ns", frame.t_ns)
    return frames


def sound_of(audio: object) -> Path | AudioChunk | None:
    """The argument `audio`."""
    if audio is None or _is_path(audio):
        return None if audio is None else _path("audio", audio)
    if not isinstance(audio, AudioChunk):
        raise _wrong("audio", audio)
    _require_array("audio.samples", audio.samples)
    _require_ns("audio.t_ns", audio.t_ns)
    if not isinstance(audio.rate_hz, int | float | np.integer | np.floating):
        raise InputError(f"audio.rate_hz: wanted a number, found {_found(audio.rate_hz)}; say it in Hz")
    return audio


def motion_of(imu: object) -> Path | ImuChunk | None:
    """The argument `imu`."""
    if imu is None or _is_path(imu):
        return None if imu is None else _path("imu", imu)
    if not isinstance(imu, ImuChunk):
        raise _wrong("imu", imu)
    for name in ("t_ns", "accel_mps2", "gyro_radps"):
        _require_array(f"imu.{name}", getattr(imu, name))
    return imu


def require_windows(windows: object) -> None:
    """Raise `ConfigError` unless it is a mapping from senses that have a duration to `Window`s."""
    from anymal.sensors.window import Window

    known = [name for name in get_args(Modality) if name != "image"]
    listed = ", ".join(known)
    if not isinstance(windows, Mapping):
        cure = 'write windows={"audio": Window(3.0, 2.0)}'
        raise ConfigError(f"windows: wanted a mapping by sense, found {_found(windows)}; {cure}")
    for name, window in windows.items():
        if name == "image":
            raise ConfigError(f"windows: a picture has no duration; windows are for {listed}")
        if name not in known:
            raise ConfigError(f"windows: {name!r} is no sense with a duration; known: {listed}")
        if not isinstance(window, Window):
            cure = 'write Window(3.0, 2.0) for 2 s from 3 s on, or parse_window("3:5")'
            raise ConfigError(f"windows[{name!r}]: wanted a Window, found {_found(window)}; {cure}")


def _picture(name: str, item: object) -> Path | Frame:
    if _is_path(item):
        return _path(name, item)
    if isinstance(item, Frame):
        _require_array(f"{name}.rgb", item.rgb)
        _require_ns(f"{name}.t_ns", item.t_ns)
        return item
    if isinstance(item, np.ndarray):
        if item.dtype != np.uint8 or item.ndim != 3 or item.shape[2] != 3 or not item.size:
            raise InputError(
                f"{name}: wanted uint8 [height, width, 3] (RGB), found {_found(item)}; convert it"
            )
        return Frame(0, item)
    from PIL import Image

    if isinstance(item, Image.Image):
        from anymal.sensors.image_file import frame_of

        return frame_of(item, name)
    raise _wrong("image", item, name)


def _several(item: Any) -> bool:
    """Whether it holds things one after the other, and not bytes, an array, a picture or an open file."""
    whole = isinstance(item, bytes | bytearray | memoryview | np.ndarray | Mapping)
    return isinstance(item, Iterable) and not whole and not hasattr(item, "read")


def _is_path(item: object) -> bool:
    return isinstance(item, str | os.PathLike)


def _path(name: str, item: Any) -> Path:
    try:
        return Path(item)
    except TypeError as error:  # a path of bytes
        raise InputError(f"{name}: {item!r} is a path of {type(item).__name__}; name it as text") from error


def _require_array(name: str, value: object) -> None:
    if not isinstance(value, np.ndarray):
        raise InputError(f"{name}: wanted a NumPy array, found {_found(value)}; convert it with np.asarray")


def _require_ns(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | np.integer):
        raise InputError(f"{name}: wanted whole nanoseconds, found {_found(value)}; round it, or write 0")


def _wrong(argument: str, item: object, name: str = "") -> InputError:
    cure = _CURES[argument]
    if argument == "video" and _is_path(item):
        cure = "pictures in files go to image=[...]; " + cure
    return InputError(f"{name or argument}: wanted a {_WANTED[argument]}, found {_found(item)}; {cure}")


def _found(item: object) -> str:
    """The type, with what tells most about it."""
    if isinstance(item, np.ndarray):
        return f"an array {item.dtype} {list(item.shape)}"
    if isinstance(item, str | int | float):
        text = repr(item)
        return f"{type(item).__name__} {text if len(text) <= 60 else text[:57] + '...'}"
    return type(item).__name__
