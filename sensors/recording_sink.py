"""A file that is written once, from front to back, and never half replaces another.

Knows files, how much of one is whole, and the library that writes MCAP records; refuses to know
what the records mean.
"""

import errno
import os
from importlib import import_module
from pathlib import Path
from typing import Any

from anymal.errors import ConfigError, SensorError
from anymal.sensors.recording_layout import Channel, Schema

__all__ = ["McapSink", "Sink", "require_libraries"]

LIBRARY = "anymal"


class Sink:
    """An unbuffered new file at `path`; with `replace` it takes the place of an old one when finished.

    Until then it is called `<path>.part`. Raises `ConfigError` for a path that is taken or
    cannot be created.
    """

    def __init__(self, path: Path, replace: bool = False) -> None:
        if path.is_dir():
            raise ConfigError(f"{path}: is a folder; name a file in it for the recording")
        self.path = path
        self.part = path.with_name(path.name + ".part") if replace else path
        self._position = self._whole = 0
        try:
            self._handle = os.open(self.part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        except FileExistsError:
            cure = "recover or delete it" if replace else "choose another name (`--force` replaces it)"
            raise ConfigError(f"{self.part}: is there already; {cure}") from None
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise ConfigError(f"{self.part}: cannot be created: {reason}") from None

    def write(self, data: bytes) -> int:
        """Write all of `data`; raises `OSError` when the disk is full or gone."""
        rest = memoryview(data)
        while rest:
            written = os.write(self._handle, rest)
            if not written:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            self._position += written
            rest = rest[written:]
        return len(data)

    def tell(self) -> int:
        """Bytes written so far."""
        return self._position

    def flush(self) -> None:
        """Remember that everything up to here is whole."""
        self._whole = self._position

    def sync(self) -> None:
        """Make what was written survive a loss of power."""
        os.fsync(self._handle)

    def abandon(self) -> None:
        """Cut off what is not whole and close; what was whole stays and can be read."""
        if self._handle < 0:
            return
        try:
            os.ftruncate(self._handle, self._whole)
        except OSError:
            pass  # readers find the cut by themselves
        finally:
            self._close()

    def finish(self) -> None:
        """Make the file safe, close it and give it its name."""
        self.sync()
        self._close()
        if self.part != self.path:
            self.part.replace(self.path)
            folder = os.open(self.path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def discard(self) -> None:
        """Close and delete what is not finished; a finished file stays."""
        if self._handle >= 0:
            self._close()
            self.part.unlink(missing_ok=True)

    def _close(self) -> None:
        handle, self._handle = self._handle, -1
        os.close(handle)


class _PackedIndex:
    """Where finished chunks lie, as the bytes that the end of the file will say it with.

    The library keeps an object for each, of five times the size, and a recording may last for days.
    """

    def __init__(self) -> None:
        from mcap.data_stream import RecordBuilder

        self._records: Any = RecordBuilder()

    def take(self, entries: list[Any]) -> None:
        """Stand in for `entries` in the library's list."""
        for entry in entries:
            if entry is not self:
                entry.write(self._records)
        entries[:] = [self]

    def write(self, stream: Any) -> None:
        """As an entry of the library does."""
        stream.write(self._records.end())


class McapSink:
    """MCAP records onto a `Sink`: channels, messages, metadata, and an index at the end."""

    def __init__(self, sink: Sink) -> None:
        from mcap.writer import Writer

        self._writer: Any = Writer(sink)  # type: ignore[arg-type]  # a duck: write, tell, flush
        self._writer.start(library=LIBRARY)
        self._packed = _PackedIndex()
        self._schemas: dict[Schema, int] = {}
        self._channels: dict[str | int, int] = {}
        self.messages = 0

    def add_metadata(self, name: str, data: dict[str, str]) -> None:
        """Write a metadata record."""
        self._writer.add_metadata(name, data)

    def add_channel(self, key: str | int, channel: Channel) -> None:
        """Declare a channel before its first message, which names it by `key`; again does nothing."""
        if key in self._channels:
            return
        number = 0
        if channel.schema is not None:
            schema = channel.schema
            if schema not in self._schemas:
                self._schemas[schema] = self._writer.register_schema(
                    schema.name, schema.encoding, schema.data
                )
            number = self._schemas[schema]
        self._channels[key] = self._writer.register_channel(
            channel.topic, channel.encoding, number, dict(channel.metadata)
        )

    def add_message(self, key: str | int, log_ns: int, publish_ns: int, data: bytes, sequence: int) -> None:
        """Write one message on a declared channel; `sequence` wraps at 32 bits."""
        self._writer.add_message(self._channels[key], log_ns, data, publish_ns, sequence & 0xFFFFFFFF)
        self.messages += 1

    def flush(self) -> None:
        """End the chunk: everything up to here can be read if the file is cut after it."""
        self._writer.flush()
        # A name of the library's own: one that has another keeps its objects, and nothing else changes.
        self._packed.take(getattr(self._writer, "_Writer__chunk_indices", []))

    def finish(self) -> None:
        """Write the index; no more records after this."""
        self._writer.finish()


def require_libraries() -> None:
    """Raise `SensorError` with the cure when the MCAP library or a compressor is missing."""
    try:
        for name in ("lz4.frame", "mcap.writer", "zstandard"):
            import_module(name)
    except ImportError as error:
        raise SensorError(
            f"recordings need {error.name}, which is not installed: pip install mcap lz4 zstandard"
        ) from error
