"""Aligners of other people's Python: where their modules are looked for, and what is found there.

Knows `package.module:factory`, the search path and how to tell of what fails in it; refuses to know what a
factory is called with and what it makes (`export.sources.aligners`).
"""

import importlib
import inspect
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anymal.errors import ConfigError

__all__ = ["WANTED", "find_factory", "misfit", "modules_beside", "told"]

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
    except ModuleNotFoundError as error:
        raise ConfigError(f"import:{value}: {WANTED}; {error}; {CURE}") from error
    except (AttributeError, ValueError) as error:
        raise ConfigError(f"import:{value}: {WANTED}; {error}") from error
    except Exception as error:  # whatever code of the user's runs into
        raise ConfigError(f"import:{value}: importing {module} failed: {told(error)}") from error
    if not callable(factory):
        raise ConfigError(
            f"import:{value}: {WANTED}; {name} is a {type(factory).__name__}, which cannot be called"
        )
    found: Callable[..., Any] = factory
    return found


def misfit(factory: Callable[..., Any], arguments: Mapping[str, Any]) -> str:
    """Why `factory` cannot be called so; empty when it can, or when it does not say how it can be."""
    try:
        signature = inspect.signature(factory)
    except (TypeError, ValueError):  # built in
        return ""
    try:
        signature.bind(**arguments)
    except TypeError as error:
        return str(error)
    return ""


def told(error: BaseException) -> str:
    """An exception of the user's code in a line, and where in his code it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = ("<frozen", "site-packages", importlib.__file__, str(Path(__file__).parent))
    own = [frame for frame in frames if not any(part in frame.filename for part in ours)]
    place = f" ({Path(own[-1].filename).name}, line {own[-1].lineno})" if own else ""
    first = (str(error).strip() or "no reason given").split("\n")[0]
    return f"{type(error).__name__}: {first}{place}"
