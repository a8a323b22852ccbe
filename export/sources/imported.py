"""Aligners of other people's Python: where their modules are looked for, and what is found there.

Knows `package.module:factory` and the search path; refuses to know what a factory is called with and
what it makes (`export.sources.aligners`).
"""

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anymal.errors import ConfigError

__all__ = ["find_factory", "modules_beside"]

WANTED = "wanted import:package.module:factory"
CURE = "lay its module beside the recipe (with flags: where you are), install it, or set PYTHONPATH"


@contextmanager
def modules_beside(folder: Path | None) -> Iterator[None]:
    """Let modules in `folder` be imported meanwhile; the environment's own of the same name go first."""
    if folder is None:
        yield
        return
    place = str(folder.resolve())
    sys.path.append(place)
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(place)


def find_factory(value: str) -> Callable[..., Any]:
    """Import what `value` (`package.module:factory`) names; raises `ConfigError` with the cure."""
    module, _, name = value.partition(":")
    try:
        factory = getattr(importlib.import_module(module), name)
    except ImportError as error:
        raise ConfigError(f"import:{value}: {WANTED}; {error}; {CURE}") from error
    except (AttributeError, ValueError) as error:
        raise ConfigError(f"import:{value}: {WANTED}; {error}") from error
    if not callable(factory):
        raise ConfigError(
            f"import:{value}: {WANTED}; {name} is a {type(factory).__name__}, which cannot be called"
        )
    found: Callable[..., Any] = factory
    return found
