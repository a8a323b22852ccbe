"""Which tools made or judged something, by name and version.

Knows that ONNX Runtime comes under two names; refuses to need any of them.
"""

from collections.abc import Iterable
from importlib import metadata

__all__ = ["tool_versions"]

# Installed in place of the first, never beside it.
OTHER_NAMES = {"onnxruntime": "onnxruntime-gpu"}


def tool_versions(names: Iterable[str]) -> dict[str, str]:
    """Versions of those of `names` that are installed, under the names they are installed by."""
    found: dict[str, str] = {}
    for name in names:
        for known in (name, OTHER_NAMES.get(name)):
            try:
                found |= {known: metadata.version(known)} if known else {}
                break
            except metadata.PackageNotFoundError:
                continue
    return found
