"""A question still being asked, on two contexts: the one that answers see, and the next before it is seen.

A context that takes the place of another would have the whole question read once more, and whoever ends it
in that moment would wait for that. So it is read on the next context first. Knows which of two drafts
answers begin on; refuses to know how drafts are read, and when contexts change.
Belongs to the thread that owns the LLM.
"""

from collections.abc import Sequence

from anymal.errors import AnymalError
from anymal.runtime.language_model import ForkingModel
from anymal.runtime.live_draft import Logits, QuestionDraft
from anymal.runtime.live_prompt import ContextLayout, LivePrompt

__all__ = ["Drafts"]


class Drafts:
    """`read` what is said, `read_ahead` before a context changes, `turn` as it does, `take` for an answer."""

    def __init__(
        self, model: ForkingModel, prompt: LivePrompt, sequences: tuple[int, int], step: int
    ) -> None:
        self._now, self._ahead = (QuestionDraft(model, prompt, at, step) for at in sequences)
        self._said = ""
        self._aim: str | None = None  # what the next context shall know; "" once that was given up

    def __len__(self) -> int:
        """Return the cells they have to themselves."""
        return len(self._now) + len(self._ahead)

    @property
    def text(self) -> str:
        """What was read to its end, on the context that answers see."""
        return self._now.text

    def read(self, text: str, layout: ContextLayout, live: int, room: int) -> None:
        """Run a step of `text`, as `QuestionDraft.read` does; `room` is for both contexts."""
        self._said = text
        self._now.read(text, layout, live, room - len(self._ahead))

    def read_ahead(self, layout: ContextLayout, sequence: int, room: int) -> bool:
        """Run a step of what is said, after `layout` on the next context; False when there is nothing left.

        What is said meanwhile waits for the change: the next context comes after all, however fast somebody
        types. Raises what the LLM raises; the change then comes without it.
        """
        if self._aim is None:
            self._aim = self._said
        if self._ahead.text == self._aim:
            return False
        try:
            self._ahead.read(self._aim, layout, sequence, room - len(self._now))
        except AnymalError:
            self._aim = ""
            raise
        return True

    def turn(self) -> None:
        """Answers see the next context from now on, and what was read ahead there."""
        self._now.drop()
        if len(self._ahead):
            self._now, self._ahead = self._ahead, self._now
        self.give_up()

    def give_up(self) -> None:
        """There is no next context any more."""
        self._ahead.drop()
        self._aim = None

    def ended(self) -> None:
        """The question is asked: nothing is left to read ahead."""
        self._said = ""
        self.give_up()

    def take(self, tokens: Sequence[int], start: int) -> tuple[int, int, Logits | None]:
        """Return the sequence to answer on, and what `QuestionDraft.take` does."""
        return self._now.sequence, *self._now.take(tokens, start)

    def drop(self) -> None:
        """Forget what was read; it may be read again."""
        self._now.drop()
