"""Stamps, staleness and thinning of live pictures, without any device; and what V4L2 nodes say."""

import errno
import itertools
import struct
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anymal.errors import SensorError
from anymal.samples import NS_PER_S
from anymal.sensors import camera_source, camera_v4l2, open_sensor
from anymal.sensors.camera_clock import PictureClock, Stamp, Thinner
from anymal.sensors.camera_source import CameraOptions
from anymal.sensors.stream_clock import StreamClock

MS = 1_000_000
LAG = 500 * MS
FRAME = 40 * MS
HOUR = 3600 * NS_PER_S  # camera clocks start anywhere


def live(clock: PictureClock, count: int, start: int = 0, delay: int = 5 * MS) -> list[Stamp]:
    """Pictures number `start`.. of a camera that sends without a pause."""
    times = [(start + i) * FRAME for i in range(count)]
    return [clock.stamp(HOUR + t_ns, t_ns + delay) for t_ns in times]


def test_a_network_clock_is_mapped_to_arrival_less_the_spread_of_delays() -> None:
    clock = PictureClock("mapped", LAG)
    live(clock, 20)
    slow = clock.stamp(HOUR + 20 * FRAME, 20 * FRAME + 200 * MS)
    assert slow.t_ns == pytest.approx(20 * FRAME + 5 * MS, abs=MS)
    assert slow.late_ns == pytest.approx(195 * MS, abs=MS)
    assert not slow.stale
    assert slow.device_ns == HOUR + 20 * FRAME


def test_the_backlog_of_a_stall_is_stale_and_keeps_its_times() -> None:
    clock = PictureClock("mapped", LAG)
    live(clock, 20)
    restart = 70 * FRAME + 5 * MS  # two seconds later, everything at once
    backlog = [clock.stamp(HOUR + i * FRAME, restart + (i - 20) * MS) for i in range(20, 70)]
    assert [stamp.stale for stamp in backlog] == [True] * 39 + [False] * 11
    for i, stamp in enumerate(backlog, 20):
        assert stamp.t_ns == pytest.approx(i * FRAME + 5 * MS, abs=2 * MS)
    assert not any(stamp.stale for stamp in live(clock, 5, start=71))


def test_a_camera_whose_clock_stood_still_is_believed_again_after_a_second() -> None:
    clock = PictureClock("mapped", LAG)
    live(clock, 20)
    after = [clock.stamp(HOUR + (20 + i) * FRAME, (70 + i) * FRAME) for i in range(60)]
    assert after[0].stale
    fresh_from = next(i for i, stamp in enumerate(after) if not stamp.stale)
    assert 20 <= fresh_from <= 30
    assert not any(stamp.stale for stamp in after[fresh_from:])
    fit = clock.fit()
    assert fit is not None
    assert fit.resets == 1


def test_what_a_server_kept_for_newcomers_is_stale() -> None:
    clock = PictureClock("mapped", LAG)
    stored = [clock.stamp(HOUR + i * FRAME, i * MS) for i in range(25)]
    assert all(stamp.stale for stamp in stored)
    then = [clock.stamp(HOUR + i * FRAME, 24 * MS + (i - 24) * FRAME) for i in range(25, 40)]
    fresh_from = next(i for i, stamp in enumerate(then) if not stamp.stale)
    assert fresh_from <= 3
    for i, stamp in enumerate(then[fresh_from:], fresh_from):
        assert stamp.t_ns == 24 * MS + (i + 1) * FRAME


def test_the_kernels_stamps_are_taken_as_they_are() -> None:
    clock = PictureClock("kernel", LAG)
    stamp = clock.stamp(10 * NS_PER_S, 10 * NS_PER_S + 7 * MS)
    assert (stamp.t_ns, stamp.stale) == (10 * NS_PER_S, False)
    assert clock.stamp(11 * NS_PER_S, 14 * NS_PER_S).stale, "our own stall of three seconds"
    assert clock.kind == "kernel"


