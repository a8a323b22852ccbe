"""Questions put to several senses in one go: two questions in one, all three senses, all but one, one alone.

Knows how to join and to leave out; refuses to say anything about a sense that was not given.
"""

import random
import re
from dataclasses import replace
from typing import Final

from anymal.training.facts import Senses
from anymal.training.language.combined import asked
from anymal.training.language.combined.answers import MISSING, combined_parts, given, says
from anymal.training.language.motions import questions as motion_questions
from anymal.training.language.motions.words import ACTIVITY_WORDS
from anymal.training.language.phrasing import pick, say
from anymal.training.language.pictures import photo_questions
from anymal.training.language.pictures import questions as picture_questions
from anymal.training.language.sounds import questions as sound_questions
from anymal.training.language.sounds.answers import copula
from anymal.training.language.sounds.words import SOUND_WORDS
from anymal.training.language.surface import ask, raise_first, roughen
from anymal.training.language.turn import Turn, TurnMaker
from anymal.training.language.videos import questions as video_questions

__all__ = ["VAGUE", "all_but", "in_passing", "one_alone", "three", "two_questions"]

# Picture questions that do not always name the picture: unclear once other senses are there.
VAGUE: Final = frozenset(
    (
        "picture/describe",
        "picture/kind",
        "picture/empty",
        "picture/digit",
        "picture/is_digit",
        "picture/digit_arithmetic",
        "photo/describe",
        "photo/kind",
        "video/describe",
    )
)
# Answers of a demanded length do not go beside others.
_DEMANDS: Final = re.compile(
    r"\bwords?\b|yes or no|\b(?:only|just|briefly|brief|short|single|yes|no)\b", re.I
)
# What goes into another question: one sentence that asks at once, without greeting or frame.
_PLAIN: Final = re.compile(
    r"(?:what|which|who|whose|how|where|is|are|am|do|does|did|was|has|have|any)\b(?![^.?!:;]*[.?!:;] *\S)"
    r"(?! (?:you know|you happen|you mind|it possible|there a way|you any idea|you have any idea))",
    re.I,
)
_MOST_WORDS: Final = 30
_TRIES: Final = 12
_JOINED: Final = (
    "{^a}, and {b}?",
    "{^a}, and {b}?",
    "{^a} and {b}?",
    "{^a}[, and also|, plus|; and|, and then|, and besides] {b}?",
    "{^a}? {^b}?",
    "{^a}? And {b}?",
    "{^a}? [Also, |Besides, |And also: |One more: ]{b}?",
    "[Two questions|Two things|I have two questions|Tell me two things]: {a}, and {b}?",
    "First, {a}? [Second|And second|Then], {b}?",
    "{^a}, [while you're at it|and by the way|and another thing], {b}?",
    "{^a}, {b}?",
    "{^a}? [Oh, and|Plus,|And as well,|And, while we're at it,|Next:|Then:] {b}?",
    "[I'd like to know two things.|Two for you.|Two things, please.|Answer both, please.] {^a}? {^b}?",
    "[Number one: {a}? Number two|A: {a}? B|One: {a}? Two|1: {a}? 2|Part one: {a}? Part two]: {b}?",
    "[Tell me|I want to know|I need] both: {a}, [and |]{b}?",
    "{^a}? That's one. [And two|The other is|The second]: {b}?",
    "{^a}, [but also|but then also|and on top of that] {b}?",
)


def _references(senses: Senses, names: tuple[str, ...]) -> tuple[str, ...]:
    parts = combined_parts(senses)
    return tuple(dict.fromkeys(text for name in names for text in parts[name]))


def _makers(senses: Senses, name: str) -> dict[str, TurnMaker]:
    if name == "sound":
        return sound_questions.KINDS
    if name == "motion":
        return motion_questions.KINDS
    if senses.video is not None:
        return video_questions.KINDS
    return photo_questions.KINDS if senses.images[0].kind == "photo" else picture_questions.KINDS


