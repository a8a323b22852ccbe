"""Samples to the messages of a recording and back, one encoder and one decoder per stream.

Knows what each sense is stored as and where its three times go (device time in the message,
arrival in log_time, mapped time in publish_time); refuses to know files and queues.
"""

import io
import json
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.samples import AudioChunk, Captured, Frame, ImuChunk, Sample
from anymal.sensors.recording_layout import StreamInfo
from anymal.sensors.recording_motion import decode_row, encode_rows
from anymal.sensors.recording_video import VideoDecoder, VideoEncoder, decode_errors
from anymal.sensors.recording_wire import AUDIO, IMAGE, VIDEO, Payload, decode, encode

__all__ = ["Message", "PictureOptions", "SampleDecoder", "SampleEncoder"]

_FULL_SCALE = 32768
_PCM = "pcm-s16"


@dataclass(frozen=True)
class Message:
    """One MCAP message; times are epoch nanoseconds, `sequence` counts the samples of its stream."""

    topic: str
    log_ns: int
    publish_ns: int
    data: bytes
    sequence: int


@dataclass(frozen=True)
class PictureOptions:
    """How pictures are kept: `jpeg` with `quality` 1 to 95, `png` without loss, or `h264`.

    A picture of video needs those before it, so a damaged one costs up to a second.
    """

    format: str = "jpeg"
    quality: int = 85


class SampleEncoder:
    """`encode` turns samples into messages; raises `InputError` for one that cannot be stored."""

    def __init__(self, stream: StreamInfo, pictures: PictureOptions, epoch_offset_ns: int) -> None:
        self._stream = stream
        self._pictures = pictures
        self._offset_ns = epoch_offset_ns
        self._video = VideoEncoder() if pictures.format == "h264" else None
        self._count = 0

    def encode(self, captured: Captured) -> list[Message]:
        """Return the messages of one sample: one, or for motion one more than it has rows."""
        sample = captured.sample
        if isinstance(sample, ImuChunk) != (self._stream.modality == "imu") or isinstance(
            sample, AudioChunk
        ) != (self._stream.modality == "audio"):
            kind = type(sample).__name__
            raise InputError(f"{self._stream.name}: a {kind} in a stream of {self._stream.modality}")
        if isinstance(sample, ImuChunk):
            messages = self._motion(sample, captured)
        else:
            messages = [self._payload(sample, captured)]
        self._count += 1
        return messages

    def _motion(self, chunk: ImuChunk, captured: Captured) -> list[Message]:
        device = captured.device_ns
        head = {"rows": len(chunk.t_ns), "device_ns": None if device is None else device.tolist()}
        epoch_ns = chunk.t_ns + self._offset_ns
        log_ns = int(captured.arrival_ns) + self._offset_ns
        first = int(epoch_ns[0]) if len(epoch_ns) else log_ns
        messages = [Message(self._stream.chunk_topic, log_ns, first, json.dumps(head).encode(), self._count)]
        rows = encode_rows(epoch_ns, chunk.accel_mps2, chunk.gyro_radps, self._stream.name)
        for stamp, row in zip(epoch_ns.tolist(), rows, strict=True):
            messages.append(Message(self._stream.topic, log_ns, stamp, row, self._count))
        return messages

    def _payload(self, sample: Frame | AudioChunk, captured: Captured) -> Message:
        epoch_ns = int(sample.t_ns) + self._offset_ns
        device = captured.device_ns
        device_ns = () if device is None else tuple(np.atleast_1d(device).tolist())
        payload = Payload(epoch_ns, b"", "", self._stream.name, 0, device_ns)
        if isinstance(sample, AudioChunk):
            data = _to_pcm(sample.samples)
            payload = replace(payload, data=data, format=_PCM, rate_hz=int(sample.rate_hz))
            encoded = encode(AUDIO, payload)
        elif self._video is not None:
            encoded = encode(VIDEO, replace(payload, data=self._video.encode(sample.rgb), format="h264"))
        else:
            data = _to_picture(sample.rgb, self._pictures)
            encoded = encode(IMAGE, replace(payload, data=data, format=self._pictures.format))
        return Message(
            self._stream.topic, int(captured.arrival_ns) + self._offset_ns, epoch_ns, encoded, self._count
        )


