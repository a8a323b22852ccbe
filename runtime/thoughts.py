"""What an LLM thinks before it speaks: where thoughts begin and end, and how long they may get.

Reasoning models write their thoughts between two control tokens (`<think>` and `</think>`); people are
told what comes after. Knows those two tokens and a limit; refuses to know logits and text. An assistant
that must answer now cannot wait for thoughts without end: at the limit the closing token is put in the
LLM's mouth, and it goes on with what it has.
"""

from collections.abc import Sequence
from typing import Literal

__all__ = ["Thoughts", "Voice", "opens_thoughts"]

Voice = Literal["said", "thought", "mark"]
"""What a token of an answer is: said, thought and not said, or a mark around thoughts."""

Marks = tuple[int, int]
"""The tokens that begin and end thoughts."""
_NEAR = 3


class Thoughts:
    """Whether an answer is thinking; told every token before it is run.

    `marks` is None for an LLM that has no such tokens. `opened`: the prompt ends inside thoughts. `most`
    counts thoughts without their marks; 0 allows none.
    """

    def __init__(self, marks: Marks | None, most: int, opened: bool = False) -> None:
        self._begins, self._ends = marks or (-1, -1)
        self._most = most
        self._over = False
        self.thinking = opened and marks is not None
        self.count = 0

    @property
    def forced(self) -> int | None:
        """The token that must come next whatever the LLM would say; None where it is free."""
        return self._ends if self.thinking and self.count >= self._most else None

    def forbids(self, token: int) -> bool:
        """Whether `token` would begin thoughts that may not be: there were some, or none are wanted."""
        return token == self._begins and not self.thinking and (self._over or self._most == 0)

    def note(self, token: int) -> Voice:
        """Take the next token of the answer and return what it is."""
        if not self.thinking:
            self.thinking = token == self._begins
            return "mark" if self.thinking else "said"
        if token == self._ends:
            self.thinking, self._over = False, True
            return "mark"
        self.count += 1
        return "thought"


def opens_thoughts(prompt: Sequence[int], marks: Marks | None) -> bool:
    """Whether a prompt leaves the LLM thinking: chat templates of some put the first mark in its mouth.

    At most two tokens of white space follow that mark there; whatever people write is further from the end.
    """
    last = tuple(prompt)[-_NEAR:]
    return marks is not None and marks[0] in last and marks[1] not in last
