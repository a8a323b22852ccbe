"""What people say around a question and how they type: the question itself must stay in it."""

import random
from pathlib import Path

import pytest

from anymal.training.chat_format import ChatTokenizer
from anymal.training.language.chatter import among_chatter, hurried, slipped, telegraphic
from anymal.training.tokenizer import train_tokenizer

QUESTION = "How many circles are there?"


def test_chatter_stands_around_the_question_and_leaves_it_whole() -> None:
    rng = random.Random(1)
    drawn = {among_chatter(QUESTION, rng) for _ in range(300)}
    assert len(drawn) > 200
    for text in drawn:
        assert QUESTION in text and len(text) > len(QUESTION) + 2
        before = text[: text.index(QUESTION)].rstrip()
        assert not before or before[-1] in ".,:!?", text
        assert "[" not in text and "|" not in text and "{" not in text


def test_hurried_words_are_short_forms_of_the_same_question() -> None:
    rng = random.Random(2)
    drawn = {hurried("What is the colour of this thing? Can you tell me please?", rng) for _ in range(200)}
    assert len(drawn) > 50
    assert any("whats" in text for text in drawn) and any("pls" in text for text in drawn)
    assert all(6 <= len(text.split()) <= 13 for text in drawn)


def test_a_slip_changes_one_word_by_a_letter() -> None:
    rng = random.Random(3)
    for _ in range(200):
        before, after = QUESTION.split(), slipped(QUESTION, rng).split()
        changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
        assert len(changed) <= 1
        assert all(abs(len(one) - len(other)) <= 1 for one, other in changed)
    assert slipped("Is it on?", rng) == "Is it on?"


def test_a_telegram_leaves_out_little_words_and_no_other() -> None:
    rng = random.Random(5)
    asked = "Is the star to the left of a ring?"
    drawn = {telegraphic(asked, rng) for _ in range(100)}
    assert len(drawn) > 20
    for text in drawn:
        assert (
            " ".join(w for w in text.split() if w.lower() not in ("is", "the", "to", "of", "a"))
            == "star left ring?"
        )
    assert telegraphic("What do you do", random.Random(0)).endswith("you do")


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> ChatTokenizer:
    path: Path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.model"
    train_tokenizer((f"{QUESTION} {number}" for number in range(500)), 500, 360, path)
    return ChatTokenizer(path)


def test_a_text_in_bits_is_the_same_text_in_more_tokens(tokenizer: ChatTokenizer) -> None:
    rng = random.Random(4)
    whole = tokenizer.encode(QUESTION)
    longest = 0
    for _ in range(50):
        bits = tokenizer.encode_in_bits(QUESTION, rng)
        assert tokenizer.decode(bits) == QUESTION and len(bits) >= len(whole)
        longest = max(longest, len(bits))
    assert longest > len(whole)
