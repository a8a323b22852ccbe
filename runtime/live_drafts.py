"""A question still being asked, on two contexts: the one that answers see, and the next before it is seen.

A context that takes the place of another would have the whole question read once more, and whoever ends it
in that moment would wait for that. So it is read on the next context first. Knows which of two drafts
answers begin on; refuses to know how drafts are read, and is told when contexts change.
Belongs to the thread that owns the LLM.
"""

from collections.abc import Sequence

from anymal.engines.base import Interrupted
from anymal.runtime.language_model import ForkingModel
from anymal.runtime.live_draft import Logits, QuestionDraft
from anymal.runtime.live_prompt import ContextLayout, LivePrompt

__all__ = ["Drafts"]


class Drafts:
    """`read` what is said, `read_ahead` before a context changes, `change_over` then, and `take` it once."""

    def __init__(
        self, model: ForkingModel, prompt: LivePrompt, sequences: tuple[int, int], step: int
    ) -> None:
        self._now, self._ahead = (QuestionDraft(model, prompt, at, step) for at in sequences)
        self._said = ""
        self._aim: str | None = None  # what the next context shall know, from the first `read_ahead` on
        self._enough = False  # no more of it, though

    def __len__(self) -> int:
        """Return the cells they have to themselves."""
        return len(self._now) + len(self._ahead)

    @property
    def text(self) -> str:
        """What was read to its end, or counts as read, on the context that answers see."""
        return self._now.text

    def read(self, text: str, layout: ContextLayout, live: int, room: int) -> None:
        """Run a step of `text`, as `QuestionDraft.read` does; `room` is for both drafts, this one first.

        What has no room counts as read.
        """
        self._said = text
        if text and self._now.read(text, layout, live, room - len(self._ahead)):
            return
        if text and len(self._ahead):
            self._ahead.drop()
            self._enough = True
            if self._now.read(text, layout, live, room):
                return
        self._now.drop(text)

    def expect(self, question: str) -> None:
        """It is asked, and waits for the next context: nothing else is read there."""
        self._said = question
        if self._aim is not None:
            self._aim = question

    def read_ahead(self, layout: ContextLayout, sequence: int, room: int, most: int) -> bool:
        """Run a step of what is said, after `layout` on the next context; False when that may be seen.

        It may when all is read that was said at first, or `most` tokens are, or a batch was stopped, or it
        was taken back: the next context comes after all, however much is said and however fast. Raises what
        the LLM raises.
        """
        if self._aim is None:
            self._aim = self._said
        if not self._said:
            self._ahead.drop()
            return False
        if self._enough or self._ahead.text == self._aim or len(self._ahead) >= most:
            return False
        try:
            self._enough = not self._ahead.read(self._aim, layout, sequence, room - len(self._now))
        except Interrupted:
            self._enough = True
        return True

    def change_over(self) -> None:
        """Answers see the next context from now on, and what was read ahead there."""
        self._now.drop()
        if len(self._ahead):
            self._now, self._ahead = self._ahead, self._now
        self.give_up()

    def give_up(self) -> None:
        """There is no next context any more."""
        self._ahead.drop()
        self._aim, self._enough = None, False

    def ended(self) -> None:
        """The question is answered now: nothing is left to read ahead."""
        self._said = ""
        self.give_up()

    def take(self, tokens: Sequence[int], start: int) -> tuple[int, int, Logits | None]:
        """Return the sequence to answer on, and what `QuestionDraft.take` does."""
        return self._now.sequence, *self._now.take(tokens, start)

    def drop(self) -> None:
        """Forget what was read on the context that answers see; it may be read again."""
        self._now.drop()
