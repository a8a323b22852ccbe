"""Accuracy, macro F1 and confusion of predicted classes.

Knows counting; refuses to know models and data.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["score_classes"]


def score_classes(
    true: NDArray[np.int64], predicted: NDArray[np.int64], names: Sequence[str]
) -> dict[str, Any]:
    """Figures over `names`; macro F1 is over classes present in `true`; rows of `confusion` are true."""
    confusion = np.zeros((len(names), len(names)), np.int64)
    np.add.at(confusion, (true, predicted), 1)
    hits = np.diag(confusion)
    share = 2 * hits / np.maximum(confusion.sum(axis=0) + confusion.sum(axis=1), 1)
    present = confusion.sum(axis=1) > 0
    return {
        "accuracy": float(hits.sum() / max(len(true), 1)),
        "macro_f1": float(share[present].mean()),
        "count": len(true),
        "classes": list(names),
        "confusion": confusion.tolist(),
    }
