"""Questions about several senses at once, and about one of them while others are there.

Knows how to make turns from any mix of senses; refuses to say anything about a sense that was not given.
"""

import random
from dataclasses import replace
from functools import partial
from typing import Final

from anymal.training.facts import Senses
from anymal.training.language.combined import more
from anymal.training.language.combined import words as asked
from anymal.training.language.combined.answers import (
    combined_parts,
    given,
    heard,
    picture_references,
    says,
)
from anymal.training.language.combined.more import VAGUE
from anymal.training.language.motions import questions as motion_questions
from anymal.training.language.motions.words import ACTIVITY_WORDS
from anymal.training.language.phrasing import join_words, pick, say
from anymal.training.language.pictures import photo_questions
from anymal.training.language.pictures import questions as picture_questions
from anymal.training.language.sounds import questions as sound_questions
from anymal.training.language.sounds.answers import copula
from anymal.training.language.sounds.words import SOUND_WORDS
from anymal.training.language.surface import ask, raise_first, roughen
from anymal.training.language.turn import Turn, TurnMaker

__all__ = ["KINDS", "VAGUE", "combined_parts", "given", "picture_references", "says", "senses_answer"]
# Shares of questions that name all three senses, mention a second one, or name another as not meant.
_ALL_THREE: Final = 0.25
_IN_PASSING: Final = 0.3
_NOT_ANOTHER: Final = 0.15


def _all(senses: Senses, rng: random.Random) -> Turn | None:
    names = given(senses)
    if not names or len(senses.images) > 1:
        return None
    if len(names) > 1 and rng.random() < _ALL_THREE:
        return more.three(senses, rng)
    parts = combined_parts(senses)
    references = tuple(dict.fromkeys(text for name in names for text in parts[name]))
    return Turn(ask(asked.ALL, rng), says(senses, names, rng), "combined/what", references)


def _pair(senses: Senses, rng: random.Random) -> Turn | None:
    names = given(senses)
    pairs = [pair for pair in asked.PAIRS if set(pair) <= set(names)]
    if not pairs or len(senses.images) > 1:
        return None
    if rng.random() < _IN_PASSING:
        return more.in_passing(senses, rng)
    pair = rng.choice(pairs)
    parts = combined_parts(senses)
    references = tuple(dict.fromkeys((*parts[pair[0]], *parts[pair[1]])))
    return Turn(ask(asked.PAIRS[pair], rng), says(senses, pair, rng), "combined/two", references)


def _only_picture(senses: Senses, rng: random.Random) -> Turn | None:
    if len(given(senses)) < 2 or len(senses.images) != 1:
        return None
    if rng.random() < _NOT_ANOTHER:
        return more.one_alone(senses, rng, "picture")
    if rng.random() < 0.6:
        kinds = photo_questions.KINDS if senses.images[0].kind == "photo" else picture_questions.KINDS
        turn = kinds[rng.choice([name for name in kinds if name not in VAGUE])](senses, rng)
        return None if turn is None else replace(turn, kind="combined/only_picture")
    answer = f"I see {asked.picture_summary(senses.images[0])}."
    return Turn(ask(asked.PICTURE, rng), answer, "combined/only_picture", picture_references(senses))


def _only(senses: Senses, rng: random.Random, *, sense: str) -> Turn | None:
    if len(given(senses)) < 2:
        return None
    if rng.random() < _NOT_ANOTHER:
        return more.one_alone(senses, rng, sense)
    kinds = sound_questions.KINDS if sense == "sound" else motion_questions.KINDS
    name = f"{sense}/what" if rng.random() < 0.5 else rng.choice(tuple(kinds))
    turn = kinds[name](senses, rng)
    return None if turn is None else replace(turn, kind=f"combined/only_{sense}")


def senses_answer(senses: Senses, rng: random.Random) -> str:
    """Say which senses were given."""
    names = asked.sense_names(senses, rng)
    if not names:
        return pick(
            (
                "I have no senses right now: nothing was given.",
                "None: nothing was given to me.",
                "I have nothing: no picture, no sound and no motion.",
            ),
            rng,
        )
    only = "only " if len(names) == 1 else ""
    return pick(
        ("I have {o}{n}.", "I have {o}{n}.", "Right now I have {o}{n}.", "I was given {o}{n}."),
        rng,
        o=only,
        n=join_words(names),
    )


def _senses(senses: Senses, rng: random.Random) -> Turn:
    names = given(senses)
    references = {"picture": ("picture", "video"), "sound": ("sound",), "motion": ("motion",)}
    wanted = tuple(text for name in names for text in references[name]) or ("nothing", "no senses")
    return Turn(ask(asked.SENSES, rng), senses_answer(senses, rng), "combined/senses", wanted)


