"""The prompt of a live session, split where a question begins: what stays in the cache, and what is asked.

Knows the order (system text, earlier turns, what is sensed) and that a prompt without earlier turns
must be the very prompt `ask` makes; refuses to know the cache and time.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from anymal.engines.chat_template import Message, Piece, TextTokenizer, render_prompt
from anymal.errors import BundleError, EngineError
from anymal.runtime.kv_window import Part, total_length
from anymal.runtime.prompt import render_messages, sense_content, system_content
from anymal.runtime.senses import Sensed
from anymal.runtime.thoughts import opens_thoughts

if TYPE_CHECKING:
    from anymal.engines.manifest import PromptSpec

__all__ = ["ContextLayout", "LivePrompt", "PastTurn"]


@dataclass(frozen=True)
class PastTurn:
    """What was asked and answered; what was sensed then is gone."""

    question: str
    answer: str


@dataclass(frozen=True)
class ContextLayout:
    """Everything before the question: `pieces` with their identities `parts`, and the senses in it."""

    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...]
    sensed: tuple[Sensed, ...]
    history: tuple[PastTurn, ...]

    @property
    def length(self) -> int:
        """Positions it takes."""
        return total_length(self.parts)

    def after(self, keep: int) -> list[Piece]:
        """Return the pieces past the first `keep` positions, the first of them from there on."""
        starts = itertools.accumulate(map(len, self.pieces), initial=0)
        left = (piece[max(0, keep - at) :] for piece, at in zip(self.pieces, starts, strict=False))
        return [piece for piece in left if len(piece)]


# Texts whose tokens are kept: a few lines of the template, the turns of the history, some questions.
REMEMBERED = 128

EMPTY = ContextLayout((), (), (), ())


class _Remembering:
    """A tokenizer that knows the texts it met lately: all of a prompt but the question comes again."""

    def __init__(self, tokenizer: TextTokenizer) -> None:
        self.bos_id, self.eos_id = tokenizer.bos_id, tokenizer.eos_id
        self.piece = lru_cache(maxsize=REMEMBERED)(tokenizer.piece)
        self._known = lru_cache(maxsize=REMEMBERED)(
            lambda text, special: tuple(tokenizer.tokenize(text, special))
        )

    def tokenize(self, text: str, special: bool = False) -> list[int]:
        """Return the tokens of `text`."""
        return list(self._known(text, special))


class LivePrompt:
    """Renders contexts and questions with the chat template of one LLM."""

    def __init__(
        self, tokenizer: TextTokenizer, template: str | None, spec: "PromptSpec", system: str | None = None
    ) -> None:
        self._tokenizer = _Remembering(tokenizer)
        self._template = template
        self._spec = spec
        self.history = spec.history
        self._system = spec.system if system is None else system
        self.senses_last = self._takes_late_senses()

    def context(self, sensed: Sequence[Sensed], history: Sequence[PastTurn]) -> ContextLayout:
        """Lay out what stays in the cache; changing what was sensed changes as little as possible of it.

        All that two questions share stays, up to the marker that opens the question's turn.
        """
        *before, last = self._render("?", sensed, history)
        stable = self._stable(last, self._render("a", sensed, history)[-1])
        before = [*before, stable] if stable else before
        keys = {id(e.rows): e.key for thing in sensed for e in thing.embeddings}
        parts = tuple(
            Part.of_text(piece) if isinstance(piece, tuple) else Part.of_rows(keys[id(piece)], len(piece))
            for piece in before
        )
        return ContextLayout(tuple(before), parts, tuple(sensed), tuple(history))

    def question(self, question: str, layout: ContextLayout) -> tuple[int, ...]:
        """Return the tokens of `question` that follow `layout`, up to where the answer begins."""
        pieces = self._render(question, layout.sensed, layout.history)
        last = pieces[-1]
        if len(pieces) == len(layout.pieces) + 1:
            return tuple(last)
        stable = layout.pieces[-1]
        if len(pieces) != len(layout.pieces) or tuple(last[: len(stable)]) != tuple(stable):
            raise EngineError("the chat template changes what comes before the question with the question")
        return tuple(last[len(stable) :])

    def opens_thoughts(self, marks: tuple[int, int] | None) -> bool:
        """Whether every question ends with the first of these marks around thoughts (`runtime.thoughts`)."""
        if marks is None:
            return False
        last = self._render("?", (), ())[-1]
        return isinstance(last, tuple) and opens_thoughts(last, marks, self._tokenizer.piece)

    def without(self, layout: ContextLayout, start: int, length: int) -> ContextLayout | None:
        """Return `layout` less the rows at [start, start + length); None when no prompt looks like that."""
        parts, gone, rows, at = list[Part](), set[int](), 0, 0
        for part in layout.parts:
            if not start <= at < start + length:
                parts.append(part)
            elif part.tokens is None:
                gone.add(rows)
            rows += part.tokens is None
            at += part.length
        # The rows stand in the order of what was sensed; two frames may share one array.
        number = itertools.count()
        sensed = tuple(
            replace(thing, embeddings=tuple(e for e in thing.embeddings if next(number) not in gone))
            for thing in layout.sensed
        )
        if not all(thing.embeddings for thing in sensed):
            return None
        shorter = self.context(sensed, layout.history)
        return shorter if shorter.parts == tuple(parts) else None

    def _stable(self, one: Piece, other: Piece) -> tuple[int, ...]:
        """What one run of tokens has in common with another, up to the last control token.

        After it a question's first letters may join what stands before them into other tokens.
        """
        stable = 0
        for agreeing, (mine, theirs) in enumerate(zip(one, other, strict=False), start=1):
            if mine != theirs:
                break
            if not self._tokenizer.piece(int(mine)):
                stable = agreeing
        return tuple(int(token) for token in one[:stable])

    def _render(self, question: str, sensed: Sequence[Sensed], history: Sequence[PastTurn]) -> list[Piece]:
        messages = self._messages(sensed, history)
        content = sense_content(self._spec, sensed) if self._spec.place == "user" else ()
        messages.append(Message("user", (*content, self._spec.asked(question))))
        return render_messages(self._tokenizer, self._template, self._spec, messages)

    def _messages(self, sensed: Sequence[Sensed], history: Sequence[PastTurn]) -> list[Message]:
        if self._spec.place == "user":
            sensed = ()
        late = bool(history) and self.senses_last
        turns = [
            message
            for turn in history
            for message in (
                Message("user", (self._spec.asked(turn.question),)),
                Message("assistant", (turn.answer,)),
            )
        ]
        first = system_content(self._spec, () if late else sensed, self._system)
        messages = [Message("system", first)] if first else []
        messages += turns
        if late and sensed:
            messages.append(Message("system", system_content(self._spec, sensed, "")))
        return messages

    def _takes_late_senses(self) -> bool:
        """Whether what is sensed can follow earlier turns (Gemma's and Mistral's refuse such a message)."""
        if self._spec.place == "user":
            return True
        messages = [
            Message("system", ("a",)),
            Message("user", ("b",)),
            Message("assistant", ("c",)),
            Message("system", ("d",)),
            Message("user", ("e",)),
        ]
        try:
            render_prompt(self._tokenizer, self._spec.template or self._template, messages)
        except BundleError:
            return False
        return True
