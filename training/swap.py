"""A folder that takes the place of another one whole: a run that is killed meanwhile loses neither.

Knows names; refuses to know what folders hold.
"""

import shutil
from pathlib import Path

__all__ = ["put_in_place", "take_back"]


def put_in_place(made: Path, target: Path) -> None:
    """Copy the folder `made` to `target`, whose old content goes when the new one is there."""
    staged, old = _beside(target)
    shutil.rmtree(staged, ignore_errors=True)
    shutil.copytree(made, staged)
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.replace(old)
    staged.replace(target)
    shutil.rmtree(old)


def take_back(target: Path) -> None:
    """Put back what `put_in_place` had moved aside when it was killed."""
    old = _beside(target)[1]
    if old.is_dir() and not target.exists():
        old.replace(target)


def _beside(target: Path) -> tuple[Path, Path]:
    return target.with_name(f"{target.name}.staged"), target.with_name(f"{target.name}.old")
