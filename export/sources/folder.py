"""Where a checkpoint lies: a local folder, or a name on the Hugging Face hub.

Knows paths, hub names and how to tell at once that there is no network; refuses to know what is in
the folder.
"""

import os
import re
import socket
from pathlib import Path
from urllib.parse import urlsplit

from anymal.errors import ExportError
from anymal.paths import typed_path

__all__ = ["find_folder"]

HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")
PROBE_S = 3.0
CONFIGS = ("*.json", "*.txt", "*.model", "*.jinja")
PROXIES = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")


def find_folder(name: str) -> Path:
    """The folder of checkpoint `name`; a hub name is looked up in the local cache, then downloaded.

    Raises `ExportError` when it is no folder and no hub name, when the hub cannot be reached (said
    within 3 s), or has no such checkpoint.
    """
    folder = typed_path(name)
    if folder.is_dir():
        return folder
    if folder.is_file():
        raise ExportError(f"{name}: is a file; wanted the folder that save_pretrained() wrote, or a hub name")
    if not HUB_NAME.fullmatch(name):
        raise ExportError(
            f"{name}: no such folder, and no hub name (owner/name); give the checkpoint's folder"
        )
    return _cached(name) or _download(name)


def _cached(name: str) -> Path | None:
    from huggingface_hub import snapshot_download

    try:
        folder = Path(snapshot_download(name, local_files_only=True))
    except OSError:
        return None
    return folder if (folder / "config.json").is_file() and _has_weights(folder) else None


def _has_weights(folder: Path) -> bool:
    return any(folder.glob("*.safetensors")) or any(folder.glob("*.bin"))


def _download(name: str) -> Path:
    from huggingface_hub import constants, snapshot_download

    cure = "run the export where there is a network, or copy the checkpoint here and give its folder"
    if constants.HF_HUB_OFFLINE:
        raise ExportError(f"{name}: no such folder, and HF_HUB_OFFLINE forbids the hub; {cure}")
    _probe(name, constants.ENDPOINT, cure)
    try:
        folder = Path(snapshot_download(name, allow_patterns=[*CONFIGS, "*.safetensors"]))
        if not _has_weights(folder):
            folder = Path(snapshot_download(name, allow_patterns=[*CONFIGS, "pytorch_model*.bin"]))
    except (OSError, ValueError) as error:
        # A missing or private checkpoint, a lost connection and a full disk are all OSError here.
        first = str(error).strip().split("\n")[0] or type(error).__name__
        raise ExportError(f"{name}: cannot be had from the hub: {first}; {cure}") from error
    return folder


def _probe(name: str, endpoint: str, cure: str) -> None:
    """Raise `ExportError` when the hub does not answer: its own client tries for minutes first."""
    if any(os.environ.get(variable) for variable in PROXIES):
        return
    parts = urlsplit(endpoint)
    port = parts.port or (80 if parts.scheme == "http" else 443)
    try:
        socket.create_connection((parts.hostname or "", port), timeout=PROBE_S).close()
    except OSError as error:
        raise ExportError(
            f"{name}: no such folder, and the hub ({endpoint}) cannot be reached ({error}); {cure}"
        ) from error