def _has_sense(senses: Senses, rng: random.Random) -> Turn | None:
    names = given(senses)
    wanted = rng.random() < 0.5
    fitting = [sense for sense in asked.SHOWS if (sense in names) is wanted]
    if not fitting or (senses.video is not None and "picture" in fitting):
        return None
    sense = rng.choice(fitting)
    question = roughen(raise_first(f"{pick(asked.SHOWS[sense], rng)}?"), rng)
    thing = {"picture": "picture", "sound": "sound", "motion": "motion"}[sense]
    if wanted:
        here = pick(
            ("Yes, I have {t}.", "Yes, {t} was given."),
            rng,
            t={"picture": "a picture", "sound": "a sound", "motion": "motion"}[sense],
        )
        return Turn(question, here, "combined/has_sense", ("yes",))
    return Turn(
        question,
        pick(("No, no {t} was given.", "No, I have no {t}."), rng, t=thing),
        "combined/has_sense",
        ("no", f"no {thing}"),
    )


_BOTH = (
    "am I {doing} while {clause}?",
    "am I {doing} and {clause}?",
    "is it true that I am {doing} while {clause}?",
    "am I {doing}, and do you hear {name}?",
    "do you hear {name} while I am {doing}?",
    "can {name} be heard while I am {doing}?",
    "am I {doing} with {name} in the background?",
    "do you think I am {doing} while {clause}?",
    "tell me whether I am {doing} while {clause}.",
    "[I'm|I am] {doing} while {clause}, [right|yes|correct|is that so|am I right]?",
    "[I'm|I am] {doing} and {clause}, [right|yes|correct|true|isn't it so]?",
    "is it [right|correct|so|the case] that I'm {doing} while {clause}?",
    "would you say [that |]I'm {doing} [while|and that] {clause}?",
    "[could|can] it be that I'm {doing} while {clause}?",
    "can you hear {name}, and am I {doing}?",
    "is it {name} I hear while I'm {doing}?",
    "am I {doing}, and can {name} be heard?",
    "am I {doing} to the sound of {name}?",
    "[true or false|right or wrong]: I'm {doing} while {clause}.",
    "so I'm {doing} and you hear {name}, [yes|right|correct]?",
    "[I think|I'd say|I bet|I guess] I'm {doing} and {clause}. [right|am I right|is that so|correct]?",
    "[do both hold|is this right|is all of this true]: I am {doing}, and {clause}?",
    "do you [notice|sense|agree] that I'm {doing} while {clause}?",
    "[check|confirm|see|say] whether I'm {doing} and {clause}.",
    "with me {doing}, do you hear {name}?",
    "{clause}, and I'm {doing}, [right|yes|correct|is that so]?",
    "am I {doing} as {clause}?",
    "[are both true|is it both]: {clause}, and I'm {doing}?",
    "does it [feel|seem] like I'm {doing} while {clause}?",
    "[my friend|somebody|my watch] says I'm {doing} while {clause}. [true|is it so|right]?",
    "[have I been|was I] {doing} while you heard {name}?",
    "while I'm {doing}, can you hear {name}?",
    "there's {name}, and I'm {doing}, [right|isn't it so|correct]?",
    "[would you agree|do you believe] that I'm {doing} and that you hear {name}?",
    "do you sense me {doing} and hear {name}?",
)


def _both(senses: Senses, rng: random.Random) -> Turn | None:
    if senses.sound is None or senses.motion is None or len(senses.sound.phrases) != 1:
        return None
    phrase, doing = senses.sound.phrases[0], senses.motion.activity
    truth = rng.random() < 0.5
    change = "" if truth else rng.choice(("sound", "motion"))
    asked_sound = (
        rng.choice([s for s in SOUND_WORDS if s not in (phrase, "silence")]) if change == "sound" else phrase
    )
    if change == "motion":
        close = {"sitting", "walking", "standing"}
        word = ACTIVITY_WORDS[doing].word
        fitting = [
            name
            for name, words in ACTIVITY_WORDS.items()
            if name != doing and not (words.word == word and word in close)
        ]
        asked_doing = rng.choice([name for name in fitting if {name, doing} != {"walking", "taking stairs"}])
    else:
        asked_doing = doing
    subject, act = rng.choice(SOUND_WORDS[asked_sound].clauses)
    clause = say(f"{subject} {copula(subject)} {act}", rng)
    activity = pick(ACTIVITY_WORDS[asked_doing].doing, rng)
    name = pick(SOUND_WORDS[asked_sound].heard, rng)
    question = pick(_BOTH, rng, doing=activity, clause=clause, name=name)
    word = "Yes" if truth else "No"
    answer = f"{word}, you are {doing} and I hear {heard(senses.sound)}."
    return Turn(roughen(raise_first(question), rng), answer, "combined/both", (word.lower(),))


KINDS: dict[str, TurnMaker] = {
    "combined/what": _all,
    "combined/two": _pair,
    "combined/only_sound": partial(_only, sense="sound"),
    "combined/only_motion": partial(_only, sense="motion"),
    "combined/only_picture": _only_picture,
    "combined/senses": _senses,
    "combined/has_sense": _has_sense,
    "combined/both": _both,
    "combined/two_questions": more.two_questions,
    "combined/all_but": more.all_but,
}
