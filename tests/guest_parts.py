"""Runs inside a virtual machine, as root: a microphone on an ALSA card, a motion sensor on USB serial.

Knows the card `Loopback` (what is played on one side is heard on the other) and the gadget
`/dev/ttyGS0` behind `/dev/ttyACM0`; pytest never imports it. See `guest_devices.sh`.
"""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from anymal.errors import SensorError
from anymal.samples import AudioChunk, ImuChunk
from anymal.sensors import open_sensor

NODE, GADGET = Path("/dev/ttyACM0"), Path("/dev/ttyGS0")


def check_microphone() -> str:
    import sounddevice

    rate, hz, level = 48_000, 1000.0, 0.25
    names = [device["name"] for device in sounddevice.query_devices()]
    tone = (level * np.sin(2 * np.pi * hz * np.arange(rate * 6) / rate)).astype(np.float32)
    output = next(index for index, name in enumerate(names) if "Loopback" in name and ",1" in name)
    source = next(index for index, name in enumerate(names) if "Loopback" in name and ",0" in name)
    with open_sensor(f"mic:{source}") as sensor:
        sounddevice.play(np.stack([tone, tone], axis=1), rate, device=output)
        heard = []
        until = time.monotonic() + 5.0
        while time.monotonic() < until:
            sample = sensor.read(10.0).sample
            assert isinstance(sample, AudioChunk)
            heard.append(sample.samples)
        stats = sensor.stats()
        sounddevice.stop()
    samples = np.concatenate(heard)[2 * 16_000 :]
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    found_hz = float(np.argmax(spectrum) * 16_000 / len(samples))
    assert abs(found_hz - hz) < 3.0, found_hz
    counts = dict(stats.counters)
    return f"{names[source]}: {found_hz:.1f} Hz, rms {samples.std():.3f}; {stats.detail}; {counts}"


def check_serial() -> str:
    stop = threading.Event()

    def send() -> None:
        with GADGET.open("wb", buffering=0) as port:
            number = 0
            while not stop.is_set():
                port.write(b"I,%d,1.0,2.0,3.0,0.0,0.0,1.0\r\n" % (number * 10_000))
                number += 1
                time.sleep(0.01)

    sender = threading.Thread(target=send)
    sender.start()
    try:
        with open_sensor(f"imu:{NODE}?protocol=auto&baud=115200") as sensor:
            rows = 0
            while rows < 200:
                sample = sensor.read(20.0).sample
                assert isinstance(sample, ImuChunk)
                rows += len(sample.t_ns)
            detail = sensor.stats().detail
            assert np.allclose(sample.accel_mps2[-1], (0, 0, 9.80665), atol=1e-3)
    finally:
        stop.set()
        sender.join(10)
    return f"{rows} rows; {detail}"


def main() -> int:
    failed = 0
    checks: tuple[Callable[[], str], ...] = (check_serial, check_microphone)
    for check in checks:
        try:
            line = f"ok   {check.__name__}: {check()}"
        except (AssertionError, SensorError, OSError, StopIteration) as error:
            failed += 1
            line = f"FAIL {check.__name__}: {type(error).__name__}: {error}"
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
