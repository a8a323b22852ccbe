"""Finds the llama.cpp converter that belongs to the installed llama-cpp-python.

Knows that the source package of llama-cpp-python holds the matching llama.cpp, and the places
to look for it: `$ANYMAL_LLAMA_CPP_SOURCE`, our cache folder (`$ANYMAL_CACHE` moves it), then pip.
Refuses to use another version: a GGUF of a newer converter may not load.
"""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from importlib import metadata
from pathlib import Path

from anymal.errors import ExportError
from anymal.paths import cache_folder

__all__ = ["CONVERTER", "LORA_CONVERTER", "SOURCE_VARIABLE", "installed_version", "llama_source", "unpack"]

SOURCE_VARIABLE = "ANYMAL_LLAMA_CPP_SOURCE"
CONVERTER = "vendor/llama.cpp/convert_hf_to_gguf.py"
LORA_CONVERTER = "vendor/llama.cpp/convert_lora_to_gguf.py"
# What of the source package the converters need, folders with a slash; the rest is C++ and stays packed.
PROGRAMS = (CONVERTER, LORA_CONVERTER, "vendor/llama.cpp/conversion/", "vendor/llama.cpp/gguf-py/")
NEEDED = ("PKG-INFO", *PROGRAMS)


def installed_version() -> str:
    """Version of llama-cpp-python in this environment; raises `ExportError` when there is none."""
    try:
        return metadata.version("llama-cpp-python")
    except metadata.PackageNotFoundError as error:
        raise ExportError(
            "llama-cpp-python is not installed: pip install 'anymal-edge[cpu,export]'"
        ) from error


def llama_source() -> Path:
    """Folder of the unpacked source package of the installed llama-cpp-python.

    A cached one that lacks a part (unpacked when less was needed, or partly removed) is fetched
    again. Raises `ExportError` when `$ANYMAL_LLAMA_CPP_SOURCE` holds another version or not all
    of it, or when it is not set, nothing whole is cached and pip cannot fetch it (no network).
    """
    version = installed_version()
    if chosen := os.environ.get(SOURCE_VARIABLE):
        return _checked(Path(chosen), version)
    cached = cache_folder() / f"llama_cpp_python-{version}"
    if _missing(cached, NEEDED):
        _fetch(version, cached)
    return _checked(cached, version)


def unpack(archive: Path, target: Path) -> None:
    """Unpack what the converter needs from a source package into `target`, whole or not at all.

    The outermost folder of the archive is left away. Raises `ExportError` when it is damaged,
    tries to leave the folder, or lacks a part; `target` is then as before.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".unpack-") as scratch:
        staged = Path(scratch) / target.name
        try:
            with tarfile.open(archive) as source:
                for member in source:
                    inside = member.name.partition("/")[2]
                    if inside.startswith(NEEDED):
                        member.name = inside
                        source.extract(member, staged, filter="data")
        except (tarfile.TarError, EOFError, OSError) as error:
            raise ExportError(f"{archive.name}: cannot be unpacked: {error}") from error
        if missing := _missing(staged, NEEDED):
            raise ExportError(f"{archive.name}: has no {missing}; wanted a llama-cpp-python source package")
        shutil.rmtree(target, ignore_errors=True)
        staged.replace(target)


def _checked(folder: Path, version: str) -> Path:
    # A checkout has no PKG-INFO; whoever names one vouches for its version.
    if missing := _missing(folder, PROGRAMS):
        raise ExportError(
            f"{folder}: has no {missing}; ${SOURCE_VARIABLE} must name the whole unpacked source package "
            f"of llama-cpp-python {version}"
        )
    info = folder / "PKG-INFO"
    found = re.search(r"^Version: (\S+)$", info.read_text("utf-8") if info.is_file() else "", re.MULTILINE)
    if found and found[1] != version:
        raise ExportError(
            f"{folder}: is llama-cpp-python {found[1]}, installed is {version}; the converter must match: "
            f"unpack the source package of {version} or unset ${SOURCE_VARIABLE}"
        )
    return folder


def _missing(folder: Path, parts: tuple[str, ...]) -> str | None:
    """Return the first of `parts` that `folder` lacks; a folder without files counts as lacking."""
    for part in parts:
        files = (folder / part).rglob("*") if part.endswith("/") else [folder / part]
        if not any(file.is_file() for file in files):
            return part
    return None


def _fetch(version: str, target: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="anymal-source-") as scratch:
        wanted = f"llama-cpp-python=={version}"
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        done = subprocess.run(
            [*command, "--dest", scratch, wanted],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        archives = sorted(Path(scratch).glob("*.tar.gz"))
        if done.returncode or not archives:
            reason = (done.stderr.strip().splitlines() or ["pip said nothing"])[-1]
            raise ExportError(
                f"the source of {wanted} (it holds the GGUF converter) cannot be fetched: {reason}; "
                f"unpack it somewhere by hand and set ${SOURCE_VARIABLE} to that folder"
            )
        unpack(archives[0], target)
