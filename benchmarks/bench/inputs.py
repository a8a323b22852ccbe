"""What the scenarios feed a bundle: one made sample per sense, and a JPEG like a camera's.

Knows the project's own demo samples and how long a window each encoder takes; refuses to time anything.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from anymal.engines.input_spec import AudioInput, ImageInput, ImuInput, VideoInput
from anymal.engines.manifest import EncoderSpec, Manifest
from anymal.runtime.demo_samples import IMU_RATE_HZ, beeping, picture, walking
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk, Modality, Sample

__all__ = ["JPEG_PX", "made_picture", "new_samples", "own_encoders", "samples_for", "write_jpeg"]

JPEG_PX = (1280, 720)
"""Width and height of the picture that is decoded."""


def own_encoders(manifest: Manifest) -> dict[Modality, EncoderSpec]:
    """Return the senses with an encoder of their own: a video of pictures has none."""
    return {name: spec for name, spec in manifest.modalities.items() if isinstance(spec, EncoderSpec)}


def samples_for(spec: EncoderSpec) -> list[Sample]:
    """Return what the encoder takes at once: one sample, or all frames of a video.

    The picture is uint8 [256, 256, 3], sound at the encoder's rate and motion at 100 Hz, both as long as its
    window.
    """
    return new_samples(spec, 0)


def new_samples(spec: EncoderSpec, number: int) -> list[Sample]:
    """Return samples as `samples_for` does, with other content for another `number`."""
    takes = spec.input
    if isinstance(takes, ImageInput):
        return [made_picture(number)]
    if isinstance(takes, VideoInput):
        first = number * takes.frames
        return [Frame(step * NS_PER_S, _picture(first + step)) for step in range(takes.frames)]
    if isinstance(takes, AudioInput):
        sound = beeping(takes.window_s, rate_hz=takes.rate_hz)
        return [AudioChunk(0, np.roll(sound, 101 * number).astype(np.float32), takes.rate_hz)]
    motion = _motion(takes)
    moved = motion.accel_mps2 + np.float32(1e-3 * number)
    return [ImuChunk(motion.t_ns, moved, motion.gyro_radps)]


def made_picture(number: int) -> Frame:
    """Return the picture that an encoder of pictures is given: uint8 [256, 256, 3]."""
    return Frame(0, _picture(number))


def _picture(number: int) -> NDArray[np.uint8]:
    """The demo picture with its circle somewhere else, and white a little darker with each round."""
    place, level = number % 32, number // 32 % 200
    return np.minimum(picture(10 + 4 * place), np.uint8(255 - level))


def _motion(takes: ImuInput) -> ImuChunk:
    motion = walking(takes.window_s + 2.0 / IMU_RATE_HZ).astype(np.float32)
    times = np.arange(len(motion), dtype=np.int64) * (NS_PER_S // IMU_RATE_HZ)
    return ImuChunk(times, motion[:, :3].copy(), motion[:, 3:].copy())


def write_jpeg(folder: Path) -> Path:
    """Write the demo picture as a JPEG of `JPEG_PX`, quality 90, and return its path."""
    from PIL import Image

    path = folder / "camera.jpg"
    Image.fromarray(picture()).resize(JPEG_PX).save(path, quality=90)
    return path
