"""A port where a phone or camera publishes RTMP: `rtmp-listen://0.0.0.0:1935/live/key`.

Knows waiting for one publisher and passing its bytes on; refuses to know RTMP, which FFmpeg
speaks. FFmpeg can listen itself but cannot be told to stop, and its timeout would cut off a
handshake in the middle: so the public port is ours, and a publisher is relayed to an FFmpeg
listener on a loopback port of the moment.
"""

import contextlib
import select
import socket
import threading
import time
from urllib.parse import urlsplit

from anymal.errors import ConfigError, SensorError
from anymal.sensors.address import SensorAddress
from anymal.sensors.camera_source import CameraOptions, OpenStream, open_stream

__all__ = ["RtmpListener"]

_LOOK_S = 0.1  # how often a wait looks whether it should end
_PIECE = 1 << 16


class RtmpListener:
    """Holds the port from construction to `close`; takes one publisher. Raises `SensorError` when taken."""

    def __init__(self, address: SensorAddress, options: CameraOptions) -> None:
        self._address = address
        self._options = options
        self._name = address.uri
        parts = urlsplit(f"rtmp:{address.target}")
        try:
            host, port = parts.hostname or "127.0.0.1", parts.port if parts.port is not None else 1935
        except ValueError as error:
            raise ConfigError(f"{self._name}: {error}; wanted rtmp-listen://HOST:PORT/app/key") from None
        self._path = parts.path or "/live"
        self._stop = threading.Event()
        self._relay: threading.Thread | None = None
        try:
            self._socket = socket.create_server((host, port), backlog=1)
        except OSError as error:
            cure = "Close the program that has it, or choose another port"
            raise SensorError(
                f"{self._name}: cannot listen at {host}:{port} ({error.strerror}). {cure}."
            ) from error

    @property
    def port(self) -> int:
        """The port in use; interesting when 0 was asked for."""
        return int(self._socket.getsockname()[1])

    def accept(self) -> OpenStream | None:
        """Wait for a publisher and open its stream; None when closed meanwhile."""
        while not self._stop.is_set():
            try:
                if not select.select([self._socket], [], [], _LOOK_S)[0]:
                    continue
                publisher, _ = self._socket.accept()
            except (OSError, ValueError):  # closed while waiting, or the caller hung up at once
                continue
            publisher.settimeout(self._options.timeout_s)
            return self._open(publisher)
        return None

    def close(self) -> None:
        """Give the port back and end the relay."""
        self._stop.set()
        self._socket.close()
        if self._relay is not None:
            self._relay.join()

    def _open(self, publisher: socket.socket) -> OpenStream:
        port = _free_port()
        self._relay = threading.Thread(
            target=self._run, args=(publisher, port), name=f"relay {self._name}", daemon=True
        )
        self._relay.start()
        return open_stream(self._address, self._options, f"rtmp://127.0.0.1:{port}{self._path}")

    def _run(self, publisher: socket.socket, port: int) -> None:
        """Pass bytes both ways until either side or `close` ends it."""
        with publisher, contextlib.suppress(OSError), self._connect(port) as ffmpeg:
            while not self._stop.is_set():
                for source in select.select([publisher, ffmpeg], [], [], _LOOK_S)[0]:
                    data = source.recv(_PIECE)
                    if not data:
                        return
                    (ffmpeg if source is publisher else publisher).sendall(data)

    def _connect(self, port: int) -> socket.socket:
        """FFmpeg's listener comes up a moment after it is asked to."""
        deadline = time.monotonic() + 2 * self._options.timeout_s
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=self._options.timeout_s)
            except ConnectionRefusedError:
                if time.monotonic() > deadline or self._stop.wait(0.01):
                    raise


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
