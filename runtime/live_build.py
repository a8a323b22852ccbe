"""A context in the making: what it will show, where, the batches still to run, and what all of that took.

Knows how a layout is cut into batches and run batch by batch, and what to say of one that does not fit;
refuses to know the cache's other sequences and who has the time.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from anymal.engines.base import Interrupted
from anymal.engines.chat_template import Piece
from anymal.errors import ContextFull
from anymal.runtime.language_model import ForkingModel
from anymal.runtime.live_prompt import ContextLayout

__all__ = [
    "ContextBuild",
    "ContextCounts",
    "batches_of",
    "cut",
    "question_full",
    "senses_full",
    "system_full",
]


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

    def run(self, model: ForkingModel, most: int | None = None) -> int:
        """Run the next batch, of about `most` positions, and return how many; it stays when interrupted."""
        piece, position = batch = self.take_batch(most)
        try:
            if isinstance(piece, tuple):
                model.decode_tokens(piece, position, self.sequence, logits=False)
            else:
                model.decode_rows(piece, position, self.sequence, logits=False)
        except Interrupted:
            self.batches.appendleft(batch)
            raise
        return len(piece)

    def take_batch(self, most: int | None = None) -> tuple[Piece, int]:
        """Return the next batch and its position, cut to about `most` positions (`cut`)."""
        piece, position = self.batches.popleft()
        count = len(piece) if most is None else cut(len(piece), most)
        if count < len(piece):
            self.batches.appendleft((piece[count:], position + count))
        return piece[:count], position


def cut(length: int, most: int) -> int:
    """Return how many of `length` positions a batch takes: `most` (2 or more), or one less or more.

    So that none is left alone: it would be summed in another order, to other bits (docs/live.md).
    """
    if length <= most:
        return length
    if length - most > 1:
        return most
    return most - 1 if most > 2 else length


def batches_of(pieces: Sequence[Piece], position: int, step: int) -> deque[tuple[Piece, int]]:
    """Cut `pieces`, the first of which begins at `position`, into batches of about `step`."""
    batches: deque[tuple[Piece, int]] = deque()
    for piece in pieces:
        start = 0
        while start < len(piece):
            count = cut(len(piece) - start, step)
            batches.append((piece[start : start + count], position + start))
            start += count
        position += len(piece)
    return batches


def question_full(context: int, needed: int, n_ctx: int) -> ContextFull:
    """After `context` positions there is no room for `needed` of question and answer."""
    return ContextFull(
        f"the question wants {context + needed} positions ({context} of context, {needed} of question and "
        f"answer), but the LLM has {n_ctx}: shorten the question, or allow shorter answers (max_tokens)"
    )


def senses_full(context: int, reserve: int, n_ctx: int) -> ContextFull:
    """After `context` positions there is no room for an answer of `reserve`."""
    return ContextFull(
        f"what is sensed wants {context} positions and an answer {reserve}, but the LLM has {n_ctx}: "
        "use fewer sensors, or allow shorter answers (max_tokens)"
    )


def system_full(system: int, reserve: int, n_ctx: int) -> ContextFull:
    """After a system text of `system` positions there is no room for an answer of `reserve`."""
    return ContextFull(
        f"the system text wants {system} positions and an answer {reserve}, but the LLM has {n_ctx}: "
        "shorten the system text, or allow shorter answers (max_tokens)"
    )
