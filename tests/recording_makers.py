"""What the tests of recordings share: made-up samples of every sense, and comparing them.

Knows shapes; refuses to know files.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from anymal.clock import ManualClock
from anymal.samples import AudioChunk, Captured, Frame, ImuChunk
from anymal.sensors.recording import PictureOptions, Recorder, RecorderOptions, StreamInfo

STREAMS = (StreamInfo("cam", "image"), StreamInfo("mic", "audio"), StreamInfo("imu", "imu"))
EXACT = RecorderOptions(PictureOptions("png"), flush_s=0.01)
START_NS = 1_000_000_000
MS = 1_000_000
Named = tuple[str, Captured]


def frame(t_ns: int, seed: int = 0, device: int | None = None, size: tuple[int, int] = (24, 32)) -> Captured:
    rgb = np.random.default_rng(seed).integers(0, 256, (*size, 3), dtype=np.uint8)
    return Captured(Frame(t_ns - 3 * MS, rgb), t_ns, None if device is None else np.array([device]))


def sound(t_ns: int, seed: int = 0, device: int | None = None, count: int = 160) -> Captured:
    pcm = np.random.default_rng(seed).integers(-32768, 32768, count)
    chunk = AudioChunk(t_ns - 10 * MS, (pcm / 32768).astype(np.float32), 16_000)
    return Captured(chunk, t_ns, None if device is None else np.array([device]))


def motion(t_ns: int, seed: int = 0, rows: int = 3, device: bool = True) -> Captured:
    random = np.random.default_rng(seed)
    accel, gyro = random.normal(0, 9, (2, rows, 3)).astype(np.float32)
    stamps = t_ns - 5 * MS * np.arange(rows, 0, -1)
    return Captured(ImuChunk(stamps, accel, gyro), t_ns, stamps * 2 - 7 if device else None)


def session(steps: int) -> list[Named]:
    """Samples of all three, in the order of their arrival."""
    named: list[Named] = []
    for step in range(steps):
        t_ns = START_NS + step * 40 * MS
        named += [("cam", frame(t_ns, step, step)), ("imu", motion(t_ns + MS, step))]
        named.append(("mic", sound(t_ns + 2 * MS, step, step * 160)))
    return named


def record(path: Path, named: Sequence[Named], options: RecorderOptions = EXACT) -> Path:
    with Recorder(path, STREAMS, ManualClock(START_NS), options) as recorder:
        for name, captured in named:
            recorder.add(name, captured)
        assert recorder.close().state == "finished", recorder.stats()
    return path


def same(one: Named, other: Named) -> bool:
    """Whether two samples are equal to the bit, all their times too."""
    (name, a), (other_name, b) = one, other
    if name != other_name or a.arrival_ns != b.arrival_ns or type(a.sample) is not type(b.sample):
        return False
    device = (a.device_ns, b.device_ns)
    if (device[0] is None) != (device[1] is None):
        return False
    fields = [field for field in vars(a.sample) if field]
    pairs = [(getattr(a.sample, field), getattr(b.sample, field)) for field in fields]
    if device[0] is not None and device[1] is not None:
        pairs.append(device)
    return all(np.array_equal(x, y, equal_nan=np.asarray(x).dtype.kind == "f") for x, y in pairs)


def assert_same(found: Sequence[Named], wanted: Sequence[Named]) -> None:
    """Raise unless both are the same samples in the same order."""
    assert [name for name, _ in found] == [name for name, _ in wanted]
    for number, pair in enumerate(zip(found, wanted, strict=True)):
        assert same(*pair), f"sample {number} differs: {pair}"
