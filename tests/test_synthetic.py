"""Synthetic sensors: what they show is known, the same on every run, and comes at its real pace."""

import math
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from anymal.clock import ManualClock, MonotonicClock
from anymal.errors import ConfigError, SensorError
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk
from anymal.sensors import open_driver, open_sensor
from anymal.sensors.imu_units import G_MPS2
from anymal.sensors.stamps import sample_count
from anymal.sensors.synthetic import SyntheticDriver
from anymal.sensors.synthetic_signals import COLOURS, MOVES, SHAPES

_START_NS = 50 * NS_PER_S


def _driver(uri: str, clock: ManualClock) -> SyntheticDriver:
    driver = open_driver(f"synthetic:{uri}", clock)
    assert isinstance(driver, SyntheticDriver)
    driver.open()
    return driver


def _seconds(uri: str, seconds: float, step_s: float = 0.01) -> list[Captured]:
    """Everything a sensor gives in its first seconds, polled every `step_s` of a clock of ours."""
    clock = ManualClock(_START_NS)
    driver = _driver(uri, clock)
    found = list(driver.poll(0))
    for _ in range(round(seconds / step_s)):
        clock.advance(round(step_s * NS_PER_S))
        found += driver.poll(0)
    driver.close()
    return found


def _motion(found: Sequence[Captured]) -> ImuChunk:
    chunks = [captured.sample for captured in found if isinstance(captured.sample, ImuChunk)]
    return ImuChunk(
        np.concatenate([chunk.t_ns for chunk in chunks]),
        np.concatenate([chunk.accel_mps2 for chunk in chunks]),
        np.concatenate([chunk.gyro_radps for chunk in chunks]),
    )


def _sound(found: Sequence[Captured]) -> NDArray[np.float32]:
    return np.concatenate([c.sample.samples for c in found if isinstance(c.sample, AudioChunk)])


def _frames(found: Sequence[Captured]) -> list[Frame]:
    return [captured.sample for captured in found if isinstance(captured.sample, Frame)]


def _centre(rgb: NDArray[np.uint8], colour: str = "red") -> tuple[float, float]:
    """Middle of the pixels of a colour, x and y in pixels."""
    rows, columns = np.nonzero((rgb == np.array(COLOURS[colour], np.uint8)).all(axis=2))
    return float(columns.mean()), float(rows.mean())


# Time


@pytest.mark.parametrize(
    ("uri", "per_s"),
    [("image?width=32&height=32&fps=29.97", 29.97), ("audio", 16_000), ("imu?rate=200", 200)],
)
def test_samples_come_at_their_rate_with_even_times(uri: str, per_s: float) -> None:
    found = _seconds(uri, 5.0)
    assert sum(map(sample_count, found)) == pytest.approx(5 * per_s, abs=0.02 * per_s + 1)
    times = np.concatenate([np.atleast_1d(np.asarray(captured.sample.t_ns)) for captured in found])
    assert times[0] == _START_NS
    step_ns = NS_PER_S / per_s * (320 if "audio" in uri else 1)
    np.testing.assert_allclose(np.diff(times), step_ns, atol=1)
    for captured in found:
        newest = np.max(captured.sample.t_ns)
        assert newest <= captured.arrival_ns
        assert captured.device_ns is not None
        np.testing.assert_array_equal(captured.device_ns + _START_NS, captured.sample.t_ns)


def test_sound_is_there_when_its_last_sample_is() -> None:
    clock = ManualClock(_START_NS)
    driver = _driver("audio?chunk_ms=20", clock)
    clock.advance(19_999_999)
    assert driver.poll(0) == []
    clock.advance(1)
    assert [captured.arrival_ns - _START_NS for captured in driver.poll(0)] == [20_000_000]


def test_how_it_is_polled_changes_nothing() -> None:
    for uri in ("audio?sound=noise&seed=3", "imu?noise=0.1&seed=3&turn_dps=77"):
        often, seldom = _seconds(uri, 2.0, 0.003), _seconds(uri, 2.0, 0.5)
        for one, other in zip(often, seldom, strict=False):
            np.testing.assert_equal(_content(one), _content(other))


