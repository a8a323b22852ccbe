"""The world around a soak test: a camera server, a serial motion sensor, a client with a microphone.

Runs as a process of its own, so that whoever measures the session measures the session alone. Knows
how each of them works and breaks; refuses to know when. Reads commands from standard input (`serial off`,
`camera off|on|freeze|thaw`, `clock SECONDS`, `imu FACTOR`, `ws off|on`), one per line, and answers each
with a line of JSON; the first line says where the camera is. Ends when its input ends. Needs the
repository's root in PYTHONPATH, for the stand-ins that live with the tests.

    python benchmarks/soak_rig.py FOLDER WS_PORT CAMERA_FPS IMU_HZ
"""

import contextlib
import json
import math
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect

from anymal.sensors.synthetic_signals import Sound
from tests.camera_rig import MjpegServer
from tests.serial_rig import PtyDevice, ximu3_line

__all__ = ["Microphone", "MotionSensor"]

TICK_S = 0.01
SOUND_HZ, SOUND_CHUNK = 16_000, 800
PORT_NAME = "ttySoak"


class MotionSensor:
    """An x-IMU3 on a pty, walking; every line carries the device's own time."""

    def __init__(self, path: Path, rate_hz: float) -> None:
        self.factor = 1.0
        self.jump_us = 0.0
        self._rate_hz = rate_hz
        self._device = PtyDevice(path)
        self._lock = threading.Lock()

    def plug(self, plugged: bool) -> None:
        """Plug the cable in, or pull it out."""
        with self._lock:
            if plugged and not self._device.plugged:
                self._device.plug()
            elif not plugged and self._device.plugged:
                self._device.unplug()

    def work(self, stop: threading.Event) -> None:
        """Send what is due every tick; a tick that comes late brings more."""
        sent_s = time.monotonic()
        while not stop.wait(TICK_S):
            step_s = 1 / (self._rate_hz * self.factor)
            due = int((time.monotonic() - sent_s) / step_s)
            times_s = [sent_s + (number + 1) * step_s for number in range(due)]
            sent_s += due * step_s
            with self._lock:
                if self._device.plugged and times_s:
                    self._device.send(b"".join(self._line(t_s) for t_s in times_s))
        self.plug(False)

    def _line(self, t_s: float) -> bytes:
        step = math.sin(2 * math.pi * 1.9 * t_s)
        return ximu3_line(round(t_s * 1e6 + self.jump_us), (0.1 * step, 0.02, 1 + 0.2 * step), 20 * step)


class Microphone:
    """A client of `ws-listen:` that sends noise; while `away` it is gone, without a goodbye."""

    def __init__(self, url: str) -> None:
        self.away = threading.Event()
        self._url = url
        self._sound = Sound(SOUND_HZ, "noise", 880.0, 0.4, 0)

    def work(self, stop: threading.Event) -> None:
        """Connect for as long as it takes, send, and connect again."""
        while not stop.wait(0.1):
            if self.away.is_set():
                continue
            with (
                contextlib.suppress(OSError, ConnectionClosed, InvalidHandshake),
                connect(self._url) as server,
            ):
                self._send(server, stop)

    def _send(self, server: ClientConnection, stop: threading.Event) -> None:
        number, began_s = 0, time.monotonic()
        while not stop.wait(max(0.0, began_s + number * SOUND_CHUNK / SOUND_HZ - time.monotonic())):
            if self.away.is_set():
                server.socket.shutdown(socket.SHUT_RDWR)
                return
            pcm = np.round(self._sound.samples(number * SOUND_CHUNK, SOUND_CHUNK) * 32767).astype("<i2")
            header = {
                "codec": "pcm-s16",
                "rate": SOUND_HZ,
                "seq": number,
                "t_device_us": round(time.monotonic() * 1e6) - SOUND_CHUNK * 1_000_000 // SOUND_HZ,
            }
            text = json.dumps(header).encode()
            server.send(struct.pack("<I", len(text)) + text + pcm.tobytes())
            number += 1


def main() -> None:
    """Serve until standard input ends."""
    folder, port, fps, imu_hz = sys.argv[1:]
    motion = MotionSensor(Path(folder) / PORT_NAME, float(imu_hz))
    microphone = Microphone(f"ws://127.0.0.1:{port}")
    stop = threading.Event()
    threads = [threading.Thread(target=work, args=(stop,)) for work in (motion.work, microphone.work)]
    for thread in threads:
        thread.start()
    with MjpegServer(fps=float(fps)) as camera:
        print(json.dumps({"camera": camera.url, "imu": str(Path(folder) / PORT_NAME)}), flush=True)
        for line in sys.stdin:
            part, _, what = line.strip().partition(" ")
            _command(camera, motion, microphone)[part](what)
            print(json.dumps({"done": line.strip()}), flush=True)
    stop.set()
    for thread in threads:
        thread.join()


def _command(
    camera: MjpegServer, motion: MotionSensor, microphone: Microphone
) -> dict[str, Callable[[str], None]]:
    def set_camera(what: str) -> None:
        {
            "off": camera.stop,
            "on": camera.start,
            "freeze": camera.frozen.set,
            "thaw": camera.frozen.clear,
        }[what]()

    def set_clock(seconds: str) -> None:
        motion.jump_us += float(seconds) * 1e6

    def set_rate(factor: str) -> None:
        motion.factor = float(factor)

    def set_client(what: str) -> None:
        (microphone.away.set if what == "off" else microphone.away.clear)()

    return {
        "camera": set_camera,
        "serial": lambda what: motion.plug(what == "on"),
        "clock": set_clock,
        "imu": set_rate,
        "ws": set_client,
    }


if __name__ == "__main__":
    main()
