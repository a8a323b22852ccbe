"""Bytes of a motion sensor and their arrival times in, stamped motion in SI units out.

Knows protocols by name, clocks, mounting and what plausible motion is; refuses to know ports and
threads: the serial driver and a replayed recording feed it alike. The first second is held back
and looked at as a whole. Motion whose acceleration is not gravity's is refused, because a wrong
unit would reach the model as confident nonsense. A sensor without gyroscope is refused too,
unless the user says what to do: turn rates are never made up silently.
"""

from collections.abc import Mapping

from anymal.errors import SensorError
from anymal.samples import NS_PER_S, Captured
from anymal.sensors.address import SensorAddress
from anymal.sensors.driver import ClockFit
from anymal.sensors.imu_check import check_clock, check_gyro, check_motion
from anymal.sensors.imu_clock import Batch, MotionClock, arrival_period_ns, choose_clock
from anymal.sensors.imu_rows import GYRO, Rows
from anymal.sensors.mounting import parse_mounting
from anymal.sensors.protocols import make_parser, option_names, protocol_names, recognise
from anymal.sensors.protocols.parser import Parser

__all__ = ["LINK_OPTIONS", "PIPELINE_OPTIONS", "ImuPipeline"]

# Options of the port, which the pipeline passes over: a recording keeps a sensor's whole address.
LINK_OPTIONS = ("protocol", "baud", "poll_hz")
PIPELINE_OPTIONS = ("axes", "gyro", "latency_ms")

SETTLE_NS, LEAST_ROWS, MOST_FALSE_STARTS = NS_PER_S, 5, 3
# Bytes without a reading for this long: another protocol, or another baud rate.
SENSELESS_NS = 3 * NS_PER_S
MOST_UNKNOWN_BYTES, FIRST_TRY_BYTES, TRY_GROWTH = 1 << 16, 64, 1.25


