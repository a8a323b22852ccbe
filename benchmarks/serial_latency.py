"""From a serial sensor's write to motion in a reader's hand, over a pty: delay, stamp error, losses, CPU.

Knows the whole path (pty, driver, thread, clock mapping); refuses to stand for a USB adapter, which
adds its own delay (sensors research, section 1.10). The stand-in device writes x-IMU3 lines, whose
time stamps are the moments of writing, so every stamp can be compared with the truth.

    python benchmarks/serial_latency.py --seconds 60 --output benchmarks/results/serial_latency.json
"""

import argparse
import contextlib
import json
import os
import platform
import tempfile
import threading
import time
import tty
from pathlib import Path

import numpy as np

from anymal.samples import NS_PER_S, ImuChunk
from anymal.sensors import open_sensor
from anymal.sensors.sensor import SensorTimeout


def write_lines(master: int, rate_hz: float, stop: threading.Event, sent: list[int]) -> None:
    """Write one line per period, stamped with the time of writing, until `stop`."""
    due = time.monotonic()
    while not stop.wait(max(0.0, due - time.monotonic())):
        due += 1 / rate_hz
        now_us = time.monotonic_ns() // 1000
        with contextlib.suppress(BlockingIOError):
            os.write(master, f"I,{now_us},0.0,0.0,0.0,0.0,0.0,1.0\r\n".encode())
            sent.append(now_us)


def measure(rate_hz: float, seconds: float) -> dict[str, float]:
    """Run device and sensor for `seconds`; delays are in ms."""
    master, slave = os.openpty()
    tty.setraw(slave)
    os.set_blocking(master, False)
    stop, sent = threading.Event(), list[int]()
    writer = threading.Thread(target=write_lines, args=(master, rate_hz, stop, sent))
    arrival, seen, stamp = list[float](), list[float](), list[float]()
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder) / "ttyIMU"
        link.symlink_to(os.ttyname(slave))
        with open_sensor(f"imu:{link}?protocol=ximu3&baud=115200") as sensor:
            writer.start()
            began_cpu, began = time.process_time(), time.monotonic()
            while time.monotonic() < began + seconds + 1:
                with contextlib.suppress(SensorTimeout):
                    captured = sensor.read(0.2)
                    now_ns = time.monotonic_ns()
                    if not isinstance(captured.sample, ImuChunk) or captured.device_ns is None:
                        continue
                    arrival += ((captured.arrival_ns - captured.device_ns) / 1e6).tolist()
                    seen += ((now_ns - captured.device_ns) / 1e6).tolist()
                    stamp += ((captured.sample.t_ns - captured.device_ns) / 1e6).tolist()
            cpu = (time.process_time() - began_cpu) / (time.monotonic() - began)
            stop.set()
            writer.join()
            received = sensor.stats().received
    os.close(slave)
    os.close(master)
    skip = round(2 * rate_hz)  # the first second is held back for checking
    figures = {"sent": len(sent), "received": received, "cpu_share_with_writer": round(cpu, 4)}
    for name, values in (("arrival", arrival), ("read", seen), ("stamp", stamp)):
        for part, value in zip(
            ("p50", "p95", "max"), np.percentile(values[skip:], [50, 95, 100]), strict=True
        ):
            figures[f"{name}_{part}_ms"] = round(float(value), 3)
    figures["stamp_std_ms"] = round(float(np.std(values[skip:])), 4)
    return figures


def main() -> None:
    """Measure and print; write JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument(
        "--rate", type=float, nargs="+", default=[100.0, 200.0, 1000.0], help="samples per second"
    )
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    report = {f"{rate:g} Hz": measure(rate, options.seconds) for rate in options.rate}
    result = {"machine": platform.processor() or platform.machine(), "clock_ns": NS_PER_S, "rates": report}
    print(json.dumps(result, indent=2))
    if options.output:
        options.output.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
