"""How a motion sensor is mounted: which of its axes points where on the wearer.

Knows axis words and rotation matrices; refuses to know which way the sensor really sits. The
result is always a proper rotation: a mirrored frame would turn every left into right.
"""

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ConfigError

__all__ = ["parse_mounting", "rotate"]

_TOLERANCE = 5e-3
_CURE = (
    "wanted three axes such as axes=x,-z,y (new x is the sensor's x, new y its -z, new z its y) "
    "or a 3x3 rotation matrix as nine numbers, row by row"
)


def parse_mounting(text: str) -> NDArray[np.float64]:
    """Return float64 [3, 3], which times a sensor's vector is the wearer's vector.

    Rounded matrices (to about 0.005) are made exact. Raises `ConfigError` for anything that is
    not a rotation.
    """
    words = [word.strip().lower() for word in text.split(",")]
    matrix = _numbers(words, text) if len(words) == 9 else _axes(words, text)
    error = float(np.abs(matrix @ matrix.T - np.eye(3)).max())
    if not error <= _TOLERANCE:
        raise ConfigError(
            f"axes={text}: rows are not perpendicular and of length 1 (off by {error:.3g}); {_CURE}"
        )
    if np.linalg.det(matrix) < 0:
        raise ConfigError(
            f"axes={text}: this mirrors (left-handed axes); swap two axes or turn one sign; {_CURE}"
        )
    left, _, right = np.linalg.svd(matrix)
    nearest: NDArray[np.float64] = left @ right
    return nearest.round(12) + 0.0


def rotate(matrix: NDArray[np.float64], vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Turn `vectors` float32 [n, 3], accelerations or turn rates, by `matrix` float64 [3, 3]."""
    turned: NDArray[np.float32] = np.ascontiguousarray(vectors @ matrix.T, dtype=np.float32)
    return turned


def _axes(words: list[str], text: str) -> NDArray[np.float64]:
    names = [word.lstrip("+-") for word in words]
    signs = [word[: len(word) - len(name)] for word, name in zip(words, names, strict=True)]
    if sorted(names) != ["x", "y", "z"] or not all(sign in ("", "+", "-") for sign in signs):
        raise ConfigError(f"axes={text}: {_CURE}")
    matrix = np.zeros((3, 3))
    for row, (name, sign) in enumerate(zip(names, signs, strict=True)):
        matrix[row, "xyz".index(name)] = -1.0 if sign == "-" else 1.0
    return matrix


def _numbers(words: list[str], text: str) -> NDArray[np.float64]:
    try:
        matrix = np.array([float(word) for word in words]).reshape(3, 3)
    except ValueError:
        raise ConfigError(f"axes={text}: {_CURE}") from None
    if not np.isfinite(matrix).all():
        raise ConfigError(f"axes={text}: not finite; {_CURE}")
    return matrix
