"""One recording as it is written, in the caller's thread.

Knows which message goes on which topic with which times; refuses to know queues and threads
(`recording`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from anymal.errors import ConfigError
from anymal.samples import Captured
from anymal.sensors.driver import ClockFit
from anymal.sensors.recording_codec import PictureOptions, SampleEncoder
from anymal.sensors.recording_date import WallClock
from anymal.sensors.recording_layout import (
    CLOCK_TOPIC,
    EVENTS_TOPIC,
    RECORDING,
    STREAM,
    VERSION,
    WALL_CLOCK,
    StreamInfo,
    check_streams,
    file_channels,
    stream_channels,
)
from anymal.sensors.recording_sink import McapSink, Sink, require_libraries

__all__ = ["RecorderOptions", "RecordingFile"]

_FORMATS = ("jpeg", "png", "h264")


@dataclass(frozen=True)
class RecorderOptions:
    """How a recording is made.

    `pictures` and `quality` as in `PictureOptions`; what is written every `flush_s` survives a
    crash of ours, every `sync_s` a loss of power; at most `queue_bytes` wait for the disk, and
    `close_s` is how long `close` waits for it; `replace` lets a finished recording take the
    place of an old file.
    """

    pictures: PictureOptions = field(default_factory=PictureOptions)
    flush_s: float = 0.5
    sync_s: float = 5.0
    queue_bytes: int = 64 << 20
    close_s: float = 30.0
    replace: bool = False

    def __post_init__(self) -> None:
        pictures = self.pictures
        if pictures.format not in _FORMATS:
            raise ConfigError(f"pictures as {pictures.format!r}: wanted one of {', '.join(_FORMATS)}")
        if not 1 <= pictures.quality <= 95:
            raise ConfigError(f"JPEG quality {pictures.quality}: wanted 1 to 95")
        if self.flush_s <= 0 or self.sync_s <= 0 or self.queue_bytes < 1:
            raise ConfigError("flush_s, sync_s and queue_bytes of a recording must be above 0")


class RecordingFile:
    """Writes; raises `OSError` when the disk refuses and `InputError` for a sample it cannot store."""

    def __init__(
        self,
        path: Path,
        streams: Sequence[StreamInfo],
        wall_clock: WallClock,
        options: RecorderOptions,
        metadata: Mapping[str, str],
    ) -> None:
        check_streams(streams)
        require_libraries()
        self._offset_ns = wall_clock.epoch_offset_ns
        self._streams = {stream.name: stream for stream in streams}
        self._encoders = {s.name: SampleEncoder(s, options.pictures, self._offset_ns) for s in streams}
        self._sequence = {"": 0}
        own = {"version": str(VERSION)} | wall_clock.to_metadata()
        self._sink = Sink(path, options.replace)
        try:
            self._mcap = McapSink(self._sink)
            self._begin(streams, options, {key: str(value) for key, value in metadata.items()} | own)
        except BaseException:
            self._sink.discard()
            raise

    def _begin(
        self, streams: Sequence[StreamInfo], options: RecorderOptions, metadata: dict[str, str]
    ) -> None:
        self._mcap.add_metadata(RECORDING, metadata)
        for stream in streams:
            self._mcap.add_metadata(STREAM + stream.name, stream.to_metadata())
        channels = file_channels()
        for stream in streams:
            channels += stream_channels(stream, options.pictures.format == "h264")
        for channel in channels:
            self._mcap.add_channel(channel.topic, channel)
        self.flush()

    @property
    def size(self) -> int:
        """Bytes written."""
        return self._sink.tell()

    @property
    def messages(self) -> int:
        """Messages written."""
        return self._mcap.messages

    @property
    def part(self) -> Path:
        """What the file is called until it is finished."""
        return self._sink.part

    def write_sample(self, name: str, captured: Captured) -> None:
        """Write a sample of stream `name`."""
        for m in self._encoders[name].encode(captured):
            self._mcap.add_message(m.topic, m.log_ns, m.publish_ns, m.data, m.sequence)

    def write_raw(self, name: str, data: bytes, arrival_ns: int) -> None:
        """Write bytes as they arrived; none at all: the port was opened."""
        self._write(self._streams[name].raw_topic, arrival_ns, data)

    def write_clock(self, name: str, fit: ClockFit, at_ns: int) -> None:
        """Write how a stream's device clock maps to ours."""
        self._write(CLOCK_TOPIC, at_ns, json.dumps({"stream": name} | asdict(fit)).encode())

    def write_event(self, kind: str, data: str, at_ns: int) -> None:
        """Write an event; `data` is a JSON object."""
        head = json.dumps({"t_ns": at_ns, "kind": kind})
        self._write(EVENTS_TOPIC, at_ns, f'{head[:-1]}, "data": {data}}}'.encode())

    def write_wall_clock(self, wall_clock: WallClock, at_ns: int) -> None:
        """Write how far our clock is from the system's now; the messages keep the offset of the start."""
        self._mcap.add_metadata(WALL_CLOCK, {"t_ns": str(at_ns)} | wall_clock.to_metadata())

    def flush(self, sync: bool = False) -> None:
        """Make what was written readable if we die now; with `sync`, if the power goes."""
        self._mcap.flush()
        if sync:
            self._sink.sync()

    def finish(self) -> None:
        """Write the index and give the file its name."""
        self._mcap.flush()
        self._mcap.finish()
        self._sink.finish()

    def discard(self) -> None:
        """Close and delete a file that is not finished."""
        self._sink.discard()

    def abandon(self) -> None:
        """Close what cannot be finished; what was flushed stays readable."""
        self._sink.abandon()

    def _write(self, topic: str, at_ns: int, data: bytes) -> None:
        sequence = self._sequence[topic] = self._sequence.get(topic, 0) + 1
        epoch_ns = at_ns + self._offset_ns
        self._mcap.add_message(topic, epoch_ns, epoch_ns, data, sequence - 1)
