"""Reading a recording back: its streams, its samples in one fixed order, its events.

Knows the order (arrival, then stream name, then file position) and which streams go through
their real parser again; refuses to know pacing (`replay`). Memory is the index, 32 bytes per
message, and a few chunks; samples are decoded as they are asked for.
"""

import json
from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cached_property
from heapq import merge
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from anymal.errors import AnymalError, InputError
from anymal.samples import NS_PER_S, Captured
from anymal.sensors.driver import ClockFit
from anymal.sensors.file_check import require_file
from anymal.sensors.recording_codec import Message, SampleDecoder
from anymal.sensors.recording_date import Dates, WallClock
from anymal.sensors.recording_layout import (
    CLOCK_TOPIC,
    EVENTS_TOPIC,
    RECORDING,
    STREAM,
    VERSION,
    WALL_CLOCK,
    StreamInfo,
)
from anymal.sensors.recording_raw import RawDecoder
from anymal.sensors.recording_scan import Found, StoredMessage, messages_of, read_chunk, scan
from anymal.sensors.recording_sink import require_libraries

__all__ = ["RecordedEvent", "Recording", "open_recording"]

_CHUNKS_HELD = 8
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


@dataclass(frozen=True)
class RecordedEvent:
    """What happened at `t_ns`, such as a question or an answer."""

    t_ns: int
    kind: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class _Index:
    """Where every message lies, in the order they are to be read; all arrays are [n]."""

    log_ns: NDArray[np.uint64]
    chunk: NDArray[np.int64]  # file offset of the chunk
    number: NDArray[np.int64]  # of the message within it
    channel: NDArray[np.int64]
    filled: set[int]  # channels with a message that is not empty
    found: Found


class Recording:
    """A recording that lies on disk, finished or cut; open it with `open_recording`.

    `complete` says that it was finished, `damaged` how many chunks in the middle were lost, and
    `skipped` how many messages could not be decoded in the last pass over the samples, and how often
    motion that came together is not all there. All times are `time.monotonic_ns` of the recording
    machine; `utc_ns` makes them dates.
    """

    def __init__(self, path: Path, streams: tuple[StreamInfo, ...], metadata: Mapping[str, str]) -> None:
        self.path = path
        self.streams = streams
        self.metadata = metadata
        self.skipped = 0
        self._offset_ns = WallClock.from_metadata(metadata).epoch_offset_ns

    @property
    def complete(self) -> bool:
        """Whether the recording was finished, not cut."""
        return self._index.found.complete

    @property
    def damaged(self) -> int:
        """Chunks that failed their checksum."""
        return self._index.found.damaged

    def utc_ns(self, t_ns: int) -> int:
        """When one of our times was, in nanoseconds since 1970, as the machine's clock had it at last."""
        return self._dates.utc_ns(t_ns)

    @cached_property
    def date(self) -> str:
        """When the first message came, as `2026-11-30 09:15:00 UTC`; nothing for a recording without one."""
        if self.start_ns is None:
            return ""
        seconds = self.utc_ns(self.start_ns) // NS_PER_S
        return f"{_EPOCH + timedelta(seconds=seconds):%Y-%m-%d %H:%M:%S} UTC"

    @cached_property
    def _dates(self) -> Dates:
        later = [data for name, data in self._index.found.metadata if name == WALL_CLOCK]
        return Dates(WallClock.from_metadata(self.metadata), later)

    @cached_property
    def start_ns(self) -> int | None:
        """Arrival of the first message of any stream, None for a recording without one."""
        wanted = np.isin(self._index.channel, self._channels(self._ranks))
        return int(self._index.log_ns[wanted][0]) - self._offset_ns if wanted.any() else None

    def samples(
        self, names: Collection[str] | None = None, raw: bool = True
    ) -> Iterator[tuple[str, Captured]]:
        """Yield (stream name, sample) of all streams, or of `names`, always in the same order.

        Streams whose raw bytes were kept go through their parser again; with `raw=False` the
        samples of that time are taken. What cannot be decoded is left out and counted.
        """
        self.skipped = 0
        chosen = [s for s in self.streams if names is None or s.name in names]
        with self.path.open("rb") as file:
            chunks = _Chunks(file)
            streams = [self._of_stream(stream, raw, chunks) for stream in chosen]
            yield from merge(*streams, key=lambda found: (found[1].arrival_ns, found[0]))

    def _of_stream(self, stream: StreamInfo, raw: bool, chunks: "_Chunks") -> Iterator[tuple[str, Captured]]:
        """Yield one stream's samples by arrival; what a parser holds back makes it read ahead of others."""
        numbers = self._channels((stream.topic, stream.chunk_topic))
        kept = [n for n in self._channels((stream.raw_topic,)) if raw and n in self._index.filled]
        decoder: SampleDecoder | RawDecoder
        if kept:
            decoder = RawDecoder(stream, self._offset_ns)
        else:
            video = any(self._schema(number) == "foxglove.CompressedVideo" for number in numbers)
            decoder = SampleDecoder(stream, video, self._offset_ns)
        for message in self._read(kept or numbers, chunks):
            try:
                made = decoder.feed(message)
            except InputError:
                self.skipped += 1
                continue
            yield from ((stream.name, captured) for captured in made)
        try:
            yield from ((stream.name, captured) for captured in decoder.finish())
        except InputError:
            self.skipped += 1

    def events(self) -> Iterator[RecordedEvent]:
        """Yield what was recorded with `Recorder.add_event`, by time."""
        for event in self._json(EVENTS_TOPIC):
            kind, t_ns, data = event.get("kind"), event.get("t_ns"), event.get("data")
            if isinstance(kind, str) and isinstance(t_ns, int) and isinstance(data, dict):
                yield RecordedEvent(t_ns, kind, data)

    def clock_fits(self) -> Iterator[tuple[str, int, ClockFit]]:
        """Yield (stream name, time in ns, fit) by time."""
        for message in self._json(CLOCK_TOPIC):
            name, t_ns = message.pop("stream", ""), message.pop("at_ns")
            try:
                yield name, t_ns, ClockFit(**message)
            except TypeError:
                self.skipped += 1

    @cached_property
    def _index(self) -> _Index:
        found = Found()
        log_ns, chunk, number, channel = array("Q"), array("q"), array("q"), array("q")
        filled: set[int] = set()
        with self.path.open("rb") as file:
            for piece in scan(file, found):
                for i, message in enumerate(messages_of(piece.records)):
                    log_ns.append(message.log_ns)
                    chunk.append(piece.offset)
                    number.append(i)
                    channel.append(message.channel)
                    if message.size:
                        filled.add(message.channel)
        ranks = {number: self._ranks.get(found.channels[number][0], -1) for number in found.channels}
        rank = np.array([ranks.get(number, -1) for number in channel], np.int64)
        stamps = np.frombuffer(log_ns, np.uint64)
        order = np.lexsort((rank, stamps))  # stable: equal ones stay in the order of the file
        chunks, numbers, channels = (np.frombuffer(c, np.int64)[order] for c in (chunk, number, channel))
        return _Index(stamps[order], chunks, numbers, channels, filled, found)

    @cached_property
    def _ranks(self) -> dict[str, int]:
        """Topic to its stream's place by name."""
        ranks: dict[str, int] = {}
        for rank, stream in enumerate(sorted(self.streams, key=lambda s: s.name)):
            ranks |= dict.fromkeys((stream.topic, stream.chunk_topic, stream.raw_topic), rank)
        return ranks

    def _channels(self, topics: Collection[str]) -> list[int]:
        return [number for number, channel in self._index.found.channels.items() if channel[0] in topics]

    def _schema(self, channel: int) -> str:
        found = self._index.found
        return found.schemas.get(found.channels[channel][2], ("", "", b""))[0]

    def _read(self, channels: Collection[int], chunks: "_Chunks") -> Iterator[Message]:
        """Yield the messages of `channels` in order."""
        index = self._index
        for row in np.flatnonzero(np.isin(index.channel, list(channels))):
            topic = index.found.channels[int(index.channel[row])][0]
            yield chunks.message(int(index.chunk[row]), int(index.number[row]), topic)

    def _json(self, topic: str) -> Iterator[dict[str, Any]]:
        with self.path.open("rb") as file:
            for message in self._read(self._channels((topic,)), _Chunks(file)):
                try:
                    value = json.loads(message.data)
                except (ValueError, RecursionError):
                    value = None
                if not isinstance(value, dict):
                    self.skipped += 1
                    continue
                yield value | {"at_ns": message.log_ns - self._offset_ns}


