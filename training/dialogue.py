"""Dialogues out of facts: which senses are given, which questions are asked, in which layout.

Knows how turns, system texts and sense blocks are mixed; refuses to know how a question is
worded (`training.language`) and what a soft token is (the caller's `Filler`).
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from anymal.training.chat_format import (
    DEFAULT_SYSTEM,
    SENSE_LINES,
    Answer,
    ChatTokenizer,
    Sequence,
    WordRows,
    as_asked,
)
from anymal.training.facts import COLOURS, COLUMNS, ROWS, SCENE_THINGS, SHAPES, SIZES, Senses
from anymal.training.language.chatter import slipped, telegraphic
from anymal.training.language.turn import Turn, TurnMaker
from anymal.training.language.visual_words import NUMBERS

__all__ = ["Dialogue", "Filler", "Filling", "Sources", "lay_out", "make_turns"]

# Loss weights: the assistant must learn answers, not to ask.
# The words a grader looks for decide whether an answer is right, and so do facts on the way to them; the rest
# is mostly manner.
ANSWER_WEIGHT = 1.0
KEY_WEIGHT = 3.0
QUESTION_WEIGHT = 0.0
IN_BITS = 0.25  # share of questions in smaller pieces
# Shares of questions with one slip of the finger and without their little words, besides what wordings
# already have: each costs more of the LLM's steps than its share of what people ask.
SLIPPED = 0.08
TELEGRAPHIC = 0.05
_FACTS = (
    *SHAPES,
    *COLOURS,
    *SIZES,
    *COLUMNS,
    *ROWS,
    *SCENE_THINGS,
    *NUMBERS,
    "nothing",
    "nowhere",
    "yes",
    "no",
)
_FACT = re.compile(rf"\b(?:{'|'.join(dict.fromkeys(_FACTS))})(?:e?s)?\b")
# Whether a list of places goes on is as much of a fact as the places.
_GOES_ON = re.compile(rf"(?<=\w)(?:, so\b|(?:,| and)(?= (?:{'|'.join(ROWS)})\b))")


@dataclass(frozen=True)
class Sources:
    """Where each given sense's encoder output is kept; what it holds is the caller's business."""

    images: tuple[object, ...] = ()
    video: object = None
    sound: object = None
    motion: object = None


@dataclass(frozen=True)
class Filling:
    """What stands at a sense's place: a row of words per phrase, or `rows` of `source`.

    `others` are the phrases it could be taken for, with `doubt` of each row (`chat_format.WordRows`).
    """

    phrases: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    doubt: float = 0.0
    rows: int = 0
    source: object = None


Filler = Callable[[Literal["image", "video", "audio", "imu"], object, object], Filling]


@dataclass(frozen=True)
class Dialogue:
    """Turns about `senses`; the sense block comes after the first `history` turns (0: in the system text)."""

    senses: Senses
    turns: tuple[Turn, ...]
    system: str = DEFAULT_SYSTEM
    history: int = 0
    sources: Sources = field(default_factory=Sources)


def make_turns(
    senses: Senses,
    kinds: Mapping[str, TurnMaker],
    weights: Mapping[str, float],
    count: int,
    rng: random.Random,
    fits: Callable[[str], bool] = lambda answer: True,
) -> tuple[Turn, ...]:
    """Draw `count` turns about `senses`, kinds by weight.

    A kind that does not apply, or whose answer does not fit the system text, is drawn again; fewer
    turns come back when nothing fits for long.
    """
    names = [name for name in kinds if weights.get(name, 0.0) > 0.0]
    scale = [weights[name] for name in names]
    turns: list[Turn] = []
    for _ in range(50 * count):
        name = rng.choices(names, scale)[0]
        turn = kinds[name](senses, rng)
        if turn is None or not fits(turn.answer):
            continue
        if all(turn.question != earlier.question for earlier in turns):
            turns.append(replace(turn, maker=name))
        if len(turns) == count:
            break
    return tuple(turns)


def lay_out(
    dialogue: Dialogue, tokenizer: ChatTokenizer, fill: Filler, rng: random.Random | None = None
) -> Sequence:
    """Tokenise a dialogue as the runtime would prompt it, but for earlier turns' thoughts, which it drops.

    Loss weights are on the answers.

    With `rng` some questions are typed worse, or tokenised in smaller pieces, as those with words it does
    not know will be.
    """
    sequence = Sequence()
    sequence.add([tokenizer.bos, tokenizer.system], 0.0)
    sequence.add(tokenizer.encode(dialogue.system), 0.0)
    if dialogue.history == 0:
        _add_senses(sequence, dialogue, tokenizer, fill)
    sequence.add([tokenizer.end], 0.0)
    for number, turn in enumerate(dialogue.turns):
        if number and number == dialogue.history:
            sequence.add([tokenizer.system], 0.0)
            _add_senses(sequence, dialogue, tokenizer, fill)
            sequence.add([tokenizer.end], 0.0)
        sequence.add([tokenizer.user], 0.0)
        sequence.add(_asked(turn.question, tokenizer, rng), QUESTION_WEIGHT)
        sequence.add([tokenizer.end, tokenizer.assistant], 0.0)
        _add_answer(sequence, turn, tokenizer)
    return sequence


def _asked(question: str, tokenizer: ChatTokenizer, rng: random.Random | None) -> list[int]:
    question = as_asked(question)
    if rng is None:
        return tokenizer.encode(question)
    if (roll := rng.random()) < SLIPPED:
        question = slipped(question, rng)
    elif roll < SLIPPED + TELEGRAPHIC:
        question = telegraphic(question, rng)
    return tokenizer.encode_in_bits(question, rng) if rng.random() < IN_BITS else tokenizer.encode(question)


def _add_answer(sequence: Sequence, turn: Turn, tokenizer: ChatTokenizer) -> None:
    """Thoughts, if any, and the answer, with more weight on words of its references and of facts."""
    start = len(sequence.ids)
    wanted = [_FACT, _GOES_ON, *(re.compile(rf"\b{re.escape(one.lower())}\b") for one in turn.references)]
    if turn.thoughts:
        sequence.add([tokenizer.think], KEY_WEIGHT)
        _add_words(sequence, turn.thoughts, wanted, tokenizer)
        sequence.add([tokenizer.thought], KEY_WEIGHT)
    _add_words(sequence, turn.answer, wanted, tokenizer)
    sequence.add([tokenizer.end], ANSWER_WEIGHT)
    sequence.answers.append(Answer(start, len(sequence.ids), turn.maker or turn.kind))


def _add_words(
    sequence: Sequence, text: str, wanted: list[re.Pattern[str]], tokenizer: ChatTokenizer
) -> None:
    ids, spans = tokenizer.encode_with_spans(text)
    keys = [found.span() for pattern in wanted for found in pattern.finditer(text.lower())]
    for token, (begin, end) in zip(ids, spans, strict=True):
        key = any(begin < last and first < end for first, last in keys)
        sequence.add([token], KEY_WEIGHT if key else ANSWER_WEIGHT)


def _add_senses(sequence: Sequence, dialogue: Dialogue, tokenizer: ChatTokenizer, fill: Filler) -> None:
    senses, sources = dialogue.senses, dialogue.sources
    several = len(senses.images) > 1
    for number, picture in enumerate(senses.images):
        line = SENSE_LINES["images"].format(number=number + 1) if several else SENSE_LINES["image"]
        source = sources.images[number] if sources.images else None
        _add_sense(sequence, line, "<image>", fill("image", picture, source), "image", tokenizer)
    if senses.video is not None:
        filling = fill("video", senses.video, sources.video)
        _add_sense(sequence, SENSE_LINES["video"], "<video>", filling, "video", tokenizer)
    if senses.sound is not None:
        filling = fill("audio", senses.sound, sources.sound)
        _add_sense(sequence, SENSE_LINES["audio"], "<audio>", filling, "audio", tokenizer)
    if senses.motion is not None:
        filling = fill("imu", senses.motion, sources.motion)
        _add_sense(sequence, SENSE_LINES["imu"], "<imu>", filling, "imu", tokenizer)


def _add_sense(
    sequence: Sequence, line: str, placeholder: str, filling: Filling, modality: str, tokenizer: ChatTokenizer
) -> None:
    before, after = line.split(placeholder)
    sequence.add(tokenizer.encode(before), 0.0)
    if filling.phrases:
        rows, others = (
            tuple(tokenizer.encode(phrase) for phrase in phrases)
            for phrases in (filling.phrases, filling.others)
        )
        sequence.add_words(WordRows(rows, others, filling.doubt))
    else:
        sequence.add_rows(filling.rows, modality, filling.source)
    if after:
        sequence.add(tokenizer.encode(after), 0.0)
