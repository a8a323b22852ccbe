"""The answer to one `ask` as a stream of text, made while it is read.

Knows iteration and that an answer is whole only at its end; refuses to know how pieces are made.
"""

from collections.abc import Generator

from anymal.errors import EngineError
from anymal.runtime.answer import Answer
from anymal.runtime.one_at_a_time import OneAtATime

__all__ = ["AnswerStream"]


class AnswerStream:
    """Iterate for pieces of text as they are made; `answer` is there when they have all come."""

    def __init__(self, pieces: Generator[str, None, Answer], turn: OneAtATime, keeps: object = None) -> None:
        self._pieces, self._turn = pieces, turn
        self._keeps = keeps  # whose LLM is used: not to be collected before this
        self._answer: Answer | None = None

    def __iter__(self) -> "AnswerStream":
        """Return itself: a stream can be read once."""
        return self

    def __next__(self) -> str:
        """Make and return the next piece; the pieces joined are `answer.text`.

        Raises `EngineError` when the assistant was closed meanwhile.
        """
        if self._answer is not None:
            raise StopIteration
        with self._turn():
            try:
                return next(self._pieces)
            except StopIteration as end:
                if end.value is None:  # it was closed
                    raise
                self._answer = end.value
        raise StopIteration

    @property
    def answer(self) -> Answer:
        """The finished answer; raises `EngineError` while there are pieces left, or after `close`."""
        if self._answer is None:
            raise EngineError("the answer is not complete: read the stream to its end first")
        return self._answer

    def close(self) -> None:
        """Stop making pieces; the assistant is free for another question. Not while another thread reads."""
        self._pieces.close()