class ImuPipeline:
    """One connection's decoder. `protocol` may be `auto`; bytes are then kept until it is recognised.

    Options: `axes` (mounting), `latency_ms`, `gyro=device` (the default; refuse a sensor without),
    `gyro=orientation` (differentiate its orientation) or `gyro=zero` (say it never turns), and the
    protocol's own. `name` opens every error message. `after_ns` is the newest time given out
    before a reconnection, and `likely` the protocol that gave it. Raises `ConfigError` for options, also
    once a protocol is recognised.
    """

    def __init__(
        self,
        protocol: str,
        options: Mapping[str, str] | None = None,
        name: str = "imu",
        after_ns: int | None = None,
        likely: str = "",
    ) -> None:
        self.protocol = protocol
        self.name = name
        self.readings = 0
        """Readings parsed so far, also those held back or left out."""
        self._options = {k: v for k, v in (options or {}).items() if k not in LINK_OPTIONS}
        address = SensorAddress(name, "imu", name, self._options)
        self._latency_ms = address.number("latency_ms", 0.0, 0.0, 10_000.0)
        self._gyro = address.text("gyro", "device", GYRO)
        mounting = parse_mounting(self._options["axes"]) if "axes" in self._options else None
        self._rows = Rows(self._gyro, mounting)
        self._after_ns, self._likely = after_ns, likely
        self._parser: Parser | None = None
        self._clock: MotionClock | None = None
        self._unknown: list[tuple[bytes, int]] = []
        self._unknown_bytes, self._next_try = 0, FIRST_TRY_BYTES
        self._held: list[Batch] = []
        self._lost = self._bytes = self._false_starts = 0
        self._senseless_since: int | None = None
        self._senseless_bytes = 0
        self._check_names(address)
        if protocol != "auto":
            self._begin(protocol)

    @property
    def parser(self) -> Parser | None:
        """The protocol's parser; None until it is recognised."""
        return self._parser

    def feed(self, data: bytes, arrival_ns: int) -> list[Captured]:
        """Take bytes that arrived together and return the motion they completed.

        Raises `SensorError` for implausible motion, for bytes that make no sense for 3 s or fit no
        protocol, and `ConfigError` for a sensor without gyroscope.
        """
        self._bytes += len(data)
        pieces = [(data, arrival_ns)]
        if self._parser is None:
            pieces = self._recognise(data, arrival_ns)
        made: list[Captured] = []
        for piece, arrival in pieces:
            made += self._take(piece, arrival)
        return made

    def finish(self) -> list[Captured]:
        """Return what is still held back when a stream ends within its first second."""
        return self._settle() if self._held and self._clock is None else []

    def clock_fit(self) -> ClockFit | None:
        """Return the mapping of the device's clock; None before the first second and where it has none."""
        return self._clock.fit() if self._clock is not None and self._clock.own else None

    def counters(self) -> dict[str, int]:
        """Return bytes, the parser's counts, gaps, clock resets, and readings left out by reason."""
        fit = self._clock.fit() if self._clock is not None else None
        counts = {"bytes": self._bytes, **self._rows.counts, "clock_resets": fit.resets if fit else 0}
        if self._parser is not None:
            seen = self._parser.counts
            counts |= {"frames": seen.frames, "bad": seen.bad, "lost": seen.lost}
            counts["skipped_bytes"] = seen.skipped_bytes
        return counts

    def describe(self) -> str:
        """Say protocol, rate, and where turn rates come from."""
        parts = [self.protocol]
        if self._clock is not None and (rate_hz := self._rows.rate_hz) is not None:
            parts.append(f"{rate_hz:.0f} Hz, {'device' if self._clock.own else 'no device'} clock")
        if self._gyro != "device":
            parts.append(f"gyro={self._gyro}")
        return ", ".join(parts)

    def _check_names(self, address: SensorAddress) -> None:
        """Raise `ConfigError` for an option that neither we nor the protocol know."""
        names = (self.protocol,) if self.protocol != "auto" else protocol_names()
        known = [option for name in names for option in option_names(name)]
        address.allow(*LINK_OPTIONS, *PIPELINE_OPTIONS, *known)

    def _begin(self, protocol: str) -> Parser:
        self.protocol = protocol
        self._check_names(SensorAddress(self.name, "imu", self.name, self._options))
        own = {name: value for name, value in self._options.items() if name not in PIPELINE_OPTIONS}
        self._parser = parser = make_parser(protocol, own)
        return parser

    def _recognise(self, data: bytes, arrival_ns: int) -> list[tuple[bytes, int]]:
        """Return all pieces kept so far once their protocol is known, else nothing."""
        self._unknown.append((data, arrival_ns))
        self._unknown_bytes += len(data)
        if self._unknown_bytes >= self._next_try:
            self._next_try = int(self._unknown_bytes * TRY_GROWTH)
            found = recognise(b"".join(piece for piece, _ in self._unknown), self._likely)
            if found is not None:
                self._begin(found)
                pieces, self._unknown = self._unknown, []
                return pieces
        first_ns = self._unknown[0][1]
        if arrival_ns - first_ns > SENSELESS_NS or self._unknown_bytes > MOST_UNKNOWN_BYTES:
            start = b"".join(piece for piece, _ in self._unknown)[:16]
            raise SensorError(
                f"{self.name}: {self._unknown_bytes} bytes, such as {start.hex(' ')}, are of no known "
                f"protocol ({', '.join(protocol_names())}). Name it with protocol=..; if it is one of these, "
                "the baud rate is wrong: try baud=auto"
            )
        return []

    def _take(self, data: bytes, arrival_ns: int) -> list[Captured]:
        parser = self._parser or self._begin(self.protocol)
        readings = parser.feed(data)
        self.readings += len(readings)
        self._check_sense(parser, bool(readings), len(data), arrival_ns)
        if not readings:
            return []
        lost, self._lost = parser.counts.lost - self._lost, parser.counts.lost
        batch = Batch(readings, lost, arrival_ns)
        if self._clock is not None:
            return self._publish(self._clock, batch)
        silent = bool(self._held) and arrival_ns - self._held[-1].arrival_ns > SETTLE_NS
        if silent and len(readings) < LEAST_ROWS:  # not a backlog that waited for us
            self._held.clear()  # it restarted, as many boards do when the port is opened
            self._false_starts += 1
            if self._false_starts > MOST_FALSE_STARTS:
                raise SensorError(f"{self.name}: readings come less than once a second, which is no motion")
        self._held.append(batch)
        long_enough = arrival_ns - self._held[0].arrival_ns >= SETTLE_NS
        rows = sum(len(held.readings) for held in self._held) if long_enough else 0
        return self._settle() if rows >= LEAST_ROWS else []

    def _check_sense(self, parser: Parser, sense: bool, count: int, arrival_ns: int) -> None:
        """Raise `SensorError` when bytes come for 3 s, but no readings."""
        if sense:
            self._senseless_since = None
            return
        if self._senseless_since is None:
            self._senseless_since, self._senseless_bytes = arrival_ns, 0
        self._senseless_bytes += count
        if arrival_ns - self._senseless_since > SENSELESS_NS:
            counts = parser.counts
            why = parser.problem or (
                f"{self._senseless_bytes} bytes came in {SENSELESS_NS // NS_PER_S} s, but no reading of "
                f"protocol {self.protocol} ({counts.frames} good frames, {counts.bad} bad so far). Is it "
                "another protocol (protocol=auto) or another speed (baud=auto)?"
            )
            raise SensorError(f"{self.name}: {why}")

    def _settle(self) -> list[Captured]:
        """Check the first second, choose the clock, and publish what was held back."""
        held, self._held = self._held, []
        readings = [reading for batch in held for reading in batch.readings]
        parser = self._parser or self._begin(self.protocol)
        check_motion(self.name, readings, parser.unit_hint)
        check_gyro(self.name, self.protocol, readings, self._gyro)
        polled = parser.request() is not None
        if not polled:
            check_clock(self.name, readings, arrival_period_ns(held))
        clock = choose_clock(held, polled, self._latency_ms, self._after_ns)
        self._clock = clock
        return [made for batch in held for made in self._publish(clock, batch)]

    def _publish(self, clock: MotionClock, batch: Batch) -> list[Captured]:
        made = self._rows.make(clock.stamp(batch))
        if made is None:
            return []
        chunk, device_ns = made
        return [Captured(chunk, batch.arrival_ns, device_ns if clock.own else None)]
