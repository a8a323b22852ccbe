"""Opening video and sound files with FFmpeg, safely and with errors a person can act on.

Knows containers and their faults; refuses to decode. No playlist can reach beyond the disk:
FFmpeg is given the `file` protocol only.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from anymal.errors import InputError
from anymal.sensors.file_check import describe_file

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.stream import Stream

__all__ = ["media_errors", "open_container", "require_decoder", "streams_found"]

# FFmpeg demuxers that render text or still pictures by file name, and would make a video of anything.
_NOT_MEDIA = frozenset({"tty", "bin", "xbin", "adf", "idf"})


@contextmanager
def media_errors(path: Path, kind: str) -> Iterator[None]:
    """Turn what PyAV raises inside the block into `InputError` naming the file, what it is and the cure."""
    import av

    try:
        yield
    except InputError:
        raise
    except (av.FFmpegError, OSError, EOFError, UnicodeError, MemoryError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise InputError(
            f"{path}: not a {kind} FFmpeg can read, or truncated: found {describe_file(path)}; "
            f"FFmpeg says: {reason}. Play it to check, or copy it again."
        ) from error


def open_container(file: Path, kind: str) -> "InputContainer":
    """Open a checked, absolute path (see `require_file`); close the result, or use it with `with`."""
    import av

    container = av.open(str(file), metadata_errors="replace", options={"protocol_whitelist": "file"})
    if container.format.name in _NOT_MEDIA:
        container.close()
        raise InputError(f"{file}: not a {kind}; found {describe_file(file)}. Name a {kind} file.")
    return container


def require_decoder(stream: "Stream", file: Path) -> None:
    """Raise `InputError` for a stream whose codec FFmpeg does not know."""
    # PyAV's types promise a context; a damaged or exotic codec id leaves None there.
    if getattr(stream, "codec_context", None) is None:
        raise InputError(f"{file}: {stream.type} of a codec FFmpeg does not know. Convert it first.")


def streams_found(container: "InputContainer") -> str:
    """List a container's streams for a message: `video h264, audio aac`."""
    names = []
    for stream in container.streams:
        codec = getattr(stream, "codec_context", None)  # data and attachment streams have none
        names.append(f"{stream.type} {codec.name}" if codec is not None else stream.type)
    return ", ".join(names) or "no stream"
