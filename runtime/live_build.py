"""A context in the making: what it will show, where, the batches still to run, and what all of that took.

Knows how a layout is cut into batches; refuses to know the LLM and who runs them.
"""

from collections import deque
from dataclasses import dataclass

from anymal.engines.chat_template import Piece
from anymal.runtime.live_prompt import ContextLayout

__all__ = ["ContextBuild", "ContextCounts", "batches_of"]


@dataclass
class ContextCounts:
    """What keeping the context up to date took, since the session began."""

    updates: int = 0
    decoded: int = 0
    reused: int = 0
    superseded: int = 0
    slides: int = 0
    turns_dropped: int = 0


@dataclass
class ContextBuild:
    """`layout` in the making on `sequence`, sharing the first `keep` cells of the live context.

    `batches`: what is still to run, each with its position.
    """

    layout: ContextLayout
    sequence: int
    keep: int
    batches: deque[tuple[Piece, int]]

    @property
    def cells(self) -> int:
        """Cells it has to itself, or comes to have."""
        return self.layout.length - self.keep


def batches_of(layout: ContextLayout, keep: int, step: int) -> deque[tuple[Piece, int]]:
    """Cut what the first `keep` positions do not cover into batches of at most `step`."""
    batches: deque[tuple[Piece, int]] = deque()
    at = 0
    for piece, part in zip(layout.pieces, layout.parts, strict=True):
        for start in range(max(0, keep - at), part.length, step):
            batches.append((piece[start : start + step], at + start))
        at += part.length
    return batches
