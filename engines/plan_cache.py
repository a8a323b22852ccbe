"""Where built TensorRT plans are kept, and what they depend on.

Knows that a plan runs only with the TensorRT, GPU, driver, graph, flags and profile it was built
for, so that all of them make its name; refuses to build one. What is read back is hashed first:
a plan that was cut or changed is never shown to the library.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from anymal.paths import cache_folder

__all__ = ["PlanCache", "PlanKey", "default_cache_folder"]

LIMIT_BYTES = 8 << 30
DIGEST_HEX = 32


@dataclass(frozen=True)
class PlanKey:
    """All that a plan depends on; `options` are the flags and the profile as plain values."""

    module: str
    version: str
    gpu: str
    onnx_sha256: str
    options: Mapping[str, int | bool | str]

    @property
    def digest(self) -> str:
        """The name of the plan: a hash of everything."""
        text = json.dumps({**asdict(self), "options": dict(sorted(self.options.items()))}, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_HEX]

    @property
    def timing(self) -> str:
        """The name of the timing cache: tactics are shared by every graph of one GPU and version."""
        text = f"{self.module} {self.version} {self.gpu}"
        return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_HEX]


def default_cache_folder() -> Path:
    """Return `plans` in the cache folder; raises `ConfigError` when there is no place for one."""
    return cache_folder() / "plans"


class PlanCache:
    """Plans and timing caches in one folder; a folder that cannot be written costs speed, never an answer."""

    def __init__(self, folder: Path | None = None, limit_bytes: int = LIMIT_BYTES) -> None:
        self.folder = default_cache_folder() if folder is None else folder
        self.limit_bytes = limit_bytes

    def read(self, key: PlanKey) -> bytes | None:
        """Return the plan of `key`, or None when there is none or it is not what was written."""
        plan = self._read(f"{key.digest}.plan")
        record = self._read(f"{key.digest}.json")
        if plan is None or record is None:
            return None
        try:
            wanted = json.loads(record)["sha256"]
        except (ValueError, KeyError, TypeError):
            wanted = ""
        if hashlib.sha256(plan).hexdigest() != wanted:
            self.drop(key)
            return None
        return plan

    def write(self, key: PlanKey, plan: bytes, seconds: float = 0.0) -> str:
        """Keep `plan`; returns an empty text, or in words why it could not be kept."""
        record = {**asdict(key), "options": dict(key.options), "sha256": hashlib.sha256(plan).hexdigest()}
        record |= {"bytes": len(plan), "build_s": round(seconds, 3)}
        try:
            self._write(f"{key.digest}.plan", plan)
            self._write(f"{key.digest}.json", json.dumps(record, indent=1).encode())
            self._prune(keep=key.digest)
        except OSError as error:
            return f"the plan could not be kept in {self.folder}: {error.strerror or error}"
        return ""

    def drop(self, key: PlanKey) -> None:
        """Remove the plan of `key`, if it is there and can be removed."""
        for ending in ("plan", "json"):
            try:
                (self.folder / f"{key.digest}.{ending}").unlink(missing_ok=True)
            except OSError:
                return  # it will be hashed, refused and rebuilt again: slow, not wrong

    def read_timing(self, key: PlanKey) -> bytes:
        """Return the timing cache of this GPU and version; empty when there is none."""
        return self._read(f"{key.timing}.timing") or b""

    def write_timing(self, key: PlanKey, timing: bytes) -> None:
        """Keep the timing cache; failing to is only slower next time."""
        try:
            if timing:
                self._write(f"{key.timing}.timing", timing)
        except OSError:
            return

    def _read(self, name: str) -> bytes | None:
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None

    def _write(self, name: str, data: bytes) -> None:
        """Write whole or not at all; two processes may build the same plan at the same time."""
        self.folder.mkdir(parents=True, exist_ok=True)
        staged = self.folder / f".{name}.{os.getpid()}"
        try:
            staged.write_bytes(data)
            staged.replace(self.folder / name)
        finally:
            staged.unlink(missing_ok=True)

    def _prune(self, keep: str) -> None:
        """Drop the plans that were built longest ago until the rest fits `limit_bytes`."""
        plans = sorted(self.folder.glob("*.plan"), key=lambda path: path.stat().st_mtime)
        total = sum(path.stat().st_size for path in plans)
        for path in plans:
            if total <= self.limit_bytes or path.stem == keep:
                continue
            total -= path.stat().st_size
            path.unlink(missing_ok=True)
            path.with_suffix(".json").unlink(missing_ok=True)
