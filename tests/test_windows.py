"""Live windows: always the newest stretch, never across a hole, the same whatever the chunks."""

from collections.abc import Sequence
from itertools import cycle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from anymal.engines.manifest import AudioInput, ImuInput
from anymal.errors import InputError
from anymal.runtime.windows import AudioWindow, ImageWindow, ImuWindow, VideoWindow
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk
from tests.live_rig import motion, picture, sound

Chunks = list[AudioChunk]
AUDIO = AudioInput("samples", 1000, 2.0)
IMU = ImuInput("imu", 50, 2.0)


def ramp(start: int, count: int, rate_hz: int = 1000) -> AudioChunk:
    """Samples that say their own number."""
    return AudioChunk(start * NS_PER_S // rate_hz, np.arange(start, start + count, dtype=np.float32), rate_hz)


@given(st.lists(st.integers(1, 700), min_size=1, max_size=30))
def test_sound_is_the_newest_samples_however_it_was_cut(sizes: list[int]) -> None:
    window, at = AudioWindow(AUDIO), 0
    for size in sizes:
        window.push(ramp(at, size))
        at += size
    taken = window.take()
    if at < 1000:
        assert taken == ()
        return
    (chunk,) = taken
    assert isinstance(chunk, AudioChunk)
    np.testing.assert_array_equal(chunk.samples, np.arange(max(0, at - 2000), at))
    assert chunk.t_ns == max(0, at - 2000) * NS_PER_S // 1000
    assert window.end_ns == at * NS_PER_S // 1000


def test_a_hole_in_sound_starts_a_new_window() -> None:
    window = AudioWindow(AUDIO)
    window.push(ramp(0, 1500))
    window.push(ramp(1600, 500))
    assert window.gaps == 1
    assert window.take() == ()
    window.push(ramp(2100, 600))
    (chunk,) = window.take()
    assert isinstance(chunk, AudioChunk)
    assert chunk.samples[0] == 1600


@given(st.lists(st.integers(1, 40), min_size=1, max_size=20))
def test_motion_is_the_newest_rows_however_they_were_cut(sizes: list[int]) -> None:
    whole = motion(0.5, 20.0, 50, t_ns=0)
    window, at = ImuWindow(IMU), 0
    for size in sizes:
        part = slice(at, at + size)
        window.push(ImuChunk(whole.t_ns[part], whole.accel_mps2[part], whole.gyro_radps[part]))
        at += size
    at = min(at, len(whole.t_ns))
    taken = window.take()
    if at - 1 < 0.4 * 2.0 * 50:
        assert taken == ()
        return
    (chunk,) = taken
    assert isinstance(chunk, ImuChunk)
    assert chunk.t_ns[-1] == whole.t_ns[at - 1]
    assert len(chunk.t_ns) >= min(at, 100)
    assert chunk.duration_s <= 3.0 + max(sizes) / 50 + 1e-9
    assert window.gaps == 0


@pytest.mark.parametrize("jump_s", [0.5, -0.5, 3600.0])
def test_a_jump_of_the_clock_starts_a_new_window(jump_s: float) -> None:
    window = ImuWindow(IMU)
    window.push(motion(0.1, 2.0, 50, t_ns=0))
    window.push(motion(0.2, 0.2, 50, t_ns=round((2.0 + jump_s) * NS_PER_S)))
    assert window.gaps == 1
    assert window.take() == ()


def test_a_hole_inside_one_chunk_is_seen() -> None:
    chunk = motion(0.1, 4.0, 50, t_ns=0)
    times = chunk.t_ns.copy()
    times[100:] += NS_PER_S
    window = ImuWindow(IMU)
    window.push(ImuChunk(times, chunk.accel_mps2, chunk.gyro_radps))
    assert window.gaps == 1
    (taken,) = window.take()
    assert isinstance(taken, ImuChunk)
    assert taken.t_ns[0] == times[100]


def test_the_picture_is_the_newest_one() -> None:
    window = ImageWindow()
    assert window.take() == () and window.end_ns is None
    window.push(picture(1, t_ns=5))
    window.push(picture(2, t_ns=7))
    (frame,) = window.take()
    assert isinstance(frame, Frame)
    assert (frame.t_ns, frame.rgb[0, 0, 0], window.end_ns) == (7, 2, 7)


def test_a_video_keeps_frames_that_lie_apart() -> None:
    window = VideoWindow(frames=3, spacing_s=1.0)
    for tenth in range(45):
        window.push(picture(tenth, t_ns=tenth * NS_PER_S // 10))
    times = [frame.t_ns for frame in window.take() if isinstance(frame, Frame)]
    assert times == [2 * NS_PER_S, 3 * NS_PER_S, 4 * NS_PER_S]


def test_a_stream_of_the_wrong_kind_is_refused() -> None:
    with pytest.raises(InputError, match="takes Frame, found AudioChunk"):
        ImageWindow().push(sound(0.1, 0.1, 1000))


# Sound that comes at another rate than the model's


SOUND = AudioInput("samples", 16_000, 2.0)
RATES = (8_000, 11_025, 22_050, 44_100, 48_000, 96_000)


def tone_at(t_s: NDArray[np.float64]) -> NDArray[np.float32]:
    """A sound whose samples tell the time: no two stretches of it are alike."""
    swept = np.sin(2 * np.pi * (300 * t_s + 20 * np.sin(4 * t_s)))
    return (0.5 * swept + 0.3 * np.sin(2 * np.pi * 1_234.5 * t_s)).astype(np.float32)


def heard(begin_s: float, seconds: float, rate_hz: int, sizes: Sequence[int], off_s: float = 0.0) -> Chunks:
    """`tone_at` from `begin_s` in chunks of `sizes`, over and over; stamps are `off_s` later."""
    samples = tone_at(begin_s + np.arange(round(seconds * rate_hz)) / rate_hz)
    chunks, at = [], 0
    for size in cycle(sizes):
        if at >= len(samples):
            return chunks
        t_ns = round((begin_s + at / rate_hz + off_s) * NS_PER_S)
        chunks.append(AudioChunk(t_ns, samples[at : at + size], rate_hz))
        at += size
    return chunks


def taken(window: AudioWindow) -> AudioChunk:
    (chunk,) = window.take()
    assert isinstance(chunk, AudioChunk) and chunk.rate_hz == SOUND.rate_hz
    return chunk


def is_the_tone(chunk: AudioChunk, edge_s: float = 0.0, atol: float = 2e-3) -> None:
    """The samples are what sounded at the times the chunk says; `edge_s` at its start is left out."""
    t_s = chunk.t_ns / NS_PER_S + np.arange(len(chunk.samples)) / chunk.rate_hz
    skipped = round(edge_s * chunk.rate_hz)
    np.testing.assert_allclose(chunk.samples[skipped:], tone_at(t_s)[skipped:], atol=atol)


@pytest.mark.parametrize("rate_hz", RATES)
@pytest.mark.parametrize("sizes", [(882,), (1,), (100, 3, 5_000, 17), (1 << 20,)])
def test_sound_of_any_rate_comes_to_the_models(rate_hz: int, sizes: tuple[int, ...]) -> None:
    window = AudioWindow(SOUND)
    for chunk in heard(100.0, 2.6, rate_hz, sizes):
        window.push(chunk)
    chunk = taken(window)
    assert window.gaps == 0 and len(chunk.samples) == SOUND.n_samples
    is_the_tone(chunk)
    # The filter holds a little back, and the window says so.
    assert 102.4 < (window.end_ns or 0) / NS_PER_S <= 102.6


@pytest.mark.parametrize("rate_hz", RATES)
def test_a_click_stands_where_it_was(rate_hz: int) -> None:
    """At a chunk's border, and far from the beginning."""
    samples = np.zeros(3 * rate_hz, np.float32)
    samples[2 * rate_hz] = 1.0
    window = AudioWindow(SOUND)
    for at in range(0, len(samples), rate_hz // 50):
        piece = samples[at : at + rate_hz // 50]
        window.push(AudioChunk(5 * NS_PER_S + at * NS_PER_S // rate_hz, piece, rate_hz))
    chunk = taken(window)
    at_s = chunk.t_ns / NS_PER_S + np.argmax(np.abs(chunk.samples)) / chunk.rate_hz
    assert at_s == pytest.approx(7.0, abs=0.6 / chunk.rate_hz)


def test_stamps_follow_a_device_whose_clock_drifts() -> None:
    """200 ppm for ten minutes are 0.12 s: counted from the first chunk, the stamps would be that wrong."""
    window, rate_hz, drift = AudioWindow(SOUND), 44_100, 1 + 200e-6
    silence = np.zeros(4_410, np.float32)
    click = silence.copy()
    click[0] = 1.0
    for tenth in range(6_010):
        t_ns = round(tenth * NS_PER_S * drift / 10)
        window.push(AudioChunk(t_ns, click if tenth == 6_000 else silence, rate_hz))
    chunk = taken(window)
    at_s = chunk.t_ns / NS_PER_S + np.argmax(np.abs(chunk.samples)) / chunk.rate_hz
    assert window.gaps == 0
    assert at_s == pytest.approx(600 * drift, abs=1e-3)


def test_a_hole_in_sound_of_another_rate_starts_a_new_window() -> None:
    window = AudioWindow(SOUND)
    for chunk in heard(0.0, 2.5, 44_100, (882,)):
        window.push(chunk)
    after = heard(2.6, 1.3, 44_100, (882,))
    window.push(after[0])
    assert window.gaps == 1 and window.take() == ()
    for chunk in after[1:]:
        window.push(chunk)
    chunk = taken(window)
    assert window.gaps == 1
    assert chunk.t_ns == pytest.approx(2.6 * NS_PER_S, abs=1_000)
    is_the_tone(chunk, edge_s=0.02)  # before its beginning there is silence for the filter


@pytest.mark.parametrize(
    "rates", [(44_100, 16_000), (16_000, 44_100), (48_000, 8_000), (44_100, 16_000, 22_050)]
)
def test_a_change_of_rate_is_no_hole(rates: tuple[int, ...]) -> None:
    window, begin_s = AudioWindow(SOUND), 50.0
    for rate_hz in rates:
        for chunk in heard(begin_s, 0.7, rate_hz, (rate_hz // 50,)):
            window.push(chunk)
        begin_s += 0.7
    chunk = taken(window)
    assert window.gaps == 0
    assert begin_s - 0.1 < (window.end_ns or 0) / NS_PER_S <= begin_s
    t_s = chunk.t_ns / NS_PER_S + np.arange(len(chunk.samples)) / SOUND.rate_hz
    assert t_s[0] == pytest.approx(max(50.0, t_s[-1] - SOUND.window_s), abs=1e-3)
    borders = [50.0 + 0.7 * number for number in range(len(rates))]
    # At a border each filter knows one side only: for a few milliseconds the two do not quite meet.
    far = np.all([np.abs(t_s - border) > 0.02 for border in borders], axis=0)
    np.testing.assert_allclose(chunk.samples[far], tone_at(t_s)[far], atol=4e-3)
    assert far.mean() > 0.9 and np.abs(chunk.samples).max() < 1.0


def test_a_window_at_another_rate_stays_small() -> None:
    """Ten minutes later it holds what it held after three seconds."""
    window, piece = AudioWindow(SOUND), np.zeros(882, np.float32)

    def hear(first: int, count: int) -> int:
        for number in range(first, first + count):
            window.push(AudioChunk(number * NS_PER_S // 50, piece, 44_100))
        return sum(chunk.samples.nbytes for chunk in window._chunks)

    begun = hear(0, 150)
    assert hear(150, 30_000) <= begun + piece.nbytes
    assert begun <= 4 * (SOUND.n_samples + 2 * 882)


def test_sound_at_the_models_rate_is_untouched() -> None:
    """To the last bit, in what was captured and when, also after sound of another rate."""
    window = AudioWindow(SOUND)
    for chunk in heard(0.0, 1.0, 44_100, (882,)):
        window.push(chunk)
    own = heard(1.0, 2.5, 16_000, (320,))
    for chunk in own:
        window.push(chunk)
    chunk = taken(window)
    whole = np.concatenate([part.samples for part in own])
    np.testing.assert_array_equal(chunk.samples, whole[-SOUND.n_samples :])
    assert (chunk.t_ns, window.end_ns) == (1_500_000_000, 3_500_000_000)


@pytest.mark.parametrize("kind", [">f4", "f8", "f2"])
def test_floats_of_any_size_and_order_are_resampled(kind: str) -> None:
    window = AudioWindow(SOUND)
    for chunk in heard(0.0, 2.4, 44_100, (882,)):
        window.push(AudioChunk(chunk.t_ns, chunk.samples.astype(kind), chunk.rate_hz))
    is_the_tone(taken(window))


@pytest.mark.parametrize(
    ("chunk", "said"),
    [
        (AudioChunk(0, np.zeros(9, np.float32), 0), "sound comes at 0 Hz; wanted 1000 to 384000 Hz"),
        (AudioChunk(0, np.zeros(9, np.float32), -16_000), "sound comes at -16000 Hz"),
        (AudioChunk(0, np.zeros(9, np.float32), 44), "sound comes at 44 Hz"),
        (AudioChunk(0, np.zeros(9, np.int16), 44_100), "must be floats .* found int16"),  # type: ignore[arg-type]
        (AudioChunk(0, np.zeros((9, 2), np.float32), 44_100), "must be mono"),
    ],
)
def test_what_cannot_be_resampled_is_named(chunk: AudioChunk, said: str) -> None:
    with pytest.raises(InputError, match=said):
        AudioWindow(SOUND).push(chunk)


def test_a_video_starts_afresh_when_the_clock_is_set_back() -> None:
    window = VideoWindow(frames=2, spacing_s=1.0)
    for second in (100, 101, 1, 2):
        window.push(picture(second, t_ns=second * NS_PER_S))
    assert window.gaps == 1
    assert [frame.t_ns // NS_PER_S for frame in window.take() if isinstance(frame, Frame)] == [1, 2]


@pytest.mark.parametrize(
    ("rate_hz", "mean_ms", "most_ms"),
    [
        (16_000, 0, 0),
        *((rate_hz, 23, 41) for rate_hz in (22_050, 24_000, 44_100, 48_000)),
        (11_025, 48, 84),
        (8_000, 64, 115),
        (96_000, 43, 79),
        (384_000, 43, 79),
    ],
)
def test_resampled_sound_is_as_late_as_the_documents_say(rate_hz: int, mean_ms: int, most_ms: int) -> None:
    """See `sensors/sound_rate.py`; counted in samples, not timed."""
    window, piece, end_ns, late_ms = AudioWindow(AudioInput("wave", 16_000, 2.0)), rate_hz // 50, 0, []
    for _ in range(500):
        window.push(AudioChunk(end_ns, np.zeros(piece, np.float32), rate_hz))
        end_ns += round(piece * NS_PER_S / rate_hz)
        late_ms.append((end_ns - (window.end_ns or 0)) / 1e6)
    settled = late_ms[200:]
    assert max(settled) <= most_ms + 0.5
    assert mean_ms - 2 <= np.mean(settled) <= mean_ms + 0.5
