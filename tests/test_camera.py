"""Cameras over HTTP MJPEG against a real server: stamps, faults, back-off, and nothing left behind."""

import io
import itertools
import statistics
import struct
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

import av
import pytest
from PIL import Image

from anymal.clock import MonotonicClock
from anymal.errors import ConfigError, SensorError
from anymal.samples import Captured, Frame
from anymal.sensors import open_driver, open_sensor, unreadable
from anymal.sensors.camera_picture import upright_rgb
from anymal.sensors.sensor import Sensor, SensorOptions
from anymal.sensors.unreadable import FEW, Failures, WholeJpegs
from tests.camera_rig import (
    MjpegServer,
    StallProxy,
    barcode_ms,
    barcode_picture,
    in_use,
    newly_in_use,
    now_ms,
    wait_until,
)

if TYPE_CHECKING:
    from av.packet import Packet
    from av.stream import Stream
    from av.video.codeccontext import VideoCodecContext

QUICK = SensorOptions(backoff_s=(0.05,))


def picture(captured: Captured) -> Frame:
    assert isinstance(captured.sample, Frame)
    return captured.sample


def stamp_error_ms(captured: Captured) -> float:
    """How much later than its drawing a picture is stamped."""
    frame = picture(captured)
    return frame.t_ns / 1e6 - barcode_ms(frame.rgb)


def arrival_age_ms(captured: Captured) -> float:
    return captured.arrival_ns / 1e6 - barcode_ms(picture(captured).rgb)


def fresh(sensor: Sensor, pictures: int = 1) -> list[Captured]:
    """The next pictures that come, without those that wait."""
    sensor.drain()
    return [sensor.read(30.0) for _ in range(pictures)]


def test_pictures_are_stamped_with_the_time_they_were_drawn() -> None:
    with MjpegServer() as server, open_sensor(server.url) as camera:
        taken = [camera.read(30.0) for _ in range(25)]
    errors = [stamp_error_ms(captured) for captured in taken]
    assert all(error > -2 for error in errors), "stamped before it was drawn"
    assert statistics.median(errors) < 100
    assert all(picture(captured).t_ns <= captured.arrival_ns for captured in taken)
    assert picture(taken[0]).rgb.shape == (240, 320, 3)
    stamps = [picture(captured).t_ns for captured in taken]
    assert stamps == sorted(stamps)


def test_a_killed_server_is_noticed_and_found_again() -> None:
    with MjpegServer() as server, open_sensor(server.url, options=QUICK) as camera:
        camera.read(30.0)
        server.stop()
        wait_until(lambda: camera.stats().state == "reconnecting", "the camera is missed")
        wait_until(lambda: "nothing listens" in camera.stats().detail, "the refusal is told")
        assert server.url in camera.stats().detail
        server.start()
        fresh(camera)
        assert camera.stats().reconnects == 1
        assert camera.stats().state == "streaming"


def test_a_frozen_server_is_noticed_and_found_again() -> None:
    with MjpegServer() as server, open_sensor(f"{server.url}#timeout_s=0.5", options=QUICK) as camera:
        camera.read(30.0)
        server.frozen.set()
        wait_until(lambda: camera.stats().state == "reconnecting", "the silence is missed")
        assert "no data for 0.5 s" in camera.stats().detail or "within 1 s" in camera.stats().detail
        server.frozen.clear()
        fresh(camera)
        assert camera.stats().reconnects >= 1


