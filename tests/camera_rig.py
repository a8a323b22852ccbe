"""Cameras for tests: an HTTP MJPEG server and a network that stalls, with the time in every picture.

Knows how to make pictures that carry their own capture time and how to serve, freeze, kill and
restart them; refuses to know what a camera driver should make of it. The RTSP server is in
`rtsp_rig`. The top of each picture is a barcode: 32 blocks, most significant bit first, luma 235
for 1 and 16 for 0: `time.monotonic_ns()` in milliseconds at the moment it was drawn.
"""

import contextlib
import io
import select
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray
from PIL import Image

__all__ = [
    "MjpegServer",
    "StallProxy",
    "barcode_ms",
    "barcode_picture",
    "in_use",
    "newly_in_use",
    "now_ms",
    "wait_until",
]

BITS = 32
_BAR_ROWS = 24


def now_ms() -> int:
    """The present as the barcode carries it."""
    return time.monotonic_ns() // 1_000_000 & 0xFFFFFFFF


def barcode_picture(stamp_ms: int, width: int = 320, height: int = 240) -> NDArray[np.uint8]:
    """Draw a grey RGB picture [height, width, 3] whose top rows carry `stamp_ms`."""
    rgb = np.full((height, width, 3), 110, np.uint8)
    bits = [235 if stamp_ms >> (BITS - 1 - bit) & 1 else 16 for bit in range(BITS)]
    bar = np.repeat(np.array(bits, np.uint8), width // BITS)
    rgb[:_BAR_ROWS, : len(bar)] = bar[None, :, None]
    return rgb


def barcode_ms(rgb: NDArray[np.uint8]) -> int:
    """Read the time a picture was drawn at; robust to compression."""
    block = rgb.shape[1] // BITS
    middle = rgb[4 : _BAR_ROWS - 4, : block * BITS, 1].astype(np.float64).mean(axis=0)
    lit = middle.reshape(BITS, block)[:, block // 4 : block - block // 4].mean(axis=1) > 125
    return int("".join("1" if bit else "0" for bit in lit), 2)


def wait_until(true: Callable[[], bool], what: str, timeout_s: float = 30.0) -> None:
    """Return once `true()` is; fails the test, saying what did not happen, after `timeout_s`."""
    deadline = time.monotonic() + timeout_s
    while not true():
        if time.monotonic() > deadline:
            raise AssertionError(f"within {timeout_s:g} s did not happen: {what}")
        time.sleep(0.005)


def in_use() -> tuple[list[str], list[str]]:
    """Names of this process's threads, and what its open files are, for before and after."""
    files = []
    for entry in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):
            files.append(str(entry.readlink()).partition("[")[0])
    return sorted(thread.name for thread in threading.enumerate()), sorted(files)


def newly_in_use(before: tuple[list[str], list[str]]) -> list[str]:
    """What is `in_use` and was not before; what others had may have gone meanwhile."""
    return [
        name for now, then in zip(in_use(), before, strict=True) for name in (Counter(now) - Counter(then))
    ]


class MjpegServer:
    """`http://127.0.0.1:PORT/stream` in the shape of an ESP32-CAM: parts with Content-Length.

    `frozen` set: the connection stays, no picture is drawn. `stop` and `start` kill and restart
    it on the same port; `served` counts pictures sent; each goes through `spoil` first. Use it with `with`.
    """

    def __init__(self, fps: float = 25.0, width: int = 320, height: int = 240) -> None:
        self.frozen = threading.Event()
        self.served = 0
        self.spoil: Callable[[bytes], bytes] = lambda jpeg: jpeg
        self._shape = (width, height)
        self._period_s = 1.0 / fps
        self._stopping = threading.Event()
        self._server: ThreadingHTTPServer | None = None
        self.port = 0
        self.start()

    def __enter__(self) -> "MjpegServer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where the stream is."""
        return f"http://127.0.0.1:{self.port}/stream"

    def start(self) -> None:
        """Serve, on the port of the last time if there was one."""
        self._stopping.clear()
        rig = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                rig._serve(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._server.daemon_threads = False  # so that stop() waits for them
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="mjpeg rig")
        self._thread.start()

    def stop(self) -> None:
        """Close every connection and the port."""
        self._stopping.set()
        if self._server is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
            self._server = None

    def _serve(self, request: BaseHTTPRequestHandler) -> None:
        if request.path != "/stream":
            request.send_error(404)
            return
        request.send_response(200)
        request.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        request.end_headers()
        due = time.monotonic()
        with contextlib.suppress(OSError):  # the client left
            while not self._stopping.wait(max(0.0, due - time.monotonic())):
                due = max(due + self._period_s, time.monotonic())
                if self.frozen.is_set():
                    continue
                body = io.BytesIO()
                Image.fromarray(barcode_picture(now_ms(), *self._shape)).save(body, "JPEG", quality=90)
                jpeg = self.spoil(body.getvalue())
                head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
                request.wfile.write(head.encode() + jpeg + b"\r\n")
                self.served += 1


class StallProxy:
    """Relays TCP to `port` of this machine; `hold` makes a network that swallows nothing but delays.

    While held, bytes towards the client are kept; `release` sends all of them at once, as a
    wireless link does after it was blocked. Use it with `with`.
    """

    def __init__(self, port: int) -> None:
        self._upstream = port
        self._held = threading.Event()
        self._stopping = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    def __enter__(self) -> "StallProxy":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        for thread in list(self._threads):
            thread.join()
        self._listener.close()

    def hold(self) -> None:
        """Keep what the server sends from now on."""
        self._held.set()

    def release(self) -> None:
        """Let it through."""
        self._held.clear()

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, name="stall rig")  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            if select.select([self._listener], [], [], 0.05)[0]:
                client, _ = self._listener.accept()
                self._start(self._relay, client)

    def _relay(self, client: socket.socket) -> None:
        kept: list[bytes] = []
        with (
            contextlib.suppress(OSError),
            client,
            socket.create_connection(("127.0.0.1", self._upstream)) as server,
        ):
            while not self._stopping.is_set():
                ready = select.select([client, server], [], [], 0.01)[0]
                for source in ready:
                    data = source.recv(1 << 18)
                    if not data:
                        return
                    if source is server:
                        kept.append(data)
                    else:
                        server.sendall(data)
                if kept and not self._held.is_set():
                    client.sendall(b"".join(kept))
                    kept.clear()
