"""One WebSocket server per port, shared by all sensors of this process that listen there.

Knows connections, who may connect, and how everything ends; refuses to know what messages mean
beyond their form. Browsers let any web page open a connection to this machine, so pages from
elsewhere are refused unless they know the token. There is no TLS here: the library reads and
writes a connection from two threads, which Python's TLS sockets do not bear; a proxy can do it.
"""

import hmac
import json
import logging
import socket
import threading
import weakref
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qs, urlsplit

from anymal.errors import ConfigError, InputError, SensorError
from anymal.sensors.ws_inbox import Inbox, Peer
from anymal.sensors.ws_message import parse_message

if TYPE_CHECKING:
    from websockets.http11 import Request, Response
    from websockets.sync.server import Server, ServerConnection

__all__ = ["ServerOptions", "WsServer", "join"]

MAX_CLIENTS = 16
MAX_FAULTS = 1000  # then the connection is closed: nobody reads our answers
OPENING_S, CLOSING_S, SENDING_S, CUT_S = 3.0, 1.0, 5.0, 1.5
ANSWER_S = 0.2  # how long an answer of a sensor's thread may wait
NEAR = ("localhost", "127.0.0.1", "::1")
_LOG = logging.getLogger(__name__)
_LOG.addHandler(logging.NullHandler())  # junk on the port is counted, not printed


@dataclass(frozen=True)
class ServerOptions:
    """Where to listen, and what clients must know (`token` empty: nothing)."""

    host: str
    port: int
    token: str = ""
    max_bytes: int = 8 << 20

    @property
    def url(self) -> str:
        """What clients connect to."""
        return f"ws://[{self.host}]:{self.port}" if ":" in self.host else f"ws://{self.host}:{self.port}"


_SERVERS: dict[tuple[str, int], "WsServer"] = {}
_SERVERS_LOCK = threading.Lock()


def join(options: ServerOptions, inbox: Inbox) -> "WsServer":
    """Have `inbox` filled from this port, whose server is started if there is none; `leave` it afterwards.

    Raises `SensorError` when the port cannot be had, `ConfigError` when it is shared already with
    other options, or without the `websockets` library.
    """
    place = (options.host, options.port)
    with _SERVERS_LOCK:
        server = _SERVERS.get(place)
        if server is not None and not server.is_alive:
            server.stop()
            server = None
        if server is None:
            server = _SERVERS[place] = WsServer(options)
            try:
                server.start()
            except BaseException:
                del _SERVERS[place]
                raise
        elif server.options != options:
            raise ConfigError(
                f"{options.url} is open with another token or max_mb; give all sensors of a port the same, "
                "or another port"
            )
        server.inboxes.append(inbox)
        return server


