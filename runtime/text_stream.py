"""Token bytes in, UTF-8-safe text out.

Knows that one character may be spread over several tokens and that a byte-fallback token may
be no character at all; what is thought is kept apart from what is
said; refuses to know tokens themselves.
"""

import codecs

from anymal.runtime.thoughts import Voice

__all__ = ["AnswerText", "TextStream"]


class TextStream:
    """Decodes bytes as they come; never emits half a character.

    Bytes that cannot be UTF-8 become U+FFFD. White space before the first visible character
    is dropped: some chat formats begin their answers with a space or a line break.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._started = False

    def push(self, piece: bytes) -> str:
        """Take the bytes of one token and return the text that is certain by now; maybe empty."""
        return self._begin(self._decoder.decode(piece))

    def finish(self) -> str:
        """Return what an unfinished character leaves behind: U+FFFD, or nothing."""
        return self._begin(self._decoder.decode(b"", final=True))

    def _begin(self, text: str) -> str:
        if not self._started:
            text = text.lstrip()
            self._started = bool(text)
        return text


class AnswerText:
    """What an answer says, as it comes, and what it thought, both as text."""

    def __init__(self) -> None:
        self._said, self._thought = TextStream(), TextStream()
        self._thoughts: list[str] = []
        self._pieces: list[str] = []

    def push(self, piece: bytes, voice: Voice) -> str:
        """Take the bytes of one token; return what they add to what is said, maybe nothing."""
        if voice == "said":
            return self._note(self._said.push(piece))
        if voice == "thought":
            self._thoughts.append(self._thought.push(piece))
        return ""

    def finish(self) -> str:
        """Return what an unfinished character leaves behind: U+FFFD, or nothing."""
        self._thoughts.append(self._thought.finish())
        return self._note(self._said.finish())

    @property
    def text(self) -> str:
        """All that was said so far."""
        return "".join(self._pieces)

    @property
    def thoughts(self) -> str:
        """All that was thought so far, without the marks around it."""
        return "".join(self._thoughts).rstrip()

    def _note(self, text: str) -> str:
        self._pieces.append(text)
        return text
