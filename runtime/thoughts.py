"""What an LLM thinks before it speaks: where thoughts begin and end, and how long they may get.

Reasoning models write their thoughts between two control tokens (`<think>` and `</think>`); people are
told what comes after. Knows those two tokens and a limit; refuses to know logits and text. An assistant
that must answer now cannot wait for thoughts without end: at the limit the closing token is put in the
LLM's mouth, and it goes on with what it has.
"""

from collections.abc import Callable, Sequence
from typing import Literal

__all__ = ["Thoughts", "Voice", "opens_thoughts"]

Voice = Literal["said", "thought", "mark"]
"""What a token of an answer is: said, thought and not said, or a mark around thoughts."""

Marks = tuple[int, int]
"""The tokens that begin and end thoughts."""


class Thoughts:
    """Whether an answer is thinking; told every token before it is run.

    `marks` is None for an LLM that has no such tokens. `opened`: the prompt ends inside thoughts. `most`
    counts thoughts without their marks; with 0 they end as soon as they begin, the form in which LLMs that
    can do both are trained not to think.
    """

    def __init__(self, marks: Marks | None, most: int, opened: bool = False) -> None:
        self._begins, self.ends = marks or (-1, -1)
        self._most = most
        self._over = False
        self.thinking = opened and marks is not None
        self.count = 0

    def leave_room(self, free: int, answer: int) -> None:
        """Think less where only `free` positions are left: half of them stay for an answer of `answer`."""
        room = free - min(answer, free // 2) - 2  # the two marks
        self._most = min(self._most, max(0, room))
        self._over |= room < 0

    @property
    def forced(self) -> int | None:
        """The token that must come next whatever the LLM would say; None where it is free."""
        return self.ends if self.thinking and self.count >= self._most else None

    def forbids(self, token: int) -> bool:
        """Whether `token` is a mark that may not come now.

        It would begin thoughts a second time, or where there is no room, or end what has not begun.
        """
        if self.thinking:
            return token == self._begins
        return token == self.ends or (token == self._begins and self._over)

    def note(self, token: int) -> Voice:
        """Take the next token of the answer and return what it is."""
        if not self.thinking:
            self.thinking = token == self._begins
            return "mark" if self.thinking else "said"
        if token == self.ends:
            self.thinking, self._over = False, True
            return "mark"
        self.count += 1
        return "thought"


def opens_thoughts(prompt: Sequence[int], marks: Marks | None, piece: Callable[[int], bytes]) -> bool:
    """Whether a prompt leaves the LLM thinking: chat templates of some put the first mark in its mouth.

    Nothing but white space follows that mark there; what people write is followed by the template's own
    control tokens, which have no text at all.
    """
    if marks is None:
        return False
    for token in reversed(prompt):
        if token in marks:
            return token == marks[0]
        if not piece(token) or piece(token).strip():
            return False
    return False
