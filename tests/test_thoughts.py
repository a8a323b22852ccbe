"""Thoughts of an LLM: where they begin and end, for any run of tokens, and how they become text."""

import pytest
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


@given(st.integers(0, 300), st.integers(1, 100), st.integers(0, 300))
def test_thoughts_leave_an_answer_half_of_the_room_at_least(free: int, answer: int, most: int) -> None:
    thoughts, spent = Thoughts(MARKS, most), 0
    thoughts.leave_room(free, answer)
    wanted = [THINK] + [9] * 400
    while spent < free and thoughts.forced is None and not thoughts.forbids(wanted[spent]):
        thoughts.note(wanted[spent])
        spent += 1
    if thoughts.forced is not None:
        spent += 1
    assert free - spent >= min(answer, free // 2)


def test_a_mark_out_of_place_may_not_come() -> None:
    thoughts = Thoughts(MARKS, 5)
    assert thoughts.forbids(THOUGHT) and not thoughts.forbids(THINK)
    thoughts.note(THINK)
    assert thoughts.forbids(THINK) and not thoughts.forbids(THOUGHT)


@given(st.lists(st.integers(0, 9), max_size=20))
def test_without_marks_everything_is_said(tokens: list[int]) -> None:
    thoughts = Thoughts(None, 5, opened=True)
    assert all(thoughts.note(token) == "said" for token in tokens)
    assert thoughts.forced is None
    assert not any(thoughts.forbids(token) for token in tokens)


def piece(token: int) -> bytes:
    return {THINK: b"<think>", THOUGHT: b"</think>", 5: b"", 7: b"\n", 8: b"\n\n"}.get(token, b"word")


@pytest.mark.parametrize(
    ("prompt", "opened"),
    [
        ([5, 6, THINK], True),
        ([5, THINK, 7, 8], True),
        ([5, THINK, 8, THOUGHT, 8], False),  # a template that forbids thoughts closes them at once
        ([5, 6, 7], False),
        ([], False),
        ([6, THINK, 5, 5], False),  # somebody's words: the template's control tokens follow
        ([6, THINK, 6], False),
    ],
)
def test_a_prompt_that_ends_with_the_mark_opens_thoughts(prompt: list[int], opened: bool) -> None:
    assert opens_thoughts(prompt, MARKS, piece) is opened


def test_an_llm_without_marks_opens_nothing() -> None:
    assert not opens_thoughts([THINK], None, piece)


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
