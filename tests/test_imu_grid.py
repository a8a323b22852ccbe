"""The grid keeps slow motion, hides what is too fast for it and bridges no hole; a mounting is a rotation."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from anymal.errors import ConfigError
from anymal.samples import NS_PER_S, ImuChunk
from anymal.sensors.imu_grid import GridOptions, ImuGrid
from anymal.sensors.mounting import parse_mounting, rotate


def _motion(t_s: NDArray[np.float64], values: NDArray[np.float64]) -> ImuChunk:
    """`values` [n] on the z axis of both, upside down for turn rates."""
    part = np.zeros((len(t_s), 3), dtype=np.float32)
    part[:, 2] = values
    return ImuChunk(np.round(t_s * NS_PER_S).astype(np.int64), part, -part)


def _grid(rate_hz: float, chunk: ImuChunk, **options: float) -> ImuGrid:
    grid = ImuGrid(GridOptions(rate_hz, **options))
    grid.push(chunk)
    return grid


@pytest.mark.parametrize(
    ("tone_hz", "gain_db", "plain_db"),
    [
        (10, -0.7, -0.3),
        (20, -2.7, -0.6),
        (30, -6.6, -0.4),
        (47, -25.8, -1),
        (53, -27.4, -1.2),
        (97, -50, -4),
    ],
)
def test_gains_of_the_study(tone_hz: float, gain_db: float, plain_db: float) -> None:
    """200 to 50 Hz; the expected gains are of sensors research section 4, within 1 dB."""
    t_s = np.arange(0, 25, 1 / 200)
    signal = np.sin(2 * np.pi * tone_hz * t_s + 0.7)
    window = _grid(50, _motion(t_s, signal)).window(1 * NS_PER_S, 24 * NS_PER_S)
    assert window.valid.all()
    out = window.chunk.accel_mps2[:, 2].astype(np.float64)
    gain = 20 * math.log10(out.std() * math.sqrt(2))
    plain = np.interp(window.chunk.t_ns / NS_PER_S, t_s, signal)
    plain_gain = 20 * math.log10(plain.std() * math.sqrt(2))
    assert gain == pytest.approx(gain_db, abs=4 if gain_db < -20 else 0.4)
    assert plain_gain > plain_db - 0.5, "plain interpolation lets it all through"


def test_turned_angle_is_exact_under_jitter() -> None:
    random = np.random.default_rng(3)
    t_s = np.cumsum(random.uniform(0.002, 0.009, 3000))
    turn = random.normal(0, 1, 3000).cumsum() / 20
    chunk = _motion(t_s, turn)
    window = _grid(50, chunk).window(1 * NS_PER_S, 11 * NS_PER_S)
    assert len(window.valid) == 500
    assert window.valid.all()
    angle = window.chunk.gyro_radps[:, 2].astype(np.float64).sum() / 50
    # The angle of the straight-line signal, summed finely by its midpoints.
    fine = 0.99 + (np.arange(1_000_000) + 0.5) * 1e-5
    assert angle == pytest.approx(-np.interp(fine, t_s, turn).mean() * 10, abs=1e-4)


def test_same_rate_on_the_grid_is_nearly_the_signal() -> None:
    t_s = np.arange(0, 4, 0.01)
    window = _grid(100, _motion(t_s, np.sin(2 * np.pi * 2 * t_s))).window(NS_PER_S, 3 * NS_PER_S)
    np.testing.assert_allclose(
        window.chunk.accel_mps2[:, 2], np.sin(2 * np.pi * 2 * window.chunk.t_ns / NS_PER_S), atol=2e-3
    )
    np.testing.assert_array_equal(np.diff(window.chunk.t_ns), 10_000_000)


def test_slow_sources_are_drawn_straight_and_too_slow_ones_marked() -> None:
    for rate_hz, good in ((50, True), (26, True), (20, False)):
        t_s = np.arange(0, 4, 1 / rate_hz)
        window = _grid(100, _motion(t_s, 3 * t_s)).window(NS_PER_S, 3 * NS_PER_S)
        assert window.valid.all() == good, rate_hz
        assert good or not window.valid.any()
        if good:
            np.testing.assert_allclose(
                window.chunk.accel_mps2[:, 2], 3 * window.chunk.t_ns / NS_PER_S, atol=1e-3
            )


@pytest.mark.parametrize(("missing", "marked"), [(2, False), (3, True), (40, True)])
def test_holes_are_bridged_up_to_three_periods(missing: int, marked: bool) -> None:
    t_s = np.delete(np.arange(0, 4, 0.01), np.arange(200, 200 + missing))
    window = _grid(100, _motion(t_s, np.ones(len(t_s)))).window(NS_PER_S, 3 * NS_PER_S)
    assert window.gaps == int(marked)
    assert (not window.valid.all()) == marked
    # The rows on both sides average over a part of the hole.
    hole = (window.chunk.t_ns > 1.986e9) & (window.chunk.t_ns < (1.994 + missing * 0.01 + 0.01) * 1e9)
    np.testing.assert_array_equal(window.valid, ~hole if marked else np.ones(200, dtype=bool))
    assert np.isnan(window.chunk.accel_mps2[~window.valid]).all()
    assert np.isfinite(window.chunk.accel_mps2[window.valid]).all()


def test_a_longer_hole_may_be_allowed() -> None:
    t_s = np.delete(np.arange(0, 4, 0.01), np.arange(200, 214))
    assert _grid(100, _motion(t_s, t_s), least_gap_s=0.2).window(NS_PER_S, 3 * NS_PER_S).valid.all()


def test_edges_are_not_made_up() -> None:
    t_s = 1.0 + np.arange(0, 100) * 0.01
    grid = _grid(50, _motion(t_s, np.ones(100)))
    window = grid.window(0, 3 * NS_PER_S)
    assert len(window.valid) == 150
    known = window.chunk.t_ns[window.valid]
    assert (known[0], known[-1]) == (1_020_000_000, 1_980_000_000)
    assert window.gaps == 0
    assert grid.ready_ns == 1_980_000_000
    nothing = ImuGrid(GridOptions(50))
    assert nothing.ready_ns is None
    assert not nothing.window(0, NS_PER_S).valid.any()
    assert len(nothing.window(5, 5).valid) == 0


def test_old_rows_are_forgotten_and_another_clock_starts_anew() -> None:
    grid = ImuGrid(GridOptions(100, keep_s=2))
    for k in range(100):
        t_s = k * 0.1 + np.arange(10) * 0.01
        grid.push(_motion(t_s, np.ones(10)))
    assert not grid.window(5 * NS_PER_S, 6 * NS_PER_S).valid.any()
    assert grid.window(round(8.2 * NS_PER_S), 9 * NS_PER_S).valid.all()
    grid.push(_motion(np.arange(10) * 0.01, np.ones(10)))
    assert not grid.window(round(8.2 * NS_PER_S), 9 * NS_PER_S).valid.any()
    with pytest.raises(ConfigError, match="out of range"):
        GridOptions(0)


@settings(max_examples=60, deadline=None)
@given(
    cuts=st.lists(st.integers(1, 599), max_size=20, unique=True),
    rate_hz=st.sampled_from([25.0, 50.0, 99.7, 100.0, 200.0]),
    start_ms=st.integers(-500, 6000),
    hole=st.integers(0, 500),
)
def test_pieces_make_no_difference(cuts: list[int], rate_hz: float, start_ms: int, hole: int) -> None:
    random = np.random.default_rng(hole)
    t_s = 0.5 + np.cumsum(random.uniform(0.008, 0.012, 600))
    t_s[hole:] += 0.3
    chunk = _motion(t_s, random.normal(0, 1, 600))
    grid = ImuGrid(GridOptions(rate_hz))
    bounds = [0, *sorted(cuts), 600]
    for a, b in zip(bounds[:-1], bounds[1:], strict=True):  # noqa: RUF007
        grid.push(ImuChunk(chunk.t_ns[a:b], chunk.accel_mps2[a:b], chunk.gyro_radps[a:b]))
    start = start_ms * 1_000_000
    one, other = grid.window(start, start + NS_PER_S), _grid(rate_hz, chunk).window(start, start + NS_PER_S)
    np.testing.assert_array_equal(one.valid, other.valid)
    np.testing.assert_array_equal(one.chunk.accel_mps2, other.chunk.accel_mps2)
    np.testing.assert_array_equal(one.chunk.t_ns, other.chunk.t_ns)
    assert (one.chunk.t_ns >= start).all()
    assert len(one.valid) == round(rate_hz)


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
