"""Feeds `ws-listen://127.0.0.1:8765` with pictures, sound and motion for ten seconds, as any board could."""

import io
import json
import struct
import sys
import time

import numpy as np
from PIL import Image
from websockets.sync.client import connect


def _message(payload: bytes, **header: object) -> bytes:
    text = json.dumps(header).encode()
    return struct.pack("<I", len(text)) + text + payload


with connect(sys.argv[1] if len(sys.argv) > 1 else "ws://127.0.0.1:8765") as server:
    begin = time.monotonic()
    for seq in range(100):  # ten of each per second; t_us is the device's own clock
        t_us, picture = seq * 100_000, io.BytesIO()
        Image.new("RGB", (320, 240), (255, seq * 2, 0)).save(picture, "JPEG")
        server.send(_message(picture.getvalue(), codec="jpeg", seq=seq, t_device_us=t_us))
        tone = 9000 * np.sin(np.arange(seq * 1600, seq * 1600 + 1600) * 2 * np.pi * 440 / 16000)
        server.send(_message(tone.astype("<i2").tobytes(), codec="pcm-s16", seq=seq, rate=16000))
        rows = np.tile(np.array([0, 0, 1, 0, 0, 90], "<f4"), (10, 1))  # 1 g upwards, turning 90 deg/s
        imu = {"codec": "imu-f32", "rate": 100, "accel": "g", "gyro": "dps"}
        server.send(_message(rows.tobytes(), seq=seq, t_device_us=t_us, **imu))
        time.sleep(max(0.0, begin + (seq + 1) / 10 - time.monotonic()))
