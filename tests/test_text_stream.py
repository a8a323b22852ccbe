"""Text streaming: however the bytes are cut, the text is the same and no character is halved."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from anymal.runtime.text_stream import TextStream


def stream(pieces: list[bytes]) -> list[str]:
    text_stream = TextStream()
    return [text_stream.push(piece) for piece in pieces] + [text_stream.finish()]


@given(st.text(), st.lists(st.integers(0, 400)))
def test_any_cut_gives_the_same_text(text: str, cuts: list[int]) -> None:
    data = text.encode()
    edges = sorted({0, len(data), *(cut for cut in cuts if cut < len(data))})
    pieces = [data[start:end] for start, end in pairwise(edges)]
    assert "".join(stream(pieces)) == text.lstrip()


def test_a_character_comes_when_it_is_whole() -> None:
    assert stream([b"a", b"\xe2", b"\x82", b"\xac", b"b"]) == ["a", "", "", "€", "b", ""]


def test_bytes_that_are_no_text_become_replacement_characters() -> None:
    assert "".join(stream([b"a", b"\xff", b"b", b"\xe2\x82"])) == "a\ufffdb\ufffd"


def test_white_space_before_the_first_word_is_dropped_and_the_rest_kept() -> None:
    assert stream([b" ", b"\n", b" Two", b" words ", b"\n"]) == ["", "", "Two", " words ", "\n", ""]
