"""Features: pictures, sounds and motions become exactly what an encoder takes, or a clear error."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from anymal.engines.audio_features import audio_input, audio_span_ns
from anymal.engines.image_features import image_input
from anymal.engines.imu_features import imu_input, imu_span_ns, max_gap_s
from anymal.engines.manifest import AudioInput, ImageInput, ImuInput
from anymal.errors import InputError
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk

IMU = ImuInput("imu", rate_hz=100, window_s=5.0)
GRAVITY = np.array([0, 0, 9.8, 0, 0, 0])
AUDIO = AudioInput("samples", rate_hz=16_000, window_s=1.0)


def motion(times_s: NDArray[np.float64], values: NDArray[np.float64] | None = None) -> ImuChunk:
    """Motion at the given times; by default each channel is another sine."""
    if values is None:
        values = np.sin(np.outer(times_s, [1, 2, 3, 4, 5, 6])) + GRAVITY
    t_ns = np.round(times_s * NS_PER_S).astype(np.int64)
    return ImuChunk(t_ns, values[:, :3].astype(np.float32), values[:, 3:].astype(np.float32))


def steady(rate_hz: float, length_s: float) -> NDArray[np.float64]:
    return np.arange(round(rate_hz * length_s)) / rate_hz


# Pictures


def test_a_picture_of_the_right_size_is_untouched() -> None:
    rgb = np.random.default_rng(0).integers(0, 256, (48, 64, 3), dtype=np.uint8)
    seen = image_input(Frame(0, rgb), ImageInput("rgb", 64, 48, "squash"))
    np.testing.assert_array_equal(seen, rgb)
    assert not np.shares_memory(seen, rgb)  # what was made of a frame outlives it


@pytest.mark.parametrize("fit", ["squash", "crop"])
@pytest.mark.parametrize("size", [(1, 1), (480, 640), (640, 480), (7, 1000), (96, 96)])
def test_any_picture_gets_the_wanted_size(fit: str, size: tuple[int, int]) -> None:
    rgb = np.full((*size, 3), 77, np.uint8)
    spec = ImageInput("rgb", 40, 30, "crop" if fit == "crop" else "squash")
    result = image_input(Frame(0, rgb), spec)
    assert result.shape == (30, 40, 3) and result.dtype == np.uint8
    assert (result == 77).all()


def test_squash_keeps_the_borders_and_crop_drops_them() -> None:
    rgb = np.zeros((100, 300, 3), np.uint8)
    rgb[:, :100, 0] = rgb[:, 200:, 2] = 255
    rgb[:, 100:200, 1] = 255
    squashed = image_input(Frame(0, rgb), ImageInput("rgb", 30, 30, "squash"))
    cropped = image_input(Frame(0, rgb), ImageInput("rgb", 30, 30, "crop"))
    assert squashed[15, 2].tolist() == [255, 0, 0] and squashed[15, 27].tolist() == [0, 0, 255]
    assert (cropped[:, 3:27, 1] > 250).all()


@pytest.mark.parametrize(
    "rgb", [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 4), np.uint8), np.zeros((0, 4, 3), np.uint8)]
)
def test_what_is_no_picture(rgb: NDArray[np.uint8]) -> None:
    with pytest.raises(InputError, match=r"must be uint8 \[height, width, 3\]"):
        image_input(Frame(0, rgb), ImageInput("rgb", 8, 8, "squash"))


# Sounds


def test_a_short_sound_is_followed_by_silence() -> None:
    chunk = AudioChunk(5 * NS_PER_S, np.full(4_000, 0.5, np.float32), 16_000)
    result = audio_input(chunk, AUDIO)
    assert result.shape == (16_000,) and (result[:4_000] == 0.5).all() and (result[4_000:] == 0).all()
    assert audio_span_ns(chunk, AUDIO) == (5 * NS_PER_S, 5 * NS_PER_S + NS_PER_S // 4)


def test_of_a_long_sound_the_newest_window_is_taken() -> None:
    chunk = AudioChunk(0, np.arange(40_000, dtype=np.float32) / 40_000, 16_000)
    np.testing.assert_array_equal(audio_input(chunk, AUDIO), chunk.samples[-16_000:])
    assert audio_span_ns(chunk, AUDIO) == (NS_PER_S * 3 // 2, NS_PER_S * 5 // 2)


@pytest.mark.parametrize(
    ("samples", "rate_hz", "message"),
    [
        (np.zeros(9, np.float32), 44_100, "must be at 16000 Hz, found 44100 Hz"),
        (np.zeros(0, np.float32), 16_000, "no samples"),
        (np.array([0, np.nan], np.float32), 16_000, "NaN"),
        (np.zeros((2, 9), np.float32), 16_000, "mono"),
        (np.full(9, 128, np.uint8), 16_000, "found uint8; divide"),
        (np.full(9, 1000, np.int16), 16_000, r"found int16; divide .* \(int16 by 32768"),
        (np.full(9, True), 16_000, "found bool"),
        (np.full(9, 8.1, np.float32), 16_000, r"reaches 8\.1; wanted -1 to 1"),
        (np.full(9, -1e300), 16_000, r"reaches 1e\+300"),
    ],
)
def test_sounds_that_cannot_be_used(samples: NDArray[np.float32], rate_hz: int, message: str) -> None:
    with pytest.raises(InputError, match=message):
        audio_input(AudioChunk(0, samples, rate_hz), AUDIO)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["<f4", ">f4", "f2", "f8"])
def test_floats_beyond_one_pass_whatever_their_size_and_order(kind: str) -> None:
    result = audio_input(AudioChunk(0, np.full(9, 1.25, kind), 16_000), AUDIO)
    assert result.dtype == np.float32 and (result[:9] == 1.25).all()


# Motions


def test_motion_on_the_grid_passes_unchanged() -> None:
    chunk = motion(steady(100, 5.0))
    result = imu_input(chunk, IMU)
    assert result.shape == (500, 6) and result.dtype == np.float32
    wanted = np.concatenate([chunk.accel_mps2, chunk.gyro_radps], axis=1)
    np.testing.assert_allclose(result, wanted, atol=1e-4)


def test_the_newest_window_is_taken_and_ends_at_the_newest_sample() -> None:
    chunk = motion(steady(100, 12.0))
    result = imu_input(chunk, IMU)
    np.testing.assert_allclose(result[-1, :3], chunk.accel_mps2[-1], atol=1e-5)
    np.testing.assert_allclose(result[0, :3], chunk.accel_mps2[700], atol=1e-4)
    assert imu_span_ns(chunk, IMU) == (7 * NS_PER_S, round(11.99 * NS_PER_S))


@pytest.mark.parametrize("rate_hz", [50, 104, 119.3, 200, 400, 1000])
def test_slow_movements_survive_resampling(rate_hz: float) -> None:
    times_s = steady(rate_hz, 6.0)
    result = imu_input(motion(times_s), IMU)
    grid_s = times_s[-1] - np.arange(499, -1, -1) / 100
    wanted = np.sin(np.outer(grid_s, [1, 2, 3, 4, 5, 6])) + GRAVITY
    # The last point of an average reaches half a period back only: a small lag.
    np.testing.assert_allclose(result[:-1], wanted[:-1], atol=5e-3)
    np.testing.assert_allclose(result[-1], wanted[-1], atol=3e-2)


def test_what_is_faster_than_the_grid_is_averaged_away() -> None:
    times_s = steady(1000, 6.0)
    buzz = np.repeat(np.sin(2 * np.pi * 300 * times_s)[:, None], 6, axis=1)
    assert np.abs(imu_input(motion(times_s, buzz), IMU)[1:-1]).max() < 0.15
    constant = np.full((len(times_s), 6), 3.0)
    np.testing.assert_allclose(imu_input(motion(times_s, constant), IMU), 3.0, atol=1e-5)


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
def test_gains_of_an_average(tone_hz: float, gain_db: float, plain_db: float) -> None:
    """200 to 50 Hz; the expected gains are of sensors research section 4, within 1 dB."""
    times_s = steady(200, 25.0)
    tone = np.sin(2 * np.pi * tone_hz * times_s + 0.7)
    result = imu_input(motion(times_s, np.repeat(tone[:, None], 6, axis=1)), ImuInput("imu", 50, 23.0))
    gain = 20 * math.log10(result[:-1, 2].astype(np.float64).std() * math.sqrt(2))
    grid_s = times_s[-1] - np.arange(len(result) - 1, -1, -1) / 50
    plain_gain = 20 * math.log10(np.interp(grid_s, times_s, tone).std() * math.sqrt(2))
    assert gain == pytest.approx(gain_db, abs=4 if gain_db < -20 else 0.4)
    assert plain_gain > plain_db - 0.5, "plain interpolation lets it all through"


def test_the_turned_angle_is_exact_under_jitter() -> None:
    random = np.random.default_rng(3)
    times_s = np.cumsum(random.uniform(0.002, 0.009, 3000))
    turn = random.normal(0, 1, 3000).cumsum() / 20
    result = imu_input(motion(times_s, np.repeat(turn[:, None], 6, axis=1)), ImuInput("imu", 50, 10.0))
    angle = result[:-1, 5].astype(np.float64).sum() / 50  # the last average is of half a period
    # The angle of the straight-line signal, summed finely by its midpoints.
    fine_s = times_s[-1] - 0.01 - (np.arange(998_000) + 0.5) * 1e-5
    assert angle == pytest.approx(np.interp(fine_s, times_s, turn).mean() * 9.98, abs=1e-4)


def test_jitter_of_time_stamps_is_followed() -> None:
    generator = np.random.default_rng(3)
    times_s = np.sort(steady(100, 6.0) + generator.uniform(-0.004, 0.004, 600))
    result = imu_input(motion(times_s), IMU)
    grid_s = times_s[-1] - np.arange(499, -1, -1) / 100
    np.testing.assert_allclose(result[:, 0], np.sin(grid_s), atol=2e-3)


@pytest.mark.parametrize("length_s", [2.0, 2.5, 3.7, 4.9, 4.99])
def test_a_short_motion_is_mirrored_at_its_start(length_s: float) -> None:
    chunk = motion(steady(100, length_s))
    known = round(length_s * 100)
    result = imu_input(chunk, IMU)
    np.testing.assert_allclose(result[-known:, 0], chunk.accel_mps2[:, 0], atol=1e-4)
    mirrored = min(known - 1, 500 - known)
    np.testing.assert_allclose(
        result[500 - known - mirrored : 500 - known], result[500 - known + 1 :][:mirrored][::-1], atol=1e-6
    )


def with_gap(gap_s: float, rate_hz: float = 100, at_s: float = 4.0) -> ImuChunk:
    times_s = steady(rate_hz, 6.0)
    return motion(np.where(times_s > at_s, times_s + gap_s - 1 / rate_hz, times_s))


def test_the_longest_gap_that_is_bridged() -> None:
    slow = ImuInput("imu", rate_hz=40, window_s=5.0)
    assert (max_gap_s(0.01), max_gap_s(0.1)) == (0.2, pytest.approx(0.3))
    imu_input(with_gap(0.199), IMU)
    imu_input(with_gap(0.29, rate_hz=10), slow)
    with pytest.raises(InputError, match=r"gap of 0\.250 s, \d\.\d\d s into the window \(at most 0\.200 s"):
        imu_input(with_gap(0.25), IMU)
    with pytest.raises(InputError, match=r"gap of 0\.350 s, .* \(at most 0\.300 s"):
        imu_input(with_gap(0.35, rate_hz=10), slow)


def test_a_gap_before_the_window_does_not_matter() -> None:
    imu_input(with_gap(3.0, at_s=0.5), ImuInput("imu", 100, 5.0))


def test_a_gap_right_at_the_end_is_one_too() -> None:
    times_s = np.append(steady(100, 6.0), 9.0)
    with pytest.raises(InputError, match=r"gap of 3\.01\d s"):
        imu_input(motion(times_s), IMU)
    with pytest.raises(InputError, match="gap of"):
        imu_input(motion(np.append(steady(100, 6.0), 60.0)), IMU)


@pytest.mark.parametrize(
    ("chunk", "message"),
    [
        (motion(steady(100, 1.2)), r"lasts 1\.20 s, but the model needs at least 2\.00 s \(40% of its 5 s"),
        (motion(steady(100, 0.03)), r"lasts 0\.03 s"),
        (motion(np.zeros(1)), "at least 2 samples, found 1"),
        (motion(np.zeros(0)), "at least 2 samples, found 0"),
        (motion(steady(10, 9.0)), r"comes at 10\.0 Hz, but the model needs at least 25 Hz"),
        (motion(np.array([0, 0.01, 0.01, 0.02])), "sample 2 is not after"),
        (motion(np.array([0, 0.02, 0.01])), "sample 2 is not after"),
        (ImuChunk(np.array([0, 9, 5], np.uint64), *np.zeros((2, 3, 3))), "sample 2 is not after"),
        (ImuChunk(np.array([0, 0.1, 0.2]), *np.zeros((2, 3, 3))), r"int64 \[n\], .* found float64 \[3\]"),
        (motion(steady(100, 5.0), np.full((500, 6), np.nan)), "NaN or infinity in sample 0"),
        (motion(steady(100, 5.0), np.full((500, 6), 980.0)), "980 m/s2 is more than any wearable"),
        (motion(steady(100, 5.0), np.array([[0, 0, 9.8, 250, 0, 0]] * 500)), "250 rad/s"),
        (ImuChunk(np.arange(3), np.zeros((3, 2)), np.zeros((3, 3))), r"accel_mps2 must be \[3, 3\]"),
    ],
)  # fmt: skip
def test_motions_that_cannot_be_used(chunk: ImuChunk, message: str) -> None:
    with pytest.raises(InputError, match=message):
        imu_input(chunk, IMU)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.integers(1, 60_000_000), min_size=1, max_size=700),
    st.integers(0, 2**62),
    st.floats(-20, 20),
)
def test_any_times_give_the_right_shape_or_our_error(
    steps_ns: list[int], start_ns: int, value: float
) -> None:
    t_ns = start_ns + np.cumsum(np.array(steps_ns, np.int64))
    block = np.full((len(t_ns), 3), value, np.float32)
    try:
        result = imu_input(ImuChunk(t_ns, block, block), IMU)
    except InputError:
        return
    assert result.shape == (500, 6)
    np.testing.assert_allclose(result, value, rtol=1e-4, atol=1e-4)
