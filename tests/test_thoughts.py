"""Thoughts of an LLM: where they begin and end, for any run of tokens, and how they become text."""

from hypothesis import given
from hypothesis import strategies as st

from anymal.runtime.text_stream import AnswerText
from anymal.runtime.thoughts import Thoughts, opens_thoughts

THINK, THOUGHT = 1, 2
MARKS = (THINK, THOUGHT)


@given(st.lists(st.integers(1, 6), max_size=60), st.integers(0, 8), st.booleans())
def test_no_more_is_thought_than_allowed_whatever_an_llm_would_say(
    wanted: list[int], most: int, opened: bool
) -> None:
    thoughts, voices = Thoughts(MARKS, most, opened), []
    for would_say in wanted:
        forced = thoughts.forced
        if forced is None and thoughts.forbids(would_say):
            continue
        voices.append(thoughts.note(would_say if forced is None else forced))
    assert voices.count("thought") == thoughts.count <= most
    assert voices.count("mark") <= 2
    # Thoughts are one run, before or between what is said.
    runs = [voice for voice, before in zip(voices, [None, *voices], strict=False) if voice != before]
    assert runs.count("thought") <= 1


@given(st.lists(st.integers(0, 9), max_size=20))
def test_without_marks_everything_is_said(tokens: list[int]) -> None:
    thoughts = Thoughts(None, 5, opened=True)
    assert all(thoughts.note(token) == "said" for token in tokens)
    assert thoughts.forced is None
    assert not any(thoughts.forbids(token) for token in tokens)


def test_a_prompt_that_ends_with_the_mark_opens_thoughts() -> None:
    assert opens_thoughts([5, 6, THINK], MARKS)
    assert opens_thoughts([5, THINK, 7, 8], MARKS)


def test_a_prompt_whose_thoughts_are_over_does_not_open_them() -> None:
    assert not opens_thoughts([5, THINK, 7, THOUGHT, 7], MARKS)
    assert not opens_thoughts([5, 6, 7], MARKS)
    assert not opens_thoughts([], MARKS)


def test_a_mark_further_back_is_somebodys_words() -> None:
    assert not opens_thoughts([THINK, 5, 6, 7], MARKS)


def test_an_llm_without_marks_opens_nothing() -> None:
    assert not opens_thoughts([THINK], None)


def test_what_is_said_and_what_is_thought_are_two_texts() -> None:
    text = AnswerText()
    pushed = [
        text.push(b"<think>", "mark"),
        text.push(b" one, ", "thought"),
        text.push("zw\u00f6lf".encode()[:3], "thought"),
        text.push("zw\u00f6lf".encode()[3:], "thought"),
        text.push(b"</think>", "mark"),
        text.push(b"\n\n", "said"),
        text.push(b"Twelve", "said"),
        text.push(b".", "said"),
        text.finish(),
    ]
    assert (text.text, text.thoughts) == ("Twelve.", "one, zw\u00f6lf")
    assert "".join(pushed) == text.text