@pytest.mark.parametrize(
    "spoil", [lambda jpeg: jpeg[: len(jpeg) // 3], lambda jpeg: jpeg[::-1]], ids=["cut short", "no JPEG"]
)
def test_pictures_that_cannot_be_decoded_are_told_at_once(spoil: Callable[[bytes], bytes]) -> None:
    with MjpegServer() as server, open_sensor(server.url, options=QUICK) as camera:
        camera.read(30.0)
        server.spoil = spoil
        wait_until(lambda: "cannot be decoded" in camera.stats().trouble, "it is told")
        stats = camera.stats()
        assert (stats.state, stats.reconnects) == ("streaming", 0)
        assert server.url in stats.trouble
        bad, received = stats.counters["bad_packets"], stats.received
        wait_until(lambda: camera.stats().counters["bad_packets"] > bad + 3, "more come")
        assert bad >= 5 and camera.stats().received == received
        server.spoil = lambda jpeg: jpeg
        wait_until(lambda: camera.stats().trouble == "", "the end is told")
        assert camera.stats().received > received


def test_a_camera_that_stays_broken_is_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anymal.sensors.camera.NO_PICTURE_S", 0.3)
    with MjpegServer() as server, open_sensor(server.url, options=QUICK) as camera:
        camera.read(30.0)
        server.spoil = lambda jpeg: jpeg[::-1]
        wait_until(lambda: camera.stats().reconnects > 0, "it is opened again")
        assert "cannot be decoded" in camera.stats().trouble
        server.spoil = lambda jpeg: jpeg
        fresh(camera)
        assert (camera.stats().state, camera.stats().trouble) == ("streaming", "")


def test_the_end_of_a_jpeg() -> None:
    body = io.BytesIO()
    Image.fromarray(barcode_picture(now_ms())).save(body, "JPEG", quality=90)
    jpeg = body.getvalue()
    thumbnail = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(jpeg) + 2) + jpeg + jpeg[2:]
    cuts = (jpeg[: len(jpeg) // 3], jpeg[: len(jpeg) * 19 // 20], thumbnail[: len(thumbnail) * 3 // 4], b"")
    wholes = (jpeg, jpeg + bytes(50), jpeg[:-2], thumbnail)
    jpegs = WholeJpegs(_Mjpeg())
    for whole, cut in itertools.product(wholes, cuts):  # one decoder for all: nothing is left of a cut one
        assert not _decoded(jpegs, cut)
        assert len(_decoded(jpegs, whole)) == 1, "some cameras pad, and some leave the end marker out"


class _Mjpeg:
    """FFmpeg's own decoder as a stream has it; counts what it was asked."""

    def __init__(self) -> None:
        self._codec: VideoCodecContext = av.CodecContext.create("mjpeg", "r")
        self.asked = 0

    def decode(self, packet: "Packet[Stream]") -> list[av.VideoFrame]:
        self.asked += 1
        return self._codec.decode(packet)


def _decoded(jpegs: WholeJpegs, data: bytes) -> list[av.VideoFrame]:
    try:
        return jpegs.decode(av.Packet(data))
    except av.FFmpegError:
        return []


def test_a_picture_without_its_end_is_decoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    body = io.BytesIO()
    Image.fromarray(barcode_picture(1234)).save(body, "JPEG", quality=90)
    jpeg, stream = body.getvalue(), _Mjpeg()
    jpegs = WholeJpegs(stream)  # type: ignore[arg-type]  # a duck: decode
    made: list[object] = []
    monkeypatch.setattr(unreadable, "_strict", lambda: made.append(1) or _Mjpeg())
    pictures = [upright_rgb(_decoded(jpegs, data)[0]) for data in (jpeg[:-2], jpeg[:-2], jpeg)]
    assert [barcode_ms(rgb) for rgb in pictures] == [1234] * 3
    assert (stream.asked, len(made)) == (1, 1)


def test_each_step_has_its_own_row_of_failures() -> None:
    """H.264 that decodes but never converts, noted by two threads in turns."""
    failures = Failures()
    for n in range(FEW):
        assert not failures.trouble()
        failures.note(True, n, "decoded")
        failures.note(False, n, "converted")
    assert f"{FEW} times in a row" in failures.trouble() and failures.lasted_ns == FEW - 1
    failures.note(True, FEW, "converted")
    assert (failures.trouble(), failures.lasted_ns) == ("", 0)


def test_after_a_stall_of_two_seconds_old_pictures_are_dropped() -> None:
    with MjpegServer() as server, StallProxy(server.port) as network:
        url = f"http://127.0.0.1:{network.port}/stream#timeout_s=30"
        with open_sensor(url) as camera:
            fresh(camera, 10)
            network.hold()
            camera.drain()
            held_from = server.served
            wait_until(lambda: server.served >= held_from + 50, "two seconds of pictures")
            camera.drain()
            network.release()
            after = fresh(camera, 5)
            assert camera.stats().counters["stale_frames"] >= 40
    assert max(arrival_age_ms(captured) for captured in after) < 1000
    assert max(abs(stamp_error_ms(captured)) for captured in after) < 1000


def test_only_as_many_pictures_are_converted_as_asked_for() -> None:
    with MjpegServer() as server, open_sensor(f"{server.url}#fps=5") as camera:
        taken = [camera.read(30.0) for _ in range(6)]
        assert camera.stats().counters["thinned"] >= 3 * 5
    steps = [(picture(b).t_ns - picture(a).t_ns) / 1e9 for a, b in itertools.pairwise(taken)]
    assert statistics.median(steps) == pytest.approx(0.2, abs=0.05)


def test_latency_is_taken_off_every_stamp() -> None:
    with MjpegServer() as server, open_sensor(f"{server.url}#latency_ms=500") as camera:
        captured = camera.read(30.0)
    assert captured.arrival_ns - picture(captured).t_ns == 500_000_000


@pytest.mark.parametrize("fault", ["none", "frozen", "killed"])
def test_nothing_is_left_after_close(fault: str) -> None:
    others = len(in_use()[0])  # a progress bar of an earlier test keeps its thread for good
    with MjpegServer() as server:
        with open_sensor(f"{server.url}#timeout_s=0.5") as warm:  # libraries open files of their own, once
            warm.read(30.0)
        wait_until(lambda: len(in_use()[0]) <= others + 1, "the server's threads ended")
        before = in_use()
        camera = open_sensor(f"{server.url}#timeout_s=0.5")
        camera.read(30.0)
        if fault == "frozen":
            server.frozen.set()
        elif fault == "killed":
            server.stop()
            wait_until(lambda: camera.stats().state == "reconnecting", "the camera is missed")
            server.start()
        camera.close()
        server.frozen.clear()
        assert not [name for name in in_use()[0] if name.startswith(("sensor", "reader"))]
        wait_until(lambda: not newly_in_use(before), f"only {before} in use, but {in_use()}")
        with pytest.raises(SensorError, match="closed"):
            while True:  # what was read before may still be taken
                camera.read(0.1)


def test_poll_returns_in_time_while_the_native_read_blocks() -> None:
    with MjpegServer() as server:
        driver = open_driver(f"{server.url}#timeout_s=20")
        driver.open()
        try:
            wait_until(lambda: bool(driver.poll(0.1)), "a first picture")
            server.frozen.set()
            while driver.poll(0.05):
                pass
            clock = MonotonicClock()
            began = clock.now_ns()
            assert not driver.poll(0.05)
            assert clock.now_ns() - began < 10e9, "held up by the read, which would wait 20 s"
        finally:
            server.stop()
            driver.close()


def test_refusals_say_what_was_found_and_the_cure() -> None:
    with MjpegServer() as server, pytest.raises(SensorError, match=r"no such path .*404"):
        open_sensor(server.url.replace("stream", "nothing"))
    with pytest.raises(SensorError, match="nothing listens"):
        open_sensor(server.url)
    for url in (server.url, server.url.replace("http:", "rtsp:"), f"{server.url}?Pass=secret"):
        private = url.replace("://", "://someone:secret@")
        with pytest.raises(SensorError) as refused:
            open_sensor(private)
        assert "secret" not in "".join(traceback.format_exception(refused.value))


def test_a_stream_that_breaks_off_tells_no_password() -> None:
    with MjpegServer() as server:
        driver = open_driver(f"{server.url.replace('://', '://someone:secret@')}#timeout_s=0.5")
        driver.open()
        try:
            wait_until(lambda: bool(driver.poll(0.1)), "a first picture")
            server.frozen.set()
            with pytest.raises(SensorError, match="no data for") as broken:
                while True:
                    driver.poll(0.1)
        finally:
            driver.close()
    assert "secret" not in "".join(traceback.format_exception(broken.value))


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        ("http://127.0.0.1:1/x#speed=2", "unknown option 'speed'"),
        ("http://127.0.0.1:1/x#fps=0", "fps='0'"),
        ("http://127.0.0.1:1/x#as=imu", "not one of: image, audio"),
        ("camera:/dev/video0?width=640", "go together"),
        ("rtmp-listen://127.0.0.1:0/live#fps=1", "options stand behind [?], not #"),
        ("camera:/dev/video0?rate=1", "unknown option 'rate'"),
        ("rtsp://127.0.0.1:1/x#transport=smoke", "not one of: tcp, udp"),
    ],
)
def test_wrong_options_are_named(uri: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        open_driver(uri)


def test_a_camera_on_the_bus_gives_no_sound() -> None:
    with pytest.raises(ConfigError, match="mic:default"):
        open_driver("camera:/dev/video0", wanted="audio")


def test_a_stream_serves_the_sense_that_is_wanted() -> None:
    for wanted in ("image", "video", "audio"):
        assert open_driver("rtsp://127.0.0.1:1/x", wanted=wanted).modality == wanted
