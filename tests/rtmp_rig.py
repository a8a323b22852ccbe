"""A phone that publishes RTMP: run as `python -m tests.rtmp_rig PORT`, its own process, till its input ends.

Knows how to publish barcode pictures; refuses to serve. Its own process, since PyAV holds the
interpreter while it connects, and the listener under test needs it.
"""

import itertools
import select
import sys
import time
from fractions import Fraction

import av

from tests.camera_rig import barcode_picture, now_ms

__all__ = ["publish"]


def publish(port: int, fps: float = 30.0) -> None:
    """Publish H.264 to `rtmp://127.0.0.1:PORT/live/key` in real time, until standard input ends."""
    with av.open(f"rtmp://127.0.0.1:{port}/live/key", "w", format="flv") as container:
        options = {"preset": "ultrafast", "tune": "zerolatency", "g": "30"}
        stream = container.add_stream("libx264", rate=round(fps), options=options)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        stream.time_base = Fraction(1, 1000)
        first_ms = now_ms()
        for number in itertools.count():
            if select.select([sys.stdin], [], [], 0)[0]:
                break
            time.sleep(max(0.0, first_ms / 1000 + number / fps - time.monotonic()))
            stamp_ms = now_ms()
            frame = av.VideoFrame.from_ndarray(barcode_picture(stamp_ms), format="rgb24")
            frame = frame.reformat(format="yuv420p")
            frame.pts, frame.time_base = stamp_ms - first_ms, Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


if __name__ == "__main__":
    publish(int(sys.argv[1]))
