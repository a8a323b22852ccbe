"""Questions about what is heard, each with a right answer.

Knows how to make turns from `SoundFacts`; other senses may be present and are left alone. Refuses
to answer what the facts do not settle: such a maker returns None.
"""

import random
from functools import partial

from anymal.training.facts import Senses, SoundFacts
from anymal.training.language.phrasing import join_words, pick
from anymal.training.language.sounds import asked, level, more
from anymal.training.language.sounds.answers import (
    LOUDNESS,
    hears,
    plainly,
    sound_references,
    sound_turn,
)
from anymal.training.language.sounds.beside import beside, heard
from anymal.training.language.sounds.words import DIGITS, SOUND_WORDS
from anymal.training.language.sounds.yes_no import draw_group, draw_named, draw_predicate
from anymal.training.language.surface import Style, raise_first
from anymal.training.language.turn import Turn, TurnMaker

__all__ = ["BRIEF_KINDS", "KINDS", "hears", "sound_references"]


def _what(senses: Senses, rng: random.Random, *, demand: bool = True, style: Style = "") -> Turn | None:
    if (facts := senses.sound) is None:
        return None
    kind = "sound/one_word" if style == "one_word" else "sound/what"
    asked_style: Style = style if demand else ""
    if style == "one_word":
        if len(facts.phrases) != 1:
            return None
        word = SOUND_WORDS[facts.phrases[0]].word if facts.digit is None else DIGITS[facts.digit]
        return sound_turn(
            asked.WHAT, f"{raise_first(word)}.", kind, (word, *sound_references(facts)), rng, asked_style
        )
    if style == "short":
        said = facts.phrases if facts.digit is None else (f"the digit {DIGITS[facts.digit]}",)
        answer = f"{raise_first(join_words(said))}."
        return sound_turn(asked.WHAT, answer, kind, sound_references(facts), rng, asked_style)
    return sound_turn(asked.WHAT, hears(facts, rng), kind, sound_references(facts), rng)


def _describe(senses: Senses, rng: random.Random) -> Turn | None:
    if (facts := senses.sound) is None:
        return None
    answer = hears(facts, rng)
    source = SOUND_WORDS[facts.phrases[0]].source
    if facts.loud is not None and len(facts.phrases) == 1:
        loudness = LOUDNESS[facts.loud]
        answer = f"{answer} {rng.choice((f'It is {loudness}.', f'The sound is {loudness}.'))}"
    elif len(facts.phrases) == 1 and source != "nowhere" and rng.random() < 0.5:
        answer = f"{answer} {rng.choice((f'It comes from {source}.', f'It could come from {source}.'))}"
    return sound_turn(asked.DESCRIBE, answer, "sound/describe", sound_references(facts), rng)


def _source(senses: Senses, rng: random.Random) -> Turn | None:
    if (facts := senses.sound) is None or len(facts.phrases) != 1 or facts.phrases == ("silence",):
        return None
    phrase = facts.phrases[0]
    source = SOUND_WORDS[phrase].source
    answer = pick(
        (
            "It comes from {s}: I hear {x}.",
            "It comes from {s}: I hear {x}.",
            "I hear {x}, so it comes from {s}.",
            "The source is {s}: I hear {x}.",
            "It could come from {s}, because I hear {x}.",
        ),
        rng,
        s=source,
        x=phrase,
    )
    references = (source.removeprefix("a ").removeprefix("the "), *sound_references(SoundFacts((phrase,))))
    return sound_turn(asked.SOURCE, answer, "sound/source", references, rng)


def _yes_no(senses: Senses, rng: random.Random, *, demand: bool = True, style: Style = "") -> Turn | None:
    if (facts := senses.sound) is None:
        return None
    if not style and rng.random() < 0.12:
        style = "yes_no"
    # A bare yes or no needs practice on everything; a full answer to what has to be inferred is `_fits`.
    predicate, truth = (draw_predicate if style else draw_named)(facts, rng)
    word = "Yes" if truth else "No"
    answer = f"{word}." if style == "yes_no" else f"{word}, {plainly(facts)}."
    shown: Style = style if demand else ""
    return heard(
        senses, lambda: sound_turn(predicate.asking, answer, "sound/is_it", (word.lower(),), rng, shown)
    )


def _fits(senses: Senses, rng: random.Random) -> Turn | None:
    # The fact first, then what follows from it: a small model cannot infer and judge within one token.
    if (facts := senses.sound) is None:
        return None
    predicate, truth = draw_group(facts, rng)
    word = "yes" if truth else "no"
    answer = f"{plainly(facts)}, so {word}."
    return heard(senses, lambda: sound_turn(predicate.asking, answer, "sound/fits", (word,), rng))


KINDS: dict[str, TurnMaker] = {
    "sound/what": beside(_what),
    "sound/short": beside(partial(_what, style="short")),
    "sound/one_word": beside(partial(_what, style="one_word")),
    "sound/describe": _describe,
    "sound/source": _source,
    "sound/is_it": _yes_no,
    "sound/fits": _fits,
    "sound/loud": level.how_loud,
    "sound/is_loud": level.is_loud,
    "sound/made_by": beside(level.made_by),
    "sound/silent": more.silent,
    "sound/who": more.who,
    "sound/digit": beside(more.spoken_digit),
    "sound/is_digit": level.is_digit,
    "sound/count": more.how_many,
    "sound/more": more.anything_else,
    "sound/worry": more.alarming,
    "sound/words": more.about_words,
    "sound/either": beside(more.one_or_other),
}
# The same questions without the demand for brevity, for a system text that demands it.
BRIEF_KINDS: dict[str, dict[str, TurnMaker]] = {
    "one_word": {
        "sound/what": beside(partial(_what, style="one_word", demand=False)),
        "sound/digit": beside(partial(more.spoken_digit, style="one_word", demand=False)),
        "sound/is_it": partial(_yes_no, style="yes_no", demand=False),
    },
    "yes_no": {
        "sound/is_it": partial(_yes_no, style="yes_no", demand=False),
        "sound/silent": partial(more.silent, style="yes_no", demand=False),
    },
    "short": {"sound/what": beside(partial(_what, style="short", demand=False))},
}
