"""Microphones against a real sound server: tone in, tone out; and every way it can go away."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from anymal.errors import SensorError
from anymal.samples import AudioChunk, Captured
from anymal.sensors import mic_portaudio, open_sensor
from anymal.sensors.driver import SensorStats
from anymal.sensors.sensor import Sensor, SensorOptions
from tests.pulse_rig import PulseRig, require_pulse, write_tone

TONE_HZ, AMPLITUDE = 1000.0, 0.4
PATIENCE_S = 30.0
QUICK = SensorOptions(poll_s=0.05, backoff_s=(0.1, 0.3))


@pytest.fixture
def pulse(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[PulseRig]:
    require_pulse()
    rig = PulseRig(tmp_path_factory.mktemp("pulse"))
    for name, value in rig.environment.items():
        monkeypatch.setenv(name, value)
    rig.start("vmic")
    try:
        yield rig
    finally:
        rig.kill()


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    return write_tone(tmp_path / "tone.wav", TONE_HZ, AMPLITUDE, 120.0)


def _hear(sensor: Sensor, seconds: float) -> list[Captured]:
    """Read until `seconds` of sound that is not silent came, and return that."""
    heard: list[Captured] = []
    deadline = time.monotonic() + PATIENCE_S
    while sum(_sound(c).duration_s for c in heard) < seconds:
        assert time.monotonic() < deadline, sensor.stats()
        captured = sensor.read(PATIENCE_S)
        heard = [*heard, captured] if np.abs(_sound(captured).samples).max() > 0.1 else []
    return heard


def _sound(captured: Captured) -> AudioChunk:
    assert isinstance(captured.sample, AudioChunk)
    return captured.sample


def _samples(heard: list[Captured]) -> NDArray[np.float32]:
    return np.concatenate([_sound(c).samples for c in heard])


def _pitch_hz(samples: NDArray[np.float32], rate_hz: int = 16_000) -> float:
    size = 2**18
    return float(np.abs(np.fft.rfft(samples * np.hanning(len(samples)), size)).argmax()) * rate_hz / size


def _until(sensor: Sensor, wanted: Callable[[SensorStats], bool]) -> SensorStats:
    deadline = time.monotonic() + PATIENCE_S
    while not wanted(sensor.stats()):
        assert time.monotonic() < deadline, sensor.stats()
        time.sleep(0.01)
    return sensor.stats()


def _handles() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 -- iterating a Path opens one more


def test_a_tone_comes_back_at_its_pitch_and_level(pulse: PulseRig, tone: Path) -> None:
    pulse.play(tone, "vmic")
    with open_sensor("mic:default") as sensor:
        _hear(sensor, 1.5)  # the first second settles the clock
        heard = _hear(sensor, 2.0)
        stats = sensor.stats()
    samples = _samples(heard)
    assert abs(_pitch_hz(samples) - TONE_HZ) < 1.0
    level_db = 20 * np.log10(np.sqrt(np.mean(samples**2)) / (AMPLITUDE / np.sqrt(2)))
    assert abs(level_db) < 1.0
    assert {len(_sound(c).samples) for c in heard} == {320}
    times = np.array([_sound(c).t_ns for c in heard])
    arrivals = np.array([c.arrival_ns for c in heard])
    assert np.all(times + 20_000_000 <= arrivals)
    assert np.all(np.diff(times) > 0)
    assert np.all(np.diff([c.device_ns[0] for c in heard if c.device_ns is not None]) == 20_000_000)
    assert stats.modality == "audio"
    assert stats.clock is not None
    assert stats.clock.resets == 0
    assert (stats.gaps, stats.dropped, stats.counters["silences"]) == (0, 0, 0)
    assert "48000 Hz, 2 channels, to 16000 Hz mono" in stats.detail


def test_options_choose_rate_channel_gain_and_latency(pulse: PulseRig, tone: Path) -> None:
    pulse.play(tone, "vmic")
    uri = "mic:puls?rate=24000&device_rate=44100&channel=2&gain_db=-6.0206&latency_ms=500"
    with open_sensor(uri) as sensor:
        heard = _hear(sensor, 1.0)
        assert "44100 Hz, channel 2 of 2, to 24000 Hz mono" in sensor.stats().detail
    samples = _samples(heard)
    assert _sound(heard[0]).rate_hz == 24_000
    assert abs(_pitch_hz(samples, 24_000) - TONE_HZ) < 1.0
    assert np.sqrt(np.mean(samples**2)) == pytest.approx(AMPLITUDE / 2 / np.sqrt(2), rel=0.05)
    assert all(c.arrival_ns - _sound(c).t_ns > 500_000_000 for c in heard)


def test_the_server_is_killed_and_comes_back(pulse: PulseRig, tone: Path) -> None:
    pulse.play(tone, "vmic")
    with open_sensor("mic:default", options=QUICK) as sensor:
        last_ns = _sound(_hear(sensor, 0.5)[-1]).t_ns
        pulse.kill()
        stats = _until(sensor, lambda stats: stats.state == "reconnecting")
        assert "mic:default" in stats.detail
        _until(sensor, lambda stats: "there is no microphone" in stats.detail)
        sensor.drain()
        pulse.start("vmic")
        pulse.play(tone, "vmic")
        heard = _hear(sensor, 0.5)
        assert _sound(heard[0]).t_ns > last_ns
        assert abs(_pitch_hz(_samples(heard)) - TONE_HZ) < 3.0
        stats = sensor.stats()
        assert stats.state == "streaming"
        assert stats.reconnects >= 1


def test_the_source_is_removed_and_comes_back(pulse: PulseRig, tone: Path) -> None:
    pulse.play(tone, "vmic")
    with open_sensor("mic:default", options=QUICK) as sensor:
        _hear(sensor, 0.3)
        pulse.remove_sink("vmic")
        stats = _until(sensor, lambda stats: "the sound server has no source" in stats.detail)
        assert stats.state == "reconnecting"
        pulse.add_sink("vmic")
        pulse.play(tone, "vmic")
        sensor.drain()
        _hear(sensor, 0.3)


def test_a_stream_moved_to_a_dumb_source_is_noticed(pulse: PulseRig, tone: Path) -> None:
    pulse.play(tone, "vmic")
    with open_sensor("mic:default", options=QUICK) as sensor:
        _hear(sensor, 0.3)
        pulse.hush()  # else the server would move the player along
        pulse.add_sink("other")
        pulse.remove_sink("vmic")
        stats = _until(sensor, lambda stats: stats.counters["silences"] > 0)
        assert stats.state == "streaming"
        assert "only zeros come" in sensor._driver.describe()


def test_a_muted_microphone_is_in_trouble_until_sound_comes(pulse: PulseRig, tone: Path) -> None:
    pulse.play(tone, "vmic")
    with open_sensor("mic:default", options=QUICK) as sensor:
        _hear(sensor, 0.3)
        assert sensor.stats().trouble == ""
        pulse.mute("vmic.monitor", True)
        stats = _until(sensor, lambda stats: stats.trouble != "")
        assert stats.state == "streaming"
        assert stats.trouble.startswith("mic:default: only zeros come: muted")
        pulse.mute("vmic.monitor", False)
        _until(sensor, lambda stats: stats.trouble == "")


def test_a_frozen_server_is_noticed_and_stops_nobody(
    pulse: PulseRig, tone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mic_portaudio, "CALL_S", 1.5)
    pulse.play(tone, "vmic")
    before = threading.active_count()
    with open_sensor("mic:default", options=QUICK) as sensor:
        _hear(sensor, 0.3)
        pulse.freeze()
        stats = _until(sensor, lambda stats: stats.state == "reconnecting")
        assert "nothing came from default for 0.5 s" in stats.detail
        stats = _until(sensor, lambda stats: "sound server" in stats.detail and "restart it" in stats.detail)
        pulse.thaw()
        sensor.drain()
        _hear(sensor, 0.3)
        pulse.freeze()
    assert sensor.stats().state == "closed"
    pulse.thaw()
    _wait_for(lambda: threading.active_count() <= before)
    _wait_for(lambda: pulse.listeners() == 0)


def test_a_program_can_end_while_the_server_is_frozen(pulse: PulseRig) -> None:
    program = (
        "from anymal.sensors import mic_portaudio, open_sensor\n"
        "mic_portaudio.CALL_S = 1.0\n"
        "with open_sensor('mic:default') as sensor:\n"
        "    sensor.read(20)\n"
        "    print('open', flush=True)\n"
        "    input()\n"
        "print('closed', sensor.stats().state)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "open\n"
            pulse.freeze()
            said, _ = process.communicate("\n", timeout=PATIENCE_S)
        finally:
            process.kill()
    assert (said, process.returncode) == ("closed closed\n", 0)


def test_an_open_microphone_survives_the_others(
    pulse: PulseRig, tone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[bool] = []
    look = mic_portaudio._look_again
    monkeypatch.setattr(mic_portaudio, "_look_again", lambda sound: (looks.append(True), look(sound)))
    pulse.play(tone, "vmic")
    with open_sensor("mic:pulse") as first:
        assert looks == [True]
        _hear(first, 0.3)
        for _ in range(3):
            with pytest.raises(SensorError, match="no such microphone"):
                open_sensor("mic:nosuch")
            with open_sensor("mic:default") as second:
                _hear(second, 0.3)
        assert looks == [True]
        stats = first.stats()
        assert (stats.state, stats.gaps, stats.reconnects) == ("streaming", 0, 0)
        assert stats.rate_hz > 0
    with open_sensor("mic:pulse"):
        assert looks == [True, True]


def test_two_microphones_survive_a_killed_server(pulse: PulseRig, tone: Path) -> None:
    pulse.play(tone, "vmic")
    with (
        open_sensor("mic:pulse", options=QUICK) as first,
        open_sensor("mic:default", options=QUICK) as second,
    ):
        for sensor in (first, second):
            _hear(sensor, 0.2)
        pulse.kill()
        for sensor in (first, second):
            _until(sensor, lambda stats: stats.state == "reconnecting")
            sensor.drain()
        pulse.start("vmic")
        pulse.play(tone, "vmic")
        for sensor in (first, second):
            _hear(sensor, 0.2)


def test_what_cannot_be_opened_is_explained(pulse: PulseRig) -> None:
    with pytest.raises(
        SensorError, match=r"mic:nosuch: no such microphone; found mic:\d+ pulse; mic:\d+ def"
    ):
        open_sensor("mic:nosuch")
    with pytest.raises(SensorError, match=r"mic:77: no such microphone; found mic:"):
        open_sensor("mic:77")
    with pytest.raises(SensorError, match=r"2 microphones match.*found mic:0 pulse; mic:1 default"):
        open_sensor("mic:u")
    with pytest.raises(SensorError, match=r"channel 40 wanted, pulse has 32"):
        open_sensor("mic:pulse?channel=40")
    pulse.kill()
    with pytest.raises(SensorError, match=r"there is no microphone.*start the sound server"):
        open_sensor("mic:default")


def test_closing_leaves_nothing_and_stderr_is_ours(
    pulse: PulseRig, tone: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pulse.play(tone, "vmic")
    with open_sensor("mic:default"):  # what the libraries keep for ever is loaded now
        pass
    threads, handles = threading.active_count(), _handles()
    for _ in range(3):
        sensor = open_sensor("mic:default")
        _hear(sensor, 0.1)
        sensor.close()
        sensor.close()
        with pytest.raises(SensorError):
            open_sensor("mic:nosuch")
    assert threading.active_count() <= threads
    assert _handles() <= handles
    _wait_for(lambda: pulse.listeners() == 0)
    os.write(2, b"still here\n")
    assert capfd.readouterr().err == "still here\n"


def _wait_for(wanted: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not wanted():
        assert time.monotonic() < deadline
        time.sleep(0.01)
