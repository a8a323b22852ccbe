"""Terse questions and answers about every fact, many to a dialogue: practice in looking things up.

A free question spends most of its words on manner; a drill spends them on one fact each, so the
language model learns to find things in its context with a fraction of the tokens. Knows facts
and terse wording; refuses to know free questions (`pictures.questions` and the rest).
"""

import random
from collections.abc import Iterator
from typing import Final

from anymal.training.facts import (
    ITEM_COLOURS,
    PHOTO_COLOURS,
    SCENE_THINGS,
    SHAPES,
    SIZES,
    Item,
    PictureFacts,
    Senses,
    VideoFacts,
)
from anymal.training.language.phrasing import join_words
from anymal.training.language.pictures import scans
from anymal.training.language.turn import Turn
from anymal.training.language.visual_words import CELLS, NUMBERS, cell, item_said, plural, reading_order

__all__ = ["drill_turns"]

# A question, its answer and, where one has to count, what is thought before it.
Drill = tuple[str, ...]
_NOTHING: Final = "nothing"


def drill_turns(senses: Senses, count: int, rng: random.Random, plain: bool = False) -> tuple[Turn, ...]:
    """Up to `count` drills about what is given, in random order, no question twice.

    `plain` answers stand in small letters after a space: the very tokens that rows and questions hold.
    """
    drills: list[Drill] = []
    for number, picture in enumerate(senses.images, start=1):
        before = f"Image {number}: " if len(senses.images) > 1 else ""
        drills += [(f"{before}{ask}", *said) for ask, *said in _picture(picture, rng)]
    if senses.video is not None:
        drills += _video(senses.video, rng)
    if senses.sound is not None:
        drills += [("Sound?", join_words(senses.sound.phrases))] * 2
        if senses.sound.loud is not None:
            drills.append(("Loud or quiet?", "loud" if senses.sound.loud else "quiet"))
    if senses.motion is not None:
        drills += [("Motion?", senses.motion.activity)] * 2
    different = {drill[0]: drill for drill in drills}.values()
    chosen = sorted(different, key=lambda drill: rng.random() ** (1 / _often(drill[0])), reverse=True)[:count]
    rng.shuffle(chosen)  # or what is drawn more often would stand first
    return tuple(
        Turn(
            ask[:1].upper() + ask[1:],
            _said(answer.rstrip("."), plain),
            "drill",
            (answer,),
            thoughts="".join(thoughts),
        )
        for ask, answer, *thoughts in chosen
    )


def _often(ask: str) -> float:
    """How much more often than others a drill is drawn: places and sizes are learned last."""
    return 4.0 if ask.startswith(("where is", "size of", "what is")) else 1.0


def _said(answer: str, plain: bool) -> str:
    return f" {answer}." if plain else f"{answer[:1].upper()}{answer[1:]}."


def _picture(facts: PictureFacts, rng: random.Random) -> Iterator[Drill]:
    yield "kind?", facts.kind
    yield "bright or dark?", "bright" if facts.bright else "dark"
    yield "sharp or blurred?", "sharp" if facts.sharp else "blurred"
    if facts.background:
        yield "background?", facts.background
    if facts.kind == "digit":
        yield "digit?", str(facts.digit)
        yield "colour of the digit?", facts.digit_colour
        asked = rng.choice((facts.digit, rng.randrange(10)))
        yield f"is it a {asked}?", _compared(str(asked), str(facts.digit))
    elif facts.kind == "scene":
        yield "day or night?", facts.time
        yield "weather?", facts.weather
        yield "sun or moon?", "sun" if facts.time == "day" else "moon"
        yield "things?", join_words(facts.things) or "nothing"
        thing = rng.choice((*facts.things, *SCENE_THINGS))
        yield f"any {thing}?", _yes(thing in facts.things)
        absent = rng.choice([t for t in SCENE_THINGS if t not in facts.things])
        yield f"any {absent}?", "no"
    elif facts.kind == "photo":
        yield "main colours?", join_words(facts.colours)
        yield "main colour?", facts.colours[0]
        colour = rng.choice((*facts.colours, *facts.colours, *PHOTO_COLOURS))
        yield f"any {colour}?", _yes(colour in facts.colours)
    elif facts.kind == "shapes":
        yield from _items(reading_order(facts.items), rng)


def _items(items: tuple[Item, ...] | list[Item], rng: random.Random) -> Iterator[Drill]:
    yield "how many?", NUMBERS[len(items)]
    yield "list?", join_words([f"{item.colour} {item.shape}" for item in items])
    for item in items:
        for name in _names(item, items):
            yield f"where is the {name}?", cell(item)
            yield f"size of the {name}?", item.size
            if item.colour not in name:
                yield f"colour of the {name}?", item.colour
            if item.shape not in name:
                yield f"shape of the {name} one?", item.shape
        yield f"what is {cell(item)}?", f"{item.colour} {item.shape}"
        yield f"{cell(item)}: all?", item_said(item)
        yield from _checks(item, items, rng)
    empty = [name for name in CELLS.values() if all(cell(item) != name for item in items)]
    yield f"what is {rng.choice(empty)}?", _NOTHING
    yield from _counts(items, rng)


