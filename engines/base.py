"""The contract of every tensor engine: named arrays in, named arrays out.

Knows tensor specifications and how feeds are checked against them; refuses to know any backend.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from anymal.errors import EngineError

__all__ = ["Engine", "Interrupted", "Interruptible", "Pausable", "Prefer", "TensorSpec", "check_feeds"]

Prefer = Literal["auto", "cpu", "gpu"]


@dataclass(frozen=True)
class TensorSpec:
    """One input or output: `shape` has None where any size goes; `dtype` is numpy's name."""

    name: str
    shape: tuple[int | None, ...]
    dtype: str

    def __str__(self) -> str:
        sizes = ", ".join("any" if size is None else str(size) for size in self.shape)
        return f"{self.name}: {self.dtype} [{sizes}]"


class Engine(Protocol):
    """A loaded model: `run` it, and leave its `with` block to free it. One thread at a time."""

    backend: str
    """What runs the model, e.g. `CPU` or `CUDA`."""
    reason: str
    """Why this backend and no other, in words for a person."""

    @property
    def inputs(self) -> tuple[TensorSpec, ...]:
        """What `run` must be fed."""
        ...

    @property
    def outputs(self) -> tuple[TensorSpec, ...]:
        """What `run` returns."""
        ...

    def run(self, feeds: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        """Run once; raises `EngineError` when `feeds` do not fit `inputs` or the backend fails."""
        ...

    def close(self) -> None:
        """Free the model; safe to call twice."""
        ...

    def __enter__(self) -> "Engine": ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Interrupted(EngineError):
    """A run that `Interruptible.interrupt` ended: nothing is wrong, and nothing came of it."""


@runtime_checkable
class Interruptible(Protocol):
    """An engine that can be stopped in the middle of a run."""

    def interrupt(self) -> None:
        """End the run another thread is in, soon: it raises `Interrupted` there. Nothing when none is."""
        ...


@runtime_checkable
class Pausable(Interruptible, Protocol):
    """An engine whose run can stand still, with nothing lost and no core used."""

    between: Callable[[], None]
    """Called now and then during a run, on the thread that waits for it."""

    def pause(self) -> bool:
        """Stand still at once; whether it does."""
        ...

    def resume(self) -> None:
        """Go on where it stood."""
        ...


def check_feeds(specs: tuple[TensorSpec, ...], feeds: Mapping[str, NDArray[Any]], model: str) -> None:
    """Raise `EngineError` unless `feeds` has exactly the wanted names, dtypes and shapes."""
    wanted = {spec.name for spec in specs}
    if feeds.keys() != wanted:
        found = set(feeds)
        raise EngineError(
            f"{model}: inputs must be {', '.join(sorted(wanted))}, found {', '.join(sorted(found)) or 'none'}"
        )
    for spec in specs:
        array = feeds[spec.name]
        if not isinstance(array, np.ndarray):
            raise EngineError(f"{model}: {spec}, but found a {type(array).__name__}")
        fits = len(array.shape) == len(spec.shape) and all(
            wanted_size in (None, size) for wanted_size, size in zip(spec.shape, array.shape, strict=True)
        )
        if not fits or array.dtype != np.dtype(spec.dtype):  # a dtype's name is put together anew each time
            sizes = ", ".join(map(str, array.shape))
            raise EngineError(f"{model}: wanted {spec}, found {array.dtype.name} [{sizes}]")
        if array.size == 0:
            raise EngineError(f"{model}: wanted {spec}, found an empty array")