def _content(captured: Captured) -> Any:
    sample = captured.sample
    return [getattr(sample, name) for name in sample.__dataclass_fields__]


def test_seeds() -> None:
    for uri in ("audio?sound=noise&seed=%d", "imu?noise=0.1&seed=%d"):
        first, again, other = (_content(_seconds(uri % seed, 0.1)[0])[1] for seed in (1, 1, 2))
        np.testing.assert_array_equal(first, again)
        assert not np.array_equal(first, other)


def test_a_late_reader_gets_the_newest_picture_and_all_of_a_short_stall() -> None:
    clock = ManualClock(_START_NS)
    camera, imu = _driver("image?fps=10&width=32&height=32", clock), _driver("imu?rate=100", clock)
    clock.advance(2 * NS_PER_S)
    (captured,) = camera.poll(0)
    assert isinstance(captured.sample, Frame)
    assert captured.sample.t_ns == clock.now_ns()
    assert camera.counters()["dropped"] == 20
    assert sum(map(sample_count, imu.poll(0))) == 200
    assert imu.counters() == {"dropped": 0, "gaps": 0, "lost": 0}


def test_a_long_stall_of_sound_is_a_gap() -> None:
    clock = ManualClock(_START_NS)
    driver = _driver("audio", clock)
    clock.advance(3600 * NS_PER_S)
    samples = sum(map(sample_count, driver.poll(0)))
    assert 10 * 16_000 <= samples <= 10.1 * 16_000
    assert driver.counters() == {"dropped": 0, "gaps": 1, "lost": 3600 * 16_000 - samples}
    clock.advance(NS_PER_S)
    assert sum(map(sample_count, driver.poll(0))) == 16_000


def test_it_sleeps_until_the_next_sample_also_by_a_clock_that_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    clock = ManualClock(_START_NS)
    driver = _driver("image?fps=10&width=32&height=32", clock)
    assert len(driver.poll(0.5)) == 1
    assert slept == []  # the first is there at once
    assert driver.poll(0.5) == driver.poll(0.02) == []
    clock.advance(99_999_999)
    assert driver.poll(0.5) == []
    assert slept == [0.1, 0.02, 0.001]


def test_opened_again_it_starts_anew() -> None:
    clock = ManualClock(_START_NS)
    driver = _driver("imu?turn_dps=90", clock)
    clock.advance(NS_PER_S)
    first = driver.poll(0)[0]
    driver.close()
    driver.open()
    clock.advance(NS_PER_S)
    again = driver.poll(0)[0]
    np.testing.assert_array_equal(_content(first)[1], _content(again)[1])
    np.testing.assert_array_equal(_content(first)[0] + NS_PER_S, _content(again)[0])
    assert first.device_ns is not None
    np.testing.assert_array_equal(first.device_ns, again.device_ns)


def test_latency_is_taken_off_capture_times() -> None:
    for uri in ("image?width=32&height=32&latency_ms=40", "audio?latency_ms=40", "imu?latency_ms=40"):
        captured = _seconds(uri, 0.1)[0]
        assert np.min(captured.sample.t_ns) == _START_NS - 40_000_000
        assert captured.device_ns is not None
        assert captured.device_ns[0] == 0
    driver = _driver("imu?latency_ms=40", ManualClock(_START_NS))
    fit = driver.clock_fit()
    assert fit is not None
    assert fit.offset_ns == _START_NS - 40_000_000


def test_as_a_sensor_in_real_time() -> None:
    with open_sensor("synthetic:imu?rate=500", MonotonicClock()) as sensor:
        for _ in range(10):
            captured = sensor.read(20)
            assert isinstance(captured.sample, ImuChunk)
            assert captured.sample.t_ns[-1] <= captured.arrival_ns <= time.monotonic_ns()
        assert "500 Hz" in sensor.stats().detail


