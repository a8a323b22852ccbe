"""`anymal devices`: what is there becomes an address that opens it, what is missing gets its cure."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anymal.errors import ConfigError, SensorError
from anymal.runtime import cli_devices
from anymal.samples import AudioChunk, Captured, Frame, ImuChunk, Sample
from anymal.sensors import discover as discovery
from anymal.sensors.address import parse_address
from anymal.sensors.camera_v4l2 import CameraNode
from anymal.sensors.discover import Device, discover
from anymal.sensors.mic_input import choose
from anymal.sensors.mic_portaudio import InputDevice
from anymal.sensors.probe import sample_of, summarise
from anymal.sensors.serial_port import PortInfo
from tests.pulse_rig import PulseRig, require_pulse, write_tone


def _inputs(*names: str, default: int = 0) -> list[InputDevice]:
    return [InputDevice(i, name, "ALSA", 2, 44_100, i == default) for i, name in enumerate(names)]


def _with_inputs(monkeypatch: pytest.MonkeyPatch, inputs: list[InputDevice]) -> None:
    monkeypatch.setattr(discovery, "call", lambda work, doing: inputs)


def _refuse(reason: str) -> Callable[..., object]:
    def raiser(*_: object) -> object:
        raise SensorError(reason)

    return raiser


def test_cameras(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nodes = [tmp_path / f"video{i}" for i in range(5)]
    for node in nodes[:-1]:
        node.touch()
    links = tmp_path / "by-id"
    links.mkdir()
    (links / "usb-HD-video-index0").symlink_to(nodes[0])

    def query(path: Path) -> CameraNode | None:
        if path == nodes[1]:  # a USB camera's metadata
            return None
        if path == nodes[2]:
            raise PermissionError(13, "Permission denied")
        card = "vi-output, imx219 9-0010" if path == nodes[3] else "HD camera"
        return CameraNode(path, card, {"mjpeg": ("640x480", "1280x720"), "yuyv422": ("640x480",)})

    monkeypatch.setattr(discovery, "camera_nodes", lambda: nodes[:-1])
    monkeypatch.setattr(discovery, "query_camera", query)
    monkeypatch.setattr(discovery, "CAMERA_LINKS", links)
    camera, denied, csi = discover(["camera"])
    assert camera == Device(
        "camera",
        f"camera:{links}/usb-HD-video-index0",
        "HD camera",
        "mjpeg 640x480 1280x720; yuyv422 640x480",
    )
    assert camera.is_usable
    assert denied.uri == f"camera:{nodes[2]}"
    assert "usermod -aG video" in denied.problem
    assert csi.uri == "gst:nvarguscamerasrc?sensor_id=0"
    assert not denied.is_usable


def test_microphones(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("USB mic: Audio (hw:1,0)", "USB mic: Audio (hw:2,0)", "Headset: Mono (hw:3,0)", "pulse", "pulse")
    _with_inputs(monkeypatch, _inputs(*names, default=3))
    found = discover(["microphone"])
    assert [device.uri for device in found] == [
        "mic:default",
        "mic:USB mic: Audio (hw:1,0)",
        "mic:USB mic: Audio (hw:2,0)",
        "mic:Headset: Mono",
        "mic:4",
    ]
    assert found[3] == Device(
        "microphone", "mic:Headset: Mono", "Headset: Mono (hw:3,0)", "ALSA, 2 channels, 44100 Hz"
    )


@settings(max_examples=200, deadline=None)
@given(
    names=st.lists(
        st.text(st.sampled_from("aB ?%#&=,:(hw1)ß"), max_size=8) | st.sampled_from(["default", "U (hw:1,0)"]),
        min_size=1, max_size=6,
    ),
    default=st.integers(-1, 5),
)  # fmt: skip
def test_every_listed_microphone_is_the_one_its_address_opens(names: list[str], default: int) -> None:
    inputs = _inputs(*names, default=default)
    with pytest.MonkeyPatch.context() as patch:
        _with_inputs(patch, inputs)
        found = discover(["microphone"])
    opened = [choose(inputs, parse_address(device.uri).target, device.uri) for device in found]
    assert {device.index for device in opened} == set(range(len(inputs)))
    assert [device.name for device in opened] == [device.name for device in found]


def test_serial_adapters(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    port = tmp_path / "ttyUSB0"
    port.touch()
    ports = [PortInfo(str(port), "/dev/serial/by-id/usb-FTDI", "FT232R"), PortInfo("/gone", None, "CP2102")]
    monkeypatch.setattr(discovery, "serial_ports", lambda: ports)
    monkeypatch.setattr(discovery, "BOARD_PORTS", ())
    assert discover(["imu"])[0] == Device("imu", "imu:/dev/serial/by-id/usb-FTDI", "FT232R", "USB serial")
    assert discover(["imu"])[1].uri == "imu:/gone"
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    denied = discover(["imu"])[0]
    assert f"{port}: no permission, it belongs to the group" in denied.problem
    assert "sudo usermod -aG" in denied.problem


def test_missing_libraries_are_listed_and_stop_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "camera_nodes", list)
    monkeypatch.setattr(discovery, "serial_ports", _refuse("pyserial is not installed: pip install it"))
    monkeypatch.setattr(discovery, "call", _refuse("no PortAudio: apt install it"))
    microphone, serial = discover()
    assert (microphone.uri, microphone.problem) == ("", "no PortAudio: apt install it")
    assert (serial.uri, serial.problem) == ("", "pyserial is not installed: pip install it")
    assert not microphone.is_usable


def _captured(samples: list[Sample]) -> list[Captured]:
    return [Captured(sample, 0) for sample in samples]


def test_samples_are_summarised() -> None:
    frames: list[Sample] = [Frame(i * 40_000_000, np.full((48, 64, 3), 7, np.uint8)) for i in range(11)]
    assert summarise(_captured(frames)) == "64x48, 25.0 frames/s, brightness 7 of 255"
    assert summarise(_captured(frames[:1])) == "64x48, ? frames/s, brightness 7 of 255"
    tone = (0.5 * np.sin(np.arange(1600) * 2 * np.pi / 16)).astype(np.float32)
    assert summarise(_captured([AudioChunk(0, tone, 16_000)])) == "16000 Hz, level -9 dBFS, peak -6 dBFS"
    assert "clipping" in summarise(_captured([AudioChunk(0, tone * 2, 16_000)]))
    assert "only zeros" in summarise(_captured([AudioChunk(0, tone * 0, 16_000)]))
    still = ImuChunk(
        np.arange(5) * 10_000_000, np.full((5, 3), 5.66, np.float32), np.zeros((5, 3), np.float32)
    )
    assert summarise(_captured([still])) == "100.0 rows/s, |a| 9.80 m/s2, turning 0.00 rad/s"


@pytest.mark.parametrize(
    ("uri", "found"),
    [("synthetic:image", " frames/s, brightness "), ("synthetic:audio", " Hz, level -"),
     ("synthetic:imu", " rows/s, |a| 9.")],
)  # fmt: skip
def test_a_sensor_is_probed(uri: str, found: str) -> None:
    assert found in sample_of(uri, 0.3)
    with pytest.raises(SensorError):
        sample_of("camera:/dev/nosuch")


GOOD = Device("camera", "camera:/dev/video0", "HD", "mjpeg 640x480")
BOARD = Device("imu", "imu:/dev/ttyTHS1", "ttyTHS1", "board", quiet=True)
LOST = Device("microphone", "", "sound", problem="no PortAudio: apt install libportaudio2")


def _connect(monkeypatch: pytest.MonkeyPatch, *devices: Device) -> list[str]:
    probed: list[str] = []

    def sample(uri: str, seconds: float) -> str:
        probed.append(uri)
        if "busy" in uri:
            raise SensorError(f"{uri}: in use. Close the other program.")
        return "640x480, 30.0 frames/s"

    monkeypatch.setattr(cli_devices, "discover", lambda kinds: [d for d in devices if d.kind in kinds])
    monkeypatch.setattr(cli_devices, "sample_of", sample)
    return probed


def test_the_command_shows_address_offer_sample_and_problem(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    probed = _connect(monkeypatch, GOOD, LOST, BOARD)
    assert cli_devices.run([]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "cameras",
        "  camera:/dev/video0  HD",
        "      offers  mjpeg 640x480",
        "      sample  640x480, 30.0 frames/s",
        "microphones",
        "  sound",
        "      problem no PortAudio: apt install libportaudio2",
        "motion sensors",
        "  imu:/dev/ttyTHS1  ttyTHS1",
        "      offers  board",
    ]
    assert probed == ["camera:/dev/video0"]  # the board's port may be its console
    assert cli_devices.run(["--no-probe", "--kind", "camera"]) == 0
    assert probed == ["camera:/dev/video0"]
    assert "sample" not in capsys.readouterr().out


def test_the_command_speaks_json_and_tells_when_nothing_works(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    busy = Device("camera", "camera:/dev/busy", "HD")
    _connect(monkeypatch, busy, LOST)
    assert cli_devices.run(["--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["usable"] is False
    assert [row["kind"] for row in answer["devices"]] == ["camera", "microphone"]
    assert answer["devices"][0]["problem"] == "camera:/dev/busy: in use. Close the other program."
    assert answer["devices"][1]["uri"] == ""
    _connect(monkeypatch)
    assert cli_devices.run([]) == 1
    assert capsys.readouterr().out.count("none: ") == 3
    with pytest.raises(ConfigError, match="--seconds 0"):
        cli_devices.run(["--seconds", "0"])


def test_a_real_microphone_is_listed_with_its_level(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    require_pulse()
    rig = PulseRig(tmp_path)
    for name, value in rig.environment.items():
        monkeypatch.setenv(name, value)
    rig.start("vmic")
    try:
        rig.play(write_tone(tmp_path / "tone.wav", 440.0, 0.4, 60.0), "vmic")
        assert cli_devices.run(["--kind", "microphone", "--json"]) == 0
        answer = json.loads(capsys.readouterr().out)
    finally:
        rig.kill()
    assert [row["uri"] for row in answer["devices"]] == ["mic:default", "mic:pulse"]
    for row in answer["devices"]:
        assert row["sample"].startswith("16000 Hz, level -"), row
        assert row["problem"] == ""