class _Chunks:
    """The chunks read last, decompressed, with where their messages lie."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._held: OrderedDict[int, tuple[bytes, list[StoredMessage]]] = OrderedDict()

    def message(self, offset: int, number: int, topic: str) -> Message:
        if offset not in self._held:
            records = read_chunk(self._file, offset)
            self._held[offset] = records, list(messages_of(records))
            if len(self._held) > _CHUNKS_HELD:
                self._held.popitem(last=False)
        self._held.move_to_end(offset)
        records, messages = self._held[offset]
        stored = messages[number]
        data = records[stored.start : stored.start + stored.size]
        return Message(topic, stored.log_ns, stored.publish_ns, data, stored.sequence)


def open_recording(path: str | Path) -> Recording:
    """Open a recording that was finished, cut or damaged; only its beginning is read now.

    Raises `InputError` for a file that is missing or no recording of ours, and `SensorError`
    when the MCAP library is missing.
    """
    file = require_file(Path(path), "recording")
    require_libraries()
    found = Found()
    try:
        with file.open("rb") as opened:
            for _ in scan(opened, found, head_only=True):
                pass
        metadata = next((data for name, data in found.metadata if name == RECORDING), None)
        if metadata is None:
            raise InputError(
                "an MCAP file, but not recorded with `anymal record`, or cut at its very beginning"
            )
        WallClock.from_metadata(metadata)
        if metadata.get("version") != str(VERSION):
            raise InputError(f"a recording of version {metadata.get('version')}; this anymal reads {VERSION}")
        streams = tuple(
            StreamInfo.from_metadata(data) for name, data in found.metadata if name.startswith(STREAM)
        )
    except AnymalError as error:
        raise InputError(f"{path}: {error}. Choose another file, or record it again.") from None
    return Recording(file, streams, metadata)
