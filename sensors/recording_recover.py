"""`anymal recover`: what a cut or damaged recording still holds, as a whole, indexed file.

Knows records, not samples: everything that is good is copied as it is; refuses to change the
damaged file.
"""

from dataclasses import dataclass
from pathlib import Path

from anymal.errors import ConfigError, SensorError
from anymal.sensors.recording_layout import Channel, Schema
from anymal.sensors.recording_reader import open_recording
from anymal.sensors.recording_scan import Chunk, Found, messages_of, scan
from anymal.sensors.recording_sink import McapSink, Sink

__all__ = ["Recovered", "recover"]

_NOTE = "anymal.recovered"


@dataclass(frozen=True)
class Recovered:
    """What `recover` kept: `messages`, and the bytes and chunks it had to leave behind."""

    messages: int
    lost_bytes: int
    lost_chunks: int
    was_complete: bool


def recover(path: str | Path, out: str | Path, replace: bool = False) -> Recovered:
    """Copy everything that can be read from `path` into a new file `out`.

    The new file appears under its name only when it is whole. Raises `InputError` for a file
    that is no recording, `ConfigError` when `out` is taken (unless `replace`) and `SensorError`
    when it cannot be written.
    """
    source, target = Path(path), Path(out)
    open_recording(source)  # its errors are the caller's
    if target.exists() and not replace:
        raise ConfigError(f"{target}: is there already; choose another name, or replace it (--force)")
    sink = Sink(target, replace=True)
    try:
        recovered = _copy(source, sink)
        sink.finish()
    except OSError as error:
        raise SensorError(
            f"{target}: cannot be written: {error.strerror or error}. Make room on the disk."
        ) from error
    finally:
        sink.discard()
    return recovered


def _copy(source: Path, sink: Sink) -> Recovered:
    found = Found()
    mcap = McapSink(sink)
    written = 0
    with source.open("rb") as file:
        for chunk in scan(file, found):
            written = _copy_metadata(found, mcap, written)
            _copy_chunk(chunk, found, mcap)
        _copy_metadata(found, mcap, written)
        size = file.seek(0, 2)
    lost = 0 if found.complete else size - found.end
    note = {"lost_bytes": str(lost), "lost_chunks": str(found.damaged)}
    if not found.complete or found.damaged:
        mcap.add_metadata(_NOTE, note)
    mcap.finish()
    return Recovered(mcap.messages, lost, found.damaged, found.complete)


def _copy_metadata(found: Found, mcap: McapSink, written: int) -> int:
    for name, data in found.metadata[written:]:
        mcap.add_metadata(name, data)
    return len(found.metadata)


def _copy_chunk(chunk: Chunk, found: Found, mcap: McapSink) -> None:
    for number, (topic, encoding, schema, metadata) in found.channels.items():
        kept = Schema(*found.schemas[schema]) if schema in found.schemas else None
        mcap.add_channel(number, Channel(topic, encoding, kept, metadata))
    for message in messages_of(chunk.records):
        if message.channel in found.channels:
            data = chunk.records[message.start : message.start + message.size]
            mcap.add_message(message.channel, message.log_ns, message.publish_ns, data, message.sequence)
    mcap.flush()
