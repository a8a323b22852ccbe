"""The vocabulary shared by sensors, engines and runtime: stamped samples and embeddings.

Knows shapes, units and clocks of the data that crosses folders; refuses to know where a
sample came from or what a model does with it. All `*_ns` are `time.monotonic_ns()` of
capture; samples read from files count from 0 at the start of the file.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "LOUDEST",
    "NS_PER_S",
    "AudioChunk",
    "Captured",
    "Embedding",
    "Frame",
    "ImuChunk",
    "Modality",
    "Sample",
]

Modality = Literal["image", "video", "audio", "imu"]
NS_PER_S = 1_000_000_000
LOUDEST = 8.0
"""Sound and decoders overshoot 1.0 a little; beyond this, floats hold integers."""


@dataclass(frozen=True)
class Frame:
    """One picture: `rgb` uint8 [H, W, 3], captured at `t_ns`."""

    t_ns: int
    rgb: NDArray[np.uint8]


@dataclass(frozen=True)
class AudioChunk:
    """Mono sound: `samples` float32 [n] in [-1, 1] at `rate_hz`; `t_ns` is the first sample's."""

    t_ns: int
    samples: NDArray[np.float32]
    rate_hz: int

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.rate_hz


@dataclass(frozen=True)
class ImuChunk:
    """Motion: `t_ns` int64 [n] rising, `accel_mps2` and `gyro_radps` float32 [n, 3], gravity included."""

    t_ns: NDArray[np.int64]
    accel_mps2: NDArray[np.float32]
    gyro_radps: NDArray[np.float32]

    @property
    def duration_s(self) -> float:
        """Time from first to last row in seconds."""
        return float(self.t_ns[-1] - self.t_ns[0]) / NS_PER_S if len(self.t_ns) else 0.0


Sample = Frame | AudioChunk | ImuChunk


@dataclass(frozen=True)
class Captured:
    """A sample from a live stream with all its times; `sample` carries the mapped one.

    `arrival_ns` is when its bytes reached us. `device_ns` int64 is the device's own clock, unwrapped:
    one value for a frame or the first sound sample, one per row for motion; None where the
    device has no clock.
    """

    sample: Sample
    arrival_ns: int
    device_ns: NDArray[np.int64] | None = None


@dataclass(frozen=True)
class Embedding:
    """Soft tokens: `rows` float32 [n_tokens, n_embd] of what was sensed in [start_ns, end_ns].

    `key` is a hash of the encoder's input, so equal content is recognised without comparing rows.
    """

    modality: Modality
    rows: NDArray[np.float32]
    start_ns: int
    end_ns: int
    key: str