# Pictures


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_are_their_colour_and_inside_the_picture(shape: str) -> None:
    (frame,) = _frames(_seconds(f"image?width=96&height=64&shape={shape}&colour=blue&move=none&size=0.5", 0))
    assert frame.rgb.shape == (64, 96, 3)
    is_blue = (frame.rgb == np.array(COLOURS["blue"], np.uint8)).all(axis=2)
    is_grey = (frame.rgb == np.array(COLOURS["grey"], np.uint8)).all(axis=2)
    assert (is_blue | is_grey).all()
    assert 0.05 < is_blue.mean() / (32 * 32 / (64 * 96)) < 1.05
    x, y = _centre(frame.rgb, "blue")
    assert (x, y) == pytest.approx((48, 32), abs=4)
    assert not is_blue[0].any()
    assert not is_blue[:, 0].any()


def test_areas_tell_the_shapes_apart() -> None:
    def area(shape: str) -> float:
        (frame,) = _frames(_seconds(f"image?width=200&height=200&shape={shape}&move=none&size=1", 0))
        return float((frame.rgb == np.array(COLOURS["red"], np.uint8)).all(axis=2).sum()) / 100**2

    expected = {"circle": math.pi, "ring": math.pi * 0.64, "square": 1.72**2, "cross": 2.04}
    for shape, share in expected.items():
        assert area(shape) == pytest.approx(share, rel=0.03), shape


@pytest.mark.parametrize("move", MOVES)
def test_moves(move: str) -> None:
    frames = _frames(_seconds(f"image?width=128&height=96&fps=8&period_s=1&move={move}&size=0.3", 0.99))
    assert len(frames) == 8
    centres = np.array([_centre(frame.rgb) for frame in frames])
    steps = np.diff(centres, axis=0)
    towards = {"left-to-right": (1, 0), "right-to-left": (-1, 0), "top-to-bottom": (0, 1),
               "bottom-to-top": (0, -1)}  # fmt: skip
    if move in towards:
        along = steps @ np.array(towards[move])
        across = steps @ np.array(towards[move])[::-1]
        assert (along > 5).all()
        assert (np.abs(across) < 1).all()
    elif move == "none":
        assert (np.abs(steps) < 1e-9).all()
    else:
        assert np.ptp(centres[:, 0]) > 70
        assert np.ptp(centres[:, 1]) > 50


# Sounds


def test_a_tone_has_its_pitch_and_level() -> None:
    samples = _sound(_seconds("audio?hz=440&level=0.3&rate=16000", 2.0))[:16_000]
    assert samples.dtype == np.float32
    power = np.abs(np.fft.rfft(samples)) ** 2
    assert int(np.argmax(power)) == 440
    assert power[440] / power.sum() > 0.999999
    assert np.abs(samples).max() == pytest.approx(0.3, abs=1e-3)


def test_beeps_noise_and_silence() -> None:
    beeps = _sound(_seconds("audio?sound=beeps&level=0.5", 1.1))[:16_000]
    assert np.count_nonzero(np.abs(beeps) > 1e-6) / 16_000 == pytest.approx(0.4, abs=0.02)
    noise = _sound(_seconds("audio?sound=noise&level=0.5", 1.1))[:16_000]
    assert np.sqrt(np.mean(noise**2)) == pytest.approx(0.5 / math.sqrt(3), rel=0.03)
    assert np.abs(np.corrcoef(noise[:-1], noise[1:])[0, 1]) < 0.03
    assert not _sound(_seconds("audio?sound=silence", 1)).any()


@settings(max_examples=20, deadline=None)
@given(
    rate=st.sampled_from([8000, 11025, 16000, 44100, 48000]),
    hz=st.floats(50, 3500),
    hours=st.integers(0, 999),
)
def test_a_tone_never_loses_its_phase(rate: int, hz: float, hours: int) -> None:
    from anymal.sensors.synthetic_signals import Sound

    sound = Sound(rate, "tone", hz, 1.0, 0)
    first = hours * 3600 * rate
    whole = sound.samples(first, 400)
    np.testing.assert_array_equal(whole[100:], sound.samples(first + 100, 300))
    # A pure sine satisfies s[n+1] + s[n-1] = 2 cos(w) s[n], whatever its phase.
    ripple = whole[2:] + whole[:-2] - 2 * math.cos(math.tau * hz / rate) * whole[1:-1]
    assert np.abs(ripple).max() < 1e-4


