"""The earlier turns that a live context repeats: the newest, as many as are allowed and leave room.

Knows how many turns are kept, and lays them out with what is sensed; refuses to know the LLM's cache.
"""

from collections.abc import Sequence

from anymal.runtime.live_build import ContextCounts, system_full
from anymal.runtime.live_prompt import ContextLayout, LivePrompt, PastTurn
from anymal.runtime.senses import Sensed

__all__ = ["Turns"]


class Turns:
    """`add` what was said, `lay_out` a context; `counts` is told of turns that were dropped.

    `limit` None: as many turns as the bundle's LLM can bear. Raises `ContextFull` when the system text alone
    leaves no room for `reserve` positions of answer: no session could say a word.
    """

    def __init__(
        self, prompt: LivePrompt, limit: int | None, n_ctx: int, counts: ContextCounts, reserve: int = 0
    ) -> None:
        self._prompt = prompt
        self.limit = prompt.history if limit is None else limit
        self._n_ctx = n_ctx
        self._counts = counts
        self.kept: tuple[PastTurn, ...] = ()
        if (least := prompt.context((), ()).length) + reserve > n_ctx:
            raise system_full(least, reserve, n_ctx)

    def add(self, turn: PastTurn) -> None:
        """Remember what was said; the oldest turns go when there are more than `limit`."""
        turns = (*self.kept, turn)
        dropped = max(0, len(turns) - self.limit)
        self._counts.turns_dropped += dropped
        self.kept = turns[dropped:]

    def keep(self, turns: tuple[PastTurn, ...]) -> None:
        """Keep these of them, and count the others as dropped."""
        self._counts.turns_dropped += len(self.kept) - len(turns)
        self.kept = turns

    def forget(self) -> None:
        """Begin anew; what is forgotten on purpose was not dropped."""
        self.kept = ()

    def lay_out(self, sensed: Sequence[Sensed], needed: int) -> ContextLayout:
        """What is sensed, after as many of the newest turns as leave `needed` positions."""
        turns = self.kept
        layout = self._prompt.context(sensed, turns)
        while turns and layout.length + needed > self._n_ctx:
            turns = turns[1:]
            layout = self._prompt.context(sensed, turns)
        return layout
