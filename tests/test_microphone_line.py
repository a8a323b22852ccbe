"""Microphones without a sound server: sample arithmetic, gaps, and what a scripted PortAudio refuses."""

import contextlib
import os
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from anymal.clock import ManualClock
from anymal.errors import ConfigError, SensorError
from anymal.samples import NS_PER_S, AudioChunk, Captured
from anymal.sensors import mic_input, mic_portaudio, open_driver
from anymal.sensors.mic_input import MOST_BLOCKS, Block
from anymal.sensors.mic_line import MicOptions, SoundLine
from anymal.sensors.microphone import MicrophoneDriver

RATE_HZ, FRAMES = 48_000, 960
MS = 1_000_000


def _noise(frames: int, channels: int = 1, seed: int = 0) -> NDArray[np.int16]:
    return np.random.default_rng(seed).integers(-9_000, 9_000, (frames, channels)).astype(np.int16)


def _line(options: MicOptions = MicOptions(), rate_hz: int = RATE_HZ, channels: int = 1) -> SoundLine:  # noqa: B008 - frozen
    line = SoundLine(options)
    line.begin(rate_hz, channels)
    return line


def _blocks(count: int, arrival_ns: Callable[[int], int], first: int = 0) -> list[Block]:
    """Blocks of 20 ms; number i ends at (i + 1) * 20 ms of the device's time."""
    pcm = _noise(FRAMES).tobytes()
    return [Block(first + i * FRAMES, pcm, arrival_ns(i), False) for i in range(count)]


def _sound(captured: Captured) -> AudioChunk:
    assert isinstance(captured.sample, AudioChunk)
    return captured.sample


def _device_ns(captured: Captured) -> int:
    assert captured.device_ns is not None
    return int(captured.device_ns[0])