# Motions


@pytest.mark.parametrize("up", ["x", "y", "z"])
def test_at_rest_it_feels_one_g_upwards(up: str) -> None:
    motion = _motion(_seconds(f"imu?up={up}", 0.5))
    expected = np.zeros(3)
    expected["xyz".index(up)] = G_MPS2
    np.testing.assert_allclose(motion.accel_mps2, np.tile(expected, (len(motion.t_ns), 1)), atol=1e-5)
    assert not motion.gyro_radps.any()
    assert motion.accel_mps2.dtype == motion.gyro_radps.dtype == np.float32


@pytest.mark.parametrize("axis", ["x", "y", "z"])
def test_turning_it_agrees_with_its_own_gyroscope(axis: str) -> None:
    """Gravity, carried along by integrating the gyroscope, is what the accelerometer shows."""
    motion = _motion(_seconds(f"imu?rate=1000&turn_dps=120&axis={axis}", 3.0))
    gravity = np.array([0.0, 0.0, G_MPS2])
    for row in range(1, len(motion.t_ns)):
        gravity = gravity - np.cross(motion.gyro_radps[row], gravity) * 1e-3
        gravity *= G_MPS2 / np.linalg.norm(gravity)
    np.testing.assert_allclose(gravity, motion.accel_mps2[-1], atol=0.05)
    np.testing.assert_allclose(np.linalg.norm(motion.accel_mps2, axis=1), G_MPS2, rtol=1e-5)


def test_a_quarter_turn_about_x_lays_it_on_its_side() -> None:
    motion = _motion(_seconds("imu?rate=100&turn_dps=90&axis=x", 1.5))
    np.testing.assert_allclose(motion.accel_mps2[100], [0, G_MPS2, 0], atol=1e-4)
    np.testing.assert_allclose(motion.gyro_radps[100], [math.pi / 2, 0, 0], atol=1e-6)


def test_walking_bounces_at_the_pace_of_its_steps() -> None:
    motion = _motion(_seconds("imu?rate=100&motion=walk", 10.5))
    bounce = motion.accel_mps2[:1000, 2] - G_MPS2
    power = np.abs(np.fft.rfft(bounce)) ** 2
    assert int(np.argmax(power)) == 19  # tenths of a hertz
    assert np.abs(bounce).max() == pytest.approx(2.5, abs=0.05)


def test_noise_has_the_size_asked_for() -> None:
    motion = _motion(_seconds("imu?rate=200&noise=0.2", 10))
    assert np.std(motion.accel_mps2, axis=0) == pytest.approx([0.2] * 3, rel=0.1)
    assert np.std(motion.gyro_radps, axis=0) == pytest.approx([0.02] * 3, rel=0.1)


# Addresses


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("smell", "'smell' cannot be made; wanted synthetic:image, synthetic:audio or synthetic:imu"),
        ("image?hz=440", "unknown option 'hz'; this sensor knows: background, colour, fps"),
        ("image?shape=cube", "shape='cube' is not one of: circle, ring, square"),
        ("image?colour=mauve", "colour='mauve' is not one of: red, orange"),
        ("image?move=away", "move='away' is not one of: left-to-right"),
        ("image?fps=0", "fps='0' is not a number from 0.1 to 240"),
        ("audio?hz=9000", "hz='9000' is not a number from 1 to 8000"),
        ("audio?level=1.5", "level='1.5' is not a number from 0 to 1"),
        ("imu?axis=w", "axis='w' is not one of: x, y, z"),
        ("imu?motion=fly", "motion='fly' is not one of: still, walk, run"),
    ],
)
def test_wrong_options_name_the_cure(uri: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        open_driver(f"synthetic:{uri}")
    assert said in str(caught.value)


def test_polled_before_opened() -> None:
    with pytest.raises(SensorError, match="open it first"):
        open_driver("synthetic:imu").poll(0)