def _plain(senses: Senses, name: str, rng: random.Random) -> Turn | None:
    """One plain question about this sense, in one sentence without greeting or demand."""
    kinds = _makers(senses, name)
    names = [kind for kind in kinds if kind not in VAGUE and not kind.endswith(("/short", "/one_word"))]
    for _ in range(_TRIES):
        turn = kinds[rng.choice(names)](senses, rng)
        if turn is None or turn.question.isupper() or len(turn.answer.split()) < 2:
            continue
        question = turn.question.rstrip("?.! ")
        if _PLAIN.match(question) and not _DEMANDS.search(question):
            return replace(turn, question=_lowered(question))
    return None


def _lowered(question: str) -> str:
    kept = question.split(" ", 1)[0] in ("I", "I'm", "I'd", "I've", "IMU")
    return question if kept else question[:1].lower() + question[1:]


def two_questions(senses: Senses, rng: random.Random) -> Turn | None:
    """How many circles do I see, and is anyone speaking?"""
    names = given(senses)
    if len(names) < 2 or len(senses.images) > 1:
        return None
    first, second = (_plain(senses, name, rng) for name in rng.sample(names, 2))
    if first is None or second is None:
        return None
    answer = f"{first.answer} {second.answer}"
    if len(answer.split()) > _MOST_WORDS:
        return None
    question = pick(_JOINED, rng, a=first.question, b=second.question)
    references = tuple(dict.fromkeys((*first.references, *second.references)))
    thoughts = ";".join(turn.thoughts for turn in (first, second) if turn.thoughts)
    return Turn(roughen(question, rng), answer, "combined/two_questions", references, thoughts=thoughts)


def three(senses: Senses, rng: random.Random) -> Turn | None:
    """Sight, sound and movement, please: what is missing is said to be missing."""
    names = given(senses)
    if len(names) < 2 or len(senses.images) > 1:
        return None
    answer = says(senses, names, rng)
    gone = [sense for sense in MISSING if sense not in names]
    if gone:
        answer = f"{answer.removesuffix('.')}, but {MISSING[gone[0]]} was given."
    return Turn(ask(asked.THREE, rng), answer, "combined/three", _references(senses, names))


def all_but(senses: Senses, rng: random.Random) -> Turn | None:
    """Tell me everything but the sound."""
    names = given(senses)
    if len(names) < 2 or len(senses.images) > 1:
        return None
    other = rng.choice(names)
    rest = tuple(name for name in names if name != other)
    question = ask(asked.BUT, rng, other=say(asked.NAMES[other], rng))
    return Turn(question, says(senses, rest, rng), "combined/all_but", _references(senses, rest))


def one_alone(senses: Senses, rng: random.Random, sense: str) -> Turn | None:
    """Never mind the noise, what do you see?"""
    names = given(senses)
    if len(names) < 2 or sense not in names or len(senses.images) > 1:
        return None
    other = rng.choice([name for name in names if name != sense])
    question = ask(asked.ONLY[sense], rng, other=say(asked.NAMES[other], rng))
    kind = f"combined/only_{sense}"
    return Turn(question, says(senses, (sense,), rng), kind, _references(senses, (sense,)))


def in_passing(senses: Senses, rng: random.Random) -> Turn | None:
    """What do I see while I'm running? What is mentioned may not be so: the answer says what is."""
    names = given(senses)
    pairs = [pair for pair in asked.WHILE if set(pair) <= set(names)]
    if not pairs or len(senses.images) > 1:
        return None
    pair = rng.choice(pairs)
    true = rng.random() < 0.75
    motion = sound = ""
    if pair[1] == "motion" and senses.motion is not None:
        doing = senses.motion.activity if true else rng.choice(tuple(ACTIVITY_WORDS))
        motion = pick(ACTIVITY_WORDS[doing].doing, rng)
    elif senses.sound is not None:
        heard = rng.choice(senses.sound.phrases if true else tuple(SOUND_WORDS))
        subject, act = rng.choice(SOUND_WORDS[heard].clauses)
        sound = say(f"{subject} {copula(subject)} {act}", rng)
    question = raise_first(ask(asked.WHILE[pair], rng, motion=motion, sound=sound))
    return Turn(question, says(senses, pair, rng), "combined/in_passing", _references(senses, pair))
