"""Messages of one sensor to stamped samples: pictures decoded, sound resampled, motion checked and mounted.

Knows device clocks, gaps and a change of device for each sense; refuses to know queues, servers
and who sends. Each feed takes the messages of one stream in order, on the sensor's thread.
"""

import statistics
import struct
from collections import deque
from collections.abc import Mapping
from io import BytesIO
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError, SensorError
from anymal.samples import NS_PER_S, Captured, Frame, ImuChunk
from anymal.sensors.camera_clock import Thinner
from anymal.sensors.clock_map import ClockMapper
from anymal.sensors.driver import ClockFit
from anymal.sensors.imu_check import check_motion
from anymal.sensors.mic_input import Block
from anymal.sensors.mic_line import MicOptions, SoundLine
from anymal.sensors.mounting import rotate
from anymal.sensors.protocols.parser import ImuReading
from anymal.sensors.sample_clock import SampleClock
from anymal.sensors.ws_inbox import Received
from anymal.sensors.ws_message import Jpeg, Pcm, Rows

__all__ = ["Feed", "MotionFeed", "PictureFeed", "SoundFeed"]

MAX_PIXELS = 1 << 24  # 4096 x 4096
SOUND_JUMP_NS = 100_000_000  # device time of sound further off than this: some is missing
CHECK_NS, CHECK_ROWS = NS_PER_S, 5
GAP_PERIODS, PERIOD_STEPS = 3, 64
# What Pillow's JPEG decoder raises on damaged data (see image_file), or warns of where warnings are errors.
_DECODER_FAILURES = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, AttributeError,
    ArithmeticError, MemoryError, RuntimeError, AssertionError, struct.error, Warning,
)  # fmt: skip


class Feed(Protocol):
    """Makes samples of the messages of one stream."""

    def take(self, received: Received) -> list[Captured]:
        """Return the samples that this message completes; raises `InputError` for what cannot be used."""
        ...

    def fit(self) -> ClockFit | None:
        """Return how the device's clock maps to ours."""
        ...

    def counts(self) -> Mapping[str, int]:
        """Return counts of this sense alone."""
        ...


class PictureFeed:
    """JPEGs; those that come too late or faster than `fps` (0: all) are not decoded."""

    def __init__(self, fps: float, max_lag_ms: float, latency_ms: float) -> None:
        self._thinner = Thinner(fps)
        self._max_lag_ns = round(max_lag_ms * 1e6)
        self._latency_ms = latency_ms
        self._mapper = ClockMapper(latency_ms)
        self._last_ns: int | None = None
        self._counts = dict.fromkeys(("stale_frames", "thinned", "undecodable"), 0)

    def take(self, received: Received) -> list[Captured]:
        """Return the picture, unless it is not wanted."""
        device_ns, latency_ns = received.message.device_ns, round(self._latency_ms * 1e6)
        if received.fresh:
            self._mapper = ClockMapper(self._latency_ms, after_ns=self._last_ns)
        t_ns = received.arrival_ns - latency_ns
        if device_ns is not None:
            t_ns = self._mapper.map_one(device_ns, received.arrival_ns)
        late_ns = received.arrival_ns - latency_ns - t_ns
        if late_ns > self._max_lag_ns or (self._last_ns is not None and t_ns <= self._last_ns):
            self._counts["stale_frames"] += 1
            return []
        if not self._thinner.wants(t_ns):
            self._counts["thinned"] += 1
            return []
        try:
            rgb = _decode(received.message.body)
        except InputError:
            self._counts["undecodable"] += 1
            raise
        self._last_ns = t_ns
        device = None if device_ns is None else np.array([device_ns], np.int64)
        return [Captured(Frame(t_ns, rgb), received.arrival_ns, device)]

    def fit(self) -> ClockFit | None:
        """Return the mapping of this client's clock."""
        return self._mapper.fit()

    def counts(self) -> Mapping[str, int]:
        """Pictures left out, by reason."""
        return self._counts


class SoundFeed:
    """PCM of any rate to mono chunks; its clock is its sample count, held against the device's for jumps."""

    def __init__(self, options: MicOptions) -> None:
        self._line = SoundLine(options)
        self._channel = options.channel
        self._format = (0, 0)
        self._first = 0
        self._expected_ns: int | None = None

    def take(self, received: Received) -> list[Captured]:
        """Return the chunks that are complete."""
        message, body = received.message, received.message.body
        if not isinstance(body, Pcm):
            raise InputError("not sound")
        if self._channel > body.channels:
            raise InputError(f"sound of {body.channels} channels; this sensor takes channel {self._channel}")
        if received.fresh or self._format != (body.rate_hz, body.channels):
            self._format, self._first, self._expected_ns = (body.rate_hz, body.channels), 0, None
            self._line.begin(body.rate_hz, body.channels)
        start = message.device_ns
        jumped = (
            start is not None
            and self._expected_ns is not None
            and abs(start - self._expected_ns) > SOUND_JUMP_NS
        )
        overflow = jumped or (received.lost > 0 and not received.fresh)
        chunks = self._line.feed(Block(self._first, body.pcm, received.arrival_ns, overflow))
        self._first += body.count
        self._expected_ns = None if start is None else start + body.count * NS_PER_S // body.rate_hz
        return chunks

    def fit(self) -> ClockFit | None:
        """Return the mapping of counted samples."""
        return self._line.clock_fit()

    def counts(self) -> Mapping[str, int]:
        """The counts of `mic_line.SoundLine`."""
        return self._line.counters()


