"""A mounting is a rotation: axes by name or by numbers, and nothing that mirrors or shears."""

import numpy as np
import pytest

from anymal.errors import ConfigError
from anymal.sensors.mounting import parse_mounting, rotate


def test_mounting_by_axes() -> None:
    vectors = np.array([[1.0, 2.0, 3.0]], dtype=np.float32)
    for text, turned in (
        ("x,y,z", [1, 2, 3]),
        ("x,-z,y", [1, -3, 2]),
        ("-x, -y, +z", [-1, -2, 3]),
        ("Y,Z,X", [2, 3, 1]),
    ):
        np.testing.assert_array_equal(rotate(parse_mounting(text), vectors), [turned])


def test_mounting_by_matrix() -> None:
    matrix = parse_mounting("0.707,-0.707,0, 0.707,0.707,0, 0,0,1")
    np.testing.assert_allclose(matrix @ matrix.T, np.eye(3), atol=1e-11)
    assert np.linalg.det(matrix) == pytest.approx(1)
    np.testing.assert_allclose(
        rotate(matrix, np.array([[1, 0, 0]], dtype=np.float32)), [[0.7071, 0.7071, 0]], atol=1e-4
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x,y", "wanted three axes"),
        ("x,x,z", "wanted three axes"),
        ("x,y,w", "wanted three axes"),
        ("--x,y,z", "wanted three axes"),
        ("", "wanted three axes"),
        ("x,z,y", "mirrors"),
        ("-x,y,z", "mirrors"),
        ("1,0,0,0,1,0,0,0,-1", "mirrors"),
        ("2,0,0,0,1,0,0,0,1", "not perpendicular"),
        ("1,0,0,1,0,0,0,0,1", "not perpendicular"),
        ("1,0,0,0,1,0,0,0,nan", "not finite"),
        ("1,0,0,0,1,0,0,0,z", "wanted three axes"),
    ],
)
def test_mountings_that_are_none(text: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why) as caught:
        parse_mounting(text)
    assert f"axes={text}" in str(caught.value)
