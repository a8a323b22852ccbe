"""What of a stream cannot be decoded: pictures that were cut short, and too many failures in a row.

Knows JPEG's end and when a user must hear of it; refuses to know streams and clocks.
"""

__all__ = ["Failures", "is_cut_jpeg"]

FEW = 5  # one or two are lost bytes; so many in a row are no stream to look at
_SCAN, _END = b"\xff\xda", b"\xff\xd9"


class Failures:
    """Counts failures in a row; may be asked from any thread."""

    def __init__(self) -> None:
        self._first_ns = self._last_ns = 0
        self._count = 0

    def note(self, good: bool, arrival_ns: int) -> None:
        """Something that came at `arrival_ns` could be decoded, or could not."""
        if not self._count:
            self._first_ns = arrival_ns
        self._last_ns = arrival_ns
        self._count = 0 if good else self._count + 1

    @property
    def lasted_ns(self) -> int:
        """How long nothing that came could be decoded; 0 when the newest could."""
        return self._last_ns - self._first_ns if self._count else 0

    def trouble(self) -> str:
        """What to tell, once a few in a row have failed."""
        if self._count < FEW:
            return ""
        cure = "Is the cable or the network losing data, or is it another format?"
        return f"what comes cannot be decoded, {self._count} times in a row. {cure}"


def is_cut_jpeg(data: bytes) -> bool:
    """Whether the rest of a JPEG is missing: FFmpeg fills it in with grey, or with an older picture.

    Some cameras leave the end marker out; of their pictures the decoder is asked whether it ran dry.
    Not of the others: it also complains of what does no harm.
    """
    # An end before the last scan is that of a thumbnail in the header.
    if data.rfind(_END) > data.rfind(_SCAN):
        return False
    import av

    strict = av.CodecContext.create("mjpeg", "r")
    strict.options = {"err_detect": "explode"}
    try:
        return not strict.decode(av.Packet(data))
    except (av.FFmpegError, ValueError):
        return True
