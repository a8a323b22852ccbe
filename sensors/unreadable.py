"""What of a stream cannot be decoded: pictures that were cut short, and too many failures in a row.

Knows JPEG's end and when a user must hear of it; refuses to know streams and clocks.
"""

import threading
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from av.packet import Packet
    from av.stream import Stream
    from av.video.codeccontext import VideoCodecContext
    from av.video.frame import VideoFrame

__all__ = ["Failures", "WholeJpegs"]

FEW = 5  # one or two are lost bytes; so many in a row are no stream to look at
_SCAN, _END = b"\xff\xda", b"\xff\xd9"
Step = Literal["decoded", "converted"]


class _Row(NamedTuple):
    """Failures one after the other."""

    failures: int
    first_ns: int
    last_ns: int


class Failures:
    """Counts failures in a row; may be told and asked from any thread.

    Each step to a picture has a row of its own: what is decoded without a fault may still never become a
    picture, and not everything that is decoded is to become one.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rows: dict[Step, _Row] = {}

    def note(self, good: bool, arrival_ns: int, step: Step = "decoded") -> None:
        """Something that came at `arrival_ns` could be decoded, or could not."""
        with self._lock:
            if good:
                self._rows.pop(step, None)
                return
            before = self._rows.get(step, _Row(0, arrival_ns, arrival_ns))
            self._rows[step] = _Row(before.failures + 1, before.first_ns, arrival_ns)

    @property
    def lasted_ns(self) -> int:
        """How long nothing that came could be decoded; 0 when the newest could."""
        with self._lock:
            return max((row.last_ns - row.first_ns for row in self._rows.values()), default=0)

    def trouble(self) -> str:
        """What to tell, once a few in a row have failed."""
        with self._lock:
            count = max((row.failures for row in self._rows.values()), default=0)
        if count < FEW:
            return ""
        cure = "Is the cable or the network losing data, or is it another format?"
        return f"what comes cannot be decoded, {count} times in a row. {cure}"


class WholeJpegs:
    """Decodes JPEGs with `codec`, but gives nothing for one whose rest is missing.

    FFmpeg fills that in with grey, or with an older picture. Some cameras leave the end marker out; their
    pictures go to a strict decoder, which refuses when it runs dry. Not the others: it also refuses what
    does no harm.
    """

    def __init__(self, codec: "VideoCodecContext") -> None:
        self._codec = codec
        self._strict: VideoCodecContext | None = None

    def decode(self, packet: "Packet[Stream]") -> "list[VideoFrame]":
        """Return the picture, or nothing; raises as PyAV does."""
        data = bytes(packet)
        if not data:  # would tell the decoder that nothing follows
            return []
        # An end before the last scan is that of a thumbnail in the header.
        if data.rfind(_END) > data.rfind(_SCAN):
            return self._codec.decode(packet)
        if self._strict is None:
            self._strict = _strict()
        return self._strict.decode(packet)


def _strict() -> "VideoCodecContext":
    import av

    codec: VideoCodecContext = av.CodecContext.create("mjpeg", "r")
    codec.options = {"err_detect": "explode"}
    return codec
