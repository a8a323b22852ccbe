"""Is there a file to read, and what does it look like from its first bytes.

Knows paths and magic numbers, for error messages that say what was found; refuses to decode.
"""

import stat
from pathlib import Path

from anymal.errors import InputError

__all__ = ["check_riff_size", "describe_bytes", "describe_file", "require_file"]

_HEAD_BYTES = 64
# Whoever writes into a pipe cannot go back to tell the size, and promises about as much as fits in 31 bits.
_UNTOLD_BYTES = 0x7FFF_0000

# (offset, magic, what a person calls it); the first match wins.
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"GIF8", "a GIF picture or animation"),
    (8, b"WEBP", "a WebP picture"),
    (8, b"WAVE", "WAV sound"),
    (8, b"AVI ", "AVI video"),
    (4, b"ftypheic", "a HEIC picture"),
    (4, b"ftypmif1", "a HEIF picture"),
    (4, b"ftypavif", "an AVIF picture"),
    (4, b"ftypM4A", "MPEG-4 sound"),
    (4, b"ftyp", "MPEG-4 video or sound"),
    (0, b"\x1aE\xdf\xa3", "Matroska or WebM video or sound"),
    (0, b"fLaC", "FLAC sound"),
    (0, b"OggS", "Ogg sound or video"),
    (0, b"ID3", "MP3 sound"),
    (0, b"\xff\xfb", "MP3 sound"),
    (0, b"BM", "a BMP picture"),
    (0, b"II*\x00", "a TIFF picture"),
    (0, b"MM\x00*", "a TIFF picture"),
    (0, b"%!PS", "PostScript"),
    (0, b"%PDF", "a PDF document"),
    (0, b"PK\x03\x04", "a ZIP archive"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"GGUF", "a GGUF model"),
    (0, b"\xff\xfe", "UTF-16 text"),
    (0, b"\xfe\xff", "UTF-16 text"),
)


def require_file(path: Path, kind: str) -> Path:
    """Return the absolute path of a regular, readable, non-empty file.

    `kind` says what was wanted ("picture", "video", ...). Raises `InputError` otherwise. The
    path is made absolute so that no media library can take its name for a URL.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; wanted a {kind}. Check the spelling.") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise InputError(f"{path!s}: cannot look at this {kind}: {error}") from error
    if stat.S_ISDIR(status.st_mode):
        raise InputError(f"{path}: is a folder; wanted a {kind}. Name a file inside it.")
    if not stat.S_ISREG(status.st_mode):
        raise InputError(f"{path}: is a pipe or device; wanted a {kind} in a file. Save it to a file first.")
    if status.st_size == 0:
        raise InputError(f"{path}: 0 bytes; wanted a {kind}. Copy or record it again.")
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        fault = f"cannot open this {kind}: {error.strerror}"
        raise InputError(f"{path}: {fault}. Check its permissions.") from error
    return path.absolute()


def check_riff_size(file: Path) -> None:
    """Compare what a WAV or AVI says of its size with the file's: FFmpeg shortens a cut one in silence.

    Raises `InputError` for a cut file; the sizes of one that was streamed, 0 or the largest, say nothing.
    """
    with file.open("rb") as stream:
        head = stream.read(8)
    declared, found = int.from_bytes(head[4:], "little"), file.stat().st_size - len(head)
    if head[:4] == b"RIFF" and found + 1 < declared < _UNTOLD_BYTES:  # one byte pads to an even size
        raise InputError(f"{file}: truncated: {found + 8} of {declared + 8} bytes. Copy or record it again.")


def describe_file(path: Path) -> str:
    """Say what the first bytes of an existing file look like."""
    try:
        with path.open("rb") as file:
            return describe_bytes(file.read(_HEAD_BYTES))
    except OSError as error:
        return f"a file that cannot be read ({error.strerror})"


def describe_bytes(head: bytes) -> str:
    """Name a format by its first bytes, or show them: `a PNG picture`, `text "t_s,ax…"`, `bytes 00 01…`."""
    for offset, magic, name in _MAGIC:
        if head[offset : offset + len(magic)] == magic:
            return name
    text = _as_text(head)
    if text is not None:
        return f'text starting "{text[:32]}"'
    return "bytes starting " + " ".join(f"{byte:02x}" for byte in head[:8])


def _as_text(head: bytes) -> str | None:
    # A character cut in two at the end of the head is still text.
    text = head.decode("utf-8", "ignore").strip("\ufeff")
    if len(text.encode()) < len(head.removeprefix(b"\xef\xbb\xbf")) - 3 or not text:
        return None
    flat = " ".join(text.split())
    return flat if flat.isprintable() else None
