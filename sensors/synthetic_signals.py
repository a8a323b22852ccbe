"""Pictures, sounds and motions made from formulas: each a pure function of its number and a seed.

Knows shapes, tones and rotations, and what a perfect device would report of them; refuses to know
time, so the same number gives the same values on every run and machine.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from anymal.sensors.imu_units import G_MPS2

if TYPE_CHECKING:
    from PIL import ImageDraw

__all__ = ["AXES", "COLOURS", "MOTIONS", "MOVES", "SHAPES", "SOUNDS", "Motion", "Picture", "Sound"]

AXES = ("x", "y", "z")
COLOURS = {
    "red": (222, 30, 36), "orange": (250, 140, 20), "yellow": (250, 225, 40), "green": (35, 150, 60),
    "blue": (35, 80, 215), "purple": (130, 45, 170), "pink": (250, 130, 185), "brown": (120, 70, 35),
    "black": (18, 18, 20), "white": (248, 248, 248), "grey": (160, 160, 160),
}  # fmt: skip
MOVES = ("left-to-right", "right-to-left", "top-to-bottom", "bottom-to-top", "around", "none")
SOUNDS = ("tone", "beeps", "noise", "silence")
# Name -> steps per second, bounce in m/s2: what a head does while its owner walks or runs.
MOTIONS = {"still": (0.0, 0.0), "walk": (1.9, 2.5), "run": (2.8, 9.0)}

_POLYGONS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)),
    "diamond": ((0.0, -1.0), (0.8, 0.0), (0.0, 1.0), (-0.8, 0.0)),
    "triangle": ((0.0, -1.0), (0.97, 0.8), (-0.97, 0.8)),
    "cross": ((-0.3, -1), (0.3, -1), (0.3, -0.3), (1, -0.3), (1, 0.3), (0.3, 0.3),
              (0.3, 1), (-0.3, 1), (-0.3, 0.3), (-1, 0.3), (-1, -0.3), (-0.3, -0.3)),
    "star": tuple(
        ((1.0 if k % 2 == 0 else 0.42) * math.sin(k * math.pi / 5),
         -(1.0 if k % 2 == 0 else 0.42) * math.cos(k * math.pi / 5))
        for k in range(10)
    ),
}  # fmt: skip
SHAPES = ("circle", "ring", *_POLYGONS)


@dataclass(frozen=True)
class Picture:
    """One shape of one colour that crosses the picture once in `period_s`, never leaving it."""

    width: int
    height: int
    shape: str
    colour: str
    background: str
    move: str
    period_s: float
    size: float  # the shape's height over the picture's smaller side

    def draw(self, elapsed_s: float) -> NDArray[np.uint8]:
        """Return uint8 [height, width, 3] as it is `elapsed_s` after the start."""
        from PIL import Image, ImageDraw

        image = Image.new("RGB", (self.width, self.height), COLOURS[self.background])
        radius = self.size * min(self.width, self.height) / 2
        self._shape(ImageDraw.Draw(image), *self.centre(elapsed_s), radius)
        return np.array(image, dtype=np.uint8)

    def centre(self, elapsed_s: float) -> tuple[float, float]:
        """Return where the shape's middle is: x to the right, y down, in pixels."""
        radius = self.size * min(self.width, self.height) / 2
        share = elapsed_s / self.period_s % 1.0
        turn = share * math.tau
        across, down = {
            "left-to-right": (share, 0.5),
            "right-to-left": (1 - share, 0.5),
            "top-to-bottom": (0.5, share),
            "bottom-to-top": (0.5, 1 - share),
            "around": (0.5 - math.cos(turn) / 2, 0.5 - math.sin(turn) / 2),
            "none": (0.5, 0.5),
        }[self.move]
        return radius + across * (self.width - 2 * radius), radius + down * (self.height - 2 * radius)

    def _shape(self, draw: "ImageDraw.ImageDraw", x: float, y: float, radius: float) -> None:
        colour = COLOURS[self.colour]
        box = (x - radius, y - radius, x + radius, y + radius)
        if self.shape == "circle":
            draw.ellipse(box, fill=colour)
        elif self.shape == "ring":
            draw.ellipse(box, outline=colour, width=max(1, round(radius * 0.4)))
        else:
            draw.polygon([(x + radius * u, y + radius * v) for u, v in _POLYGONS[self.shape]], fill=colour)


@dataclass(frozen=True)
class Sound:
    """A tone, beeps (a tone, 0.2 s in every 0.5 s), white noise or silence; `level` is the peak, 0 to 1."""

    rate_hz: int
    sound: str
    hz: float
    level: float
    seed: int

    def samples(self, first: int, count: int) -> NDArray[np.float32]:
        """Return float32 [count] from sample number `first` on; noise repeats only for equal arguments."""
        if self.sound == "silence":
            return np.zeros(count, np.float32)
        if self.sound == "noise":
            uniform = np.random.default_rng([self.seed, first]).uniform(-self.level, self.level, count)
            return uniform.astype(np.float32)
        numbers = np.arange(first, first + count, dtype=np.int64)
        # The phase within one turn: a sine of a large angle would lose precision after some hours.
        turns = numbers * self.hz / self.rate_hz % 1.0
        tone = self.level * np.sin(turns * math.tau)
        if self.sound == "beeps":
            tone *= numbers % (self.rate_hz // 2) < self.rate_hz // 5
        return tone.astype(np.float32)


@dataclass(frozen=True)
class Motion:
    """A perfect IMU, level at the start (`up` points up), turning steadily about its own `axis`.

    Steps add a bounce along `up`. `noise_mps2` is the standard deviation of the acceleration's
    noise; the gyroscope's is a tenth of it in rad/s.
    """

    turn_dps: float
    axis: str
    up: str
    motion: str
    noise_mps2: float
    seed: int

    def rows(
        self, first: int, elapsed_s: NDArray[np.float64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return acceleration in m/s2, gravity included, and rotation in rad/s, float32 [n, 3] each."""
        about, up = np.eye(3)[AXES.index(self.axis)], np.eye(3)[AXES.index(self.up)]
        angle = np.radians(self.turn_dps * elapsed_s % 360.0)[:, None]
        # Rodrigues: the world's `up` seen from a body that has turned by `angle` about `about`.
        seen_up = up * np.cos(angle) - np.cross(about, up) * np.sin(angle)
        seen_up += about * (about @ up) * (1 - np.cos(angle))
        steps_hz, bounce = MOTIONS[self.motion]
        lift = G_MPS2 + bounce * np.sin(elapsed_s * steps_hz % 1.0 * math.tau)
        accel = seen_up * lift[:, None]
        gyro = np.tile(about * math.radians(self.turn_dps), (len(elapsed_s), 1))
        if self.noise_mps2:
            noise = np.random.default_rng([self.seed, first]).normal(0, self.noise_mps2, (len(elapsed_s), 6))
            accel, gyro = accel + noise[:, :3], gyro + noise[:, 3:] / 10
        return accel.astype(np.float32), gyro.astype(np.float32)