def test_a_foreign_kernel_clock_is_mapped() -> None:
    clock = PictureClock("kernel", LAG)
    clock.stamp(HOUR, 10 * NS_PER_S)
    assert clock.kind == "mapped"
    later = [clock.stamp(HOUR + i * FRAME, 10 * NS_PER_S + i * FRAME) for i in range(1, 10)]
    assert later[-1].t_ns == 10 * NS_PER_S + 9 * FRAME
    assert not later[-1].stale
    old = PictureClock("kernel", LAG)
    old.stamp(HOUR, 2 * HOUR)
    assert old.kind == "mapped"


def test_times_that_run_backwards_are_given_up() -> None:
    clock = PictureClock("mapped", LAG)
    for i in range(6):
        stamp = clock.stamp(HOUR - i * FRAME, i * FRAME)
    assert clock.kind == "arrival"
    assert stamp.t_ns == 5 * FRAME
    assert stamp.device_ns is None
    assert clock.backwards == 3


def test_a_picture_without_stamp_follows_the_one_before() -> None:
    clock = PictureClock("mapped", LAG)
    live(clock, 10)
    assert clock.stamp(None, 10 * FRAME + 300 * MS).t_ns == pytest.approx(10 * FRAME + 5 * MS, abs=MS)


def test_a_picture_held_back_until_the_next_begins_is_dated_back() -> None:
    clock = PictureClock("mapped", LAG, held=True)
    drawn = [i * FRAME + (i % 3) * 13 * MS for i in range(40)]  # an unsteady camera
    stamps = [clock.stamp(HOUR + t, after + 5 * MS) for t, after in itertools.pairwise(drawn)]
    assert stamps[0].stale
    for t_ns, stamp in zip(drawn[10:], stamps[10:], strict=False):
        assert not stamp.stale
        assert stamp.t_ns == pytest.approx(t_ns + 5 * MS, abs=MS)


def test_without_a_clock_a_burst_after_silence_is_stale() -> None:
    clock = PictureClock("arrival", LAG)
    assert not any(clock.stamp(None, i * FRAME).stale for i in range(20))
    burst = [clock.stamp(None, 70 * FRAME + i * MS).stale for i in range(50)]
    assert all(burst)
    assert not clock.stamp(None, 71 * FRAME + 49 * MS).stale


