"""Where a motion sensor's bytes come from: a serial port, a TCP server, or UDP datagrams.

Knows reading with a timeout and what to say when a link is gone; refuses to know protocols.
Constructing a source opens it, or raises `SensorError` and leaves nothing behind.
"""

import socket
from typing import Protocol
from urllib.parse import urlsplit

from anymal.errors import ConfigError, SensorError

__all__ = ["ByteSource", "TcpSource", "UdpSource"]

CONNECT_S = 2.0
_MOST = 1 << 16
_LEAST_S = 1e-3  # 0 would mean something else to a socket


class ByteSource(Protocol):
    """An open link; one thread uses it."""

    def read(self, timeout_s: float) -> bytes:
        """Return what is there, waiting at most `timeout_s`; empty for silence. Raises `SensorError`."""
        ...

    def write(self, data: bytes) -> None:
        """Send `data`; raises `SensorError`."""
        ...

    def close(self) -> None:
        """Release the link; a second call does nothing."""
        ...

    def describe(self) -> str:
        """Say what was opened."""
        ...


class TcpSource:
    """A client of `tcp://host:port`, such as a WiFi IMU or ser2net."""

    def __init__(self, address: str, name: str) -> None:
        self._name = name
        self._where = _host_and_port(address, name)
        try:
            self._socket = socket.create_connection(self._where, CONNECT_S)
        except OSError as error:
            raise SensorError(
                f"{name}: cannot connect to {_said(self._where)}: {error}. Is the sensor on this network, "
                "and switched on?"
            ) from error
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def read(self, timeout_s: float) -> bytes:
        """Return what is there, waiting at most `timeout_s`."""
        self._socket.settimeout(max(timeout_s, _LEAST_S))
        try:
            data = self._socket.recv(_MOST)
        except TimeoutError:
            return b""
        except OSError as error:
            raise SensorError(f"{self._name}: the connection is lost: {error}") from error
        if not data:
            raise SensorError(f"{self._name}: {_said(self._where)} closed the connection")
        return data

    def write(self, data: bytes) -> None:
        """Send `data`."""
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise SensorError(f"{self._name}: cannot send to {_said(self._where)}: {error}") from error

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def describe(self) -> str:
        """Say whom we are connected to."""
        return f"TCP {_said(self._where)}"


class UdpSource:
    """Datagrams that come to `udp://address:port` of this machine; answers go to the last sender."""

    def __init__(self, address: str, name: str) -> None:
        self._name = name
        self._where = _host_and_port(address, name)
        family = socket.AF_INET6 if ":" in self._where[0] else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        try:
            self._socket.bind(self._where)
        except OSError as error:
            self._socket.close()
            raise SensorError(
                f"{name}: cannot listen on {_said(self._where)}: {error}. The address must be one of this "
                "machine's (127.0.0.1, or 0.0.0.0 for all networks) and the port free"
            ) from error
        self._sender: tuple[str, int] | None = None

    def read(self, timeout_s: float) -> bytes:
        """Return one datagram, waiting at most `timeout_s`."""
        self._socket.settimeout(max(timeout_s, _LEAST_S))
        try:
            data, self._sender = self._socket.recvfrom(_MOST)
        except TimeoutError:
            return b""
        except OSError as error:
            raise SensorError(f"{self._name}: listening on {_said(self._where)} failed: {error}") from error
        return data

    def write(self, data: bytes) -> None:
        """Send `data` to whoever sent last; to nobody before."""
        if self._sender is None:
            return
        try:
            self._socket.sendto(data, self._sender)
        except OSError as error:
            raise SensorError(f"{self._name}: cannot send to {_said(self._sender)}: {error}") from error

    def close(self) -> None:
        """Stop listening."""
        self._socket.close()

    def describe(self) -> str:
        """Say where we listen."""
        return f"UDP {_said(self._where)}"


def _host_and_port(address: str, name: str) -> tuple[str, int]:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or not port:
        raise ConfigError(f"{name}: wanted host:port after {address.partition(':')[0]}://, found {address!r}")
    return host, port


def _said(where: tuple[str, int]) -> str:
    return f"{where[0]}:{where[1]}"
