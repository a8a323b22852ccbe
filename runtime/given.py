"""What a question came with: files and samples, sorted by sense and read when asked for.

Knows which reader serves which sense and how much of a recording to take; refuses to know
models and prompts. Readers are imported at first use, each brings its own media library.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from anymal.errors import ConfigError
from anymal.runtime.given_kinds import (
    AudioInput,
    ImageInput,
    ImuInput,
    PathLike,
    VideoInput,
    motion_of,
    pictures_of,
    sound_of,
    video_of,
)
from anymal.runtime.given_samples import frames_of, motion_in, require_heard, sound_in
from anymal.samples import AudioChunk, Frame, ImuChunk, Modality, Sample

if TYPE_CHECKING:
    from anymal.engines.manifest import EncoderSpec, VideoSpec
    from anymal.sensors.window import Window

__all__ = [
    "AudioInput",
    "Given",
    "ImageInput",
    "ImuInput",
    "PathLike",
    "VideoInput",
    "gather",
    "read",
]


@dataclass(frozen=True)
class Given:
    """What one question came with; a path will be read, of a sample at most a window is taken."""

    image: tuple[Path | Frame, ...] = ()
    video: Path | tuple[Frame, ...] = ()
    audio: Path | AudioChunk | None = None
    imu: Path | ImuChunk | None = None

    @property
    def modalities(self) -> tuple[Modality, ...]:
        """The senses that were given."""
        return tuple(name for name in get_args(Modality) if getattr(self, name) not in (None, ()))


def gather(
    image: ImageInput | Sequence[ImageInput] | None = None,
    video: VideoInput | None = None,
    audio: AudioInput | None = None,
    imu: ImuInput | None = None,
) -> Given:
    """Sort the arguments of `ask` into a `Given`; one image is a sequence of one.

    Raises `InputError` for no picture, no frame, and what is neither a file nor a sample; files are
    looked at later, by `read`.
    """
    return Given(pictures_of(image), video_of(video), sound_of(audio), motion_of(imu))


def read(
    modality: Modality,
    given: Given,
    spec: "EncoderSpec | VideoSpec",
    window: "Window | None" = None,
) -> list[list[Sample]]:
    """Return one list of samples per thing given: every image is a thing, a video is one of many frames.

    `window` None is the newest stretch as long as the model's own (`spec`), for video the
    whole clip; its seconds count from the start of the file or sample. Raises `InputError` for
    what cannot be used, `ConfigError` for a window longer than the model takes.
    """
    from anymal.engines.manifest import AudioInput as AudioSpec
    from anymal.engines.manifest import ImuInput as ImuSpec
    from anymal.engines.manifest import VideoInput as VideoClip
    from anymal.engines.manifest import VideoSpec, video_frames

    if isinstance(spec, VideoSpec) or isinstance(spec.input, VideoClip):
        return [list(_video(given.video, video_frames(spec), window))] if given.video else []
    takes = spec.input
    if isinstance(takes, AudioSpec):
        span = _span(modality, takes.window_s, window)
        return [[_audio(given.audio, takes.rate_hz, span)]] if given.audio is not None else []
    if isinstance(takes, ImuSpec):
        span = _span(modality, takes.window_s, window)
        return [[_imu(given.imu, span, chosen=window is not None)]] if given.imu is not None else []
    return [[_image(item)] for item in given.image]


def _image(item: Path | Frame) -> Frame:
    if isinstance(item, Frame):
        return item
    from anymal.sensors.image_file import read_image

    return read_image(item)


def _video(item: Path | tuple[Frame, ...], frames: int, window: "Window | None") -> Sequence[Frame]:
    if not isinstance(item, Path):
        return frames_of(item, frames, window)
    from anymal.sensors.video_file import read_video

    if window is None:
        return read_video(item, frames)
    return read_video(item, frames, window_s=window.length_s, start_s=window.start_s)


def _audio(item: Path | AudioChunk, rate_hz: int, window: "Window") -> AudioChunk:
    if isinstance(item, AudioChunk):
        return sound_in(item, rate_hz, window)
    from anymal.sensors.audio_file import read_audio

    chunk = read_audio(item, rate_hz, window)
    require_heard(chunk, item, "--window")
    return chunk


def _imu(item: Path | ImuChunk, window: "Window", chosen: bool) -> ImuChunk:
    if isinstance(item, ImuChunk):
        return motion_in(item, window, chosen)
    from anymal.sensors.imu_file import read_imu

    return read_imu(item, window)


def _span(modality: Modality, window_s: float, window: "Window | None") -> "Window":
    """Return `window` with the model's length where none was chosen; the newest when there is none."""
    from anymal.sensors.window import Window

    chosen = window or Window()
    if chosen.length_s is not None and chosen.length_s > window_s:
        raise ConfigError(
            f"window {chosen} of {modality} lasts {chosen.length_s:g} s, but the bundle takes {window_s:g} s "
            "at a time: choose a shorter one"
        )
    return chosen.or_length(window_s)
