"""Samples that quantisation is fitted to and judged on, with a name and a hash for the manifest.

Knows held-out arrays and folders of real pictures, sounds and motions; refuses to know graphs.
Files are read by the device's own readers, so what is measured is what a device would feed.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ExportError, InputError

__all__ = ["Calibration", "folder_samples", "samples_calibration"]

# Endings the readers know; other files in the folder are nobody's business.
SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "image": (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff"),
    "video": (".mkv", ".mp4", ".mov", ".avi", ".webm"),
    "audio": (".wav", ".flac", ".mp3", ".ogg", ".opus", ".m4a"),
    "imu": (".csv",),
}


@dataclass(frozen=True)
class Calibration:
    """Raw `samples` [n, ...] that ranges are measured on, and `check` [m, ...] that parity is.

    `name` says where they come from; `shared` of the `check` samples are among `samples` too.
    """

    name: str
    samples: NDArray[Any]
    check: NDArray[Any]
    shared: int = 0

    def __post_init__(self) -> None:
        """Raise `ExportError` when there is nothing to measure."""
        if not len(self.samples) or not len(self.check):
            raise ExportError(f"calibration {self.name!r} holds no samples; give at least one")

    @property
    def sha256(self) -> str:
        """Hash of `samples` with their type and shape, in hex."""
        digest = hashlib.sha256(f"{self.samples.dtype.str} {list(self.samples.shape)}\n".encode())
        digest.update(np.ascontiguousarray(self.samples).data)
        return digest.hexdigest()

    def to_json(self) -> dict[str, Any]:
        """What the manifest says of the calibration."""
        return {
            "name": self.name,
            "samples": len(self.samples),
            "sha256": self.sha256,
            "checked_on": len(self.check),
            "shared": self.shared,
        }


def samples_calibration(name: str, samples: NDArray[Any], every: int = 2) -> Calibration:
    """Calibrate on every `every`-th of `samples` [n, ...] and check on all of them, or on the rest of many.

    Parity is wanted for every sample the LLM is asked about, so `check` is the whole array.
    """
    chosen = samples[:: max(1, min(every, len(samples)))]
    return Calibration(name, chosen, samples, shared=len(chosen))


def require_folder(folder: Path, modality: str) -> None:
    """Raise `ExportError` when there is no `folder`."""
    if not folder.is_dir():
        raise ExportError(f"{folder}: no such folder; calibration of {modality!r} wants one with real files")


def folder_samples(folder: Path, modality: str, spec: Mapping[str, Any], most: int = 128) -> NDArray[Any]:
    """Raw samples [n, ...] of the real files under `folder`, at most `most`, spread over their names.

    `spec` is the input section of the modality in the manifest. Raises `ExportError` naming the folder
    when it is missing or has no file of the kind, or the file that cannot be used.
    """
    require_folder(folder, modality)
    endings = SUFFIXES[modality]
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in endings and path.is_file())
    if not paths:
        raise ExportError(
            f"{folder}: no file to calibrate {modality!r} with; wanted some of {', '.join(endings)}"
        )
    spread = np.linspace(0, len(paths) - 1, min(most, len(paths))).round().astype(int)
    try:
        return np.stack(list(_read([paths[number] for number in spread], modality, spec)))
    except InputError as error:
        raise ExportError(f"calibration of {modality!r}: {error}; take that file out of {folder}") from error


def _read(paths: list[Path], modality: str, spec: Mapping[str, Any]) -> Iterator[NDArray[Any]]:
    """One raw sample per file, made by the readers and fitters the device uses."""
    from anymal.engines import manifest
    from anymal.engines.audio_features import audio_input
    from anymal.engines.image_features import image_input
    from anymal.engines.imu_features import imu_input
    from anymal.engines.input_spec import parse_input
    from anymal.engines.json_fields import Fields
    from anymal.sensors.audio_file import read_audio
    from anymal.sensors.image_file import read_image
    from anymal.sensors.imu_file import read_imu
    from anymal.sensors.video_file import read_video
    from anymal.sensors.window import Window

    name = spec["name"]
    if modality in ("image", "video"):
        wanted = parse_input("image", Fields(dict(spec), f"the input of {modality}"))
        picture = cast(manifest.ImageInput, wanted)
        for path in paths:
            if modality == "image":
                yield image_input(read_image(path), picture)
            else:
                frames = read_video(path, spec["frames"])
                yield np.stack([image_input(frame, picture) for frame in frames])
        return
    rate_hz, window = int(spec["rate_hz"]), Window(length_s=float(spec["window_s"]))
    for path in paths:
        if modality == "audio":
            chunk = read_audio(path, rate_hz, window)
            yield audio_input(chunk, manifest.AudioInput(name, rate_hz, float(spec["window_s"])))
        else:
            yield imu_input(read_imu(path), manifest.ImuInput(name, rate_hz, float(spec["window_s"])))