@settings(max_examples=25, deadline=None)
@given(
    rate_hz=st.sampled_from([8_000, 16_000, 22_050, 44_100, 48_000]),
    channels=st.integers(1, 3),
    cuts=st.lists(st.integers(1, 3_000), min_size=1, max_size=12),
)
def test_any_cut_gives_the_sound_that_the_whole_gives(rate_hz: int, channels: int, cuts: list[int]) -> None:
    pcm = _noise(sum(cuts), channels)
    line, at, chunks = _line(rate_hz=rate_hz, channels=channels), 0, []
    for cut in cuts:
        chunks += line.feed(Block(at, pcm[at : at + cut].tobytes(), (at + cut) * NS_PER_S // rate_hz, False))
        at += cut
    chunks += line.feed(Block(at, b"", at * NS_PER_S // rate_hz, True))  # a gap flushes the filter
    mono = pcm.mean(axis=1, dtype=np.float32) / np.float32(2**15)
    whole = soxr.resample(mono, rate_hz, 16_000, quality="HQ") if rate_hz != 16_000 else mono
    sound = np.concatenate([_sound(c).samples for c in chunks]) if chunks else np.zeros(0, np.float32)
    assert abs(len(sound) - len(whole)) <= 1
    common = min(len(sound), len(whole))
    np.testing.assert_allclose(sound[:common], whole[:common], atol=1e-5)
    assert all(len(_sound(c).samples) == 320 for c in chunks[:-1])


def test_stamps_shed_jitter_and_never_pass_arrival() -> None:
    delays = np.random.default_rng(1).exponential(4 * MS, 2_000).astype(int)
    line = _line(MicOptions(latency_ms=7.0))
    chunks = [c for b in _blocks(2_000, lambda i: (i + 1) * 20 * MS + int(delays[i])) for c in line.feed(b)]
    times = np.array([_sound(c).t_ns for c in chunks])
    errors_ms = (times - np.array([_device_ns(c) for c in chunks])) / MS + 7.0
    assert np.all(np.diff(times) > 0)
    assert all(_sound(c).t_ns + 20 * MS <= c.arrival_ns for c in chunks)
    assert np.abs(errors_ms[200:]).max() < 1.0
    fit = line.clock_fit()
    assert fit is not None
    assert abs(fit.skew_ppm) < 50
    assert fit.resets == 0


def test_a_burst_at_the_start_does_not_bend_the_clock() -> None:
    # The first callback comes after 0.7 s with everything until then at once, 30 ms late for a while.
    def arrival_ns(i: int) -> int:
        end_ms = (i + 1) * 20
        return MS * (max(end_ms, 700) + (30 if end_ms < 900 else 0)) + i

    line = _line()
    chunks = [c for b in _blocks(1_000, arrival_ns) for c in line.feed(b)]
    errors_ms = np.array([_sound(c).t_ns - _device_ns(c) for c in chunks]) / MS
    assert np.all(np.diff([_sound(c).t_ns for c in chunks]) > 0)
    assert np.abs(errors_ms[100:]).max() < 1.0
    fit = line.clock_fit()
    assert fit is not None
    assert abs(fit.skew_ppm) < 1.0


def test_an_overflow_anchors_the_clock_anew() -> None:
    line, lost_ms = _line(), 700
    before = [c for b in _blocks(200, lambda i: (i + 1) * 20 * MS) for c in line.feed(b)]
    late = _blocks(200, lambda i: (200 + i + 1) * 20 * MS + lost_ms * MS, first=200 * FRAMES)
    late[0] = late[0]._replace(overflow=True)
    after = [c for b in late for c in line.feed(b)]
    rest = [c for c in after if _device_ns(c) < 4 * NS_PER_S]
    new = after[len(rest) :]
    assert sum(len(_sound(c).samples) for c in before + rest) == 4 * 16_000
    assert _device_ns(new[0]) == 4 * NS_PER_S
    assert {_sound(c).t_ns - _device_ns(c) for c in before + rest} == {0}
    assert {_sound(c).t_ns - _device_ns(c) for c in new} == {lost_ms * MS}
    counts = line.counters()
    assert (counts["gaps"], counts["overflows"], counts["dropped"]) == (1, 1, 0)
    fit = line.clock_fit()
    assert fit is not None
    assert fit.resets == 1


def test_sound_lost_without_a_word_is_noticed() -> None:
    # A sound server sets no flag: the count falls behind, and after a second that is beyond doubt.
    line, lost_ms = _line(), 300
    blocks = _blocks(300, lambda i: ((i + 1) * 20 + (lost_ms if i >= 200 else 0)) * MS)
    chunks = [c for b in blocks for c in line.feed(b)]
    assert _sound(chunks[-1]).t_ns - _device_ns(chunks[-1]) == lost_ms * MS
    assert line.counters()["gaps"] == 1
    assert np.all(np.diff([_sound(c).t_ns for c in chunks]) > 0)


def test_blocks_that_we_dropped_are_counted_and_leave_the_clock_alone() -> None:
    blocks = _blocks(300, lambda i: (i + 1) * 20 * MS)
    line = _line()
    chunks = [c for b in blocks[:100] + blocks[150:] for c in line.feed(b)]
    assert {_sound(c).t_ns - _device_ns(c) for c in chunks} == {0}
    steps = np.diff([_device_ns(c) for c in chunks])
    assert sorted(steps)[-1] == NS_PER_S + 20 * MS
    counts = line.counters()
    assert (counts["gaps"], counts["overflows"], counts["dropped"]) == (1, 0, 16_000)


def test_silence_is_digital_and_lasts_two_seconds() -> None:
    line = _line()
    silent = bytes(2 * FRAMES)

    def feed(first: int, pcm: bytes) -> bool:
        line.feed(Block(first * FRAMES, pcm, (first + 1) * 20 * MS, False))
        return line.is_silent

    assert [feed(i, silent) for i in range(102)] == [False] * 99 + [True] * 3
    quiet = np.zeros(FRAMES, np.int16)
    quiet[5] = 1
    assert not feed(102, quiet.tobytes())
    assert [feed(103 + i, silent) for i in range(100)][-2:] == [False, True]
    assert line.counters()["silences"] == 2


def test_channels_gain_and_clipping() -> None:
    pcm = np.tile(np.array([[8192, -32768]], np.int16), (FRAMES, 1))

    def sound(options: MicOptions) -> tuple[float, int]:
        line = _line(options, RATE_HZ, 2)
        (captured,) = line.feed(Block(0, pcm.tobytes(), NS_PER_S, False))
        return float(_sound(captured).samples[100]), line.counters()["clipped"]

    assert sound(MicOptions(RATE_HZ)) == (-0.375, 0)
    assert sound(MicOptions(RATE_HZ, channel=1)) == (0.25, 0)
    assert sound(MicOptions(RATE_HZ, channel=2)) == (-1.0, FRAMES)
    assert sound(MicOptions(RATE_HZ, channel=1, gain_db=20.0)) == (1.0, FRAMES)


@pytest.mark.parametrize(
    ("uri", "found"),
    [("mic:default?rate=100", "rate='100' is not a whole number from 8000"),
     ("mic:default?channel=0", "channel='0'"), ("mic:default?gain_db=loud", "gain_db='loud'"),
     ("mic:default?device_rate=1", "device_rate='1'"), ("mic:default?volume=2", "unknown option 'volume'")],
)  # fmt: skip
def test_options_are_checked(uri: str, found: str) -> None:
    with pytest.raises(ConfigError, match=found):
        open_driver(uri)


class ScriptedStream:
    """What `RawInputStream` looks like from here; the test calls the callbacks."""

    closed = False  # as the real one says, also when it could not be opened

    def __init__(self, sound: "ScriptedSound", **given: Any) -> None:
        sound.asked.append((given["samplerate"], given["channels"]))
        sound.kept.append(self)
        refusal = sound.refuse(given["samplerate"], given["channels"])
        if refusal is not None:
            raise refusal
        self.samplerate, self.channels = float(given["samplerate"]), given["channels"]
        self.on_block, self.on_end = given["callback"], given["finished_callback"]
        self.latency = 0.02
        sound.streams.append(self)

    def start(self) -> None:
        pass

    def abort(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True

    def send(self, pcm: NDArray[np.int16], overflow: bool = False) -> None:
        self.on_block(pcm.tobytes(), len(pcm), None, SimpleNamespace(input_overflow=overflow))


class PortAudioError(Exception):
    pass


class ScriptedSound:
    """A stand-in for the sounddevice module with one hardware microphone."""

    PortAudioError = PortAudioError
    _StreamBase = ScriptedStream
    _initialized = 1

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []
        self.streams: list[ScriptedStream] = []
        self.kept: list[ScriptedStream] = []  # as an exception's traceback may keep one
        self.looks = 0
        self.refuse: Callable[[int, int], Exception | None] = lambda rate_hz, channels: None
        self.default = SimpleNamespace(device=[1, -1])
        self._lib = SimpleNamespace(Pa_Terminate=lambda: 0, Pa_Initialize=self._look)
        self._check = lambda code, text: code

    def _look(self) -> int:
        self.looks += 1
        return 0

    def query_hostapis(self) -> list[dict[str, Any]]:
        return [{"name": "ALSA"}]

    def query_devices(self) -> list[dict[str, Any]]:
        return [
            {"name": name, "hostapi": 0, "max_input_channels": channels, "default_samplerate": 32_000.0}
            for name, channels in (("HDMI", 0), ("USB mic: Audio (hw:1,0)", 6))
        ]

    def RawInputStream(self, **given: Any) -> ScriptedStream:
        return ScriptedStream(self, **given)


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> ScriptedSound:
    sound = ScriptedSound()
    monkeypatch.setitem(sys.modules, "sounddevice", sound)  # type: ignore[arg-type]
    return sound


def _driver(uri: str = "mic:default") -> tuple[MicrophoneDriver, ManualClock]:
    clock = ManualClock(5 * NS_PER_S)
    driver = open_driver(uri, clock)
    assert isinstance(driver, MicrophoneDriver)
    return driver, clock


def test_a_device_is_opened_at_a_rate_and_channels_it_takes(scripted: ScriptedSound) -> None:
    def refuse(rate_hz: int, channels: int) -> Exception | None:
        if rate_hz != 32_000:
            return PortAudioError("Invalid sample rate", -9997)
        return None if channels == 6 else PortAudioError("Invalid number of channels", -9998)

    scripted.refuse = refuse
    driver, _ = _driver("mic:usb mic")
    driver.open()
    assert driver.describe() == "USB mic: Audio (hw:1,0): 32000 Hz, 6 channels, to 16000 Hz mono"
    assert scripted.asked[0] == (48_000, 2)
    driver.close()
    assert all(stream.closed for stream in scripted.streams)
    scripted.refuse = lambda rate_hz, channels: PortAudioError("Invalid sample rate", -9997)
    with pytest.raises(SensorError, match="takes none of 44100 Hz x 2, 44100 Hz x 6, 44100 Hz x 1"):
        _driver("mic:1?device_rate=44100")[0].open()


def test_a_busy_device_is_explained(scripted: ScriptedSound) -> None:
    busy = (0, -16, "Device or resource busy")
    scripted.refuse = lambda rate_hz, channels: PortAudioError("Unanticipated host error", -9999, busy)
    with pytest.raises(SensorError, match=r"USB mic.*resource busy .*another program uses it.*mic:default"):
        _driver()[0].open()
    assert len(scripted.asked) == 1


def test_devices_are_looked_for_again_unless_a_stream_is_open(scripted: ScriptedSound) -> None:
    first, second = _driver()[0], _driver()[0]
    first.open()
    assert scripted.looks == 1
    second.open()
    second.close()
    assert scripted.looks == 1
    first.close()
    scripted.refuse = lambda rate_hz, channels: PortAudioError("Device unavailable", -9985)
    for looks in (2, 3):  # a stream that failed to open holds nothing up
        with pytest.raises(SensorError, match="Device unavailable"):
            first.open()
        assert scripted.looks == looks


def test_overflow_and_a_slow_reader(scripted: ScriptedSound) -> None:
    driver, clock = _driver()
    driver.open()
    stream = scripted.streams[0]
    pcm = _noise(FRAMES, 2)

    def send(count: int, overflow: bool = False) -> None:
        for _ in range(count):
            clock.advance(20 * MS)
            stream.send(pcm, overflow)

    send(10)
    assert driver.poll(1.0)
    send(1, overflow=True)
    driver.poll(1.0)
    assert (driver.counters()["gaps"], driver.counters()["overflows"]) == (1, 1)
    send(MOST_BLOCKS)
    send(25, overflow=True)  # nobody takes these: they are lost, but not the news
    assert len(driver.poll(1.0)) == pytest.approx(MOST_BLOCKS, abs=2)
    send(1)
    driver.poll(1.0)
    assert driver.counters() == {"gaps": 2, "overflows": 2, "dropped": 25 * 320, "silences": 0, "clipped": 0}
    driver.close()


def test_what_was_heard_before_the_end_is_not_lost(scripted: ScriptedSound) -> None:
    driver, clock = _driver("mic:default?rate=48000")
    driver.open()
    clock.advance(20 * MS)
    scripted.streams[0].send(_noise(FRAMES, 2))
    scripted.streams[0].on_end()
    assert len(driver.poll(1.0)) == 1
    with pytest.raises(SensorError, match=r"USB mic: Audio \(hw:1,0\) stopped: unplugged"):
        driver.poll(1.0)
    driver.close()
    with pytest.raises(SensorError, match="not open"):
        driver.poll(0.0)
    driver.open()  # and it can be opened again
    clock.advance(20 * MS)
    scripted.streams[1].send(_noise(FRAMES, 2))
    assert len(driver.poll(1.0)) == 1
    driver.close()


def test_a_stream_that_falls_silent_is_gone(scripted: ScriptedSound, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, _ = _driver()
    driver.open()
    assert driver.poll(0.01) == []  # before the first block there is more patience
    scripted.streams[0].send(_noise(FRAMES, 2))
    driver.poll(1.0)
    monkeypatch.setattr(mic_input, "QUIET_S", 0.015)
    assert driver.poll(0.01) == []
    with pytest.raises(SensorError, match=r"nothing came from USB mic: Audio \(hw:1,0\) for 0.015 s"):
        driver.poll(0.01)
    driver.close()


def test_an_open_that_hangs_is_left_behind_and_undone(
    scripted: ScriptedSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mic_portaudio, "CALL_S", 0.05)
    thawed, closed = threading.Event(), threading.Event()
    monkeypatch.setattr(ScriptedStream, "start", lambda self: thawed.wait())
    monkeypatch.setattr(ScriptedStream, "close", lambda self: closed.set())
    with pytest.raises(SensorError, match=r"no answer from the sound server within 0.05 s; restart it"):
        _driver()[0].open()
    with pytest.raises(SensorError, match=r"PortAudio still waits for the sound server"):
        _driver()[0].open()
    thawed.set()
    assert closed.wait(10)
    assert mic_portaudio._busy.acquire(timeout=10)
    mic_portaudio._busy.release()


def _handles_of_stderr() -> list[str]:
    """What the capture of stderr opens; threads of other tests may open or close anything else meanwhile."""
    ours = {str(Path("/proc/self/fd/2").readlink()), "/memfd:stderr (deleted)"}
    found = []
    for entry in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):
            if str(entry.readlink()) in ours:
                found.append(entry.name)
    return sorted(found)


def test_a_missing_temporary_folder_keeps_no_microphone_shut(
    scripted: ScriptedSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/no/such/folder")
    handles = _handles_of_stderr()
    for memory in (True, False):  # a system that keeps files without a name in memory, and one that does not
        if not memory:
            monkeypatch.delattr(os, "memfd_create")
        driver, _ = _driver()
        driver.open()
        driver.close()
    assert _handles_of_stderr() == handles
    assert not mic_portaudio._busy.locked()


@pytest.mark.parametrize("memory", [True, False])
def test_what_a_library_prints_is_caught_in_memory_and_in_a_file(
    memory: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    if not memory:
        monkeypatch.delattr(os, "memfd_create")
    with mic_portaudio._captured_stderr() as noise:
        os.write(2, b"ALSA lib pcm.c:1:(snd_pcm_open) Unknown PCM\nsomebody else's line\n")
    assert noise == ["Unknown PCM"]
    assert capfd.readouterr().err == "somebody else's line\n"


def test_a_call_that_never_begins_lets_the_next_one_in(
    scripted: ScriptedSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_thread(_: object) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", no_thread)
        with pytest.raises(RuntimeError, match="new thread"):
            _driver()[0].open()
    driver, _ = _driver()
    driver.open()
    driver.close()


def test_without_sounddevice_or_portaudio(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)  # type: ignore[arg-type]
    with pytest.raises(SensorError, match=r"Python package sounddevice: .*pip install 'anymal-edge\[mic\]'"):
        _driver()[0].open()
    (tmp_path / "sounddevice.py").write_text("raise OSError('PortAudio library not found')")
    monkeypatch.delitem(sys.modules, "sounddevice")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(SensorError, match=r"PortAudio library not found.*apt install libportaudio2"):
        _driver()[0].open()
