"""How much a user of a runtime must have on the disk.

Knows that a peer's environment holds nothing else, and that ours also holds what training and tests need, so
that only what `anymal-edge[cpu]` asks for is counted there. Refuses to count pip and setuptools anywhere.
"""

import re
from importlib import metadata
from pathlib import Path

__all__ = ["environment_mb", "requirements_mb"]

MIB = 1 << 20
INSTALLERS = ("pip", "setuptools", "_distutils_hack")
NAME = re.compile(r"[A-Za-z0-9._-]+")
OWN_FOLDERS = ("anymal", "engines", "runtime", "sensors")


def environment_mb(environment: Path) -> float:
    """MiB of every file of an environment but its installers; links count as nothing."""
    total = 0
    for path in environment.rglob("*"):
        if path.is_file() and not path.is_symlink():
            parts = path.relative_to(environment).parts
            if not any(part.split("-")[0] in INSTALLERS for part in parts[:-1]):
                total += path.stat().st_size
    return total / MIB


def requirements_mb(name: str, extra: str, root: Path) -> float:
    """MiB of all that the distribution `name[extra]` requires, and of its own sources below `root`."""
    own = [path for folder in OWN_FOLDERS for path in (root / folder).rglob("*.py") if path.is_file()]
    total = sum(path.stat().st_size for path in own)
    waiting, seen = [(name, extra)], {name}
    while waiting:
        wanted, chosen = waiting.pop()
        for text in metadata.distribution(wanted).requires or ():
            requirement, _, marker = text.partition(";")
            if marker and not _holds(marker, chosen):
                continue
            found = NAME.match(requirement.strip())
            if found is None or found[0].lower() in seen:
                continue
            seen.add(found[0].lower())
            try:
                total += _files_bytes(metadata.distribution(found[0]))
            except metadata.PackageNotFoundError:
                continue  # a marker of another system
            waiting.append((found[0], ""))
    return total / MIB


def _holds(marker: str, extra: str) -> bool:
    """Whether a requirement with `marker` is wanted: only extras are looked at, and none but `extra`."""
    return f'extra == "{extra}"' in marker if "extra" in marker else True


def _files_bytes(distribution: metadata.Distribution) -> int:
    paths = [Path(str(distribution.locate_file(file))) for file in distribution.files or ()]
    return sum(path.stat().st_size for path in paths if path.is_file())
