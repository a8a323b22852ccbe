"""What a wearer sees when a sensor floods, crawls, jumps in time or dies, and when the disk fills up."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import anymal
from anymal.runtime.assistant import Assistant
from anymal.runtime.live import LiveSession
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_status import status_text
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import NS_PER_S
from tests.live_rig import END, LOST, hand_sensor, motion, picture, refuse, until
from tests.pulse_rig import PulseRig, require_pulse, write_tone
from tests.runtime_helpers import tiny_bundle
from tests.serial_rig import PtyDevice, streaming, ximu3_line

SHORT = GenerationOptions(max_tokens=6)
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """No fault may leave a thread behind."""
    threads = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) <= threads


class Walker:
    """An x-IMU3 on a pty: `step` sends the next sample of a device clock that runs at `rate_hz`."""

    def __init__(self, device: PtyDevice, rate_hz: float) -> None:
        self.period_us = round(1e6 / rate_hz)
        self.time_us = 0
        self._device = device
        self._random = np.random.default_rng(1)

    def step(self, size: int | None = None) -> None:
        self.time_us += self.period_us
        x, y = self._random.normal(0.0, 0.05, 2)
        self._device.send(ximu3_line(self.time_us, (x, y, 1.0)))


@pytest.fixture
def device(tmp_path: Path) -> Iterator[PtyDevice]:
    made = PtyDevice(tmp_path / "ttyIMU")
    yield made
    made.unplug()


def imu_live(assistant: Assistant, device: PtyDevice) -> LiveSession:
    options = LiveOptions(wait_s=120)  # a window takes five seconds, and longer where the device stutters
    return assistant.live(imu=f"imu:{device.path}?protocol=ximu3", options=options, generation=SHORT)


def newest_age_s(live: LiveSession) -> float:
    """Age of the newest window that an answer sees."""
    answer = live.ask("What am I doing?").answer(30)
    return min((window.age_s for window in answer.windows), default=float("inf"))


@pytest.mark.parametrize("rate_hz", [1000.0, 100.0])
def test_an_imu_that_floods_is_answered_from_like_any_other(
    assistant: Assistant, device: PtyDevice, rate_hz: float
) -> None:
    pytest.importorskip("serial", reason="pyserial is not installed")
    walker = Walker(device, rate_hz)
    with streaming(walker.step, rate_hz), imu_live(assistant, device) as live:
        until(lambda: live.ready(0.1), 60)
        until(lambda: live.status().sensors["imu"].rate_hz > 0.5 * rate_hz)
        assert newest_age_s(live) < 5.0
        assert live.status().sensing["imu"].refused == 0


def test_an_imu_that_crawls_is_refused_in_words_and_the_rest_goes_on(
    assistant: Assistant, device: PtyDevice
) -> None:
    pytest.importorskip("serial", reason="pyserial is not installed")
    walker = Walker(device, 4.0)
    sensor, camera = hand_sensor("image")
    with (
        streaming(walker.step, 4.0),
        assistant.live(camera=sensor, imu=f"imu:{device.path}?protocol=ximu3", generation=SHORT) as live,
    ):
        camera.put(picture(90))
        until(lambda: live.status().sensors["imu"].received > 0, 60)
        until(lambda: bool(live.status().sensing["imu"].refusal), 60)
        status = live.status()  # the next window's refusal tells another rate
        assert "Hz" in status.sensing["imu"].refusal
        assert status.sensing["imu"].refusal in status_text(status)
        assert [w.modality for w in live.ask("What is there?").answer(30).windows] == ["image"]


def test_a_device_clock_that_jumps_an_hour_does_not_move_the_windows(
    assistant: Assistant, device: PtyDevice
) -> None:
    pytest.importorskip("serial", reason="pyserial is not installed")
    walker = Walker(device, 100.0)
    with streaming(walker.step, 100.0), imu_live(assistant, device) as live:
        until(lambda: live.ready(0.1), 60)
        walker.time_us += 3_600_000_000
        until(lambda: live.status().sensors["imu"].gaps > 0)
        asked_ns = time.monotonic_ns()
        answer = live.ask("What am I doing?", max_age_s={"imu": 0}).answer(60)
        (window,) = answer.windows
        assert asked_ns <= window.end_ns <= time.monotonic_ns()


def test_a_lost_sensor_is_forgotten_after_a_while_and_comes_back(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    (camera, pictures), (imu, motions) = hand_sensor("image"), hand_sensor("imu")
    options = LiveOptions(forget_s=0.05)
    with assistant.live(camera=camera, imu=imu, options=options, generation=SHORT) as live:
        pictures.put(picture(40))
        motions.put(motion(0.2, 5.0, 100))
        until(lambda: senses_of(live) == {"image", "imu"})
        skew_s = live.status().skew_s
        assert skew_s is not None
        assert f"skew {skew_s:.2f} s" in status_text(live.status())
        monkeypatch.setattr(motions, "open", refuse)
        motions.put(LOST)
        until(lambda: senses_of(live) == {"image"})
        assert [w.modality for w in live.ask("What is there?").answer(30).windows] == ["image"]
        assert live.status().skew_s is None
        monkeypatch.undo()
        until(lambda: live.status().sensors["imu"].state == "streaming")
        motions.put(motion(0.3, 5.0, 100))
        until(lambda: senses_of(live) == {"image", "imu"})


def test_nobody_waits_for_more_of_a_stream_that_ended_too_early(assistant: Assistant) -> None:
    (camera, pictures), (imu, motions) = hand_sensor("image"), hand_sensor("imu")
    with assistant.live(camera=camera, imu=imu, generation=SHORT) as live:
        pictures.put(picture(40))
        motions.put(motion(0.2, 0.2, 100))  # less than a window
        motions.put(END)
        assert live.ready(3600.0) is False  # which the watchdog of tests would not sit through
        assert [w.modality for w in live.ask("What is there?").answer(30).windows] == ["image"]


@pytest.mark.parametrize("forget_s", [600.0, 0.05])
def test_what_ended_is_forgotten_after_a_while_and_not_before(assistant: Assistant, forget_s: float) -> None:
    camera, pictures = hand_sensor("image")
    with assistant.live(camera=camera, options=LiveOptions(forget_s=forget_s), generation=SHORT) as live:
        pictures.put(picture(40))
        assert live.ready(30)
        pictures.put(END)
        until(lambda: live.status().sensors["image"].state == "ended")
        if forget_s < 1:
            until(lambda: senses_of(live) == set())
            assert live.ready(3600.0) is False
        else:
            assert live.ready(30)
            assert live.ask("What was there?").answer(30).windows


def test_a_stream_that_ended_before_anybody_looked_is_sensed_all_the_same(assistant: Assistant) -> None:
    camera, pictures = hand_sensor("image")
    pictures.put(picture(40))
    pictures.put(END)
    until(lambda: camera.stats().state == "ended")
    with assistant.live(camera=camera, options=LiveOptions(first_s=600), generation=SHORT) as live:
        assert [w.modality for w in live.ask("What is there?").answer(30).windows] == ["image"]
        assert live.ready(30)


def test_what_a_client_showed_before_it_left_is_forgotten_though_the_server_still_listens(
    assistant: Assistant,
) -> None:
    camera, pictures = hand_sensor("image")
    pictures.counts = {"clients": 1}
    with assistant.live(camera=camera, options=LiveOptions(forget_s=0.05), generation=SHORT) as live:
        pictures.put(picture(40))
        until(lambda: senses_of(live) == {"image"})
        pictures.counts = {"clients": 0}
        until(lambda: senses_of(live) == set())
        assert live.status().sensors["image"].state == "streaming"
        pictures.counts = {"clients": 1}
        until(lambda: pictures.put(picture(90)) or senses_of(live) == {"image"})


def senses_of(live: LiveSession) -> set[str]:
    return {thing.modality for thing in live.sensed()}


def test_a_new_conversation_forgets_the_turns_and_keeps_the_senses(assistant: Assistant) -> None:
    sensor, camera = hand_sensor("image")
    with assistant.live(camera=sensor, options=LiveOptions(history=4), generation=SHORT) as live:
        camera.put(picture(40))
        until(lambda: live.ready(0.1))
        live.ask("What is there?").answer(30)
        until(lambda: live.ready(0.1))
        with_turn = live.status().rows
        live.begin_anew()
        until(lambda: live.status().rows < with_turn)
        assert senses_of(live) == {"image"}


def test_a_killed_sound_server_leaves_the_camera_answering(
    assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require_pulse()
    rig = PulseRig(tmp_path)
    for name, value in rig.environment.items():
        monkeypatch.setenv(name, value)
    rig.start("vmic")
    try:
        rig.play(write_tone(tmp_path / "tone.wav", 440.0, 0.3, 60.0), "vmic")
        sensor, camera = hand_sensor("image")
        with assistant.live(camera=sensor, mic="mic:default", generation=SHORT) as live:
            camera.put(picture(120))
            until(lambda: senses_of(live) == {"image", "audio"}, 60)
            rig.kill()
            until(lambda: live.status().sensors["audio"].state == "reconnecting", 60)
            assert "mic:default" in status_text(live.status())
            assert "image" in {w.modality for w in live.ask("Still there?").answer(30).windows}
            rig.start("vmic")
            until(lambda: live.status().sensors["audio"].state == "streaming", 60)
    finally:
        rig.kill()


FULL_DISK = """
import resource, sys, time
import anymal
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.runtime.live_status import status_text
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
with anymal.load(sys.argv[1], AssistantOptions(threads=1)) as assistant:
    sensors = dict(camera="synthetic:image", imu="synthetic:imu")
    with assistant.live(**sensors, record=sys.argv[2], generation=GenerationOptions(max_tokens=6)) as live:
        until = time.monotonic() + 120
        while not live.status().recording.startswith("failed"):
            assert time.monotonic() < until, live.status().recording
            time.sleep(0.02)
        assert live.ready(60)
        print(len(live.ask("What is there?").answer(60).windows), status_text(live.status()), sep="|")
"""


def test_a_full_disk_ends_the_recording_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "full.mcap"
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tiny_bundle()), str(out)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    windows, _, line = done.stdout.strip().partition("|")
    assert int(windows) == 2
    assert "rec failed" in line
    # What was written before is a recording still.
    from anymal.sensors.recording_reader import open_recording

    kept = list(open_recording(out).samples())
    assert kept
    assert kept[0][1].arrival_ns <= kept[-1][1].arrival_ns <= time.monotonic_ns() + NS_PER_S
