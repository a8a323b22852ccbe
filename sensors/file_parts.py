"""A file cut into the small parts a live device would send: pictures, 20 ms of sound, 20 ms of motion.

Knows which reader serves which content; refuses to know when a part is wanted. Each generator
yields parts in order of time and returns the length of the file in ns, for whoever begins again.
"""

from collections import Counter
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk, Modality, Sample
from anymal.sensors.audio_decode import sound_frames, sound_stream
from anymal.sensors.file_check import describe_file, require_file
from anymal.sensors.imu_file import read_imu
from anymal.sensors.media_file import media_errors, open_container, streams_found
from anymal.sensors.stream_sound import SoundTrack
from anymal.sensors.video_clip import Clip, picture_stream, scan_clip
from anymal.sensors.video_file import to_rgb

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

__all__ = ["Part", "content_of", "motion_parts", "picture_parts", "sound_parts"]

PART_NS = 20_000_000


class Part(NamedTuple):
    """`make` gives the sample, with times from the start of the file; it is complete at `due_ns`."""

    due_ns: int
    make: Callable[[], Sample]


def content_of(path: Path) -> Modality:
    """What a file holds: a table is motion, moving pictures come before sound.

    Raises `InputError` for a file that is missing or holds none of them.
    """
    file = require_file(path, "video, sound or motion table")
    if describe_file(file).startswith("text"):
        return "imu"
    with media_errors(path, "video or sound"), open_container(file, "video or sound") as container:
        try:
            picture_stream(container, file)
        except InputError:
            if not container.streams.audio:
                found = streams_found(container)
                raise InputError(f"{path}: neither pictures nor sound; found {found}.") from None
            return "audio"
        return "image"


def picture_parts(path: Path) -> Generator[Part, None, int]:
    """Yield every picture of a video; the RGB is made only when asked for. Raises as `read_video`."""
    file = require_file(path, "video")
    with media_errors(path, "video"):
        clip = scan_clip(file)
        with open_container(file, "video") as container:
            tick = clip.start - 1
            for picture in container.decode(picture_stream(container, file)):
                tick = picture.pts if clip.stamped and picture.pts is not None else tick + 1
                yield _picture(picture, clip, tick, file)
        return clip.ns_at(clip.end)


def sound_parts(path: Path, rate_hz: int, counts: Counter[str] | None = None) -> Generator[Part, None, int]:
    """Yield the sound in blocks of 20 ms at `rate_hz`, the last one shorter. Raises as `read_audio`.

    `counts` takes what of it is lost: `bad_packets`, and `gaps` where its times jump.
    """
    lost = Counter[str]() if counts is None else counts
    file = require_file(path, "sound")
    blocks = _Blocks(rate_hz)
    with media_errors(path, "sound"), open_container(file, "sound") as container:
        track = SoundTrack(rate_hz)
        zero_ns = (container.start_time or 0) * 1000  # AV_TIME_BASE is a microsecond
        stream = sound_stream(container, file)
        for frame in sound_frames(container, stream, file, lambda: lost.update(["bad_packets"])):
            before = track.gaps
            pieces = track.feed(frame)
            lost["gaps"] += track.gaps - before
            for piece in pieces:
                _check_finite(piece.samples, path)
                yield from blocks.add(max(0, piece.stream_ns - zero_ns), piece.samples)
        for piece in track.finish():
            yield from blocks.add(max(0, piece.stream_ns - zero_ns), piece.samples)
    yield from blocks.rest()
    return blocks.end_ns


def motion_parts(path: Path) -> Generator[Part, None, int]:
    """Yield the rows of a motion table, 20 ms of them at a time. Raises as `read_imu`."""
    motion = read_imu(path)
    edges = np.flatnonzero(np.diff(motion.t_ns // PART_NS)) + 1
    for begin, end in zip([0, *edges.tolist()], [*edges.tolist(), len(motion.t_ns)], strict=True):
        rows = slice(begin, end)
        chunk = ImuChunk(motion.t_ns[rows], motion.accel_mps2[rows], motion.gyro_radps[rows])
        yield Part(int(chunk.t_ns[-1]), _given(chunk))
    return int(motion.t_ns[-1] + np.median(np.diff(motion.t_ns)))


class _Blocks:
    """Cuts pieces of sound into blocks of 20 ms; a jump in time ends a block early."""

    def __init__(self, rate_hz: int) -> None:
        self.end_ns = 0
        self._rate_hz = rate_hz
        self._size = max(1, rate_hz * PART_NS // NS_PER_S)
        self._origin_ns = 0  # time of sample 0 of this run of samples
        self._given = 0  # samples of the run that were yielded
        self._held: NDArray[np.float32] = np.zeros(0, np.float32)

    def add(self, t_ns: int, samples: NDArray[np.float32]) -> Generator[Part, None, None]:
        """Take samples of which the first stands at `t_ns`; yield the blocks that are full."""
        if not len(samples):
            return
        expected = self._time(self._given + len(self._held))
        # A sample's time is rounded down twice on its way here.
        if abs(t_ns - expected) > NS_PER_S // self._rate_hz:
            yield from self.rest()
            self._origin_ns, self._given = t_ns, 0
        self._held = np.concatenate([self._held, samples])
        while len(self._held) >= self._size:
            yield self._cut(self._size)

    def rest(self) -> Generator[Part, None, None]:
        """Yield what is left, if anything."""
        if len(self._held):
            yield self._cut(len(self._held))

    def _cut(self, size: int) -> Part:
        chunk = AudioChunk(self._time(self._given), self._held[:size].copy(), self._rate_hz)
        self._held = self._held[size:]
        self._given += size
        self.end_ns = self._time(self._given)
        return Part(self.end_ns, _given(chunk))

    def _time(self, count: int) -> int:
        return self._origin_ns + count * NS_PER_S // self._rate_hz


def _picture(picture: "VideoFrame", clip: Clip, tick: int, file: Path) -> Part:
    t_ns = clip.ns_at(tick)
    return Part(t_ns, lambda: Frame(t_ns, to_rgb(picture, file)))


def _given(sample: Sample) -> Callable[[], Sample]:
    return lambda: sample


def _check_finite(samples: NDArray[np.float32], path: Path) -> None:
    if not np.isfinite(samples).all():
        raise InputError(f"{path}: samples that are NaN or infinite. Record it again.")
