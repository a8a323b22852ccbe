"""A motion sensor on a serial port (or a TCP or UDP link) as a sensor driver.

Knows when to read, ask, give up and start over; refuses to know protocols and clocks
(`imu_pipeline`) and ports (`serial_port`). Bytes are stamped as soon as `read` returns.
"""

from collections.abc import Mapping, Sequence

from anymal.clock import Clock
from anymal.errors import ConfigError, SensorError
from anymal.samples import NS_PER_S, Captured, Modality
from anymal.sensors.address import SensorAddress
from anymal.sensors.byte_source import ByteSource, TcpSource, UdpSource
from anymal.sensors.driver import ClockFit, RawTap
from anymal.sensors.imu_pipeline import ImuPipeline
from anymal.sensors.serial_baud import BaudSearch
from anymal.sensors.serial_port import SerialPort, find_port
from anymal.sensors.stamps import captured_ns

__all__ = ["SerialImuDriver"]

SILENCE_NS = 5 * NS_PER_S
# A polled device that did not answer is asked again after this long.
ANSWER_NS = NS_PER_S // 10
LEAST_BAUD, MOST_BAUD, USUAL_BAUD = 300, 12_000_000, 115_200


class SerialImuDriver:
    """`imu:/dev/ttyUSB0`, `imu:/dev/serial/by-id/..`, `imu:auto`, `imu:tcp://host:port`, `imu:udp://ip:port`.

    Options: `protocol` (default `auto`), `baud` (default `auto`: 115200 first), `poll_hz` for
    devices that must be asked (default 100), and those of `ImuPipeline`.
    """

    modality: Modality = "imu"

    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        self.raw_tap: RawTap | None = None
        self._address, self._clock = address, clock
        self._network = address.target.startswith(("tcp://", "udp://"))
        self._protocol = address.text("protocol", "auto")
        self._baud = 0  # to be found
        if address.text("baud", "auto") != "auto":
            self._baud = address.integer("baud", 0, LEAST_BAUD, MOST_BAUD)
            if self._network:
                raise ConfigError(f"{address.uri}: baud= is for serial ports; a network link has none")
        self._ask_ns = round(NS_PER_S / address.number("poll_hz", 100.0, 0.1, 10_000.0))
        self._newest_ns: int | None = None
        self._likely: tuple[int, str] = (0, "")  # the speed and protocol of the newest motion
        self._pipeline = self._new_pipeline()  # here, so that wrong options fail at once
        self._source: ByteSource | None = None
        self._search: BaudSearch | None = None
        self._speed = 0  # as it was found
        self._past: dict[str, int] = {}
        self._heard_ns = self._next_ask_ns = self._asked_ns = 0

    def open(self) -> None:
        """Open the link and send what the protocol wants at the start."""
        self.close()
        self._past = dict(self.counters())
        self._pipeline = self._new_pipeline()
        self._search = None
        parser = self._pipeline.parser
        # A device that must be asked is silent at every speed; over USB any speed will do.
        polled = parser is not None and parser.request() is not None
        if not self._network and not self._baud and not polled:
            self._search = BaudSearch(self._protocol, self._address.options, self._address.uri, self._likely)
        self._source = self._open_source()
        self._heard_ns = self._next_ask_ns = self._clock.now_ns()
        self._start()

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return the motion that came within `timeout_s`."""
        source = self._source
        if source is None:
            raise SensorError(f"{self._address.uri}: not open")
        data = source.read(self._ask(source, timeout_s))
        arrival_ns = self._clock.now_ns()
        if not data:
            self._check_silence(arrival_ns)
            return []
        self._heard_ns = arrival_ns
        pieces: list[tuple[bytes, int]] | None = [(data, arrival_ns)]
        if self._search is not None:
            pieces = self._listen(self._search, source, data, arrival_ns)
        made: list[Captured] = []
        before = self._pipeline.readings
        for piece, came_ns in pieces or ():
            if self.raw_tap is not None:
                self.raw_tap(piece, came_ns)
            made += self._pipeline.feed(piece, came_ns)
        if made:
            self._newest_ns = captured_ns(made[-1])
            self._likely = (self._speed, self._pipeline.protocol)
        if self._pipeline.readings > before:
            self._asked_ns = 0
        return made

    def close(self) -> None:
        """Release the link."""
        source, self._source = self._source, None
        if source is not None:
            source.close()

    def describe(self) -> str:
        """Say the link, the protocol and the rate."""
        link = self._source.describe() if self._source is not None else "closed"
        if self._search is not None:
            link += ", looking for the speed"
        return f"{link}, {self._pipeline.describe()}"

    def clock_fit(self) -> ClockFit | None:
        """Return the mapping of the device's clock; None where it has none."""
        return self._pipeline.clock_fit()

    def counters(self) -> Mapping[str, int]:
        """Return the counts of all connections so far."""
        return _sum(self._past, self._pipeline.counters())

    @property
    def protocol(self) -> str:
        """The protocol in use; `auto` until it is recognised."""
        return self._pipeline.protocol

    def _new_pipeline(self) -> ImuPipeline:
        protocol, options, uri = self._protocol, self._address.options, self._address.uri
        return ImuPipeline(protocol, options, uri, self._newest_ns, self._likely[1])

    def _open_source(self) -> ByteSource:
        target, name = self._address.target, self._address.uri
        if target.startswith("tcp://"):
            return TcpSource(target, name)
        if target.startswith("udp://"):
            return UdpSource(target, name)
        baud = self._search.baud if self._search is not None else self._baud or USUAL_BAUD
        return SerialPort(find_port(target, name), baud, name)

    def _start(self) -> None:
        """Send the protocol's opening bytes: at once if it is named, and again at the speed found."""
        parser, source = self._pipeline.parser, self._source
        if parser is not None and source is not None and (opening := parser.start()):
            try:
                source.write(opening)
            except SensorError:
                self.close()
                raise

    def _ask(self, source: ByteSource, timeout_s: float) -> float:
        """Send the request of a polled device when it is due; return how long to wait for bytes."""
        parser = self._pipeline.parser
        request = parser.request() if parser is not None else None
        if request is None:
            return timeout_s
        now_ns = self._clock.now_ns()
        if self._asked_ns and now_ns - self._asked_ns < ANSWER_NS:
            due_ns = self._asked_ns + ANSWER_NS
        elif now_ns >= self._next_ask_ns:
            source.write(request)
            # By deadlines, so that the rate holds; never in a burst to catch up.
            self._next_ask_ns = max(self._next_ask_ns + self._ask_ns, now_ns)
            self._asked_ns, due_ns = now_ns, now_ns + ANSWER_NS
        else:
            due_ns = self._next_ask_ns
        return min(timeout_s, max(0.0, (due_ns - now_ns) / NS_PER_S))

    def _listen(
        self, search: BaudSearch, source: ByteSource, data: bytes, arrival_ns: int
    ) -> list[tuple[bytes, int]] | None:
        """Go on looking for the speed; returns what was heard once it is found."""
        before = search.baud
        found = search.feed(data, arrival_ns)
        if found is not None:
            self._search, self._speed = None, search.baud
            self._start()
        elif search.baud != before and isinstance(source, SerialPort):
            source.set_baud(search.baud)
        return found

    def _check_silence(self, now_ns: int) -> None:
        if now_ns - self._heard_ns < SILENCE_NS:
            return
        raise SensorError(
            f"{self._address.uri}: nothing came for {SILENCE_NS // NS_PER_S} s from {self.describe()}. "
            "Is the sensor powered and streaming, and its TX wired to our RX? One that must be asked "
            "needs its protocol named (protocol=msp)"
        )


def _sum(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {name: one.get(name, 0) + other.get(name, 0) for name in {**one, **other}}
