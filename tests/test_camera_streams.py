"""RTSP and RTMP cameras: stamps against the time in the picture, sound, stalls, restarts."""

import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from anymal.errors import SensorError
from anymal.samples import NS_PER_S, AudioChunk
from anymal.sensors import camera_picture, open_sensor
from anymal.sensors.sensor import Sensor, SensorOptions
from tests.camera_rig import StallProxy, in_use, newly_in_use, wait_until
from tests.rtsp_rig import TONE_HZ, RtspServer
from tests.test_camera import arrival_age_ms, fresh, picture, stamp_error_ms

QUICK = SensorOptions(backoff_s=(0.05,))
ROOT = Path(__file__).resolve().parent.parent
DEBIAN_PYTHON = Path("/usr/bin/python3")


@pytest.fixture
def server() -> Iterator[RtspServer]:
    with RtspServer() as server:
        yield server


@pytest.fixture
def publisher() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Processes to end after the test."""
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for process in started:
        process.kill()
        process.communicate()


def test_rtsp_pictures_carry_their_capture_time(server: RtspServer) -> None:
    with open_sensor(server.url) as camera:
        taken = [camera.read(30.0) for _ in range(60)]
        wait_until(lambda: camera.stats().clock is not None, "the camera's clock is known")
        fit = camera.stats().clock
    errors = [stamp_error_ms(captured) for captured in taken[30:]]
    assert abs(statistics.median(errors)) < 60
    assert all(picture(captured).t_ns <= captured.arrival_ns for captured in taken)
    stamps = [picture(captured).t_ns for captured in taken]
    assert stamps == sorted(stamps)
    assert fit is not None
    assert fit.resets == 0


@pytest.mark.parametrize("options", ["", "#fps=10"])
def test_pictures_that_are_decoded_but_never_converted_are_told(
    server: RtspServer, monkeypatch: pytest.MonkeyPatch, options: str
) -> None:
    def refuse(frame: object) -> None:
        raise ValueError("no conversion from this pixel format")

    with open_sensor(f"{server.url}{options}", options=QUICK) as camera:
        camera.read(30.0)
        with monkeypatch.context() as patch:
            patch.setattr(camera_picture, "upright_rgb", refuse)
            wait_until(lambda: "cannot be decoded" in camera.stats().trouble, "it is told")
        wait_until(lambda: camera.stats().trouble == "", "the end is told")
        assert camera.stats().counters["bad_packets"] >= 5


def test_rtsp_sound_is_the_tone_at_the_rate_asked_for(server: RtspServer) -> None:
    with open_sensor(f"{server.url}#rate=16000", wanted="audio") as microphone:
        chunks: list[AudioChunk] = []
        while sum(len(chunk.samples) for chunk in chunks) < 20_000:
            captured = microphone.read(30.0)
            assert isinstance(captured.sample, AudioChunk)
            end_ns = captured.sample.t_ns + len(captured.sample.samples) * NS_PER_S // 16_000
            assert end_ns <= captured.arrival_ns + 1
            chunks.append(captured.sample)
        assert microphone.stats().gaps == 0
    samples = np.concatenate([chunk.samples for chunk in chunks])[1000:17_000]
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    assert np.argmax(spectrum) == pytest.approx(TONE_HZ, abs=2)
    assert np.abs(samples).max() == pytest.approx(0.5, abs=0.02)
    starts = np.array([chunk.t_ns for chunk in chunks])
    lengths = np.array([len(chunk.samples) for chunk in chunks])
    assert np.median(np.diff(starts)) == pytest.approx(np.median(lengths) * NS_PER_S / 16_000, rel=0.05)


def test_rtsp_drops_the_backlog_of_a_stall(server: RtspServer) -> None:
    with StallProxy(server.port) as network:
        url = f"rtsp://127.0.0.1:{network.port}/cam#timeout_s=30"
        with open_sensor(url) as camera:
            fresh(camera, 30)
            network.hold()
            held_from = server.served
            wait_until(lambda: server.served >= held_from + 60, "two seconds of pictures")
            camera.drain()
            network.release()
            after = fresh(camera, 10)
            assert camera.stats().counters["stale_frames"] >= 30
    assert max(arrival_age_ms(captured) for captured in after) < 1000
    # The line of the time before the stall still holds: old pictures are not taken for new ones.
    assert max(abs(stamp_error_ms(captured)) for captured in after) < 300


def test_rtsp_server_killed_frozen_and_restarted(server: RtspServer) -> None:
    with open_sensor(f"{server.url}#timeout_s=0.5", options=QUICK) as camera:
        fresh(camera)
        server.frozen.set()
        wait_until(lambda: camera.stats().state == "reconnecting", "the silence is missed")
        server.frozen.clear()
        fresh(camera)
        wait_until(lambda: camera.stats().state == "streaming", "streaming again")
        server.stop()
        wait_until(lambda: camera.stats().state == "reconnecting", "the camera is missed")
        server.start()
        fresh(camera)
        assert camera.stats().reconnects >= 2
        assert abs(stamp_error_ms(fresh(camera)[0])) < 1000


def test_rtsp_leaves_nothing_behind_even_when_frozen(server: RtspServer) -> None:
    before = in_use()[0]
    with open_sensor(server.url) as camera:
        camera.read(30.0)
    wait_until(lambda: len(in_use()[0]) <= len(before), "the session of the server ended")
    camera = open_sensor(f"{server.url}#timeout_s=0.5")
    camera.read(30.0)
    server.frozen.set()
    camera.close()
    assert not [name for name in in_use()[0] if name.startswith(("sensor", "reader"))]


def test_rtmp_publisher_comes_goes_and_comes_again(publisher: list[subprocess.Popen[bytes]]) -> None:
    uri = "rtmp-listen://127.0.0.1:{}/live/key"
    with open_sensor(uri.format(0), options=QUICK) as probe:  # which port is free?
        port = _listening_port(probe)
    before = in_use()
    with open_sensor(uri.format(port), options=QUICK) as camera:
        with pytest.raises(SensorError, match="cannot listen"):
            open_sensor(uri.format(port))
        for _ in range(2):
            publisher.append(_publish(port))
            taken = [camera.read(60.0) for _ in range(10)]
            assert all(picture(captured).t_ns <= captured.arrival_ns for captured in taken)
            assert abs(statistics.median(stamp_error_ms(captured) for captured in taken)) < 200
            assert camera.stats().counters["clients"] == 1
            publisher[-1].communicate()  # it ends with its input
            wait_until(lambda: camera.stats().detail.startswith("streaming: "), "listening again")
            camera.drain()
    wait_until(lambda: not newly_in_use(before), f"only {before} in use, but {in_use()}")


def test_closing_an_rtmp_listener_nobody_came_to() -> None:
    before = in_use()
    with open_sensor("rtmp-listen://127.0.0.1:0/live/key") as camera:
        assert camera.stats().state == "streaming"
        assert not camera.drain()
        wait_until(lambda: camera.stats().counters.get("clients") == 0, "counted")
    assert not newly_in_use(before)


def test_against_gstreamers_rtsp_server(shared: Path) -> None:
    script = shared / "rig" / "rtsp_server.py"
    if not script.is_file() or not _has_gst_rtsp():
        pytest.skip(
            "needs ../shared/rig and Debian's gstreamer1.0-rtsp, gir1.2-gst-rtsp-server-1.0, python3-gi"
        )
    port = _free_port()
    command = [str(DEBIAN_PYTHON), str(script), str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            with open_sensor(f"rtsp://127.0.0.1:{port}/cam") as camera:
                taken = [camera.read(60.0) for _ in range(60)]
            errors = [stamp_error_ms(captured) for captured in taken[30:]]
            assert abs(statistics.median(errors)) < 100
        finally:
            process.kill()


def _publish(port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.rtmp_rig", str(port)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _listening_port(sensor: Sensor) -> int:
    port: int = sensor._driver._listener.port  # type: ignore[attr-defined]
    return port


def _free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _has_gst_rtsp() -> bool:
    program = "import gi; gi.require_version('GstRtspServer', '1.0'); from gi.repository import GstRtspServer"
    if not DEBIAN_PYTHON.exists():
        return False
    return subprocess.run([str(DEBIAN_PYTHON), "-c", program], capture_output=True).returncode == 0
