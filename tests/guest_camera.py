"""A V4L2 camera as Linux really offers it: run as root in a guest that has the vivid driver.

Knows /dev/video0, how to unplug it (unbinding its driver) and what a user must then see; refuses
to run anywhere else. Prints one line per check and exits with 1 when any failed.
"""

import os
import signal
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from anymal.errors import SensorError
from anymal.samples import Captured, Frame
from anymal.sensors import open_sensor
from anymal.sensors.camera_v4l2 import query_camera
from anymal.sensors.sensor import Sensor
from tests.camera_rig import in_use, wait_until

NODE = "/dev/video0"
DRIVER = Path("/sys/bus/platform/drivers/vivid")
DEVICE = "vivid.0"
CAMERA = f"camera:{NODE}?width=320&height=180&fps=25"


def age_ms(captured: Captured) -> float:
    assert isinstance(captured.sample, Frame)
    return (captured.arrival_ns - captured.sample.t_ns) / 1e6


def read(sensor: Sensor, pictures: int) -> list[Captured]:
    sensor.drain()
    return [sensor.read(30.0) for _ in range(pictures)]


def check_query() -> str:
    node = query_camera(Path(NODE))
    assert node is not None
    assert node.sizes
    return f"{node.card}: {node.summary()[:120]}"


def check_stamps() -> str:
    with open_sensor(CAMERA) as camera:
        taken = read(camera, 50)
        said = camera.stats().detail
    ages = [age_ms(captured) for captured in taken]
    assert isinstance(taken[0].sample, Frame)
    assert taken[0].sample.rgb.shape == (180, 320, 3)
    assert "kernel time" in said, said
    assert 0 <= statistics.median(ages) < 200, ages
    return f"{said}; arrival after capture: median {statistics.median(ages):.1f} ms, most {max(ages):.1f} ms"


def check_formats() -> str:
    for form in ("yuyv422", "rgb24", "gray"):
        with open_sensor(f"{CAMERA}&format={form}") as camera:
            frame = read(camera, 3)[-1].sample
        assert isinstance(frame, Frame)
        assert int(frame.rgb.sum()) > 0  # read after the camera was closed: the memory is ours
    return "yuyv422, rgb24, gray"


def check_refusals() -> str:
    said = []
    for uri in ("camera:77", f"{CAMERA}&format=nonsense"):
        try:
            open_sensor(uri).close()
        except SensorError as error:
            said.append(str(error)[:160])
        else:
            raise AssertionError(f"{uri} was not refused")
    with open_sensor(CAMERA):
        try:
            open_sensor(CAMERA).close()
        except SensorError as error:
            said.append(str(error)[:160])
        else:
            raise AssertionError("a camera in use was opened twice")
    return "\n    ".join(said)


def check_stall() -> str:
    """Our own process stands still for two seconds; the driver's queue is then old."""
    with open_sensor(CAMERA) as camera:
        read(camera, 25)
        subprocess.Popen(["sh", "-c", f"sleep 2; kill -CONT {os.getpid()}"])
        os.kill(os.getpid(), signal.SIGSTOP)
        after = read(camera, 10)
        counters = camera.stats().counters
    ages = [round(age_ms(captured)) for captured in after]
    assert max(ages) <= 500, ages
    return f"ages in ms: {ages}; {dict(counters)}"


def check_unplug() -> str:
    with open_sensor(CAMERA) as camera:
        read(camera, 5)
        (DRIVER / "unbind").write_text(DEVICE, encoding="ascii")
        wait_until(lambda: camera.stats().state == "reconnecting", "the unplugged camera is missed")
        wait_until(lambda: "no such camera" in camera.stats().detail, "and told")
        gone = camera.stats().detail
        (DRIVER / "bind").write_text(DEVICE, encoding="ascii")
        read(camera, 5)
        assert camera.stats().reconnects == 1
    return f"{gone}; streaming again after replug"


def check_nothing_left() -> str:
    left = [file for file in in_use()[1] if file.startswith("/dev/video")]
    threads = [name for name in in_use()[0] if name.startswith(("sensor", "reader", "opening"))]
    assert not left, left
    assert not threads, threads
    return "no descriptor, no thread"


CHECKS: tuple[Callable[[], str], ...] = (
    check_query, check_stamps, check_formats, check_refusals, check_stall, check_unplug, check_nothing_left,
)  # fmt: skip


def main() -> int:
    """Run every check; return 1 when one failed."""
    if not Path(NODE).exists() or not DRIVER.is_dir():
        sys.stdout.write(f"{NODE} by the vivid driver is not here: this runs in the guest only\n")
        return 1
    failed = 0
    for check in CHECKS:
        try:
            line = f"ok   {check.__name__}: {check()}"
        except (AssertionError, SensorError, OSError) as error:
            failed = 1
            line = f"FAIL {check.__name__}: {type(error).__name__}: {error}"
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return failed


if __name__ == "__main__":
    sys.exit(main())
