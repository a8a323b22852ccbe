"""An engine without a model: the right shapes, no arithmetic.

Knows how to check feeds and return zeros; for plumbing tests and for measuring everything
but the model. Refuses to look at a file.
"""

from collections.abc import Mapping
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.base import TensorSpec, check_feeds
from anymal.errors import EngineError

__all__ = ["NullEngine"]


class NullEngine:
    """Checks what it is fed and returns zeros; an output's open first size follows the first input."""

    def __init__(self, inputs: tuple[TensorSpec, ...], outputs: tuple[TensorSpec, ...]) -> None:
        self.inputs = inputs
        self.outputs = outputs
        self.backend = "none"
        self.reason = "none: asked for an engine without a model"
        self._closed = False

    def run(self, feeds: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        """Return zeros; raises `EngineError` when `feeds` do not fit."""
        if self._closed:
            raise EngineError("null engine: the engine is closed")
        check_feeds(self.inputs, feeds, "null engine")
        batch = next((len(array) for array in feeds.values() if array.ndim), 1)
        return {
            spec.name: np.zeros([batch if size is None else size for size in spec.shape], spec.dtype)
            for spec in self.outputs
        }

    def close(self) -> None:
        """Do nothing but refuse further runs."""
        self._closed = True

    def __enter__(self) -> "NullEngine":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