class SampleDecoder:
    """`feed` turns messages, in the order they were written, into samples.

    Raises `InputError` for a message that is none of its stream; the next may be good again.
    `video` says how the stream's pictures lie in the file.
    """

    def __init__(self, stream: StreamInfo, video: bool, epoch_offset_ns: int) -> None:
        self._stream = stream
        self._offset_ns = epoch_offset_ns
        self._shape = AUDIO if stream.modality == "audio" else VIDEO if video else IMAGE
        self._video = VideoDecoder() if video else None
        self._chunk: _OpenChunk | None = None

    def feed(self, message: Message) -> list[Captured]:
        """Return the sample this message completes; nothing when more of it must come."""
        arrival_ns = message.log_ns - self._offset_ns
        if self._stream.modality == "imu":
            if message.topic == self._stream.chunk_topic:
                left, self._chunk = self._chunk, None
                self._chunk = _OpenChunk(message)
                if left is not None:
                    raise left.torn(message.topic)
            elif self._chunk is None or self._chunk.sequence != message.sequence:
                raise InputError(f"{message.topic}: a motion row without its chunk")
            else:
                self._chunk.add(message)
            made = self._chunk.close(self._offset_ns)
            self._chunk = None if made else self._chunk
            return made
        payload = decode(self._shape, message.data)
        device_ns = np.array(payload.device_ns, np.int64) if payload.device_ns else None
        sample = self._sample(payload, message.publish_ns - self._offset_ns)
        return [] if sample is None else [Captured(sample, arrival_ns, device_ns)]

    def finish(self) -> list[Captured]:
        """Return what is left at the end: nothing; raises `InputError` for motion that was cut off."""
        if self._chunk is not None:
            raise self._chunk.torn(self._stream.topic)
        return []

    def _sample(self, payload: Payload, t_ns: int) -> Sample | None:
        if self._shape is AUDIO:
            if payload.format != _PCM or not payload.rate_hz or len(payload.data) % 2:
                raise InputError(f"{self._stream.topic}: sound as {payload.format!r}; wanted {_PCM}")
            return AudioChunk(t_ns, _from_pcm(payload.data), payload.rate_hz)
        if self._video is not None:
            rgb = self._video.decode(payload.data)
            return None if rgb is None else Frame(t_ns, rgb)
        return Frame(t_ns, _from_picture(payload.data))


class _OpenChunk:
    """Motion rows that arrived together, until all of them are there."""

    def __init__(self, message: Message) -> None:
        """Read a chunk's head; raises `InputError`."""
        try:
            head = json.loads(message.data)
            device = head["device_ns"]
            self._device_ns = None if device is None else np.array(device, np.int64)
            self._wanted = int(head["rows"])
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
            raise InputError(f"{message.topic}: a chunk's head that cannot be read ({error!r})") from None
        self.sequence = message.sequence
        self._log_ns = message.log_ns
        self._stamps: list[int] = []
        self._rows: list[tuple[tuple[float, ...], tuple[float, ...]]] = []

    def torn(self, topic: str) -> InputError:
        """What to raise when no more rows come."""
        return InputError(f"{topic}: {len(self._rows)} of {self._wanted} rows that came together are there")

    def add(self, message: Message) -> None:
        """Add one row."""
        self._rows.append(decode_row(message.data))
        self._stamps.append(message.publish_ns)

    def close(self, offset_ns: int) -> list[Captured]:
        """Return the chunk when its last row is there."""
        if len(self._rows) != self._wanted:
            return []
        values = np.array(self._rows, np.float64).reshape(self._wanted, 2, 3).astype(np.float32)
        accel, gyro = (np.ascontiguousarray(values[:, part]) for part in (0, 1))
        chunk = ImuChunk(np.array(self._stamps, np.int64) - offset_ns, accel, gyro)
        return [Captured(chunk, self._log_ns - offset_ns, self._device_ns)]


def _to_pcm(samples: NDArray[np.float32]) -> bytes:
    """Float32 [n] in [-1, 1] to little-endian int16; exact for sound that came as 16 bits."""
    finite = np.nan_to_num(samples.astype(np.float64), nan=0.0)
    return np.clip(np.round(finite * _FULL_SCALE), -_FULL_SCALE, _FULL_SCALE - 1).astype("<i2").tobytes()


def _from_pcm(data: bytes) -> NDArray[np.float32]:
    return np.frombuffer(data, "<i2").astype(np.float32) / np.float32(_FULL_SCALE)


def _to_picture(rgb: NDArray[np.uint8], options: PictureOptions) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    try:
        picture = Image.fromarray(np.ascontiguousarray(rgb))
        if options.format == "png":
            picture.save(buffer, "PNG", compress_level=1)
        else:
            picture.save(buffer, "JPEG", quality=options.quality)
    except (OSError, ValueError, TypeError, SystemError) as error:
        size = "x".join(map(str, rgb.shape))
        raise InputError(f"a picture of {size} cannot be kept as {options.format} ({error})") from None
    return buffer.getvalue()


def _from_picture(data: bytes) -> NDArray[np.uint8]:
    from PIL import Image

    with decode_errors("picture"), Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
        return np.array(picture.convert("RGB"))
