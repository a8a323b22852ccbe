"""Live windows: always the newest stretch, never across a hole, the same whatever the chunks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anymal.engines.manifest import AudioInput, ImuInput
from anymal.errors import InputError
from anymal.runtime.windows import AudioWindow, ImageWindow, ImuWindow, VideoWindow
from anymal.samples import NS_PER_S, AudioChunk, Frame, ImuChunk
from tests.live_rig import motion, picture, sound

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


def test_a_stream_of_the_wrong_kind_or_rate_is_refused() -> None:
    with pytest.raises(InputError, match="takes Frame, found AudioChunk"):
        ImageWindow().push(sound(0.1, 0.1, 1000))
    with pytest.raises(InputError, match="at 1000 Hz, found 16000 Hz"):
        AudioWindow(AUDIO).push(sound(0.1, 0.1, 16000))


def test_a_video_starts_afresh_when_the_clock_is_set_back() -> None:
    window = VideoWindow(frames=2, spacing_s=1.0)
    for second in (100, 101, 1, 2):
        window.push(picture(second, t_ns=second * NS_PER_S))
    assert window.gaps == 1
    assert [frame.t_ns // NS_PER_S for frame in window.take() if isinstance(frame, Frame)] == [1, 2]
