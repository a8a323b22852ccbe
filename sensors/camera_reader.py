"""The thread that always reads a live stream, since FFmpeg's reads block and cannot be interrupted.

Knows one open stream, when it fell silent and how it ended; refuses to know what packets mean: a
sink takes them. The thread owns the container and closes it, so that nobody frees what FFmpeg is
reading. Native waits end by FFmpeg's own timeout (network) or are never entered (V4L2).
"""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from anymal.clock import Clock
from anymal.errors import SensorError
from anymal.samples import NS_PER_S
from anymal.sensors.address import safe_uri
from anymal.sensors.camera_source import OpenStream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.packet import Packet
    from av.stream import Stream

__all__ = ["NO_PICTURE_S", "PacketSink", "StreamReader"]

_WAIT_S = 0.1  # how often the thread looks whether it should stop, while a device is silent
_EMPTY_S = 0.005  # a pause after a read that found nothing
NO_PICTURE_S = 15.0  # the longest wait for a key frame while packets come


class PacketSink(Protocol):
    """Takes packets on the reader's thread."""

    def add(self, packet: "Packet[Stream]", arrival_ns: int) -> bool:
        """Take a packet that came at `arrival_ns`; True when something in it could be decoded."""
        ...

    def end(self) -> None:
        """Let go of everything that points into the stream: it is about to be closed."""
        ...


class StreamReader:
    """Reads what `connect` opens (on the thread, since it may wait for a client) until `close`.

    `connect` also tells the sink what follows; it returns None when it was told to give up.
    """

    def __init__(
        self,
        name: str,
        connect: Callable[[], OpenStream | None],
        sink: PacketSink,
        clock: Clock,
        timeout_s: float,
    ) -> None:
        self._name = name
        self._connect = connect
        self._sink = sink
        self._clock = clock
        self._timeout_s = timeout_s
        self._changed = threading.Condition()
        self._stop = threading.Event()
        self._ready = False
        self._error: BaseException | None = None
        self._packet_ns: int | None = None  # None until the stream is open
        self._shown_ns = 0
        self._thread = threading.Thread(target=self._work, name=f"reader {name}", daemon=True)
        self._thread.start()

    @property
    def connected(self) -> bool:
        """Whether the stream is open: a listener waits for its client first."""
        return self._packet_ns is not None

    def wait(self, timeout_s: float) -> None:
        """Return when the sink has something to show, at the latest after `timeout_s`.

        Raises `SensorError` when the stream has ended, failed or fallen silent.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._ready or self._error is not None, timeout_s)
            ready, self._ready = self._ready, False
            if ready:
                return
            if self._error is not None:
                raise self._error
            self._check_silence()

    def close(self, timeout_s: float) -> None:
        """Stop; waits for the thread, which closes the stream itself if it is held up for longer."""
        self._stop.set()
        self._thread.join(timeout_s)

    def _check_silence(self) -> None:
        if self._packet_ns is None:
            return
        now = self._clock.now_ns()
        for what, since_ns, limit_s in (
            ("data", self._packet_ns, self._timeout_s),
            ("picture or sound that can be decoded", self._shown_ns, max(NO_PICTURE_S, self._timeout_s)),
        ):
            if now - since_ns > limit_s * NS_PER_S:
                raise SensorError(f"{self._name}: no {what} for {limit_s:g} s. Is the camera alive?")

    def _work(self) -> None:
        stream: OpenStream | None = None
        try:
            stream = self._connect()
            if stream is not None and not self._stop.is_set():
                self._shown_ns = self._packet_ns = self._clock.now_ns()
                self._read(stream)
        except BaseException as error:  # noqa: BLE001 -- whatever killed the thread, poll() raises it
            self._fail(error)
        finally:
            if stream is not None:
                self._sink.end()
                stream.close()

    def _read(self, stream: OpenStream) -> None:
        import av

        packets = stream.packets()
        while not self._stop.is_set():
            if not stream.wait(_WAIT_S):
                continue
            try:
                packet = _next(packets, stream.descriptor is not None)
            except BlockingIOError:  # a device without a full buffer after all; the iterator has ended
                packets = stream.packets()
                self._stop.wait(_EMPTY_S)
                continue
            except (av.FFmpegError, OSError) as error:
                reason = f"{self._name}: {self._reason(error)}. Is the camera alive?"
                raise SensorError(reason) from None  # FFmpeg's own error holds the URL, password and all
            # A live stream never ends by itself: a server that died looks like the end of a file.
            if packet is None or (not packet.size and packet.pts is None and packet.dts is None):
                raise SensorError(f"{self._name}: the other side closed the stream")
            self._take(packet)

    def _take(self, packet: "Packet[Stream]") -> None:
        now = self._clock.now_ns()
        shown = self._sink.add(packet, now)
        with self._changed:
            self._packet_ns = now
            if shown:
                self._shown_ns = now
                self._ready = True
                self._changed.notify_all()

    def _reason(self, error: Exception) -> str:
        import av

        if isinstance(error, av.error.ExitError):
            return f"no data for {self._timeout_s:g} s"
        return f"the stream broke off ({getattr(error, 'strerror', None) or safe_uri(str(error))})"

    def _fail(self, error: BaseException) -> None:
        with self._changed:
            self._error = error
            self._changed.notify_all()


def _next(packets: "Iterator[Packet[Stream]]", lent: bool) -> "Packet[Stream] | None":
    """Return the next packet; one that is `lent` by a driver as a copy.

    A V4L2 packet lies in the driver's buffers and gives them back when it is freed. One that is
    freed after the camera was closed, by the garbage collector after an error, crashes the
    process; so the original does not outlive this function.
    """
    import av

    packet = next(packets, None)
    if packet is None or not lent or not packet.size:
        return packet
    copy: Packet[Stream] = av.Packet(bytes(packet))
    copy.pts, copy.dts, copy.time_base = packet.pts, packet.dts, packet.time_base
    copy.stream = packet.stream
    return copy
