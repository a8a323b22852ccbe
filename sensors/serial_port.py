"""Serial ports: finding the one meant, opening it for us alone, and reading without delay.

Knows pyserial and what its errors mean to a user; refuses to know protocols. Ports are best named
by /dev/serial/by-id, which stays the same when they are plugged in elsewhere.
"""

import contextlib
import errno
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anymal.errors import SensorError

if TYPE_CHECKING:
    import serial

if sys.platform == "win32":
    _FAULTS: tuple[type[Exception], ...] = (OSError, ValueError)
else:
    import termios

    _FAULTS = (OSError, ValueError, termios.error)  # ValueError: a speed the driver refuses

__all__ = ["PortInfo", "SerialPort", "find_port", "serial_ports"]

_BY_ID = Path("/dev/serial/by-id")
_WRITE_S = 1.0


@dataclass(frozen=True)
class PortInfo:
    """A serial adapter: its device file, the name that survives replugging if any, and what it says it is."""

    device: str
    by_id: str | None
    description: str

    @property
    def path(self) -> str:
        """The better of its two names."""
        return self.by_id or self.device


def serial_ports() -> list[PortInfo]:
    """Return the USB serial adapters that are plugged in; raises `SensorError` without pyserial."""
    _pyserial("listing serial ports")
    from serial.tools import list_ports

    names: dict[str, str] = {}
    with contextlib.suppress(OSError):
        names = {str(link.resolve()): str(link) for link in sorted(_BY_ID.iterdir())}
    found: list[PortInfo] = []
    for port in sorted(list_ports.comports(), key=lambda port: port.device):
        if port.vid is not None:  # boards list dozens of ttyS that lead nowhere
            found.append(PortInfo(port.device, names.get(port.device), port.description or "serial adapter"))
    return found


def find_port(target: str, name: str, ports: Sequence[PortInfo] | None = None) -> str:
    """Return the device of `target`, which for `auto` is the only adapter there is."""
    if target != "auto":
        return target
    ports = serial_ports() if ports is None else ports
    if len(ports) == 1:
        return ports[0].path
    if not ports:
        raise SensorError(
            f"{name}: no USB serial adapter is plugged in. Plug it in, or name a port of the board, "
            "for example imu:/dev/ttyTHS1"
        )
    listed = ", ".join(f"imu:{port.path} ({port.description})" for port in ports)
    raise SensorError(f"{name}: {len(ports)} serial adapters are plugged in; name one: {listed}")


class SerialPort:
    """An open port, 8N1, locked against other programs.

    `read` returns as soon as anything is there. Adapters that save up bytes (FTDI: 16 ms) are told
    not to, where the kernel lets us.
    """

    def __init__(self, device: str, baud: int, name: str) -> None:
        self._device, self._name = device, name
        library = _pyserial(name)
        port: serial.Serial = library.Serial()
        port.port, port.baudrate, port.exclusive = device, baud, True
        port.timeout, port.write_timeout = 0.05, _WRITE_S
        try:
            port.open()
        except _FAULTS as error:
            port.close()
            raise SensorError(f"{name}: {_why(error, device, baud)}") from error
        self._port = port
        self._quick = False
        with contextlib.suppress(*_FAULTS, NotImplementedError, AttributeError):
            port.set_low_latency_mode(True)
            self._quick = True
        with contextlib.suppress(*_FAULTS):
            port.reset_input_buffer()  # bytes from before we came have no known time

    def read(self, timeout_s: float) -> bytes:
        """Return everything that waits, after at most `timeout_s`; empty for silence."""
        port = self._port
        try:
            if port.timeout != timeout_s:
                port.timeout = timeout_s
            data: bytes = port.read(1)
            if data and (waiting := port.in_waiting):
                data += port.read(waiting)
        except _FAULTS as error:
            raise SensorError(
                f"{self._name}: {self._device} is gone ({error}). Is it unplugged, or does another program "
                "read it too?"
            ) from error
        return data

    def write(self, data: bytes) -> None:
        """Send `data`."""
        try:
            self._port.write(data)
        except _FAULTS as error:
            raise SensorError(f"{self._name}: cannot write to {self._device}: {error}") from error

    def set_baud(self, baud: int) -> None:
        """Change the speed and forget what came at the old one."""
        try:
            self._port.baudrate = baud
            self._port.reset_input_buffer()
        except _FAULTS as error:
            raise SensorError(f"{self._name}: {_why(error, self._device, baud)}") from error

    def close(self) -> None:
        """Release the port; a second call does nothing."""
        with contextlib.suppress(*_FAULTS):
            self._port.close()

    def describe(self) -> str:
        """Say which port, how fast."""
        return f"{self._device} at {self._port.baudrate} baud{', low latency' if self._quick else ''}"


def _pyserial(name: str) -> Any:
    try:
        import serial
    except ImportError:
        raise SensorError(
            f"{name}: pyserial is not installed, which reads serial ports. "
            "Cure: pip install pyserial, or on Debian: apt install python3-serial"
        ) from None
    return serial


def _why(error: Exception, device: str, baud: int) -> str:
    """Say what a failed open means, and the cure."""
    code = getattr(error, "errno", None)
    if code in (errno.ENOENT, errno.ENODEV, errno.ENXIO):
        return f"{device} is not there. Is it plugged in? `anymal devices` lists the ports that are"
    if code in (errno.EACCES, errno.EPERM):
        return (
            f"no permission to open {device}. Join the group that owns it, then log in again: "
            "sudo usermod -aG dialout $USER"
        )
    if code in (errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK):
        return f"{device} is in use by another program (see: fuser -v {device}). Close that one first"
    if isinstance(error, ValueError):
        return f"{device} cannot do {baud} baud: {error}"
    return f"{device} cannot be opened as a serial port: {error}"
