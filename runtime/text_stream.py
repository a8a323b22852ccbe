"""Token bytes in, UTF-8-safe text out.

Knows that one character may be spread over several tokens and that a byte-fallback token may
be no character at all; refuses to know tokens themselves.
"""

import codecs

__all__ = ["TextStream"]


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
