"""What the scenarios feed a bundle: one made sample per sense, and a JPEG like a camera's.

Knows the project's own demo samples and how long a window each encoder takes; refuses to time anything.
"""

from pathlib import Path

import numpy as np

from anymal.engines.input_spec import AudioInput, ImageInput, ImuInput, VideoInput
from anymal.engines.manifest import EncoderSpec, Manifest
from anymal.runtime.demo_samples import AUDIO_RATE_HZ, IMU_RATE_HZ, beeping, picture, walking
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk, Modality, Sample

__all__ = ["JPEG_PX", "own_encoders", "samples_for", "write_jpeg"]

JPEG_PX = (1280, 720)
"""Width and height of the picture that is decoded."""


def own_encoders(manifest: Manifest) -> dict[Modality, EncoderSpec]:
    """Return the senses with an encoder of their own: a video of pictures has none."""
    return {name: spec for name, spec in manifest.modalities.items() if isinstance(spec, EncoderSpec)}


def samples_for(spec: EncoderSpec) -> list[Sample]:
    """Return what the encoder takes at once: one sample, or all frames of a video.

    The picture is uint8 [256, 256, 3], sound 16 kHz and motion 100 Hz, as long as the encoder's window.
    """
    takes = spec.input
    if isinstance(takes, ImageInput):
        return [Frame(0, picture())]
    if isinstance(takes, VideoInput):
        return [Frame(number * NS_PER_S, picture(10 + 4 * (number % 16))) for number in range(takes.frames)]
    if isinstance(takes, AudioInput):
        return [AudioChunk(0, beeping(takes.window_s).astype(np.float32), AUDIO_RATE_HZ)]
    return [_motion(takes)]


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