class WsServer:
    """The server of one port. Counts of all its clients together: see `counts`."""

    def __init__(self, options: ServerOptions) -> None:
        self.options = options
        self.inboxes: list[Inbox] = []
        self._lock = threading.Lock()
        self._counts = dict.fromkeys(("clients", "connects", "rejected", "malformed", "unwanted"), 0)
        self._connections: weakref.WeakSet[ServerConnection] = weakref.WeakSet()
        self._stopping = threading.Event()
        self._server: Server | None = None
        self._thread = threading.Thread(target=self._serve, name=f"ws-listen {options.url}", daemon=True)

    @property
    def is_alive(self) -> bool:
        """Whether new clients can connect."""
        return self._thread.is_alive()

    def counts(self) -> Mapping[str, int]:
        """`clients` now, `connects` ever, `rejected` at the door, `malformed` and `unwanted` messages."""
        with self._lock:
            return dict(self._counts)

    def start(self) -> None:
        """Listen; raises `SensorError` or `ConfigError`, and then holds nothing."""
        try:
            from websockets.sync.server import serve
        except ImportError as error:
            cure = 'pip install "anymal-edge[ws]", or the package python3-websockets'
            raise ConfigError(f"ws-listen needs the library websockets ({error}): {cure}") from error
        try:
            self._server = serve(
                self._handle,
                self.options.host,
                self.options.port,
                family=socket.AF_INET6 if ":" in self.options.host else socket.AF_INET,
                process_request=self._at_the_door,
                create_connection=cast(Any, self._connect),  # a function serves as well as the class
                compression=None,
                max_size=self.options.max_bytes,
                max_queue=4,
                open_timeout=OPENING_S,
                close_timeout=CLOSING_S,
                logger=_LOG,
                server_header=None,
            )
        except OSError as error:
            cure = f"choose another port, or see who has it with `ss -ltnp sport = :{self.options.port}`"
            raise SensorError(f"cannot listen on {self.options.url}: {error.strerror}; {cure}") from error
        self._thread.start()

    def leave(self, inbox: Inbox) -> None:
        """Stop filling `inbox`; the last one to leave closes the port and every connection."""
        with _SERVERS_LOCK:
            if inbox in self.inboxes:
                self.inboxes.remove(inbox)
            if not self.inboxes:
                place = (self.options.host, self.options.port)
                if _SERVERS.get(place) is self:
                    del _SERVERS[place]
                self.stop()

    def stop(self) -> None:
        """Say goodbye to clients, cut off who does not answer, and wait until every thread has ended."""
        if self._server is None:
            return
        self._stopping.set()
        cut = threading.Timer(CUT_S, self._cut)
        cut.start()
        self._server.shutdown()
        cut.cancel()
        cut.join()
        self._thread.join()

    def _cut(self) -> None:
        """End what hangs in an opening handshake or in sending to a client that does not read."""
        for connection in list(self._connections):
            with suppress(OSError):
                connection.socket.shutdown(socket.SHUT_RDWR)

    def _serve(self) -> None:
        if self._server is not None:
            self._server.serve_forever()

    def _connect(self, *args: Any, **options: Any) -> "ServerConnection":
        from websockets.sync.server import ServerConnection

        connection = ServerConnection(*args, **options)
        connection.socket.settimeout(SENDING_S)  # who does not read is given up
        self._connections.add(connection)
        return connection

    def _at_the_door(self, connection: "ServerConnection", request: "Request") -> "Response | None":
        """Refuse a client before the WebSocket handshake."""
        refusal: tuple[HTTPStatus, str] | None = None
        with self._lock:
            if self._counts["clients"] >= MAX_CLIENTS:
                refusal = HTTPStatus.SERVICE_UNAVAILABLE, f"{MAX_CLIENTS} clients are connected already"
        refusal = refusal or _refusal(self.options.token, request.path, request.headers)
        if refusal is None:
            return None
        with self._lock:
            self._counts["rejected"] += 1
        return connection.respond(refusal[0], refusal[1] + "\n")

    def _handle(self, connection: "ServerConnection") -> None:
        """Serve one client, in its own thread."""
        from websockets.exceptions import ConnectionClosed
        from websockets.protocol import State

        peer = Peer(_name(connection), lambda: connection.protocol.state is not State.OPEN)
        with self._lock:
            self._counts["connects"] += 1
            self._counts["clients"] += 1
        try:
            wanted = sorted({inbox.stream or inbox.sense for inbox in list(self.inboxes)})
            _say(connection, {"listening": wanted})
            self._converse(connection, peer)
        except ConnectionClosed as closed:
            # We closed it for what it sent: broken frames or UTF-8, or more than max_size.
            if closed.sent is not None and closed.sent.code in (1002, 1007, 1009):
                self._count("malformed")
        finally:
            self._count("clients", -1)

    def _converse(self, connection: "ServerConnection", peer: Peer) -> None:
        faults = 0
        while not self._stopping.is_set():
            for text in peer.complaints():
                _say(connection, {"error": text})
                faults += 1
            if faults > MAX_FAULTS:
                connection.close(1008, "too many errors")
                return
            try:
                data = connection.recv(ANSWER_S)
            except TimeoutError:
                continue
            try:
                message = parse_message(data)
            except InputError as error:
                self._count("malformed")
                peer.complain(str(error))
                continue
            takers = [inbox for inbox in list(self.inboxes) if inbox.wants(message)]
            for inbox in takers:
                inbox.put(message, peer)
            if not takers:
                self._count("unwanted")
                peer.complain_once(f"nobody listens for {message.sense} of stream {message.stream!r} here")

    def _count(self, name: str, number: int = 1) -> None:
        with self._lock:
            self._counts[name] += number


def _refusal(token: str, path: str, headers: Any) -> tuple[HTTPStatus, str] | None:
    """Return why a client may not come in: no token, or a web page of somebody else."""
    given = parse_qs(urlsplit(path).query).get("token", [""])[-1]
    bearer = headers.get("Authorization", "").removeprefix("Bearer ")
    if token:
        if any(hmac.compare_digest(found.encode(), token.encode()) for found in (given, bearer)):
            return None
        return (
            HTTPStatus.UNAUTHORIZED,
            "wrong or no token; connect to /?token=.. or send Authorization: Bearer",
        )
    origin = headers.get("Origin")
    if origin is None or urlsplit(origin).hostname in NEAR:
        return None
    return HTTPStatus.FORBIDDEN, (
        f"web pages of {origin} may not feed sensors here; open the page from http://localhost, "
        "or give the sensor's address a token"
    )


def _say(connection: "ServerConnection", what: dict[str, Any]) -> None:
    """Send, unless the client is leaving: what it sent before that is still taken."""
    from websockets.exceptions import ConnectionClosed
    from websockets.protocol import State

    if connection.protocol.state is State.OPEN:
        with suppress(ConnectionClosed):
            connection.send(json.dumps(what))


def _name(connection: "ServerConnection") -> str:
    try:
        host, port = connection.remote_address[:2]
    except OSError:  # it has left already
        return "a client"
    return f"{host}:{port}"
