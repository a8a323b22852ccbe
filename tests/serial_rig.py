"""Stand-ins for serial motion sensors: frames of a few protocols, and a pty that can be unplugged."""

import contextlib
import os
import struct
import termios
import threading
import time
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

STANDING = (0.0, 0.0, 1.0)  # g


def wit_burst(
    accel_g: tuple[float, float, float] = STANDING, gyro_dps: tuple[float, float, float] = (0, 0, 0)
) -> bytes:
    """One WitMotion sample: acceleration and turn-rate frames."""
    return _wit(0x51, [round(v / 16 * 32768) for v in accel_g]) + _wit(
        0x52, [round(v / 2000 * 32768) for v in gyro_dps]
    )


def _wit(kind: int, words: list[int]) -> bytes:
    head = bytes([0x55, kind]) + struct.pack("<4h", *words, 2500)
    return head + bytes([sum(head) & 0xFF])


def rvc_frame(index: int, yaw_deg: float = 0.0, accel_mg: tuple[int, int, int] = (0, 0, 1000)) -> bytes:
    """One BNO08x UART-RVC frame."""
    body = struct.pack("<B6h3x", index & 0xFF, round(yaw_deg * 100), 0, 0, *accel_mg)
    return b"\xaa\xaa" + body + bytes([sum(body) & 0xFF])


def ximu3_line(time_us: int, accel_g: tuple[float, float, float] = STANDING, gyro_dps: float = 0.0) -> bytes:
    """One x-IMU3 ASCII sample: its own clock, turning about z."""
    x, y, z = accel_g
    return f"I,{time_us},0.0000,0.0000,{gyro_dps:.4f},{x:.4f},{y:.4f},{z:.4f}\r\n".encode()


class PtyDevice:
    """A sensor on a pseudo terminal behind the link `path`; `unplug` makes it vanish, `plug` come back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._master = self._slave = -1
        self.plug()

    def plug(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.path.symlink_to(os.ttyname(self._slave))

    def unplug(self) -> None:
        self.path.unlink(missing_ok=True)
        for handle in (self._slave, self._master):
            if handle >= 0:
                os.close(handle)
        self._master = self._slave = -1

    @property
    def plugged(self) -> bool:
        return self._master >= 0

    def send(self, data: bytes) -> None:
        """Send without waiting: a real line does not wait for a slow reader either."""
        with contextlib.suppress(BlockingIOError):
            os.write(self._master, data)

    def received(self) -> bytes:
        """What the driver sent to the sensor."""
        with contextlib.suppress(BlockingIOError):
            return os.read(self._master, 4096)
        return b""

    def baud(self) -> int:
        """The speed the driver has set, as a termios constant."""
        return int(termios.tcgetattr(self._slave)[4])


@contextlib.contextmanager
def streaming(step: Callable[[], None], rate_hz: float) -> Iterator[None]:
    """Call `step` at `rate_hz` from a thread while inside."""
    stop = threading.Event()

    def work() -> None:
        due = time.monotonic()
        while not stop.wait(max(0.0, due - time.monotonic())):
            due += 1 / rate_hz
            step()

    thread = threading.Thread(target=work, name="sensor under test")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