def _names(item: Item, items: tuple[Item, ...] | list[Item]) -> Iterator[str]:
    """Shortest names that fit no other item."""
    alone = False
    for name, same in (
        (item.shape, [other for other in items if other.shape == item.shape]),
        (item.colour, [other for other in items if other.colour == item.colour]),
    ):
        if len(same) == 1:
            alone = True
            yield name
    both = [o for o in items if o.shape == item.shape and o.colour == item.colour]
    if not alone and len(both) == 1:
        yield f"{item.colour} {item.shape}"


def _checks(item: Item, items: tuple[Item, ...] | list[Item], rng: random.Random) -> Iterator[Drill]:
    """Yes and no about one item; wrong ones differ in one thing only."""
    colour, shape = rng.choice(ITEM_COLOURS), rng.choice(SHAPES)
    for asked_colour, asked_shape in ((item.colour, item.shape), (colour, item.shape), (item.colour, shape)):
        there = any(o.colour == asked_colour and o.shape == asked_shape for o in items)
        yield f"any {asked_colour} {asked_shape}?", _yes(there)
    yield f"any {shape}?", _yes(any(o.shape == shape for o in items))
    yield f"anything {colour}?", _yes(any(o.colour == colour for o in items))
    for name in _names(item, items):
        size = rng.choice(("small", "large"))
        yield f"is the {name} {size}?", _compared(size, item.size)
        if item.colour not in name:
            asked = rng.choice((item.colour, colour))
            yield f"is the {name} {asked}?", _compared(asked, item.colour)


def _counts(items: tuple[Item, ...] | list[Item], rng: random.Random) -> Iterator[Drill]:
    shapes = sorted({item.shape for item in items})
    for shape in dict.fromkeys((rng.choice(shapes), rng.choice(SHAPES))):  # a set has another order each run
        count = NUMBERS[sum(item.shape == shape for item in items)]
        yield f"how many {plural(shape)}?", count, f" {scans.count(items, shape)}"
    for colour in dict.fromkeys((rng.choice(items).colour, rng.choice(ITEM_COLOURS))):
        count = NUMBERS[sum(item.colour == colour for item in items)]
        yield f"how many {colour}?", count, f" {scans.count(items, colour)}"
    yield from _sizes(items, rng)
    if len(shapes) > 1:
        one, other = rng.sample(shapes, 2)
        counts = [sum(item.shape == shape for item in items) for shape in (one, other)]
        more = "same" if counts[0] == counts[1] else plural(one if counts[0] > counts[1] else other)
        yield f"more {plural(one)} or {plural(other)}?", more, f" {scans.tally(items, (one, other))}"


def _sizes(items: tuple[Item, ...] | list[Item], rng: random.Random) -> Iterator[Drill]:
    size = rng.choice(SIZES)
    found = [item.shape for item in items if item.size == size]
    which = found[0] if len(found) == 1 else "several" if found else _NOTHING
    yield f"which is {size}?", which, f" {scans.measure_all(items, size)}"
    single = [item for item in items if sum(other.shape == item.shape for other in items) == 1]
    if len(single) > 1:
        one, other = rng.sample(single, 2)
        bigger = "same" if one.size == other.size else (one if one.size == "large" else other).shape
        thoughts = f" {scans.measure(items, (one, other), (one.shape, other.shape))}"
        yield f"bigger, {one.shape} or {other.shape}?", bigger, thoughts


def _video(facts: VideoFacts, rng: random.Random) -> Iterator[Drill]:
    item, other = facts.item, facts.other
    yield "movement?", facts.movement
    yield "movement?", facts.movement
    yield "mover?", f"{item.colour} {item.shape}"
    yield "colour of the mover?", item.colour
    yield "shape of the mover?", item.shape
    yield "background?", facts.background
    yield "at rest?", f"{other.colour} {other.shape}" if other is not None else "nothing"
    colour, shape = rng.choice(ITEM_COLOURS), rng.choice(SHAPES)
    present = [item] if other is None else [item, other]
    for asked_colour, asked_shape in ((item.colour, item.shape), (colour, item.shape), (item.colour, shape)):
        there = any(o.colour == asked_colour and o.shape == asked_shape for o in present)
        yield f"any {asked_colour} {asked_shape}?", _yes(there)


def _compared(asked: str, found: str) -> str:
    """What was asked for, what there is, and only then the verdict, as in `visual_turns.yes_no`."""
    return f"{asked}? {found}, so {_yes(asked == found)}"


def _yes(truth: bool) -> str:
    return "yes" if truth else "no"
