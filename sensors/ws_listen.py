"""Pictures, sound and motion that phones, glasses and small boards send to us: `ws-listen://127.0.0.1:8765`.

Knows the options of an address; refuses to know messages (`ws_message`), connections
(`ws_server`) and sample arithmetic (`ws_feed`). All sensors of this process that name the same
port share one server, so one client can feed three senses over one connection.
"""

import ipaddress
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from anymal.clock import Clock
from anymal.errors import ConfigError, InputError, SensorError
from anymal.samples import Captured, Modality
from anymal.sensors.address import SensorAddress
from anymal.sensors.driver import ClockFit, RawTap
from anymal.sensors.mic_line import MicOptions
from anymal.sensors.mounting import parse_mounting
from anymal.sensors.ws_feed import Feed, MotionFeed, PictureFeed, SoundFeed
from anymal.sensors.ws_inbox import Inbox
from anymal.sensors.ws_server import ServerOptions, WsServer, join

__all__ = ["WsListenDriver"]

SENSES: dict[str, tuple[str, ...]] = {
    "image": ("fps", "max_lag_ms"),
    "audio": ("rate", "channel", "gain_db"),
    "imu": ("axes",),
}
_COMMON = ("sense", "stream", "token", "allow_remote", "max_mb", "latency_ms")


class WsListenDriver:
    """One sense from a WebSocket port; see `ws_message` for what clients send.

    Options: `sense` (image, audio or imu; or by where the sensor is used), `stream` (take only that
    name), `token` (clients must know it), `allow_remote=1` (other than this machine may connect),
    `max_mb` per message, `latency_ms`; pictures: `fps`, `max_lag_ms`; sound: `rate`, `channel`,
    `gain_db`; motion: `axes` (mounting). `raw_tap` is not called. Without a client the sensor
    waits: that is not a fault.
    """

    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        wanted = "image" if address.wanted == "video" else address.wanted or ""
        sense = address.text("sense", wanted)
        if sense not in SENSES:
            raise ConfigError(f"{address.uri}: which sense? Add ?sense=image, sense=audio or sense=imu")
        address.allow(*_COMMON, *SENSES[sense])
        is_video = address.wanted == "video" and sense == "image"
        self.modality: Modality = "video" if is_video else _modality(sense)
        self.raw_tap: RawTap | None = None
        self._options = _server_options(address)
        self._feed = _feed(address, sense)
        self._stream = address.text("stream")
        self._sense = _modality(sense)
        self._clock = clock
        self._inbox = Inbox(self._sense, self._stream, clock)
        self._server: WsServer | None = None

    def open(self) -> None:
        """Listen, or join the sensor that listens on this port already."""
        self._server = join(self._options, self._inbox)

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return what clients sent; what cannot be used is counted, and its sender told."""
        if self._server is None or not self._server.is_alive:
            raise SensorError(f"{self._options.url}: the server has stopped; it is started again")
        made: list[Captured] = []
        for received in self._inbox.take(timeout_s):
            try:
                made += self._feed.take(received)
            except InputError as error:
                received.peer.complain(str(error))
        return made

    def close(self) -> None:
        """Leave; the last sensor of a port closes it."""
        server, self._server = self._server, None
        if server is not None:
            server.leave(self._inbox)

    def describe(self) -> str:
        """Say where clients may connect."""
        stream = f", stream {self._stream}" if self._stream else ""
        guarded = ", with token" if self._options.token else ""
        return f"listening on {self._options.url} for {self._sense}{stream}{guarded}"

    def clock_fit(self) -> ClockFit | None:
        """Return the mapping of the present client's clock."""
        return self._feed.fit()

    def counters(self) -> Mapping[str, int]:
        """Counts of the port (all senses), of this stream, and of this sense; see their modules."""
        port = dict(self._server.counts()) if self._server is not None else {}
        stream, sense = self._inbox.counts(), dict(self._feed.counts())
        both = {"dropped": stream["dropped"] + sense.pop("dropped", 0)}
        # Motion and sound find gaps in device time, which says more than a missing number.
        return port | stream | sense | both


def _modality(sense: str) -> Modality:
    found: dict[str, Modality] = {"image": "image", "audio": "audio", "imu": "imu"}
    return found[sense]


def _server_options(address: SensorAddress) -> ServerOptions:
    """Read host and port; raises `ConfigError` for an interface that the network could reach by mistake."""
    try:
        parts = urlsplit(f"ws:{address.target}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or not port or parts.path.strip("/"):
        raise ConfigError(f"{address.uri}: wanted host and port, as in ws-listen://127.0.0.1:8765")
    if not _is_near(host) and not address.flag("allow_remote"):
        raise ConfigError(
            f"{address.uri}: others on the network could connect to {host}; add allow_remote=1 (and "
            "token=..) if that is wanted, or listen on 127.0.0.1"
        )
    return ServerOptions(
        host="127.0.0.1" if host == "localhost" else host,
        port=port,
        token=address.text("token"),
        max_bytes=address.integer("max_mb", 8, 1, 256) << 20,
    )


def _is_near(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _feed(address: SensorAddress, sense: str) -> Feed:
    latency_ms = address.number("latency_ms", 0.0, -1_000.0, 10_000.0)
    if sense == "image":
        lag_ms = address.number("max_lag_ms", 500.0, 1.0, 60_000.0)
        return PictureFeed(address.number("fps", 0.0, 0.0, 240.0), lag_ms, latency_ms)
    if sense == "audio":
        options = MicOptions(
            rate_hz=address.integer("rate", 16_000, 8_000, 96_000),
            channel=address.integer("channel", 0, 1, 8),
            gain_db=address.number("gain_db", 0.0, -60.0, 60.0),
            latency_ms=latency_ms,
        )
        return SoundFeed(options)
    mounting = parse_mounting(address.text("axes")) if address.text("axes") else None
    return MotionFeed(latency_ms, mounting)
