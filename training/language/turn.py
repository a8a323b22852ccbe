"""One question and its answer, with what a grader needs.

Knows the record only; refuses to know how it was made.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from anymal.training.facts import Senses

__all__ = ["Turn", "TurnMaker"]


@dataclass(frozen=True)
class Turn:
    """`references`: short strings of which an answer must contain at least one (normalised, lower case).

    `maker` is the name under which its maker was drawn, which may make turns of several kinds. `thoughts` is
    what is gone over, unsaid, before the answer.
    """

    question: str
    answer: str
    kind: str
    references: tuple[str, ...]
    maker: str = ""
    thoughts: str = ""


# Makes a turn about these senses, or None when the question does not apply to them.
TurnMaker = Callable[[Senses, random.Random], Turn | None]
