"""The recording the project makes itself: held a sample at a time, and whole or refused."""

import tracemalloc
from pathlib import Path

from anymal.runtime.demo_recording import write_recording
from anymal.samples import AudioChunk, Frame
from anymal.sensors.recording import open_recording
from tests.runtime_helpers import run_python

FULL_DISK = """
import resource, sys
from pathlib import Path
from anymal.errors import ConfigError
from anymal.runtime.demo_recording import write_recording
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    write_recording(Path(sys.argv[1]), 20.0)
except ConfigError as error:
    print("refused:", error)
else:
    print("written")
"""


def test_a_long_recording_is_not_held_in_memory(tmp_path: Path) -> None:
    write_recording(tmp_path / "warm.mcap", 8.0)  # every place of the circle is drawn once and kept
    tracemalloc.start()
    try:
        write_recording(tmp_path / "made.mcap", 12.0)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    frames = [one.sample for _, one in open_recording(tmp_path / "made.mcap").samples(("camera",))]
    size = sum(frame.rgb.nbytes for frame in frames if isinstance(frame, Frame))
    assert len(frames) == 120
    assert peak < size / 2


def test_samples_come_in_the_order_of_their_arrival(tmp_path: Path) -> None:
    write_recording(tmp_path / "made.mcap", 2.0)
    found = list(open_recording(tmp_path / "made.mcap").samples())
    times = [one.arrival_ns for _, one in found]
    assert times == sorted(times)
    assert [name for name, _ in found].count("mic") == [name for name, _ in found].count("imu") == 20


def test_sound_has_the_rate_that_is_wanted_without_a_gap(tmp_path: Path) -> None:
    rate_hz = 11_025  # no whole number of samples in a chunk
    write_recording(tmp_path / "made.mcap", 2.0, rate_hz=rate_hz)
    chunks = [one.sample for _, one in open_recording(tmp_path / "made.mcap").samples(("mic",))]
    assert all(isinstance(chunk, AudioChunk) and chunk.rate_hz == rate_hz for chunk in chunks)
    assert sum(len(chunk.samples) for chunk in chunks if isinstance(chunk, AudioChunk)) == 2 * rate_hz


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    done = run_python(FULL_DISK, tmp_path / "made.mcap")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("refused: ")
    assert "File too large" in done.stdout and "made.mcap" in done.stdout
