"""A small RTSP camera for tests, in Python: H.264 pictures with a time barcode, and L16 sound.

Knows just enough of RTSP 1.0 over TCP (interleaved) to be played by FFmpeg and GStreamer; refuses
everything else. It can be frozen, killed, restarted on its port, and made to stall. The capture
time of each picture stands in the picture and in its RTP time stamp.
"""

import base64
import contextlib
import select
import socket
import struct
import threading
import time
from fractions import Fraction
from types import TracebackType

import av
import numpy as np

from tests.camera_rig import barcode_picture, now_ms

__all__ = ["SOUND_HZ", "TONE_HZ", "RtspServer"]

WIDTH, HEIGHT = 320, 240
SOUND_HZ, TONE_HZ = 24_000, 1000.0
_CLOCK_HZ = 90_000
_LARGEST = 1400  # bytes of one RTP payload
_SOUND_BLOCK = SOUND_HZ // 50


class RtspServer:
    """`rtsp://127.0.0.1:PORT/cam` at `fps`; use it with `with`.

    `frozen` set: connections stay, nothing is sent, the port answers no requests. `stop` and
    `start` kill and restart it on the same port; `served` counts pictures sent.
    """

    def __init__(self, fps: float = 30.0) -> None:
        self.frozen = threading.Event()
        self.served = 0
        self.fps = fps
        self.stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        self.port = 0
        self.start()

    def __enter__(self) -> "RtspServer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where the camera is."""
        return f"rtsp://127.0.0.1:{self.port}/cam"

    def start(self) -> None:
        """Serve, on the port of the last time if there was one."""
        self.stopping.clear()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = int(self._listener.getsockname()[1])
        self._spawn(self._accept)

    def stop(self) -> None:
        """Close every connection and the port."""
        self.stopping.set()
        for thread in list(self._threads):
            thread.join()
        self._threads.clear()
        self._listener.close()

    def _spawn(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, name="rtsp rig")  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self.stopping.is_set():
            if select.select([self._listener], [], [], 0.05)[0] and not self.frozen.is_set():
                connection, _ = self._listener.accept()
                self._spawn(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            _Session(connection, self).run()


class _Session:
    """One client: answers requests until PLAY, then sends pictures and sound as they are due."""

    def __init__(self, connection: socket.socket, server: RtspServer) -> None:
        self._connection = connection
        self._server = server
        self._channels: dict[str, int] = {}  # track -> interleaved channel
        self._playing = False
        self._sequence = {"video": 0, "audio": 0}
        self._encoder = _encoder(server.fps)
        self._parameters = _parameter_sets(_encoder(server.fps))

    def run(self) -> None:
        """Serve until the client leaves or the server stops."""
        picture_due = sound_due = time.monotonic()
        sent = 0
        unread = b""
        while not self._server.stopping.is_set():
            if self._server.frozen.is_set():
                self._server.stopping.wait(0.01)
                picture_due = time.monotonic()
                continue
            due = min(picture_due, sound_due) if self._playing else time.monotonic() + 0.05
            if select.select([self._connection], [], [], max(0.0, due - time.monotonic()))[0]:
                data = self._connection.recv(1 << 16)
                if not data:
                    return
                unread = self._requests(unread + data)
                continue
            if self._playing and time.monotonic() >= picture_due:
                picture_due += 1.0 / self._server.fps
                self._send_picture()
                self._server.served += 1
            if self._playing and time.monotonic() >= sound_due:
                sound_due += _SOUND_BLOCK / SOUND_HZ
                sent = self._send_sound(sent)

    def _requests(self, data: bytes) -> bytes:
        """Answer every whole request; return what is left."""
        while data:
            if data[:1] == b"$":  # the client's RTCP
                length = 4 + int.from_bytes(data[2:4], "big")
                if len(data) < length:
                    break
                data = data[length:]
                continue
            head, end, rest = data.partition(b"\r\n\r\n")
            if not end:
                break
            self._answer(head.decode().split("\r\n"))
            data = rest
        return data

    def _answer(self, lines: list[str]) -> None:
        method, url, _ = lines[0].split(" ")
        fields = {
            name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])
        }
        extra, body = ["Session: 1"], ""
        if method == "OPTIONS":
            extra = ["Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN"]
        elif method == "DESCRIBE":
            body = self._description()
            extra = ["Content-Type: application/sdp", f"Content-Base: {url}/"]
        elif method == "SETUP":
            transport = fields["transport"]
            self._channels[url.rpartition("/")[2]] = int(
                transport.partition("interleaved=")[2].partition("-")[0]
            )
            extra += [f"Transport: {transport}"]
        elif method == "PLAY":
            self._playing = True
        reply = [
            "RTSP/1.0 200 OK",
            f"CSeq: {fields['cseq']}",
            *extra,
            f"Content-Length: {len(body)}",
            "",
            body,
        ]
        self._connection.sendall("\r\n".join(reply).encode())

    def _description(self) -> str:
        sets = ",".join(base64.b64encode(unit).decode() for unit in self._parameters)
        lines = [
            "v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=rig", "t=0 0", "a=control:*",
            "m=video 0 RTP/AVP 96", "a=rtpmap:96 H264/90000",
            f"a=fmtp:96 packetization-mode=1;sprop-parameter-sets={sets}", "a=control:video",
            "m=audio 0 RTP/AVP 97", f"a=rtpmap:97 L16/{SOUND_HZ}/1", "a=control:audio", "",
        ]  # fmt: skip
        return "\r\n".join(lines)

    def _send_picture(self) -> None:
        if "video" not in self._channels:
            return
        stamp_ms = now_ms()
        frame = av.VideoFrame.from_ndarray(barcode_picture(stamp_ms, WIDTH, HEIGHT), format="rgb24")
        frame = frame.reformat(format="yuv420p")
        frame.pts, frame.time_base = stamp_ms, Fraction(1, 1000)
        for packet in self._encoder.encode(frame):
            units = _units(bytes(packet))
            for i, unit in enumerate(units):
                self._send_unit(unit, stamp_ms * _CLOCK_HZ // 1000, last=i == len(units) - 1)

    def _send_unit(self, unit: bytes, stamp: int, last: bool) -> None:
        """One NAL unit as a packet, or in fragments (RFC 6184, FU-A)."""
        if len(unit) <= _LARGEST:
            self._send("video", 96, unit, stamp, last)
            return
        pieces = [unit[i : i + _LARGEST] for i in range(1, len(unit), _LARGEST)]
        for i, piece in enumerate(pieces):
            start, end = i == 0, i == len(pieces) - 1
            head = bytes([unit[0] & 0xE0 | 28, start << 7 | end << 6 | unit[0] & 0x1F])
            self._send("video", 96, head + piece, stamp, last and end)

    def _send_sound(self, sent: int) -> int:
        if "audio" in self._channels:
            t_s = (sent + np.arange(_SOUND_BLOCK)) / SOUND_HZ
            tone = (0.5 * 32767 * np.sin(2 * np.pi * TONE_HZ * t_s)).astype(">i2")
            self._send("audio", 97, tone.tobytes(), sent, last=True)
        return sent + _SOUND_BLOCK

    def _send(self, track: str, kind: int, payload: bytes, stamp: int, last: bool) -> None:
        number = self._sequence[track]
        self._sequence[track] = number + 1
        head = struct.pack(">BBHII", 0x80, last << 7 | kind, number & 0xFFFF, stamp & 0xFFFFFFFF, 7)
        packet = head + payload
        self._connection.sendall(struct.pack(">BBH", 0x24, self._channels[track], len(packet)) + packet)


def _encoder(fps: float) -> av.VideoCodecContext:
    encoder = av.VideoCodecContext.create("libx264", "w")
    encoder.width, encoder.height, encoder.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    encoder.time_base, encoder.framerate = Fraction(1, 1000), Fraction(round(fps))
    encoder.options = {"preset": "ultrafast", "tune": "zerolatency", "g": str(round(fps)), "threads": "1"}
    encoder.open()
    return encoder


def _parameter_sets(encoder: av.VideoCodecContext) -> list[bytes]:
    """Encode one picture to learn SPS and PPS."""
    frame = av.VideoFrame(WIDTH, HEIGHT, "yuv420p")
    for plane in frame.planes:
        plane.update(bytes([128]) * plane.buffer_size)
    frame.pts, frame.time_base = now_ms() - 1000, Fraction(1, 1000)
    data = b"".join(bytes(packet) for packet in encoder.encode(frame))
    return [unit for unit in _units(data) if unit[0] & 0x1F in (7, 8)]


def _units(data: bytes) -> list[bytes]:
    """Split an Annex B stream into NAL units."""
    parts = data.replace(b"\0\0\0\1", b"\0\0\1").split(b"\0\0\1")
    return [part for part in parts if part]