def test_a_camera_that_paused_loses_one_picture_and_may_be_faster_afterwards() -> None:
    clock = PictureClock("arrival", LAG)
    for i in range(20):
        clock.stamp(None, i * FRAME)
    assert clock.stamp(None, 70 * FRAME).stale
    assert not clock.stamp(None, 71 * FRAME).stale
    clock.stamp(None, 171 * FRAME)
    fast = [clock.stamp(None, 171 * FRAME + i * FRAME // 4).stale for i in range(1, 150)]
    assert not any(fast[102:]), "taken for a backlog for ever"


def test_a_picture_that_waited_here_becomes_stale() -> None:
    clock = PictureClock("mapped", LAG)
    live(clock, 20)
    stamp = clock.stamp(HOUR + 20 * FRAME, 20 * FRAME + 305 * MS)
    assert not clock.too_old(stamp, 100 * MS)
    assert clock.too_old(stamp, 250 * MS)


@given(st.lists(st.integers(0, 400), min_size=3, max_size=60))
def test_capture_is_never_later_than_arrival_and_rises(delays: list[int]) -> None:
    clock = StreamClock(LAG)
    arrival, mapped = 0, []
    for i, delay in enumerate(delays):
        arrival = max(arrival + 1, i * FRAME + delay * MS)
        t_ns = clock.map_one(HOUR + i * FRAME, arrival)
        if t_ns is not None:
            assert t_ns <= arrival
            mapped.append(t_ns)
    assert mapped == sorted(mapped)


@given(st.integers(1, 60), st.integers(1, 60))
def test_thinning_keeps_the_rate(source_hz: int, wanted_hz: int) -> None:
    thinner = Thinner(wanted_hz)
    kept = sum(thinner.wants(i * NS_PER_S // source_hz) for i in range(10 * source_hz))
    assert kept <= 10 * min(source_hz, wanted_hz) + 1
    assert kept >= 10 * min(source_hz, wanted_hz) * 0.5
    if wanted_hz >= source_hz:
        assert kept == 10 * source_hz


def _node(requests: dict[int, list[bytes]]) -> object:
    def ask(descriptor: int, request: int, data: bytes) -> bytes:
        index = struct.unpack_from("=I", data)[0] if request != camera_v4l2._VIDIOC_QUERYCAP else 0
        if index >= len(requests[request]):
            raise OSError(errno.EINVAL, "the end")
        return requests[request][index]

    return ask


def test_a_node_lists_its_formats_and_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    yuyv = int.from_bytes(b"YUYV", "little")
    capabilities = struct.pack(
        "=16s32s32s3I12x", b"uvcvideo", b"A Camera", b"usb-1", 0x60100, 0x84A00001, 0x04200001
    )
    requests = {
        camera_v4l2._VIDIOC_QUERYCAP: [capabilities],
        camera_v4l2._VIDIOC_ENUM_FMT: [struct.pack("=3I32sI16x", 0, 1, 0, b"YUYV 4:2:2", yuyv)],
        camera_v4l2._VIDIOC_ENUM_FRAMESIZES: [
            struct.pack("=3I6I8x", 0, yuyv, 1, 640, 480, 0, 0, 0, 0),
            struct.pack("=3I6I8x", 1, yuyv, 1, 1280, 720, 0, 0, 0, 0),
        ],
    }
    monkeypatch.setattr(camera_v4l2, "_ask", _node(requests))
    node = camera_v4l2.query_camera(Path("/dev/null"))
    assert node is not None
    assert node.card == "A Camera"
    assert node.summary() == "yuyv422 640x480 1280x720"
    refusal = camera_v4l2.camera_error(Path("/dev/null"), OSError(errno.EINVAL, "no"), "video_size=1x1")
    assert "wanted video_size=1x1" in str(refusal)
    assert "it offers yuyv422 640x480 1280x720" in str(refusal)


def test_a_metadata_node_is_no_camera(monkeypatch: pytest.MonkeyPatch) -> None:
    capabilities = struct.pack(
        "=16s32s32s3I12x", b"uvcvideo", b"A Camera", b"usb-1", 0x60100, 0x84A00001, 0x04A00000
    )
    monkeypatch.setattr(camera_v4l2, "_ask", _node({camera_v4l2._VIDIOC_QUERYCAP: [capabilities]}))
    assert camera_v4l2.query_camera(Path("/dev/null")) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "group `video`"),
        (errno.EBUSY, "in use by another program"),
        (errno.ENOTTY, "no V4L2 camera"),
    ],
)
def test_why_a_camera_cannot_be_opened(number: int, words: str) -> None:
    assert words in str(camera_v4l2.camera_error(Path("/dev/null"), OSError(number, "no"), "a picture"))


def test_a_camera_that_hangs_while_it_is_opened_is_given_up_and_closed_later() -> None:
    answer, closed = threading.Event(), threading.Event()

    class Container:
        def close(self) -> None:
            closed.set()

    def opening() -> Container:
        answer.wait(60)
        return Container()

    with pytest.raises(SensorError, match=r"no picture within 0\.1 s"):
        camera_source._in_time(opening, Path("/dev/video0"), CameraOptions(timeout_s=0.05))  # type: ignore[arg-type]
    answer.set()
    assert closed.wait(60)


def test_a_camera_that_fails_after_it_was_given_up_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    answer, threads, died = threading.Event(), [], []
    monkeypatch.setattr(threading, "excepthook", died.append)

    def opening() -> None:
        threads.append(threading.current_thread())
        answer.wait(60)
        raise OSError("the bus is gone")

    with pytest.raises(SensorError, match=r"no picture within 0\.1 s"):
        camera_source._in_time(opening, Path("/dev/video0"), CameraOptions(timeout_s=0.05))  # type: ignore[arg-type]
    answer.set()
    threads[0].join(60)
    assert not threads[0].is_alive() and not died


def test_a_missing_camera_is_told_with_what_there_is() -> None:
    with pytest.raises(SensorError, match=r"/dev/video77: no such camera; found .*/dev/video"):
        open_sensor("camera:77")
    with pytest.raises(SensorError, match="is no V4L2 camera"):
        open_sensor("camera:/dev/null")
