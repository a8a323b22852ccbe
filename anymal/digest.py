"""The sha256 of a file, by which bundles and provenance records tell one file from another.

Knows files of any size; refuses to know what they hold.
"""

import hashlib
from pathlib import Path

__all__ = ["file_sha256"]

CHUNK_BYTES = 1 << 20


def file_sha256(path: Path) -> str:
    """Return the sha256 of the file at `path`, 64 hex digits; raises `OSError` when it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while block := file.read(CHUNK_BYTES):
            digest.update(block)
    return digest.hexdigest()
