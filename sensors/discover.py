"""What is connected: cameras, microphones and serial adapters, as addresses that can be opened.

Knows where Linux lists devices and who may use them; refuses to start any (`sensors.probe` does).
What cannot be used is listed too, with the reason and the cure.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from anymal.errors import SensorError
from anymal.sensors.camera_v4l2 import camera_error, camera_nodes, query_camera
from anymal.sensors.mic_portaudio import InputDevice, call, fresh_inputs
from anymal.sensors.serial_port import serial_ports

__all__ = ["KINDS", "Device", "DeviceKind", "discover"]

DeviceKind = Literal["camera", "microphone", "imu"]
CAMERA_LINKS = Path("/dev/v4l/by-id")
# Serial ports soldered to a board (Jetson, Raspberry Pi): no name, and one may be the console.
BOARD_PORTS = ("ttyTHS*", "ttyAMA*")
# CSI sensors give unprocessed Bayer pictures as V4L2; Jetson and Raspberry Pi process them through
# GStreamer (from their documentation, not tried on either).
CSI_CARDS = {
    "vi-output": "gst:nvarguscamerasrc?sensor_id={number}",
    "unicam": "gst:libcamerasrc",
    "rp1-cfe": "gst:libcamerasrc",
}


@dataclass(frozen=True)
class Device:
    """One thing found, or one reason why nothing of a kind could be looked for (then `uri` is empty).

    `uri` is ready for `open_sensor`; `offers` is what it says it can do; `problem` why it cannot be
    used as it is, and the cure. `quiet` marks what should not be opened without being asked to.
    """

    kind: DeviceKind
    uri: str
    name: str
    offers: str = ""
    problem: str = ""
    quiet: bool = False

    @property
    def is_usable(self) -> bool:
        """Whether it can be opened, as far as one can tell from outside."""
        return bool(self.uri) and not self.problem


def discover(kinds: Iterable[DeviceKind] | None = None) -> list[Device]:
    """Look for devices of these kinds (default: all); starts none, changes nothing, never fails."""
    found: list[Device] = []
    for kind in KINDS if kinds is None else kinds:
        found += KINDS[kind]()
    return found


def _cameras() -> list[Device]:
    links = _links(CAMERA_LINKS)
    found: list[Device] = []
    for path in camera_nodes():
        uri = f"camera:{links.get(path.resolve(), path)}"
        try:
            node = query_camera(path)
        except OSError as error:
            found.append(
                Device("camera", uri, path.name, problem=str(camera_error(path, error, "to look at it")))
            )
            continue
        if node is None:  # metadata of a camera, a codec, or an output
            continue
        for card, csi_uri in CSI_CARDS.items():
            if card in node.card:
                uri = csi_uri.format(number=len([seen for seen in found if seen.uri.startswith("gst:")]))
        if all(uri != seen.uri for seen in found):  # a Raspberry Pi has several nodes for one sensor
            found.append(Device("camera", uri, node.card, node.summary()))
    return found


def _microphones() -> list[Device]:
    try:
        inputs = call(fresh_inputs, "listing microphones")
    except SensorError as error:
        return [Device("microphone", "", "sound", problem=str(error))]
    found: list[Device] = []
    for device in sorted(inputs, key=lambda device: not device.is_default):
        target = "default" if device.is_default else _shortest_name(device, inputs)
        offers = f"{device.host}, {device.channels} channels, {device.rate_hz} Hz"
        found.append(Device("microphone", f"mic:{target}", device.name, offers))
    if not found and (denied := _denied(Path("/dev/snd").glob("pcm*c"))):
        return [Device("microphone", "", "sound card", problem=denied)]
    return found


def _shortest_name(device: InputDevice, inputs: list[InputDevice]) -> str:
    """Its name, where that is enough without ALSA's card number, which replugging changes; else its index."""
    names = [other.name.casefold() for other in inputs]
    stem = device.name.partition(" (hw:")[0].strip()
    if sum(stem.casefold() in name for name in names) == 1:
        name = stem
    elif names.count(device.name.casefold()) == 1:
        name = device.name
    else:
        return str(device.index)
    if not name or name.isdecimal() or name == "default" or name != name.strip():
        return str(device.index)
    return name.replace("%", "%25").replace("?", "%3F")


def _serial() -> list[Device]:
    try:
        ports = serial_ports()
    except SensorError as error:
        return [Device("imu", "", "serial adapters", problem=str(error))]
    found = [
        Device("imu", f"imu:{port.path}", port.description, "USB serial", _denied([Path(port.device)]))
        for port in ports
    ]
    for pattern in BOARD_PORTS:
        for path in sorted(Path("/dev").glob(pattern)):
            offers = "serial port of the board; may be its console"
            found.append(Device("imu", f"imu:{path}", path.name, offers, _denied([path]), quiet=True))
    return found


def _denied(paths: Iterable[Path]) -> str:
    """Say what to do when none of the devices may be read and written, else nothing."""
    import grp  # Unix only

    refused = ""
    for path in paths:
        if os.access(path, os.R_OK | os.W_OK):
            return ""
        try:
            group = grp.getgrgid(path.stat().st_gid).gr_name
        except (OSError, KeyError):
            continue
        cure = f"`sudo usermod -aG {group} $USER`, then log in again"
        refused = f"{path}: no permission, it belongs to the group {group}: {cure}"
    return refused


def _links(folder: Path) -> dict[Path, Path]:
    """Names that survive replugging, by the device they lead to."""
    try:
        return {link.resolve(): link for link in sorted(folder.iterdir(), reverse=True)}
    except OSError:
        return {}


KINDS: dict[DeviceKind, Callable[[], list[Device]]] = {
    "camera": _cameras,
    "microphone": _microphones,
    "imu": _serial,
}
