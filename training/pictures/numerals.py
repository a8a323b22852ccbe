"""The ten digits as strokes: polylines in a unit box, in several hands.

Knows how each digit is written (a round hand, a square display hand, and variants of one, four
and seven); refuses to know sizes, colours and pixels.
"""

import math

import numpy as np

from anymal.training.pictures.outlines import Points

__all__ = ["digit_strokes"]


def _arc(cx: float, cy: float, rx: float, ry: float, start: float, stop: float, n: int = 14) -> Points:
    """Points [n, 2] of an ellipse arc; angles in degrees, 0 to the right, growing clockwise."""
    angle = np.radians(np.linspace(start, stop, n))
    return np.stack([cx + rx * np.cos(angle), cy + ry * np.sin(angle)], axis=1)


def _path(*points: tuple[float, float]) -> Points:
    return np.array(points)


_ROUND: dict[int, tuple[tuple[Points, ...], ...]] = {
    0: ((_arc(0.5, 0.5, 0.33, 0.5, -90, 270, 26),),),
    1: (
        (_path((0.3, 0.2), (0.55, 0.0), (0.55, 1.0)),),
        (_path((0.3, 0.2), (0.55, 0.0), (0.55, 1.0)), _path((0.3, 1.0), (0.8, 1.0))),
        (_path((0.5, 0.0), (0.5, 1.0)),),
    ),
    2: ((np.concatenate([_arc(0.5, 0.28, 0.32, 0.28, -170, 30), _path((0.18, 1.0), (0.84, 1.0))]),),),
    3: (
        (np.concatenate([_arc(0.47, 0.26, 0.3, 0.26, -160, 85), _arc(0.47, 0.75, 0.34, 0.25, -85, 160)]),),
        (
            np.concatenate(
                [_path((0.2, 0.0), (0.78, 0.0), (0.45, 0.4)), _arc(0.45, 0.7, 0.34, 0.3, -80, 150)]
            ),
        ),
    ),
    4: (
        (_path((0.65, 1.0), (0.65, 0.0), (0.15, 0.68), (0.88, 0.68)),),
        (_path((0.25, 0.0), (0.2, 0.55), (0.85, 0.55)), _path((0.66, 0.1), (0.66, 1.0))),
    ),
    5: (
        (
            np.concatenate(
                [_path((0.8, 0.0), (0.26, 0.0), (0.22, 0.45)), _arc(0.48, 0.68, 0.34, 0.32, -135, 145)]
            ),
        ),
    ),
    6: (
        (
            np.concatenate([_path((0.7, 0.02)), _arc(0.62, 0.6, 0.45, 0.58, -110, -178, 8)]),
            _arc(0.5, 0.7, 0.33, 0.3, -90, 270, 24),
        ),
    ),
    7: (
        (_path((0.15, 0.0), (0.85, 0.0), (0.4, 1.0)),),
        (_path((0.15, 0.0), (0.85, 0.0), (0.4, 1.0)), _path((0.35, 0.5), (0.75, 0.5))),
    ),
    8: ((_arc(0.5, 0.25, 0.27, 0.25, 90, 450, 22), _arc(0.5, 0.75, 0.33, 0.25, -90, 270, 24)),),
    9: (
        (
            _arc(0.5, 0.3, 0.33, 0.3, 0, 360, 24),
            np.concatenate([_path((0.83, 0.25)), _arc(0.38, 0.4, 0.45, 0.58, 2, 70, 8)]),
        ),
    ),
}
# Display segments: top, upper left, upper right, middle, lower left, lower right, bottom.
_SEGMENTS = (
    _path((0.2, 0.0), (0.8, 0.0)),
    _path((0.2, 0.0), (0.2, 0.5)),
    _path((0.8, 0.0), (0.8, 0.5)),
    _path((0.2, 0.5), (0.8, 0.5)),
    _path((0.2, 0.5), (0.2, 1.0)),
    _path((0.8, 0.5), (0.8, 1.0)),
    _path((0.2, 1.0), (0.8, 1.0)),
)
_LIT = ("012456", "25", "02346", "02356", "1235", "01356", "013456", "025", "0123456", "012356")


def digit_strokes(digit: int, rng: np.random.Generator) -> list[Points]:
    """Return the strokes of one digit 0 to 9, each [n, 2] in the unit box, slanted a little."""
    if rng.random() < 0.15:
        strokes = [_SEGMENTS[int(s)] for s in _LIT[digit]]
    else:
        hands = _ROUND[digit]
        strokes = list(hands[int(rng.integers(len(hands)))])
    turn, slant = rng.uniform(-0.2, 0.2), rng.uniform(-0.18, 0.12)
    width = rng.uniform(0.8, 1.1)
    cos, sin = math.cos(turn), math.sin(turn)
    matrix = np.array([[width, 0.0], [slant, 1.0]]) @ np.array([[cos, sin], [-sin, cos]])
    return [(stroke - 0.5) @ matrix + 0.5 for stroke in strokes]
