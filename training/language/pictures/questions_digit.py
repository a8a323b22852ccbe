"""Questions about one written digit: which, its colour, even or odd, larger or smaller.

Knows digit pictures; refuses to know other pictures.
"""

import random
from typing import Final

from anymal.training.facts import ITEM_COLOURS, PictureFacts
from anymal.training.language.asking import Place, those
from anymal.training.language.phrasing import pick, with_article
from anymal.training.language.pictures import asks
from anymal.training.language.pictures import asks_digit as digit_asks
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, word_turn, yes_no
from anymal.training.language.visual_words import NUMBERS, colour_said

__all__ = ["digit_arithmetic", "digit_colour", "is_digit", "which_digit"]

# "Is it orange?" could be about the background as well.
_IS_COLOUR: Final = those(
    digit_asks.IS_DIGIT,
    lambda pattern: ("{n}" in pattern or "{num}" in pattern) and "[it|this" not in pattern
    and not pattern.startswith(("could [this", "my [bus")),
)
_NUMBER: Final = "[number|digit|number|digit|numeral|figure]"


def which_digit(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which number is written?"""
    if facts.digit is None:
        return None
    word = NUMBERS[facts.digit]
    return word_turn(
        "picture/digit",
        digit_asks.DIGIT,
        rng,
        place,
        ("[it is|this is|I see] the [digit|number] {word}.",),
        word=word,
        references=(word, str(facts.digit)),
        shortest="digit",
        num=pick((_NUMBER,), rng),
    )


def digit_colour(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What colour is the digit?"""
    if facts.digit is None:
        return None
    digit = facts.digit
    it = rng.choice(
        (
            "it",
            "the number",
            "the digit",
            "the numeral",
            "the figure",
            "the number",
            "the digit",
            f"the {NUMBERS[digit]}",
            f"the {digit}",
        )
    )
    return word_turn(
        "picture/digit_colour",
        asks.COLOUR_OF,
        rng,
        place,
        ("the [digit|number] is {word}.",),
        word=facts.digit_colour,
        references=(facts.digit_colour,),
        shortest="colour",
        it=it,
    )


def is_digit(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is it a seven?"""
    if facts.digit is None:
        return None
    truth, group = either(rng), digit_asks.IS_DIGIT
    digit = facts.digit if truth else rng.choice([d for d in range(10) if d != facts.digit])
    n = rng.choice((NUMBERS[digit], str(digit)))
    if rng.random() < 0.25:
        group = _IS_COLOUR
        colour = (
            facts.digit_colour if truth else rng.choice([c for c in ITEM_COLOURS if c != facts.digit_colour])
        )
        n, digit, asked = colour_said(colour, rng), facts.digit, colour
        claim, n = n, f"{n} {NUMBERS[digit]}"
        fact = f"the digit is {facts.digit_colour}"
    else:
        claim, asked = with_article(n), NUMBERS[digit]
        fact = f"it is the digit {NUMBERS[facts.digit]}"
    slots = {"n": n, "claim": claim, "num": pick((_NUMBER,), rng)}
    return yes_no("picture/is_digit", group, rng, place, truth, fact, asked=asked, **slots)


def digit_arithmetic(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is it even? Is it larger than five? Even or odd?"""
    if facts.digit is None:
        return None
    digit, num = facts.digit, pick((_NUMBER,), rng)
    said = f"it is the digit {NUMBERS[digit]}"
    parity = "odd" if digit % 2 else "even"
    roll = rng.random()
    if roll < 0.25:
        return word_turn(
            "picture/even_odd",
            digit_asks.EVEN_ODD,
            rng,
            place,
            ("{said}, so it is {word}.",),
            word=parity,
            references=(parity,),
            shortest="word",
            looks=f" {said}",
            num=num,
            said=said,
        )
    truth = either(rng)
    if roll < 0.55:
        asked = parity if truth else ("even" if parity == "odd" else "odd")
        claim = rng.choice((asked, f"an {asked} number"))
        fact = f"{said} and {NUMBERS[digit]} is {parity}"
        return yes_no(
            "picture/digit_even",
            digit_asks.PROPERTY,
            rng,
            place,
            truth,
            fact,
            asked=asked,
            claim=claim,
            num=num,
        )
    above = rng.random() < 0.5
    limits = [n for n in range(10) if n != digit and ((digit > n) == above) == truth]
    if not limits:
        return None
    limit = rng.choice(limits)
    than = rng.choice(
        ("larger than", "bigger than", "greater than", "more than", "above")
        if above
        else ("smaller than", "less than", "lower than", "below")
    )
    claim = f"{than} {rng.choice((NUMBERS[limit], str(limit)))}"
    word = "larger" if digit > limit else "smaller"
    fact = f"{said} and {NUMBERS[digit]} is {word} than {NUMBERS[limit]}"
    slots = {"asked": f"{'larger' if above else 'smaller'} than {NUMBERS[limit]}", "claim": claim, "num": num}
    return yes_no("picture/digit_larger", digit_asks.PROPERTY, rng, place, truth, fact, **slots)
