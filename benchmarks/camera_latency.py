"""Camera latency by the time in the picture: how old a picture is when it is read, and after a 2 s stall.

Knows the test servers (in a process of their own, over loopback) and the drivers' public reading;
refuses to time anything inside. The stall is one of the network: a relay keeps everything for two
seconds and then sends it at once. Latency and stamp error are in ms; stamp error is the capture time
the driver states minus the time drawn into the picture.

    python benchmarks/camera_latency.py --seconds 10 --output benchmarks/results/camera_latency.json
    .. --gst-rig ../shared/rig/rtsp_server.py      also a GStreamer RTSP server (Debian's Python)
"""

import argparse
import json
import multiprocessing
import os
import platform
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # for the servers, which live with the tests
STALL_S = 2.0
SPAWN = multiprocessing.get_context("spawn")


def serve(kind: str, pipe: Connection) -> None:
    """Run a test server until the pipe closes; sends its port."""
    from tests.camera_rig import MjpegServer
    from tests.rtsp_rig import RtspServer

    with MjpegServer(fps=30.0) if kind == "mjpeg" else RtspServer(fps=30.0) as server:
        pipe.send(server.port)
        pipe.poll(None)


@contextmanager
def own_server(kind: str) -> Iterator[int]:
    """A test server of ours in another process; its port."""
    ours, theirs = SPAWN.Pipe()
    process = SPAWN.Process(target=serve, args=(kind, theirs))
    process.start()
    try:
        yield int(ours.recv())
    finally:
        ours.send("end")
        process.join()


@contextmanager
def gst_server(script: str) -> Iterator[int]:
    """The shared GStreamer RTSP server; its port."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    with subprocess.Popen(["/usr/bin/python3", script, str(port)], stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            yield port
        finally:
            process.kill()


def measure(uri: Callable[[int], str], port: int, seconds: float) -> dict[str, Any]:
    """Read for `seconds`, then stall the network once; pictures are read by a waiting reader."""
    from anymal.sensors import open_sensor
    from tests.camera_rig import StallProxy, barcode_ms, now_ms

    def read() -> tuple[float, float]:
        captured: Any = camera.read(30.0)
        drawn_ms = barcode_ms(captured.sample.rgb)
        return now_ms() - drawn_ms, captured.sample.t_ns / 1e6 - drawn_ms

    with StallProxy(port) as network:
        began = time.monotonic()
        with open_sensor(uri(network.port) + "#timeout_s=10") as camera:
            opened = time.monotonic()
            read()
            shown = time.monotonic()
            steady = [read() for _ in range(round(seconds * 30))]
            network.hold()
            time.sleep(STALL_S)
            camera.drain()
            network.release()
            after = [read() for _ in range(30)]
            counters = dict(camera.stats().counters)
    return {
        "open_ms": round((opened - began) * 1e3, 1),
        "first_picture_ms": round((shown - began) * 1e3, 1),
        "latency_ms": spread([age for age, _ in steady]),
        "stamp_error_ms": spread([error for _, error in steady]),
        "after_stall": {
            "age_of_first_5_ms": [round(age, 1) for age, _ in after[:5]],
            "pictures_until_below_100_ms": next((i for i, (age, _) in enumerate(after) if age < 100), None),
            "stamp_error_ms": spread([error for _, error in after]),
        },
        "pictures": len(steady),
        "counters": counters,
    }


def spread(values: list[float]) -> dict[str, float]:
    """Median, 95th percentile and extremes."""
    ordered = sorted(values)
    return {
        "min": round(ordered[0], 1),
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 1),
        "max": round(ordered[-1], 1),
    }


def main() -> None:
    """Measure every kind of camera, print and write the result file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--gst-rig", help="path of a GStreamer RTSP server script")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    results: dict[str, Any] = {}
    kinds: list[tuple[str, Any, Callable[[int], str]]] = [
        ("http_mjpeg_320x240", own_server("mjpeg"), lambda port: f"http://127.0.0.1:{port}/stream"),
        ("rtsp_h264_320x240", own_server("rtsp"), lambda port: f"rtsp://127.0.0.1:{port}/cam"),
    ]
    if arguments.gst_rig:
        kinds.append(
            (
                "rtsp_h264_640x480_gstreamer",
                gst_server(arguments.gst_rig),
                lambda port: f"rtsp://127.0.0.1:{port}/cam",
            )
        )
    for name, server, uri in kinds:
        with ExitStack() as stack:
            results[name] = measure(uri, stack.enter_context(server), arguments.seconds)
    record = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {
            "cpu": _cpu(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "load_average_at_end": os.getloadavg()[0],
        "stall_s": STALL_S,
        "results": results,
    }
    text = json.dumps(record, indent=1)
    print(text)
    if arguments.output:
        arguments.output.write_text(text + "\n", encoding="utf-8")


def _cpu() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "unknown")


if __name__ == "__main__":
    main()
