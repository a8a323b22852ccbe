"""The eight shapes as outlines: arrays of points around the origin, radius about one.

Knows the geometry of each shape name and how far it may be turned and stretched before it would
be called something else; refuses to know colours, places and pixels.
"""

import math

import numpy as np
from numpy.typing import NDArray

__all__ = ["Points", "ellipse", "outline", "ring_outline"]

Points = NDArray[np.float64]


def ellipse(width: float = 1.0, height: float = 1.0, n: int = 28) -> Points:
    """Return `n` points [n, 2] of an ellipse with the given half axes."""
    angle = np.arange(n) * (2 * math.pi / n)
    return np.stack([np.cos(angle) * width, np.sin(angle) * height], axis=1)


def ring_outline(inner: float) -> Points:
    """Return one closed outline [n, 2] of a ring of outer radius 1 (out along it, back inside)."""
    outer = ellipse(n=32)
    closed = np.concatenate([outer, outer[:1]])
    return np.concatenate([closed, closed[::-1] * inner])


def _star() -> Points:
    angle = np.arange(10) * (math.pi / 5) - math.pi / 2
    radius = np.where(np.arange(10) % 2 == 0, 1.12, 0.46)
    return np.stack([np.cos(angle) * radius, np.sin(angle) * radius], axis=1)


def _heart() -> Points:
    t = np.arange(32) * (2 * math.pi / 32)
    x = 16 * np.sin(t) ** 3
    y = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
    return np.stack([x, y + 2.0], axis=1) / 15.5


def _cross(arm: float) -> Points:
    one = 1.0
    corners = [(-arm, -one), (arm, -one), (arm, -arm), (one, -arm), (one, arm), (arm, arm)]
    corners += [(arm, one), (-arm, one), (-arm, arm), (-one, arm), (-one, -arm), (-arm, -arm)]
    return np.array(corners)


_CIRCLE = ellipse()
_SQUARE = np.array([(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]) * 0.86
_DIAMOND = np.array([(0.0, -1.12), (0.86, 0.0), (0.0, 1.12), (-0.86, 0.0)])
_TRIANGLE = np.array([(0.0, -1.02), (0.98, 0.8), (-0.98, 0.8)])
_STAR, _HEART = _star(), _heart()


def outline(shape: str, rng: np.random.Generator, may_lean: bool = True) -> Points:
    """Return the outline [n, 2] of one shape, turned and stretched a little.

    Turns are bounded so that names stay true: a square never stands on its corner, a diamond
    always does; a cross is a plus sign, or a times sign if it `may_lean`.
    """
    turn = float(rng.uniform(-1.0, 1.0))
    if shape == "circle":
        points, turn = _CIRCLE, 0.0
    elif shape == "square":
        points, turn = _SQUARE, turn * 0.17
    elif shape == "diamond":
        points, turn = _DIAMOND * (rng.uniform(0.82, 1.08), 1.0), turn * 0.12
    elif shape == "triangle":
        points, turn = _TRIANGLE, turn * 0.45
    elif shape == "star":
        points, turn = _STAR, turn * 0.6
    elif shape == "heart":
        points, turn = _HEART, turn * 0.3
    elif shape == "cross":
        lean = math.pi / 4 if may_lean and rng.random() < 0.3 else 0.0
        points, turn = _cross(float(rng.uniform(0.26, 0.38))), turn * 0.15 + lean
    elif shape == "ring":
        points, turn = ring_outline(float(rng.uniform(0.5, 0.66))), 0.0
    else:
        raise ValueError(f"shape {shape!r} has no outline: wanted one of training.facts.SHAPES")
    stretch = float(rng.uniform(0.94, 1.06))
    cos, sin = math.cos(turn), math.sin(turn)
    turned: Points = (points * (stretch, 1.0 / stretch)) @ np.array([[cos, sin], [-sin, cos]])
    return turned