class MotionFeed:
    """Rows in SI units. A client's first second is held back until its acceleration proves to be gravity."""

    def __init__(self, latency_ms: float, mounting: NDArray[np.float64] | None) -> None:
        self._latency_ms = latency_ms
        self._mounting = mounting
        self._counts = dict.fromkeys(("gaps", "late", "implausible"), 0)
        self._last_ns: int | None = None
        self._timed = True
        self._begin()

    def take(self, received: Received) -> list[Captured]:
        """Return the motion of this message; with the first second's last message, all of it."""
        body = received.message.body
        if not isinstance(body, Rows):
            raise InputError("not motion")
        if received.fresh or self._timed != (body.device_ns is not None):
            self._begin()
        self._timed = body.device_ns is not None
        made = self._stamp(body, received)
        if made is None:
            return []
        if self._held is None:
            return [made]
        self._held.append(made)
        return self._settle(received)

    def fit(self) -> ClockFit | None:
        """Return the mapping of the device's clock, or of the count of rows."""
        return self._mapper.fit() if self._counter is None else self._counter.fit()

    def counts(self) -> Mapping[str, int]:
        """`gaps` in device time, rows that came `late` (out of order) and `implausible` ones."""
        return self._counts

    def _begin(self) -> None:
        """Another device, or the same one anew."""
        self._mapper = ClockMapper(self._latency_ms, after_ns=self._last_ns)
        self._counter: SampleClock | None = None
        self._number = 0
        self._newest: int | None = None
        self._steps: deque[int] = deque(maxlen=PERIOD_STEPS)
        self._held: list[Captured] | None = []
        self._held_from: int | None = None

    def _stamp(self, body: Rows, received: Received) -> Captured | None:
        """Map the rows' times and turn their axes."""
        values, device = body.values, body.device_ns
        if device is None:
            t_ns = self._count(body, received)
        else:
            values, device = self._in_order(values, device)
            if not len(device):
                return None
            t_ns = self._mapper.map(device, received.arrival_ns)
        self._last_ns = int(t_ns[-1])
        accel, gyro = np.ascontiguousarray(values[:, :3]), np.ascontiguousarray(values[:, 3:])
        if self._mounting is not None:
            accel, gyro = rotate(self._mounting, accel), rotate(self._mounting, gyro)
        return Captured(ImuChunk(t_ns, accel, gyro), received.arrival_ns, device)

    def _in_order(
        self, values: NDArray[np.float32], device: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Leave out rows we have had, unless the clock went back for good; count gaps."""
        newest = self._newest
        if newest is not None and newest - NS_PER_S < device[0] <= newest:
            later = device > newest
            self._counts["late"] += int(len(device) - later.sum())
            values, device = values[later], device[later]
        if len(device):
            steps = np.diff(device, prepend=device[0] if newest is None else newest)
            usual = statistics.median(self._steps) if self._steps else steps.max()
            self._counts["gaps"] += int(np.count_nonzero(steps > GAP_PERIODS * usual)) if usual > 0 else 0
            self._steps.extend(int(step) for step in steps[-PERIOD_STEPS:] if step > 0)
            self._newest = int(device[-1])
        return values, device

    def _count(self, body: Rows, received: Received) -> NDArray[np.int64]:
        """Stamp rows of a device without clock by their number; lost messages held as many rows as this."""
        if self._counter is None:
            self._counter = SampleClock(body.period_ns or 1e7, self._latency_ms, self._last_ns)
        self._number += received.lost * body.count
        self._counts["gaps"] += received.lost > 0
        numbers = np.arange(self._number, self._number + body.count)
        self._number += body.count
        device, mapped = self._counter.map(numbers, received.arrival_ns)
        self._newest = int(device[-1])
        return mapped

    def _settle(self, received: Received) -> list[Captured]:
        """Look at what is held once it lasts a second; raises `InputError` when gravity is not in it."""
        held = self._held or []
        chunks = [captured.sample for captured in held if isinstance(captured.sample, ImuChunk)]
        accel = np.concatenate([chunk.accel_mps2 for chunk in chunks])
        newest = self._newest or 0
        if self._held_from is None or newest < self._held_from:
            self._held_from = newest
        if newest - self._held_from < CHECK_NS or len(accel) < CHECK_ROWS:
            return []
        readings = [ImuReading((float(x), float(y), float(z))) for x, y, z in accel]
        try:
            check_motion(received.peer.name, readings, "declare the unit that is sent (accel: mps2 or g)")
        except SensorError as error:
            self._held, self._held_from = [], None
            self._counts["implausible"] += len(accel)
            raise InputError(str(error)) from None
        self._held = None
        return held


def _decode(body: object) -> NDArray[np.uint8]:
    """Return RGB uint8 [H, W, 3], turned upright; raises `InputError`."""
    from PIL import Image, ImageOps

    if not isinstance(body, Jpeg):
        raise InputError("not a picture")
    try:
        with Image.open(BytesIO(body.data), formats=["JPEG"]) as image:
            if image.width * image.height > MAX_PIXELS:
                raise InputError(
                    f"picture of {image.width} x {image.height} pixels; wanted at most {MAX_PIXELS}: scale it"
                )
            image.load()
            return np.array(ImageOps.exif_transpose(image).convert("RGB"), dtype=np.uint8)
    except InputError:
        raise
    except (Image.DecompressionBombError, *_DECODER_FAILURES) as error:
        fault = str(error) or type(error).__name__
        raise InputError(f"picture of {len(body.data)} bytes is damaged: {fault}") from error
